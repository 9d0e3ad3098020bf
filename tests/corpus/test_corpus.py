"""The score of the odd- and of the even-numbered articles, each against its floors of floors.toml."""

from __future__ import annotations

import json
import tomllib

import pytest

from support import CORPUS, even_articles, odd_articles
from talkextract import Extractor
from talkextract.doors.evaluate import Report, evaluate

FLOORS = tomllib.loads((CORPUS / "floors.toml").read_text("utf-8"))
HALVES = {"odd": odd_articles, "even": even_articles}


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    extractor = Extractor()
    out = {}
    for half, articles in HALVES.items():
        cases = articles()
        predicted = {
            c.id: json.loads(extractor.extract(c.text, id=c.id, published=c.published).model_dump_json()) for c in cases
        }
        out[half] = evaluate({c.id: c.gold for c in cases}, predicted, {c.id: c.text for c in cases})
    return out


def test_each_half_has_its_floors() -> None:
    assert set(FLOORS) == set(HALVES)


@pytest.mark.parametrize("half", HALVES)
def test_all_articles_are_scored(reports: dict[str, Report], half: str) -> None:
    assert (reports[half].records, reports[half].absent) == (23, [])


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("average", ["core", "full"])
def test_score_is_not_below_its_floor(reports: dict[str, Report], half: str, average: str) -> None:
    f1 = round(getattr(reports[half], average).f1, 4)
    assert f1 >= FLOORS[half][average]


@pytest.mark.parametrize("half", HALVES)
def test_evidence_is_grounded(reports: dict[str, Report], half: str) -> None:
    assert len(reports[half].ungrounded) <= FLOORS[half]["ungrounded"], reports[half].ungrounded[:10]
