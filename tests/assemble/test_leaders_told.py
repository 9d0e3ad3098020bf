"""Who leads, where other names and posts stand around him: all passages invented."""

from __future__ import annotations

import pytest

from reading import read


def roles(text: str) -> dict[str, str]:
    return {p.name: " ".join(sorted(p.roles)) for p in read(text).people}


@pytest.mark.parametrize(("text", "expected"), [
    (("Trong khuôn khổ chuyến thăm Campuchia của Chủ tịch nước Lò Văn Thử, Đại tướng Vi Văn Sen, Bộ trưởng Bộ Công an dẫn "
      "đầu đoàn Bộ Công an đã hội đàm với Bộ Nội vụ Campuchia."), {"Lò Văn Thử": "", "Vi Văn Sen": "head"}),
    (("Bên lề chuyến công tác của Thủ tướng Lò Văn Thử, Thượng tướng Vi Văn Sen, Thứ trưởng Bộ Công an và Thượng tướng Bun "
      "Xổm, Thứ trưởng Bộ Công an Lào đã hội đàm."), {"Lò Văn Thử": "", "Vi Văn Sen": "head", "Bun Xổm": "head"}),
    (("Đoàn Bộ Công an do Thượng tướng Vi Văn Sen, Thứ trưởng dẫn đầu, đã có buổi làm việc với ông Prum Vanna, Quốc vụ khanh "
      "Bộ Nội vụ Campuchia."), {"Vi Văn Sen": "head", "Prum Vanna": "head"}),
    ("Tỉnh Sơn La hội đàm với đoàn tỉnh Hủa Phăn (Lào) do ông Bun Xổm Xay, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy dẫn đầu.",
     {"Bun Xổm Xay": "head"}),
    (("Hai bên hội đàm. Đại tá Lò Văn Thử, Chỉ huy trưởng BĐBP tỉnh Sơn La; Đại tá Bun Xổm, Giám đốc Công an tỉnh Hủa Phăn "
      "cùng các thành viên tham dự."), {"Lò Văn Thử": "attendee", "Bun Xổm": "attendee"}),
    ("Hai bên hội đàm. Đại tá Lò Văn Thử cùng các đại biểu tham quan nhà truyền thống.", {"Lò Văn Thử": ""}),
])  # fmt: skip
def test_whose_visit_it_is_leads_no_side(text: str, expected: dict[str, str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Đoàn do Thiếu tướng Sai Vanna, Phó Cục trưởng phụ trách biên giới phía Đông, Tổng cục Cảnh sát quốc gia Campuchia dẫn đầu.",
     ("Sai Vanna", "Phó Cục trưởng", "Tổng cục Cảnh sát quốc gia Campuchia")),
    ("Đoàn do Bộ trưởng Bộ Ngoại giao, Trưởng ban Ban Biên giới Lào - Việt Nam Sa Lư Xổm Xay làm Trưởng đoàn.",
     ("Sa Lư Xổm Xay", "Bộ trưởng, Trưởng ban", "Bộ Ngoại giao")),
    ("Đoàn do Thượng tá Lò Văn Thử, Phó Chỉ huy trưởng, kiêm Tham mưu trưởng BĐBP tỉnh Sơn La làm trưởng đoàn.",
     ("Lò Văn Thử", "Phó Chỉ huy trưởng, kiêm Tham mưu trưởng", "Bộ đội Biên phòng tỉnh Sơn La")),
    ("Đoàn do Samdech Krolahom Prum Vanna, Phó Thủ tướng, Bộ trưởng Bộ Nội vụ Campuchia dẫn đầu.",
     ("Prum Vanna", "Phó Thủ tướng, Bộ trưởng", "Bộ Nội vụ Campuchia")),
])  # fmt: skip
def test_posts_and_units_of_those_who_lead(text: str, expected: tuple[str, str, str]) -> None:
    (one,) = read(text).people
    assert one.unit is not None
    assert (one.name, ", ".join(p.text for p in one.posts), one.unit.name) == expected
