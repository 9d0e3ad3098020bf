"""Visits of districts, twinned villages, troops and customs by their numbers: all passages invented."""

from __future__ import annotations

import pytest

from reading import read
from talkextract import Extractor
from talkextract.record import TalkRecord


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def sides(record: TalkRecord) -> dict[str, list[str]]:
    return {d.country: list(d.units) for d in record.delegations}


@pytest.mark.parametrize(("text", "expected"), [
    # the host of a visit is a party, not only a place
    (("Sáng 5/3, Đoàn đại biểu huyện Mường Lạ, tỉnh Phông Sa Lỳ (Lào) do đồng chí Bun Thong, Huyện trưởng làm trưởng đoàn "
      "đến thăm và làm việc tại huyện Mường Nhé."), {"LA": ["huyện Mường Lạ"], "VN": ["huyện Mường Nhé"]}),
    # but where a post is visited the district is only where that lies
    (("Ngày 5/3, Đoàn đại biểu huyện Sốp Bâu, tỉnh Hủa Phăn (Lào) thăm và làm việc với Đồn Biên phòng Pa Thơm tại huyện Mường "
      "Lát."), {"LA": ["huyện Sốp Bâu"], "VN": ["Đồn Biên phòng Pa Thơm"]}),
    # who holds the talk behind the day; a name that China has too is ours where the partner's place is told
    (("Chiều 9/9, huyện Giang Thành và huyện Kirivong, tỉnh Takeo (Campuchia) tổ chức hội nghị giao ban."),
     {"VN": ["huyện Giang Thành"], "KH": ["huyện Kirivong"]}),
    # one district of the list bears a province's name
    (("Ngày 17/10/2018, công an các huyện Minh Hóa, Bố Trạch và Quảng Ninh hội đàm với An ninh huyện Bualapha, tỉnh Khăm Muộn "
      "(Lào)."),
     {"VN": ["Công an huyện Minh Hóa", "Công an huyện Bố Trạch", "Công an huyện Quảng Ninh"],
      "LA": ["An ninh huyện Bualapha"]}),
    (("Ngày 17/10/2018, Công an hai huyện Minh Hóa, Bố Trạch - Quảng Bình hội đàm với An ninh huyện Bualapha, tỉnh Khăm Muộn "
      "(Lào)."), {"VN": ["Công an huyện Minh Hóa", "Công an huyện Bố Trạch"], "LA": ["An ninh huyện Bualapha"]}),
    # commands of districts in a row before their province
    (("Ngày 5/3, Chi khu Quân sự Kampong Rou, Rumduol, tỉnh Svay Rieng (Campuchia) và Ban CHQS huyện Đức Huệ hội đàm."),
     {"KH": ["Chi khu Quân sự Kampong Rou", "Chi khu Quân sự Rumduol"], "VN": ["Ban Chỉ huy Quân sự huyện Đức Huệ"]}),
    (("Ngày 5/3, Chi khu Quân sự Chan Trea, tỉnh Svay Rieng (Campuchia) và Ban CHQS huyện Đức Huệ hội đàm."),
     {"KH": ["Chi khu Quân sự Chan Trea"], "VN": ["Ban Chỉ huy Quân sự huyện Đức Huệ"]}),
    # the customs of a region
    ("Chiều 9/9, Đoàn công tác Hải quan vùng II (Lào) do ông Bun Ma dẫn đầu làm việc với Cục Hải quan Quảng Trị.",
     {"LA": ["Hải quan vùng II"], "VN": ["Cục Hải quan Quảng Trị"]}),
    # "giữa A với B" are two sides, whatever army the words behind B name
    (("Ngày 22/11, Đoàn công tác Quân khu 5 do Trung tướng Lê Văn Tám, Tư lệnh Quân khu 5 làm Trưởng đoàn thăm, làm việc với "
      "Quân khu 2 và Quân khu 3, Quân đội Hoàng gia Campuchia. Sự hợp tác giữa Quân khu 5 với Quân khu 2 và Quân khu 3, Quân "
      "đội Hoàng gia Campuchia ngày càng sâu sắc."),
     {"VN": ["Quân khu 5"], "KH": ["Quân khu 2", "Quân khu 3"]}),
    # a commune and a cluster of villages that are twinned
    (("Ngày 5/3/2020 diễn ra Lễ ký kết nghĩa cụm dân cư hai bên biên giới giữa xã Mường Lạn, huyện Sốp Cộp với cụm bản Na "
      "Pheng, huyện Sốp Bâu, tỉnh Hủa Phăn (Lào)."), {"VN": ["xã Mường Lạn"], "LA": ["Cụm bản Na Pheng"]}),
])  # fmt: skip
def test_who_is_a_party(extractor: Extractor, text: str, expected: dict[str, list[str]]) -> None:
    assert sides(extractor.extract(text)) == expected


def test_a_leaders_bare_body_is_of_the_district_that_he_comes_from(extractor: Extractor) -> None:
    text = (
        "Ngày 29/7, Đoàn công tác của huyện Sốp Bâu, tỉnh Hủa Phăn, nước CHDCND Lào, do đồng chí Bun Xay Phết, Chủ tịch UBND "
        "huyện làm Trưởng đoàn, thăm và làm việc tại huyện Mường Lát."
    )
    record = extractor.extract(text)
    (leader,) = record.people
    assert (leader.unit, leader.country) == ("Ủy ban nhân dân huyện Sốp Bâu", "LA")
    assert record.delegations[0].head == "Bun Xay Phết"


@pytest.mark.parametrize("who", [
    # a branch of the army, and a department, that no list has
    "Trung tướng Sok Chan, Phó Tư lệnh Hải quân, Quân đội Hoàng gia Campuchia",
    "Trung tướng Sok Chan, Phó Tư lệnh Lục quân Quân đội Hoàng gia Campuchia",
])  # fmt: skip
def test_who_chairs_is_told_behind_the_branch_of_an_army(extractor: Extractor, who: str) -> None:
    branch = "Hải quân" if "Hải quân" in who else "Lục quân"
    record = extractor.extract(
        f"Ngày 5/3, Bộ Tư lệnh Quân đoàn 3 và Bộ Tư lệnh {branch}, Quân đội Hoàng gia Campuchia tổ chức hội đàm. Thiếu tướng "
        f"Lê Văn Tám, Phó Tư lệnh Quân đoàn 3 và {who} đồng chủ trì hội đàm."
    )
    assert [d.head for d in record.delegations] == ["Lê Văn Tám", "Sok Chan"]
    assert sides(record)["KH"] == [f"Bộ Tư lệnh {branch}"]


def test_an_inspection_is_a_department(extractor: Extractor) -> None:
    record = extractor.extract(
        "Ngày 24/2/2022, Cục Kiểm ngư tổ chức Hội nghị tổng kết thực hiện Thỏa thuận hợp tác giữa Cục Kiểm ngư Việt Nam và Cục "
        "Thanh tra Thủy sản Campuchia, giai đoạn 2016-2021. Hội nghị do ông Lê Văn Ba - Cục trưởng Cục Kiểm ngư Việt Nam và ông "
        "Sok Chan - Cục trưởng Cục Thanh tra Thủy sản Campuchia đồng chủ trì."
    )
    assert record.talk is not None
    assert record.talk.name == "Hội nghị tổng kết thực hiện Thỏa thuận hợp tác giai đoạn 2016-2021"
    assert record.talk.period == "2016/2021"
    assert [(p.name, p.country, p.roles) for p in record.people] == [
        ("Lê Văn Ba", "VN", ("co_chair",)), ("Sok Chan", "KH", ("co_chair",)),
    ]  # fmt: skip


def test_units_of_border_troops_have_their_battalion_above_them() -> None:
    units = read(
        "Đồn Biên phòng Thường Phước phối hợp Đồn Công an bảo vệ biên giới Koh Rokar; Trung đội 2, Tiểu đoàn Bộ đội bảo vệ biên "
        "giới số 5, tỉnh Prey Veng và Đại đội 1, Tiểu đoàn Bộ đội bảo vệ biên giới số 6, tỉnh Kandal, Vương quốc Campuchia tuần "
        "tra song phương."
    ).units.records
    assert [(u.name, u.region, u.parent) for u in units if u.kind == "border_station"] == [
        ("Trung đội 2", "KH-14", "Tiểu đoàn Bộ đội bảo vệ biên giới số 5"),
        ("Tiểu đoàn Bộ đội bảo vệ biên giới số 5", "KH-14", None),
        ("Đại đội 1", "KH-8", "Tiểu đoàn Bộ đội bảo vệ biên giới số 6"),
        ("Tiểu đoàn Bộ đội bảo vệ biên giới số 6", "KH-8", None),
    ]


@pytest.mark.parametrize(("title", "receives", "expected"), [
    # the headline tells that the guests came: their visit is the news
    ("Đoàn đại biểu Bộ CHQS tỉnh Hủa Phăn sang thăm và chúc Tết tỉnh Sơn La", "đón tiếp", "meeting"),
    # a courtesy call is no talk
    ("Lãnh đạo tỉnh Sơn La tiếp xã giao khách Lào", "tiếp xã giao", None),
])  # fmt: skip
def test_a_visit_whose_guests_are_received(
    extractor: Extractor, title: str, receives: str, expected: str | None
) -> None:
    talk = extractor.extract(
        f"{title}\n\nChiều 6/2, Phó Chủ tịch UBND tỉnh Sơn La Lò Văn Thử {receives} Đoàn đại biểu Bộ CHQS tỉnh Hủa Phăn (Lào) do "
        "Đại tá Bun Ma làm Trưởng đoàn sang thăm và chúc Tết Nguyên đán năm 2026."
    ).talk
    assert (talk.kind if talk else None) == expected


def test_twinned_villages_hold_their_briefing(extractor: Extractor) -> None:
    record = extractor.extract(
        "Bản làng bên nhau\n\nCuộc giao ban kết nghĩa thôn, bản hai bên biên giới Việt Nam - Lào vừa diễn ra với sự có mặt của đại "
        "diện các cặp bản.\n\nNgày 28/4/2005, bản Nà Cài long trọng tổ chức Lễ kết nghĩa với bản Huổi Thum. Ngày 22/12/2006, đến "
        "lượt thôn Pa Lin."
    )
    assert record.talk is not None
    assert record.talk.name == "giao ban kết nghĩa thôn, bản hai bên biên giới Việt Nam - Lào"
    assert record.talk.kind == "briefing"
    assert record.talk.date is None  # the days are those of ceremonies long past
    assert [d.country for d in record.delegations] == ["VN", "LA"]


def test_a_line_above_the_lead_names_the_signing_that_it_tells(extractor: Extractor) -> None:
    record = extractor.extract(
        "03/08/2015 - 10:48\n\nTây Ninh: Ban Chỉ huy Quân sự huyện Bến Cầu và Chi khu Quân sự Chan Trea ký kết quy chế\n\nLễ ký kết "
        "quy chế kết nghĩa giữa Ban CHQS huyện Bến Cầu và Chi khu Quân sự Chan Trea, tỉnh Svay Rieng\n\nBan CHQS huyện Bến Cầu "
        "và Chi khu Quân sự Chan Trea, tỉnh Svay Rieng, Vương quốc Campuchia vừa ký kết quy chế kết nghĩa."
    )
    assert record.document.title is not None
    assert record.document.title.startswith("Tây Ninh: Ban Chỉ huy Quân sự huyện Bến Cầu")
    assert record.talk is not None
    assert record.talk.name == "Lễ ký kết quy chế kết nghĩa"


@pytest.mark.parametrize(("said", "expected"), [
    # a half-year of which the situation is told is reviewed; of a bare year it is only the setting
    ("Lãnh đạo hai đơn vị thông tin cho nhau về tình hình kinh tế, văn hóa và an ninh của hai tỉnh trong 6 tháng đầu năm 2021",
     "2021-40"),
    ("Hai bên thông tin cho nhau về tình hình kinh tế của mỗi địa phương năm 2021", None),
    ("Đại biểu phân tích rõ các mặt còn yếu của công tác phối hợp trên tuyến biên giới 2 tỉnh trong 6 tháng cuối năm 2021",
     "2021-41"),
    # a stage still to come is planned
    ("Hai bên đánh giá kết quả phối hợp, giai đoạn 2023-2025 sẽ lập đường dây nóng", None),
])  # fmt: skip
def test_what_is_reviewed(extractor: Extractor, said: str, expected: str | None) -> None:
    talk = extractor.extract(
        f"Ngày 24/2/2022, Công an tỉnh Sơn La và Công an tỉnh Hủa Phăn (Lào) hội đàm. {said}."
    ).talk
    assert talk is not None
    assert talk.period == expected


@pytest.mark.parametrize("said", [
    "Các cuộc họp giao ban sẽ được tổ chức luân phiên ở mỗi bên",
    "Đại tá Lò Văn Thử mong hai bên quan tâm hơn nữa tới giao lưu sĩ quan trẻ và các đồn kết nghĩa",
])  # fmt: skip
def test_several_meetings_or_those_wished_for_are_no_other_talks(extractor: Extractor, said: str) -> None:
    text = f"Ngày 5/3/2020, Công an tỉnh Sơn La và Công an tỉnh Hủa Phăn (Lào) hội đàm. {said}."
    assert extractor.extract(text).other_talks == ()


def test_who_sends_greetings_in_words_speaks(extractor: Extractor) -> None:
    record = extractor.extract(
        "Ngày 5/3, Đoàn công tác huyện Sốp Bâu, tỉnh Hủa Phăn (Lào) thăm và chúc Tết tại huyện Mường Lát. Đồng chí Bun Thong - "
        "Huyện ủy viên, Chánh Văn phòng huyện Sốp Bâu gửi tới bạn lời chúc năm mới an khang."
    )
    assert [p.roles for p in record.people] == [("speaker",)]


def test_a_gate_to_be_opened_is_not_the_one_to_be_upgraded(extractor: Extractor) -> None:
    points = extractor.extract(
        "Hai bên xin mở cặp cửa khẩu phụ Nà Cài - Sốp Đung và đề nghị nâng cấp cửa khẩu phụ Chiềng Khương - Bản Đán lên cửa khẩu "
        "chính."
    ).border_points
    assert [(p.name, p.counterpart, p.proposed_kind) for p in points] == [
        ("Nà Cài", "Sốp Đung", None), ("Chiềng Khương", "Bản Đán", "main_gate"),
    ]  # fmt: skip
