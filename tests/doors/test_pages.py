"""Saved pages on the command line, and the texts that the offsets of their records count in."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from support import ROOT, evidence_of
from talkextract.doors.cli import app

PAGE = (ROOT / "tests" / "pages" / "json_ld.html").read_bytes()
TEXT = "Ngày 16/9/2025, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào."


def run(*args: object) -> Result:
    result = CliRunner().invoke(app, [str(a) for a in args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def records(result: Result) -> dict[str, dict[str, object]]:
    return {r["document"]["id"]: r for r in map(json.loads, result.stdout.splitlines())}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").write_bytes(TEXT.encode())
    (tmp_path / "in" / "a.html").write_bytes(PAGE)
    (tmp_path / "in" / "c.HTM").write_bytes(PAGE)
    return tmp_path


def test_a_folder_may_mix_pages_and_texts(here: Path) -> None:
    result = run("extract", here / "in")
    assert (result.exit_code, result.stderr) == (0, "")
    assert list(records(result)) == ["a", "b", "c"]
    said = records(result)["a"]["document"]
    assert isinstance(said, dict)
    assert said["published"] == "2024-06-12T08:30+07:00"
    assert said["url"] == "https://mientaybac.example/dien-bien-phong-sa-ly-20240612083000.htm"


def test_a_page_and_a_text_of_one_stem_are_one_id_too_many(here: Path) -> None:
    (here / "in" / "a.txt").write_bytes(TEXT.encode())
    result = run("extract", here / "in")
    assert result.exit_code == 1
    assert list(records(result)) == ["a", "b", "c"]
    assert f"{here / 'in' / 'a.txt'}: the id 'a' is that of {here / 'in' / 'a.html'} already" in result.stderr


def test_a_page_that_cannot_be_read_is_named_and_the_rest_is_done(here: Path) -> None:
    (here / "in" / "c.HTM").write_bytes(b"%PDF-1.7")
    result = run("extract", here / "in")
    assert (result.exit_code, list(records(result))) == (1, ["a", "b"])
    assert f"error: {here / 'in' / 'c.HTM'}: no HTML was found" in result.stderr


def test_without_the_extra_pages_are_named_and_texts_are_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    result = run("extract", here / "in")
    assert (result.exit_code, list(records(result))) == (1, ["b"])
    assert "pip install 'talkextract[html]'" in result.stderr


def test_the_texts_kept_are_those_that_the_offsets_count_in(here: Path) -> None:
    result = run("extract", here / "in", "--texts", here / "more" / "texts")
    assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(p.name for p in (here / "more" / "texts").iterdir()) == ["a.txt", "b.txt", "c.txt"]
    checked = 0
    for name, record in records(result).items():
        text = (here / "more" / "texts" / f"{name}.txt").read_bytes().decode("utf-8")
        for e in evidence_of(record):
            assert text[e["start"] : e["end"]] == e["text"]
            checked += 1
    assert checked > 50


@pytest.mark.parametrize("texts", ["in", "in/../in"])
def test_texts_are_not_written_among_the_articles(here: Path, texts: str) -> None:
    result = run("extract", here / "in", "--texts", here / texts)
    assert result.exit_code == 2
    assert "holds articles that are read" in " ".join(result.stderr.split())
    assert sorted(p.name for p in (here / "in").iterdir()) == ["a.html", "b.txt", "c.HTM"]


@pytest.mark.parametrize("name", ["../up", "a/b", "a\\b", "n\0l"])
def test_an_id_that_is_no_file_name_keeps_no_text_and_loses_no_record(here: Path, name: str) -> None:
    (here / "many.jsonl").write_text(json.dumps({"id": name, "text": TEXT}))
    result = run("extract", here / "many.jsonl", "--texts", here / "texts")
    assert (result.exit_code, list(records(result))) == (1, [name])
    assert "is not kept: its id is no file name" in result.stderr
    assert [p for p in here.rglob("*") if p.suffix == ".txt" and p.parent != here / "in"] == []
