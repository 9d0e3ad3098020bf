"""A visit lasts longer than the talk in it: the day and the place that the article tells of the talk itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from ..edtf import bounds, first_day
from .context import Context
from .cues import standing
from .event import Event
from .events import Events
from .timeline import DateMention

__all__ = [
    "begun_on_visit", "day_beside", "day_of_talk", "own_days", "that_day", "told_as_held",
    "with_all_days", "with_next_day", "without_history",
]  # fmt: skip

_CARRIERS = ("", "buổi ", "cuộc ", "phiên ", "chương trình ")
_NEAR = 30  # characters between the verb and the day
# Patterns read the text in lower case.
_IS_HELD = re.compile(r"(?: (?:đã|được|chính thức|vừa))* (?:diễn ra|tổ chức|tiến hành)(?!\w)")
_VISIT = re.compile(standing("thăm", "chuyến", "công tác tại", "làm việc tại"))
# What joins the days of an exchange on both banks: "tại tỉnh A ngày 11/4 và tỉnh B ngày 12/4".
_AND_NEXT = re.compile(r"(?: \([^()]{1,30}\))?(?: (?:tại|ở) [^.;]{2,60}?)?,? và (?:(?:tại|ở) )?(?:[^.;,]{2,40} )?")
_LONGEST_REACH = timedelta(days=366)  # … by which a day can be older than another and still be news
_NEXT_DAYS = timedelta(days=2)
_MODERN = "2000"  # no older day is that of a talk where another one is told
_THAT_DAY = re.compile(r"(?:(?:cũng|trong|sáng|trưa|chiều|tối) )*cùng (?:ngày|sáng|chiều|tối)(?!\w)")
_BEGINS = ("tiến hành ", "tổ chức ", "đã ", "đã có ", "bước vào ", "có buổi ", "có cuộc ")
# "Theo đó, ngày 11/12, … đoàn đã có buổi làm việc"
_LINKS = re.compile(r"(?:theo đó|trong đó|cụ thể|trong chuyến (?:thăm|công tác)(?: này)?), (?:vào )?")


def told_as_held(ctx: Context, events: Events) -> Iterator[Event]:
    """The mentions of the reported event behind its own sentence that open theirs and say that it was held: "Hội đàm
    diễn ra sáng 6/6 tại thị xã Sầm Nưa".
    """
    if events.main is None or events.main.coming:
        return
    for e in events.same:
        opens = e.sentence.start > events.main.sentence.start and e.before in _CARRIERS
        if opens and e.sentence.role == "body" and _IS_HELD.match(ctx.view.folded, e.mention.end):
            yield e


def own_days(here: list[DateMention], noun: int) -> list[DateMention]:
    """The days of a sentence without the stretch before its noun that holds a single day behind it: a visit or a
    campaign lasts longer than the talk in it ("Trong chuyến thăm từ 10 - 12/9/2025, chiều 11/9, hai bên làm việc").
    """
    for i, stretch in enumerate(here):
        days = _days(stretch)
        if days is None or stretch.start >= noun:
            continue
        if any(_is_within(d, days) and d.start < noun for d in here[i + 1 :]):
            return [d for d in here if d is not stretch]
    return here


def without_history(days: list[DateMention]) -> list[DateMention]:
    """The days without those of long before the ones that are told earlier in the text: "từ khi Đảng ra đời vào ngày
    3/2/1930". What is told behind a day takes nothing from it: an outlook, or an order to whoever reads.
    """
    kept: list[DateMention] = []
    last = None
    for d in days:
        day = first_day(d.value)
        if day is not None and (str(day) < _MODERN or (last is not None and last - day > _LONGEST_REACH)):
            continue
        kept.append(d)
        last = max(last, day) if last and day else last or day
    return kept or days


def day_beside(ctx: Context, events: Events, days: Sequence[DateMention]) -> DateMention | None:
    """The day that a later sentence tells of an event whose own tells none: "Tại buổi hội đàm ngày 22/4, …", "Hội đàm
    diễn ra ngày 5/6".
    """
    if events.main is None or events.main.coming or events.dated is not events.main:
        return None
    ends = {e.mention.end for e in events.same if e.sentence.role == "body" and not (e.is_aside or e.in_paper)}
    for e in told_as_held(ctx, events):
        if held := _IS_HELD.match(ctx.view.folded, e.mention.end):
            ends.add(held.end())
    return next((d for d in days if ends & {d.start - 1, d.start - len(" vào ")}), None)


def with_next_day(ctx: Context, events: Events, told: DateMention, days: Sequence[DateMention]) -> DateMention:
    """Both days of an exchange that is held on one bank, then on the other; else `told`."""
    first = first_day(told.value) if told.precision == "day" else None
    if events.main is None or events.main.kind != "exchange" or first is None:
        return told
    for one, other in pairwise(days):
        second = first_day(other.value) if other.precision == "day" else None
        if one.value != told.value or second is None or not timedelta() < second - first <= _NEXT_DAYS:
            continue
        if _AND_NEXT.fullmatch(ctx.view.folded, one.end, other.start):
            return one._replace(end=other.end, value=f"{one.value}/{other.value}", precision="interval")
    return told


def with_all_days(ctx: Context, events: Events, told: DateMention, days: Sequence[DateMention]) -> DateMention:
    """All days of an event whose first one its sentence tells, where a later one tells them: "Hôm nay (20/6), cuộc họp
    đã khai mạc. … Trong hai ngày diễn ra cuộc họp (20-21/6)"; else `told`.
    """
    if events.main is None or first_day(told.value) is None or told.precision != "day":
        return told
    stretches = [d for d in days if d.start > told.end and (x := _days(d)) and x[0] == first_day(told.value)]
    for e in events.same if stretches else ():
        if e.sentence.role != "body" or e.sentence.start <= events.main.sentence.start or e.is_aside or e.coming:
            continue
        held = _IS_HELD.match(ctx.view.folded, e.mention.end)
        end = held.end() if held else e.mention.end
        reach = _NEAR if held else len(" (")
        if found := next((d for d in stretches if 0 <= d.start - end <= reach and d.start < e.sentence.end), None):
            return found
    return told


def day_of_talk(ctx: Context, events: Events, told: DateMention, days: Sequence[DateMention]) -> DateMention:
    """The day on which the talk of a visit was held, where a later sentence tells it; else `told`, the days of both.

    The sentence says that it was held then, or of a visit begins with the day: "Sáng 6/6, hai bên tiến hành hội đàm".
    """
    main, stretch = events.main, _days(told)
    if main is None or stretch is None or main.coming:
        return told
    for e in events.same:
        if e.kind == "talks" and e.sentence.role == "body" and (day := that_day(e, days, told)) is not told:
            return day
    folded, within = ctx.view.folded, [d for d in days if _is_within(d, stretch) and d.start > told.start]
    for e in told_as_held(ctx, events):
        held = _IS_HELD.match(folded, e.mention.end)
        end = held.end() if held else e.mention.end
        if found := next((d for d in within if 0 <= d.start - end < _NEAR and d.start < e.sentence.end), None):
            return found
    opening = {e.sentence.start for e in begun_on_visit(ctx, events)}
    opening |= {m.end() for start in opening if (m := _LINKS.match(folded, start))}
    return next((d for d in within if d.start in opening and ctx.page.role(d.start) == "body"), told)


def begun_on_visit(ctx: Context, events: Events) -> Iterator[Event]:
    """The mentions of the talk of a visit that say of it that it was held: "đoàn đã có buổi làm việc với"."""
    main = events.main
    if main is None or main.coming or not _VISIT.search(ctx.view.folded, main.sentence.start, main.sentence.end):
        return
    yield from (e for e in events.same if not e.is_aside and e.before.endswith(_BEGINS))


def that_day(e: Event, days: Sequence[DateMention], told: DateMention) -> DateMention:
    """The day of a visit that the sentence of its talk takes up ("Cùng ngày, Đoàn A đã hội đàm với Đoàn B"); `told`,
    the days of the visit, where it takes up none.
    """
    stretch = _days(told) if _THAT_DAY.match(e.before) else None
    before = [d for d in days if stretch and d.start < e.sentence.start and _is_within(d, stretch)]
    return before[-1] if before else told


def _days(d: DateMention) -> tuple[date, date] | None:
    """First and last day of an interval of more than one day; None for any other date."""
    first, last = (bounds(d.value) if d.value and "/" in d.value else None) or (None, None)
    return None if first is None or last is None else (first, last)


def _is_within(d: DateMention, stretch: tuple[date, date]) -> bool:
    """Whether a date is a single day of a stretch."""
    day = first_day(d.value) if d.precision == "day" else None
    return day is not None and stretch[0] <= day <= stretch[1]
