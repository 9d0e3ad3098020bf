"""Compiled patterns, kept beside Python's own compiled files: to read one takes a fiftieth of the time to compile it.

They lie in `__pycache__` of the package, on the terms of what Python keeps there: none is written where
`PYTHONDONTWRITEBYTECODE` is set or the folder cannot be written, `PYTHONPYCACHEPREFIX` moves them, and a file that is
damaged, or that another pattern or release of `regex` left, is made anew.
"""

from __future__ import annotations

import pickle
import sys
import tempfile
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

import regex

__all__ = ["compile_kept"]

_DIGEST = 32  # bytes of a SHA-256


def compile_kept(name: str, pattern: str) -> regex.Pattern[str]:
    """The compiled `pattern`, read from the file of that name, or compiled and kept there. Raises regex.error."""
    path = _folder() / f"{name}.{sys.implementation.cache_tag}.bin"
    key = f"{regex.__version__}\0{pattern}".encode()
    with suppress(OSError):
        kept = path.read_bytes()
        digest, data = kept[:_DIGEST], kept[_DIGEST:]
        if digest == sha256(key + data).digest():
            # what can write here can write the compiled sources, which are run without a question
            made: regex.Pattern[str] = pickle.loads(data)  # noqa: S301
            return made
    compiled = regex.compile(pattern)
    if not sys.dont_write_bytecode:
        data = pickle.dumps(compiled)
        with suppress(OSError):
            _write(path, sha256(key + data).digest() + data)
    return compiled


def _folder() -> Path:
    """Where patterns are kept; nothing needs to be there."""
    return Path(cache_from_source(__file__)).parent / "patterns"


def _write(path: Path, data: bytes) -> None:
    """Put a file in its place at once, so that another process reads all of it or none. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as made:
        made.write(data)
    draft = Path(made.name)
    try:
        draft.chmod(0o644)  # as Python's own: who installs may be another than who runs
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
