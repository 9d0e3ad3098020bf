"""How much a run may spend on a language model: requests, tokens, money."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from typing import NamedTuple

from ..errors import UsageError

__all__ = ["Budget", "BudgetSpent", "Prices", "Reservation", "Spent"]


@dataclass(frozen=True)
class Prices:
    """What a model costs, as its user knows it: money per million tokens read and per million tokens written.

    `currency` is a word for messages ("USD", "VND"); amounts of different currencies are never added up.
    Raises UsageError for a price that is negative or no number.
    """

    per_million_in: float
    per_million_out: float
    currency: str

    def __post_init__(self) -> None:
        _check("per_million_in", self.per_million_in)
        _check("per_million_out", self.per_million_out)
        if not isinstance(self.currency, str) or not self.currency.strip():
            raise UsageError("Prices: currency must be a word, as 'USD'")

    def cost(self, tokens_in: int, tokens_out: int) -> float:
        """The price of so many tokens, in `currency`."""
        return (tokens_in * self.per_million_in + tokens_out * self.per_million_out) / 10**6


class Spent(NamedTuple):
    """What was spent: requests made, tokens read and written, money in the currency of the prices."""

    requests: int = 0
    tokens: int = 0
    cost: float = 0.0


class BudgetSpent(Exception):  # noqa: N818  no failure: the answer to a question
    """A request does not fit into what is left. Never leaves the package: `HttpLLM` makes an LLMError of it."""


class Reservation(NamedTuple):
    """What a request under way may take at most, until it is settled."""

    tokens: int
    cost: float


class Budget:
    """A limit on requests, tokens or money over a run; None is no limit. One budget may serve many threads
    and clients.

    Every request is counted, also one that fails. Before it is sent its upper bound is set aside, so that requests
    that run side by side never overrun a limit; when its answer is there, the bound gives way to what the server
    counted. A request whose bound does not fit is not made: the last bit of a budget may stay unspent.
    Where an answer is lost on the way (a time-out, a reset, no count of tokens) it may have been billed all the same,
    and its bound stays counted.

    Raises UsageError for a limit that is negative or no number.
    """

    def __init__(
        self, requests: int | None = None, tokens: int | None = None, cost: float | None = None,
    ) -> None:  # fmt: skip
        for name, limit in (("requests", requests), ("tokens", tokens), ("cost", cost)):
            if limit is not None:
                _check(name, limit)
        self.requests, self.tokens, self.cost = requests, tokens, cost
        self._spent = Spent()
        self._held = Spent()
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"Budget(requests={self.requests}, tokens={self.tokens}, cost={self.cost}, spent={self.spent})"

    @property
    def spent(self) -> Spent:
        """What was spent until now, requests under way included (their tokens and cost are not known yet)."""
        with self._lock:
            return self._spent

    def reserve(self, tokens: int, cost: float) -> Reservation:
        """Count a request, set aside what it may take at most. Raises BudgetSpent, in words, where it does not fit."""
        with self._lock:
            _, held_tokens, held_cost = self._held
            if self.requests is not None and self._spent.requests + 1 > self.requests:
                raise BudgetSpent(f"all {self.requests} requests of it were made")
            if self.tokens is not None and self._spent.tokens + held_tokens + tokens > self.tokens:
                left = max(0, self.tokens - self._spent.tokens - held_tokens)
                raise BudgetSpent(f"{left} of its {self.tokens} tokens are left, a request may take {tokens}")
            # a sum of many floats may be off by a hair, which is nobody's money
            if self.cost is not None and self._spent.cost + held_cost + cost > self.cost * (1 + 1e-9):
                left_cost = max(0.0, self.cost - self._spent.cost - held_cost)
                raise BudgetSpent(
                    f"{left_cost:.6g} of its cost of {self.cost:.6g} is left, a request may take {cost:.6g}"
                )
            self._spent = self._spent._replace(requests=self._spent.requests + 1)
            self._held = Spent(0, held_tokens + tokens, held_cost + cost)
        return Reservation(tokens, cost)

    def settle(self, reservation: Reservation, tokens: int, cost: float) -> None:
        """Put what a request took in the place of what was set aside for it. To be called once for each reservation."""
        with self._lock:
            self._held = Spent(0, self._held.tokens - reservation.tokens, max(0.0, self._held.cost - reservation.cost))
            self._spent = Spent(self._spent.requests, self._spent.tokens + tokens, self._spent.cost + cost)


def _check(name: str, value: float) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value < 0:
        raise UsageError(f"{name} must be a number that is not negative, not {value!r}")
