"""Rules of the user's own, and that the shortcuts of the shipped ones lose nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dates.forms import all_sentences, corpus, negatives
from talkextract import RuleError, read_dates
from talkextract.dates import _finder, _rules
from talkextract.match import Matcher
from talkextract.offsets import View

RULE = """
[[rule]]
id      = 'dates.any.mine'
field   = 'dates.any'
needs   = ['hạn chốt']
pattern = '(?i:hạn chốt) (?P<span>{date_dd}/{date_mm})'
value   = 'date_any'
source  = 'common usage'
example = ['hạn chốt <m value=XXXX-09-16>16/9</m>', 'Hạn chốt <m>1/10</m>']
counter = ['hạn chốt sổ']
"""


def test_a_folder_of_rules_adds_to_the_shipped_ones(tmp_path: Path):
    (tmp_path / "mine.toml").write_text(RULE, "utf-8")
    text = "Tháng 8/2025, hạn chốt 6/9."
    assert [d.value for d in read_dates(text, "2025-09-17")] == ["2025-08"]
    for rules in (tmp_path, str(tmp_path), [tmp_path]):
        assert [d.value for d in read_dates(text, "2025-09-17", rules=rules)] == ["2025-08", "2025-09-06"]


def test_a_wrong_folder_is_a_rule_error(tmp_path: Path):
    with pytest.raises(RuleError):
        read_dates("ngày 16/9", rules=tmp_path / "none")


@cache
def slow() -> Matcher:
    """All rules of dates without any shortcut."""
    return Matcher(_rules())


def shown(found: Iterable[Any]) -> list[tuple[str, int, int, str]]:
    return [(m.rule, m.start, m.end, str(m.value)) for m in found]


def test_the_shortcuts_find_what_all_rules_find():
    """What stands inside of a date, and other rules beside a date that is whole, are not tried: they find no more."""
    texts = [f.text for f in [*corpus(), *all_sentences()]] + [text for text, _ in negatives()]
    for text in [*texts, "\n".join(texts), " ".join(texts)]:
        assert shown(_finder(())(View(text))) == shown(slow().match(View(text))), text


# What the commonest forms are made of, and what makes a longer date of them.
WORDS = (
    "từ ngày 16/9 24 đến năm 2024 2025 tháng 9 và - / , . ( ) trước sau sáng nay hôm qua 9/2024 16/9/2025 31/6 mỗi hằng hết"
    " kể học âm lịch nhuận lần quý II 2021-2025 5-6 đầu cuối thứ Ba rằm Tết hai 24/7 ánh"
).split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_the_shortcuts_find_what_all_rules_find_in_any_row_of_words(text: str):
    assert shown(_finder(())(View(text))) == shown(slow().match(View(text)))
