"""The whole record of each seed, with evidence, byte for byte; and the golden files against the gold.

A golden file counts only where its values agree with the gold and every piece of evidence has been read against the
article by eye. `pytest tests/golden --update-golden` rewrites them (refused in CI); the difference is then read.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from support import GOLDEN, ROOT, SEEDS, Case, read_exact, seeds
from talkextract import Extractor
from talkextract.doors.evaluate import evaluate

NAMES = sorted(path.stem for path in SEEDS.glob("*.txt"))


def golden(name: str) -> bytes:
    path = GOLDEN / f"{name}.json"
    if not path.is_file():
        pytest.fail(f"golden missing: {path.name}; pytest tests/golden --update-golden makes it, then read it by eye")
    return path.read_bytes()


def test_there_are_five_seeds() -> None:
    assert len(NAMES) == 5


@pytest.mark.parametrize("case", seeds(), ids=lambda c: c.id)
def test_record_is_the_golden_one(case: Case, request: pytest.FixtureRequest) -> None:
    now = (Extractor().extract(case.text, id=case.id).model_dump_json(indent=2) + "\n").encode()
    if request.config.getoption("--update-golden"):
        (GOLDEN / f"{case.id}.json").write_bytes(now)
    assert now.decode() == golden(case.id).decode()


def test_no_golden_file_is_left_over() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.json")) == NAMES


def test_golden_files_agree_with_the_gold() -> None:
    gold = {case.id: case.gold for case in seeds()}
    predicted = {name: json.loads(golden(name)) for name in NAMES}
    report = evaluate(gold, predicted, {name: read_exact(SEEDS / f"{name}.txt") for name in NAMES})
    wrong = [(name, field, what, key) for name, field, what, key in report.errors]
    assert report.core.f1 == 1.0, wrong
    assert report.full.f1 >= 0.98, wrong
    assert report.ungrounded == []


def test_golden_files_are_not_rewritten_where_ci_is_set() -> None:
    env = {**os.environ, "CI": "1"}
    command = [sys.executable, "-m", "pytest", "tests/golden", "--update-golden", "--collect-only", "-q"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "--update-golden is refused" in done.stderr
