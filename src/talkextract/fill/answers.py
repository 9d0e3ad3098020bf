"""An answer as text → the quotes that it holds for the asked paths; what is wrong with it, in words."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from .asks import Ask

__all__ = ["Parsed", "parse"]

_LONGEST: Final = 200_000  # characters of an answer
_MOST_TRIES: Final = 8  # places where its JSON may begin
# What a model reasons aloud before its answer.
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_FENCED = re.compile(r"```[a-zA-Z]*\s*\n(.*?)(?:```|\Z)", re.DOTALL)


class Parsed(NamedTuple):
    """The usable part of an answer by path: `{part: words}` for a single value, a list of these for a list; and what is
    wrong with the rest, by path ("" for the whole).
    """

    values: dict[str, dict[str, str] | list[dict[str, str]]]
    problems: dict[str, str]

    @property
    def problem(self) -> str | None:
        """What is wrong, in one line; None where all is well."""
        return "; ".join(f"{path}: {why}" if path else why for path, why in self.problems.items()) or None


def parse(text: object, asks: Sequence[Ask]) -> Parsed:
    """Read an answer, which may stand in a fence or behind other words. Never raises."""
    if not isinstance(text, str):
        return Parsed({}, {"": "the answer is no text"})
    if len(text) > _LONGEST:
        return Parsed({}, {"": f"the answer is longer than {_LONGEST} characters"})
    if not text.strip():
        return Parsed({}, {"": "the answer is empty"})
    found = _json_of(_THOUGHTS.sub("", text), {a.path for a in asks})
    if found is None:
        return Parsed({}, {"": "the answer is no JSON object, or a broken one"})
    values: dict[str, dict[str, str] | list[dict[str, str]]] = {}
    problems: dict[str, str] = {}
    for ask in asks:
        if ask.path not in found:
            problems[ask.path] = "is missing"
            continue
        read = _list(found[ask.path], ask) if ask.parts else _one(found[ask.path], ask)
        if isinstance(read, str):
            problems[ask.path] = read
        else:
            values[ask.path] = read
    unknown = len(found.keys() - {a.path for a in asks})
    if unknown:
        problems[""] = f"{unknown} keys that were not asked for"
    return Parsed(values, problems)


def _json_of(text: str, paths: set[str]) -> dict[Any, Any] | None:
    """The first JSON object of a text that holds an asked path, else the first one; None where none is whole."""
    first = None
    fenced = _FENCED.search(text)
    decoder = json.JSONDecoder()
    for source in ([fenced[1]] if fenced else []) + [text]:
        at, tries = source.find("{"), 0
        while at >= 0 and tries < _MOST_TRIES:
            try:
                value, _ = decoder.raw_decode(source, at)
            except (ValueError, RecursionError):
                at, tries = source.find("{", at + 1), tries + 1
                continue
            if isinstance(value, dict) and value:
                if value.keys() & paths:
                    return value
                first = first or value
            at, tries = source.find("{", at + 1), tries + 1
    return first


def _one(value: object, ask: Ask) -> dict[str, str] | str:
    """The parts of one answer, or what is wrong with it."""
    names = {*(ask.parts or ("quote",)), *(("label",) if ask.labels else ())}
    if not isinstance(value, dict):
        return "must be an object"
    if value.keys() != names:
        return f"must have exactly {', '.join(sorted(names))}"
    if not all(isinstance(v, str) for v in value.values()):
        return "must hold strings only"
    if ask.labels and value["label"] not in ("", *ask.labels):
        return "its label is none of the list"
    return {k: str(v) for k, v in value.items()}


def _list(value: object, ask: Ask) -> list[dict[str, str]] | str:
    """The answers of a list, or what is wrong with one of them."""
    if not isinstance(value, list):
        return "must be an array"
    if len(value) > ask.most:
        return f"must have at most {ask.most} items"
    read = [_one(v, ask) for v in value]
    good = [r for r in read if not isinstance(r, str)]
    if len(good) < len(read):
        return next(r for r in read if isinstance(r, str))
    return good
