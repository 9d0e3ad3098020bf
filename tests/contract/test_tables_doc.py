"""docs/tables.md says the truth: its blocks are run, its lists of columns are those of the schemas."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pyarrow as pa
import pytest
from typer.testing import CliRunner

from support import ROOT
from talkextract.arrow import SCHEMA
from talkextract.doors.cli import app
from talkextract.frames import TABLES, to_frames

PAGE = (ROOT / "docs" / "tables.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)


def test_the_blocks_run_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [name for name, _ in BLOCKS].count("python") >= 6
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    space: dict[str, object] = {}
    for name, block in BLOCKS:
        if name == "python":
            exec(compile(block, "docs/tables.md", "exec"), space)
            continue
        for line in block.splitlines():
            program, *args = shlex.split(line, comments=True)
            if program != "pip":
                result = CliRunner().invoke(app, args)
                assert (program, result.exit_code) == ("talkextract", 0), (line, result.output)
    assert {path.name for path in tmp_path.iterdir()} == {
        "seeds", "records.jsonl", "records.parquet", "records.duckdb", "tables", "again.jsonl", "run.parquet",
    }  # fmt: skip
    space["base"].close()  # type: ignore[attr-defined]


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table below a heading."""
    section = PAGE.split(f"\n## {heading}\n")[1]
    table = re.search(r"^\|.*\n\|[-|]+\|\n((?:\|.*\n)+)", section, flags=re.MULTILINE)
    assert table
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[1].splitlines()]


def described(fields: pa.Schema | pa.StructType, before: str = "") -> list[list[str]]:
    """Name and type of every field, those of structs after it; evidence and other_talks have theirs told once."""
    out = []
    for field in fields:
        kind, many = field.type, pa.types.is_list(field.type)
        kind = kind.value_type if many else kind
        if field.name == "evidence":
            continue
        name = "struct" if pa.types.is_struct(kind) else {"double": "float64"}.get(str(kind), str(kind))
        word = name.removesuffix("[day]")
        out.append([f"`{before}{field.name}`", f"list&lt;{word}&gt;" if many else word])
        if pa.types.is_struct(kind) and field.name != "other_talks":
            out += described(kind, f"{before}{field.name}{'[]' * many}.")
    return out


def test_the_nested_table_is_told_field_by_field() -> None:
    assert [row[:2] for row in rows("The nested table")] == described(SCHEMA)


def test_the_flat_tables_are_told_column_by_column() -> None:
    told = {name.strip("`"): re.findall(r"`(\w+)`", columns) for name, columns in rows("The flat tables")}
    assert told == {name: schema.names for name, schema in TABLES.items()}


def test_closed_lists_are_told_as_such() -> None:
    told = {name.strip("`") for name, _, what in rows("The nested table") if what.startswith("closed list")}
    frames = to_frames([], engine="polars")
    enums = {
        f"{name}[].{c}" for name, f in frames.items() for c, kind in f.schema.items() if str(kind).startswith("Enum")
    }
    assert told - {"people[].roles"} == {name.replace("talks[]", "talk") for name in enums}
