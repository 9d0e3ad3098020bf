"""Talks that an article only remembers or looks forward to, and other events that stand beside the reported one."""

from __future__ import annotations

import pytest

from talkextract import extract

PATROL = (
    "Đêm tuần trên đỉnh Phu Xai\n\nSáng 12/1, tổ tuần tra của Đồn Biên phòng Keng Đu (BĐBP Nghệ An) gặp những người lính "
    "Đại đội Biên phòng 214 của Bộ CHQS tỉnh Hủa Phăn (Lào) ở mốc 405. "
)


def others(text: str, published: str | None = None) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(o.kind, o.name, o.date, o.place and o.place.name) for o in extract(text, published=published).other_talks]


def test_a_patrol_that_rests_on_a_talk_of_last_year_is_no_talk() -> None:
    text = PATROL + (
        "Chuyến đi nằm trong chương trình mà BĐBP tỉnh Nghệ An và Bộ CHQS tỉnh Hủa Phăn thống nhất tại Hội đàm thường "
        "niên lần thứ XV, tổ chức tại thành phố Vinh ngày 20/8/2025. Tại hội đàm ấy, hai bên ký bản ghi nhớ về tuần tra."
    )
    record = extract(text, published="2026-01-20")
    assert record.talk is None
    assert [(a.name, a.status) for a in record.agreements] == [("bản ghi nhớ về tuần tra", "cited")]
    assert others(text, "2026-01-20") == [
        ("talks", "Hội đàm thường niên lần thứ XV", "2025-08-20", "thành phố Vinh"),
    ]  # fmt: skip


def test_a_talk_of_a_month_that_was_over_is_remembered() -> None:
    text = PATROL + "Tháng 10/2025, BĐBP tỉnh Nghệ An và Bộ CHQS tỉnh Hủa Phăn đã hội đàm tại thành phố Vinh."
    assert extract(text, published="2026-01-20").talk is None


def test_news_that_end_with_an_outlook_are_no_talk() -> None:
    text = (
        "Bắt hai đối tượng vận chuyển ma túy\n\n"
        "Ngày 8/5, Đồn Biên phòng cửa khẩu Cầu Treo bắt hai đối tượng vận chuyển 10 kg ma túy.\n\n"
        "Hai đối tượng khai nhận mua ma túy tại tỉnh Bô Ly Khăm Xay (Lào).\n\nVụ việc đang được mở rộng.\n\n"
        "Dự kiến trong tháng 6 tới, BĐBP Hà Tĩnh sẽ tổ chức hội đàm thường niên lần thứ 9 với Bộ CHQS tỉnh Bô Ly Khăm "
        "Xay (Lào) tại thành phố Hà Tĩnh."
    )
    assert extract(text, published="2019-05-10").talk is None
    assert others(text, "2019-05-10") == [
        ("talks", "hội đàm thường niên lần thứ 9", "2019-06", "thành phố Hà Tĩnh"),
    ]  # fmt: skip


def test_a_table_of_a_conference_is_no_conference() -> None:
    text = "Ngày 5/3/2021, tại Lệ Thanh, BĐBP Gia Lai tặng Tiểu khu Quân sự Ratanakiri (Campuchia) oxy, không bàn hội nghị."
    assert extract(text).talk is None


HELD = "Ngày 21/8/2015, UBND huyện Đông Hải hội đàm với huyện Mã Quan (Trung Quốc) tại thị trấn Mường Khương. "


@pytest.mark.parametrize(("sentence", "expected"), [
    ("Chiều cùng ngày, tại khu vực cửa khẩu quốc tế Lao Bảo, các đoàn tham dự chương trình giao lưu “Tình biên giới”.",
     [("exchange", "giao lưu “Tình biên giới”", "2015-08-21", "khu vực cửa khẩu quốc tế Lao Bảo")]),
    ("Ngày 22/8, đoàn bạn thăm xưởng chè và dự Giao lưu văn nghệ “Vui hội Pha Long” tại xã Pha Long.",
     [("exchange", "Giao lưu văn nghệ “Vui hội Pha Long”", "2015-08-22", "xã Pha Long")]),
    ("Tối cùng ngày, hai đoàn giao lưu văn nghệ, thể thao.", []),
    ("Hai bên nhất trí gặp lại tại hội đàm vòng III, tháng 12-2016, ở thị trấn Mường Khương.",
     [("talks", "hội đàm vòng III", "2016-12", "thị trấn Mường Khương")]),
    ("Hội đàm lần thứ XV ngày 20/3/2014 đã đề ra nhiều việc.",
     [("talks", "Hội đàm lần thứ XV", "2014-03-20", None)]),
])  # fmt: skip
def test_events_beside_the_reported_one(
    sentence: str, expected: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    assert others(HELD + sentence) == expected


def test_a_session_bears_the_name_of_its_committee() -> None:
    text = (
        "Phiên họp lần thứ 14 Ủy ban liên hợp biên giới trên đất liền giữa hai nước đã khép lại.\n\nNgày 12/3/2024, tại "
        "Lạng Sơn, Phiên họp lần thứ 14 Ủy ban liên hợp biên giới trên đất liền đã diễn ra giữa Bộ Ngoại giao Việt Nam "
        "và Bộ Ngoại giao Trung Quốc."
    )
    found = extract(text).talk
    assert found is not None
    assert found.name == "Phiên họp lần thứ 14 Ủy ban liên hợp biên giới trên đất liền"
    assert (found.round, found.date) == (14, "2024-03-12")


def test_the_old_spelling_with_i_is_read_alike() -> None:
    text = "Ngày 5/3/2013, Đồn Biên phòng Na Ngoi và Đại đội 215 (Lào) mở Hội đàm định kì quí I năm 2013, kí biên bản hội đàm."
    record = extract(text)
    assert record.talk is not None
    assert (record.talk.name, record.talk.series) == ("Hội đàm định kì quí I năm 2013", "periodic")
    assert [(a.name, a.status) for a in record.agreements] == [("biên bản hội đàm", "signed")]
