"""The records of one event → one event."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel

from ..edtf import bounds
from ..record import Delegation, Evidence, Place, Talk, TalkRecord, gaps_of
from ..values.places import loosen
from . import models as m

__all__ = ["merge"]

_Part = TypeVar("_Part", bound=BaseModel)
_Item = tuple[str, Any]  # the id of a document, and what its record says
# Fields whose values contradict each other where they differ; others are worded in several ways.
_FACTS = {
    "talk": ("kind", "series", "round", "date", "mode", "period"),
    "delegations": ("head",),
    "people": ("rank", "position", "country"),
    "units": ("region",),
    "agreements": ("status", "signed"),
    "border_points": ("kind", "counterpart", "proposed_kind"),
}


def merge(records: Sequence[TalkRecord]) -> m.Event:
    """The event of records with a talk; the order of the records decides where as many say one thing as another."""
    docs = [(record.document.id, record) for record in records]
    work = _Merge()
    talk = work.one(m.EventTalk, [(d, r.talk) for d, r in docs if r.talk is not None], "talk")
    names = {(u.country, u.name): _unit_key(u) for _, r in docs for u in r.units}
    sides = work.many(m.EventDelegation, docs, "delegations", lambda side: side.country)
    sides = [_with_units(side, names) for side in sides]
    parts: dict[str, Any] = {
        "people": work.many(m.EventPerson, docs, "people", lambda p: loosen(p.name)),
        "units": work.many(m.EventUnit, docs, "units", _unit_key),
        "agreements": work.many(m.EventAgreement, docs, "agreements", lambda a: a.id or loosen(a.name)),
        "border_points": work.many(m.EventBorderPoint, docs, "border_points", lambda b: b.id or loosen(b.name)),
        "figures": work.many(
            m.EventFigure, docs, "figures", lambda f: (f.value, f.unit.lower(), f.category, loosen(f.what))
        ),
        "topics": work.many(m.EventTopic, docs, "topics", lambda t: t.topic),
        "dates": work.many(m.EventDate, docs, "dates", lambda d: d.value or d.text.lower()),
        "other_talks": work.many(
            m.EventTalk, docs, "other_talks", lambda t: (t.kind, loosen(t.name or ""), t.round, t.date)
        ),
    }
    work.figures(docs)
    return m.Event(
        id=_event_id(name for name, _ in docs), documents=tuple(r.document for r in records), talk=talk,
        delegations=tuple(sides), **parts, gaps=gaps_of(talk, sides), conflicts=tuple(work.conflicts),
    )  # fmt: skip


def _event_id(names: Iterable[str]) -> str:
    return "event:" + hashlib.sha256("\n".join(sorted(names)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _unit_key(unit: Any) -> str:
    return unit.id or f"{unit.kind}:{unit.country}:{unit.region}:{loosen(unit.name)}"


def _with_units(side: m.EventDelegation, names: dict[tuple[str | None, str], str]) -> m.EventDelegation:
    """A side with each unit once, by the name that came first."""
    once: dict[str, str] = {}
    for name in side.units:
        once.setdefault(names.get((side.country, name), name), name)
    return side.model_copy(update={"units": tuple(once.values())})


def _cited(document: str, evidence: Iterable[Evidence]) -> list[m.CitedEvidence]:
    return [m.CitedEvidence(**dict(e), document=document) for e in evidence]


def _same(value: object) -> object:
    """The form in which two values are one."""
    if isinstance(value, Place):
        return value.region or loosen(value.name)
    return loosen(value) if isinstance(value, str) else value


@dataclass
class _Merge:
    """Items put together; what contradicts is kept in `conflicts`."""

    conflicts: list[m.Conflict] = field(default_factory=list)

    def many(
        self, model: type[_Part], docs: Sequence[tuple[str, TalkRecord]], part: str, key: Callable[[Any], object]
    ) -> list[_Part]:  # fmt: skip
        """The items of one part of all records, those of one key as one, in the order of the documents."""
        groups: dict[object, list[_Item]] = {}
        for name, record in docs:
            for item in getattr(record, part):
                groups.setdefault(key(item), []).append((name, item))
        return [self.one(model, items, part) for items in groups.values()]

    def one(self, model: type[_Part], items: list[_Item], part: str) -> _Part:
        """One item of several, with all their evidence but that of values which were not taken."""
        label = part if part == "talk" else f"{part}[{_label(items[0][1])}]"
        lost: set[tuple[str, str]] = set()  # document and field
        values: dict[str, Any] = {}
        for name in type(items[0][1]).model_fields:
            if name == "evidence":
                continue
            given = [(doc, value) for doc, item in items if (value := getattr(item, name)) is not None]
            if given and isinstance(given[0][1], tuple):
                values[name] = tuple(dict.fromkeys(v for _, value in given for v in value))
            elif name == "status" and part == "talk":
                values[name] = "held" if any(value == "held" for _, value in given) else "announced"
            elif given:
                values[name] = self._chosen(given, items, name, label, lost, name in _FACTS.get(part, ()))
        cited = [e for doc, item in items for e in _cited(doc, item.evidence) if (doc, e.field) not in lost]
        return model(**values, evidence=tuple(cited))

    def _chosen(
        self, given: list[_Item], items: list[_Item], name: str, label: str, lost: set[tuple[str, str]], fact: bool
    ) -> Any:  # fmt: skip
        """The value of the most documents, then of the first; the others are a conflict where the field is a fact."""
        groups: dict[object, list[_Item]] = {}
        for doc, value in given:
            groups.setdefault(_same(value), []).append((doc, value))
        ranked = sorted(groups.values(), key=len, reverse=True)
        if name in ("date", "period"):
            ranked = _finest(ranked)
        best = ranked[0][0][1]
        if isinstance(best, Place):
            return self._place(ranked, label)
        if fact and len(ranked) > 1:
            own = dict(items)
            variants = [_variant(group, {d: own[d].evidence for d, _ in group}, name) for group in ranked]
            self.conflicts.append(m.Conflict(path=f"{label}.{name}", variants=tuple(variants)))
            lost |= {(doc, name) for group in ranked[1:] for doc, _ in group}
        return best

    def _place(self, ranked: list[list[_Item]], label: str) -> m.EventPlace:
        """Where it was: the place of the most documents; of those the first names it."""
        if len({group[0][1].region for group in ranked if group[0][1].region}) > 1 and label == "talk":
            variants = [
                m.Variant(value=g[0][1].name, documents=tuple(d for d, _ in g), evidence=tuple(
                    e for d, p in g for e in _cited(d, p.evidence)))
                for g in ranked
            ]  # fmt: skip
            self.conflicts.append(m.Conflict(path=f"{label}.place", variants=tuple(variants)))
        first = ranked[0][0][1]
        cited = [e for doc, place in ranked[0] for e in _cited(doc, place.evidence)]
        return m.EventPlace(name=first.name, country=first.country, region=first.region, evidence=tuple(cited))

    def figures(self, docs: Sequence[tuple[str, TalkRecord]]) -> None:
        """Numbers of one thing that differ between documents, none of which gives both."""
        things: dict[tuple[str, str, str], dict[int | float, list[_Item]]] = {}
        for doc, record in docs:
            for f in record.figures:
                thing = f.category, f.unit.lower(), loosen(f.what)
                things.setdefault(thing, {}).setdefault(f.value, []).append((doc, f))
        for values in things.values():
            told = [doc for items in values.values() for doc in {d for d, _ in items}]
            if len(values) < 2 or len(set(told)) < len(told):
                continue
            f = next(iter(values.values()))[0][1]
            ranked = sorted(values.values(), key=len, reverse=True)
            variants = [
                _variant([(d, x.value) for d, x in items], {d: x.evidence for d, x in items}, "value")
                for items in ranked
            ]
            path = f"figures[{f.category} {f.unit} {f.what}].value"
            self.conflicts.append(m.Conflict(path=path, variants=tuple(variants)))


def _variant(group: list[_Item], evidence: dict[str, Iterable[Evidence]], name: str) -> m.Variant:
    """One of several values, with the evidence of its field."""
    cited = [e for doc, _ in group for e in _cited(doc, (x for x in evidence[doc] if x.field == name))]
    return m.Variant(value=group[0][1], documents=tuple(doc for doc, _ in group), evidence=tuple(cited))


def _finest(ranked: list[list[_Item]]) -> list[list[_Item]]:
    """Dates without those that only tell the month or year of another one, or leave its year unsaid."""

    def covers(a: str, b: str) -> bool:
        wide, narrow = bounds(a), bounds(b)
        if wide is None or narrow is None or None in narrow:
            return False
        if None in wide:
            return a.startswith("XXXX") and any(end[4:].startswith(a[4:]) for end in b.split("/"))
        known = [day for day in (*wide, *narrow) if day is not None]
        return len(a) < 10 and known[0] <= known[2] and known[3] <= known[1]

    values = [group[0][1] for group in ranked]
    return [g for g in ranked if not any(covers(g[0][1], other) for other in values if other != g[0][1])]


def _label(item: Any) -> str:
    """What an item is called in the path of a conflict."""
    if isinstance(item, Delegation):
        return item.country
    if isinstance(item, Talk):
        return item.name or item.kind
    return str(getattr(item, "name", None) or getattr(item, "topic", None) or getattr(item, "text", None) or item.what)
