"""Models that answer from a script: what hand-kept quotes say, lies, and whatever else a server may send."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from talkextract.fill.protocol import Reply, Request

Answer = dict[str, Any]
_SIDE = re.compile(r"^- (delegations\[\d\]\.head): the name of who leads the side of ([A-Z]{2})", re.MULTILINE)


class FakeLLM:
    """A model that answers each request by a function; it keeps what it was asked."""

    def __init__(self, answer: Callable[[Request], str], model: str = "fake", context: int = 24_000) -> None:
        self.model, self.context, self._answer = model, context, answer
        self.requests: list[Request] = []

    def complete(self, request: Request) -> Reply:
        self.requests.append(request)
        return Reply(self._answer(request), tokens_in=10, tokens_out=5, cost=0.5, seconds=0.25)


def text_of(answer: object) -> FakeLLM:
    """A model that always gives the same answer."""
    return FakeLLM(lambda _: answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False))


def asked(request: Request) -> dict[str, Any]:
    """The schema of each path that a request asks for."""
    return dict(request.schema["properties"])


def shown(request: Request) -> list[str]:
    """The lines of the article that a request shows."""
    lines: list[str] = json.loads(request.messages[1].content.partition("The lines of the article:\n")[2])
    return lines


def empty(schema: Mapping[str, Any]) -> Any:
    """The answer that says that nothing is told."""
    if schema["type"] == "array":
        return []
    return dict.fromkeys(schema["properties"], "")


def scripted(quotes: Mapping[str, Any], model: str = "fake", context: int = 24_000) -> FakeLLM:
    """A model that answers with kept quotes, where the lines shown hold them."""

    def answer(request: Request) -> str:
        lines = shown(request)
        sides = dict(_SIDE.findall(request.messages[1].content))
        out: Answer = {}
        for path, schema in asked(request).items():
            kept = quotes.get(path)
            if path in sides:
                kept = {"quote": quotes.get("heads", {}).get(sides[path], "")}
            out[path] = _seen(kept, schema, lines) if kept else empty(schema)
        return json.dumps(out, ensure_ascii=False)

    return FakeLLM(answer, model, context)


def _seen(kept: Any, schema: Mapping[str, Any], lines: list[str]) -> Any:
    if schema["type"] == "array":
        return [_seen(one, schema["items"], lines) for one in kept if _holds(_words(one), lines)]
    if not _holds(_words(kept), lines):
        return empty(schema)
    return {name: kept.get(name, "") for name in schema["properties"]}


def _words(kept: Mapping[str, str]) -> str:
    return kept.get("quote") or kept.get("name") or kept.get("side") or ""


def _holds(quote: str, lines: list[str]) -> bool:
    return bool(quote) and any(quote in line for line in lines)


def answering(answers: Mapping[str, Any], model: str = "fake", context: int = 24_000) -> FakeLLM:
    """A model that gives these answers to what it is asked, seen or not, and "" to all else."""

    def answer(request: Request) -> str:
        return json.dumps(
            {path: answers.get(path, empty(schema)) for path, schema in asked(request).items()}, ensure_ascii=False
        )

    return FakeLLM(answer, model, context)
