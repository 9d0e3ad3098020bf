"""The attributes of an event: name, series, round, date, mode, place, period, each from the words that tell it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from ..document import Sentence
from ..edtf import first_day, join, last_day
from ..mention import Mention, Span
from ..record import Evidence, Place, Talk
from .context import Context
from .events import Event, Events
from .timeline import DateMention, Timeline

__all__ = ["day_of", "other_talks", "talk"]

# A date behind these words is that of a paper, a law or a feast, not of the event.
_NOT_THE_EVENT = regex.compile(r"(?i)(?:ký|ký kết|ban hành|kỷ niệm|thành lập|có hiệu lực|từ|đến|sinh|hồi|kể từ)(?: \p{L}+){0,2} $")
_REVIEWED = regex.compile(r"(?i)(?:đánh giá|kiểm điểm|nhìn lại|điểm lại|kết quả|rà soát|tổng kết|sơ kết|báo cho nhau|báo cáo|số liệu)(?!\p{L})")
_OPENS_CLAUSE = regex.compile(r"(?i)(?:^|[,:;] )(?:trong )?$")
_TO_COME = regex.compile(
    r"(?i)(?:phương hướng|nhiệm vụ|thời gian tới|bước sang|kế hoạch|chương trình|hướng tới|chào|mừng|đón|xuân|phần việc trọng tâm của|hẹn|mục tiêu|sẽ|giai đoạn|thống nhất(?: \p{L}+){0,6}|tiếp tục|trong những|đại hội|nhiệm kỳ)(?!\p{L})[^,.;]*$"
)
_TO_COME_AFTER = regex.compile(r"(?i)[, ]*(?:(?:hai|các) (?:đơn vị|bên|đoàn)|lực lượng)?[^,.;]{0,30}?(?:sẽ|hẹn|tiếp tục|thống nhất)")
_OTHER_PLACE = regex.compile(r"(?i)(?:trú|sinh|thường trú|công tác|đóng quân|sống|lưu trú|sản xuất|đăng ký|học) $")
_SAME_DAY = regex.compile(r"(?i)(?:sau|trước|kết thúc|cùng) (?:buổi |cuộc )?(?:hội đàm|hội nghị|ngày|buổi|chương trình)")
_HELD_AT = regex.compile(r"(?i)[\s,]*(?:(?:được )?(?:tổ chức|diễn ra)|vào|trong|hôm|từ|\d|ngày|do [^,.;]{0,60}|tại [^,.;]{0,60}|ở [^,.;]{0,60}|đã|sẽ|buổi|giữa [^.;]{0,120}|[\s,(])*")
_BEFORE_EVENT = regex.compile(r"(?i)[\s,):]*(?:(?:sẽ|đã) )?(?:diễn ra|tổ chức|khai mạc)?(?: (?:chương trình|cuộc|buổi))?\s*")


def _inside(m: Mention | DateMention, s: Sentence) -> bool:
    return s.start <= m.start < s.end


def day_of(ctx: Context, event: Event, timeline: Timeline, taken: Sequence[Span]) -> DateMention | None:
    """The day or days on which the reported event is held: in its sentence, else before it, nearest first.

    `taken` are the spans of papers and other events, whose dates are not the event's. None where no day is told.
    """
    plain = ctx.view.plain

    def free(d: DateMention) -> bool:
        return (
            d.is_days and not any(t.start <= d.start < t.end for t in taken)
            and not _NOT_THE_EVENT.search(plain[max(0, d.start - 24) : d.start])
        )  # fmt: skip

    days = [d for d in timeline.mentions if free(d) and ctx.page.role(d.start) in ("body", "caption", "title")]
    here = [d for d in days if _inside(d, event.sentence)]
    if here:
        # the nearest before the noun, else the first behind it
        before = [d for d in here if d.start < event.noun.start]
        return before[0] if before else here[0]
    body = [d for d in days if ctx.page.role(d.start) == "body"]
    earlier = [d for d in body if d.start < event.sentence.start]
    if earlier:
        return earlier[-1]
    lines = {s.line for s in ctx.page.sentences if s.role == "body"}
    near = sorted(x for x in lines if x >= event.sentence.line)[:2]
    return next((d for d in body if (s := ctx.page.sentence(d.start)) and s.line in near), None)


def talk(ctx: Context, events: Events, timeline: Timeline, day: DateMention | None) -> Talk | None:
    """The record's `talk`; None where the article reports none."""
    main = events.main
    if main is None:
        return None
    evidence = [ctx.evidence("kind", *main.noun, main.mention.rule)]
    announced = _announced(ctx, main)
    evidence.append(ctx.evidence("status", *(Span(announced.start, announced.end) if announced else main.noun), (announced or main.mention).rule))
    name = _name(events.same)
    if name:
        evidence.append(ctx.evidence("name", name.mention.start, name.mention.end, name.mention.rule))
    series = _series(ctx, events.same)
    if series:
        evidence.append(ctx.evidence("series", series.start, series.end, series.rule))
    ordinal = next((e.round for e in events.same if e.round), None)
    if ordinal:
        evidence.append(ctx.evidence("round", ordinal.start, ordinal.end, ordinal.rule))
    date = day.value if day else None
    if day and date:
        evidence.append(ctx.evidence("date", day.start, day.end, day.rule))
    online = next((m for m in ctx.of("talk.mode") if _of_the_event(ctx, m, events)), None)
    evidence.append(ctx.evidence("mode", *(Span(online.start, online.end) if online else main.noun), (online or main.mention).rule))
    place = None if online else _place(ctx, events, date)
    period, shown = _period(ctx, events, timeline, name, date)
    evidence += [ctx.evidence("period", d.start, d.end, d.rule) for d in shown]
    return Talk(
        kind=main.kind, status="announced" if announced else "held", name=ctx.text(name.mention.start, name.mention.end) if name else None,  # type: ignore[arg-type]
        series=str(series.value) if series else None, round=ordinal.value if ordinal else None,  # type: ignore[arg-type]
        date=date, mode="online" if online else "in_person", place=place, period=period, evidence=tuple(dict.fromkeys(evidence)),
    )  # fmt: skip


def _announced(ctx: Context, event: Event) -> Mention | None:
    """The words by which an event is still to come, right before its noun or behind its name."""
    for m in ctx.of("talk.status"):
        if _inside(m, event.sentence) and (m.start < event.noun.start <= m.end + 60 or 0 <= m.start - event.mention.end < 80):
            return m
    return None


def _name(same: Iterable[Event]) -> Event | None:
    """The mention whose words are the name: the first full one with a year, else the first with an ordinal, else the first."""
    full = [e for e in same if e.full and e.tail.strip()]
    first = full[0] if full else None
    if first and first.round and not first.year:
        return next((e for e in full if e.round and e.year), first)
    return next((e for e in full if e.year and (first is None or not first.round)), first) if first and not first.round else first


def _series(ctx: Context, same: Sequence[Event]) -> Mention | None:
    """The series that the names of the event tell; of two the first in the closed list."""
    order = ("annual", "periodic", "professional", "extraordinary")
    found = [m for m in ctx.of("talk.series") if any(e.mention.start <= m.start < e.mention.end for e in same)]
    return min(found, key=lambda m: (order.index(str(m.value)), m.start), default=None)


def _of_the_event(ctx: Context, m: Mention, events: Events) -> bool:
    """Whether the words of an online meeting speak of the reported event, not of another one."""
    if any(e.mention.start <= m.start < e.mention.end for e in events.others):
        return False
    main = events.main
    sentence = ctx.page.sentence(m.start)
    return main is not None and sentence is not None and (sentence == main.sentence or any(e.sentence == sentence for e in events.same))


def _place(ctx: Context, events: Events, date: str | None) -> Place | None:
    """Where the event is held: the first place of the body up to the event's sentence and right behind it, else of a caption, else of the title."""
    main = events.main
    assert main is not None
    plain = ctx.view.plain
    candidates = [
        m for m in ctx.of("talk.place")
        if not _OTHER_PLACE.search(plain[max(0, m.start - 20) : max(0, m.start - 4)])
        and not any(e.sentence.start <= m.start < e.sentence.end for e in events.others if e.sentence != main.sentence)
    ]  # fmt: skip
    body = [m for m in candidates if ctx.page.role(m.start) == "body"]
    lines = sorted({s.line for s in ctx.page.sentences if s.role == "body" and s.line > main.sentence.line})[:1]
    upto = [m for m in body if m.start < main.sentence.end]
    behind = [m for m in body if m.start >= main.sentence.end and (s := ctx.page.sentence(m.start)) and (s.line in lines or s.line == main.sentence.line)]
    held = [m for m in behind if regex.search(r"(?i)(?:diễn ra|tổ chức|hội đàm|hội nghị)[^.;]{0,40}$", plain[max(0, m.start - 60) : m.start])]
    captions = [m for m in candidates if ctx.page.role(m.start) == "caption"]
    titles = [m for m in candidates if ctx.page.role(m.start) == "title"]
    for m in (*upto, *held, *captions, *titles):
        place = read_place(ctx, m, date)
        if place is not None:
            return place
    return None


def read_place(ctx: Context, m: Mention, date: str | None) -> Place | None:
    """A place mention as a `Place`: its name without brackets and country, its country and region; None for what is no place."""
    core = m.first("place")
    if core is None:
        return None
    outer = m.first("outer")
    start, end = core.start, core.end
    parts: list[Span] = []
    if outer:
        for p in regex.finditer(r", ([^,]+)", ctx.view.plain[outer.start : outer.end]):
            span = Span(outer.start + p.start(1), outer.start + p.end(1))
            if ctx.tables.region(ctx.text(*span), day=date) is None and not regex.match(r"(?i)(?:tỉnh|huyện|thành phố|TP|xã|phường|thị)", p[1]):
                break
            parts.append(span)
            end = span.end
    text = ctx.text(start, end)
    evidence = [ctx.evidence("name", start, end, m.rule)]
    if regex.search(r"(?i)\bmốc\b", text):
        return Place(name=text, evidence=tuple(evidence))
    country, region, at = _where(ctx, core, parts, end, date)
    if at is not None:
        if country:
            evidence.append(ctx.evidence("country", *at, m.rule))
        if region:
            evidence.append(ctx.evidence("region", *at, m.rule))
    elif not regex.match(r"(?i)(?:tỉnh|huyện|thành phố|TP|xã|phường|thị|cửa khẩu|trụ sở|hội trường|khu vực|đồn|trạm|bộ|trung tâm|thủ đô|nhà)", text):
        return None
    return Place(name=text, country=country, region=region, evidence=tuple(dict.fromkeys(evidence)))


def _where(ctx: Context, core: Span, parts: Sequence[Span], end: int, date: str | None) -> tuple[str | None, str | None, Span | None]:
    """Country and region of a place and the words that tell them: the outermost name, the place itself, brackets behind it, a unit or gate in it."""
    plain = ctx.view.plain
    bracket = regex.compile(r" ?\(([^()\n]{2,60})\)").match(plain, end)
    spans = [*reversed(parts), core]
    if bracket:
        for p in regex.finditer(r"[^,\-]+", bracket[1]):
            words = p[0].strip()
            spans.append(Span(bracket.start(1) + p.start() + len(p[0]) - len(p[0].lstrip()), bracket.start(1) + p.start() + len(p[0].rstrip())) if words else core)
    country = next((str(c.value) for c in ctx.of("countries") if bracket and bracket.start() < c.start < bracket.end()), None)
    for s in spans:
        text = ctx.text(*s)
        inner = regex.search(r"(?i)(?:tỉnh|huyện|thành phố|TP\.?|thị xã|xã|phường|châu|thủ đô) \p{Lu}.*$", text)
        for words in (text, inner[0] if inner else "", regex.sub(r"^(?:[\p{Ll}]+ )+", "", text)):
            found = ctx.tables.region(words, country=country, day=date) if words else None
            if found:
                return found.country, found.code, s
        gate = ctx.tables.gate(regex.sub(r"(?i)^cửa khẩu (?:quốc tế |chính |song phương |phụ )?", "", text), day=date)
        if gate:
            side = gate.side(regex.sub(r"(?i)^cửa khẩu (?:quốc tế |chính |song phương |phụ )?", "", text)) or gate.country
            return (gate.country, gate.region, s) if side == gate.country else (gate.other_country, gate.other_region or None, s)
    for u in ctx.of("countries"):
        if bracket and bracket.start() < u.start < bracket.end():
            return str(u.value), None, Span(u.start, u.end)
    ministry = regex.search(r"(?i)bộ (?:quốc phòng|công an|ngoại giao)", ctx.text(*core))
    return ("VN", None, core) if ministry else (None, None, None)


def _period(ctx: Context, events: Events, timeline: Timeline, name: Event | None, date: str | None) -> tuple[str | None, list[DateMention]]:
    """The period under review: dates in the body that words of review govern, else a quarter or half-year in the event's name."""
    plain = ctx.view.plain
    main = events.main
    assert main is not None
    found: list[tuple[str, DateMention]] = []
    for d in timeline.mentions:
        sentence = ctx.page.sentence(d.start)
        value = timeline.value(d, until=date)
        if sentence is None or value is None or d.is_days or ctx.page.role(d.start) not in ("body", "title"):
            continue
        if any(e.mention.start <= d.start < e.mention.end for e in events.all) and not (
            main.kind == "review_conference" or regex.search(r"(?i)đánh giá|tổng kết|sơ kết|kiểm điểm", name.tail if name else "")
        ):
            continue
        if any(e.mention.start <= d.start < e.mention.end for e in events.others):
            continue
        if any(p.start <= d.start < p.end for p in ctx.of("agreements")):
            continue
        clause = regex.split(r"[;.] ", plain[sentence.start : d.start])[-1]
        opens = bool(_OPENS_CLAUSE.search(clause)) and plain.startswith(", ", d.end)
        if _TO_COME.search(clause) or (opens and _TO_COME_AFTER.match(plain, d.end)):
            continue
        if not (opens or _REVIEWED.search(clause)):
            continue
        if any(e.sentence == sentence and e.mention.end <= d.start and ";" not in plain[e.mention.end : d.start] for e in events.others):
            continue
        if not _may_be_reviewed(value, date):
            continue
        found.append((value, d))
    open_ended = [x for x in found if "/" in x[0]]
    if open_ended:
        return open_ended[0][0], [open_ended[0][1]]
    if found:
        first, second = found[0], found[1] if len(found) > 1 else None
        if second and plain[first[1].end : second[1].start].strip() == "và" and (joined := join(first[0], second[0])):
            return joined, [first[1], second[1]]
        return first[0], [first[1]]
    if name:
        for d in timeline.mentions:
            if name.mention.start <= d.start < name.mention.end and d.precision == "part":
                return d.value, [d]
    return None, []


def _may_be_reviewed(value: str, date: str | None) -> bool:
    """Whether a period has begun by the event and ended not longer than a year before it."""
    event, first, last = first_day(date), first_day(value), last_day(value)
    if event is None:
        return True
    return first is not None and first <= event and (last is None or (event - last).days <= 366)


def other_talks(ctx: Context, events: Events, timeline: Timeline, day: DateMention | None, taken: Sequence[Span]) -> tuple[Talk, ...]:
    """The other events that the article names, each once, in the order of the text."""
    out: dict[tuple[object, ...], Talk] = {}
    for e in events.others:
        made = _other(ctx, e, events, timeline, day, taken)
        key = (made.kind, made.round, made.date if made.round is None else None, None if made.round else (made.name or "").lower())
        out.setdefault(key, made)
    return tuple(out.values())


def _other(ctx: Context, e: Event, events: Events, timeline: Timeline, day: DateMention | None, taken: Sequence[Span]) -> Talk:
    """One other event."""
    plain = ctx.view.plain
    evidence = [ctx.evidence("kind", *e.noun, e.mention.rule)]
    announced = _announced(ctx, e)
    evidence.append(ctx.evidence("status", *(Span(announced.start, announced.end) if announced else e.noun), (announced or e.mention).rule))
    name = ctx.text(e.mention.start, e.mention.end) if e.full else None
    if name:
        evidence.append(ctx.evidence("name", e.mention.start, e.mention.end, e.mention.rule))
    series = _series(ctx, [e])
    if series:
        evidence.append(ctx.evidence("series", series.start, series.end, series.rule))
    if e.round:
        evidence.append(ctx.evidence("round", e.round.start, e.round.end, e.round.rule))
    dated = _other_day(ctx, e, events, timeline, day)
    if dated and dated.value:
        evidence.append(ctx.evidence("date", dated.start, dated.end, dated.rule))
    online = next((m for m in ctx.of("talk.mode") if e.mention.start <= m.start < e.mention.end), None)
    at = next((m for m in ctx.of("talk.place") if e.mention.end <= m.start < e.sentence.end and _HELD_AT.fullmatch(plain[e.mention.end : m.start])), None)
    if at is None and dated:
        at = next((m for m in ctx.of("talk.place") if dated.end <= m.start < e.sentence.end and m.start - dated.end < 8 and m.start >= e.mention.end), None)
    if at is None and e.mention.end < e.sentence.end:
        at = next((m for m in ctx.of("talk.place") if _inside(m, e.sentence) and m.start >= e.mention.end and e.sentence.start == _first_of(events, e).sentence.start and _HELD_AT.match(plain, e.mention.end)), None) if announced else None
    place = read_place(ctx, at, dated.value if dated else None) if at and not online else None
    mode = "online" if online else "in_person" if place else None
    if mode:
        evidence.append(ctx.evidence("mode", *(Span(online.start, online.end) if online else e.noun), (online or e.mention).rule))
    return Talk(
        kind=e.kind, status="announced" if announced else "held", name=name, series=str(series.value) if series else None,  # type: ignore[arg-type]
        round=e.round.value if e.round else None, date=dated.value if dated else None, mode=mode, place=place,  # type: ignore[arg-type]
        evidence=tuple(dict.fromkeys(evidence)),
    )  # fmt: skip


def _first_of(events: Events, e: Event) -> Event:
    """The first mention of an event."""
    return next((x for x in events.others if x.mention.start == e.mention.start), e)


def _other_day(ctx: Context, e: Event, events: Events, timeline: Timeline, day: DateMention | None) -> DateMention | None:
    """When another event was or will be: the date right behind it or before it, the year in its name, "right after the talk"."""
    plain = ctx.view.plain
    here = [d for d in timeline.mentions if _inside(d, e.sentence)]
    for d in here:
        if d.start >= e.mention.end and _HELD_AT.fullmatch(plain[e.mention.end : d.start]) and "ký" not in plain[e.mention.end : d.start].lower():
            return d
        if d.end <= e.mention.start and _BEFORE_EVENT.fullmatch(plain[d.end : e.mention.start]):
            return d
    if _SAME_DAY.search(plain[e.sentence.start : e.mention.start]) and day:
        return day
    inside = [d for d in here if e.mention.start <= d.start < e.mention.end]
    return inside[-1] if inside and e.kind != "exchange" else None
