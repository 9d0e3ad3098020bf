"""People in the wordings of many papers: rank, post, unit, country and roles, against what reading gives."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from talkextract import Extractor

ROLES = {"h": "head", "c": "co_chair", "s": "speaker", "g": "signatory", "a": "attendee", "m": "mentioned"}
FILE = Path(__file__).with_name("people_passages.txt")


class Passage(NamedTuple):
    """One passage with its opening, and the people it names, as the file tells them."""

    text: str
    people: list[list[str]]


def passages() -> list[Passage]:
    openings, found = {"N": ""}, list[Passage]()
    for line in FILE.read_text("utf-8").splitlines():
        mark, rest = line[:1], line[3:]
        if mark == "@":
            openings[line[1]] = rest + " "
        elif mark == "#":
            found.append(Passage((openings[line[1]] + rest).replace("¶", "\n"), []))
        elif mark and mark != "%":
            found[-1].people.append(line.split("|"))
    return found


@cache
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize("passage", passages(), ids=lambda p: p.text[-60:])
def test_the_people_of_a_passage(passage: Passage) -> None:
    found = {
        p.name: [p.name, p.rank or "", p.position or "", p.unit or "", p.country or "", set(p.roles)]
        for p in extractor().extract(passage.text).people
    }
    assert sorted(found) == sorted(person[0] for person in passage.people)
    for *told, roles in passage.people:
        got = found[told[0]]
        assert [g if t != "*" else "*" for g, t in zip(got, told, strict=False)] == told
        assert roles == "*" or got[-1] == {ROLES[r] for r in roles}
