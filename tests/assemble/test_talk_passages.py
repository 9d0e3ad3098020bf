"""The talk and the other talks in the wordings of many papers: present or not, and what is told of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from talkextract import Extractor
from talkextract.record import Talk

FILE = Path(__file__).with_name("talk_passages.txt")


class Passage(NamedTuple):
    """One passage, what its talk is to be (None: it reports none), and its other talks (None: left open)."""

    text: str
    talk: dict[str, str] | None
    others: list[dict[str, str]] | None


def told(line: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in line.split("|"))


def passages() -> list[Passage]:
    found: list[Passage] = []
    for line in FILE.read_text("utf-8").splitlines():
        mark, rest = line[:1], line[2:]
        if mark == "#":
            found.append(Passage(rest.replace("¶", "\n"), None, None))
        elif mark == "=" and rest != "null":
            found[-1] = found[-1]._replace(talk=told(rest))
        elif mark in ("+", "-"):
            others = (found[-1].others or []) + ([told(rest)] if mark == "+" else [])
            found[-1] = found[-1]._replace(others=others)
    return found


def value(talk: Talk, field: str) -> str:
    """A value of a talk as the file writes it; names in lower case."""
    if field == "place":
        place = talk.place
        return "null" if place is None else ";".join(x or "null" for x in (place.name, place.country, place.region))
    found = getattr(talk, field)
    return "null" if found is None else str(found).lower()


def check(talk: Talk, expected: dict[str, str]) -> None:
    wanted = {field: words if field == "place" else words.lower() for field, words in expected.items()}
    assert {field: value(talk, field) for field in wanted} == wanted


@cache
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize("passage", passages(), ids=lambda p: p.text[:60])
def test_the_talk_of_a_passage(passage: Passage) -> None:
    record = extractor().extract(passage.text)
    if passage.talk is None:
        assert record.talk is None
    else:
        assert record.talk is not None
        check(record.talk, passage.talk)
    if passage.others is not None:
        assert len(record.other_talks) == len(passage.others)
        for other, expected in zip(record.other_talks, passage.others, strict=True):
            check(other, expected)
