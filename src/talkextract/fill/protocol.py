"""What the fill asks of a language model, whoever serves it: one request in, one answer as text out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol

__all__ = ["LLM", "Message", "Reply", "Request"]


class Message(NamedTuple):
    """One turn of a conversation."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True)
class Request:
    """What a model is asked: the turns, the JSON Schema of the answer, and how many tokens that may take."""

    messages: tuple[Message, ...]
    schema: Mapping[str, Any]
    max_tokens: int


@dataclass(frozen=True)
class Reply:
    """What a model answered, and what it took: tokens as the server counted them (0 where it told none), seconds with
    all tries and pauses, the number of HTTP requests made (0 for an answer of the cache).
    """

    text: str
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0
    seconds: float = 0.0
    tries: int = 1
    cached: bool = False


class LLM(Protocol):
    """A model that answers in JSON. `HttpLLM` is one; any object with these members may be passed instead."""

    @property
    def model(self) -> str:
        """The name that evidence carries: `llm:<model>`."""

    @property
    def context(self) -> int:
        """How many characters the messages of one request may hold."""

    def complete(self, request: Request) -> Reply:
        """Answer a request. Raises LLMError where no answer is to be had; safe to call from several threads."""
