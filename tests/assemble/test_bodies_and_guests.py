"""Bodies of states and provinces, guests and hosts, names in several spellings: all passages invented."""

from __future__ import annotations

import pytest

from reading import read
from talkextract import Extractor
from talkextract.record import TalkRecord


def sides(text: str) -> dict[str, list[str]]:
    return {s.country: [u.name for u in s.units.values()] for s in read(text).sides}


def units(text: str) -> list[str]:
    return [
        " | ".join([u.name, u.region or u.country or "", *([u.parent] if u.parent else [])])
        for u in read(text).units.records
    ]


def people(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(p.name, p.position, p.unit, p.country) for p in extract(text).people]


def extract(text: str) -> TalkRecord:
    return Extractor().extract(text)


@pytest.mark.parametrize(("text", "expected"), [
    (("Đoàn đại biểu Ủy ban Trung ương MTTQ Việt Nam hội đàm với Đoàn đại biểu Ủy ban Trung ương Mặt trận Lào xây dựng đất "
      "nước."),
     {"VN": ["Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"], "LA": ["Ủy ban Trung ương Mặt trận Lào xây dựng đất nước"]}),
    ("Ngày 5/6/2022, Hội Cựu chiến binh Việt Nam hội đàm với Hội Cựu chiến binh Lào.",
     {"VN": ["Hội Cựu chiến binh Việt Nam"], "LA": ["Hội Cựu chiến binh Lào"]}),
    ("Ngày 5/6/2022, UBND tỉnh An Giang và Ban Hành chính tỉnh Takeo (Vương quốc Campuchia) tổ chức hội đàm.",
     {"VN": ["Ủy ban nhân dân tỉnh An Giang"], "KH": ["Ban Hành chính tỉnh Takeo"]}),
    (("Ngày 5/6/2022, UBND tỉnh An Giang và lãnh đạo 2 tỉnh giáp ranh biên giới Vương quốc Campuchia (Takeo, Kandal - Vương "
      "quốc Campuchia) đã tổ chức Hội nghị hợp tác phòng, chống ma túy."),
     {"VN": ["Ủy ban nhân dân tỉnh An Giang"], "KH": ["tỉnh Takeo", "tỉnh Kandal"]}),
    (("Ngày 5/6/2022, đoàn công tác tỉnh Kon Tum đã đến thăm, chúc Tết lãnh đạo, chính quyền và nhân dân tỉnh Ratanakiri "
      "(thuộc Vương quốc Campuchia)."), {"VN": ["tỉnh Kon Tum"], "KH": ["tỉnh Ratanakiri"]}),
    (("Đồn Biên phòng Sông Vàm vừa hội đàm với Tiểu đoàn Bộ đội bảo vệ biên giới số 4, tỉnh Svay Rieng, Vương quốc Campuchia. "
      "Năm 2024, Đồn Biên phòng Sông Vàm và Tiểu đoàn bảo vệ biên giới số 4 làm đúng thỏa thuận."),
     {"VN": ["Đồn Biên phòng Sông Vàm"], "KH": ["Tiểu đoàn Bộ đội bảo vệ biên giới số 4"]}),
    # the row of one who leads sends nobody but those who are told to come
    (("Ngày 5/6/2022, đoàn cán bộ Bộ Quốc phòng Lào do Trung tá Khăm Phan (Phòng Tuyên huấn, Cục Cán bộ, Bộ Quốc phòng Lào) "
      "làm trưởng đoàn đã làm việc với Bộ CHQS tỉnh Sơn La. Tham gia buổi làm việc có đại biểu Viện Lịch sử quân sự Việt Nam; "
      "Bộ Tham mưu Quân khu 2."),
     {"LA": ["Bộ Quốc phòng Lào"],
      "VN": ["Bộ Chỉ huy Quân sự tỉnh Sơn La", "Viện Lịch sử quân sự Việt Nam", "Bộ Tham mưu Quân khu 2"]}),
    # nor does a state that only gave what both look at
    (("Ngày 5/6/2022, UBND tỉnh Sơn La hội đàm với chính quyền tỉnh Khăm Muồn (Lào). Ngôi trường do Chính phủ Việt Nam viện "
      "trợ cho Chính phủ Lào."), {"VN": ["Ủy ban nhân dân tỉnh Sơn La"], "LA": ["Chính quyền tỉnh Khăm Muồn"]}),
])  # fmt: skip
def test_who_is_sent(text: str, expected: dict[str, list[str]]) -> None:
    assert sides(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Dự án do Chính phủ Việt Nam viện trợ cho Chính phủ Lào, giao Bộ Văn hóa và Thể thao Lào thực hiện.",
     ["Chính phủ Việt Nam | VN", "Chính phủ Lào | LA", "Bộ Văn hóa và Thể thao Lào | LA"]),
    ("Tỉnh cảm ơn sự giúp đỡ của Chính phủ Việt Nam.", []),
    ("Lễ khai trương do tỉnh Tây Ninh và tỉnh Svay Rieng (Vương quốc Campuchia) đồng tổ chức.",
     ["tỉnh Tây Ninh | VN-37", "tỉnh Svay Rieng | KH-20"]),
    ("Các đoàn thể, Mặt trận Tổ quốc Việt Nam và Hội Nông dân tuyên truyền.", []),
    ("Đại tướng Sok Vanna, Tư lệnh Lục quân Quân đội Hoàng gia Campuchia cảm ơn.",
     ["Lục quân Quân đội Hoàng gia Campuchia | KH"]),
    ("Trung tá Khăm Phan (Ban Chính sách, Cục Cán bộ, Bộ Quốc phòng Lào) nói.",
     ["Ban Chính sách | LA | Cục Cán bộ", "Cục Cán bộ | LA | Bộ Quốc phòng Lào", "Bộ Quốc phòng Lào | LA"]),
])  # fmt: skip
def test_bodies_that_are_named(text: str, expected: list[str]) -> None:
    assert [u.lower() for u in units(text)] == [u.lower() for u in expected]


@pytest.mark.parametrize(("text", "expected"), [
    ("Ngày 5/6/2022, Đồn Biên phòng Na Mèo đón đoàn Đại đội Biên phòng 212 (Lào) sang thăm, chúc Tết.", "meeting"),
    (("Những ngày cuối năm, Bộ CHQS tỉnh Sơn La lần lượt đón các đoàn cán bộ của Bộ CHQS tỉnh Hủa Phăn và Bộ CHQS tỉnh Luông "
      "Pha Bang (Lào) sang thăm, chúc tết."), "meeting"),
    ("Ngày 5/6/2022, Chủ tịch UBND tỉnh Nghệ An Lò Văn Thử tiếp đoàn công tác tỉnh Xiêng Khoảng (Lào) đến thăm, làm việc.",
     "meeting"),
    # a person's reception, and a choir
    ("Ngày 5/6/2022, Bí thư Huyện ủy Lò Văn Thử đón đoàn Đại đội Biên phòng 212 (Lào) sang thăm, chúc Tết.", None),
    ("Sáng mồng Một, Đồn Biên phòng Lũng Cú đón đoàn văn nghệ xã đến thăm, chúc Tết.", None),
])  # fmt: skip
def test_the_guests_whom_a_body_receives(text: str, expected: str | None) -> None:
    talk = extract(text).talk
    assert (talk.kind if talk else None) == expected


@pytest.mark.parametrize(("text", "expected"), [
    # a small syllable of a name; no verb is one
    ("Thượng tá Khăm pheng Vi Lay - Phó Giám đốc Công an tỉnh Hủa Phăn nói.",
     [("Khăm pheng Vi Lay", "Phó Giám đốc", "Công an tỉnh Hủa Phăn", "LA")]),
    ("Đại tá Pha Văn Phim (Phavanh PHIM), Phó Chỉ huy trưởng Bộ CHQS tỉnh Hủa Phăn (Lào) nói.",
     [("Pha Văn Phim", "Phó Chỉ huy trưởng", "Bộ Chỉ huy Quân sự tỉnh Hủa Phăn", "LA")]),
    # two spellings of one name
    (("Đoàn Bộ CHQS tỉnh Hủa Phăn (Lào) do Trung tá Bun Sỷ Sòn Thay, Phó Chính ủy Bộ CHQS tỉnh Hủa Phăn dẫn đầu. Trung tá Bun Sỷ "
      "Xòn Thay, Phó Chính ủy Bộ CHQS tỉnh Hủa Phăn tặng quà."),
     [("Bun Sỷ Sòn Thay", "Phó Chính ủy", "Bộ Chỉ huy Quân sự tỉnh Hủa Phăn", "LA")]),
    ("Phó Tỉnh trưởng tỉnh Takeo - Sok Vanna hứa sẽ giúp.", [("Sok Vanna", "Phó Tỉnh trưởng", "tỉnh Takeo", "KH")]),
    (("Đoàn đại biểu của tỉnh Hủa Phăn (Lào) do đồng chí Văn-xay Phim-ma, Phó tỉnh trưởng làm Trưởng đoàn; tỉnh Xay Sổm Bun do "
     "đồng chí Khăm-bun Xay-nhạ, Phó tỉnh trưởng làm Trưởng đoàn."),
     [("Văn-xay Phim-ma", "Phó tỉnh trưởng", "tỉnh Hủa Phăn", "LA"),
      ("Khăm-bun Xay-nhạ", "Phó tỉnh trưởng", "tỉnh Xay Sổm Bun", "LA")]),
    ("Chiều 5/6, đ/c Lò Văn Thử - Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh Sơn La dự.",
     [("Lò Văn Thử", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Sơn La", "VN")]),
    ("Ông Lò Văn Thử, UVTV Tỉnh ủy, Phó Chủ tịch UBND tỉnh Sơn La dự.",
     [("Lò Văn Thử", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Sơn La", "VN")]),
    # who is told by his age, and where he lives
    (("Tổ tuần tra đã bắt giữ. Khăm Bun (31 tuổi, ở bản Na Lát, tỉnh Savannakhet, Lào) bị chặn lại; đi cùng là Lý Tiểu Minh (47 "
     "tuổi, trú tỉnh Chiết Giang, Trung Quốc)."), [("Khăm Bun", None, None, "LA"), ("Lý Tiểu Minh", None, None, "CN")]),
    ("Các nghi phạm từ 29 đến 36 tuổi, ở bản Na Lát.", []),
])  # fmt: skip
def test_names_as_papers_spell_them(text: str, expected: list[tuple[str, str | None, str | None, str | None]]) -> None:
    found = [(name, post, unit and unit[:1].lower() + unit[1:], country) for name, post, unit, country in people(text)]
    assert found == [
        (name, post, unit and unit[:1].lower() + unit[1:], country) for name, post, unit, country in expected
    ]


def test_a_council_of_the_guests_is_theirs() -> None:
    text = (
        "Ngày 5/6/2025, Đoàn đại biểu HĐND TP. Đà Nẵng hội đàm với HĐND tỉnh Sê Kông, nước Cộng hòa Dân chủ Nhân dân Lào. Tiếp "
        "đoàn có đồng chí Sỷ Hêng - Hóm Bát, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh."
    )
    assert people(text) == [("Sỷ Hêng - Hóm Bát", "Chủ tịch", "Hội đồng nhân dân tỉnh Sê Kông", "LA")]


def test_the_year_of_a_treaty_is_no_period() -> None:
    text = (
        "Ngày 5/6/2021, Cuộc họp thường niên lần thứ 12 giữa BĐBP tỉnh Sơn La và Công an tỉnh Hủa Phăn (Lào) được tổ chức. Hai "
        "bên đánh giá kết quả triển khai Hiệp định Quy chế quản lý biên giới năm 2016 và bàn phương hướng thời gian tới."
    )
    talk = extract(text).talk
    assert talk is not None
    assert talk.period is None


def test_the_office_of_a_province_is_the_place() -> None:
    talk = extract(
        "Ngày 5/6/2021, tại Văn phòng Hành chính tỉnh Takeo, Công an hai tỉnh An Giang và Takeo hội đàm."
    ).talk
    assert talk is not None
    assert talk.place is not None
    assert talk.place.name == "Văn phòng Hành chính tỉnh Takeo"


@pytest.mark.parametrize(("paper", "name"), [
    ("Biên bản ghi nhớ về hợp tác quốc phòng năm 2020 và những năm tiếp theo",
     "Biên bản ghi nhớ về hợp tác quốc phòng năm 2020 và những năm tiếp theo"),
    ("Biên bản ghi nhớ về việc xây dựng Trường Trung học tại tỉnh Khăm Muồn",
     "Biên bản ghi nhớ về việc xây dựng Trường Trung học tại tỉnh Khăm Muồn"),
    ("Biên bản ghi nhớ về hợp tác phòng, chống ma túy tại tỉnh Khăm Muồn",
     "Biên bản ghi nhớ về hợp tác phòng, chống ma túy"),
])  # fmt: skip
def test_where_the_name_of_a_paper_ends(paper: str, name: str) -> None:
    text = f"Ngày 5/6/2021, Bộ CHQS tỉnh Sơn La hội đàm với Bộ CHQS tỉnh Hủa Phăn (Lào). Hai bên ký kết {paper}."
    assert [a.name for a in extract(text).agreements] == [name]


def test_what_points_to_somebody_in_a_picture_is_no_title() -> None:
    text = (
        "Chính ủy Bộ CHQS tỉnh Hủa Phăn Bun Phôn (trái) tặng quà Bộ CHQS tỉnh\n\n"
        "Ngày 3/1/2020, Bộ CHQS tỉnh Sơn La hội đàm với Bộ CHQS tỉnh Hủa Phăn (Lào). Hai bên trao đổi về biên giới."
    )
    assert extract(text).document.title is None
