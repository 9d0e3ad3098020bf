"""Vietnamese news articles about border talks → typed, grounded records.

One article:

    from talkextract import extract
    record = extract(text)

The dates of any text:

    from talkextract import read_dates
    dates = read_dates(text, published="2025-09-17")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .dates import DateMention, read_dates
from .errors import InputError, LLMError, RuleError, TalkextractError, UsageError
from .pipeline import Article, ExtractFailure, Extraction, Extractor, extract
from .record import TalkRecord

if TYPE_CHECKING:
    from .fill.budget import Budget, Prices
    from .fill.http import HttpLLM
    from .fill.protocol import LLM, Reply, Request
    from .fill.report import FillReport

__all__ = [
    "LLM", "Article", "Budget", "DateMention", "ExtractFailure", "Extraction", "Extractor", "FillReport", "HttpLLM",
    "InputError", "LLMError", "Prices", "Reply", "Request", "RuleError", "TalkRecord", "TalkextractError", "UsageError",
    "extract", "read_dates",
]  # fmt: skip

# What only those need who ask a language model: httpx takes longer to import than an article to read.
_LATER = {
    "Budget": "budget", "Prices": "budget", "HttpLLM": "http", "LLM": "protocol", "Reply": "protocol",
    "Request": "protocol", "FillReport": "report",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """The names of `talkextract.fill`, imported when one is first asked for."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".fill.{_LATER[name]}", __name__), name)
