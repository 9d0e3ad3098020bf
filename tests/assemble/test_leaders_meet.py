"""Ministers who meet as persons, makers of papers, headlines in capitals, and what a page may shorten."""

from __future__ import annotations

from functools import cache

import pytest

from talkextract import Extractor, TalkRecord

TALK = "Ngày 5/6/2023, BĐBP tỉnh Sơn La hội đàm với Bộ CHQS tỉnh Hủa Phăn tại Sơn La."


@cache
def extractor() -> Extractor:
    return Extractor()


def read(text: str) -> TalkRecord:
    return extractor().extract(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Chiều 9/4/2022, ba Bộ trưởng Bộ Quốc phòng Việt Nam, Lào và Campuchia hội đàm tại Hà Nội.",
            ["Bộ Quốc phòng Việt Nam", "Bộ Quốc phòng Lào", "Bộ Quốc phòng Campuchia"],
        ),
        (
            "Ngày 9/4/2022, Bộ trưởng Công an ba nước Việt Nam, Lào, Campuchia hội đàm tại Hà Nội.",
            ["Bộ Công an", "Bộ Công an", "Bộ Công an"],
        ),
        ("Ngày 9/4/2022, Bộ Công an Việt Nam, Lào Cai và Sơn La bàn giao.", ["Bộ Công an Việt Nam"]),
    ],
)
def test_a_ministry_of_several_states_is_one_of_each(text: str, names: list[str]) -> None:
    assert [u.name for u in read(text).units] == names


def test_ministers_meet_as_persons_and_send_no_ministry() -> None:
    record = read("Chiều 9/4/2022, Bộ trưởng Quốc phòng hai nước Việt Nam - Lào hội đàm tại Hà Nội.")
    assert [(d.country, d.units) for d in record.delegations] == [("VN", ()), ("LA", ())]


def test_who_made_a_cited_paper_is_no_guest() -> None:
    text = (
        "Ngày 5/6/2023, BĐBP tỉnh Lạng Sơn hội đàm với Chi đội Quản lý Biên giới Sùng Tả, thống nhất thực hiện"
        " Bản ghi nhớ hợp tác giữa Học viện Biên phòng và Trạm Kiểm tra Biên phòng Hữu Nghị Quan."
    )
    assert [d.units for d in read(text).delegations] == [
        ("Bộ đội Biên phòng tỉnh Lạng Sơn",),
        ("Chi đội Quản lý Biên giới Sùng Tả",),
    ]


def test_the_parties_of_an_event_called_after_a_paper_are() -> None:
    text = (
        "Ngày 5/6/2023, diễn ra Hội nghị sơ kết 2 năm thực hiện Quy chế phối hợp giữa Đồn Biên phòng Na Mèo và"
        " Đại đội Biên phòng 221 (Lào)."
    )
    assert [d.units for d in read(text).delegations] == [("Đồn Biên phòng Na Mèo",), ("Đại đội Biên phòng 221",)]


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("HAI TRƯỞNG ĐOÀN THỐNG NHẤT NỘI DUNG", []),
        ("CHỈ HUY TRƯỞNG HAI TỈNH TRAO ĐỔI TÌNH HÌNH", []),
        ("TRƯỞNG ĐOÀN LÀO CẢM ƠN BĐBP SƠN LA", []),
        ("BỘ TRƯỞNG ĐOÀN KẾT CÙNG BẠN", []),
        ("THỨ TRƯỞNG LÒ VĂN GIẢNG TIẾP KHÁCH LÀO", ["LÒ VĂN GIẢNG"]),
    ],
)
def test_words_of_a_headline_are_no_person(headline: str, names: list[str]) -> None:
    assert [p.name for p in read(f"{headline}\n{TALK}").people] == names


def test_a_name_in_capitals_that_the_text_writes_small_is_one() -> None:
    text = f"BỘ TRƯỞNG KHAMLOM SYSOUK THĂM SƠN LA\n{TALK} Bộ trưởng Khamlom Sysouk dự."
    assert [p.name.title() for p in read(text).people] == ["Khamlom Sysouk"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Đồn Biên phòng Trà Cổ trao trả cho Trạm Công an Biên phòng Giang Bình 3 đối tượng.", "CN"),
        ("Đồn Biên phòng Ia Nan gặp Đồn Công an Biên phòng Phum Đâu của Campuchia.", "KH"),
        ("Trạm Công an cửa khẩu Mộc Bài phối hợp.", "VN"),
    ],
)
def test_police_posts_on_the_border(text: str, country: str) -> None:
    assert read(text).units[-1].country == country


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("nhất trí đẩy nhanh đàm phán Hiệp định biên giới mới", "planned"),
        ("xây dựng Quy chế phối hợp mới về biên giới", "planned"),
        ("đàm phán, ký kết Thỏa thuận mới về di cư tự do", "planned"),
        ("đàm phán sửa đổi Hiệp định về quy chế biên giới năm 2016", "cited"),
        ("thực hiện Quy chế phối hợp mới về biên giới", "cited"),
    ],
)
def test_a_paper_still_to_be_drawn_up_is_planned(words: str, status: str) -> None:
    assert [a.status for a in read(f"{TALK} Hai bên {words}.").agreements] == [status]


def test_the_year_that_opens_a_sentence_dates_the_signing() -> None:
    (paper,) = read("Năm 1999, hai bên đã ký Hiệp ước biên giới trên đất liền Việt Nam - Trung Quốc.").agreements
    assert (paper.status, paper.signed) == ("cited", "1999")


@pytest.mark.parametrize(
    ("line", "authors", "photographers"),
    [
        ("ThS. Lê Minh - Hoàng Dũng", ("Lê Minh", "Hoàng Dũng"), ()),
        ("TS Lê Minh", ("Lê Minh",), ()),
        ("Bài, ảnh: Lê Minh - Hoàng Dũng", ("Lê Minh", "Hoàng Dũng"), ("Lê Minh", "Hoàng Dũng")),
        ("Lê Minh (tổng hợp)", ("Lê Minh",), ()),
        ("Theo Lê Minh/TTXVN", ("Lê Minh",), ()),
    ],
)
def test_signatures(line: str, authors: tuple[str, ...], photographers: tuple[str, ...]) -> None:
    document = read(f"{TALK}\n{line}").document
    assert (document.authors, document.photographers) == (authors, photographers)


def test_units_with_a_level_that_papers_shorten() -> None:
    units = read("Công an P.Trần Phú, Công an H. Đức Cơ và UBND TX. Hà Tiên dự.").units
    assert [u.name for u in units] == [
        "Công an phường Trần Phú",
        "Công an huyện Đức Cơ",
        "Ủy ban nhân dân thị xã Hà Tiên",
    ]


def test_a_price_that_rises_is_no_figure() -> None:
    assert read("Giá lúa được mua 8.200 đồng/kg, tăng 300 đồng so với tuần trước.").figures == ()
