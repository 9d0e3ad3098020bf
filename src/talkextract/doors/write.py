"""Records → lines of JSON, and files that are there whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import BaseModel

__all__ = ["digest", "durable", "json_line", "reason", "whole"]

# Line ends that JSON leaves as they are; escaped, a record is one line for every reader.
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def json_line(record: BaseModel) -> str:
    """A record, or another model, as one line of JSON, with its line end."""
    return record.model_dump_json().translate(_LINE_ENDS) + "\n"


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A path beside `target` to write a file or a folder to; it is renamed to `target` at the end, and removed where
    the writing fails. A file that was there is replaced, a folder that was must be empty.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield draft
        draft.replace(target)
    finally:
        if draft.is_dir():
            shutil.rmtree(draft)
        else:
            draft.unlink(missing_ok=True)


def digest(path: Path) -> str:
    """The SHA-256 of the content of a file, in hex digits. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def reason(e: OSError) -> str:
    """Why something could not be read or written, in the words of the system, whatever library it came through."""
    return (os.strerror(e.errno) if e.errno else str(e)).lower()


@contextmanager
def durable(target: Path) -> Iterator[Path]:
    """As `whole`, for a file that is there whole even where the machine loses its power."""
    with whole(target) as draft:
        yield draft
        with draft.open("r+b") as file:
            os.fsync(file.fileno())
    if os.name == "posix":  # elsewhere a folder cannot be opened
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
