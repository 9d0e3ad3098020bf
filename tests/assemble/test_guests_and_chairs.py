"""Guests who came to see a unit, who chairs for each side in his own sentence, who met there, what followed a talk, years that count nobody."""

from __future__ import annotations

import pytest

from talkextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(("text", "expected"), [
    (("Nhân dịp năm mới, đoàn công tác BĐBP tỉnh Sơn La do Đại tá Lò Văn Thử, Chính ủy làm trưởng đoàn đã đến thăm, chúc Tết "
     "Bộ CHQS tỉnh Hủa Phăn (Lào)."), [("VN", "Lò Văn Thử"), ("LA", None)]),
    (("Nhân dịp Tết Nguyên đán, Đoàn đại biểu Công an tỉnh Hủa Phăn và Công an tỉnh Luông Pha Băng (Lào) đã đến thăm, chúc Tết "
     "Công an tỉnh Sơn La."), [("LA", None), ("VN", None)]),
    # a command that sees its own post meets nobody
    (("Đoàn công tác Bộ Tư lệnh BĐBP do Thiếu tướng Lò Văn Thử, Phó Tư lệnh làm trưởng đoàn đã đến thăm, chúc Tết Đồn Biên "
     "phòng Na Mèo.\n\nTrong năm, đơn vị đã phối hợp với Đại đội Biên phòng 213 của Lào."), []),
])  # fmt: skip
def test_a_delegation_that_came_to_see_a_unit_meets_it_without_a_day(
    extractor: Extractor, text: str, expected: list[tuple[str, str | None]]
) -> None:
    record = extractor.extract(text + "\n")
    assert (record.talk.kind if record.talk else None) == ("meeting" if expected else None)
    assert [(s.country, s.head) for s in record.delegations] == expected


def test_who_chairs_for_the_other_side_is_told_in_the_next_sentence(extractor: Extractor) -> None:
    opening = "Sáng 12/3, tại Hà Nội, diễn ra đối thoại chính sách quốc phòng Việt Nam - Lào lần thứ 3.\n\n"
    sides = (
        "về phía Việt Nam có Trung tướng Lò Văn Thử, Thứ trưởng Bộ Quốc phòng. Phía Lào có Trung tướng Bun Ma Xỉ Văn, "
        "Thứ trưởng Bộ Quốc phòng.\n"
    )
    chaired = extractor.extract(opening + "Chủ trì đối thoại, " + sides)
    assert [p.roles for p in chaired.people] == [("co_chair",), ("co_chair",)]
    attended = extractor.extract(opening + "Dự đối thoại, " + sides)
    assert [p.roles for p in attended.people] == [("attendee",), ("attendee",)]


@pytest.mark.parametrize(("text", "heads"), [
    (("Chiều 12/3, trong buổi hội kiến tại TP.HCM, Đại tướng Lò Văn Thử, Bộ trưởng Bộ Quốc phòng Việt Nam và Đại tướng Sok "
     "Vanna, Bộ trưởng Bộ Quốc phòng Campuchia đã ký kế hoạch hợp tác năm 2015."), ["Lò Văn Thử", "Sok Vanna"]),
    # a signature below the news makes no head
    (("Chiều 12/3, tại Vientiane, đoàn công tác tỉnh Sơn La hội đàm với tỉnh Hủa Phăn (Lào).\n\nTại hội đàm, Đại tá Lò Văn "
     "Thử, Giám đốc Công an tỉnh Sơn La và Đại tá Bun Ma Xỉ Văn, Giám đốc Công an tỉnh Hủa Phăn đã ký biên bản hợp tác."),
     [None, None]),
])  # fmt: skip
def test_two_of_whom_the_lead_tells_what_they_did_there_met(
    extractor: Extractor, text: str, heads: list[str | None]
) -> None:
    assert [s.head for s in extractor.extract(text + "\n").delegations] == heads


def test_the_talks_after_which_a_conference_was_held_are_the_news(extractor: Extractor) -> None:
    record = extractor.extract(
        "Bộ trưởng Công an Việt Nam, Lào hội đàm tại Viêng Chăn\n\nSau hội đàm, Bộ trưởng Công an hai nước đồng chủ trì Hội nghị "
        "Hợp tác phòng, chống ma túy lần thứ 3 giữa hai Bộ.\n\nChiều 25/9, tại Viêng Chăn, Bộ trưởng Bộ Công an Việt Nam Lò Văn Thử và Bộ "
        "trưởng Bộ Công an Lào Bun Ma Xỉ Văn đã tổ chức hội đàm.\n"
    )
    assert record.talk is not None
    assert (record.talk.kind, record.talk.round) == ("talks", None)
    assert [t.round for t in record.other_talks] == [3]
    assert [p.roles for p in record.people] == [("head",), ("head",)]  # the conference is what they chaired


def test_a_name_with_a_dash_ends_before_he_leads(extractor: Extractor) -> None:
    record = extractor.extract(
        "Sáng 12/3, Đoàn công tác của Bộ Chỉ huy Quân sự tỉnh Hủa Phăn do Đại tá Bun Ma - Xỉ Vông Phăn làm trưởng đoàn đã gặp "
        "gỡ BĐBP tỉnh Sơn La.\n"
    )
    assert [p.name for p in record.people] == ["Bun Ma - Xỉ Vông Phăn"]


def test_a_lunar_year_before_those_who_are_greeted_counts_nobody(extractor: Extractor) -> None:
    record = extractor.extract(
        "Chiều 21/10, BĐBP tỉnh Sơn La gặp gỡ Công an tỉnh Hủa Phăn (Lào). Phía bạn tặng quà và chúc Tết Nguyên đán Giáp Thìn "
        "2024 cán bộ, chiến sĩ BĐBP Sơn La. BĐBP tỉnh bắt giữ và tiếp nhận 42 vụ với 145 đối tượng nhập cảnh trái phép; tiếp "
        "nhận 72 công dân do phía Lào trao trả.\n"
    )
    assert [d.value for d in record.dates][1:] == ["2024"]
    # who is caught and taken over is a case's, who is handed over is not
    assert [(f.value, f.category) for f in record.figures] == [(42, "cases"), (145, "arrests"), (72, "returns")]


def test_a_paper_on_the_remains_of_the_fallen_keeps_its_object(extractor: Extractor) -> None:
    record = extractor.extract(
        "Chiều 21/10, tỉnh Sơn La hội đàm với tỉnh Hủa Phăn (Lào). Hai bên ký biên bản hợp tác tìm kiếm hài cốt liệt sĩ quân "
        "tình nguyện và chuyên gia Việt Nam hy sinh tại Lào mùa khô 2023-2024.\n"
    )
    assert [a.name for a in record.agreements] == [
        "biên bản hợp tác tìm kiếm hài cốt liệt sĩ quân tình nguyện và chuyên gia Việt Nam hy sinh tại Lào mùa khô 2023-2024"
    ]


def test_the_named_attend_behind_those_whom_nobody_names(extractor: Extractor) -> None:
    opening = "Ngày 3/11, UBND tỉnh Sơn La tổ chức hội nghị hợp tác với tỉnh Hủa Phăn (Lào).\n\n"
    listed = "có lãnh đạo các sở, ngành của hai tỉnh; Thiếu tướng Lò Văn Thử, Tư lệnh Quân khu 2; Đại tá Vừ A Khua.\n"
    record = extractor.extract(f"{opening}Tham dự hội nghị {listed}")
    assert [p.roles for p in record.people] == [("attendee",), ("attendee",)]
    # who only meets the guests where they arrive takes no part
    record = extractor.extract(f"{opening}Tại sân bay, đón đoàn {listed}")
    assert record.people[0].roles == ("mentioned",)
