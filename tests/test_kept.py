"""Compiled patterns that one process keeps for the next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

from talkextract import kept
from talkextract.kept import compile_pattern

LONG = r"(?P<post>(?i:đồn trưởng|phó đồn trưởng|chính trị viên)) (?P<name>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){1,4})(?=,|\.|$)(?!\d)"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of the test's own, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    new_process()
    yield tmp_path
    new_process()


def new_process() -> None:
    """Forget what this process has compiled or read, as the next one has done neither."""
    kept._kept.cache_clear()
    kept._compiled.clear()


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_next_process_takes_a_pattern_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_pattern(LONG)
    kept._keep()
    new_process()
    monkeypatch.setattr(kept.regex, "compile", lambda _: pytest.fail("compiled anew"))
    found = compile_pattern(LONG).match("Đồn trưởng Lê Văn An, hôm nay")
    assert found is not None
    assert found.groupdict() == {"post": "Đồn trưởng", "name": "Lê Văn An"}
    assert len(files(folder)) == 1


def test_what_was_kept_before_stays(folder: Path) -> None:
    for text in (LONG, LONG + "(?!x)"):
        compile_pattern(text)
        kept._keep()
        new_process()
    assert kept._kept().keys() == {LONG, LONG + "(?!x)"}


@pytest.mark.parametrize("content", [b"", b"no marshal", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_written_anew(folder: Path, content: bytes) -> None:
    compile_pattern(LONG)
    kept._keep()
    (file,) = files(folder)
    file.write_bytes(content)
    new_process()
    assert compile_pattern(LONG).match("Chính trị viên Lê Văn An.")
    kept._keep()
    new_process()
    assert kept._kept().keys() == {LONG}


def test_a_pattern_that_cannot_be_taken_back_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_kept", lambda: {LONG: b"\x80\x05nonsense"})
    assert compile_pattern(LONG).match("Chính trị viên Lê Văn An.")


def test_a_folder_that_cannot_be_made_costs_only_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "file").write_text("in the way", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "file"))
    assert compile_pattern(LONG).match("Chính trị viên Lê Văn An.")
    kept._keep()
    assert [path.name for path in files(folder)] == ["file"]


def test_an_error_is_that_of_regex() -> None:
    with pytest.raises(regex.error):
        compile_pattern("(" + LONG)
