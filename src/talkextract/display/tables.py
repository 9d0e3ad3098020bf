"""A record as HTML tables: in short beside its article, or all of it with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pydantic import BaseModel

from ..record import Evidence, TalkRecord
from ..summary import Line, Row, rows_of
from .marks import KINDS, plain

__all__ = ["overview", "short", "whole"]


def short(record: TalkRecord, anchors: Mapping[str, str]) -> str:
    """The record in short, each value a link to its words: `anchors` gives the ids of their marks by JSON path."""
    rows = [
        f'<tr><th scope="row">{plain(row.label)}</th><td>{_cell(row, anchors)}</td></tr>' for row in rows_of(record)
    ]
    return f"<table><caption>{plain(record.document.id)}</caption><tbody>{''.join(rows)}</tbody></table>"


def _cell(row: Row, anchors: Mapping[str, str]) -> str:
    items = "".join(f"<li>{_line(line, anchors)}</li>" for line in row.items)
    return "<br>".join(_line(line, anchors) for line in row.lines) + (f"<ul>{items}</ul>" if items else "")


def _line(line: Line, anchors: Mapping[str, str]) -> str:
    if line.path is None:
        return f'<span class="tx-none">{plain(line.text)}</span>'
    anchor = anchors.get(line.path)
    return plain(line.text) if anchor is None else f'<a href="#{anchor}">{plain(line.text)}</a>'


def whole(record: TalkRecord) -> str:
    """Every part of the record that is not empty: a table each, a row an item, its evidence in the last column."""
    tables = []
    for part in KINDS:
        value = getattr(record, part)
        items = value if isinstance(value, tuple) else () if value is None else (value,)
        if items:
            tables.append(_part(part, items))
    if record.gaps:
        tables.append(f"<p><b>gaps</b> {plain(', '.join(record.gaps))}</p>")
    return "".join(tables)


def _part(title: str, items: Sequence[BaseModel]) -> str:
    """One part of a record; columns that no item fills are left out."""
    fields = [
        name for name in type(items[0]).model_fields
        if name != "evidence" and any(getattr(item, name) not in (None, ()) for item in items)
    ]  # fmt: skip
    grounds = [_evidence(item) for item in items]
    rows = [[_value(getattr(item, name)) for name in fields] for item in items]
    if not any(grounds):
        return _table(title, fields, rows)
    return _table(title, [*fields, "evidence"], ([*row, own] for row, own in zip(rows, grounds, strict=True)))


def overview(records: Iterable[TalkRecord]) -> str:
    """One row a record: its talk, when and where, who with whom, and what is missing."""
    columns = ("id", "kind", "date", "place", "sides", "heads", "gaps")
    return _table("", columns, map(_row, records))


def _row(record: TalkRecord) -> list[str]:
    talk, sides = record.talk, record.delegations
    place = talk.place.name if talk and talk.place else None
    return [
        *(f'<span class="tx-whole">{_value(value)}</span>' for value in (
            record.document.id, talk and talk.kind, talk and talk.date
        )),
        _value(place), _value(tuple(f"{s.country}: {', '.join(s.units)}" if s.units else s.country for s in sides)),
        _value(tuple(s.head for s in sides if s.head)), _value(record.gaps),
    ]  # fmt: skip


def _table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are HTML already."""
    head = "".join(f'<th scope="col">{plain(name)}</th>' for name in columns)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    caption = f"<caption>{plain(title)}</caption>" if title else ""
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _value(value: object) -> str:
    """A value as a cell; nothing found is an empty one."""
    if isinstance(value, BaseModel):
        return ", ".join(_value(v) for name, v in value if name != "evidence" and v is not None)
    if isinstance(value, tuple):
        return "<br>".join(map(_value, value))
    return "" if value is None else plain(str(value))


def _evidence(item: BaseModel) -> str:
    """The words that the values of an item rest on, with their offsets and rule, folded away."""
    found: tuple[Evidence, ...] = getattr(item, "evidence", ())
    place = getattr(item, "place", None)
    found = (*found, *(place.evidence if place is not None else ()))
    lines = "".join(
        f'<li>{plain(e.field)}: “{plain(e.text)}” <span class="tx-none">{e.start}–{e.end} {plain(e.source)}</span></li>'
        for e in found
    )
    return f"<details><summary>{len(found)}</summary><ul>{lines}</ul></details>" if found else ""
