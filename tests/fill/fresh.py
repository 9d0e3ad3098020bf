"""Articles that the refusals were not made on: how many right answers are refused, how many wrong ones get in."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from fill.fakes import answering
from fill.measure import with_model, without
from talkextract import Extraction

# Which rules are taken away: with each file other gaps open.
FILES = ("", "events.toml", "dates.toml", "people.toml", "ordinals.toml", "units.toml")


class Try(NamedTuple):
    """One answer to one question: `got` is what the record then says, None where it was refused."""

    article: str
    file: str
    path: str
    quote: str
    want: object
    got: object
    reason: str

    @property
    def refused(self) -> bool:
        return self.got is None


@cache
def articles() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads((Path(__file__).parent / "fresh.toml").read_text("utf-8"))["article"])


def right() -> Iterator[Try]:
    """Every right answer of every article, to every gap that it is asked for."""
    for article in articles():
        for file in FILES:
            before = _run(article, file, {})
            assert before.fill is not None
            answers = {p: _answer(a) for p, a in article["right"].items()} | {"delegations": article["sides"]}
            for i, side in enumerate(before.record.delegations):
                head = next((s["head"] for s in article["sides"] if s["label"] == side.country), "")
                answers[f"delegations[{i}].head"] = {"quote": head}
            after = _run(article, file, answers)
            told = {path: a["value"] for path, a in article["right"].items()}
            told |= {f"head {s['label']}": s["head"] for s in article["sides"] if s["head"]}
            for path, want in told.items():
                if _value(before, path) is None and (after.record.talk or path == "talk.kind"):
                    yield Try(article["id"], file, path, "", want, _value(after, path), _reasons(after, path))


def wrong() -> Iterator[Try]:
    """Every wrong answer of every article, alone, beside a talk and sides that are right."""
    for article in articles():
        told = {path: a["value"] for path, a in article["right"].items()}
        told |= {f"head {s['label']}": s["head"] for s in article["sides"] if s["head"]}
        for file in FILES:
            before = _run(article, file, {})
            for path, quotes in article["wrong"].items():
                if _value(before, path) is not None or not _is_asked(before, path):
                    continue
                for quote in quotes:
                    after = _run(article, file, _lie(article, before, path, quote))
                    got = _value(after, path)
                    yield Try(article["id"], file, path, quote, told.get(path), got, _reasons(after, path))


def _is_asked(done: Extraction, path: str) -> bool:
    assert done.fill is not None
    if path.startswith("head "):
        sides = [f"delegations[{i}].head" for i, d in enumerate(done.record.delegations) if d.country == path[5:]]
        return "delegations" in done.fill.asked or any(s in done.fill.asked for s in sides)
    return path in done.fill.asked


def _lie(article: dict[str, Any], before: Extraction, path: str, quote: str) -> dict[str, Any]:
    words, _, label = quote.partition("|")
    answers: dict[str, Any] = {"talk.kind": _answer(article["right"]["talk.kind"]), "delegations": article["sides"]}
    if not path.startswith("head "):
        return {**answers, path: {"quote": words, "label": label} if label else {"quote": words}}
    country = path[5:]
    answers["delegations"] = [{**s, "head": words if s["label"] == country else ""} for s in article["sides"]]
    for i, side in enumerate(before.record.delegations):
        if side.country == country:
            answers[f"delegations[{i}].head"] = {"quote": words}
    return answers


def _answer(kept: dict[str, Any]) -> dict[str, str]:
    return {name: kept[name] for name in ("quote", "label") if name in kept}


def _run(article: dict[str, Any], file: str, answers: dict[str, Any]) -> Extraction:
    llm = answering(answers, context=100_000)
    return with_model(without(file), llm).run(article["text"], id=article["id"], published=article["published"])


def _value(done: Extraction, path: str) -> object:
    record = done.record
    if path.startswith("head "):
        return next((d.head for d in record.delegations if d.country == path[5:]), None)
    value = getattr(record.talk, path.removeprefix("talk."), None)
    if path == "talk.mode" and value == "in_person":
        return None
    return value.name if path == "talk.place" and value is not None else value


def _reasons(done: Extraction, path: str) -> str:
    assert done.fill is not None
    end = "head" if path.startswith("head ") else path
    return "; ".join(r.reason for r in done.fill.refused if r.path.endswith(end)) or ", ".join(done.fill.absent)
