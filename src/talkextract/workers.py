"""Work done at once: by threads, and by processes that each hold a state.

A process is a fresh interpreter that imports this package and nothing of the caller's. So the threads and locks of the
caller stay where they are (a fork would copy the locks, held), a notebook is as good as a file, and a script needs no
`if __name__ == "__main__"`, which those of `multiprocessing` need since they run the caller's script again.

A process reads tasks from its standard input and writes answers to its standard output. It ends at once where its input
ends, however the caller went away. Ctrl-C is the caller's alone: the process is in a group of its own.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

from .errors import TalkextractError, defect

__all__ = ["Processes", "WorkerLostError", "at_once", "cores"]

_In = TypeVar("_In")
_Out = TypeVar("_Out")


def cores() -> int:
    """How many cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def at_once(
    work: Callable[[_In], _Out], items: Iterator[_In], workers: int, stop: Callable[[], None] = lambda: None
) -> Generator[_Out, None, None]:
    """What `work` makes of each item, in their order, `workers` of them at a time in threads.

    No more than twice as many items are taken ahead of what was given. The first error of an item, or of `items`, is
    raised in its turn, and nothing is given after it. In the end, however it comes, `stop` is called, which should
    make what is still at work return soon, and that is waited for.
    """
    waiting: deque[Future[_Out]] = deque()
    pool = ThreadPoolExecutor(workers, thread_name_prefix="talkextract")
    wrong: Exception | None = None
    more = True
    try:
        while True:
            while more and len(waiting) < 2 * workers:
                try:
                    waiting.append(pool.submit(work, next(items)))
                except StopIteration:
                    more = False
                except Exception as e:  # noqa: BLE001  of the caller's own iterable; told in its turn
                    wrong, more = e, False
            if not waiting:
                break
            yield waiting.popleft().result()
        if wrong is not None:
            raise wrong
    finally:
        stop()
        pool.shutdown(wait=True, cancel_futures=True)


class WorkerLostError(TalkextractError):
    """A process ended before it answered; the message says how."""


class Processes:
    """Processes that each hold a copy of `state`; one is started where a call finds none idle. Safe between threads."""

    def __init__(self, state: object) -> None:
        self._state = pickle.dumps(state, pickle.HIGHEST_PROTOCOL)
        self._idle: list[subprocess.Popen[bytes]] = []
        self._all: set[subprocess.Popen[bytes]] = set()
        self._lock = threading.Lock()
        self._closed = False

    def call(self, function: Callable[[Any, _In], _Out], argument: _In) -> _Out:
        """What `function(state, argument)` gives in one of the processes; the function is one of a module.

        Raises WorkerLostError where the process ended before it answered, and the TalkextractError that the function
        raised; any other exception of the function is told in words, as a TalkextractError.
        """
        with self._lock:
            process = self._idle.pop() if self._idle else None
        process = process or self._start()
        fine, answer = self._ask(process, (function, argument))
        with self._lock:
            ended = self._closed
            if not ended:
                self._idle.append(process)
        if ended:
            _end(process)
        if not fine:
            raise answer
        return answer  # type: ignore[no-any-return]

    def close(self) -> None:
        """End all processes at once, those at work too, and start no others."""
        with self._lock:
            self._closed = True
            busy, idle = self._all.difference(self._idle), self._idle
        for process in busy:  # the thread that waits for its answer ends it
            process.kill()
        for process in idle:
            _end(process)

    def _start(self) -> subprocess.Popen[bytes]:
        with self._lock:  # none may be started behind the back of `close`
            if self._closed:
                raise WorkerLostError("the worker processes have been ended")
            try:
                process = subprocess.Popen(  # noqa: S603  this interpreter, and a program of our own
                    [sys.executable, "-P", "-c", _PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, **_APART
                )
            except OSError as e:
                raise TalkextractError(
                    f"no worker process can be started: {sys.executable or 'the interpreter has no name'}: "
                    f"{(e.strerror or str(e)).lower()}; use workers=1"
                ) from e
            self._all.add(process)
        try:
            self._ask(process, sys.path, self._state)
        except WorkerLostError as e:
            raise TalkextractError(f"no worker process can be started: {e}; use workers=1") from e
        return process

    def _ask(self, process: subprocess.Popen[bytes], *messages: object) -> Any:
        """The answer of a process to a message, or to several."""
        assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018  for the type checker
        try:
            for message in messages:
                pickle.dump(message, process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            return pickle.load(process.stdout)  # noqa: S301  written by this package
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as e:
            with self._lock:
                self._all.discard(process)
            raise WorkerLostError(_how(_end(process, patience=5))) from e


def _end(process: subprocess.Popen[bytes], patience: float = 0) -> int:
    """The exit code of a process that no other thread uses; where it has none in `patience` seconds it is killed."""
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018  for the type checker
    with suppress(subprocess.TimeoutExpired):
        process.wait(patience)
    process.kill()
    with suppress(OSError):
        process.stdin.close()
    process.stdout.close()
    return process.wait()


def _how(code: int) -> str:
    """How a process ended, in words."""
    if code >= 0:
        return f"a worker process ended with exit code {code}"
    with suppress(ValueError):
        return f"a worker process was killed by signal {-code} ({signal.Signals(-code).name})"
    return f"a worker process was killed by signal {-code}"


# ---- inside the process

_APART: dict[str, Any] = {"process_group": 0} if os.name == "posix" else {"creationflags": 0x200}
_PROGRAM = """
import pickle, sys
try:
    sys.path[:] = pickle.load(sys.stdin.buffer)
except EOFError:
    sys.exit()
from talkextract.workers import serve
serve()
"""


def serve() -> None:
    """Take the state, then answer every task, until the input ends."""
    source = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints must not stand among the answers
    try:
        state = pickle.loads(pickle.load(source))  # noqa: S301  written by this package
    except (EOFError, pickle.UnpicklingError):
        return  # the caller is gone
    tasks: queue.SimpleQueue[tuple[Callable[[Any, Any], object], object]] = queue.SimpleQueue()

    def listen() -> None:
        """Hear the end of the input while a task is at work, too."""
        with suppress(Exception):
            while True:
                tasks.put(pickle.load(source))  # noqa: S301  written by this package
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    answer: object = None  # the state is there
    with suppress(BrokenPipeError):
        while True:
            pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
            function, argument = tasks.get()
            try:
                answer = True, function(state, argument)
            except TalkextractError as e:
                answer = False, e
            except Exception as e:  # noqa: BLE001  a process answers for every task
                answer = False, TalkextractError(defect(e))
    os._exit(0)  # the caller is gone; a shutdown in order would fail on the input, which `listen` holds
