"""Agreements: where a name ends, what status and day a paper has, and which names are one paper."""

from __future__ import annotations

import re

import pytest

from reading import read_context
from talkextract.assemble.agreements import agreements
from talkextract.mention import Span
from talkextract.record import Agreement

DAY = "2025-09-16"


def papers(
    text: str,
    sides: tuple[str, ...] = ("VN", "LA"),
    day: str | None = DAY,
    sides_at: tuple[int, int] = (0, 1),
    *,
    announced: bool = False,
) -> tuple[Agreement, ...]:
    ctx = read_context(text)

    def date_of(start: int, end: int) -> str | None:
        """Days and years as they are written: what the timeline makes of fuller forms is not this step's."""
        said = ctx.view.plain[start:end]
        if m := re.search(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", said):
            return f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}"
        return m[0] if (m := re.search(r"(?:19|20)\d\d", said)) else None

    sides_told = dict.fromkeys(sides, (Span(*sides_at), "countries.any"))
    return agreements(ctx, sides_told, date_of, day=day, announced=announced)


def names(text: str) -> list[str]:
    return [p.name for p in papers(text)]


@pytest.mark.parametrize(("text", "name", "kind"), [
    ("Hai bên thực hiện Hiệp định về quy chế biên giới và các văn bản liên quan.", "Hiệp định về quy chế biên giới", "treaty"),
    ("Thực hiện Hiệp ước hữu nghị và hợp tác giữa hai nước.", "Hiệp ước hữu nghị và hợp tác", "treaty"),
    ("Thực hiện Nghị định thư phân giới, cắm mốc biên giới trên đất liền.",
     "Nghị định thư phân giới, cắm mốc biên giới trên đất liền", "protocol"),
    ("Hai bên ký Thỏa thuận hợp tác biên phòng hai nước Việt - Lào.", "Thỏa thuận hợp tác biên phòng", "arrangement"),
    ("Hai bên kí Bản thỏa thuận phối hợp năm 2026 về phòng, chống tội phạm, sau đó chụp ảnh.",
     "Bản thỏa thuận phối hợp năm 2026 về phòng, chống tội phạm", "arrangement"),
    ("Thực hiện Thỏa thuận về việc giải quyết vấn đề người di cư tự do và kết hôn không giá thú ở vùng biên.",
     "Thỏa thuận về việc giải quyết vấn đề người di cư tự do và kết hôn không giá thú", "arrangement"),
    ("Hai bên ký Thỏa thuận hợp tác do hai đồn soạn.", "Thỏa thuận hợp tác", "arrangement"),
    ("LỄ KÝ BIÊN BẢN GHI NHỚ VỀ PHÒNG, CHỐNG MA TÚY VỚI TY CÔNG AN", "BIÊN BẢN GHI NHỚ VỀ PHÒNG, CHỐNG MA TÚY", "memorandum"),
    ("KÝ THỎA THUẬN HỢP TÁC BIÊN PHÒNG\n\nHai đồn ký Thỏa thuận hợp tác biên phòng.", "Thỏa thuận hợp tác biên phòng", "arrangement"),
    ("Hai bên ký biên bản ghi nhớ kết quả hội đàm và tặng quà.", "biên bản ghi nhớ kết quả hội đàm", "memorandum"),
    ("Hai bên ký bản ghi nhớ lần thứ tư tại Đông Hải.", "bản ghi nhớ lần thứ tư", "memorandum"),
    ("Hai bên ký biên bản hội đàm.", "biên bản hội đàm", "minutes"),
    ("Hai bên ký Biên bản thống nhất số 05/BBTN-2024 về bảo vệ đường biên, cột mốc, sau đó chia tay.",
     "Biên bản thống nhất số 05/BBTN-2024 về bảo vệ đường biên, cột mốc", "minutes"),
    ("Hai bên ký Thỏa thuận kết nghĩa bản Ka Sen - bản Đen Bụt tại hội đàm.",
     "Thỏa thuận kết nghĩa bản Ka Sen - bản Đen Bụt", "arrangement"),
    # what the headline calls any paper is the one that the body names
    ("Hai tỉnh ký kết thỏa thuận hợp tác\n\nHai bên ký Bản ghi nhớ hợp tác giai đoạn 2022-2027.",
     "Bản ghi nhớ hợp tác giai đoạn 2022-2027", "memorandum"),
    ("Hai bên ký biên bản phối hợp quý II/2024 với năm nội dung.", "biên bản phối hợp quý II/2024", "minutes"),
    ("Hai bên ký Quy chế phối hợp bảo vệ an ninh, trật tự.", "Quy chế phối hợp bảo vệ an ninh, trật tự", "regulation"),
    ("Hai bên ký Tuyên bố tầm nhìn chung về hợp tác quốc phòng đến năm 2030.",
     "Tuyên bố tầm nhìn chung về hợp tác quốc phòng đến năm 2030", "statement"),
    ("Hai bên ký Kế hoạch hợp tác năm 2026 giữa hai bộ.", "Kế hoạch hợp tác năm 2026", "plan"),
    ("Tuân thủ 3 văn kiện pháp lý về biên giới của hai nước.", "3 văn kiện pháp lý về biên giới", "legal_documents"),
    ("Tuân thủ hai văn kiện pháp lý đã ký.", "hai văn kiện pháp lý", "legal_documents"),
    ("Hai bên ký Thỏa thuận kết nghĩa “Đồn bạn, cửa khẩu xanh” tại đồn.", "Thỏa thuận kết nghĩa “Đồn bạn, cửa khẩu xanh”", "arrangement"),
    ("Hai bên ký “Bản ghi nhớ về phối hợp tuần tra” tại đồn.", "Bản ghi nhớ về phối hợp tuần tra", "memorandum"),
    ("Thực hiện Hiệp định giữa Chính phủ Việt Nam và Chính phủ Lào về quy chế biên giới, hai bên tuần tra.",
     "Hiệp định giữa Chính phủ Việt Nam và Chính phủ Lào về quy chế biên giới", "treaty"),
    ("Theo Thoả thuận số 12/TT-BĐBP về phối hợp tuần tra, hai bên gặp nhau.", "Thoả thuận số 12/TT-BĐBP về phối hợp tuần tra", "arrangement"),
])  # fmt: skip
def test_a_name_ends_where_its_makers_day_or_the_sentence_begin(text: str, name: str, kind: str) -> None:
    assert [(p.name, p.kind) for p in papers(text)] == [(name, kind)]


@pytest.mark.parametrize("text", [
    "Hai bên ký biên bản.",
    "Hai bên ký biên bản ghi nhớ giữa hai đồn.",
    "Hai bên ký kết “Biên bản ghi nhớ” tại Đông Hải.",
    "Qua 3 năm thực hiện thỏa thuận, hai bên cùng tiến bộ.",
    "Hai bên thỏa thuận tăng cường tuần tra.",
    "Hai nước ra Tuyên bố chung Việt Nam - Lào.",
    "Ông tuyên bố khai mạc hội nghị.",
    "Người dân vi phạm quy chế biên giới.",
    "Hai bên tuần tra đúng kế hoạch đã bàn.",
    "Theo kế hoạch, hai bên sẽ gặp lại.",
    "Chấp hành các hiệp định, quy định về biên giới.",
    "Đội quản lý lập biên bản vi phạm hành chính.",
])  # fmt: skip
def test_a_bare_kind_word_a_verb_and_papers_in_general_are_none(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(("text", "status", "signed"), [
    ("Hai bên ký biên bản hội đàm.", "signed", None),
    ("Ngày 16/9/2025, hai bên đã ký kết biên bản hội đàm.", "signed", None),
    ("Hai bên trao đổi biên bản hội đàm.", "signed", None),
    ("Hai bên đã ký kết (trước sự chứng kiến của lãnh đạo hai tỉnh) biên bản hội đàm.", "signed", None),
    ("Hai bên ký (bằng hai thứ tiếng) Thỏa thuận hợp tác biên phòng.", "signed", None),
    ("Hai bên thực hiện (theo chỉ đạo của cấp trên) Thỏa thuận hợp tác biên phòng.", "cited", None),
    ("Biên bản hội đàm được hai trưởng đoàn ký kết.", "signed", None),
    ("Hai bên sẽ ký biên bản hội đàm.", "planned", None),
    ("Hai bên thúc đẩy việc ký kết Thỏa thuận hợp tác biên phòng.", "planned", None),
    ("Hai bên thực hiện Thỏa thuận hợp tác biên phòng.", "cited", None),
    ("Vào ngày 12-10-2018, hai cục đã ký kết Thỏa thuận hợp tác biên phòng.", "cited", "2018-10-12"),
    ("Trước đó, tại hội đàm ngày 6/12/2019, hai bên ký bản ghi nhớ lần thứ tư.", "cited", "2019-12-06"),
    ("Từ ngày hai bên ký Thỏa thuận kết nghĩa đồn trạm (25.9.2013), tình bạn lớn lên.", "cited", "2013-09-25"),
    ("Nhân kỷ niệm 10 năm ký kết Thỏa thuận hợp tác quốc phòng, hai bên gặp nhau.", "cited", None),
    ("Thực hiện Biên bản ghi nhớ Hội đàm lần thứ 15 giữa BĐBP bốn tỉnh và trạm bạn ký ngày 23/11/2021, hai bên tuần tra.", "cited", "2021-11-23"),
    ("Tuân thủ Hiệp định về quy chế biên giới năm 2016, hai bên tuần tra.", "cited", "2016"),
    ("Căn cứ Hiệp ước bổ sung Hiệp ước hoạch định biên giới năm 1985, ký ngày 10-10-2005, hai bên cắm mốc.", "cited", "2005-10-10"),
    ("Hai bên ký biên bản hội đàm ngày 16/9/2025.", "signed", "2025-09-16"),
    ("Hai bên tuân thủ Hiệp ước 1999.", "cited", "1999"),
    ("Hai bên tuân thủ Nghị định thư năm 2009 giữa hai nước.", "cited", "2009"),
    ("Hai bên tuân thủ UNCLOS 1982.", "cited", "1982"),
])  # fmt: skip
def test_status_and_day(text: str, status: str, signed: str | None) -> None:
    assert [(p.status, p.signed) for p in papers(text)] == [(status, signed)]


def test_the_year_of_a_paper_signed_today_is_its_plans() -> None:
    assert names("Hai bên ký Thỏa thuận phối hợp năm 2026.") == ["Thỏa thuận phối hợp năm 2026"]
    assert names("Thực hiện Thỏa thuận phối hợp năm 2019.") == ["Thỏa thuận phối hợp"]


def test_joined_papers_share_the_verb_and_the_last_has_the_day() -> None:
    found = papers("Diễn ra lễ ký kết Quy chế kết nghĩa và biên bản hợp tác năm 2026.")
    assert [(p.name, p.status) for p in found] == [
        ("Quy chế kết nghĩa", "signed"),
        ("biên bản hợp tác năm 2026", "signed"),
    ]
    found = papers(
        "Thực hiện Nghị định thư về mốc quốc giới Việt Nam - Lào, Hiệp định về quy chế biên giới Việt Nam - Lào năm 2016."
    )
    assert [p.signed for p in found] == [None, "2016"]


@pytest.mark.parametrize("list_", [
    "(1) Biên bản hội đàm; (2) Quy chế phối hợp tuần tra", "1. Biên bản hội đàm; 2. Quy chế phối hợp tuần tra",
    "a) Biên bản hội đàm; b) Quy chế phối hợp tuần tra", "Biên bản hội đàm; Quy chế phối hợp tuần tra",
])  # fmt: skip
def test_papers_of_a_numbered_list_share_the_verb(list_: str) -> None:
    assert [p.status for p in papers(f"Hai bên ký 2 văn kiện gồm: {list_}.")] == ["signed", "signed"]


def test_an_acronym_may_stand_inside_a_name() -> None:
    assert papers("Hai bên ký Biên bản ghi nhớ (MOU) về phòng, chống ma túy.")[0].name == (
        "Biên bản ghi nhớ (MOU) về phòng, chống ma túy"
    )


def test_one_paper_named_often_is_one_entry_with_the_fullest_name_of_the_body() -> None:
    found = papers(
        "Ba năm thực hiện Thoả thuận hợp tác biên phòng Việt - Lào ở miền tây\n"
        "Hai bên thực hiện Thỏa thuận hợp tác. Thỏa thuận hợp tác biên phòng giúp hai đồn gần nhau.\n"
        "Vào ngày 12-10-2018, hai cục đã ký kết Thỏa thuận hợp tác biên phòng."
    )
    assert [(p.name, p.status, p.signed) for p in found] == [("Thỏa thuận hợp tác biên phòng", "cited", "2018-10-12")]


def test_a_signed_paper_below_a_picture_is_that_of_the_body() -> None:
    found = papers(
        "Sáng 16/9, hai bên hội đàm.\nĐại diện hai bên trao biên bản hội đàm. Ảnh: Hải Yến\n"
        "Hai bên ký biên bản ghi nhớ nội dung hội đàm thường niên. Hai bên chụp ảnh."
    )
    assert [p.name for p in found] == ["biên bản ghi nhớ nội dung hội đàm thường niên"]
    assert names("Sáng 16/9, hai bên hội đàm.\nTrao biên bản hội đàm quý II. Ảnh: Hải Yến\nHai bên vui.") == [
        "biên bản hội đàm quý II"
    ]


def test_papers_of_different_rounds_are_different() -> None:
    found = papers("Thực hiện Biên bản ghi nhớ hội đàm lần thứ XIV, hai bên ký Biên bản ghi nhớ hội đàm lần thứ XV.")
    assert [(p.name[-3:], p.status) for p in found] == [("XIV", "cited"), (" XV", "signed")]


@pytest.mark.parametrize(("text", "countries"), [
    ("Thực hiện Hiệp định về quy chế biên giới.", ("VN", "LA")),
    ("Thực hiện Hiệp định về quy chế biên giới Việt Nam - Trung Quốc.", ("VN", "CN")),
    ("Thực hiện Hiệp định về quy chế biên giới Việt - Trung.", ("VN", "CN")),
    ("Thực hiện Nghị định thư phân giới cắm mốc giữa Việt Nam và Campuchia.", ("VN", "KH")),
    ("Tuân thủ Công ước của Liên hợp quốc về Luật Biển năm 1982.", ()),
    ("Tuân thủ UNCLOS 1982.", ()),
    ("Hai bên ký Biên bản ghi nhớ hợp tác gìn giữ hòa bình Liên hợp quốc.", ("VN", "LA")),
])  # fmt: skip
def test_countries(text: str, countries: tuple[str, ...]) -> None:
    assert [p.countries for p in papers(text)] == [countries]


def test_without_a_talk_the_name_alone_tells_the_countries() -> None:
    assert papers("Thực hiện Hiệp định về quy chế biên giới.", sides=(), day=None)[0].countries == ()
    assert papers("Hai bên ký biên bản hội đàm.", sides=(), day=None)[0].status == "signed"


def test_a_known_treaty_has_its_key_whatever_the_papers_call_it() -> None:
    full = papers(
        "Thực hiện Hiệp định về quy chế quản lý biên giới và cửa khẩu biên giới trên đất liền Việt Nam - Lào."
    )
    short = papers("Thực hiện Hiệp định về Quy chế quản lý biên giới và cửa khẩu biên giới.")
    assert full[0].id == short[0].id is not None
    assert papers("Hai bên ký biên bản hội đàm.")[0].id is None


def test_every_value_has_evidence() -> None:
    text = "Thực hiện Hiệp định về quy chế biên giới năm 2016.\nHai bên ký biên bản hội đàm."
    sides_at = Span(text.index("Hai bên"), text.index(" ký"))
    first, second = papers(text, sides_at=sides_at)
    shown = [{e.field: e.text for e in p.evidence} for p in (first, second)]
    assert shown[0]["name"] == "Hiệp định về quy chế biên giới"
    assert shown[0]["kind"] == "Hiệp định"
    assert shown[0]["signed"] == "năm 2016"
    assert shown[1] == {"name": "biên bản hội đàm", "kind": "biên bản", "status": "ký", "countries": "Hai bên"}
    assert all(text[e.start : e.end] == e.text for p in (first, second) for e in p.evidence)


@pytest.mark.parametrize(("text", "countries"), [
    ("Bộ Công an Việt Nam và Bộ Nội vụ Campuchia ký Bản ghi nhớ về phòng, chống ma túy.", ("VN", "KH")),
    ("Đoàn của Bộ Công an Việt Nam thăm Bộ An ninh Lào. Hai bên ký Bản ghi nhớ về phòng, chống ma túy.", ("VN", "LA")),
    # one state is no maker of a paper between two; nor is a country that an older paper's sentence tells
    ("Bộ Công an Việt Nam ký Quy chế phối hợp tuần tra với các bộ.", ()),
    ("Người dân Việt Nam và Lào thực hiện tốt Quy chế phối hợp tuần tra.", ()),
    ("Việt Nam và Lào là láng giềng. Đồn Biên phòng Đông Hải ký Quy chế phối hợp tuần tra.", ()),
])  # fmt: skip
def test_without_a_talk_a_signed_paper_is_of_the_countries_of_its_makers(text: str, countries: tuple[str, ...]) -> None:
    assert [p.countries for p in papers(text, sides=())] == [countries]


def test_makers_may_be_units_whose_country_is_known() -> None:
    ctx = read_context("Đồn Biên phòng Đông Hải và Đại đội 12 ký Quy chế phối hợp tuần tra.")
    named = [("LA", Span(ctx.view.text.index("Đại đội"), ctx.view.text.index(" ký"))), ("VN", Span(0, 23))]
    (paper,) = agreements(ctx, {}, lambda start, end: None, makers=lambda start, end: named if start == 0 else [])
    assert paper.countries == ("VN", "LA")
    assert {e.text for e in paper.evidence if e.field == "countries"} == {"Đồn Biên phòng Đông Hải", "Đại đội 12"}


@pytest.mark.parametrize(("text", "name"), [
    # subjects of cooperation in a row
    ("Hai bên ký Bản ghi nhớ về hợp tác trong lĩnh vực phòng, chống cháy nổ, cứu hộ cứu nạn giữa hai cục.",
     "Bản ghi nhớ về hợp tác trong lĩnh vực phòng, chống cháy nổ, cứu hộ cứu nạn"),
    ("Hai bên ký Chương trình hợp tác về phòng, chống ma túy, mua bán người và tội phạm xuyên quốc gia.",
     "Chương trình hợp tác về phòng, chống ma túy, mua bán người và tội phạm xuyên quốc gia"),
    ("Thực hiện Nghị định thư về phòng, chống ma túy, tiền chất và lạm dụng ma túy; tuần tra.",
     "Nghị định thư về phòng, chống ma túy, tiền chất và lạm dụng ma túy"),
    ("Thực hiện Hiệp định Tương trợ tư pháp về dân sự và hình sự.", "Hiệp định Tương trợ tư pháp về dân sự và hình sự"),
    # the land or time that the paper is for
    ("Thực hiện Thỏa thuận về giải quyết vấn đề người di cư tự do và kết hôn không giá thú trong vùng biên giới hai nước, tuần tra.",
     "Thỏa thuận về giải quyết vấn đề người di cư tự do và kết hôn không giá thú trong vùng biên giới hai nước"),
    ("Hai bên ký biên bản hợp tác trong thời gian tới, tặng quà nhau.", "biên bản hợp tác trong thời gian tới"),
    ("Hai bên sẽ ký Thỏa thuận hợp tác trong thời gian tới.", "Thỏa thuận hợp tác"),
    ("Hai bên sớm ký Thỏa thuận về quản lý cặp cửa khẩu phụ Pu Lau - Nọng Kham.",
     "Thỏa thuận về quản lý cặp cửa khẩu phụ Pu Lau - Nọng Kham"),
    # makers in the midst
    ("Hai bên ký Thỏa thuận hợp tác giữa Bộ Chỉ huy tỉnh Đông Hải và Chi đội Bình Giang về phòng, chống buôn lậu.",
     "Thỏa thuận hợp tác giữa Bộ Chỉ huy tỉnh Đông Hải và Chi đội Bình Giang về phòng, chống buôn lậu"),
    ("Hai bên ký Biên bản ghi nhớ về hợp tác giữa hai Bộ Quốc phòng trong lĩnh vực quân y.",
     "Biên bản ghi nhớ về hợp tác giữa hai Bộ Quốc phòng trong lĩnh vực quân y"),
    ("Hai bên ký Thỏa thuận hợp tác giữa hai đồn và trao đổi về tình hình.", "Thỏa thuận hợp tác"),
    # what else opens a title
    ("Kế hoạch tổng thể tăng dày và tôn tạo hệ thống mốc quốc giới Việt Nam - Lào đã xong.",
     "Kế hoạch tổng thể tăng dày và tôn tạo hệ thống mốc quốc giới Việt Nam - Lào"),
    ("Thực hiện Thỏa thuận những nguyên tắc cơ bản trên biển giữa hai nước.", "Thỏa thuận những nguyên tắc cơ bản trên biển"),
    ("Thực hiện Tuyên bố về ứng xử của các bên ở Biển Đông (DOC).", "Tuyên bố về ứng xử của các bên ở Biển Đông"),
    ("Hai bên ký biên bản bàn giao công dân ngay tại cửa khẩu.", "biên bản bàn giao công dân"),
    ("Thực hiện Hiệp ước xác định giao điểm đường biên giới giữa ba nước, ký ngày 26/8/2008.",
     "Hiệp ước xác định giao điểm đường biên giới"),
    ("Thực hiện Hiệp định về hợp tác và giúp đỡ lẫn nhau trong công tác phòng, chống tội phạm.",
     "Hiệp định về hợp tác và giúp đỡ lẫn nhau trong công tác phòng, chống tội phạm"),
    ("Hai bên ký Thỏa thuận hợp tác và hỗ trợ bạn 200 suất quà.", "Thỏa thuận hợp tác"),
    ("Hội nghị ký kết kế hoạch phối hợp năm 2025. Sau đó, hai bên ký Kế hoạch phối hợp bảo đảm an ninh, trật tự năm 2025.",
     "Kế hoạch phối hợp bảo đảm an ninh, trật tự năm 2025"),
    ("Thực hiện Hiệp định về tạo thuận lợi cho phương tiện cơ giới đường bộ qua lại biên giới giữa Việt Nam và Lào.",
     "Hiệp định về tạo thuận lợi cho phương tiện cơ giới đường bộ qua lại biên giới"),
    ("Hai bên ký Quy chế phối hợp kiểm tra, giám sát hải quan qua cửa khẩu quốc tế Cầu Treo - Nậm Phao.",
     "Quy chế phối hợp kiểm tra, giám sát hải quan qua cửa khẩu quốc tế Cầu Treo - Nậm Phao"),
    ("Đánh giá ba văn kiện pháp lý về biên giới trên đất liền kể từ khi có hiệu lực.",
     "ba văn kiện pháp lý về biên giới trên đất liền"),
    ("Thực hiện \"3 văn kiện pháp lý\" về biên giới đất liền, giữ gìn mốc giới.",
     "3 văn kiện pháp lý về biên giới đất liền"),
    ("Hai bên thực hiện \"ba văn kiện pháp lý\", giữ gìn mốc giới.", "ba văn kiện pháp lý"),
    ("Hai bên ký biên bản hợp tác phòng, chống ma túy và bảo vệ an ninh trên tuyến biên giới năm 2021.",
     "biên bản hợp tác phòng, chống ma túy và bảo vệ an ninh trên tuyến biên giới năm 2021"),
    ("Hai bên ký biên bản ghi nhớ về những nội dung đã thống nhất.", "biên bản ghi nhớ về những nội dung đã thống nhất"),
    ("Hai bên bàn Hiệp định về chuyển giao người bị kết án phạt tù.", "Hiệp định về chuyển giao người bị kết án phạt tù"),
])  # fmt: skip
def test_a_name_runs_on_to_its_natural_end(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize("text", [
    "Hai bên ký biên bản bàn giao ngay tại cửa khẩu.",
    "Vừa đi, hai tổ vừa ghi biên bản từng dấu hiệu đường biên.",
    "Đơn vị lập biên bản bàn giao tang vật cho cơ quan điều tra.",
    "Chấp hành các hiệp ước, hiệp định về biên giới.",
    "Thực hiện quy chế, hiệp định biên giới đã ký kết.",
])  # fmt: skip
def test_forms_of_a_hand_over_and_enumerated_kinds_are_none(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(("text", "status", "signed"), [
    ("Biên bản hội đàm sẽ được hai bên ký và gửi cho nhau.", "planned", None),
    ("Dự kiến, hai bên sẽ đánh giá kết quả phối hợp và ký Biên bản ghi nhớ hội đàm.", "planned", None),
    ("Hai bên giao cấp đồn xây dựng Quy chế phối hợp tuần tra để ký tại hội đàm lần sau.", "planned", None),
    ("Nhiều văn kiện được chuẩn bị để hai trưởng đoàn ký trong dịp này, đáng chú ý là Bản ghi nhớ về đào tạo.", "planned", None),
    ("Nhiều văn kiện được hai bên ký kết, trong đó có Bản ghi nhớ về đào tạo.", "signed", None),
    ("Hai bên thực hiện Hiệp định về quy chế biên giới, giao cấp đồn soạn báo cáo để ký.", "cited", None),
    ("Hai bên sớm hoàn thiện, ký kết Quy chế phối hợp tuần tra.", "planned", None),
    ("Hai bên đã hoàn thiện, ký kết Quy chế phối hợp tuần tra.", "signed", None),
    ("Hai bên sớm hoàn tất thủ tục để ký Hiệp định về chuyển giao người bị kết án phạt tù.", "planned", None),
    ("Hai bên sẽ chứng kiến lễ ký một số văn kiện hợp tác, trong đó có Bản ghi nhớ về hợp tác đào tạo.", "planned", None),
    ("Thực hiện Hiệp định về quy chế biên giới giữa Chính phủ nước A và Chính phủ nước B ngày 16/3/2016.", "cited", "2016-03-16"),
    ("Các bên sớm đạt được COC.", "planned", None),
    ("Biên bản hội đàm vừa ký cũng giao việc cho các đồn.", "signed", None),
    ("Hai bộ trưởng chứng kiến lễ ký các văn kiện hợp tác: Bản ghi nhớ về hợp tác quân y.", "signed", None),
    ("Thực hiện Bản ghi nhớ hợp tác giữa hai lực lượng (ký ngày 11-10-2016).", "cited", "2016-10-11"),
    ("Ghi nhận Biên bản ghi nhớ về điều chỉnh biên giới (MOU) năm 2011.", "cited", "2011"),
    ("Điểm lại 3 năm thực hiện Biên bản ghi nhớ về hợp tác quân sự, quốc phòng địa phương năm 2019.", "cited", "2019"),
    ("Hai bên đánh giá việc thực hiện Biên bản ghi nhớ hội đàm năm 2024.", "cited", None),
    ("Thực hiện hai văn kiện pháp lý về biên giới Việt Nam - Lào năm 2016.", "cited", "2016"),
])  # fmt: skip
def test_what_is_to_come_and_what_is_past(text: str, status: str, signed: str | None) -> None:
    assert [(p.status, p.signed) for p in papers(text)] == [(status, signed)]


def test_an_announced_talk_signs_nothing_yet() -> None:
    text = "Hai đồn bàn việc phối hợp tuần tra và ký biên bản hội đàm."
    assert [p.status for p in papers(text, announced=True)] == ["planned"]
    assert [p.status for p in papers("Năm ngoái hai bên đã ký biên bản hội đàm.", announced=True)] == ["cited"]


def test_papers_listed_behind_makers_are_signed_too() -> None:
    text = "Hai bên ký Nghị định thư hợp tác giữa Bộ A và Bộ B giai đoạn 2025-2029; Kế hoạch hợp tác năm 2026."
    assert [p.status for p in papers(text)] == ["signed", "signed"]
    text = "Hai bên ký biên bản hội đàm giữa hai đồn, thực hiện Hiệp định về quy chế biên giới."
    assert [p.status for p in papers(text)] == ["signed", "cited"]


@pytest.mark.parametrize(("text", "name"), [
    ("Hai bên ký Bản ghi nhớ hợp tác năm 2018 - 2019.", "Bản ghi nhớ hợp tác năm 2018 - 2019"),
    ("Cụ thể hóa Bản ghi nhớ về xây dựng Khu hợp tác kinh tế qua biên giới Móng Cái - Đông Hưng, ký năm 2013.",
     "Bản ghi nhớ về xây dựng Khu hợp tác kinh tế qua biên giới Móng Cái - Đông Hưng"),
    ("Thực hiện Quy chế tuần tra chung, thông tin liên lạc giữa Hải quân hai nước ký năm 2002.",
     "Quy chế tuần tra chung, thông tin liên lạc"),
    ("Ký Bản ghi nhớ hợp tác giữa Cục Cứu nạn, Bộ Tổng Tham mưu và Cục Tác chiến, Bộ Tham mưu về ứng phó thiên tai.",
     "Bản ghi nhớ hợp tác giữa Cục Cứu nạn, Bộ Tổng Tham mưu và Cục Tác chiến, Bộ Tham mưu về ứng phó thiên tai"),
    ("Hai bên ký Kế hoạch tuần tra song phương năm 2022.", "Kế hoạch tuần tra song phương năm 2022"),
    ("Thực hiện Hiệp định hợp tác phòng, chống tội phạm và giữ gìn trật tự xã hội ký năm 2010.",
     "Hiệp định hợp tác phòng, chống tội phạm và giữ gìn trật tự xã hội"),
])  # fmt: skip
def test_a_name_goes_on_over_its_own_joints(text: str, name: str) -> None:
    assert [p.name for p in papers(text)] == [name]


@pytest.mark.parametrize(("text", "name", "status"), [
    ("Biên bản hội đàm lần thứ 5 được lập thành hai bản, có chữ ký của hai trưởng đoàn.",
     "Biên bản hội đàm lần thứ 5", "signed"),
    ("Biên bản hội đàm lần thứ 5 chưa có chữ ký của bạn.", "Biên bản hội đàm lần thứ 5", "cited"),
    ("Bản ghi nhớ về phòng, chống buôn lậu do hai trưởng đoàn ký.", "Bản ghi nhớ về phòng, chống buôn lậu", "signed"),
    ("Dự thảo Quy chế phối hợp tuần tra đã được hai bên góp ý, sẽ ký tại hội đàm sau.",
     "Quy chế phối hợp tuần tra", "planned"),
    ("Hai bên thực hiện Bản ghi nhớ về hợp tác, sẽ ký thêm thỏa thuận khác.", "Bản ghi nhớ về hợp tác", "cited"),
    ("Bản ghi nhớ về trao đổi thông tin hàng quá cảnh dự kiến được ký tại hội đàm sau.",
     "Bản ghi nhớ về trao đổi thông tin hàng quá cảnh", "planned"),
    ("Hai bên ký Thỏa thuận hợp tác kiểm soát chung phương tiện vận tải không người lái.",
     "Thỏa thuận hợp tác kiểm soát chung phương tiện vận tải không người lái", "signed"),
    ("Hai bên nhất trí ký Quy chế phối hợp tại hội đàm lần sau.", "Quy chế phối hợp", "planned"),
    ("Hai bên ký Quy chế phối hợp tại hội trường đồn.", "Quy chế phối hợp", "signed"),
    ("Hai bên ký Bản ghi nhớ về quản lý thiết bị bay.", "Bản ghi nhớ về quản lý thiết bị bay", "signed"),
])  # fmt: skip
def test_signings_told_behind_a_name_and_names_that_run_on(text: str, name: str, status: str) -> None:
    assert [(p.name, p.status) for p in papers(text)] == [(name, status)]


def test_a_treaty_of_a_region_has_no_countries() -> None:
    assert [p.countries for p in papers("Theo Hiệp định GMS về vận tải qua biên giới Việt Nam - Lào.")] == [()]


@pytest.mark.parametrize(("text", "name", "status"), [
    ("Biên bản hội đàm được lập thành hai thứ tiếng, ký bằng hình thức luân chuyển.", "Biên bản hội đàm", "signed"),
    ("Văn kiện cuối cùng là Biên bản hợp tác năm 2024, hai trưởng đoàn cùng ký.", "Biên bản hợp tác năm 2024", "signed"),
    ("Kết quả được ghi vào Biên bản hội đàm, có hai trưởng đoàn ký tên.", "Biên bản hội đàm", "signed"),
    ("Hội đàm kết thúc bằng Biên bản hợp tác năm 2024 mang chữ ký hai trưởng đoàn.", "Biên bản hợp tác năm 2024", "signed"),
    ("Hai bên đã đặt bút vào Biên bản hội đàm.", "Biên bản hội đàm", "signed"),
    ("Bản ghi nhớ về kết nghĩa giữa hai đồn cũng được trao ngay sau đó.", "Bản ghi nhớ về kết nghĩa", "signed"),
    ("Bản ghi nhớ về kết nghĩa được trao đổi kỹ.", "Bản ghi nhớ về kết nghĩa", "cited"),
    ("Hai bên thực hiện Biên bản hội đàm, hai đoàn sẽ ký thêm phụ lục.", "Biên bản hội đàm", "cited"),
    ("Hai bên ký Bản ghi nhớ về mở cặp cửa khẩu Nà Lan (Việt Nam) - Bố Cục (Trung Quốc), đồng thời bàn việc khác.",
     "Bản ghi nhớ về mở cặp cửa khẩu Nà Lan (Việt Nam) - Bố Cục (Trung Quốc)", "signed"),
    ("Biên bản ghi nhớ về chống lừa đảo qua mạng đã được ký.", "Biên bản ghi nhớ về chống lừa đảo qua mạng", "signed"),
])  # fmt: skip
def test_signings_told_in_other_words(text: str, name: str, status: str) -> None:
    (paper,) = papers(text)
    assert (paper.name, paper.status) == (name, status)


def test_of_a_talk_of_several_days_the_sentence_of_the_signing_tells_the_day() -> None:
    text = "Ngày 15/9/2025, hai trưởng đoàn ký Biên bản hội đàm."
    (paper,) = papers(text, day="2025-09-14/2025-09-15")
    assert (paper.status, paper.signed) == ("signed", "2025-09-15")
    (paper,) = papers(text, day="2025-09-15")
    assert (paper.status, paper.signed) == ("signed", None)


def test_the_years_of_a_protocol_stay_in_its_name() -> None:
    found = papers("Hai bên ký Nghị định thư 2025-2029.")
    assert [(p.name, p.status, p.signed) for p in found] == [("Nghị định thư 2025-2029", "signed", None)]


@pytest.mark.parametrize(("text", "name", "signed"), [
    ("Hai bên thực hiện Hiệp định về quy chế biên giới giữa Việt Nam và Lào năm 2016, tuần tra chung.",
     "Hiệp định về quy chế biên giới", "2016"),
    ("Hai bên thực hiện Nghị định thư về đường biên giới giữa hai nước năm 2017.", "Nghị định thư về đường biên giới", "2017"),
    # the year of a plan is that of the work
    ("Hai bên thực hiện Thỏa thuận hợp tác biên phòng giữa hai nước năm 2025.", "Thỏa thuận hợp tác biên phòng", None),
    ("Hai bên thực hiện Hiệp định hợp tác nghề cá ở Vịnh Bắc Bộ.", "Hiệp định hợp tác nghề cá ở Vịnh Bắc Bộ", None),
    ("Hai bên ký Kế hoạch hợp tác giữa hai Bộ giai đoạn 2026 - 2028.", "Kế hoạch hợp tác giữa hai Bộ giai đoạn 2026 - 2028", None),
    ("Hai bên ký Kế hoạch hợp tác giữa Bộ Quốc phòng Việt Nam và Bộ Quốc phòng Lào năm 2026.",
     "Kế hoạch hợp tác giữa Bộ Quốc phòng Việt Nam và Bộ Quốc phòng Lào năm 2026", None),
    ("Hai bên ký Quy chế phối hợp tiếp nhận, trao trả công dân thay thế văn bản cũ.",
     "Quy chế phối hợp tiếp nhận, trao trả công dân", None),
    ("Hai bên ký Bản ghi nhớ về tìm kiếm, quy tập và hồi hương hài cốt liệt sĩ và trao quà.",
     "Bản ghi nhớ về tìm kiếm, quy tập và hồi hương hài cốt liệt sĩ", None),
])  # fmt: skip
def test_titles_with_joined_deeds_and_days_behind_the_makers(text: str, name: str, signed: str | None) -> None:
    assert [(p.name, p.signed) for p in papers(text)] == [(name, signed)]


def test_what_was_signed_so_many_years_ago_has_no_day_of_the_feast() -> None:
    text = (
        "Ngày 3/5/2024, hai bên bàn kỷ niệm 25 năm ký Hiệp ước hoạch định biên giới Việt Nam - Lào và 15 năm ký kết Nghị "
        "định thư phân giới cắm mốc Việt Nam - Lào; mở chợ trong năm 2024."
    )
    assert [(p.status, p.signed) for p in papers(text)] == [("cited", None), ("cited", None)]


def test_a_paper_cited_without_a_talk_is_of_the_only_two_states_named() -> None:
    text = "Tàu của Cảnh sát biển Trung Quốc hỗ trợ. Hai bên thực hiện Hiệp định hợp tác nghề cá ở Vịnh Bắc Bộ."
    assert [p.countries for p in papers(text, sides=())] == [("VN", "CN")]
    of_three = text.replace("hỗ trợ.", "hỗ trợ, tàu Lào ở xa.")
    assert [p.countries for p in papers(of_three, sides=())] == [()]


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên làm theo Thỏa thuận hợp tác biên phòng mà hai Bộ ký ngày 5/6/2019.",
     [("Thỏa thuận hợp tác biên phòng", "cited", "2019-06-05")]),
    ("Hai bên thực hiện Quy chế phối hợp do hai đồn ký ngày 12/3/2018.", [("Quy chế phối hợp", "cited", "2018-03-12")]),
    ("Dự thảo biên bản phiên họp được hai bên thông qua và sẽ được ký luân chuyển.", [("biên bản phiên họp", "planned", None)]),
    ("Biên bản giao nhận công dân được Thượng tá Lò Văn Thử, Trưởng phòng và Đại tá Khăm Phết, Phó Giám đốc ký xác nhận.",
     [("Biên bản giao nhận công dân", "signed", None)]),
    ("Bản ghi nhớ hợp tác y tế được tỉnh đề xuất để ký trong dịp tới.", [("Bản ghi nhớ hợp tác y tế", "planned", None)]),
    ("Hiệp định hợp tác chống ma túy được ông Thử nhắc lại trước khi hai bên ký biên bản hội đàm.",
     [("Hiệp định hợp tác chống ma túy", "cited", None), ("biên bản hội đàm", "signed", None)]),
    ("Hai văn bản đang được dịch ra hai thứ tiếng, gồm: Thỏa thuận kết nghĩa giữa hai huyện và Quy chế phối hợp bảo vệ rừng.",
     [("Thỏa thuận kết nghĩa", "planned", None), ("Quy chế phối hợp bảo vệ rừng", "planned", None)]),
])  # fmt: skip
def test_by_whom_and_when_a_paper_is_signed(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(p.name, p.status, p.signed) for p in papers(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    (("Hai bên ký Quy chế phối hợp trong phòng, chống tội phạm công nghệ cao, ma túy và mua bán người, thay cho bản Thỏa thuận "
      "phối hợp giữ gìn an ninh mà Công an tỉnh Yên Bái (cũ) và Cục Công an châu Hồng Hà ký ngày 12/9/2017."),
     [("Quy chế phối hợp trong phòng, chống tội phạm công nghệ cao, ma túy và mua bán người", "signed", None),
      ("Thỏa thuận phối hợp giữ gìn an ninh", "cited", "2017-09-12")]),
    ("Hai bên ký Biên bản ghi nhớ hợp tác về chăn nuôi, thú y, thủy sản giai đoạn 2023 - 2025.",
     [("Biên bản ghi nhớ hợp tác về chăn nuôi, thú y, thủy sản giai đoạn 2023 - 2025", "signed", None)]),
    ("Hai bên ký Thỏa thuận hợp tác bảo đảm an ninh trật tự, phòng chống tội phạm giai đoạn 2024 - 2028.",
     [("Thỏa thuận hợp tác bảo đảm an ninh trật tự, phòng chống tội phạm giai đoạn 2024 - 2028", "signed", None)]),
    ("Biên bản hội đàm được đại diện hai đoàn ký vào chiều 16/9/2025.", [("Biên bản hội đàm", "signed", "2025-09-16")]),
    ("Biên bản hội đàm dự kiến ký kết tập trung vào ba nội dung.", [("Biên bản hội đàm", "planned", None)]),
    ("Kế hoạch phối hợp đề ra từ kỳ trước đều được thực hiện.", []),
    ("Thực hiện nghiêm Hiệp định về quy chế biên giới, thương mại hai chiều tăng.",
     [("Hiệp định về quy chế biên giới", "cited", None)]),
])  # fmt: skip
def test_papers_of_other_trades_and_days_behind_the_signing(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert [(p.name, p.status, p.signed) for p in papers(text)] == expected


def test_makers_stand_behind_the_day_too() -> None:
    text = (
        "Tuyên truyền Hiệp ước bổ sung Hiệp ước hoạch định biên giới năm 1985, ký ngày 5/10/2019 giữa Việt Nam và Campuchia, "
        "cũng như Nghị định thư về đường biên giới Việt Nam - Lào."
    )
    assert [p.countries for p in papers(text, ("VN", "LA", "KH"))] == [("VN", "KH"), ("VN", "LA")]


@pytest.mark.parametrize(("text", "expected"), [
    ("Thực hiện thỏa thuận hợp tác biên phòng và biên bản hội đàm đã ký, hai đồn tuần tra.",
     ["thỏa thuận hợp tác biên phòng", "biên bản hội đàm"]),
    ("Hai bên bám sát thỏa thuận phối hợp tuần tra đã ký.", ["thỏa thuận phối hợp tuần tra"]),
    ("Hai bên thỏa thuận phối hợp chặt chẽ hơn.", []),
    ("Hai bên bàn về hàng giả, thỏa thuận cấp Bộ về kiểm dịch và một số nội dung khác.", ["thỏa thuận cấp Bộ về kiểm dịch"]),
    ("Hai bên làm đúng các văn kiện pháp lý trên biên giới đất liền Việt Nam - Lào.",
     ["các văn kiện pháp lý trên biên giới đất liền Việt Nam - Lào"]),
    ("Hai bên làm đúng các văn kiện pháp lý đã ký về biên giới giữa hai nước.", ["các văn kiện pháp lý đã ký về biên giới"]),
    ("Hai bên ký biên bản phối hợp thực hiện công tác cứu nạn.", ["biên bản phối hợp thực hiện công tác cứu nạn"]),
    ("Hai bên ký biên bản ghi nhận kết quả của đợt khảo sát trong tuần.", ["biên bản ghi nhận kết quả của đợt khảo sát"]),
    ("Dân bản hiểu Hiệp định Quy chế cửa khẩu trên biên giới đất liền Việt Nam - Lào; hai bên vui mừng.",
     ["Hiệp định Quy chế cửa khẩu trên biên giới đất liền Việt Nam - Lào"]),
    ("Thực hiện Thỏa thuận xây dựng đường biên hòa bình, hữu nghị, hợp tác, phát triển.",
     ["Thỏa thuận xây dựng đường biên hòa bình, hữu nghị, hợp tác, phát triển"]),
    ("Thực hiện Hiệp định hòa bình, hữu nghị, phát triển kinh tế hai bên.", ["Hiệp định hòa bình, hữu nghị"]),
    ("Sơ kết 2 năm thực hiện Bản Ghi nhớ hợp tác thú y giữa hai tỉnh.", ["Bản Ghi nhớ hợp tác thú y"]),
])  # fmt: skip
def test_papers_in_lower_case_and_names_that_go_on(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_communique_is_known_by_its_day() -> None:
    told = papers("Hai bên tôn trọng thông cáo báo chí ngày 5-3-1997.")
    assert [(p.name, p.kind, p.signed) for p in told] == [("thông cáo báo chí", "statement", "1997-03-05")]


def test_minutes_signed_now_are_not_those_of_an_earlier_day() -> None:
    text = "Hai bên rà soát Biên bản hội đàm ký ngày 6/7/2023 tại Đông Hải.\n\nHai bên ký biên bản hội đàm."
    assert [(p.status, p.signed) for p in papers(text)] == [("cited", "2023-07-06"), ("signed", None)]
    both = "Hai bên ký biên bản hội đàm.\n\nTheo biên bản hội đàm, hai bên tuần tra chung."
    assert [p.status for p in papers(both)] == ["signed"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Căn cứ thỏa thuận hợp tác biên phòng và biên bản hội đàm đã ký, hai bên tuần tra.",
     ["thỏa thuận hợp tác biên phòng", "biên bản hội đàm"]),
    ("Trên tinh thần thỏa thuận hợp tác giữa hai nước, hai bên tuần tra.", []),
    ("Dựa trên thỏa thuận về phối hợp tuần tra, hai bên gặp nhau.", ["thỏa thuận về phối hợp tuần tra"]),
])  # fmt: skip
def test_papers_on_whose_ground_something_is_done(text: str, expected: list[str]) -> None:
    assert [p.name for p in papers(text)] == expected


def test_the_paper_of_a_caption_is_the_one_agreed_on() -> None:
    text = (
        "Sen Bụt: Hội đàm\n\nHai bên hội đàm ngày 16/9.\n\nTrưởng đoàn hai bên ký biên bản ghi nhớ buổi làm việc\n\n"
        "Hai bên thống nhất biên bản ghi nhớ phối hợp bảo vệ biên giới với các nội dung chính."
    )
    assert [(p.name, p.status) for p in papers(text)] == [("biên bản ghi nhớ phối hợp bảo vệ biên giới", "signed")]


@pytest.mark.parametrize(("text", "expected"), [
    # makers with their states inside a name
    ("Thực hiện Thỏa thuận hợp tác giữa Bộ Quốc phòng hai nước về phối hợp bảo vệ biên giới năm 2014.",
     ["Thỏa thuận hợp tác giữa Bộ Quốc phòng hai nước về phối hợp bảo vệ biên giới"]),
    ("Hai bên ký Kế hoạch hợp tác giữa hai Bộ về phòng, chống mua bán người.",
     ["Kế hoạch hợp tác giữa hai Bộ về phòng, chống mua bán người"]),
    ("Hai bên ký Kế hoạch hợp tác giữa Bộ Công an hai nước năm 2025.",
     ["Kế hoạch hợp tác giữa Bộ Công an hai nước năm 2025"]),
    # both banks are no party
    ("Hai bên ký bản ghi nhớ về kết nghĩa cụm dân cư hai bên biên giới trong dịp này.",
     ["bản ghi nhớ về kết nghĩa cụm dân cư hai bên biên giới"]),
    ("Hai bên ký văn bản ghi nhớ về lập đường dây nóng.", ["văn bản ghi nhớ về lập đường dây nóng"]),
    ("Hai đoàn ký kết ghi nhớ hợp tác năm 2025.", ["ghi nhớ hợp tác năm 2025"]),
    ("Hai bên ký biên bản ghi nhớ thống nhất các nội dung hội đàm.", ["biên bản ghi nhớ thống nhất các nội dung hội đàm"]),
])  # fmt: skip
def test_makers_and_banks_inside_a_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên ký biên bản và kế hoạch phối hợp năm 2025.",
        "Hai bên ký Tuyên bố chung và Kế hoạch phối hợp năm 2025.",
        "Hai bên ký kết văn bản ghi nhớ về lập đường dây nóng.",
    ],
)
def test_the_verb_governs_what_stands_behind_a_bare_paper(text: str) -> None:
    assert [p.status for p in papers(text)] == ["signed"]


def test_a_day_with_the_verb_is_that_of_both_papers_one_behind_them_the_last_ones() -> None:
    both = "Năm 2019, hai nước đã ký Hiệp ước bổ sung và Nghị định thư phân giới cắm mốc biên giới."
    assert [(p.status, p.signed) for p in papers(both)] == [("cited", "2019"), ("cited", "2019")]
    last = "Thực hiện Hiệp định khung về hợp tác giữa hai nước, Nghị định thư về mốc giới ký ngày 16/3/2016."
    assert [p.signed for p in papers(last)] == [None, "2016-03-16"]


def test_what_is_still_negotiated_is_to_be_signed() -> None:
    text = "Bạn đề nghị sớm hoàn tất đàm phán, ký kết Hiệp định về chuyển giao người bị kết án phạt tù."
    assert [p.status for p in papers(text)] == ["planned"]
