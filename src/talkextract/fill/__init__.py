"""The gaps of a record → a language model → grounded values."""

from .report import FillReport
from .run import check_complete, fill

__all__ = ["FillReport", "check_complete", "fill"]
