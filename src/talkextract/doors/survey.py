"""A first reading of an input: what it is, how much, and which articles bring an id that another one brought."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ..errors import InputError
from .read import STDIN, Found, files_of, id_of, is_page, read_path
from .write import reason

__all__ = ["Survey", "survey"]


@dataclass(frozen=True)
class Survey:
    """An input: how many items it has (articles, and what cannot be read), what makes it the same input another time,
    whether it holds saved pages, and for the position of an item that brings the id of an earlier one, what is wrong.
    """

    items: int
    files: int
    size: int
    sha256: str
    pages: bool
    repeated: dict[int, InputError]


def survey(source: Path) -> Survey:
    """Read an input once. Raises InputError where it holds no article at all."""
    if str(source) == STDIN:
        raise InputError("standard input cannot be read twice; name a file or a folder")
    first_error: InputError | None = None
    keys: list[bytes] = []  # a digest of the id, then the position: 70 MB for a million articles
    items = -1
    for items, item in enumerate(read_path(str(source))):
        if isinstance(item, InputError):
            first_error = first_error or item
        else:
            keys.append(_digest(_key(item)) + items.to_bytes(8, "big"))
    if not keys:
        raise first_error or InputError(f"{source}: no article in it")
    folder = source.is_dir()
    paths = files_of(source) if folder else [source]
    size, sha256 = _identity(paths, folder)
    return Survey(
        items + 1, len(paths), size, sha256, folder and any(map(is_page, paths)), _repeated(source, sorted(keys))
    )


def _key(item: Found | Path) -> str:
    return id_of(item) if isinstance(item, Path) else item.article.id or ""


def _digest(key: str) -> bytes:
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _identity(paths: list[Path], folder: bool) -> tuple[int, str]:
    """The size of some files, and a hash of their content; in a folder names count too, since they are the ids. There
    a file that cannot be read is an article that cannot: it stands with the reason.
    """
    size, whole = 0, hashlib.sha256()
    for path in paths:
        try:
            with path.open("rb") as file:
                content = hashlib.file_digest(file, "sha256").digest()
                size += file.tell()
        except OSError as e:
            if not folder:
                raise InputError(f"{path}: {reason(e)}") from e
            content = reason(e).encode()
        whole.update((id_of(path).encode() + path.suffix.encode() + b"\0" if folder else b"") + content)
    return size, whole.hexdigest()


def _repeated(source: Path, keys: list[bytes]) -> dict[int, InputError]:
    """What is wrong with each item whose id an earlier one brought; the places are looked up by another reading, which
    only an input with such items needs.
    """
    first_of: dict[int, int] = {}
    for a, b in pairwise(keys):
        if a[:16] == b[:16]:
            one, other = (int.from_bytes(key[16:], "big") for key in (a, b))
            first_of[other] = first_of.get(one, one)
    if not first_of:
        return {}
    wanted = {*first_of, *first_of.values()}
    places = dict(_places(source, wanted))
    return {
        i: InputError(
            f"{where}: the id {key!r} is that of {places[first_of[i]][0]} already; ids must be unique", id=key
        )
        for i, (where, key) in places.items()
        if i in first_of
    }


def _places(source: Path, wanted: set[int]) -> Iterator[tuple[int, tuple[str, str]]]:
    """The place in words, and the id, of some items by their position."""
    for i, item in enumerate(read_path(str(source))):
        if i in wanted and not isinstance(item, InputError):
            yield i, (str(item) if isinstance(item, Path) else item.where, _key(item))
