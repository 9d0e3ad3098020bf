"""The `document` of a record: identity, stamp, publisher and signatures, each with its evidence."""

from __future__ import annotations

import re
import unicodedata

import pytest

from reading import read_context
from talkextract import extract
from talkextract.assemble.page import document
from talkextract.mention import Mention
from talkextract.record import Document

TEXT = """Báo Đông Hải
11/12/2021 12:05 GMT+7
Hai đồn biên phòng hội đàm ở cửa khẩu

TTO - Sáng 11-12, hai đồn hội đàm. Hai bên cảm ơn nhau.
Hai bên bắt tay - Ảnh: PHÚ AN
Hai bên tuần tra chung.

HÀ AN
Bình luận (0)
"""


def stamp(text: str) -> Mention:
    return read_context(text).page_mentions["document.published"][0]


def made(text: str = TEXT, **kwargs: object) -> Document:
    arguments = {"id": None, "published": None, "url": None, **kwargs}
    return document(read_context(text), **arguments)  # type: ignore[arg-type]


def test_every_value_of_the_page_has_evidence_that_holds_it() -> None:
    d = made(stamp=stamp(TEXT))
    assert (d.title, d.publisher, d.published) == (
        "Hai đồn biên phòng hội đàm ở cửa khẩu",
        "TTO",
        "2021-12-11T12:05+07:00",
    )
    assert (d.authors, d.photographers) == (("HÀ AN",), ("PHÚ AN",))
    shown = {e.field: e.text for e in d.evidence}
    assert shown == {
        "title": "Hai đồn biên phòng hội đàm ở cửa khẩu", "publisher": "TTO", "published": "11/12/2021 12:05 GMT+7",
        "authors": "HÀ AN", "photographers": "PHÚ AN",
    }  # fmt: skip
    assert all(TEXT[e.start : e.end] == e.text for e in d.evidence)
    assert all(e.source.startswith("rule:document.") for e in d.evidence)


def test_what_the_caller_knows_counts_and_has_no_evidence() -> None:
    d = made(id="x", published="2021-12-12", url="https://tto.vn/1", stamp=stamp(TEXT))
    assert (d.id, d.published, d.url) == ("x", "2021-12-12", "https://tto.vn/1")
    assert not {"id", "published", "url"} & {e.field for e in d.evidence}


def test_a_refused_stamp_is_no_publication_date() -> None:
    assert made().published is None


def test_the_identity_is_that_of_the_text_whatever_its_spaces() -> None:
    same = "\ufeff" + unicodedata.normalize("NFD", TEXT).replace("\n", "  \r\n").replace(" ", "\u00a0")
    assert made().id == made(same).id
    assert re.fullmatch(r"[0-9a-f]{16}", made().id)
    assert made().id != made(TEXT + "Thêm.").id


def test_evidence_of_a_decomposed_text_is_the_callers_own_characters() -> None:
    raw = unicodedata.normalize("NFD", TEXT)
    d = made(raw)
    assert d.title == "Hai đồn biên phòng hội đàm ở cửa khẩu"
    assert all(raw[e.start : e.end] == e.text for e in d.evidence)


@pytest.mark.parametrize("text", ["", " \n ", "Bình luận (0)"])
def test_a_page_without_an_article_has_only_an_identity(text: str) -> None:
    d = made(text)
    assert (d.title, d.publisher, d.published, d.authors, d.photographers, d.evidence) == (None, None, None, (), (), ())


@pytest.mark.parametrize(("line", "value"), [
    ("24/04/2017", "2017-04-24"),
    ("08:33, 24/04/2017", "2017-04-24T08:33"),
    ("16/12/2024 3:05 PM", "2024-12-16T15:05"),
    ("11/12/2021 12:05 (GMT+7)", "2021-12-11T12:05+07:00"),
    ("Thứ hai - 16/12/2024 22:12", "2024-12-16T22:12"),
])  # fmt: skip
def test_a_stamp_in_iso_8601(line: str, value: str) -> None:
    text = TEXT.replace("11/12/2021 12:05 GMT+7", line)
    assert made(text, stamp=stamp(text)).published == value


def test_a_day_that_does_not_exist_is_no_stamp() -> None:
    text = TEXT.replace("11/12/2021 12:05 GMT+7", "31/02/2021 12:05")
    assert "document.published" not in read_context(text).page_mentions


@pytest.mark.parametrize(("text", "title", "publisher"), [
    ("VTC9 - Tây Nam Bộ\nHai tỉnh cùng giữ bình yên vùng sông nước\n\nVTC9.VN - Bà con rất vui. Sáng 6/12/2023, hai đồn hội đàm.",
     "Hai tỉnh cùng giữ bình yên vùng sông nước", "VTC9.VN"),
    ("QĐND - Hội đàm biên phòng hai tỉnh\n\nQĐND - Sáng 6/12/2023, hai đồn hội đàm.", "Hội đàm biên phòng hai tỉnh", "QĐND"),
    ("SỞ NGOẠI VỤ TỈNH A\nGiới thiệu | Văn bản | Thủ tục - Dịch vụ\n\nHội đàm đối ngoại hai tỉnh\nSáng 6/12/2023, hai đồn hội đàm.",
     "Hội đàm đối ngoại hai tỉnh", None),
    ("Tạp chí Biển & Bờ\nHội đàm đối ngoại hai tỉnh\nSáng 6/12/2023, hai đồn hội đàm.",
     "Hội đàm đối ngoại hai tỉnh", "Tạp chí Biển & Bờ"),
    ("Trao nhà tặng bạn\n\nQuân khu 7 Online - Sáng 6/12/2023, hai đồn hội đàm.", "Trao nhà tặng bạn", "Quân khu 7 Online"),
])  # fmt: skip
def test_what_stands_above_the_title_is_not_it(text: str, title: str, publisher: str | None) -> None:
    d = made(text)
    assert (d.title, d.publisher) == (title, publisher)


def test_pictures_in_the_article_are_credited() -> None:
    d = made("Hội đàm đối ngoại hai tỉnh\nSáng 6/12/2023, hai đồn hội đàm.\n\nLê An\nẢnh trong bài: BÁ HÙNG")
    assert (d.authors, d.photographers) == (("Lê An",), ("BÁ HÙNG",))


@pytest.mark.parametrize(("line", "value"), [
    ("Huế, Thứ Bảy, 25/04/2020 - 32°C", "2020-04-25"),
    ("Thứ Bảy, 25/4/2020 | 32°C Đà Nẵng", "2020-04-25"),
    ("Hà Nội 24°C Thứ bảy, 25/04/2020", "2020-04-25"),
    ("TP.HCM, Thứ Bảy, 25/4/2020", "2020-04-25"),
    ("29°C / Hà Nội - 25/04/2020 08:30", "2020-04-25T08:30"),
    ("Lạng Sơn, ngày 25 tháng 4 năm 2020, 20:15 (GMT+7)", "2020-04-25T20:15+07:00"),
    ("Ngày 25 Tháng 4, 2020 | 06:22 AM", "2020-04-25T06:22"),
])  # fmt: skip
def test_a_masthead_with_its_place_and_its_weather(line: str, value: str) -> None:
    text = f"{line}\n\nHai đồn hội đàm ở cửa khẩu\n\nSáng 24/4, hai đồn biên phòng hội đàm ở cửa khẩu, hai bên cùng ký."
    document = extract(text).document
    assert (document.title, document.published) == ("Hai đồn hội đàm ở cửa khẩu", value)


def test_a_day_in_a_sentence_or_a_caption_is_no_stamp() -> None:
    text = "Hai đồn hội đàm\n\nHai bên hẹn gặp lại tại Đồng Đăng, Thứ Hai, 16/12/2024.\n\nẢnh chụp ngày 23/11/2021"
    assert extract(text).document.published is None


@pytest.mark.parametrize("head", ["BÁO SƠN LA | Nông nghiệp - Nông thôn\n12/05/2023", "Báo Sơn La, 12/05/2023"])
def test_a_paper_with_its_section_or_its_day_is_no_title(head: str) -> None:
    text = f"{head}\n\nĐường biên mùa hoa ban\n\nBSL - Sáng 11-5, hai đồn hội đàm. Hai bên cảm ơn nhau."
    d = made(text, stamp=stamp(text))
    assert (d.title, d.published) == ("Đường biên mùa hoa ban", "2023-05-12")


MET = "Ngày 5/6/2022, tại Huế, BĐBP Huế hội đàm với Bộ CHQS tỉnh Sa La Van (Lào)."


def test_a_series_above_the_headline_is_no_sentence() -> None:
    of = extract(f"Phổ biến pháp luật về biển:\n\nHội đàm giữa Cảnh sát biển hai nước tại Huế\n\n{MET}").document
    assert of.title == "Hội đàm giữa Cảnh sát biển hai nước tại Huế"


def test_lines_of_marks_close_nothing() -> None:
    assert extract(f"Hội đàm tại Huế\n\n{MET}\nLÒ THỬ\n;\n.").document.authors == ("LÒ THỬ",)


def test_the_day_behind_an_agency_is_that_of_publication() -> None:
    of = extract(f"Hội đàm tại Huế\n\nHà Nội (Ttxvn 7/6/2022)\n\n{MET}\nTheo Baochinhphu").document
    assert (of.published, of.authors) == ("2022-06-07", ())


def test_bands_and_buttons_above_the_text_are_no_title() -> None:
    band = "Quyết tâm thực hiện thắng lợi Nghị quyết Đại hội Đảng bộ tỉnh lần thứ X, nhiệm kỳ 2010 - 2015"
    record = extract(f"• Click để copy\n{band}\n\nHội đàm tại Huế\n\n{MET}")
    assert record.document.title == "Hội đàm tại Huế"
    assert [d.value for d in record.dates] == ["2022-06-05"]


def test_a_site_alone_took_the_picture() -> None:
    of = extract(f"Hội đàm tại Huế\n\n{MET}\nQuang cảnh hội đàm. Ảnh: donghai.gov.vn |").document
    assert of.photographers == ("donghai.gov.vn",)


def test_a_site_behind_a_dot_is_no_item_and_a_rating_no_author() -> None:
    of = extract(
        f"• Đông Hải ngày nay Online\n\nHội đàm giữa BĐBP Huế; Quảng Trị với bạn\n\n{MET}\n\nLÒ VĂN THỬ\n\nĐÁNH GIÁ\n"
        "Hãy trở thành người đầu tiên đánh giá cho bài viết này!"
    ).document
    assert (of.title, of.authors) == ("Hội đàm giữa BĐBP Huế; Quảng Trị với bạn", ("LÒ VĂN THỬ",))


HEAD = "Hai đồn biên phòng hội đàm ở cửa khẩu\n\nTTO - Sáng 11-12, hai đồn hội đàm.\n"


@pytest.mark.parametrize(("end", "author"), [
    ("Hai bên tuần tra chung. N.T.H", "N.T.H"),
    ("Hai bên tuần tra chung. (PV)", "PV"),
    ("Hai bên tuần tra chung ở Đông Hải. H.KIÊN", "H.KIÊN"),
    ("Hai bên tuần tra chung./. Lê Thị Thử", "Lê Thị Thử"),
])  # fmt: skip
def test_who_signs_at_the_end_of_the_last_sentence(end: str, author: str) -> None:
    assert made(HEAD + end).authors == (author,)


@pytest.mark.parametrize("end", ["Hai bên tuần tra chung ở TP. Hồ Chí Minh", "Hai bên tuần tra cùng ông Lò V. Nam"])
def test_an_abbreviation_at_the_end_signs_nothing(end: str) -> None:
    assert made(HEAD + end).authors == ()


@pytest.mark.parametrize(("items", "told"), [
    ("- Phối hợp ngăn chặn ma túy\n- Duy trì đường dây nóng\n", {"drugs", "hotline"}),
    ("- Gia Lai: Phối hợp ngăn chặn ma túy\n- Bắt hai người buôn ma túy\n", set[str]()),
])  # fmt: skip
def test_what_is_agreed_behind_dashes_is_no_link(items: str, told: set[str]) -> None:
    record = extract(HEAD + items + "Hội đàm kết thúc tốt đẹp.\n")
    assert {t.topic for t in record.topics} == told


@pytest.mark.parametrize(("line", "value"), [
    ("Thứ năm, 13 Tháng 6 2024 07:40", "2024-06-13T07:40"), ("Ngày đăng: 12/06/2024; 145 lượt đọc", "2024-06-12"),
])  # fmt: skip
def test_stamps_with_words_around_them(line: str, value: str) -> None:
    assert stamp(f"{line}\n{TEXT}").value == value
