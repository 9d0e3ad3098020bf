"""Articles that the refusals were not made on: right answers come in, wrong ones stay out."""

from __future__ import annotations

from fill.fresh import articles, right, wrong
from talkextract.offsets import View


def test_every_quote_stands_in_its_article() -> None:
    for article in articles():
        text = View(article["text"]).text
        quotes = [a["quote"] for a in article["right"].values()]
        quotes += [words for side in article["sides"] for words in (side["side"], side["head"])]
        quotes += [q.partition("|")[0] for qs in article["wrong"].values() for q in qs]
        assert [q for q in quotes if q not in text] == [], article["id"]


def test_right_answers_come_in() -> None:
    tries = list(right())
    assert len(tries) > 100
    assert [t for t in tries if t.got not in (None, t.want)] == []
    refused = [t for t in tries if t.refused]
    assert len(refused) <= 8, refused


def test_wrong_answers_stay_out() -> None:
    tries = list(wrong())
    assert len(tries) > 300
    taken = [t for t in tries if t.got not in (None, t.want)]
    # without the rules of units two are left whom the rules that remain take for the other side's
    assert len(taken) <= 2, taken
