"""Vietnamese news articles about border talks → typed, grounded records.

One article:

    from talkextract import extract
    record = extract(text)
"""

from .errors import InputError, RuleError, TalkextractError, UsageError
from .pipeline import Article, Extraction, Extractor, extract
from .record import TalkRecord

__all__ = [
    "Article", "Extraction", "Extractor", "InputError", "RuleError", "TalkRecord", "TalkextractError", "UsageError",
    "extract",
]  # fmt: skip
