"""Bodies that a row, a list or the paper's own province tells: all passages invented."""

from __future__ import annotations

import pytest

from reading import read
from talkextract import Extractor
from talkextract.record import TalkRecord

EXTRACTOR = Extractor()


def record(text: str) -> TalkRecord:
    return EXTRACTOR.extract(text, published="2024-07-20")


def sides(text: str) -> dict[str, list[str]]:
    return {s.country: [u.name for u in s.units.values()] for s in read(text).sides}


@pytest.mark.parametrize(("text", "expected"), [
    # brackets of the state, semicolons
    (("Ngày 9/6, Công an tỉnh Điện Biên hội đàm với công an 3 tỉnh Bắc Lào (nước CHDCND Lào) là: Phong Sa Lỳ; U Đôm Xay; "
      "Luông Pha Bang."),
     {"VN": ["Công an tỉnh Điện Biên"],
      "LA": ["Công an tỉnh Phong Sa Lỳ", "Công an tỉnh U Đôm Xay", "Công an tỉnh Luông Pha Bang"]}),
    ("Ngày 9/6, BĐBP tỉnh Nghệ An hội đàm với Bộ CHQS 2 tỉnh (Lào): Xiêng Khoảng và Hủa Phăn.",
     {"VN": ["Bộ đội Biên phòng tỉnh Nghệ An"],
      "LA": ["Bộ Chỉ huy Quân sự tỉnh Xiêng Khoảng", "Bộ Chỉ huy Quân sự tỉnh Hủa Phăn"]}),
    # rows of forces
    ("Ngày 1/3, Công an, Biên phòng, Hải quan tỉnh Quảng Trị giao ban với Công an, Quân sự tỉnh Savannakhet (Lào).",
     {"VN": ["Công an tỉnh Quảng Trị", "Bộ đội Biên phòng tỉnh Quảng Trị", "Hải quan tỉnh Quảng Trị"],
      "LA": ["Công an tỉnh Savannakhet", "Bộ Chỉ huy Quân sự tỉnh Savannakhet"]}),
    ("Ngày 1/3, Công an tỉnh An Giang hội đàm với lực lượng Hiến binh, Cảnh sát hai tỉnh Takeo và Kandal (Campuchia).",
     {"VN": ["Công an tỉnh An Giang"],
      "KH": ["Hiến binh tỉnh Takeo", "Hiến binh tỉnh Kandal", "Cảnh sát tỉnh Takeo", "Cảnh sát tỉnh Kandal"]}),
    # offices of gates, posts before their province
    (("Ngày 19/7, Văn phòng liên lạc qua biên giới (BLO) Tịnh Biên, Khánh Bình, tỉnh An Giang, Việt Nam và Văn phòng BLO "
      "Phnom Den (tỉnh Takeo) thuộc Vương quốc Campuchia tổ chức hội đàm."),
     {"VN": ["Văn phòng liên lạc qua biên giới Tịnh Biên", "Văn phòng liên lạc qua biên giới Khánh Bình"],
      "KH": ["Văn phòng BLO Phnom Den"]}),
    ("Ngày 1/3, Đồn Biên phòng Na Mèo, Tén Tằn, tỉnh Thanh Hóa hội đàm với Đại đội Biên phòng 213 (Bộ CHQS tỉnh Hủa Phăn, Lào).",
     {"VN": ["Đồn Biên phòng Na Mèo", "Đồn Biên phòng Tén Tằn"], "LA": ["Đại đội Biên phòng 213"]}),
    # lists in brackets behind a level
    (("Hội đàm giữa 3 Ban CHQS cấp huyện (TP. Hà Tiên và các huyện Giang Thành, Hòn Đất) với Chi khu Quân sự Kampong Trach "
      "(Campuchia) diễn ra ngày 3/4."),
     {"VN": ["Ban Chỉ huy Quân sự thành phố Hà Tiên", "Ban Chỉ huy Quân sự huyện Giang Thành",
             "Ban Chỉ huy Quân sự huyện Hòn Đất"], "KH": ["Chi khu Quân sự Kampong Trach"]}),
    ("Ngày 1/3, Quân khu V và VII hội đàm với Bộ Tư lệnh Quân khu II, Quân đội Hoàng gia Campuchia.",
     {"VN": ["Quân khu V", "Quân khu VII"], "KH": ["Bộ Tư lệnh Quân khu II"]}),
    ("Bộ Công an Việt Nam - Lào hội đàm tại Hà Nội ngày 10/8.",
     {"VN": ["Bộ Công an Việt Nam"], "LA": ["Bộ Công an Lào"]}),
    ("Đoàn đại biểu Huyện ủy Mường Khương hội đàm với Huyện ủy Hà Khẩu (Vân Nam, Trung Quốc) ngày 16/3.",
     {"VN": ["Huyện ủy Mường Khương"], "CN": ["Huyện ủy Hà Khẩu"]}),
    ("UBND tỉnh Điện Biên hội đàm với tỉnh Phông Sa Lỳ (Lào). Cùng dự có lãnh đạo Văn phòng UBND tỉnh.",
     {"VN": ["Ủy ban nhân dân tỉnh Điện Biên", "Văn phòng Ủy ban nhân dân tỉnh Điện Biên"], "LA": ["tỉnh Phông Sa Lỳ"]}),
    # a signing at the talk
    (("Ngày 16/3, Bộ CHQS tỉnh hội đàm với Tiểu khu Quân sự Takeo (Campuchia). Tại hội đàm, các đại biểu chứng kiến lễ ký kết "
      "hợp tác năm 2024 giữa 2 Ban CHQS huyện (Tịnh Biên, Tri Tôn) với Chi khu Quân sự Kiri Vong."),
     {"VN": ["Bộ Chỉ huy Quân sự tỉnh", "Ban Chỉ huy Quân sự huyện Tịnh Biên", "Ban Chỉ huy Quân sự huyện Tri Tôn"],
      "KH": ["Tiểu khu Quân sự Takeo", "Chi khu Quân sự Kiri Vong"]}),
])  # fmt: skip
def test_who_is_sent(text: str, expected: dict[str, list[str]]) -> None:
    assert sides(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    # the paper's own bodies, whose province it does not name
    ("Chiều 18/1, Bộ CHQS tỉnh hội đàm với Tiểu khu Quân sự tỉnh Ratanakiri (Campuchia).",
     {"VN": ["Bộ Chỉ huy Quân sự tỉnh"], "KH": ["Tiểu khu Quân sự tỉnh Ratanakiri"]}),
    (("Ngày 3/4, Công an tỉnh hội đàm với Công an tỉnh Hủa Phăn (Lào). Đại tá Lê Văn Thử, Phó Giám đốc Công an tỉnh và Đại tá "
      "Khăm Phon, Giám đốc Công an tỉnh Hủa Phăn đồng chủ trì."),
     {"VN": ["Công an tỉnh"], "LA": ["Công an tỉnh Hủa Phăn"]}),
    ("Ngày 3/4, đoàn công tác Bộ CHQS tỉnh Hủa Phăn (Lào) đến thăm, chúc tết Bộ CHQS tỉnh.",
     {"LA": ["Bộ Chỉ huy Quân sự tỉnh Hủa Phăn"], "VN": ["Bộ Chỉ huy Quân sự tỉnh"]}),
    ("Ngày 3/4, đại diện Bộ CHQS tỉnh và Tiểu khu Quân sự Takeo (Campuchia) hội đàm.",
     {"VN": ["Bộ Chỉ huy Quân sự tỉnh"], "KH": ["Tiểu khu Quân sự Takeo"]}),
    # … and the guests', told by their province
    (("Đoàn đại biểu tỉnh Hủa Phăn do Đại tá Khăm Phon, Chỉ huy trưởng Bộ CHQS tỉnh làm trưởng đoàn hội đàm với BĐBP tỉnh "
      "Thanh Hóa."), {"LA": ["tỉnh Hủa Phăn"], "VN": ["Bộ đội Biên phòng tỉnh Thanh Hóa"]}),
    ("Ngày 16/3, Sở Ngoại vụ hội đàm với Sở Ngoại vụ tỉnh Hủa Phăn (Lào) tại tỉnh Thanh Hóa.",
     {"VN": ["Sở Ngoại vụ"], "LA": ["Sở Ngoại vụ tỉnh Hủa Phăn"]}),
])  # fmt: skip
def test_whose_a_bare_body_is(text: str, expected: dict[str, list[str]]) -> None:
    assert sides(text) == expected


def test_two_bodies_of_one_name_under_ministries_of_two_states() -> None:
    found = record(
        "Sáng 5/11, Tổng cục Cảnh sát, Bộ Công an và Tổng cục Cảnh sát, Bộ An ninh Lào hội đàm. Đồng chủ trì hội đàm Trung "
        "tướng Lê Văn Thử, Tổng cục trưởng Tổng cục Cảnh sát và Thiếu tướng Khăm Phon Xay, Tổng cục trưởng Tổng cục Cảnh sát, "
        "Bộ An ninh Lào."
    )
    assert [(u.name, u.country, u.parent) for u in found.units if u.kind == "police"] == [
        ("Tổng cục Cảnh sát", "VN", "Bộ Công an"), ("Tổng cục Cảnh sát", "LA", "Bộ An ninh Lào"),
    ]  # fmt: skip
    assert [(d.country, d.head) for d in found.delegations] == [("VN", "Lê Văn Thử"), ("LA", "Khăm Phon Xay")]


def test_a_member_that_no_table_has_is_of_the_state_of_its_list() -> None:
    found = record("Công an tỉnh Lai Châu hội đàm với công an 3 tỉnh của Lào, gồm: Phong Sa Lỳ, U Đôm Xay và Nậm Xạ.")
    assert [(u.name, u.country) for u in found.units][1:] == [
        ("Công an tỉnh Phong Sa Lỳ", "LA"), ("Công an tỉnh U Đôm Xay", "LA"), ("Công an tỉnh Nậm Xạ", "LA"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", [
    "Lực lượng Cảnh sát hai nước tuần tra. Hiến binh và cảnh sát của bạn dự hội đàm ngày 3/4.",
    "Biên phòng, Hải quan cửa khẩu kiểm tra hàng hóa. Các Văn phòng BLO hai bên trao đổi tin.",
    "Bí thư Tỉnh ủy Lò Văn Thử tiếp đoàn. Ban Dân vận Tỉnh ủy Sơn La phối hợp tuyên truyền.",
])  # fmt: skip
def test_collectives_and_posts_of_the_party_are_no_units(text: str) -> None:
    assert record(text).units == ()


@pytest.mark.parametrize(("text", "names"), [
    (("Hai bên trao biên bản ký kết về việc mở cửa khẩu Lý Vạn - Việt Nam và Thạc Long - Trung Quốc."),
     ["biên bản ký kết về việc mở cửa khẩu Lý Vạn - Việt Nam và Thạc Long - Trung Quốc"]),
    ("Tiếp tục thực hiện kế hoạch hợp tác đấu tranh phòng, chống các loại tội phạm, trọng điểm là ma túy.",
     ["kế hoạch hợp tác đấu tranh phòng, chống các loại tội phạm"]),
    ("Hai bên ký Quy chế phối hợp đấu tranh với các loại tội phạm ở khu vực biên giới.",
     ["Quy chế phối hợp đấu tranh với các loại tội phạm ở khu vực biên giới"]),
    ("Hai bên thực hiện nghiêm Hiệp định về quy chế biên giới ở các xã giáp biên.", ["Hiệp định về quy chế biên giới"]),
])  # fmt: skip
def test_a_paper_keeps_what_it_is_about(text: str, names: list[str]) -> None:
    assert [a.name for a in record(text).agreements] == names


@pytest.mark.parametrize(("text", "name"), [
    ("Công an tỉnh Sơn La và Công an tỉnh Hủa Phăn (Lào) mở Hội nghị sơ kết Biên bản phối hợp về phòng, chống ma túy và tội phạm ở biên giới.",
     "Hội nghị sơ kết Biên bản phối hợp về phòng, chống ma túy và tội phạm ở biên giới"),
    (("Công an tỉnh Quảng Trị và Công an tỉnh Salavan (Lào) tổ chức lễ ký kết biên bản hợp tác năm 2023, và sơ kết 1 năm thực "
      "hiện biên bản phòng, chống ma túy giai đoạn 2022 - 2025."),
     "lễ ký kết biên bản hợp tác năm 2023, và sơ kết 1 năm thực hiện biên bản phòng, chống ma túy giai đoạn 2022 - 2025"),
    (("Công an tỉnh Sơn La và Công an tỉnh Hủa Phăn (Lào) mở Hội nghị giải quyết tình hình ma túy trên tuyến biên giới Việt Nam "
      "- Lào giữa hai lực lượng."), "Hội nghị giải quyết tình hình ma túy trên tuyến biên giới Việt Nam - Lào"),
])  # fmt: skip
def test_the_name_of_an_event_runs_to_its_end(text: str, name: str) -> None:
    talk = record(text).talk
    assert talk is not None
    assert talk.name == name


def test_posts_of_a_government_and_who_chairs_with_another() -> None:
    found = record(
        "Sáng 28/6, Phó Thủ tướng Thường trực Chính phủ Lê Văn Thử đã cùng Phó Thủ tướng, Bộ trưởng Bộ Nội vụ Campuchia Sok "
        "Vanna đồng chủ trì Hội nghị hợp tác các tỉnh biên giới Việt Nam - Campuchia lần thứ 12."
    )
    assert [(p.name, p.position, p.roles) for p in found.people] == [
        ("Lê Văn Thử", "Phó Thủ tướng Thường trực", ("co_chair",)), ("Sok Vanna", "Phó Thủ tướng, Bộ trưởng", ("co_chair",)),
    ]  # fmt: skip


def test_three_who_say_something_together() -> None:
    found = record(
        "Ngày 9/6, Công an tỉnh Quảng Trị và Công an 2 tỉnh Sê Kông và Salavan (Lào) hội đàm. Tại đây, đại tá Lò Văn Thử, Giám "
        "đốc Công an tỉnh Quảng Trị; đại tá Khăm Phon Xay, Giám đốc Công an tỉnh Sê Kông và đại tá Bun Mi Thong, Phó giám đốc "
        "Công an tỉnh Salavan thông báo kết quả."
    )
    assert [p.roles for p in found.people] == [("speaker",)] * 3


def test_a_minister_is_not_of_the_ministry_whose_guests_he_receives() -> None:
    found = record(
        "Ngày 10/7, Bộ Quốc phòng Việt Nam - Trung Quốc hội đàm tại Hà Nội. Sau hội đàm, Bộ trưởng Lê Văn Thử tiếp Đoàn đại "
        "biểu Bộ Quốc phòng Trung Quốc."
    )
    assert [(p.name, p.unit) for p in found.people] == [("Lê Văn Thử", "Bộ Quốc phòng Việt Nam")]


def test_the_month_of_an_earlier_talk_in_figures() -> None:
    found = record("Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn (Lào) về kết quả kể từ lần hội đàm 6/2023.")
    assert "2023-06" in [d.value for d in found.dates]


def test_the_menu_of_the_page_is_no_title() -> None:
    page = "Trang chủ Bạn đọc - Cần biết\n\nSơn La - Hủa Phăn phối hợp giữ biên giới\n\nNgày 5/6, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn (Lào)."
    assert record(page).document.title == "Sơn La - Hủa Phăn phối hợp giữ biên giới"
