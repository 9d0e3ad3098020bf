"""The doctor: what is well, what is told, what is wrong and what to do about it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest
from typer.testing import CliRunner

import talkextract.doors.doctor as door
from talkextract import LLMError, Reply, Request, RuleError
from talkextract.doors.cli import app
from talkextract.doors.doctor import Finding, examine
from talkextract.rules import load_rules


def found() -> dict[str, Finding]:
    return {f.what: f for f in examine(None)}


@pytest.fixture(autouse=True)
def quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """All examples of all rules are run once here; the tests of rules do so too."""
    if request.node.name != "test_all_is_well_here":
        monkeypatch.setattr(door, "check_rule", lambda rule: [])


def test_all_is_well_here() -> None:
    findings = found()
    assert not [f for f in findings.values() if f.well is False]
    for what in ("pydantic", "regex", "spacy", "rules", "tables", "an article"):
        assert findings[what].well
    assert findings["rules"].says.startswith(f"{len(load_rules().rules)} rules in ")
    assert "pytest" not in findings


def test_the_command_says_so_a_line_each() -> None:
    done = CliRunner().invoke(app, ["doctor"])
    assert done.exit_code == 0
    assert "ok    an article" in done.stdout


def test_a_rule_whose_examples_fail_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "check_rule", lambda rule: [f"{rule.id}: found nothing"])
    assert found()["rules"] == Finding("rules", f"{load_rules().rules[0].id}: found nothing", False)


def test_what_is_missing_is_told_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    real = door.version

    def version(name: str) -> str:
        if name == "regex":
            raise PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(door, "version", version)
    finding = found()["regex"]
    assert finding.well is False
    assert finding.says.startswith("missing: python -m pip install 'regex>=")
    done = CliRunner().invoke(app, ["doctor"])
    assert done.exit_code == 1
    assert "WRONG regex" in done.stdout


def test_broken_rules_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> None:
        raise RuleError("ranks.toml: no TOML")

    monkeypatch.setattr(door, "load_rules", load)
    assert found()["rules"] == Finding("rules", "ranks.toml: no TOML; install talkextract again", False)


class Model:
    """A model that answers, or fails."""

    model, context = "m", 1000

    def __init__(self, fault: LLMError | None = None) -> None:
        self.asked: list[Request] = []
        self._fault = fault

    def complete(self, request: Request) -> Reply:
        self.asked.append(request)
        if self._fault:
            raise self._fault
        return Reply('{"ok": "yes"}', seconds=0.25)


def test_a_server_is_asked_once() -> None:
    model = Model()
    assert list(examine(model))[-1] == Finding("model", "m answers (0.2 s)", True)
    assert len(model.asked) == 1


def test_a_server_that_fails_is_told() -> None:
    assert list(examine(Model(LLMError("no connection"))))[-1] == Finding("model", "no connection", False)


def test_a_server_that_is_not_there_ends_with_1() -> None:
    args = ["doctor", "--llm-url", "http://127.0.0.1:9/v1", "--llm-model", "x"]
    done = CliRunner().invoke(app, args)
    assert done.exit_code == 1
    assert "WRONG model" in done.stdout
    assert CliRunner().invoke(app, args[:3]).exit_code == 2
