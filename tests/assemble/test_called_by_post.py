"""Who is called by his post alone, sides that a sentence lists, what a visit tells of its talk, and what only prompts."""

from __future__ import annotations

from functools import cache

import pytest

from talkextract import Extractor, TalkRecord

MINISTERS = "Dự có Trung tướng Lò Văn Thử - Thứ trưởng Bộ Công an Việt Nam; Thiếu tướng Bun Thăn Xay - Thứ trưởng Bộ Công an Lào."


@cache
def extractor() -> Extractor:
    return Extractor()


def read(text: str, published: str | None = None) -> TalkRecord:
    return extractor().extract(text, published=published)


def roles(record: TalkRecord) -> dict[str, tuple[str, ...]]:
    return {p.name: p.roles for p in record.people}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Sáng 4/3/2024, tại Viêng Chăn, cuộc gặp giữa hai Thứ trưởng Bộ Công an hai nước Việt Nam - Lào được Bộ Công an "
            "Lào tổ chức."
        ),
        "Sáng 4/3/2024, cuộc gặp giữa Thứ trưởng Công an hai nước Việt Nam - Lào diễn ra tại Viêng Chăn.",
        "Tại cuộc hội đàm sáng 4/3/2024 ở Viêng Chăn (Lào), hai đồng chí Thứ trưởng cùng khẳng định quan hệ hai nước.",
    ],
)
def test_two_who_meet_are_named_by_their_post_behind_the_event(text: str) -> None:
    """They lead their sides, and meet as persons: no ministry is sent, nor the one that organises."""
    record = read(f"{text} {MINISTERS}")
    heads = [(d.country, d.units, d.head) for d in record.delegations]
    assert heads == [("VN", (), "Lò Văn Thử"), ("LA", (), "Bun Thăn Xay")]


def test_three_of_a_post_lead_three_sides_and_a_wrong_count_nobody() -> None:
    who = (
        " Dự có Đại tướng Lò Văn Thử - Bộ trưởng Bộ Quốc phòng Việt Nam; Đại tướng Bun Thăn Xay - Bộ trưởng Bộ Quốc phòng"
        " Lào; Đại tướng Sok Vanna - Bộ trưởng Bộ Quốc phòng Campuchia."
    )
    lead = "Chiều 4/3/2024, tại Viêng Chăn diễn ra cuộc gặp giữa {} Bộ trưởng Bộ Quốc phòng Việt Nam - Lào - Campuchia."
    assert {d.country: d.head for d in read(lead.format("ba") + who).delegations} == {
        "VN": "Lò Văn Thử", "LA": "Bun Thăn Xay", "KH": "Sok Vanna",
    }  # fmt: skip
    assert all(d.head is None for d in read(lead.format("hai") + who).delegations)


def test_of_two_whom_a_caption_names_one_may_be_told_no_state() -> None:
    record = read(
        "Ngành công an hai nước Việt Nam – Lào hợp tác\n\nTại buổi hội đàm, hai đồng chí Thứ trưởng khẳng định quan hệ hữu nghị "
        "Việt Nam – Lào.\n\nThứ trưởng Lò Văn Thử và Thứ trưởng Bộ Công an Lào Bun Thăn Xay. Ảnh: Hà Mẫu\n\n"
        "Hai bên thống nhất phối hợp phòng chống tội phạm ma túy."
    )
    assert [d.head for d in record.delegations] == ["Lò Văn Thử", "Bun Thăn Xay"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Trong chuyến đi, Bộ trưởng sẽ đồng chủ trì Hội nghị cấp Bộ trưởng lần thứ ba với Bộ Công an Lào.",
            ("head", "co_chair"),
        ),
        # a reception is no talk
        ("Tại tiệc chiêu đãi, Bộ trưởng chủ trì tiếp khách.", ("head",)),
    ],
)
def test_whom_a_sentence_named_is_called_by_his_post_again(text: str, said: tuple[str, ...]) -> None:
    lead = "Ngày 4/3/2024, Đoàn Bộ Công an Việt Nam do Đại tướng Lò Văn Thử, Bộ trưởng Bộ Công an dẫn đầu sang thăm và làm việc với Bộ Công an Lào."
    assert roles(read(f"{lead} {text}"))["Lò Văn Thử"] == said


def test_who_will_chair_announces_and_the_day_of_departure_is_not_its_day() -> None:
    record = read(
        "Sáng 3/5/2024, đoàn Bộ Chỉ huy BĐBP tỉnh Sơn La do Đại tá Lò Văn Thử, Chỉ huy trưởng làm trưởng đoàn lên đường sang "
        "tỉnh Hủa Phăn (Lào). Tại đây, Chỉ huy trưởng sẽ đồng chủ trì Hội đàm thường niên lần thứ 5 với Bộ CHQS tỉnh Hủa Phăn."
    )
    assert record.talk
    assert (record.talk.status, record.talk.date) == ("announced", None)


def test_a_relation_of_two_ministries_sends_neither() -> None:
    record = read(
        "Ngày 4/3/2024, tại Cao Bằng, Công an tỉnh Cao Bằng hội đàm với phía Trung Quốc. Hai bên đánh giá quan hệ hợp tác giữa "
        "Bộ Công an Việt Nam và Bộ Công an Trung Quốc phát triển tốt."
    )
    assert [(d.country, d.units) for d in record.delegations] == [("VN", ("Công an tỉnh Cao Bằng",)), ("CN", ())]


def test_two_ministries_that_hold_a_conference_are_sent() -> None:
    record = read("Ngày 4/3/2024, tại Hà Nội, Bộ Công an Việt Nam và Bộ Công an Lào tổ chức hội nghị tổng kết hợp tác.")
    assert [d.units for d in record.delegations] == [("Bộ Công an Việt Nam",), ("Bộ Công an Lào",)]


def test_sides_that_a_sentence_lists_below_and_posts_for_their_force() -> None:
    record = read(
        "Sáng 10/2, tức mùng 1 Tết Giáp Thìn năm 2024, các đơn vị thuộc BĐBP tỉnh Hà Giang gặp gỡ, chúc tết lực lượng bảo vệ "
        "biên giới Trung Quốc.\n\nViệc gặp mặt đầu xuân đã trở thành hoạt động thường niên của lực lượng hai bên.\n\nTheo đó, các "
        "lực lượng của 2 bên gồm: Đồn Biên phòng Sủng Là - Trạm Kiểm tra Biên phòng xuất - nhập cảnh Đổng Cán (Vân Nam, Trung "
        "Quốc); Đồn Biên phòng Bạch Đích - Đại đội quản lý biên giới huyện Phú Ninh (Vân Nam, Trung Quốc) đã gặp nhau."
    )
    assert [(d.country, d.units) for d in record.delegations] == [
        ("VN", ("Đồn Biên phòng Sủng Là", "Đồn Biên phòng Bạch Đích")),
        (
            "CN",
            ("Trạm Kiểm tra Biên phòng xuất - nhập cảnh Đổng Cán", "Đại đội quản lý biên giới huyện Phú Ninh"),
        ),
    ]
    # the year of the lunar name is the day's
    assert record.talk
    assert (record.talk.date, record.talk.series) == ("2024-02-10", "annual")


def test_posts_that_no_sentence_names_stand_by_their_force() -> None:
    record = read(
        "Sáng 10/2/2024, tại cửa khẩu Thanh Thủy, các đơn vị thuộc BĐBP tỉnh Hà Giang hội đàm với Trạm Kiểm tra Biên phòng Thiên "
        "Bảo (Vân Nam, Trung Quốc)."
    )
    assert [d.units for d in record.delegations] == [
        ("Bộ đội Biên phòng tỉnh Hà Giang",), ("Trạm Kiểm tra Biên phòng Thiên Bảo",),
    ]  # fmt: skip


def test_a_visit_tells_the_day_and_the_place_of_its_talk_behind_a_link() -> None:
    record = read(
        "Từ ngày 3 đến ngày 7/5/2024, đoàn Công an tỉnh Hà Tĩnh do Đại tá Lò Văn Thử, Giám đốc Công an tỉnh làm trưởng đoàn đã "
        "thăm và làm việc với Công an tỉnh Khăm Muộn (Lào).\n\nTheo đó, ngày 4/5, tại trụ sở Công an tỉnh Khăm Muộn, đoàn đã có "
        "buổi làm việc với đơn vị bạn. Ngày 6/5, đoàn dâng hoa tại nghĩa trang."
    )
    assert record.talk
    assert record.talk.place
    assert (record.talk.date, record.talk.place.name) == ("2024-05-04", "trụ sở Công an tỉnh Khăm Muộn")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            (
                "Sáng 3/5/2024, tại huyện Sốp Bâu (Lào), Bộ CHQS tỉnh Sơn La và Bộ CHQS tỉnh Hủa Phăn tổ chức lễ bàn giao trường học. "
                "Công trình được khởi công ngày 2/4/2023, nhân dịp Giao lưu hữu nghị quốc phòng biên giới lần thứ hai."
            ),
            None,
        ),
        (
            (
                "Nhân dịp Giao lưu hữu nghị quốc phòng biên giới lần thứ hai, ngày 5/4/2023, tại Sơn La, Bộ trưởng Quốc phòng Lò Văn "
                "Thử hội đàm với Bộ trưởng Quốc phòng Lào Bun Thăn Xay."
            ),
            "talks",
        ),
    ],
)
def test_what_is_only_the_occasion_is_another_event(text: str, kind: str | None) -> None:
    record = read(text)
    assert (record.talk.kind if record.talk else None) == kind
    assert [(t.kind, t.round, t.date) for t in record.other_talks] == [("exchange", 2, None)]


def test_each_round_of_a_row_has_the_year_behind_it() -> None:
    record = read(
        "Ngày 5/6/2018, BĐBP tỉnh Sơn La hội đàm lần thứ tư với Bộ CHQS tỉnh Hủa Phăn tại Sơn La. Hội đàm lần thứ nhất được tổ "
        "chức tại Hủa Phăn năm 2012, Hội đàm lần thứ hai tổ chức tại Sơn La năm 2014."
    )
    assert [(t.round, t.date) for t in record.other_talks] == [(1, "2012"), (2, "2014")]


@pytest.mark.parametrize(
    ("words", "position", "unit"),
    [
        ("Phó Bí thư Công an tỉnh Vân Nam", None, "Công an tỉnh Vân Nam"),
        ("Bí thư Tỉnh ủy Vân Nam", None, None),
        (
            "Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an tỉnh Vân Nam",
            "Phó Giám đốc, Thủ trưởng",
            "Công an tỉnh Vân Nam",
        ),
        ("Phó Giám đốc Công an tỉnh Vân Nam", "Phó Giám đốc", "Công an tỉnh Vân Nam"),
    ],
)
def test_a_post_in_the_party_or_an_office_of_a_force_tells_the_force(
    words: str, position: str | None, unit: str | None
) -> None:
    record = read(
        f"Ngày 5/6/2024, Công an tỉnh Lai Châu hội đàm với Công an tỉnh Vân Nam. Dự có Đại tá Vương Thử Minh - {words} (Trung Quốc)."
    )
    who = record.people[0]
    assert (who.position, who.unit, who.country) == (position, unit, "CN")


def test_the_month_of_one_act_is_no_period() -> None:
    record = read(
        "Ngày 7/12/2023, BĐBP tỉnh Lào Cai và Chi đội Quản lý biên giới Hồng Hà (Trung Quốc) gặp gỡ, đánh giá kết quả tuần tra "
        "được khôi phục hồi tháng 11. Trong quý IV/2023, hai bên tổ chức 3 đợt tuần tra."
    )
    assert record.talk
    assert record.talk.period == "2023-36"


def test_persons_of_a_headline_who_are_handed_over_are_counted_once() -> None:
    record = read(
        "Trục xuất 10 người Trung Quốc\n\nNgày 30/9/2024, Công an tỉnh Quảng Ninh bàn giao 10 công dân Trung Quốc cho Công an "
        "thành phố Đông Hưng (Trung Quốc)."
    )
    assert [(f.value, f.unit) for f in record.figures] == [(10, "công dân")]


def test_a_source_signs_nobody() -> None:
    record = read(
        "Công an tỉnh Sơn La làm việc\n\nNgày 5/6/2024, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn (Lào).\n\nNguồn Thái Hòa"
    )
    assert record.document.authors == ()


def test_states_joined_by_a_dash_are_no_provinces() -> None:
    record = read(
        "Ngày 5/6/2024, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn (Lào). Công an các tỉnh biên giới Việt – Lào phối hợp chặt."
    )
    assert [u.name for u in record.units] == ["Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn"]
