"""Everything the library can raise, as one tree.

    TalkextractError
    ├── InputError      an article or a file of articles cannot be read
    ├── RuleError       a rule file, a rule or a table is wrong
    └── UsageError      an argument of a call is wrong

A message says what is wrong, where (file, line, rule id, article id), what was expected, and what to do.
"""

from __future__ import annotations

__all__ = ["InputError", "RuleError", "TalkextractError", "UsageError"]


class TalkextractError(Exception):
    """Base of every error that the library raises on purpose."""


class InputError(TalkextractError):
    """An article, or a file that should hold articles, cannot be read."""


class RuleError(TalkextractError):
    """A rule file, a rule, a variable or a table of the rules folder is wrong."""


class UsageError(TalkextractError):
    """A caller passed an argument of the wrong type or value."""
