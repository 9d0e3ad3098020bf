"""Names in runs of capitals, which the words behind them end."""

from __future__ import annotations

import pytest

from reading import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ĐẠI TƯỚNG LÒ VĂN THỬ HỘI ĐÀM VỚI ĐẠI TƯỚNG TEA VANNA", ["LÒ VĂN THỬ", "TEA VANNA"]),
        ("BỘ TRƯỞNG LÒ THỬ LÀM VIỆC VỚI BỘ TRƯỞNG BỘ CÔNG AN LÀO", ["LÒ THỬ"]),
        ("THIẾU TƯỚNG LÒ VĂN THỬ TIẾP ĐOÀN CAMPUCHIA", ["LÒ VĂN THỬ"]),
        ("THIẾU TƯỚNG LÒ VĂN TIẾP, PHÓ TƯ LỆNH BĐBP", ["LÒ VĂN TIẾP"]),
    ],
)
def test_a_name_in_capitals_ends_before_the_word_behind_it(text: str, names: list[str]) -> None:
    body = "Ngày 12/5/2024, BĐBP tỉnh Sơn La hội đàm với Bộ Chỉ huy Quân sự tỉnh Hủa Phăn."
    assert [p.name for p in read(f"{text}\n{body}").people] == names


def test_an_article_in_capitals_tells_posts_and_heads() -> None:
    reading = read(
        "NGÀY 22/8/2017, ĐOÀN ĐẠI BIỂU BĐBP TỈNH SƠN LA DO ĐẠI TÁ LÒ VĂN THỬ, CHÍNH ỦY LÀM TRƯỞNG ĐOÀN ĐÃ HỘI ĐÀM VỚI "
        "ĐOÀN ĐẠI BIỂU BỘ CHỈ HUY QUÂN SỰ TỈNH HỦA PHĂN DO ĐẠI TÁ XỔM BUN KHĂM LÀM TRƯỞNG ĐOÀN."
    )
    assert [(p.name, p.country, set(p.roles)) for p in reading.people] == [
        ("LÒ VĂN THỬ", "VN", {"head"}),
        ("XỔM BUN KHĂM", "LA", {"head"}),
    ]


def test_two_chairs_in_capitals_keep_their_own_posts() -> None:
    reading = read(
        "NGÀY 22/8/2017, BỘ CHỈ HUY BĐBP TỈNH LÀO CAI HỘI ĐÀM VỚI CHI ĐỘI BIÊN PHÒNG HỒNG HÀ, TRUNG QUỐC. ĐẠI TÁ LÒ "
        "VĂN THỬ, CHỈ HUY TRƯỞNG VÀ ĐẠI TÁ LƯU MINH, CHI ĐỘI TRƯỞNG ĐỒNG CHỦ TRÌ."
    )
    assert [(p.name, p.country, set(p.roles)) for p in reading.people] == [
        ("LÒ VĂN THỬ", "VN", {"co_chair"}),
        ("LƯU MINH", "CN", {"co_chair"}),
    ]


def test_the_title_does_not_set_the_order_of_the_sides() -> None:
    reading = read(
        "ĐẠI TƯỚNG TEA VANNA HỘI ĐÀM VỚI ĐẠI TƯỚNG LÒ VĂN THỬ\n"
        "Ngày 12/5/2024, Đại tướng Lò Văn Thử, Bộ trưởng Bộ Quốc phòng hội đàm với Đại tướng Tea Vanna, Bộ trưởng "
        "Bộ Quốc phòng Campuchia tại Hà Nội."
    )
    assert [s.country for s in reading.sides] == ["VN", "KH"]
