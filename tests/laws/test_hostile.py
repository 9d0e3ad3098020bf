"""No text hangs a rule: the time that it takes grows with the text, and no faster, whatever the text is made of."""

from __future__ import annotations

import pytest
from hostile import GENERAL, best, fill, match_time, pieces, plain

from talkextract import Extractor
from talkextract.match import Matcher
from talkextract.offsets import View
from talkextract.rules import Rule, load_rules
from talkextract.sentences import split_sentences

EXTRACTOR = Extractor()
RULES = load_rules().rules
SIZE = 2_000


@pytest.fixture(scope="module")
def whole() -> float:
    """The time of a whole extraction of a plain text."""
    EXTRACTOR.extract(plain(2 * SIZE))
    return best(lambda: EXTRACTOR.extract(plain(2 * SIZE)), 9)


# What a rule alone may take for its worst text, in parts of what an extraction takes for a plain text of that length.
# `make hostile` measures at most 3; the rest is room for a busy machine. A pattern that tries every way to cut a text
# takes thousands.
MOST = 6
# By what the time may be multiplied when the text is doubled: 2 is linear, 4 quadratic.
GROWTH = 2.5


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_no_text_of_its_own_making_slows_a_rule(rule: Rule, whole: float) -> None:
    tool = Matcher((rule,))
    for kind, (head, piece) in pieces(rule).items():
        text, twice = fill(piece, SIZE, head), fill(piece, 2 * SIZE, head)
        tool.match(View(text[:500]))  # patterns are compiled when they are first needed
        for rounds in (1, 5, 25, 200):  # a busy machine may spoil some
            one, two = match_time(tool, text, rounds), match_time(tool, twice, rounds)
            if two < MOST * whole and (two < GROWTH * one or two < whole / 4):
                break
        else:
            pytest.fail(
                f"{kind} {piece[:40]!r}: {two / whole:.1f} of a plain text's whole time, growth {two / one:.1f}"
            )


# Longer than a rule's texts: a step of the page or of the assembly that is quadratic is a small part of a short one.
@pytest.mark.parametrize("kind", GENERAL)
def test_no_text_of_one_kind_slows_an_extraction(kind: str) -> None:
    text, twice = fill(GENERAL[kind], 10_000), fill(GENERAL[kind], 20_000)
    EXTRACTOR.extract(text[:500])
    for rounds in (1, 3, 9, 27):
        one, two = (best(lambda t=t: EXTRACTOR.extract(t), rounds) for t in (text, twice))
        if two < GROWTH * one or two < 0.01:
            break
    else:
        pytest.fail(f"{two:.2f} s, growth {two / one:.1f}")
    assert two < 1


def test_a_line_of_dots_is_read_once() -> None:
    line = "." * 100_000
    assert best(lambda: split_sentences(line, 0, len(line)), 1) < 1
    assert best(lambda: EXTRACTOR.extract("Hai bên hội đàm" + line), 1) < 2


def test_a_megabyte_of_ranks_is_read_in_seconds() -> None:
    assert best(lambda: EXTRACTOR.extract(fill("Đại tá ", 1_000_000)), 1) < 15
