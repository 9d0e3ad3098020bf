"""The states that an event brings together, where its units and persons do not tell both sides."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

import regex

from ..mention import Mention, Span
from ..tables import Region
from .context import Context
from .cues import standing
from .event import Event
from .units import Units

__all__ = ["Told", "states_at", "states_told"]

# Patterns in `re` read the text in lower case.
# A state as a party to the event, not as a border or a place.
_PARTY = re.compile(
    r"(?:phía|(?<!biên giới )(?<!biên )(?<!giáp )(?<!quan hệ )(?<!đất liền )(?:với|giữa)|bạn|(?:hai|2|ba|3) nước"
    r"|lực lượng [^,.;]{2,40} của)"
    r"(?: (?:nước|phía|lực lượng|bạn|đoàn|đoàn đại biểu))* $"
)
_AND_PARTY = re.compile(r"(?: -| và| với|,) ")
# What two states have between them, and what is done in, for or from one: such a state is no party.
_NO_PARTY = re.compile(
    r"(?:(?:biên giới|đường biên|biên|đất liền|quan hệ|hữu nghị|hợp tác|truyền thống|giáp|tuyến|tình đoàn kết)"
    r"(?: (?:với|giữa|chung|quốc gia|trên|đất liền|của|hai nước|đặc biệt|và))*"
    r"|(?:giúp|giúp đỡ|tại|ở|sang|từ|cho|đến|về|vào|người|tiếng|hàng|gốc|đất|nước) ?(?:bạn|nước|đất)?) $"
)
# To whom something is given is no party either: "tặng quà cho 30 hộ dân bản Ka Rông (Lào)".
_GIVEN_TO = re.compile(r"(?<!\w)(?:tặng|trao|hỗ trợ|giúp|giúp đỡ|khám|cấp)(?!\w)[^.;]{0,70} cho [^.;,]{0,60}$")
# What lies beside a state is not of it: "đoạn biên giới giáp tỉnh Xiêng Khoảng (Lào)".
_BESIDE = re.compile(standing("giáp", "đối diện") + r"(?: (?:với|ranh|các|hai))*(?: [^,.;]{0,40})?$")
# Talks and exchanges are always with others: a word of the state is enough. A conference may be one's own.
_WITH_OTHERS = ("talks", "exchange")
_JOINT = re.compile(
    r"(?:ủy ban|nhóm|đoàn|tổ|ban)(?: công tác| chuyên viên| chuyên gia| thư ký)? (?:liên hợp|hợp tác|chỉ đạo|hỗn hợp)"
    r"|liên chính phủ|song phương|đoàn đại biểu biên giới"
    r"|đối thoại(?! với (?:các )?(?:doanh nghiệp|người dân|nhân dân|bà con|thanh niên|cán bộ|công nhân))"
)
_PLACED = regex.compile(
    r"(?:(?i:(?P<party>tỉnh|huyện|thị|thành|châu|khu) ủy|tỉnh|huyện|thành phố|thị xã|châu|khu tự trị(?: dân tộc)?)"
    r"|T[PX]\.?)(?P<name>(?: \p{Lu}[\p{L}\p{M}'-]*){1,5})|TP\.?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?"
)
# What a party's committee is of: "Bí thư Huyện ủy Kim Bình" is of a district.
_OF_PARTY = {"thị": "thị xã", "thành": "thành phố", "khu": "khu tự trị"}
_REACH = 1_000


class Told(NamedTuple):
    """Words that bring a state to the event, and the rule that found them."""

    country: str
    start: int
    end: int
    rule: str


def states_told(ctx: Context, main: Event, units: Units, known: Collection[str]) -> Iterator[Told]:
    """The states that the words of the event's sentence, else of the title, else beside it tell; `known` are the sides
    so far. The papers are Vietnamese: where all that is told is one other state, it met Viet Nam, if the text names
    anything of it.
    """
    found = set(known)
    for span in _stretches(ctx, main):
        for told in (*_parties(ctx, main, span), *_regions(ctx, main, span)):
            if told.country not in found:
                found.add(told.country)
                yield told
        if found - {"VN"}:
            break
    if found and "VN" not in found and (home := _home(ctx, main, units)):
        yield home


def _stretches(ctx: Context, main: Event) -> Iterator[Span]:
    """Where to look: the event's sentence, the title, and for talks the two sentences behind it and the one before."""
    yield Span(main.sentence.start, min(main.sentence.end, main.sentence.start + 2 * _REACH))
    if ctx.page.title is not None:
        yield ctx.page.title
    if main.kind in _WITH_OTHERS or main.coming:
        after = (s for s in ctx.page.sentences_after(main.sentence) if s.role == "body")
        # who came is told before a bare "đã hội đàm"; what is called by its name may only be remembered
        before = None if main.full else ctx.page.sentence_before(main.sentence)
        yield from (Span(s.start, min(s.end, s.start + _REACH)) for s in (*after, before) if s is not None)


def _parties(ctx: Context, main: Event, span: Span) -> Iterator[Told]:
    """The states named as parties: "với phía Lào", "hai nước Việt Nam - Lào", "… tỉnh Hủa Phăn (Lào)"."""
    folded, start = ctx.view.folded, span.start
    joint = main.kind == "talks" or _JOINT.search(folded, *span) is not None
    last: Mention | None = None
    party = False
    # the state of the place tells a party only where nothing else does: "tại tỉnh Luông Pha Băng, Lào, …"
    placed = {p.end for p in ctx.inside("talk.place", *span)}
    hosts: list[Told] = []
    for m in ctx.inside("countries", start, span.end):
        before = folded[max(start, m.start - 100) : m.start]
        if last is not None and _AND_PARTY.fullmatch(folded, last.end, m.start):
            # "hai nước Việt Nam - Lào", "giữa Việt Nam và Lào": the second goes with the first
            pass
        else:
            party = bool(_PARTY.search(before)) or (
                m.start not in ctx.papers
                and not _BESIDE.search(before)
                and not _GIVEN_TO.search(before)
                and (joint or main.mention.start <= m.start < main.mention.end or not _NO_PARTY.search(before))
            )
        last = m
        if party and m.start - 2 in placed:
            hosts.append(Told(str(m.value), m.start, m.end, m.rule))
        elif party:
            yield Told(str(m.value), m.start, m.end, m.rule)
    yield from hosts


def _regions(ctx: Context, main: Event, span: Span) -> Iterator[Told]:
    """The states of the neighbours' provinces, districts and towns: "với huyện Sốp Bau, tỉnh Hủa Phăn"."""
    rule = main.mention.rule
    for m in _PLACED.finditer(ctx.view.plain, *span):
        if m.start() in ctx.papers or _BESIDE.search(ctx.view.folded[max(span.start, m.start() - 20) : m.start()]):
            continue
        named = _named_in(ctx, m)
        if named and named[1].country != "VN":
            yield Told(named[1].country, m.start(), named[0], rule)
    for place in ctx.inside("talk.place", *span):
        core = place.first("place")
        region = ctx.tables.region(ctx.text(*core)) if core else None
        if core and region and region.country != "VN":
            yield Told(region.country, core.start, core.end, place.rule)


def _home(ctx: Context, main: Event, units: Units) -> Told | None:
    """What the text names of Viet Nam: a unit, the state, a person before the noun, a province."""
    near = [*units.within(main.sentence.start, main.sentence.end), *units.mentions]
    unit = next((u for u in near if u.country == "VN"), None)
    if unit is not None:
        return Told("VN", unit.start, unit.end, unit.rule)
    state = next((m for m in ctx.of("countries") if m.value == "VN"), None)
    if state is not None:
        return Told("VN", state.start, state.end, state.rule)
    person = next(iter(ctx.inside("people", main.sentence.start, main.noun.start)), None)
    if person is not None:
        return Told("VN", person.start, person.end, person.rule)
    for m in _PLACED.finditer(
        ctx.view.plain, main.sentence.start, min(main.sentence.end, main.sentence.start + _REACH)
    ):
        region = ctx.tables.region(ctx.view.text[m.start() : m.end()])
        if region is None or region.country == "VN":
            return Told("VN", m.start(), m.end(), main.mention.rule)
    return None


def states_at(ctx: Context, span: Span) -> Iterator[tuple[int, int, str]]:
    """The provinces, districts and towns that the words of a span name, each with its state, by the tables."""
    for m in _PLACED.finditer(ctx.view.plain, *span):
        if named := _named_in(ctx, m):
            yield m.start(), named[0], named[1].country


def _named_in(ctx: Context, m: regex.Match[str]) -> tuple[int, Region] | None:
    """Where the longest name that a table knows ends in words of `_PLACED`, and the region that it is."""
    words = ctx.view.text[m.start() : m.end()].split(" ")
    level = len(words) - m["name"].count(" ") if m["name"] else 0
    for count in range(len(words), level, -1):
        named = words[:count]
        if party := m["party"]:
            named[:2] = [_OF_PARTY.get(party.lower(), party)]
        region = ctx.tables.region(" ".join(named))
        if region is not None:
            return m.start() + len(" ".join(words[:count])), region
    return None
