"""One article: what is missing is asked for, the answers are read, what holds is put into the record."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ..assemble.context import Context
from ..errors import LLMError, UsageError
from ..mention import Span
from ..record import TalkRecord
from .answers import Parsed, parse
from .asks import LISTS, Ask, asks_for
from .dates import timeline_with
from .ground import Desk, Quote, Refusal
from .heads import Head, read_head
from .items import Item, read_item
from .merge import merged, with_values
from .prompt import Question, questions, re_ask
from .protocol import LLM, Reply, Request
from .read import READERS, Told, Value
from .report import Filled, FillReport, Refused
from .sides import Found, find_talk

__all__ = ["check_complete", "fill"]

_SHOWN: Final = 200  # characters of a refused quote that a report keeps
_DATED: Final = ("talk.date", "talk.period", "dates")


@dataclass
class _Tally:
    """What the asking took, and what went wrong."""

    refused: list[Refused] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: int = 0
    tries: int = 0
    hits: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0

    def add(self, spent: Reply | LLMError) -> None:
        """Count a request that was answered, or not."""
        self.requests += 1
        self.tries += spent.tries
        self.tokens_in += spent.tokens_in
        self.tokens_out += spent.tokens_out
        self.cost += spent.cost
        self.hits += isinstance(spent, Reply) and spent.cached


@dataclass
class _Got:
    """What one round of questions gave: a talk, values by field, heads by side, items by list."""

    found: Found | None = None
    values: dict[str, Value] = field(default_factory=dict)
    heads: dict[int, Head] = field(default_factory=dict)
    items: dict[str, list[Item]] = field(default_factory=dict)


def check_complete(complete: Sequence[str]) -> tuple[str, ...]:
    """The list fields to complete, each once. Raises UsageError where one is none."""
    names = (complete,) if isinstance(complete, str) else tuple(complete)
    for name in names:
        if name not in LISTS:
            raise UsageError(f"complete must name some of {', '.join(LISTS)}, not {name!r}")
    return tuple(dict.fromkeys(names))


def fill(
    ctx: Context, record: TalkRecord, llm: LLM, *, complete: Sequence[str] = (), votes: int = 1,
    published: str | None = None,
) -> tuple[TalkRecord, FillReport]:  # fmt: skip
    """Ask a model for what a record lacks. The record comes back with what holds, and a report.

    `ctx` and `published` are what the record was made from; `complete` names list fields that may get further items;
    with `votes` of 2 each question is put twice, with the lines in another order, and what agrees is kept. Whatever the
    model does, nothing is raised, and no value of `record` is another one afterwards.
    """
    began = time.perf_counter()
    desk = Desk(ctx, record, llm.model)
    asks = asks_for(record, complete)
    asked = [a for a in asks if desk.has(a)]
    if record.talk is None and not _may_be_talk(asked):
        # without the noun of an event there is no talk to be found, nor anything of it
        asked = [a for a in asked if a.path in LISTS]
    paths = {a.path for a in asked}
    tally = _Tally()
    if not ctx.view.is_vietnamese:
        asked = []
    rounds = [_round(desk, llm, asked, published, tally, turned=bool(n % 2)) for n in range(votes)] if asked else []
    got = rounds[0] if rounds else _Got()
    for other in rounds[1:]:
        got = _agreed(got, other, tally)
    filled = _filled(got, desk)
    new = record
    if filled:
        new = merged(desk, got.found, got.values, got.heads, got.items)
        if new.without_llm() != record:  # by construction it never is
            new, filled = record, []
            tally.errors.append("a defect of talkextract: the answers would have changed what the rules found")
    return new, FillReport(
        model=llm.model, asked=tuple(a.path for a in asked), absent=tuple(a.path for a in asks if a.path not in paths),
        filled=tuple(filled), refused=tuple(dict.fromkeys(map(_short, tally.refused))), errors=tuple(tally.errors),
        requests=tally.requests, tries=tally.tries, cache_hits=tally.hits, tokens_in=tally.tokens_in,
        tokens_out=tally.tokens_out, cost=tally.cost, seconds=time.perf_counter() - began,
    )  # fmt: skip


def _may_be_talk(asked: Sequence[Ask]) -> bool:
    return any(a.path == "talk.kind" for a in asked)


# ---- asking


def _round(
    desk: Desk, llm: LLM, asks: Sequence[Ask], published: str | None, tally: _Tally, *, turned: bool
) -> _Got:
    """Put every question once, and read the answers."""
    answers: list[Parsed] = []
    try:
        for question in questions(desk, asks, llm.context, turned=turned):
            answers.append(_answer(llm, question, tally))
    except LLMError as e:
        tally.errors.append(str(e))
    if turned:
        answers.reverse()
    try:
        return _read(desk, asks, answers, published, tally)
    except RecursionError:
        tally.errors.append("an answer could not be read")
        return _Got()


def _answer(llm: LLM, question: Question, tally: _Tally) -> Parsed:
    """The answer to one question; a wrong one is asked for again, once. Raises LLMError where there is none."""
    reply = _complete(llm, question.request, tally)
    parsed = parse(reply.text, question.asks)
    if parsed.problem is None:
        return parsed
    text = reply.text if isinstance(reply.text, str) else ""
    again = re_ask(question, text, parsed.problem, llm.context)
    if again is not None:
        reply = _complete(llm, again, tally)
        second = parse(reply.text, question.asks)
        if len(second.values) >= len(parsed.values):
            parsed = second
    for path, why in parsed.problems.items():
        tally.refused.append(Refused(path or ", ".join(a.path for a in question.asks), "", f"unusable answer: {why}"))
    return parsed


def _complete(llm: LLM, request: Request, tally: _Tally) -> Reply:
    """One request. Raises LLMError where the model gives no answer, and where a client of the user's own fails."""
    try:
        reply = llm.complete(request)
        tally.add(reply)
    except LLMError as e:
        tally.add(e)
        raise
    except Exception as e:
        tally.requests += 1
        raise LLMError(f"the client of the model failed: {type(e).__name__}") from e
    return reply


# ---- reading


def _read(
    desk: Desk, asks: Sequence[Ask], answers: Sequence[Parsed], published: str | None, tally: _Tally
) -> _Got:
    """The values that the answers to all questions give, the first that holds for each path."""
    of_path = {ask.path: _collected(ask, answers) for ask in asks}
    by_path = {ask.path: ask for ask in asks}
    dated = [q.span for path in _DATED if path in by_path for q in _quoted(desk, by_path[path], of_path[path])]
    got = _Got()
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


def _collected(ask: Ask, answers: Sequence[Parsed]) -> list[dict[str, str]]:
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
            found += desk.places(answer.get("quote", ""), ask)
        except Refusal:
            continue
    return found


def _talk(desk: Desk, of_path: Mapping[str, list[dict[str, str]]], tally: _Tally) -> Found | None:
    """The talk that the answers point at; None where none holds."""
    sides = of_path.get("delegations", [])
    for kind in of_path["talk.kind"]:
        try:
            found = find_talk(desk, kind, sides)
        except Refusal as refusal:
            tally.refused.append(Refused("talk.kind", kind["quote"], str(refusal)))
            continue
        tally.refused += found.refused
        return found
    return None


def _value(
    desk: Desk, told: Told, ask: Ask, answers: Sequence[Mapping[str, str]], tally: _Tally
) -> Value | None:
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


def _head(desk: Desk, got: _Got, ask: Ask, answers: Sequence[Mapping[str, str]], tally: _Tally) -> None:
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


def _items(
    desk: Desk, told: Told, path: str, answers: Sequence[Mapping[str, str]], tally: _Tally
) -> list[Item]:
    """The items of a list, each once."""
    found: list[Item] = []
    first = LISTS[path].parts[0]
    for answer in answers:
        try:
            item = read_item(desk, told, path, answer)
        except Refusal as refusal:
            tally.refused.append(Refused(path, answer.get(first, ""), str(refusal)))
            continue
        if any(_same_item(path, item, other) for other in found):
            continue
        found.append(item)
    return found


def _same_item(path: str, a: Item, b: Item) -> bool:
    """Whether two items are one: of one value, or at overlapping places."""
    if path != "topics" and a.at.start < b.at.end and b.at.start < a.at.end:
        return True
    name = {"topics": "topic", "dates": "value", "people": "name"}.get(path)
    key = getattr(a.model, name, None) if name else None
    return key is not None and key == getattr(b.model, name or "", None)


# ---- votes, and the report


def _agreed(a: _Got, b: _Got, tally: _Tally) -> _Got:
    """What two rounds agree on: the same value or the same words."""
    why = "the second answer does not agree"
    both = _Got()
    if a.found and b.found and _key(a.found) == _key(b.found):
        both.found = a.found
    elif a.found:
        tally.refused.append(Refused("talk.kind", "", why))
        return both
    for name, value in a.values.items():
        other = b.values.get(name)
        if other is not None and (other.value == value.value or other.at.span == value.at.span):
            both.values[name] = value
        else:
            tally.refused.append(Refused(f"talk.{name}", str(value.value), why))
    for i, head in a.heads.items():
        if i in b.heads and b.heads[i].name == head.name:
            both.heads[i] = head
        else:
            tally.refused.append(Refused(f"delegations[{i}].head", head.name, why))
    for path, items in a.items.items():
        others = b.items.get(path, [])
        both.items[path] = [i for i in items if any(_same_item(path, i, o) for o in others)]
        dropped = [i for i in items if i not in both.items[path]]
        tally.refused += [Refused(path, "", why) for _ in dropped]
    return both


def _key(found: Found) -> object:
    return found.talk.kind, [(d.country, d.head) for d in found.sides]


def _filled(got: _Got, desk: Desk) -> list[Filled]:
    """What was taken, with its words, in the order of the record."""

    def words(span: Span) -> str:
        return desk.ctx.text(*span)

    out: list[Filled] = []
    if got.found is not None:
        out.append(Filled("talk.kind", words(got.found.at.span)))
        out += [Filled(f"delegations[{i}]", d.evidence[0].text) for i, d in enumerate(got.found.sides)]
    out += [Filled(f"talk.{name}", words(v.at.span)) for name, v in got.values.items()]
    out += [Filled(f"delegations[{i}].head", words(h.at.span)) for i, h in got.heads.items()]
    return out + [Filled(path, words(i.at.span)) for path, items in got.items.items() for i in items]


def _short(refused: Refused) -> Refused:
    """A refusal with its quote as a report can hold it."""
    quote = refused.quote[:_SHOWN].encode("utf-8", "replace").decode("utf-8")
    return replace(refused, quote=quote, reason=refused.reason.encode("utf-8", "replace").decode("utf-8"))
