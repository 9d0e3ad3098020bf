"""Units and persons of the neighbours, told by few words."""

from __future__ import annotations

import pytest

from reading import read


@pytest.mark.parametrize(
    "told", ["Tiểu đoàn Biên phòng 907 của Campuchia", "Đồn Cảnh sát Cửa khẩu Sê Vang thuộc Campuchia"]
)
def test_the_state_behind_of_tells_whose_a_unit_is(told: str) -> None:
    units = read(f"Ngày 15/7/2020, Đồn Biên phòng Nà Thử hội đàm với {told}.").units.mentions
    assert [u.country for u in units] == ["VN", "KH"]


def test_of_two_chairs_the_second_is_of_the_other_side_whatever_his_name() -> None:
    people = read(
        "Ngày 15/7/2020, Đồn Biên phòng Nà Thử và Đồn Công an Chrây Vang, Campuchia hội đàm. Thiếu tá Lò Văn Thử, "
        "Chính trị viên và Trung tá Kim Vanna, Phó Đồn trưởng chủ trì."
    ).people
    assert [(p.country, p.unit.name if p.unit else None) for p in people] == [
        ("VN", "Đồn Biên phòng Nà Thử"),
        ("KH", "Đồn Công an Chrây Vang"),
    ]


def test_a_company_under_a_detachment_is_a_unit() -> None:
    reading = read(
        "Ngày 8/5/2018, Đồn Biên phòng Nà Thử hội đàm với Đại đội Nà Vang, Chi đội Biên phòng Nam Ninh, Trung Quốc. "
        "Thiếu tá Lò Văn Thử, Đồn trưởng và Thượng úy Lý Minh, Đại đội trưởng chủ trì."
    )
    assert [(u.name, u.country) for u in reading.units.mentions] == [
        ("Đồn Biên phòng Nà Thử", "VN"),
        ("Đại đội Nà Vang", "CN"),
        ("Chi đội Biên phòng Nam Ninh", "CN"),
    ]
    assert [p.country for p in reading.people] == ["VN", "CN"]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Tỉnh trưởng Sê Kông Xổm Bun Khăm", "Xổm Bun Khăm"),
        ("Phó Tỉnh trưởng Attapư Xổm Bun Khăm", "Xổm Bun Khăm"),
        ("Tỉnh trưởng Xổm Bun Khăm", "Xổm Bun Khăm"),
    ],
)
def test_the_province_behind_a_post_is_no_part_of_the_name(told: str, name: str) -> None:
    people = read(f"Ngày 11/9/2025, đồng chí Lò Văn Thử hội đàm với {told} của Lào.").people
    assert [(p.name, p.country) for p in people] == [("Lò Văn Thử", "VN"), (name, "LA")]


def test_an_army_in_short_is_no_person() -> None:
    people = read(
        "Trung tướng Lò Văn Thử hội đàm với Đại tướng Mao Vanna, Phó Tổng Tư lệnh QĐ Hoàng gia Campuchia."
    ).people
    assert [p.name for p in people] == ["Lò Văn Thử", "Mao Vanna"]


def test_the_leader_of_a_border_delegation_keeps_his_posts() -> None:
    people = read(
        "Ngày 28/12/2023, hội đàm Việt - Lào tại Đà Nẵng. Đoàn Việt Nam do Thứ trưởng Ngoại giao, Chủ nhiệm Ủy ban Biên "
        "giới quốc gia, Trưởng Đoàn đại biểu biên giới Việt Nam Lò Văn Thử làm Trưởng đoàn."
    ).people
    assert [(p.name, p.position, p.country, set(p.roles)) for p in people] == [
        ("Lò Văn Thử", "Thứ trưởng, Chủ nhiệm", "VN", {"head"})
    ]
