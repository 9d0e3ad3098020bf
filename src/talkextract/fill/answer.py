"""What a server sent → the words of the model, or what is wrong with it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

__all__ = ["Answer", "Fault", "error_words", "read_answer", "seconds_to_wait"]

_MOST_TOKENS = 10**9  # what no answer takes: a larger count is nonsense


class Fault(Exception):  # noqa: N818  made into an LLMError at the end of a call
    """A request that came to nothing. Never leaves the package.

    The text tells what happened in our words (fit for a log), `said` what the server said. `again`: another try may
    go better, after `pause` seconds if that is known. `works`: whether the server did its part (None: it was not
    asked). `lost`: the answer may have been made, and billed, without reaching us. `answer`: the tokens of one that did
    reach us. `hint`: what to do. `moved`: the address at which to try again. `mute`: the server failed and did not say
    at what. `thought`: the tokens of the answer went into reasoning before it.
    """

    def __init__(
        self, what: str, *, said: str = "", again: bool = False, pause: float | None = None, works: bool | None = False,
        lost: bool = False, answer: Answer | None = None, hint: str = "", moved: str | None = None,
        mute: bool = False, thought: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(what)
        self.said, self.again, self.pause, self.works = said, again, pause, works
        self.lost, self.answer, self.hint, self.moved = lost, answer, hint, moved
        self.mute, self.thought = mute, thought


class Answer(NamedTuple):
    """The words of a model and the tokens that the server counted; `counted` is False where it told none."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0
    counted: bool = False


def read_answer(content: bytes) -> Answer:
    """Open the envelope of a chat completion. Raises Fault where it holds no whole answer; never anything else."""
    if not content.strip():
        raise Fault("the answer is empty", again=True, lost=True)
    if content.lstrip().startswith((b"data:", b"event:")):
        raise Fault(
            "the answer is a stream of events, which was not asked for", works=True, lost=True,
            hint="turn streaming off at the server, or ask another one",
        )  # fmt: skip
    data = _json(content)
    if not isinstance(data, dict):
        raise Fault("the answer is not JSON of a chat completion", again=True, lost=True)
    usage = _usage(data.get("usage"))
    choices = data.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        said = error_words(content) if "error" in data else ""
        raise Fault("the answer holds no choice", said=said, again=True, lost=not said, answer=usage)
    reason = choice.get("finish_reason")
    text = _text(message.get("content"))
    if reason == "length":
        raise Fault(
            "the answer was cut where its tokens ended", works=True, answer=usage,
            thought=not text.strip() or _thinks(text, message, data.get("usage")),
            hint="ask a model that keeps to a schema, one that reasons less (extra={'reasoning_effort': 'low'})",
        )  # fmt: skip
    if reason == "content_filter" or message.get("refusal"):
        raise Fault("the model or its filter declined to answer", works=True, answer=usage)
    if not text.strip() and message.get("tool_calls"):
        raise Fault("the model called a tool instead of answering", works=True, answer=usage, hint="ask another model")
    if not text.strip():
        raise Fault("the answer holds no content", again=True, answer=usage)
    return usage._replace(text=text)


def error_words(content: bytes) -> str:
    """What a server says is wrong: the message of its JSON, else the text it sent; not yet cleaned."""
    data = _json(content)
    error = data.get("error", data) if isinstance(data, dict) else None
    if isinstance(error, dict):
        words = [error.get(name) for name in ("message", "detail", "code", "param")]
        found = "; ".join(word for word in words if isinstance(word, str) and word)
        if found:
            return found
    if isinstance(error, str):
        return error
    return content[:2000].decode("utf-8", "replace")


def seconds_to_wait(header: str | None, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for, as a number or a date (RFC 9110); None if it says none."""
    if header is None:
        return None
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        then = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if then.tzinfo is None:  # "-0000", which says that the zone is not known
        then = then.replace(tzinfo=UTC)
    return max(0.0, (then - now).total_seconds())


def _json(content: bytes) -> Any:
    """The value of a JSON text, or None."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def _text(content: object) -> str:
    """The words of a message, which some servers give as a list of parts. Half surrogate pairs become U+FFFD."""
    if isinstance(content, list):
        parts = (part.get("text") for part in content if isinstance(part, dict) and part.get("type") == "text")
        content = "".join(part for part in parts if isinstance(part, str))
    if not isinstance(content, str):
        return ""
    return content.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _thinks(text: str, message: dict[str, Any], usage: object) -> bool:
    """Whether a model reasons before it answers, by the marks that servers give of it."""
    details = usage.get("completion_tokens_details") if isinstance(usage, dict) else None
    reasoned = details.get("reasoning_tokens") if isinstance(details, dict) else None
    told = message.get("reasoning_content") or message.get("reasoning")
    return bool(reasoned or told) or text.lstrip().startswith("<think>")


def _usage(usage: object) -> Answer:
    """The tokens that the server counted, as an answer that has no words yet."""
    if not isinstance(usage, dict):
        return Answer("")
    counts = [usage.get(name) for name in ("prompt_tokens", "completion_tokens")]
    numbers = [n for n in counts if isinstance(n, int) and not isinstance(n, bool) and 0 <= n <= _MOST_TOKENS]
    return Answer("", numbers[0], numbers[1], counted=True) if len(numbers) == 2 else Answer("")
