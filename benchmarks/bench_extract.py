"""Time per article after warm-up, beside spaCy's tokenizer on the same texts, and the time of a cold start.

    python benchmarks/bench_extract.py [--rounds N]

The articles are those of seeds/. Processor time, the best and the median of N rounds over all of them: on a machine
that others share, the best is what the code costs, the median what a run meets. The goal for an article of 3,500
characters is under 5 ms after warm-up; for a cold start (python, import, rules, one article) under 1,200 ms.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from figures import keep

from talkextract import Extractor

SEEDS = Path(__file__).parents[1] / "seeds"
COLD = "import sys; from talkextract import extract; extract(open(sys.argv[1], encoding='utf-8').read())"
ARTICLE = 3500  # characters: what the goal is given for


def warm(read: Callable[[str], object], texts: dict[str, str], rounds: int) -> dict[str, list[float]]:
    """Milliseconds that `read` takes for each text, in each of `rounds`."""
    times: dict[str, list[float]] = {name: [] for name in texts}
    for text in texts.values():  # patterns are compiled when they are first needed
        read(text)
    for _ in range(rounds):
        for name, text in texts.items():
            start = time.process_time()
            read(text)
            times[name].append((time.process_time() - start) * 1000)
    return times


def spacy_tokens() -> Callable[[str], object]:
    """The tokenizer and sentencizer of spaCy for Vietnamese: what a spaCy user pays before any extraction."""
    import spacy

    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"}}})
    nlp.add_pipe("sentencizer")
    return nlp


def per_article(times: dict[str, list[float]], texts: dict[str, str], pick: Callable[[list[float]], float]) -> float:
    """Milliseconds for 3,500 characters."""
    return sum(map(pick, times.values())) / sum(map(len, texts.values())) * ARTICLE


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
    parser.add_argument("--keep", action="store_true", help="keep the figures for the docs")
    given = parser.parse_args()
    rounds = given.rounds
    paths = sorted(SEEDS.glob("*.txt"))
    texts = {path.stem: path.read_text("utf-8") for path in paths}
    times = warm(Extractor().extract, texts, rounds)
    print(f"{'':55}{'best':>9}{'median':>9}")
    for name, text in texts.items():
        print(f"{name:36}{len(text):8,} characters{min(times[name]):9.2f}{statistics.median(times[name]):9.2f} ms")
    tokens = warm(spacy_tokens(), texts, rounds)
    rows = []
    for label, each in (("talkextract, 3,500 characters", times), ("spaCy vi tokenizer + sentencizer", tokens)):
        best, median = (per_article(each, texts, pick) for pick in (min, statistics.median))
        print(f"{label:55}{best:9.2f}{median:9.2f} ms")
        rows.append((label, f"{best:.2f} ms", f"{median:.2f} ms"))
    started = cold(paths[0], min(rounds, 5))
    print(f"{'cold start':55}{started:18.0f} ms")
    if given.keep:
        keep("extract", [*rows, ("cold start: python, import, rules, one article", "", f"{started:.0f} ms")])


if __name__ == "__main__":
    main()
