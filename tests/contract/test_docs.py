"""README, notebook and benchmark say the truth: what they show is run."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from support import ROOT, read_exact
from talkextract import Extractor, extract
from talkextract.doors.cli import app
from talkextract.tables.files import _COLUMNS, _KEYS

README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def blocks(kind: str) -> list[str]:
    return [body for name, body in BLOCKS if name == kind]


def test_every_block_is_of_a_kind_that_is_tested() -> None:
    assert {name for name, _ in BLOCKS} == {"text", "json", "sh", "python", "toml"}
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


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds nothing but the rules that the README shows."""
    (rules,) = blocks("toml")
    (tmp_path / "my_rules").mkdir()
    (tmp_path / "my_rules" / "topics.toml").write_text(rules, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("code", blocks("python"))
def test_python_blocks_run(code: str, here: Path) -> None:
    import talkextract.doors.spacy  # noqa: F401  a checkout that is not installed has no entry point

    exec(compile(code, "README.md", "exec"), {})


SHELL = [[line.split("  #")[0].strip() for line in block.splitlines()] for block in blocks("sh")]
COMMANDS = [command for block in SHELL for command in block]


def test_make_targets_exist() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE)
    named = [command.split()[1] for command in COMMANDS if command.startswith("make ")]
    assert named == ["demo", "test"]
    assert set(named) <= set(targets)


def test_the_commands_shown_are_on_the_path_that_the_activation_shown_makes() -> None:
    assert ". .venv/bin/activate" in COMMANDS
    assert re.search(r"^VENV +:= \.venv$", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE)
    assert {COMMANDS[i].split()[0] for i in range(COMMANDS.index(". .venv/bin/activate") + 1, len(COMMANDS))} == {
        "echo", "talkextract",
    }  # fmt: skip


def test_the_test_extra_brings_what_builds_the_wheel() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert "it needs `make test` before it, or `pip install build`" in README
    assert any(re.match("build\\b", requirement) for requirement in extras["test"])


def test_the_wheel_has_the_name_shown() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    shown = [command for command in COMMANDS if command.startswith("pip ")]
    assert shown == [f"pip install {project['name']}-{project['version']}-py3-none-any.whl"]


def run_line(line: str) -> None:
    """Run a command line of the README here: `talkextract …`, `talkextract … < file` or `echo … > file`."""
    program, *args = shlex.split(line)
    source = b""
    if args[-2] in ("<", ">"):
        *args, sign, name = args
        if sign == ">":
            assert program == "echo"
            Path(name).write_text(" ".join(args) + "\n", "utf-8")
            return
        source = Path(name).read_bytes()
    assert program == "talkextract"
    result = CliRunner().invoke(app, args, input=source)
    assert result.exit_code == 0, (line, result.output)


RUN = [block for block in SHELL if not block[0].startswith(("make ", "pip "))]


@pytest.mark.parametrize("block", RUN, ids=lambda block: block[0].split()[1])
def test_command_lines_run(block: list[str], here: Path) -> None:
    if any("seeds" in line for line in block):  # the block for a checkout
        for name in ("seeds", "tests"):
            (here / name).symlink_to(ROOT / name)
    for line in block:
        run_line(line)


def test_command_lines_are_there() -> None:
    assert len([line for block in RUN for line in block]) >= 9


# tests/engines/ runs the one that needs Ray.
NOTEBOOKS = sorted(set((ROOT / "notebooks").glob("*.ipynb")) - {ROOT / "notebooks" / "06_from_laptop_to_ray.ipynb"})


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_notebooks_are_stored_without_outputs_and_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    monkeypatch.setenv("MPLBACKEND", "agg")  # charts open no window
    cells = [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert cells
    space: dict[str, object] = {}
    for cell in cells:
        assert (cell["outputs"], cell["execution_count"]) == ([], None)
        exec(compile("".join(cell["source"]), path.name, "exec"), space)


GUIDE = (ROOT / "rules" / "README.md").read_text("utf-8")
GUIDE_BLOCKS = dict(re.findall(r"^```(csv|toml)\n(.*?)^```$", GUIDE, flags=re.MULTILINE | re.DOTALL))


def test_the_guide_to_the_rules_names_every_file_of_the_folder() -> None:
    files = {p.name for p in (ROOT / "rules").iterdir()} - {"README.md"}
    assert set(re.findall(r"`([a-z_]+\.(?:csv|toml))`", GUIDE)) == files


def test_the_keys_of_the_tables_are_those_that_the_guide_gives() -> None:
    for name, key in re.findall(r"^\| `([a-z]+\.csv)` \|.*\| ([a-z_, ]+) \|$", GUIDE, flags=re.MULTILINE):
        assert key.split(", ") == [_COLUMNS[name][i] for i in _KEYS[name]]


def test_what_the_guide_shows_works(tmp_path: Path) -> None:
    (tmp_path / "regions.csv").write_text(GUIDE_BLOCKS["csv"], "utf-8")
    (tmp_path / "topics.toml").write_text(GUIDE_BLOCKS["toml"], "utf-8")
    result = CliRunner().invoke(app, ["rules", "check", str(tmp_path)])
    assert (result.exit_code, result.stderr) == (0, "")
    text = "Ngày 5/6/2024, Công an tỉnh Sơn La hội đàm với Công an tỉnh Xiêng Thoong, Lào về phiên chợ biên giới."
    record = Extractor(rules=tmp_path).extract(text)
    assert [u.region for u in record.units] == ["VN-05", "LA-LP"]
    assert [t.topic for t in record.topics] == ["trade"]
    assert [u.region for u in extract(text).units] == ["VN-05", None]
