"""Records → events, and the events as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError
from rich.table import Table
from rich.text import Text

from ..cluster import Event
from ..errors import InputError, UsageError
from ..record import TalkRecord
from .manifest import shards_of
from .read import read_json_lines
from .terminal import STYLES, printable

__all__ = ["events_table", "read_records"]


def read_records(paths: Iterable[Path]) -> Iterator[TalkRecord | InputError]:
    """The records of .jsonl and .parquet files, and of folders of `talkextract batch`, lazily and in order; an error
    takes the place of a line that holds none, of a file that cannot be read, and of a record whose id came before.
    """
    seen: dict[str, str] = {}
    for path in paths:
        try:
            for where, record in _placed(path):
                name = record.document.id if isinstance(record, TalkRecord) else None
                if name in seen:
                    yield InputError(f"{where}: the id {name!r} is that of {seen[name]} already; ids must be unique")
                    continue
                if name is not None:
                    seen[name] = where
                yield record
        except InputError as e:
            yield e
        except (OSError, UsageError) as e:  # the latter: pyarrow is not installed
            yield InputError(f"{path}: {(getattr(e, 'strerror', None) or str(e)).lower()}")


def _placed(path: Path) -> Iterator[tuple[str, TalkRecord | InputError]]:
    """The records of one path, each with its place in words, or what is wrong there."""
    if path.is_dir():
        for shard in shards_of(path):
            yield from _placed(shard)
    elif path.suffix.lower() == ".parquet":
        from ..arrow import from_arrow  # who has JSON Lines needs no pyarrow
        from .export import read_tables

        tables = (table for table in read_tables(path) if not isinstance(table, InputError))
        records = (record for table in tables for record in from_arrow(table))
        yield from ((f"{path}, record {n}", record) for n, record in enumerate(records, 1))
    else:
        for item in read_json_lines(path):
            yield (str(path), item) if isinstance(item, InputError) else (item[0], _record(item[1], item[0]))


def _record(value: object, where: str) -> TalkRecord | InputError:
    """The record of a JSON value; an error names the place in it, and holds nothing of its text."""
    if not isinstance(value, dict):
        return InputError(f"{where}: no record: a record is a JSON object")
    try:
        return TalkRecord.model_validate(value)
    except ValidationError as e:
        first = e.errors(include_input=False, include_url=False, include_context=False)[0]
        place = ".".join(map(str, first["loc"]))
        return InputError(f"{where}: no record: {f'{place}: ' if place else ''}{first['msg'].lower()}")


def events_table(events: Iterable[Event]) -> Table:
    """One row an event: its day, what it was, between whom, its articles, and what they say differently."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("date", "event", "sides", "articles", "differ in"):
        table.add_column(name, overflow="fold", no_wrap=name == "date", vertical="top")
    for event in events:
        number = f" {event.talk.round}" if event.talk.round is not None else ""
        sides = [f"{side.country} {'; '.join(side.units) or side.head or ''}" for side in event.delegations]
        table.add_row(
            Text(event.talk.date or "—"),
            Text(printable(f"{event.talk.kind}{number}"), style=STYLES["talk"]),
            Text(printable("\n".join(sides))),
            Text(printable("\n".join(d.id for d in event.documents))),
            Text(printable("\n".join(c.path for c in event.conflicts)), style="yellow"),
        )  # fmt: skip
    return table
