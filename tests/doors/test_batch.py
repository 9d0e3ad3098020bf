"""Runs in shards: the same bytes however they are run, what is refused, what is told, what a kill leaves."""

from __future__ import annotations

import gzip
import json
import os
import pickle
import re
import resource
import signal
import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import Any

import load
import pandas as pd
import pytest
from pyarrow.parquet import read_table
from soak import killed_and_resumed
from typer.testing import CliRunner

from dying import Dying
from support import ROOT
from talkextract import Article, Extractor, InputError, UsageError, from_arrow
from talkextract.doors import batch, cli, corpora
from talkextract.doors.batch import run_batch
from talkextract.doors.read import Found, read_articles
from talkextract.doors.survey import survey
from talkextract.pipeline import _default

MADE = list(islice(load.articles(seed=3), 14))
ARTICLES = [made.article for made in MADE]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """One that has read such articles before: what it has compiled goes with it to the processes."""
    for made in MADE:
        _default().extract(made.article["text"])
    return _default()


@pytest.fixture(scope="module")
def dying(extractor: Extractor) -> Dying:
    dying = Dying.__new__(Dying)
    dying.__setstate__(extractor.__getstate__())
    return dying


class Inline:
    """What processes do, in this one; messages are pickled all the same."""

    def __init__(self, state: object) -> None:
        self._state = pickle.loads(pickle.dumps(state))

    def call(self, function: Any, argument: object) -> Any:
        return pickle.loads(pickle.dumps(function(self._state, pickle.loads(pickle.dumps(argument)))))

    def close(self) -> None:
        pass


@pytest.fixture
def inline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No processes, whose start takes a second, where a test is about something else."""
    monkeypatch.setattr(batch, "Processes", Inline)


def write(path: Path, lines: list[Any]) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write(tmp_path / "in.jsonl", ARTICLES)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def records(folder: Path) -> list[Any]:
    return [r for path in sorted(folder.glob("part-*.parquet")) for r in from_arrow(read_table(path))]


def errors(folder: Path) -> list[Any]:
    return [json.loads(line) for line in (folder / "errors.jsonl").read_text("utf-8").splitlines()]


# ---- what is written


def test_the_bytes_are_the_same_whatever_the_workers(extractor: Extractor, source: Path, tmp_path: Path) -> None:
    totals = [run_batch(extractor, source, tmp_path / str(n), workers=n, shard_size=4) for n in (1, 2)]
    assert totals[0] == totals[1]
    assert files(tmp_path / "1") == files(tmp_path / "2")
    assert list(files(tmp_path / "1")) == [
        "errors.jsonl", "manifest.json", "part-00000.parquet", "part-00001.parquet", "part-00002.parquet", "part-00003.parquet",
    ]  # fmt: skip
    assert records(tmp_path / "1") == list(extractor.extract_many(ARTICLES))
    talks = sum(made.gold["talk"] is not None for made in MADE)
    manifest = json.loads((tmp_path / "1" / "manifest.json").read_text("utf-8"))
    assert (totals[0].records, totals[0].talks, totals[0].errors) == (14, talks, 0)
    assert (manifest["state"], manifest["rules"], manifest["shard_size"]) == ("complete", extractor.rules_hash, 4)
    assert manifest["input"]["bytes"] == source.stat().st_size
    assert [shard["records"] for shard in manifest["shards"]] == [4, 4, 4, 2]


def test_every_kind_of_input_holds_the_same_articles(tmp_path: Path) -> None:
    rows = pd.DataFrame(ARTICLES)
    plain = write(tmp_path / "a.jsonl", ARTICLES)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(plain.read_bytes()))
    rows.to_csv(tmp_path / "a.csv", index=False)
    rows.assign(extra=1, published=pd.to_datetime(rows["published"])).to_parquet(
        tmp_path / "a.parquet", row_group_size=5
    )
    for path in tmp_path.iterdir():
        found = list(read_articles([path]))
        assert [f.article for f in found if isinstance(f, Found)] == [Article(**a) for a in ARTICLES]
        assert survey(path).items == len(ARTICLES)
    first = next(iter(read_articles([tmp_path / "a.parquet"])))
    assert isinstance(first, Found)
    assert first.where == f"{tmp_path / 'a.parquet'}, row 1"


@pytest.mark.usefixtures("inline")
def test_a_folder_of_texts_and_pages(extractor: Extractor, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    text = ARTICLES[0]["text"]
    (tmp_path / "in" / "b.txt").write_text(text, "utf-8")
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n") if line)
    page = (
        f"<html><head><title>Hội đàm</title></head><body><article><h1>Hội đàm</h1>{paragraphs}</article></body></html>"
    )
    (tmp_path / "in" / "a.html").write_text(page, "utf-8")
    run_batch(extractor, tmp_path / "in", tmp_path / "out", published="2020-01-01")
    of_page, of_text = records(tmp_path / "out")
    assert of_text == extractor.extract(text, id="b", published="2020-01-01")
    assert (of_page.document.id, of_page.talk.name) == ("a", of_text.talk.name)
    kept, _ = read_table(tmp_path / "out" / "part-00000.parquet")["text"].to_pylist()
    assert all(kept[e.start : e.end] == e.text for e in of_page.talk.evidence)

    lines = tmp_path / "lines"
    run_batch(extractor, tmp_path / "in", lines, published="2020-01-01", format="jsonl")
    whole = files(lines)
    assert [json.loads(line) for line in whole["texts-00000.jsonl"].decode().splitlines()] == [
        {"id": "a", "text": kept}, {"id": "b", "text": text},
    ]  # fmt: skip
    (lines / "texts-00000.jsonl").unlink()
    run_batch(extractor, tmp_path / "in", lines, published="2020-01-01", format="jsonl", resume=True)
    assert files(lines) == whole


@pytest.mark.usefixtures("inline")
def test_json_lines_for_shards(extractor: Extractor, source: Path, tmp_path: Path) -> None:
    run_batch(extractor, source, tmp_path / "out", format="jsonl", shard_size=10)
    lines = [
        line for n in (0, 1) for line in (tmp_path / "out" / f"part-0000{n}.jsonl").read_text("utf-8").splitlines()
    ]
    assert lines == [r.model_dump_json() for r in extractor.extract_many(ARTICLES)]


@pytest.mark.usefixtures("inline")
def test_what_gives_no_record_is_an_error_in_its_place(dying: Dying, tmp_path: Path) -> None:
    a, b, c = ARTICLES[:3]
    lines = [
        a,
        {"id": "bad"},
        {**b, "published": "hôm qua"},
        {**c, "id": a["id"]},
        c,
        {"id": "broken", "text": "break"},
    ]
    source = write(tmp_path / "in.jsonl", lines)
    with source.open("ab") as sink:
        sink.write(b'\n{"id": "\xff"}\n')
    total = run_batch(dying, source, tmp_path / "out", shard_size=3)
    assert [r.document.id for r in records(tmp_path / "out")] == [a["id"], c["id"]]
    assert (total.records, total.errors) == (2, 5)
    told = errors(tmp_path / "out")
    assert [(e["position"], e["id"]) for e in told] == [
        (1, "bad"), (2, b["id"]), (3, a["id"]), (5, "broken"), (6, None),
    ]  # fmt: skip
    words = [e["reason"].removeprefix(f"{source}, line ") for e in told]
    assert words[0].startswith("2: no 'text'; a line is")
    assert words[1].startswith("3: published must be an ISO 8601 date")
    assert words[2] == f"4: the id '{a['id']}' is that of {source}, line 1 already; ids must be unique"
    assert words[3].startswith("6: a defect of talkextract, please report it: KeyError at dying.py:")
    assert words[4].startswith("8: not UTF-8: byte 0xff")


@pytest.mark.usefixtures("inline")
def test_a_file_of_a_folder_that_cannot_be_read_stops_nothing(extractor: Extractor, tmp_path: Path) -> None:
    source = tmp_path / "in"
    (source / "a.txt").mkdir(parents=True)
    (source / "b.txt").write_text(ARTICLES[0]["text"], "utf-8")
    total = run_batch(extractor, source, tmp_path / "out")
    assert (total.records, total.errors) == (1, 1)
    assert errors(tmp_path / "out") == [{"id": "a", "position": 0, "reason": f"{source / 'a.txt'}: is a directory"}]
    (source / "a.txt").rmdir()
    (source / "a.txt").write_text("x", "utf-8")
    with pytest.raises(UsageError, match="the input is not what this run was begun with"):
        run_batch(extractor, source, tmp_path / "out", resume=True)


def test_an_article_that_kills_every_process_is_an_error(dying: Dying, tmp_path: Path) -> None:
    lines = [*ARTICLES[:2], {"id": "deadly", "text": "die"}, ARTICLES[2]]
    total = run_batch(dying, write(tmp_path / "in.jsonl", lines), tmp_path / "out")
    assert (total.records, total.errors) == (3, 1)
    (told,) = errors(tmp_path / "out")
    assert "line 3: a worker process was killed by signal 9 (SIGKILL) whenever it read this article" in told["reason"]


# ---- what is gone on with, and what is refused


@pytest.mark.usefixtures("inline")
def test_what_is_done_is_not_done_again(extractor: Extractor, source: Path, tmp_path: Path) -> None:
    run_batch(extractor, source, tmp_path / "whole", shard_size=4)
    out = tmp_path / "out"
    counted: list[int] = []

    class StopError(Exception):
        pass

    def begin(items: int) -> Any:
        def tell(n: int, _: object) -> None:
            counted.append(n)
            if sum(counted) >= 8:
                raise StopError

        return tell

    with pytest.raises(StopError):
        run_batch(extractor, source, out, shard_size=4, begin=begin)
    assert json.loads((out / "manifest.json").read_text("utf-8"))["state"] == "running"
    before = {p: p.stat().st_mtime_ns for p in (out / "part-00000.parquet", out / "part-00001.parquet")}
    (out / ".part-00002.parquet.99.part").write_bytes(b"half")
    run_batch(extractor, source, out, shard_size=4, resume=True)
    assert {p: p.stat().st_mtime_ns for p in before} == before
    assert files(out) == files(tmp_path / "whole")
    changed = {p: p.stat().st_mtime_ns for p in out.iterdir()}
    assert run_batch(extractor, source, out, shard_size=4, resume=True).records == 14
    assert {p: p.stat().st_mtime_ns for p in out.iterdir()} == changed
    (out / "part-00003.parquet").unlink()
    run_batch(extractor, source, out, shard_size=4, resume=True)
    assert files(out) == files(tmp_path / "whole")


@pytest.mark.usefixtures("inline")
@pytest.mark.parametrize("format", ["parquet", "jsonl"])
def test_a_shard_that_was_damaged_is_written_again(
    extractor: Extractor, source: Path, tmp_path: Path, format: str
) -> None:
    out = tmp_path / "out"
    run_batch(extractor, source, out, shard_size=4, format=format)
    written = files(out)
    damaged = out / f"part-00001.{format}"
    damaged.write_bytes(damaged.read_bytes().replace(b"1", b"2", 1))
    run_batch(extractor, source, out, shard_size=4, format=format, resume=True)
    assert files(out) == written

    class StopError(Exception):
        pass

    def begin(_: int) -> Any:
        def tell(*_: object) -> None:
            raise StopError

        return tell

    broken_off = tmp_path / "broken-off"
    with pytest.raises(StopError):
        run_batch(extractor, source, broken_off, shard_size=4, format=format, begin=begin)
    shard = broken_off / f"part-00000.{format}"
    shard.write_bytes(shard.read_bytes()[:-1])
    run_batch(extractor, source, broken_off, shard_size=4, format=format, resume=True)
    assert files(broken_off) == written


@pytest.mark.usefixtures("inline")
def test_other_terms_are_refused_without_force(extractor: Extractor, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_batch(extractor, source, out, shard_size=10)
    before = files(out)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "forces.csv").write_text("id,heads,level,source\n", "utf-8")
    for words, change in {
        "--shard-size is not what this run was begun with": {"shard_size": 5},
        "--published, --shard-size are not what": {"shard_size": 5, "published": "2020-01-01"},
        "--format is not what": {"shard_size": 10, "format": "jsonl"},
        "holds a run already; go on with it by --resume, or begin anew with --force": {"resume": False},
    }.items():  # fmt: skip
        with pytest.raises(UsageError, match=words):
            run_batch(extractor, source, out, **{"resume": True, **change})  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="the rules and tables are not what"):
        run_batch(Extractor(rules=tmp_path / "own"), source, out, shard_size=10, resume=True)
    source.write_text(source.read_text("utf-8").replace("hội đàm", "Hội đàm"), "utf-8")
    with pytest.raises(UsageError, match="the input is not what"):
        run_batch(extractor, source, out, shard_size=10, resume=True)
    assert files(out) == before
    run_batch(extractor, source, out, format="jsonl", resume=True, force=True)
    assert list(files(out)) == ["errors.jsonl", "manifest.json", "part-00000.jsonl"]


def test_a_folder_of_others_is_let_be(extractor: Extractor, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter.txt").write_text("mine", "utf-8")
    for options in ({}, {"resume": True}, {"force": True}, {"resume": True, "force": True}):
        with pytest.raises(UsageError, match="not empty, and no run of talkextract batch; name an empty folder"):
            run_batch(extractor, source, out, **options)  # type: ignore[arg-type]
    assert files(out) == {"letter.txt": b"mine"}
    (out / "manifest.json").write_text('{"name": "an app"}', "utf-8")
    with pytest.raises(InputError, match="no manifest of talkextract batch; name another folder"):
        run_batch(extractor, source, out, force=True)


@pytest.mark.usefixtures("inline")
def test_two_runs_do_not_write_to_one_folder(extractor: Extractor, source: Path, tmp_path: Path) -> None:
    def begin(_: int) -> Any:
        with pytest.raises(UsageError, match="another run writes here"):
            run_batch(extractor, source, tmp_path / "out", resume=True)
        return lambda *_: None

    assert run_batch(extractor, source, tmp_path / "out", begin=begin).records == 14


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.jsonl", None, "no such file"),
        ("a.doc", b"x", "neither a .txt, .html, .jsonl, .jsonl.gz, .csv nor .parquet file"),
        ("a.jsonl", b"", "no article in it"),
        ("a.jsonl.gz", b"x", "no gzip file, or a damaged one"),
        (
            "a.jsonl.gz",
            gzip.compress(b'{"id": "1", "text": "x"}', mtime=0)[:20],
            "the gzip file ends before its end; copy it again",
        ),
        ("a.parquet", b"x", "no Parquet file, or a damaged one"),
        ("a.csv", b"id,body\n1,x\n", "no column 'text'; its columns are 'id', 'body'"),
        ("a.csv", "id,text\n1,x\n".encode("utf-16"), "not UTF-8; save the file as UTF-8"),
        ("a.csv", b"", "no column 'id' and no column 'text'; its columns are none"),
    ],
)
def test_an_input_that_holds_no_article(
    extractor: Extractor, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=re.escape(words)):
        run_batch(extractor, tmp_path / name, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("inline")
def test_rows_of_a_csv_file_that_are_none(extractor: Extractor, tmp_path: Path) -> None:
    rows = b'\xef\xbb\xbfid,text,published\n1,"hai d\xc3\xb2ng\n, \xc4\x91\xc3\xbang",\n2,x\n3,\xff,\n4,x,2020-01-01\n\n5,"open,'
    (tmp_path / "a.csv").write_bytes(rows)
    run_batch(extractor, tmp_path / "a.csv", tmp_path / "out")
    found = [(r.document.id, r.document.published) for r in records(tmp_path / "out")]
    assert found == [("1", None), ("4", "2020-01-01")]
    assert [e["reason"].removeprefix(f"{tmp_path / 'a.csv'}, ") for e in errors(tmp_path / "out")] == [
        "line 4: 2 cells where the header has 3", "line 5: not UTF-8; save the file as UTF-8", "line 8: not CSV: unexpected end of data",
    ]  # fmt: skip


def test_a_folder_that_cannot_be_made(extractor: Extractor, source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(UsageError, match=r"cannot make the folder .*: not a directory"):
        run_batch(extractor, source, tmp_path / "file" / "out")


# ---- the command line


@pytest.mark.usefixtures("inline")
def test_the_command_line(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    monkeypatch.setattr(corpora, "Extractor", lambda: extractor)

    def batch(*args: str) -> Any:
        return CliRunner().invoke(cli.app, ["batch", str(source), str(tmp_path / "out"), *args], env={"COLUMNS": "300"})

    done = batch("--workers", "1", "--shard-size", "5")
    assert (done.exit_code, done.stderr) == (0, "")
    assert re.fullmatch(r"14 records · \d+ with a talk\n", done.stdout)
    again = batch()
    assert again.exit_code == 2
    assert "go on with it by --resume" in again.stderr
    assert batch("--published", "hôm qua", "--force").exit_code == 2
    with source.open("a", encoding="utf-8") as sink:
        sink.write("{}\n")
    failed = batch("--force")
    assert failed.exit_code == 1
    assert failed.stdout.endswith(f" · 1 not read, see {tmp_path / 'out' / 'errors.jsonl'}\n")
    source.unlink()
    assert batch("--resume").stderr == f"error: {source}: no such file or directory\n"


# What the command line does, with an extractor that need not compile anything.
SCRIPT = """
import pickle, sys
from talkextract.doors import cli, corpora
warm = pickle.load(open(sys.argv.pop(1), "rb"))
corpora.Extractor = lambda: warm
cli.main()
"""


@pytest.fixture
def command(extractor: Extractor, tmp_path: Path) -> list[str]:
    (tmp_path / "warm").write_bytes(pickle.dumps(extractor))
    return [sys.executable, "-c", SCRIPT, str(tmp_path / "warm"), "batch"]


ENV = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def test_a_disk_that_is_full_is_told_and_the_run_is_gone_on_with(
    command: list[str], extractor: Extractor, source: Path, tmp_path: Path, inline: None
) -> None:
    command += [str(source), str(tmp_path / "out"), "--shard-size", "7", "--workers", "1"]

    def full() -> None:  # no file can grow beyond this: what writes to it fails as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(command, capture_output=True, text=True, env=ENV, check=False, preexec_fn=full)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"error: cannot write {tmp_path / 'out' / 'part-00000.parquet'}: file too large",
        "error: 0 of 14 articles are done and stand; once that is mended, go on with --resume",
    ]
    assert list(files(tmp_path / "out")) == ["manifest.json"]
    assert run_batch(extractor, source, tmp_path / "out", shard_size=7, resume=True).records == 14
    assert records(tmp_path / "out") == list(extractor.extract_many(ARTICLES))


def test_ctrl_c_says_how_to_go_on(command: list[str], tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", [m.article for m in islice(load.articles(), 400)])
    command += [str(source), str(tmp_path / "out"), "--shard-size", "2", "--workers", "1", "--format", "jsonl"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=ENV, start_new_session=True) as run:
        while not (tmp_path / "out" / ".part-00001.json").exists():
            assert run.poll() is None
        os.killpg(run.pid, signal.SIGINT)
        _, err = run.communicate(timeout=20)
    assert run.returncode == 130
    assert re.fullmatch(r"error: stopped; \d+ of 400 articles are done and stand; go on with --resume\n", err)


def test_kill_9_at_any_moment_loses_nothing_and_doubles_nothing(command: list[str], tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", [m.article for m in islice(load.articles(), 100)])
    options = [str(source), "--shard-size", "5", "--workers", "2", "--format", "jsonl"]
    told = killed_and_resumed([*command, *options], tmp_path, kills=4, seed=11, env=ENV)
    assert told.kills == 4
    assert told.broken_off >= 1  # at least one kill left some of the shards, but not all
