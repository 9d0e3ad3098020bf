"""Vietnamese news articles about border talks → typed, grounded records.

One article:

    from talkextract import extract
    record = extract(text)

The dates of any text:

    from talkextract import read_dates
    dates = read_dates(text, published="2025-09-17")
"""

from .dates import DateMention, read_dates
from .errors import InputError, RuleError, TalkextractError, UsageError
from .pipeline import Article, Extraction, Extractor, extract
from .record import TalkRecord

__all__ = [
    "Article", "DateMention", "Extraction", "Extractor", "InputError", "RuleError", "TalkRecord", "TalkextractError",
    "UsageError", "extract", "read_dates",
]  # fmt: skip
