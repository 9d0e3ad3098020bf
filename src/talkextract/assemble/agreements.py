"""Agreements: papers identified by title, object, number or date.

The rules give names and kinds, `papers.py` status and day. Here the names of one paper become one entry, with the
countries that its name, its makers or the sides of the talk tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import regex

from ..document import Sentence
from ..mention import Mention, Span
from ..record import Agreement
from .context import Context, Shown
from .papers import DateOf, Paper, read_papers

__all__ = ["MakersOf", "Sides", "agreements"]

MakersOf = Callable[[int, int], Iterable[tuple[str, Span]]]
Sides = Mapping[str, tuple[Span, str] | None]

_MULTILATERAL = re.compile(
    r"UNCLOS|DOC\b|COC\b|(?i:công ước|tuyên bố về (?:cách )?ứng xử|bộ quy tắc ứng xử"
    r"|(?:hiệp (?:định|ước)|nghị định thư|tuyên bố(?: chung)?) (?:của |khung )?"
    r"(?:liên h(?:iệp|ợp) quốc|asean|genev|gms|tiểu vùng))"
)
_PAIR = re.compile(r"Việt(?: Nam)? ?- ?(?P<other>Lào|Trung(?! Lào)|Campuchia|Cam-pu-chia)")
_ABBREVIATED: Final = {"Lào": "LA", "Trung": "CN", "Campuchia": "KH", "Cam-pu-chia": "KH"}
# who signs was named in the sentences before
_BOTH = regex.compile(r"(?<!\w)(?i:hai|các|2) (?:bên|đoàn|nước|đơn vị|trưởng đoàn|bộ|bộ trưởng)(?!\w)")
_BACK = 6  # sentences: not beyond what the paragraph tells
_MAKERS = re.compile(r"(?:,? (?:được )?ký [^.;,]{3,40}?)? giữa [^.;]{0,300}")
_FAMILY: Final = {"minutes": "memorandum"}  # "biên bản hội đàm" below a picture may be the body's "biên bản ghi nhớ"
_LOOSE: Final = frozenset(("bản", "thỏa", "thuận", "hợp", "tác", "phối"))
_HERE: Final = "here"  # in place of a year: of this talk
_OF_TWO = ("treaty", "protocol", "arrangement", "memorandum", "minutes")
_STRENGTH: Final = {"signed": 2, "planned": 1, "cited": 0}


def agreements(
    ctx: Context, sides: Sides, date_of: DateOf, *, day: str | None = None, announced: bool = False,
    makers: MakersOf | None = None,
) -> tuple[Agreement, ...]:  # fmt: skip
    """The papers that the article names, each once, in the order of the text; () where it names none.

    `sides` are the countries of the talk, each with what tells it and its rule, `date_of` the EDTF value of a date in a
    span of the view, `day` the day of the talk (EDTF): a paper signed on another day is cited; at a talk that is only
    announced it is to be signed. Without sides, a paper that is signed or to be signed is of those that `makers` (the
    units with their countries in a span of the view) and countries tell.
    """
    day = day if day and "X" not in day else None
    groups = _one_each(read_papers(ctx, date_of, day, announced=announced))
    return tuple(_agreement(ctx, group, sides, day, makers) for group in groups)


# ---- the names of one paper


def _one_each(papers: Sequence[Paper]) -> list[list[Paper]]:
    """The mentions of each paper together, in the order of the first ones.

    Two names are of one paper where they have the same words, or one is the beginning of the other at the same
    occasion (but for the year that ends both), and no two years. A paper goes to the first group that holds such a
    name.
    """
    if len(papers) < 2:
        return [[p] for p in papers]
    groups: list[list[Paper]] = []
    at: dict[tuple[object, ...], int] = {}  # of each form of a name, the first group that has it
    of_kind = Counter(p.kind for p in papers)
    for p in papers:
        if of_kind[p.kind] == 1:
            groups.append([p])  # papers of two kinds are two
            continue
        number = min((at[key] for key in _asked(p) if key in at), default=len(groups))
        if number == len(groups):
            groups.append([])
        groups[number].append(p)
        for key in _forms(p):
            if at.get(key, number) >= number:
                at[key] = number
    groups = _with_shown(groups)
    signed = [any(p.in_body and p.status == "signed" for p in g) for g in groups]
    kinds = {_family(g) for g, is_signed in zip(groups, signed, strict=True) if is_signed}
    return [
        g for g, is_signed in zip(groups, signed, strict=True)
        if is_signed or not _shown(g) or not (_family(g) in kinds or (kinds and _is_loose(g)))
    ]  # fmt: skip


def _with_shown(groups: list[list[Paper]]) -> list[list[Paper]]:
    """The groups with a signed paper of a caption put to the one of its kind on which both sides agree in the body:
    "Trưởng đoàn hai bên ký biên bản ghi nhớ buổi làm việc" below a picture, "thống nhất biên bản ghi nhớ phối hợp".
    """
    agreed = [g for g in groups if any(p.in_body and p.agreed for p in g)]
    if len(agreed) != 1 or any(p.in_body and p.status == "signed" for p in agreed[0]):
        return groups
    shown = [g for g in groups if g is not agreed[0] and _shown(g) and _family(g) == _family(agreed[0])]
    for g in shown:
        agreed[0].extend(g)
    return [g for g in groups if not any(g is one for one in shown)]


def _family(group: Sequence[Paper]) -> str:
    """The kind of a group, one for kinds that papers mix up."""
    return _FAMILY.get(group[0].kind, group[0].kind)


def _is_loose(group: Sequence[Paper]) -> bool:
    """Whether all names of a paper are what a headline calls any: "ký kết thỏa thuận hợp tác"."""
    return group[0].kind == "arrangement" and all(_LOOSE.issuperset(p.words) for p in group)


def _shown(group: Sequence[Paper]) -> bool:
    """Whether a signed paper is named outside of the body only: in a caption, a title."""
    return not any(p.in_body for p in group) and any(p.status == "signed" for p in group)


def _forms(p: Paper) -> Iterator[tuple[object, ...]]:
    """What a paper's name is found by: its words, and at its occasion its words and all their beginnings.

    Each of its year, or without one, and of "any" year.
    """
    kind, status = p.kind, p.status
    year = _HERE if _is_of_this_talk(p) else p.signed and p.signed[:4]
    begins = [words[:size] for words in _orders(p) for size in range(len(words) + 1)]
    for at in (year, "any"):
        yield kind, at, p.words
        for words in _orders(p):
            yield kind, at, status, words, "whole"
        for begin in begins:
            yield kind, at, status, begin, "begins"


def _asked(p: Paper) -> Iterator[tuple[object, ...]]:
    """The forms of the names that are of the same paper as a name: one without a year is of any year."""
    kind, status = p.kind, p.status
    years = (None, p.signed[:4]) if p.signed else (None, _HERE) if _is_of_this_talk(p) else ("any",)
    for year in years:
        yield kind, year, p.words
        for words in _orders(p):
            yield kind, year, status, words, "begins"
            for size in range(len(words)):
                yield kind, year, status, words[:size], "whole"


def _is_of_this_talk(p: Paper) -> bool:
    """Whether minutes are signed now, without a day: not those of an earlier talk, of the same words with a day."""
    return p.kind == "minutes" and p.status == "signed" and p.signed is None


def _orders(p: Paper) -> Iterator[tuple[str, ...]]:
    """A name's words as they stand, and with a year at their end put first: "Kế hoạch phối hợp năm 2025" begins
    "Kế hoạch phối hợp bảo đảm an ninh năm 2025".
    """
    words = p.words
    yield words
    if len(words) > 2 and words[-2] == "năm" and words[-1].isdecimal():
        yield (*words[-2:], *words[:-2])


def _agreement(
    ctx: Context, group: Sequence[Paper], sides: Sides, day: str | None, makers: MakersOf | None
) -> Agreement:
    """The record's entry: the fullest name of the body, the strongest status, the first day."""
    best = strongest = group[0]
    if len(group) > 1:
        best = max(group, key=lambda p: (p.in_body, len(p.words), -p.mention.start))
        strongest = max(group, key=lambda p: (_STRENGTH[p.status], -p.mention.start))
    dated = next((p for p in group if p.signed), None)
    if dated is not None and dated.status == "cited":
        strongest = dated
    countries, at = _countries(ctx, group, best.name, sides, makers)
    signed = dated.signed if dated else None
    kind = best.mention.first("kind") or Span(best.mention.start, best.mention.end)
    treaty = ctx.tables.treaty(best.name, countries, signed=signed, day=day)
    if treaty is None and best.kind == "legal_documents":
        # "hai văn kiện pháp lý ghi nhận …" are the two of their states, however their object is told
        treaty = ctx.tables.treaty(ctx.text(*kind), countries, signed=signed, day=day)
    name_at, rule = Span(best.mention.start, best.mention.end), best.mention.rule
    pieces = _without_lone_mark(ctx, name_at)
    status_at = strongest.status_at
    day_at = (dated.signed_at, dated.mention.rule) if dated is not None and dated.signed_at is not None else None
    if day_at is not None and strongest.status == "cited":
        status_at = day_at  # signed, but on another day
    shown: list[Shown] = [*(("name", p, rule) for p in pieces), ("kind", kind, rule), ("status", *status_at)]
    if day_at is not None:
        shown.append(("signed", *day_at))
    shown += [("countries", *each) for each in at]
    if treaty is not None:
        shown.append(("id", name_at, rule))
    return Agreement(
        name=best.name if len(pieces) == 1 else " ".join(ctx.text(*p) for p in pieces), kind=best.kind,
        status=strongest.status, signed=signed, countries=countries,
        id=treaty.id if treaty else None, evidence=ctx.evidence(shown),
    )  # fmt: skip


def _without_lone_mark(ctx: Context, span: Span) -> list[Span]:
    """The pieces of a name that a quotation mark ends in its midst: "ba văn kiện pháp lý" về biên giới …."""
    plain = ctx.view.plain
    if plain.count('"', *span) != 1:
        return [span]
    at = plain.find('"', *span)
    return span.without(at - plain.endswith(" ", 0, at), at + 1 + plain.startswith(" ", at + 1))


def _countries(
    ctx: Context, group: Sequence[Paper], name: str, sides: Sides, makers: MakersOf | None
) -> tuple[tuple[str, ...], list[tuple[Span, str]]]:
    """The states of a paper: named in it, its makers', or the sides of the talk; none where it is of many states.

    Without sides they are those that its sentence names before it, else ("Hai bên ký …") those before.
    """
    if _MULTILATERAL.match(name):
        return (), []
    for p in group:
        for start, end in ((p.mention.start, p.mention.end), (p.mention.end, _makers_end(ctx, p.mention))):
            named = _named(ctx, start, end)
            if len({c for c, _ in named}) > 1:
                return _order(c for c, _ in named), [(s, ctx.country_rule(s, p.mention.rule)) for _, s in named]
    if sides:
        return _order(sides), [at for at in sides.values() if at is not None]
    for p in group:
        is_signed = p.status != "cited" or p.status_at[0].start < p.mention.start
        if is_signed and (sentence := ctx.page.sentence(p.mention.start)) is not None:
            own = (p.mention.start, _makers_end(ctx, p.mention))
            for start, end in (own, *_told_before(ctx, sentence, p.mention.start)):
                told = [*(makers(start, end) if makers else ()), *_named(ctx, start, end)]
                if len({c for c, _ in told}) > 1:
                    spans = dict.fromkeys(s for _, s in told)
                    return _order(c for c, _ in told), [(s, ctx.country_rule(s, p.mention.rule)) for s in spans]
    return _with_the_only_other(ctx, group[0])


def _with_the_only_other(ctx: Context, p: Paper) -> tuple[tuple[str, ...], list[tuple[Span, str]]]:
    """The states of a paper that an article without a talk cites: our own and the only other one that it names."""
    if p.kind not in _OF_TWO:
        return (), []
    others = ctx.states.keys() - {"VN"}
    if len(others) != 1:
        return (), []
    return ("VN", *others), [(s, ctx.country_rule(s, p.mention.rule)) for s in ctx.states.values()]


def _told_before(ctx: Context, sentence: Sentence, at: int) -> Iterator[tuple[int, int]]:
    """Where the makers of a signed paper may stand: before it in its sentence, then in those before of that."""
    own = sentence.before(at)
    yield own
    if not _BOTH.search(ctx.view.plain, *own):
        return
    before = ctx.page.sentence_before(sentence)
    for _ in range(_BACK):
        if before is None:
            return
        yield before.start, before.end
        before = ctx.page.sentence_before(before)


def _makers_end(ctx: Context, m: Mention) -> int:
    """Where the makers after a name end ("giữa … và …"); the end of the name where there are none."""
    sentence = ctx.page.sentence(m.start)
    found = _MAKERS.match(ctx.view.plain, m.end, sentence.end) if sentence else None
    if found is None:
        return m.end
    other = ctx.first("agreements", m.end, found.end())  # whose states are its own
    return other.start if other else found.end()


def _named(ctx: Context, start: int, end: int) -> list[tuple[str, Span]]:
    """The countries named in a span, "Việt - Lào" too, in order."""
    whole = [m for m in ctx.inside("countries", start, end) if m.end <= end]
    named = [(str(m.value), Span(m.start, m.end)) for m in whole]
    plain = ctx.view.plain
    for pair in _PAIR.finditer(plain, start, end) if plain.find("-", start, end) >= 0 else ():
        said = {m.value for m in whole if pair.start() <= m.start < pair.end()}
        named += [(c, Span(*pair.span())) for c in ("VN", _ABBREVIATED[pair["other"]]) if c not in said]
    return named


def _order(countries: Iterable[str]) -> tuple[str, ...]:
    """Each country once, Viet Nam first, the others in the order of the text."""
    return tuple(sorted(dict.fromkeys(countries), key=lambda c: c != "VN"))
