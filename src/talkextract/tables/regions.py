"""The region that a name stands for: by its level, its country, and the day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from .names import Names, first_day, is_valid

__all__ = ["Region", "find_region"]

# The word before a name that says its level, and the kinds that it may stand for. Those that also begin names
# ("Châu Đốc", "Trấn Yên") are tried only where the whole is no name.
_TOP = frozenset({"province", "municipality", "capital", "autonomous_region"})
_MIDDLE = frozenset({"prefecture", "city", "town", "district", "urban_district", "township"})
# Which of several regions a name without its level means: the first of these that there is.
_TIERS = (frozenset({"capital"}), _TOP)
_LEVELS = {
    "khu tự trị": frozenset({"autonomous_region"}), "tỉnh": frozenset({"province", "autonomous_region"}),
    "thủ đô": frozenset({"capital"}),
    "thành phố": frozenset({"municipality", "capital", "city"}), "tp": frozenset({"municipality", "capital", "city"}),
    "thị xã": frozenset({"town"}), "tx": frozenset({"town"}), "huyện": frozenset({"district"}),
    "quận": frozenset({"urban_district"}), "địa khu": frozenset({"prefecture"}),
    "châu tự trị": frozenset({"prefecture"}), "châu": frozenset({"prefecture"}),
    "thị trấn": frozenset({"township"}), "trấn": frozenset({"township"}), "xã": frozenset({"commune"}),
    "phường": frozenset({"ward"}), "đặc khu": frozenset({"special_zone", "prefecture"}),
}  # fmt: skip
# Countries whose names each paper writes as it hears them. A Vietnamese name, or a person's, may have the consonants of
# one of their provinces: these are compared only where the words or the caller say that a province is meant.
_HEARD = ("LA", "KH")
# … and those that papers shorten, with a stop.
_SHORT = {"tt": "thị trấn", "h": "huyện", "q": "quận", "p": "phường", "x": "xã"}
_LEVEL = re.compile(
    rf"(?i)(?:({'|'.join(sorted(_LEVELS, key=len, reverse=True))})(?:\.\s*|\s+)|({'|'.join(_SHORT)})\.\s*)(?=\S)"
)


class Region(NamedTuple):
    """A region: `code` is the ISO 3166-2 code of the province-level unit that it is or lies in."""

    country: str
    code: str
    kind: str
    name: str
    within: str | None = None
    valid_from: str = ""
    valid_to: str = ""


def find_region(
    regions: Names[Region],
    communes: Callable[[], Names[Region]],
    name: str,
    country: str | None,
    day: str | None,
    within: str | None,
) -> Region | None:
    """See `Tables.region`; `communes` gives the communes, which are read only where a name says that it is one."""
    day = first_day(day)
    level = _LEVEL.match(name)
    if level is None:
        return _choose(regions.find(name, heard=country in _HEARD), None, country, day, within)
    word, bare = (level[1].lower() if level[1] else _SHORT[level[2].lower()]), name[level.end() :]
    kinds = _LEVELS[word]
    if word in ("châu", "trấn") and (whole := _choose(regions.find(name), None, country, day, within)):
        return whole
    if word in ("xã", "phường", "đặc khu"):
        found = _choose(communes().find(bare), kinds, country, day, within, strict=True) if day else None
        if found is not None or word != "đặc khu":
            return found
    return _choose(regions.find(bare, heard=word == "tỉnh" or country in _HEARD), kinds, country, day, within)


def _choose(
    ladder: Iterator[list[Region]],
    kinds: frozenset[str] | None,
    country: str | None,
    day: str | None,
    within: str | None,
    *,
    strict: bool = False,
) -> Region | None:
    """The one region that is meant, from what each comparison finds; the first that finds any decides.

    `strict` takes only what is valid on the day; else what was valid on another day will do.
    """
    for found in ladder:
        if country is not None:
            found = [r for r in found if r.country == country]
        if within is not None:
            found = [r for r in found if r.code == within]
        if kinds is not None:
            found = [r for r in found if r.kind in kinds] or [r for r in found if r.kind in _near(kinds)]
        if day is not None:
            valid = [r for r in found if is_valid(r.valid_from, r.valid_to, day)]
            found = valid if strict else valid or found
        for tier in _TIERS if kinds is None and len(found) > 1 else ():
            found = [r for r in found if r.kind in tier] or found
        if found:
            return found[-1] if len({r.code for r in found}) == 1 else None
    return None


def _near(kinds: frozenset[str]) -> frozenset[str]:
    """The kinds of the same height as some: what a paper calls a province may be a municipality."""
    return (_TOP if kinds & _TOP else frozenset()) | (_MIDDLE if kinds & _MIDDLE else frozenset())
