"""Compiled patterns that are kept: read instead of compiled, and made anew where a file is not what is wanted."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import regex

from support import ROOT, SEEDS
from talkextract import patterns
from talkextract.patterns import compile_kept

PATTERN = r"(?i:lần thứ )(?P<value>[IVXL]+)"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(patterns, "_folder", lambda: tmp_path / "kept")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The patterns that are compiled from now on."""
    seen: list[str] = []
    real: Callable[[str], regex.Pattern[str]] = regex.compile

    def compile_and_note(pattern: str) -> regex.Pattern[str]:
        seen.append(pattern)
        return real(pattern)

    monkeypatch.setattr(regex, "compile", compile_and_note)
    return seen


def test_a_pattern_is_compiled_once(folder: Path, compiled: list[str]) -> None:
    first, second = compile_kept("a", PATTERN), compile_kept("a", PATTERN)
    assert compiled == [PATTERN]
    assert len(list(folder.iterdir())) == 1
    for each in (first, second):
        m = each.match("Lần thứ XIII, năm 2025")
        assert m is not None
        assert (m["value"], m.span("value"), each.pattern, each.groupindex) == ("XIII", (8, 12), PATTERN, {"value": 1})
    assert first.flags == second.flags


def test_another_pattern_of_that_name_takes_its_place(folder: Path, compiled: list[str]) -> None:
    compile_kept("a", PATTERN)
    assert compile_kept("a", "lần").match("Lần") is None
    assert compile_kept("a", "lần").pattern == "lần"
    assert compiled == [PATTERN, "lần"]
    assert len(list(folder.iterdir())) == 1


def test_another_release_of_regex_compiles_anew(
    folder: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_kept("a", PATTERN)
    monkeypatch.setattr(regex, "__version__", "another")
    compile_kept("a", PATTERN)
    assert compiled == [PATTERN, PATTERN]


@pytest.mark.parametrize("damage", [lambda b: b"", lambda b: b[:20], lambda b: b[:-1], lambda b: b[:-1] + b"x"])
def test_a_damaged_file_is_made_anew(folder: Path, compiled: list[str], damage: Callable[[bytes], bytes]) -> None:
    compile_kept("a", PATTERN)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert compile_kept("a", PATTERN).match("lần thứ II")
    assert compiled == [PATTERN, PATTERN]
    assert file.read_bytes()[:32] == whole[:32]


def test_where_nothing_can_be_written_nothing_is(folder: Path, compiled: list[str]) -> None:
    folder.write_text("a file where the folder would be", "utf-8")
    for _ in range(2):
        assert compile_kept("a", PATTERN).match("lần thứ II")
    assert compiled == [PATTERN, PATTERN]


def test_a_file_that_cannot_take_its_place_leaves_no_draft(folder: Path, compiled: list[str]) -> None:
    compile_kept("a", PATTERN)
    (file,) = folder.iterdir()
    file.unlink()
    file.mkdir()  # what no file can replace
    assert compile_kept("a", PATTERN).match("lần thứ II")
    assert compiled == [PATTERN, PATTERN]
    assert list(folder.iterdir()) == [file]


def test_others_may_read_what_one_kept(folder: Path) -> None:
    compile_kept("a", PATTERN)
    (file,) = folder.iterdir()
    assert file.stat().st_mode & 0o777 == 0o644


def test_where_python_keeps_nothing_nothing_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compile_kept("a", PATTERN).match("lần thứ II")
    assert not folder.exists()


def test_what_is_no_pattern_is_refused_and_not_kept(folder: Path) -> None:
    with pytest.raises(regex.error):
        compile_kept("a", "(")
    assert not folder.exists()


COUNTED = f"""
import sys
from pathlib import Path
import regex
from talkextract import extract, patterns
sys.dont_write_bytecode = False
patterns._folder = lambda: Path(sys.argv[1])
done, real = [], regex.compile
regex.compile = lambda *given: done.append(given) or real(*given)
record = extract(Path({str(next(SEEDS.glob("001*.txt")))!r}).read_text("utf-8"))
print(len(done), record.model_dump_json())
"""


def test_a_second_process_compiles_no_rule_and_reads_the_same(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", COUNTED, str(tmp_path)]
    first, second = (
        subprocess.run(command, capture_output=True, text=True, env=env, check=True).stdout.split(" ", 1)
        for _ in range(2)
    )
    assert int(first[0]) > 40
    assert int(second[0]) == 0
    assert first[1] == second[1]
