"""The tables: what they hold, how names are compared, what the day decides, what is said of a wrong table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from talkextract.errors import RuleError
from talkextract.rules import load_rules, shipped_folder
from talkextract.tables import Tables, fold_name
from talkextract.values.places import loosen

TABLES = Tables((shipped_folder(),))
# ISO 3166-2:VN: two digits save those never given or given back, and five cities by letters.
UNUSED = {8, 10, 11, 12, 15, 16, 17, 19, 38, 42, 48, 60, 62, 64, 65}
VIETNAM = {f"VN-{n:02}" for n in range(1, 74) if n not in UNUSED} | {f"VN-{c}" for c in ("CT", "DN", "HN", "HP", "SG")}
# NQ 202/2025/QH15: the names that are no province's after the mergers.
MERGED = {
    "Hà Giang", "Yên Bái", "Bắc Kạn", "Hòa Bình", "Vĩnh Phúc", "Bắc Giang", "Thái Bình", "Hải Dương", "Hà Nam",
    "Nam Định", "Quảng Bình", "Quảng Nam", "Kon Tum", "Bình Định", "Ninh Thuận", "Phú Yên", "Đắk Nông", "Bình Thuận",
    "Bình Phước", "Bình Dương", "Bà Rịa - Vũng Tàu", "Long An", "Tiền Giang", "Bến Tre", "Trà Vinh", "Kiên Giang",
    "Hậu Giang", "Sóc Trăng", "Bạc Liêu",
}  # fmt: skip
TOP = {"province", "municipality", "capital", "autonomous_region"}


def rows(file: str) -> list[dict[str, str]]:
    with (shipped_folder() / file).open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def provinces_on(day: str, country: str = "VN") -> dict[str, str]:
    return {
        r["name"]: r["code"]
        for r in rows("regions.csv")
        if r["country"] == country
        and r["kind"] in TOP
        and (not r["valid_from"] or r["valid_from"] <= day)
        and (not r["valid_to"] or day <= r["valid_to"])
    }


def code(name: str, **how: str | None) -> str | None:
    region = TABLES.region(name, **how)
    return region.code if region else None


def test_the_provinces_before_and_after_the_mergers() -> None:
    before, after = provinces_on("2025-06-30"), provinces_on("2025-07-01")
    assert set(before.values()) == VIETNAM
    assert len(before) == 63
    assert len(after) == 34
    assert set(before) - set(after) == MERGED
    assert set(after) < set(before)
    assert {n: before[n] for n in after} == after  # a merged province has the code of the name that it keeps


def test_hue_is_a_city_of_its_own_from_2025() -> None:
    assert "Thừa Thiên Huế" in provinces_on("2024-12-31")
    assert "Huế" in provinces_on("2025-01-01")
    for day in ("2024-05-05", "2025-05-05"):
        assert {code(n, day=day) for n in ("Huế", "thành phố Huế", "tỉnh Thừa Thiên Huế", "TP. Huế")} == {"VN-26"}


def test_the_neighbours_provinces_are_all_there() -> None:
    day = "2024-01-01"
    assert {r["code"] for r in rows("regions.csv") if r["country"] == "LA" and r["kind"] in TOP} == {
        f"LA-{c}" for c in "AT BK BL CH HO KH LM LP OU PH SL SV VI VT XA XE XI XS".split()
    }
    assert set(provinces_on(day, "KH").values()) == {f"KH-{n}" for n in range(1, 26)}
    assert {"CN-YN", "CN-GX", "CN-BJ"} <= set(provinces_on(day, "CN").values())


def test_every_spelling_leads_to_its_province() -> None:
    for row in rows("regions.csv"):
        if row["kind"] in TOP:
            level = "thủ đô" if row["kind"] == "capital" else "tỉnh"
            for name in [row["name"], *filter(None, row["spellings"].split("|"))]:
                found = TABLES.region(name if row["country"] == "VN" else f"{level} {name}", country=row["country"])
                assert (found is not None and found.code) == row["code"], name


def test_what_a_gate_and_a_district_lie_in_is_in_the_table() -> None:
    regions = rows("regions.csv")
    codes = {r["code"] for r in regions}
    names = {(r["code"], r["name"]) for r in regions}
    assert {(r["code"], r["within"]) for r in regions if r["within"]} <= names
    for gate in rows("gates.csv"):
        assert {gate["region"], gate["region_2025"], gate["other_region"]} <= codes | {""}, gate["id"]
        assert gate["region_2025"] in provinces_on("2025-07-01").values(), gate["id"]
        assert gate["other_region"][:2] in ("", gate["other_country"]), gate["id"]
    assert {r["code"] for r in rows("communes.csv")} == set(provinces_on("2025-07-01").values())


def test_no_spelling_is_listed_that_folding_gives() -> None:
    for file, head in (("regions.csv", "name"), ("gates.csv", "name"), ("gates.csv", "counterparts")):
        for row in rows(file):
            names = [row[head], *row.get("spellings", "").split("|")] if head == "name" else row[head].split("|")
            keys = [loosen(n) for n in names if n]
            assert len(keys) == len(set(keys)), names


@pytest.mark.parametrize("names", [
    ["Luông Pha-băng", "Luông Pha Băng", "LUÔNG PHA BĂNG", "luông pha băng", "Luông-Pha-Băng"],
    ["Khánh Hoà", "Khánh Hòa"], ["Thuỷ Khẩu", "Thủy Khẩu"], ["Ch'Ơm", "Ch’Ơm", "Chơm"],
    ["Hòa Bình", "Ho\u0300a Bi\u0300nh"],
])  # fmt: skip
def test_one_spelling_has_one_key(names: list[str]) -> None:
    assert len({fold_name(n) for n in names}) == 1


def test_keys_tell_names_apart() -> None:
    assert len({fold_name(n) for n in ("Quảng Trị", "Quảng Trì", "Quang Tri")}) == 3
    assert loosen("Quảng Trị") == loosen("Quang Tri") != loosen("Quảng Tây")


@pytest.mark.parametrize(("name", "expected"), [
    ("tỉnh Luông Pha Bang", "LA-LP"), ("Luông Pra Băng", "LA-LP"), ("Luang Prabang", "LA-LP"),
    ("Luông-Pha-Bang", "LA-LP"),
    ("tỉnh Phoong-Sa-Ly", "LA-PH"), ("Phongsaly", "LA-PH"), ("tỉnh Phông Xa Lì", "LA-PH"), ("tỉnh U-Đôm-Xay", "LA-OU"),
    ("tỉnh Xa-vẳn-na-khẹt", "LA-SV"), ("Savannakhet", "LA-SV"), ("tỉnh Xa-la-van", "LA-SL"), ("Hủa Phăn", "LA-HO"),
    ("Mundulkiri", "KH-11"), ("tỉnh Môn-đun-ki-ri", "KH-11"), ("Croche", "KH-10"), ("Svay-Riêng", "KH-20"),
    ("Pray Veng", "KH-14"), ("tỉnh Ra-ta-na-ki-ri", "KH-16"), ("Tbong Khmum", "KH-25"),
    ("châu Hồng Hà", "CN-YN"), ("Khu tự trị dân tộc Choang Quảng Tây", "CN-GX"), ("Côn Minh", "CN-YN"),
    ("thủ đô Viêng Chăn", "LA-VT"), ("tỉnh Viêng Chăn", "LA-VI"), ("Viêng Chăn", "LA-VT"), ("Phnom Penh", "KH-12"),
    ("thành phố Đông Hà", "VN-25"), ("TP. Buôn Ma Thuột", "VN-33"), ("huyện Mường Nhé", "VN-71"),
    ("Vĩnh Hưng", "VN-41"),
    ("Châu Đốc", "VN-44"), ("Móng Cái", "VN-13"), ("TP.HCM", "VN-SG"), ("Đăk Lăk", "VN-33"), ("TP Lai Châu", "VN-01"),
    ("thị xã Mộc Châu", "VN-05"), ("huyện Mộc Châu", "VN-05"), ("huyện Viêng Xay", "LA-HO"), ("Mê Mốt", "KH-25"),
])  # fmt: skip
def test_a_name_leads_to_its_region(name: str, expected: str) -> None:
    assert code(name) == expected


@pytest.mark.parametrize("name", [
    "hội đàm", "", "tỉnh", "Lương Phú Băng", "huyện Lâm Đồng", "tỉnh Mường Nhé", "xã Tân Tiến", "Tân Châu", "Quảng",
])  # fmt: skip
def test_what_names_no_one_region_gives_none(name: str) -> None:
    assert TABLES.region(name) is None


def test_level_country_and_province_tell_names_apart() -> None:
    assert code("huyện Tân Châu") == "VN-37"
    assert code("thị xã Tân Châu") == "VN-44"
    assert code("Tân Châu", within="VN-44") == "VN-44"
    assert code("Giang Thành") is None
    assert code("Giang Thành", country="VN") == "VN-47"
    assert code("Giang Thành", country="CN") == "CN-YN"
    assert code("huyện Trùng Khánh") == "VN-04"
    assert code("Trùng Khánh", country="CN") == "CN-CQ"
    assert code("Sơn La", country="LA") is None


def test_the_day_decides_and_an_article_that_errs_is_followed() -> None:
    quang_ngai = [TABLES.region("Quảng Ngãi", day=day) for day in ("2025-06-30", "2025-07-01")]
    assert [(r.code, r.valid_from) for r in quang_ngai if r] == [("VN-29", ""), ("VN-29", "2025-07-01")]
    assert code("tỉnh Hà Giang", day="2026-01-01") == "VN-03"


def test_a_commune_needs_a_day_after_the_reform() -> None:
    assert code("phường Tân Phong", day="2025-12-03") == "VN-01"
    assert code("xã Bến Cầu", day="2025-11/2025-12") == "VN-37"
    assert code("phường Tân Phong") is None
    assert code("phường Tân Phong", day="2019-01-01") is None
    assert code("xã Tân Tiến", day="2025-12-03") is None
    assert code("xã Tân Tiến", day="2025-12-03", within="VN-09") == "VN-09"


@pytest.mark.parametrize(("day", "region", "kind"), [
    ("2024-11-18", "VN-05", "main_gate"), ("2024-11-19", "VN-05", "international_gate"),
    ("XXXX-07-22", "VN-05", "international_gate"), (None, "VN-05", "international_gate"),
])  # fmt: skip
def test_the_class_of_a_gate_is_that_of_the_day(day: str | None, region: str, kind: str) -> None:
    gate = TABLES.gate("Lóng Sập", day=day)
    assert gate is not None
    assert (gate.id, gate.region, gate.kind) == ("gate:long-sap", region, kind)


def test_the_province_of_a_gate_is_that_of_the_day() -> None:
    found = [TABLES.gate("Bình Hiệp", day=day) for day in ("2025-06-30", "2025-07-01", "2025-36", None)]
    assert [g.region for g in found if g] == ["VN-41", "VN-37", "VN-37", "VN-37"]


def test_a_gate_is_found_by_either_side() -> None:
    here, there = TABLES.gate("cửa khẩu quốc tế Lao Bảo"), TABLES.gate("Đen Sa Vẳn")
    assert here is not None
    assert here == there
    assert (here.side("Lao Bảo"), here.side("Densavan"), here.side("Cha Lo")) == ("VN", "LA", None)
    same = TABLES.gate("Nậm Cắn")
    assert same is not None
    assert same.side("Nậm Cắn") == "VN"


def test_gates_of_one_name_need_a_border_or_a_region() -> None:
    assert TABLES.gate("Thanh Thủy") is None
    for how, key in (
        ({"country": "CN"}, "gate:thanh-thuy-tuyen-quang"), ({"region": "VN-03"}, "gate:thanh-thuy-tuyen-quang"),
        ({"country": "LA"}, "gate:thanh-thuy-nghe-an"), ({"region": "VN-22"}, "gate:thanh-thuy-nghe-an"),
    ):  # fmt: skip
        gate = TABLES.gate("Thanh Thủy", **how)
        assert gate is not None
        assert gate.id == key
    assert TABLES.gate("Hà Nội") is None


def test_few_names_are_those_of_two_gates() -> None:
    gates = rows("gates.csv")
    several = {g["name"] for g in gates if TABLES.gate(g["name"]) is None}
    assert several == {"Thanh Thủy", "Tân Hưng"}


@pytest.mark.parametrize(("name", "countries", "how", "expected"), [
    ("Hiệp định về quy chế quản lý biên giới và cửa khẩu biên giới trên đất liền Việt Nam - Lào", "VN LA", {},
     "treaty:la-2016-regulation"),
    ("Hiệp định Quy chế biên giới năm 2016", "LA VN", {}, "treaty:la-2016-regulation"),
    ("Hiệp định về quy chế biên giới", "VN LA", {"day": "2015-06-01"}, "treaty:la-1990-regulation"),
    ("Hiệp định về quy chế biên giới", "VN LA", {"day": "2022-06-01"}, "treaty:la-2016-regulation"),
    ("Hiệp định về Quy chế biên giới", "VN KH", {}, "treaty:kh-1983-regulation"),
    # the parties are no part of what a paper is looked up by, whichever way their tones are written
    ("Hiệp định Quy chế biên giới giữa Việt Nam và Cộng hòa dân chủ nhân dân Lào năm 2016", "VN LA", {},
     "treaty:la-2016-regulation"),
    ("Hiệp định Quy chế biên giới giữa Việt Nam và Cộng hoà dân chủ nhân dân Lào năm 2016", "VN LA", {},
     "treaty:la-2016-regulation"),
    ("Hiệp ước bổ sung Hiệp ước Hoạch định biên giới quốc gia năm 1985", "VN KH", {"signed": "2005-10-10"},
     "treaty:kh-2005-supplement"),
    ("Hiệp ước 2005", "VN KH", {}, None),
    ("ba văn kiện pháp lý về biên giới đất liền", "VN CN", {}, "treaty:cn-2009-documents"),
    ("3 văn kiện pháp lý về biên giới", "VN CN", {}, "treaty:cn-2009-documents"),
    ("hai văn kiện pháp lý", "VN KH", {}, "treaty:kh-2019-documents"),
    ("ba văn kiện pháp lý", "VN LA", {}, None),
    ("Nghị định thư phân giới cắm mốc", "VN CN", {}, "treaty:cn-2009-demarcation"),
    ("Nghị định thư phân giới cắm mốc", "VN KH", {}, "treaty:kh-2019-demarcation"),
    ("Nghị định thư phân giới cắm mốc", "VN LA", {}, "treaty:la-1986-demarcation"),
    ("Thỏa thuận hợp tác biên phòng", "VN LA", {}, None),
])  # fmt: skip
def test_the_countries_the_year_and_the_day_tell_papers_apart(
    name: str, countries: str, how: dict[str, str], expected: str | None
) -> None:
    treaty = TABLES.treaty(name, countries.split(), **how)
    assert (treaty.id if treaty else None) == expected


def test_abbreviations_are_written_out() -> None:
    short = TABLES.abbreviations
    assert [short[s] for s in ("BĐBP", "CHQS", "QĐND", "TP.")] == [
        "Bộ đội Biên phòng", "Chỉ huy Quân sự", "Quân đội nhân dân", "thành phố",
    ]  # fmt: skip
    assert all(key != value for key, value in short.items())


GATES = "id,name,spellings,kind,valid_from,valid_to,region,region_2025,counterparts,other_country,other_region,source\n"


def test_a_folder_of_the_user_overlays_by_key(tmp_path: Path) -> None:
    (tmp_path / "gates.csv").write_text(
        GATES + "gate:cha-lo,Cha Lo,,main_gate,,,VN-24,VN-25,Nà Phàu,LA,LA-KH,mine\n"
        "gate:mine,Pu Tả Tổng,Puta Tong,crossing,,,VN-01,VN-01,,CN,CN-YN,mine\n",
        "utf-8",
    )
    tables = Tables((shipped_folder(), tmp_path))
    found = [tables.gate(name) for name in ("Cha Lo", "Puta-Tong", "Lao Bảo")]
    assert [(g.id, g.kind) for g in found if g] == [
        ("gate:cha-lo", "main_gate"), ("gate:mine", "crossing"), ("gate:lao-bao", "international_gate"),
    ]  # fmt: skip


@pytest.mark.parametrize(("file", "content", "words"), [
    ("gates.csv", "id,name\n", ["gates.csv, line 1", "columns must be id,name,spellings"]),
    ("gates.csv", GATES + "gate:x,X,,gate\n", ["line 2", "4 cells where the header has 12"]),
    ("gates.csv", GATES + "gate:x,X,,big_gate,,,VN-01,VN-01,,CN,CN-YN,s\n",
     ["line 2, column kind", "international_gate"]),
    ("gates.csv", GATES + "gate:x,X,,gate,1/7/2025,,VN-01,VN-01,,CN,CN-YN,s\n",
     ["line 2, column valid_from", "ISO 8601"]),
    ("gates.csv", GATES + "gate:x,X,,gate,,,VN-01,Lai Châu,,CN,CN-YN,s\n", ["line 2, column region_2025", "VN-01"]),
    ("gates.csv", GATES + "gate:x,X,,gate,,,VN-01,VN-01,,CN,CN-YN,\n", ["line 2, column source", "write a text"]),
    ("gates.csv", GATES + "gate:x,X,,gate,,,VN-01,VN-01,,CN,CN-YN,s\n" * 2, ["line 3", "line 2", "key of its own"]),
    ("gates.csv", GATES + "gate:y,X,,gate,,,VN-01,VN-01,,CN,CN-YN,s\ngate:x,X,,gate,,,VN-01,VN-01,,CN,CN-YN,s\n",
     ["line 3", "X in VN-01 is gate:y", "line 2", "the same id"]),
    ("gates.csv", GATES + 'gate:x,"X,,gate\n', ["gates.csv", "quotation mark"]),
    ("gates.csv", GATES + "gate:x,X,,gate,2020-13-01,,VN-01,VN-01,,CN,CN-YN,s\n",
     ["line 2, column valid_from", "no day of the calendar"]),
    ("gates.csv", GATES + "gate:x,X,,gate,2021-01-01,2020-01-01,VN-01,VN-01,,CN,CN-YN,s\n",
     ["line 2", "valid_to 2020-01-01 lies before valid_from 2021-01-01"]),
])  # fmt: skip
def test_a_wrong_table_is_named_with_line_column_and_cure(
    tmp_path: Path, file: str, content: str, words: list[str]
) -> None:
    (tmp_path / file).write_text(content, "utf-8")
    with pytest.raises(RuleError) as caught:
        Tables((tmp_path,)).gate("X")
    assert all(word in str(caught.value) for word in words), str(caught.value)


def test_a_gate_of_the_shipped_table_has_no_second_id(tmp_path: Path) -> None:
    row = "gate:mine,Móng Cái,,main_gate,,,VN-13,VN-13,Đông Hưng,CN,CN-GX,mine\n"
    (tmp_path / "gates.csv").write_text(GATES + row, "utf-8")
    with pytest.raises(RuleError, match=r"gates\.csv, line 2: Móng Cái in VN-13 is gate:mong-cai .* the same id"):
        load_rules([tmp_path])


def test_a_table_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "gates.csv").write_bytes(GATES.encode() + b"gate:x,Th\xe0nh,,gate,,,VN-01,VN-01,,CN,CN-YN,s\n")
    with pytest.raises(RuleError, match=rf"gates\.csv: byte {len(GATES) + 9} is not UTF-8"):
        Tables((tmp_path,)).gate("X")


def test_a_folder_without_tables_finds_nothing(tmp_path: Path) -> None:
    tables = Tables((tmp_path,))
    assert tables.region("Sơn La") is None
    assert tables.gate("Lao Bảo") is None
    assert tables.treaty("Hiệp định về quy chế biên giới", ["VN", "LA"]) is None
    assert dict(tables.abbreviations) == {}
