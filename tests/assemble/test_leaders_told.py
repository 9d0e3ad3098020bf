"""Who leads, where other names and posts stand around him: all passages invented."""

from __future__ import annotations

import pytest

from reading import read


def roles(text: str) -> dict[str, str]:
    return {p.name: " ".join(sorted(p.roles)) for p in read(text).people}


@pytest.mark.parametrize(("text", "expected"), [
    (("Trong khuôn khổ chuyến thăm Campuchia của Chủ tịch nước Lò Văn Thử, Đại tướng Vi Văn Sen, Bộ trưởng Bộ Công an dẫn "
      "đầu đoàn Bộ Công an đã hội đàm với Bộ Nội vụ Campuchia."), {"Lò Văn Thử": "", "Vi Văn Sen": "head"}),
    (("Bên lề chuyến công tác của Thủ tướng Lò Văn Thử, Thượng tướng Vi Văn Sen, Thứ trưởng Bộ Công an và Thượng tướng Bun "
      "Xổm, Thứ trưởng Bộ Công an Lào đã hội đàm."), {"Lò Văn Thử": "", "Vi Văn Sen": "head", "Bun Xổm": "head"}),
    (("Đoàn Bộ Công an do Thượng tướng Vi Văn Sen, Thứ trưởng dẫn đầu, đã có buổi làm việc với ông Prum Vanna, Quốc vụ khanh "
      "Bộ Nội vụ Campuchia."), {"Vi Văn Sen": "head", "Prum Vanna": "head"}),
    ("Tỉnh Sơn La hội đàm với đoàn tỉnh Hủa Phăn (Lào) do ông Bun Xổm Xay, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy dẫn đầu.",
     {"Bun Xổm Xay": "head"}),
    (("Hai bên hội đàm. Đại tá Lò Văn Thử, Chỉ huy trưởng BĐBP tỉnh Sơn La; Đại tá Bun Xổm, Giám đốc Công an tỉnh Hủa Phăn "
      "cùng các thành viên tham dự."), {"Lò Văn Thử": "attendee", "Bun Xổm": "attendee"}),
    ("Hai bên hội đàm. Đại tá Lò Văn Thử cùng các đại biểu tham quan nhà truyền thống.", {"Lò Văn Thử": ""}),
])  # fmt: skip
def test_whose_visit_it_is_leads_no_side(text: str, expected: dict[str, str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Đoàn do Thiếu tướng Sai Vanna, Phó Cục trưởng phụ trách biên giới phía Đông, Tổng cục Cảnh sát quốc gia Campuchia dẫn đầu.",
     ("Sai Vanna", "Phó Cục trưởng", "Tổng cục Cảnh sát quốc gia Campuchia")),
    ("Đoàn do Bộ trưởng Bộ Ngoại giao, Trưởng ban Ban Biên giới Lào - Việt Nam Sa Lư Xổm Xay làm Trưởng đoàn.",
     ("Sa Lư Xổm Xay", "Bộ trưởng, Trưởng ban", "Bộ Ngoại giao")),
    ("Đoàn do Thượng tá Lò Văn Thử, Phó Chỉ huy trưởng, kiêm Tham mưu trưởng BĐBP tỉnh Sơn La làm trưởng đoàn.",
     ("Lò Văn Thử", "Phó Chỉ huy trưởng, kiêm Tham mưu trưởng", "Bộ đội Biên phòng tỉnh Sơn La")),
    ("Đoàn do Samdech Krolahom Prum Vanna, Phó Thủ tướng, Bộ trưởng Bộ Nội vụ Campuchia dẫn đầu.",
     ("Prum Vanna", "Phó Thủ tướng, Bộ trưởng", "Bộ Nội vụ Campuchia")),
])  # fmt: skip
def test_posts_and_units_of_those_who_lead(text: str, expected: tuple[str, str, str]) -> None:
    (one,) = read(text).people
    assert one.unit is not None
    assert (one.name, ", ".join(p.text for p in one.posts), one.unit.name) == expected


@pytest.mark.parametrize(("text", "expected"), [
    # "do" alone tells who leads a delegation that holds the talk
    (("Đoàn đại biểu BĐBP tỉnh Tây Ninh do đại tá Lò Văn Thử - Tỉnh ủy viên, Chỉ huy trưởng BĐBP tỉnh - đã có buổi hội đàm "
      "với Ty Công an tỉnh Svay Rieng (Campuchia)."), {"Lò Văn Thử": "head"}),
    (("Đồn Biên phòng Nậm Cắn hội đàm với Đại đội Biên phòng 215 (Lào). Đoàn Việt Nam do Trung tá Lò Văn Thử, Đồn trưởng; đoàn "
      "Lào do Thiếu tá Bun Mi, Đại đội trưởng."), {"Lò Văn Thử": "head", "Bun Mi": "head"}),
    ("Hai bên hội đàm. Đoàn thăm công trình do ông Lò Văn Thử, kỹ sư, thiết kế.", {"Lò Văn Thử": ""}),
    # a misprint
    (("Đại tá Lò Văn Thử, Chỉ huy trưởng BĐBP tỉnh Kon Tum và Đại tá Bun Mi, Chỉ huy trưởng Bộ CHQS tỉnh Attapeu đồng chỉ trì "
      "hội nghị giao ban."), {"Lò Văn Thử": "co_chair", "Bun Mi": "co_chair"}),
    # a side with a comma in its name
    (("Bộ Tư lệnh Quân khu 7 hội đàm với Quân khu 2 (Campuchia). Về phía các Tiểu khu Quân sự, Quân khu 2 có Thiếu tướng Sok "
      "Vanna; Đại tá Chea Rithy."), {"Sok Vanna": "attendee", "Chea Rithy": "attendee"}),
    # who invites leads nobody
    (("Theo lời mời của Bộ trưởng Bộ Nội vụ Campuchia Sok Vanna, đoàn Bộ Công an do Đại tướng Lò Văn Thử, Bộ trưởng Bộ Công an, "
      "dẫn đầu đã sang hội đàm."), {"Sok Vanna": "", "Lò Văn Thử": "head"}),
    # the place behind a party post is nobody
    (("Đoàn đại biểu thành phố Đông Hưng (Trung Quốc) do ông Bành Quan, Bí thư Thành ủy Đông Hưng làm Trưởng đoàn hội đàm với "
      "đoàn thành phố Móng Cái."), {"Bành Quan": "head"}),
    # what the king gave stands before the name
    (("Đại tướng Lò Văn Thử, Bộ trưởng Bộ Công an và Bộ trưởng Bộ Nội vụ Campuchia Samdech Krolahom Sok Vanna đồng chủ trì hội "
      "nghị."), {"Lò Văn Thử": "co_chair", "Sok Vanna": "co_chair"}),
])  # fmt: skip
def test_leaders_are_told_without_the_set_phrase(text: str, expected: dict[str, str]) -> None:
    assert roles(text) == expected


def test_the_place_behind_a_party_post_tells_whose_it_is() -> None:
    text = (
        "Đoàn đại biểu huyện Mường Khương sang thăm, làm việc. Tiếp và làm việc với đoàn có đồng chí Trịnh Cầm, Bí thư Huyện "
        "ủy Mã Quan."
    )
    assert {p.name: p.country for p in read(text).people} == {"Trịnh Cầm": "CN"}


def test_a_dash_inside_a_committee_does_not_end_the_posts() -> None:
    text = (
        "Thiếu tướng Bun Mi - Phó Chủ tịch Thường trực Ủy ban Quốc phòng - an ninh tỉnh, Chỉ huy trưởng Quân sự Bộ Chỉ huy "
        "Quân sự tỉnh Sê Kông làm trưởng đoàn."
    )
    one = read(text).people[0]
    assert [p.text for p in one.posts] == ["Phó Chủ tịch Thường trực", "Chỉ huy trưởng Quân sự"]
    assert one.unit is not None
    assert one.unit.place == "Sê Kông"


# "Các đồng chí: A, …; B, … đồng chủ trì": a list whose semicolons part the chairs, whatever their posts are
@pytest.mark.parametrize(("text", "expected"), [
    (("Ngày 25-12, tỉnh Sơn La và tỉnh Udomxay hội đàm. Các đồng chí: Lò Văn Thử, Bí thư Tỉnh ủy, Trưởng đoàn đại biểu tỉnh "
      "(Việt Nam); Bounkham Lathsamy, Bí thư, Tỉnh trưởng tỉnh Udomxay; Khamphay Vannasy, Tỉnh trưởng tỉnh Phongsaly, đồng "
      "chủ trì hội đàm."),
     {"Lò Văn Thử": "co_chair head", "Bounkham Lathsamy": "co_chair", "Khamphay Vannasy": "co_chair"}),
    # "Ủy viên dự khuyết" attends nothing
    (("Tỉnh Sơn La và tỉnh Udomxay hội đàm. Các đồng chí: Lò Văn Thử, Phó Chủ tịch UBND tỉnh Sơn La; Bounkham Lathsamy, Ủy "
      "viên dự khuyết Ban Chấp hành Trung ương Đảng Nhân dân Cách mạng Lào, Bí thư, Tỉnh trưởng tỉnh Udomxay đồng chủ trì."),
     {"Lò Văn Thử": "co_chair", "Bounkham Lathsamy": "co_chair"}),
    # bodies in a list are nobody
    (("Hai bên hội đàm. Dự có các đồng chí: Lò Văn Thử, Trưởng đoàn đại biểu tỉnh; Sở Ngoại vụ tỉnh, Ban Dân vận; Hội Nông "
      "dân tỉnh, cùng các ngành."), {"Lò Văn Thử": "attendee head"}),
])  # fmt: skip
def test_all_of_a_list_with_semicolons_chair(text: str, expected: dict[str, str]) -> None:
    assert roles(text) == expected


# a dash inside a name, before the dash of the post; whom one acts for is his unit
@pytest.mark.parametrize(("text", "expected"), [
    ("Đoàn do Thượng tá Khăm Sỉ – Xay Nha Vông – Quyền Giám đốc An ninh tỉnh Khăm Muộn dẫn đầu.",
     ("Khăm Sỉ – Xay Nha Vông", "Quyền Giám đốc", "An ninh tỉnh Khăm Muộn")),
    ("Có mặt Đại tá Lò Văn Thử - Bí thư Đảng ủy - Chỉ huy trưởng BĐBP tỉnh Sơn La.",
     ("Lò Văn Thử", "Chỉ huy trưởng", "Bộ đội Biên phòng tỉnh Sơn La")),
    ("Thiếu tướng Bun Mi, thay mặt Tổng cục An ninh - Bộ Công an Lào đã ký biên bản ghi nhớ về hợp tác.",
     ("Bun Mi", "", "Tổng cục An ninh")),
])  # fmt: skip
def test_names_with_dashes_and_who_acts_for_a_body(text: str, expected: tuple[str, str, str]) -> None:
    (one,) = read(text).people
    assert one.unit is not None
    assert (one.name, ", ".join(p.text for p in one.posts), one.unit.name) == expected


# who answers is told by his post and his state alone; not the post of another body, nor at a courtesy call
@pytest.mark.parametrize(("said", "expected"), [
    ("Đáp lời, Bộ trưởng Bộ Quốc phòng Lào cảm ơn sự đón tiếp.", True),
    ("Bộ trưởng Quốc phòng Lào trân trọng cảm ơn sự đón tiếp.", True),
    ("Đáp lời, Thứ trưởng Bộ Quốc phòng Lào cảm ơn sự đón tiếp.", False),
    ("Đáp lời, Bộ trưởng Bộ Quốc phòng Trung Quốc cảm ơn sự đón tiếp.", False),
])  # fmt: skip
def test_who_answers_is_told_by_his_post_and_state(said: str, expected: bool) -> None:
    found = roles(
        "Sáng 15/11/2019, Đại tướng Lò Văn Thử, Bộ trưởng Bộ Quốc phòng hội đàm với Thượng tướng Khăm Sỉ Xay, Bộ trưởng Bộ"
        f" Quốc phòng Lào.\n\nMở đầu, Đại tướng Lò Văn Thử hoan nghênh đoàn. {said}"
    )
    assert ("speaker" in found["Khăm Sỉ Xay"].split()) == expected


def test_a_summary_names_nobody_by_his_post_before_the_news_do() -> None:
    found = roles(
        "Bộ trưởng Quốc phòng Lào đề nghị hai bên phối hợp.\n\nChiều 10/10/2019, Thượng tướng Khăm Sỉ Xay, Bộ trưởng Bộ Quốc"
        " phòng Lào đã tiếp Đoàn đại biểu Bộ Tư lệnh Bộ đội Biên phòng do Trung tướng Lò Văn Thử, Tư lệnh làm trưởng đoàn."
    )
    assert found["Khăm Sỉ Xay"] == ""
