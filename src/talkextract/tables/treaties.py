"""Papers between states by their names, which papers shorten and reword freely."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from ..offsets import fold_tone
from ..values.places import fold_name
from .names import first_day

__all__ = ["Treaty", "find_treaty", "treaty_keys"]

# Words of a paper's name that papers leave out or put in freely, and its parties, which are compared by themselves.
_FREE = frozenset(
    "về và các của tại trên trong giữa việc năm hai ba nước việt nam lào trung quốc campuchia chdcnd cộng hòa dân chủ "
    "nhân dân xã hội chủ nghĩa hoàng gia vương quốc trung hoa pháp lý vấn đề người".split()
)
_COUNTED = {"2": "hai", "3": "ba", "03": "ba", "02": "hai"}
_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\([^)]*\)")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Treaty(NamedTuple):
    """A paper between states, or the set of papers that goes by one name."""

    id: str
    name: str
    kind: str
    countries: tuple[str, ...]
    signed: str
    in_force: str
    ended: str


def _words(name: str) -> tuple[str, ...]:
    """The words that identify a paper, sorted; of its numbers only years, and one before "văn kiện"."""
    name = fold_tone(name).lower()
    words = _WORD.findall(_BRACKETS.sub(" ", name) if "(" in name else name)
    counted = [_COUNTED.get(w, w) for w, after in pairwise(words) if after == "văn"] if "văn" in words else []
    kept = [w for w in words if w not in _FREE and (not w.isdecimal() or _YEAR.fullmatch(w))]
    return tuple(sorted([fold_name(w) for w in kept] + counted))


def treaty_keys(names: Iterable[str]) -> set[tuple[str, ...]]:
    """What a paper of these names is looked up by."""
    return {_words(name) for name in names}


def find_treaty(
    treaties: Mapping[tuple[str, ...], list[Treaty]],
    name: str,
    countries: set[str],
    signed: str | None,
    day: str | None,
) -> Treaty | None:
    """See `Tables.treaty`."""
    if not countries:
        return None
    key = _words(name)
    years = {w for w in key if w.isdecimal() and _YEAR.fullmatch(w)}
    found = [t for t in treaties.get(key, ()) if set(t.countries) == countries]
    if not found and years:
        # the year is no part of the name but says when the paper was signed: "Hiệp định … năm 2016"
        bare = tuple(w for w in key if w not in years)
        found = [t for t in treaties.get(bare, ()) if set(t.countries) == countries and t.signed[:4] in years]
    if signed is not None:
        found = [t for t in found if t.signed[:4] == signed[:4]]
    first = first_day(day)
    if first is not None:
        found = [t for t in found if (t.in_force or t.signed) <= first] or found
        found = [t for t in found if not t.ended or first <= t.ended] or found
    return max(found, key=lambda t: t.signed, default=None)
