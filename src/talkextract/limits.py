"""A limit of time for the patterns of a user's own rules.

The shipped rules are held by tests to time that grows with a text and no faster; a pattern of somebody's own may take
years for one line. So each such rule has a budget of processor time an article. One that has used it up is not tried
again in that article, which is read on without it; it is tried again in the next.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, Protocol

import regex

from .errors import RuleError

__all__ = ["SECONDS", "LimitedPattern", "Pattern", "watching"]

# Seconds of a rule for each 100,000 characters of an article, begun ones too: two hundred times what all the shipped
# rules together take for that many.
SECONDS: Final = 1.0
_SHARE: Final = 100_000

_CURE: Final = "let no repeat stand inside another one, and bound what repeats: {0,8}+ instead of *"


class Pattern(Protocol):
    """What of a compiled pattern rules need; `regex.Pattern` is one."""

    @property
    def groupindex(self) -> Mapping[str, int]:
        """The named groups."""

    def match(self, string: str, pos: int | None = None, endpos: int | None = None) -> regex.Match[str] | None:
        """The match that begins at `pos` and ends before `endpos`; None where there is none."""


class _Watch:
    """What the rules of somebody's own have used of their budgets, in one article."""

    def __init__(self, size: int) -> None:
        self.budget = SECONDS * (1 + size // _SHARE)
        self.used: dict[str, float] = {}
        self.stopped: dict[str, str] = {}


_WATCH: ContextVar[_Watch | None] = ContextVar("talkextract_watch", default=None)


@contextmanager
def watching(size: int) -> Iterator[list[str]]:
    """Within: the article of `size` characters that the limits are for. Gives the list that holds at the end, in words,
    which rules were stopped.
    """
    watch, said = _Watch(size), list[str]()
    token = _WATCH.set(watch)
    try:
        yield said
    finally:
        _WATCH.reset(token)
        said += watch.stopped.values()


class LimitedPattern:
    """A pattern of the rule `where` whose matches stop when its budget is used up.

    Inside of `watching` it then matches nothing more. Outside a match that takes longer than `SECONDS` is a RuleError.
    """

    def __init__(self, pattern: regex.Pattern[str], where: str) -> None:
        self._pattern, self._where = pattern, where

    @property
    def groupindex(self) -> Mapping[str, int]:
        """The named groups."""
        return self._pattern.groupindex

    def match(self, string: str, pos: int | None = None, endpos: int | None = None) -> regex.Match[str] | None:
        """As that of `regex.Pattern`."""
        watch = _WATCH.get()
        if watch is None:
            try:
                return self._pattern.match(string, pos, endpos, timeout=SECONDS)
            except TimeoutError:
                raise RuleError(
                    f"{self._where}: the pattern took more than {SECONDS:g} s for one match; {_CURE}"
                ) from None
        left = watch.budget - watch.used.get(self._where, 0.0)
        if left <= 0:
            self._stop(watch)
            return None
        start = time.thread_time()
        try:
            return self._pattern.match(string, pos, endpos, timeout=left)
        except TimeoutError:
            watch.used[self._where] = watch.budget
            self._stop(watch)
            return None
        finally:
            watch.used[self._where] = watch.used.get(self._where, 0.0) + time.thread_time() - start

    def _stop(self, watch: _Watch) -> None:
        """Say that the rule is not tried again in this article."""
        watch.stopped[self._where] = (
            f"{self._where}: stopped, the pattern took more than {watch.budget:g} s of this article, which was read on "
            f"without the rule; {_CURE}"
        )
