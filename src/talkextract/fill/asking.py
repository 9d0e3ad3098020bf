"""Putting a question to a model: its answer, one second asking, and what both took."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..errors import LLMError
from .answers import Parsed, parse
from .prompt import Question, re_ask
from .protocol import LLM, Reply, Request
from .report import Refused

__all__ = ["Tally", "answer"]


@dataclass
class Tally:
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


def answer(llm: LLM, question: Question, tally: Tally) -> Parsed:
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


def _complete(llm: LLM, request: Request, tally: Tally) -> Reply:
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
