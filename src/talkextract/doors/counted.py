"""What a run in shards shows while it goes on: a bar, on a terminal; and what is left of it, in words."""

from __future__ import annotations

import sys
from collections.abc import Callable

from ..progress import Bar
from .shards import Account

__all__ = ["Counted"]


class Counted:
    """Counts shards; with a bar where standard error is a terminal."""

    def __init__(self) -> None:
        self.begun = False
        self._items = self._done = 0
        self._bar: Bar | None = None

    def begin(self, items: int) -> Callable[[int, Account], None]:
        """Begin with so many articles; gives what is to be called for each shard that is done."""
        self.begun, self._items = True, items
        if sys.stderr.isatty():
            self._bar = Bar(items)
        return self._add

    def _add(self, items: int, account: Account) -> None:
        self._done += items
        if self._bar is not None:
            self._bar.add(items, account.gaps, account.errors)

    def left(self) -> str:
        """How much is done, in words."""
        return f"{self._done} of {self._items} articles are done and stand;" if self.begun else "nothing is done yet;"

    def __enter__(self) -> Counted:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()
