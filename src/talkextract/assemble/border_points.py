"""Border-point mentions → the border points of the article: pairs as one entry, every point once.

`border_points` is the whole interface. A rule finds a phrase ("cặp cửa khẩu song phương A (Việt Nam) - B (Trung Quốc)",
"các mốc 589, 590"); here it is taken apart into sightings, sightings of one point are joined, and what is said of an
upgrade is put to the points that it is said of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, NamedTuple, cast

import regex

from ..mention import Mention, Span, joined
from ..record import BorderPoint, BorderPointKind
from ..tables import Gate, Region
from ..values.places import gate_kind, loosen, marker_numbers
from ..values.units import members
from .context import Context

__all__ = ["border_points"]

_PROVINCES = ("province", "municipality", "capital", "autonomous_region")
# The word before a unit that makes a list of it: "các đồn Biên phòng: cửa khẩu Ma Lù Thàng, Sì Lờ Lầu".
_LISTED: Final = regex.compile(
    r"(?r)(?:\b\d{1,2}|(?i:các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười))(?: đơn vị| cụm)? "
)
# What every marker is, in words between "mốc" and its number.
_OF_EVERY_MARKER: Final = regex.compile(r" (?:quốc giới|biên giới|chủ quyền)(?=\s|$)")
# Names that only the tables make a pair of gates.
_BESIDE: Final = "border_points.gate.beside"
# A back-reference to a point named before: "nâng cấp cửa khẩu này".
_THIS = ("này", "đây", "trên", "nói trên")


class _Known(NamedTuple):
    """What the article tells of all its points: the day of its event, its only neighbour of Viet Nam if it has one."""

    day: str | None
    neighbour: str | None


class _Word(NamedTuple):
    """A value with the places of the text that show it and the rule that found it."""

    value: str
    spans: tuple[Span, ...]
    rule: str


class _Sighting(NamedTuple):
    """One place where a point stands; `keys` are what it is known by: its gate's id, its names, its number."""

    start: int
    keys: frozenset[str]
    kind: _Word
    name: _Word | None
    other: _Word | None = None
    country: _Word | None = None
    number: _Word | None = None
    gate: Gate | None = None


@dataclass
class _Point:
    """All sightings of one point, in order, with its kind (the first of a class) and the kind it is to have."""

    seen: list[_Sighting]
    kind: _Word
    proposed: _Word | None = None

    def add(self, sighting: _Sighting) -> None:
        self.seen.append(sighting)
        if self.kind.value == "gate":
            self.kind = sighting.kind if sighting.kind.value != "gate" else self.kind


def border_points(ctx: Context, day: str | None) -> tuple[BorderPoint, ...]:
    """The gates, crossings and markers that the content lines name, in order; `day` is the day of the event (EDTF).

    A gate that only a unit is named after is none. () where the article names no point.
    """
    mentions = ctx.of("border_points")
    if not mentions:
        return ()
    neighbours = ctx.states.keys() - {"VN"}
    known = _Known(day, neighbours.pop() if len(neighbours) == 1 else None)
    points: list[_Point] = []
    at: dict[str, int] = {}
    for mention in mentions:
        if not _in_unit(ctx, mention):
            for sighting in _sightings(ctx, mention, known):
                _join(points, at, sighting)
    gates = sorted((s.start, i) for i, p in enumerate(points) for s in p.seen if s.kind.value != "marker")
    for proposal in ctx.of("border_points.proposed"):
        _propose(ctx, points, gates, proposal)
    return tuple(_build(ctx, point) for point in points)


def _in_unit(ctx: Context, mention: Mention) -> bool:
    """Whether the point stands inside a unit's name ("Đồn Biên phòng cửa khẩu Ma Lù Thàng").

    What a unit's rule took along behind its name is no part of it: "Đồn Biên phòng Tây Trang, cửa khẩu Tây Trang".
    """
    plain, units = ctx.view.plain, ctx.of("units")
    at = bisect_left(units, mention.start, key=attrgetter("start")) - 1
    if at < 0 or mention.start >= units[at].end:
        return False
    unit = units[at]
    listed = _LISTED.match(plain, 0, unit.start) is not None
    parts = members(plain, unit.groups["item"], unit.groups, listed=listed)
    return mention.start < (parts[-1].place.end if parts else unit.end)


def _sightings(ctx: Context, mention: Mention, known: _Known) -> Iterator[_Sighting]:
    """The points that one phrase names."""
    if mention.groups["number"]:
        yield from _markers(ctx, mention)
    elif mention.groups["class"]:
        yield from _gates(ctx, mention, known)
    else:
        name = _word(ctx, mention, mention.groups["name"][0])
        kind = name._replace(value="marker")
        yield _Sighting(mention.start, frozenset({loosen(name.value)}), kind, name)


def _word(ctx: Context, mention: Mention, span: Span) -> _Word:
    return _Word(ctx.text(*span), (span,), mention.rule)


def _markers(ctx: Context, mention: Mention) -> Iterator[_Sighting]:
    """The markers of a phrase; each has the words before the first number ("mốc đại 275, 276")."""
    lead = mention.groups["lead"][0]
    for span in mention.groups["number"]:
        numbers = marker_numbers(ctx.text(*span))
        if not numbers:
            continue
        number = _Word(numbers[0], (span,), mention.rule)
        said = tuple(joined([*_marker_words(ctx, lead), span]))
        name = _Word(" ".join(ctx.text(*piece) for piece in said), said, mention.rule)
        note = mention.first("note")
        # A marker stands on the line; only one of a twin stands on one bank ("mốc 94(1) (Việt Nam)").
        twin = note is not None and not numbers[0].isdecimal()
        country = _country(ctx, mention, [note]) if twin and note else None
        kind = _Word("marker", (lead,), mention.rule)
        yield _Sighting(span.start, frozenset({f"mốc {numbers[0]}"}), kind, name, country=country, number=number)


def _marker_words(ctx: Context, lead: Span) -> list[Span]:
    """The words of a marker's name before its number, without what every marker is: "mốc quốc giới 99" is "mốc 99"."""
    generic = _OF_EVERY_MARKER.search(ctx.view.folded, lead.start, lead.end)
    if generic is None:
        return [lead]
    return lead.without(generic.start(), generic.end() + 1)


class _Item(NamedTuple):
    """A member of a list of gates: its name, the counterpart beside it, and what stands behind each of them."""

    name: Span
    notes: list[Span]
    other: Span | None
    other_notes: list[Span]


def _items(ctx: Context, mention: Mention) -> list[_Item]:
    """The members of a list in order, counterparts and notes put to the names before them."""
    marks = sorted((span, group) for group in ("name", "other", "note") for span in mention.groups[group])
    items: list[_Item] = []
    for span, group in marks:
        if group == "name":
            items.append(_Item(span, [], None, []))
        elif group == "other":
            items[-1] = items[-1]._replace(other=span)
        else:
            (items[-1].other_notes if items[-1].other else items[-1].notes).append(span)
    twin = mention.first("twin") is not None and mention.first("many") is None
    if len(items) == 2 and not items[0].other and not items[1].other and (twin or _faces(ctx, mention, *items)):
        # a pair joined by a word or a comma: "cặp cửa khẩu Cầu Treo và Nậm Phao", "Cầu Treo (Việt Nam), Nậm Phao (Lào)"
        return [items[0]._replace(other=items[1].name, other_notes=items[1].notes)]
    return [_whole(ctx, item) for item in items]


def _faces(ctx: Context, mention: Mention, one: _Item, other: _Item) -> bool:
    """Whether two gates are said to lie on the two sides of the border."""
    here, there = _country(ctx, mention, one.notes), _country(ctx, mention, other.notes)
    return here is not None and there is not None and (here.value == "VN") != (there.value == "VN")


def _whole(ctx: Context, item: _Item) -> _Item:
    """A name whose syllables are joined by hyphens is no pair, where the tables know it ("Đắc-Ốc")."""
    if item.other is not None and ctx.view.plain[item.name.end : item.other.start] == "-":
        both = Span(item.name.start, item.other.end)
        if ctx.tables.has_gate(ctx.text(*both)):
            return _Item(both, item.other_notes, None, [])
    return item


def _gates(ctx: Context, mention: Mention, known: _Known) -> Iterator[_Sighting]:
    """The gates of a phrase: those of a list, a pair as one, none for a name that only says where they lie."""
    items = _items(ctx, mention)
    many = mention.first("many") is not None
    span = mention.groups["class"][0]
    kind = _Word(gate_kind({"class": ctx.text(*span)}) or "gate", (span,), mention.rule)
    for number, item in enumerate(items):
        found = _pair(ctx, mention, item, known)
        for name, other, country, gate in found:
            region = ctx.tables.region(name.value)
            place = region is not None and region.kind in _PROVINCES
            if mention.rule == _BESIDE and (gate is None or other is None or gate.side(other.value) is None):
                continue  # "thông quan ở Móng Cái - Quảng Ninh"
            if place and (gate is None or (many and len(items) == 1 and other is None)):
                continue  # "ba cửa khẩu Lạng Sơn": a province is no gate
            if number and not many and other is None and (place or gate is None):
                continue  # "cửa khẩu quốc tế Lao Bảo, Hướng Hóa": what follows one gate is where it lies
            keys = {loosen(w.value) for w in (name, other) if w is not None}
            if gate is not None:
                keys = {gate.id}
            foreign = gate is not None and country is not None and country.value != gate.country and other is None
            yield _Sighting(
                mention.start, frozenset(keys), kind, None if foreign else name, name if foreign else other,
                country, None, gate,
            )  # fmt: skip


_Named = tuple[_Word, _Word | None, _Word | None, Gate | None]


def _pair(ctx: Context, mention: Mention, item: _Item, known: _Known) -> list[_Named]:
    """One member of a list: its name with counterpart, country and gate, the Vietnamese side first.

    Two entries where "A - B" are two gates of one side; none where capitals run on and no table knows a gate in them.
    """
    name = _shown(ctx, mention, item.name)
    if name is None:
        return []
    other = _shown(ctx, mention, item.other) if item.other else None
    here, there = _country(ctx, mention, item.notes), _country(ctx, mention, item.other_notes)
    gate = _gate(ctx, name, [*item.notes, *item.other_notes], other, known)
    if other is None:
        return [(name, None, here or _side(gate, name), gate)]
    beside = _gate(ctx, other, item.other_notes, name, known)
    here, there = here or _side(gate or beside, name), there or _side(beside or gate, other)
    if gate and beside and gate.id != beside.id and (here and there and here.value == there.value):
        return [(name, None, here, gate), (other, None, there, beside)]
    if there is not None and there.value == "VN" and (here is None or here.value != "VN"):
        return [(other, name, there, beside or gate)]
    stray = gate is not None and gate.side(other.value) is None and there is None
    if stray and ctx.tables.region(other.value, country="VN"):
        return [(name, None, here, gate)]  # "cửa khẩu Hữu Nghị - Lạng Sơn"
    if here is None:
        here = name._replace(value="VN")  # the Vietnamese side of a pair comes first where nothing says otherwise
    return [(name, other, here, gate or beside)]


def _shown(ctx: Context, mention: Mention, span: Span) -> _Word | None:
    """The name at `span`; of words all in capitals (a headline) the first that are a gate's name, else None."""
    word = _word(ctx, mention, span)
    if len(word.value) < 3 or not word.value.isupper():
        return word
    parts = word.value.split(" ")
    # a syllable alone that more words follow is not known for a gate's name: "CỬA KHẨU THANH …"
    for count in range(len(parts), 0 if len(parts) == 1 else 1, -1):
        short = " ".join(parts[:count])
        if ctx.tables.has_gate(short):
            return word._replace(value=short, spans=(Span(span.start, span.start + len(short)),))
    return None


def _side(gate: Gate | None, name: _Word) -> _Word | None:
    """The country that the tables give a name."""
    country = gate.side(name.value) if gate is not None else None
    return name._replace(value=country) if country else None


def _places(ctx: Context, notes: list[Span]) -> Iterator[Region]:
    """The regions that stand behind a name: "(Hà Tĩnh)", ", tỉnh Quảng Trị"."""
    for span in notes:
        for part in ctx.text(*span).split(","):
            region = ctx.tables.region(part.strip())
            if region is not None:
                yield region


def _country(ctx: Context, mention: Mention, notes: list[Span]) -> _Word | None:
    """The country that the words behind a name say, by itself or by a region."""
    for span in notes:
        for said in ctx.inside("countries", *span):
            return _Word(str(said.value), (Span(said.start, said.end),), said.rule)
        for region in _places(ctx, [span]):
            return _Word(region.country, (span,), mention.rule)
    return None


def _gate(ctx: Context, name: _Word, notes: list[Span], other: _Word | None, known: _Known) -> Gate | None:
    """The gate of the tables; of several of one name the one in the region, with the counterpart or at the border."""
    day = known.day
    gate = ctx.tables.gate(name.value, day=day)
    for region in _places(ctx, notes) if gate is None else ():
        gate = gate or ctx.tables.gate(name.value, region=region.code, day=day)
    if gate is None and other is not None:
        beside = ctx.tables.gate(other.value, day=day)
        gate = beside if beside is not None and beside.side(name.value) else None
    if gate is None and known.neighbour is not None:
        gate = ctx.tables.gate(name.value, country=known.neighbour, day=day)
    return gate


def _join(points: list[_Point], at: dict[str, int], sighting: _Sighting) -> None:
    """Put a sighting to the first point that is known by one of its keys, else begin a new point.

    `at` has the number of the first point for each key.
    """
    number = min((at[key] for key in sighting.keys if key in at), default=len(points))
    if number < len(points):
        points[number].add(sighting)
    else:
        points.append(_Point([sighting], sighting.kind))
    at.update(dict.fromkeys(sighting.keys, number))


def _propose(ctx: Context, points: list[_Point], gates: list[tuple[int, int]], proposal: Mention) -> None:
    """Give the points that a proposal speaks of the kind that they are to have, or have been given.

    Those named between the verb and the new kind, else the last before the verb, else the first behind, all in one
    sentence; "cửa khẩu này" is the last named before. `gates` are the places of gates in order, each with its point.
    """
    verb = (proposal.first("verb") or Span(proposal.start, proposal.start)).start
    sentence = ctx.page.sentence(proposal.start)
    first, last = (_from(gates, sentence.start), _from(gates, sentence.end)) if sentence else (0, len(gates))
    before, here, behind = (_from(gates, at) for at in (verb, proposal.start, proposal.start + 1))
    meant = gates[max(first, before) : min(here, last)]
    meant = meant or gates[max(first, before - 1) : before] or gates[behind : min(behind + 1, last)]
    if not meant and any(w in ctx.text(verb, proposal.start).split() for w in _THIS):
        meant = gates[max(before - 1, 0) : before]
    kind = _Word(str(proposal.value), (proposal.groups["class"][-1],), proposal.rule)
    was = proposal.first("was")
    for _, i in meant:
        point = points[i]
        if proposal.first("done") is not None:
            point.kind = kind
        elif kind.value != point.kind.value:
            point.proposed = point.proposed or kind
        if was is not None and point.kind.value == "gate":
            point.kind = _Word(gate_kind({"class": ctx.text(*was)}) or "gate", (was,), proposal.rule)


def _from(gates: list[tuple[int, int]], at: int) -> int:
    """How many gates stand before a place."""
    return bisect_left(gates, (at, -1))


def _first(words: Iterator[_Word | None]) -> _Word | None:
    """The first of several words for one thing, one in a headline's capitals only where there is no other."""
    found = [w for w in words if w is not None]
    return next((w for w in found if not w.value.isupper()), found[0] if found else None)


def _build(ctx: Context, point: _Point) -> BorderPoint:
    """The entry of the record: the Vietnamese name, where only the other side is named that one."""
    kind, gate = point.kind, next((s.gate for s in point.seen if s.gate is not None), None)
    name, other = _first(s.name for s in point.seen), _first(s.other for s in point.seen)
    country = next((s.country for s in point.seen if s.country and s.name is not None), None)
    if name is None:
        name, other = cast("_Word", other), None
        country = next((s.country for s in point.seen if s.country), None)
    key = name._replace(value=gate.id) if gate is not None else None
    words = {
        "name": name, "kind": kind, "number": _first(s.number for s in point.seen), "country": country,
        "counterpart": other, "proposed_kind": point.proposed, "id": key,
    }  # fmt: skip
    values = {key: word.value if word is not None else None for key, word in words.items()}
    shown = [(key, span, w.rule) for key, w in words.items() if w is not None for span in w.spans]
    return BorderPoint(
        name=name.value, kind=cast("BorderPointKind", kind.value), number=values["number"], country=values["country"],
        counterpart=values["counterpart"], proposed_kind=cast("BorderPointKind | None", values["proposed_kind"]),
        id=values["id"], evidence=ctx.evidence(shown),
    )  # fmt: skip
