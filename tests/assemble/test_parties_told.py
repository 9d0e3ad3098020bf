"""Provinces, districts and offices as the parties of a talk: all passages invented."""

from __future__ import annotations

import pytest

from reading import read


def sides(text: str) -> dict[str, list[str]]:
    return {s.country: [u.name for u in s.units.values()] for s in read(text).sides}


@pytest.mark.parametrize(("text", "expected"), [
    ("Đoàn đại biểu biên giới tỉnh Quảng Trị (Việt Nam) và tỉnh Salavan (Lào) đã hội đàm.",
     {"VN": ["tỉnh Quảng Trị"], "LA": ["tỉnh Salavan"]}),
    (("Đoàn cấp cao tỉnh Attapư do đồng chí Sạ-mảy Văn-la, Phó Tỉnh trưởng làm Trưởng đoàn và tỉnh Kon Tum do đồng chí Lò Văn "
      "Thử, Phó Chủ tịch UBND tỉnh làm Trưởng đoàn đã hội đàm."), {"LA": ["tỉnh Attapư"], "VN": ["tỉnh Kon Tum"]}),
    (("Hội nghị tổng kết hợp tác năm 2023 và đề ra phương hướng 6 tháng đầu năm 2024 giữa tỉnh An Giang với tỉnh Takeo "
      "(Campuchia) diễn ra chiều nay."), {"VN": ["tỉnh An Giang"], "KH": ["tỉnh Takeo"]}),
    (("Hội nghị giữa Công an huyện Tân Châu, huyện Tân Biên, Tây Ninh; huyện Lộc Ninh, Bình Phước (Việt Nam) với Công an "
      "huyện Mê Mốt (Campuchia) diễn ra chiều nay."),
     {"VN": ["Công an huyện Tân Châu", "Công an huyện Tân Biên", "Công an huyện Lộc Ninh"], "KH": ["Công an huyện Mê Mốt"]}),
    ("Ngày 28/3/2014 Công an huyện Tân Biên, tỉnh Tây Ninh hội đàm với Công an quận Mê Mốt (Campuchia).",
     {"VN": ["Công an huyện Tân Biên"], "KH": ["Công an quận Mê Mốt"]}),
    (("Đồn Biên phòng A Lan (đóng tại Tây Giang) thuộc Bộ đội Biên phòng Quảng Nam hội đàm với Đại đội Biên phòng 534 (Lào)."),
     {"VN": ["Đồn Biên phòng A Lan"], "LA": ["Đại đội Biên phòng 534"]}),
    (("Dự có Thượng tướng Lò Văn Thử, Thứ trưởng Bộ Quốc phòng cùng lãnh đạo các cơ quan, đơn vị trực thuộc Bộ Quốc phòng. Về "
      "phía Lào có Trung tướng Bun Xổm, Thứ trưởng Bộ Quốc phòng Lào. Hai bên hội đàm ngày 5/5/2020."), {"VN": [], "LA": []}),
    (("Bộ đội Biên phòng tỉnh Tây Ninh hội đàm với Ty Công an tỉnh Svay Rieng (Campuchia) sau khi hợp nhất với tỉnh Long An."),
     {"VN": ["Bộ đội Biên phòng tỉnh Tây Ninh"], "KH": ["Ty Công an tỉnh Svay Rieng"]}),
])  # fmt: skip
def test_who_is_a_party(text: str, expected: dict[str, list[str]]) -> None:
    assert sides(text) == expected


def test_a_caption_shows_the_parties_whom_the_body_tells_by_their_leaders_alone() -> None:
    text = (
        "Hợp tác biên giới\n\nTại Pakse (Lào), Chủ tịch UBND tỉnh Quảng Trị Lò Văn Thử và Tỉnh trưởng tỉnh Salavan Bun Thăn "
        "Xay đã hội đàm.\n\nĐoàn đại biểu tỉnh Quảng Trị và đoàn đại biểu tỉnh Salavan ký biên bản hội đàm. (Ảnh: CTV)."
    )
    assert sides(text) == {"VN": ["tỉnh Quảng Trị"], "LA": ["tỉnh Salavan"]}


@pytest.mark.parametrize(("text", "names"), [
    ("Về phía Lào có các đồng chí: Đại tá Ùn Xăm, Cục trưởng; Bun Xay - Phết Chạ Lăn, Ủy viên Ban Thường vụ Tỉnh ủy.",
     ["Ùn Xăm", "Bun Xay - Phết Chạ Lăn"]),
    ("Tham dự có Phó Tỉnh trưởng tỉnh Savannakhet Bun thong - Vilayvan.", ["Bun thong - Vilayvan"]),
])  # fmt: skip
def test_names_with_a_dash_or_a_small_syllable(text: str, names: list[str]) -> None:
    assert [p.name for p in read(text).people] == names


def test_the_general_staff_of_a_state_is_one() -> None:
    text = "Cục BĐBP, Bộ Tổng tham mưu, Quân đội nhân dân Lào dự. Cục BĐBP, Bộ Tổng tham mưu QĐND Lào giao nhiệm vụ."
    staffs = [u.name for u in read(text).units.records if u.kind == "general_staff"]
    assert staffs == ["Bộ Tổng tham mưu Quân đội nhân dân Lào"]


def test_a_post_in_an_office_of_the_party_is_left_out() -> None:
    (one,) = read("Ông Lò Văn Thử, Ủy viên Ban Thường vụ, Trưởng ban Tổ chức Tỉnh ủy Sơn La dự.").people
    assert one.posts == ()
