"""Records as Arrow tables, and the kernel that engines run: a batch of articles in, a batch of records out.

`SCHEMA` is the shape of both: one row an article, nested as the record is, its keys in their order.
Beside the record stand

* `id`: the record's `document.id`; of an article that could not be read the id that came with it, null where none did;
* `error`: why an article could not be read; null where it was. The columns of the record are null where `error` is not;
* `warnings`: what `Extraction.warnings` says; null where only the record is known;
* `text`: the text that the offsets refer to; null unless it is asked for.

Inside the record stand, next to every EDTF value `x`, its first and last day as `x_start` and `x_end` (null where an
end is open or the year unsaid), `published_day` next to `published`, and `value_json` next to a figure's `value`. They
are for sorting, joining and plotting: a record is read from the other columns.

pyarrow comes with the extra `tables`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from .articles import COLUMNS, ExtractFailure, Extraction, article_of
from .edtf import first_day, iso_day, last_day
from .errors import UsageError
from .many import extract_alone
from .pipeline import Extractor
from .record import TalkRecord

try:  # not by `extras.load`, which gives no types
    import pyarrow as pa
except ImportError as e:
    raise UsageError("tables need pyarrow, which is not installed: pip install 'talkextract[tables]'") from e

__all__ = ["SCHEMA", "extract_batch", "from_arrow", "to_arrow", "write_parquet"]

_TEXT, _WHOLE, _DAY = pa.string(), pa.int64(), pa.date32()


def _many(kind: pa.DataType) -> pa.ListType:
    """A list; its items have the name that Parquet gives them, so that a file brings the same schema back."""
    return pa.list_(pa.field("element", kind))


_TEXTS = _many(_TEXT)
_EVIDENCE = _many(
    pa.struct({"field": _TEXT, "start": _WHOLE, "end": _WHOLE, "text": _TEXT, "source": _TEXT}),
)


def _item(**fields: pa.DataType) -> pa.StructType:
    """A part of the record: its fields, and its evidence."""
    return pa.struct({**fields, "evidence": _EVIDENCE})


def _edtf(name: str) -> dict[str, pa.DataType]:
    """An EDTF value and its two days."""
    return {name: _TEXT, f"{name}_start": _DAY, f"{name}_end": _DAY}


_DOCUMENT = _item(
    id=_TEXT, title=_TEXT, publisher=_TEXT, published=_TEXT, published_day=_DAY, url=_TEXT, authors=_TEXTS,
    photographers=_TEXTS,
)  # fmt: skip
_TALK = _item(
    kind=_TEXT, status=_TEXT, name=_TEXT, series=_TEXT, round=_WHOLE, **_edtf("date"), mode=_TEXT,
    place=_item(name=_TEXT, country=_TEXT, region=_TEXT), **_edtf("period"),
)  # fmt: skip
SCHEMA: pa.Schema = pa.schema(
    {
        "id": _TEXT,
        "error": _TEXT,
        "warnings": _TEXTS,
        "text": _TEXT,
        "schema_version": _TEXT,
        "document": _DOCUMENT,
        "talk": _TALK,
        "delegations": _many(_item(country=_TEXT, units=_TEXTS, head=_TEXT)),
        "people": _many(
            _item(name=_TEXT, rank=_TEXT, position=_TEXT, unit=_TEXT, country=_TEXT, roles=_TEXTS),
        ),
        "units": _many(_item(name=_TEXT, kind=_TEXT, country=_TEXT, region=_TEXT, parent=_TEXT, id=_TEXT)),
        "agreements": _many(
            _item(name=_TEXT, kind=_TEXT, status=_TEXT, **_edtf("signed"), countries=_TEXTS, id=_TEXT),
        ),
        "border_points": _many(
            _item(
                name=_TEXT, kind=_TEXT, number=_TEXT, country=_TEXT, counterpart=_TEXT, proposed_kind=_TEXT, id=_TEXT
            ),
        ),
        # A float to reckon with; the JSON number keeps 2480 apart from 2480.0, and whole numbers of any size.
        "figures": _many(
            _item(value=pa.float64(), value_json=_TEXT, unit=_TEXT, category=_TEXT, what=_TEXT),
        ),
        "topics": _many(_item(topic=_TEXT)),
        "dates": _many(_item(text=_TEXT, **_edtf("value"))),
        "other_talks": _many(_TALK),
        "gaps": _TEXTS,
    },
    metadata={"talkextract.schema_version": "1"},
)

# The parts of a record that hold EDTF values, and their names.
_DATED = {"talk": ("date", "period"), "other_talks": ("date", "period"), "agreements": ("signed",), "dates": ("value",)}
_STRINGS = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null)
# Rows of a batch: the evidence of many more would not fit the 2 GB that the strings of one array may hold.
ROWS = 1024
# Rows of a row group of a Parquet file.
_GROUP = 8 * ROWS


def to_arrow(records: Iterable[TalkRecord | Extraction | ExtractFailure], *, keep_text: bool = False) -> pa.Table:
    """A table of `SCHEMA`, a row a record, in their order; no records give a table of no rows.

    An `Extraction` brings its warnings, and with `keep_text` its text; an `ExtractFailure` is a row with its id and an
    `error`. `from_arrow` gives the same records back. Raises UsageError, naming the position, where an item is none of
    these, or holds a whole number of more than 64 bits elsewhere than as a figure's value.
    """
    items = enumerate(records)
    batches: list[pa.RecordBatch] = []
    while some := [(i, _row(i, item, keep_text)) for i, item in islice(items, ROWS)]:
        try:
            batches.append(_batch([row for _, row in some]))
        except (pa.ArrowInvalid, OverflowError):
            wrong = next(i for i, row in some if not _fits(row))
            raise UsageError(f"records[{wrong}] holds a whole number of more than 64 bits") from None
    return pa.Table.from_batches(batches, SCHEMA)


def from_arrow(table: pa.Table | pa.RecordBatch) -> list[TalkRecord]:
    """The records of a table or batch of `SCHEMA`, in the order of its rows; rows with an `error` hold none.

    Columns are found by their names, so that what an engine or a file format makes of the types (large strings,
    dictionaries) does not matter, nor further columns. Raises UsageError where a column of the record is missing, or,
    naming the row and the path, where a row holds no record.
    """
    missing = [name for name in TalkRecord.model_fields if name not in table.column_names]
    if missing:
        raise UsageError(f"no table of records: the columns {missing} are missing; make it with to_arrow")
    names = [*TalkRecord.model_fields, *(["error"] if "error" in table.column_names else [])]
    return [_record(i, row) for i, row in enumerate(_rows_of(table.select(names))) if row.pop("error", None) is None]


def write_parquet(batches: Iterable[pa.RecordBatch], path: str | Path) -> None:
    """Write batches of `SCHEMA` as one Parquet file.

    The same rows give the same bytes (by one release of pyarrow), however they are cut into batches.
    """
    from pyarrow.parquet import ParquetWriter

    with ParquetWriter(path, SCHEMA, compression="zstd") as writer:
        waiting = SCHEMA.empty_table()
        for batch in batches:
            waiting = pa.concat_tables([waiting, pa.Table.from_batches([batch], SCHEMA)])
            while waiting.num_rows >= _GROUP:
                writer.write_table(waiting.slice(0, _GROUP).combine_chunks())
                waiting = waiting.slice(_GROUP)
        if waiting.num_rows:
            writer.write_table(waiting.combine_chunks())


def extract_batch(
    batch: pa.RecordBatch, *, rules: str | Path | Iterable[str | Path] = (), keep_text: bool = False
) -> pa.RecordBatch:
    """The records of a batch of articles, as a batch of `SCHEMA`: a row an article, in their order.

    `batch` has a column `text` of strings (large ones, views and dictionaries too), and may have `id`, `published` and
    `url`, null where an article has none; ids may be whole numbers, dates of publication days or times. Its other
    columns are let be: a crawl has many, and the ids join them to the records. What cannot be read (no text, a date of
    publication that is none) is a row with its id and an `error`, and stops nothing. A batch is to have some thousand
    rows: the strings of one column can be 2 GB.

    `rules` are folders as of `Extractor`; a process makes one extractor of them when they are first needed, and keeps
    it. Every argument can be sent to another process. Raises UsageError where there are no texts, RuleError where a
    rule is wrong.
    """
    articles = _articles(batch)
    folders = (rules,) if isinstance(rules, str | Path) else rules
    extractor = _extractor(tuple(str(folder) for folder in folders))
    return _batch([_extracted(extractor, row, keep_text) for row in articles])


@cache
def _extractor(rules: tuple[str, ...]) -> Extractor:
    """The one extractor of a process for these folders."""
    return Extractor(rules=rules)


def _batch(rows: list[dict[str, Any]]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist(rows, SCHEMA)


def _fits(row: dict[str, Any]) -> bool:
    """Whether a row's whole numbers have 64 bits at most."""
    try:
        _batch([row])
    except (pa.ArrowInvalid, OverflowError):
        return False
    return True


def _row(i: int, item: object, keep_text: bool) -> dict[str, Any]:
    """A row of a record, an extraction or a failure."""
    if isinstance(item, TalkRecord):
        return _row_of(item)
    if isinstance(item, Extraction):
        return _row_of(item.record, warnings=item.warnings, text=item.text if keep_text else None)
    if isinstance(item, ExtractFailure):
        return {"id": item.id, "error": item.reason}
    raise UsageError(f"records[{i}] must be a TalkRecord, Extraction or ExtractFailure, not {type(item).__name__}")


def _row_of(record: TalkRecord, **beside: object) -> dict[str, Any]:
    """A row of a record, with what stands beside it."""
    row = record.model_dump()
    document = row["document"]
    document["published_day"] = iso_day(document["published"] or "")
    for item, name in _edtf_values(row):
        item[f"{name}_start"], item[f"{name}_end"] = first_day(item[name]), last_day(item[name])
    for figure in row["figures"]:
        figure["value_json"] = json.dumps(figure["value"])
        figure["value"] = _as_float(figure["value"])
    return {"id": document["id"], **beside, **row}


def _edtf_values(row: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Every part of a row that holds an EDTF value, with the value's name."""
    for part, names in _DATED.items():
        for item in row[part] if isinstance(row[part], list | tuple) else filter(None, [row[part]]):
            for name in names:
                yield item, name


def _as_float(value: float) -> float | None:
    """A number as a float; None for a whole number that is too large for one."""
    try:
        return float(value)
    except OverflowError:
        return None


def _extracted(extractor: Extractor, row: dict[str, Any], keep_text: bool) -> dict[str, Any]:
    """The row of one article."""
    article = article_of(row)
    done = extract_alone(extractor, article)
    text = article.text if keep_text else None
    if isinstance(done, Extraction):
        return _row_of(done.record, warnings=done.warnings, text=text)
    return {"id": article.id, "error": str(done), "text": text}


def _articles(batch: pa.RecordBatch) -> list[dict[str, Any]]:
    """The rows of a batch, with the columns of an article. Raises UsageError where it has no texts."""
    names = [name for name in batch.schema.names if name in COLUMNS]
    if "text" not in names or len(set(names)) < len(names):
        raise UsageError(f"a batch of articles has one column 'text'; the columns of this one are {batch.schema.names}")
    kind = batch.schema.field("text").type
    kind = kind.value_type if pa.types.is_dictionary(kind) else kind
    if not any(is_kind(kind) for is_kind in _STRINGS):
        raise UsageError(f"the column 'text' holds {kind}, not strings; decode bytes first (UTF-8)")
    rows: list[dict[str, Any]] = batch.select(names).to_pylist()
    return rows


def _rows_of(table: pa.Table | pa.RecordBatch) -> Iterator[dict[str, Any]]:
    """The rows, a batch at a time."""
    for batch in [table] if isinstance(table, pa.RecordBatch) else table.to_batches(ROWS):
        yield from batch.to_pylist()


def _record(i: int, row: dict[str, Any]) -> TalkRecord:
    """The record of a row. Raises UsageError with what is wrong and where, but not with the values."""
    try:
        row["document"].pop("published_day", None)
        for item, name in _edtf_values(row):
            item.pop(f"{name}_start", None)
            item.pop(f"{name}_end", None)
        for figure in row["figures"]:
            figure["value"] = json.loads(figure.pop("value_json"))
        return TalkRecord.model_validate(row)
    except ValidationError as e:
        first = e.errors(include_input=False, include_url=False)[0]
        path = ".".join(map(str, first["loc"]))
        raise UsageError(f"row {i} holds no record: {path}: {first['msg']}") from None
    except (AttributeError, TypeError, KeyError, ValueError) as e:
        raise UsageError(f"row {i} holds no record: {type(e).__name__}") from None
