"""Names and posts: what a pattern matched, in its canonical form."""

from __future__ import annotations

import pytest

from talkextract.values.names import sounds_vietnamese


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
