"""Passages in the words of newspapers: which event, which day, which name, which period; invented names only."""

from __future__ import annotations

import pytest

from talkextract import Extractor

A, B = "Bộ đội Biên phòng tỉnh Lào Cai", "Chi đội Biên phòng Hồng Hà (Trung Quốc)"
LEAD = f"Ngày 6/3/2023, tại tỉnh Lào Cai, {A} hội đàm với {B}. "


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ('Hội đàm "Ba cấp, một tuyến" lần thứ 4', 4),
        ("Hội thảo Hải quan lần thứ 6", 6),
        ("Hội nghị sơ kết công tác giữ gìn trật tự - an toàn xã hội năm 2023", None),
    ],
)
def test_a_title_is_a_name_to_its_end(name: str, number: int | None) -> None:
    talk = Extractor().extract(f"Ngày 12/5/2023, tại tỉnh Lào Cai đã diễn ra {name} giữa {A} và {B}.").talk
    assert talk is not None
    assert (talk.name, talk.round) == (name, number)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        # what was long before is not the talk's day
        (
            f"Vừa qua, {A} hội đàm với {B}.\nNgày 10/10/2012, cửa khẩu được mở.\nHội đàm diễn ra ngày 5/6/2019.",
            "2019-06-05",
        ),
        # both days of an exchange on two banks
        (
            (
                f"Giao lưu hữu nghị biên giới lần thứ 8 giữa {A} và {B} diễn ra ngày 11/4/2024 tại Lào Cai"
                " và ngày 12/4/2024 tại Vân Nam."
            ),
            "2024-04-11/2024-04-12",
        ),
    ],
)
def test_the_day_of_the_talk(text: str, date: str) -> None:
    talk = Extractor().extract(text).talk
    assert talk is not None
    assert talk.date == date


def test_what_is_looked_back_on_is_not_the_reported_event() -> None:
    text = (
        f"Hội đàm giữa {A} với {B}\n\nTại buổi làm việc, hai bên đánh giá kết quả phối hợp năm 2018. Đặc biệt,"
        f" tháng 11/2018, {A} đã tổ chức thành công Giao lưu hữu nghị biên giới lần thứ nhất."
    )
    talk = Extractor().extract(text).talk
    assert talk is not None
    assert (talk.kind, talk.date) == ("talks", None)


def test_the_year_of_a_visit_is_no_period() -> None:
    talk = Extractor().extract(LEAD + f"Trong năm 2022, {A} đã tổ chức đoàn sang thăm, chúc Tết Chi đội.").talk
    assert talk is not None
    assert talk.period is None


@pytest.mark.parametrize(
    ("words", "name", "signed"),
    [
        ("Thông cáo chung năm 2005", "Thông cáo chung", "2005"),
        ("Biên bản Hội đàm lần thứ 7 tổ chức tại Mông Tự", "Biên bản Hội đàm lần thứ 7", None),
        ("quy chế biên giới Việt Nam - Trung Quốc", "quy chế biên giới Việt Nam - Trung Quốc", None),
    ],
)
def test_where_the_name_of_a_paper_ends(words: str, name: str, signed: str | None) -> None:
    papers = Extractor().extract(LEAD + f"Hai bên thực hiện tốt {words}.").agreements
    assert [(p.name, p.signed) for p in papers] == [(name, signed)]
