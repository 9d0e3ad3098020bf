"""Everything the library can raise, as one tree.

    TalkextractError
    ├── InputError      an article or a file of articles cannot be read
    ├── RuleError       a rule file, a rule or a table is wrong
    ├── UsageError      an argument of a call is wrong
    └── LLMError        a language model gave no answer; the fill reports it and the article keeps its gaps

A message says what is wrong, where (file, line, rule id, article id), what was expected, and what to do.
"""

from __future__ import annotations

import traceback
from pathlib import Path

__all__ = ["InputError", "LLMError", "RuleError", "TalkextractError", "UsageError", "defect"]


class TalkextractError(Exception):
    """Base of every error that the library raises on purpose."""


class InputError(TalkextractError):
    """An article, or a file that should hold articles, cannot be read; `id` is what the article brought, if it did."""

    def __init__(self, message: str, *, id: str | None = None) -> None:
        super().__init__(message)
        self.id = id


class RuleError(TalkextractError):
    """A rule file, a rule, a variable or a table of the rules folder is wrong."""


class UsageError(TalkextractError):
    """A caller passed an argument of the wrong type or value."""


class LLMError(TalkextractError):
    """A language model gave no answer: what stood in the way, in words, and what was spent on it all the same.

    `tries` is the number of HTTP requests made, `seconds` the time with all pauses, the tokens and the cost those of
    answers that were paid for but could not be used.
    """

    def __init__(
        self, message: str, *, tries: int = 0, seconds: float = 0.0, tokens_in: int = 0, tokens_out: int = 0,
        cost: float = 0.0,
    ) -> None:  # fmt: skip
        super().__init__(message)
        self.tries, self.seconds, self.cost = tries, seconds, cost
        self.tokens_in, self.tokens_out = tokens_in, tokens_out


def defect(e: Exception) -> str:
    """An exception that should not have been, in words: its message may hold words of an article and is left out."""
    frame = traceback.extract_tb(e.__traceback__)[-1]
    return (
        f"a defect of talkextract, please report it: {type(e).__name__} at {Path(frame.filename).name}:{frame.lineno}"
    )
