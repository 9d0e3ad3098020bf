"""Numbers and ordinals: figures, Roman figures, words, scales."""

from __future__ import annotations

import pytest

from talkextract.values.numbers import count_value, ordinal_value, read_number, read_ordinal


@pytest.mark.parametrize(("text", "number"), [
    ("7", 7), ("05", 5), ("2.480", 2480), ("310.000", 310000), ("1.250.000", 1250000), ("1,250,000", 1250000),
    ("3,1", 3.1), ("932,7", 932.7), ("1.449,566", 1449.566), ("12.5", 12.5), ("0,5", 0.5), ("0.500", 0.5),
    ("18 nghìn", 18000), ("18 ngàn", 18000), ("5 vạn", 50000), ("825 triệu", 825000000), ("3,1 tỷ", 3100000000),
    ("3,1 tỉ", 3100000000), ("121,65 triệu", 121650000), ("1 tỷ 200 triệu", 1200000000), ("3 nghìn tỷ", 3 * 10**12),
    ("2 triệu rưỡi", 2500000), ("1 250 000", 1250000), ("2 nghìn tỷ rưỡi", 25 * 10**11), ("3 nghìn tỷ 200 triệu", 3000200000000),
    ("ba", 3), ("Năm", 5), ("mười", 10), ("mười lăm", 15), ("hai mươi", 20), ("hai mươi mốt", 21), ("ba mươi tư", 34),
    ("hai chục", 20), ("một trăm", 100), ("một trăm linh năm", 105), ("ba trăm hai mươi", 320),
    ("hai nghìn ba trăm", 2300), ("một triệu hai trăm nghìn", 1200000),
])  # fmt: skip
def test_a_number_is_read(text: str, number: float) -> None:
    read = read_number(text)
    assert read == number
    assert type(read) is type(number)


@pytest.mark.parametrize("text", [
    "", "x", "năm hai", "mười mười", "hai lăm", "rưỡi", "tỷ", "1 triệu 2 tỷ", "12.50.000", "1.2.3", "hai triệu ba",
    "nhiều", "9" * 16, "9" * 5000, "999 nghìn tỷ tỷ",
])  # fmt: skip
def test_what_is_no_number_or_not_clear_is_refused(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(("text", "count"), [
    ("2.480", 2480), ("2,480", 2480), ("18 nghìn", 18000), ("1,5 nghìn", 1500), ("năm", 5),
    ("3,1", None), ("0", None), ("00", None),
])  # fmt: skip
def test_a_count_is_whole_and_not_zero(text: str, count: int | None) -> None:
    assert count_value({"value": text}) == count


@pytest.mark.parametrize(("text", "ordinal"), [
    ("13", 13), ("09", 9), ("XIII", 13), ("XIV", 14), ("XIX", 19), ("IX", 9), ("IV", 4), ("I", 1), ("XL", 40),
    ("nhất", 1), ("Nhì", 2), ("hai", 2), ("ba", 3), ("tư", 4), ("bốn", 4), ("năm", 5), ("bảy", 7), ("mười", 10),
    ("mười một", 11), ("mười lăm", 15), ("hai mươi mốt", 21), ("đầu tiên", 1),
])  # fmt: skip
def test_an_ordinal_is_read(text: str, ordinal: int) -> None:
    assert ordinal_value({"value": text}) == ordinal


@pytest.mark.parametrize("text", ["", "0", "000", "IIII", "VX", "IC", "xv", "nhất nhì", "sau", "3,1"])
def test_what_is_no_ordinal_is_refused(text: str) -> None:
    assert read_ordinal(text) is None
