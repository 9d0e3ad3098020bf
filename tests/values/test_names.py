"""Names and posts: what a pattern matched, in its canonical form."""

from __future__ import annotations

import pytest

from talkextract.offsets import View
from talkextract.values.names import rank_value, sounds_vietnamese


@pytest.mark.parametrize("name", [
    "Lò Văn Thử", "Giàng A Páo", "Y Thông Niê K'Đăm", "H'Loan Êban", "Rơ Châm H'Lan", "A Lăng Nhói", "Hồ Văn Pừng",
    "Nguyễn Thị Hoàng Anh Thư", "Ksor Bơ Khăp",
])  # fmt: skip
def test_names_of_all_peoples_of_viet_nam_sound_vietnamese(name: str) -> None:
    assert sounds_vietnamese(name)


@pytest.mark.parametrize("name", [
    "Bun Xỏn Phêng Đi", "Khăm-bun Phôm-ma-vông", "Vi Lay Lạ Khăm Phong", "Sok Sothea", "Khamsing Phommasone", "Xổm Bun",
])  # fmt: skip
def test_lao_and_khmer_names_do_not(name: str) -> None:
    assert not sounds_vietnamese(name)


@pytest.mark.parametrize(("written", "expected"), [
    ("cảnh giám cấp III", "Cảnh giám cấp 3"), ("Tam cấp cảnh giám", "Cảnh giám cấp 3"),
    ("cảnh đốc nhị cấp", "Cảnh đốc cấp 2"), ("Cảnh đốc cấp hai", "Cảnh đốc cấp 2"), ("Cảnh ty cấp 1", "Cảnh ty cấp 1"),
    ("phó tổng cảnh giám", "Phó tổng cảnh giám"), ("thống tướng", "Thống tướng"), ("CHUẨN TƯỚNG", "Chuẩn tướng"),
    ("phó đô đốc", "Phó Đô đốc"), ("đô đốc", "Đô đốc"), ("thượng úy", "Thượng úy"),
])  # fmt: skip
def test_a_rank_has_one_form(written: str, expected: str) -> None:
    assert rank_value({"rank": written}) == expected


def test_words_that_some_papers_write_with_i_are_read_with_y_and_no_others() -> None:
    assert View("Hội đàm định kì quí III, kí kết, quản lí , ĐỊNH KÌ, kĩ thuật").plain == (
        "Hội đàm định kỳ quý III, ký kết, quản lý , ĐỊNH KỲ, kỹ thuật"
    )
    assert View("kì, kính, nghĩ, quít, Phong Sa Lì, kia").plain == "kỳ, kính, nghĩ, quít, Phong Sa Lì, kia"
    assert View("Kì họp, chữ kí.").plain == "Kỳ họp, chữ ký."
    assert View("lí, mĩ, Quí; kí2").plain == "lý, mỹ, Quý; kí2"
