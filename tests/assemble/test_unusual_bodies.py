"""Bodies of unusual form, and whose those are that no word of their own tells: all passages invented."""

from __future__ import annotations

import pytest

from reading import read


def units(text: str) -> list[str]:
    return [" | ".join(w for w in (u.name, u.country, u.parent) if w) for u in read(text).units.records]


def sides(text: str) -> dict[str, list[str]]:
    return {s.country: [u.name for u in s.units.values()] for s in read(text).sides}


@pytest.mark.parametrize(("text", "expected"), [
    ("Bệnh viện Đa khoa tỉnh Sơn La hội đàm với Bệnh viện tỉnh Hủa Phăn (Lào).",
     {"VN": ["Bệnh viện Đa khoa tỉnh Sơn La"], "LA": ["Bệnh viện tỉnh Hủa Phăn"]}),
    ("Tỉnh đoàn Sơn La và Tỉnh đoàn Hủa Phăn (Lào) hội đàm.",
     {"VN": ["Tỉnh đoàn Sơn La"], "LA": ["Tỉnh đoàn Hủa Phăn"]}),
    ("LĐLĐ tỉnh Sơn La hội đàm với Liên hiệp Công đoàn tỉnh Hủa Phăn (Lào).",
     {"VN": ["Liên đoàn Lao động tỉnh Sơn La"], "LA": ["Liên hiệp Công đoàn tỉnh Hủa Phăn"]}),
    ("Hội CCB tỉnh Sơn La và Hội Cựu chiến binh các tỉnh Hủa Phăn, Luông Pha Bang (Lào) hội đàm.",
     {"VN": ["Hội Cựu chiến binh tỉnh Sơn La"],
      "LA": ["Hội Cựu chiến binh tỉnh Hủa Phăn", "Hội Cựu chiến binh tỉnh Luông Pha Bang"]}),
    ("Ban Quản lý Khu kinh tế tỉnh Lào Cai hội đàm với Ủy ban Quản lý Khu thương mại tự do Hà Khẩu (Trung Quốc).",
     {"VN": ["Ban Quản lý Khu kinh tế tỉnh Lào Cai"], "CN": ["Ủy ban Quản lý Khu thương mại tự do Hà Khẩu"]}),
    ("UBND xã Nà Thử và Cụm bản Phà Vang, huyện Sầm Tớ (Hủa Phăn, Lào) đã hội đàm.",
     {"VN": ["Ủy ban nhân dân xã Nà Thử"], "LA": ["Cụm bản Phà Vang"]}),
    ("Cục Hải quan Lào Cai hội đàm với Hải quan Hà Khẩu, Cục Thương vụ và Quản lý cửa khẩu Hà Khẩu (Trung Quốc).",
     {"VN": ["Cục Hải quan Lào Cai"], "CN": ["Hải quan Hà Khẩu", "Cục Thương vụ và Quản lý cửa khẩu Hà Khẩu"]}),
    ("Sở Ngoại vụ tỉnh An Giang hội đàm với Ủy ban Biên giới tỉnh Takeo (Campuchia).",
     {"VN": ["Sở Ngoại vụ tỉnh An Giang"], "KH": ["Ủy ban Biên giới tỉnh Takeo"]}),
    ("Đoàn Thanh tra Bộ Quốc phòng hội đàm với Tổng cục Thanh tra, Bộ Quốc phòng Lào.",
     {"VN": ["Thanh tra Bộ Quốc phòng"], "LA": ["Tổng cục Thanh tra"]}),
    ("Đồn Biên phòng Nà Thử (BĐBP Lào Cai) hội đàm với Trạm kiểm tra biên phòng Hà Khẩu và Đại đội 2 quản lý biên giới Hà Khẩu.",
     {"VN": ["Đồn Biên phòng Nà Thử"],
      "CN": ["Trạm kiểm tra biên phòng Hà Khẩu", "Đại đội 2 quản lý biên giới Hà Khẩu"]}),
])  # fmt: skip
def test_bodies_of_unusual_form_are_parties(text: str, expected: dict[str, list[str]]) -> None:
    assert sides(f"Ngày 5/6/2024, {text}") == expected


@pytest.mark.parametrize(("text", "expected"), [
    # a number before its province is the company's, no count of provinces
    ("Đồn Biên phòng cửa khẩu quốc tế Nậm Cắn hội đàm với Đại đội Biên phòng 223 tỉnh Xiêng Khoảng (Lào).",
     ["Đồn Biên phòng cửa khẩu quốc tế Nậm Cắn | VN", "Đại đội Biên phòng 223 | LA"]),
    # what a battalion does stands behind its number, and is no force of the province
    ("Đồn Biên phòng Nà Thử hội đàm với Đại đội Biên phòng 323 và Tiểu đoàn 597 Biên phòng, Bộ CHQS tỉnh Savannakhet, Lào.",
     ["Đồn Biên phòng Nà Thử | VN", "Đại đội Biên phòng 323 | LA | Bộ Chỉ huy Quân sự tỉnh Savannakhet",
      "Tiểu đoàn 597 Biên phòng | LA | Bộ Chỉ huy Quân sự tỉnh Savannakhet", "Bộ Chỉ huy Quân sự tỉnh Savannakhet | LA"]),
    ("BĐBP tỉnh Kon Tum hội đàm với Phòng Biên phòng, Bộ CHQS tỉnh Attapeu (Lào).",
     ["Bộ đội Biên phòng tỉnh Kon Tum | VN", "Phòng Biên phòng | LA | Bộ Chỉ huy Quân sự tỉnh Attapeu",
      "Bộ Chỉ huy Quân sự tỉnh Attapeu | LA"]),
    (("Dự có Cục Cảnh sát điều tra tội phạm về ma túy (C04), Cục Quản lý xuất nhập cảnh (A08), Bộ Công an; Tổng đội Phòng chống "
     "ma túy Vân Nam (Trung Quốc)."),
     ["Cục Cảnh sát điều tra tội phạm về ma túy | VN | Bộ Công an", "Cục Quản lý xuất nhập cảnh | VN | Bộ Công an",
      "Bộ Công an | VN", "Tổng đội Phòng chống ma túy Vân Nam | CN"]),
    # one department, told with its general staff and with its army
    ("Cục Tác chiến (Bộ Tổng Tham mưu QĐND Lào) dự; Cục trưởng Cục Tác chiến QĐND Lào phát biểu.",
     ["Cục Tác chiến Quân đội nhân dân Lào | LA | Bộ Tổng Tham mưu Quân đội nhân dân Lào",
      "Bộ Tổng Tham mưu Quân đội nhân dân Lào | LA"]),
    ("Cảnh sát biển hội đàm với Bộ Tư lệnh Căn cứ biển Ream Hải quân Hoàng gia Campuchia.",
     ["Bộ Tư lệnh Căn cứ biển Ream | KH | Hải quân Hoàng gia Campuchia", "Hải quân Hoàng gia Campuchia | KH"]),
    ("BĐBP tỉnh Long An và Tiểu khu Quân sự tỉnh Svay Rieng, Prey Veng hội đàm.",
     ["Bộ đội Biên phòng tỉnh Long An | VN", "Tiểu khu Quân sự tỉnh Svay Rieng | KH", "Tiểu khu Quân sự tỉnh Prey Veng | KH"]),
    ("Công an tỉnh Đắk Nông hội đàm với Tiểu đoàn Cảnh sát bảo vệ biên giới số 621, số 105 (Ty Công an Mondulkiri).",
     ["Công an tỉnh Đắk Nông | VN", "Tiểu đoàn Cảnh sát bảo vệ biên giới số 621 | KH | Ty Công an Mondulkiri",
      "Tiểu đoàn Cảnh sát bảo vệ biên giới số 105 | KH | Ty Công an Mondulkiri", "Ty Công an Mondulkiri | KH"]),
    # the province of a row is not the gate of its last body
    ("Phía tỉnh Lai Châu có lãnh đạo Công an tỉnh, Ban Quản lý KKTCK Ma Lù Thàng.",
     ["Công an tỉnh Lai Châu | VN", "Ban Quản lý Khu kinh tế cửa khẩu Ma Lù Thàng | VN"]),
])  # fmt: skip
def test_names_and_parents(text: str, expected: list[str]) -> None:
    assert units(f"Ngày 5/6/2024, {text}") == expected


@pytest.mark.parametrize(("text", "expected"), [
    # two joined by "và" that meet are no row of one side, whatever stands above the second
    ("Công an xã Nà Thử và Công an huyện Mường Mai (tỉnh Phông Sa Lỳ, Lào) hội đàm.",
     {"VN": ["Công an xã Nà Thử"], "LA": ["Công an huyện Mường Mai"]}),
    ("Sư đoàn 19 (Quân đoàn 34) và Sư đoàn Bộ binh số 2, Quân khu 1, Quân đội Hoàng gia Campuchia gặp gỡ.",
     {"VN": ["Sư đoàn 19"], "KH": ["Sư đoàn Bộ binh số 2"]}),
    # a commune is where its post is
    ("Đồn Biên phòng Nà Thử phối hợp Công an xã Nà Thử và Đồn Công an bảo vệ biên giới Ốp Vang (Campuchia) gặp gỡ, trao đổi.",
     {"VN": ["Đồn Biên phòng Nà Thử", "Công an xã Nà Thử"], "KH": ["Đồn Công an bảo vệ biên giới Ốp Vang"]}),
    # what stands above the first parts it from no other of its row
    (("Đồn Biên phòng Nà Thử hội đàm với Lữ đoàn 11, Quân khu 2, Đồn Cảnh sát bảo vệ biên giới Tà Vang (Ty Công an Kratie, "
     "Campuchia)."), {"VN": ["Đồn Biên phòng Nà Thử"], "KH": ["Lữ đoàn 11", "Đồn Cảnh sát bảo vệ biên giới Tà Vang"]}),
    # who only lets them hold it is not sent
    ("được sự đồng ý của Bộ CHQS tỉnh Quảng Bình, Ban CHQS huyện Lệ Thủy hội đàm với Ban CHQS huyện Noòng (Savannakhet, Lào).",
     {"VN": ["Ban Chỉ huy Quân sự huyện Lệ Thủy"], "LA": ["Ban Chỉ huy Quân sự huyện Noòng"]}),
    # behind the venue stands the row of those who hold it
    (("tại Trạm kiểm soát liên hợp cửa khẩu quốc tế Cầu Treo, Đồn Biên phòng cửa khẩu quốc tế Cầu Treo, Công an tỉnh Hà Tĩnh đã "
     "tổ chức giao ban với Công an cửa khẩu Nậm Phao (Lào)."),
     {"VN": ["Đồn Biên phòng cửa khẩu quốc tế Cầu Treo", "Công an tỉnh Hà Tĩnh"], "LA": ["Công an cửa khẩu Nậm Phao"]}),
    # who is greeted at home is the partner, not the place
    ("đoàn BĐBP Hà Tĩnh đã thăm, chúc Tết Bunpimay tại Đại đội Biên phòng 255 và Bộ CHQS huyện Khăm Cợt (Lào).",
     {"VN": ["Bộ đội Biên phòng tỉnh Hà Tĩnh"], "LA": ["Đại đội Biên phòng 255", "Bộ Chỉ huy Quân sự huyện Khăm Cợt"]}),
    ("đoàn Quân khu 2 thăm hữu nghị, làm việc tại Bộ Tư lệnh Chiến khu miền Nam (Trung Quốc).",
     {"VN": ["Quân khu 2"], "CN": ["Bộ Tư lệnh Chiến khu miền Nam"]}),
])  # fmt: skip
def test_whose_side_a_unit_is_on(text: str, expected: dict[str, list[str]]) -> None:
    assert sides(f"Ngày 5/6/2024, {text}") == expected


@pytest.mark.parametrize(("text", "expected"), [
    # a minister whose name is none of Viet Nam is the neighbour's
    ("Bộ trưởng Bộ Công an Lò Văn Thử hội kiến Thủ tướng Campuchia Hun Sovann và hội đàm với Bộ trưởng Bộ Nội vụ Sar Phearun.",
     {"Lò Văn Thử": ("VN", "Bộ Công an"), "Hun Sovann": ("KH", None), "Sar Phearun": ("KH", "Bộ Nội vụ")}),
    # … and one who leads the neighbour's committee
    (("Thứ trưởng Bộ Ngoại giao Lò Văn Thử và ông Hầu Diễm, Vụ trưởng Vụ Biên giới Hải dương - Chủ tịch Ủy ban liên hợp phía "
     "Trung Quốc chủ trì hội đàm."), {"Lò Văn Thử": ("VN", "Bộ Ngoại giao"), "Hầu Diễm": ("CN", "Vụ Biên giới Hải dương")}),
    ("Hội LHPN tỉnh Sơn La hội đàm với Hội LHPN tỉnh Hủa Phăn (Lào) do bà Khăm Phon Xay, Chủ tịch Hội làm trưởng đoàn.",
     {"Khăm Phon Xay": ("LA", "Hội Liên hiệp Phụ nữ tỉnh Hủa Phăn")}),
    ("Đoàn Trường Cao đẳng Biên phòng Hà Nội do Đại tá Lò Văn Thử, Hiệu trưởng dẫn đầu hội đàm với Bộ Quốc phòng Lào.",
     {"Lò Văn Thử": ("VN", "Trường Cao đẳng Biên phòng Hà Nội")}),
    ("BĐBP tỉnh Bình Phước hội đàm với Ty Công an, Hiến binh tỉnh Kratie. Dự có Chuẩn tướng Meas Saron, Tư lệnh Hiến binh.",
     {"Meas Saron": ("KH", "Hiến binh tỉnh Kratie")}),
    (("Công an TP. Lào Cai, Công an huyện Bát Xát hội đàm với Cục Công an huyện Hà Khẩu (Trung Quốc). Trung tá Lò Văn Thử, Phó "
     "Trưởng Công an TP và ông Mã Lâm, Phó Cục trưởng Cục Công an huyện Hà Khẩu ký biên bản."),
     {"Lò Văn Thử": ("VN", "Công an thành phố Lào Cai"), "Mã Lâm": ("CN", "Cục Công an huyện Hà Khẩu")}),
    # the only ministry of his state is his, where it stands above a department
    (
        ("Thứ trưởng Lò Văn Thử hội đàm với Đại tướng Sar Phearun, Tổng cục trưởng Tổng cục Cảnh sát quốc gia Campuchia. Dự có "
        "Cục Cảnh sát hình sự (Bộ Công an)."),
        {"Lò Văn Thử": ("VN", "Bộ Công an"), "Sar Phearun": ("KH", "Tổng cục Cảnh sát quốc gia Campuchia")},
    ),
    ("UBND xã Nà Thử và Cụm bản Phà Vang (Lào) hội đàm. Ông Khăm Pheng, Trưởng Cụm bản Phà Vang dự.",
     {"Khăm Pheng": ("LA", "Cụm bản Phà Vang")}),
])  # fmt: skip
def test_whose_a_person_is(text: str, expected: dict[str, tuple[str, str | None]]) -> None:
    people = read(f"Ngày 5/6/2024, {text}").people
    assert {p.name: (p.country, p.unit.name if p.unit else None) for p in people} == expected


def test_boards_of_a_party_that_are_sent_are_units() -> None:
    text = "Hội đàm ngày 5/6/2024 có đại diện Ban Tuyên giáo Tỉnh ủy Sơn La; Sở Thông tin - Văn hóa và Du lịch tỉnh Hủa Phăn (Lào)."
    assert units(text) == ["Ban Tuyên giáo Tỉnh ủy Sơn La | VN", "Sở Thông tin - Văn hóa và Du lịch tỉnh Hủa Phăn | LA"]


def test_a_delegation_is_told_by_those_whom_it_holds() -> None:
    text = (
        "Ngày 5/6/2024, Cục Hải quan Lào và Cục Hải quan Việt Nam hội đàm. Đoàn Việt Nam gồm đại diện Vụ Hợp tác quốc tế, "
        "Chi cục Hải quan cửa khẩu Cầu Treo."
    )
    assert sides(text)["VN"] == ["Cục Hải quan Việt Nam", "Vụ Hợp tác quốc tế", "Chi cục Hải quan cửa khẩu Cầu Treo"]


def test_the_sides_of_places_tell_whose_their_offices_are() -> None:
    text = "Ngày 5/6/2024, hội đàm tại Lào Cai. Phía châu Hồng Hà có ông Lý Thử, Phó Châu trưởng; Cục Thương vụ, Cục Lâm nghiệp."
    assert {u.name: u.country for u in read(text).units.records} == {"Cục Thương vụ": "CN", "Cục Lâm nghiệp": "CN"}
