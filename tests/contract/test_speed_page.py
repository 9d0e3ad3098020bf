"""The page of speed shows the figures that are kept, and the targets are reckoned as they say."""

from __future__ import annotations

import json
from typing import Any

import figures
import pytest


def kept() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(figures.KEPT.read_text("utf-8"))
    return found


def test_the_page_has_the_tables_of_the_kept_figures() -> None:
    page = figures.PAGE.read_text("utf-8")
    assert page == figures.with_figures(page, kept())


def test_the_kept_figures_are_those_of_all_benchmarks() -> None:
    tools = ["spacy[seeds]", "spacy[corpus]", "edsnlp", "underthesea", "extract[seeds]", "extract[corpus]"]
    names = [
        *tools, "stages", "profile", *(f"length[{n}]" for n in (1_000, 10_000, 100_000, 1_000_000, 5_000_000)),
        *(f"rules[{what}-{n}]" for what in ("more_rows", "more_rules") for n in (1, 4, 16)),
        *(f"start[{what}]" for what in ("python", "pydantic, regex", "import", "extract")), "workers[1]", "workers[2]",
        "dates[read_dates]", "dates[search_dates]",
        *(f"tables[{what}]" for what in "extract_batch to_arrow from_arrow to_tables".split()),
        "tables[to_frames, pandas]", "tables[to_frames, polars]",
    ]  # fmt: skip
    assert sorted(kept()["benchmarks"]) == sorted(names)
    assert set(kept()["benchmarks"]["stages"]["stages"]) == {
        "view", "scan", "match", "values", "page", "assemble", "rest",
    }  # fmt: skip
    assert len(kept()["benchmarks"]["profile"]["profile"]) == 25


def run(**seconds: float) -> dict[str, Any]:
    """Figures of benchmarks that each read a thousand characters."""
    return {"benchmarks": {name: {"seconds": each, "characters": 1000} for name, each in seconds.items()}}


def test_growth_is_that_of_ten_times_the_text() -> None:
    # as many characters in longer texts: 1.2 times the time is twelve times that of a text of a tenth
    of = run(**{"length[1000]": 1.0, "length[10000]": 1.2, "length[40000]": 1.2})
    assert dict(figures.growths(of)) == {"1,000 → 10,000": pytest.approx(12), "10,000 → 40,000": pytest.approx(10)}


@pytest.mark.parametrize(
    ("figure", "bound", "said"), [(1.5, 1.5, "met"), (0.2, 1.5, "met"), (3.0, 1.5, "missed: × 2.00")]
)
def test_a_target_is_met_or_the_distance_is_told(figure: float, bound: float, said: str) -> None:
    assert figures.met(figure, bound) == said


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        (6.534, "×", "× 6.53"),
        (0.0712, "ms", "0.0712 ms"),
        (54.61, "MB", "54.6 MB"),
        (12345.6, "", "12,346"),
        (1, "×", "× 1.00"),
    ],
)
def test_figures_have_three_digits(number: float, unit: str, said: str) -> None:
    assert figures.shown(number, unit) == said
