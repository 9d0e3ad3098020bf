"""Ministers, forces at sea and joint committees: visits with a talk in them, who chairs with whom, who is called on."""

from __future__ import annotations

from functools import cache

import pytest

from talkextract import Extractor, TalkRecord

CALL = "Chiều 24/4/2024, Đại tướng Lê Văn Sáu, Bộ trưởng Bộ Công an Việt Nam đến chào Chủ tịch nước Lào Xổm Phon Khăm."
VISIT = "Cuộc chào xã giao nằm trong chuyến thăm Lào từ ngày 24-25/4/2024 của Bộ trưởng Lê Văn Sáu."
THEN = (
    "Cùng ngày, Đoàn đại biểu Bộ Công an Việt Nam do Bộ trưởng Lê Văn Sáu làm Trưởng đoàn đã hội đàm với Đoàn đại biểu"
    " Bộ Công an Lào do Bộ trưởng Khăm Phết Văn, làm Trưởng đoàn."
)
TALK = "Ngày 5/6/2023, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn tại Sơn La."


@cache
def extractor() -> Extractor:
    return Extractor()


def read(*lines: str, published: str | None = None) -> TalkRecord:
    return extractor().extract("\n\n".join(lines), published=published)


def roles(record: TalkRecord) -> dict[str, tuple[str, ...]]:
    return {p.name: tuple(p.roles) for p in record.people}


def heads(record: TalkRecord) -> list[tuple[str, str | None]]:
    return [(d.country, d.head) for d in record.delegations]


def units(record: TalkRecord) -> list[tuple[str, tuple[str, ...]]]:
    return [(d.country, d.units) for d in record.delegations]


# ---- a visit with a talk in it


def test_the_talk_of_a_visit_gives_kind_day_and_heads() -> None:
    record = read(CALL, VISIT, "Tại đây, Bộ trưởng Lê Văn Sáu cam kết hợp tác chặt chẽ.", THEN)
    assert record.talk is not None
    assert (record.talk.kind, record.talk.date) == ("talks", "2024-04-24")
    assert heads(record) == [("VN", "Lê Văn Sáu"), ("LA", "Khăm Phết Văn")]
    # what is said at the courtesy call is no speech of the talk
    assert roles(record)["Lê Văn Sáu"] == ("head",)
    assert roles(record)["Xổm Phon Khăm"] == ("mentioned",)


def test_a_visit_far_above_its_talk_is_called_by_the_talk() -> None:
    record = read(
        "Ngày 2/4/2024, Đoàn công tác Công an tỉnh Sơn La đã tới thành phố Sầm Nưa, bắt đầu chuyến thăm tỉnh Hủa Phăn.",
        "Đoàn đã đặt hoa tại đài liệt sĩ.", "Thời tiết đẹp.", "Đường đi thuận lợi.",
        "Sau lễ đón, đoàn đã có cuộc hội đàm với Công an tỉnh Hủa Phăn.",
    )  # fmt: skip
    assert record.talk is not None
    assert record.talk.kind == "talks"


def test_a_visit_without_a_talk_stays_a_meeting() -> None:
    record = read(
        "Ngày 2/4/2024, Đoàn công tác Công an tỉnh Sơn La sang thăm, làm việc với Công an tỉnh Hủa Phăn (Lào).",
        "Hai bên sẽ tiếp tục duy trì hội đàm thường xuyên.",
    )
    assert record.talk is not None
    assert record.talk.kind == "meeting"


@pytest.mark.parametrize(
    "line",
    [
        "Hội nghị được tổ chức dưới sự đồng chủ trì của Đại tá Lê Văn Sáu và Đại tá Khăm Phết Văn.",
        "Tại hội nghị, hai bên đánh giá cao kết quả phối hợp.",
    ],
)
def test_a_working_session_is_called_as_the_text_goes_on_to_call_it(line: str) -> None:
    lead = "Ngày 2/4/2024, Công an tỉnh Sơn La có buổi làm việc với Công an tỉnh Hủa Phăn (Lào) tại Sơn La."
    record = read(lead, line)
    assert record.talk is not None
    assert record.talk.kind == "conference"


def test_a_visit_is_where_it_leads() -> None:
    record = read(
        "Ngày 29/4/2024, Đoàn Bộ Công an Việt Nam do Đại tướng Lê Văn Sáu làm trưởng đoàn đã tới thủ đô Viêng Chăn,"
        " bắt đầu chuyến thăm chính thức Lào và hội đàm với Bộ Công an Lào."
    )
    assert record.talk is not None
    assert record.talk.place is not None
    assert record.talk.place.name == "thủ đô Viêng Chăn"


def test_all_days_of_a_session_that_was_opened() -> None:
    record = read(
        "Hôm nay (20/5/2024), cuộc họp thường niên lần thứ 25 giữa Bộ Quốc phòng Việt Nam và Bộ Quốc phòng Lào đã khai"
        " mạc tại Hà Nội.",
        "Trong hai ngày diễn ra cuộc họp (20-21/5/2024), hai bên bàn 5 nội dung.",
    )
    assert record.talk is not None
    assert record.talk.date == "2024-05-20/2024-05-21"


# ---- who chairs, who is called on, who goes with whom


def test_who_calls_on_somebody_chairs_with_his_partner() -> None:
    record = read(
        "Chiều 14/4/2024, tại Bắc Kinh, Đại tướng Lê Văn Sáu, Bộ trưởng Bộ Công an Việt Nam đã chào xã giao đồng chí Lý"
        " Kiến Hoa, Ủy viên Bộ Chính trị, Chủ nhiệm Văn phòng Trung ương Đảng và cùng đồng chí Vương Lập Quân, Bộ trưởng"
        " Bộ Công an Trung Quốc đồng chủ trì Hội nghị cấp Bộ trưởng về phòng chống tội phạm lần thứ 8."
    )
    assert heads(record) == [("VN", "Lê Văn Sáu"), ("CN", "Vương Lập Quân")]
    host = next(p for p in record.people if p.name == "Lý Kiến Hoa")
    assert (host.country, host.position, host.unit, tuple(host.roles)) == ("CN", None, None, ("mentioned",))


def test_who_chairs_a_ceremony_only_has_no_role() -> None:
    record = read(
        TALK,
        "Đại tá Lê Văn Sáu và Đại tá Khăm Phết Văn sẽ đồng chủ trì lễ khánh thành trụ sở Công an tỉnh Hủa Phăn.",
    )
    assert set(roles(record).values()) == {("mentioned",)}


def test_who_goes_with_a_leader_takes_part() -> None:
    record = read(
        "Ngày 5/6/2023, Đoàn Bộ Công an Việt Nam do Đại tướng Lê Văn Sáu làm trưởng đoàn hội đàm với Bộ Công an Lào.",
        "Cùng tham dự các hoạt động với Bộ trưởng Lê Văn Sáu có Trung tướng Phạm Văn Bảy, Thứ trưởng Bộ Công an.",
    )
    assert roles(record)["Phạm Văn Bảy"] == ("attendee",)


def test_the_leader_of_the_last_round_leads_not_this_one() -> None:
    record = read(
        "Đối thoại Chính sách Quốc phòng Việt Nam - Lào lần thứ tư diễn ra sáng 5/6/2023 tại Hà Nội.",
        "Người dẫn đầu phía Lào trong lần gặp trước, năm ngoái, là Thượng tướng Bun Thăn Khăm.",
        published="2023-06-05",
    )
    assert roles(record) == {"Bun Thăn Khăm": ("mentioned",)}
    assert record.talk is not None
    assert record.talk.period is None


def test_a_host_glad_to_receive_goes_on_to_speak() -> None:
    record = read(
        "Ngày 5/6/2023, Đoàn BĐBP tỉnh Sơn La làm việc với Bộ CHQS tỉnh Hủa Phăn (Lào).",
        "Tại buổi làm việc, Đại tá Khăm Phết Văn, Chỉ huy trưởng Bộ CHQS tỉnh vui mừng đón đoàn sang thăm và giới thiệu"
        " về tỉnh.",
    )
    assert roles(record)["Khăm Phết Văn"] == ("speaker",)


def test_two_spellings_of_a_foreign_name_are_one_person() -> None:
    record = read(
        "Ngày 5/6/2023, Thượng tướng Vilay Khamphanon, Thứ trưởng Bộ Quốc phòng Lào hội đàm với Thượng tướng Lê Văn Sáu,"
        " Thứ trưởng Bộ Quốc phòng Việt Nam.",
        "Thứ trưởng Vilay Khamphanong cảm ơn.",
    )
    assert [p.name for p in record.people] == ["Vilay Khamphanon", "Lê Văn Sáu"]


def test_two_vietnamese_names_of_one_letter_apart_are_two() -> None:
    record = read(TALK, "Đại tá Nguyễn Trung Thành và Đại tá Nguyễn Trung Thanh cùng dự.")
    assert len(record.people) == 2


# ---- sides


def test_a_ministrys_delegation_with_its_leader_is_sent_and_meets_a_person() -> None:
    record = read(
        "Thứ trưởng Lê Văn Sáu hội đàm với Tổng cục Trưởng Tổng cục Công an quốc gia, Bộ Nội vụ Campuchia",
        "Sáng 29/4/2024, tại Thủ đô Phnom Penh, Thượng tướng Lê Văn Sáu, Thứ trưởng Bộ Công an Việt Nam đã hội đàm với"
        " Thống tướng Sok Vanna, Tổng cục Trưởng Tổng cục Công an quốc gia, Bộ Nội vụ Campuchia nhằm phòng chống tội phạm"
        " lừa đảo trực tuyến.",
        "Chào mừng Đoàn đại biểu cấp cao của Bộ Công an Việt Nam do Thứ trưởng Lê Văn Sáu dẫn đầu, Thống tướng Sok Vanna"
        " bày tỏ vui mừng. Theo Tổng cục Trưởng, tội phạm diễn biến khó lường.",
    )
    assert units(record) == [("VN", ("Bộ Công an Việt Nam",)), ("KH", ())]
    assert record.talk is not None
    assert record.talk.mode == "in_person"
    assert [u.name for u in record.units] == [
        "Tổng cục Công an quốc gia", "Bộ Nội vụ Campuchia", "Bộ Công an Việt Nam",
    ]  # fmt: skip


def test_a_fraud_online_makes_no_talk_online() -> None:
    talk = read("Ngày 5/6/2023, Công an tỉnh Sơn La và Công an tỉnh Hủa Phăn hội đàm trực tuyến.").talk
    assert talk is not None
    assert talk.mode == "online"


def test_makers_of_a_mechanism_send_nobody() -> None:
    record = read(
        "Ngày 17/4/2024, tại tỉnh Preah Sihanouk, Đoàn công tác Bộ Tư lệnh Vùng Cảnh sát biển 4 do Đại tá Lê Văn Sáu làm"
        " trưởng đoàn đã đến thăm, làm việc với Sở Chỉ huy Chiến thuật tiền phương Campuchia.",
        "Hai bên đã tổ chức hội đàm về kết quả thực hiện Cơ chế liên lạc đã được ký kết giữa Cảnh sát biển Việt Nam và"
        " Ủy ban quốc gia An ninh hàng hải Campuchia.",
    )
    assert units(record) == [
        ("VN", ("Bộ Tư lệnh Vùng Cảnh sát biển 4",)), ("KH", ("Sở Chỉ huy Chiến thuật tiền phương Campuchia",)),
    ]  # fmt: skip


def test_parties_told_behind_the_event() -> None:
    record = read(
        "Đối thoại Chính sách Quốc phòng Việt Nam - Trung Quốc lần thứ tư diễn ra sáng 5/6/2023 tại Bắc Kinh.",
        "Đối thoại giữa Bộ Quốc phòng hai nước Việt Nam - Trung Quốc được tổ chức thường niên.",
    )
    assert units(record) == [("VN", ("Bộ Quốc phòng",)), ("CN", ("Bộ Quốc phòng",))]
    assert record.talk is not None
    assert record.talk.series == "annual"


def test_a_series_told_by_how_the_event_is_held() -> None:
    record = read(TALK, "Được tổ chức thường niên, hoạt động này giúp hai bên hiểu nhau hơn.")
    assert record.talk is not None
    assert record.talk.series == "annual"


def test_a_patrol_held_yearly_tells_no_series() -> None:
    record = read(TALK, "Được tổ chức thường niên, lễ hội té nước thu hút nhân dân hai bên.")
    assert record.talk is not None
    assert record.talk.series is None


def test_a_side_told_line_by_line_sends_whose_leaders_attend() -> None:
    record = read(
        "Ngày 8/4/2024, Công an tỉnh Cao Bằng hội đàm với Ty Công an Khu tự trị dân tộc Choang Quảng Tây (Trung Quốc).",
        "Dự hội đàm có ông Lý Kiến Hoa, Phó Giám đốc, Ủy viên Đảng ủy Ty Công an Khu tự trị dân tộc Choang, tỉnh Quảng"
        " Tây.",
        "Về phía Công an tỉnh Cao Bằng có Đại tá Lê Văn Sáu, Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an"
        " tỉnh cùng lãnh đạo Phòng Cảnh sát hình sự Công an tỉnh.",
    )
    assert units(record) == [
        ("VN", ("Công an tỉnh Cao Bằng", "Phòng Cảnh sát hình sự Công an tỉnh Cao Bằng")),
        ("CN", ("Ty Công an Khu tự trị dân tộc Choang Quảng Tây",)),
    ]
    # the unit behind a post in its party; an office within the police is the post's alone
    assert [(p.position, p.unit, p.country) for p in record.people] == [
        ("Phó Giám đốc", "Ty Công an Khu tự trị dân tộc Choang Quảng Tây", "CN"),
        ("Phó Giám đốc, Thủ trưởng", "Công an tỉnh Cao Bằng", "VN"),
    ]
    assert len(record.units) == 3


def test_who_only_gave_the_order_is_not_sent() -> None:
    record = read(
        "Sáng 17/4/2024, thực hiện chỉ đạo của lãnh đạo UBND tỉnh Lạng Sơn, Sở Ngoại vụ tổ chức hội đàm với Văn phòng"
        " Ngoại sự Khu tự trị dân tộc Choang Quảng Tây (Trung Quốc).",
        "Lãnh đạo Sở Ngoại vụ tỉnh Lạng Sơn phát biểu.",
    )
    assert units(record)[0] == ("VN", ("Sở Ngoại vụ tỉnh Lạng Sơn",))


# ---- units, papers, dates


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bộ Tư lệnh Cảnh sát biển 4 gặp bạn. Sau đó, BTL Vùng Cảnh sát biển 4 họp.", ["Bộ Tư lệnh Vùng Cảnh sát biển 4"]),
        ("Tư lệnh Bộ Tư lệnh Vùng 5 Hải quân Nhân dân Việt Nam dự.", ["Bộ Tư lệnh Vùng 5 Hải quân Nhân dân Việt Nam"]),
        ("Căn cứ biển Hải quân Hoàng gia Campuchia dự.", ["Căn cứ biển Hải quân Hoàng gia Campuchia"]),
        (
            "Đại diện Sở Chỉ huy Chiến thuật tiền phương, Ủy ban Quốc gia An ninh hàng hải Campuchia dự.",
            ["Sở Chỉ huy Chiến thuật tiền phương", "Ủy ban Quốc gia An ninh hàng hải Campuchia"],
        ),
        (
            "Tổng Đội Cảnh sát phòng, chống ma túy Công an tỉnh Vân Nam (Trung Quốc) dự.",
            ["Tổng Đội Cảnh sát phòng, chống ma túy Công an tỉnh Vân Nam"],
        ),
        (
            "Phó Cục trưởng Cục Ngoại vụ và Ngoại giao văn hóa, Bộ Ngoại giao Việt Nam dự.",
            ["Cục Ngoại vụ và Ngoại giao văn hóa", "Bộ Ngoại giao Việt Nam"],
        ),
        (
            ("Về phía tỉnh Lạng Sơn (Việt Nam), tham gia hội đàm có lãnh đạo Công an tỉnh, Ban Quản lý Khu kinh tế cửa khẩu"
            " Đồng Đăng – Lạng Sơn, Ban Chỉ huy Bộ đội Biên phòng."),
            [
                "Công an tỉnh Lạng Sơn", "Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng – Lạng Sơn",
                "Ban Chỉ huy Bộ đội Biên phòng tỉnh Lạng Sơn",
            ],
        ),
        (
            "Công an tỉnh Lạng Sơn họp. Lãnh đạo Sở Công Thương, Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng dự.",
            ["Công an tỉnh Lạng Sơn", "Sở Công Thương", "Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng"],
        ),
    ],
)  # fmt: skip
def test_bodies_of_ministries_and_forces_at_sea(text: str, names: list[str]) -> None:
    assert [u.name for u in read(f"Ngày 5/6/2023. {text}").units] == names


def test_a_post_with_its_work_before_its_unit() -> None:
    record = read(
        "Ngày 5/6/2023, hội nghị diễn ra dưới sự đồng chủ trì của Đại tá Lê Văn Sáu - Phó Tư lệnh Pháp luật, Bộ Tư lệnh"
        " Vùng Cảnh sát biển 4 và Ngài Sok Vanna, Cục trưởng Cục Cảnh sát biển Campuchia."
    )
    assert heads(record) == [("VN", "Lê Văn Sáu"), ("KH", "Sok Vanna")]
    assert record.people[0].unit == "Bộ Tư lệnh Vùng Cảnh sát biển 4"


def test_a_paper_dated_by_a_part_of_a_month_reviews_no_month() -> None:
    record = read(
        "Ngày 4/4/2024, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, đánh giá kết quả thực hiện Biên bản hội đàm"
        " giữa Bí thư Tỉnh ủy Sơn La và Bí thư Tỉnh ủy Hủa Phăn, Lào đã ký vào cuối tháng 2/2023."
    )
    assert [(a.name, a.signed) for a in record.agreements] == [("Biên bản hội đàm", "2023-02")]
    assert record.talk is not None
    assert record.talk.period is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ngày 2/3 năm 2024, hai bên gặp nhau.", "2024-03-02"),
        ("Phiên họp diễn ra từ ngày 15/2 đến ngày 2/3 năm 2024.", "2024-02-15/2024-03-02"),
    ],
)
def test_a_day_with_its_year_behind_its_word(text: str, value: str) -> None:
    assert [d.value for d in read(text).dates] == [value]


def test_a_session_of_chairmen_is_named_after_their_committee() -> None:
    record = read(
        "Từ 29-31/3/2024, tại Hà Nội diễn ra cuộc họp cấp Chủ tịch Ủy ban liên hợp về phân giới, cắm mốc biên giới đất liền"
        " Việt Nam - Campuchia."
    )
    named = record.talk.name if record.talk else None
    assert named == (
        "cuộc họp cấp Chủ tịch Ủy ban liên hợp về phân giới, cắm mốc biên giới đất liền Việt Nam - Campuchia"
    )


def test_whose_organ_a_paper_is_is_no_title() -> None:
    record = read("CƠ QUAN CỦA HỘI NHÀ BÁO TỈNH SƠN LA", "Sơn La: Hội đàm với Công an tỉnh Hủa Phăn", TALK)
    assert record.document.title == "Sơn La: Hội đàm với Công an tỉnh Hủa Phăn"


def test_a_title_sends_each_side_its_own_unit_only() -> None:
    record = read(
        "Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn",
        "Ngày 5/6/2023, Đại tá Lê Văn Sáu, Giám đốc Công an tỉnh hội đàm với Đại tá Khăm Phết Văn, Giám đốc Công an tỉnh.",
    )
    assert all(len(side) < 2 for _, side in units(record))


def test_ministries_of_a_relation_in_the_title_send_nobody() -> None:
    record = read(
        "Tăng cường hợp tác giữa Bộ Công an Việt Nam và Trung Quốc",
        "Tại buổi hội đàm, Thứ trưởng Lê Văn Sáu và Thứ trưởng Bộ Công an Trung Quốc Lý Kiến Hoa khẳng định quan hệ hữu"
        " nghị hai nước.",
    )
    assert all(side == () for _, side in units(record))


# guests who come to a body open the news: a meeting, with or without a day
@pytest.mark.parametrize(("line", "expected"), [
    ("Nhân dịp Tết Nguyên đán, Đoàn đại biểu Công an tỉnh Hủa Phăn (Lào) đã đến thăm, chúc Tết Công an tỉnh Thanh Hóa.",
     [("LA", ("Công an tỉnh Hủa Phăn",)), ("VN", ("Công an tỉnh Thanh Hóa",))]),
    ("Vừa qua, đoàn công tác BĐBP tỉnh Sơn La đã sang thăm, làm việc với Bộ Chỉ huy Quân sự tỉnh Hủa Phăn (Lào).",
     [("VN", ("Bộ đội Biên phòng tỉnh Sơn La",)), ("LA", ("Bộ Chỉ huy Quân sự tỉnh Hủa Phăn",))]),
    ("Vừa qua, đoàn công tác BĐBP tỉnh Sơn La đã đến thăm Đồn Biên phòng Mường Lạn.", []),
    ("Đoàn y sĩ BĐBP tỉnh Sơn La sang tặng quà, thăm Công an huyện Sốp Bâu (Lào).", []),
    ("Đồn Biên phòng Nà Lan bắt hai đối tượng. Công an huyện Sốp Bâu (Lào) đã đến thăm Đồn Biên phòng Nà Lan.", []),
])  # fmt: skip
def test_guests_who_open_the_news_have_come(line: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    record = read(line)
    assert (record.talk is not None) == bool(expected)
    assert units(record) == expected


@pytest.mark.parametrize(("line", "expected"), [
    (("Ngày 9/5, đại diện hai huyện Mường Lát và huyện Quan Sơn (Thanh Hóa - Việt Nam) đã có buổi hội đàm với đại diện huyện"
     " Sốp Bâu (Lào)."), [("VN", ("huyện Mường Lát", "huyện Quan Sơn")), ("LA", ("huyện Sốp Bâu",))]),
    ("Ngày 9/5, Đoàn đại biểu chính quyền TP Lào Cai hội đàm với chính quyền thị xã Hà Khẩu (Trung Quốc).",
     [("VN", ("Chính quyền thành phố Lào Cai",)), ("CN", ("Chính quyền thị xã Hà Khẩu",))]),
])  # fmt: skip
def test_districts_and_towns_that_hold_the_talk(line: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert units(read(line)) == expected


# the ordinal of a paper that is signed is none of the talk; the talk's own is
@pytest.mark.parametrize(("line", "expected"), [
    (("Ngày 5/6/2019, Công an tỉnh Hà Tĩnh và Công an tỉnh Khăm Muộn đã có buổi hội đàm trao đổi tình hình và ký kết biên bản "
      "ghi nhớ lần thứ 12. Cuộc gặp này là hoạt động thường niên của hai tỉnh."), (None, None, "annual")),
    (("Ngày 5/6/2019 diễn ra Hội đàm thường niên lần thứ 12 và ký biên bản ghi nhớ giữa Công an tỉnh Hà Tĩnh và Công an tỉnh"
     " Khăm Muộn."), ("Hội đàm thường niên lần thứ 12", 12, "annual")),
])  # fmt: skip
def test_the_ordinal_of_a_paper_is_none_of_the_talk(
    line: str, expected: tuple[str | None, int | None, str | None]
) -> None:
    talk = read(line).talk
    assert talk is not None
    assert (talk.name, talk.round, talk.series) == expected


def test_a_signed_paper_calls_the_round_by_another_noun() -> None:
    record = read(
        "Ngày 15/11/2019, tại Sơn La diễn ra Hội nghị giao ban công tác biên giới lần thứ XI giữa tỉnh Sơn La và tỉnh Hủa"
        " Phăn. Hai đoàn ký kết biên bản cuộc họp giao ban công tác biên giới lần thứ XI. Hai bên kiểm điểm biên bản cuộc"
        " họp giao ban lần thứ X."
    )
    assert [t.round for t in record.other_talks] == [10]
