"""The score of the odd-numbered articles, against the floors of floors.toml."""

from __future__ import annotations

import json
import tomllib

import pytest

from support import CORPUS, odd_articles
from talkextract import Extractor
from talkextract.doors.evaluate import Report, evaluate

FLOORS = tomllib.loads((CORPUS / "floors.toml").read_text("utf-8"))["odd"]


@pytest.fixture(scope="module")
def report() -> Report:
    extractor = Extractor()
    cases = odd_articles()
    predicted = {
        c.id: json.loads(extractor.extract(c.text, id=c.id, published=c.published).model_dump_json()) for c in cases
    }
    return evaluate({c.id: c.gold for c in cases}, predicted, {c.id: c.text for c in cases})


def test_all_odd_articles_are_scored(report: Report) -> None:
    assert (report.records, report.absent) == (23, [])


@pytest.mark.parametrize("average", ["core", "full"])
def test_score_is_not_below_its_floor(report: Report, average: str) -> None:
    assert getattr(report, average).f1 >= FLOORS[average]


def test_evidence_is_grounded(report: Report) -> None:
    assert len(report.ungrounded) <= FLOORS["ungrounded"], report.ungrounded[:10]
