"""`extract` after warm-up: beside the floor that a spaCy user pays, stage by stage, under the profiler, as Arrow."""

from __future__ import annotations

import cProfile
import pstats
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import spacy
from pytest_benchmark.fixture import BenchmarkFixture
from speed.conftest import ROOT, Texts, tell

from talkextract import Extractor, from_arrow, pipeline, to_arrow, to_frames
from talkextract.arrow import extract_batch
from talkextract.frames import to_tables
from talkextract.match import Matcher
from talkextract.rules import Rule

SETS = ("seeds", "corpus")


@pytest.mark.parametrize("name", SETS)
def test_extract(benchmark: BenchmarkFixture, extractor: Extractor, texts: Texts, name: str) -> None:
    tell(benchmark, texts[name])
    benchmark(lambda: [extractor.extract(text) for text in texts[name]])


@pytest.mark.parametrize("name", SETS)
def test_spacy(benchmark: BenchmarkFixture, texts: Texts, name: str) -> None:
    """The floor: spaCy's own tokenizer for Vietnamese and its sentencizer."""
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"}}})
    nlp.add_pipe("sentencizer")
    for text in texts[name]:  # the tokenizer keeps the words that it has met
        nlp(text)
    tell(benchmark, texts[name])
    benchmark(lambda: [nlp(text) for text in texts[name]])


# What of the pipeline a stage is; what a stage calls of another one counts for that one alone.
STAGES: dict[str, tuple[tuple[Any, str], ...]] = {
    "view": ((pipeline, "View"),),
    "scan": ((Matcher, "sites"),),
    "match": ((pipeline, "match"),),
    "values": ((Rule, "read"),),
    "page": ((pipeline, "read_page"),),
    "assemble": ((pipeline, "group_mentions"), (pipeline, "Context"), (pipeline, "build_record")),
}


class Clock:
    """Processor time by stage: each is measured by the way in and out of its functions."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys((*STAGES, "rest"), 0.0)
        self._stage, self._since = "rest", time.process_time()

    def enter(self, stage: str) -> str:
        """Go on with a stage; gives the one that was left."""
        now, left = time.process_time(), self._stage
        self.spent[left] += now - self._since
        self._stage, self._since = stage, now
        return left

    def timed(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """`work`, its time counted for a stage."""

        def wrapped(*args: Any, **named: Any) -> Any:
            left = self.enter(stage)
            try:
                return work(*args, **named)
            finally:
                self.enter(left)

        return wrapped


def test_stages(
    benchmark: BenchmarkFixture, extractor: Extractor, texts: Texts, is_smoke: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seconds of each stage over the articles of both sets, the best of some rounds."""
    articles = [text for name in SETS for text in texts[name]]
    clock = Clock()
    for stage, places in STAGES.items():
        for owner, name in places:
            monkeypatch.setattr(owner, name, clock.timed(stage, getattr(owner, name)))
    found: list[dict[str, float]] = []

    def read() -> None:
        clock.enter("rest")
        clock.spent = dict.fromkeys(clock.spent, 0.0)
        for text in articles:
            extractor.extract(text)
        clock.enter("rest")
        found.append(clock.spent)

    benchmark.pedantic(read, rounds=1 if is_smoke else 10)
    tell(benchmark, articles)
    benchmark.extra_info["stages"] = {stage: min(each[stage] for each in found) for stage in clock.spent}
    assert all(benchmark.extra_info["stages"].values())


def test_profile(benchmark: BenchmarkFixture, extractor: Extractor, texts: Texts) -> None:
    """The functions that most time is spent in, by cProfile: calls, share of the whole."""
    articles = [text for name in SETS for text in texts[name]]
    profile = cProfile.Profile()

    def read() -> None:
        for text in articles:
            extractor.extract(text)

    benchmark.pedantic(profile.runcall, args=(read,))
    stats = pstats.Stats(profile)
    total = stats.total_tt  # type: ignore[attr-defined]
    functions = [(own, calls, *where) for where, (_, calls, own, _, _) in stats.stats.items()]  # type: ignore[attr-defined]
    benchmark.extra_info["profile"] = [
        {"function": called(file, name), "calls": calls, "share": round(own / total, 4)}
        for own, calls, file, _, name in sorted(functions, reverse=True)[:25]
    ]
    tell(benchmark, articles)


def called(file: str, name: str) -> str:
    """A function as the docs name it: its module within the project, else its own words."""
    source = ROOT / "src" / "talkextract"
    path = Path(file)
    if path.is_relative_to(source):
        return f"{path.relative_to(source).with_suffix('')}: {name}"
    return name.split(" at 0x")[0].strip("<>")


TABLES: dict[str, Callable[[Any, Any, Any], object]] = {
    "extract_batch": lambda batch, _records, _table: extract_batch(batch),
    "to_arrow": lambda _batch, records, _table: to_arrow(records),
    "from_arrow": lambda _batch, _records, table: from_arrow(table),
    "to_tables": lambda _batch, _records, table: to_tables(table),
    "to_frames, pandas": lambda _batch, _records, table: to_frames(table),
    "to_frames, polars": lambda _batch, _records, table: to_frames(table, engine="polars"),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(benchmark: BenchmarkFixture, extractor: Extractor, texts: Texts, name: str) -> None:
    """The Arrow kernel on the corpus, and records to tables and back."""
    ids = [str(i) for i in range(len(texts["corpus"]))]
    batch = pa.RecordBatch.from_pydict({"id": ids, "text": texts["corpus"]})
    records = [extractor.extract(text, id=key) for text, key in zip(texts["corpus"], ids, strict=True)]
    table = to_arrow(records)
    tell(benchmark, texts["corpus"])
    TABLES[name](batch, records, table)  # the kernel has an extractor of its own, which is cold
    benchmark(TABLES[name], batch, records, table)
