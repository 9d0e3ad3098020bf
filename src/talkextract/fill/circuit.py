"""A switch that stops asking a server that does not answer, so that a batch does not wait for it again and again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from ..errors import UsageError

__all__ = ["Circuit", "CircuitOpen"]


class CircuitOpen(Exception):  # noqa: N818  no failure: the answer to a question
    """No call is let through now. Never leaves the package: `HttpLLM` makes an LLMError of it."""

    def __init__(self, failures: int, seconds: float) -> None:
        super().__init__(f"{failures} calls in a row failed; it is asked again in {seconds:.0f} s")


class Circuit:
    """Opens after `after` calls in a row that the server failed; then calls fail at once for `pause` seconds.

    After the pause one call is let through as a probe: its success closes the circuit, its failure opens it for another
    pause. Safe between threads; `clock` gives seconds and may be replaced for tests.
    Raises UsageError for `after` below 1 or a negative pause.
    """

    def __init__(self, after: int = 5, pause: float = 60.0, clock: Callable[[], float] = time.monotonic) -> None:
        if after < 1 or pause < 0:
            raise UsageError(f"Circuit: after={after!r}, pause={pause!r}: at least 1 call and 0 seconds are expected")
        self.after, self.pause = after, pause
        self._clock = clock
        self._failures = 0
        self._opened: float | None = None
        self._probing = False
        self._lock = threading.Lock()

    @property
    def is_open(self) -> bool:
        """Whether calls fail at once now, save for the probe."""
        with self._lock:
            return self._opened is not None

    def enter(self) -> bool:
        """Ask to make a call: True for a probe, False for a call as any other. Raises CircuitOpen.

        Each call that was let in is to be closed by one `leave`.
        """
        with self._lock:
            if self._opened is None:
                return False
            left = self._opened + self.pause - self._clock()
            if left > 0 or self._probing:
                raise CircuitOpen(self._failures, max(left, 0.0))
            self._probing = True
            return True

    def leave(self, probe: bool, works: bool | None) -> None:
        """Say how a call ended: True if the server did its part, False if it did not, None if it was never reached."""
        with self._lock:
            if probe:
                self._probing = False
            if works:
                self._failures, self._opened = 0, None
            elif works is False and (probe or self._opened is None):
                self._failures += 1
                if self._failures >= self.after:
                    self._opened = self._clock()
