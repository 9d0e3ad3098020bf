"""Paths → articles. What cannot be read becomes an `InputError` in the stream, never an end of it.

A path is a `.txt` file or a saved page, `.html` or `.htm` (its stem is the id), a folder of them (in the order of their
names), a file with `{"id", "text", "published"?, "url"?}` in each line or row (`.jsonl`, `.jsonl.gz`, `.csv`,
`.parquet`), or `-` for one article on standard input. Files are UTF-8, pages as `read_html` decodes them. A text is
taken character by character as it stands, line ends and byte order mark too, since the offsets of its record count
them; of a page it is the text that `read_html` extracts.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..articles import article_of
from ..errors import InputError, UsageError
from ..html import read_html
from ..pipeline import Article
from .rows import read_csv, read_parquet, unpacked

__all__ = [
    "Found", "files_of", "id_of", "is_article_file", "is_page", "parse_json", "read_articles", "read_json_lines",
    "read_path", "read_text", "resolve",
]  # fmt: skip

STDIN = "-"
_PAGES = (".html", ".htm")
_SHAPE = 'a line is {"id": "…", "text": "…", "published": "…" (optional), "url": "…" (optional)}'


@dataclass(frozen=True)
class Found:
    """An article, and where it was found, in words: "a.txt", "b.jsonl, line 3", "standard input"."""

    article: Article
    where: str


def read_articles(paths: Iterable[str | Path]) -> Iterator[Found | InputError]:
    """All articles of `paths`, lazily and in order; an error takes the place of what cannot be read.

    An id that a second article brings is an error that names both places; so is a second `-`, for which nothing is
    left to read.
    """
    seen: dict[str, str] = {}
    drained = False
    for path in paths:
        if str(path) == STDIN and drained:
            yield InputError("standard input: it is one article and has been read already; name - once")
            continue
        drained = drained or str(path) == STDIN
        for item in map(resolve, read_path(str(path))):
            key = item.article.id if isinstance(item, Found) else None
            if not isinstance(item, Found) or key is None:
                yield item
            elif key in seen:
                yield InputError(f"{item.where}: the id {key!r} is that of {seen[key]} already; ids must be unique")
            else:
                seen[key] = item.where
                yield item


def resolve(item: Found | Path | InputError) -> Found | InputError:
    """The article of an item, read where it is a file."""
    if not isinstance(item, Path):
        return item
    try:
        return _read_file(item)
    except (InputError, OSError, ValueError) as e:
        return _in_words(e, str(item))


def read_path(name: str) -> Iterator[Found | Path | InputError]:
    """The articles of one path, lazily and in order; of a folder the files that hold one each."""
    try:
        path = Path(name)
        if name == STDIN:
            yield _read_stdin()
        elif path.is_dir():
            yield from _read_folder(path)
        elif path.name.lower().endswith((".jsonl", ".jsonl.gz")):
            yield from _read_jsonl(path)
        elif path.suffix.lower() in (".csv", ".parquet"):
            yield from _read_rows(path)
        elif path.suffix.lower() in (".txt", *_PAGES) or not path.exists():
            yield path
        else:
            yield InputError(
                f"{name}: neither a .txt, .html, .jsonl, .jsonl.gz, .csv nor .parquet file, nor a folder; for other "
                f"text use - and < {name}"
            )
    except (InputError, UsageError, OSError, ValueError) as e:  # the second: what reads the file is not installed
        yield _in_words(e, name)


def _in_words(e: Exception, name: str) -> InputError:
    """Any failure to read `name`, as an error in words."""
    if isinstance(e, InputError):
        return e
    if isinstance(e, OSError):
        return InputError(f"{name}: {(e.strerror or str(e)).lower()}")
    return InputError(f"{name}: {e}")  # a path with a NUL character


def _read_stdin() -> Found:
    """The article of standard input."""
    if sys.stdin is None:  # as Python says that a shell closed it: `<&-`
        raise InputError("standard input: it is closed; send a text to it (- < article.txt), or name a file")
    return Found(Article(decode(sys.stdin.buffer.read(), "standard input")), "standard input")


def is_article_file(path: Path) -> bool:
    """Whether a file of this name is read as an article where its folder is: a text or page that is not hidden."""
    return path.suffix.lower() in (".txt", *_PAGES) and not path.name.startswith(".")


def files_of(folder: Path) -> list[Path]:
    """The files of one folder that are read as articles, in the order of their names."""
    return sorted(filter(is_article_file, folder.iterdir()))


def _read_folder(folder: Path) -> Iterator[Path | InputError]:
    """The files of one folder."""
    paths = files_of(folder)
    if not paths:
        yield InputError(f"{folder}: no .txt, .html or .htm file in this folder")
    yield from paths


def id_of(path: Path) -> str:
    """The id of the article of a file: its stem, with U+FFFD for what in it is not UTF-8."""
    return path.stem.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def is_page(path: Path) -> bool:
    """Whether a file of this name is a saved page."""
    return path.suffix.lower() in _PAGES


def _read_file(path: Path) -> Found:
    """The article of one file."""
    stem = id_of(path)
    if path.suffix.lower() not in _PAGES:
        return Found(Article(read_text(path), id=stem), str(path))
    try:
        return Found(read_html(path.read_bytes(), id=stem), str(path))
    except (InputError, UsageError) as e:  # the latter: trafilatura is not installed
        raise InputError(f"{path}: {e}") from e


def read_text(path: Path) -> str:
    """The text of one file, every character as it stands. Raises InputError where its bytes are not UTF-8."""
    return decode(path.read_bytes(), str(path))


def decode(data: bytes, where: str, offset: int = 0) -> str:
    """Bytes as text; where they are not UTF-8 an InputError names the place, counted from `offset`."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as e:
        hint = "; it looks like UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
        place = f"byte 0x{data[e.start]:02x} at offset {offset + e.start}"
        raise InputError(f"{where}: not UTF-8: {place} ({e.reason}){hint}; save the file as UTF-8") from e


def parse_json(text: str, where: str) -> object:
    """The value of a JSON text. Raises InputError, naming `where`, for what is none, and for a key that stands twice in
    an object, of which one value would be lost.
    """

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        value = dict(pairs)
        if len(value) < len(pairs):
            twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
            raise InputError(f"{where}: the key {twice!r} stands twice in one object; keep one of them")
        return value

    try:
        return json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as e:
        place = f"line {e.lineno} column {e.colno}" if "\n" in text else f"column {e.colno}"
        raise InputError(f"{where}: not JSON: {e.msg}: {place}") from e
    except RecursionError as e:
        raise InputError(f"{where}: brackets are nested too deeply to be read") from e
    except ValueError as e:  # what else there is: Python reads no integer of thousands of digits
        raise InputError(f"{where}: a number of more digits than can be read") from e


def read_json_lines(path: Path) -> Iterator[tuple[str, object] | InputError]:
    """Each line of a .jsonl or .jsonl.gz file with its place in words, or what is wrong with it; blank lines are left
    out.
    """
    offset = 0
    with unpacked(path) as lines:
        for number, line in enumerate(lines, 1):
            where = f"{path}, line {number}"
            data = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            try:
                if data.strip():
                    text = decode(data, where, offset + len(line) - len(data))
                    yield where, parse_json(text.rstrip("\r\n"), where)
            except InputError as e:
                yield e
            offset += len(line)


def _read_jsonl(path: Path) -> Iterator[Found | InputError]:
    """The articles of one .jsonl file."""
    for item in read_json_lines(path):
        if isinstance(item, InputError):
            yield item
            continue
        where, value = item
        if isinstance(value, dict) and type(value.get("id")) is int:  # a bool is an int too, but no id
            value["id"] = str(value["id"])
        problem = _problem(value)
        if problem is not None or not isinstance(value, dict):
            yield InputError(f"{where}: {problem}; {_SHAPE}", id=_id_in(value))
        else:
            yield Found(Article(value["text"], value["id"], value.get("published"), value.get("url")), where)


def _read_rows(path: Path) -> Iterator[Found | InputError]:
    """The articles of one table."""
    rows = read_csv(path) if path.suffix.lower() == ".csv" else read_parquet(path)
    for item in rows:
        if isinstance(item, InputError):
            yield item
            continue
        where, row = item
        try:
            article = article_of(row)
        except UsageError as e:
            raise InputError(f"{path}: {e}") from e
        problem = _problem(vars(article))
        good = problem is None
        yield Found(article, where) if good else InputError(f"{where}: {problem}", id=_id_in(vars(article)))


def _problem(value: object) -> str | None:
    """What keeps a JSON value from being an article, None where nothing does. Keys that we do not know are let be."""
    if not isinstance(value, dict):
        return f"{_kind(value)} where an object should be"
    for key in ("id", "text", "published", "url"):
        item = value.get(key)
        if item is None and key in ("id", "text"):
            return f"no {key!r}"
        if item is not None and not isinstance(item, str):
            return f"{key!r} is {_kind(item)} where a string{' or a whole number' * (key == 'id')} should be"
        if item is not None and _is_broken(item):
            return f"{key!r} holds half a surrogate pair, which is no character"
    return None if value["id"].strip() else "'id' is blank"


def _id_in(value: object) -> str | None:
    """The id that goes with an article that is none: what its row has for one, if that can be written."""
    key = value.get("id") if isinstance(value, dict) else None
    if isinstance(key, bool) or not isinstance(key, str | int):
        return None
    return None if _is_broken(str(key)) else str(key)


def _is_broken(text: str) -> bool:
    """Whether a text holds half a surrogate pair: to encode it finds that out a hundred times faster than to look."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _kind(value: object) -> str:
    """What JSON calls the type of a value; of what JSON has not, what Python does."""
    names: dict[type, str] = {
        dict: "object", list: "array", str: "string", bool: "boolean", int: "number", float: "number",
        type(None): "null",
    }  # fmt: skip
    return f"a JSON {names[type(value)]}" if type(value) in names else f"a value of the type {type(value).__name__}"
