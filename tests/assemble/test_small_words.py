"""Readings that hang on one small word: of a list, a count, a year, an office."""

from __future__ import annotations

import pytest

from talkextract import extract, read_dates

HELD = "Ngày 5/9/2025, hai bên hội đàm. "


def test_one_honorific_introduces_all_names_of_its_list() -> None:
    record = extract("Dự hội đàm có các đồng chí Lò Văn Thử, Vàng A Thử và Giàng A Phử.")
    assert [p.name for p in record.people] == ["Lò Văn Thử", "Vàng A Thử", "Giàng A Phử"]


@pytest.mark.parametrize("text", [
    "Năm 2024, Đồn Biên phòng Y Tý và Đại đội Biên phòng Mường Khoa tổ chức 4 cuộc họp.",
    "Năm 2024, Đồn Biên phòng Y Tý đã hội đàm với phía Trung Quốc 25 lần.",
    "Năm 2024, Đồn Biên phòng Y Tý đã hội đàm với phía Trung Quốc nhiều lần.",
])  # fmt: skip
def test_meetings_that_are_only_counted_are_no_talk(text: str) -> None:
    assert extract(text).talk is None


@pytest.mark.parametrize("verb", ["cho biết", "cho hay", "thông báo"])
def test_the_day_of_the_news_is_not_that_of_the_talk(verb: str) -> None:
    text = (
        f"Đại tá Lò Văn Thử {verb} sáng nay (10/3), từ ngày 17 đến 19/3 sẽ diễn ra hội đàm giữa BĐBP tỉnh Sơn La và "
        "Bộ CHQS tỉnh Hủa Phăn."
    )
    talk = extract(text, published="2025-03-10").talk
    assert talk is not None
    assert (talk.date, talk.status) == ("2025-03-17/2025-03-19", "announced")


@pytest.mark.parametrize("verb", ["cho biết", "cho hay", "thông tin", "thông báo"])
def test_nor_is_the_day_on_which_somebody_tells_of_it(verb: str) -> None:
    text = (
        f"Sáng 10/3, Đại tá Lò Văn Thử {verb}, hội đàm giữa BĐBP tỉnh Sơn La và Bộ CHQS tỉnh Hủa Phăn sẽ diễn ra từ ngày "
        "17 đến 19/3."
    )
    talk = extract(text, published="2025-03-10").talk
    assert talk is not None
    assert talk.date == "2025-03-17/2025-03-19"


@pytest.mark.parametrize(("word", "value"), [
    ("nay", "2025-05"), ("ngoái", "2024-05"), ("trước", "2024-05"), ("tới", "2026-05"), ("sau", "2026-05"),
])  # fmt: skip
def test_a_told_year_counts_from_that_of_the_talk(word: str, value: str) -> None:
    assert [d.value for d in extract(f"{HELD}Chợ họp tháng 5 năm {word}.").dates] == ["2025-09-05", value]


def test_a_post_told_once_for_two_is_of_the_unit_in_the_brackets_of_each() -> None:
    record = extract(
        "Ngày 5/9/2025, BĐBP tỉnh Điện Biên và BĐBP tỉnh Sơn La hội đàm. Dự có hai Chỉ huy trưởng: Đại tá Lò Văn Thử "
        "(Điện Biên), Đại tá Vàng A Thử (Sơn La)."
    )
    assert [(p.name, p.position, p.unit) for p in record.people] == [
        ("Lò Văn Thử", "Chỉ huy trưởng", "Bộ đội Biên phòng tỉnh Điện Biên"),
        ("Vàng A Thử", "Chỉ huy trưởng", "Bộ đội Biên phòng tỉnh Sơn La"),
    ]
    for person in record.people:
        assert {e.text for e in person.evidence if e.field == "position"} == {"Chỉ huy trưởng"}


def test_a_head_of_rangers_is_of_the_rangers_office() -> None:
    (person,) = extract("Dự hội đàm có ông Lò Văn Thử, Hạt trưởng Hạt Kiểm lâm Nậm Pồ.").people
    assert (person.position, person.unit) == ("Hạt trưởng", "Hạt Kiểm lâm Nậm Pồ")


def test_a_head_of_a_general_team_is_of_that_team() -> None:
    text = "Dự hội đàm có ông Lý Đại Long, Tổng đội trưởng Tổng đội Quản lý Biên giới Hồng Hà, Trung Quốc."
    (person,) = extract(text).people
    assert (person.position, person.unit) == ("Tổng đội trưởng", "Tổng đội Quản lý Biên giới Hồng Hà")


def test_only_a_twin_marker_stands_in_a_country() -> None:
    points = extract(
        f"{HELD}Hai bên khảo sát mốc 94(1) (Trung Quốc), mốc 95(2) (Việt Nam) và mốc 96 (Việt Nam)."
    ).border_points
    assert [(p.name, p.country) for p in points] == [("mốc 94(1)", "CN"), ("mốc 95(2)", "VN"), ("mốc 96", None)]


def test_an_embassy_is_of_the_state_that_sends_it() -> None:
    text = "Cùng dự có đại diện Tổng Lãnh sự quán Việt Nam tại Battambang và Đại sứ quán Lào tại Việt Nam."
    assert [(u.name, u.country) for u in extract(HELD + text).units] == [
        ("Tổng Lãnh sự quán Việt Nam tại Battambang", "VN"), ("Đại sứ quán Lào tại Việt Nam", "LA"),
    ]  # fmt: skip


def test_where_an_embassy_has_its_seat_is_no_place_of_the_talk() -> None:
    talk = extract("Ngày 5/9/2025, Bộ Ngoại giao hội đàm với Đại sứ quán Lào tại Hà Nội.").talk
    assert talk is not None
    assert talk.place is None


def test_gifts_and_cures_are_counted_apart() -> None:
    figures = extract(f"{HELD}Năm qua, đồn đã tổ chức 12 đợt tặng quà, 3 đợt khám bệnh.").figures
    assert [(f.value, f.unit, f.category) for f in figures] == [(12, "đợt", "aid"), (3, "đợt", "medical")]


@pytest.mark.parametrize(("sum_", "value", "currency"), [
    ("3 triệu riels", 3000000, "KHR"), ("2.000 euro", 2000, "EUR"), ("5.000 baht", 5000, "THB"),
    ("4 triệu kíp", 4000000, "LAK"), ("600 nhân dân tệ", 600, "CNY"),
])  # fmt: skip
def test_money_has_the_currency_of_iso_4217(sum_: str, value: int, currency: str) -> None:
    (figure,) = extract(f"{HELD}Đồn đã trao {sum_} giúp nhân dân bạn.").figures
    assert (figure.value, figure.unit, figure.category) == (value, currency, "money")


@pytest.mark.parametrize("makers", ["Việt - Trung", "Việt Nam - Trung Quốc", "Trung - Việt", "Việt - Lào"])
def test_a_paper_with_its_makers_alone_is_none(makers: str) -> None:
    assert extract(f"{HELD}Hai bên ký Thỏa thuận {makers}.").agreements == ()


def test_a_day_without_its_month_is_read_from_the_day_of_writing() -> None:
    (day,) = read_dates("Ngày 21 có mưa.", published="2025-04-18")
    assert (day.value, day.resolution) == ("2025-04-21", "published")


def test_a_lunar_stretch_over_new_year_ends_in_the_year_to_come() -> None:
    for end, day in (("tháng Giêng", "2025-02-03"), ("tháng 3 âm lịch", "2025-04-03")):
        (stretch,) = read_dates(f"Chợ nghỉ từ 22 tháng Chạp đến mùng 6 {end}.", published="2025-01-25")
        assert stretch.value == f"2025-01-21/{day}"
