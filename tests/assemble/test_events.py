"""Events: which one the article reports, which are others, habits or papers; and who meets."""

from __future__ import annotations

import pytest

from reading import read


def main(text: str) -> tuple[str, str] | None:
    r = read(text)
    e = r.events.main
    return (e.kind, r.ctx.text(e.mention.start, e.mention.end)) if e else None


def others(text: str) -> list[str]:
    r = read(text)
    return [r.ctx.text(e.mention.start, e.mention.end) for e in r.events.others]


@pytest.mark.parametrize(("text", "expected"), [
    ("Ngày 5/6, tại tỉnh Sơn La, BĐBP tỉnh Sơn La tổ chức Hội đàm thường niên lần thứ V, năm 2024 với bạn.",
     ("talks", "Hội đàm thường niên lần thứ V, năm 2024")),
    ("Sáng 5/6, diễn ra hội nghị sơ kết 5 năm thực hiện Quy chế phối hợp giữa hai bên.",
     ("review_conference", "hội nghị sơ kết 5 năm thực hiện Quy chế phối hợp")),
    ("Sáng 5/6, hội nghị giao ban đối ngoại quý 2/2019 diễn ra tại huyện Lộc Ninh.", ("briefing", "hội nghị giao ban đối ngoại quý 2/2019")),
    ("Sáng 5/6, Đoàn công tác có buổi làm việc với Sở Ngoại vụ tỉnh Sơn La.", ("meeting", "buổi làm việc")),
    ("Ngày 5/6, diễn ra lễ ký kết Quy chế kết nghĩa.", ("signing", "lễ ký kết Quy chế kết nghĩa")),
    ("Ngày 5/6, Đoàn đến thăm, chúc Tết Đồn Biên phòng Na Mèo.", ("meeting", "đến thăm, chúc Tết")),
    ("Chương trình Giao lưu hữu nghị biên giới Việt Nam - Lào lần thứ hai diễn ra ngày 5/6.",
     ("exchange", "Giao lưu hữu nghị biên giới Việt Nam - Lào lần thứ hai")),
])  # fmt: skip
def test_the_reported_event(text: str, expected: tuple[str, str]) -> None:
    assert main(text) == expected


@pytest.mark.parametrize("text", [
    "Hai bên duy trì nghiêm cơ chế hội đàm định kỳ, gặp gỡ khi có việc.",
    "Đồn Biên phòng Na Mèo bắt 2 đối tượng vận chuyển ma túy ngày 5/6.",
    "Tạo thuận lợi để nhân dân thăm thân ngày 5/6.",
    "Ngày 5/6, hai lực lượng tuần tra song phương.",
])  # fmt: skip
def test_habits_raids_and_patrols_are_no_talk(text: str) -> None:
    assert main(text) is None


FIRST = (
    "Ngày 5/6/2024, tại tỉnh Sơn La, BĐBP tỉnh Sơn La tổ chức Hội đàm thường niên lần thứ V với Bộ CHQS tỉnh Hủa Phăn. "
)


@pytest.mark.parametrize(("sentence", "expected"), [
    ("Hai bên soi lại những điều đã hứa ở hội đàm lần thứ IV tổ chức tại Hủa Phăn năm 2023.", ["hội đàm lần thứ IV"]),
    ("Hai bên ký Biên bản ghi nhớ hội đàm thường niên lần thứ V.", []),
    ("Hai bên tiếp tục duy trì hội đàm định kỳ.", []),
    ("Hội đàm nằm trong khuôn khổ Giao lưu hữu nghị biên giới Việt Nam - Lào lần thứ hai.",
     ["Giao lưu hữu nghị biên giới Việt Nam - Lào lần thứ hai"]),
])  # fmt: skip
def test_other_events(sentence: str, expected: list[str]) -> None:
    assert others(FIRST + sentence) == expected


def sides(text: str) -> list[tuple[str, list[str]]]:
    r = read(text)
    return [(s.country, [u.name for u in s.units.values()]) for s in r.sides]


def test_the_sides_of_the_event_sentence_in_its_order() -> None:
    assert sides(FIRST) == [("VN", ["Bộ đội Biên phòng tỉnh Sơn La"]), ("LA", ["Bộ Chỉ huy Quân sự tỉnh Hủa Phăn"])]


def test_who_attends_is_sent_too_and_who_stands_above_is_not() -> None:
    text = (
        "Ngày 5/6/2024, Đồn Biên phòng Na Mèo (BĐBP tỉnh Thanh Hóa) hội đàm với Đại đội Biên phòng 213 (Lào). "
        "Cùng dự có đại diện Công an huyện Quan Sơn."
    )
    assert sides(text) == [
        ("VN", ["Đồn Biên phòng Na Mèo", "Công an huyện Quan Sơn"]), ("LA", ["Đại đội Biên phòng 213"]),
    ]  # fmt: skip


def test_the_unit_of_a_post_is_not_sent_by_it() -> None:
    text = FIRST + "Đại tá Lò Văn Thử, Phó Tư lệnh Quân khu 2 phát biểu."
    assert sides(text)[0] == ("VN", ["Bộ đội Biên phòng tỉnh Sơn La"])


def test_a_venue_stands_for_its_side_only_where_nobody_else_is_named() -> None:
    text = "Ngày 5/6, tại trụ sở Bộ Chỉ huy BĐBP tỉnh Sơn La, Đoàn Bộ CHQS tỉnh Hủa Phăn (Lào) dự Hội đàm lần thứ V."
    assert sorted(sides(text)) == [
        ("LA", ["Bộ Chỉ huy Quân sự tỉnh Hủa Phăn"]), ("VN", ["Bộ Chỉ huy Bộ đội Biên phòng tỉnh Sơn La"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lead",
    [
        "Nhằm tăng cường công tác phối hợp giữa hai bên",
        "Trong khuôn khổ các hoạt động kỷ niệm 65 năm",
        "Tiếp tục thực hiện thỏa thuận giữa hai tỉnh",
        "Thực hiện chế độ giao ban định kỳ",
    ],
)
def test_a_habit_before_the_day_does_not_hide_the_talk(lead: str) -> None:
    text = f"{lead}, ngày 3/3/2024, BĐBP tỉnh Nghệ An hội đàm với Bộ CHQS tỉnh Xiêng Khoảng (Lào)."
    assert main(text) == ("talks", "hội đàm")


@pytest.mark.parametrize("end", ["bị hủy vì mưa lũ", "đã hoãn lại", "phải tạm hoãn"])
def test_what_was_called_off_is_no_event(end: str) -> None:
    text = f"Ngày 3/3/2024, hội đàm giữa BĐBP tỉnh Nghệ An với Bộ CHQS tỉnh Xiêng Khoảng (Lào) {end}."
    assert read(text).events.main is None


@pytest.mark.parametrize("end", ["về ma túy đã tiêu hủy", "và đã hủy 3 kg ma túy", "về thỏa thuận bị hủy"])
def test_what_is_destroyed_calls_nothing_off(end: str) -> None:
    text = f"Ngày 3/3/2024, BĐBP tỉnh Nghệ An hội đàm với Bộ CHQS tỉnh Xiêng Khoảng (Lào) {end}."
    assert main(text) == ("talks", "hội đàm")


def test_a_house_is_no_event() -> None:
    text = "Ngày 3/3/2024, tại Trung tâm Hội nghị tỉnh, BĐBP tỉnh Nghệ An hội đàm với Bộ CHQS tỉnh Xiêng Khoảng (Lào)."
    assert main(text) == ("talks", "hội đàm")


def test_a_side_may_be_told_by_its_state_alone() -> None:
    text = "Ngày 16/9/2024, BĐBP tỉnh Sơn La tổ chức hội đàm thường niên lần thứ V với phía Lào."
    assert sides(text) == [("VN", ["Bộ đội Biên phòng tỉnh Sơn La"]), ("LA", [])]


def test_two_states_alone_hold_a_talk() -> None:
    text = "Ngày 16/9/2024, hội đàm giữa Việt Nam và Lào diễn ra tại Hà Nội."
    assert sides(text) == [("VN", []), ("LA", [])]


@pytest.mark.parametrize(
    "border", ["biên giới với Lào", "biên giới giữa Việt Nam và Lào", "quan hệ giữa Việt Nam và Lào"]
)
def test_a_border_with_a_state_sends_nobody(border: str) -> None:
    text = f"Ngày 16/9/2024, BĐBP tỉnh Sơn La tổ chức hội nghị về {border}."
    assert [s[0] for s in sides(text)] == ["VN"]


def test_a_state_as_a_border_is_no_side() -> None:
    text = "Ngày 16/9/2024, BĐBP tỉnh Sơn La tổ chức hội nghị tổng kết công tác trên biên giới Việt Nam - Lào."
    assert [s[0] for s in sides(text)] == ["VN"]


@pytest.mark.parametrize("teller", [
    "Người phát ngôn Bộ Ngoại giao Lê Thị Mẫu cho biết",
    "Bộ Ngoại giao Việt Nam cho biết,",
    "Bộ Ngoại giao Việt Nam thông báo,",
])  # fmt: skip
def test_who_gives_the_news_is_no_guest(teller: str) -> None:
    text = (
        f"{teller} Hội đàm cấp cao giữa Bộ Tư lệnh BĐBP Việt Nam và Tổng cục Di trú Campuchia sẽ diễn ra ngày 10/5/2022"
        " tại Phnom Penh."
    )
    assert sides(text) == [
        ("VN", ["Bộ Tư lệnh Bộ đội Biên phòng Việt Nam"]), ("KH", ["Tổng cục Di trú Campuchia"]),
    ]  # fmt: skip


def test_who_gives_the_news_of_its_own_talk_is_its_side() -> None:
    text = (
        "Bộ Chỉ huy BĐBP tỉnh Hà Giang cho biết, ngày 10/5/2022 đơn vị sẽ tổ chức Hội đàm thường niên với Chi đội Quản"
        " lý biên giới Văn Sơn (Trung Quốc)."
    )
    assert sides(text)[0] == ("VN", ["Bộ Chỉ huy Bộ đội Biên phòng tỉnh Hà Giang"])


@pytest.mark.parametrize("post", ["CKQT Bờ Y", "cửa khẩu quốc tế Bờ Y", "Bờ Y"])
def test_a_post_at_a_gate_is_of_its_own_state_however_the_gate_is_called(post: str) -> None:
    text = f"Ngày 1/2/2022, Đồn Biên phòng {post} hội đàm với Đại đội Biên phòng 311 (Lào)."
    assert [country for country, _ in sides(text)] == ["VN", "LA"]
