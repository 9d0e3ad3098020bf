"""Recovery and harm: what a model brings back of lost values, and what a liar gets in. Used by tests and benchmarks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from fill.drafts import draft
from fill.fakes import scripted
from support import Case, even_articles, invented_articles, odd_articles, seeds, twin
from talkextract import Extractor
from talkextract.assemble.context import ACTS
from talkextract.match import Matcher
from talkextract.mention import ANY_TEXT
from talkextract.record import TalkRecord

LISTS = ("people", "agreements", "figures", "topics", "dates")
OWN = ("name", "text", "value", "topic")
FIELDS = ("name", "series", "round", "date", "mode", "place", "period")
KEPT = Path(__file__).parent / "recovery"
QUOTES: dict[str, dict[str, Any]] = json.loads((KEPT / "quotes.json").read_text("utf-8"))
# Words that a reader chose for other articles, where a program takes them badly: sides by their state, else by path.
BETTER: dict[str, dict[str, Any]] = json.loads((KEPT / "better.json").read_text("utf-8"))
WHOLE = Extractor()
FILES = sorted({rule.file.split("/")[-1] for rule in WHOLE._rules.rules if rule.field != ANY_TEXT})


@cache
def cases() -> tuple[Case, ...]:
    """The articles with hand-kept quotes: the seeds, the odd-numbered ones, every ninth of the invented ones."""
    return (*seeds(), *odd_articles(), *(c for c in invented_articles() if c.id in QUOTES))


@cache
def others() -> tuple[Case, ...]:
    """The rest of the articles."""
    return (*even_articles(), *(c for c in invented_articles() if c.id not in QUOTES))


@cache
def without(file: str) -> Extractor:
    """The extractor of all rules but those of one file; of "" none is taken away."""
    rest = [r for r in WHOLE._rules.rules if r.field != ANY_TEXT and r.file.split("/")[-1] != file]
    extractor = twin(WHOLE)
    extractor._matcher = Matcher([r for r in rest if r.field != ACTS])
    extractor._acts = Matcher([r for r in rest if r.field == ACTS])
    return extractor


_RECORDS: dict[tuple[str, str], TalkRecord] = {}


def by_rules(file: str, case: Case) -> TalkRecord:
    """What all rules but those of one file find in an article, read once."""
    key = file, case.text
    if key not in _RECORDS:
        _RECORDS[key] = without(file).extract(case.text, id=case.id, published=case.published)
    return _RECORDS[key]


def with_model(extractor: Extractor, llm: Any, *, complete: tuple[str, ...] = (), votes: int = 1) -> Extractor:
    """The same rules with a model."""
    other = twin(extractor)
    other._llm, other._complete, other._votes = llm, complete, votes
    return other


def values(record: TalkRecord) -> dict[str, object]:
    """Everything that may be asked for, by a path that does not depend on the order of items."""
    found: dict[str, object] = {}
    if record.document.published:
        found["document.published"] = record.document.published
    if record.talk:
        found["talk.kind"] = record.talk.kind
        for name in FIELDS:
            value = getattr(record.talk, name)
            if value is not None:
                found[f"talk.{name}"] = (value.name, value.country, value.region) if name == "place" else value
        for side in record.delegations:
            found[f"delegations {side.country}"] = True
            if side.head:
                found[f"head {side.country}"] = side.head
    for name in LISTS:
        for item in getattr(record, name):
            found |= values_of(name, item)
    return found


def values_of(name: str, item: Any) -> dict[str, object]:
    """The path and the value of an item of a list."""
    match name:
        case "people":
            return {f"people {item.name.lower()}": (item.rank, item.position)}
        case "agreements":
            return {f"agreements {item.name.lower()}": item.kind}
        case "figures":
            return {f"figures {float(item.value)} {item.unit.lower()} {item.what.lower()}": item.category}
        case "topics":
            return {f"topics {item.topic}": True}
    return {f"dates {item.value or item.text}": True}


def values_of_gold(gold: dict[str, Any]) -> dict[str, object]:
    """The same of a gold record."""
    found: dict[str, object] = {"document.published": gold["document"]["published"]}
    if gold["talk"]:
        talk = dict(gold["talk"])
        if talk["place"]:
            talk["place"] = (talk["place"]["name"], talk["place"]["country"], talk["place"]["region"])
        found |= {f"talk.{name}": talk[name] for name in ("kind", *FIELDS) if talk[name] is not None}
        for side in gold["delegations"]:
            found[f"delegations {side['country']}"] = True
            if side["head"]:
                found[f"head {side['country']}"] = side["head"]
    items = {name: gold[name] for name in LISTS if name != "topics"}
    items["topics"] = [{"topic": topic} for topic in gold["topics"]]
    for name, kept in items.items():
        for item in kept:
            found |= values_of(name, SimpleNamespace(**item))
    return found


def lost(before: TalkRecord, after: TalkRecord) -> Iterator[tuple[str, object]]:
    """The values of one record that another one lacks: not those that it has otherwise, at the same words."""
    have = values(after)
    told = {(name, e.start) for name in LISTS for item in getattr(after, name) for e in item.evidence if e.field in OWN}
    starts = {
        path: (name, next(e.start for e in item.evidence if e.field in OWN))
        for name in LISTS for item in getattr(before, name) for path in values_of(name, item)
    }  # fmt: skip
    return (
        (path, value) for path, value in values(before).items()
        if path not in have and starts.get(path, ("", -1)) not in told
    )  # fmt: skip


def is_against(path: str, value: object, before: TalkRecord, after: TalkRecord) -> bool:
    """Whether a lost value stands against what the rest of the rules say, which no model may change: they take another
    event for the reported one, or a head for one of the other side.
    """
    if path.startswith("head "):
        known = next((p.country for p in after.people if p.name == value), None)
        led = {d.head: d.country for d in after.delegations}.get(str(value))
        return any(country not in (None, path[5:]) for country in (known, led))
    a, b = before.talk, after.talk
    if not path.startswith("talk.") or a is None or b is None:
        return False
    return a.kind != b.kind or (bool(a.name and b.name) and str(a.name).lower() != str(b.name).lower())


@dataclass
class Recovery:
    """How many values a rule file gave, how many of them the model brought back, and which not; `against` are those that
    it could not without changing what the rest of the rules say, which are not among the lost.
    """

    lost: int = 0
    back: int = 0
    against: int = 0
    errors: int = 0
    missing: list[tuple[str, str]] = field(default_factory=list)


def recovery(file: str, *, elsewhere: bool = False, votes: int = 1) -> Recovery:
    """What a model with hand-kept quotes brings back of the values of one rule file that the gold bears out; with
    `elsewhere` on the rest of the articles, with quotes taken by program, of all values.
    """
    total, extractor = Recovery(), without(file)
    for case in others() if elsewhere else cases():
        all_rules, before = by_rules("", case), by_rules(file, case)
        gone = list(lost(all_rules, before))
        if not gone:
            continue
        llm = scripted(drafted(case, all_rules) if elsewhere else QUOTES[case.id])
        run = with_model(extractor, llm, complete=LISTS, votes=votes).run(
            case.text, id=case.id, published=case.published
        )
        assert run.fill is not None
        assert run.record.without_llm() == before
        total.errors += len(run.fill.errors)
        have, gold = values(run.record), values_of_gold(case.gold)
        for path, value in gone:
            if not elsewhere and not _is_same(gold.get(path), value):
                continue  # the reader's quotes are not those of an error
            if _is_same(have.get(path), value):
                total.back += 1
            elif is_against(path, value, all_rules, before):
                total.against += 1
                continue
            else:
                total.missing.append((case.id, path))
            total.lost += 1
    return total


def _is_same(a: object, b: object) -> bool:
    """Whether two values are one; letter case is the article's choice."""
    return str(a).lower() == str(b).lower()


def drafted(case: Case, record: TalkRecord) -> dict[str, Any]:
    """The quotes that a program takes for an article, with those that a reader chose in their place."""
    quotes, better = draft(case.text, record), BETTER.get(case.id, {})
    for side in quotes.get("delegations", ()):
        side["side"] = better.get("sides", {}).get(side["label"], side["side"])
    return quotes | {
        path: {**quotes.get(path, {}), "quote": words} for path, words in better.items() if path != "sides"
    }
