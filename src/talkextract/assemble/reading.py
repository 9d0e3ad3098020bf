"""The days of dates in any text: what `read_dates` concludes where no article and no talk stands around them.

The values, and what a sentence says of the time (`sẽ`, `năm ngoái`), are read as for a record; here alone a date that
stands before lends its year to one that leaves it out ("Tháng 5/2022, … Ngày 22/7, …"), since there is no event to ask.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import zip_longest
from typing import Literal, NamedTuple

from ..edtf import days_in_month, is_valid
from ..mention import Mention, Span
from ..offsets import View
from ..sentences import split_sentences
from ..values.dates import Point, Relative, Several, Stretch, first_point, last_point, occurrence
from ..values.told import Between, Edge, Moon, Told, edge_of, weekday_number
from .present import Resolution
from .reckoning import Place, Resolved, lends, resolve, resolve_stated
from .years import is_future, may_be_future

__all__ = ["Found", "Precision", "read_in_text"]


Precision = Literal["day", "month", "quarter", "half", "year", "decade", "century", "interval"]
# The longest words of a weekday before a date, and how they end.
_WEEKDAY_WORDS = 24
_OF_WEEK = re.compile(r"(?<!\w)(thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật),? ?\(?$")
# No sentence is longer.
_REACH = 400
_UNTIL = "trước "


class Found(NamedTuple):
    """A date of the text: its span in the view, its EDTF value (None where none can be had), how its year was had."""

    start: int
    end: int
    value: str | None
    precision: Precision
    how: Resolution
    lunar: bool


class Said(NamedTuple):
    """What the words of one date say, with its span in the view."""

    start: int
    end: int
    value: Edge | Between


class _Sentences:
    """The sentences of a text, split a line at a time: only those around a date that leaves something out are asked."""

    def __init__(self, plain: str) -> None:
        self._plain = plain
        self._lines: dict[int, list[Span]] = {}

    def _line(self, at: int) -> list[Span]:
        """The sentences of the line that holds an offset."""
        start = self._plain.rfind("\n", 0, at) + 1
        if (line := self._lines.get(start)) is None:
            end = self._plain.find("\n", at)
            line = self._lines[start] = split_sentences(self._plain, start, len(self._plain) if end < 0 else end)
        return line

    def at(self, offset: int) -> Span:
        """The sentence that holds an offset."""
        line = self._line(offset)
        return line[max(0, bisect_right(line, (offset, len(self._plain))) - 1)]

    def before(self, sentence: Span) -> int:
        """Where the sentence before one begins; 0 for the first."""
        at = sentence.start - 1
        while at >= 0 and self._plain[at].isspace():
            at -= 1
        return self.at(at).start if at >= 0 else 0


class _Text:
    """One text, with what was told in it so far, the last at the end."""

    def __init__(self, view: View) -> None:
        self.folded = view.folded
        self.sentences = _Sentences(view.plain)
        self.told: list[tuple[int, Resolved]] = []

    @cached_property
    def may_come(self) -> bool:
        """Whether it may tell of anything to come."""
        return may_be_future(self.folded)


class _Place:
    """Where a date stands (`reckoning.Place`). A line without a stop is not read again for each of its dates."""

    __slots__ = ("_said", "_span", "_text")

    def __init__(self, text: _Text, said: Said) -> None:
        self._text, self._said = text, said
        self._span: Span | None = None

    @property
    def text(self) -> str:
        return self._text.folded[self._said.start : self._said.end]

    @property
    def _sentence(self) -> Span:
        if self._span is None:
            self._span = self._text.sentences.at(self._said.start)
        return self._span

    @property
    def before(self) -> str:
        start = self._said.start
        return self._text.folded[max(self._sentence.start, start - _REACH) : start]

    @property
    def after(self) -> str:
        end = self._said.end
        return self._text.folded[end : max(end, min(self._sentence.end, end + _REACH))]

    @property
    def is_coming(self) -> bool:
        if not self._text.may_come:
            return False
        before, after = self.before, self.after
        if before.endswith(("hôm ", "hồi ")):
            return False
        return is_future(before.rpartition(";")[2], after.partition(";")[0])

    @property
    def weekday(self) -> int | None:
        words = self._text.folded[max(0, self._said.start - _WEEKDAY_WORDS) : self._said.start]
        if "thứ" not in words and "nhật" not in words:
            return None
        m = _OF_WEEK.search(words)
        return None if m is None else weekday_number(m[1])

    @property
    def last(self) -> Point | Stretch | None:
        told = self._text.told
        return told[-1][1].value if told else None

    def _reach(self) -> int:
        """Where the sentence before this one begins."""
        return self._text.sentences.before(self._sentence)

    @property
    def follows(self) -> bool:
        return self._text.told[-1][0] >= self._reach()

    @property
    def here(self) -> list[Point | Stretch]:
        start = self._sentence.start if self._text.told else 0
        return [x.value for at, x in self._text.told[:-7:-1] if at >= start]

    @property
    def lately(self) -> list[tuple[Point | Stretch, bool]]:
        told = [x for x in self._text.told[:-7:-1] if x[1].how == "stated"]
        if not told:
            return []
        start, reach = self._sentence.start, self._reach()
        return [(x.value, at >= start) for at, x in told if at >= reach and self._lends(x, at)]

    def _lends(self, told: Resolved, at: int) -> bool:
        """Whether a date written in full lends its year."""
        begin = max(self._text.sentences.at(at).start, at - _REACH)
        return lends(told, self._text.folded[begin:at])


def _read(text: _Text, said: Said, following: Said | None, published: date | None) -> Found | None:
    """A date as it is given; None where it has no day of the calendar."""
    value = said.value
    if isinstance(value, Between):
        # "trước ngày 30/9" is asked for behind its first word, which tells of a term
        at = said._replace(start=said.start + len(_UNTIL)) if value.start is None else said
        one = _between(said, value, _Place(text, at), published)
    else:
        resolved = (
            resolve_stated(value, published)
            or _shared(said, following, text.folded)
            or resolve(value, _Place(text, said), published)
        )
        one = None if resolved is None else _entry(said, resolved)
        if resolved is not None:
            text.told.append((said.start, resolved))
    return _hanging(said) if one is None and published is None else one


def read_in_text(view: View, mentions: Iterable[Mention], published: date | None) -> list[Found]:
    """The dates of a text in its order, without overlaps; one whose year nobody tells keeps it unsaid."""
    said = [s for m in mentions for s in _said(view.folded, m)]
    if not said:
        return []
    said = _with_months(said)
    text = _Text(view)
    found: list[Found] = []
    for s, following in zip_longest(said, said[1:]):
        one = _read(text, s, following, published)
        if one is not None and (one.value is None or one.precision != "interval" or is_valid(one.value)):
            found.append(one)
    return found


# ---- what the rules read


_WEEKDAY = re.compile(
    r"(?:(?:rạng sáng|sáng sớm|sáng|trưa|chiều tối|chiều|tối|đêm|khuya) )?"
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?P<open>,? \(|,? )(?=(?:ngày |mùng |mồng )*\d)"
)
_DAY_OF = re.compile(r"(?<!\d)\d{1,2} ?(?:[/.-] ?|(?=tháng ))(?=(?:tháng )?\d{1,2}(?!\d))")


def _said(folded: str, m: Mention) -> Sequence[Said]:
    """The dates of a mention: a weekday before a date is none of its words, days that are no interval are one each."""
    start, end, value = m.start, m.end, m.value
    weekday = _WEEKDAY.match(folded, start, end)
    if folded.startswith("năm học ", start):
        start += len("năm học ")
    if weekday:
        start = weekday.end()
        end -= "(" in weekday["open"] and folded[end - 1] == ")"
    if isinstance(value, Several):
        return list(_each(folded, m, start, end, value))
    if isinstance(value, (Point, Stretch, Relative)):
        value = edge_of(value, folded[start:end])
    if isinstance(value, Edge):
        point = value.value
        # where the day is impossible, its month holds if its year is stated, else nothing
        if isinstance(point, Point) and point.month and point.day is None:
            lost = _DAY_OF.search(folded, start, end)
            if lost and point.year is None:
                return ()
            start = lost.end() if lost else start
    elif not isinstance(value, Between):
        return ()
    return (Said(start, end, value),)


def _each(folded: str, m: Mention, start: int, end: int, value: Several) -> Iterator[Said]:
    """Days or quarters named together, each with its own words."""
    last = m.first("last")
    if last is None:
        return
    middle = m.first("middle")
    inner = [] if middle is None else [x.span() for x in re.finditer(r"\w[\w/.-]*", folded[middle.start : middle.end])]
    first = m.first("first")
    spans = [(start, start if first is None else first.end)]
    spans += [(middle.start + a, middle.start + b) for a, b in inner] if middle is not None else []
    spans.append((last.start, end))
    sense = edge_of(value, folded[start:end])
    for (a, b), point in zip(spans, value.points, strict=False):
        yield Said(a, b, sense._replace(value=point))


def _with_months(said: list[Said]) -> list[Said]:
    """Days without a month take that of the day before them."""
    month: int | None = None
    out: list[Said] = []
    for s in said:
        value = s.value.value if isinstance(s.value, Edge) else None
        last = value.end if isinstance(value, Stretch) else value
        if isinstance(last, Point) and last.day:
            if last is value and last.month is None and month and isinstance(s.value, Edge):
                if last.day > days_in_month(last.year, month):
                    continue
                last = last._replace(month=month)
                s = s._replace(value=s.value._replace(value=last))
            month = last.month
        elif isinstance(last, Point) and last.year and last.month:
            month = last.month  # "Tháng 8-1945, … Ngày 19"
        out.append(s)
    return out


def _shared(said: Said, following: Said | None, folded: str) -> Resolved | None:
    """A date with the year of the one that "và" joins to it ("quý I và quý II/2024"); None where none is."""
    if following is None or folded[said.end : following.start].strip(" ,") not in ("và", ""):
        return None
    edge, next_edge = said.value, following.value
    if not isinstance(edge, Edge) or not isinstance(next_edge, Edge):
        return None
    value, other = edge.value, next_edge.value
    if not isinstance(value, Point) or not isinstance(other, Point) or value.year is not None or other.year is None:
        return None
    if edge.years is not None or edge.sense is not None:
        return None
    if [x is None for x in value[1:5]] != [x is None for x in other[1:5]]:
        return None
    same = occurrence(value, other.year)
    if same is None or same.days is None or other.days is None:
        return None
    if same.days[0] > other.days[0]:
        same = occurrence(value, other.year - 1)
    return None if same is None else Resolved(same, "stated")


# ---- what is given


def _entry(said: Said, resolved: Resolved) -> Found:
    """A date as it is given: a part of a year without its year, and "đến nay" from an unsaid one, have no value."""
    value = resolved.value
    text: str | None
    precision: Precision = "interval"
    if isinstance(value, Point):
        precision = _precision(value)
        text = None if precision in ("quarter", "half") and value.year is None else str(value)
    elif value.end is None:
        text = None if value.start.year is None else f"{value.start}/.."
    else:
        text = str(value)
    return Found(said.start, said.end, text, precision, resolved.how, resolved.lunar)


_TOLD_PRECISION: dict[str, Precision] = {
    "month": "month", "quarter": "quarter", "year": "year", "century": "century",
    "week": "interval", "weekend": "interval",
}  # fmt: skip


def _hanging(said: Said) -> Found | None:
    """A date that is told from a day of writing that nobody knows: it has no value. None for an impossible one."""
    value = said.value
    ends = value if isinstance(value, Between) else (value,)
    points = [e.value for e in ends if e is not None and isinstance(e.value, Told | Relative | Moon)]
    if not points:
        return None
    point = points[0]
    precision: Precision = "interval"
    if isinstance(value, Edge):
        if isinstance(point, Moon):
            if point.year is not None:
                return None
            precision = "day" if point.day else "interval" if point.month else "year"
        else:
            at = point.at if isinstance(point, Told) else None
            precision = "day" if at is not None else _TOLD_PRECISION.get(point.unit, "day")
    lunar = isinstance(point, Moon)
    return Found(said.start, said.end, None, precision, "unspecified", lunar)


def _precision(point: Point) -> Precision:
    if point.day is not None:
        return "day"
    if point.month is not None:
        return "month"
    if point.quarter or point.half:
        return "quarter" if point.quarter else "half"
    return "century" if point.century else "decade" if point.decade else "year"


_WEAKEST: tuple[Resolution, ...] = ("unspecified", "published", "article", "stated")


def _between(said: Said, value: Between, place: Place, day: date | None) -> Found | None:
    """An interval of two dates, each resolved alone, or an open one; None where its ends do not fit."""
    ends = [(None if edge is None else resolve(edge, place, day)) for edge in value]
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
        end = resolve(value.end._replace(sense=1), place, begin[0] - timedelta(days=1)) or end
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
