"""Dates in context: each date of an article with its value, and the entries of `record.dates`.

An unstated year comes, in this order, from the article's own words about the event, from the day of publication, from
the day that the article reports on; else it stays unsaid (`XXXX-07-22`). Nothing here reads the clock.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Literal, NamedTuple

from ..edtf import first_day, last_day
from ..mention import Mention
from ..record import DateEntry
from ..values.dates import DateValue, Point, Relative, Stretch
from .context import Context, Shown
from .present import Dated, Placed, Present, Resolution, is_days, place, present, starts
from .years import latest

__all__ = ["DateMention", "Precision", "Resolution", "Timeline", "date_entries", "resolve"]

Precision = Literal["day", "month", "part", "year", "interval"]


class DateMention(NamedTuple):
    """One date of the article: where it stands, its parts with the year as resolved (`partial`), and its EDTF value.

    `value` is None where none can be had, and `…/..` for "đến nay" (see `Timeline.value`). `precision` "part" is a
    quarter or half-year. `source` is the mention that the year is from: the year of a name, the page's stamp; None
    where the words state it or the caller gave it. Days that are no interval ("ngày 5 và 20/11") are two entries here.
    """

    start: int
    end: int
    value: str | None
    partial: DateValue
    precision: Precision
    resolution: Resolution
    rule: str
    source: Mention | None = None

    @property
    def is_open(self) -> bool:
        """Whether it lasts "đến nay"."""
        return isinstance(self.partial, Stretch) and self.partial.end is None

    @property
    def is_days(self) -> bool:
        """Whether it is a day, or an interval from a day to a day."""
        return self.precision == "day" or is_days(self.partial)


@dataclass(frozen=True)
class Timeline:
    """All dates of the content lines, in the order of the text, and what the article says about its own day.

    `published` is the accepted day of publication as it was written (the caller's, else the page's), None where there
    is none or where the article contradicts it; `stamp` is its mention, None for the caller's. `today` is the day that
    the article itself calls today (EDTF).
    """

    mentions: tuple[DateMention, ...]
    published: str | None
    stamp: Mention | None
    today: str | None

    def value(self, mention: DateMention, until: str | None = None) -> str | None:
        """The EDTF value of a mention; None where there is none.

        "đến nay" ends on `until`, the date of a held talk (its last day), else on the day that the article calls today,
        else it is open.
        """
        p = mention.partial
        if not isinstance(p, Stretch) or p.end is not None:
            return mention.value
        end = next((e.rpartition("/")[2] for e in (until, self.today) if e and last_day(e)), None)
        day = last_day(end)
        if p.start.year is None and day is not None:
            begun = latest(p, day)
            p = begun if isinstance(begun, Stretch) else p
        if p.start.year is None:
            return None
        begin = starts(p)
        return f"{p.start}/{end}" if day and begin and begin <= day else f"{p.start}/.."

    def within(self, start: int, end: int) -> tuple[DateMention, ...]:
        """The dates that stand in a span of the view; () where there are none."""
        inside = self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return tuple([m for m in inside if m.end <= end])

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.mentions]


def resolve(ctx: Context, published: str | None = None) -> Timeline:
    """Give every date of the article its value. `published` is the caller's day of publication (ISO 8601), if any."""
    placed = place(ctx)
    now = present(ctx, placed, published)
    dates: dict[int, DateMention] = {}
    for i, p in enumerate(placed):
        dated = now.dated(p, placed[i + 1] if i + 1 < len(placed) else None)
        if dated is not None:
            dates[i] = _mention(p, dated)
    named = [(d.value, d.partial.offset) for d in dates.values() if d.value and isinstance(d.partial, Point)]
    today = next((_shift(value, -offset) for value, offset in named if offset is not None), None)
    for i, p in enumerate(placed):
        if isinstance(p.value, Relative):
            dates[i] = _relative(p, p.value, now, today)
    if today is None:
        counted = [(d.value, d.partial) for d in dates.values() if isinstance(d.partial, Relative) and d.value]
        today = next((_shift(value, -said.offset) for value, said in counted if value and said.unit == "day"), None)
    return Timeline(tuple(dates[i] for i in range(len(placed))), now.published, now.stamp, today)


def date_entries(
    ctx: Context, timeline: Timeline, until: str | None = None, day: DateMention | None = None
) -> tuple[DateEntry, ...]:
    """`record.dates`: one entry per distinct value in the order of the text.

    `until` is the date of a held talk, `day` the mention that tells it: what lasts "đến nay" ends there.

    A date without a value is an entry of its own, once for what it says.
    """
    entries: dict[str, DateEntry] = {}
    for d in timeline.mentions:
        value = timeline.value(d, until)
        key = value or f"?{d.partial}"
        if key in entries:
            continue
        shown: list[Shown] = [("text", (d.start, d.end), d.rule)]
        if value is not None:
            shown.append(("value", (d.start, d.end), d.rule))
            ends = day if until and day and d.is_open and not value.endswith("..") else None
            more = (d.source, ends, ends.source if ends else None)
            shown += [("value", (told.start, told.end), told.rule) for told in more if told is not None]
        entries[key] = DateEntry(text=ctx.text(d.start, d.end), value=value, evidence=ctx.evidence(shown))
    return tuple(entries.values())


def _mention(placed: Placed, dated: Dated) -> DateMention:
    """A date as others read it; a quarter, half-year or open interval without a year has no value."""
    m, value = placed.mention, dated.value
    if isinstance(value, Point):
        part = value.quarter or value.half
        text = None if part and value.year is None else str(value)
        precision: Precision = "day" if value.day else "month" if value.month else "part" if part else "year"
    else:
        precision = "interval"
        text = str(value) if value.end is not None else None if value.start.year is None else f"{value.start}/.."
    return DateMention(m.start, m.end, text, value, precision, dated.how, m.rule, dated.source)


def _relative(placed: Placed, said: Relative, now: Present, today: str | None) -> DateMention:
    """A date told from the day of writing: the day that the article calls today, else the day of publication."""
    m, day = placed.mention, first_day(today) or (now.day if now.is_current else None)
    how: Resolution = "article" if today else "published" if day else "unspecified"
    source = now.stamp if day and today is None else None
    if said.unit == "year":
        if day is None and (day := now.told or now.day) is not None:
            how = "article"
        value = f"{day.year + said.offset:04d}" if day else None
    else:
        value = (day + timedelta(days=said.offset)).isoformat() if day else None if said.offset else today
    return DateMention(m.start, m.end, value, said, said.unit, how, m.rule, source)


def _shift(value: str, days: int) -> str | None:
    """A day some days later; None where its year is unsaid and it is not the same day."""
    if not days:
        return value
    day = first_day(value)
    return None if day is None else (day + timedelta(days=days)).isoformat()
