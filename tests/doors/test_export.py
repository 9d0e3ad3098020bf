"""Records to Parquet, JSON Lines, DuckDB and CSV, and back from Parquet."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import Result
from typer.testing import CliRunner

from records import CASES, corpus
from talkextract import Extractor, from_arrow, to_arrow
from talkextract.arrow import SCHEMA, extract_batch, write_parquet
from talkextract.doors import export as module
from talkextract.doors.batch import run_batch
from talkextract.doors.cli import app
from talkextract.doors.write import json_line
from talkextract.frames import TABLES, to_tables

NO_TEXT = "there is no text: it is None, or a missing value"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_text("".join(map(json_line, corpus())), "utf-8")
    return path


def run(source: Path, target: Path) -> Result:
    return CliRunner().invoke(app, ["export", str(source), "-o", str(target)])


def exported(source: Path, name: str) -> Path:
    target = source.with_name(name)
    result = run(source, target)
    assert (result.exit_code, result.output) == (0, "")
    return target


def test_parquet_holds_the_records_and_gives_them_back(records: Path) -> None:
    target = exported(records, "records.parquet")
    table = pq.read_table(target)
    assert table.schema.equals(SCHEMA, check_metadata=True)
    assert from_arrow(table) == corpus()
    back = exported(target, "back.jsonl")
    assert back.read_bytes() == records.read_bytes()


def test_the_same_rows_are_the_same_bytes_whatever_their_way(tmp_path: Path) -> None:
    cases, records = CASES[:28], corpus()[:28]
    source = tmp_path / "records.jsonl"
    source.write_text("".join(map(json_line, records)), "utf-8")
    first = exported(source, "first.parquet").read_bytes()
    assert exported(source, "second.parquet").read_bytes() == first
    assert exported(tmp_path / "first.parquet", "third.parquet").read_bytes() == first
    single = (batch for record in records for batch in to_arrow([record]).to_batches())
    write_parquet(single, tmp_path / "fourth.parquet")
    assert (tmp_path / "fourth.parquet").read_bytes() == first
    columns = {"text": [c.text for c in cases], "id": [c.id for c in cases], "published": [c.published for c in cases]}
    read = pa.Table.from_batches(map(extract_batch, pa.table(columns).to_batches(9)))
    bare = read.set_column(2, "warnings", pa.nulls(len(records), read.schema.field("warnings").type))
    write_parquet(bare.to_batches(), tmp_path / "fifth.parquet")
    assert (tmp_path / "fifth.parquet").read_bytes() == first


def test_row_groups_have_one_size_however_the_rows_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("talkextract.arrow._GROUP", 10)
    table = to_arrow(corpus()[:28])
    written = []
    for rows in (1, 3, 10, 28):
        write_parquet(table.to_batches(rows), tmp_path / "a.parquet")
        written.append((tmp_path / "a.parquet").read_bytes())
    assert set(written) == {written[0]}
    with pq.ParquetFile(tmp_path / "a.parquet") as file:
        assert [file.metadata.row_group(i).num_rows for i in range(file.num_row_groups)] == [10, 10, 8]


def test_no_records_make_files_with_columns(tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", "utf-8")
    assert pq.read_table(exported(empty, "a.parquet")).schema.equals(SCHEMA)
    assert exported(empty, "b.jsonl").read_bytes() == b""
    folder = exported(empty, "c")
    assert (folder / "topics.csv").read_text("utf-8") == '"document_id","item","topic"\n'
    with duckdb.connect(str(exported(empty, "d.duckdb"))) as base:
        assert base.execute("select count(*) from people").fetchall() == [(0,)]


def test_duckdb_holds_the_flat_tables_with_types_and_keys(records: Path) -> None:
    flat = to_tables(to_arrow(corpus()))
    with duckdb.connect(str(exported(records, "records.duckdb")), read_only=True) as base:
        assert {row[0] for row in base.execute("show tables").fetchall()} == set(TABLES)
        for name, table in flat.items():
            assert base.execute(f"from {name}").fetchall() == [tuple(row.values()) for row in table.to_pylist()]
        types = {name: kind for name, kind, *_ in base.execute("describe talks").fetchall()}
        assert (types["date_start"], types["round"], types["name"]) == ("DATE", "BIGINT", "VARCHAR")
        types = {name: kind for name, kind, *_ in base.execute("describe people").fetchall()}
        assert (types["roles"], types["country"]) == ("VARCHAR[]", "VARCHAR")
        assert base.execute("select typeof(value) from figures limit 1").fetchall() == [("DOUBLE",)]
        keys = base.execute(
            "select table_name, constraint_column_names from duckdb_constraints() where constraint_type = 'PRIMARY KEY'"
        )
        assert dict(keys.fetchall()) == {
            name: ["document_id"] if name == "documents" else ["document_id", "item"]
            for name in set(TABLES) - {"evidence"}
        }


def test_csv_is_a_file_a_table(records: Path) -> None:
    folder = exported(records, "tables")
    assert {path.name for path in folder.iterdir()} == {f"{name}.csv" for name in TABLES}
    for name, table in to_tables(to_arrow(corpus())).items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == table.num_rows
        for row, expected in zip(rows, table.to_pylist(), strict=True):
            assert list(row) == list(expected)
            for column, value in expected.items():
                if isinstance(value, list):
                    assert json.loads(row[column]) == value
                elif isinstance(value, float):
                    assert float(row[column]) == value
                else:
                    assert row[column] == ("" if value is None else str(value))


def test_a_day_in_csv_is_iso_8601(records: Path) -> None:
    with (exported(records, "tables") / "talks.csv").open(encoding="utf-8", newline="") as file:
        first = next(row for row in csv.DictReader(file) if row["document_id"] == CASES[0].id)
    assert (first["date_start"], first["date_end"]) == (str(date(2022, 11, 24)), str(date(2022, 11, 26)))


def test_a_line_that_holds_no_record_is_told_and_the_rest_is_there(records: Path) -> None:
    line = json.loads(corpus()[0].model_dump_json())
    line["talk"]["kind"] = "secret"
    lines = records.read_text("utf-8") + json.dumps(line) + "\n{\n"
    records.write_text(lines, "utf-8")
    result = run(records, records.with_name("a.parquet"))
    assert result.exit_code == 1
    count = len(corpus())
    told = result.stderr.splitlines()
    assert told[0].startswith(f"error: {records}, line {count + 1}: no record: talk.kind: Input should be 'talks'")
    assert told[1].startswith(f"error: {records}, line {count + 2}: not JSON")
    assert "secret" not in result.stderr
    assert from_arrow(pq.read_table(records.with_name("a.parquet"))) == corpus()


def test_articles_that_could_not_be_read_stay_in_parquet_and_are_told_elsewhere(tmp_path: Path) -> None:
    batch = extract_batch(pa.RecordBatch.from_pydict({"id": ["a", "b"], "text": ["Giá vàng.", None]}))
    write_parquet([batch], tmp_path / "a.parquet")
    assert pq.read_table(exported(tmp_path / "a.parquet", "b.parquet"))["error"].to_pylist() == [
        None,
        NO_TEXT,
    ]
    for name in ("b.jsonl", "b.duckdb", "b"):
        result = run(tmp_path / "a.parquet", tmp_path / name)
        assert result.exit_code == 1
        why = f"no record of 'b', which could not be read: {NO_TEXT}\n"
        assert result.stderr == f"error: {tmp_path / 'a.parquet'}: {why}"
    assert [json.loads(s)["document"]["id"] for s in (tmp_path / "b.jsonl").read_text().splitlines()] == ["a"]


@pytest.mark.parametrize("name", ["a.duckdb", "a"])
def test_records_of_one_id_are_refused_where_tables_need_it_unique(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ROWS", 2)  # the second comes in a later piece
    source = tmp_path / "records.jsonl"
    source.write_text("".join(map(json_line, [*corpus()[:3], corpus()[0]])), "utf-8")
    result = run(source, tmp_path / name)
    assert (result.exit_code, list(tmp_path.iterdir())) == (1, [source])
    assert result.stderr == f"error: the id {corpus()[0].document.id!r} is that of two records; ids must be unique\n"
    assert run(source, tmp_path / "b.parquet").exit_code == 0


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a.csv", "name a folder for them, such as a"),
        ("a.txt", "name a .parquet, .jsonl or .duckdb file"),
        ("no/a.parquet", "there is no folder"),
        ("full", "a folder of this name is there already"),
        ("full.parquet", "a folder of this name is there already"),
        ("file", "a file of this name is there already"),
        ("records.jsonl", "is the file that is read"),
    ],
)
def test_a_target_that_is_none_is_wrong_usage(name: str, message: str, records: Path) -> None:
    for folder in ("full", "full.parquet"):
        records.with_name(folder).mkdir()
        (records.with_name(folder) / "x").write_text("x")
    records.with_name("file").write_text("x")
    before = records.read_bytes()
    result = run(records, records.with_name("x").parent / name)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert records.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.json", b"{}", "neither a .jsonl nor a .parquet file"),
        ("a.jsonl", b"[\n{}]", "this is one JSON array"),
        ("a.jsonl", None, "no such file or directory"),
        ("a.parquet", None, "no such file or directory"),
        ("a.parquet", b"PAR1 and no more", "no Parquet file of records"),
    ],
)
def test_a_source_that_is_none_is_told(name: str, content: bytes | None, message: str, tmp_path: Path) -> None:
    source = tmp_path / name
    if content is not None:
        source.write_bytes(content)
    before = sorted(tmp_path.iterdir())
    result = run(source, tmp_path / "out.parquet")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"error: {source}: ")
    assert message in result.stderr
    assert sorted(tmp_path.iterdir()) == before


def test_a_run_in_shards_is_one_source(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": "Giá vàng tăng."}) + "\n" for n in range(3)]
    (tmp_path / "in.jsonl").write_text("".join(lines), "utf-8")
    extractor = Extractor()
    whole = [extractor.extract("Giá vàng tăng.", id=str(n)) for n in range(3)]
    for kind in ("parquet", "jsonl"):
        out = tmp_path / kind
        run_batch(extractor, tmp_path / "in.jsonl", out, shard_size=2, format=kind)
        assert exported(out, f"{kind}.jsonl").read_bytes() == "".join(map(json_line, whole)).encode()
        (out / f"part-00000.{kind}").unlink()
        result = run(out, tmp_path / "no.jsonl")
        assert (result.exit_code, result.stderr) == (
            1, f"error: {out}: the run in this folder is not complete; go on with it by batch --resume\n",
        )  # fmt: skip
    result = run(tmp_path, tmp_path / "no.jsonl")
    assert "no run of talkextract batch in this folder" in result.stderr


def test_another_parquet_file_is_told(tmp_path: Path) -> None:
    pq.write_table(pa.table({"a": [1]}), tmp_path / "a.parquet")
    result = run(tmp_path / "a.parquet", tmp_path / "b.jsonl")
    assert result.exit_code == 1
    assert "no Parquet file of records" in result.stderr


def test_a_file_that_was_there_is_replaced_when_the_new_one_is_whole(records: Path) -> None:
    target = records.with_name("a.parquet")
    target.write_bytes(b"old")
    broken = records.with_name("broken.jsonl")
    broken.write_text("[1]", "utf-8")
    assert run(broken, target).exit_code == 1
    assert target.read_bytes() == b"old"
    assert exported(records, "a.parquet").read_bytes() != b"old"
    assert sorted(p.name for p in records.parent.iterdir()) == ["a.parquet", "broken.jsonl", "records.jsonl"]


def test_without_pyarrow_the_command_names_the_extra(tmp_path: Path) -> None:
    code = """
import sys
sys.modules["pyarrow"] = None
from talkextract.doors.cli import main
sys.argv = ["talkextract", "export", "a.jsonl", "-o", "a.parquet"]
main()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr == "error: tables need pyarrow, which is not installed: pip install 'talkextract[tables]'\n"
