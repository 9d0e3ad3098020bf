"""Words of units that papers on the border use beside the forces, all passages invented."""

from __future__ import annotations

import pytest

from reading import read


def shown(text: str) -> list[str]:
    return [
        " | ".join([u.name, u.region or u.country or "", *([u.parent] if u.parent else [])])
        for u in read(text).units.records
    ]


@pytest.mark.parametrize(("text", "expected"), [
    ("Công an huyện Kỳ Sơn hội đàm với An ninh huyện Nọng Hét, tỉnh Xiêng Khoảng (Lào).",
     ["Công an huyện Kỳ Sơn | VN-22", "An ninh huyện Nọng Hét | LA-XI"]),
    ("Công an tỉnh Quảng Trị hội đàm với Ty An ninh, tỉnh Savannakhet (Lào).",
     ["Công an tỉnh Quảng Trị | VN-25", "Ty An ninh tỉnh Savannakhet | LA-SV"]),
    ("Công an tỉnh Tây Ninh gặp Chi Cảnh sát quận Mê Sang, tỉnh Tbong Khmum (Campuchia).",
     ["Công an tỉnh Tây Ninh | VN-37", "Chi Cảnh sát quận Mê Sang | KH-25"]),
    ("Công an tỉnh An Giang gặp Tiểu đoàn Bộ đội Biên phòng 7 (thuộc Tiểu khu Quân sự tỉnh Takeo, Campuchia).",
     ["Công an tỉnh An Giang | VN-44", "Tiểu đoàn Bộ đội Biên phòng 7 | KH-21 | Tiểu khu Quân sự tỉnh Takeo",
      "Tiểu khu Quân sự tỉnh Takeo | KH-21"]),
    ("Hội nghị giữa Ủy ban MTTQ Việt Nam tỉnh Long An và Ủy ban Mặt trận Đoàn kết phát triển Tổ quốc Campuchia tỉnh Svay rieng.",
     ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Long An | VN-41",
      "Ủy ban Mặt trận Đoàn kết phát triển Tổ quốc Campuchia tỉnh Svay rieng | KH-20"]),
    ("Ủy ban MTTQ tỉnh Nghệ An gặp gỡ Mặt trận Lào xây dựng đất nước tỉnh Xiêng Khoảng.",
     ["Ủy ban Mặt trận Tổ quốc tỉnh Nghệ An | VN-22", "Mặt trận Lào xây dựng đất nước tỉnh Xiêng Khoảng | LA-XI"]),
    ("Ban Công tác biên giới hai tỉnh Kon Tum và Attapeu hội đàm.",
     ["Ban Công tác biên giới tỉnh Kon Tum | VN-28", "Ban Công tác biên giới tỉnh Attapeu | LA-AT"]),
    ("Dự hội đàm có thủ trưởng Bộ Tham mưu và các cục, đơn vị thuộc Bộ Tư lệnh BĐBP.",
     ["Bộ Tham mưu | VN | Bộ Tư lệnh Bộ đội Biên phòng", "Bộ Tư lệnh Bộ đội Biên phòng | VN"]),
    ("Đoàn đại biểu Quốc hội tỉnh Sơn La cùng dự.", ["Đoàn đại biểu Quốc hội tỉnh Sơn La | VN-05"]),
])  # fmt: skip
def test_who_beside_the_forces_works_on_the_border(text: str, expected: list[str]) -> None:
    assert [u.lower() for u in shown(text)] == [u.lower() for u in expected]


@pytest.mark.parametrize("text", [
    "Hai bên bảo đảm an ninh huyện Nậm Pồ, giữ gìn An ninh tỉnh Sơn La.",
    "Hai huyện mở hội nghị giao ban công tác biên giới huyện Mộc Châu.",
    "Đội tuần tra tỉnh Nghệ An do Đại tá Lò Văn Thử chỉ huy đã lên đường.",
    "Mặt trận Tổ quốc và các đoàn thể tuyên truyền cho nhân dân.",
    "Đoàn đại biểu Quốc hội Việt Nam thăm Lào.",
])  # fmt: skip
def test_words_that_name_no_unit(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("BĐBP tỉnh An Giang tặng quà Công an tỉnh, Tiểu đoàn Biên phòng 7 (thuộc Tiểu khu Quân sự tỉnh Takeo, Campuchia).",
     "Công an tỉnh Takeo"),
    ("BĐBP tỉnh Nghệ An hội đàm với Công an tỉnh, Đại đội Biên phòng 213, Bộ CHQS tỉnh Xiêng Khoảng (Lào).",
     "Công an tỉnh Xiêng Khoảng"),
    ("BĐBP tỉnh Nghệ An phối hợp với Công an tỉnh, Đồn Biên phòng 571 tuần tra.", "Công an tỉnh Nghệ An"),
])  # fmt: skip
def test_an_office_before_a_numbered_company_is_of_its_province(text: str, expected: str) -> None:
    assert [u.name for u in read(text).units.records if u.kind == "police"] == [expected]


@pytest.mark.parametrize(("text", "expected"), [
    ("Trưởng đoàn đại biểu Quốc hội (ĐBQH) tỉnh Sơn La Lò Văn Thử phát biểu.",
     ("Lò Văn Thử", "Trưởng đoàn", "Đoàn đại biểu Quốc hội tỉnh Sơn La")),
    ("Đại tướng PrumSokVan, Tổng Cục trưởng Công an quốc gia Campuchia đến dự.",
     ("PrumSokVan", "Tổng Cục trưởng", "Tổng cục Công an quốc gia Campuchia")),
    ("Thiếu tá PrumVanSa- Trưởng chi Cảnh sát quận Mê Sang, tỉnh Tbong Khmum (Campuchia) đến dự.",
     ("PrumVanSa", "Trưởng chi", "Chi Cảnh sát quận Mê Sang")),
])  # fmt: skip
def test_who_heads_such_a_unit(text: str, expected: tuple[str, str, str]) -> None:
    (one,) = read(text).people
    assert one.unit is not None
    assert (one.name, one.posts[0].text, one.unit.name) == expected
