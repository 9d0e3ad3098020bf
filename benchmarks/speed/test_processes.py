"""What a new process costs, in time and memory, and what a second one is good for."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from itertools import islice

import load
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from speed.conftest import ROOT, tell

from talkextract import Extractor

SEED = next((ROOT / "seeds").glob("001*.txt"))
# Only where Python keeps what it has compiled of the sources, as it does for a user, is an import that of a user.
ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
READ = f"text = open({str(SEED)!r}, encoding='utf-8').read()\n"
STARTS = {
    "python": READ,
    "pydantic, regex": READ + "import pydantic, regex",
    "import": READ + "import talkextract",
    "extract": READ + "from talkextract import extract; extract(text)",
}
# The peak of a process's memory in kB; `ru_maxrss` would be that of the process that started it.
PEAK = "\nprint(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])"


def used() -> float:
    """Seconds of the processor of all processes that were started from here, and have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


@pytest.mark.benchmark(timer=used)
@pytest.mark.parametrize("name", STARTS)
def test_start(benchmark: BenchmarkFixture, is_smoke: bool, name: str) -> None:
    """A new process: processor time from its start to its end, and the peak of its memory."""

    def run() -> int:
        command = [sys.executable, "-c", STARTS[name] + PEAK]
        return int(subprocess.run(command, check=True, capture_output=True, env=ENV).stdout)

    rounds = 1 if is_smoke else 10
    benchmark.extra_info["megabytes"] = benchmark.pedantic(run, rounds=rounds, warmup_rounds=rounds // 10) / 1024


@pytest.mark.benchmark(timer=time.perf_counter)
@pytest.mark.parametrize("workers", [1, 2])
def test_workers(benchmark: BenchmarkFixture, extractor: Extractor, is_smoke: bool, workers: int) -> None:
    """`extract_many` on invented articles, by the clock: with two workers the processes are started in it."""
    articles = [made.article for made in islice(load.articles(), 4 if is_smoke else 1500)]
    for article in articles[:500]:
        extractor.extract(article["text"])
    tell(benchmark, [article["text"] for article in articles])
    benchmark.pedantic(lambda: list(extractor.extract_many(articles, workers=workers)), rounds=1 if is_smoke else 3)
