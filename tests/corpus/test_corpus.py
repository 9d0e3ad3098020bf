"""The score of the odd-, the even-numbered and the invented articles per field, each against its floors of floors.toml."""

from __future__ import annotations

import json
import math
import re
import tomllib

import pytest

from support import CORPUS, even_articles, invented_articles, odd_articles
from talkextract import Extractor
from talkextract.doors.evaluate import Report, Tally, evaluate

FILE = CORPUS / "floors.toml"
FLOORS = tomllib.loads(FILE.read_text("utf-8"))
HALVES = {"odd": odd_articles, "even": even_articles, "invented": invented_articles}
AVERAGES = ("core", "full")
# A change may gain one article and lose another: a field's floor lies below its last figure, the averages' closer to it.
ROOM, ROOM_OF_AVERAGE = 0.03, 0.01


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


def figures(report: Report) -> dict[str, Tally]:
    return {"core": report.core, "full": report.full, **dict(sorted(report.fields.items()))}


def raised(text: str, reports: dict[str, Report]) -> str:
    """The file of floors with the figures of now; a floor only rises."""
    out = [text[: text.index("[odd]")].rstrip()]
    for half, report in reports.items():
        out.append(f"\n[{half}]")
        for name, tally in figures(report).items():
            room = ROOM_OF_AVERAGE if name in AVERAGES else ROOM
            floor = max(FLOORS.get(half, {}).get(name, 0.0), math.floor((tally.f1 - room) * 100) / 100)
            out.append(f'"{name}" = {floor:.2f}  # {tally.f1:.3f}: P {tally.precision:.3f} R {tally.recall:.3f}')
    return "\n".join(out) + "\n"


def test_each_half_has_its_floors() -> None:
    assert set(FLOORS) == set(HALVES)


@pytest.mark.parametrize("half", HALVES)
def test_all_articles_are_scored(reports: dict[str, Report], half: str) -> None:
    assert (reports[half].records, reports[half].absent) == (len(HALVES[half]()), [])
    assert reports[half].records >= 23


def test_scores_are_not_below_their_floors(reports: dict[str, Report], request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-floors"):
        FILE.write_text(raised(FILE.read_text("utf-8"), reports), "utf-8")
    below = {
        (half, name): (round(tally.f1, 3), FLOORS[half].get(name))
        for half, report in reports.items()
        for name, tally in figures(report).items()
        if tally.f1 < FLOORS[half].get(name, 1.1)  # a field without a floor is one that was forgotten
    }
    assert below == {}


def test_the_file_holds_the_figures_of_the_last_run(reports: dict[str, Report]) -> None:
    written = re.findall(r'^"([\w.]+)" = [\d.]+  # ([\d.]+):', FILE.read_text("utf-8"), re.MULTILINE)
    assert written == [(n, f"{t.f1:.3f}") for r in reports.values() for n, t in figures(r).items()], (
        "write them anew: pytest tests/corpus --update-floors"
    )


@pytest.mark.parametrize("half", HALVES)
def test_evidence_is_grounded(reports: dict[str, Report], half: str) -> None:
    assert reports[half].ungrounded == []
