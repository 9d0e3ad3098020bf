"""The files that the scorer reads: gold records, predictions, texts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..errors import InputError
from .read import parse_json, read_json_lines, read_text

__all__ = ["is_array", "read_gold", "read_predictions", "read_texts"]


def read_gold(folder: Path) -> dict[str, dict[str, Any]]:
    """The gold records of a folder by the stem of their files. Raises InputError where one is broken, or none there."""
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder of gold records")
    out: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            record = parse_json(read_text(path), str(path))
        except OSError as e:
            raise InputError(f"{path}: {(e.strerror or str(e)).lower()}") from e
        if not isinstance(record, dict):
            raise InputError(f"{path}: a record is a JSON object")
        out[path.stem] = record
    if not out:
        raise InputError(f"{folder}: no .json file in this folder")
    return out


def read_predictions(path: Path) -> tuple[dict[str, dict[str, Any]], list[InputError]]:
    """The predicted records of a .jsonl file by `document.id`, the last of an id, and the lines that hold none.

    Raises InputError where the file cannot be read, or is one JSON array.
    """
    out: dict[str, dict[str, Any]] = {}
    problems: list[InputError] = []
    try:
        if is_array(path):
            raise InputError(
                f"{path}: this is one JSON array; predictions are one record a line: write them with --format jsonl"
            )
        for item in read_json_lines(path):
            if isinstance(item, InputError):
                problems.append(item)
                continue
            where, record = item
            document = record.get("document") if isinstance(record, dict) else None
            key = document.get("id") if isinstance(document, dict) else None
            if isinstance(record, dict) and isinstance(key, str):
                out[key] = record
            else:
                problems.append(InputError(f"{where}: no record: it has no document.id"))
    except OSError as e:
        raise InputError(f"{path}: {(e.strerror or str(e)).lower()}") from e
    return out, problems


def is_array(path: Path) -> bool:
    """Whether a file begins as an array does, which `--format json` writes."""
    with path.open("rb") as lines:
        first = next((line for line in lines if line.strip()), b"")
    return first.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[")


def read_texts(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """The texts `<name>.txt` of a folder by name. Raises InputError where one cannot be read."""
    try:
        return {name: read_text(folder / f"{name}.txt") for name in names}
    except OSError as e:
        raise InputError(f"{e.filename}: {(e.strerror or str(e)).lower()}") from e
