"""Records, of a file or of a run in shards → Parquet, JSON Lines, a DuckDB file, or a folder of CSV files.

Parquet and JSON Lines hold the records as they are (`talkextract.arrow` and record.py say how), DuckDB and CSV the flat
tables of `talkextract.frames`. The records go through some at a time; what is written is renamed into place when it is
whole.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import ValidationError

from ..arrow import ROWS, SCHEMA, from_arrow, to_arrow, write_parquet
from ..errors import InputError, UsageError
from ..extras import load
from ..frames import TABLES, to_tables
from ..record import TalkRecord
from .golds import is_array
from .manifest import shards_of
from .read import read_json_lines
from .write import json_line, whole

# isort: split
# After `arrow`, which says what to do where it is missing.
import pyarrow as pa
from pyarrow.csv import CSVWriter
from pyarrow.parquet import ParquetFile

__all__ = ["check_target", "export", "read_tables"]

_Tables = Iterator[pa.Table]

# The types of SQL for those of `TABLES`, and the keys of its tables.
_SQL = {"string": "VARCHAR", "int64": "BIGINT", "double": "DOUBLE", "date32[day]": "DATE"}
_KEYS = {**dict.fromkeys(TABLES, ("document_id", "item")), "documents": ("document_id",), "evidence": ()}


def check_target(target: Path) -> None:
    """Raises UsageError where `target` is nothing that `export` writes to."""
    suffix = target.suffix.lower()
    if not target.parent.is_dir():
        raise UsageError(f"{target}: there is no folder {target.parent}")
    if suffix == ".csv":
        raise UsageError(
            f"{target}: each table has a CSV file of its own; name a folder for them, such as {target.stem}"
        )
    if suffix not in _WRITERS:
        raise UsageError(f"{target}: name a .parquet, .jsonl or .duckdb file, or a folder (for CSV) without a suffix")
    if target.is_dir() and (suffix or any(target.iterdir())):
        raise UsageError(f"{target}: a folder of this name is there already; name another")
    if not suffix and target.exists() and not target.is_dir():
        raise UsageError(
            f"{target}: a file of this name is there already, and CSV files go into a folder; name another"
        )


def export(source: Path, target: Path) -> list[InputError]:
    """Write the records of `source` to `target`, in the format that its suffix names; gives what could not be read.

    Raises InputError where `source` holds no records, UsageError where `check_target` refuses `target`, where a
    library is missing, and where two records have one id, by which the flat tables tell them apart; OSError where
    `target` cannot be written. Nothing is left behind then.
    """
    check_target(target)
    problems: list[InputError] = []

    def tables() -> _Tables:
        for item in read_tables(source):
            if isinstance(item, InputError):
                problems.append(item)
                continue
            if target.suffix.lower() != ".parquet":
                problems.extend(_unread(source, item))
            yield item

    with whole(target) as draft:
        _WRITERS[target.suffix.lower()](tables(), draft)
    return problems


def _unread(source: Path, table: pa.Table) -> Iterator[InputError]:
    """The rows of articles that could not be read, for which only a file of rows has a place."""
    for row in table.select(["id", "error"]).filter(table["error"].is_valid()).to_pylist():
        yield InputError(f"{source}: no record of {row['id']!r}, which could not be read: {row['error']}")


def read_tables(path: Path) -> Iterator[pa.Table | InputError]:
    """The records of a .jsonl or .parquet file, or of the folder of a complete run of `talkextract batch`, as tables of
    `SCHEMA`, some rows each; an error in place of a line that holds none. Raises InputError where a file cannot be
    read, or is no such file.
    """
    if path.is_dir():
        for shard in shards_of(path):
            yield from read_tables(shard)
        return
    suffix = path.suffix.lower()
    if suffix not in (".jsonl", ".parquet"):
        raise InputError(f"{path}: neither a .jsonl nor a .parquet file")
    try:
        yield from _read_parquet(path) if suffix == ".parquet" else _read_jsonl(path)
    except OSError as e:
        raise InputError(f"{path}: {(e.strerror or str(e)).lower()}") from e


def _read_parquet(path: Path) -> _Tables:
    try:
        with ParquetFile(path) as file:
            for batch in file.iter_batches(ROWS):
                yield pa.Table.from_batches([batch]).select(SCHEMA.names).cast(SCHEMA)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, KeyError) as e:
        raise InputError(f"{path}: no Parquet file of records: {e}") from e


def _read_jsonl(path: Path) -> Iterator[pa.Table | InputError]:
    if is_array(path):
        raise InputError(f"{path}: this is one JSON array; write the records one a line, with --format jsonl")
    records: list[TalkRecord] = []
    for item in read_json_lines(path):
        record = item if isinstance(item, InputError) else _record(*item)
        if isinstance(record, InputError):
            yield record
            continue
        records.append(record)
        if len(records) == ROWS:
            yield to_arrow(records)
            records = []
    if records:
        yield to_arrow(records)


def _record(where: str, value: object) -> TalkRecord | InputError:
    """The record that a line holds, or what is wrong with it, without its values."""
    try:
        return TalkRecord.model_validate(value)
    except ValidationError as e:
        first = e.errors(include_input=False, include_url=False)[0]
        return InputError(f"{where}: no record: {'.'.join(map(str, first['loc']))}: {first['msg']}")


def _write_parquet(tables: _Tables, path: Path) -> None:
    write_parquet((batch for table in tables for batch in table.to_batches()), path)


def _write_jsonl(tables: _Tables, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as sink:
        for table in tables:
            sink.writelines(map(json_line, from_arrow(table)))


def _flat(tables: _Tables) -> Iterator[dict[str, pa.Table]]:
    """The flat tables, some records at a time. Raises UsageError where two have one id."""
    seen: set[str] = set()
    for table in tables:
        flat = to_tables(table)
        ids = flat["documents"]["document_id"].to_pylist()
        if twice := seen.intersection(ids):
            raise UsageError(f"the id {min(twice)!r} is that of two records; ids must be unique")
        seen.update(ids)
        yield flat


def _write_duckdb(tables: _Tables, path: Path) -> None:
    duckdb = load("duckdb", "tables")
    try:
        with duckdb.connect(str(path)) as base:
            for name, schema in TABLES.items():
                columns = [f'"{field.name}" {_SQL.get(str(field.type), "VARCHAR[]")}' for field in schema]
                keys = [f"PRIMARY KEY ({', '.join(_KEYS[name])})"] if _KEYS[name] else []
                base.execute(f"CREATE TABLE {name} ({', '.join([*columns, *keys])})")
            for flat in _flat(tables):
                for name, table in flat.items():
                    base.register("piece", table)
                    base.execute(f"INSERT INTO {name} SELECT * FROM piece")  # noqa: S608  our own names
    except duckdb.IOException as e:
        raise OSError(str(e)) from e


def _write_csv(tables: _Tables, folder: Path) -> None:
    """A CSV file a table: UTF-8, a header, nothing where a value is missing, lists as JSON."""
    folder.mkdir()
    schemas = {name: pa.schema([(f.name, pa.string() if pa.types.is_list(f.type) else f.type) for f in schema])
               for name, schema in TABLES.items()}  # fmt: skip
    writers = {name: CSVWriter(folder / f"{name}.csv", schema) for name, schema in schemas.items()}
    try:
        for flat in _flat(tables):
            for name, table in flat.items():
                writers[name].write_table(_with_json(table).cast(schemas[name]))
    finally:
        for writer in writers.values():
            writer.close()


def _with_json(table: pa.Table) -> pa.Table:
    """A table with its lists as JSON."""
    for i, field in enumerate(table.schema):
        if pa.types.is_list(field.type):
            lists = [json.dumps(value, ensure_ascii=False) for value in table.column(i).to_pylist()]
            table = table.set_column(i, field.name, pa.array(lists, pa.string()))
    return table


_WRITERS: dict[str, Callable[[_Tables, Path], None]] = {
    ".parquet": _write_parquet, ".jsonl": _write_jsonl, ".duckdb": _write_duckdb, "": _write_csv,
}  # fmt: skip
