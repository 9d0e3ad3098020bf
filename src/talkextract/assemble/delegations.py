"""The sides of a talk: the units that the text sends, and who leads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from ..document import Sentence
from ..mention import Span
from ..record import Delegation, Evidence
from .context import Context
from .events import Event, Events
from .people import Someone
from .units import Named, Units

__all__ = ["Side", "delegations", "read_sides"]

# By these words a sentence after the first tells who takes part.
_TAKES_PART = regex.compile(
    r"(?i)(?:tham gia|tham dự|dự hội|dự buổi|cùng dự|đến dự|khách mời|thành phần|một bên là|bên kia là|phối hợp với|do .{3,160} (?:phối hợp|tổ chức)"
    r"|chứng kiến của|dự có|dự, có|còn có|dự phía|dự về phía|phía .{2,30} (?:có|gồm|là)|đoàn .{2,120} do )"
)
_ROOM_ONLY = regex.compile(r"(?i)^[^,.;]{0,4}(?:đăng cai)")


class Side:
    """One side while it is put together: its country, its units in order, each with the mention that sends it."""

    def __init__(self, country: str) -> None:
        self.country = country
        self.units: dict[str, Named] = {}
        self.seen: Named | None = None


def read_sides(ctx: Context, events: Events, units: Units, people: Sequence[Someone], papers: Iterable[Span]) -> list[Side]:
    """The sides in the order of the body; [] without a talk."""
    main = events.main
    if main is None:
        return []
    papers = list(papers)
    sides: dict[str, Side] = {}
    venues: list[Named] = []
    for sentence in _tellers(ctx, main, units):
        for u in units.within(sentence.start, sentence.end):
            if u.country is None or units.entry(u) is None and not u.venue:
                continue
            if any(p.start <= u.start < p.end for p in papers) or _is_parent(u, units) or _is_of_person(u, people):
                continue
            if u.venue or u.idle:
                venues.append(u)
                continue
            if _ROOM_ONLY.match(ctx.view.plain[u.end : u.end + 16]):
                continue
            sides.setdefault(u.country, Side(u.country)).units.setdefault(u.key, u)
    for p in people:
        if {"head", "co_chair"} & set(p.roles) and p.country and p.country not in sides:
            sides[p.country] = Side(p.country)
    for u in venues:
        if u.country and (u.country not in sides or not sides[u.country].units) and not u.idle:
            units.admit(u)
            sides.setdefault(u.country, Side(u.country)).units.setdefault(u.key, u)
    return _in_order(ctx, list(sides.values()), people)


def _tellers(ctx: Context, main: Event, units: Units) -> list[Sentence]:
    """The sentences that tell who takes part: the event's own, those around it until both sides are told, and later ones with a word of taking part."""
    body = [s for s in ctx.page.sentences if s.role == "body"]
    at = next((i for i, s in enumerate(body) if s.start == main.sentence.start), None)
    if at is None:
        return [main.sentence, *[s for s in body if _TAKES_PART.search(ctx.view.plain[s.start : s.end])]]
    chosen = {at}

    def told() -> int:
        return len({u.country for i in chosen for u in units.within(body[i].start, body[i].end) if not u.venue and units.entry(u)})

    for j in range(at - 1, max(-1, at - 3), -1):
        if told() >= 2 or body[j].line != main.sentence.line:
            break
        chosen.add(j)
    for j in range(at + 1, len(body)):
        words = ctx.view.plain[body[j].start : body[j].end]
        near = body[j].line - main.sentence.line <= 1
        if (near and told() < 2) or (_TAKES_PART.search(words) and (near or regex.search(r"(?i)(?:cùng dự|đến dự|tham dự|dự hội|chứng kiến|tham gia có|dự có)", words))):
            chosen.add(j)
    return [body[i] for i in sorted(chosen)]


def _is_parent(u: Named, units: Units) -> bool:
    """Whether a mention only says under whom another unit stands."""
    return any(x.parent is u for x in units.mentions)


def _is_of_person(u: Named, people: Sequence[Someone]) -> bool:
    """Whether a mention only says whose post it is."""
    return any(post.unit is not None and post.unit.start == u.start for p in people for post in p.posts) or any(
        o.start < u.start < o.end for p in people for o in p.places
    )


def _in_order(ctx: Context, sides: list[Side], people: Sequence[Someone]) -> list[Side]:
    """Sides by the place where the body first sends them."""

    def first(side: Side) -> int:
        starts = [u.start for u in side.units.values()]
        heads = [p.places[0].start for p in people if p.country == side.country and {"head", "co_chair"} & set(p.roles)]
        return min(starts or heads or [len(ctx.view.text)])

    return sorted(sides, key=first)


def delegations(ctx: Context, sides: Sequence[Side], units: Units, people: Sequence[Someone], kind: str) -> tuple[Delegation, ...]:
    """The record's delegations, in order."""
    return tuple(_delegation(ctx, s, units, people, kind) for s in sides)


def _delegation(ctx: Context, side: Side, units: Units, people: Sequence[Someone], kind: str) -> Delegation:
    """One side: its units by their names in the record, its head (who leads, else who chairs, else who signs at a signing)."""
    names: list[str] = []
    evidence: list[Evidence] = []
    for u in side.units.values():
        entry = units.entry(u)
        if entry is None:
            continue
        names.append(entry.name)
        evidence += [ctx.evidence("units", s.start, s.end, u.rule) for s in u.pieces]
    head = _leader(side.country, people, kind)
    if head is not None:
        evidence.append(ctx.evidence("head", *head.name_at, head.rule))
    source = next((u for u in side.units.values() if u.country_from), None)
    if source is not None and source.country_from is not None:
        evidence.insert(0, ctx.evidence("country", *source.country_from, source.rule))
    elif head is not None:
        evidence.insert(0, ctx.evidence("country", *(head.country_at or head.name_at), head.rule))
    return Delegation(country=side.country, units=tuple(names), head=head.name if head else None, evidence=tuple(dict.fromkeys(evidence)))


def _leader(country: str, people: Sequence[Someone], kind: str) -> Someone | None:
    """Who leads a side; None where nobody is told to."""
    for role in ("head", "co_chair", *(("signatory",) if kind == "signing" else ())):
        for p in people:
            if p.country == country and role in p.roles:
                return p
    return None
