"""The command line: what it reads, what it writes, what it says when something is wrong."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from support import ROOT, SEED_GOLD, SEEDS, evidence_of, read_exact
from talkextract import Extraction, Extractor
from talkextract.doors.cli import app
from talkextract.rules import shipped_folder

TEXT = (
    "Ngày 16/9, tại tỉnh Điện Biên diễn ra hội đàm giữa Bộ đội Biên phòng tỉnh Điện Biên và Công an tỉnh Hủa Phăn, Lào."
)
PYTHON = [sys.executable, "-m", "talkextract"]
ENV = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def run(*args: object, input: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(app, [str(a) for a in args], input=input)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def ids(result: Result) -> list[str]:
    return [json.loads(line)["document"]["id"] for line in result.stdout.splitlines()]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.txt").write_bytes(TEXT.encode())
    return tmp_path


# --- what is read ---------------------------------------------------------------------------------------------------


def test_a_file_gives_a_line_with_its_stem_as_id(here: Path) -> None:
    result = run("extract", here / "a.txt")
    assert (result.exit_code, result.stderr, ids(result)) == (0, "", ["a"])


def test_a_folder_gives_its_txt_files_sorted(here: Path) -> None:
    (here / "d.md").write_text("no article")
    (here / ".hidden.txt").write_text("no article")
    (here / "sub").mkdir()
    assert ids(run("extract", here)) == ["a", "b", "c"]


def test_output_is_in_the_order_of_the_input(here: Path) -> None:
    assert ids(run("extract", here / "c.txt", here / "a.txt", here / "b.txt")) == ["c", "a", "b"]


def test_standard_input_is_one_article(here: Path) -> None:
    by_file = json.loads(run("extract", here / "a.txt").stdout)
    by_stdin = json.loads(run("extract", "-", input=TEXT).stdout)
    assert len(by_stdin["document"].pop("id")) == 16
    by_file["document"].pop("id")
    assert by_stdin == by_file


def test_jsonl_brings_id_url_and_published(here: Path) -> None:
    lines = [
        {"id": "x", "text": TEXT, "published": "2025-09-17", "url": "https://a.vn/x"},
        {"id": "y", "text": TEXT, "more": 1},
    ]
    path = here / "many.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    result = run("extract", path, "--published", "2020-01-02")
    x, y = (json.loads(line)["document"] for line in result.stdout.splitlines())
    assert (x["id"], x["published"], x["url"]) == ("x", "2025-09-17", "https://a.vn/x")
    assert (y["id"], y["published"], y["url"]) == ("y", "2020-01-02", None)


def test_jsonl_may_end_in_crlf_and_begin_with_a_byte_order_mark(here: Path) -> None:
    path = here / "many.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + b'{"id":"x","text":"a"}\r\n\r\n{"id":"y","text":"b"}\r\n')
    assert ids(run("extract", path)) == ["x", "y"]


# --- what is written ------------------------------------------------------------------------------------------------


def test_json_is_one_array_whatever_the_number(here: Path) -> None:
    lines = [json.loads(line) for line in run("extract", here).stdout.splitlines()]
    assert json.loads(run("extract", here, "--format", "json").stdout) == lines
    assert json.loads(run("extract", here / "a.txt", "--format", "json").stdout) == lines[:1]
    assert json.loads(run("extract", here / "nowhere.txt", "--format", "json").stdout) == []


def test_output_goes_to_a_file_as_json_lines(here: Path) -> None:
    out = here / "out.jsonl"
    result = run("extract", here, "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_bytes().decode() == run("extract", here).stdout


@pytest.mark.parametrize("format", ["table", "json", "jsonl"])
def test_every_format_can_go_to_a_file(here: Path, format: str) -> None:
    assert run("extract", here, "--format", format, "-o", here / "out").exit_code == 0
    assert (here / "out").read_text("utf-8") == run("extract", here, "--format", format).stdout


def test_a_record_is_one_line_for_every_reader(here: Path) -> None:
    path = here / "x.jsonl"
    path.write_text(json.dumps({"id": "a\u2028b\u2029c\x85d", "text": ""}))
    (line,) = run("extract", path).stdout.splitlines()
    assert json.loads(line)["document"]["id"] == "a\u2028b\u2029c\x85d"


def test_a_terminal_shows_a_table_and_a_pipe_gets_json_lines() -> None:
    path = next(SEEDS.glob("001*.txt"))
    leader, follower = pty.openpty()
    with subprocess.Popen([*PYTHON, "extract", str(path)], stdout=follower, stderr=subprocess.PIPE, env=ENV) as process:
        os.close(follower)
        shown = b""
        while True:
            try:
                chunk = os.read(leader, 65536)
            except OSError:
                break
            if not chunk:
                break
            shown += chunk
        assert process.stderr is not None
        assert process.stderr.read() == b""
    os.close(leader)
    assert process.returncode == 0
    assert "╭".encode() in shown
    piped = subprocess.run([*PYTHON, "extract", str(path)], capture_output=True, env=ENV, check=True)
    assert json.loads(piped.stdout)["schema_version"] == "1"


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    for args in (["extract", "seeds"], ["extract", "seeds", "--format", "table"], ["explain", "seeds"]):
        with subprocess.Popen(
            [*PYTHON, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENV, cwd=ROOT
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""


def shell(redirection: str, *args: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command line with a redirection of a shell."""
    command = ["sh", "-c", f'exec "$@" {redirection}', "sh", *PYTHON, *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, env=ENV, cwd=cwd, check=False)


def test_a_reader_of_an_output_file_that_goes_away_ends_it_quietly() -> None:
    done = shell("| head -c 1", "extract", "seeds", "-o", "/dev/stdout")
    assert (done.stdout, [line for line in done.stderr.splitlines() if not line.startswith("warning: ")]) == ("{", [])


WRITERS = [
    ["extract", "a.txt"], ["extract", "a.txt", "--format", "json"], ["extract", "a.txt", "--format", "table"],
    ["explain", "a.txt"], ["rules", "check"], ["evaluate", SEED_GOLD, "p.jsonl"], ["--version"], ["--help"],
]  # fmt: skip


@pytest.mark.parametrize("args", WRITERS)
def test_standard_output_that_cannot_be_written_to_is_one_line_of_error(here: Path, args: list[object]) -> None:
    gold_as_predictions(here / "p.jsonl")
    for redirection, why in ((">/dev/full", "no space left on device"), (">&-", "it is closed")):
        done = shell(redirection, *args, cwd=here)
        assert (done.returncode, done.stderr) == (1, f"error: cannot write to standard output: {why}\n")


@pytest.mark.parametrize("format", ["table", "json", "jsonl"])
def test_an_output_file_that_cannot_be_written_to_is_one_line_of_error(here: Path, format: str) -> None:
    done = shell("", "extract", "a.txt", "--format", format, "-o", "/dev/full", cwd=here)
    assert (done.returncode, done.stderr) == (1, "error: cannot write to /dev/full: no space left on device\n")


def test_an_output_file_needs_no_standard_output(here: Path) -> None:
    assert shell(">&-", "extract", "a.txt", "-o", "out.jsonl", cwd=here).returncode == 0
    assert (here / "out.jsonl").read_text("utf-8") == run("extract", here / "a.txt").stdout


def test_standard_error_that_cannot_be_written_to_costs_its_words_only(here: Path) -> None:
    for redirection in ("2>/dev/full", "2>&-", ">/dev/full 2>/dev/full"):
        assert shell(redirection, "extract", "nowhere.txt", cwd=here).returncode == 1


def test_a_shell_without_utf8_still_gets_the_letters(here: Path) -> None:
    env = {**ENV, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    for kind in ("table", "json", "jsonl"):
        done = subprocess.run(
            [*PYTHON, "extract", "seeds", "--format", kind], capture_output=True, env=env, cwd=ROOT, check=True
        )  # fmt: skip
        assert "Điện Biên" in done.stdout.decode("utf-8")


# --- what is odd, and read ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "", " \n\t\n", "\ufeff", "\u200b\u200b", "\x00", "12345", "…",
        "Giá vàng hôm nay tăng mạnh, người dân xếp hàng từ sáng sớm.",
    ],
)  # fmt: skip
def test_blank_or_other_text_gives_a_valid_record_without_a_talk(here: Path, text: str) -> None:
    (here / "x.txt").write_bytes(text.encode())
    result = run("extract", here / "x.txt")
    record = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert record["talk"] is None
    assert record["delegations"] == record["other_talks"] == record["gaps"] == []
    table = run("extract", here / "x.txt", "--format", "table")
    assert "none reported" in table.stdout
    assert run("explain", here / "x.txt").exit_code == 0


@pytest.mark.parametrize(
    "text",
    [
        "The two sides held talks in Geneva on 3 May 2024 and signed an agreement.\n\nPhoto: AFP",
        "Talks at the border\n\nOfficers of Điện Biên and Phongsaly met on 16/9/2025 at Huổi Puốc gate, a spokesman said.",
        "Les deux délégations se sont réunies à Hanoï le 5/9/2024, a indiqué le ministère.",
        "双方在昆明举行会谈 2024。",
    ],
)
def test_foreign_text_gives_an_empty_record_and_a_warning(here: Path, text: str) -> None:
    (here / "x.txt").write_text(text, "utf-8")
    result = run("extract", here / "x.txt")
    record = json.loads(result.stdout)
    document = record.pop("document")
    assert result.exit_code == 0
    assert result.stderr.endswith("x.txt: the text is not Vietnamese: the record is empty\n")
    assert document.pop("id") == "x"
    assert not any(document.values())
    assert record.pop("schema_version") == "1"
    assert not any(record.values())
    assert run("explain", here / "x.txt").exit_code == 0


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda p: p.stem[:3])
def test_offsets_count_the_characters_of_the_file_as_it_stands(tmp_path: Path, path: Path) -> None:
    plain = json.loads(run("extract", path).stdout)
    text = read_exact(path)
    odd = "\ufeff" + unicodedata.normalize("NFD", text).replace("\n", "\r\n").replace(" ", "\u00a0\u200b")
    (tmp_path / path.name).write_bytes(odd.encode())
    record = json.loads(run("extract", tmp_path / path.name).stdout)
    found = list(evidence_of(record))
    assert len(found) == len(list(evidence_of(plain))) > 0
    assert all(odd[e["start"] : e["end"]] == e["text"] for e in found)


def test_five_megabytes_are_done_in_seconds(tmp_path: Path) -> None:
    text = "\n\n".join(read_exact(p) for p in sorted(SEEDS.glob("*.txt")))
    while len(text.encode()) < 5_000_000:
        text += "\n\n" + text
    (tmp_path / "long.txt").write_bytes(text.encode()[:5_000_000].decode(errors="ignore").encode())
    done = subprocess.run(
        [*PYTHON, "extract", str(tmp_path)], capture_output=True, env=ENV, timeout=60, check=True
    )  # fmt: skip
    assert json.loads(done.stdout)["document"]["id"] == "long"


# --- what gives a warning -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["extract", "explain"])
def test_warnings_are_told_on_standard_error_with_their_article(here: Path, command: str) -> None:
    warned = SEEDS / "002_b4c6740c1dbce7cf.txt"
    result = run(command, warned, here / "a.txt")
    words = "2023-05-28T05:02+07:00: the page's clock is not the day of publication, the article contradicts it"
    assert (result.exit_code, result.stderr) == (0, f"warning: {warned}: {words}\n")
    assert "warning" not in result.stdout


# --- what cannot be read --------------------------------------------------------------------------------------------


def bad(result: Result, *done: str) -> str:
    """The complaint of a run that did `done` and failed for the rest."""
    assert result.exit_code == 1
    assert ids(result) == list(done)
    assert result.stderr.startswith("error: ")
    assert "Traceback" not in result.stderr
    return result.stderr


def test_bytes_that_are_not_utf8_are_named_with_file_and_offset(here: Path) -> None:
    (here / "b.txt").write_bytes(b"H\xe1\xbb\x99i \xff\xfe")
    message = bad(run("extract", here), "a", "c")
    assert f"{here / 'b.txt'}: not UTF-8: byte 0xff at offset 6" in message


def test_utf16_is_called_by_its_name(here: Path) -> None:
    (here / "b.txt").write_bytes(TEXT.encode("utf-16"))
    assert "looks like UTF-16" in bad(run("extract", here), "a", "c")


def test_standard_input_that_is_not_utf8(here: Path) -> None:
    assert "standard input: not UTF-8: byte 0x80 at offset 1" in bad(
        run("extract", "-", here / "a.txt", input=b"a\x80"), "a"
    )


def test_a_missing_path_is_named_and_the_rest_is_done(here: Path) -> None:
    message = bad(run("extract", here / "a.txt", here / "nowhere.txt", here / "gone.jsonl", here / "c.txt"), "a", "c")
    assert f"{here / 'nowhere.txt'}: no such file or directory" in message
    assert f"{here / 'gone.jsonl'}: no such file or directory" in message


def test_a_file_of_another_kind_and_an_empty_folder_are_named(here: Path) -> None:
    (here / "page.pdf").write_text("%PDF")
    (here / "empty").mkdir()
    message = bad(run("extract", here / "page.pdf", here / "empty", here / "a.txt"), "a")
    assert f"{here / 'page.pdf'}: neither a .txt, .html, .jsonl, .jsonl.gz, .csv nor .parquet file" in message
    assert f"{here / 'empty'}: no .txt, .html or .htm file in this folder" in message


def test_what_is_no_file_is_named(here: Path) -> None:
    (here / "b.txt").unlink()
    (here / "b.txt").mkdir()
    assert f"{here / 'b.txt'}: is a directory" in bad(run("extract", here), "a", "c")


def test_a_file_that_may_not_be_read_is_named(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return honest(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)  # a mode of 000 would not do: root may read everything
    assert f"{here / 'b.txt'}: permission denied" in bad(run("extract", here), "a", "c")


def test_broken_json_lines_are_named_by_number_and_the_others_are_done(here: Path) -> None:
    path = here / "many.jsonl"
    path.write_bytes(
        b"\n".join([
            b'{"id": "x", "text": "1"}', b'{"id": "broken', b"[1]", b'{"id": "n"}', b'{"text": "1"}', b'{"id": 7.5, "text": "1"}',
            b'{"id": "n", "text": ["a"]}', b'{"id": "n", "text": "1", "published": 2025}', b'{"id": " ", "text": "1"}', b"",
            b'{"id": "n", "text": "\xff"}', b'{"id": "n", "text": "\\ud800"}', b"[" * 100_000, b"null",
            b'{"id": "y", "text": "2", "published": null, "url": null}',
        ])
    )  # fmt: skip
    message = bad(run("extract", path), "x", "y")
    complaints = {int(line.split("line ")[1].split(":")[0]): line for line in message.splitlines()}
    assert sorted(complaints) == [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14]
    for number, words in {
        2: "not JSON", 3: "a JSON array where an object should be", 4: "no 'text'", 5: "no 'id'",
        6: "'id' is a JSON number where a string or a whole number should be", 7: "'text' is a JSON array where a string should be",
        8: "'published' is a JSON number", 9: "'id' is blank", 11: "not UTF-8: byte 0xff at offset",
        12: "half a surrogate pair", 13: "brackets are nested too deeply to be read", 14: "a JSON null where an object should be",
    }.items():  # fmt: skip
        assert words in complaints[number]


def test_a_whole_number_is_an_id(here: Path) -> None:
    path = here / "many.jsonl"
    path.write_text('{"id": 7, "text": "1"}\n{"id": true, "text": "2"}\n{"id": "7", "text": "3"}\n', "utf-8")
    message = bad(run("extract", path), "7")
    assert "line 2: 'id' is a JSON boolean where a string or a whole number should be" in message
    assert f"line 3: the id '7' is that of {path}, line 1 already" in message


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"id": "x", oops}', "not JSON: Expecting property name enclosed in double quotes: column 13"),
        ('{"id": "x", ', "not JSON: Expecting property name enclosed in double quotes: column 13"),
        ('{"id": "x', "not JSON: Unterminated string starting at: column 8"),
        ('{"id": "x", "text": "1", "n": ' + "9" * 5000 + "}", "a number of more digits than can be read"),
        ('{"id": "x", "text": "1", "id": "y"}', "the key 'id' stands twice in one object; keep one of them"),
        ('{"id": "x", "text": "1", "text": "1"}', "the key 'text' stands twice in one object; keep one of them"),
        ('{"id": "x", "text": "1", "n": {"b": 1, "b": 2}}', "the key 'b' stands twice in one object; keep one of them"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_json_line_is_said_by_its_column_and_for_a_reader(
    here: Path, line: str, words: str
) -> None:
    path = here / "many.jsonl"
    path.write_text(f'{{"id": "a", "text": ""}}\n{line}\n{{"id": "b", "text": ""}}\n', "utf-8")
    assert bad(run("extract", path), "a", "b") == f"error: {path}, line 2: {words}\n"


def test_the_offset_in_a_json_line_counts_from_the_start_of_the_file(here: Path) -> None:
    path = here / "many.jsonl"
    path.write_bytes(b'{"id": "x", "text": "1"}\n\xff\n')
    assert "line 2: not UTF-8: byte 0xff at offset 25" in bad(run("extract", path), "x")


def test_a_bad_day_of_publication_in_a_json_line_is_named(here: Path) -> None:
    path = here / "many.jsonl"
    path.write_text('{"id": "x", "text": "1", "published": "hôm qua"}\n{"id": "y", "text": "2"}\n', "utf-8")
    assert "line 1: " in bad(run("extract", path), "y")


def test_an_empty_day_of_publication_in_a_json_line_is_named(here: Path) -> None:
    path = here / "many.jsonl"
    path.write_text('{"id": "y", "text": "2"}\n{"id": "x", "text": "1", "published": ""}\n', "utf-8")
    for day in ((), ("--published", "2025-09-17")):
        assert "line 2: published must be a text that is not blank" in bad(run("extract", path, *day), "y")


def test_standard_input_that_is_closed_is_one_line_of_error(here: Path) -> None:
    done = shell("<&-", "extract", "-", "a.txt", cwd=here)
    assert (done.returncode, [json.loads(done.stdout)["document"]["id"]]) == (1, ["a"])
    assert done.stderr == "error: standard input: it is closed; send a text to it (- < article.txt), or name a file\n"


def test_standard_input_is_read_once() -> None:
    result = run("extract", "-", "-", input=TEXT)
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
    assert "standard input: it is one article and has been read already; name - once" in result.stderr


def test_an_id_that_comes_twice_is_an_error_that_names_both_places(here: Path) -> None:
    (here / "sub").mkdir()
    (here / "sub" / "a.txt").write_text(TEXT, "utf-8")
    path = here / "many.jsonl"
    path.write_text('{"id": "b", "text": "a"}\n{"id": "z", "text": "b"}\n{"id": "z", "text": "c"}\n', "utf-8")
    message = bad(run("extract", here, here / "sub", path), "a", "b", "c", "z")
    assert f"{here / 'sub' / 'a.txt'}: the id 'a' is that of {here / 'a.txt'} already" in message
    assert f"{path}, line 1: the id 'b' is that of {here / 'b.txt'} already" in message
    assert f"{path}, line 3: the id 'z' is that of {path}, line 2 already" in message


def test_a_defect_of_ours_costs_one_article_and_shows_none_of_its_text(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = Extractor.run

    def run_or_break(self: Extractor, text: str, **given: str | None) -> Extraction:
        if given.get("id") == "b":
            raise KeyError(text)
        return honest(self, text, **given)

    monkeypatch.setattr(Extractor, "run", run_or_break)
    message = bad(run("extract", here), "a", "c")
    assert f"{here / 'b.txt'}: a defect of talkextract, please report it: KeyError at test_cli.py:" in message
    assert "Điện Biên" not in message


def test_the_table_counts_what_was_not_read(here: Path) -> None:
    result = run("extract", here, here / "nowhere.txt", "--format", "table")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1].startswith("3 articles · ")
    assert result.stdout.splitlines()[-1].endswith(" · 1 not read")


# --- wrong usage ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("args", [[], ["extract"], ["extract", "a.txt", "--format", "xml"], ["shout"], ["explain"]])
def test_wrong_usage_is_exit_2(args: list[str]) -> None:
    assert run(*args).exit_code == 2


@pytest.mark.parametrize("args", [["extract", ""], ["extract", "a.txt", ""], ["explain", ""], ["rules", "check", ""]])
def test_an_empty_path_is_wrong_usage(here: Path, monkeypatch: pytest.MonkeyPatch, args: list[str]) -> None:
    monkeypatch.chdir(here)
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "a path is empty; write . for the current folder" in result.stderr


@pytest.mark.parametrize("day", ["hôm qua", "16/9/2025", "2025-13-01", "2025-02-30", "", "20250916x"])
def test_a_day_that_is_not_iso_8601_is_wrong_usage(here: Path, day: str) -> None:
    result = run("extract", here, "--published", day)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--published" in result.stderr


@pytest.mark.parametrize("day", ["2025-09-17", "2025-09-17T08:30", "2025-09-17T08:30+07:00", "2025-09-17T08:30:00Z"])
def test_a_day_or_time_in_iso_8601_is_taken_as_given(here: Path, day: str) -> None:
    assert json.loads(run("extract", here / "a.txt", "--published", day).stdout)["document"]["published"] == day


def test_output_into_a_missing_folder_is_wrong_usage(here: Path) -> None:
    result = run("extract", here, "-o", here / "nowhere" / "out.jsonl")
    assert result.exit_code == 2
    assert "cannot write to" in result.stderr


def refuses_output(folder: Path, path: object, output: Path) -> None:
    """That `extract path -o output` is wrong usage, and leaves every file of the folder as it was."""
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    result = run("extract", path, "-o", output)
    assert (result.exit_code, result.stdout) == (2, "")
    assert re.search(r"is one of\s+the\s+files", result.stderr)
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_output_over_an_input_is_wrong_usage(here: Path) -> None:
    refuses_output(here, here / "a.txt", here / "a.txt")
    refuses_output(here, here / "a.txt", here / "sub" / ".." / "a.txt")
    refuses_output(here, here / "new.txt", here / "new.txt")  # else read as an empty article, once it is made
    refuses_output(here, here / "new.jsonl", here / "new.jsonl")


@pytest.mark.parametrize("name", ["a.txt", "new.txt", "NEW.TXT", "link.jsonl", "hard.jsonl", "new-link.jsonl"])
def test_output_into_a_folder_of_inputs_is_wrong_usage_where_it_would_be_read(here: Path, name: str) -> None:
    (here / "link.jsonl").symlink_to("a.txt")
    (here / "hard.jsonl").hardlink_to(here / "a.txt")
    (here / "new-link.jsonl").symlink_to("new.txt")
    refuses_output(here, here, here / name)


def test_output_over_what_a_link_of_the_folder_leads_to_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "f").mkdir()
    (tmp_path / "article").write_text(TEXT, "utf-8")
    (tmp_path / "f" / "a.txt").symlink_to("../article")
    (tmp_path / "f" / "new.txt").symlink_to("../made")
    refuses_output(tmp_path, tmp_path / "f", tmp_path / "article")
    refuses_output(tmp_path, tmp_path / "f", tmp_path / "made")


def test_output_beside_the_articles_of_a_folder_is_well(here: Path) -> None:
    (here / "sub").mkdir()
    for name in ("out.jsonl", ".out.txt", "sub/out.txt"):
        assert run("extract", here, "-o", here / name).exit_code == 0
        assert len((here / name).read_bytes().splitlines()) == 3


def test_output_over_standard_input_is_wrong_usage(here: Path) -> None:
    with (here / "a.txt").open("rb") as source:
        done = subprocess.run(
            [*PYTHON, "extract", "-", "-o", here / "a.txt"], stdin=source, capture_output=True, env=ENV, check=False
        )  # fmt: skip
    assert done.returncode == 2
    assert (here / "a.txt").read_text("utf-8") == TEXT


def test_a_device_may_be_read_and_written_in_one_run() -> None:
    done = shell("</dev/null", "extract", "-", "-o", "/dev/null")
    assert (done.returncode, done.stderr) == (0, "")


# --- the other commands ---------------------------------------------------------------------------------------------


def test_version() -> None:
    assert run("--version").stdout.startswith("talkextract")


def test_help_names_every_command() -> None:
    shown = run("--help").stdout
    assert all(name in shown for name in ("extract", "explain", "rules", "evaluate"))


def test_explain_shows_each_mark_with_its_rule(here: Path) -> None:
    result = run("explain", SEEDS / "001_bfef35e095ad5f46.txt")
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    record = json.loads(run("extract", SEEDS / "001_bfef35e095ad5f46.txt").stdout)
    for e in evidence_of(record):
        assert f"← {e['source']}" in result.stdout
    assert "talk.round = 13" in result.stdout


def test_explain_goes_on_after_what_cannot_be_read(here: Path) -> None:
    result = run("explain", here / "nowhere.txt", here / "a.txt")
    assert result.exit_code == 1
    assert TEXT.split()[0] in result.stdout
    assert "nowhere.txt: no such file" in result.stderr


def test_rules_check_counts_what_it_ran() -> None:
    result = run("rules", "check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.search(r"counter-examples, \d tables: all as marked\n$", result.stdout)


def test_rules_check_of_a_folder_says_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        """
        [[rule]]
        id = 'talk.round.mine'
        field = 'talk.round'
        needs = ['đợt']
        pattern = 'đợt (?P<value>{fig_number})'
        value = 'ordinal'
        source = 'invented'
        example = ['<m value=3>đợt 4</m>', '<m value=7>đợt 7</m>']
        counter = ['đợt 9']
        """,
        "utf-8",
    )
    result = run("rules", "check", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.count("error: mine.toml: rule talk.round.mine: ") == 2
    assert "found 'đợt 4' = 4" in result.stderr
    assert result.stdout.endswith("2 wrong\n")
    (tmp_path / "mine.toml").write_text("[[rule]]\nid = 1\n", "utf-8")
    result = run("rules", "check", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith("error: mine.toml: rule id 1 is not of the form")


def gold_as_predictions(path: Path) -> Path:
    path.write_text(
        "".join(json.dumps(json.loads(p.read_text("utf-8"))) + "\n" for p in sorted(SEED_GOLD.glob("*.json"))), "utf-8"
    )
    return path


def test_evaluate_prints_figures_and_holds_minima(tmp_path: Path) -> None:
    predictions = gold_as_predictions(tmp_path / "p.jsonl")
    result = run("evaluate", SEED_GOLD, predictions, "--min-core", 1, "--min-full", 1)
    assert result.exit_code == 0
    assert result.stdout.endswith("core P 1.000 R 1.000 F1 1.000  full P 1.000 R 1.000 F1 1.000  ungrounded 0\n")
    predictions.write_text("\n".join(predictions.read_text("utf-8").splitlines()[:4]), "utf-8")
    assert run("evaluate", SEED_GOLD, predictions).exit_code == 0
    assert run("evaluate", SEED_GOLD, predictions, "--min-core", 1).exit_code == 1
    assert run("evaluate", SEED_GOLD, predictions, "--min-full", 1).exit_code == 1
    assert (
        "004_c4381a11e5c49105\tdelegations.units\tmissed\tvn | "
        in run("evaluate", SEED_GOLD, predictions, "--errors").stdout
    )


def test_evaluate_fails_on_ungrounded_evidence(tmp_path: Path) -> None:
    result = run("evaluate", SEED_GOLD, gold_as_predictions(tmp_path / "p.jsonl"), "--texts", SEEDS)
    assert result.exit_code == 1
    assert "not grounded: 000_8ce16cd06924de5e.talk: no evidence" in result.stdout


def test_rules_check_reads_the_tables_too(tmp_path: Path) -> None:
    (tmp_path / "regions.csv").write_text("code,name\nVN-01,Ở đây\n", "utf-8")
    result = run("rules", "check", tmp_path)
    assert result.exit_code == 1
    assert "error: regions.csv, line 1: the columns must be country,code" in result.stderr


def test_rules_check_reads_the_shipped_tables_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(shipped_folder(), rules)
    monkeypatch.setattr("talkextract.rules.shipped_folder", lambda: rules)
    assert run("rules", "check").exit_code == 0
    with (rules / "forces.csv").open("a", encoding="utf-8") as out:
        out.write("x,y,nowhere,invented\n")
    result = run("rules", "check")
    assert (result.exit_code, result.stdout) == (1, "")
    assert re.match(
        r"error: forces\.csv, line \d+, column level: 'nowhere'; write one of province, state\n", result.stderr
    )


def test_rules_check_of_a_folder_without_rules_and_tables_says_so(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "mine.toml").write_text("", "utf-8")
    result = run("rules", "check", tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"error: {tmp_path}: no rules (*.toml) and no tables (*.csv) in this folder; name the one they are in\n"
    )


def test_evaluate_says_that_an_array_is_no_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    assert run("extract", SEEDS, "--format", "json", "-o", path).exit_code == 0
    result = run("evaluate", SEED_GOLD, path)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.endswith("this is one JSON array; predictions are one record a line: write them with --format jsonl")


def test_evaluate_says_in_words_what_it_cannot_read(tmp_path: Path) -> None:
    predictions = gold_as_predictions(tmp_path / "p.jsonl")
    for args, words in (
        ((tmp_path / "nowhere", predictions), "no such folder"),
        ((SEED_GOLD, tmp_path / "nowhere.jsonl"), "no such file"),
        ((SEED_GOLD, predictions, "--texts", tmp_path), "no such file"),
    ):
        result = run("evaluate", *args)
        assert result.exit_code == 1
        assert words in result.stderr
    with predictions.open("a", encoding="utf-8") as out:
        out.write("{broken\n")
    result = run("evaluate", SEED_GOLD, predictions)
    assert result.exit_code == 1
    assert "p.jsonl, line 6: not JSON" in result.stderr
    assert "core P 1.000" in result.stdout
