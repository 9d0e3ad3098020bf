"""Where a command writes to: a file or standard output, never over what is read."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from os.path import realpath
from pathlib import Path
from typing import IO

import typer

from .read import STDIN, files_of, is_article_file
from .saying import fail
from .write import reason

__all__ = ["folder_for", "opened", "same"]


@contextmanager
def opened(output: Path | None, paths: list[str]) -> Iterator[IO[str]]:
    """Where to write: the file `output`, else standard output. What cannot be written to is wrong usage."""
    if output is None:
        yield sys.stdout
        return
    hint = "-o"
    for path in paths:
        if _is_input(output, path):
            raise typer.BadParameter(
                f"{output} is one of the files that {path} names, and an article may be lost; write to another file",
                param_hint=hint,
            )
    try:
        sink = output.open("w", encoding="utf-8", newline="\n")
    except OSError as e:
        raise typer.BadParameter(f"cannot write to {output}: {reason(e)}", param_hint=hint) from e
    try:
        with sink:
            yield sink
    except OSError as e:  # of the writing: what cannot be read has been told before
        if e.errno == errno.EPIPE:
            raise
        fail(f"cannot write to {output}: {reason(e)}")


def folder_for(texts: Path | None, paths: list[str]) -> Path | None:
    """The folder for texts, made where it is not there. One that articles are read from is wrong usage."""
    if texts is None:
        return None
    if any(same(texts, Path(path)) or same(texts, Path(path).parent) for path in paths if path != STDIN):
        raise typer.BadParameter(f"{texts} holds articles that are read; write to another folder", param_hint="--texts")
    try:
        texts.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise typer.BadParameter(f"cannot make {texts}: {reason(e)}", param_hint="--texts") from e
    return texts


def same(a: Path, b: Path) -> bool:
    """Whether two paths lead to one file or folder, be it there (by links too) or not yet."""
    try:
        return realpath(a) == realpath(b) or a.samefile(b)
    except OSError:
        return False  # one of them is not there, and they do not lead to one place


def _is_input(output: Path, path: str) -> bool:
    """Whether what is written to `output` would be read from `path`: it is that file, or an article of that folder,
    now or once it is written.
    """
    source = Path("/dev/stdin" if path == STDIN else path)
    try:
        if source.is_dir():
            made = any(same(p.parent, source) for p in (output, Path(realpath(output))) if is_article_file(p))
            return made or any(same(output, p) for p in files_of(source))
        return (path != STDIN or source.is_file()) and same(output, source)  # one terminal may serve both ways
    except (OSError, ValueError):
        return False  # what cannot be looked at cannot be read either, which is said when it is its turn
