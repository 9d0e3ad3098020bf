"""What a language model was asked, what came of it, and what it took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["FillReport", "Filled", "Refused"]


@dataclass(frozen=True, slots=True)
class Filled:
    """A value or an item that a model pointed at: its path in the record, and the words of the article."""

    path: str
    quote: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that was not taken, and why, in words."""

    path: str
    quote: str
    reason: str


@dataclass(frozen=True)
class FillReport:
    """What a language model did for one article.

    `asked` are the paths of gaps (and the list fields) that were asked for, `absent` those that the text has no word
    of, `filled` and `refused` what became of the answers, `errors` what went wrong, in words. `requests` counts the
    questions put to the model, `tries` the HTTP requests made for them (0 for one that the cache answered).
    """

    model: str
    asked: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    filled: tuple[Filled, ...] = ()
    refused: tuple[Refused, ...] = ()
    errors: tuple[str, ...] = ()
    requests: int = 0
    tries: int = 0
    cache_hits: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0
    seconds: float = 0.0

    @classmethod
    def total(cls, reports: Sequence[FillReport]) -> FillReport:
        """The reports of several articles as one; each error once. `reports` are of one model, and not empty."""

        def joined(name: str) -> tuple[Any, ...]:
            return tuple(x for r in reports for x in getattr(r, name))

        def added(name: str) -> Any:
            return sum(getattr(r, name) for r in reports)

        return cls(
            reports[0].model, joined("asked"), joined("absent"), joined("filled"), joined("refused"),
            tuple(dict.fromkeys(joined("errors"))), added("requests"), added("tries"), added("cache_hits"),
            added("tokens_in"), added("tokens_out"), added("cost"), added("seconds"),
        )  # fmt: skip

    def __str__(self) -> str:
        """The report in one line."""
        words = [
            f"{len(self.filled)} of {len(self.asked)} asked filled", f"{len(self.refused)} refused",
            f"{len(self.absent)} absent", f"{self.requests} requests",
        ]  # fmt: skip
        if self.cache_hits:
            words.append(f"{self.cache_hits} from the cache")
        if self.tokens_in or self.tokens_out:
            words.append(f"{self.tokens_in} + {self.tokens_out} tokens")
        if self.cost:
            words.append(f"cost {self.cost:.4g}")
        return f"{self.model}: " + ", ".join([*words, *self.errors])
