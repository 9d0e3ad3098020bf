"""People: name, rank, post, unit, country and roles."""

from __future__ import annotations

import pytest

from reading import read
from talkextract.assemble.name_places import _occurrences


def people(text: str) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    return [(p.name, p.rank, p.position, p.unit.name if p.unit else None, p.country) for p in read(text).people]


def roles(text: str) -> dict[str, set[str]]:
    return {p.name: set(p.roles) for p in read(text).people}


LAI = "Bộ đội Biên phòng tỉnh Lai Châu"
HUA = "Bộ Chỉ huy Quân sự tỉnh Hủa Phăn"


@pytest.mark.parametrize(("text", "expected"), [
    ("Đại tá Lò Văn Thử, Chính ủy BĐBP tỉnh Lai Châu phát biểu.", ("Lò Văn Thử", "Đại tá", "Chính ủy", LAI, "VN")),
    ("Đại tá Lò Văn Thử - Phó Chỉ huy trưởng BĐBP tỉnh Lai Châu dự.", ("Lò Văn Thử", "Đại tá", "Phó Chỉ huy trưởng", LAI, "VN")),
    ("thượng tá Lò Văn Thử (Chính ủy BĐBP tỉnh Lai Châu) cho biết.", ("Lò Văn Thử", "Thượng tá", "Chính ủy", LAI, "VN")),
    ("Chính ủy BĐBP tỉnh Lai Châu, Đại tá Lò Văn Thử phát biểu.", ("Lò Văn Thử", "Đại tá", "Chính ủy", LAI, "VN")),
    ("Đại tá Lò Văn Thử, Tỉnh ủy viên, Bí thư Đảng ủy, Chính ủy BĐBP tỉnh Lai Châu dự.", ("Lò Văn Thử", "Đại tá", "Chính ủy", LAI, "VN")),
    ("Đại tá Xổm Bun Khăm Mạ Ni, Chỉ huy trưởng Quân sự tỉnh Hủa Phăn cảm ơn.", ("Xổm Bun Khăm Mạ Ni", "Đại tá", "Chỉ huy trưởng", HUA, "LA")),
    ("Trung tướng Xổm-bun Khăm-mạ-ni, Chỉ huy trưởng Bộ CHQS tỉnh Hủa Phăn (Lào) cảm ơn.",
     ("Xổm-bun Khăm-mạ-ni", "Trung tướng", "Chỉ huy trưởng", HUA, "LA")),
    ("Ông Lý Đại Long, Trưởng ty Ty Công an tỉnh Svay Rieng nói.", ("Lý Đại Long", None, "Trưởng ty", "Ty Công an tỉnh Svay Rieng", "KH")),
    ("Thiếu tá Lò Văn Thử, Đồn trưởng Đồn Biên phòng Y Tý dự.", ("Lò Văn Thử", "Thiếu tá", "Đồn trưởng", "Đồn Biên phòng Y Tý", "VN")),
    ("Thứ trưởng Bộ Quốc phòng Lào Xổm Bun Khăm phát biểu.", ("Xổm Bun Khăm", None, "Thứ trưởng", "Bộ Quốc phòng Lào", "LA")),
    ("Đại tướng Lò Văn Thử, Phó Thủ tướng, Bộ trưởng Bộ Quốc phòng Campuchia dự.",
     ("Lò Văn Thử", "Đại tướng", "Phó Thủ tướng, Bộ trưởng", "Bộ Quốc phòng Campuchia", "KH")),
    ("Chuẩn đô đốc Lò Văn Thử, Tư lệnh Vùng Cảnh sát biển 1, dự.", ("Lò Văn Thử", "Chuẩn Đô đốc", "Tư lệnh", "Vùng Cảnh sát biển 1", "VN")),
])  # fmt: skip
def test_rank_post_and_unit_in_every_order(text: str, expected: tuple[str | None, ...]) -> None:
    assert people(text) == [expected]


def test_the_new_post_of_one_appointed_counts() -> None:
    text = "Đại tá Lò Văn Thử, đang là Chính ủy BĐBP tỉnh Lai Châu, giữ chức Phó Tư lệnh Quân khu 2."
    assert people(text) == [("Lò Văn Thử", "Đại tá", "Phó Tư lệnh", "Quân khu 2", "VN")]


@pytest.mark.parametrize("hyphen", ["-", "\u2011", "\u2013"])
def test_a_name_that_stands_alone_is_found_again_however_its_hyphen_is_written(hyphen: str) -> None:
    name = f"Xổm{hyphen}bun Khăm{hyphen}mạ{hyphen}ni"
    (one,) = read(f"Trung tướng {name}, Chỉ huy trưởng Bộ CHQS tỉnh Hủa Phăn (Lào) dự. {name} cảm ơn.").people
    assert len(one.places) == 2


def test_a_person_named_twice_is_one() -> None:
    text = "Đại tá Lò Văn Thử, Chính ủy BĐBP tỉnh Lai Châu dự. Phát biểu tại hội đàm, đại tá Lò Văn Thử nhấn mạnh."
    assert len(people(text)) == 1


def test_a_party_post_told_once_for_several_is_nobodys_position() -> None:
    text = "Tham dự có các Bí thư Huyện ủy: Đại tá Lò Văn Thử (Nậm Pồ), Đại tá Vàng A Thử (Mường Nhé)."
    assert [(name, position) for name, _, position, _, _ in people(text)] == [
        ("Lò Văn Thử", None), ("Vàng A Thử", None),
    ]  # fmt: skip


TALK = "Ngày 5/6/2024, tại tỉnh Lai Châu, BĐBP tỉnh Lai Châu hội đàm với Bộ CHQS tỉnh Hủa Phăn (Lào). "


@pytest.mark.parametrize(("sentence", "expected"), [
    ("Đoàn Việt Nam do Đại tá Lò Văn Thử, Chính ủy BĐBP tỉnh làm trưởng đoàn.", {"Lò Văn Thử": {"head"}}),
    ("Dẫn đầu đoàn đại biểu BĐBP tỉnh Lai Châu là Đại tá Lò Văn Thử, Chính ủy.", {"Lò Văn Thử": {"head"}}),
    ("Trưởng đoàn phía Việt Nam là Đại tá Lò Văn Thử.", {"Lò Văn Thử": {"head"}}),
    ("Đại tá Lò Văn Thử, Chính ủy BĐBP tỉnh Lai Châu và Đại tá Bun Thoong Khăm, Chỉ huy trưởng Bộ CHQS tỉnh Hủa Phăn đồng chủ trì hội đàm.",
     {"Lò Văn Thử": {"co_chair"}, "Bun Thoong Khăm": {"co_chair"}}),
    ("Hội đàm diễn ra dưới sự chủ trì của Đại tá Lò Văn Thử và Đại tá Bun Thoong Khăm.",
     {"Lò Văn Thử": {"co_chair"}, "Bun Thoong Khăm": {"co_chair"}}),
    ("Phát biểu tại hội đàm, Đại tá Lò Văn Thử cảm ơn bạn.", {"Lò Văn Thử": {"speaker"}}),
    ("Cùng dự có Đại tá Lò Văn Thử, Phó Chỉ huy trưởng BĐBP tỉnh.", {"Lò Văn Thử": {"attendee"}}),
    ("Đại tá Lò Văn Thử chủ trì lễ đón đoàn.", {"Lò Văn Thử": set()}),
])  # fmt: skip
def test_roles(sentence: str, expected: dict[str, set[str]]) -> None:
    assert roles(TALK + sentence) == expected


def test_both_leaders_who_sign_are_signatories() -> None:
    text = TALK + (
        "Đoàn Việt Nam do Đại tá Lò Văn Thử làm trưởng đoàn, đoàn Lào do Đại tá Bun Thoong Khăm dẫn đầu. "
        "Kết thúc, hai trưởng đoàn ký Biên bản ghi nhớ."
    )
    assert roles(text) == {"Lò Văn Thử": {"head", "signatory"}, "Bun Thoong Khăm": {"head", "signatory"}}


def test_the_two_principals_of_a_meeting_lead() -> None:
    text = "Sáng 17-4, đại tướng Lò Văn Thử - bộ trưởng Bộ Quốc phòng - đã hội đàm với thượng tướng Bun Thoong Khăm - bộ trưởng Bộ Quốc phòng Lào."
    assert roles(text) == {"Lò Văn Thử": {"head"}, "Bun Thoong Khăm": {"head"}}


@pytest.mark.parametrize("text", [
    "Đại diện Bộ Chỉ huy Quân sự tỉnh dự.", "Các đồng chí trưởng đoàn ký biên bản.", "Đồn trưởng A Pa Chải làm trưởng đoàn.",
    "Hội đàm diễn ra tại Trung tâm Hội nghị tỉnh.",
])  # fmt: skip
def test_no_person_where_none_is_named(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Đại tá Đoàn Văn Tấn dự.", "Đoàn Văn Tấn"),
        ("Trung tá Và Bá Dềnh dự.", "Và Bá Dềnh"),
        ("Đại tá Trần Văn Sáng, Chính ủy dự.", "Trần Văn Sáng"),
        ("Đại tá Sổ Pha Xay-Tỉnh ủy viên, Chỉ huy trưởng dự.", "Sổ Pha Xay"),
        ("và ngài Trung tướng Sok Vanna, Giám đốc Ty phát biểu.", "Sok Vanna"),
        ("Bộ trưởng Quốc phòng Lào Khăm-sáy Sỉ-xạ-nạ phát biểu.", "Khăm-sáy Sỉ-xạ-nạ"),
        ("Chính ủy Chi đội Quản lý biên giới Hồng Hà Lý Đại Long dự.", "Lý Đại Long"),
    ],
)
def test_names_keep_their_syllables(text: str, name: str) -> None:
    assert [p[0] for p in people(text)] == [name]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Do Đại tá Lò Văn Thử, Chính ủy BĐBP tỉnh và Đại tá Bun Thoong Khăm làm Trưởng đoàn hai bên.", {"Lò Văn Thử": {"head"}, "Bun Thoong Khăm": {"head"}}),
        ("Trưởng đoàn Việt Nam - Đại tá Lò Văn Thử phát biểu.", {"Lò Văn Thử": {"head", "speaker"}}),
        ("Phía chủ nhà, Đại tá Bun Thoong Khăm; phía khách, Đại tá Lò Văn Thử đồng chủ trì hội đàm.",
         {"Bun Thoong Khăm": {"co_chair"}, "Lò Văn Thử": {"co_chair"}}),
        ("Thay mặt hai bên đặt bút ký có Đại tá Lò Văn Thử và Đại tá Bun Thoong Khăm.",
         {"Lò Văn Thử": {"signatory"}, "Bun Thoong Khăm": {"signatory"}}),
    ],
)  # fmt: skip
def test_roles_of_both_sides_in_one_phrase(sentence: str, expected: dict[str, set[str]]) -> None:
    assert roles(TALK + sentence) == expected


def test_a_post_finds_the_unit_whose_head_it_is() -> None:
    text = (
        "Ngày 5/6/2024, Đồn Biên phòng Y Tý và Trạm kiểm tra biên phòng xuất nhập cảnh Hà Khẩu (Trung Quốc) hội đàm. "
        "Thiếu tá Lò Văn Thử, Đồn trưởng và Thượng úy Lý Đại Long, Trạm trưởng đồng chủ trì."
    )
    found = {p[0]: (p[3], p[4]) for p in people(text)}
    assert found["Lò Văn Thử"] == ("Đồn Biên phòng Y Tý", "VN")
    assert found["Lý Đại Long"] == ("Trạm kiểm tra biên phòng xuất nhập cảnh Hà Khẩu", "CN")


def test_a_shorter_name_of_the_same_rank_is_the_same_person() -> None:
    # Lao officers are called by the first half of their name when they speak
    text = "Đại úy Bun Thăn Xỉ Xu Phăn, Đại đội trưởng dự. Đại úy Bun Thăn cảm ơn."
    assert [p[0] for p in people(text)] == ["Bun Thăn Xỉ Xu Phăn"]


def test_a_post_right_before_the_next_name_is_that_persons() -> None:
    # the comma parts two persons, not a person and his post
    text = "Bí thư Thành ủy Móng Cái Hoàng Bá Thử, Phó Chủ tịch UBND thành phố Móng Cái Đỗ Văn Tấn dự."
    assert [p[:3] for p in people(text)] == [("Hoàng Bá Thử", None, None), ("Đỗ Văn Tấn", None, "Phó Chủ tịch")]


def test_a_huyen_takes_its_place_from_its_own_level() -> None:
    # a province beside it is no place of a district's command
    text = (
        "Đoàn huyện Mộc Hóa, tỉnh Long An sang thăm. Cùng đi có Thượng tá Phan Hòa Thử, Chính trị viên Ban CHQS huyện."
    )
    assert people(text)[0][3] != "Ban Chỉ huy Quân sự huyện Long An"


def test_one_who_receives_guests_at_a_courtesy_call_takes_no_part_in_the_talk() -> None:
    text = (
        TALK
        + "Chiều cùng ngày, đoàn đến chào xã giao UBND tỉnh. Tiếp đoàn có ông Lò Văn Thử. Ông Lò Văn Thử chúc mừng đoàn."
    )
    assert roles(text) == {"Lò Văn Thử": set()}


@pytest.mark.parametrize("others", [0, 30], ids=["a few names", "many names"])
def test_a_name_that_stands_alone_is_found_the_longest_first_without_overlaps(others: int) -> None:
    names = ["Lò Văn Thử", "Lò Văn Thử Nghiệm", "Văn Thử", *(f"Người Thứ {i}" for i in range(others))]
    text = "Ông Lò Văn Thử Nghiệm gặp Lò Văn Thử; Văn Thử và Lò Văn ThửLò Văn Thử."
    assert _occurrences(text, names) == [
        ("Lò Văn Thử Nghiệm", 4, 21), ("Lò Văn Thử", 26, 36), ("Văn Thử", 38, 45), ("Lò Văn Thử", 49, 59),
        ("Lò Văn Thử", 59, 69),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "position"), [
    ("Dự hội đàm với bạn Lào có đồng chí Lò Văn Thử, Đại sứ đặc mệnh toàn quyền Việt Nam tại Lào.", "Lò Văn Thử",
     "Đại sứ đặc mệnh toàn quyền"),
    ("Có Thượng tướng Lý Minh Vương, Ủy viên Quốc vụ, Bộ trưởng Quốc phòng Trung Quốc.", "Lý Minh Vương",
     "Ủy viên Quốc vụ, Bộ trưởng"),
    ("Phía Campuchia có Bộ trưởng cao cấp phụ trách biên giới Prum Vanna.", "Prum Vanna",
     "Bộ trưởng cao cấp phụ trách biên giới"),
    # the post behind an honorific is no name
    ("Đồng chí Phó Thủ tướng Xổm Bun Khăm bày tỏ lòng biết ơn.", "Xổm Bun Khăm", "Phó Thủ tướng"),
    ("Ông Phó Tỉnh trưởng Khăm Phết cảm ơn.", "Khăm Phết", "Phó Tỉnh trưởng"),
])  # fmt: skip
def test_posts_of_state_before_and_behind_a_name(text: str, name: str, position: str) -> None:
    assert [(p[0], p[2]) for p in people(text)] == [(name, position)]


LED = "Trung tá Lò Văn Thử, Trưởng đoàn Việt Nam và Thiếu tá Xổm Bun, Trưởng đoàn Lào chủ trì hội đàm. "


@pytest.mark.parametrize(("text", "speakers"), [
    ("Mở đầu, Trưởng đoàn Việt Nam thông báo tình hình.", ["Lò Văn Thử"]),
    ("Người đứng đầu đoàn Lào đáp lời.", ["Xổm Bun"]),
    ("Trưởng đoàn Lào cơ bản nhất trí, Trưởng đoàn Việt Nam cảm ơn.", ["Lò Văn Thử", "Xổm Bun"]),
    ("Phó Trưởng đoàn Lào đề nghị tăng cường tuần tra.", []),
    ("Đại biểu đoàn Lào đề nghị tăng cường tuần tra.", []),
])  # fmt: skip
def test_who_leads_a_side_is_told_by_it_when_he_speaks(text: str, speakers: list[str]) -> None:
    assert sorted(name for name, own in roles(LED + text).items() if "speaker" in own) == speakers


@pytest.mark.parametrize(("text", "role"), [
    ("Đoàn Campuchia còn có Chuẩn tướng Sok Vanna, Chỉ huy trưởng Tiểu khu Quân sự Svay Rieng.", "attendee"),
    ("Đến dự, phát biểu tại hội đàm có ông Sok Vanna, Phó Tỉnh trưởng.", "speaker"),
    ("Hai bên còn có việc với ông Sok Vanna.", None),
])  # fmt: skip
def test_who_comes_along_or_comes_to_speak(text: str, role: str | None) -> None:
    assert (role in roles(text)["Sok Vanna"]) if role else not roles(text)["Sok Vanna"]


def test_a_consul_named_behind_his_seat_is_the_next_person() -> None:
    found = people(
        "Dự có Đại sứ Việt Nam tại Lào Lò Văn Năm, Tổng Lãnh sự Việt Nam tại Luông Pha Băng Lò Thị Sáu; ông Khăm Phết."
    )
    assert [(p[0], p[2]) for p in found][:2] == [("Lò Văn Năm", "Đại sứ"), ("Lò Thị Sáu", "Tổng Lãnh sự")]


@pytest.mark.parametrize(("sentence", "expected"), [
    (("Đại tá Lò Văn Thử, Chỉ huy trưởng và Đại tá Bun Thoong Khăm, Chỉ huy trưởng Bộ CHQS tỉnh Hủa Phăn đã đại diện hai "
     "bên ký kết quy chế."), {"Lò Văn Thử": {"signatory"}, "Bun Thoong Khăm": {"signatory"}}),
    ("Đại tá Lò Văn Thử trân trọng mời cán bộ, chiến sĩ đơn vị bạn sang dự Giao lưu hữu nghị.", {"Lò Văn Thử": {"speaker"}}),
    ("Đại tá Lò Văn Thử được mời.", {"Lò Văn Thử": set()}),
])  # fmt: skip
def test_who_signs_for_both_and_who_invites(sentence: str, expected: dict[str, set[str]]) -> None:
    assert roles(TALK + sentence) == expected


def test_who_signs_for_his_side_leads_it_at_a_signing() -> None:
    text = (
        "Ngày 22/8/2018, tại thị xã Hồng Lĩnh, Cục Hải quan Hà Tĩnh và Cục Hải quan tỉnh Bô Ly Khăm Xay (Lào) tổ chức Lễ "
        "ký kết Quy chế phối hợp. Ông Lò Văn Thử, Cục trưởng Cục Hải quan Hà Tĩnh và ông Bun Thoong Khăm, Cục trưởng Cục "
        "Hải quan tỉnh Bô Ly Khăm Xay đã đại diện hai bên ký kết quy chế."
    )
    assert roles(text) == {"Lò Văn Thử": {"head", "signatory"}, "Bun Thoong Khăm": {"head", "signatory"}}
