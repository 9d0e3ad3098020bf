"""Courts and prosecutors, districts beside posts, persons in a row with their units, and what is no talk."""

from __future__ import annotations

import pytest

from talkextract import extract
from talkextract.record import TalkRecord

DAY = "2024-06-10"


def read(text: str) -> TalkRecord:
    return extract(text, published=DAY)


def persons(text: str) -> list[tuple[str, str | None, str | None, str | None, tuple[str, ...]]]:
    return [(p.name, p.position, p.unit, p.country, p.roles) for p in read(text).people]


def sides(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(d.country, d.units, d.head) for d in read(text).delegations]


def names(text: str) -> list[tuple[str, str | None]]:
    return [(u.name, u.country) for u in read(text).units]


# ---- courts and prosecutors


def test_a_high_court_without_its_state_is_our_own() -> None:
    text = (
        "Ngày 3/4/2024, tại Huế, hội nghị diễn ra. Phó Viện trưởng Viện kiểm sát nhân dân tối cao Lê Văn Sáu; Thiếu "
        "tướng Hồ Văn Bảy, Viện trưởng Viện kiểm sát quân sự Trung ương; ông Khăm Sỉ Vông, Viện trưởng Viện kiểm sát nhân "
        "dân tối cao Lào; ông Bun Thăn, Viện trưởng Viện kiểm sát quân sự Lào đồng chủ trì hội nghị."
    )
    chair = ("co_chair",)
    assert persons(text) == [
        ("Lê Văn Sáu", "Phó Viện trưởng", "Viện kiểm sát nhân dân tối cao", "VN", chair),
        ("Hồ Văn Bảy", "Viện trưởng", "Viện kiểm sát quân sự Trung ương", "VN", chair),
        ("Khăm Sỉ Vông", "Viện trưởng", "Viện kiểm sát nhân dân tối cao Lào", "LA", chair),
        ("Bun Thăn", "Viện trưởng", "Viện kiểm sát quân sự Lào", "LA", chair),
    ]


@pytest.mark.parametrize(("text", "expected"), [
    ("Ngày 3/4/2024, VKSND tỉnh Sơn La và Viện kiểm sát nhân dân tỉnh Hủa Phăn (Lào) hội đàm.",
     [("Viện kiểm sát nhân dân tỉnh Sơn La", "VN"), ("Viện kiểm sát nhân dân tỉnh Hủa Phăn", "LA")]),
    ("Ngày 3/4/2024, TAND tối cao và Tòa án nhân dân tối cao Lào hội đàm.",
     [("Tòa án nhân dân tối cao", "VN"), ("Tòa án nhân dân tối cao Lào", "LA")]),
    ("Ngày 3/4/2024, Viện kiểm sát quân sự Quân khu 4 họp với Viện Công tố tỉnh Svay Rieng (Campuchia).",
     [("Viện kiểm sát quân sự Quân khu 4", "VN"), ("Viện Công tố tỉnh Svay Rieng", "KH")]),
    ("Hai bên nói về Tòa án quốc tế và việc xét xử của tòa án hai nước.", []),
])  # fmt: skip
def test_courts_and_prosecutors(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


def test_a_conference_of_courts_has_the_border_in_its_name() -> None:
    talk = read(
        "Sáng 3/7/2024, tại Hà Tĩnh, khai mạc Hội nghị Tòa án nhân dân các tỉnh có chung đường biên giới Việt Nam - Lào "
        "lần thứ 2."
    ).talk
    assert talk is not None
    assert (talk.round, talk.name) == (
        2, "Hội nghị Tòa án nhân dân các tỉnh có chung đường biên giới Việt Nam - Lào lần thứ 2",
    )  # fmt: skip


# ---- a district beside a post, forces that are only thanked


@pytest.mark.parametrize(("text", "expected"), [
    ("Ngày 3/4/2024, Đồn Biên phòng cửa khẩu quốc tế Lao Bảo và huyện Hướng Hóa hội đàm với Đại đội Biên phòng 332 (Lào).",
     ("Đồn Biên phòng cửa khẩu quốc tế Lao Bảo", "huyện Hướng Hóa")),
    ("Ngày 3/4/2024, Đồn Biên phòng Sen Bụt và xã Sen Hạ gặp gỡ Đại đội Biên phòng 332 (Lào).",
     ("Đồn Biên phòng Sen Bụt", "xã Sen Hạ")),
    ("Ngày 3/4/2024, các Đồn Biên phòng cửa khẩu quốc tế Lao Bảo và cửa khẩu La Lay hội đàm với Đại đội Biên phòng 332 (Lào).",
     ("Đồn Biên phòng cửa khẩu quốc tế Lao Bảo", "Đồn Biên phòng cửa khẩu La Lay")),
])  # fmt: skip
def test_a_district_beside_a_post_is_a_party(text: str, expected: tuple[str, ...]) -> None:
    assert sides(text)[0][1] == expected


def test_who_is_only_thanked_with_the_people_is_no_unit() -> None:
    text = "Đại tá Lê Văn Sáu chúc nhân dân các bộ tộc Lào và lực lượng vũ trang tỉnh Hủa Phăn đạt nhiều thành tựu."
    assert names(text) == []


# ---- persons in a row


def test_who_leads_a_delegation_told_behind_his_post_is_of_its_unit() -> None:
    text = (
        "Ngày 3/7/2024, Công an tỉnh Nghệ An hội đàm với Công an các tỉnh Bô Ly Khăm Xay, Hủa Phăn (Lào). Phía Lào có các "
        "đồng chí: Đại tá Kông Chăn Lả - Giám đốc, Trưởng đoàn đại biểu Công an tỉnh Bô Ly Khăm Xay; Đại tá Phết Nọi Xay - "
        "Phó Giám đốc, Trưởng đoàn đại biểu Công an tỉnh Hủa Phăn."
    )
    assert [(p[0], p[2]) for p in persons(text)] == [
        ("Kông Chăn Lả", "Công an tỉnh Bô Ly Khăm Xay"), ("Phết Nọi Xay", "Công an tỉnh Hủa Phăn"),
    ]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), [
    ("Chỉ huy trưởng BĐBP tỉnh Kon Tum và Chỉ huy trưởng Bộ CHQS tỉnh Attapeu (Lào)",
     [("Chỉ huy trưởng", "Bộ đội Biên phòng tỉnh Kon Tum"), ("Chỉ huy trưởng", "Bộ Chỉ huy Quân sự tỉnh Attapeu")]),
    ("Chỉ huy trưởng BĐBP tỉnh Kon Tum và Bộ CHQS tỉnh Attapeu (Lào)",
     [("Chỉ huy trưởng", "Bộ đội Biên phòng tỉnh Kon Tum"), ("Chỉ huy trưởng", "Bộ Chỉ huy Quân sự tỉnh Attapeu")]),
    ("Chính ủy và Tham mưu trưởng BĐBP tỉnh Kon Tum",
     [("Chính ủy", "Bộ đội Biên phòng tỉnh Kon Tum"), ("Tham mưu trưởng", "Bộ đội Biên phòng tỉnh Kon Tum")]),
])  # fmt: skip
def test_posts_told_in_turn(words: str, expected: list[tuple[str, str]]) -> None:
    text = f"Ngày 5/7/2024, hội đàm với phía Lào diễn ra. Đại tá Lê Văn Sáu và Đại tá Bun Thăn, lần lượt là {words}, đồng chủ trì."
    told = persons(text)
    assert [(p[1], p[2]) for p in told] == expected
    assert {p[4] for p in told} == {("co_chair",)}


def test_a_unit_in_brackets_is_the_persons() -> None:
    text = (
        "Ngày 5/7/2024, hội đàm do Đại tá Lê Văn Sáu (BĐBP tỉnh Kon Tum), Đại tá Hồ Văn Bảy (BĐBP tỉnh Quảng Nam) và Đại "
        "tá Bun Thăn (Bộ CHQS tỉnh Attapeu) đồng chủ trì."
    )
    assert [(p[0], p[2], p[4]) for p in persons(text)] == [
        ("Lê Văn Sáu", "Bộ đội Biên phòng tỉnh Kon Tum", ("co_chair",)),
        ("Hồ Văn Bảy", "Bộ đội Biên phòng tỉnh Quảng Nam", ("co_chair",)),
        ("Bun Thăn", "Bộ Chỉ huy Quân sự tỉnh Attapeu", ("co_chair",)),
    ]


# ---- who takes part


TALK = "Ngày 3/4/2024, tại Thanh Hóa, Công an tỉnh Thanh Hóa hội đàm với Công an tỉnh Hủa Phăn (Lào).\n\n"


@pytest.mark.parametrize(("words", "expected"), [
    (("Đại tá Lê Văn Sáu, Phó Giám đốc Công an tỉnh Thanh Hóa và Đại tá Bun Thăn, Phó Giám đốc Công an tỉnh Hủa Phăn trao "
     "quà lưu niệm."), [("attendee",), ("attendee",)]),
    ("Đại tá Lê Văn Sáu, Phó Giám đốc Công an tỉnh Thanh Hóa trao quà cho các hộ nghèo.", [("mentioned",)]),
    ("Đón đoàn tại cửa khẩu có ông Lê Văn Sáu, Phó Chủ tịch UBND huyện Quan Sơn.", [("mentioned",)]),
    ("Đón và làm việc với đoàn có ông Lê Văn Sáu, Giám đốc Sở Ngoại vụ tỉnh Thanh Hóa.", [("attendee",)]),
    ("Thiếu tướng Lê Văn Sáu, Giám đốc Công an tỉnh Thanh Hóa gửi lời chào mừng đoàn.", [("speaker",)]),
])  # fmt: skip
def test_who_takes_part(words: str, expected: list[tuple[str, ...]]) -> None:
    assert [p[4] for p in persons(TALK + words)] == expected


# ---- who is sent


def test_units_that_sign_are_sent_where_nothing_else_tells_them() -> None:
    text = (
        "Giao ban bảo đảm an ninh giữa tỉnh Sơn La với hai tỉnh của Lào\n\n"
        "Tới dự có đồng chí Lê Văn Sáu, Phó Chủ tịch UBND tỉnh Sơn La.\n\n"
        "Kết thúc hội nghị, Công an tỉnh Sơn La, Công an tỉnh Hủa Phăn và Công an tỉnh Luông Pha Bang ký kết biên bản ghi "
        "nhớ về hợp tác năm 2024."
    )
    assert [(country, units) for country, units, _ in sides(text)] == [
        ("VN", ("Công an tỉnh Sơn La",)), ("LA", ("Công an tỉnh Hủa Phăn", "Công an tỉnh Luông Pha Bang")),
    ]  # fmt: skip


def test_the_lead_of_a_visit_tells_all_guests() -> None:
    text = (
        "Nhân dịp năm mới, Đoàn đại biểu Công an các tỉnh Hủa Phăn, Luông Pha Bang (Lào) sang thăm, chúc Tết Công an tỉnh "
        "Sơn La.\n\nĐoàn đại biểu Công an tỉnh Hủa Phăn thăm, chúc Tết Công an tỉnh Sơn La.\n\n"
        "Tại buổi gặp mặt, lãnh đạo các đoàn thông tin tình hình."
    )
    assert sides(text)[0][1] == ("Công an tỉnh Hủa Phăn", "Công an tỉnh Luông Pha Bang")


def test_who_is_trained_is_not_sent() -> None:
    text = (
        "Ngày 3/4/2024, Cục Cảnh sát điều tra tội phạm về ma túy hội đàm với đoàn Lào do ông Bun Thăn, Phó Cục trưởng dẫn "
        "đầu; hai bên bàn việc tập huấn cho cán bộ Công an tỉnh Hủa Phăn."
    )
    assert all("Công an tỉnh Hủa Phăn" not in units for _, units, _ in sides(text))


# ---- what is a talk, and when


TWINNING = (
    "Sen Bụt - Na Hin kết nghĩa\n\nTừ ngày 2 đến 4/5, Đồn Biên phòng Sen Bụt (BĐBP tỉnh Quảng Trị) cùng Đại đội Biên phòng 331 "
    "(Bộ CHQS tỉnh Savannakhet, Lào) tổ chức lễ kết nghĩa.\n\nQuang cảnh lễ ký kết.\n\n"
)


def test_a_ceremony_is_no_talk_unless_a_paper_is_signed() -> None:
    assert read(TWINNING + "Hai đơn vị cam kết phối hợp tuần tra song phương.").talk is None
    signing = read(TWINNING + "Theo thỏa thuận ký kết, hai đơn vị phối hợp tuần tra.").talk
    assert signing is not None
    assert signing.kind == "signing"


def test_two_units_that_met_on_the_same_day_held_a_meeting() -> None:
    patrol = "Đồn Biên phòng Sen Bụt và Đại đội Biên phòng 332 (Lào) vừa tuần tra chung.\n\nCuộc tuần tra diễn ra ngày 1/3/2024. "
    talk = read(patrol + "Chiều cùng ngày, Đồn Biên phòng Sen Bụt và Đại đội Biên phòng 332 gặp gỡ, trao đổi.").talk
    assert talk is not None
    assert (talk.kind, talk.date) == ("meeting", "2024-03-01")
    assert read(patrol + "Chiều cùng ngày, đoàn gặp gỡ bà con hai bên.").talk is None


def test_rounds_counted_so_far_name_no_talk() -> None:
    text = TALK + "Thời gian qua, hội đàm định kỳ cấp tỉnh và cấp đồn được tổ chức 54 lần."
    talk = read(text).talk
    assert talk is not None
    assert (talk.name, talk.series) == (None, None)


def test_the_month_of_one_deed_is_no_period() -> None:
    talk = read(TALK + "Đặc biệt, tháng 2/2024 hai bên đấu tranh thành công một chuyên án.").talk
    assert talk is not None
    assert talk.period is None


def test_where_somebody_was_trained_is_no_place() -> None:
    talk = read(
        "Ngày 3/4/2024, Công an tỉnh Lào Cai hội đàm với Công an tỉnh Vân Nam (Trung Quốc). Cán bộ được tập huấn nghiệp vụ tại "
        "Côn Minh."
    ).talk
    assert talk is not None
    assert talk.place is None


# ---- regions and kinds


def test_a_district_lies_where_the_article_says() -> None:
    text = (
        "Hội nghị giữa Công an huyện Tân Châu và Chi cảnh sát quận Mê Mốt\n\nNgày 3/4/2024, Công an huyện Tân Châu, tỉnh Tây "
        "Ninh cùng Chi cảnh sát quận Mê Mốt, tỉnh Kampongcham, Campuchia tổ chức hội nghị."
    )
    assert [(u.name, u.region) for u in read(text).units] == [
        ("Công an huyện Tân Châu", "VN-37"), ("Chi cảnh sát quận Mê Mốt", "KH-3"),
    ]  # fmt: skip


def test_departments_against_crime_are_police() -> None:
    text = "Ngày 3/4/2024, Cục Phòng chống ma túy - Bộ Công an Trung Quốc dự; Cục Đối ngoại, Bộ Quốc phòng cùng dự."
    assert [(u.name, u.kind) for u in read(text).units][:1] == [("Cục Phòng chống ma túy", "police")]
    assert [u.kind for u in read(text).units if u.name == "Cục Đối ngoại"] == ["other"]


def test_the_year_glued_behind_a_lunar_year() -> None:
    assert [
        d.value for d in read("Nhân dịp Tết Nguyên đán Giáp Thìn -2024, đoàn sang thăm Công an tỉnh Sơn La.").dates
    ] == ["2024"]
