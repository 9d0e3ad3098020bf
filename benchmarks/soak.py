"""`talkextract batch`, killed at random moments and gone on with: nothing may be lost, nothing doubled.

    python benchmarks/soak.py [--articles N] [--kills N] [--seed N]

A run that is let be gives the bytes to compare with, and its time, within which the moments lie. Each kill is a
`kill -9` of the run itself or of one of its workers, some time after its start or just when some more of its files have
come; what is left is gone on with, and begun anew where it is complete.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import load


@dataclass
class Told:
    """What came of it: kills, those of a worker alone, those that left some of the shards but not all, full runs."""

    kills: int = 0
    of_workers: int = 0
    broken_off: int = 0
    complete: int = 0


def killed_and_resumed(
    command: Sequence[str], folder: Path, *, kills: int, seed: int, env: Mapping[str, str] | None = None
) -> Told:
    """Run `command` with a folder below `folder` as its last argument, kill it `kills` times, and compare what it
    comes to in the end. Raises RuntimeError where that is not what a run that is let be gives.
    """
    dice = random.Random(seed)
    begin = time.perf_counter()
    subprocess.run([*command, str(folder / "whole")], check=True, env=env, stdout=subprocess.DEVNULL)
    length = time.perf_counter() - begin
    expected = _files(folder / "whole")
    shards = sum(name.startswith("part-") for name in expected)
    told, target = Told(), folder / "run-0"
    while told.kills < kills:
        with subprocess.Popen([*command, str(target), "--resume"], env=env, stdout=subprocess.DEVNULL) as run:
            _wait(run, target, dice, length)
            if run.poll() is None:
                told.kills += 1
                workers = _children(run.pid)
                if workers and dice.random() < 0.25:
                    told.of_workers += 1
                    with suppress(ProcessLookupError):
                        os.kill(dice.choice(workers), 9)
                    run.wait()
                else:
                    run.kill()
        if run.returncode == 0:
            _compare(_files(target), expected, told)
            told.complete += 1
            target = folder / f"run-{told.complete}"
        else:
            done = sum(not name.startswith(".") and name.startswith("part-") for name in _files(target))
            told.broken_off += 0 < done < shards
    subprocess.run([*command, str(target), "--resume"], check=True, env=env, stdout=subprocess.DEVNULL)
    _compare(_files(target), expected, told)
    told.complete += 1
    return told


def _wait(run: subprocess.Popen[bytes], target: Path, dice: random.Random, length: float) -> None:
    """Wait for a moment of a run: some part of its time, or just after some more of its files have come."""
    if dice.random() < 0.3:
        with suppress(subprocess.TimeoutExpired):
            run.wait(dice.random() * length)
        return
    wanted = len(_names(target)) + dice.randrange(1, 8)
    while run.poll() is None and len(_names(target)) < wanted:
        time.sleep(0.001)
    time.sleep(dice.random() / 50)


def _names(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _compare(found: Mapping[str, bytes], expected: Mapping[str, bytes], told: Told) -> None:
    wrong = [name for name in sorted({*found, *expected}) if found.get(name) != expected.get(name)]
    if wrong:
        raise RuntimeError(f"after {told}: not what a run that is let be gives: {', '.join(wrong)}")


def _files(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        return {}
    found = {}
    for path in folder.iterdir():
        with suppress(FileNotFoundError):  # a worker of a run that was killed takes its draft away
            found[path.name] = path.read_bytes()
    return found


def _children(pid: int) -> list[int]:
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text("ascii").split())
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "load.jsonl"
        with source.open("w", encoding="utf-8") as sink:
            for made in islice(load.articles(options.seed), options.articles):
                sink.write(json.dumps(made.article, ensure_ascii=False) + "\n")
        command = [sys.executable, "-m", "talkextract", "batch", str(source), "--shard-size", "50", "--workers", "2"]
        print(killed_and_resumed(command, Path(name), kills=options.kills, seed=options.seed))


if __name__ == "__main__":
    main()
