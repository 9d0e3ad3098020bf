"""Border points: pairs and lists taken apart, sightings of one point joined, upgrades, what is no point."""

from __future__ import annotations

import pytest

from reading import read_context
from talkextract.assemble.border_points import border_points
from talkextract.record import BorderPoint


def points(text: str, day: str | None = None) -> tuple[BorderPoint, ...]:
    return border_points(read_context(text), day)


def names(text: str) -> list[str]:
    return [p.name for p in points(text)]


def shown(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [(p.name, p.kind, p.counterpart, p.proposed_kind) for p in points(text)]


@pytest.mark.parametrize(("text", "expected"), [
    # seeds 001 and 002, dev a_09 and a_13
    ("Hai bên thúc đẩy nâng cấp Cửa khẩu Huổi Puốc-Na Son thành cửa khẩu quốc tế; đẩy mạnh hoạt động.",
     [("Huổi Puốc", "gate", "Na Son", "international_gate")]),
    ("Lễ nâng cấp cặp cửa khẩu song phương Ma Lù Thàng (Việt Nam) - Kim Thủy Hà (Trung Quốc) lên cửa khẩu quốc tế.",
     [("Ma Lù Thàng", "bilateral_gate", "Kim Thủy Hà", "international_gate")]),
    ("Hai bên chính thức mở lối thông quan U Ma Tu Khoòng (Việt Nam) - Bình Hà (Trung Quốc).",
     [("U Ma Tu Khoòng", "crossing", "Bình Hà", None)]),
    ("Hàng hóa qua cửa khẩu quốc tế Lào Cai - Hà Khẩu được tạo mọi thuận lợi.",
     [("Lào Cai", "international_gate", "Hà Khẩu", None)]),
    # the other side first, by the tables or by the brackets
    ("Hai đoàn đi qua cặp cửa khẩu quốc tế Pang Hốc - Tây Trang.",
     [("Tây Trang", "international_gate", "Pang Hốc", None)]),
    ("Cặp lối mở Nà Đâu (Trung Quốc) - Pò Mới (Việt Nam) thông suốt.", [("Pò Mới", "crossing", "Nà Đâu", None)]),
    ("Quản lý hoạt động tại lối mở Km 3+4 Hải Yên, cầu phao tạm.", [("Km 3+4 Hải Yên", "crossing", None, None)]),
    # the head repeated, the two sides joined by words
    ("Đoàn khảo sát cửa khẩu quốc tế Cầu Treo (Hà Tĩnh, Việt Nam) và cửa khẩu quốc tế Nậm Phao (Bô Ly Khăm Xay, Lào).",
     [("Cầu Treo", "international_gate", "Nậm Phao", None)]),
    ("Cửa khẩu Tân Thanh (Việt Nam) - cửa khẩu Pò Chài (Trung Quốc) mở lại.", [("Tân Thanh", "gate", "Pò Chài", None)]),
    ("Cặp cửa khẩu phụ Nậm Lạnh và Mường Pợ thông thương.", [("Nậm Lạnh", "minor_gate", "Mường Pợ", None)]),
    ("Qua cửa khẩu phụ Pu Lau (Việt Nam), Nọng Kham (Lào).", [("Pu Lau", "minor_gate", "Nọng Kham", None)]),
    ("Cặp cửa khẩu Nậm Cắn (Việt Nam) - Nậm Cắn (Lào) hoạt động.", [("Nậm Cắn", "gate", "Nậm Cắn", None)]),
    ("Thông quan cửa khẩu song phương (Chi Ma - Ái Điểm).", [("Chi Ma", "bilateral_gate", "Ái Điểm", None)]),
    ("Mở các cặp cửa khẩu, lối mở: Lý Vạn - Thạc Long, Nà Lạn - Bố Cục.",
     [("Lý Vạn", "gate", "Thạc Long", None), ("Nà Lạn", "gate", "Bố Cục", None)]),
    ("Hội đàm ở Cửa khẩu Quốc tế Dinh Bà (Đồng Tháp) - Bontia Chak Crây (Prey Veng).",
     [("Dinh Bà", "international_gate", "Bontia Chak Crây", None)]),
    # only the other side is named
    ("Hội đàm tại cửa khẩu quốc tế Đen Sạ Vẳn (Lào).", [("Đen Sạ Vẳn", "international_gate", None, None)]),
])  # fmt: skip
def test_a_pair_is_one_entry_of_the_vietnamese_side(
    text: str, expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Ba cửa khẩu Hữu Nghị, Tân Thanh, Chi Ma của tỉnh Lạng Sơn còn tồn 4.461 xe.",
     ["Hữu Nghị", "Tân Thanh", "Chi Ma"]),
    ("Người dân qua các cửa khẩu quốc tế Lao Bảo, La Lay và cửa khẩu phụ Cóc.", ["Lao Bảo", "La Lay", "Cóc"]),
    ("Hai cửa khẩu Hữu Nghị - Tân Thanh đông xe.", ["Hữu Nghị", "Tân Thanh"]),
    ("Các lối mở Nà Cáy, Pác Khê, Lực lượng chức năng canh gác.", ["Nà Cáy", "Pác Khê"]),
    # what follows one gate is where it lies, but for a gate that the tables know
    ("Tại cửa khẩu quốc tế Lao Bảo, Hướng Hóa, hai bên gặp nhau.", ["Lao Bảo"]),
    ("Tại cửa khẩu Ma Lù Thàng, Lai Châu và Bản Vược.", ["Ma Lù Thàng", "Bản Vược"]),
    ("Tại Cửa khẩu quốc tế Mộc Bài, xã Bến Cầu, tỉnh Tây Ninh.", ["Mộc Bài"]),
    ("Cửa khẩu Hữu Nghị - Lạng Sơn thông xe.", ["Hữu Nghị"]),
    ("Cửa khẩu quốc tế đường bộ số II Kim Thành đông khách.", ["Kim Thành"]),
    ("CKQT Bờ Y; CK Ch'Ơm; lối mở Km3+4.", ["Bờ Y", "Ch'Ơm", "Km3+4"]),
    ("HỘI ĐÀM TẠI CỬA KHẨU QUỐC TẾ LAO BẢO GIỮA HAI ĐOÀN\n\nHai đoàn gặp nhau.", ["LAO BẢO"]),
    ("Cửa khẩu Đắc-Ốc (Đà Nẵng) mở cửa.", ["Đắc-Ốc"]),
])  # fmt: skip
def test_a_list_gives_each_gate(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", [
    "Khu vực biên giới, cửa khẩu, lối mở hai bên ổn định.",
    "Các cửa khẩu của hai nước; cửa khẩu hai bên; tại cửa khẩu biên giới.",
    "Cửa khẩu Việt Nam - Lào thông suốt.",
    "Hàng nghìn xe nằm chờ ở ba cửa khẩu Lạng Sơn.",
    "Hàng hóa qua các cửa khẩu Lào Cai tăng.",
    "Dân sang bạn bằng cửa khẩu Sơn La.",
    "Tuyến đường lên cửa khẩu quốc tế.",
    "TẠI CỬA KHẨU HAI BÊN GẶP NHAU",
    # a gate that only a unit, an office or an area is named after (seed 002)
    "Các đồn Biên phòng: cửa khẩu Ma Lù Thàng, Sì Lờ Lầu, Thu Lũm (BĐBP Lai Châu) dự.",
    "Trung tá Nguyễn Văn A, Đồn trưởng Đồn Biên phòng cửa khẩu quốc tế Cha Lo, nói.",
    "Trạm kiểm soát Biên phòng cửa khẩu quốc tế Nậm Cắn làm thủ tục.",
    "Chi cục Hải quan cửa khẩu Lao Bảo; Khu kinh tế cửa khẩu Cầu Treo; Ban Quản lý Khu kinh tế cửa khẩu quốc tế Bờ Y.",
    "Hệ thống mốc quốc giới giữ nguyên trạng; đã cắm 317/371 mốc, tăng dày 168 cột mốc.",
    "Kim ngạch vượt mốc 200 tỷ đồng, đạt mốc 1.250 tấn; mốc son 1959; mốc 2030; dấu mốc 65 năm; đến mốc 1/1/2022.",
])  # fmt: skip
def test_what_is_no_point(text: str) -> None:
    assert names(text) == []


def test_a_unit_does_not_hide_the_gate_beside_it() -> None:
    assert names("Đồn Biên phòng cửa khẩu Lao Bảo đón đoàn tại cửa khẩu Lao Bảo.") == ["Lao Bảo"]
    assert names("Trạm kiểm soát đặt ở cửa khẩu quốc tế Bờ Y mở cửa.") == ["Bờ Y"]
    assert names("Hội đàm ở Đồn Biên phòng Tây Trang, cửa khẩu quốc tế Huổi Puốc.") == ["Huổi Puốc"]
    assert names("Các đồn Biên phòng: Sì Lờ Lầu, cửa khẩu Ma Lù Thàng dự.") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Tại khu vực mốc 144 trên tuyến biên giới Việt Nam - Lào.", [("mốc 144", "144")]),
    ("Quân hai nước tuần tra tại mốc đại 275 (cửa khẩu quốc tế Tịnh Biên).",
     [("mốc đại 275", "275"), ("Tịnh Biên", None)]),
    ("Trông coi các mốc từ mốc 589 đến mốc 628.", [("mốc 589", "589"), ("mốc 628", "628")]),
    ("Chào cột mốc 512, xã Vùng Cao.", [("mốc 512", "512")]),
    ("Phát quang từ mốc 1088/2 đến 1090 và mốc giới số 1116(2).",
     [("mốc 1088/2", "1088/2"), ("mốc 1090", "1090"), ("mốc giới số 1116(2)", "1116(2)")]),
    ("Các mốc 13/1, 14 và 15; đoạn mốc 1119-1120.",
     [("mốc 13/1", "13/1"), ("mốc 14", "14"), ("mốc 15", "15"), ("mốc 1119", "1119"), ("mốc 1120", "1120")]),
    ("Ngày 30/4, tại mốc số 16 và 3 đồn biên phòng.", [("mốc số 16", "16")]),
    ("Chào cột mốc ngã ba biên giới Việt Nam - Lào - Trung Quốc.", [("mốc ngã ba biên giới", None)]),
])  # fmt: skip
def test_markers_begin_with_moc_and_keep_their_number(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = points(text)
    assert [(p.name, p.number) for p in found] == expected
    assert all(p.country is None and p.id is None for p in found if p.kind == "marker")


def test_one_of_a_twin_stands_on_one_bank() -> None:
    assert [(p.name, p.country) for p in points("Mốc 94(1) (Việt Nam) và mốc 144 (Việt Nam).")] == [
        ("Mốc 94(1)", "VN"), ("mốc 144", None),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [
    # the class that the article gives anywhere; the pair that it gives anywhere
    ("Gặp nhau tại cửa khẩu Lao Bảo.\nỞ cửa khẩu quốc tế Lao Bảo (Quảng Trị), đối diện cửa khẩu Đen Sạ Vẳn (Lào).",
     [("Lao Bảo", "international_gate", "Đen Sạ Vẳn", None)]),
    ("Cửa khẩu Pả Hà (Việt Nam) - Sốp Cốp (Lào) thông suốt. Người Lào chờ ở cửa khẩu phụ Sốp-cốp.",
     [("Pả Hà", "minor_gate", "Sốp Cốp", None)]),
    ("Tuần tra mốc 144. Hai bên gặp nhau ở cột mốc số 144.", [("mốc 144", "marker", None, None)]),
    ("HỘI ĐÀM Ở CỬA KHẨU LAO BẢO\n\nHội đàm diễn ra ở cửa khẩu Lao Bảo.", [("Lao Bảo", "gate", None, None)]),
])  # fmt: skip
def test_a_point_named_twice_is_one_entry(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Kiến nghị nâng cấp cửa khẩu chính Hồng Vân - Cô Tài, A Đớt - Tà Vàng lên cửa khẩu quốc tế.",
     [("Hồng Vân", "main_gate", "international_gate"), ("A Đớt", "main_gate", "international_gate")]),
    ("Cửa khẩu Lóng Sập sớm được nâng cấp từ cửa khẩu chính lên cửa khẩu quốc tế.",
     [("Lóng Sập", "main_gate", "international_gate")]),
    ("Hai bên bàn việc nâng cấp lên cửa khẩu quốc tế đối với cửa khẩu Chiềng Khương.",
     [("Chiềng Khương", "gate", "international_gate")]),
    ("Hai bên khảo sát lối mở A Pa Chải. Đề nghị nâng cấp lối mở này thành cửa khẩu song phương.",
     [("A Pa Chải", "crossing", "bilateral_gate")]),
    ("Đề nghị sớm đưa cặp cửa khẩu phụ Tà Rùng - La Cồ lên cửa khẩu chính.", [("Tà Rùng", "minor_gate", "main_gate")]),
    ("Thống nhất nâng các cửa khẩu chính Thông Bình và Sở Thượng thành cửa khẩu quốc tế.",
     [("Thông Bình", "main_gate", "international_gate"), ("Sở Thượng", "main_gate", "international_gate")]),
    ("Kiến nghị hai Chính phủ công nhận cửa khẩu Chi Ma - Ái Điểm là cửa khẩu quốc tế.",
     [("Chi Ma", "gate", "international_gate")]),
    ("Hai bên kiến nghị mở lại cửa khẩu song phương Chi Ma, tiến tới công nhận đây là cửa khẩu quốc tế.",
     [("Chi Ma", "bilateral_gate", "international_gate")]),
    ("Đẩy nhanh thủ tục để cửa khẩu chính Đăk Ruê được công nhận là cửa khẩu quốc tế.",
     [("Đăk Ruê", "main_gate", "international_gate")]),
    # done: the gate has the kind
    ("Cửa khẩu Lệ Thanh được nâng cấp thành cửa khẩu quốc tế vào năm 2007.", [("Lệ Thanh", "international_gate", None)]),
    ("Cửa khẩu Lệ Thanh sớm được nâng cấp thành cửa khẩu quốc tế từ năm 2027.",
     [("Lệ Thanh", "gate", "international_gate")]),
    ("Tại cửa khẩu Cha Lo, nơi được công nhận là cửa khẩu quốc tế năm 2002.", [("Cha Lo", "international_gate", None)]),
    ("Cửa khẩu Lóng Sập đã được nâng cấp thành cửa khẩu quốc tế.", [("Lóng Sập", "international_gate", None)]),
    # to be opened: the kind it is to have
    ("Hai bên thống nhất mở cặp cửa khẩu song phương Xín Mần - Đô Long.", [("Xín Mần", "bilateral_gate", None)]),
    # another sentence, another gate
    ("Hai đoàn đến cửa khẩu Tây Trang. Tỉnh muốn nâng cấp cửa khẩu Huổi Puốc lên quốc tế.",
     [("Tây Trang", "gate", None), ("Huổi Puốc", "gate", "international_gate")]),
    ("Nâng cấp đường đến cửa khẩu quốc tế Cầu Treo.", [("Cầu Treo", "international_gate", None)]),
])  # fmt: skip
def test_an_upgrade_is_put_to_its_gates(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(p.name, p.kind, p.proposed_kind) for p in points(text)] == expected


@pytest.mark.parametrize(("text", "country", "key"), [
    ("Tại cửa khẩu Ma Lù Thàng.", "VN", "gate:ma-lu-thang"),
    ("Tại cửa khẩu quốc tế Nà Phàu.", "LA", "gate:cha-lo"),
    ("Tại cửa khẩu Thanh Thủy (Nghệ An).", "VN", "gate:thanh-thuy-nghe-an"),
    ("Tại cửa khẩu Thanh Thủy - Thiên Bảo.", "VN", "gate:thanh-thuy-tuyen-quang"),
    ("Tại cửa khẩu Thanh Thủy, hai nước Việt Nam - Lào.", "VN", "gate:thanh-thuy-nghe-an"),
    ("Tại cửa khẩu Thanh Thủy.", None, None),
    ("Tại cửa khẩu phụ Cóc, tỉnh Quảng Trị.", "VN", "gate:coc"),
    ("Tại cửa khẩu phụ Nà Khoai.", None, None),
    ("Tại cửa khẩu phụ Nà Khoai (tỉnh Quảng Trị).", "VN", None),
    ("Tại cửa khẩu phụ Nà Khoai, tỉnh Savannakhet.", "LA", None),
])  # fmt: skip
def test_country_and_id_come_from_the_article_or_the_tables(text: str, country: str | None, key: str | None) -> None:
    assert [(p.country, p.id) for p in points(text)] == [(country, key)]


def test_every_value_has_evidence_that_shows_it() -> None:
    text = (
        "Nâng cấp cặp  cửa khẩu song phương Ma Lù Thàng (Việt Nam) - Kim Thuỷ Hà (Trung Quốc) lên cửa khẩu quốc tế; "
        "tuần tra các mốc 61, 62."
    )
    found = points(text)
    evidence = [{(e.field, e.text) for e in p.evidence} for p in found]
    assert evidence == [
        {("name", "Ma Lù Thàng"), ("kind", "cửa khẩu song phương"), ("country", "Việt Nam"),
         ("counterpart", "Kim Thuỷ Hà"),
         ("proposed_kind", "cửa khẩu quốc tế"), ("id", "Ma Lù Thàng")},
        {("name", "mốc 61"), ("kind", "mốc"), ("number", "61")},
        {("name", "mốc"), ("name", "62"), ("kind", "mốc"), ("number", "62")},
    ]  # fmt: skip
    for e in (e for p in found for e in p.evidence):
        assert text[e.start : e.end] == e.text
        assert e.source.startswith("rule:")


def test_the_same_points_from_decomposed_letters() -> None:
    import unicodedata

    text = "Nâng cấp cửa khẩu Huổi Puốc - Na Son lên cửa khẩu quốc tế, tuần tra mốc 144."
    bare = {"evidence": ()}
    decomposed = points(unicodedata.normalize("NFD", text))
    assert [p.model_copy(update=bare) for p in decomposed] == [p.model_copy(update=bare) for p in points(text)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên dừng ở mốc số 1116-2.", [("mốc số 1116-2", "1116-2")]),
    ("Hai bên đi từ mốc 1119-1120.", [("mốc 1119", "1119"), ("mốc 1120", "1120")]),
    ("Hai bên đi từ mốc 5-7.", [("mốc 5", "5"), ("mốc 7", "7")]),
])  # fmt: skip
def test_a_hyphen_joins_a_marker_to_its_part_or_two_markers(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(p.name, p.number) for p in points(text)] == expected


def test_two_countries_are_no_gate() -> None:
    assert names("Tổ công tác cửa khẩu Việt - Trung họp; cửa khẩu Việt - Lào thông thoáng; cửa khẩu Việt Long mở.") == [
        "Việt Long"
    ]


def test_what_every_marker_is_stands_in_no_name() -> None:
    text = "Hai đơn vị tuần tra từ Mốc quốc giới 99 đến mốc 104, qua mốc giới số 5, mốc đại 275 và mốc phụ 53/3."
    assert names(text) == ["Mốc 99", "mốc 104", "mốc giới số 5", "mốc đại 275", "mốc phụ 53/3"]


@pytest.mark.parametrize(("text", "expected"), [
    # what is opened is not raised with the gate behind it
    ("Mở lối thông quan Cốc Nam (Việt Nam) - Lũng Nghịu (Trung Quốc), nâng cấp cửa khẩu Chi Ma - Ái Điểm lên cửa khẩu quốc tế.",
     [("Cốc Nam", "crossing", "Lũng Nghịu", None), ("Chi Ma", "gate", "Ái Điểm", "international_gate")]),
    # a pair whose class stands elsewhere in the sentence, or nowhere
    ("Cặp Thanh Thủy - Thiên Bảo là cửa khẩu quốc tế.", [("Thanh Thủy", "international_gate", "Thiên Bảo", None)]),
    ("Cặp Thanh Thủy - Thiên Bảo thắng trận chung kết.", []),
    ("Kéo dài giờ thông quan nông sản ở Thanh Thủy - Thiên Bảo.", [("Thanh Thủy", "gate", "Thiên Bảo", None)]),
    ("Kéo dài giờ thông quan nông sản ở Móng Cái - Quảng Ninh.", []),
    ("Mở cửa khẩu Thanh Thủy - Việt Nam và Thiên Bảo - Trung Quốc.", [("Thanh Thủy", "gate", "Thiên Bảo", None)]),
    ("Tàu qua cửa khẩu ga đường sắt quốc tế Đồng Đăng tăng.", [("Đồng Đăng", "international_gate", None, None)]),
])  # fmt: skip
def test_pairs_without_a_class_of_their_own(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    assert shown(text) == expected
