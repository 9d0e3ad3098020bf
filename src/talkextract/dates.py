"""`read_dates`: the dates of any Vietnamese text, each with its place, its EDTF value and how its year was had."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

import regex

from .assemble.present import Resolution
from .assemble.reading import Precision, read_in_text
from .edtf import iso_day
from .errors import UsageError
from .match import Matcher
from .mention import ANY_TEXT, Captures, Mention
from .offsets import View
from .rules import Rule, load_rules
from .values import NOTHING

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


# What goes on with a date: figures, a dash, brackets, and the words by which a longer date begins with a shorter one
# ("16/9 năm ngoái", "24 đến 26/11", "tháng 5 âm lịch").
_GOES_ON = re.compile(
    r" ?[-/.:,]? ?\d| ?[-(%]|/?[^\W\d]|,? (?:và|đến|tới|cho|rạng|sáng|trưa|chiều|tối|đêm|khuya|ngày|tháng|năm|của|âm|âl"
    r"|dương|hằng|hàng|mỗi|nay|ngoái|này|vừa|qua|sắp|trở|thứ|chủ|mùng|mồng|đầu|giữa|cuối|hết|tuần|trước|sau|tết|quý|quí"
    r"|[ivx]+|mai|kia|hôm|thế|những|thập|giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm)(?!\w)"
)
# A match: where it begins and (negative, so that the longest stands first) ends, the rule's order, a number, the rest.
_Try = tuple[int, int, int, int, Rule, "regex.Match[str]"]


class _Finder:
    """The rules of dates, tried from left to right: as `Matcher.match`, but what stands inside of a date is not tried.

    Where the shipped rules stand alone (`hasty`), a date behind which none goes on is whole: the other rules, which
    could only find a longer one, are not tried there.
    """

    def __init__(self, rules: Iterable[Rule], *, hasty: bool = True) -> None:
        self._matcher = Matcher(list(rules))
        self._hasty = hasty
        self._merged: dict[tuple[int, ...], Sequence[Rule]] = {}

    def find(self, view: View) -> list[Mention]:
        """The mentions of dates in `view`, in order, without overlaps."""
        plain, folded, hasty = view.plain, view.folded, self._hasty
        sites = self._matcher.sites(view).of["content"]
        i, count, taken, line_end = 0, len(sites), 0, -1
        later: list[_Try] = []  # what begins behind the place where it was tried
        out: list[Mention] = []
        while i < count:
            place, rules = sites[i]
            if later and min(later)[0] < place:
                taken = _settle(sorted(x for x in later if x[0] < place), taken, out)
                later = [x for x in later if x[0] >= place]
            first, i = i, i + 1
            while i < count and sites[i][0] == place:
                i += 1
            if place < taken:
                continue
            if line_end < place:
                line_end = plain.find("\n", place)
                line_end = len(plain) if line_end < 0 else line_end
            tries: list[_Try] = []
            fit = unfit = ""
            for rule in rules if i - first == 1 else self._all([group for _, group in sites[first:i]]):
                if (opens := rule.open) is not None and opens != fit:
                    if opens == unfit or rule.opening.match(plain, place, line_end) is None:
                        unfit = opens
                        continue
                    fit = opens
                if (m := rule.compiled.match(plain, place, line_end)) is None:
                    continue
                at, stop = rule.span(m)
                one = (at, -stop, rule.order, len(tries) + len(later), rule, m)
                if hasty and at == place and not tries and _GOES_ON.match(folded, stop, line_end) is None:
                    whole = _settle((one,), taken, out)
                    if whole > taken:
                        taken = whole
                        break
                elif at < stop:
                    (tries if at == place else later).append(one)
            else:
                if tries:
                    taken = _settle(sorted(tries + [x for x in later if x[0] == place]), taken, out)
        _settle(sorted(later), taken, out)
        return out

    def _all(self, groups: Sequence[Sequence[Rule]]) -> Sequence[Rule]:
        """The rules of several groups in their order, each once."""
        key = tuple(map(id, groups))
        if (merged := self._merged.get(key)) is None:
            merged = sorted({r.order: r for group in groups for r in group}.values(), key=lambda r: r.order)
            self._merged[key] = merged
        return merged


def _settle(tries: Iterable[_Try], taken: int, out: list[Mention]) -> int:
    """Add to `out`, of matches in order, those that begin not before `taken` and have a value; where the last ends."""
    for at, stop, _, _, rule, m in tries:
        if at >= taken and (value := rule.read(m)) is not None:
            taken = -stop
            if value is not NOTHING:
                out.append(Mention("dates", rule.id, at, -stop, value, Captures(m)))
    return taken


@lru_cache(maxsize=8)
def _finder(folders: tuple[str, ...]) -> _Finder:
    """The rules of dates of the package and of some folders, made ready on first use; those of any text compete with
    those of records.
    """
    rules = [r for r in load_rules(folders).rules if r.field in ("dates", ANY_TEXT)]
    shipped = set(load_rules().rules) if folders else set(rules)
    return _Finder([replace(r, field="dates") for r in rules], hasty=shipped.issuperset(rules))


def read_dates(
    text: str, published: str | date | None = None, *, rules: str | Path | Iterable[str | Path] = ()
) -> list[DateMention]:
    """The dates of a Vietnamese text, in its order, without overlaps; [] where there are none.

    `published` is the day (or date-time) of publication, ISO 8601 or a `datetime.date`: "sáng nay", "tháng trước" and
    dates that leave out their year are read from it; nothing reads the clock. A day without its year is the last such
    day before, but one a few weeks ahead that is not told as past is to come (records read every such day as past,
    save behind "sẽ"). A year of two figures is put into the hundred years that end twenty years after `published` (in
    2025: 1946-2045), without it into 1950-2049. Of an impossible date ("ngày 31 tháng 6 năm 2025") the part that holds
    is given, or nothing. `rules` names folders of the user's own rules, as for `Extractor`; those of the fields
    `dates` and `dates.any` are used here. They are read once, when they are first named.

    Raises UsageError where `text` is no string, and where `published` is no day, RuleError where a rule is wrong.
    """
    if not isinstance(text, str):
        raise UsageError(f"text must be a str, not {type(text).__name__}; decode bytes first (UTF-8)")
    day = _day(published)
    folders = (str(rules),) if isinstance(rules, str | Path) else tuple(map(str, rules))
    view = View(text)
    mentions: list[DateMention] = []
    for f in read_in_text(view, _finder(folders).find(view), day):
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
