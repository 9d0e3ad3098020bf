"""Answers of a language model, kept in one SQLite file, so that a second run of the same articles makes no request."""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
import threading
import time
import weakref
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self

from ..errors import UsageError
from .protocol import Reply

__all__ = ["Cache", "key_of"]

log = logging.getLogger(__name__)

# "talk" as a number: tells a file of ours from another program's (SQLite's own application_id)
_APPLICATION = 0x74616C6B
_VERSION = 1
_WAIT = 30.0  # seconds that a process waits for another one's writing
_TABLE = """
CREATE TABLE IF NOT EXISTS replies (
    key TEXT PRIMARY KEY, model TEXT NOT NULL, text TEXT NOT NULL, tokens_in INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL
) WITHOUT ROWID
"""


def key_of(url: str, body: bytes) -> str:
    """The SHA-256, in hex, of a whole request: where it goes, and all that is asked as it is written out.

    The address (which holds no credentials, see endpoint.py) is part of it: a model's name alone, as "default" or the
    name of a deployment, says little on what answers. Keys and headers are no part of it, nor in the file.
    """
    return hashlib.sha256(b"\n".join((b"%d" % _VERSION, url.encode(), body))).hexdigest()


def _close(db: sqlite3.Connection, pid: int) -> None:
    """Close a connection of this process; one that a fork carried over is let be."""
    if os.getpid() == pid:
        db.close()


class Cache:
    """Whole answers by the key of their request. Safe between threads and between processes.

    The file holds the keys, names of models and answers; neither requests nor API keys.
    Raises UsageError where the path cannot be opened, is damaged, or is another program's file. Later faults (a full
    disk) lose no answer: they are logged, and the request is made again next time.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._lock = threading.Lock()
        self._pid = os.getpid()
        self._db: sqlite3.Connection | None = self._open()

    def __repr__(self) -> str:
        return f"Cache({str(self.path)!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get(self, key: str) -> Reply | None:
        """The answer to a request, marked as cached: no tries, no cost, no tokens taken now; None if there is none."""
        try:
            with self._lock:
                row = self._live().execute("SELECT text FROM replies WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            log.warning("cache %s cannot be read: %s", self.path, error)
            return None
        return None if row is None else Reply(text=row[0], tries=0, cached=True)

    def put(self, key: str, model: str, reply: Reply) -> None:
        """Keep the answer to a request; one that is there already stays."""
        row = (key, model, reply.text, reply.tokens_in, reply.tokens_out)
        try:
            with self._lock:
                self._live().execute("INSERT OR IGNORE INTO replies VALUES (?, ?, ?, ?, ?)", row)
        except sqlite3.Error as error:
            log.warning("cache %s cannot be written: %s", self.path, error)

    def close(self) -> None:
        """Close the file; what follows finds nothing and keeps nothing."""
        with self._lock:
            if self._db is not None:
                self._db.close()
            self._db = None

    def _live(self) -> sqlite3.Connection:
        if self._db is None:
            raise sqlite3.ProgrammingError("it is closed")
        if self._pid != os.getpid():
            # a fork: SQLite's connections must not be carried over, not even to be closed
            self._pid, self._db = os.getpid(), self._open()
        return self._db

    def _open(self) -> sqlite3.Connection:
        try:
            db = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        except sqlite3.Error as error:
            self._refuse(f"cannot be opened ({error}); give the path of a file in a folder that may be written")
        try:
            self._prepare(db)
        except sqlite3.Error as error:
            db.close()
            self._refuse(f"cannot be used ({error}); delete it, or give another path")
        except UsageError:
            db.close()
            raise
        # who drops a model without closing it leaves no open file
        weakref.finalize(self, _close, db, os.getpid()).atexit = False
        return db

    def _prepare(self, db: sqlite3.Connection) -> None:
        # before the first write, so that a file of another program stays as it is; in one transaction, so that what
        # another process makes at this moment is seen whole or not at all
        db.execute("BEGIN")
        try:
            self._is_new(db)
        finally:
            db.execute("ROLLBACK")
        self._wal(db)
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("BEGIN IMMEDIATE")
        try:
            if self._is_new(db):
                db.execute(_TABLE)
                db.execute(f"PRAGMA application_id = {_APPLICATION}")
                db.execute(f"PRAGMA user_version = {_VERSION}")
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")
        if (state := str(db.execute("PRAGMA quick_check(1)").fetchone()[0])) != "ok":
            self._refuse(f"is damaged ({' '.join(state.split())}); delete it, or give another path")

    def _is_new(self, db: sqlite3.Connection) -> bool:
        """Whether the file is empty yet; if not, it must be one of ours."""
        application, version = (
            db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )  # fmt: skip
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if (application, tables) == (0, set()):
            return True
        if application != _APPLICATION or "replies" not in tables:
            self._refuse("is a database of another program; give another path")
        if version != _VERSION:
            self._refuse(f"has version {version}, {_VERSION} is expected; delete it, or give another path")
        return False

    def _wal(self, db: sqlite3.Connection) -> None:
        """Turn on the write-ahead log, by which readers and a writer do not block each other.

        SQLite does not wait here where two processes do it at once, but says that the file is locked.
        """
        end = time.monotonic() + _WAIT
        while True:
            try:
                db.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > end:
                    raise
                time.sleep(0.01)
            else:
                return

    def _refuse(self, what: str) -> NoReturn:
        raise UsageError(f"cache {self.path}: {what}")
