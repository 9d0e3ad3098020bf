"""EDTF (ISO 8601-2), as much of it as records use: what is valid, its level, its first and last day.

The forms: year `2022`, decade `198X`, century `19XX`, month `2024-09`, day `2025-09-16`, season, quarter and half-year
(`2024-36`, `2022-40`), the year or month unsaid (`XXXX-07-22`, `XXXX-11`, `XXXX-XX-16`), intervals of these without
seasons, quarters and half-years in them (`2022-11-24/2022-11-26`), and open ones (`2024-09/..`). Other EDTF
(qualification, sets, years of five digits) is not written by records and not read here.
"""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date, datetime

__all__ = ["bounds", "days_in_month", "first_day", "is_valid", "iso_day", "join", "last_day", "level"]

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?P<part>\d\d|XX)(?:-(?P<day>\d\d))?)?",
)
# A plain ISO 8601 day or date-time, as `document.published` is written.
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?")

# Sub-year codes → (first month, last month). 21-24 are seasons without a hemisphere: no months of their own.
_PARTS = {25 + k: (3 * k + 3, 3 * k + 5) for k in range(3)}  # northern spring, summer, autumn; winter crosses the year
_PARTS |= {33 + k: (3 * k + 1, 3 * k + 3) for k in range(4)}  # quarters
_PARTS |= {37 + k: (4 * k + 1, 4 * k + 4) for k in range(3)}  # of four months
_PARTS |= {40 + k: (6 * k + 1, 6 * k + 6) for k in range(2)}  # half-years
_OPEN = ("..", "")
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int | None, month: int) -> int:
    """The number of days of a month (1-12); of February 29 where the year is unsaid."""
    if month == 2 and (year is None or isleap(year)):
        return 29
    return _DAYS[month - 1]


def _point(text: str) -> tuple[date | None, date | None, int] | None:
    """First day, last day (None where the year is unsaid, or the part is a season) and level of one point."""
    m = _POINT.fullmatch(text)
    if m is None:
        return None
    unsaid = m["year"] == "XXXX"
    year = None if unsaid else int(m["year"].replace("X", "0"))
    if year == 0:
        return None  # a year of EDTF, but none of the calendar of `datetime`
    if m["part"] is None:
        if unsaid or year is None:
            return None
        unknown = m["year"].count("X")
        return date(year, 1, 1), date(year + 10**unknown - 1, 12, 31), int(unknown > 0)
    if "X" in m["year"] and not unsaid:
        return None
    if m["part"] == "XX":
        return (None, None, 2) if unsaid and m["day"] and 1 <= int(m["day"]) <= 31 else None
    return _within(year, int(m["part"]), None if m["day"] is None else int(m["day"]))


def _within(year: int | None, part: int, day: int | None) -> tuple[date | None, date | None, int] | None:
    """`_point` for a month, a day of it, or a part of the year."""
    if 1 <= part <= 12:
        if day is not None and not 1 <= day <= days_in_month(year, part):
            return None
        if year is None:
            return None, None, 2
        return date(year, part, day or 1), date(year, part, day or days_in_month(year, part)), 0
    if year is None or day is not None or not 21 <= part <= 41:
        return None
    months = _PARTS.get(part)
    if months is None:
        return None, None, 1 if part <= 24 else 2
    return date(year, months[0], 1), date(year, months[1], days_in_month(year, months[1])), 2


def _read(value: str) -> tuple[date | None, date | None, int] | None:
    """First day, last day and level of a value; None where it is not EDTF as records write it."""
    start, slash, end = value.partition("/")
    if not slash:
        return _point(value)
    ends = []
    for text in (start, end):
        point = (None, None, 1) if text in _OPEN else _point(text)
        if point is None or (_is_part(text)):
            return None
        ends.append(point)
    first, last = ends[0][0], ends[1][1]
    if (start in _OPEN and end in _OPEN) or (first and last and first > last):
        return None
    return first, last, max(ends[0][2], ends[1][2])


def _is_part(text: str) -> bool:
    """Whether a point is a season, quarter or half-year: those cannot stand in an interval."""
    return len(text) == 7 and text[5:].isdecimal() and int(text[5:]) > 12


def is_valid(value: str) -> bool:
    """Whether `value` is EDTF as records write it, with real days of the calendar and ends in order."""
    return _read(value) is not None


def level(value: str) -> int | None:
    """The EDTF level (0, 1, 2) of `value`; None where it is not valid."""
    read = _read(value)
    return None if read is None else read[2]


def bounds(value: str) -> tuple[date | None, date | None] | None:
    """First and last day that `value` covers; an end that is open or whose year is unsaid is None, both of a season.

    None where `value` is not valid.
    """
    read = _read(value)
    return None if read is None else read[:2]


def first_day(value: str | None) -> date | None:
    """The first day of a value; None where there is none (no value, not valid, open, year unsaid)."""
    read = _read(value) if value else None
    return None if read is None else read[0]


def last_day(value: str | None) -> date | None:
    """The last day of a value; None where there is none (no value, not valid, open, year unsaid)."""
    read = _read(value) if value else None
    return None if read is None else read[1]


def join(first: str, last: str) -> str | None:
    """One interval from the start of `first` to the end of `last`: in their own units, but quarters, half-years and
    units that differ in months ("năm 2015 và 6 tháng đầu năm 2016" → `2015-01/2016-06`).

    None where an end has no day of the calendar.
    """
    a, b = first.partition("/")[0], last.rpartition("/")[2]
    start, end = first_day(a), last_day(b)
    if start is None or end is None or start > end or not (is_valid(first) and is_valid(last)):
        return None
    if len(a) != len(b) or _is_part(a) or _is_part(b):
        days = 10 in (len(a), len(b))
        a, b = (start.isoformat(), end.isoformat()) if days else (f"{start:%Y-%m}", f"{end:%Y-%m}")
    return a if a == b else f"{a}/{b}"


def iso_day(text: str) -> date | None:
    """The day of a plain ISO 8601 date or date-time (`2021-12-11T12:05+07:00`); None where it is none."""
    if not _ISO.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None
