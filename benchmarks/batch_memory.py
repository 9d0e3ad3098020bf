"""`talkextract batch` over a load: the memory of the workers does not grow with it.

    python benchmarks/batch_memory.py [--articles N]

One run over all articles with two workers: the peak of the memory of each worker (VmHWM) after a quarter of the shards
and at the end. Linux only. (How many articles a second: `make bench`.)
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from itertools import islice
from pathlib import Path

import load

SHARD = 500  # articles


def write_load(path: Path, count: int) -> Path:
    with path.open("w", encoding="utf-8") as sink:
        for made in islice(load.articles(), count):
            sink.write(json.dumps(made.article, ensure_ascii=False) + "\n")
    return path


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
    command = [sys.executable, "-m", "talkextract", "batch", str(source), str(target), "--workers", "2"]
    run = subprocess.Popen([*command, "--shard-size", str(SHARD)], stdout=subprocess.DEVNULL)
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
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = write_load(folder / "load.jsonl", count)
        quarter, end = memory(source, folder / "out", -(-count // SHARD))
        for n, (a, b) in enumerate(zip(quarter, end, strict=True), 1):
            print(f"worker {n}: {a / 1024:.0f} MB after a quarter, {b / 1024:.0f} MB at the end: × {b / a:.2f}")


if __name__ == "__main__":
    main()
