"""Time per article after warm-up, and the time of a cold start.

    python benchmarks/bench_extract.py [--rounds N]

The articles are those of seeds/; times are the medians of N rounds over all of them. The goal for an article of 3,500
characters is under 5 ms after warm-up; for a cold start (python, import, rules, one article) under 1,200 ms.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

from talkextract import Extractor

SEEDS = Path(__file__).parents[1] / "seeds"
COLD = "import sys; from talkextract import extract; extract(open(sys.argv[1], encoding='utf-8').read())"
ARTICLE = 3500  # characters: what the goal is given for


def warm(texts: dict[str, str], rounds: int) -> dict[str, float]:
    """Milliseconds per article, each the median of `rounds`."""
    extractor = Extractor()
    times: dict[str, list[float]] = {name: [] for name in texts}
    for text in texts.values():  # patterns are compiled when they are first needed
        extractor.extract(text)
    for _ in range(rounds):
        for name, text in texts.items():
            start = time.perf_counter()
            extractor.extract(text)
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(each) for name, each in times.items()}


def cold(path: Path, rounds: int) -> float:
    """Milliseconds of a new process that imports the library and extracts one article."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", COLD, str(path)], check=True)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=50)
    rounds = parser.parse_args().rounds
    paths = sorted(SEEDS.glob("*.txt"))
    texts = {path.stem: path.read_text("utf-8") for path in paths}
    times = warm(texts, rounds)
    for name, text in texts.items():
        print(f"{name:36}{len(text):8,} characters{times[name]:9.2f} ms")
    total = sum(times.values()) / sum(map(len, texts.values())) * ARTICLE
    print(f"{'per 3,500 characters':55}{total:9.2f} ms")
    print(f"{'cold start':55}{cold(paths[0], min(rounds, 5)):9.0f} ms")


if __name__ == "__main__":
    main()
