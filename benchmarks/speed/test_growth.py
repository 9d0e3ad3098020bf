"""How the time grows with the length of a text, with the rows of the tables, and with the number of rules."""

from __future__ import annotations

import csv
import json
import random
import tomllib
from itertools import product
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from speed.conftest import Texts, tell

from talkextract import Extractor
from talkextract.rules import shipped_folder

RULES = shipped_folder()
LENGTHS = (1_000, 10_000, 100_000, 1_000_000, 5_000_000)
TIMES = (1, 4, 16)


def stretches(articles: list[str], length: int, total: int) -> list[str]:
    """Articles joined in a shuffled order, over and over where they are too few, and cut into texts of `length`
    characters, `total` characters of them at least: all lengths up to `total` read the same words.
    """
    shuffled = random.Random(1).sample(articles, len(articles))
    joined = "\n\n".join(shuffled) + "\n\n"
    whole = joined * (max(length, total) // len(joined) + 1)
    return [whole[at : at + length] for at in range(0, max(total, length) - length + 1, length)]


@pytest.mark.parametrize("length", LENGTHS)
def test_length(benchmark: BenchmarkFixture, extractor: Extractor, texts: Texts, is_smoke: bool, length: int) -> None:
    """The time of a text, from an article of 1,000 characters to an archive of five million in one text."""
    articles = [text for each in texts.values() for text in each]
    read = stretches(articles, min(length, 10_000), 10_000) if is_smoke else stretches(articles, length, 400_000)
    tell(benchmark, read)
    benchmark.pedantic(lambda: [extractor.extract(text) for text in read], rounds=1 if length > 1_000_000 else 3)


def invented(count: int) -> list[str]:
    """Names of three syllables that no table has."""
    starts, ends = "BCDGHKLMNPQRSTVX", ("oaz", "iwn", "ujt", "efm", "azp", "ozk", "uwt", "ijn")
    syllables = [a + b for a, b in product(starts, ends)]
    return [" ".join(name) for name, _ in zip(product(syllables, repeat=3), range(count), strict=False)]


# The columns of a table that hold names, "|" between them.
NAMED = {
    "regions.csv": ("name", "spellings"), "communes.csv": ("names",),
    "gates.csv": ("name", "spellings", "counterparts"), "treaties.csv": ("name", "aliases"), "forces.csv": ("heads",),
    "abbreviations.csv": ("short",),
}  # fmt: skip


def more_rows(folder: Path, times: int) -> None:
    """Tables beside the shipped ones that make them `times` as long: each row again, with an invented name for each."""
    for file, columns in NAMED.items():
        with (RULES / file).open(encoding="utf-8", newline="") as source:
            rows = list(csv.DictReader(source))
        parts = sum(row[column].count("|") + 1 for row in rows for column in columns)
        names = iter(invented(parts * times))
        with (folder / file).open("w", encoding="utf-8", newline="") as target:
            sink = csv.DictWriter(target, rows[0])
            sink.writeheader()
            for n in range(1, times):
                for row in rows:
                    new = row | {c: "|".join(next(names) for part in row[c].split("|") if part) for c in columns}
                    if "id" in row:
                        new["id"] = f"{row['id']}-{n}"
                    if file == "communes.csv":  # the key of a row is its province and the day of the reform
                        new["valid_from"] = f"2025-07-{n + 1:02}"
                    sink.writerow(new)


def more_rules(folder: Path, times: int) -> None:
    """Rules beside the shipped ones that make them `times` as many: each again, with words in the place of its literals
    that no text holds, so that none is tried; the scan for literals, and what is made ready, is all that grows.
    """
    for source in sorted(RULES.glob("*.toml")):
        rules = tomllib.loads(source.read_text("utf-8")).get("rule", [])
        words = iter(invented(sum(len(rule["needs"]) for rule in rules) * times))
        lines = []
        for n in range(1, times):
            for rule in rules:
                copy = rule | {"id": f"{rule['id']}.copy{n}", "needs": [next(words).lower() for _ in rule["needs"]]}
                lines += ["[[rule]]", *(f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in copy.items()), ""]
        (folder / f"copies_{source.name}").write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize("times", TIMES)
@pytest.mark.parametrize("what", [more_rows, more_rules])
def test_rules(
    benchmark: BenchmarkFixture, texts: Texts, is_smoke: bool, tmp_path: Path, what: type[object], times: int
) -> None:
    """The time of the seeds and the corpus after warm-up, with longer tables or more rules."""
    what(tmp_path, min(times, 2) if is_smoke else times)
    extractor = Extractor(rules=[tmp_path])
    read = [*texts["seeds"], *texts["corpus"]]
    for text in read:
        extractor.extract(text)
    tell(benchmark, read)
    benchmark.pedantic(lambda: [extractor.extract(text) for text in read], rounds=8)
