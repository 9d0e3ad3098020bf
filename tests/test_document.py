"""The page: roles of lines, title, publisher, signatures, sentences. The pages are invented, their shapes are not."""

from __future__ import annotations

import unicodedata

import pytest

from reading import read_context
from support import odd_articles, seeds
from talkextract.document import CONTENT, Page

LEAD = "Sáng 16/9, hai đồn hội đàm tại khu vực mốc 12."
BODY = "Hai bên thống nhất tăng cường tuần tra."


def page(text: str) -> Page:
    return read_context(text).page


def roles(text: str) -> list[str]:
    return [line.role for line in page(text).lines]


def said(p: Page, spans: object) -> list[str]:
    return [p.view.text[s.start : s.end] for s in spans]  # type: ignore[attr-defined]


def title(text: str) -> str | None:
    p = page(text)
    return p.view.text[p.title.start : p.title.end] if p.title else None


def publisher(text: str) -> str | None:
    p = page(text)
    return p.view.text[p.publisher.start : p.publisher.end] if p.publisher else None


# ---- the head of a page


@pytest.mark.parametrize("line", [
    "Đường dây nóng: 0912000123 - (024) 39360000Chủ nhật, 28/05/2023 05:02 GMT+7",
    "Hotline: 0213 3876 000 | Tòa soạn: toasoan@bao.vn",
    "Thứ hai - 16/12/2024 22:12",
    "11/12/2021 12:05 GMT+7",
    "08:33, 24/04/2017",
    "07/11/2016 - 17:24",
    "Thứ Hai, 16/12/2024 | 08:00",
    "Cập nhật: 29/09/2014 08:15",
    "Cập nhật lúc 08:15, ngày 29/09/2014",
    "Ngày 16/12/2024 08:00",
    "24/04/2017",
    "Ngày đăng: 16/12/2024 | Lượt xem: 120",
    "Sở Ngoại vụ tỉnh Đông Hảihttps://songoaivu.donghai.gov.vn/assets/logo.png",
    "Cổng Thông tin đối ngoại Đông Hải",
    "Báo Đông Hải",
    "Trang chủ Thời sự Quốc phòng - An ninh Kinh tế Văn hóa",
    "Trang chủ > Chính trị > Đối ngoại",
    "Multimedia Đọc Báo in",
    "Tiếng Việt | English",
    "Thứ 6, 11/11/2022 - 09:55 [GMT+7]",
    "20:35 - 15/11/2022",
    "Chủ nhật, ngày 12/5/2019 | 16:00",
    "Gửi lúc 15:20 ngày 12/3/2019",
    "(16/12/2024 - 08:00)",
    "Chuyên mục: Biên giới",
    "baodonghai.vn",
    "baodonghai.vn | Đối ngoại",
    "DONGHAI.GOV.VN - Cổng Thông tin điện tử tỉnh Đông Hải",
    "An ninh - Trật tự > Phòng chống tội phạm",
    "Kinh tế › Xuất nhập khẩu",
    "Biển đảo | 05/12/2023",
    "Thứ Bảy, 23/05/2026 | Thời sự",
    "Hải quan - Doanh nghiệp - Xuất nhập khẩu",
    "Báo Đông Hải điện tử - Thứ 4, 17/09/2014 | 16:25 (GMT +7)",
    "Báo và phát thanh, truyền hình Đông Hải",
    "BÁO QUÂN KHU 7",
    "Nhân Dân điện tử",
    "Báo Thế giới và Việt Nam",
    "[15:20 09/03/2026]",
])  # fmt: skip
def test_a_masthead_line_stands_above_the_title(line: str) -> None:
    text = f"{line}\nHai đồn biên phòng hội đàm\n{LEAD}\n{BODY}"
    assert roles(text) == ["masthead", "title", "body", "body"]


@pytest.mark.parametrize("opening", [
    "Ngày 16/12/2024, tại trụ sở đồn, hai bên hội đàm.",
    "Thứ hai, 16/12/2024, hai bên hội đàm.",
    "9h30 ngày 16/12/2024, hai bên hội đàm.",
    "An ninh biên giới được giữ vững.",
    "Đường dây nóng giữa hai đồn được thiết lập.",
    "Chia sẻ về kết quả, Đại tá A cảm ơn bạn.",
    "Nguồn tin do bạn trao đổi có giá trị.",
    "Tin mới nhận từ biên giới cho biết hai bên đã gặp nhau.",
    "Cơ quan của hai bên cùng dự.",
    "Theo kế hoạch, hai bên sẽ tuần tra chung.",
])  # fmt: skip
def test_a_sentence_that_begins_like_page_furniture_is_body(opening: str) -> None:
    assert roles(f"{opening}\n{BODY}\n{opening}") == ["body", "body", "body"]


def test_furniture_glued_to_the_lead_is_cut_off() -> None:
    text = f"Đường dây nóng: 0912000123 - (024) 39360000Chủ nhật, 28/05/2023 05:02 GMT+7 {LEAD} {BODY}"
    p = page(text)
    assert [x.role for x in p.lines] == ["masthead", "body"]
    assert said(p, p.sentences) == [LEAD, BODY]


@pytest.mark.parametrize(("text", "expected"), [
    (f"Hai đồn biên phòng hội đàm\n{LEAD}", "Hai đồn biên phòng hội đàm"),
    (f"{LEAD}\nTăng cường phối hợp\n{BODY}", None),  # a subhead is no title
    (f"Sáng 16/9, hai đồn hội đàm tại khu vực mốc 12\n{BODY}", None),  # nor is a lead without its full stop
    (f"TTO - Hai bên hội đàm\n{BODY}", None),
    (f"Đông Hải - Tây Sơn\nHai đồn biên phòng hội đàm tại cửa khẩu\n08:33, 24/04/2017\n{LEAD}",
     "Hai đồn biên phòng hội đàm tại cửa khẩu"),  # a kicker, as in c_09
    (f"Lãnh đạo hai tỉnh gặp mặt\nQuang cảnh buổi gặp mặt giữa lãnh đạo hai tỉnh\n{LEAD}", "Lãnh đạo hai tỉnh gặp mặt"),
    (f"HỘI ĐÀM BIÊN PHÒNG\n{LEAD}\nNGUYỄN VĂN A", "HỘI ĐÀM BIÊN PHÒNG"),
    (f"HÀ THU\n{LEAD}\nHÀ THU", None),
    (f"donghaionline | 06:12 AM 20/06/2023\nHai đồn hội đàm\n{LEAD}", "Hai đồn hội đàm"),
    (f"Báo động nạn vượt biên trái phép\n{LEAD}", "Báo động nạn vượt biên trái phép"),
    (f"Hải quan Đông Hải - Tây Sơn hội đàm\n{LEAD}", "Hải quan Đông Hải - Tây Sơn hội đàm"),
    (f"Thanh niên biên phòng hai nước giao lưu\n{LEAD}", "Thanh niên biên phòng hai nước giao lưu"),
    ("Hai đồn biên phòng hội đàm", "Hai đồn biên phòng hội đàm"),
    (f"Vì sao hai bên gặp nhau?\n{LEAD}", "Vì sao hai bên gặp nhau?"),
    (f"* CỬA KHẨU: Tuần tra dọc tuyến biên giới\n{LEAD}", "CỬA KHẨU: Tuần tra dọc tuyến biên giới"),
    (f"- Hai đồn hội đàm tại cửa khẩu\n{LEAD}", None),
    (f"• Click để copy\nHai đồn biên phòng hội đàm\n{LEAD}", "Hai đồn biên phòng hội đàm"),
    (f"Trang chủ Vùng trời Nhịp sống bản làng\n07:05 | 03/06/2019 GMT+7\nHai đồn biên phòng hội đàm\n{LEAD}",
     "Hai đồn biên phòng hội đàm"),
    (f"Đã đăng vào 20 Th1, 2020\nHai đồn biên phòng hội đàm\n{LEAD}", "Hai đồn biên phòng hội đàm"),
    # a long line right below the day is the headline, and the longer one below it shows a picture
    (("03/08/2015 - 10:48\nĐồn Biên phòng Sông Mã: Phối hợp tuần tra song phương với bạn\nCán bộ Đồn Biên phòng Sông Mã cùng lực "
     f"lượng của bạn kiểm tra cột mốc biên giới\n{LEAD}"), "Đồn Biên phòng Sông Mã: Phối hợp tuần tra song phương với bạn"),
    (f"03/08/2015 - 10:48\nQuốc phòng \\ Đối ngoại quốc phòng\nHai đồn biên phòng hội đàm ở hai bờ sông\n{LEAD}",
     "Hai đồn biên phòng hội đàm ở hai bờ sông"),
    # menus above the headline that stands over the day, and a site's name over its address
    (f"Tìm kiếm tin\nĐơn vị hỗ trợ\nHai đồn biên phòng hội đàm về tuần tra\nNgày cập nhật 24/02/2023\n{LEAD}",
     "Hai đồn biên phòng hội đàm về tuần tra"),
    (f"Biên giới 24h\nhttp://biengioi24h.example\nHai đồn biên phòng hội đàm\n{LEAD}", "Hai đồn biên phòng hội đàm"),
    ("Bình luận (0)\nZALO", None),
    ("", None),
    (" \n\t\n", None),
])  # fmt: skip
def test_title(text: str, expected: str | None) -> None:
    assert title(text) == expected


def test_a_headline_repeated_beside_pictures_is_the_title_and_its_reprints_are_furniture() -> None:
    text = (
        f"Tin quốc tế trong tuần\nHai đồn biên phòng hội đàm ở cửa khẩu\n{LEAD}\n"
        f"Hai đồn biên phòng hội đàm ở cửa khẩu - Ảnh 1.\nĐại diện hai bên bắt tay - Ảnh 2.\n{BODY}"
    )
    assert title(text) == "Hai đồn biên phòng hội đàm ở cửa khẩu"
    assert roles(text) == ["kicker", "title", "body", "furniture", "caption", "body"]


@pytest.mark.parametrize(("opening", "word", "words"), [
    ("TTO - ", "TTO", "TTO"),
    ("Biên phòng - ", "Biên phòng", "Biên phòng"),
    ("NDĐT- ", "NDĐT", "NDĐT"),
    ("QĐND Online - ", "QĐND Online", "QĐND Online"),
    ("VOV.VN - ", "VOV.VN", "VOV.VN"),
    ("(QT) – ", "QT", "(QT)"),
    ("(PLO)- ", "PLO", "(PLO)"),
    ("(Baodonghai.org.vn) - ", "Baodonghai.org.vn", "(Baodonghai.org.vn)"),
    ("(Dân trí) - ", "Dân trí", "(Dân trí)"),
    ("Đông Hải (TTXVN) - ", "TTXVN", "Đông Hải (TTXVN)"),
])  # fmt: skip
def test_a_dateline_names_the_publisher(opening: str, word: str, words: str) -> None:
    text = f"Báo Đông Hải\nHai đồn hội đàm ở cửa khẩu\n{opening}{LEAD}"
    assert publisher(text) == word
    p = page(text)
    assert said(p, p.datelines) == [words]
    assert [x.role for x in p.lines] == ["masthead", "title", "body"]


def test_without_a_dateline_the_masthead_is_the_publisher_and_a_closing_agency_is_not() -> None:
    assert publisher(f"Báo Đông Hải\nHai đồn hội đàm ở cửa khẩu\n{LEAD}\nTheo TTXVN") == "Báo Đông Hải"
    assert publisher(f"Hai đồn hội đàm ở cửa khẩu\n{LEAD}\n(Vietnam+)") is None
    assert publisher(f"Hai đồn hội đàm ở cửa khẩu\n{LEAD}\nBáo Đông Hải") is None


def test_a_dateline_gives_no_place() -> None:
    ctx = read_context("Hai đồn hội đàm ở cửa khẩu\nHà Nội (TTXVN) - Ngày 9/1, hai bên hội đàm.")
    at = ctx.view.text.index("Hà Nội")
    assert all(m.start > at + len("Hà Nội (TTXVN)") for found in ctx.mentions.values() for m in found if m.start >= at
               and not m.field.startswith("document."))  # fmt: skip


# ---- captions, credits, bylines


def test_a_caption_ends_before_its_credit() -> None:
    p = page(f"{LEAD}\nĐại diện hai bên ký biên bản - Ảnh: PHÚ AN\n{BODY}")
    assert [x.role for x in p.lines] == ["body", "caption", "byline", "body"]
    assert said(p, p.lines)[1:3] == ["Đại diện hai bên ký biên bản", "Ảnh: PHÚ AN"]


def test_a_picture_path_a_caption_and_the_body_on_one_line() -> None:
    p = page(f"{LEAD}\n/uploads/news/2020_11/24.jpg Trao biên bản ghi nhớ. Hai bên bắt tay nhau. {BODY}")
    assert [(x.role, p.view.text[x.start : x.end]) for x in p.lines[1:]] == [
        ("furniture", "/uploads/news/2020_11/24.jpg"),
        ("caption", "Trao biên bản ghi nhớ."),
        ("body", f"Hai bên bắt tay nhau. {BODY}"),
    ]


def test_captions_without_credit_and_subheads_stand_between_paragraphs() -> None:
    text = f"{LEAD}\nQuang cảnh buổi hội đàm\n{BODY}\nNhiều hoạt động bên lề\nHỢP TÁC CHẶT CHẼ\n{BODY}"
    assert roles(text) == ["body", "caption", "body", "subhead", "subhead", "body"]


@pytest.mark.parametrize(("tail", "authors", "photographers"), [
    ("Đức Hạnh", ["Đức Hạnh"], []),
    ("HÀ MINH HẠNH", ["HÀ MINH HẠNH"], []),
    ("L.A", ["L.A"], []),
    ("HẢI Y.", ["HẢI Y"], []),
    ("KSOR H'LINH", ["KSOR H'LINH"], []),
    ("KS. Hải Yến", ["Hải Yến"], []),
    ("V.T.P", ["V.T.P"], []),
    ("Đức Hạnh - Viết Nam", ["Đức Hạnh", "Viết Nam"], []),
    ("Đức Hạnh, Viết Nam", ["Đức Hạnh", "Viết Nam"], []),
    ("Tác giả: Tú Anh", ["Tú Anh"], []),
    ("Bài, ảnh: Tú Anh", ["Tú Anh"], ["Tú Anh"]),
    ("Tin, ảnh: TÚ ANH - HẢI YẾN", ["TÚ ANH", "HẢI YẾN"], ["TÚ ANH", "HẢI YẾN"]),
    ("Bài: Tú Anh; ảnh: Hải Yến", ["Tú Anh"], ["Hải Yến"]),
    ("Nông Vũ Hạnh\nẢnh: Nông Vũ Hạnh", ["Nông Vũ Hạnh"], ["Nông Vũ Hạnh"]),
    ("Ảnh: Công an Đông Hải", [], ["Công an Đông Hải"]),
    ("Ảnh: TTXVN", [], ["TTXVN"]),
    ("Ảnh: Anh Dũng/TTXVN", [], ["Anh Dũng"]),
    ("Ảnh: Anh Dũng - TTXVN", [], ["Anh Dũng"]),
    ("(Ảnh: Minh Anh/Vietnam+)", [], ["Minh Anh"]),
    ("Ảnh: Tư liệu", [], []),
    ("Anh Dũng (TTXVN)", ["Anh Dũng"], []),
    ("Anh Dũng/VOV-Tây Bắc", ["Anh Dũng"], []),
    ("Anh Dũng/Biên phòng", ["Anh Dũng"], []),
    ("Theo Anh Dũng/Báo Biên phòng", ["Anh Dũng"], []),
    ("Anh Dũng - Ảnh: Hải Yến", ["Anh Dũng"], ["Hải Yến"]),
    ("(Bài, ảnh: Anh Dũng)", ["Anh Dũng"], ["Anh Dũng"]),
    ("Đăng bởi: Anh Dũng", ["Anh Dũng"], []),
    ("(Vietnam+)", [], []),
    ("Tin: Anh Dũng - Ảnh: Hải Yến", ["Anh Dũng"], ["Hải Yến"]),
    ("Anh Dũng - Đài TT-TH huyện Đông Hải", ["Anh Dũng"], []),
    ("Ảnh: Đài TT-TH huyện", [], ["Đài TT-TH huyện"]),
    ("Hải Yến\n\nCác bài đã đăng:\n- Hai đồn hội đàm", ["Hải Yến"], []),
    ("Theo TTXVN", [], []),
    ("A.Dũng – H.Yến\n.", ["A.Dũng", "H.Yến"], []),
])  # fmt: skip
def test_signatures_below_the_text(tail: str, authors: list[str], photographers: list[str]) -> None:
    p = page(f"Hai đồn hội đàm ở cửa khẩu\n{LEAD}\n{BODY}\n{tail}")
    assert said(p, p.authors) == authors
    assert said(p, p.photographers) == photographers
    assert [x.role for x in p.lines[:3]] == ["title", "body", "body"]
    assert not any(x.role in CONTENT for x in p.lines[3:])


def test_a_credit_without_a_colon_closes_its_caption() -> None:
    p = page(f"Hai đồn hội đàm ở cửa khẩu\n{LEAD}\nToàn cảnh lễ đón. Ảnh Hải Yến\n{BODY}")
    assert said(p, p.photographers) == ["Hải Yến"]
    assert [x.role for x in p.lines] == ["title", "body", "caption", "byline", "body"]


def test_a_name_before_a_stamp_below_the_lead_is_an_author() -> None:
    lead = "Baodonghai.vn - Hai bên đánh giá kết quả phối hợp trong năm."
    body = "Chiều 10/12, hai đồn hội đàm tại cửa khẩu."
    p = page(f"Đồn Đông Hải hội đàm với đồn bạn\n\n{lead}\n\nThế An - 10/12/2020 17:40\n\n{body}\n")
    assert said(p, p.authors) == ["Thế An"]
    bare = page(f"Đồn Đông Hải hội đàm với đồn bạn\n\n{lead}\n\nThế An\n\n{body}\n")
    assert bare.authors == ()


def test_a_byline_above_and_below_is_one_author() -> None:
    p = page(f"Hai đồn hội đàm ở cửa khẩu\nHÀ AN\nHÀ AN\n{LEAD}\n{BODY}\nHÀ AN")
    assert said(p, p.authors) == ["HÀ AN"]


def test_the_papers_own_sign_below_its_reporters_name_is_no_author() -> None:
    p = page(f"Hai đồn hội đàm ở cửa khẩu\n\n(DHO) - {LEAD}\n\n{BODY}\n\nHÀ AN\n\nDHO")
    assert said(p, p.authors) == ["HÀ AN"]


def test_a_signature_and_a_stamp_on_one_line() -> None:
    p = page(f"Hai đồn hội đàm ở cửa khẩu\nĐức Hạnh - 11/12/2021 12:05\n{LEAD}")
    assert said(p, p.authors) == ["Đức Hạnh"]
    assert [x.role for x in p.lines] == ["title", "byline", "masthead", "body"]


# ---- teasers and the tail


@pytest.mark.parametrize("line", [
    ">> Trồng 2.000 cây xanh dọc đường tuần tra",
    "Tin liên quan: Đồn A tiếp nhận 110 công dân",
    "Xem thêm: Những dấu mốc qua 65 năm",
    "Quan hệ hai nước tốt đẹp Quan hệ hai nước tốt đẹp",
])  # fmt: skip
def test_a_teaser_between_paragraphs_does_not_end_the_body(line: str) -> None:
    assert roles(f"{LEAD}\n{line}\n{BODY}") == ["body", "teaser", "body"]


def test_headlines_below_a_header_are_teasers() -> None:
    text = f"{LEAD}\nTin cùng chuyên mục\nĐại hội thành công tốt đẹp\n- Trao trả 5 công dân\n{BODY}\nĐức Hạnh"
    assert roles(text) == ["body", "teaser", "teaser", "teaser", "body", "byline"]


def test_a_headline_over_a_lead_with_its_own_dateline_is_another_article() -> None:
    text = f"TTO - {LEAD}\n{BODY}\nHội thao bắn súng năm 2025\nTTO - Hội thao quy tụ hơn 300 người.\nBình luận (0)"
    assert roles(text) == ["body", "body", "teaser", "teaser", "furniture"]


def test_a_signature_closes_the_article_where_only_headlines_with_leads_follow() -> None:
    assert roles(f"{LEAD}\nĐức Hạnh\nBắt giữ đối tượng\nNgày 5/5, một đối tượng bị bắt.") == [
        "body", "byline", "teaser", "teaser",
    ]  # fmt: skip
    # two lines of sentences together are no teaser: the article goes on
    assert roles(f"{LEAD}\nĐức Hạnh\nBắt giữ đối tượng\n{BODY}\n{BODY}")[-2:] == ["body", "body"]


@pytest.mark.parametrize("line", [
    "Bình luận", "ZALO", "Lượt xem: 1.204 | Cỡ chữ A- A A+", "Bình luận (0) | In trang | Chia sẻ", "Chia sẻ bài viết",
    "Trở thành người đầu tiên tặng sao cho bài viết 0 0 0", "Ý kiến bạn đọc", "Từ khóa: ngoại vụ, biên giới",
    "Tổng số điểm của bài viết là: 5 trong 1 đánh giá", "Nguồn: baodonghai.vn", "Tổng Biên tập: Nguyễn Văn A",
    "Giấy phép số 12/GP-BTTTT ngày 5/3/2020", "Chia sẻ Facebook Twitter Bản in Copy link", "Lượt xem 230", "#biêngiới #hộiđàm",
])  # fmt: skip
def test_furniture_below_the_text(line: str) -> None:
    assert roles(f"{LEAD}\n{line}") == ["body", "furniture"]


# ---- nothing is lost


def test_unknown_lines_are_body() -> None:
    assert roles(f"{LEAD}\nHai bên thống nhất tổ chức hội đàm lần tới vào năm sau") == ["body", "body"]
    assert roles(f"Hai bên thống nhất:\n- Tăng cường tuần tra\n- Trao đổi thông tin\n{BODY}") == ["body"] * 4


@pytest.mark.parametrize("case", [*seeds(), *odd_articles()], ids=lambda case: case.id[:4])
def test_lines_cover_the_text_in_order_and_sentences_stand_in_content(case: object) -> None:
    p = page(case.text)  # type: ignore[attr-defined]
    covered = "".join(p.view.text[x.start : x.end] for x in p.lines)
    kept = [c for c in covered if c.isalnum()]
    assert kept == [c for c in p.view.text if c.isalnum()]
    assert all(a.end <= b.start for a, b in zip(p.lines, p.lines[1:], strict=False))
    assert all(a.end <= b.start for a, b in zip(p.sentences, p.sentences[1:], strict=False))
    assert all(p.lines[s.line].role == s.role in CONTENT for s in p.sentences)
    assert all(p.lines[s.line].start <= s.start and s.end <= p.lines[s.line].end for s in p.sentences)


def test_other_normal_forms_and_line_ends_give_the_same_page() -> None:
    text = f"Báo Đông Hải\nHai đồn hội đàm ở cửa khẩu\nTTO - {LEAD}\n{BODY}\nẢnh: Hải Yến\nĐức Hạnh"
    plain, odd = (
        page(text),
        page("\ufeff" + unicodedata.normalize("NFD", text).replace("\n", " \r\n\r\n").replace(" - ", "\u00a0- ")),
    )
    assert [x.role for x in plain.lines] == [x.role for x in odd.lines]
    assert said(plain, plain.sentences) == said(odd, odd.sentences)
    assert said(plain, plain.authors) == said(odd, odd.authors)


def test_role_and_sentence_of_an_offset() -> None:
    p = page(f"Hai đồn hội đàm ở cửa khẩu\n\n{LEAD} {BODY}\nĐức Hạnh")
    text = p.view.text
    assert p.role(text.index("mốc")) == "body"
    assert p.role(text.index("Hạnh")) == "byline"
    sentence = p.sentence(text.index("tuần tra"))
    assert sentence is not None
    assert text[sentence.start : sentence.end] == BODY
    assert p.sentence(text.index("Hạnh")) is None


# ---- sentences


@pytest.mark.parametrize(("line", "expected"), [
    ("Hai bên gặp nhau. Họ bắt tay.", ["Hai bên gặp nhau.", "Họ bắt tay."]),
    ("Họp tại TP. Đông Hải sáng 19.11.2019 ở đó.", ["Họp tại TP. Đông Hải sáng 19.11.2019 ở đó."]),
    ("Hai bên ký biên bản hội đàm lần thứ X. Hội đàm lần thứ XI sẽ họp ở Lào. Ông V. Nam dự.",
     ["Hai bên ký biên bản hội đàm lần thứ X.", "Hội đàm lần thứ XI sẽ họp ở Lào.", "Ông V. Nam dự."]),
    ("Tiến sĩ ThS. A và ông H. Nam cùng dự.", ["Tiến sĩ ThS. A và ông H. Nam cùng dự."]),
    ("Hai bên họp trực tuyến.Tham dự có đại diện.", ["Hai bên họp trực tuyến.", "Tham dự có đại diện."]),
    ("Ma túy, vũ khí… cũng tác động đến dân.", ["Ma túy, vũ khí… cũng tác động đến dân."]),
    ("Hết 3,1 tỷ đồng… Phát huy kết quả, hai bên hẹn gặp.", ["Hết 3,1 tỷ đồng…", "Phát huy kết quả, hai bên hẹn gặp."]),
    ('Ông nói: "Cảm ơn bạn." Rồi ông về.', ['Ông nói: "Cảm ơn bạn."', "Rồi ông về."]),
    ("Bạn đến thăm (Lào). Hai bên vui.", ["Bạn đến thăm (Lào).", "Hai bên vui."]),
    ("Đến năm 2022. 15 đơn vị dự.", ["Đến năm 2022.", "15 đơn vị dự."]),
    ("1. Tăng cường tuần tra.", ["1. Tăng cường tuần tra."]),
    ("Hai bên ký: 1. Biên bản hội đàm; 2. Quy chế phối hợp.", ["Hai bên ký: 1. Biên bản hội đàm; 2. Quy chế phối hợp."]),
    ("Họ gặp nhau ở cửa khẩu Bờ Y. Hai bên vui.", ["Họ gặp nhau ở cửa khẩu Bờ Y.", "Hai bên vui."]),
    ("Anh Trần T. H. Nam khai nhận.", ["Anh Trần T. H. Nam khai nhận."]),
    ("Góp phần phát triển./.", ["Góp phần phát triển./."]),
    ("Có 2.480 lần tuần tra tại 1.137km.", ["Có 2.480 lần tuần tra tại 1.137km."]),
    ("Việc này dài; việc kia ngắn: cả hai đều xong.", ["Việc này dài; việc kia ngắn: cả hai đều xong."]),
])  # fmt: skip
def test_sentences(line: str, expected: list[str]) -> None:
    p = page(f"{LEAD}\n{line}\n{BODY}")
    assert said(p, [s for s in p.sentences if s.line == 1]) == expected


def test_a_short_name_of_the_paper_before_the_stamp_is_the_masthead() -> None:
    text = f"Hai đồn hội đàm ở cửa khẩu\nLĐO | 12/03/2019 | 15:20\n{LEAD}"
    assert roles(text) == ["title", "masthead", "masthead", "body"]
    assert publisher(text) == "LĐO"


def test_a_stamp_glued_to_the_title_is_cut_off() -> None:
    text = f"Hai đồn hội đàm ở cửa khẩu (12/5/2019 08:00)\n{LEAD}"
    assert title(text) == "Hai đồn hội đàm ở cửa khẩu"
    assert roles(text) == ["title", "masthead", "body"]


def test_a_stray_line_end_amid_a_sentence_is_a_space() -> None:
    text = f"{LEAD}\n{BODY} Hai bên họp lâu rồi cùng nhau ký tại chỗ Biên bản ghi\nnhớ hội đàm lần thứ V.\n"
    long = f"{text}{'Hai bên vui vẻ ra về. ' * 8}\n"
    assert "Biên bản ghi nhớ hội đàm" in read_context(long).view.plain


# ---- headlines beside the paper's own words


def test_a_headline_behind_the_papers_word_is_the_title_without_it() -> None:
    text = f"QĐND Online - Hai đồn hội đàm ở cửa khẩu\n\nThứ Năm, 16-12-2021, 19:48\n\nQĐND Online - {LEAD}"
    assert title(text) == "Hai đồn hội đàm ở cửa khẩu"
    assert publisher(text) == "QĐND Online"
    assert said(page(text), page(text).datelines)[-1] == "QĐND Online"


def test_a_lead_behind_the_papers_word_is_no_title() -> None:
    assert title(f"QĐND - {LEAD}\n\nThứ Năm, 16-12-2021, 19:48\n\nQĐND - {BODY}") is None


def test_a_title_may_stand_below_the_summary() -> None:
    text = f"VOV.VN - {LEAD}\n\nHAI ĐỒN HỘI ĐÀM: ẤM ÁP BIÊN CƯƠNG\n\nThứ Sáu, 18/04/2025, 20:16\n\nVOV.VN - {BODY}"
    assert title(text) == "HAI ĐỒN HỘI ĐÀM: ẤM ÁP BIÊN CƯƠNG"


@pytest.mark.parametrize("head", [
    "ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH ĐÔNG HẢI", "TRUNG TÂM TRUYỀN THÔNG VÀ VĂN HÓA TỈNH ĐÔNG HẢI",
])  # fmt: skip
def test_a_station_or_a_centre_of_media_is_a_masthead(head: str) -> None:
    text = f"{head}\n05/07/2022 - 09:21\n\nHai đồn hội đàm ở cửa khẩu\n\n{LEAD}"
    assert (publisher(text), title(text)) == (head, "Hai đồn hội đàm ở cửa khẩu")


def test_a_sign_of_an_office_behind_a_name_is_no_author() -> None:
    p = page(f"Hai đồn hội đàm ở cửa khẩu\n\n{LEAD}\n\n{BODY}\n\nLò Thảo - PV01")
    assert said(p, p.authors) == ["Lò Thảo"]


def test_headlines_behind_dashes_below_the_lead_are_links() -> None:
    links = "- Giao lưu hữu nghị quốc phòng biên giới\n- Hội đàm giữa hai Bộ Tư lệnh\n"
    assert roles(f"Hai đồn hội đàm\n{LEAD}\n{links}{BODY}") == ["title", "body", "teaser", "teaser", "body"]
    listed = f"Hai đồn hội đàm\n{LEAD[:-1]}, gồm:\n{links}{BODY}"
    assert roles(listed) == ["title", "body", "body", "body", "body"]


def test_the_weather_of_a_day_is_no_title() -> None:
    assert title(f"Tây Ninh, 30°C/27°C - 33°C\nHai đồn biên phòng hội đàm\n{LEAD}") == "Hai đồn biên phòng hội đàm"
