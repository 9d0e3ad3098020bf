"""The files of the tables: CSV in UTF-8 with a header, read and checked cell by cell."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import regex

from ..edtf import first_day
from ..errors import RuleError

__all__ = ["TABLES", "Row", "read_table", "spellings"]


class Row(NamedTuple):
    """A row of a table and where it stands, for messages."""

    cells: tuple[str, ...]
    file: str
    line: int

    @property
    def where(self) -> str:
        """File and line, for messages."""
        return f"{self.file}, line {self.line}"


_COLUMNS = {
    "regions.csv": ("country", "code", "kind", "name", "spellings", "valid_from", "valid_to", "within", "source"),
    "communes.csv": ("code", "kind", "names", "valid_from", "valid_to", "source"),
    "gates.csv": (
        "id", "name", "spellings", "kind", "valid_from", "valid_to", "region", "region_2025", "counterparts",
        "other_country", "other_region", "source",
    ),
    "treaties.csv": ("id", "name", "kind", "countries", "signed", "in_force", "ended", "aliases", "source"),
    "abbreviations.csv": ("short", "long", "source"),
    "forces.csv": ("id", "heads", "level", "source"),
}  # fmt: skip
TABLES = tuple(_COLUMNS)
_KEYS = {
    "regions.csv": (0, 1, 2, 3, 5), "communes.csv": (0, 1, 3), "gates.csv": (0, 4), "treaties.csv": (0,),
    "abbreviations.csv": (0,), "forces.csv": (0, 2),
}  # fmt: skip
# What each column may hold; a column that is not here may hold any text but, where it is listed below, not nothing.
_DAY = (regex.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?"), "an ISO 8601 date, or nothing")
_ISO = (regex.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}"), "an ISO 3166-2 code as VN-01")
_ISO_OR_NOT = (regex.compile(r"(?:[A-Z]{2}-[A-Z0-9]{1,3})?"), "an ISO 3166-2 code as LA-HO, or nothing")
_COUNTRY = (regex.compile(r"[A-Z]{2}"), "an ISO 3166-1 code as VN")
_SOME = (regex.compile(r".*\S.*"), "a text")
_REGION_KINDS = (
    "province", "municipality", "capital", "autonomous_region", "prefecture", "city", "town", "district",
    "urban_district", "township", "commune", "ward", "special_zone",
)  # fmt: skip
_GATE_KINDS = ("international_gate", "main_gate", "bilateral_gate", "minor_gate", "crossing", "gate")
_PAPER_KINDS = (
    "treaty", "protocol", "arrangement", "memorandum", "minutes", "regulation", "statement", "plan", "legal_documents",
)  # fmt: skip


def _one_of(words: Iterable[str]) -> tuple[regex.Pattern[str], str]:
    return regex.compile("|".join(words)), "one of " + ", ".join(words)


_COMMON = {
    "source": _SOME, "name": _SOME, "names": _SOME, "id": _SOME, "short": _SOME, "long": _SOME, "valid_from": _DAY,
    "valid_to": _DAY, "signed": _DAY, "in_force": _DAY, "ended": _DAY, "code": _ISO, "region": _ISO,
    "region_2025": _ISO, "other_region": _ISO_OR_NOT, "country": _COUNTRY, "other_country": _COUNTRY,
    "countries": (regex.compile(r"[A-Z]{2}(?:\|[A-Z]{2})*"), "ISO 3166-1 codes as VN|LA"),
}  # fmt: skip
_CHECKS = {
    "regions.csv": _COMMON | {"kind": _one_of(_REGION_KINDS)},
    "communes.csv": _COMMON | {"kind": _one_of(_REGION_KINDS)},
    "gates.csv": _COMMON | {"kind": _one_of(_GATE_KINDS)},
    "treaties.csv": _COMMON | {"kind": _one_of(_PAPER_KINDS)},
    "abbreviations.csv": _COMMON,
    "forces.csv": _COMMON | {"level": _one_of(("province", "state")), "heads": _SOME},
}


def read_table(folders: Iterable[Path], file: str) -> list[Row]:
    """The rows of one table from all folders, later rows in the place of earlier ones of the same key; checked.

    Raises RuleError, naming file, line, column and cure, for a row that is not well-formed.
    """
    columns, keys = _COLUMNS[file], _KEYS[file]
    key_of = itemgetter(*keys)
    rows: dict[object, Row] = {}
    for folder in folders:
        path = folder / file
        if not path.is_file():
            continue
        here: dict[object, Row] = {}
        for row in _lines(path, columns):
            key = key_of(row.cells)
            if key in here:
                names = ", ".join(columns[k] for k in keys)
                raise RuleError(f"{row.where}: {names} are those of {here[key].where}; give each row a key of its own")
            here[key] = row
        rows |= here
    _check(list(rows.values()), file)
    return list(rows.values())


def _lines(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of one file below its header."""
    try:
        lines = csv.reader(path.read_text("utf-8-sig").splitlines(), strict=True)
        header = tuple(next(lines, ()))
        if header != columns:
            raise RuleError(f"{path.name}, line 1: the columns must be {','.join(columns)}, not {','.join(header)}")
        for cells in lines:
            if len(cells) != len(columns):
                if not cells:
                    continue
                raise RuleError(
                    f"{path.name}, line {lines.line_num}: {len(cells)} cells where the header has {len(columns)}; "
                    'put a cell that holds a comma in "…"'
                )
            yield Row(tuple(cells), path.name, lines.line_num)
    except UnicodeDecodeError as e:
        raise RuleError(f"{path.name}: byte {e.start} is not UTF-8; save the table as UTF-8") from e
    except csv.Error as e:
        raise RuleError(f"{path.name}: not a CSV file: {e}; close every quotation mark") from e


def _check(rows: list[Row], file: str) -> None:
    """Check every cell, each distinct value of a column once."""
    checks = _CHECKS[file]
    for index, column in enumerate(_COLUMNS[file]):
        if column in checks:
            pattern, expected = checks[column]
            bad = {value for value in {r.cells[index] for r in rows} if not pattern.fullmatch(value)}
            for row in rows if bad else ():
                if row.cells[index] in bad:
                    raise RuleError(f"{row.where}, column {column}: {row.cells[index]!r}; write {expected}")
    for row in rows:
        _check_row(row, dict(zip(_COLUMNS[file], row.cells, strict=True)))
    if file == "gates.csv":
        _check_gates(rows)


def _check_gates(rows: list[Row]) -> None:
    """Refuse a gate that is there under another id already: of two gates of one name in one province towards one state
    no article tells which it means.
    """
    known: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        cells = dict(zip(_COLUMNS["gates.csv"], row.cells, strict=True))
        first = known.setdefault((cells["name"], cells["region"], cells["other_country"]), row)
        if first.cells[0] != row.cells[0]:
            raise RuleError(
                f"{row.where}: {cells['name']} in {cells['region']} is {first.cells[0]} ({first.where}) already; give "
                "this row the same id to put it in that one's place, or drop it"
            )


def _check_row(row: Row, cells: dict[str, str]) -> None:
    """What the cells of a row say together: days of the calendar, in their order, and a region of its country."""
    for column in ("valid_from", "valid_to", "signed", "in_force", "ended"):
        if (day := cells.get(column, "")) and first_day(day) is None:
            raise RuleError(f"{row.where}, column {column}: {day!r} is no day of the calendar; write one as 2025-07-01")
    start, end = cells.get("valid_from", ""), cells.get("valid_to", "")
    if start and end and end < start:
        raise RuleError(f"{row.where}: valid_to {end} lies before valid_from {start}; change one of them")
    if "code" in cells and "country" in cells and not cells["code"].startswith(cells["country"] + "-"):
        raise RuleError(
            f"{row.where}, column code: {cells['code']} is no region of {cells['country']}; change one of them"
        )


def spellings(name: str, more: str) -> tuple[str, ...]:
    """A name and its other spellings."""
    return (name, *(s for s in more.split("|") if s)) if more else (name,)
