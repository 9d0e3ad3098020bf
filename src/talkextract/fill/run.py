"""One article: what is missing is asked for, the answers are read, what holds is put into the record."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..assemble.context import Context
from ..errors import LLMError, UsageError
from ..mention import Span
from ..record import TalkRecord
from .answers import Parsed
from .asking import Tally, answer
from .asks import LISTS, Ask, asks_for
from .ground import Desk, Refusal
from .merge import merged
from .page import PUBLISHED, Day, asks_for_day, read_published, with_day
from .prompt import questions
from .protocol import LLM
from .reading import Got, collected, read_answers, same_item
from .report import Filled, FillReport, Refused
from .sides import Found

__all__ = ["check_complete", "fill"]

_SHOWN: Final = 200  # characters of a refused quote that a report keeps
_DISAGREES: Final = "the second answer does not agree"


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
    tally = Tally()
    if not ctx.view.is_vietnamese:
        asked = []
    if asks_for_day(desk, asked):
        asked = [PUBLISHED, *asked]
    answers = [_round(desk, llm, asked, tally, turned=bool(n % 2)) for n in range(votes)] if asked else []
    day = _day(desk, answers, tally)
    if day is not None:
        desk = with_day(desk, day)
    rounds = [_read(desk, asked, given, published, tally) for given in answers]
    got = rounds[0] if rounds else Got()
    for other in rounds[1:]:
        got = _agreed(got, other, tally)
    filled = _filled(got, desk, day)
    new = record
    if filled:
        new = merged(desk, got.found, got.values, got.heads, got.items, day)
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


def _round(desk: Desk, llm: LLM, asks: Sequence[Ask], tally: Tally, *, turned: bool) -> list[Parsed]:
    """Put every question once: the answers, in the order of the text."""
    answers: list[Parsed] = []
    try:
        # one by one: what was answered before a failure counts
        answers.extend(answer(llm, question, tally) for question in questions(desk, asks, llm.context, turned=turned))
    except LLMError as e:
        tally.errors.append(str(e))
    return answers[::-1] if turned else answers


def _read(desk: Desk, asks: Sequence[Ask], answers: Sequence[Parsed], published: str | None, tally: Tally) -> Got:
    """The values that the answers of one round give."""
    try:
        return read_answers(desk, asks, answers, published, tally)
    except RecursionError:
        tally.errors.append("an answer could not be read")
        return Got()


# ---- votes, and the report


def _day(desk: Desk, rounds: Sequence[Sequence[Parsed]], tally: Tally) -> Day | None:
    """The day of publication on which all rounds agree, settled first: the years of the other answers hang on it."""
    found: list[Day] = []
    for answers in rounds:
        for given in collected(PUBLISHED, answers):
            try:
                found.append(read_published(desk, given))
                break
            except Refusal as refusal:
                tally.refused.append(Refused(PUBLISHED.path, given["quote"], str(refusal)))
    if found and (len(found) < len(rounds) or len({v.value for v in found}) > 1):
        tally.refused.append(Refused(PUBLISHED.path, desk.ctx.text(*found[0].span), _DISAGREES))
        return None
    return found[0] if found else None


def _agreed(a: Got, b: Got, tally: Tally) -> Got:
    """What two rounds agree on: the same value or the same words."""
    why = _DISAGREES
    both = Got()
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
        both.items[path] = [i for i in items if any(same_item(path, i, o) for o in others)]
        dropped = [i for i in items if i not in both.items[path]]
        tally.refused += [Refused(path, "", why) for _ in dropped]
    return both


def _key(found: Found) -> object:
    return found.talk.kind, [(d.country, d.head) for d in found.sides]


def _filled(got: Got, desk: Desk, day: Day | None) -> list[Filled]:
    """What was taken, with its words, in the order of the record."""

    def words(span: Span) -> str:
        return desk.ctx.text(*span)

    out = [] if day is None else [Filled(PUBLISHED.path, words(day.span))]
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
