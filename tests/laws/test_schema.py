"""What the program gives is valid against the JSON Schema that it publishes, read by a validator that is not pydantic."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from laws.test_laws import EXTRACTOR, TEXTS
from records import RECORDS, corpus
from talkextract import TalkRecord, cluster_talks
from talkextract.cluster import Event

SCHEMA = Draft202012Validator(TalkRecord.model_json_schema())


def faults(data: object, schema: Draft202012Validator = SCHEMA) -> list[str]:
    return [f"{e.json_path}: {e.message}" for e in schema.iter_errors(data)]


@pytest.mark.parametrize("model", [TalkRecord, Event])
def test_the_schema_is_one_of_draft_2020_12(model: type[TalkRecord | Event]) -> None:
    Draft202012Validator.check_schema(model.model_json_schema())


def test_the_record_of_every_article_is_valid() -> None:
    found = {r.document.id: faults(json.loads(r.model_dump_json())) for r in corpus()}
    assert len(found) > 200
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_the_events_of_all_articles_are_valid() -> None:
    events = cluster_talks(corpus()).events
    schema = Draft202012Validator(Event.model_json_schema())
    assert len(events) > 100
    assert [wrong for event in events if (wrong := faults(json.loads(event.model_dump_json()), schema))] == []


@settings(max_examples=150)
@given(TEXTS)
@example("9" * 400 + " tỷ đồng")
@example("0,0 kg ma túy; âm 3 độ; mốc 0; lần thứ 0")
def test_the_record_of_any_text_is_valid(text: str) -> None:
    assert faults(json.loads(EXTRACTOR.extract(text).model_dump_json())) == []


@settings(max_examples=50)
@given(RECORDS)
def test_whatever_the_models_allow_the_schema_allows(record: TalkRecord) -> None:
    assert faults(json.loads(record.model_dump_json())) == []


def whole() -> dict[str, Any]:
    """The JSON of a record that has a talk, sides, people, units, topics and figures."""
    for record in corpus():
        if all((record.talk, record.delegations, record.people, record.units, record.topics, record.figures)):
            data: dict[str, Any] = json.loads(record.model_dump_json())
            return data
    raise LookupError("no article has all parts")


@pytest.mark.parametrize("spoil", [
    lambda d: d.update(more=1),
    lambda d: d.update(schema_version="2"),
    lambda d: d.update(gaps=None),
    lambda d: d.pop("document"),
    lambda d: d["document"].pop("id"),
    lambda d: d["talk"].update(kind="chat"),
    lambda d: d["talk"].update(round=0),
    lambda d: d["talk"].update(place="Sơn La"),
    lambda d: d["delegations"][0].update(country="Lào"),
    lambda d: d["people"][0].update(roles=["guest"]),
    lambda d: d["people"][0].pop("name"),
    lambda d: d["units"][0].update(region="Sơn La"),
    lambda d: d["topics"][0].update(topic="weather"),
    lambda d: d["figures"][0].update(value=None),
    lambda d: d["talk"]["evidence"][0].update(start=-1),
    lambda d: d["talk"]["evidence"][0].update(end=0),
    lambda d: d["talk"]["evidence"][0].update(text=""),
    lambda d: d["talk"]["evidence"][0].update(page=1),
])  # fmt: skip
def test_what_the_models_refuse_the_schema_refuses(spoil: Callable[[dict[str, Any]], None]) -> None:
    data = whole()
    assert faults(data) == []
    spoil(data)
    # one place is wrong, of which some releases of pydantic make the schema say two things
    assert len({fault.partition(":")[0] for fault in faults(data)}) == 1
    with pytest.raises(ValidationError):
        TalkRecord.model_validate_json(json.dumps(data))
