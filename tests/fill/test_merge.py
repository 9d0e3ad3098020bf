"""What a model gave stands beside what the rules found, is marked, and can be dropped without a trace."""

from __future__ import annotations

import json

import pytest

from fill.fakes import scripted
from fill.measure import FILES, LISTS, QUOTES, cases, with_model, without
from support import evidence_of
from talkextract.record import TalkRecord

FEW = cases()[::3]


def filled(file: str) -> list[tuple[str, TalkRecord, TalkRecord]]:
    out = []
    for case in FEW:
        extractor = without(file)
        before = extractor.extract(case.text, id=case.id, published=case.published)
        llm = scripted(QUOTES[case.id], model="m")
        run = with_model(extractor, llm, complete=LISTS).run(case.text, id=case.id, published=case.published)
        out.append((case.text, before, run.record))
    return out


@pytest.mark.parametrize("file", FILES)
def test_without_the_model_the_record_is_that_of_the_rules(file: str) -> None:
    for _, before, after in filled(file):
        assert after.without_llm() == before
        assert after.without_llm().model_dump_json() == before.model_dump_json()
        assert before.without_llm() is before


@pytest.mark.parametrize(
    "file", ["events.toml", "dates.toml", "people.toml", "agreements.toml", "figures.toml", "topics.toml"]
)
def test_everything_a_model_gave_is_marked_and_grounded(file: str) -> None:
    changed = 0
    for text, before, after in filled(file):
        changed += before != after
        old = {json.dumps(e) for e in evidence_of(json.loads(before.model_dump_json()))}
        for e in evidence_of(json.loads(after.model_dump_json())):
            assert text[e["start"] : e["end"]] == e["text"]
            if json.dumps(e) not in old:
                assert e["source"] == "llm:m"
        assert TalkRecord.model_validate_json(after.model_dump_json()) == after
    assert changed > 3


@pytest.mark.parametrize(
    "file", ["events.toml", "people.toml", "agreements.toml", "figures.toml", "topics.toml", "dates.toml"]
)
def test_every_value_that_a_model_gave_has_evidence_of_its_field(file: str) -> None:
    for _, before, after in filled(file):
        for name in LISTS:
            for item in getattr(after, name):
                if item in getattr(before, name):
                    continue
                fields = {e.field for e in item.evidence}
                assert {k for k, v in item if v not in (None, ()) and k != "evidence"} <= fields, item
        if before.talk is None and after.talk is not None:
            fields = {e.field for e in after.talk.evidence} | ({"place"} if after.talk.place else set())
            assert {k for k, v in after.talk if v is not None and k != "evidence"} <= fields
            for side in after.delegations:
                assert {k for k, v in side if v not in (None, ()) and k != "evidence"} <= {
                    e.field for e in side.evidence
                }


def test_items_stand_in_the_order_of_the_text() -> None:
    for name, file in (("people", "people.toml"), ("figures", "figures.toml"), ("dates", "dates.toml")):
        for _, _, after in filled(file):
            starts = [item.evidence[0].start for item in getattr(after, name)]
            assert starts == sorted(starts)


def test_the_gaps_are_those_that_are_left() -> None:
    for _, before, after in filled("dates.toml"):
        if before.talk and after.talk:
            left = [g for g in before.gaps if not g.startswith("talk.") or getattr(after.talk, g[5:]) is None]
            assert list(after.gaps) == left
