"""Tables and packed files → rows, one after the other, with their places in words."""

from __future__ import annotations

import csv
import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from ..articles import COLUMNS
from ..errors import InputError
from ..extras import load

__all__ = ["read_csv", "read_parquet", "unpacked"]

# A row with its place, or what is wrong with it.
_Row = tuple[str, dict[str, Any]] | InputError
# Rows of a Parquet file that are held at a time: texts of three megabytes.
_ROWS = 512


@contextmanager
def unpacked(path: Path) -> Iterator[IO[bytes]]:
    """A file, unpacked where its name ends in .gz. Raises InputError where it is no whole gzip file."""
    if path.suffix.lower() != ".gz":
        with path.open("rb") as plain:
            yield plain
        return
    try:
        with gzip.open(path) as packed:
            yield cast("IO[bytes]", packed)
    except (gzip.BadGzipFile, zlib.error) as e:
        raise InputError(f"{path}: no gzip file, or a damaged one: {e}") from e
    except EOFError as e:
        raise InputError(f"{path}: the gzip file ends before its end; copy it again") from e


def read_csv(path: Path) -> Iterator[_Row]:
    """The rows of a CSV file in UTF-8 (RFC 4180: commas, double quotes, texts of several lines in them) with a header.

    An empty cell is no value.
    """
    csv.field_size_limit(sys.maxsize)  # the limit of the module, 131,072 characters, is less than a long article
    # a byte that is no UTF-8 spoils its row only
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as lines:
        reader = csv.reader(lines, strict=True)
        header = _next(reader, path)
        if isinstance(header, InputError):
            yield header
            return
        _check_columns(path, header or [])
        while True:
            where = f"{path}, line {reader.line_num + 1}"
            cells = _next(reader, path)
            if cells is None:
                return
            if isinstance(cells, InputError):
                yield cells
            elif cells and len(cells) != len(header or []):
                yield InputError(f"{where}: {len(cells)} cells where the header has {len(header or [])}")
            elif any("\udc80" <= c <= "\udcff" for cell in cells for c in cell):
                yield InputError(f"{where}: not UTF-8; save the file as UTF-8")
            elif cells:
                yield where, {name: cell or None for name, cell in zip(header or [], cells, strict=True)}


def _next(reader: Any, path: Path) -> list[str] | InputError | None:
    """The next row, or what is wrong with it; None at the end."""
    try:
        row: list[str] | None = next(reader, None)
    except csv.Error as e:
        return InputError(f"{path}, line {reader.line_num}: not CSV: {e}")
    return row


def read_parquet(path: Path) -> Iterator[_Row]:
    """The rows of a Parquet file, as many at a time as memory never minds."""
    parquet, arrow = load("pyarrow.parquet", "tables"), load("pyarrow", "tables")
    try:
        with parquet.ParquetFile(path, buffer_size=1 << 20) as file:
            _check_columns(path, file.schema_arrow.names)
            columns = [name for name in COLUMNS if name in file.schema_arrow.names]
            number = 0
            for batch in file.iter_batches(_ROWS, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield f"{path}, row {number}", row
    except arrow.ArrowInvalid as e:
        raise InputError(f"{path}: no Parquet file, or a damaged one: {str(e).splitlines()[0]}") from e


def _check_columns(path: Path, names: list[str]) -> None:
    """Refuse a table whose rows cannot be articles."""
    if any("\udc80" <= c <= "\udcff" for name in names for c in name):
        raise InputError(f"{path}: not UTF-8; save the file as UTF-8")
    lacking = [name for name in ("id", "text") if name not in names]
    if lacking:
        raise InputError(
            f"{path}: no column {' and no column '.join(map(repr, lacking))}; its columns are "
            f"{', '.join(map(repr, names)) or 'none'}"
        )
