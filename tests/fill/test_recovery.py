"""With one rule file taken away, hand-kept quotes bring back what was lost; liars bring in next to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from fill.liars import KINDS, PLACES, by_place, corpus, harm, strangers
from fill.measure import BETTER, FILES, QUOTES, cases, others, recovery
from talkextract.offsets import View

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
    ("file", "least"),
    [
        ("countries.toml", 0.95), ("dates.toml", 0.97), ("events.toml", 0.96), ("ordinals.toml", 0.95),
        ("page.toml", 0.95), ("people.toml", 0.97), ("topics.toml", 0.98), ("units.toml", 0.96),
    ],
)  # fmt: skip
def test_on_other_articles_it_comes_back_too(file: str, least: float) -> None:
    """With quotes that a program takes from the evidence of the rules, not always the words a reader would choose."""
    found = recovery(file, elsewhere=True)
    print(file, found.back, found.lost)
    assert found.errors == 0
    assert found.back >= least * found.lost, found.missing


def test_no_article_has_both_kinds_of_quotes() -> None:
    assert not {c.id for c in cases()} & {c.id for c in others()}
    assert set(BETTER) <= {c.id for c in others()}
    assert len(cases()) + len(others()) == len(corpus())


def test_every_kept_quote_stands_in_its_article() -> None:
    def quotes(kept: Any) -> Iterator[str]:
        if isinstance(kept, dict):
            for name, inner in kept.items():
                if name != "label":
                    yield from quotes(inner)
        elif isinstance(kept, list):
            for inner in kept:
                yield from quotes(inner)
        else:
            yield kept

    for kept in (QUOTES, BETTER):
        texts = {c.id: " ".join(View(c.text).text.split()) for c in corpus()}
        assert [(i, q) for i in kept for q in quotes(kept[i]) if q not in texts[i]] == []


def test_two_votes_lose_nothing_of_one_who_reads() -> None:
    one, two = recovery("events.toml"), recovery("events.toml", votes=2)
    assert (one.lost, one.back) == (two.lost, two.back)


@pytest.mark.parametrize("place", PLACES)
def test_who_picks_by_place_mostly_picks_another_at_the_second_vote(place: str) -> None:
    found = by_place("another officer", "people.toml", place, cases())
    print(place, found)
    assert found.said > 40
    assert found.again <= 0.75 * found.said
    # of two who lead one side together the first is its head
    assert found.wrong <= 1


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
