"""The reported event and the others that the article names, as `Talk`s with their evidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import regex

from ..mention import Mention, Span
from ..record import Talk
from .context import Context, Shown
from .event import Event, is_prepared
from .event_relations import is_joined, is_told_apart
from .events import Events
from .periods import period_of
from .places import HELD_THERE, held_at, read_place
from .timeline import DateMention, Timeline

__all__ = ["other_talks", "talk"]

_SERIES = ("annual", "periodic", "professional", "extraordinary")
_SAME_DAY = regex.compile(r"(?i)(?:sau|trước|kết thúc|cùng) (?:buổi |cuộc )?(?:hội đàm|hội nghị|ngày|buổi)")
_THIS_TIME = regex.compile(
    r"đây(?: cũng)? là (?P<time>lần [^,.;]{1,20}? (?=[^,.;]{0,60}"
    r"(?:hội đàm|giao lưu|hội nghị|gặp gỡ|chương trình|hoạt động này|sự kiện này)))"
)
# What an event is said to be: "Đây là hoạt động thường niên", "Vốn là hoạt động thường niên, cuộc hội đàm này …".
_IS_ONE = re.compile(
    r"(?<!\w)(?:là|(?:trở )?thành) (?:một )?(?:trong những )?"
    r"(?:hoạt động|sự kiện|chương trình|nội dung|dịp|cuộc gặp|hội đàm)(?: [^\W\d_]+){0,4} $"
)
# "Được tổ chức thường niên, hoạt động này …"
_HELD_AS = re.compile(r"(?:vốn |luôn )?(?:được )?(?:tổ chức|duy trì|diễn ra)(?: theo (?:hình thức|cơ chế|chế độ))? ")
# … of what the sentence before it names
_TAKES_UP = ("đây ", "việc gặp", "nếp gặp", "hoạt động này", "hoạt động gặp", "sự kiện này", "việc làm này")
# "Hội đàm được tổ chức đột xuất", "Cuộc họp diễn ra theo cơ chế định kỳ"
_HELD_SO = re.compile(
    r"(?: (?:giữa|với) [^.;,:()]{4,90})?(?: (?:đã|vốn|luôn|được|chính thức))* (?:diễn ra|tổ chức|tiến hành|duy trì)"
    r"(?: theo (?:hình thức|cơ chế|chế độ)| thường xuyên,| mang tính)? $"
)
_WAS_HELD = (", tổ chức", ", diễn ra", ", được tổ chức")
_NEAR = 300  # characters between another event and its day
_WILL_BE = re.compile(r"(?i)[\s,):]*(?:(?:sẽ|đã) )?(?:diễn ra|tổ chức|khai mạc)?(?: (?:chương trình|cuộc|buổi))?\s*")


def talk(ctx: Context, events: Events, timeline: Timeline, day: DateMention | None) -> Talk | None:
    """The record's `talk`, held on `day`; None where the article reports none."""
    main = events.main
    if main is None:
        return None
    name = _name([e for e in events.same if e.kind == main.kind]) or _name(events.same)
    ordinal = next((e.round for e in events.same if e.round), None) or _first_ever(ctx, main)
    online = next((m for m in ctx.of("talk.mode") if _is_of(ctx, m, events)), None)
    date = day.value if day else None
    # what is still to come ends no period: "đến nay" is open then
    until = None if main.coming else date
    period, told = period_of(ctx, events, timeline, name, date=date, until=until)
    shown = _shown("date", day) if day and date else []
    for d in told:
        shown += _shown("period", d)
        if day and until and d.is_open and period and not period.endswith(".."):
            shown += _shown("period", day)
    if not online:
        shown.append(("mode", main.noun, main.mention.rule))
    return _talk(
        ctx, main, name, _series(ctx, events.same, ctx.of("talk.series")), ordinal, online, shown,
        date=date, mode="online" if online else "in_person", place=None if online else held_at(ctx, events, date),
        period=period,
    )  # fmt: skip


def other_talks(ctx: Context, events: Events, timeline: Timeline, day: DateMention | None) -> tuple[Talk, ...]:
    """The other events that the article names, each once, in its order; `day` is that of the reported one."""
    out: dict[tuple[object, ...], Talk] = {}
    numbered = sorted((e.kind, ctx.view.folded[e.mention.start : e.mention.end]) for e in events.others if e.round)
    for e in events.others:
        made = _other(ctx, e, timeline, day, events)
        if made.name is None and made.date is None and made.place is None:
            continue  # "Hội đàm lần sau do phía Lào đăng cai"
        if not (e.round or e.year) and _begins_one(ctx, e, numbered):
            continue  # the title of the one that is told with its round
        key = (made.kind, made.round) if made.round else (made.kind, (made.name or "").lower(), made.date)
        out.setdefault(key, made)
    return tuple(out.values())


def _begins_one(ctx: Context, e: Event, numbered: Sequence[tuple[str, str]]) -> bool:
    """Whether the words of an event begin the name of another; `numbered` are kinds and names, sorted."""
    words = ctx.view.folded[e.mention.start : e.mention.end] + " "
    at = bisect_left(numbered, (e.kind, words))
    return at < len(numbered) and numbered[at][0] == e.kind and numbered[at][1].startswith(words)


def _talk(
    ctx: Context, e: Event, name: Event | None, series: Mention | None, ordinal: Mention | None, online: Mention | None,
    more: Sequence[Shown], **values: object,
) -> Talk:  # fmt: skip
    """A `Talk` of one event, with the evidence that every event has.

    `values`, with `more` as their evidence, are those that differ between the reported and the other ones.
    """
    announced = e.coming
    status = Span(announced.start, announced.end) if announced else e.noun
    shown: list[Shown] = [("kind", e.noun, e.mention.rule), ("status", status, (announced or e.mention).rule)]
    told = [(field, m) for field, m in (("series", series), ("round", ordinal)) if m]
    shown += [(field, (m.start, m.end), m.rule) for field, m in told]
    shown += [("name", piece, name.mention.rule) for piece in name.pieces] if name else []
    if online:
        shown.append(("mode", (online.start, online.end), online.rule))
    return Talk.model_validate({
        "kind": e.kind, "status": "announced" if announced else "held",
        "name": " ".join(ctx.text(*piece) for piece in name.pieces) if name else None,
        "series": series.value if series else None, "round": ordinal.value if ordinal else None,
        "evidence": ctx.evidence(dict.fromkeys([*shown, *more])), **values,
    })  # fmt: skip


def _shown(field: str, d: DateMention) -> list[Shown]:
    """A date's words, and those that its year is from."""
    shown: list[Shown] = [(field, (d.start, d.end), d.rule)]
    if d.source is not None:
        shown.append((field, (d.source.start, d.source.end), d.source.rule))
    return shown


def _first_ever(ctx: Context, main: Event) -> Mention | None:
    """The words "lần đầu tiên" before the noun in the event's own sentence, else "Đây là lần thứ 10 hai bên tổ chức
    hội đàm" behind it; None where they are not said.
    """
    told = ctx.inside("talk.round", main.sentence.start, min(main.noun.start, main.sentence.end))
    first = next((m for m in told if m.rule == "talk.round.first"), None)
    for s in ctx.page.sentences_after(main.sentence) if first is None else ():
        if said := _THIS_TIME.match(ctx.view.folded, s.start, s.end):
            return next(iter(ctx.inside("talk.round", *said.span("time"))), None)
    return first


def _name(same: Iterable[Event]) -> Event | None:
    """The mention whose words are the name: the first full one; with an ordinal, the first that has the year too."""
    full = [e for e in same if e.full and e.tail.strip()]
    if not full:
        return None
    first = full[0]
    if first.year:
        return first
    better = (e for e in full if e.year and (e.round or not first.round))
    # a headline without either gives way to the name in the text: "hội đàm công tác quân sự", "hội đàm lần thứ 11"
    headline = first.sentence.role != "body" and not first.round
    numbered = (e for e in full if headline and e.round and not e.in_paper)
    return next(better, next(numbered, first))


def _series(ctx: Context, same: Sequence[Event], told: Sequence[Mention]) -> Mention | None:
    """The series that the names of the event tell, or one of those `told` in a sentence that says what it is ("Vốn là
    hoạt động thường niên, cuộc hội đàm này …"); of two the first in the closed list.
    """
    found = [m for e in same for m in ctx.inside("talk.series", e.mention.start, e.mention.end)]
    if not found:
        found = [m for m in told if _says_what_it_is(ctx, m, same)]
    return min(found, key=lambda m: (_SERIES.index(str(m.value)), m.start), default=None)


def _says_what_it_is(ctx: Context, m: Mention, same: Sequence[Event]) -> bool:
    """Whether the words of a series stand where a sentence says what the event is: with its noun and "này", or as
    "Đây là …" right behind a sentence that names it; or how it is held: "Hội đàm được tổ chức đột xuất".
    """
    sentence = ctx.page.sentence(m.start)
    if sentence is None or sentence.role != "body":
        return False
    ends = (e.pieces[-1].end for e in same if e.sentence == sentence and not (e.is_aside or e.is_background))
    if any(end <= m.start and _HELD_SO.fullmatch(ctx.view.folded, end, m.start) for end in ends):
        return True
    before = sentence.before(m.start)
    if not (_IS_ONE.search(ctx.view.folded, *before) or _HELD_AS.fullmatch(ctx.view.folded, *before)):
        return False
    if ctx.view.folded.startswith(_TAKES_UP, sentence.start):
        last = ctx.page.sentence_before(sentence)
        return last is not None and any(e.sentence == last and not e.is_background for e in same)
    nouns = {ctx.view.folded[slice(*e.noun)] for e in same} | {"hoạt động", "sự kiện", "cuộc gặp"}
    return any(ctx.view.folded.find(f"{noun} này", sentence.start, sentence.end) >= 0 for noun in nouns)


def _is_of(ctx: Context, m: Mention, events: Events) -> bool:
    """Whether the words of an online meeting speak of the reported event, not of another one."""
    if m.start in events.other_names:
        return False
    sentence, main = ctx.page.sentence(m.start), events.main
    if sentence is None or main is None:
        return False
    return sentence == main.sentence or (sentence.role != "body" and any(e.sentence == sentence for e in events.same))


def _other(ctx: Context, e: Event, timeline: Timeline, day: DateMention | None, events: Events) -> Talk:
    """One other event. Its mode is told only where its place is, or where its name says "trực tuyến"."""
    name = e if e.full else None
    # of one of many events only what its sentence and the next two say: a text may tell of thousands
    end = max((s.end for s in ctx.page.sentences_after(e.sentence)), default=e.sentence.end)
    series = _series(ctx, [e], ctx.inside("talk.series", e.sentence.start, end))
    online = next(iter(ctx.inside("talk.mode", e.mention.start, e.mention.end)), None)
    period = _period(e, timeline)
    joined = events.main is not None and is_joined(ctx, e, events.main)
    apart = events.main is not None and is_told_apart(ctx, e, events.main)
    dated = day if joined else _day(ctx, e, timeline, day, apart=apart)
    if dated is not None and dated == period:
        dated = None
    at = None if online else _place(ctx, e, dated, apart=apart)
    on = dated.value if dated else None
    place = held_at(ctx, events, on) if joined and not online else read_place(ctx, at, on) if at else None
    shown = _shown("date", dated) if dated and dated.value else []
    if period:
        shown += _shown("period", period)
    if place:
        shown.append(("mode", e.noun, e.mention.rule))
    return _talk(
        ctx, e, name, series, e.round, online, shown,
        date=dated.value if dated else None, mode="online" if online else "in_person" if place else None, place=place,
        period=period.value if period else None,
    )  # fmt: skip


def _place(ctx: Context, e: Event, dated: DateMention | None, *, apart: bool) -> Mention | None:
    """Where another event is held: a place behind its name or behind its day, in the sentence of one announced, and
    before its noun in one that tells of it alone (`apart`).
    """
    plain = ctx.view.plain
    behind = ctx.inside("talk.place", e.mention.end, e.sentence.end)
    for m in behind:
        held = HELD_THERE.fullmatch(plain, e.mention.end, m.start)
        if held or (dated and 0 <= m.start - dated.end < 8):
            return m
    if behind and e.coming:
        return behind[0]
    if not apart:
        return None
    before = ctx.inside("talk.place", e.sentence.start, e.mention.start)
    return next(iter(before), next((m for m in behind if plain.find(",", e.mention.end, m.start) < 0), None))


def _period(e: Event, timeline: Timeline) -> DateMention | None:
    """What another event reviews: the quarter or half-year in its name, of a review its year; None without one."""
    named = [d for d in timeline.within(e.mention.start, e.mention.end) if d.value]
    parts = [d for d in named if d.precision == "part" or (e.kind == "review_conference" and d.precision == "year")]
    return next(iter(parts), None)


def _day(ctx: Context, e: Event, timeline: Timeline, day: DateMention | None, *, apart: bool) -> DateMention | None:
    """When another event was or will be: a date beside its name, the day of the talk, the year in its name; also one
    before its noun where the sentence tells of it alone (`apart`).
    """
    plain = ctx.view.plain
    start, end = e.mention.start - _NEAR, e.mention.end + _NEAR
    here = timeline.within(max(e.sentence.start, start), min(e.sentence.end, end))
    for d in here:
        between = plain[e.mention.end : d.start]
        # what a comma parts from an event that is only brought in is when the rest happens
        parted = e.is_background and between.startswith(",") and not between.startswith(_WAS_HELD)
        if d.start >= e.mention.end and not parted and "ký" not in between.lower() and HELD_THERE.fullmatch(between):
            return d
    for d in here:
        if d.end <= e.mention.start and _WILL_BE.fullmatch(plain, d.end, e.mention.start):
            return d
    ahead = [d for d in here if d.end <= e.mention.start and d.value and d.start not in ctx.papers]
    if is_prepared(ctx, e):
        ahead = []  # the day before is that of its preparation
    before = [d for d in ahead if d.is_days or (e.coming and d.precision == "month")]
    if apart and ahead:
        return (before or ahead)[-1]
    met = not e.full and ctx.view.folded.startswith(" với ", e.mention.end)
    if before and (e.is_earlier or e.coming or met) and not e.is_background:
        return before[-1]  # "Trước đó, ngày 14/2, hai bên đã tổ chức hội đàm cấp chuyên viên"
    other_year = e.year and day and day.value and e.year not in day.value
    if day and not (other_year or e.coming) and _SAME_DAY.search(plain, *e.sentence.before(e.mention.start)):
        return day
    named = [d for d in here if e.mention.start <= d.start < e.mention.end]
    return named[-1] if named and e.kind != "exchange" else None
