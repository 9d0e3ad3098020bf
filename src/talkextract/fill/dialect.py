"""The body of a request, in the words that a server understands: not every one knows every parameter."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from ..errors import UsageError
from .protocol import Request

__all__ = ["Dialect", "Format", "adapted", "body_of", "encoded", "roomier"]

Format = Literal["json_schema", "json_object", "plain"]

# The same question should have the same answer, as far as a server can promise that.
_SEED = 0
_OWN = {
    "model",
    "messages",
    "stream",
    "n",
    "temperature",
    "seed",
    "max_tokens",
    "max_completion_tokens",
    "response_format",
}
_LOWER: dict[Format, Format] = {"json_schema": "json_object", "json_object": "plain"}
# Tokens to reason with, after so many did not do.
_ROOMS: dict[int, int] = {0: 4_096, 4_096: 16_384}
_FORMAT = re.compile(r"response_?format|json_schema|json_object|structured[ _]output|guided|grammar")
_TOKENS = re.compile(r"\bmax_tokens\b")
_TEMPERATURE = re.compile(r"\btemperature\b")
_SEED_NAME = re.compile(r"\bseed\b")
_REFUSED = re.compile(r"unsupported|not support|unrecognized|unknown (?:field|parameter)|not permitted")


class Dialect(NamedTuple):
    """What a server takes: how the form of the answer is asked for, which parameters it knows, and how many tokens its
    model reasons with before it answers.
    """

    format: Format = "json_schema"
    tokens: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    temperature: bool = True
    seed: bool = True
    room: int = 0


def body_of(request: Request, model: str, dialect: Dialect, extra: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON object that asks `request`. Where the server does not take a schema, the messages tell it."""
    messages = [{"role": message.role, "content": message.content} for message in request.messages]
    body: dict[str, Any] = {"model": model, "messages": messages, **extra, "stream": False}
    body[dialect.tokens] = request.max_tokens + dialect.room
    if dialect.temperature:
        body["temperature"] = 0
    if dialect.seed:
        body["seed"] = _SEED
    if dialect.format == "json_schema":
        shape = {"name": "answer", "schema": request.schema, "strict": True}
        body["response_format"] = {"type": "json_schema", "json_schema": shape}
        return body
    told = f"Answer with one JSON object and nothing else. Its JSON Schema:\n{_dumped(request.schema)}"
    if messages and messages[0]["role"] == "system":
        messages[0]["content"] += f"\n\n{told}"
    else:
        messages.insert(0, {"role": "system", "content": told})
    if dialect.format == "json_object":
        body["response_format"] = {"type": "json_object"}
    return body


def encoded(body: Mapping[str, Any]) -> bytes:
    """A body as it goes over the wire: UTF-8; half a surrogate pair, which UTF-8 has no form for, becomes "?"."""
    return _dumped(body).encode("utf-8", "replace")


def check_extra(extra: Mapping[str, Any] | None) -> dict[str, Any]:
    """Parameters of the user's own, for the body. Raises UsageError where they are ours, or no JSON."""
    found = dict(extra or {})
    if ours := sorted(_OWN & found.keys()):
        raise UsageError(f"extra: {', '.join(ours)} cannot be set there")
    _dumped(found)
    return found


def adapted(dialect: Dialect, words: str) -> Dialect | None:
    """The next dialect to try after a server refused this one in these words; None if they speak of something else.

    The parameter that is named first is the one that is refused: some servers repeat the whole request after it.
    """
    words = words.lower()
    named = {"format": _FORMAT, "tokens": _TOKENS, "temperature": _TEMPERATURE, "seed": _SEED_NAME}
    if dialect.format == "plain":
        del named["format"]
    # a bad value of max_tokens is no foreign word: only a server that names the other word gets it
    if dialect.tokens != "max_tokens" or "max_completion_tokens" not in words:
        del named["tokens"]
    if not dialect.temperature:
        del named["temperature"]
    if not dialect.seed:
        del named["seed"]
    found = [(match.start(), name) for name, pattern in named.items() if (match := pattern.search(words))]
    first = min(found)[1] if found else None
    if first is None and "format" in named and _REFUSED.search(words) and "model" not in words:
        first = "format"
    match first:
        case "format":
            return dialect._replace(format=_LOWER[dialect.format])
        case "tokens":
            return dialect._replace(tokens="max_completion_tokens")
        case "temperature":
            return dialect._replace(temperature=False)
        case "seed":
            return dialect._replace(seed=False)
    return None


def roomier(dialect: Dialect) -> Dialect | None:
    """The next dialect to try after a model spent all its tokens on reasoning; None where it has had many."""
    more = _ROOMS.get(dialect.room)
    return None if more is None else dialect._replace(room=more)


def _dumped(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise UsageError(f"a request to a language model must be JSON: {error}") from error
