"""The gates of the table against what decrees, agreements and papers list, by name, class and day."""

from __future__ import annotations

import csv
import unicodedata
from collections import defaultdict
from itertools import pairwise

import pytest

from talkextract.rules import shipped_folder
from talkextract.tables import Tables

TABLES = Tables((shipped_folder(),))
# NQ 127/NQ-CP of 14/8/2023 and NQ 389/NQ-CP of 2/12/2025: the land gates open to holders of electronic visas, all of
# them international, with their province of today (NQ 389) or of that time (NQ 127).
NQ_127 = {
    "Tây Trang": "VN-71", "Móng Cái": "VN-13", "Hữu Nghị": "VN-09", "Lào Cai": "VN-02", "Na Mèo": "VN-21",
    "Nậm Cắn": "VN-22", "Cầu Treo": "VN-23", "Cha Lo": "VN-24", "La Lay": "VN-25", "Lao Bảo": "VN-25", "Bờ Y": "VN-28",
    "Mộc Bài": "VN-37", "Xa Mát": "VN-37", "Tịnh Biên": "VN-44", "Vĩnh Xương": "VN-44", "Hà Tiên": "VN-47",
}  # fmt: skip
NQ_389 = {
    "Đồng Đăng": "VN-09", "Lào Cai": "VN-02", "Trà Lĩnh": "VN-04", "Lóng Sập": "VN-05", "Nam Giang": "VN-DN",
    "Lệ Thanh": "VN-30", "Bình Hiệp": "VN-37", "Thường Phước": "VN-45", "Dinh Bà": "VN-45", "Tân Nam": "VN-37",
    "Thanh Thủy": "VN-07",
}  # fmt: skip
# The agreement on gates between Viet Nam and China of 18/11/2009, Điều 2: the pairs open then, and those to be opened.
OPEN_2009 = {
    "Ma Lù Thàng": "Kim Thủy Hà", "Lào Cai": "Hà Khẩu", "Thanh Thủy": "Thiên Bảo", "Trà Lĩnh": "Long Bang",
    "Tà Lùng": "Thủy Khẩu", "Đồng Đăng": "Bằng Tường", "Hữu Nghị": "Hữu Nghị Quan", "Móng Cái": "Đông Hưng",
}  # fmt: skip
TO_OPEN_2009 = {
    "A Pa Chải": "Long Phú", "U Ma Tu Khoòng": "Bình Hà", "Mường Khương": "Kiều Đầu", "Xín Mần": "Đô Long",
    "Phó Bảng": "Đổng Cán", "Săm Pun": "Điền Bồng", "Sóc Giang": "Bình Mãng", "Pò Peo": "Nhạc Vu",
    "Lý Vạn": "Thạc Long", "Hạ Lang": "Khoa Giáp", "Bình Nghi": "Bình Nhi Quan", "Chi Ma": "Ái Điểm",
    "Hoành Mô": "Động Trung",
}  # fmt: skip
# The agreement on the management of the border with Laos of 16/3/2016: the pairs that both sides confirm to be open, as
# far as the list could be read. lutrader.com quotes it without its title: all international and main ones, eight of the
# eighteen auxiliary ones (here without Thanh Thủy).
OPEN_2016 = {
    "international_gate": {
        "Tây Trang": "Pang Hốc", "Na Mèo": "Nậm Sôi", "Nậm Cắn": "Nậm Cắn", "Cầu Treo": "Nậm Phao", "Cha Lo": "Na Phậu",
        "Lao Bảo": "Đen Sạ Vẳn", "La Lay": "La Lay", "Bờ Y": "Phu Cưa"},
    "main_gate": {
        "Huổi Puốc": "Na Son", "Chiềng Khương": "Bản Đán", "Lóng Sập": "Pa Háng", "Tén Tằn": "Xổm Vẳng",
        "Hồng Vân": "Cô Tài", "A Đớt": "Tà Vàng", "Nam Giang": "Đắc Ta Oọc"},
    "minor_gate": {
        "Si Pa Phìn": "Huội La", "Nậm Lạnh": "Mường Pợ", "Nà Cài": "Sốp Đụng", "Khẹo": "Tha Lấu", "Thông Thụ": "Nậm Tạy",
        "Tam Hợp": "Thoong My Xay", "Cao Vều": "Thoong Phị La"},
}  # fmt: skip
# The provinces on the three borders before 1/7/2025.
CHINA = {"VN-13", "VN-09", "VN-04", "VN-03", "VN-02", "VN-01", "VN-71"}
LAOS = {"VN-71", "VN-05", "VN-21", "VN-22", "VN-23", "VN-24", "VN-25", "VN-26", "VN-27", "VN-28"}
CAMBODIA = {"VN-28", "VN-30", "VN-33", "VN-72", "VN-58", "VN-37", "VN-41", "VN-45", "VN-44", "VN-47"}


def gates() -> list[dict[str, str]]:
    with (shipped_folder() / "gates.csv").open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def kinds(region: str, country: str, day: str) -> dict[str, set[str]]:
    """The names of the gates of a province (of before the mergers) towards a state, by class, as of a day."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in gates():
        if (row["region"], row["other_country"]) == (region, country):
            gate = TABLES.gate(row["name"], country=country, region=region, day=day)
            assert gate is not None, row["name"]
            found[gate.kind].add(gate.name)
    return dict(found)


@pytest.mark.parametrize(("listed", "day"), [(NQ_127, "2023-08-14"), (NQ_389, "2025-12-02")])
def test_the_international_gates_are_those_of_the_resolutions(listed: dict[str, str], day: str) -> None:
    for name, region in listed.items():
        gate = TABLES.gate(name, region=region, day=day)
        assert gate is not None, name
        assert (gate.kind, gate.region) == ("international_gate", region), name


def test_the_pairs_with_china_are_those_of_the_agreement() -> None:
    for name, counterpart in (OPEN_2009 | TO_OPEN_2009).items():
        here, there = (TABLES.gate(n, country="CN") for n in (name, counterpart))
        assert here is not None, name
        assert here == there, name
        assert here.counterpart == counterpart
        assert (here.side(name), here.side(counterpart)) == ("VN", "CN")


@pytest.mark.parametrize("kind", OPEN_2016)
def test_the_pairs_with_laos_are_those_of_the_agreement(kind: str) -> None:
    for name, counterpart in OPEN_2016[kind].items():
        here, there = (TABLES.gate(n, country="LA", day="2016-03-16") for n in (name, counterpart))
        assert here is not None, name
        assert here == there, name
        assert here.kind == kind, name
        assert (here.side(name), here.side(counterpart)) == ("VN", "VN" if name == counterpart else "LA")
    if kind == "main_gate":  # Thanh Thủy was one by Viet Nam's decision only (QĐ 753/QĐ-TTg)
        ours = [kinds(region, "LA", "2016-03-16").get(kind, set()) for region in LAOS]
        assert set().union(*ours) == OPEN_2016[kind].keys() | {"Thanh Thủy"}


def test_every_border_province_has_its_gates() -> None:
    towards: dict[str, set[str]] = defaultdict(set)
    for row in gates():
        towards[row["other_country"]].add(row["region"])
    assert towards == {"CN": CHINA, "LA": LAOS, "KH": CAMBODIA}


@pytest.mark.parametrize(("region", "country", "day", "expected"), [
    # baonghean.vn, 19/11/2022
    ("VN-22", "LA", "2022-11-19", {
        "international_gate": {"Nậm Cắn"}, "main_gate": {"Thanh Thủy"}, "minor_gate": {"Thông Thụ", "Tam Hợp", "Cao Vều"},
        "crossing": {"Ta Đo", "Buộc Mú", "Keng Đu", "Xiềng Trên"}}),
    # biengioilanhtho.gov.vn, 19/11/2024: four gates with Hủa Phăn
    ("VN-05", "LA", "2024-11-19", {
        "international_gate": {"Lóng Sập"}, "main_gate": {"Chiềng Khương"}, "minor_gate": {"Nậm Lạnh", "Nà Cài"}}),
    # biengioilanhtho.gov.vn, 14/3/2025: three pairs with Át Ta Pư and Sê Kông
    ("VN-28", "LA", "2025-03-14", {"international_gate": {"Bờ Y"}, "minor_gate": {"Đăk Long", "Đăk Blô"}}),
])  # fmt: skip
def test_a_provinces_gates_are_those_that_papers_count(
    region: str, country: str, day: str, expected: dict[str, set[str]]
) -> None:
    assert kinds(region, country, day) == expected


def test_tay_ninh_has_the_gates_that_papers_count() -> None:
    # en.vietnamplus.vn 202349, 31/5/2021: three international and three main ones
    then = kinds("VN-37", "KH", "2021-05-31")
    assert then["international_gate"] == {"Mộc Bài", "Xa Mát", "Tân Nam"}
    assert then["main_gate"] == {"Kà Tum", "Chàng Riệc", "Phước Tân"}
    # news.baolongan.vn a198858, 2025: with Long An four of each
    today = [row for row in gates() if row["region_2025"] == "VN-37" and not row["valid_to"]]
    assert {r["name"] for r in today if r["kind"] == "international_gate"} == then["international_gate"] | {"Bình Hiệp"}
    assert {r["name"] for r in today if r["kind"] == "main_gate"} == then["main_gate"] | {"Mỹ Quý Tây"}


@pytest.mark.parametrize(("name", "before", "day", "after"), [
    ("Bình Hiệp", "main_gate", "2011-01-11", "international_gate"),
    ("La Lay", "main_gate", "2014-06-25", "international_gate"),
    ("Chàng Riệc", "minor_gate", "2015-12-31", "main_gate"),
    ("Chi Ma", "main_gate", "2018-09-10", "bilateral_gate"),
    ("Phước Tân", "minor_gate", "2018-10-05", "main_gate"),
    ("Ma Lù Thàng", "bilateral_gate", "2020-05-07", "international_gate"),
    ("Nam Giang", "main_gate", "2020-12-22", "international_gate"),
    ("Tân Nam", "minor_gate", "2021-05-31", "international_gate"),
    ("Trà Lĩnh", "bilateral_gate", "2023-12-28", "international_gate"),
    ("Hoành Mô", "main_gate", "2024-06-25", "bilateral_gate"),
    ("Bắc Phong Sinh", "minor_gate", "2024-06-25", "crossing"),
    ("Lóng Sập", "main_gate", "2024-11-19", "international_gate"),
    ("Lý Vạn", "minor_gate", "2025-02-27", "bilateral_gate"),
    ("Tà Lùng", "bilateral_gate", "2025-09-12", "international_gate"),
])  # fmt: skip
def test_a_class_changes_on_its_day_and_the_id_stays(name: str, before: str, day: str, after: str) -> None:
    eve = f"{day[:8]}{int(day[8:]) - 1:02}"
    found = [TABLES.gate(name, day=d) for d in (eve, day, None)]
    assert [g.kind for g in found if g] == [before, after, after]
    assert len({g.id for g in found if g}) == 1


@pytest.mark.parametrize(("name", "before", "after"), [
    ("Dinh Bà", "main_gate", "international_gate"), ("Hà Tiên", "main_gate", "international_gate"),
    ("Lệ Thanh", "main_gate", "international_gate"), ("Đăk Ruê", "minor_gate", "main_gate"),
    ("Mỹ Quý Tây", "minor_gate", "main_gate"), ("Giang Thành", "minor_gate", "main_gate"),
])  # fmt: skip
def test_a_class_changes_in_a_month_of_which_no_day_is_told(name: str, before: str, after: str) -> None:
    # vneconomy.vn, 30/3/2007: decided by the Prime Minister
    found = [TABLES.gate(name, day=d) for d in ("2007-02-28", "2007-03-31", None)]
    assert [g.kind for g in found if g] == [before, after, after]


def test_the_rows_of_a_gate_follow_each_other_and_differ_in_class_only() -> None:
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in gates():
        rows[row["id"]].append(row)
    for key, several in rows.items():
        for one, next_one in pairwise(several):
            assert one["valid_to"], key
            assert one["valid_to"] < next_one["valid_from"] or next_one["valid_from"] == one["valid_to"][:7], key
            assert one["kind"] != next_one["kind"], key
            for column in ("name", "spellings", "region", "region_2025", "counterparts", "other_region"):
                assert one[column] == next_one[column], key


def test_every_spelling_of_either_side_leads_to_the_gate() -> None:
    for row in gates():
        for name in filter(None, [row["name"], *row["spellings"].split("|"), *row["counterparts"].split("|")]):
            for form in (name, name.upper(), name.lower(), unicodedata.normalize("NFD", name), name.replace(" ", "-")):
                gate = TABLES.gate(form, country=row["other_country"], region=row["region"])
                assert gate is not None, form
                assert gate.id == row["id"], form


@pytest.mark.parametrize("names", [
    ["Đắk Tà Oọc", "Đắc Tà Oóc", "Nam Giang", "Đắc Ốc"], ["Ch'Ơm", "Tây Giang", "Kà Lừm", "Ka Lừm"],
    ["Bắc Đai", "Bắc Đại", "Nhơn Hội"], ["Vĩnh Xương", "Sông Tiền", "Kaorm Samnor"],
    ["Bờ Y", "Pờ Y", "Phù Cưa", "Phù Kưa", "Phu Cưa"], ["Tân Nam", "Mơn Chây", "Meun Chey"],
    ["Lệ Thanh", "Ô Yadav", "O'Yadaw"], ["Bu Prăng", "Buprang", "O Raaing"], ["Lao Bảo", "Đensavẳn", "Den Savanh"],
    ["Chàng Riệc", "Đa", "Dar"], ["Phước Tân", "Bos Mon", "Bố Môn"], ["Vàm Trảng Trâu", "Don", "Dong"],
    ["Hòa Hiệp", "Khse Dek", "Khser Dek"], ["Bạch Đích", "Dương Vạn", "Yang Wan"], ["Phó Bảng", "Phố Bảng"],
    ["Hạ Lang", "Bí Hà", "Khoa Giáp"], ["Đăk Blô", "Đắk Plô", "Đăk Bar"], ["Na Hình", "Nà Hình", "Kéo Ái"],
])  # fmt: skip
def test_spellings_of_papers_are_one_gate(names: list[str]) -> None:
    assert len({gate.id for gate in map(TABLES.gate, names) if gate}) == 1
    assert all(map(TABLES.gate, names))


@pytest.mark.parametrize("name", ["Thành", "Thạnh", "Cốc", "Chèng", "Hồng", "Hoàng Hoa", "Kim Long", "Tân"])
def test_what_sounds_like_a_syllable_is_no_gate(name: str) -> None:
    assert TABLES.gate(name) is None
    assert not TABLES.has_gate(name)


def test_a_name_of_two_gates_is_a_gates_name_all_the_same() -> None:
    assert TABLES.gate("Thanh Thủy") is None
    assert TABLES.has_gate("Thanh Thủy")
    assert TABLES.has_gate("THANH THỦY")


def test_a_region_that_no_source_tells_is_left_open() -> None:
    gate = TABLES.gate("Keng Đu")
    assert gate is not None
    assert (gate.region, gate.other_country, gate.other_region) == ("VN-22", "LA", "")
