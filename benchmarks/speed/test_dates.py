"""`read_dates` beside dateparser's `search_dates` (languages vi, DMY, base = the day of publication).

Both read the sentences of tests/dates/other_genres.toml, in which every date is marked: recognition (spans as marked),
values, time. `search_dates` gives days alone; its value counts as right where it is the marked day, or the first day of
the marked month or year. Its spans are also counted loosely, where they only overlap a mark.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from dateparser.search import search_dates
from pytest_benchmark.fixture import BenchmarkFixture
from speed.conftest import tell

from dates.forms import Form, sentences
from talkextract import read_dates
from talkextract.edtf import first_day

Reader = Callable[[Form], list[tuple[int, int, str]]]


def ours(form: Form) -> list[tuple[int, int, str]]:
    return [(d.start, d.end, d.value or "") for d in read_dates(form.text, form.published)]


def theirs(form: Form) -> list[tuple[int, int, str]]:
    base = datetime.combine(date.fromisoformat(form.published or "2025-09-17"), datetime.min.time())
    settings = {"DATE_ORDER": "DMY", "RELATIVE_BASE": base}
    found, at = [], 0
    for words, when in search_dates(form.text, languages=["vi"], settings=settings) or []:
        start = form.text.find(words, at)
        if start < 0:
            start = form.text.lower().find(words.lower(), at)
        if start >= 0:
            at = start + len(words)
            found.append((start, at, when.date().isoformat()))
    return found


def is_right(value: str, marked: str) -> bool:
    """Whether a value is the marked one; a day for a month or year, where it is its first."""
    if value == marked:
        return True
    day = first_day(marked)
    return len(marked) in (4, 7) and day is not None and value == day.isoformat()


def scores(forms: list[Form], reader: Reader) -> dict[str, float]:
    """F1 of the spans, exact and overlapping, and the share of right values among the dates that were touched."""
    found = marked = exact = overlapping = right = 0
    for form in forms:
        got = reader(form)
        found, marked = found + len(got), marked + len(form.expected)
        spans = {(start, end) for start, end, _ in got}
        for e in form.expected:
            over = [value for start, end, value in got if start < e.end and e.start < end]
            exact += (e.start, e.end) in spans
            overlapping += bool(over)
            right += any(is_right(value, e.value) for value in over)
    both = found + marked
    return {"f1": 2 * exact / both, "f1_overlap": 2 * overlapping / both, "right": right / max(overlapping, 1)}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:dateparser")
@pytest.mark.parametrize("reader", [ours, theirs], ids=["read_dates", "search_dates"])
def test_dates(benchmark: BenchmarkFixture, is_smoke: bool, reader: Reader) -> None:
    forms = sentences("other_genres.toml")[: 20 if is_smoke else None]
    benchmark.extra_info.update(scores(forms, reader))  # languages and patterns are made ready by it
    tell(benchmark, [form.text for form in forms])
    benchmark(lambda: [reader(form) for form in forms])
