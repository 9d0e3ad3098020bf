"""Where a rule is tried: at its literals, as words of their own, on a line of the text, or in a stretch of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from talkextract.errors import RuleError
from talkextract.match import Matcher
from talkextract.offsets import View
from talkextract.rules import load_rules

RULE = r"""
[[rule]]
id      = 'talk.round.test'
field   = 'talk.round'
{at}
needs   = [{needs}]
pattern = '{pattern}'
value   = 'first'
source  = 'invented'
example = ['<m>đợt</m> một', '<m>đợt</m> hai']
counter = ['xyz']
"""


def matcher(folder: Path, needs: str, *, at: str = "", opening: str = "", pattern: str = r"\S+") -> Matcher:
    keys = "\n".join(f"{key} = '{text}'" for key, text in (("at", at), ("open", opening)) if text)
    text = RULE.format(needs=needs, at=keys, pattern=pattern)
    (folder / "mine.toml").write_text(text, "utf-8")
    return Matcher([r for r in load_rules([folder]).rules if r.id == "talk.round.test"])


def found(folder: Path, text: str, needs: str, *, at: str = "", pattern: str = r"\S+") -> list[int]:
    return [m.start for m in matcher(folder, needs, at=at, pattern=pattern).match(View(text))]


@pytest.mark.parametrize(
    ("needs", "text", "starts"),
    [
        ("'đợt'", "Đợt một, đợt hai", [0, 9]),
        # no part of another word, on neither side
        ("'bà'", "bà con bài bàn, thuba bà", [0, 22]),
        # a number may follow a word at once; a sign is no word
        ("'đội k'", "Đội K51 và đội kèn", [0]),
        ("'.jpg'", "anh/01.jpgTrao", [6]),
        ("'20'", "năm 2021, 120", [4]),
        # a page that lost a space or a line's end
        ("'phòng'", "Bộ Quốc phòngViệt Nam, phòngthủ, BIÊN PHÒNGX", [8]),
        # two literals of one rule begin at one place
        ("'hội', 'hội đàm'", "hội đàm", [0]),
    ],
)
def test_a_literal_stands_as_words_of_its_own(tmp_path: Path, needs: str, text: str, starts: list[int]) -> None:
    assert found(tmp_path, text, needs) == starts


@pytest.mark.parametrize(
    ("at", "starts"),
    [("", [0, 12, 18, 25, 32]), ("line", [0, 12]), ("item", [0, 12, 18])],
)
def test_where_on_a_line_a_pattern_is_tried(tmp_path: Path, at: str, starts: list[int]) -> None:
    assert found(tmp_path, "video dài,\n video|video (video, video", "'video'", at=at, pattern="video") == starts


def test_the_first_word_of_a_line_may_be_glued_to_the_next(tmp_path: Path) -> None:
    assert found(tmp_path, "hotlinebandoc, hotlinebandoc", "'hotline'", at="line") == [0]


def test_the_first_word_of_a_line(tmp_path: Path) -> None:
    text = "Biên phòng\n\n Ngày 3\nTrang"
    assert found(tmp_path, text, "'<line>'") == [0, 13, 20]
    assert [m.start for m in matcher(tmp_path, "'<line>'").match(View(text), 5, 20)] == [13]


def test_a_place_no_rule_may_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="'at' must be 'line' or 'item', or left out, not 'page'"):
        matcher(tmp_path, "'đợt'", at="page")


def test_a_stretch_has_the_mentions_that_begin_in_it_with_their_offsets_in_the_view(tmp_path: Path) -> None:
    view = View("đợt một. Sau đợt hai, thuđợt. Đợt ba")
    tool = matcher(tmp_path, "'đợt'", pattern=r"(?i:đợt) \w+")
    assert [view.text[m.start : m.end] for m in tool.match(view)] == ["đợt một", "đợt hai", "Đợt ba"]
    assert [view.text[m.start : m.end] for m in tool.match(view, 9, 29)] == ["đợt hai"]
    # the word before the stretch still counts
    assert tool.match(view, 25, 29) == []
    assert tool.match(view, 9, 9) == []


def test_what_must_hold_first_takes_no_words(tmp_path: Path) -> None:
    tool = matcher(tmp_path, "'đợt'", opening=r"(?<!mỗi )đợt \w+ng", pattern=r"đợt \w\w")
    assert [(m.start, m.end) for m in tool.match(View("mỗi đợt đông, đợt hè, đợt đông"))] == [(22, 28)]


def test_what_must_hold_first_is_a_pattern(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"mine\.toml: rule talk\.round\.test: the pattern does not compile"):
        matcher(tmp_path, "'đợt'", opening="đợt (")


def test_a_pattern_sees_no_further_than_its_line(tmp_path: Path) -> None:
    assert found(tmp_path, "đợt\nba, đợt ba", "'đợt'", pattern=r"đợt\s\w+") == [8]
