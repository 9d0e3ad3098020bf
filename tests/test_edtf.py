"""EDTF: what is valid, how long it lasts, and that the reference parser agrees."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from talkextract import edtf

D = date

# value, first day, last day, level: ISO 8601-2 and the measured behaviour of the `edtf` package
VALID = [
    ("2022", D(2022, 1, 1), D(2022, 12, 31), 0),
    ("2024-02", D(2024, 2, 1), D(2024, 2, 29), 0),
    ("2025-09-16", D(2025, 9, 16), D(2025, 9, 16), 0),
    ("2022-11-24/2022-11-26", D(2022, 11, 24), D(2022, 11, 26), 0),
    ("2021-07/2022-07-22", D(2021, 7, 1), D(2022, 7, 22), 0),
    ("2018/2023", D(2018, 1, 1), D(2023, 12, 31), 0),
    ("2024-09/..", D(2024, 9, 1), None, 1),
    ("198X", D(1980, 1, 1), D(1989, 12, 31), 1),
    ("2022-21", None, None, 1),
    ("2023-33", D(2023, 1, 1), D(2023, 3, 31), 2),
    ("2023-35", D(2023, 7, 1), D(2023, 9, 30), 2),
    ("2024-36", D(2024, 10, 1), D(2024, 12, 31), 2),
    ("2022-40", D(2022, 1, 1), D(2022, 6, 30), 2),
    ("2022-41", D(2022, 7, 1), D(2022, 12, 31), 2),
    ("19XX", D(1900, 1, 1), D(1999, 12, 31), 1),
    ("15XX/17XX", D(1500, 1, 1), D(1799, 12, 31), 1),
    ("XXXX-07-22", None, None, 2),
    ("XXXX-02-29", None, None, 2),
    ("XXXX-11", None, None, 2),
    ("XXXX-XX-16", None, None, 2),
    ("XXXX-11-24/XXXX-11-26", None, None, 2),
]

INVALID = [
    "", "..", "../..", "/", "22", "2022-13", "2022-00", "2023-02-29", "2025-06-31", "2025-9-16", "16/9", "XXXX", "XXXX-07-32",
    "XXXX-02-30", "XXXX-40", "2022-42", "2022-40-01", "2022-40/2022-41", "2024/2023", "2021-12-11T12:05", "2024-09/nay", "0000",
    "2022-11-24/2022-11-26/2022-11-28", "XXXX-XX-00", "XXXX-XX", "19XX-05", "1XXX", "00XX",
]  # fmt: skip


@pytest.mark.parametrize(("value", "first", "last", "level"), VALID)
def test_bounds_and_level(value: str, first: date | None, last: date | None, level: int) -> None:
    assert edtf.is_valid(value)
    assert edtf.bounds(value) == (first, last)
    assert (edtf.first_day(value), edtf.last_day(value)) == (first, last)
    assert edtf.level(value) == level


@pytest.mark.parametrize("value", INVALID)
def test_what_records_never_write(value: str) -> None:
    assert not edtf.is_valid(value)
    assert edtf.bounds(value) is None
    assert edtf.level(value) is None
    assert edtf.first_day(value) is None
    assert edtf.last_day(value) is None


@pytest.mark.parametrize("value", [v[0] for v in VALID])
def test_the_reference_parser_reads_what_we_call_valid(value: str) -> None:
    assert str(parse_edtf(value))


@pytest.mark.parametrize("value", ["2022-40/2022-41", "2022-13", "2025-06-31", "16/9", "2021-12-11T12:05"])
def test_the_reference_parser_refuses_it_too(value: str) -> None:
    with pytest.raises(EDTFParseException):
        parse_edtf(value)


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)))
def test_every_day_of_the_calendar_is_valid(day: date) -> None:
    assert edtf.bounds(day.isoformat()) == (day, day)


@given(st.text("0123456789X-/.", max_size=22))
def test_any_text_is_judged_without_an_exception(text: str) -> None:
    bounds = edtf.bounds(text)
    assert (bounds is not None) == edtf.is_valid(text) == (edtf.level(text) is not None)
    if bounds and bounds[0] and bounds[1]:
        assert bounds[0] <= bounds[1]


@pytest.mark.parametrize(("first", "last", "joined"), [
    ("2015", "2016-40", "2015-01/2016-06"),  # record.md: from the first month to the last
    ("2021-41", "2022-40", "2021-07/2022-06"),
    ("2023-33", "2023-34", "2023-01/2023-06"),
    ("2021", "2022", "2021/2022"),
    ("2024-09", "2025-03", "2024-09/2025-03"),
    ("2024-09", "2025-03-05", "2024-09-01/2025-03-05"),
    ("2022-11-24", "2022-11-24", "2022-11-24"),
    ("2022-40", "2022-40", "2022-01/2022-06"),
])  # fmt: skip
def test_join(first: str, last: str, joined: str) -> None:
    assert edtf.join(first, last) == joined
    assert edtf.is_valid(joined)


@pytest.mark.parametrize(
    ("first", "last"), [("2023", "2022"), ("XXXX-07-22", "2022"), ("2022", "2022-40/2022-41"), ("", "2022")]
)
def test_nothing_to_join(first: str, last: str) -> None:
    assert edtf.join(first, last) is None


@pytest.mark.parametrize(("text", "day"), [
    ("2021-12-11", D(2021, 12, 11)),
    ("2021-12-11T12:05+07:00", D(2021, 12, 11)),
    ("2020-11-12T04:50", D(2020, 11, 12)),
    ("2020-11-12T23:50:00Z", D(2020, 11, 12)),
    ("2021-02-30", None),
    ("2021-12-11T25:05", None),
    ("2021-12", None),
    ("11/12/2021", None),
    ("2021-W05-1", None),
    ("", None),
])  # fmt: skip
def test_iso_day(text: str, day: date | None) -> None:
    assert edtf.iso_day(text) == day


@pytest.mark.parametrize(
    ("year", "month", "days"), [(2023, 2, 28), (2024, 2, 29), (None, 2, 29), (2025, 6, 30), (1900, 2, 28)]
)
def test_days_in_month(year: int | None, month: int, days: int) -> None:
    assert edtf.days_in_month(year, month) == days


PARTS = [*range(1, 13), *range(25, 28), *range(33, 42)]
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
POINTS = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    DAYS.map(lambda day: f"{day:%Y}"),
    DAYS.map(lambda day: f"{day:%Y}"[:3] + "X"),
)
PARTS_OF_YEARS = st.builds("{}-{:02}".format, st.integers(1000, 2999), st.sampled_from(PARTS))
INTERVALS = st.tuples(POINTS, POINTS).map("/".join).filter(edtf.is_valid)


@given(POINTS | PARTS_OF_YEARS | INTERVALS)
def test_first_and_last_day_are_those_of_the_reference_parser(value: str) -> None:
    parsed = parse_edtf(value)
    assert edtf.bounds(value) == (D(*parsed.lower_strict()[:3]), D(*parsed.upper_strict()[:3]))


@given(POINTS | PARTS_OF_YEARS)
def test_an_open_end_has_no_day_and_the_other_end_its_own(value: str) -> None:
    first, last = edtf.bounds(value) or (None, None)
    opened = edtf.bounds(f"{value}/.."), edtf.bounds(f"../{value}")
    part_of_year = value[5:7].isdecimal() and int(value[5:7]) > 12
    assert opened == ((None, None) if part_of_year else ((first, None), (None, last)))


@given(DAYS)
def test_a_day_lies_in_its_month_quarter_half_year_and_year(day: date) -> None:
    month, half = day.month, 40 + (day.month > 6)
    quarter = 33 + (month - 1) // 3
    for part in (f"-{month:02}", f"-{quarter}", f"-{half}", ""):
        first, last = edtf.bounds(f"{day.year}{part}") or (D.max, D.min)
        assert first is not None
        assert last is not None
        assert first <= day <= last
        after = last + timedelta(1)
        assert after.day == 1  # a part ends with a month
        assert edtf.bounds(f"{after.year}-{after.month:02}") != edtf.bounds(f"{day.year}-{month:02}")
