"""Hard-wrapped texts: lines that belong together are joined, all others stay, offsets lead back to the caller's text."""

from __future__ import annotations

import pytest

from talkextract import Extractor
from talkextract.offsets import View
from talkextract.wrapping import find_breaks

# A paragraph that shows that its text is wrapped at 64 characters.
WRAPPED = (
    "Ngày 27/6, tại bản Na Khoang, Đồn Biên phòng cửa khẩu quốc tế\n"
    "Na Khoang đã tổ chức hội đàm định kỳ sáu tháng đầu năm 2024 với\n"
    "các đơn vị bảo vệ biên giới của nước bạn Lào.\n"
)


@pytest.mark.parametrize("lines", [
    # a unit, a name and a paper cut in two
    "Tham dự có Thượng tá Mùa A Vàng, Phó Chỉ huy trưởng của Bộ Tư\nlệnh Thủ đô.",
    "Đoàn đại biểu Đồn Biên phòng Na Khoang do Trung tá Lương Đức\nThử, Đồn trưởng dẫn đầu.",
    "Hai bên thống nhất tiếp tục thực hiện tốt Hiệp định về quy chế\nquản lý biên giới.",
    # behind a stop inside a paragraph
    "Hai bên đã tuần tra song phương 12 lần dọc theo biên giới này.\nTrong thời gian tới, hai bên tiếp tục tuần tra.",
    # a line that ends in what no line of its own ends in, however short
    "Dẫn đầu đoàn là Đại tá\nLò Văn Thử.",
    "Đến dự có đại diện Bộ CHQS tỉnh\nHủa Phăn.",
])  # fmt: skip
def test_lines_of_a_paragraph_are_joined(lines: str) -> None:
    assert lines.replace("\n", " ") in View(f"{WRAPPED}\n{lines}\n").text


@pytest.mark.parametrize("lines", [
    # a list of headlines: its lines have room
    "Hội đàm giữa hai đơn vị bảo vệ biên giới ở huyện Mường La\nMưa\nLũ lụt",
    # a title that fills its line, and the lead below it
    "Sơn La và Hủa Phăn cùng nhau tổng kết một năm giữ biên giới\nTTO - Ngày 27/6, hai bên hội đàm.",
    "Sơn La và Hủa Phăn cùng nhau tổng kết một năm giữ biên giới\nSáng 27/6, hai bên hội đàm.",
    # a byline and a credit below a full last line
    "Hai bên thống nhất tiếp tục tuần tra song phương biên giới này.\nTú Anh",
    "Hai bên ký biên bản hội đàm định kỳ sáu tháng cuối năm nay\nẢnh: Tú Anh",
    # items
    "Hai bên thống nhất tiếp tục thực hiện các nội dung sau đây:\n- Tăng cường tuần tra song phương;\n- Trao đổi thông tin.",
    "Hai bên thống nhất tiếp tục thực hiện các nội dung sau đây:\n1. Tăng cường tuần tra.",
    # paragraphs of one short line
    "Hai bên hội đàm.\nĐại tá Lò Văn Thử phát biểu.",
    "Lò Văn Thử\nMùa A Vàng",
])  # fmt: skip
def test_lines_that_stand_alone_are_not(lines: str) -> None:
    assert lines in View(f"{WRAPPED}\n{lines}\n").text


@pytest.mark.parametrize("text", [
    # lines of whole sentences and titles, none of which goes on in lower case
    "Hội đàm giữa hai đồn\nNgày 27/6, hai bên hội đàm.\nĐại tá Lò Văn Thử phát biểu.",
    # a line of more than 120 characters
    f"{'Hai bên thống nhất tăng cường tuần tra.' * 4}\nQuang cảnh buổi hội đàm ở bản Na Khoang\nĐồn Biên phòng Na Khoang hội đàm.",
    # a table, a menu
    "trang chủ\nthời sự\nquốc phòng",
    "TT|Đơn vị|Số lần\n1|Đồn Biên phòng Na Khoang|12\n2|Đồn Biên phòng Mường La|8",
])  # fmt: skip
def test_a_text_that_is_not_wrapped_keeps_its_lines(text: str) -> None:
    assert View(text).text == text


def test_ragged_lines_of_a_paragraph_are_joined_where_one_of_them_goes_on_in_lower_case() -> None:
    text = (
        "Sáng 27/6, Đồn Biên phòng Na Khoang\nvà Đại đội Biên phòng 211 tổ chức hội\nđàm tại bản Na Khoang do Trung tá Lương\n"
        "Đức Thử, Đồn trưởng chủ trì. Hai\nbên thống nhất tuần tra."
    )
    assert "\n" not in View(text).text


def test_spaces_at_the_seam_are_one() -> None:
    for seam in (" \n", "\n ", " \n "):
        assert View(WRAPPED.replace("\n", seam)).text.rstrip() == WRAPPED.replace("\n", " ").rstrip()


def test_a_line_cut_behind_a_hyphen_gives_the_whole_word_and_its_offsets() -> None:
    raw = (
        "Ngày 27/6/2024, BĐBP tỉnh Sơn La hội đàm với Bộ CHQS tỉnh Luông-\nPha-Băng (Lào), đoàn Lào do Đại tá Xổm-\n"
        "phăn Đuông-ma-la, Chỉ huy trưởng Bộ CHQS tỉnh dẫn đầu và đã cùng nhau\nký biên bản hội đàm."
    )
    record = Extractor().extract(raw)
    assert [p.name for p in record.people] == ["Xổm-phăn Đuông-ma-la"]
    assert "Bộ Chỉ huy Quân sự tỉnh Luông-Pha-Băng" in [u.name for u in record.units]
    evidence = [e for p in record.people for e in p.evidence if e.field == "name"]
    assert [raw[e.start : e.end] for e in evidence] == ["Xổm-\nphăn Đuông-ma-la"] == [e.text for e in evidence]


def test_a_wrapped_paragraph_without_a_line_in_lower_case_is_joined_too() -> None:
    # the first paragraph shows that the page is wrapped; in the second every line ends for want of room
    text = (
        "Ngày 27/6, tại bản Na Khoang, Đồn Biên phòng cửa khẩu quốc tế\n"
        "Na Khoang đã tổ chức hội đàm định kỳ sáu tháng đầu năm 2024 với\n"
        "các đơn vị bảo vệ biên giới của nước bạn Lào.\n\n"
    )
    second = "Đoàn đại biểu Đồn Biên phòng Na Khoang do Trung tá Lương Đức\nThử, Đồn trưởng dẫn đầu.\n"
    assert "Lương Đức Thử" in View(text + second).text
    # a list of headlines is no paragraph: its lines have room
    headlines = "Hội đàm giữa hai đơn vị bảo vệ biên giới ở huyện Mường La\nMưa\nLũ lụt\n"
    assert "La\nMưa" in View(text + headlines).text


def test_a_wrap_that_falls_before_capitals_only_is_seen_by_its_full_lines() -> None:
    text = (
        "Theo TTXVN, ngày 24/4, tại thủ đô Phnom Penh, Tư lệnh Quân khu\n"
        "9, Trung tướng Lò Văn Thử Nghiệm đã hội đàm với Đại tướng\n"
        "Vanna Sok, Phó Tổng Tư lệnh QĐ Hoàng gia Campuchia, Tư lệnh\n"
        "Lục quân. Cùng ngày, đoàn thăm Bộ Quốc phòng."
    )
    spaces, gone = find_breaks(text)
    assert spaces == [i for i, c in enumerate(text) if c == "\n"]
    assert gone == []


def test_long_lines_with_room_behind_them_are_lines_of_their_own() -> None:
    text = (
        "Đồn Biên phòng Nà Thử hội đàm với Đại đội Biên phòng 907\n"
        "Bộ đội Biên phòng tỉnh Sơn La tặng quà cho nhân dân bản Nà Vang\n"
        "Sơn La tổ chức lễ giao nhận quân năm 2024 tại huyện Mộc Châu"
    )
    assert find_breaks(text) == ([], [])


# A line that shows that a text is not wrapped.
LONG = "Sáng 5/3, Đồn Biên phòng Nà Thanh và lực lượng bảo vệ biên giới của bạn đã hội đàm, thống nhất nhiều nội dung phối hợp quan trọng."


@pytest.mark.parametrize("lines", [
    # what breaks off before a name
    "Hai bên xin cấp trên cho mở cặp cửa khẩu phụ\nNà Cài - Sốp Đung trong năm nay.",
    # what counts the noun that the next line begins with
    "Đặc biệt, hai\ntỉnh thống nhất lập hồ sơ trình cấp trên xem xét cho mở cặp cửa khẩu.",
])  # fmt: skip
def test_stray_line_ends_amid_a_sentence_go(lines: str) -> None:
    assert lines.replace("\n", " ") in View(f"{LONG}\n\n{lines}\n").text


@pytest.mark.parametrize("lines", [
    "Nâng cấp cửa khẩu phụ\nNà Cài vào xuân",  # a short headline
    "Toàn cảnh buổi làm việc của lãnh đạo hai đơn vị\nNà Cài vào xuân.",
])  # fmt: skip
def test_other_line_ends_stay(lines: str) -> None:
    assert lines in View(f"{LONG}\n\n{lines}\n").text
