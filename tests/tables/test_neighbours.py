"""Provinces and districts of the neighbours, in the spellings of Vietnamese papers; forces and treaties."""

from __future__ import annotations

import pytest

from talkextract.rules import shipped_folder
from talkextract.tables import Tables

TABLES = Tables((shipped_folder(),))


@pytest.mark.parametrize(("code", "names"), [
    ("LA-SV", "Savannakhet|Xa-vẳn-na-khẹt|Xavannakhẹt|Sa Vẳn Na Khệt|Savanakhet"),
    ("LA-KH", "Khammouane|Khăm Muộn|Khăm-muộn|Khăm Muồn|Khammouan"),
    ("LA-BL", "Bolikhamxay|Bô-ly-khăm-xay|Bô Li Khăm Xay|Bôlykhămxay|Bolikhamsai|Borikhamxay"),
    ("LA-HO", "Houaphanh|Hủa Phăn|Hủa-phăn|Hua Phan|Houaphan"),
    ("LA-XI", "Xiangkhouang|Xiêng Khoảng|Xiêng Khuảng|Xiengkhouang|Xieng Khoang"),
    ("LA-PH", "Phongsaly|Phông Sa Lỳ|Phong-sa-lỳ|Phoong Sa Lỳ"),
    ("LA-LP", "Luang Prabang|Luông Pha-băng|Luông Phạ Băng|Luông Pra Băng|Luangprabang"),
    ("LA-SL", "Saravane|Salavan|Xa-la-van|Sạ La Văn"), ("LA-XE", "Sekong|Xê Kông|Sê-công|Xê Công|Sê Koong"),
    ("LA-AT", "Attapeu|Attapư|Át-ta-pư|A-ta-pư|Attapu"), ("LA-OU", "Oudomxay|U-đôm-xay|U Đôm Say"),
    ("LA-CH", "Champasak|Chăm-pa-xắc|Champassak"),
    ("KH-20", "Svay Rieng|Svây Riêng|Xvay Riêng|Svayrieng"), ("KH-25", "Tbong Khmum|Tboung Khmum|Tbông Khmum"),
    ("KH-14", "Prey Veng|Prây Veng|Prây-veng"), ("KH-8", "Kandal|Can-đan|Kan Đal|Kandan"),
    ("KH-21", "Takeo|Tà Keo|Ta-keo"), ("KH-7", "Kampot|Cam-pốt|Kam Pốt"),
    ("KH-11", "Mondulkiri|Môn-đun-ki-ri|Mondolkiri|Mônđônkiri"),
    ("KH-16", "Ratanakiri|Rát-ta-na-ki-ri|Rattanakiri|Ranatakiri"), ("KH-10", "Kratie|Cra-chê|Kra Chê|Kratié"),
    ("KH-3", "Kampong Cham|Công-pông Chàm|Kompong Cham"), ("KH-19", "Stung Treng|Xtung Treng"),
])  # fmt: skip
def test_every_spelling_of_a_province_gives_its_code(code: str, names: str) -> None:
    for name in names.split("|"):
        region = TABLES.region(f"tỉnh {name}")
        assert (region.code if region else None) == code, name


@pytest.mark.parametrize(("code", "names"), [
    ("CN-YN", ("Hà Khẩu|Mã Quan|Malypho|Ma Ly Pho|Ma Li Pha|Ma Lật Pha|Phú Ninh|Kim Bình|Lục Xuân|Giang Thành|Văn Sơn"
              "|Hồng Hà|Phổ Nhĩ|Mông Tự|Mãnh Lạp")),
    ("CN-GX", ("Na Pha|Nà Po|Tịnh Tây|Đại Tân|Long Châu|Bằng Tường|Ninh Minh|Phòng Thành|Phòng Thành Cảng|Đông Hưng"
              "|Sùng Tả|Bách Sắc")),
])  # fmt: skip
def test_the_counties_and_prefectures_on_the_border(code: str, names: str) -> None:
    for name in names.split("|"):
        region = TABLES.region(name, country="CN")
        assert (region.code if region else None) == code, name


@pytest.mark.parametrize(("name", "code"), [
    # a district of each border province, those that border and those that do not
    ("Nhọt U", "LA-PH"), ("Phôn Xay", "LA-LP"), ("Sốp Bâu", "LA-HO"), ("Noọng Hét", "LA-XI"), ("Tha Phả Bạt", "LA-BL"),
    ("Bua La Pha", "LA-KH"), ("Khun Khăm", "LA-KH"), ("Pha Lan Xay", "LA-SV"), ("Sê Pôn", "LA-SV"),
    ("Sạ Muồi", "LA-SL"), ("Lào Ngam", "LA-SL"), ("Đắc Chưng", "LA-XE"), ("Phu Vông", "LA-AT"), ("Pakbeng", "LA-OU"),
    ("O Chum", "KH-16"), ("Keo Seima", "KH-11"), ("Prek Prasab", "KH-10"), ("Memot", "KH-25"), ("O Reang Ov", "KH-25"),
    ("Romeas Hek", "KH-20"), ("Svay Antor", "KH-14"), ("Koh Thom", "KH-8"), ("Kien Svay", "KH-8"),
    ("Kirivong", "KH-21"), ("Prey Kabbas", "KH-21"), ("Kampong Trach", "KH-7"), ("Teuk Chhou", "KH-7"),
])  # fmt: skip
def test_a_district_of_the_neighbour_lies_in_its_province(name: str, code: str) -> None:
    region = TABLES.region(f"huyện {name}")
    assert region is not None
    assert region.code == code


@pytest.mark.parametrize(("level", "heads", "key"), [
    ("province", "công an|ty công an|sở công an", "police"), ("province", "ty an ninh|sở an ninh", "security"),
    ("province", "ủy ban nhân dân|chính quyền nhân dân", "people-committee"),
    ("province", "chỉ huy hiến binh|hiến binh", "gendarmerie"),
    ("state", "bộ công an|bộ an ninh", "ministry-of-public-security"),
    ("state", "tổng cục công an quốc gia|tổng cục cảnh sát quốc gia", "national-police"),
])  # fmt: skip
def test_heads_of_one_force_have_one_key(level: str, heads: str, key: str) -> None:
    assert {TABLES.forces.get((level, head)) for head in heads.split("|")} == {key}


@pytest.mark.parametrize(("name", "expected"), [
    ("Hiệp định phân định Vịnh Bắc Bộ", "treaty:cn-2000-gulf"),
    ("Hiệp định hợp tác nghề cá Vịnh Bắc Bộ", "treaty:cn-2000-fisheries"),
    ("Hiệp ước 1999", "treaty:cn-1999-border"),
    ("Thỏa thuận những nguyên tắc cơ bản chỉ đạo giải quyết vấn đề trên biển", "treaty:cn-2011-sea-principles"),
    ("Hiệp định tạm thời giải quyết công việc trên vùng biên giới", "treaty:cn-1991-border-affairs"),
])  # fmt: skip
def test_treaties_with_china_besides_those_of_2009(name: str, expected: str) -> None:
    treaty = TABLES.treaty(name, ["VN", "CN"])
    assert treaty is not None
    assert treaty.id == expected
