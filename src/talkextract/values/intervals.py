"""Intervals of any text: of two dates ("từ thứ Năm đến thứ Bảy tuần trước"), or open ("trước năm 2016")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .dates import Point, Several, Stretch, join_points
from .moon import CYCLE
from .told import CLOCK, PART, Between, Edge, Moon, Told, century_of, decade_of, edge_of, read_edge, read_moon

__all__ = ["date_any"]

_BARE = re.compile(rf"(?:{PART} )?(?:ngày )?(?:mùng |mồng )?(\d{{1,2}})")
_MOON_WORD = re.compile(r"^(?:mùng|mồng) ")
_DECADE = re.compile(r"(?:những năm|thập niên|thập k[ỷỉ]) (\d0)$")
_CENTURY = re.compile(r"thế k[ỷỉ] (?:thứ )?(.+)$")
_HEAD = re.compile(
    r"(?:(?:đầu|giữa|cuối|nửa đầu|nửa cuối) )?(tháng|quý|quí|thế k[ỷỉ]|những năm|thập niên|thập k[ỷỉ]|mùng|mồng) "
)
_HEADLESS = re.compile(r"[\divxIVX]|[A-ZĐ]")
_NOW = ("nay", "bây giờ")
_NUMBERS = re.compile(r"\d+")
_START = re.compile(r"^đầu năm(?: (?P<year>\d{4})| (?P<told>nay|ngoái))?$")


def _with_last(first: str, last: str) -> Edge | None:
    """The first end of an interval, which may leave its month, its word or its century to the last."""
    low, end = first.lower().strip(" ("), last.lower()
    if m := _START.match(low):
        if m["year"]:
            return Edge(Point(int(m["year"]), 1))
        return Edge(Point(None, 1), -1 if m["told"] == "ngoái" else 0)
    if m := _BARE.fullmatch(CLOCK.sub("", low)):
        other = read_edge(last)
        if other is not None and isinstance(other.value, Moon):
            return Edge(other.value._replace(day=int(m[1]), eve=False), other.years, other.sense)
        if other is not None and isinstance(other.value, Told) and other.value.unit == "month" and other.value.at:
            return Edge(other.value._replace(at=int(m[1])))  # "từ ngày 5 đến 8 tháng sau"
        if other is not None and isinstance(other.value, Point) and other.value.day is None and other.value.month:
            return Edge(Point(None, int(m[1]))) if 1 <= int(m[1]) <= 12 else None  # "từ 1 đến 9/2024"
        return Edge(Point(day=int(m[1]))) if 1 <= int(m[1]) <= 31 else None
    if (m := _DECADE.search(low)) and "thế k" in end:
        of = _CENTURY.search(end)
        return Edge(decade_of(m[1], century_of(of[1] if of else None)))
    edge = read_edge(first)
    if edge is not None and isinstance(edge.value, Told) and edge.value.unit == "last":
        other = read_edge(last)  # "từ thứ Năm đến thứ Bảy tuần trước"
        if other is not None and isinstance(other.value, Told) and other.value.unit == "weekday":
            return Edge(other.value._replace(at=edge.value.at))
    return edge


def _head(text: str) -> str:
    """The word that the last end of an interval leaves to the first: "thế kỷ XVI - XVIII", "từ tháng 9 đến 11/2024"."""
    m = _HEAD.match(text.lower())
    return m[1] + " " if m else ""


def date_any(groups: Mapping[str, str]) -> Edge | Between | Several | None:
    """A date of any text: one point; with `first` and `last` an interval, or years that do not follow one another; with
    `since` or `until` an open interval.
    """
    if "moon" in groups:
        moon = read_moon(_MOON_WORD.sub("", groups["moon"].lower()))
        return None if moon is None else Edge(moon)
    if "since" in groups:
        start = _with_last(groups["since"], "")
        return None if start is None else Between(_begun(start), None)
    if "until" in groups:
        end = read_edge(groups["until"])
        return None if end is None else Between(None, end)
    if "first" not in groups:
        return read_edge(groups["value"])
    first, last = groups["first"], groups["last"]
    if first.lower() in _NOW:
        until = read_edge(last)
        if until is not None and isinstance(until.value, Told) and until.value.unit == "last":
            until = Edge(until.value._replace(unit="next"))
        return None if until is None else Between(Edge(Told("day", 0)), until._replace(sense=1))
    if len(first) == 4 and len(last) == 2 and first.isdecimal() and last.isdecimal():  # a season: "2025/26"
        last = first[:2] + last
        return _joined(Edge(Point(int(first))), Edge(Point(int(last)))) if int(last) == int(first) + 1 else None
    if first.lower().startswith("ngày ") and last[0].isdecimal() and "tháng" in last:
        last = "ngày " + last  # "6 tháng trước" alone is a span of six months
    head = _head(first)
    edge = read_edge(last)
    if head and not last.lower().startswith(head) and _HEADLESS.match(last):
        edge = read_edge(head + last) or edge
        last = head + last if edge is not None else last
    start = _with_last(first, last)
    if edge is not None and edge.years is None and edge.sense is None:  # what stands behind the last end
        said = edge_of(Point(), groups["value"])
        edge = edge._replace(years=said.years, sense=said.sense)
    if start is None or edge is None:
        return None
    middle = groups.get("middle", "")
    return (
        _each_year(start, edge, middle)
        if "also" in groups and not _follow(start, edge, middle)
        else _joined(start, edge)
    )


def _follow(start: Edge, end: Edge, middle: str) -> bool:
    """Whether years, decades or months named together follow one another: others are no interval."""
    a, b = start.value, end.value
    if isinstance(a, Told) and isinstance(b, Told):
        return a.at is not None and b.at == a.at + 1
    if not isinstance(a, Point) or not isinstance(b, Point):
        return False
    steps = 1 + len(_NUMBERS.findall(middle))
    if a.month is not None and b.month is not None:
        return (b.month - a.month) % 12 == steps
    if a.year is None or b.year is None:
        return False
    return b.year - a.year == steps * (100 if a.century else 10 if a.decade else 1)


def _each_year(start: Edge, end: Edge, middle: str) -> Several | None:
    """Years named together that are no interval ("năm 1258, 1285 và 1288"); None for anything else."""
    years = [start.value, *(Point(int(x)) for x in _NUMBERS.findall(middle)), end.value]
    plain = [x for x in years if isinstance(x, Point) and x == Point(x.year)]
    return Several(tuple(plain)) if len(plain) == len(years) else None


def _begun(edge: Edge) -> Edge:
    """A decade since which something goes on: since its first year."""
    value = edge.value
    if isinstance(value, Point) and value.decade:
        return edge._replace(value=Point(value.year))
    return edge


def _in_moon_year(a: Moon, b: Moon) -> Moon:
    """The first of two lunar dates, with the year that it leaves to the last ("từ 29 Tết đến mùng 4 Tết Ất Tỵ")."""
    if a.year is not None or a.cycle is not None or a.month is None or b.month is None:
        return a
    back = 0 if a.eve or a.month <= b.month else 1
    cycle = None if b.cycle is None else (b.cycle - back) % CYCLE
    return a._replace(year=None if b.year is None else b.year - back, cycle=cycle)


def _joined(start: Edge, end: Edge) -> Edge | Between | None:
    """One interval of two ends; of two points whose years are not told apart a plain stretch."""
    a, b = start.value, end.value
    if isinstance(a, Moon) and isinstance(b, Moon):
        return Between(start._replace(value=_in_moon_year(a, b)), end)
    old = [isinstance(x, Point) and (x.decade or x.century) for x in (a, b)]
    if isinstance(a, Point | Stretch) and isinstance(b, Point | Stretch) and start.years is None and not any(old):
        stretch = join_points(a, b)
        return None if stretch is None else Edge(stretch, end.years, end.sense)
    return Between(start, end)
