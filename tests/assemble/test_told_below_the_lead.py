"""Events told below an undated lead, units before the verb, posts told by their noun, upgrades in a row, hindrances."""

from __future__ import annotations

import pytest

from talkextract import extract
from talkextract.record import TalkRecord

DAY = "2024-06-10"


def read(text: str, published: str = DAY) -> TalkRecord:
    return extract(text, published=published)


def sides(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(d.country, d.units, d.head) for d in read(text).delegations]


def parents(text: str) -> list[tuple[str, str, str | None]]:
    return [(u.name, u.kind, u.parent) for u in read(text).units]


# ---- announced exchanges

LEAD = "Bộ trưởng hai nước sắp gặp nhau\n\nLần đầu tiên giao lưu hữu nghị biên giới Việt Nam - Lào được tổ chức.\n\n"
NEWS = "Thông tin về Giao lưu hữu nghị biên giới Việt Nam - Lào lần thứ nhất được cung cấp tại buổi họp sáng 10/6.\n\n"
HELD = "Giao lưu sẽ diễn ra trong hai ngày 23 và 24/6 tại huyện Mộc Châu, tỉnh Sơn La.\n\n"


def test_an_exchange_is_announced_where_the_day_is_told_below_the_lead() -> None:
    talk = read(LEAD + NEWS + HELD).talk
    assert talk is not None
    assert (talk.kind, talk.status, talk.round, talk.date) == ("exchange", "announced", 1, "2024-06-23/2024-06-24")


def test_an_item_of_the_programme_is_not_the_event() -> None:
    item = "Theo chương trình, hai Bộ trưởng trồng cây. Tại Mộc Châu, Cuộc gặp thường niên được tổ chức ngày 24/6."
    talk = read(LEAD + NEWS + HELD + item).talk
    assert talk is not None
    assert (talk.kind, talk.status) == ("exchange", "announced")


def test_what_was_held_on_a_day_stays_held() -> None:
    text = (
        "Sáng 5/6, tại huyện Mộc Châu, Đồn Biên phòng Lóng Sập và Đại đội Biên phòng 217 (Lào) giao lưu hữu nghị.\n\n"
        "Giao lưu sẽ diễn ra hằng năm, lần tới vào ngày 7/8 tại tỉnh Hủa Phăn."
    )
    talk = read(text).talk
    assert talk is not None
    assert (talk.status, talk.date) == ("held", "2024-06-05")


# ---- who meets


def test_units_before_lam_viec_are_the_sides_and_a_hotel_is_the_place() -> None:
    text = (
        "Khách sạn Sao Mai (phường Quy Nhơn Nam) chiều 5/6 là nơi Công an tỉnh Gia Lai và Công an các tỉnh Ratanakiri, "
        "Stung Treng (Campuchia) làm việc, trao đổi tình hình."
    )
    theirs = ("Công an tỉnh Ratanakiri", "Công an tỉnh Stung Treng")
    assert sides(text) == [("VN", ("Công an tỉnh Gia Lai",), None), ("KH", theirs, None)]
    talk = read(text).talk
    assert talk is not None
    assert talk.place is not None
    assert (talk.kind, talk.place.name) == ("meeting", "Khách sạn Sao Mai")


def test_police_of_one_state_that_question_somebody_meet_nobody() -> None:
    assert (
        read("Sáng 5/6, tại huyện A, Công an tỉnh Gia Lai và Công an huyện Đức Cơ làm việc, lấy lời khai.").talk is None
    )


def test_a_post_told_by_its_noun_and_a_district_are_sent() -> None:
    text = (
        "Sáng 5/6, Trung tá Lò Văn Thử, Đồn trưởng Đồn Biên phòng Lóng Sập dẫn đầu đoàn đại biểu của đồn và huyện Mộc "
        "Châu sang thăm, chúc mừng Đại đội Biên phòng 217 (Lào)."
    )
    ours = ("Đồn Biên phòng Lóng Sập", "huyện Mộc Châu")
    assert sides(text) == [("VN", ours, "Lò Văn Thử"), ("LA", ("Đại đội Biên phòng 217",), None)]


# ---- units


def test_posts_counted_first_and_named_behind() -> None:
    text = (
        "Ngày 5/6, ba đồn của Việt Nam gồm: Pa Lùng, Thu Mây (thuộc Bộ đội Biên phòng tỉnh Lào Cai) và Đồn Biên phòng "
        "Bản Máy hội đàm với Trạm hội ngộ hội đàm khu vực Ma Ly Pho (Trung Quốc)."
    )
    force = "Bộ đội Biên phòng tỉnh Lào Cai"
    found = parents(text)
    assert ("Đồn Biên phòng Pa Lùng", "border_post", force) in found
    assert ("Đồn Biên phòng Thu Mây", "border_post", force) in found
    assert {u.region for u in read(text).units if u.country == "CN"} == {"CN-YN"}


def test_squads_and_flotillas_behind_a_slash() -> None:
    text = (
        "Ngày 5/6, tàu CSB 2008 thuộc Hải đoàn 21/Bộ Tư lệnh Vùng Cảnh sát biển 2 và xuồng 2031 thuộc Đại đội Bắc Hải/"
        "Phân cục Quảng Tây (Trung Quốc) tuần tra chung."
    )
    found = parents(text)
    assert ("Hải đoàn 21", "coast_guard", "Bộ Tư lệnh Vùng Cảnh sát biển 2") in found
    assert ("Đại đội Bắc Hải", "coast_guard", "Phân cục Quảng Tây") in found
    assert [d.value for d in read(text).dates] == ["2024-06-05"]


def test_the_lao_ministry_has_two_names() -> None:
    text = (
        "Ngày 5/6, tại Vinh, Bộ Công an Việt Nam và Bộ Công an Lào hội đàm. Dẫn đầu đoàn Lào là Trung tướng Bun Thăn, "
        "Thứ trưởng Bộ An ninh."
    )
    assert [u.name for u in read(text).units] == ["Bộ Công an Việt Nam", "Bộ Công an Lào"]
    assert read(text).people[0].unit == "Bộ Công an Lào"


# ---- gates, periods, topics, teasers


def test_each_pair_of_a_row_of_upgrades_has_its_own_class() -> None:
    text = (
        "Ngày 5/6, BĐBP tỉnh Cao Bằng và Chi đội Quản lý Biên giới Bách Sắc (Trung Quốc) hội đàm, đề nghị nâng cấp cặp "
        "cửa khẩu Trà Lĩnh - Long Bang lên cửa khẩu quốc tế, Lý Vạn - Thạc Long lên cửa khẩu song phương."
    )
    found = [(p.name, p.counterpart, p.proposed_kind) for p in read(text).border_points]
    assert found == [("Trà Lĩnh", "Long Bang", "international_gate"), ("Lý Vạn", "Thạc Long", "bilateral_gate")]


def test_what_is_reviewed_since_a_talk_in_brackets() -> None:
    text = (
        "Ngày 5/6/2024, tại Lào Cai, Hải quan tỉnh Lào Cai và Hải quan Côn Minh (Trung Quốc) hội đàm. Hai bên đánh giá "
        "kết quả thực hiện Biên bản Hội đàm lần thứ 9 (Côn Minh, tháng 3 năm 2022) đến nay; 4 tháng đầu năm 2024, kim "
        "ngạch đạt 200 triệu USD."
    )
    talk = read(text).talk
    assert talk is not None
    assert talk.period == "2022-03/2024-06-05"


@pytest.mark.parametrize(
    "told",
    [
        "Nhìn lại, thiên tai, dịch bệnh gây không ít trở ngại, song hai bên vẫn giữ liên lạc.",
        "Hội đàm diễn ra trong điều kiện phòng, chống dịch.",
    ],
)
def test_a_hindrance_is_no_topic(told: str) -> None:
    text = f"Ngày 5/6, tại Vinh, Công an tỉnh Nghệ An và Công an tỉnh Xiêng Khoảng (Lào) hội đàm. {told}"
    assert {t.topic for t in read(text).topics}.isdisjoint({"epidemic", "disaster"})


def test_a_lead_below_the_article_is_a_teaser() -> None:
    text = (
        "Hội đàm biên giới\n\n(GLO)- Sáng 5/6, tại phường Pleiku, Công an tỉnh Gia Lai và Công an tỉnh Ratanakiri "
        "(Campuchia) hội đàm.\n\nHai bên đánh giá cao kết quả phối hợp.\n\nHai bên ký biên bản hội đàm.\n\n"
        "(GLO)- Tối 4/6, Công an phường Diên Hồng bắt nhóm đánh bạc."
    )
    assert [u.name for u in read(text).units] == ["Công an tỉnh Gia Lai", "Công an tỉnh Ratanakiri"]
    assert [d.value for d in read(text).dates] == ["2024-06-05"]
