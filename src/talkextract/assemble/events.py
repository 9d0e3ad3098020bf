"""Event mentions → the event that the article reports, and the others that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..document import Sentence
from ..mention import Mention, Span
from .context import Context, SpanIndex

__all__ = ["Event", "Events", "last_clause", "read_events"]

# Patterns read the text in lower case, by the standard library's engine: a third of the time of `regex` with "(?i)".
_HELD = re.compile(
    r"(?:tổ chức|diễn ra|tiến hành|khai mạc|mở|đã|có|chủ trì|đồng chủ trì|đồng tổ chức|bước vào|kết thúc|dự"
    r"|ngồi vào|giữa|với|đăng cai)(?![^\W\d_])"
)
_TAKEN_UP = re.compile(r"(?:tại|sau|trước|kết thúc|ở) (?:buổi )?$")
# Words before an event noun that make it a habit of both sides, no event: "duy trì cơ chế … hội đàm định kỳ".
_HABIT = re.compile(
    r"(?:cơ chế|hình thức|duy trì|thường xuyên|chế độ|tăng cường|đẩy mạnh|tiếp tục|hoạt động|các cuộc|những cuộc"
    r"|mỗi năm|hằng năm|hàng năm|định kỳ|luân phiên|đề nghị|tham mưu(?! trưởng)|được giữ|trong những năm)"
    r"(?![^\W\d_])[^.;]*$"
)
_PAPER = re.compile(r"(?:biên bản(?: ghi nhớ)?|thỏa thuận|bản ghi nhớ|nội dung|kết quả|ghi nhớ)(?: [^\W\d_]+){0,3} $")
# Another event than the reported one: "Trước đó, tại hội đàm ngày 6/12/2019", "những điều đã hứa ở hội đàm lần thứ …".
_EARLIER = re.compile(
    r"(?:trước đó|lần trước|năm ngoái|năm trước|từng|đã hứa|đã thống nhất|những điều đã|thực hiện những)"
)
# What did not take place is no event: "hội đàm … bị hủy vì mưa lũ".
_CALLED_OFF = re.compile(
    r"(?:(?! (?:về|việc|để|nhằm|thống nhất|trao đổi|bàn|đánh giá) )[^.;,]){0,200}?"
    r" (?:(?:bị|phải|tạm)(?: tạm)? (?:hủy|hoãn)|đã (?:hủy bỏ|hoãn))(?![^\W\d_])"
)
_NO_MORE = ("hủy", "hoãn")
_DAY = re.compile(r"\d\s?[/.-]\s?\d|ngày|nay|qua")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TITLE_START = re.compile(
    r" (?:thường niên|định kỳ|công tác|giao ban|nghiệp vụ|cấp |song phương|đột xuất|bất thường|hữu nghị|sơ kết"
    r"|tổng kết|bàn tròn|hợp tác|đánh giá(?=.*(?:19|20)\d\d))"
)
# Nouns of the closed list that are everyday words too: without a name of their own they are no event.
_EVERYDAY = re.compile(r"giao lưu|gặp gỡ|gặp mặt|giao ban|đối thoại|trao đổi")


class Event(NamedTuple):
    """One event mention: its kind, its noun, and its sentence; in lower case the words of the sentence before it, and
    those of its name behind the noun.

    `full` says that the words are a name: with an ordinal, a year, or the beginning of a title behind the noun;
    `in_paper` that it stands in the name of a paper, `is_habit` that the words around make a habit, a paper's name or a
    promise of it, or call it off, `is_earlier` that they tell of what was before the report.
    """

    mention: Mention
    sentence: Sentence
    kind: str
    noun: Span
    before: str
    tail: str
    round: Mention | None
    year: str | None
    full: bool
    in_paper: bool
    is_habit: bool
    is_earlier: bool


@dataclass(frozen=True)
class Events:
    """All event mentions in order; `main` is the reported one, `same` are the mentions of it, `others` other events."""

    all: tuple[Event, ...]
    main: Event | None = None
    same: tuple[Event, ...] = ()
    others: tuple[Event, ...] = ()

    @cached_property
    def names(self) -> SpanIndex:
        """The spans of all events' names."""
        return SpanIndex((e.mention.start, e.mention.end) for e in self.all)

    @cached_property
    def other_names(self) -> SpanIndex:
        """The spans of the other events' names."""
        return SpanIndex((e.mention.start, e.mention.end) for e in self.others)

    def others_in(self, sentence: Sentence) -> list[Event]:
        """The other events of one sentence."""
        return self._others_by_sentence.get(sentence.start, [])

    @cached_property
    def _others_by_sentence(self) -> dict[int, list[Event]]:
        found: dict[int, list[Event]] = {}
        for e in self.others:
            found.setdefault(e.sentence.start, []).append(e)
        return found


def read_events(ctx: Context) -> Events:
    """Tell the reported event from the habits, papers and other events. `main` is None where there is none."""
    found = tuple(e for m in ctx.of("talk.kind") if (e := _event(ctx, m)))
    main = _main(ctx, found)
    if main is None:
        return Events(found)
    known = _known_by(found, main)
    same, others = [], []
    for e in found:
        if e is main or _is_same(ctx, e, known):
            same.append(e)
        elif _is_other(ctx, e, known):
            others.append(e)
    return Events(found, main, tuple(same), tuple(others))


def _event(ctx: Context, m: Mention) -> Event | None:
    """An event mention with its sentence, its ordinal and its year; None outside of sentences."""
    sentence = ctx.page.sentence(m.start)
    noun, tail = m.groups.first("noun"), m.groups.first("tail")
    if sentence is None or noun is None or tail is None:
        return None
    folded = ctx.view.folded
    ordinal = next(iter(ctx.inside("talk.round", m.start, m.end)), None)
    before, words = folded[slice(*sentence.before(m.start))], folded[tail.start : tail.end]
    years = _YEAR.findall(words)
    kind, year = str(m.value), years[-1] if years else None
    named = kind in ("exchange", "review_conference", "signing") and words.strip()
    in_paper = before.endswith(" ") and bool(_PAPER.search(before))
    is_habit = (
        in_paper
        or (not (ordinal or year) and _tells_habit(ctx, before, m))
        or _is_called_off(folded, m.end, sentence.end)
    )
    return Event(
        m, sentence, kind, noun, before, words, ordinal, year,
        full=bool(ordinal or year or named or _TITLE_START.match(words)),
        in_paper=in_paper, is_habit=is_habit, is_earlier=bool(_EARLIER.search(before)),
    )  # fmt: skip


def _is_called_off(folded: str, start: int, end: int) -> bool:
    """Whether the words behind an event say that it did not take place."""
    near = folded[start : min(end, start + 220)]  # as far as the pattern reaches
    return any(word in near for word in _NO_MORE) and _CALLED_OFF.match(folded, start, end) is not None


def _tells_habit(ctx: Context, before: str, m: Mention) -> bool:
    """Whether a word of habit governs an event noun: nothing that happens (a day, a unit, a person) stands between.

    `before` are the words of the sentence before the noun.
    """
    clause = last_clause(before)
    start = m.start - len(clause)
    if not _HABIT.search(clause):
        return False
    for field in ("dates", "units", "people"):
        for other in ctx.inside(field, start, m.start):
            start = max(start, other.end)
    return bool(_HABIT.search(ctx.view.folded, start, m.start))


def last_clause(words: str) -> str:
    """The words behind the last full stop or semicolon; all where there is none."""
    return words.rpartition(". ")[2].rpartition("; ")[2]


def _main(ctx: Context, found: Sequence[Event]) -> Event | None:
    """The first event of the body that happens: with a day, a place or a verb of holding in its sentence."""
    first: Event | None = None
    dated: Event | None = None
    for e in found:
        if e.sentence.role != "body" or not _happens(ctx, e):
            continue
        if not _is_weak(ctx, e):
            # a visit or a friendly hour around a talk gives way to it, unless it comes well before
            before = first is not None and e.sentence.line - first.sentence.line > 2
            return first if before and first is dated else e
        first = first or e
        if dated is None and _has_day_or_place(ctx, e):
            dated = e
    if dated:
        return dated
    roles = ("title", "body", "caption")
    return next((e for e in found if e.sentence.role in roles and not _is_weak(ctx, e) and not e.is_habit), None)


def _known_by(found: Sequence[Event], main: Event) -> Event:
    """The mention by which the reported event is told from others: its first full name, outside papers and habits."""
    if main.full:
        return main
    for e in found:
        if e.kind != main.kind or not e.full or e.is_habit or e.is_earlier:
            continue
        if e.sentence.role != "body" or e.round or e.year:
            return e
    return main


def _is_weak(ctx: Context, e: Event) -> bool:
    """Whether the noun is an everyday word too ("thăm", "giao lưu", "gặp gỡ") and no name makes an event of it."""
    return e.mention.rule == "talk.kind.visit" or (not e.full and bool(_EVERYDAY.fullmatch(ctx.view.folded, *e.noun)))


def _happens(ctx: Context, e: Event) -> bool:
    """Whether a sentence reports its event as happening."""
    if e.is_habit or e.is_earlier:
        return False
    if e.mention.rule == "talk.kind.visit" and "tiếp xã giao" in e.before:
        return False  # a courtesy call on those who visit is a reception
    if _has_day_or_place(ctx, e):
        return True
    if _is_weak(ctx, e) or _TAKEN_UP.search(e.before):
        return False
    return bool(_HELD.search(e.before[-16:]) or _HELD.match(ctx.view.folded, e.mention.end + 1))


def _has_day_or_place(ctx: Context, e: Event) -> bool:
    """Whether a day or a place stands in the event's sentence."""
    start, end = e.sentence.start, e.sentence.end
    if ctx.inside("talk.place", start, end):
        return True
    return any(_DAY.search(ctx.view.folded, m.start, m.end) for m in ctx.inside("dates", start, end))


def _is_same(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a mention is of the reported event: the same kind, no other round or year, not told as an earlier one."""
    if e.kind != main.kind:
        # a bare "hội nghị" takes up a review conference or a briefing
        return e.kind == "conference" and not e.tail.strip() and main.kind in ("review_conference", "briefing")
    if e.round:
        return e.round.value == main.round.value if main.round else not main.full
    if e.year and main.year:
        return e.year == main.year
    if not e.full and (e.is_earlier or _has_own_day(ctx, e, main)):
        return False
    # a paper is called after the event that made it; a habit is no event
    return not e.year and (not e.is_habit or e.in_paper)


def _has_own_day(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a day stands right behind a later mention of the noun: "tại hội đàm ngày 6/12/2019"."""
    return e.sentence.start > main.sentence.start and bool(ctx.inside("dates", e.mention.end + 1, e.mention.end + 2))


def _is_other(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a mention names another event: a round, a year, a proper name, a day of its own, or one to come."""
    if e.round or (e.full and e.year):
        return True
    if _has_own_day(ctx, e, main) and not _is_weak(ctx, e):
        return True
    if e.full and e.kind == "exchange" and not e.is_habit:
        return True
    return (
        e.full
        and not _HABIT.search(e.before)
        and any(e.mention.start - s.end < 40 for s in ctx.inside("talk.status", e.sentence.start, e.mention.start))
    )
