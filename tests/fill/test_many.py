"""Many articles at once: in order, lazily, within a running event loop too; the command line with a model."""

from __future__ import annotations

import asyncio
import json
import sys
import threading
import time
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from fill.article import TEXT
from fill.fakes import FakeLLM, answering, empty
from support import odd_articles
from talkextract import Article, Extractor, UsageError
from talkextract.doors.cli import app
from talkextract.errors import LLMError
from talkextract.fill.protocol import Reply, Request

GAPPED = TEXT.replace("thường niên lần thứ XIII", "lần thứ XIII thường kỳ")


class Slow:
    """A model that takes its time, longest for what comes first, and counts how many wait at once."""

    model, context = "slow", 24_000

    def __init__(self) -> None:
        self.now = self.most = self.count = 0
        self._lock = threading.Lock()

    def complete(self, request: Request) -> Reply:
        with self._lock:
            self.now, self.count = self.now + 1, self.count + 1
            self.most, wait = max(self.most, self.now), 0.05 / self.count
        time.sleep(wait)
        with self._lock:
            self.now -= 1
        return Reply(json.dumps({p: empty(s) for p, s in request.schema["properties"].items()}))


def articles() -> list[Article]:
    return [Article(c.text, id=c.id, published=c.published) for c in odd_articles()]


@pytest.mark.parametrize("workers", [1, 2, 5, 50])
def test_results_come_in_the_order_of_the_input(workers: int) -> None:
    llm = Slow()
    extractor = Extractor(llm=llm)
    records = list(extractor.extract_many(articles(), workers=workers))
    assert records == list(Extractor().extract_many(articles()))
    assert [r.document.id for r in records] == [a.id for a in articles()]
    assert llm.most <= workers
    assert (llm.most > 1) == (workers > 1)


def test_it_is_lazy_and_bounded() -> None:
    taken: list[int] = []

    def source() -> Iterator[str]:
        for n in range(100):
            taken.append(n)
            yield TEXT

    results = Extractor(llm=Slow()).extract_many(source(), workers=3)
    assert taken == []
    next(results)
    assert len(taken) <= 7
    results.close()  # type: ignore[attr-defined]
    assert len(taken) <= 7


def test_the_first_error_is_told_in_its_turn() -> None:
    items: list[Any] = [TEXT, TEXT, 5, TEXT]
    results = Extractor(llm=Slow()).extract_many(items, workers=4)
    assert len([next(results), next(results)]) == 2
    with pytest.raises(UsageError, match=r"articles\[2\]: an article is .* not int"):
        next(results)
    assert list(results) == []
    again = Extractor(llm=Slow()).extract_many([Article(TEXT, id="a"), Article(TEXT, id="a")], workers=2)
    next(again)
    with pytest.raises(UsageError, match=r"articles\[1\]: the id 'a' is that of articles\[0\]"):
        next(again)


@pytest.mark.parametrize("workers", [0, -1, True, 1.5, "2"])
def test_workers_are_a_whole_number(workers: Any) -> None:
    with pytest.raises(UsageError, match="workers must be a whole number of 1 or more"):
        Extractor().extract_many([TEXT], workers=workers)


def test_it_works_within_a_running_event_loop() -> None:
    async def cell() -> int:
        return len(list(Extractor(llm=Slow()).extract_many([TEXT] * 4, workers=2)))

    assert asyncio.run(cell()) == 4


def test_run_many_brings_the_reports() -> None:
    done = list(Extractor(llm=Slow()).run_many(articles()[:4], workers=2))
    assert all(d.fill is not None and d.fill.model == "slow" for d in done)


def test_an_article_that_no_model_answers_for_is_not_lost() -> None:
    def answer(_: Request) -> str:
        raise LLMError("the circuit is open")

    extractor = Extractor(llm=FakeLLM(answer))
    records = list(extractor.extract_many(articles(), workers=3))
    assert records == list(Extractor().extract_many(articles()))


# ---- the command line


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The clients that the command line makes, in place of real ones."""
    clients: list[dict[str, Any]] = []

    def http_llm(**options: Any) -> FakeLLM:
        clients.append(options)
        return answering({"talk.series": {"quote": "thường kỳ", "label": "periodic"}}, model=options["model"])

    module = types.ModuleType("talkextract.fill.http")
    module.HttpLLM = http_llm  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "talkextract.fill.http", module)
    return clients


def invoke(*args: str) -> Any:
    return CliRunner().invoke(app, ["extract", *args])


def test_the_command_line_asks_a_model(
    made: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TALKEXTRACT_API_KEY", "k-123")
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(GAPPED, "utf-8")
    result = invoke(
        str(tmp_path), "--llm-url", "http://127.0.0.1:1/v1", "--llm-model", "m", "--workers", "2", "--format", "jsonl"
    )
    assert result.exit_code == 0
    assert made == [{"base_url": "http://127.0.0.1:1/v1", "model": "m", "api_key": "k-123", "tries": 4}]
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [r["document"]["id"] for r in records] == ["a", "b", "c"]
    summary = [line for line in result.stderr.splitlines() if line.startswith("llm ")]
    assert len(summary) == 1
    assert summary[0].startswith("llm m: ")
    assert "k-123" not in result.output


def test_without_a_key_none_is_passed(
    made: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TALKEXTRACT_API_KEY", raising=False)
    (tmp_path / "a.txt").write_text(GAPPED, "utf-8")
    assert invoke(str(tmp_path), "--llm-url", "http://127.0.0.1:1/v1", "--llm-model", "m").exit_code == 0
    assert made[0]["api_key"] is None


@pytest.mark.parametrize("args", [["--llm-url", "http://127.0.0.1:1/v1"], ["--llm-model", "m"], ["--workers", "0"]])
def test_half_a_model_is_wrong_usage(made: list[dict[str, Any]], args: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GAPPED, "utf-8")
    assert invoke(str(tmp_path), *args).exit_code == 2
    assert made == []


def test_without_a_model_nothing_is_said_of_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GAPPED, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\xff")
    result = invoke(str(tmp_path), "--workers", "3", "--format", "jsonl")
    assert result.exit_code == 1
    assert "llm" not in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_help_says_where_the_key_is_read_from() -> None:
    assert "TALKEXTRACT_API_KEY" in CliRunner().invoke(app, ["extract", "--help"], env={"COLUMNS": "200"}).output
