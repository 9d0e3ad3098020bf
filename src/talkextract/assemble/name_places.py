"""Where else the people of an article are named: by their name alone, or by the given one ("ông Thử nêu")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import ahocorasick_rs
import regex

from ..mention import Span
from .context import Context
from .person import Occurrence, Someone

__all__ = ["add_other_places"]

_GOES_ON = regex.compile(r"\p{L}|[ -]\p{Lu}")
_FEW = 24  # names
# By these a person is called whose given name alone follows: "ông Thử nêu", "Đại úy Thử kể".
_CALLED = re.compile(
    r"(?<!\w)(?:ông|bà|anh|chị|đồng chí|đ/c|(?:đại|thượng|trung|thiếu|chuẩn) (?:tá|tướng|úy)|(?:chuẩn |phó )?đô đốc) $"
)
_LAST_OF_CALLED = ("ông ", "bà ", "anh ", "chị ", "chí ", "đ/c ", "tá ", "tướng ", "úy ", "đốc ")


def add_other_places(ctx: Context, people: Sequence[Someone]) -> None:
    """Add the places where a name stands alone, without rank or post."""
    if not people:
        return
    plain = ctx.view.plain
    known = {o.name.start for one in people for o in one.places}
    named = {" ".join(plain[slice(*one.name_at)].split()): one for one in people}
    for name, start, end in _occurrences(plain, list(named)):
        whole = not (plain[end : end + 1].isalnum() or (start and plain[start - 1].isalnum()))
        if whole and start not in known and ctx.page.sentence(start):
            named[name].places.append(Occurrence(Span(start, end), start, end))
    for given, one in _given_names(people).items():
        one.places += [at for at in _called(ctx, given, one.name_at.end) if at.name.start not in known]
    for one in people:
        one.places.sort(key=lambda o: o.name.start)


def _given_names(people: Iterable[Someone]) -> dict[str, Someone]:
    """The last words of the names, which those of Viet Nam and China are called by, if no two have the same."""
    found: dict[str, list[Someone]] = {}
    for one in people:
        words = one.name.split(" ")
        if 1 < len(words) < 6:
            found.setdefault(words[-1].lower().capitalize(), []).append(one)
    return {given: those[0] for given, those in found.items() if len(those) == 1}


def _called(ctx: Context, given: str, start: int) -> list[Occurrence]:
    """Where somebody is called by his given name alone, from an offset on: "ông Thử nêu", "Đại úy Thử kể"."""
    plain, folded = ctx.view.plain, ctx.view.folded
    places: list[Occurrence] = []
    at = plain.find(given, start)
    while at >= 0:
        end = at + len(given)
        if folded.endswith(_LAST_OF_CALLED, start, at) and not _GOES_ON.match(plain, end):
            called = _CALLED.search(folded, max(start, at - 16), at)
            if called and ctx.page.sentence(at):
                places.append(Occurrence(Span(at, end), called.start(), end))
        at = plain.find(given, end)
    return places


def _occurrences(plain: str, names: Sequence[str]) -> list[tuple[str, int, int]]:
    """Where a text holds one of some names, in order, without overlaps, the longest of those that begin together.

    A few names are looked for one by one: to make ready one scan for all takes ten times as long (30 µs).
    """
    if len(names) > _FEW:
        scan = ahocorasick_rs.AhoCorasick(
            names,
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            implementation=ahocorasick_rs.Implementation.NoncontiguousNFA,  # the quickest to make: it is used once
        )
        return [(names[index], start, end) for index, start, end in scan.find_matches_as_indexes(plain)]
    found: list[tuple[int, int, str]] = []
    for name in names:
        at = plain.find(name)
        while at >= 0:
            found.append((at, -len(name), name))
            at = plain.find(name, at + 1)
    found.sort()
    kept: list[tuple[str, int, int]] = []
    for start, size, name in found:
        if not kept or start >= kept[-1][2]:
            kept.append((name, start, start - size))
    return kept
