"""Answers → values: each quote located and read, the first that holds for each path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from .answers import Parsed
from .asking import Tally
from .asks import LISTS, Ask
from .dates import timeline_with
from .ground import Desk, Quote, Refusal
from .heads import Head, read_head
from .items import Item, read_item
from .merge import with_values
from .read import READERS
from .report import Refused
from .sides import Found, find_talk
from .value import Told, Value

__all__ = ["Got", "collected", "read_answers", "same_item"]

_DATED = ("talk.date", "talk.period", "dates")


@dataclass
class Got:
    """What one round of questions gave: a talk, values by field, heads by side, items by list."""

    found: Found | None = None
    values: dict[str, Value] = field(default_factory=dict)
    heads: dict[int, Head] = field(default_factory=dict)
    items: dict[str, list[Item]] = field(default_factory=dict)


def read_answers(
    desk: Desk, asks: Sequence[Ask], answers: Sequence[Parsed], published: str | None, tally: Tally
) -> Got:
    """The values that the answers to all questions give, the first that holds for each path."""
    of_path = {ask.path: collected(ask, answers) for ask in asks}
    by_path = {ask.path: ask for ask in asks}
    dated = [q.span for path in _DATED if path in by_path for q in _quoted(desk, by_path[path], of_path[path])]
    got = Got()
    told = Told(timeline_with(desk.ctx, dated, published), desk.record.talk)
    if "talk.kind" in by_path:
        got.found = _talk(desk, of_path, tally)
        told = replace(told, talk=got.found.talk if got.found else None)
    order = sorted((p for p in by_path if p[5:] in READERS and p.startswith("talk.")), key=lambda p: p != "talk.date")
    for path in order if told.talk is not None else ():
        value = _value(desk, told, by_path[path], of_path[path], tally)
        if value is not None and told.talk is not None:
            got.values[path[5:]] = value
            told = replace(told, talk=with_values(told.talk, {path[5:]: value}))
    for path in (p for p in by_path if p.endswith("].head")):
        _head(desk, got, by_path[path], of_path[path], tally)
    for path in (p for p in by_path if p in LISTS):
        got.items[path] = _items(desk, told, path, of_path[path], tally)
    return got


def collected(ask: Ask, answers: Sequence[Parsed]) -> list[dict[str, str]]:
    """The answers for one path, of all questions, in the order of the text, each once; "" is none."""
    found: list[dict[str, str]] = []
    for parsed in answers:
        value = parsed.values.get(ask.path)
        for one in value if isinstance(value, list) else [value] if value else []:
            first = (ask.parts or ("quote",))[0]
            if one.get(first, "").strip() and one not in found:
                found.append(one)
    return found


def _quoted(desk: Desk, ask: Ask, answers: Sequence[Mapping[str, str]]) -> list[Quote]:
    """Where the quotes of some answers stand."""
    found: list[Quote] = []
    for answer in answers:
        try:
            for q in desk.places(answer.get("quote", ""), ask):
                found += [q, *(q.cut(q.start + a, q.start + b) for a, b in _halves(desk.ctx.text(*q.span)))]
        except Refusal:
            continue
    return found


def _halves(words: str) -> list[tuple[int, int]]:
    """The two dates that "và" joins: "năm 2015 và 6 tháng đầu năm 2016"."""
    first, joint, last = words.partition(" và ")
    return [(0, len(first)), (len(first) + len(joint), len(words))] if last else []


def _talk(desk: Desk, of_path: Mapping[str, list[dict[str, str]]], tally: Tally) -> Found | None:
    """The talk that the answers point at; None where none holds."""
    sides = of_path.get("delegations", [])
    for kind in of_path["talk.kind"]:
        try:
            return find_talk(desk, kind, sides, tally.refused)
        except Refusal as refusal:
            tally.refused.append(Refused("talk.kind", kind["quote"], str(refusal)))
    return None


def _value(desk: Desk, told: Told, ask: Ask, answers: Sequence[Mapping[str, str]], tally: Tally) -> Value | None:
    """The first answer that can be read; None where none can."""
    for answer in answers:
        reason: Refusal | None = None
        try:
            for q in desk.places(answer["quote"], ask):
                try:
                    return READERS[ask.path[5:]](desk, told, q, answer.get("label", ""))
                except Refusal as refusal:
                    reason = reason or refusal
        except Refusal as refusal:
            reason = refusal
        tally.refused.append(Refused(ask.path, answer["quote"], str(reason)))
    return None


def _head(desk: Desk, got: Got, ask: Ask, answers: Sequence[Mapping[str, str]], tally: Tally) -> None:
    """The head of a side, of nobody else's."""
    index = int(ask.path[len("delegations[") : ask.path.index("]")])
    country = desk.record.delegations[index].country
    for answer in answers:
        reason: Refusal | None = None
        try:
            for q in desk.places(answer["quote"], ask):
                try:
                    head = read_head(desk, q, country)
                except Refusal as refusal:
                    reason = reason or refusal
                    continue
                if any(h.name == head.name for h in got.heads.values()):
                    reason = reason or Refusal("the person is the head of another side")
                    continue
                got.heads[index] = head
                return
        except Refusal as refusal:
            reason = refusal
        tally.refused.append(Refused(ask.path, answer["quote"], str(reason)))


def _items(desk: Desk, told: Told, path: str, answers: Sequence[Mapping[str, str]], tally: Tally) -> list[Item]:
    """The items of a list, each once."""
    found: list[Item] = []
    first = LISTS[path].parts[0]
    for answer in answers:
        try:
            item = read_item(desk, told, path, answer)
        except Refusal as refusal:
            tally.refused.append(Refused(path, answer.get(first, ""), str(refusal)))
            continue
        if any(same_item(path, item, other) for other in found):
            continue
        found.append(item)
    return found


def same_item(path: str, a: Item, b: Item) -> bool:
    """Whether two items are one: of one value, or at overlapping places."""
    if path != "topics" and a.at.start < b.at.end and b.at.start < a.at.end:
        return True
    name = {"topics": "topic", "dates": "value", "people": "name"}.get(path)
    key = getattr(a.model, name, None) if name else None
    return key is not None and key == getattr(b.model, name or "", None)
