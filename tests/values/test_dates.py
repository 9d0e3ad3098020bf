"""What one date expression says: its parts, and what of an impossible one holds."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkextract.match import Matcher
from talkextract.offsets import View
from talkextract.rules import load_rules
from talkextract.values.dates import (
    Point,
    Relative,
    Several,
    Stretch,
    date_days,
    date_quarters,
    date_relative,
    date_stretch,
    date_value,
    occurrence,
    read_point,
)

MATCHER = Matcher(tuple(r for r in load_rules().rules if r.field == "dates"))


@pytest.mark.parametrize(("text", "point"), [
    ("Ngày 16/9", Point(None, 9, 16)),
    ("ngày 16-9-2025", Point(2025, 9, 16)),
    ("Sáng 28.9", Point(None, 9, 28)),
    ("16/9/25", Point(2025, 9, 16, short=True)),
    ("16/9/79", Point(1979, 9, 16, short=True)),
    ("ngày 05 tháng 03 năm 2024", Point(2024, 3, 5)),
    ("ngày 16 tháng Chín", Point(None, 9, 16)),
    ("tháng 9/2024", Point(2024, 9)),
    ("9/2024", Point(2024, 9)),
    ("tháng Mười Hai năm 2024", Point(2024, 12)),
    ("cuối tháng 9", Point(None, 9)),
    ("quý II/2024", Point(2024, quarter=2)),
    ("quý 4-2024", Point(2024, quarter=4)),
    ("Quý III năm 2023", Point(2023, quarter=3)),
    ("quý I", Point(quarter=1)),
    ("6 tháng đầu năm 2022", Point(2022, half=1)),
    ("sáu tháng cuối năm", Point(half=2)),
    ("nửa đầu năm 2023", Point(2023, half=1)),
    ("9 tháng đầu năm 2022", Stretch(Point(2022, 1), Point(2022, 9))),
    ("3 tháng cuối năm 2022", Stretch(Point(2022, 10), Point(2022, 12))),
    ("11 tháng năm 2024", Stretch(Point(2024, 1), Point(2024, 11))),
    ("năm 2022", Point(2022)),
    ("cuối năm 2022", Point(2022)),
    ("những năm 1980", Point(1980, decade=True)),
    ("thập niên 90", Point(1990, decade=True)),
    ("ngày 24", Point(day=24)),
    ("sáng nay (5/9)", Point(None, 9, 5, offset=0)),
    ("Hôm qua, 5/9", Point(None, 9, 5, offset=-1)),
    # what holds of an impossible date, or nothing
    ("ngày 31/6", Point(None, 6)),
    ("ngày 31/6/2023", Point(2023, 6)),
    ("29/2/2023", Point(2023, 2)),
    ("29/2", Point(None, 2, 29)),
    ("16/13", None),
    ("tháng 13", None),
    ("quý VI", None),
    ("12 tháng đầu năm 2022", None),
    ("ngày 32", None),
    ("hằng tháng", None),
    ("", None),
])  # fmt: skip
def test_read_point(text: str, point: Point | Stretch | None) -> None:
    assert read_point(text) == point
    assert date_value({"value": text}) == point


@pytest.mark.parametrize(("groups", "value"), [
    ({"first": "24", "last": "26/11", "to": "-"}, "XXXX-11-24/XXXX-11-26"),
    ({"first": "27", "last": "28/8"}, "XXXX-08-27/XXXX-08-28"),
    ({"first": "11-12", "last": "12-12"}, "XXXX-12-11/XXXX-12-12"),
    ({"first": "24", "middle": ", 25", "last": "26/11/2022"}, "2022-11-24/2022-11-26"),
    ({"first": "31/12", "last": "1/1"}, "XXXX-12-31/XXXX-01-01"),
    ({"first": "31/12", "last": "1/1/2025"}, "2024-12-31/2025-01-01"),
    ({"first": "3/3/1959", "last": "3/3/2019", "to": " - "}, "1959-03-03/2019-03-03"),
    ({"first": "9/2022", "last": "9/2023", "to": "-"}, "2022-09/2023-09"),
    ({"first": "5", "last": "20/11"}, "XXXX-11-05+XXXX-11-20"),
    ({"first": "5", "middle": ", 6", "last": "9/11/2024"}, "2024-11-05+2024-11-06+2024-11-09"),
    ({"first": "28/2", "last": "29/2/2023"}, "None"),
    ({"first": "28", "last": "2/3"}, "None"),
    ({"first": "mốc", "last": "5/9/2022"}, "None"),
    ({"first": "tháng 8", "last": "5/9/2022"}, "None"),
    ({"first": "3/3/2019", "last": "3/3/1959", "to": "-"}, "None"),
])  # fmt: skip
def test_days_named_together(groups: dict[str, str], value: str) -> None:
    assert str(date_days(groups)) == value


@pytest.mark.parametrize(("first", "last", "value"), [
    ("ngày 24", "26/11/2022", "2022-11-24/2022-11-26"),
    ("ngày 1", "15-12", "XXXX-12-01/XXXX-12-15"),
    ("15/12", "14/6/2023", "2022-12-15/2023-06-14"),
    ("16/9/2024", "18/9", "2024-09-16/2024-09-18"),
    ("30/12/2024", "2/1", "2024-12-30/2025-01-02"),
    ("29/2", "5/3/2023", "2023-02/2023-03-05"),
    ("tháng 1", "tháng 9/2022", "2022-01/2022-09"),
    ("tháng 10", "tháng 3/2023", "2022-10/2023-03"),
    ("quý IV/2022", "quý III/2023", "2022-10/2023-09"),
    ("6 tháng cuối năm 2021", "6 tháng đầu năm 2022", "2021-07/2022-06"),
    ("15/12", "năm 2022", "2022-12-15/2022"),
    ("đầu năm 2023", "tháng 9/2023", "2023-01/2023-09"),
    ("năm 2018", "năm 2023", "2018/2023"),
    ("6 tháng cuối năm 2021", None, "2021-07/now"),
    ("đầu năm 2023", None, "2023-01/now"),
    ("cuối năm 2021", None, "2021/now"),
    ("đầu năm", None, "XXXX-01/now"),
    ("năm 2023", "năm 2018", "None"),
    ("mốc", "tháng 9", "None"),
])  # fmt: skip
def test_from_one_point_to_another(first: str, last: str | None, value: str) -> None:
    assert str(date_stretch({"first": first} | ({"last": last} if last else {}))) == value


@pytest.mark.parametrize(("text", "value"), [
    ("sáng nay", Relative("day", 0)), ("Hôm qua", Relative("day", -1)), ("sáng mai", Relative("day", 1)),
    ("năm nay", Relative("year", 0)), ("năm ngoái", Relative("year", -1)), ("sáng", None),
])  # fmt: skip
def test_relative(text: str, value: Relative | None) -> None:
    assert date_relative({"value": text}) == value


def test_two_quarters() -> None:
    assert date_quarters({"first": "quý I", "last": "II/2024"}) == Several(
        (Point(2024, quarter=1), Point(2024, quarter=2))
    )
    assert date_quarters({"first": "quý VI", "last": "II/2024"}) is None


@pytest.mark.parametrize(("point", "days"), [
    (Point(2024, 2), (date(2024, 2, 1), date(2024, 2, 29))),
    (Point(2023, quarter=3), (date(2023, 7, 1), date(2023, 9, 30))),
    (Point(2022, half=2), (date(2022, 7, 1), date(2022, 12, 31))),
    (Point(1980, decade=True), (date(1980, 1, 1), date(1989, 12, 31))),
    (Point(None, 9, 16), None),
    (Point(2024, day=16), None),
    (Stretch(Point(2021, 7), Point(2022, 7, 22)), (date(2021, 7, 1), date(2022, 7, 22))),
    (Stretch(Point(2021, 7), None), (date(2021, 7, 1), date.max)),
])  # fmt: skip
def test_the_days_of_a_value(point: Point | Stretch, days: tuple[date, date] | None) -> None:
    assert point.days == days


def test_occurrence_in_a_year() -> None:
    assert occurrence(Point(None, 2, 29), 2024) == Point(2024, 2, 29)
    assert occurrence(Point(None, 2, 29), 2023) is None
    turn = Stretch(Point(None, 12, 31), Point(None, 1, 1))
    assert occurrence(turn, 2024) == Stretch(Point(2024, 12, 31), Point(2025, 1, 1))


def found(text: str) -> list[tuple[str, str]]:
    view = View(text)
    return [(view.text[m.start : m.end], str(m.value)) for m in MATCHER.match(view)]


# All rules together: which of the overlapping ones counts.
@pytest.mark.parametrize(("text", "expected"), [
    ("Trong 2 ngày 11-12 và 12-12 sẽ diễn ra", [("ngày 11-12 và 12-12", "XXXX-12-11/XXXX-12-12")]),
    ("Hôm nay 19.11.2019, thành phố", [("Hôm nay 19.11.2019", "2019-11-19")]),
    ("từ 6 tháng cuối năm 2021 đến nay", [("từ 6 tháng cuối năm 2021 đến nay", "2021-07/now")]),
    ("năm 2015 và 6 tháng đầu năm 2016", [("năm 2015", "2015"), ("6 tháng đầu năm 2016", "2016-40")]),
    ("tối 12, rạng sáng 13/3", [("tối 12, rạng sáng 13/3", "XXXX-03-12/XXXX-03-13")]),
    ("giai đoạn 2021-2025, tầm nhìn 2030", [("2021-2025", "2021/2025"), ("2030", "2030")]),
    ("Quyết định 1201/QĐ-TTg ngày 14/10/2023", [("ngày 14/10/2023", "2023-10-14")]),
    ("quý I, II/2024", [("quý I, II/2024", "2024-33+2024-34")]),
    ("năm 1977 (18/7/1977)", [("năm 1977", "1977"), ("18/7/1977", "1977-07-18")]),
    ("dài 2.337,459 km, trồng 2.000 cây, 317/371 mốc, trực 24/7, 16 lần/317 lượt", []),
    ("NĂM 2025", [("NĂM 2025", "2025")]),
])  # fmt: skip
def test_rules_together(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


WORDS = [
    "ngày ", "tháng ", "năm ", "quý ", "từ ", "đến ", "đến nay", "sáng nay (", " và ", " - ", "/", "-", ".", ", ", "29/2",
    "31/6", "30/2", "1/1", "31/12", "2023", "2024", "6 tháng đầu ", "IV", "12", "31", "0", "hôm qua", "những năm 1980",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=10).map("".join))
def test_any_words_are_read_without_an_exception(text: str) -> None:
    for m in MATCHER.match(View(text)):
        assert isinstance(m.value, Point | Stretch | Several | Relative)
        assert str(m.value)


def test_every_day_of_two_years_is_read() -> None:
    for year, month, day in product((2023, 2024), range(1, 13), range(1, 32)):
        for text in (
            f"ngày {day}/{month}/{year}",
            f"ngày {day:02}-{month:02}-{year}",
            f"ngày {day} tháng {month} năm {year}",
        ):
            ((words, value),) = found(text)
            assert words == text
            try:
                expected = date(year, month, day).isoformat()
            except ValueError:
                expected = f"{year}-{month:02}"
            assert value == expected
