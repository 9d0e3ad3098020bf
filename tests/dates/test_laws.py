"""What holds for any text and any day of publication."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dates.forms import all_sentences, corpus, negatives
from talkextract import DateMention, UsageError, read_dates
from talkextract.edtf import is_valid
from talkextract.values.dates import Point, pivoted
from talkextract.values.moon import cycle_year, moon_day, moon_month

PIECES = sorted(
    {word for form in corpus() for word in form.text.split()}
    | {
        "31/6",
        "29/2",
        "29/2/2023",
        "quý",
        "VI",
        "31/12/9999",
        "1/1/0001",
        "năm",
        "30 Tết",
        "9999",
        "0000",
        "99",
        "/",
        "-",
    }
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
MARKED = st.sampled_from([f.text for f in (*corpus(), *all_sentences())] + [t for t, _ in negatives()])
TEXTS = st.one_of(
    WORDS,
    st.text(max_size=60),
    st.lists(MARKED, max_size=4).map("\n".join),
    st.text("0123456789/-. ngàytháng", max_size=40),
)
PUBLISHED = st.none() | st.dates()


@settings(max_examples=600, deadline=None)
@given(TEXTS, PUBLISHED)
def test_any_text_on_any_day(text: str, published: date | None):
    found = read_dates(text, published)
    for d in found:
        assert isinstance(d, DateMention)
        assert 0 <= d.start < d.end <= len(text)
        assert text[d.start : d.end] == d.text
        assert d.resolution in ("stated", "article", "published", "unspecified")
        if d.value is not None:
            edtf.parse_edtf(d.value)
            assert is_valid(d.value), d
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_text_says_the_same_twice_and_with_other_spaces(text: str):
    assert read_dates(text, "2025-09-17") == read_dates(text, "2025-09-17")
    wide = text.replace(" ", "\u00a0 ")
    assert [d.value for d in read_dates(text, "2025-09-17")] == [d.value for d in read_dates(wide, "2025-09-17")]


@pytest.mark.parametrize("published", ["", "17/9/2025", "2025-13-01", 20250917, b"2025-09-17"])
def test_a_day_of_publication_that_is_none_is_refused(published: object):
    with pytest.raises(UsageError, match="published"):
        read_dates("ngày 16/9", published)  # type: ignore[arg-type]


def test_bytes_are_no_text():
    with pytest.raises(UsageError, match="str"):
        read_dates(b"ng\xc3\xa0y 16/9")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("published", "value"),
    [("2025-09-17", "1946-09-16"), ("2026-01-01", "2046-09-16"), ("1999-01-01", "1946-09-16"), (None, "2046-09-16")],
)
def test_two_figures_are_a_year_of_the_hundred_that_end_twenty_years_on(published: str | None, value: str):
    assert [d.value for d in read_dates("ngày 16/9/46", published)] == [value]


def test_the_pivot_never_makes_a_day_that_is_none():
    assert pivoted(Point(2000, 2, 29, short=True), 1950) == Point(1900, 2, short=True)


@given(st.dates(date(1901, 1, 1), date(2098, 12, 31)))
def test_lunar_months_follow_one_another(day: date):
    year = day.year
    months = [moon_month(year, m) for m in range(1, 13)]
    assert all(m is not None and 28 <= (m[1] - m[0]).days <= 29 for m in months)
    starts = [m[0] for m in months if m]
    assert all(timedelta(29) <= b - a <= timedelta(60) for a, b in itertools.pairwise(starts))


@pytest.mark.parametrize(
    ("lunar", "solar"),
    [
        ((2025, 1, 1), "2025-01-29"),
        ((1985, 1, 1), "1985-01-21"),
        ((2007, 1, 1), "2007-02-17"),
        ((2030, 1, 1), "2030-02-02"),
        ((2025, 8, 15), "2025-10-06"),
    ],
)
def test_lunar_days_are_those_of_the_vietnamese_meridian(lunar: tuple[int, int, int], solar: str):
    """In 1985, 2007 and 2030 the Chinese new year is another day."""
    assert moon_day(*lunar) == date.fromisoformat(solar)


def test_a_lunar_month_of_29_days_has_no_thirtieth():
    assert moon_day(2025, 6, 30) is None or moon_month(2025, 6)[1] == moon_day(2025, 6, 30)
    assert moon_day(1899, 1, 1) is None
    assert moon_day(2025, 13, 1) is None


def test_the_names_of_years_are_sixty():
    assert (cycle_year("Giáp Tý"), cycle_year("Ất Tỵ"), cycle_year("Quý Hợi"), cycle_year("Giáp Sửu")) == (
        0,
        41,
        59,
        None,
    )


def test_a_long_line_without_a_stop_costs_no_more_than_another():
    text = "sáng 16/9 và ngày 17/9 " * 4000
    assert len(read_dates(text, "2025-09-17")) >= 4000
