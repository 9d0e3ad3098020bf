"""The days of dates in any text: what `read_dates` concludes where no article and no talk stands around them.

The values, and what a sentence says of the time (`sẽ`, `năm ngoái`), are read as for a record; here alone a date that
stands before lends its year to one that leaves it out ("Tháng 5/2022, … Ngày 22/7, …"), since there is no event to ask.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

from ..edtf import days_in_month, is_valid
from ..mention import Mention
from ..offsets import View
from ..sentences import split_sentences
from ..values.dates import Point, Relative, Several, Stretch, first_point, last_point, occurrence, pivoted
from ..values.moon import CYCLE, moon_day, moon_month
from ..values.told import Between, Edge, Moon, Told, edge_of
from .present import Resolution
from .years import is_future, latest, next_after

__all__ = ["Found", "Precision", "read_in_text"]


Precision = Literal["day", "month", "quarter", "half", "year", "decade", "century", "interval"]
# No sentence is longer: a line without a stop is not read again for each of its dates.
_REACH = 400
_HALF_YEAR = timedelta(days=183)
_SEASON = timedelta(days=92)
_MONTH = timedelta(days=31)
_AHEAD = timedelta(days=45)


class Found(NamedTuple):
    """A date of the text: its span in the view, its EDTF value (None where none can be had), how its year was had."""

    start: int
    end: int
    value: str | None
    precision: Precision
    how: Resolution
    lunar: bool


class _Resolved(NamedTuple):
    """A date with its year, if one can be had; `open` says which end of the interval is open."""

    value: Point | Stretch
    how: Resolution
    lunar: bool = False


class _Said(NamedTuple):
    """One date as the rules read it, with its span in the view and its words in lower case."""

    start: int
    end: int
    value: Edge | Between
    text: str


class _Place(NamedTuple):
    """Where a date stands: the words before and after it in its sentence, and what was told before it, the last first.

    `recent` are the dates of this sentence and the one before, `here` those of this one, `lately` those written in full
    (and whether in this one).
    """

    text: str
    before: str
    after: str
    recent: Sequence[Point | Stretch]
    here: Sequence[Point | Stretch]
    lately: Sequence[tuple[Point | Stretch, bool]]


def read_in_text(view: View, mentions: Iterable[Mention], published: date | None) -> list[Found]:
    """The dates of a text in its order, without overlaps; one whose year nobody tells keeps it unsaid."""
    folded, plain = view.folded, view.plain
    said = _with_months([s for m in mentions for s in _said(folded, m)])
    ends = [m.start() for m in re.finditer("\n", plain)]
    sentences = (
        [s for a, b in pairwise([-1, *ends, len(plain)]) for s in split_sentences(plain, a + 1, b)] if said else []
    )
    starts = [s.start for s in sentences]
    found: list[Found] = []
    told: list[tuple[int, Point | Stretch, bool]] = []  # the sentence, what was told, whether it lends its year
    for i, s in enumerate(said):
        at = max(0, bisect_right(starts, s.start) - 1)
        begin, end = max(sentences[at].start, s.start - _REACH), max(s.end, min(sentences[at].end, s.end + _REACH))
        before, after = folded[begin : s.start], folded[s.end : end]
        recent = [x for x in reversed(told[-6:]) if x[0] >= at - 1]
        place = _Place(
            s.text,
            before,
            after,
            [v for _, v, _ in recent],
            [v for n, v, _ in recent if n == at],
            [(v, n == at) for n, v, lends in recent if lends],
        )
        resolved = _shared(s, said[i + 1] if i + 1 < len(said) else None, folded) or _resolve(s.value, place, published)
        if isinstance(s.value, Between):
            one = _between(s, s.value, place, published)
        else:
            one = None if resolved is None else _entry(s, resolved)
            if resolved is not None:
                told.append((at, resolved.value, resolved.how == "stated" and _lends(resolved, before)))
        if one is not None and (one.value is None or one.precision != "interval" or is_valid(one.value)):
            found.append(one)
    return found


# ---- what the rules read


_WEEKDAY = re.compile(
    r"(?:(?:rạng sáng|sáng sớm|sáng|trưa|chiều tối|chiều|tối|đêm|khuya) )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
    r"(?P<open>,? \(|,? )(?=(?:ngày |mùng |mồng )*\d)"
)
_DAY_OF = re.compile(r"(?<!\d)\d{1,2} ?(?:[/.-] ?|(?=tháng ))(?=(?:tháng )?\d{1,2}(?!\d))")


def _said(folded: str, m: Mention) -> Iterator[_Said]:
    """The dates of a mention: the weekday before a date is none of its words, days that are no interval are one each."""
    start, end, value = m.start, m.end, m.value
    weekday = _WEEKDAY.match(folded, start, end)
    if folded.startswith("năm học ", start):
        start += len("năm học ")
    if weekday:
        start = weekday.end()
        end -= "(" in weekday["open"] and folded[end - 1] == ")"
    if isinstance(value, Several):
        yield from _each(folded, m, start, end, value)
        return
    if isinstance(value, Point | Stretch | Relative):
        value = edge_of(value, folded[start:end])
    if not isinstance(value, Edge | Between):
        return
    point = value.value if isinstance(value, Edge) else None
    if isinstance(point, Point) and point.month and point.day is None and (lost := _DAY_OF.search(folded, start, end)):
        # the day is impossible: its month holds where its year is stated, else nothing
        if point.year is None:
            return
        start = lost.end()
    yield _Said(start, end, value, folded[start:end])


def _each(folded: str, m: Mention, start: int, end: int, value: Several) -> Iterator[_Said]:
    """Days or quarters named together, each with its own words."""
    last = m.first("last")
    if last is None:
        return
    middle = m.first("middle")
    inner = [] if middle is None else [x.span() for x in re.finditer(r"\d[\d/.-]*", folded[middle.start : middle.end])]
    first = m.first("first")
    spans = [(start, start if first is None else first.end)]
    spans += [(middle.start + a, middle.start + b) for a, b in inner] if middle is not None else []
    spans.append((last.start, end))
    sense = edge_of(value, folded[start:end])
    for (a, b), point in zip(spans, value.points, strict=False):
        yield _Said(a, b, sense._replace(value=point), folded[a:b])


def _with_months(said: list[_Said]) -> list[_Said]:
    """Days without a month take that of the day before them."""
    month: int | None = None
    out: list[_Said] = []
    for s in said:
        value = s.value.value if isinstance(s.value, Edge) else None
        if isinstance(s.value, Edge) and isinstance(value, Point) and value.day and value.month is None and month:
            value = value._replace(month=month)
            if value.day is not None and value.day > days_in_month(value.year, month):
                continue
            s = s._replace(value=s.value._replace(value=value))
        last = value.end if isinstance(value, Stretch) else value
        if isinstance(last, Point) and last.day:
            month = last.month
        out.append(s)
    return out


def _shared(said: _Said, following: _Said | None, folded: str) -> _Resolved | None:
    """A date with the year of the one that "và" joins to it ("quý I và quý II/2024"); None where none is."""
    if following is None or not isinstance(said.value, Edge) or not isinstance(following.value, Edge):
        return None
    value, other, edge = said.value.value, following.value.value, said.value
    if not isinstance(value, Point) or not isinstance(other, Point) or value.year is not None or other.year is None:
        return None
    if (
        edge.years is not None
        or edge.sense is not None
        or folded[said.end : following.start].strip(" ,") not in ("và", "")
    ):
        return None
    if [x is None for x in value[1:5]] != [x is None for x in other[1:5]]:
        return None
    same = occurrence(value, other.year)
    if same is None or same.days is None or other.days is None:
        return None
    if same.days[0] > other.days[0]:
        same = occurrence(value, other.year - 1)
    return None if same is None else _Resolved(same, "stated")


# ---- the year


def _resolve(said: Edge | Between, place: _Place, day: date | None) -> _Resolved | None:
    """A date with its year; None where it is told from a day that nobody knows, or has no day of the calendar."""
    if isinstance(said, Between):
        return None
    value = said.value
    try:
        if isinstance(value, Relative):
            return _told(Told(value.unit, value.offset), place, day)
        if isinstance(value, Told):
            return _told(value, place, day)
        if isinstance(value, Moon):
            return _by_moon(value, said, place, day)
        return None if isinstance(value, Several) else _solar(value, said, place, day)
    except (OverflowError, ValueError):  # at the ends of the calendar
        return None


def _solar(value: Point | Stretch, said: Edge, place: _Place, day: date | None) -> _Resolved | None:
    start = value.start if isinstance(value, Stretch) else value
    if start.year is not None:
        return _Resolved(_pivoted(value, day), "stated")
    if isinstance(value, Point) and value.day is not None and value.month is None:
        return _of_month(value, day, place)
    if said.years is not None:
        return _in_told_year(value, said.years, place, day)
    if said.sense is None and (lent := _lent(value, place)) is not None:
        return _Resolved(lent, "article")
    if day is None:
        return _Resolved(value, "unspecified")
    if said.sense == 0:
        found = occurrence(value, day.year)
    elif said.sense == 1:
        found = next_after(value, day + timedelta(days=1))
    else:
        found = _coming(value, place, day) if said.sense is None else None
        found = latest(value, day) if found is None else found
    return None if found is None else _Resolved(found, "published")


def _pivoted(value: Point | Stretch, day: date | None) -> Point | Stretch:
    """A value with its years of two figures written out."""
    year = None if day is None else day.year
    if isinstance(value, Point):
        return pivoted(value, year)
    return Stretch(pivoted(value.start, year), None if value.end is None else pivoted(value.end, year))


def _of_month(value: Point, day: date | None, place: _Place) -> _Resolved | None:
    """A day whose month nobody tells: the latest such day, the next one of what is to come."""
    if day is None or value.day is None:
        return _Resolved(value, "unspecified")
    step = 1 if is_future(place.before, place.after) else -1
    year, month = day.year, day.month
    for _ in range(3):
        if value.day <= days_in_month(year, month) and (date(year, month, value.day) - day).days * step >= 0:
            return _Resolved(Point(year, month, value.day), "published")
        year, month = _month(year, month, step)
    return None


def _in_told_year(value: Point | Stretch, years: int, place: _Place, day: date | None) -> _Resolved | None:
    """A date of "năm nay", "năm ngoái"; of an interval over the turn of a year the words tell that of its end."""
    if day is None:
        return _Resolved(value, "unspecified")
    year = day.year + years
    if isinstance(value, Stretch) and value.end is not None and _key(value.start) > _key(value.end):
        year -= 1
    found = occurrence(value, year)
    return None if found is None else _Resolved(found, "published")


def _key(point: Point) -> tuple[int, int]:
    return point.month or 0, point.day or 0


def _month(year: int, month: int, step: int) -> tuple[int, int]:
    """The month some months later."""
    count = 12 * year + month - 1 + step
    return count // 12, count % 12 + 1


# What stands before a year that dates a person, a paper or a plan, not what the sentence tells.
_NO_TIME = re.compile(
    r"(?<!\w)(?:sinh|sn|luật|nghị (?:định|quyết)|thông tư|quyết định|công ước|hiệp định|hiến pháp|quy hoạch|mục tiêu|tầm nhìn"
    r"|thành lập|giai đoạn|nhiệm kỳ|từ|khóa|so với|cùng kỳ)(?: [^,;.]{0,40})?[ (]*$"
)


def _lends(told: _Resolved, before: str) -> bool:
    """Whether a date written in full may lend its year to those told after it."""
    value = told.value
    if told.lunar or _NO_TIME.search(before[-60:]):
        return False
    if isinstance(value, Point):
        return not (value.decade or value.century)
    days = value.days if value.end is not None else None
    return days is not None and days[1] - days[0] <= _SEASON


def _lent(value: Point | Stretch, place: _Place) -> Point | Stretch | None:
    """A date in the year of one written in full before it: of the same sentence, a day or month of the sentence before
    too; the nearest to it within half a year.
    """
    for told, here in place.lately:
        start = told.start if isinstance(told, Stretch) else told
        days = told.days
        if days is None or start.year is None or not (here or start.month):
            continue
        if start.month is None:
            return occurrence(value, start.year)
        around = [x for y in (-1, 0, 1) if 0 < start.year + y < 9999 and (x := occurrence(value, start.year + y))]
        near = [(abs(x.days[0] - days[0]), x) for x in around if x.days]
        if near and (best := min(near, key=lambda x: x[0]))[0] <= _HALF_YEAR:
            return best[1]
    return None


# Words that tell of a date as past.
_PAST = re.compile(r"(?<!\w)(?:đã|vừa|hôm|hồi|trước đó)(?!\w)")


def _coming(value: Point | Stretch, place: _Place, day: date) -> Point | Stretch | None:
    """The next occurrence of a date that is still to come; None where it is past.

    To come is what the sentence tells so ("sẽ"), what is of the same month as a coming date before it ("sẽ xuất phát ngày
    2/3. … trong hai ngày 28/2 và 1/3"), and, unless told as past, what is a few weeks ahead: who means the day nearly a
    year ago says "năm ngoái".
    """
    found = next_after(value, day)
    if found is None or found.days is None:
        return None
    ahead = found.days[0] - day
    if is_future(place.before, place.after):
        return found
    last = place.recent[0].days if place.recent else None
    if last is not None and last[0] > day and abs(found.days[0] - last[0]) <= _MONTH:
        return found
    return found if timedelta(0) < ahead <= _AHEAD and not _is_past(place) else None


# A verb that the subject behind the date ("Ngày 29/2, bé đã …") or the date itself stands before.
_DONE = re.compile(r"[^.;:]{0,40}?(?<!\w)(?:đã|vừa)(?!\w)")


def _is_past(place: _Place) -> bool:
    return bool(_PAST.search(place.before[-60:]) or _PAST.search(place.text) or _PAST.match(place.after.lstrip(" ,"), 0, 12)
                or _DONE.match(place.after))  # fmt: skip


# ---- told from the day of writing


def _told(value: Told, place: _Place, day: date | None) -> _Resolved | None:
    """A date told by its distance; "tháng trước", "năm trước" after another month, year of the sentence from that."""
    if value.unit in ("month", "quarter", "year") and value.at is None and place.text.endswith((" trước", " sau")):
        for other in place.here:
            point = first_point(other) if isinstance(other, Stretch) else other
            near = point is not None and point.year is not None and _is_compared(value, point, place)
            if near and point is not None and point.year is not None:
                month = point.month or 3 * (point.quarter or 1) - 2
                return _Resolved(_shifted(value, date(point.year, month, 1)), "article")
    if day is None:
        return None
    if value.unit == "last" and is_future(place.before, place.after):
        value = value._replace(unit="next")
        day -= timedelta(days=1)
    return _Resolved(_shifted(value, day), "published")


def _is_compared(value: Told, point: Point, place: _Place) -> bool:
    """Whether a month, quarter or year is told from another one of its sentence ("quý II/2024 … so với năm trước")."""
    if "so với" not in place.before and "cùng kỳ" not in place.before:
        return False
    if value.unit == "month":
        return point.month is not None and point.day is None
    return value.unit == "year" or point.quarter is not None


def _shifted(value: Told, day: date) -> Point | Stretch:
    """What is `value.offset` units from a day. Raises ValueError where the calendar has no such day."""
    unit, offset, at = value.unit, value.offset, value.at or 0
    monday = day - timedelta(days=day.weekday())
    if unit == "month":
        year, month = _month(day.year, day.month, offset)
        return _checked(Point(year, month, value.at))
    if unit == "quarter":
        year, month = _month(day.year, day.month, 3 * offset)
        return Point(year, quarter=(month + 2) // 3)
    if unit == "year":
        return _checked(Point(day.year + offset))
    if unit == "century":
        return Point(day.year // 100 * 100 + 100 * offset, century=True)
    if unit in ("week", "weekend"):
        first = monday + timedelta(days=7 * offset + 5 * (unit == "weekend"))
        return Stretch(_point(first), _point(monday + timedelta(days=7 * offset + 6)))
    if unit == "weekday":
        return _point(monday + timedelta(days=7 * offset + at))
    if unit == "next":
        return _point(day + timedelta(days=(at - day.weekday() - 1) % 7 + 1))
    if unit == "past":
        return _point(day - timedelta(days=(day.weekday() - at - 1) % 7 + 1))
    return _point(day + timedelta(days=offset) if unit == "day" else day - timedelta(days=(day.weekday() - at) % 7))


def _point(day: date) -> Point:
    return Point(day.year, day.month, day.day)


def _checked(point: Point) -> Point:
    """The point itself. Raises ValueError where the calendar lacks it."""
    date(point.year or 1, point.month or 1, point.day or 1)
    return point


# ---- by the moon


def _by_moon(value: Moon, said: Edge, place: _Place, day: date | None) -> _Resolved | None:
    """A lunar date in the solar calendar; None where its year cannot be told."""
    year = value.year
    if year is None and value.cycle is not None:
        if day is None:
            return None
        year = day.year - (day.year - 4 - value.cycle + CYCLE // 2) % CYCLE + CYCLE // 2
    if year is not None:
        return _moon_year(value, year, "stated")
    if day is None or value.month is None:
        return None
    if said.years is not None:
        return _moon_year(value, day.year + said.years, "published")
    future = said.sense == 1 or (said.sense is None and is_future(place.before, place.after))
    found = [r for y in range(day.year - 2, day.year + 3) if (r := _moon_year(value, y, "published")) is not None]
    days = [(r.value.days, r) for r in found]
    coming = next((r for d, r in days if d and d[1] >= day), None)
    if future or said.sense is not None:
        return coming if future else _last_of(days, day)
    near = coming is not None and coming.value.days is not None and coming.value.days[0] - day <= _AHEAD
    if near and not _is_past(place) and coming is not None and coming.value.days and coming.value.days[0] > day:
        return coming
    return _last_of(days, day)


def _last_of(days: list[tuple[tuple[date, date] | None, _Resolved]], day: date) -> _Resolved | None:
    """The latest of some dates that begins not after a day, one day's grace."""
    return next((r for d, r in reversed(days) if d and d[0] <= day + timedelta(days=1)), None)


def _moon_year(value: Moon, year: int, how: Resolution) -> _Resolved | None:
    """A lunar date in one lunar year; the eve of its first day in the year before."""
    if value.month is None:
        return _Resolved(Point(year), how, lunar=True)
    year -= value.eve
    if value.day is not None:
        found = moon_day(year, value.month, value.day)
        return None if found is None else _Resolved(_point(found), how, lunar=True)
    month = moon_month(year, value.month)
    return None if month is None else _Resolved(Stretch(_point(month[0]), _point(month[1])), how, lunar=True)


# ---- what is given


def _entry(said: _Said, resolved: _Resolved) -> Found:
    """A date as it is given: a part of a year without its year, and "đến nay" from an unsaid one, have no value."""
    value = resolved.value
    text: str | None = str(value)
    precision: Precision = "interval"
    if isinstance(value, Stretch):
        if value.end is None:
            text = None if value.start.year is None else f"{value.start}/.."
    else:
        precision = _precision(value)
        text = None if precision in ("quarter", "half") and value.year is None else text
    return Found(said.start, said.end, text, precision, resolved.how, resolved.lunar)


def _precision(point: Point) -> Precision:
    if point.day is not None:
        return "day"
    if point.month is not None:
        return "month"
    if point.quarter or point.half:
        return "quarter" if point.quarter else "half"
    return "century" if point.century else "decade" if point.decade else "year"


_WEAKEST: tuple[Resolution, ...] = ("unspecified", "published", "article", "stated")


def _between(said: _Said, value: Between, place: _Place, day: date | None) -> Found | None:
    """An interval of two dates, each resolved alone, or an open one; None where its ends do not fit."""
    ends = [(None if edge is None else _resolve(edge, place, day)) for edge in value]
    if any(edge is not None and end is None for edge, end in zip(value, ends, strict=True)):
        return None
    start, end = ends
    if (
        start
        and end
        and value.end is not None
        and end.how == "published"
        and (begin := start.value.days)
        and end.value.days
    ) and end.value.days[1] < begin[0]:  # "từ 22 tháng Chạp đến mùng 6 tháng Giêng": the next after its start
        end = _resolve(value.end._replace(sense=1), place, begin[0] - timedelta(days=1)) or end
    first = None if start is None else first_point(start.value)
    last = None if end is None else last_point(end.value)
    if first and last and start and first.days and last.days and first.days[0] > last.days[1] and first.year:
        earlier = occurrence(first._replace(year=None), first.year - 1) if start.how == "published" else None
        first = earlier if isinstance(earlier, Point) else None
        if first is None:
            return None
    known = [x for x in (start, end) if x is not None]
    how = min((x.how for x in known), key=_WEAKEST.index)
    text = f"{first or '..'}/{last or '..'}"
    if (first is None or last is None) and (first or last or Point()).year is None:
        return Found(said.start, said.end, None, "interval", how, any(x.lunar for x in known))
    return Found(said.start, said.end, text, "interval", how, any(x.lunar for x in known))
