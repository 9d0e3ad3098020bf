"""Units: the phrase taken apart, written out, with country, region and parent."""

from __future__ import annotations

import pytest

from reading import read


def units(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(u.name, u.country, u.region, u.parent) for u in read(text).units.records]


def names(text: str) -> list[str]:
    return [u[0] for u in units(text)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Bộ Chỉ huy Quân sự 2 tỉnh Luông Pha Bang, Phong Sa Lỳ (Lào) sang dự.",
     ["Bộ Chỉ huy Quân sự tỉnh Luông Pha Bang", "Bộ Chỉ huy Quân sự tỉnh Phong Sa Lỳ"]),
    ("Các đồn Biên phòng: cửa khẩu Ma Lù Thàng, Sì Lờ Lầu (BĐBP Lai Châu) tuần tra.",
     ["Đồn Biên phòng cửa khẩu Ma Lù Thàng", "Đồn Biên phòng Sì Lờ Lầu", "Bộ đội Biên phòng tỉnh Lai Châu"]),
    ("Bộ CHQS các tỉnh: Quảng Trị, Quảng Bình và Thừa Thiên Huế cùng dự.",
     ["Bộ Chỉ huy Quân sự tỉnh Quảng Trị", "Bộ Chỉ huy Quân sự tỉnh Quảng Bình", "Bộ Chỉ huy Quân sự tỉnh Thừa Thiên Huế"]),
    ("Bộ Chỉ huy BĐBP tỉnh Gia Lai và tỉnh Kon Tum gặp bạn.",
     ["Bộ Chỉ huy Bộ đội Biên phòng tỉnh Gia Lai", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Kon Tum"]),
    ("Có đại diện Bộ CHQS tỉnh, Sở Ngoại vụ tỉnh An Giang.", ["Bộ Chỉ huy Quân sự tỉnh An Giang", "Sở Ngoại vụ tỉnh An Giang"]),
    ("Đồn Biên phòng Na Mèo, Thanh Hóa phối hợp tuần tra.", ["Đồn Biên phòng Na Mèo"]),
    ("Công an Hà Tĩnh gặp Công an tỉnh Khăm Muộn.", ["Công an Hà Tĩnh", "Công an tỉnh Khăm Muộn"]),
    ("BĐBP Đà Nẵng và BĐBP Quảng Nam.", ["Bộ đội Biên phòng thành phố Đà Nẵng", "Bộ đội Biên phòng tỉnh Quảng Nam"]),
])  # fmt: skip
def test_a_coordination_gives_each_unit_by_its_full_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "name", "country", "region"), [
    ("BĐBP tỉnh Tây Ninh tuần tra.", "Bộ đội Biên phòng tỉnh Tây Ninh", "VN", "VN-37"),
    ("Ty Công an tỉnh Svay Rieng (Campuchia) cử đoàn.", "Ty Công an tỉnh Svay Rieng", "KH", "KH-20"),
    ("Tiểu khu Quân sự Kandal dự.", "Tiểu khu Quân sự Kandal", "KH", "KH-8"),
    ("Bộ CHQS tỉnh Sê Kông chủ động.", "Bộ Chỉ huy Quân sự tỉnh Sê Kông", "LA", "LA-XE"),
    ("Chi đội Quản lý biên giới Hồng Hà nhất trí.", "Chi đội Quản lý biên giới Hồng Hà", "CN", "CN-YN"),
    ("Bộ Quốc phòng Campuchia cảm ơn.", "Bộ Quốc phòng Campuchia", "KH", None),
    ("Trạm kiểm tra biên phòng xuất nhập cảnh Đông Hưng (Quảng Tây, Trung Quốc) dự.",
     "Trạm kiểm tra biên phòng xuất nhập cảnh Đông Hưng", "CN", "CN-GX"),
])  # fmt: skip
def test_country_and_region(text: str, name: str, country: str, region: str | None) -> None:
    assert units(text) == [(name, country, region, None)]


def test_a_dash_between_two_provinces_parts_two_countries() -> None:
    assert units("Hội đàm giữa Bộ CHQS hai tỉnh Hà Tĩnh - Khăm Muộn (Lào).") == [
        ("Bộ Chỉ huy Quân sự tỉnh Hà Tĩnh", "VN", "VN-23", None),
        ("Bộ Chỉ huy Quân sự tỉnh Khăm Muộn", "LA", "LA-KH", None),
    ]


def test_what_stands_above_is_the_parent() -> None:
    assert units("Cục Bộ đội Biên phòng, Bộ Tổng Tham mưu QĐND Lào cử đoàn.") == [
        ("Cục Bộ đội Biên phòng", "LA", None, "Bộ Tổng Tham mưu Quân đội nhân dân Lào"),
        ("Bộ Tổng Tham mưu Quân đội nhân dân Lào", "LA", None, None),
    ]


def test_a_parent_after_a_list_is_each_members() -> None:
    found = {u[0]: u[3] for u in units("Bộ Tư lệnh Lục quân và Bộ Tư lệnh Hiến binh, Quân đội Hoàng gia Campuchia dự.")}
    assert found["Bộ Tư lệnh Lục quân"] == found["Bộ Tư lệnh Hiến binh"] == "Quân đội Hoàng gia Campuchia"


def test_a_bare_level_takes_the_province_of_its_sentence() -> None:
    text = "Đoàn Quảng Trị do Chỉ huy trưởng Bộ CHQS tỉnh dẫn đầu; đoàn Savannakhet do Chính ủy Bộ CHQS tỉnh dẫn đầu."
    assert names(text) == ["Bộ Chỉ huy Quân sự tỉnh Quảng Trị", "Bộ Chỉ huy Quân sự tỉnh Savannakhet"]


def test_one_ministry_of_each_state() -> None:
    text = "Lãnh đạo Bộ Quốc phòng hai nước Việt Nam và Lào chứng kiến."
    assert [(u[0], u[1]) for u in units(text)] == [("Bộ Quốc phòng", "VN"), ("Bộ Quốc phòng", "LA")]


def test_the_fullest_name_of_a_unit_counts_and_the_first_of_two_spellings() -> None:
    text = "Công an Sơn La dự. Công an tỉnh Sơn La gặp Công an tỉnh Luông Pha Bang. Công an tỉnh Luông Pra Băng cảm ơn."
    assert names(text) == ["Công an tỉnh Sơn La", "Công an tỉnh Luông Pha Bang"]


@pytest.mark.parametrize("text", [
    "Chính quyền địa phương hai bên phối hợp với lực lượng chức năng.",
    "Lực lượng bộ đội biên phòng 2 nước tuần tra.",
    "Các đồn biên phòng tăng cường kiểm soát.",
    "Kỷ niệm ngày thành lập Quân đội nhân dân Việt Nam.",
    "Lễ khai mạc tại hội trường UBND huyện Bến Lức.",
    "Cán bộ công an xã vận động nhân dân.",
])  # fmt: skip
def test_collectives_feasts_and_rooms_are_no_units(text: str) -> None:
    assert names(text) == []


def test_every_value_of_a_unit_is_shown() -> None:
    for unit in read(
        "Đồn Biên phòng Thu Lũm (BĐBP tỉnh Lai Châu, Việt Nam) và Đại đội Biên phòng 213 (Lào)."
    ).units.records:
        shown = {e.field for e in unit.evidence}
        assert {f for f in ("name", "kind", "country", "region", "parent") if getattr(unit, f)} <= shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bộ Chỉ huy Quân sự và Công an 3 tỉnh Hủa Phăn, Xiêng Khoảng, Khăm Muộn (Lào) dự.",
         ["Bộ Chỉ huy Quân sự tỉnh Hủa Phăn", "Bộ Chỉ huy Quân sự tỉnh Xiêng Khoảng", "Bộ Chỉ huy Quân sự tỉnh Khăm Muộn",
          "Công an tỉnh Hủa Phăn", "Công an tỉnh Xiêng Khoảng", "Công an tỉnh Khăm Muộn"]),
        ("BĐBP và Công an tỉnh Đồng Tháp phối hợp.", ["Bộ đội Biên phòng tỉnh Đồng Tháp", "Công an tỉnh Đồng Tháp"]),
        ("BĐBP TP.Huế cùng Công an thành phố Hải Phòng dự.", ["Bộ đội Biên phòng TP. Huế", "Công an thành phố Hải Phòng"]),
        ("Bốn Đồn Biên phòng Cửa khẩu quốc tế Lào Cai, Bát Xát, Pha Long dự.",
         ["Đồn Biên phòng Cửa khẩu quốc tế Lào Cai", "Đồn Biên phòng Bát Xát", "Đồn Biên phòng Pha Long"]),
        ("BĐBP tỉnh Gia Lai và Kiểm ngư vùng đã tuần tra.", ["Bộ đội Biên phòng tỉnh Gia Lai"]),
        ("Chính ủy Chi đội Quản lý biên giới Hồng Hà Lý Đại Long dự.", ["Chi đội Quản lý biên giới Hồng Hà"]),
        ("Lãnh đạo các tỉnh Attapeu, Sekong (Lào) và tỉnh Ratanakiri (Campuchia) dự.",
         ["tỉnh Attapeu", "tỉnh Sekong", "tỉnh Ratanakiri"]),
    ],
)  # fmt: skip
def test_lists_shared_to_the_left_and_names_that_end_where_they_should(text: str, expected: list[str]) -> None:
    assert [n.replace("thành phố Huế", "TP. Huế") for n in names(text)] == expected


def test_a_unit_told_again_without_its_country_is_the_same_unit() -> None:
    text = (
        "Đồn Biên phòng Ga Ry gặp Đại đội Biên phòng 531, Bộ CHQS tỉnh Sê Kông, Lào. "
        "Đại úy Bun Thoong Khăm, Đại đội trưởng Đại đội Biên phòng 531 cảm ơn."
    )
    assert [(u[0], u[1]) for u in units(text) if "531" in u[0]] == [("Đại đội Biên phòng 531", "LA")]


def test_a_post_lies_where_its_command_does() -> None:
    found = {u[0]: u[2] for u in units("Đồn Biên phòng Tân Thanh, BĐBP tỉnh Lạng Sơn tuần tra.")}
    assert found["Đồn Biên phòng Tân Thanh"] == "VN-09"


@pytest.mark.parametrize("text", ["BĐBP Lai Châu dự.", "BĐBP tỉnh Lai Châu dự.", "Bộ đội Biên phòng tỉnh Lai Châu dự."])
def test_one_id_for_all_spellings(text: str) -> None:
    assert [u.id for u in read(text).units.records] == ["unit:VN-01:border-guard"]


def test_spellings_of_a_neighbour_share_the_id() -> None:
    spellings = ("Luông Pha Bang", "Luông Pra Băng", "Luang Prabang")
    ids = {u.id for s in spellings for u in read(f"Bộ CHQS tỉnh {s} (Lào) dự.").units.records}
    assert ids == {"unit:LA-LP:military-command"}


def test_the_post_that_one_once_had_names_no_unit() -> None:
    text = "Thượng tá Mai Văn Lâm, Chỉ huy trưởng BĐBP tỉnh Tây Ninh, từng làm Đồn trưởng Đồn Biên phòng Phước Tân."
    assert names(text) == ["Bộ đội Biên phòng tỉnh Tây Ninh"]


def test_a_society_of_a_commune_is_a_unit() -> None:
    text = "Cán bộ đồn phối hợp Hội Nông dân xã Tân Bình vận động bà con; hội nông dân các xã cũng vào cuộc."
    assert names(text) == ["Hội Nông dân xã Tân Bình"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Có lãnh đạo các Trạm Kiểm tra biên phòng xuất, nhập cảnh: Hà Khẩu, Kim Thủy Hà.",
     ["Trạm Kiểm tra biên phòng xuất, nhập cảnh Hà Khẩu", "Trạm Kiểm tra biên phòng xuất, nhập cảnh Kim Thủy Hà"]),
    ("Lập đường dây nóng giữa Phòng Quản lý xuất nhập cảnh Công an các tỉnh Tây Ninh, An Giang.",
     ["Phòng Quản lý xuất nhập cảnh Công an tỉnh Tây Ninh", "Phòng Quản lý xuất nhập cảnh Công an tỉnh An Giang"]),
    # a number that counts what was done is none of the unit's
    ("Hai bên tuần tra với Đại đội Biên phòng 215 (Hủa Phăn) 9 lần.", ["Đại đội Biên phòng 215"]),
    ("Bên kia là Trạm Hội ngộ hội đàm Bộ đội Biên phòng địa khu Bằng Tường.",
     ["Trạm Hội ngộ hội đàm Bộ đội Biên phòng địa khu Bằng Tường"]),
    ("Dự có đại diện Cục An ninh đối ngoại, Văn phòng Cơ quan Cảnh sát điều tra (Bộ Công an).",
     ["Cục An ninh đối ngoại", "Văn phòng Cơ quan Cảnh sát điều tra", "Bộ Công an"]),
    # the seat of the party's committee is no force
    ("Đại tướng Lò Văn Thử, Phó Bí thư Đảng ủy Công an Trung ương, Bộ trưởng Bộ Công an dự.", ["Bộ Công an"]),
    ("Có Chủ nhiệm Ủy ban Biên giới quốc gia Lò Văn Thử.", ["Ủy ban Biên giới quốc gia"]),
])  # fmt: skip
def test_the_units_of_a_list_or_a_body_told_in_full(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Ngày 3/4, hai Bộ Quốc phòng Việt Nam - Lào hội đàm.", [("Bộ Quốc phòng Việt Nam", "VN"), ("Bộ Quốc phòng Lào", "LA")]),
    ("BĐBP tỉnh Lào Cai gặp bạn Trung Quốc; Thỏa thuận ký giữa hai Bộ Công an.",
     [("Bộ đội Biên phòng tỉnh Lào Cai", "VN"), ("Bộ Công an", "VN"), ("Bộ Công an", "CN")]),
    ("Về phía Lào có đại diện chỉ huy Cục Bộ đội Biên phòng.", [("Cục Bộ đội Biên phòng", "LA")]),
    ("Đi cùng có Phó Tư lệnh Chiến khu Nam Bộ.", [("Chiến khu Nam Bộ", "CN")]),
])  # fmt: skip
def test_whose_a_central_body_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(name, country) for name, country, _, _ in units(text)] == expected


def test_a_bare_province_is_that_of_the_side_of_its_clause() -> None:
    found = units(
        "Ngày 20/7, Bộ Chỉ huy BĐBP tỉnh Quảng Bình hội đàm với Bộ CHQS tỉnh Khăm Muộn (Lào). Đoàn Việt Nam do Đại tá Lò Văn "
        "Thử, Chỉ huy trưởng BĐBP tỉnh dẫn đầu; đoàn Lào do Đại tá Xổm Bun, Chỉ huy trưởng Bộ CHQS tỉnh làm trưởng đoàn."
    )
    assert [(u[0], u[2]) for u in found] == [
        ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh Quảng Bình", "VN-24"), ("Bộ Chỉ huy Quân sự tỉnh Khăm Muộn", "LA-KH"),
        ("Bộ đội Biên phòng tỉnh Quảng Bình", "VN-24"),
    ]  # fmt: skip


def test_a_bare_province_of_our_own_side_is_not_the_partners() -> None:
    found = units(
        "Bộ Chỉ huy BĐBP tỉnh Quảng Bình hội đàm với Bộ CHQS tỉnh Khăm Muộn (Lào). Về phía Việt Nam có Đại tá Lò Văn Thử, "
        "Phó Chỉ huy trưởng Bộ CHQS tỉnh."
    )
    assert ("Bộ Chỉ huy Quân sự tỉnh Quảng Bình", "VN", "VN-24", None) in found


def test_a_section_of_the_border_guard_lies_in_the_province_of_the_article() -> None:
    found = units("BĐBP Hà Tĩnh cho biết, Phòng Phòng chống ma túy và tội phạm bắt 2 đối tượng.")
    assert ("Phòng Phòng chống ma túy và tội phạm", "VN", "VN-23", None) in found


@pytest.mark.parametrize(("body", "expected"), [
    ("Bộ Chỉ huy BĐBP tỉnh Kiên Giang hội đàm với Tiểu khu Quân sự tỉnh Kampot (Campuchia).",
     ["Bộ Chỉ huy Bộ đội Biên phòng tỉnh Kiên Giang", "Tiểu khu Quân sự tỉnh Kampot"]),
    ("Bộ Chỉ huy BĐBP tỉnh Kiên Giang hội đàm với bạn Campuchia.",
     ["tỉnh Kampot", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Kiên Giang"]),
])  # fmt: skip
def test_a_province_of_the_headline_that_stands_for_its_force_is_no_unit(body: str, expected: list[str]) -> None:
    assert names(f"Kiên Giang phối hợp bảo vệ biên giới với tỉnh Kampot\n\nNgày 4/7/2022, {body}") == expected


def test_a_board_of_economic_zones_lies_in_the_province_of_its_neighbours() -> None:
    text = (
        "Sở Ngoại vụ tỉnh Hà Giang hội đàm với bạn. Dự hội đàm có lãnh đạo Ban Quản lý Khu kinh tế, Cục Hải quan tỉnh. "
        "Ban Quản lý Khu hợp tác kinh tế biên giới Hà Khẩu (Vân Nam, Trung Quốc) cử người sang."
    )
    found = units(text)
    assert ("Ban Quản lý Khu kinh tế tỉnh Hà Giang", "VN", "VN-03", None) in found
    assert ("Ban Quản lý Khu hợp tác kinh tế biên giới Hà Khẩu", "CN", "CN-YN", None) in found


def test_what_a_listed_department_does_is_no_place() -> None:
    text = (
        "UBND tỉnh Tây Ninh hội đàm với chính quyền tỉnh Svay Rieng (Campuchia). Tham dự có lãnh đạo các sở: Ngoại vụ, Công "
        "Thương; Ban Quản lý Khu kinh tế; Công an tỉnh."
    )
    assert not [name for name in names(text) if name.endswith("Khu kinh tế Công Thương")]


def test_the_capital_that_bears_the_name_of_its_province_tells_it() -> None:
    assert "Bộ đội Biên phòng tỉnh Lào Cai" in names("Tại TP Lào Cai, BĐBP tỉnh gặp Chi đội Quản lý biên giới Hồng Hà.")


@pytest.mark.parametrize(("text", "expected"), [
    ("Công an tỉnh Sơn La gặp An ninh 2 tỉnh Hủa Phăn và Xiêng Khoảng (Lào).",
     ["Công an tỉnh Sơn La", "An ninh tỉnh Hủa Phăn", "An ninh tỉnh Xiêng Khoảng"]),
    ("Công an tỉnh Sơn La gặp Công an tỉnh 02 tỉnh: Hủa Phăn và Xiêng Khoảng (Lào).",
     ["Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn", "Công an tỉnh Xiêng Khoảng"]),
    ("Sở Ngoại giao, Công an hai tỉnh Salavan và Savannakhet (Lào) sang dự.",
     ["Sở Ngoại giao tỉnh Salavan", "Sở Ngoại giao tỉnh Savannakhet", "Công an tỉnh Salavan", "Công an tỉnh Savannakhet"]),
    ("Cục Hải quan 2 tỉnh: Quảng Trị, Quảng Bình sang dự.",
     ["Cục Hải quan tỉnh Quảng Trị", "Cục Hải quan tỉnh Quảng Bình"]),
])  # fmt: skip
def test_every_office_is_distributed_over_its_provinces(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Công an tỉnh Sơn La Hội đàm với Công an tỉnh Hủa Phăn.", ["Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn"]),
    ("Đồn Biên phòng Nậm Cắn Giao ban với Đồn Công an Đắk Ty.", ["Đồn Biên phòng Nậm Cắn", "Đồn Công an Đắk Ty"]),
    ("Đồn Biên phòng Đắk Ken và Cụm thi đua số 2 tặng quà.", ["Đồn Biên phòng Đắk Ken"]),
    ("Đồn Cảnh sát bảo vệ biên giới Ô Ban Rai tặng quà.", ["Đồn Cảnh sát bảo vệ biên giới Ô Ban Rai"]),
    ("Ông Lò Văn Thử, Chủ tịch UBND Thị xã, và Ban Chỉ huy Quân sự thị xã Trảng Bàng.",
     ["Ủy ban nhân dân thị xã Trảng Bàng", "Ban Chỉ huy Quân sự thị xã Trảng Bàng"]),
])  # fmt: skip
def test_a_place_ends_before_a_deed_and_goes_on_over_a_syllable_like_an_office(text: str, expected: list[str]) -> None:
    assert [name.replace("Thị xã", "thị xã") for name in names(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    # a list in brackets or behind "gồm", with what its provinces are; each at its own level
    ("2 Cục Hải quan các tỉnh, thành phố của Việt Nam (Lào Cai, Hải Phòng) dự họp.",
     ["Cục Hải quan tỉnh Lào Cai", "Cục Hải quan thành phố Hải Phòng"]),
    ("Công an 2 tỉnh Bắc Lào gồm: Hủa Phăn và Luông Pha Bang sang dự.",
     ["Công an tỉnh Hủa Phăn", "Công an tỉnh Luông Pha Bang"]),
    ("3 Đồn Biên phòng (Pa Ủ, Thu Lũm, Ka Lăng) tuần tra.",
     ["Đồn Biên phòng Pa Ủ", "Đồn Biên phòng Thu Lũm", "Đồn Biên phòng Ka Lăng"]),
    # a province that ends a list of districts tells where they lie
    ("Công an các huyện Tịnh Biên, Tri Tôn - An Giang dự họp.", ["Công an huyện Tịnh Biên", "Công an huyện Tri Tôn"]),
    ("Công an 2 huyện Kirivong, Koh Andeth - tỉnh Tà Keo dự họp.", ["Công an huyện Kirivong", "Công an huyện Koh Andeth"]),
    # a bare district behind another of its province is one too, a province is none
    ("Công an huyện Mường Khương, Si Ma Cai dự họp.", ["Công an huyện Mường Khương", "Công an huyện Si Ma Cai"]),
    ("Công an huyện Mường Khương, Lào Cai dự họp.", ["Công an huyện Mường Khương"]),
    # forces told by their work
    ("Lực lượng công an, quân sự hai tỉnh Hủa Phăn và Khăm Muộn (Lào) sang dự.",
     ["Công an tỉnh Hủa Phăn", "Công an tỉnh Khăm Muộn", "Bộ Chỉ huy Quân sự tỉnh Hủa Phăn", "Bộ Chỉ huy Quân sự tỉnh Khăm Muộn"]),
    # communes as parties
    ("Ngày 5/3/2026, lãnh đạo xã Ia Dom (tỉnh Gia Lai) gặp đoàn đại biểu huyện Ou Ya Dav (Campuchia).",
     ["xã Ia Dom", "huyện Ou Ya Dav"]),
])  # fmt: skip
def test_a_list_is_read_in_all_its_forms(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_ministries_in_a_row_are_of_both_states_that_end_it() -> None:
    found = units("Bộ Quốc phòng, Bộ Công an hai nước Việt Nam - Lào thống nhất.")
    assert [(name, country) for name, country, _, _ in found] == [
        ("Bộ Quốc phòng", "VN"), ("Bộ Quốc phòng", "LA"), ("Bộ Công an", "VN"), ("Bộ Công an", "LA"),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [
    (("Thực hiện Hiệp định hợp tác giữa Bộ Công an Việt Nam và Bộ An ninh Lào, Công an tỉnh Điện Biên hội đàm với Ty An ninh "
      "tỉnh Luông Phra Bang."), ["Điện Biên", "Luông Phra Bang"]),
    (("Căn cứ Biên bản ghi nhớ giữa BĐBP Việt Nam và Cục Quản lý Di dân quốc gia Trung Quốc, Đồn Biên phòng Lũng Cú hội đàm với "
      "Trạm Hội ngộ hội đàm Điền Bồng."), ["Lũng Cú", "Điền Bồng"]),
])  # fmt: skip
def test_makers_of_a_paper_push_out_no_party(text: str, expected: list[str]) -> None:
    assert [u.place for side in read(text).sides for u in side.units.values()] == expected


def test_who_is_advised_to_do_something_does_it() -> None:
    assert "Ủy ban nhân dân tỉnh Kon Tum" in names("BĐBP tỉnh Kon Tum tham mưu UBND tỉnh Kon Tum tổ chức giao lưu.")


def test_the_command_of_a_border_guard_is_one_with_its_army_in_the_name_or_without() -> None:
    found = names(
        "Bộ Tư lệnh BĐBP Quân đội nhân dân Lào tiếp đoàn. Hội đàm giữa Bộ Tư lệnh BĐBP hai nước Việt Nam - Lào đã diễn ra."
    )
    assert found == [
        "Bộ Tư lệnh Bộ đội Biên phòng Quân đội nhân dân Lào", "Bộ Tư lệnh Bộ đội Biên phòng Việt Nam",
    ]  # fmt: skip
