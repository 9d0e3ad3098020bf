"""What tests share: where things lie, and the articles that may be read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from talkextract import Extractor

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
SEED_GOLD = ROOT / "tests" / "gold" / "seeds"
GOLDEN = ROOT / "tests" / "golden"
CORPUS = ROOT / "tests" / "corpus"
INVENTED = ROOT / "tests" / "invented"

# The odd-numbered articles serve development. The even-numbered ones were read by nobody before they were first measured
# (the figure stands in corpus/floors.toml); since then tests score them, and test_generality.py holds code and rules against them.
ODD = [f"a_{n:02}" for n in range(1, 23, 2)] + [f"c_{n:02}" for n in range(1, 25, 2)]
EVEN = [f"a_{n:02}" for n in range(2, 23, 2)] + [f"c_{n:02}" for n in range(2, 25, 2)]


class Case(NamedTuple):
    """An article with its gold record; `published` is what a caller passes."""

    id: str
    text: str
    gold: dict[str, Any]

    @property
    def published(self) -> str | None:
        return (self.gold.get("given") or {}).get("published")


def read_exact(path: Path) -> str:
    """The characters of a file as they stand, line ends too."""
    return path.read_bytes().decode("utf-8")


def seeds() -> list[Case]:
    return [_case(path.stem, SEEDS, SEED_GOLD) for path in sorted(SEEDS.glob("*.txt"))]


def odd_articles() -> list[Case]:
    return [_case(name, CORPUS / "texts", CORPUS / "gold") for name in ODD]


def even_articles() -> list[Case]:
    return [_case(name, CORPUS / "texts", CORPUS / "gold") for name in EVEN]


def invented_articles() -> list[Case]:
    """Articles made up for the tests, with gold records: lk_ of Laos and Cambodia, cn_ of China, or_ and mx_ of
    every border, w_ and v_ of all of them and the ministries, p_ of bodies and wordings that the others lack.
    """
    names = sorted(path.stem for path in (INVENTED / "gold").glob("*.json"))
    return [_case(name, INVENTED / "texts", INVENTED / "gold") for name in names]


def _case(name: str, texts: Path, golds: Path) -> Case:
    return Case(name, read_exact(texts / f"{name}.txt"), json.loads((golds / f"{name}.json").read_text("utf-8")))


def evidence_of(node: object) -> Iterator[dict[str, Any]]:
    """Every piece of evidence below a node of a record's JSON."""
    if isinstance(node, list):
        for item in node:
            yield from evidence_of(item)
    elif isinstance(node, dict):
        yield from node.get("evidence", ())
        for key, value in node.items():
            if key != "evidence":
                yield from evidence_of(value)


def values_of(node: object) -> object:
    """A record's JSON without its evidence."""
    if isinstance(node, list):
        return [values_of(item) for item in node]
    if isinstance(node, dict):
        return {key: values_of(value) for key, value in node.items() if key != "evidence"}
    return node


def twin(extractor: Extractor) -> Extractor:
    """Another extractor of the same rules, ready as the first one is: its parts may be exchanged by a test."""
    other = object.__new__(Extractor)
    other.__dict__.update(extractor.__dict__)
    return other
