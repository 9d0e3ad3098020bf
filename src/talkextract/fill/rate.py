"""Not more than so many requests in a second, however many threads ask."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable

from ..errors import UsageError

__all__ = ["Rate"]


class Rate:
    """A bucket that holds one token and is refilled `per_second` times a second: requests are spread evenly.

    Room for one token only, because servers count by windows: a burst after a rest is what they refuse.
    Safe between threads; `clock` and `sleep` may be replaced for tests. Raises UsageError for a rate that is no number
    above 0.
    """

    def __init__(
        self, per_second: float, clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:  # fmt: skip
        if isinstance(per_second, bool) or not (per_second > 0 and math.isfinite(per_second)):
            raise UsageError(f"rate must be a number of requests per second above 0, not {per_second!r}")
        self.gap = 1 / per_second
        self._clock, self._sleep = clock, sleep
        self._next = -math.inf
        self._lock = threading.Lock()

    def wait(self) -> None:
        """Return when the next request may be made."""
        with self._lock:
            now = self._clock()
            turn = max(now, self._next)
            self._next = turn + self.gap
        # outside of the lock: others may take their turns while this one waits for its own
        if turn > now:
            self._sleep(turn - now)
