"""The day of writing, and the year of each date that does not state its own.

A date is read against the article's own words about its event, then against the day of publication, then against the
day that the article reports on. The page's stamp is believed unless the article contradicts it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, NamedTuple

from ..edtf import iso_day
from ..mention import Mention
from ..values.dates import Point, Relative, Several, Stretch, occurrence, pivoted
from .context import Context
from .years import (
    DAY,
    HALF_YEAR,
    NAMES,
    Anchor,
    by_anchor,
    grounds,
    is_future,
    is_reviewed,
    latest,
    near,
    next_after,
    opens,
    reports_day,
    years_on,
)

__all__ = ["Dated", "Placed", "Present", "Resolution", "is_days", "place", "present", "starts"]

Resolution = Literal["stated", "article", "published", "unspecified"]

# News are news for a month: so long after a day that leaves out its year a paper may be taken to tell of it.
_FRESH = timedelta(days=31)
_YEAR = timedelta(days=366)
_FAR = timedelta(days=300)
_MOST_LENDERS = 20
# No sentence is longer: a line without a stop is not read again for each of its dates.
_REACH = 1000
# What leads from the part of a year under review to the next: "quý III và đề ra nhiệm vụ quý IV năm 2023".
_THEN_PLANNED = re.compile(
    r"(?:phương hướng|nhiệm vụ|kế hoạch|triển khai|đề ra|bàn|thống nhất|nội dung)(?!\w)[^.;:()]{0,80}$"
    r"(?<!so với )(?<!so với cùng kỳ )"
)
# … from a day to the year of its lunar name: "Sáng 29/1, tức mùng 1 Tết Ất Tỵ năm 2025"
_AS_LUNAR = re.compile(
    r",? \(?(?:tức|nhằm|đúng)(?: (?:là|vào|sáng|chiều|ngày))* (?:mùng|mồng|\d{1,2})(?: \d{1,2})?"
    r"(?: (?:tết|tháng (?:giêng|chạp|\d{1,2}))(?:[/ ](?!năm)[^\W\d_]+){0,4})? $"
)


class Placed(NamedTuple):
    """One date; in lower case its words, and those before and after it in its sentence; where that sentence begins.

    `yearless` is the value again, where it lacks its year and is no relative expression. Days that are no interval
    ("ngày 5 và 20/11") are one each; a day without a month ("Ngày 25") has the month of the day before it in the text.
    """

    mention: Mention
    value: Point | Stretch | Relative
    yearless: Point | Stretch | None
    text: str
    before: str
    after: str
    sentence: int

    @property
    def is_future(self) -> bool:
        """Whether its words ("tháng 5 tới", "ngày mai (24/10)") or its sentence tell of it as still to come."""
        if self.text.endswith((" vừa qua", " vừa rồi")):
            return False
        return self.text.endswith(" tới") or self.text.startswith("ngày mai") or is_future(self.before, self.after)


class Dated(NamedTuple):
    """A date with its year, if one can be had, how it was had, and the mention that the year is from."""

    value: Point | Stretch
    how: Resolution
    source: Mention | None


class _Main(NamedTuple):
    """The first day of the article that lacks its year, and what the article's own words make of it."""

    placed: Placed
    value: Point | Stretch
    own: Point | Stretch | None
    anchor: Anchor | None
    strong: bool


def is_days(value: object) -> bool:
    """Whether a value is a day or an interval from a day to a day."""
    if isinstance(value, Stretch):
        return value.start.day is not None and value.end is not None and value.end.day is not None
    return isinstance(value, Point) and value.day is not None


def starts(value: Point | Stretch | Relative | None) -> date | None:
    """The first day of a value whose year is known; None for all others."""
    point = value.start if isinstance(value, Stretch) else value
    return point.days[0] if isinstance(point, Point) and point.days else None


def place(ctx: Context) -> list[Placed]:
    """The dates of the content lines in their sentences (in their lines, where no sentence holds them)."""
    folded, placed, month = ctx.view.folded, [], None
    for m in ctx.of("dates"):
        sentence = ctx.page.sentence(m.start)
        lead = ctx.page.lead_in(sentence) if sentence is not None else None
        start, end = max(0, m.start - _REACH), min(len(folded), m.end + _REACH)
        if sentence is None:
            start = max(start, folded.rfind("\n", start, m.start) + 1)
            end = folded.find("\n", m.end, end) if "\n" in folded[m.end : end] else end
        else:
            start, end = max(start, sentence.start), min(end, max(sentence.end, m.end))
        for value in m.value.points if isinstance(m.value, Several) else (m.value,):
            if not isinstance(value, Point | Stretch | Relative):
                continue
            if isinstance(value, Point) and value.day and value.month is None:
                value = value._replace(month=month)
            text, before, after = folded[m.start : m.end], folded[start : m.start], folded[m.end : end]
            if lead is not None:  # what opens a list is said of each item: "Hai bên kiến nghị: - … trong quý IV"
                before = f"{folded[lead.start : lead.end]} {before}"
            placed.append(Placed(m, value, _yearless(value), text, before, after, start))
            last = value.end if isinstance(value, Stretch) else value
            month = last.month if isinstance(last, Point) and last.day else month
    return placed


def _yearless(value: Point | Stretch | Relative) -> Point | Stretch | None:
    """A value that lacks its year; None for all others."""
    if isinstance(value, Relative):
        return None
    return value if (value.start if isinstance(value, Stretch) else value).year is None else None


def present(ctx: Context, placed: list[Placed], published: str | None) -> Present:
    """The day of writing: `published` is the caller's, None where the page's stamp is to be read."""
    anchors = [a for p in placed if p.yearless is None and (a := grounds(p.mention, p.text, p.before, p.after))]
    main = _main(ctx, placed, anchors)
    told = _told(main, placed)
    stamp = None
    if published is None:
        planned = _planned(ctx, placed)
        stamp = next(
            (m for m, day in _stamps(ctx)
             if not (_is_contradicted(day, main, told) or (planned is not None and day - planned > _YEAR))), None,
        )  # fmt: skip
        published = None if stamp is None else str(stamp.value)
    return Present(published, stamp, main, anchors, told, _lenders(ctx, placed))


# ---- the day that the article reports on


def _main(ctx: Context, placed: list[Placed], anchors: list[Anchor]) -> _Main | None:
    """The first day without a year, with the own words that give it one; None where every day states its year."""
    for p in placed:
        value = p.yearless
        if value is None or not is_days(value):
            continue
        for anchor, strong in _own_words(ctx, p, anchors):
            own = by_anchor(value, anchor)
            if own is not None:
                return _Main(p, value, own, anchor, strong)
        return _Main(p, value, None, None, False)
    return None


def _own_words(ctx: Context, placed: Placed, anchors: list[Anchor]) -> Iterator[tuple[Anchor, bool]]:
    """The grounds for a day's year, best first, each with whether it surely speaks of the same event.

    The event's name in the same sentence, in the title, elsewhere; then periods under review, the latest first.
    """
    beside = _beside(placed, anchors)
    if beside is not None:
        yield beside, True
    if (title := ctx.page.title) is not None:
        yield from ((a, True) for a in anchors if a.kind in NAMES and title.start <= a.mention.start < title.end)
    rest = [a for a in anchors if a.kind not in ("since", "next")]
    yield from ((a, False) for a in sorted(rest, key=lambda a: a.days[1], reverse=True))
    yield from ((a, False) for kind in ("since", "next") for a in anchors if a.kind == kind)


def _beside(placed: Placed, anchors: list[Anchor]) -> Anchor | None:
    """The name with a year that stands nearest to a date in its own sentence; None where there is none."""
    here = bisect_left(anchors, placed.sentence, key=lambda a: a.mention.start)
    there = bisect_left(anchors, placed.mention.end + len(placed.after), key=lambda a: a.mention.start)
    names = (a for a in anchors[here:there] if a.kind in NAMES)
    return min(names, key=lambda a: abs(a.mention.start - placed.mention.start), default=None)


def _told(main: _Main | None, placed: list[Placed]) -> date | None:
    """The last day that the article reports on, by its own words; None where they tell none.

    It is the main day, where the article's words give it a year. A day that states its year counts only before that
    ("Trước đó, tại hội đàm ngày 6/12/2019" is not the day of the report).
    """
    if main is not None and main.own is not None:
        return main.own.days[1] if main.own.days else None
    before = placed if main is None else placed[: placed.index(main.placed)]
    return max((day for p in before if (day := _reported(p)) is not None), default=None)


def _planned(ctx: Context, placed: list[Placed]) -> date | None:
    """The last day, month or quarter with its year that the body tells of as still to come: no paper does so a year
    after it ("dự kiến tổ chức vào quý III/2010"); None where there is none.
    """
    days = (
        p.value.days for p in placed
        if p.yearless is None and isinstance(p.value, Point) and (p.value.month or p.value.quarter) and p.is_future
        and ctx.page.role(p.mention.start) == "body"
    )  # fmt: skip
    return max((d[1] for d in days if d), default=None)


def _reported(placed: Placed) -> date | None:
    """The day of a mention that states its year, if the article reports on it; else None."""
    if not is_days(placed.value) or placed.is_future or not reports_day(placed.text, placed.before, placed.after):
        return None
    return starts(placed.value)


def _lenders(ctx: Context, placed: list[Placed]) -> list[Placed]:
    """The days written in full that tell when something happened: intervals up to a day, and days that open a sentence.

    Not those that date a paper; no more than an article has, so that a list of days stays cheap.
    """
    found: list[Placed] = []
    for p in placed:
        if len(found) == _MOST_LENDERS:
            break
        if p.yearless is not None or p.mention.start in ctx.papers or ctx.page.role(p.mention.start) != "body":
            continue
        if _ends_on_a_day(p.value) or (isinstance(p.value, Point) and p.value.day and opens(p.before)):
            found.append(p)
    return found


# ---- the day of publication


def _stamps(ctx: Context) -> list[tuple[Mention, date]]:
    """The stamps of the page, each with its day: those above its text, the oldest first (a clock runs on), then the
    others.
    """
    field = "document.published"
    found = [(m, d) for m in (*ctx.page_mentions.get(field, ()), *ctx.of(field)) if (d := iso_day(str(m.value)))]
    body = next((line.start for line in ctx.page.lines if line.role == "body"), 0)
    return sorted(found, key=lambda x: (x[0].start >= body, str(x[0].value) if x[0].start < body else "", x[0].start))


def _is_fresh(published: date, value: Point | Stretch | None, limit: timedelta = _FRESH) -> bool:
    """Whether `published` follows the day that `value` begins with, a long interval the day that it ends on, within a
    month (or `limit`), one day's grace.
    """
    day = starts(value)
    if isinstance(value, Stretch) and (days := value.days) is not None and days[1] - days[0] > _FRESH:
        day = days[1]
    return day is not None and -DAY <= published - day <= limit


def _is_contradicted(stamp: date, main: _Main | None, told: date | None) -> bool:
    """Whether the article contradicts a stamp, which then is the clock of the page and no day of publication.

    A paper leaves out the year of what has just been: where the article's own words tell the year of such a day, it
    must lie in the half-year before the stamp (later, the next such day is nearer), unless they leave room for one in
    the month before. A reported day with its year must not lie after the stamp, nor a year back.
    """
    if main is None:
        return told is not None and (told > stamp + DAY or stamp - told > _YEAR)
    if main.own is None or main.anchor is None or main.placed.is_future or _is_fresh(stamp, main.own, HALF_YEAR):
        return False
    guess = latest(main.value, stamp)
    return not (_is_fresh(stamp, guess) and _is_loose(guess, main.anchor, main.strong))


def _is_loose(guess: Point | Stretch | None, anchor: Anchor, strong: bool) -> bool:
    """Whether the article's own words leave room for `guess`: of another event, or about the turn of a year."""
    day = starts(guess)
    return not strong or (day is not None and near(day, anchor))


# ---- the year of each date


@dataclass(frozen=True)
class Present:
    """What the dates of one article are read against.

    `published` is the accepted day of publication as it was written, `stamp` its mention (None for the caller's),
    `told` the last day that the article reports on by its own words, `lenders` the days written in full that tell of
    an event.
    """

    published: str | None
    stamp: Mention | None
    main: _Main | None
    anchors: list[Anchor]
    told: date | None
    lenders: list[Placed]

    @cached_property
    def day(self) -> date | None:
        """The day of publication."""
        return None if self.published is None else iso_day(self.published)

    @cached_property
    def is_current(self) -> bool:
        """Whether the publication belongs to the event: it is no day of a crawl, long after it."""
        main, day = self.main, self.day
        if day is None or main is None or main.own is None:
            return day is not None
        if main.placed.is_future or _is_fresh(day, main.own, HALF_YEAR):
            return True
        guess = latest(main.value, day)
        return main.anchor is not None and _is_fresh(day, guess) and _is_loose(guess, main.anchor, main.strong)

    def dated(self, placed: Placed, following: Placed | None) -> Dated | None:
        """A date with its year; `following` is the next date of the text. None for a relative expression."""
        value = placed.yearless
        if value is None:
            written = None if self.day is None else self.day.year
            return None if isinstance(placed.value, Relative) else Dated(pivoted(placed.value, written), "stated", None)
        if following is not None and (shared := _shared_year(placed, value, following)) is not None:
            return Dated(shared, "stated", following.mention)
        day = self.day
        today = (day if self.is_current else None) or self.told or day
        if today is not None and (shift := years_on(placed.text, placed.after)) is not None:
            said = occurrence(value, today.year + shift)
            if said is not None:
                return Dated(said, *(("published", self.stamp) if today == day else ("article", None)))
        future = placed.is_future or (_is_part(value) and not is_reviewed(placed.before, placed.after))
        pick = _next if future and is_days(value) else next_after if future else latest
        guess = pick(value, day) if day else None
        own, anchor, strong = self._own(placed, value)
        if own is not None and anchor is not None:
            fresh = day is not None and (future or _is_fresh(day, guess))
            if guess is None or guess == own or not (fresh and _is_loose(guess, anchor, strong)):
                return Dated(own, "article", anchor.mention)
        elif (lent := self._lent(placed, value, guess is not None and self.is_current)) is not None:
            return lent
        elif self.told is not None and not self.is_current:
            source = self.main.anchor.mention if self.main and self.main.anchor else None
            guess = pick(value, self.told)
            return Dated(guess, "article", source) if guess else Dated(value, "unspecified", None)
        return Dated(guess, "published", self.stamp) if guess else Dated(value, "unspecified", None)

    def _lent(self, placed: Placed, value: Point | Stretch, known: bool) -> Dated | None:
        """A day in the year of a day close to it that the text tells in full; None where there is none.

        An interval lends its year to the days that it holds ("Từ ngày 26 đến 28-6-2019 … Ngày 28-6"), a long one to its
        last day, a day that opens a sentence to those told after it, within a month. Where the day of publication gives
        it one (`known`), only a short interval does.
        """
        if not is_days(value):
            return None
        best: tuple[timedelta, int, Dated] | None = None
        for i, lender in enumerate(self.lenders):
            if not isinstance(lender.value, Point | Stretch) or (days := lender.value.days) is None:
                continue
            for same in (occurrence(value, y) for y in range(days[0].year - 1, days[1].year + 2)):
                if same is None or (found := same.days) is None:
                    continue
                far = max(days[0] - found[0], found[1] - days[1], timedelta(0))
                long = days[1] - days[0] > _FRESH
                # a day in the sentence of a plan of one year: "theo Kế hoạch từ 1/1/2023 đến 31/12/2023, sáng 3/4"
                loose = known or (found[1] < days[1] and not _is_plan_of(lender, placed, days))
                holds = not far and isinstance(lender.value, Stretch)
                holds = holds and (not (long and loose) or (not known and self._begins_with(lender.value)))
                if long and not holds:
                    continue
                follows = not known and far <= _FRESH and lender.mention.start < placed.mention.start
                if (holds or follows) and (best is None or (far, i) < best[:2]):
                    best = far, i, Dated(same, "article", lender.mention)
        return best[2] if best else None

    def _begins_with(self, value: Point | Stretch) -> bool:
        """Whether a stretch begins on the day that the article reports on: "Sáng 9/10 khai giảng … từ ngày 9/10 đến
        29/12/2017".
        """
        day = self.main.value if self.main is not None else None
        start = value.start if isinstance(value, Stretch) else value
        return isinstance(day, Point) and (day.month, day.day) == (start.month, start.day)

    def _own(self, placed: Placed, value: Point | Stretch) -> tuple[Point | Stretch | None, Anchor | None, bool]:
        """What the article's own words make of a date: of the main one all of them, of others a name beside it."""
        if self.main is not None and (placed.mention == self.main.placed.mention or value == self.main.value):
            own, anchor = self.main.own, self.main.anchor
            if value != self.main.value and anchor is not None:  # the next of "các ngày 6/9 và 8/9"
                own = by_anchor(value, anchor)
            return own, anchor, self.main.strong
        if _is_part(value) or (isinstance(value, Stretch) and value.end is None):
            return None, None, False
        beside = _beside(placed, self.anchors)
        return (None if beside is None else by_anchor(value, beside)), beside, True


def _is_plan_of(lender: Placed, placed: Placed, days: tuple[date, date]) -> bool:
    """Whether a stretch within one year stands before a date in its sentence."""
    within = days[0].year == days[1].year
    return within and lender.sentence == placed.sentence and lender.mention.start < placed.mention.start


def _ends_on_a_day(value: object) -> bool:
    """Whether a value is an interval up to a day: "từ đầu năm 2024 đến ngày 18/3"."""
    return isinstance(value, Stretch) and value.end is not None and value.end.day is not None


def _next(value: Point | Stretch, day: date) -> Point | Stretch | None:
    """The next such day; the last one where that has just been and the next is most of a year ahead: a "sẽ" beside it
    then tells of something else ("tạm dừng từ ngày 16/9 sẽ trở lại bình thường").
    """
    found, last = next_after(value, day), latest(value, day)
    begins = starts(found)
    far = begins is not None and begins - day > _FAR
    return last if far and _is_fresh(day, last) else found


def _is_part(value: Point | Stretch) -> bool:
    """Whether a value is a part of a year: a quarter, a half-year, its first or last months."""
    if isinstance(value, Point):
        return bool(value.quarter or value.half)
    return value.end is not None and value.start.day is None and value.start.month is not None


def _shared_year(placed: Placed, value: Point | Stretch, following: Placed) -> Point | Stretch | None:
    """`value` with the year of the date that "và" joins to it ("quý I và quý II/2024"); of two parts of a year, the one
    reviewed and the other planned, the first lies before the second ("quý IV, phương hướng quý I/2024"). None where no
    date behind it tells a year.
    """
    other = following.value
    if not isinstance(value, Point) or not isinstance(other, Point) or other.year is None:
        return None
    gap = placed.after[: following.mention.start - placed.mention.end]
    if _is_part(value) and _is_part(other) and following.sentence == placed.sentence and _THEN_PLANNED.search(gap):
        first = starts(other)
        return latest(value, first) if first else None
    if value.day and other == Point(year=other.year) and _AS_LUNAR.fullmatch(gap):
        return occurrence(value, other.year)
    alike = [(p.day is None, p.month is None, p.quarter is None, p.half is None) for p in (value, other)]
    if gap.strip(" ,") not in ("và", "") or alike[0] != alike[1]:
        return None
    first, second = starts(same := occurrence(value, other.year)), starts(other)
    return occurrence(value, other.year - 1) if first and second and first > second else same
