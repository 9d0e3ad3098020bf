"""What tables cost: the kernel beside plain extraction, records to Arrow and back, flat tables and frames.

    python benchmarks/bench_arrow.py [--rounds N]

The articles are those of seeds/ and tests/corpus/. Records a second of processor time, the best and the median of N
rounds over all of them: on a machine that others share, the best is what the code costs, the median what a run meets.
Needs the extra `tables`.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
from figures import keep

from talkextract import Extractor, from_arrow, to_arrow, to_frames
from talkextract.arrow import extract_batch
from talkextract.frames import to_tables

ROOT = Path(__file__).parents[1]


def measure(work: Callable[[], object], rounds: int) -> list[float]:
    """Seconds of processor time of each round, after one that warms up."""
    times = []
    for i in range(rounds + 1):
        start = time.process_time()
        work()
        if i:
            times.append(time.process_time() - start)
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--keep", action="store_true", help="keep the figures for the docs")
    given = parser.parse_args()
    rounds = given.rounds
    paths = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests" / "corpus" / "texts").glob("*.txt"))]
    texts, ids = [path.read_text("utf-8") for path in paths], [path.stem for path in paths]
    batch = pa.RecordBatch.from_pydict({"id": ids, "text": texts})
    extractor = Extractor()

    def extract() -> list[object]:
        return [extractor.extract(text, id=key) for text, key in zip(texts, ids, strict=True)]

    records = [extractor.extract(text, id=key) for text, key in zip(texts, ids, strict=True)]
    table = to_arrow(records)
    works: dict[str, Callable[[], object]] = {
        "Extractor.extract": extract,
        "extract_batch": lambda: extract_batch(batch),
        "to_arrow": lambda: to_arrow(records),
        "from_arrow": lambda: from_arrow(table),
        "to_tables": lambda: to_tables(table),
        "to_frames, pandas": lambda: to_frames(table),
        "to_frames, polars": lambda: to_frames(table, engine="polars"),
    }
    print(f"{f'records/s, {len(texts)} articles':24}{'best':>11}{'median':>10}")
    best, rows = {}, []
    for name, work in works.items():
        times = measure(work, rounds)
        best[name] = min(times)
        rates = [f"{len(texts) / t:,.0f}" for t in (best[name], statistics.median(times))]
        print(f"{name:24}{rates[0]:>11}{rates[1]:>10}")
        rows.append((f"`{name}`, records of 2,000 characters", f"{rates[0]} /s", f"{rates[1]} /s"))
    share = best["extract_batch"] / best["Extractor.extract"] - 1
    print(f"the kernel beside plain extraction: {share:+.1%} time")
    if given.keep:
        keep("tables", rows)


if __name__ == "__main__":
    main()
