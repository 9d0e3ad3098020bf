"""The command `cluster`: files of records in, events out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from support import ROOT
from talkextract import Extractor
from talkextract.cluster import Clustering, Event
from talkextract.doors.batch import run_batch
from talkextract.doors.cli import app

TEXT = "Ngày {day}/11/2022, Bộ Chỉ huy Bộ đội Biên phòng tỉnh Sơn La hội đàm {round}với Bộ Chỉ huy Quân sự tỉnh Hủa Phăn, Lào."
TOLD = {
    "a": TEXT.format(day=24, round=""),
    "b": TEXT.format(day=24, round="") + " Hai bên tuần tra song phương 32 lần.",
    "c": TEXT.format(day=28, round=""),
    "none": "Giá vàng hôm nay tăng tại các cửa hàng của Hà Nội.",
}


def run(*args: object) -> Result:
    result = CliRunner().invoke(app, [str(a) for a in args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def write(path: Path, texts: dict[str, str]) -> Path:
    extractor = Extractor()
    path.write_text("".join(extractor.extract(t, id=k).model_dump_json() + "\n" for k, t in texts.items()), "utf-8")
    return path


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return write(tmp_path / "records.jsonl", TOLD)


def test_one_event_a_line(records: Path) -> None:
    result = run("cluster", records)
    assert result.exit_code == 0
    events = [Event.model_validate_json(line) for line in result.stdout.splitlines()]
    assert [[d.id for d in e.documents] for e in events] == [["a", "b"], ["c"]]
    assert result.stderr == "4 records: 2 events, 1 of them told more than once; 1 records without a talk\n"


def test_json_is_one_object_with_all_that_is_found(records: Path, tmp_path: Path) -> None:
    assert run("cluster", records, "--format", "json", "-o", tmp_path / "events.json").exit_code == 0
    found = Clustering.model_validate_json((tmp_path / "events.json").read_text("utf-8"))
    assert (len(found.events), found.without_talk) == (2, ("none",))


def test_the_table_shows_day_sides_articles_and_differences(records: Path) -> None:
    lines = run("cluster", records, "--format", "table").stdout
    for shown in ("2022-11-24", "2022-11-28", "talks", "VN", "Hủa Phăn"):
        assert shown in lines


def test_what_could_be_of_two_events_is_named(tmp_path: Path) -> None:
    texts = {
        "a": TEXT.format(day=24, round="lần thứ 12 "),
        "b": TOLD["b"],
        "c": TEXT.format(day=24, round="lần thứ 13 "),
    }
    result = run("cluster", write(tmp_path / "r.jsonl", texts))
    assert (
        "warning: b is joined to neither a nor c, though it agrees with both: the rounds are 12 and 13" in result.stderr
    )
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 3)


def test_what_is_no_record_is_named_and_the_rest_is_done(records: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.jsonl"
    line = records.read_text("utf-8").splitlines()[0]
    more.write_text(f"{{}}\n[1]\nno json\n{line}\n{line.replace(chr(34) + 'a' + chr(34), '7', 1)}\n", "utf-8")
    result = run("cluster", records, more, tmp_path / "gone.jsonl")
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 2)
    for told in (
        f"error: {more}, line 1: no record: document: field required",
        f"error: {more}, line 2: no record: a record is a JSON object",
        f"error: {more}, line 3: not JSON",
        f"error: {more}, line 4: the id 'a' is that of {records}, line 1 already",
        f"error: {more}, line 5: no record: document.id: input should be a valid string",
        f"error: {tmp_path / 'gone.jsonl'}: no such file or directory",
    ):
        assert told in result.stderr
    assert "Hủa Phăn" not in result.stderr


def test_records_of_a_run_in_shards_and_of_parquet_files_are_clustered_too(records: Path, tmp_path: Path) -> None:
    lines = [json.dumps({"id": key, "text": text}) + "\n" for key, text in TOLD.items()]
    (tmp_path / "in.jsonl").write_text("".join(lines), "utf-8")
    run_batch(Extractor(), tmp_path / "in.jsonl", tmp_path / "out", shard_size=3)
    shards = [tmp_path / "out" / f"part-0000{n}.parquet" for n in (0, 1)]
    expected = run("cluster", records)
    for paths in ([tmp_path / "out"], shards):
        result = run("cluster", *paths)
        assert (result.exit_code, result.stdout) == (0, expected.stdout)

    again = run("cluster", tmp_path / "out", shards[0])
    assert f"error: {shards[0]}, record 1: the id 'a' is that of {shards[0]}, record 1 already" in again.stderr
    shards[0].write_bytes(b"x")
    result = run("cluster", *shards, tmp_path)
    assert f"error: {shards[0]}: no Parquet file of records" in result.stderr
    assert f"error: {tmp_path}: no run of talkextract batch in this folder" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("1 records: 0 events")


def test_the_events_are_not_written_over_the_records(records: Path) -> None:
    before = records.read_bytes()
    assert run("cluster", records, "-o", records).exit_code == 2
    assert records.read_bytes() == before


def test_the_bytes_are_the_same_whatever_the_hash_seed_and_the_order(records: Path, tmp_path: Path) -> None:
    turned = tmp_path / "turned.jsonl"
    turned.write_text("".join(reversed(records.read_text("utf-8").splitlines(keepends=True))), "utf-8")
    seen = set()
    for seed, path in (("0", records), ("1", turned)):
        done = subprocess.run(
            [sys.executable, "-m", "talkextract", "cluster", path], capture_output=True, check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": seed},
        )  # fmt: skip
        seen.add(done.stdout)
    (line, *_), = (out.splitlines() for out in seen)  # fmt: skip
    assert json.loads(line)["schema_version"] == "1"
