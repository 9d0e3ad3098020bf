"""Compiled patterns, kept in the user's cache folder: `regex` takes 2.3 s to compile the patterns of all rules, 0.6 s
those of a first article, and 0.05 s to take them all back.

What is kept is what `pickle` makes of a compiled pattern, by the pattern's text, in a file for one version of `regex`.
It is an aid only: where nothing can be read or written, patterns are compiled.
"""

from __future__ import annotations

import atexit
import contextlib
import marshal
import os
import pickle
import sys
from functools import cache
from pathlib import Path
from typing import Final

import regex

__all__ = ["compile_pattern"]

_LEAST = 100  # characters: a shorter pattern is compiled as soon as it is found
_MOST = 1_000  # patterns in the file: when it is full, those go that the last process did not compile

_compiled: Final[dict[str, regex.Pattern[str]]] = {}  # what this process had to compile


def compile_pattern(text: str) -> regex.Pattern[str]:
    """`regex.compile(text)`, taken from what earlier processes have kept where it is there. Raises regex.error."""
    if len(text) < _LEAST:
        return regex.compile(text)
    kept = _kept().get(text)
    if kept is not None:
        with contextlib.suppress(Exception):  # a damaged file costs the time to compile, and is written anew
            pattern: regex.Pattern[str] = pickle.loads(kept)  # noqa: S301  written by the user's own process
            return pattern
    compiled = regex.compile(text)
    if not _compiled:
        atexit.register(_keep)
    _compiled[text] = compiled
    return compiled


def _file() -> Path:
    """Where patterns are kept. Raises RuntimeError where the user has no home."""
    folder = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or "~/.cache"
    name = f"patterns-{regex.__version__}-{sys.implementation.cache_tag}"
    return Path(folder).expanduser() / "talkextract" / name


@cache
def _kept() -> dict[str, bytes]:
    """What earlier processes have kept, by the text of the pattern; {} where that is nothing."""
    try:
        found = marshal.loads(_file().read_bytes())  # noqa: S302  written by the user's own process
    except (OSError, EOFError, ValueError, TypeError, RuntimeError):
        return {}
    return found if isinstance(found, dict) else {}


def _keep() -> None:
    """Keep what this process has compiled, for those to come; the file is replaced as a whole."""
    new = {text: pickle.dumps(pattern) for text, pattern in _compiled.items()}
    kept = {**_kept(), **new}
    with contextlib.suppress(OSError, RuntimeError):
        file = _file()
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            part.write_bytes(marshal.dumps(kept if len(kept) <= _MOST else new))
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
