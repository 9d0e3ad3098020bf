"""A visit lasts longer than the talk in it: the day and the place that the article tells of the talk itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ..edtf import bounds, first_day
from .context import Context
from .cues import standing
from .event import Event
from .events import Events
from .timeline import DateMention

__all__ = ["day_of_talk", "own_days", "told_as_held"]

_CARRIERS = ("", "buổi ", "cuộc ", "phiên ", "chương trình ")
_NEAR = 30  # characters between the verb and the day
# Patterns read the text in lower case.
_IS_HELD = re.compile(r"(?: (?:đã|được|chính thức|vừa))* (?:diễn ra|tổ chức|tiến hành)(?!\w)")
_VISIT = re.compile(standing("thăm", "chuyến", "công tác tại", "làm việc tại"))
_BEGINS = ("tiến hành ", "tổ chức ", "đã ", "bước vào ", "có buổi ", "có cuộc ")


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


def day_of_talk(ctx: Context, events: Events, told: DateMention, days: Sequence[DateMention]) -> DateMention:
    """The day on which the talk of a visit was held, where a later sentence tells it; else `told`, the days of both.

    The sentence says that it was held then, or of a visit begins with the day: "Sáng 6/6, hai bên tiến hành hội đàm".
    """
    main, stretch = events.main, _days(told)
    if main is None or stretch is None or main.coming:
        return told
    folded, within = ctx.view.folded, [d for d in days if _is_within(d, stretch) and d.start > told.start]
    for e in told_as_held(ctx, events):
        held = _IS_HELD.match(folded, e.mention.end)
        end = held.end() if held else e.mention.end
        if found := next((d for d in within if 0 <= d.start - end < _NEAR and d.start < e.sentence.end), None):
            return found
    if _VISIT.search(folded, main.sentence.start, main.sentence.end):
        begun = (e for e in events.same if not e.is_aside and e.before.endswith(_BEGINS))
        opening = {e.sentence.start for e in begun}
        return next((d for d in within if d.start in opening and ctx.page.role(d.start) == "body"), told)
    return told


def _days(d: DateMention) -> tuple[date, date] | None:
    """First and last day of an interval of more than one day; None for any other date."""
    first, last = (bounds(d.value) if d.value and "/" in d.value else None) or (None, None)
    return None if first is None or last is None else (first, last)


def _is_within(d: DateMention, stretch: tuple[date, date]) -> bool:
    """Whether a date is a single day of a stretch."""
    day = first_day(d.value) if d.precision == "day" else None
    return day is not None and stretch[0] <= day <= stretch[1]
