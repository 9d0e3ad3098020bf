"""Lunar days, as the Vietnamese count them (the meridian of 105° E; the Chinese calendars differ on some days).

The arithmetic is `lunar-vn`'s, which covers 1900 to 2100; it is loaded on first use.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

__all__ = ["CYCLE", "cycle_year", "is_known", "moon_day", "moon_month"]

_STEMS = "giáp ất bính đinh mậu kỷ canh tân nhâm quý".split()
_BRANCHES = "tý sửu dần mão thìn tỵ ngọ mùi thân dậu tuất hợi".split()
_VARIANTS = {"kỉ": "kỷ", "tí": "tý", "mẹo": "mão", "tị": "tỵ"}
_FIRST, _LAST = 1900, 2099
CYCLE = 60


def is_known(year: int) -> bool:
    """Whether the days of a lunar year can be told."""
    return _FIRST <= year <= _LAST


@lru_cache(maxsize=4096)
def moon_day(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """The solar day of a lunar one; None where that month has no such day, where the year has no such leap month, and
    outside of 1900-2099.
    """
    if not is_known(year) or not 1 <= month <= 12 or not 1 <= day <= 30:
        return None
    from lunar_vn import convert_lunar_to_solar, convert_solar_to_lunar

    try:
        found = convert_lunar_to_solar(day, month, year, int(leap))
        back = convert_solar_to_lunar(found.day, found.month, found.year)
    except ValueError:  # no such leap month
        return None
    return found if (back.day, back.month, back.year, back.leap) == (day, month, year, leap) else None


def moon_month(year: int, month: int, *, leap: bool = False) -> tuple[date, date] | None:
    """The first and last solar day of a lunar month; None where the year has none, and outside of 1900-2099."""
    first = moon_day(year, month, 1, leap=leap)
    if first is None:
        return None
    return first, moon_day(year, month, 30, leap=leap) or first + timedelta(days=28)


def cycle_year(name: str) -> int | None:
    """The place of a year's name ("Ất Tỵ") in the cycle of sixty, that of Giáp Tý (year 4) being 0; None for none."""
    words = [_VARIANTS.get(w, w) for w in name.lower().split()]
    if len(words) != 2 or words[0] not in _STEMS or words[1] not in _BRANCHES:
        return None
    stem, branch = _STEMS.index(words[0]), _BRANCHES.index(words[1])
    return None if (stem - branch) % 2 else (6 * stem - 5 * branch) % CYCLE
