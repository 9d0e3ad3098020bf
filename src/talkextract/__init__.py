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
    from .arrow import from_arrow, to_arrow
    from .cluster import cluster_talks
    from .display import show
    from .fill.budget import Budget, Prices
    from .fill.http import HttpLLM
    from .fill.protocol import LLM, Reply, Request
    from .fill.report import FillReport
    from .frames import to_frames
    from .html import read_html

__all__ = [
    "LLM", "Article", "Budget", "DateMention", "ExtractFailure", "Extraction", "Extractor", "FillReport", "HttpLLM",
    "InputError", "LLMError", "Prices", "Reply", "Request", "RuleError", "TalkRecord", "TalkextractError", "UsageError",
    "cluster_talks", "extract", "from_arrow", "read_dates", "read_html", "show", "to_arrow", "to_frames",
]  # fmt: skip

# What not everybody needs, and the module that is imported when one of it is first asked for: httpx and pyarrow take
# longer to import than an article to read.
_LATER = {
    "Budget": ".fill.budget", "Prices": ".fill.budget", "HttpLLM": ".fill.http", "LLM": ".fill.protocol",
    "Reply": ".fill.protocol", "Request": ".fill.protocol", "FillReport": ".fill.report", "cluster_talks": ".cluster",
    "from_arrow": ".arrow", "to_arrow": ".arrow", "read_html": ".html", "show": ".display", "to_frames": ".frames",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """The names of `_LATER`, imported when one is first asked for."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATER[name], __name__), name)
