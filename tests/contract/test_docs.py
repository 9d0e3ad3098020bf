"""README, notebook and benchmark say the truth: what they show is run."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from support import ROOT, read_exact
from talkextract import extract
from talkextract.doors.cli import app

README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def blocks(kind: str) -> list[str]:
    return [body for name, body in BLOCKS if name == kind]


def test_every_block_is_of_a_kind_that_is_tested() -> None:
    assert {name for name, _ in BLOCKS} == {"text", "json", "sh", "python"}
    assert README.count("```") == 2 * len(BLOCKS)


def contained(part: object, whole: object, path: str = "") -> list[str]:
    """Where `part` says something that `whole` does not; keys and evidence may be left out, nothing else."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return [p for key, value in part.items() for p in contained(value, whole.get(key), f"{path}.{key}")]
    if isinstance(part, list) and isinstance(whole, list):
        if path.endswith(".evidence"):
            return [f"{path}: {item}" for item in part if not any(not contained(item, w) for w in whole)]
        if len(part) != len(whole):
            return [f"{path}: {len(part)} items, not {len(whole)}"]
        return [p for i, (a, b) in enumerate(zip(part, whole, strict=True)) for p in contained(a, b, f"{path}[{i}]")]
    return [] if part == whole else [f"{path}: {part!r}, not {whole!r}"]


def test_the_record_shown_is_the_record_of_the_text_shown() -> None:
    (text,), (shown,) = blocks("text"), blocks("json")
    record = json.loads(extract(text).model_dump_json())
    assert contained(json.loads(shown), record) == []


def test_the_text_shown_is_the_beginning_of_a_seed() -> None:
    (text,) = blocks("text")
    assert read_exact(next((ROOT / "seeds").glob("001*.txt"))).startswith(text.rstrip("\n"))


@pytest.mark.parametrize("code", blocks("python"))
def test_python_blocks_run(code: str) -> None:
    import talkextract.doors.spacy  # noqa: F401  a checkout that is not installed has no entry point

    exec(compile(code, "README.md", "exec"), {})


COMMANDS = [line.split("#")[0].strip() for block in blocks("sh") for line in block.splitlines() if line.strip()]


def test_make_targets_exist() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE)
    named = [command.split()[1] for command in COMMANDS if command.startswith("make ")]
    assert named == ["demo", "test"]
    assert set(named) <= set(targets)


def test_command_lines_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("seeds", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    lines = [shlex.split(command) for command in COMMANDS if not command.startswith("make ")]
    assert len(lines) >= 6
    for program, *args in lines:
        assert program == "talkextract"
        result = CliRunner().invoke(app, args)
        assert result.exit_code == 0, (args, result.output)


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda p: p.stem)
def test_notebooks_are_stored_without_outputs_and_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    cells = [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert cells
    space: dict[str, object] = {}
    for cell in cells:
        assert (cell["outputs"], cell["execution_count"]) == ([], None)
        exec(compile("".join(cell["source"]), path.name, "exec"), space)


def test_the_benchmark_runs() -> None:
    done = subprocess.run(
        [sys.executable, "benchmarks/bench_extract.py", "--rounds", "1"],
        capture_output=True, text=True, check=False, cwd=ROOT, env={"PYTHONPATH": str(ROOT / "src"), "PATH": ""},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert re.search(r"per 3,500 characters +\d+\.\d+ ms", done.stdout)
    assert re.search(r"cold start +\d+ ms", done.stdout)
