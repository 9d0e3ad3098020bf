"""With one rule file taken away, hand-kept quotes bring back what was lost; liars bring in next to nothing."""

from __future__ import annotations

import pytest

from fill.liars import KINDS, harm, strangers
from fill.measure import FILES, QUOTES, cases, recovery

# no gap and no list to complete rests on the rules of border points
LOSING = [f for f in FILES if f != "border_points.toml"]


def test_there_are_quotes_of_the_seeds_and_of_twenty_articles_and_more() -> None:
    assert {c.id for c in cases()} == set(QUOTES)
    assert len(QUOTES) == 48


@pytest.mark.parametrize("file", LOSING)
def test_what_a_rule_file_gave_comes_back(file: str) -> None:
    found = recovery(file)
    print(found)
    assert found.lost > 0
    assert found.errors == 0
    assert found.back >= 0.95 * found.lost, found.missing


@pytest.mark.parametrize(
    ("file", "least"), [("dates.toml", 0.90), ("people.toml", 0.92), ("topics.toml", 0.96), ("events.toml", 0.80)]
)
def test_on_other_articles_most_comes_back_too(file: str, least: float) -> None:
    """Quotes taken by program are rougher: of units in lists only the beginning, of names that stand twice the first."""
    found = recovery(file, others=True)
    print(file, found.back, found.lost)
    assert found.errors == 0
    assert found.back >= least * found.lost


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_liar_with_words_of_the_article(kind: str) -> None:
    found = harm(kind, turns=2)
    print(kind, found)
    assert found.moved == 0
    assert found.wrong <= 0.10 * found.asked
    assert found.wrong <= 0.10 * found.gaps


@pytest.mark.parametrize("kind", ["invented quotes", "another article's values", "obeyed orders"])
def test_a_liar_with_other_words_fills_nothing(kind: str) -> None:
    found = strangers(kind)
    print(kind, found)
    assert found.asked > 50
    assert (found.moved, found.wrong) == (0, 0)
