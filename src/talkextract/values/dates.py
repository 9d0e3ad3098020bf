"""Dates: what one expression of the text says, before anything is concluded from the rest of the article.

A rule finds how far an expression reaches; the functions here read its words. What the words leave unsaid (a year, a
month) stays unsaid: `assemble/timeline.py` concludes it. An impossible date gives the part that holds ("31/6/2023" is
June 2023), or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

from ..edtf import days_in_month
from .numbers import read_number

__all__ = [
    "DateValue", "Point", "Relative", "Several", "Stretch", "date_days", "date_quarters", "date_relative",
    "date_stretch", "date_value", "first_point", "join_points", "last_point", "occurrence", "pivoted",
    "read_number_word", "read_plain", "read_point",
]  # fmt: skip


class Point(NamedTuple):
    """A day, month, quarter, half-year, year, decade or century (both by their first year); None is unsaid.

    `offset` is the distance in days from the day of writing where the words say it too: "sáng nay (5/9)" has 0.
    `short` says that the year was written in two figures ("16/9/25"): see `pivoted`.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    decade: bool = False
    offset: int | None = None
    century: bool = False
    short: bool = False

    @property
    def days(self) -> tuple[date, date] | None:
        """Its first and last day; None where the year (or the month of a day) is unsaid."""
        year, month, day = self[:3]
        if year is None or (month is None and day is not None):
            return None
        if month is not None:
            begin = date(year, month, day or 1)
            return begin, begin if day else date(year, month, days_in_month(year, month))
        first, count = 1, 12
        if self.quarter or self.half:
            count = 3 if self.quarter else 6
            first = count * ((self.quarter or self.half or 1) - 1) + 1
        last = first + count - 1
        span = 99 if self.century else 9 if self.decade else 0
        return date(year, first, 1), date(year + span, last, days_in_month(year, last))

    def of_year(self, year: int) -> Point:
        """The same point of another year, which must have its day."""
        return Point._make((year, *self[1:]))

    def __str__(self) -> str:
        """EDTF, the unsaid as X; "XXXX-36" and the like (no EDTF) where a quarter or half-year lacks its year."""
        number, month, day = self[:3]
        if number is not None and month is not None and day is not None:
            return f"{number:04d}-{month:02d}-{day:02d}"
        year = "XXXX" if number is None else f"{number:04d}"
        year = f"{year[:2]}XX" if self.century else f"{year[:3]}X" if self.decade else year
        if self.quarter or self.half:
            return f"{year}-{32 + self.quarter if self.quarter else 39 + (self.half or 1)}"
        if day is not None:
            return f"{year}-{'XX' if month is None else f'{month:02d}'}-{day:02d}"
        return year if month is None else f"{year}-{month:02d}"


class Stretch(NamedTuple):
    """An interval between two points without quarters and half-years; `end` None is "đến nay"."""

    start: Point
    end: Point | None

    @property
    def days(self) -> tuple[date, date] | None:
        """Its first and last day (of "đến nay" the last of all); None where a year is unsaid."""
        first, last = self.start.days, (date.max, date.max) if self.end is None else self.end.days
        return (first[0], last[1]) if first and last else None

    def __str__(self) -> str:
        return f"{self.start}/{'now' if self.end is None else self.end}"


class Several(NamedTuple):
    """Points that are no interval: "ngày 5 và 20/11", "quý I và II/2024"."""

    points: tuple[Point, ...]

    def __str__(self) -> str:
        return "+".join(map(str, self.points))


class Relative(NamedTuple):
    """A day or year told from the day of writing: "sáng nay" (day, 0), "hôm qua" (day, -1), "năm ngoái" (year, -1)."""

    unit: Literal["day", "year"]
    offset: int

    def __str__(self) -> str:
        return f"{self.unit}{self.offset:+d}"


DateValue = Point | Stretch | Several | Relative

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_WORDS = {w: n for n, w in enumerate("một hai ba tư năm sáu bảy tám chín mười".split(), start=1)}
_WORDS |= {"bốn": 4, "mười một": 11, "mười hai": 12}

# Each reads the end of an expression: what stands before it ("Sáng ngày") says nothing about the day.
_YEAR = r"(?P<year>\d{4})"
_MONTH_WORD = r"(?P<month>\d{1,2}|mười một|mười hai|mười|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín)"
_OF_YEAR = rf"(?:(?:,? (?:của )?năm | ?[/.-] ?| ){_YEAR})?"
_NUMERIC = re.compile(r"(?P<day>\d{1,2}) ?[/.-] ?(?P<month>\d{1,2})(?:(?: ?[/.-] ?|,? năm )(?P<year>\d{4}|\d\d))?$")
# Most dates are these.
_PLAIN = re.compile(
    r"(?:(?:(?:rạng |chiều )?(?:sáng|chiều|tối)|trưa|đêm) )?(?:ngày )?(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})"
    r"(?:(?P=sign)(?P<year>\d{4}))?"
)
_MONTH_YEAR = re.compile(
    rf"(?<!\d[/.-])(?<!\d [/.-])(?<!\d[/.-] )(?<!\d [/.-] )(?<!\d tháng )\b(?P<month>\d{{1,2}}) ?[/.-] ?{_YEAR}$"
)
_WORDED = re.compile(rf"(?:(?P<day>\d{{1,2}}) )?tháng {_MONTH_WORD}{_OF_YEAR}$")
_QUARTER = re.compile(rf"quý (?P<quarter>iv|i{{1,3}}|[1-4]){_OF_YEAR}$")
_MONTHS = re.compile(
    r"(?:(?P<count>\d{1,2}|mười một|[^\W\d_]+) tháng|nửa) "
    rf"(?:(?P<side>đầu|cuối) )?(?:(?:của|trong) )?(?:năm)?(?: ?{_YEAR}| nay| ngoái)?$"
)
_DECADE = re.compile(r"(?:thập niên|thập kỷ|những năm) (?P<decade>(?:\d\d)?\d0)$")
_WHOLE_YEAR = re.compile(rf"(?<!\d){_YEAR}$")
_START_OF_YEAR = re.compile(rf"^đầu(?: năm)?(?: {_YEAR}| nay)?$")
_BARE_DAY = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})$")
_TODAY = re.compile(r"\b(?P<word>nay|qua|mai)\b")
# A year told from the day of writing, which the value leaves unsaid.
_TOLD = re.compile(
    r"(?<!đầu)(?<!cuối)(?<!tháng)(?<!tháng của)"
    r" (?:(?:sắp )?tới(?: đây)?|này|vừa (?:qua|rồi)|(?:của )?năm (?:nay|ngoái|kia|trước|tới|sau))$"
)
_OFFSETS = {"nay": 0, "qua": -1, "mai": 1}
_PIVOT = 20


def _number(text: str | None) -> int | None:
    """A small number in figures or in a word; None where it is none."""
    return None if text is None else int(text) if text.isdecimal() else _WORDS.get(text)


def read_number_word(text: str) -> int | None:
    """A small number in figures or words ("16", "mười sáu", "tư"); None where it is none."""
    number = int(text) if text.isdecimal() and len(text) < 4 else _WORDS.get(text) or read_number(text)
    return number if isinstance(number, int) else None


def _full_year(text: str | None) -> int | None:
    """A year of four figures, or of two: until the day of writing is known, one of 1950-2049 (see `pivoted`)."""
    if text is None or len(text) == 4:
        return None if text is None else int(text)
    return int(text) + (2000 if int(text) < 50 else 1900)


def pivoted(value: Point | Stretch, year: int | None) -> Point | Stretch:
    """A value with its years of two figures put into the hundred years that end twenty years after `year`, that of the
    day of writing: in 2025 "45" is 2045, "46" is 1946. Without a day of writing they are 1950-2049; never the clock's.
    """
    if isinstance(value, Stretch):
        return Stretch(_pivoted(value.start, year), None if value.end is None else _pivoted(value.end, year))
    return _pivoted(value, year)


def _pivoted(point: Point, year: int | None) -> Point:
    if not point.short or point.year is None or year is None:
        return point
    last = year + _PIVOT
    return _in_year(point, max(1, last - (last - point.year) % 100))


def _day(
    year: int | None, month: int | None, day: int | None, offset: int | None, *, short: bool = False
) -> Point | None:
    """A day or month, or what of it holds."""
    if month is None or not 1 <= month <= 12:
        return None
    if day is not None and not 1 <= day <= days_in_month(year, month):
        day = None
    return Point(year, month, day, offset=offset, short=short)


def _in_year(point: Point, year: int) -> Point:
    """`point` in a year; the month of a day that this year lacks (29/2)."""
    day = point.day
    if day and point.month and day > days_in_month(year, point.month):
        day = None
    return point._replace(year=year, day=day)


def _months(count: int | None, side: str | None, year: int | None) -> Point | Stretch | None:
    """The first or last `count` months of a year: six are a half-year."""
    if count is None or not 1 <= count <= 11:
        return None
    if count == 6 and side is not None:
        return Point(year, half=1 if side == "đầu" else 2)
    first, last = (13 - count, 12) if side == "cuối" else (1, count)
    return Stretch(Point(year, first), Point(year, last))


def read_plain(text: str) -> Point | None:
    """The day of "sáng 16/9", "ngày 16/9/2025", in lower case; None for any other form, and where nothing holds."""
    m = _PLAIN.fullmatch(text)
    if m is None:
        return None
    day, _, month, year = m.groups()
    return _day(None if year is None else int(year), int(month), int(day), None)


def read_point(text: str) -> Point | Stretch | None:
    """The point that `text` ends with ("Sáng ngày 9/12", "quý II/2024"); None where it ends with none.

    "9 tháng đầu năm 2022" has no code of its own and gives a stretch of months.
    """
    text = text.lower().rstrip(" )")
    if (plain := read_plain(text)) is not None:
        return plain
    if not text[-1:].isdecimal():
        text = _TOLD.sub("", text)
    today = _TODAY.search(text)
    offset = _OFFSETS[today["word"]] if today else None
    if m := _QUARTER.search(text):
        return Point(_number(m["year"]), quarter=_ROMAN.get(m["quarter"].upper()) or int(m["quarter"]))
    figures, in_months = text[-1:].isdecimal(), "tháng" in text or "nửa" in text
    if figures and (m := _MONTH_YEAR.search(text)):
        return _day(_full_year(m["year"]), int(m["month"]), None, None)
    if figures and (m := _NUMERIC.search(text)):
        short = m["year"] is not None and len(m["year"]) == 2
        return _day(_full_year(m["year"]), int(m["month"]), int(m["day"]), offset, short=short)
    if in_months and (m := _MONTHS.search(text)):
        return _months(_number(m["count"] or "6"), m["side"], _number(m["year"]))
    if in_months and (m := _WORDED.search(text)):
        return _day(_number(m["year"]), _number(m["month"]), _number(m["day"]), offset)
    if m := _DECADE.search(text):
        return Point(int(m["decade"]) if len(m["decade"]) == 4 else 1900 + int(m["decade"]), decade=True)
    if m := _WHOLE_YEAR.search(text):
        return Point(int(m["year"]))
    if (m := _BARE_DAY.search(text)) and 1 <= int(m["day"]) <= 31:
        return Point(day=int(m["day"]), offset=offset)
    return None


def _first(text: str) -> Point | None:
    """The point at which the stretch that begins with `text` begins."""
    early = _START_OF_YEAR.search(text.lower())
    return Point(_number(early["year"]), 1) if early else first_point(read_point(text))


def first_point(point: Point | Stretch | None) -> Point | None:
    """The point at which a stretch that begins with `point` begins: of a quarter or half-year its first month."""
    if isinstance(point, Stretch):
        return point.start
    if point is None or not (point.quarter or point.half):
        return point
    return Point(point.year, 3 * point.quarter - 2 if point.quarter else 6 * (point.half or 1) - 5)


def _last(text: str) -> Point | None:
    """The point at which the stretch that ends with `text` ends."""
    return last_point(read_point(text))


def last_point(point: Point | Stretch | None) -> Point | None:
    """The point at which a stretch that ends with `point` ends: of a quarter or half-year its last month."""
    if isinstance(point, Stretch):
        return point.end
    if point is None or not (point.quarter or point.half):
        return point
    return Point(point.year, 3 * point.quarter if point.quarter else 6 * (point.half or 1))


def complete(start: Point, end: Point) -> Point | None:
    """`start` with what it leaves to `end` ("ngày 24 đến 26/11/2022"): the last such day or month before the end.

    None where it cannot be before it ("28-2/3").
    """
    if start.day is not None and start.month is None:
        if end.day is None or start.day > end.day:
            return None
        return _day(end.year if start.year is None else start.year, end.month, start.day, start.offset)
    if start.year is None and end.year is not None:
        key, limit = (start.month or 0, start.day or 0), (end.month or 12, end.day or (31 if start.day else 0))
        return _in_year(start, end.year - (key > limit))
    return start


def _stretch(start: Point | None, end: Point | None) -> Stretch | None:
    """An interval of two points; the end takes its year from the start where only the start has one."""
    if start is None or end is None:
        return None
    if start.year is not None and end.year is None and end.month is not None:
        later = (end.month, end.day or 31) < (start.month or 0, start.day or 0)
        end = _in_year(end, start.year + later)
    if start.month is not None and start.day is None and end.day is None and end.year is None:
        # "từ tháng 1 đến tháng 9": both without a year
        return Stretch(start, end)
    begun = complete(start, end)
    if begun is None or (begun.year and end.year and _order(begun) > _order(end, last=True)):
        return None
    return Stretch(begun, end)


def join_points(first: Point | Stretch, last: Point | Stretch) -> Stretch | None:
    """The interval from the start of `first` to the end of `last`, each with what it leaves to the other ("ngày 24 đến
    26/11/2022"); None where they do not fit.
    """
    return _stretch(first_point(first), last_point(last))


def _order(point: Point, *, last: bool = False) -> tuple[int, int, int]:
    """A key by which points sort: the first day of a point, or its last."""
    return point.year or 0, point.month or (12 if last else 1), point.day or (31 if last else 1)


def date_value(groups: Mapping[str, str]) -> Point | Stretch | None:
    """One point ("Sáng 16/12", "tháng 5-2023", "quý II/2024", "6 tháng đầu năm 2022"); None where nothing holds."""
    return read_point(groups["value"])


def date_stretch(groups: Mapping[str, str]) -> Stretch | None:
    """An interval from `first` to `last`, "đến nay" where there is no `last`; None where the ends do not fit.

    With `next` they are two years named together ("hai năm 2011 và 2012"), which must follow one another.
    """
    start, last = _first(groups["first"]), groups.get("last")
    if last is not None and groups.get("next") and int(last) - int(groups["first"]) != 1:
        return None
    if start is None or last is None:
        return None if start is None else Stretch(start, None)
    end = _last(last)
    return _stretch(start, end)


def date_days(groups: Mapping[str, str]) -> Stretch | Several | None:
    """Days named together: `first`, those of `middle` and `last`; days that follow one another are an interval.

    "24 - 26/11" and "27 và 28/8" are intervals, "ngày 5 và 20/11" are two days, "(9/2022-9/2023)" runs over months.
    None where the ends do not fit.
    """
    end = read_point(groups["last"])
    if isinstance(end, Point) and end.day is None and end.year is not None and groups.get("to"):
        return _stretch(_first(groups["first"]), end)
    texts = [groups["first"], *re.findall(r"\d[\d/.-]*", groups.get("middle", ""))]
    starts = [read_point(t) for t in texts]
    if not isinstance(end, Point) or end.day is None:
        return None
    days: list[Point] = []
    for point in reversed(starts):
        before = complete(point, days[0] if days else end) if isinstance(point, Point) and point.day else None
        if before is None:
            return None
        days.insert(0, before)
    days.append(end)
    if groups.get("to") or all(_follows(a, b) for a, b in pairwise(days)):
        return _stretch(days[0], end)
    return Several(tuple(days))


def date_quarters(groups: Mapping[str, str]) -> Several | Stretch | None:
    """Quarters of one year ("quý I, II và III/2024"): `first`, those of `middle`, and `last` with its year; an interval
    with `to` ("quý I - III/2025").
    """
    last = read_point("quý " + groups["last"])
    words = [groups["first"], *(f"quý {x}" for x in re.findall(r"\w+", groups.get("middle", "")))]
    before = [x for x in map(read_point, words) if isinstance(x, Point)]
    if not isinstance(last, Point) or len(before) < len(words):
        return None
    before = [x._replace(year=last.year) for x in before]
    return join_points(before[0], last) if groups.get("to") else Several((*before, last))


def _follows(a: Point, b: Point) -> bool:
    """Whether `b` is the day after `a`; without years in a leap year or in another."""
    if a.month is None or a.day is None or b.month is None or b.day is None or (a.year is None) != (b.year is None):
        return False
    for year in (a.year,) if a.year else (2000, 2001):
        after = b.year or year + (b.month < a.month)
        if a.day > days_in_month(year, a.month) or b.day > days_in_month(after, b.month):
            continue
        if date(after, b.month, b.day) - date(year, a.month, a.day) == timedelta(days=1):
            return True
    return False


def date_relative(groups: Mapping[str, str]) -> Relative | None:
    """A day or year told by its distance from the day of writing ("sáng nay", "hôm qua", "năm ngoái")."""
    text = groups["value"].lower()
    if text.startswith("năm"):
        return Relative("year", -1 if "ngoái" in text else 0)
    m = _TODAY.search(text)
    return Relative("day", _OFFSETS[m["word"]]) if m else None


def occurrence(value: Point | Stretch, year: int) -> Point | Stretch | None:
    """`value`, whose year is unsaid, in `year`; None where that year has no such day (29/2).

    A stretch has its start in `year`, and its end at the first such point after it.
    """
    if isinstance(value, Point):
        if value.month and value.day and value.day > days_in_month(year, value.month):
            return None
        return value.of_year(year)
    start = occurrence(value.start, year)
    if not isinstance(start, Point):
        return None
    if value.end is None or value.end.year is not None:
        return Stretch(start, value.end)
    end = occurrence(value.end, year + (_order(start) > _order(value.end.of_year(year), last=True)))
    return Stretch(start, end) if isinstance(end, Point) else None
