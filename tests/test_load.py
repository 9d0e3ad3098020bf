"""The load of the benchmarks is what it says: the same for the same seed, and of gold that holds."""

from __future__ import annotations

import json
from itertools import islice

import load

from talkextract import extract
from talkextract.doors.evaluate import evaluate


def test_the_same_seed_gives_the_same_articles() -> None:
    first = list(islice(load.articles(seed=5), 80))
    assert list(islice(load.articles(seed=5), 80)) == first
    assert list(islice(load.articles(seed=6), 80)) != first
    assert len({made.article["id"] for made in first}) == 80
    assert {"VN", "LA", "KH", "CN"} == {d["country"] for made in first for d in made.gold["delegations"]}
    assert {made.gold["talk"] is None for made in first} == {True, False}


def test_its_gold_is_what_a_reader_finds() -> None:
    made = list(islice(load.articles(seed=5), 40))
    golds = {m.article["id"]: m.gold for m in made}
    found = {m.article["id"]: json.loads(extract(**m.article).model_dump_json()) for m in made}
    assert evaluate(golds, found, {m.article["id"]: m.article["text"] for m in made}).full.f1 > 0.98
    assert [found[key]["gaps"] for key in golds] == [gold["gaps"] for gold in golds.values()]
