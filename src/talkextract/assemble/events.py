"""Event mentions → the event that the article reports, and the others that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from ..document import Sentence
from ..mention import Mention, Span
from .context import Context

__all__ = ["Event", "Events", "read_events"]

_HELD = regex.compile(
    r"(?i)(?:tổ chức|diễn ra|tiến hành|khai mạc|mở|đã|có|chủ trì|đồng chủ trì|đồng tổ chức|bước vào|kết thúc|dự|ngồi vào|giữa|với|đăng cai)(?!\p{L})"
)
# Words before an event noun that make it a habit of both sides, no event: "duy trì cơ chế … hội đàm định kỳ".
_HABIT = regex.compile(
    r"(?i)(?:cơ chế|hình thức|duy trì|thường xuyên|chế độ|tăng cường|đẩy mạnh|tiếp tục|hoạt động|các cuộc|những cuộc|mỗi năm|hằng năm"
    r"|hàng năm|định kỳ|luân phiên|việc lớn có|đề nghị|tham mưu|được giữ|trong những năm)(?!\p{L})[^.;]*$"
)
_PAPER = regex.compile(r"(?i)(?:biên bản(?: ghi nhớ)?|thỏa thuận|bản ghi nhớ|nội dung|kết quả|ghi nhớ)(?: \p{L}+){0,3} $")
# Another event than the reported one: "Trước đó, tại hội đàm ngày 6/12/2019", "những điều thống nhất tại hội đàm lần thứ …".
_EARLIER = regex.compile(r"(?i)(?:trước đó|lần trước|năm ngoái|năm trước|từng|đã hứa|đã thống nhất|những điều đã|thực hiện những)")
_DAY = regex.compile(r"\d\s?[/.-]\s?\d|(?i:ngày|nay|qua)")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_FULL_START = regex.compile(r" (?i:thường niên|định kỳ|công tác|giao ban|nghiệp vụ|cấp |song phương|đột xuất|bất thường|hữu nghị|sơ kết|tổng kết|bàn tròn|hợp tác)")


@dataclass(frozen=True, slots=True)
class Event:
    """One event mention: its kind, its noun, its whole name, and where it stands."""

    mention: Mention
    sentence: Sentence
    kind: str
    noun: Span
    tail: str
    round: Mention | None
    year: str | None

    @property
    def full(self) -> bool:
        """Whether the words are a name: an ordinal, a year, or the beginning of a title behind the noun."""
        named = self.kind == "exchange" and bool(self.tail.strip())
        return bool(self.round or self.year or named or _FULL_START.match(self.tail))


@dataclass(frozen=True)
class Events:
    """All event mentions in order; `main` is the reported one, `same` are the mentions of it, `others` other events."""

    all: tuple[Event, ...]
    main: Event | None
    same: tuple[Event, ...]
    others: tuple[Event, ...]


def read_events(ctx: Context) -> Events:
    """Tell the reported event from the habits, papers and other events. `main` is None where there is none."""
    found = tuple(e for m in ctx.of("talk.kind") if (e := _event(ctx, m)))
    main = _main(ctx, found)
    if main is None:
        return Events(found, None, (), ())
    same, others = [], []
    known = _known_by(ctx, found, main)
    for e in found:
        if e is main or _is_same(ctx, e, known):
            same.append(e)
        elif _is_other(ctx, e, known):
            others.append(e)
    return Events(found, main, tuple(same), tuple(others))


def _event(ctx: Context, m: Mention) -> Event | None:
    """An event mention with its sentence, its ordinal and its year."""
    sentence = ctx.page.sentence(m.start)
    noun, tail = m.first("noun"), m.first("tail")
    if sentence is None or noun is None or tail is None:
        return None
    ordinal = next((r for r in ctx.of("talk.round") if m.start <= r.start < m.end), None)
    years = _YEAR.findall(ctx.view.plain[tail.start : tail.end])
    return Event(m, sentence, str(m.value), noun, ctx.view.plain[tail.start : tail.end], ordinal, years[-1] if years else None)


def _main(ctx: Context, found: Sequence[Event]) -> Event | None:
    """The first event of the body that happens: with a day, a place or a verb of holding in its sentence."""
    happening = [e for e in found if e.sentence.role == "body" and _happens(ctx, e)]
    strong = [e for e in happening if not _is_weak(e)]
    if happening and strong:
        # a visit or a friendly hour around a talk gives way to it, unless it comes well before
        first, best = happening[0], strong[0]
        return best if best.sentence.line - first.sentence.line <= 2 or not _dated(ctx, first) else first
    weak = [e for e in happening if _dated(ctx, e)]
    if weak:
        return weak[0]
    return next((e for e in found if e.sentence.role in ("title", "body", "caption") and not _is_weak(e) and not _is_habit(ctx, e)), None)


def _known_by(ctx: Context, found: Sequence[Event], main: Event) -> Event:
    """The mention by which the reported event is told from others: its first full name, outside papers, habits and what was before."""
    if main.full:
        return main
    for e in found:
        before = ctx.view.plain[e.sentence.start : e.mention.start]
        if e.kind == main.kind and e.full and not _is_habit(ctx, e) and not _EARLIER.search(before):
            if e.sentence.role != "body" or e.round or e.year:
                return e
    return main


def _is_weak(e: Event) -> bool:
    """Whether the noun is also an everyday word ("thăm", "giao lưu", "gặp gỡ") that alone makes no event."""
    return e.mention.rule.endswith("visit") or (e.kind in ("exchange", "meeting", "briefing") and not e.full and " " not in e.tail.strip()
                                                and e.mention.groups["noun"][0].end - e.noun.start < 9)


def _is_habit(ctx: Context, e: Event) -> bool:
    """Whether the words before make it a habit, a paper's name or a promise, not an event."""
    plain = ctx.view.plain
    clause = plain[e.sentence.start : e.mention.start]
    clause = regex.split(r"[;.] ", clause)[-1]
    if _PAPER.search(plain[max(e.sentence.start, e.mention.start - 48) : e.mention.start]):
        return True
    if e.round is None and e.year is None and _HABIT.search(clause):
        return True
    return False


def _happens(ctx: Context, e: Event) -> bool:
    """Whether a sentence reports its event as happening."""
    if _is_habit(ctx, e) or _EARLIER.search(ctx.view.plain[e.sentence.start : e.mention.start]):
        return False
    if _dated(ctx, e):
        return True
    around = ctx.view.plain[e.sentence.start : e.sentence.end]
    before = ctx.view.plain[max(e.sentence.start, e.noun.start - 16) : e.noun.start]
    if _is_weak(e) or regex.search(r"(?i)(?:tại|sau|trước|kết thúc|ở) (?:buổi )?$", before):
        return False
    return bool(_HELD.search(before) or _HELD.match(ctx.view.plain, min(e.mention.end + 1, len(around) + e.sentence.start)))


def _dated(ctx: Context, e: Event) -> bool:
    """Whether a day or a place stands in the event's sentence."""
    start, end = e.sentence.start, e.sentence.end
    days = (m for m in ctx.of("dates") if _DAY.search(ctx.view.plain, m.start, m.end))
    return any(start <= m.start < end for m in (*days, *ctx.of("talk.place")))


def _is_same(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a mention is of the reported event: the same kind, no other round or year, not told as an earlier one."""
    if e.kind != main.kind:
        # a bare "hội nghị" takes up a review conference or a briefing
        return e.kind == "conference" and not e.tail.strip() and main.kind in ("review_conference", "briefing")
    if e.round:
        return e.round.value == main.round.value if main.round else not main.full
    if e.year and main.year:
        return e.year == main.year
    before = ctx.view.plain[e.sentence.start : e.mention.start]
    if not e.full and (_EARLIER.search(before) or _own_day(ctx, e, main)):
        return False
    # a paper is called after the event that made it; a habit is no event
    return not e.year and (not _is_habit(ctx, e) or bool(_PAPER.search(before)))


def _own_day(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a day stands right behind a later mention of the noun, outside the reported event's sentence."""
    if e.sentence.start <= main.sentence.start:
        return False
    return any(d.start == e.mention.end + 1 for d in ctx.of("dates"))


def _is_other(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a mention names another event of its own: a round, a year, a proper name, a day, or one that is to come."""
    before = ctx.view.plain[e.sentence.start : e.mention.start]
    if e.round or (e.full and e.year):
        return True
    if _own_day(ctx, e, main) and not _is_weak(e):
        return True
    if e.full and e.kind == "exchange" and not _is_habit(ctx, e):
        return True
    soon = [s for s in ctx.of("talk.status") if e.sentence.start <= s.start < e.mention.start and e.mention.start - s.end < 40]
    return bool(soon) and e.full and not _HABIT.search(before)


def spans(events: Iterable[Event]) -> list[Span]:
    """The spans of events' names."""
    return [Span(e.mention.start, e.mention.end) for e in events]
