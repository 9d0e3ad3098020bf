"""`read_dates`: the dates of any Vietnamese text, each with its place, its EDTF value and how its year was had."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from .assemble.present import Resolution
from .assemble.reading import Precision, read_in_text
from .edtf import iso_day
from .errors import UsageError
from .match import Matcher
from .mention import ANY_TEXT
from .offsets import View
from .rules import Rule, load_rules

__all__ = ["DateMention", "read_dates"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date of a text.

    `text` is `source[start:end]` of the text as the caller gave it. `value` is EDTF; None where the words have none
    ("quý II", "hôm qua" without a day of publication give no point of the calendar). `resolution` says how its year was
    had: `stated` in its words (or in those it is joined to), from another date of the text (`article`), from the day of
    publication (`published`), or not (`unspecified`: `XXXX-07-22`). `lunar` marks a date that the words tell by the
    moon; its value is the solar day.
    """

    start: int
    end: int
    text: str
    value: str | None
    precision: Precision
    resolution: Resolution
    lunar: bool = False


# Rules that most texts have no use for, by the words of which one must stand in a text that they are matched in.
_STEMS = ("giáp ", "ất ", "bính ", "đinh ", "mậu ", "kỷ ", "canh ", "tân ", "nhâm ", "quý ")
_RARE = {
    "dates.any.moon": ("tết", "âm lịch", "âl", "rằm", "giêng", "chạp", *(f"năm {stem}" for stem in _STEMS)),
    "dates.any.ago": ("cách đây", *(f"{unit} trước" for unit in ("ngày", "hôm", "tuần", "tháng", "năm"))),
}


@cache
def _rules() -> tuple[Rule, ...]:
    """The shipped rules of dates; those of any text compete with those of records."""
    return tuple(replace(r, field="dates") for r in load_rules().rules if r.field in ("dates", ANY_TEXT))


@cache
def _matcher(without: frozenset[str]) -> Matcher:
    """The rules but for some, made ready on first use."""
    return Matcher([r for r in _rules() if r.id not in without])


def _unused(folded: str) -> frozenset[str]:
    """The rare rules that a text holds no word for."""
    return frozenset(rule for rule, words in _RARE.items() if not any(word in folded for word in words))


def read_dates(text: str, published: str | date | None = None) -> list[DateMention]:
    """The dates of a Vietnamese text, in its order, without overlaps; [] where there are none.

    `published` is the day (or date-time) of publication, ISO 8601 or a `datetime.date`: "sáng nay", "tháng trước" and
    dates that leave out their year are read from it; nothing reads the clock. A day without its year is the last such
    day before, but one a few weeks ahead that is not told as past is to come (records read every such day as past,
    save behind "sẽ"). A year of two figures is put into the hundred years that end twenty years after `published` (in
    2025: 1946-2045), without it into 1950-2049. Of an impossible date ("ngày 31 tháng 6 năm 2025") the part that holds
    is given, or nothing.

    Raises UsageError where `text` is no string, and where `published` is no day.
    """
    if not isinstance(text, str):
        raise UsageError(f"text must be a str, not {type(text).__name__}; decode bytes first (UTF-8)")
    day = _day(published)
    view = View(text)
    found = read_in_text(view, _matcher(_unused(view.folded)).match(view), day)
    mentions: list[DateMention] = []
    for f in found:
        start, end = view.to_raw(f.start, f.end)
        if not mentions or start >= mentions[-1].end:
            mentions.append(DateMention(start, end, text[start:end], f.value, f.precision, f.how, f.lunar))
    return mentions


def _day(published: object) -> date | None:
    """The day of publication. Raises UsageError where it is none."""
    if published is None or (isinstance(published, date) and not isinstance(published, datetime)):
        return published
    if isinstance(published, datetime):
        return published.date()
    day = iso_day(published) if isinstance(published, str) else None
    if day is None:
        raise UsageError(f"published must be an ISO 8601 date or date-time such as 2025-09-17, not {published!r}")
    return day
