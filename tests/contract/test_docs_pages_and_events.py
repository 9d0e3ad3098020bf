"""docs/pages-and-events.md says the truth: what it shows is run, in its order, in one folder."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from support import ROOT
from talkextract.cluster import Event
from talkextract.doors.cli import app

PAGE = (ROOT / "docs" / "pages-and-events.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)


def test_every_block_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for kind, body in BLOCKS:
        if kind == "html":
            Path("dien-bien.html").write_text(body, "utf-8")
        elif kind == "python":
            exec(compile(body, "pages-and-events.md", "exec"), {})
        else:
            assert kind == "sh"
            for line in body.splitlines():
                program, *args = shlex.split(line)
                assert program == "talkextract"
                result = CliRunner().invoke(app, args)
                assert result.exit_code == 0, (line, result.output)
    assert (tmp_path / "texts" / "dien-bien.txt").read_text("utf-8").startswith("Báo Vùng Cao\n")
    assert Event.model_validate_json((tmp_path / "events.jsonl").read_text("utf-8")).documents[0].id == "dien-bien"
    assert [kind for kind, _ in BLOCKS] == ["html", "python", "sh", "python", "sh"]


def test_the_figures_are_those_of_the_pairs() -> None:
    pairs = tomllib.loads((ROOT / "tests" / "cluster" / "pairs.toml").read_text("utf-8"))["pair"]
    same = sum(pair["same"] for pair in pairs)
    assert f"Of {len(pairs)} pairs of articles" in PAGE
    assert f"none of the {len(pairs) - same} of two events is joined,\n{same - 4} of the {same} of one are" in PAGE


def test_the_keys_of_an_event_are_those_of_the_page() -> None:
    for key in ("id", "documents", "conflicts"):
        assert key in Event.model_fields
        assert f"| `{key}` |" in PAGE
