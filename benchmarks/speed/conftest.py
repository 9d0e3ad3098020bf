"""What the benchmarks read. Without pytest-benchmark's timing (as in the suite) all of it is small: a smoke run."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from talkextract import Extractor

ROOT = Path(__file__).parents[2]
FOLDERS = {"seeds": "seeds", "corpus": "tests/corpus/texts", "invented": "tests/invented/texts"}

# The other tools are in the environment of `make bench` alone.
collect_ignore = [] if find_spec("edsnlp") and find_spec("underthesea") else ["test_others.py"]

Texts = dict[str, list[str]]


def pytest_configure(config: pytest.Config) -> None:
    """Time nothing unless asked to (`--benchmark-enable`, as `make bench` does)."""
    config.option.benchmark_disable = not config.option.benchmark_enable


@pytest.fixture(scope="session")
def is_smoke(pytestconfig: pytest.Config) -> bool:
    """Whether everything is run once and small, and nothing timed."""
    return bool(pytestconfig.option.benchmark_disable)


@pytest.fixture(scope="session")
def texts(is_smoke: bool) -> Texts:
    """The articles of each set; two of each in a smoke run."""
    read = {name: [p.read_text("utf-8") for p in sorted((ROOT / at).glob("*.txt"))] for name, at in FOLDERS.items()}
    return {name: articles[:2] for name, articles in read.items()} if is_smoke else read


@pytest.fixture(scope="session")
def extractor(texts: Texts) -> Extractor:
    """An extractor that has compiled the patterns of all of them: warm."""
    made = Extractor()
    for articles in texts.values():
        for text in articles:
            made.extract(text)
    return made


def tell(benchmark: BenchmarkFixture, articles: list[str]) -> None:
    """Say beside the time how much was read in it."""
    benchmark.extra_info.update(articles=len(articles), characters=sum(map(len, articles)))
