"""The commonest dates of any text, each read by one pattern: days in figures, months of a year, years, "sáng nay",
"từ ngày 24/11", "từ ngày 24 đến 26/11/2022".

The rules read them too, and alike, but by patterns that hold all other forms beside. `read_common` takes a fourth of
their time; where it finds nothing they are asked.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ..edtf import days_in_month
from .dates import Point, Relative, join_points
from .told import Between, Edge

__all__ = ["GOES_ON", "Said", "read_common"]

# What goes on with a date: figures, a dash, brackets, and the words by which a longer date begins with a shorter one
# ("16/9 năm ngoái", "24 đến 26/11", "tháng 5 âm lịch").
GOES_ON = re.compile(
    r" ?[-/.:,]? ?\d| ?[-(%]|/?[^\W\d]|,? (?:và|đến|tới|cho|rạng|sáng|trưa|chiều|tối|đêm|khuya|ngày|tháng|năm|của|hằng"
    r"|hàng|mỗi|mùng|mồng|đầu|giữa|cuối|quý|quí|[ivx]+|thế|những|thập)(?!\w)"
    r"| (?:âm|âl|dương|nay|ngoái|này|vừa|qua|sắp|trở|thứ|chủ|hết|tuần|trước|sau|tết|mai|kia|hôm"
    r"|giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm)(?!\w)"
)


class Said(NamedTuple):
    """What the words of one date say, with its span in the view and the rule that reads it."""

    start: int
    end: int
    value: Edge | Between
    rule: str


_DD, _MM, _YYYY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)", r"(?:0?[1-9]|1[0-2])(?!\d)", r"(?:1[5-9]|20)\d\d(?!\d)"
_PART = r"(?:rạng sáng|(?<!ánh )sáng(?: sớm)?|trưa|chiều(?: tối)?|tối|(?<!ngày )đêm|khuya) "


def _date(sign: str) -> str:
    """A pattern of four groups: day, `sign`, month, year."""
    return rf"({_DD})(?P<{sign}>[/.-])({_MM})(?:(?P={sign})({_YYYY}))?"


_COMMON = re.compile(
    rf"(?:(?P<day>(?:{_PART}(?:ngày )?|(?<!mỗi )(?<!một )(?<!hằng )(?<!hàng )ngày ){_date('a')})"
    rf"|(?P<year>(?:(?<!lần )(?:đầu|giữa|cuối) )?năm ({_YYYY}))"
    rf"|(?P<month>(?<!\d )(?<!mạng )(?<!rằm )(?<!mỗi )(?<!hằng )(?<!hàng )tháng ({_MM})(?:(?:[/-]| năm )({_YYYY}))?)"
    rf"|(?P<today>(?:{_PART}(?:hôm )?nay|(?:{_PART})?hôm (qua)))"
    rf"|(?P<since>(?:kể |bắt đầu )?từ (?:ngày )?{_date('b')})"
    rf"|(?P<after>sau ngày {_date('c')})"
    rf"|(?P<until>trước ngày {_date('d')})"
    rf"|(?P<days>từ (?:ngày )?({_DD})(?:(?P<e>[/.-])({_MM})(?:(?P=e)({_YYYY}))?)? (?:đến|tới) (?:hết )?(?:ngày )?"
    rf"{_date('f')})"
    rf"|(?P<years>từ (?:năm )?({_YYYY}) (?:đến|tới) (?:hết )?(?:năm )?({_YYYY}))"
    rf"|(?P<begun>(?:kể |bắt đầu )?từ năm ({_YYYY}))"
    rf"|(?P<span>(?<!\w[/.,:_-])(?<!\d )(?:năm )?({_YYYY}) ?- ?((?:19|20)\d\d)(?!\d))"
    rf"|(?P<both>ngày ({_DD})(?: ?- ?| (?:đến|tới) (?:hết )?)(?!\d+-){_date('g')}))"
    r"(?=[\s,.;:!?)\]\"']|$)(?! (?:nhuận|lần|buổi|chuyến|kỳ|đợt|lượt|triệu|nghìn)(?!\w))"
    rf"(?!{GOES_ON.pattern})"
)
_RULES = {
    "day": "dates.day", "year": "dates.year", "month": "dates.month", "today": "dates.today",
    "since": "dates.any.since", "after": "dates.any.since", "until": "dates.any.since",
    "days": "dates.stretch", "years": "dates.stretch", "begun": "dates.any.since", "span": "dates.years",
    "both": "dates.days",
}  # fmt: skip


def read_common(folded: str, place: int, line_end: int) -> Said | None:
    """The common date that begins at `place` of a text in lower case; None where none does, or where it may go on."""
    m = _COMMON.match(folded, place, line_end)
    if m is None or m.lastgroup is None:
        return None
    value = _value(m.lastgroup, m.groups()[m.lastindex :])
    return None if value is None else Said(place, m.end(), value, _RULES[m.lastgroup])


def _value(form: str, said: tuple[Any, ...]) -> Edge | Between | None:
    """What the groups of a form say; None where it is no date."""
    if form == "year":
        return Edge(Point(int(said[0])))
    if form == "month":
        return Edge(Point(None if said[1] is None else int(said[1]), int(said[0])))
    if form == "today":
        return Edge(Relative("day", -1 if said[0] else 0))
    if form == "begun":
        return Between(Edge(Point(int(said[0]))), None)
    if form in ("years", "span"):
        return _between(Point(int(said[0])), Point(int(said[1])))
    if form == "both":
        return _between(Point(day=int(said[0])), _day(*said[1:5]))
    day = _day(*said[:4])
    if form == "days":
        return _between(day, _day(*said[4:8]))
    if day is None or form == "day":
        return None if day is None else Edge(day)
    return Between(None, Edge(day)) if form == "until" else Between(Edge(day), None)


def _between(first: Point | None, last: Point | None) -> Edge | None:
    """An interval; None where an end is no date, or they do not fit."""
    stretch = None if first is None or last is None else join_points(first, last)
    return None if stretch is None else Edge(stretch)


def _day(day: str, _: str | None, month: str | None, year: str | None) -> Point | None:
    """A day of the calendar, its month and year maybe unsaid; None where there is none."""
    if month is None:
        return Point(day=int(day))
    point = Point(None if year is None else int(year), int(month), int(day))
    return point if int(day) <= days_in_month(point.year, int(month)) else None
