"""What a model gave, put into a new record beside what the rules found, which stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, get_args

from ..record import Delegation, Evidence, Person, Talk, TalkRecord, TopicName, gaps_of
from .ground import Desk
from .heads import Head
from .items import Item
from .page import Day, with_document, with_values_of_dates
from .sides import Found
from .value import Value

__all__ = ["merged", "with_values"]

_TOPICS: Final = get_args(TopicName)


def with_values(talk: Talk, values: Mapping[str, Value]) -> Talk:
    """A talk with values (by field) where it has none; the talk itself where there is nothing to put in."""
    new = {name: v for name, v in values.items() if getattr(talk, name) is None}
    if not new:
        return talk
    more = [e for v in new.values() for e in v.evidence]
    return Talk(**{**dict(talk), **{n: v.value for n, v in new.items()}, "evidence": (*talk.evidence, *more)})


def merged(
    desk: Desk, found: Found | None, values: Mapping[str, Value], heads: Mapping[int, Head],
    items: Mapping[str, Sequence[Item]], day: Day | None = None,
) -> TalkRecord:  # fmt: skip
    """The record with what was found: a talk where there was none, values in its gaps, heads by the index of their
    side, items of lists, the `day` of publication. Every field that the rules filled is kept.
    """
    record = desk.record
    talk, sides = (record.talk, record.delegations) if found is None else (found.talk, found.sides)
    if talk is not None:
        talk = with_values(talk, values)
        if found is not None:
            talk = _settled(desk, talk, found)
    led = [*heads.values()] if found is None else [h for h in found.heads if h is not None]
    sides = tuple(_led(desk, side, heads.get(i)) for i, side in enumerate(sides))
    parts: dict[str, Any] = {"talk": talk, "delegations": sides, "gaps": gaps_of(talk, sides)}
    known = {p.name for p in record.people}
    people = {h.name: h.person for h in led if h.person is not None and h.name not in known}
    given = [i.model for i in items.get("people", ()) if isinstance(i.model, Person)]
    parts["people"] = _inserted(record.people, [*_joined(people, given)])
    for name in ("agreements", "figures", "dates"):
        parts[name] = _inserted(getattr(record, name), [i.model for i in items.get(name, ())])
    if day is not None:
        parts["document"] = with_document(desk, day)
        dates = with_values_of_dates(desk, talk)
        have = {d.value for d in dates}
        new = [i.model for i in items.get("dates", ()) if getattr(i.model, "value") not in have]  # noqa: B009
        parts["dates"] = _inserted(dates, new)
    topics = [*record.topics, *(i.model for i in items.get("topics", ()))]
    parts["topics"] = tuple(sorted(topics, key=lambda t: _TOPICS.index(getattr(t, "topic"))))  # noqa: B009
    return TalkRecord(**{**dict(record), **parts})


def _settled(desk: Desk, talk: Talk, found: Found) -> Talk:
    """A new talk with its mode: in person where it is not said to be online, and then without a place."""
    if talk.mode == "online":
        return Talk(**{**dict(talk), "place": None})
    shown = desk.evidence([("mode", found.at.span)])
    return Talk(**{**dict(talk), "mode": "in_person", "evidence": (*talk.evidence, *shown)})


def _led(desk: Desk, side: Delegation, head: Head | None) -> Delegation:
    """A side with its head, if it has none."""
    if head is None or side.head is not None:
        return side
    shown = desk.evidence([("head", head.at.span)])
    return Delegation(**{**dict(side), "head": head.name, "evidence": (*side.evidence, *shown)})


def _joined(heads: Mapping[str, Person], given: Sequence[Person]) -> list[Person]:
    """New heads and other new people, each once: who is both has the roles and the country of the head."""
    of_name = {p.name: p for p in given}
    joined = []
    for name, head in heads.items():
        other = of_name.pop(name, None)
        if other is not None:
            more = [e for e in other.evidence if e.field in ("rank", "position") and getattr(head, e.field) is None]
            head = Person(**{
                **dict(head), "rank": head.rank or other.rank, "position": other.position,
                "evidence": (*head.evidence, *more),
            })  # fmt: skip
        joined.append(head)
    return [*joined, *of_name.values()]


def _inserted(rules: Sequence[Any], new: Sequence[Any]) -> tuple[Any, ...]:
    """The items of the rules in their order, each new one before the first of them that stands behind it."""
    out = list(rules)
    for item in sorted(new, key=_start):
        at = next((i for i, other in enumerate(out) if _start(other) > _start(item)), len(out))
        out.insert(at, item)
    return tuple(out)


def _start(item: Any) -> int:
    """Where an item stands in the caller's text."""
    evidence: tuple[Evidence, ...] = item.evidence
    return evidence[0].start if evidence else 0
