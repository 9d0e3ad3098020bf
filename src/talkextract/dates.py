"""`read_dates`: the dates of any Vietnamese text, each with its place, its EDTF value and how its year was had."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import ahocorasick_rs
import regex

from .assemble.present import Resolution
from .assemble.reading import Precision, read_in_text
from .edtf import iso_day
from .errors import UsageError
from .match import DAY, Matcher
from .mention import ANY_TEXT, Captures, Mention
from .offsets import View
from .rules import Rule, load_rules
from .values import NOTHING

__all__ = ["DateMention", "read_dates"]


class DateMention(NamedTuple):
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
    r" ?[-/.:,]? ?\d| ?[-(%]|/?[^\W\d]|,? (?:và|đến|tới|cho|rạng|sáng|trưa|chiều|tối|đêm|khuya|ngày|tháng|năm|của|hằng"
    r"|hàng|mỗi|mùng|mồng|đầu|giữa|cuối|quý|quí|[ivx]+|thế|những|thập)(?!\w)"
    r"| (?:âm|âl|dương|nay|ngoái|này|vừa|qua|sắp|trở|thứ|chủ|hết|tuần|trước|sau|tết|mai|kia|hôm"
    r"|giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm)(?!\w)"
)
# A match: where it begins and (negative, so that the longest stands first) ends, the rule's order, a number, the rule,
# the match, its value (None: not yet read).
_Try = tuple[int, int, int, int, Rule, "regex.Match[str]", object]


class _Finder:
    """The shipped rules of dates, which find what `Matcher.match` finds with them, sooner: they are tried from left to
    right, inside of a date not at all, and behind a date that is whole (no date goes on there) no other rule is asked.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        by_literal: dict[str, list[Rule]] = {}
        for rule in rules:
            for literal in rule.needs:
                by_literal.setdefault(View(literal).folded, []).append(rule)
        self._of_day = by_literal.pop("<day>")
        # whether a literal is a word at its beginning, and at its end, and the rules that it may begin
        self._literals = [
            (word := text[0].isalnum(), word and text[-1].isalpha(), group) for text, group in by_literal.items()
        ]
        self._scan = ahocorasick_rs.AhoCorasick(list(by_literal), store_patterns=False)
        self._merged: dict[tuple[int, ...], Sequence[Rule]] = {}

    def find(self, view: View) -> list[Mention]:
        """The mentions of dates in `view`, in order, without overlaps."""
        plain, folded = view.plain, view.folded
        places = self._places(plain, folded)
        taken, line_end = 0, -1
        later: list[_Try] = []  # what begins behind the place where it was tried
        out: list[Mention] = []
        for place in sorted(places):
            if later and min(later)[0] < place:
                taken = _settle(sorted(x for x in later if x[0] < place), taken, out)
                later = [x for x in later if x[0] >= place]
            if place < taken:
                continue
            if line_end < place:
                line_end = plain.find("\n", place)
                line_end = len(plain) if line_end < 0 else line_end
            tries = self._try(self._rules(places[place]), view, place, line_end)
            if not tries:
                continue
            if len(tries) == 1 and not later and tries[0][0] == place:
                taken = _settle(tries, taken, out)
            else:
                taken = _settle(sorted(x for x in tries + later if x[0] == place), taken, out)
                later += [x for x in tries if x[0] > place]
        _settle(sorted(later), taken, out)
        return out

    def _places(self, plain: str, folded: str) -> dict[int, tuple[int, ...]]:
        """Where a literal stands as words of its own (see `Matcher.sites`), with the literals' numbers; -1 is a day."""
        literals, size = self._literals, len(folded)
        places: dict[int, tuple[int, ...]] = {}
        for index, start, stop in self._scan.find_matches_as_indexes(folded, overlapping=True):
            begins, ends, _ = literals[index]
            if begins and start and folded[start - 1].isalnum():
                continue
            inside = ends and stop < size and folded[stop].isalpha()
            if inside and not (plain[stop].isupper() and plain[stop - 1].islower()):
                continue
            places[start] = (*places[start], index) if start in places else (index,)
        for m in DAY.finditer(folded):
            start = m.start()
            places[start] = (*places[start], -1) if start in places else (-1,)
        return places

    def _rules(self, literals: tuple[int, ...]) -> Sequence[Rule]:
        """The rules of some literals in their order, each once."""
        if (merged := self._merged.get(literals)) is None:
            groups = [self._of_day if i < 0 else self._literals[i][2] for i in literals]
            merged = sorted({r.order: r for group in groups for r in group}.values(), key=lambda r: r.order)
            self._merged[literals] = merged
        return merged

    def _try(self, rules: Sequence[Rule], view: View, place: int, line_end: int) -> list[_Try]:
        """The matches of some rules at one place: of one that is whole, has a value and is longer than those before it
        that one alone.
        """
        plain = view.plain
        tries: list[_Try] = []
        reach = place
        fit = unfit = None
        for rule in rules:
            if (opens := rule.open) is not None and opens != fit:
                if opens == unfit or ((opening := rule.opening) and opening.match(plain, place, line_end) is None):
                    unfit = opens
                    continue
                fit = opens
            if (m := rule.compiled.match(plain, place, line_end)) is None:
                continue
            at, stop = rule.span(m)
            if at == place and stop > reach:
                reach = stop
                if _GOES_ON.match(view.folded, stop, line_end) is None and (value := rule.read(m)) is not None:
                    return [(at, -stop, rule.order, 0, rule, m, value)]
            if at < stop:
                tries.append((at, -stop, rule.order, len(tries), rule, m, None))
        return tries


def _settle(tries: Iterable[_Try], taken: int, out: list[Mention]) -> int:
    """Add to `out`, of matches in order, those that begin not before `taken` and have a value; where the last ends."""
    for at, stop, _, _, rule, m, read in tries:
        if at >= taken and (value := rule.read(m) if read is None else read) is not None:
            taken = -stop
            if value is not NOTHING:
                out.append(Mention("dates", rule.id, at, -stop, value, Captures(m)))
    return taken


def _rules(folders: tuple[str, ...] = ()) -> list[Rule]:
    """The rules of dates of the package and of some folders; those of any text compete with those of records."""
    return [replace(r, field="dates") for r in load_rules(folders).rules if r.field in ("dates", ANY_TEXT)]


@lru_cache(maxsize=8)
def _finder(folders: tuple[str, ...]) -> Callable[[View], Sequence[Mention]]:
    """What finds the dates by the rules of the package and of some folders; made ready on first use."""
    rules = _rules(folders)
    own = set(rules).difference(_rules()) if folders else ()
    return Matcher(rules).match if own else _Finder(rules).find


def read_dates(
    text: str, published: str | date | None = None, *, rules: str | Path | Iterable[str | Path] = ()
) -> list[DateMention]:
    """The dates of a Vietnamese text, in its order, without overlaps; [] where there are none.

    `published` is the day (or date-time) of publication, ISO 8601 or a `datetime.date`: "sáng nay", "tháng trước" and
    dates that leave out their year are read from it; nothing reads the clock. A day without its year is that of the
    weekday it is told with, else the last such day before, but one a few weeks ahead that is not told as past is to
    come (records read every such day as past, save behind "sẽ"). A year of two figures is put into the hundred years
    that end twenty years after `published` (in 2025: 1946-2045), without it into 1950-2049. Of an impossible date
    ("ngày 31 tháng 6 năm 2025") the part that holds is given, or nothing. `rules` names folders of the user's own
    rules, as for `Extractor`; those of the fields `dates` and `dates.any` count here. They are read once, when they are
    first named.

    Raises UsageError where `text` is no string, and where `published` is no day, RuleError where a rule is wrong.
    """
    if not isinstance(text, str):
        raise UsageError(f"text must be a str, not {type(text).__name__}; decode bytes first (UTF-8)")
    day = _day(published)
    folders = (str(rules),) if isinstance(rules, str | Path) else tuple(map(str, rules))
    view = View(text)
    mentions: list[DateMention] = []
    for f in read_in_text(view, _finder(folders)(view), day):
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
