"""Names of gates in running text: points by their grammar only, places and posts by the tables and the day."""

from __future__ import annotations

import pytest

from talkextract import Extractor

EXTRACTOR = Extractor()


def points(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(b.name, b.counterpart, b.id) for b in EXTRACTOR.extract(text).border_points]


def region_of(text: str, unit: str) -> str | None:
    return next(u.region for u in EXTRACTOR.extract(text).units if u.name == unit)


def place_of(text: str) -> tuple[str | None, str | None]:
    talk = EXTRACTOR.extract(text).talk
    assert talk is not None
    return (talk.place.country, talk.place.region) if talk.place else (None, None)


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên thống nhất mở lại lối mở Lồ Cố Chin (Việt Nam) - Lao Kha (Trung Quốc).",
     [("Lồ Cố Chin", "Lao Kha", "gate:lo-co-chin")]),
    ("Hai tỉnh khảo sát cửa khẩu phụ Thanh - Đen Vi Lay và cửa khẩu phụ Cheng - Bản Mày.",
     [("Thanh", "Đen Vi Lay", "gate:thanh"), ("Cheng", "Bản Mày", "gate:cheng")]),
    ("Hàng hóa qua cửa khẩu Na Hình - Kéo Ái, Nà Nưa - Nà Hoa tăng.",
     [("Na Hình", "Kéo Ái", "gate:na-hinh"), ("Nà Nưa", "Nà Hoa", "gate:na-nua")]),
    ("Hai bên đề nghị mở lối mở Km3+4, Lục Lầm và Pò Hèn.",
     [("Km3+4", None, "gate:km3-4"), ("Lục Lầm", None, "gate:luc-lam"), ("Pò Hèn", None, "gate:po-hen")]),
    ("Nâng cấp cặp cửa khẩu phụ Đăk Long (Kon Tum) - Văng Tắt (Attapeu) lên cửa khẩu chính.",
     [("Đăk Long", "Văng Tắt", "gate:dak-long")]),
    ("Hai bên khảo sát lối mở Đình Phong (Việt Nam) - Tân Hưng (Trung Quốc).",
     [("Đình Phong", "Tân Hưng", "gate:dinh-phong")]),
    # a gate that no table has is read by its grammar
    ("Hai bên đề nghị mở lối mở Pò Khuổi (Việt Nam) - Nà Bó (Trung Quốc).", [("Pò Khuổi", "Nà Bó", None)]),
    # a headline in capitals: a name of two gates is one too, a syllable of a longer name is none
    ("KHẢO SÁT CỬA KHẨU THANH THỦY\nHai bên vui mừng.", [("THANH THỦY", None, None)]),
    ("KHẢO SÁT CỬA KHẨU THANH ĐỨC\nHai bên vui mừng.", []),
])  # fmt: skip
def test_gates_are_read_with_their_keys(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert points(text) == expected


@pytest.mark.parametrize("text", [
    "Ông Hoàng Diệu và bà Hồng Vân dự lễ tại đường Hoàng Diệu, chợ Tân Phú và phường Hải Yên.",
    "Chị Kim Quang và anh Tam Hợp ở bản Cheng, thôn Thanh, xã Long Thuận kể chuyện cửa khẩu.",
    "Đoàn thăm xã Y Tý, cột cờ Lũng Pô, xã Sơn Hồng và Trường tiểu học Bình Phú.",
    "Đồn Biên phòng Pha Long và Đồn Biên phòng Y Tý tặng quà cho học sinh xã Thanh.",
])  # fmt: skip
def test_persons_streets_and_villages_of_a_gates_name_are_no_points(text: str) -> None:
    assert points(text) == []


@pytest.mark.parametrize(("day", "region"), [("3/4/2019", "VN-28"), ("3/4/2026", "VN-29")])
def test_a_post_at_a_gate_lies_in_the_province_of_the_day(day: str, region: str) -> None:
    text = f"Ngày {day}, Đồn Biên phòng cửa khẩu quốc tế Bờ Y hội đàm với Đồn Công an cửa khẩu quốc tế Phù Cưa (Lào)."
    assert region_of(text, "Đồn Biên phòng cửa khẩu quốc tế Bờ Y") == region


@pytest.mark.parametrize(("text", "unit", "region"), [
    ("Ngày 3/4/2024, Đồn Biên phòng Pha Long hội đàm với Trạm Hội ngộ hội đàm Mã Quan (Trung Quốc).",
     "Đồn Biên phòng Pha Long", "VN-02"),
    ("Ngày 3/4/2024, Đồn Biên phòng Nhơn Hội hội đàm với Đồn Cảnh sát 811 (Campuchia).",
     "Đồn Biên phòng Nhơn Hội", "VN-44"),
    # another commune of the name, in the only province that the article tells
    (("Ngày 3/4/2024, đại diện Bộ đội Biên phòng tỉnh An Giang và Đồn Biên phòng Tân Hà hội đàm với Đồn Cảnh sát 801, "
     "tỉnh Takeo (Campuchia)."), "Đồn Biên phòng Tân Hà", "VN-44"),
    # what only sounds like a gate of one syllable
    ("Ngày 3/4/2024, Đồn Biên phòng Thành hội đàm với Đại đội Biên phòng 321 (Lào).", "Đồn Biên phòng Thành", None),
])  # fmt: skip
def test_a_post_of_a_gates_name(text: str, unit: str, region: str | None) -> None:
    assert region_of(text, unit) == region


@pytest.mark.parametrize(("place", "expected"), [
    ("cửa khẩu phụ Bình Phú", ("VN", "VN-45")), ("Pha Long", ("VN", "VN-02")), ("cửa khẩu Giang Thành", ("VN", "VN-47")),
    # a district of the name lies where the gate does, or nowhere near it
    ("Đông Hưng", ("CN", "CN-GX")), ("Tân Phú", (None, None)),
])  # fmt: skip
def test_a_place_of_a_gates_name(place: str, expected: tuple[str | None, str | None]) -> None:
    text = (
        "Hội đàm giữa Bộ đội Biên phòng tỉnh Đông Hải (Việt Nam) và Bộ Chỉ huy Quân sự nước bạn (Trung Quốc) diễn ra "
        f"ngày 3/4/2024 tại {place}."
    )
    assert place_of(text) == expected
