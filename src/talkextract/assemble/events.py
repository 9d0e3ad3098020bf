"""Event mentions → the event that the article reports, and the others that it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from ..document import Sentence
from ..mention import Mention, Span
from .context import Context, SpanIndex

__all__ = ["Event", "Events", "read_events"]

_HELD = regex.compile(
    r"(?i)(?:tổ chức|diễn ra|tiến hành|khai mạc|mở|đã|có|chủ trì|đồng chủ trì|đồng tổ chức|bước vào|kết thúc|dự"
    r"|ngồi vào|giữa|với|đăng cai)(?!\p{L})"
)
_TAKEN_UP = regex.compile(r"(?i)(?:tại|sau|trước|kết thúc|ở) (?:buổi )?$")
# Words before an event noun that make it a habit of both sides, no event: "duy trì cơ chế … hội đàm định kỳ".
_HABIT = regex.compile(
    r"(?i)(?:cơ chế|hình thức|duy trì|thường xuyên|chế độ|tăng cường|đẩy mạnh|tiếp tục|hoạt động|các cuộc|những cuộc"
    r"|mỗi năm|hằng năm|hàng năm|định kỳ|luân phiên|đề nghị|tham mưu(?! trưởng)|được giữ|trong những năm)"
    r"(?!\p{L})[^.;]*$"
)
_PAPER = regex.compile(
    r"(?i)(?:biên bản(?: ghi nhớ)?|thỏa thuận|bản ghi nhớ|nội dung|kết quả|ghi nhớ)(?: \p{L}+){0,3} $"
)
# Another event than the reported one: "Trước đó, tại hội đàm ngày 6/12/2019", "những điều đã hứa ở hội đàm lần thứ …".
_EARLIER = regex.compile(
    r"(?i)(?:trước đó|lần trước|năm ngoái|năm trước|từng|đã hứa|đã thống nhất|những điều đã|thực hiện những)"
)
# What did not take place is no event: "hội đàm … bị hủy vì mưa lũ".
_CALLED_OFF = regex.compile(
    r"(?i)(?:(?! (?:về|việc|để|nhằm|thống nhất|trao đổi|bàn|đánh giá) )[^.;,]){0,200}?"
    r" (?:(?:bị|phải|tạm)(?: tạm)? (?:hủy|hoãn)|đã (?:hủy bỏ|hoãn))(?!\p{L})"
)
_CLAUSE_END = regex.compile(r"[;.] ")
_DAY = regex.compile(r"\d\s?[/.-]\s?\d|(?i:ngày|nay|qua)")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_TITLE_START = regex.compile(
    r" (?i:thường niên|định kỳ|công tác|giao ban|nghiệp vụ|cấp |song phương|đột xuất|bất thường|hữu nghị|sơ kết"
    r"|tổng kết|bàn tròn|hợp tác|đánh giá(?=.*(?:19|20)\d\d))"
)
# Nouns of the closed list that are everyday words too: without a name of their own they are no event.
_EVERYDAY = regex.compile(r"(?i)giao lưu|gặp gỡ|gặp mặt|giao ban|đối thoại|trao đổi")


@dataclass(frozen=True, slots=True)
class Event:
    """One event mention: its kind, its noun, the words of its name behind the noun, and its sentence.

    `in_paper` says that it stands in the name of a paper, `is_habit` that the words around make a habit, a paper's name
    or a promise of it, or call it off, `is_earlier` that they tell of what was before the report.
    """

    mention: Mention
    sentence: Sentence
    kind: str
    noun: Span
    tail: str
    round: Mention | None
    year: str | None
    in_paper: bool
    is_habit: bool
    is_earlier: bool

    @property
    def full(self) -> bool:
        """Whether the words are a name: an ordinal, a year, or the beginning of a title behind the noun."""
        named = self.kind in ("exchange", "review_conference", "signing") and bool(self.tail.strip())
        return bool(self.round or self.year or named or _TITLE_START.match(self.tail))


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
    noun, tail = m.first("noun"), m.first("tail")
    if sentence is None or noun is None or tail is None:
        return None
    ordinal = next(iter(ctx.inside("talk.round", m.start, m.end)), None)
    words = ctx.view.plain[tail.start : tail.end]
    years = _YEAR.findall(words)
    before = ctx.view.plain[slice(*sentence.before(m.start))]
    in_paper = bool(_PAPER.search(before))
    habit = not (ordinal or years) and _tells_habit(ctx, sentence, m)
    idle = in_paper or habit or bool(_CALLED_OFF.match(ctx.view.plain, m.end, sentence.end))
    return Event(
        m, sentence, str(m.value), noun, words, ordinal, years[-1] if years else None,
        in_paper=in_paper, is_habit=idle, is_earlier=bool(_EARLIER.search(before)),
    )  # fmt: skip


def _tells_habit(ctx: Context, sentence: Sentence, m: Mention) -> bool:
    """Whether a word of habit governs an event noun: nothing that happens (a day, a unit, a person) stands between."""
    clause = _CLAUSE_END.split(ctx.view.plain[slice(*sentence.before(m.start))])[-1]
    start = m.start - len(clause)
    for field in ("dates", "units", "people"):
        for other in ctx.inside(field, start, m.start):
            start = max(start, other.end)
    return bool(_HABIT.search(ctx.view.plain, start, m.start))


def _before(ctx: Context, e: Event) -> str:
    """The words of an event's sentence before its name."""
    return ctx.view.plain[slice(*e.sentence.before(e.mention.start))]


def _main(ctx: Context, found: Sequence[Event]) -> Event | None:
    """The first event of the body that happens: with a day, a place or a verb of holding in its sentence."""
    happening = [e for e in found if e.sentence.role == "body" and _happens(ctx, e)]
    strong = [e for e in happening if not _is_weak(ctx, e)]
    if strong:
        # a visit or a friendly hour around a talk gives way to it, unless it comes well before
        first, best = happening[0], strong[0]
        return best if best.sentence.line - first.sentence.line <= 2 or not _has_day_or_place(ctx, first) else first
    dated = [e for e in happening if _has_day_or_place(ctx, e)]
    if dated:
        return dated[0]
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
    return e.mention.rule == "talk.kind.visit" or (not e.full and bool(_EVERYDAY.fullmatch(ctx.view.plain, *e.noun)))


def _happens(ctx: Context, e: Event) -> bool:
    """Whether a sentence reports its event as happening."""
    before = _before(ctx, e)
    if e.is_habit or e.is_earlier:
        return False
    if _has_day_or_place(ctx, e):
        return True
    if _is_weak(ctx, e) or _TAKEN_UP.search(before):
        return False
    return bool(_HELD.search(before[-16:]) or _HELD.match(ctx.view.plain, e.mention.end + 1))


def _has_day_or_place(ctx: Context, e: Event) -> bool:
    """Whether a day or a place stands in the event's sentence."""
    start, end = e.sentence.start, e.sentence.end
    days = (m for m in ctx.inside("dates", start, end) if _DAY.search(ctx.view.plain, m.start, m.end))
    return bool(ctx.inside("talk.place", start, end)) or any(days)


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
        and not _HABIT.search(_before(ctx, e))
        and any(e.mention.start - s.end < 40 for s in ctx.inside("talk.status", e.sentence.start, e.mention.start))
    )
