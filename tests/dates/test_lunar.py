"""Days of the moon: against tables of the Vietnamese calendar, which differs from the Chinese one on some days."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from talkextract import read_dates
from talkextract.values.moon import moon_day, moon_month

# The first day of the lunar year (Hồ Ngọc Đức's tables). In 1968, 1985, 2007, 2030 and 2053 the Chinese new year is
# another day.
TET = {
    1968: "1968-01-29", 1975: "1975-02-11", 1985: "1985-01-21", 2000: "2000-02-05", 2007: "2007-02-17",
    2019: "2019-02-05", 2020: "2020-01-25", 2021: "2021-02-12", 2022: "2022-02-01", 2023: "2023-01-22",
    2024: "2024-02-10", 2025: "2025-01-29", 2026: "2026-02-17", 2027: "2027-02-06", 2030: "2030-02-02",
    2053: "2053-02-18",
}  # fmt: skip
# The leap month of each year that has one; the Chinese calendar has 1984: 10, 1987: 6.
LEAP = {
    1985: 2, 1987: 7, 1990: 5, 1993: 3, 1995: 8, 1998: 5, 2001: 4, 2004: 2, 2006: 7, 2009: 5, 2012: 4, 2014: 9,
    2017: 6, 2020: 4, 2023: 2, 2025: 6, 2028: 5, 2031: 3, 2033: 11, 2036: 6,
}  # fmt: skip


@pytest.mark.parametrize(("year", "day"), TET.items())
def test_tet_is_that_of_viet_nam(year: int, day: str):
    assert moon_day(year, 1, 1) == date.fromisoformat(day)


def test_leap_months_are_those_of_viet_nam():
    years = range(1985, 2037)
    found = {y: m for y in years for m in range(1, 13) if moon_day(y, m, 1, leap=True) is not None}
    assert found == LEAP


@pytest.mark.parametrize("year", [2001, 2006, 2017, 2020, 2023, 2025])
def test_the_months_of_a_year_follow_one_another(year: int):
    months = [
        span for m in range(1, 13) for leap in (False, True) if (span := moon_month(year, m, leap=leap)) is not None
    ]
    assert len(months) == 13
    assert all((b[0] - a[1]).days == 1 for a, b in pairwise(months))


PUBLISHED = "2025-09-17"
READ = [
    # leap months
    ("Giỗ cụ ngày 10 tháng 6 nhuận.", "ngày 10 tháng 6 nhuận", "2025-08-03"),
    ("Mùng 1 tháng Sáu nhuận, trời mưa.", "Mùng 1 tháng Sáu nhuận", "2025-07-25"),
    ("Tháng 6 nhuận năm nay có 29 ngày.", "Tháng 6 nhuận năm nay", "2025-07-25/2025-08-22"),
    ("Rằm tháng 2 nhuận năm 2023, chùa mở hội.", "Rằm tháng 2 nhuận năm 2023", "2023-04-05"),
    ("Ông mất ngày 4 tháng 4 nhuận.", "ngày 4 tháng 4 nhuận", "2020-05-26"),
    ("Bà mất ngày 15 tháng 6 nhuận năm Ất Tỵ.", "ngày 15 tháng 6 nhuận năm Ất Tỵ", "2025-08-08"),
    # years told by their name
    ("Hội mở tháng Giêng năm Giáp Thìn.", "tháng Giêng năm Giáp Thìn", "2024-02-10/2024-03-09"),
    ("Ông mất năm Kỷ Dậu.", "năm Kỷ Dậu", "1969"),
    ("Chợ đông dịp xuân Bính Ngọ.", "Bính Ngọ", "2026"),
    ("Cụ mất 26/7 Ất Tỵ.", "26/7 Ất Tỵ", "2025-09-17"),
    ("Trận đánh mồng 5 tháng Giêng năm Kỷ Dậu (1789).", "mồng 5 tháng Giêng năm Kỷ Dậu (1789)", "1789"),
    # feasts of a told year; the eve, though the last month has 29 days
    ("Trung thu năm nay se lạnh.", "Trung thu năm nay", "2025-10-06"),
    ("Lễ Vu Lan năm 2024 mưa.", "Lễ Vu Lan năm 2024", "2024-08-18"),
    ("Giỗ Tổ Hùng Vương (10/3) năm ấy nắng.", "10/3", "2025-04-07"),
    ("Giỗ Tổ Hùng Vương năm 2026 vào Chủ nhật.", "Giỗ Tổ Hùng Vương năm 2026", "2026-04-26"),
    ("Cả nhà quây quần đêm 30 Tết.", "đêm 30 Tết", "2025-01-28"),
    ("Pháo hoa đêm Giao thừa Tết Bính Ngọ 2026.", "đêm Giao thừa Tết Bính Ngọ 2026", "2026-02-16"),
    ("Cúng ông Táo 23 tháng Chạp.", "23 tháng Chạp", "2025-01-22"),
    ("Chợ nghỉ từ 29 Tết đến mùng 4 Tết Ất Tỵ.", "từ 29 Tết đến mùng 4 Tết Ất Tỵ", "2025-01-28/2025-02-01"),
    ("Hội kéo dài từ mùng 6 tháng Giêng đến hết tháng 3 âm lịch.", None, "2025-02-03/2025-04-27"),
    ("Cụ sinh 15/8/1950 âm lịch.", "15/8/1950 âm lịch", "1950-09-26"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value"), READ)
def test_a_lunar_date_is_read(text: str, words: str | None, value: str):
    [found] = read_dates(text, PUBLISHED)
    assert (found.value, found.lunar) == (value, True)
    assert words in (None, found.text)


NONE = [
    "Tháng 5 nhuận năm 2025 không có.",  # the leap month of 2025 is the sixth
    "Đêm giao thừa, pháo hoa nổ.",
    "Mùa Vu Lan, chùa đông khách.",
    "Ngày giỗ tổ nghề, thợ nghỉ.",
    "Năm nhuận có 366 ngày.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_names_no_lunar_day_has_none(text: str):
    assert read_dates(text, PUBLISHED) == []
