"""Keys of names: which spellings are one."""

from __future__ import annotations

import pytest

from talkextract.values.places import fold_name, loosen, skeleton


@pytest.mark.parametrize(("one", "other"), [
    ("Luông Pha-băng", "LUÔNG PHA BĂNG"), ("Hòa Bình", "Hoà Bình"), ("Át-ta-pư", "Át Ta Pư"),
])  # fmt: skip
def test_case_tone_placement_and_hyphens_make_no_other_name(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(("name", "key"), [
    ("Đắk Lắk", "daklak"), ("Dak Lak", "daklak"), ("Điện Biên", "dienbien"), ("Lý Sơn", "lison"),
])  # fmt: skip
def test_a_loose_key_has_no_diacritics(name: str, key: str) -> None:
    assert loosen(name) == key


def test_a_skeleton_is_what_is_heard_and_needs_four_consonants() -> None:
    assert skeleton(loosen("Xiêng Khoảng")) == skeleton(loosen("Siêng Khoang")) == "sngkng"
    assert skeleton(loosen("Ta Keo")) == ""
