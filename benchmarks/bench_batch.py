"""`talkextract batch` over a load: the rate with one worker and with two, and the memory of the workers.

    python benchmarks/bench_batch.py [--articles N] [--small N] [--rounds N]

The rates are those of smaller runs, one and two workers in turn, so that what else runs on the machine meets both; the
best of each counts. A worker compiles its patterns while it reads its first articles, six seconds that count less the
longer a run is: so the rate is that of the shards after the first of each worker. The processor time is that of the
whole run, for one article, which others disturb less. Then one run
over all articles with two workers: the peak of the memory of each worker (VmHWM) after a quarter of it and at the end.
Linux only.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from itertools import islice
from pathlib import Path

import load

SHARD = 100


def write_load(path: Path, count: int) -> Path:
    with path.open("w", encoding="utf-8") as sink:
        for made in islice(load.articles(), count):
            sink.write(json.dumps(made.article, ensure_ascii=False) + "\n")
    return path


def start(source: Path, target: Path, workers: int, shard_size: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "talkextract", "batch", str(source), str(target), "--workers", str(workers)]
    return subprocess.Popen([*command, "--shard-size", str(shard_size)], stdout=subprocess.DEVNULL)


def timed(source: Path, target: Path, workers: int) -> tuple[float, float]:
    """Articles a second, once all workers are at work, and seconds of the processors."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    if start(source, target, workers, SHARD).wait():
        raise SystemExit("the run failed")
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    ends = sorted(path.stat().st_mtime for path in target.glob("part-*.parquet"))
    rate = SHARD * (len(ends) - workers) / (ends[-1] - ends[workers - 1])
    return rate, now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime


def peaks(pid: int) -> dict[int, int]:
    """The peak of the memory of each child of a process so far, in kB."""
    found = {}
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text("ascii").split():
                with suppress(OSError):
                    peak = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{child}/status").read_text("ascii"))
                    if peak:
                        found[int(child)] = int(peak[1])
    return found


def memory(source: Path, target: Path, shards: int) -> tuple[list[int], list[int]]:
    """The peaks of the workers after a quarter of the shards, and at the end."""
    run = start(source, target, 2, 500)
    quarter: dict[int, int] = {}
    last: dict[int, int] = {}
    while run.poll() is None:
        last = {**last, **peaks(run.pid)}
        if not quarter and len(list(target.glob("part-*.parquet"))) * 4 >= shards:
            quarter = dict(last)
        time.sleep(0.2)
    if run.returncode:
        raise SystemExit("the run failed")
    return sorted(quarter.values()), sorted(last[pid] for pid in quarter)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--small", type=int, default=4_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = write_load(folder / "small.jsonl", options.small)
        times: dict[int, list[tuple[float, float]]] = {1: [], 2: []}
        for n in range(options.rounds):
            for workers, found in times.items():
                found.append(timed(small, folder / f"out-{n}-{workers}", workers))
        best = {workers: max(rate for rate, _ in found) for workers, found in times.items()}
        for workers, found in times.items():
            used = min(cpu for _, cpu in found) / options.small * 1000
            print(f"{workers} worker(s): {best[workers]:7.0f} articles/s, {used:.2f} ms of processor time an article")
        print(f"two against one: × {best[2] / best[1]:.2f}")
        if options.articles:
            source = write_load(folder / "load.jsonl", options.articles)
            quarter, end = memory(source, folder / "out", -(-options.articles // 500))
            for n, (a, b) in enumerate(zip(quarter, end, strict=True), 1):
                print(f"worker {n}: {a / 1024:.0f} MB after a quarter, {b / 1024:.0f} MB at the end: × {b / a:.2f}")


if __name__ == "__main__":
    main()
