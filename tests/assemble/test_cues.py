"""Cues: words that stand alone, or that no word goes on before."""

from __future__ import annotations

import re

import pytest

from talkextract.assemble.cues import alone, standing


@pytest.mark.parametrize(("text", "found"), [
    ("ký biên bản", "ký"),
    ("hai bên ký kết", "ký kết"),
    ("(ký tắt", "ký"),
    ("đăngký", None),
    ("2ký", None),
    ("_ký", None),
    ("kýa", "ký"),
    ("", None),
])  # fmt: skip
def test_no_word_goes_on_before_a_standing_cue(text: str, found: str | None) -> None:
    m = re.search(standing("ký kết", "ký", "trao"), text)
    assert (m and m[0]) == found


@pytest.mark.parametrize(("text", "found"), [
    ("đã ký ngày", "ký"),
    ("ký", "ký"),
    ("kýa", None),
    ("trao, ký", "trao"),
    ("ở đây", "ở"),
    ("ởa", None),
])  # fmt: skip
def test_a_cue_alone_is_all_of_its_words(text: str, found: str | None) -> None:
    m = re.search(alone("ký kết", "ký", "trao", "ở"), text)
    assert (m and m[0]) == found


def test_of_cues_that_begin_alike_the_first_counts() -> None:
    assert re.match(standing("hội nghị", "hội", "hội đàm"), "hội đàm")[0] == "hội"  # type: ignore[index]
