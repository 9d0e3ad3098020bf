"""Records as flat tables in normal form, for pandas, polars and SQL.

`TABLES` has the columns of each. `documents` has a row an article; its key is `document_id`. Every other table but
`evidence` has a row an item of a record (`talks`: the talk and the other talks); its key is `document_id` with `item`,
the item's JSON path in the record (`talk`, `people[0]`). A row of `evidence` names its item and a field of that: both
together are the JSON path of the value that it supports.

The columns are those of `talkextract.arrow.SCHEMA`, but that the place of a talk is three columns (`place`,
`place_country`, `place_region`), and a figure's `value` a float alone.

pandas, polars and pyarrow come with the extra `tables`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin, overload

from pydantic import BaseModel

from . import record as models
from .arrow import ROWS, SCHEMA, to_arrow
from .articles import ExtractFailure, Extraction
from .errors import UsageError
from .extras import load
from .record import TalkRecord

# isort: split
# After `arrow`, which says what to do where it is missing.
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["TABLES", "to_frames", "to_tables"]

# The tables of items: the model of a row, and the parts of the record that rows come from.
_ITEMS: dict[str, tuple[type[BaseModel], tuple[str, ...]]] = {
    "talks": (models.Talk, ("talk", "other_talks")),
    "delegations": (models.Delegation, ("delegations",)),
    "people": (models.Person, ("people",)),
    "units": (models.Unit, ("units",)),
    "agreements": (models.Agreement, ("agreements",)),
    "border_points": (models.BorderPoint, ("border_points",)),
    "figures": (models.Figure, ("figures",)),
    "topics": (models.Topic, ("topics",)),
    "dates": (models.DateEntry, ("dates",)),
}
_PARTS = [name for name in SCHEMA.names if name == "document" or any(name in parts for _, parts in _ITEMS.values())]
_KEY = [pa.field("document_id", pa.string()), pa.field("item", pa.string())]


def _struct(part: str) -> pa.StructType:
    """The type of one item of a part of the record."""
    kind = SCHEMA.field(part).type
    return kind.value_type if pa.types.is_list(kind) else kind


def _columns(kind: pa.StructType) -> Iterator[tuple[pa.Field, list[str]]]:
    """The columns of a struct, each with its path in it; those of a struct in it have its name before theirs."""
    for field in kind:
        if pa.types.is_struct(field.type):
            for inner, path in _columns(field.type):
                name = field.name if inner.name == "name" else f"{field.name}_{inner.name}"
                yield inner.with_name(name), [field.name, *path]
        elif field.name not in ("evidence", "value_json"):
            yield field, [field.name]


def _table(part: str) -> pa.Schema:
    return pa.schema([*_KEY, *(field for field, _ in _columns(_struct(part)))])


TABLES: dict[str, pa.Schema] = {
    "documents": pa.schema(
        [_KEY[0], *(f for f, _ in _columns(_struct("document")) if f.name != "id"), SCHEMA.field("gaps")]
    ),
    **{name: _table(parts[0]) for name, (_, parts) in _ITEMS.items()},
    "evidence": pa.schema([*_KEY, *_struct("document").field("evidence").type.value_type]),
}


@overload
def to_frames(
    records: Iterable[TalkRecord | Extraction | ExtractFailure] | pa.Table, *, engine: Literal["pandas"] = "pandas"
) -> dict[str, pd.DataFrame]: ...


@overload
def to_frames(
    records: Iterable[TalkRecord | Extraction | ExtractFailure] | pa.Table, *, engine: Literal["polars"]
) -> dict[str, pl.DataFrame]: ...


def to_frames(
    records: Iterable[TalkRecord | Extraction | ExtractFailure] | pa.Table,
    *,
    engine: Literal["pandas", "polars"] = "pandas",
) -> dict[str, pd.DataFrame] | dict[str, pl.DataFrame]:
    """The records, or a table of `to_arrow`, as frames by the names of `TABLES`; failures give no rows.

    Without records the frames are empty and have their columns and types all the same. Days are `datetime64` in pandas
    and `Date` in polars, whole numbers `Int64`, closed lists categories in the order of the contract, lists tuples in
    pandas and `List` in polars. What is not there is the engine's missing value.

    Raises UsageError where two records have one `document.id`, or the engine is unknown or not installed, and what
    `to_arrow` raises.
    """
    if engine not in ("pandas", "polars"):
        raise UsageError(f"engine must be 'pandas' or 'polars', not {engine!r}")
    library = load(engine, "tables")
    make: Callable[..., Any] = _pandas if engine == "pandas" else _polars
    tables = to_tables(records if isinstance(records, pa.Table) else to_arrow(records))
    return {name: make(library, table, _closed(name)) for name, table in tables.items()}


def to_tables(table: pa.Table) -> dict[str, pa.Table]:
    """The Arrow tables of `TABLES` for a table of `talkextract.arrow.SCHEMA`; rows with an `error` give nothing.

    Raises UsageError where it is no such table, and where two records have one `document.id`, as no key would tell
    their items apart.
    """
    try:
        table = table.select(SCHEMA.names).cast(SCHEMA)
    except (KeyError, pa.ArrowInvalid, pa.ArrowNotImplementedError) as e:
        raise UsageError(f"no table of records, make it with to_arrow: {e}") from e
    ids = Counter(pc.struct_field(table["document"], "id").drop_null().to_pylist())
    twice = [key for key, count in ids.items() if count > 1]
    if twice:
        raise UsageError(f"{len(twice)} ids are those of several records ({twice[0]!r} is one); ids must be unique")
    pieces = [_tables_of(batch) for batch in table.to_batches(ROWS)]
    return {
        name: pa.concat_tables([piece[name] for piece in pieces] or [schema.empty_table()])
        for name, schema in TABLES.items()
    }


class _Items(NamedTuple):
    """The items of a part of some records: the row and id of each one's record, its JSON path, itself."""

    rows: pa.Array
    ids: pa.Array
    paths: pa.Array
    values: pa.StructArray


def _tables_of(batch: pa.RecordBatch) -> dict[str, pa.Table]:
    """The tables of one batch."""
    found = {part: _items(batch, part) for part in _PARTS}
    tables = {name: [_rows(found[part]) for part in parts] for name, (_, parts) in _ITEMS.items()}
    documents = found["document"]
    tables["documents"] = [_rows(documents).append_column("gaps", batch["gaps"].take(documents.rows))]
    tables["evidence"] = [piece for items in found.values() for piece in _evidence(items)]
    return {
        name: pa.concat_tables(tables[name]).sort_by("row").select(schema.names)  # a stable sort
        for name, schema in TABLES.items()
    }


def _items(batch: pa.RecordBatch, part: str) -> _Items:
    """The items of a part, in their order."""
    column, ids = batch[part], pc.struct_field(batch["document"], "id")
    if pa.types.is_list(column.type):
        counts = pc.list_value_length(column).to_pylist()
        paths = pa.array([f"{part}[{i}]" for count in counts for i in range(count or 0)], pa.string())
        rows, values = pc.list_parent_indices(column), pc.list_flatten(column)
    else:
        rows = pc.indices_nonzero(pc.is_valid(column)).cast(pa.int64())
        paths, values = pa.repeat(part, len(rows)), column.take(rows)
    return _Items(rows, ids.take(rows), paths, values)


def _rows(items: _Items) -> pa.Table:
    """A row an item."""
    values = {field.name: pc.struct_field(items.values, path) for field, path in _columns(items.values.type)}
    return pa.table({"row": items.rows, "document_id": items.ids, "item": items.paths, **values})


def _evidence(items: _Items) -> Iterator[pa.Table]:
    """A row a piece of evidence: that of the items, and that of their places."""
    for place in [[], ["place"]] if items.values.type.get_field_index("place") >= 0 else [[]]:
        lists = pc.struct_field(items.values, [*place, "evidence"])
        owners, pieces = pc.list_parent_indices(lists), pc.list_flatten(lists)
        columns = {field.name: pc.struct_field(pieces, field.name) for field in pieces.type}
        columns["field"] = pc.binary_join_element_wise("".join(f"{name}." for name in place), columns["field"], "")
        names = {"row": items.rows, "document_id": items.ids, "item": items.paths}
        yield pa.table({name: column.take(owners) for name, column in names.items()} | columns)


def _closed(name: str) -> dict[str, list[str]]:
    """The columns of a table that hold one value of a closed list, with the list."""
    out = {}
    for column, field in _ITEMS[name][0].model_fields.items() if name in _ITEMS else ():
        for kind in (field.annotation, *get_args(field.annotation)):
            if get_origin(kind) is Literal and get_origin(field.annotation) is not tuple:
                out[column] = list(get_args(kind))
    return out


def _pandas(pandas: Any, table: pa.Table, closed: dict[str, list[str]]) -> pd.DataFrame:
    """A pandas frame."""
    frame: pd.DataFrame = table.to_pandas(types_mapper={pa.int64(): pandas.Int64Dtype()}.get, date_as_object=False)
    for field in table.schema:
        if pa.types.is_list(field.type):
            frame[field.name] = frame[field.name].map(tuple, na_action="ignore")
        elif field.name in closed:
            frame[field.name] = frame[field.name].astype(pandas.CategoricalDtype(closed[field.name]))
    return frame


def _polars(polars: Any, table: pa.Table, closed: dict[str, list[str]]) -> pl.DataFrame:
    """A polars frame."""
    frame: pl.DataFrame = polars.from_arrow(table)
    return frame.with_columns(polars.col(column).cast(polars.Enum(values)) for column, values in closed.items())
