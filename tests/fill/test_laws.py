"""Whatever a model sends, nothing is raised, and what the rules found stays as it is."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from fill.article import TEXT, asking, rules_alone
from fill.fakes import FakeLLM, asked, text_of
from fill.measure import LISTS
from support import evidence_of
from talkextract.fill.protocol import Request

FILES = ("", "dates.toml", "events.toml", "people.toml", "figures.toml")
BEFORE = {file: rules_alone(file).model_dump_json() for file in FILES}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
# stretches of the article: real words, where ever they begin and end
WORDS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 90)).map(lambda x: TEXT[x[0] : x[0] + x[1]])
QUOTES = st.one_of(WORDS, st.text(max_size=40), st.sampled_from(TEXT.replace("\n", " ").split(" ")))


def check(file: str, llm: FakeLLM, **options: Any) -> None:
    done = asking(file, llm, **options)
    assert done.record.without_llm().model_dump_json() == BEFORE[file]
    assert done.fill is not None
    for e in evidence_of(json.loads(done.record.model_dump_json())):
        assert TEXT[e["start"] : e["end"]] == e["text"]


@settings(max_examples=80)
@given(JSON, st.sampled_from(FILES))
def test_any_json(answer: object, file: str) -> None:
    check(file, text_of(json.dumps(answer)))


@settings(max_examples=60)
@given(st.text() | st.binary(), st.sampled_from(FILES))
def test_any_text(answer: Any, file: str) -> None:
    check(file, FakeLLM(lambda _: answer))


@settings(max_examples=150)
@given(st.data(), st.sampled_from(FILES), st.sampled_from([1, 2]))
def test_any_answer_of_the_right_shape(data: st.DataObject, file: str, votes: int) -> None:
    def part(schema: dict[str, Any]) -> Any:
        if schema["type"] == "string":
            return data.draw(st.sampled_from(schema["enum"]) if "enum" in schema else QUOTES)
        if schema["type"] == "array":
            return [part(schema["items"]) for _ in range(data.draw(st.integers(0, 3)))]
        return {name: part(inner) for name, inner in schema["properties"].items()}

    def answer(request: Request) -> str:
        return json.dumps({path: part(schema) for path, schema in asked(request).items()})

    check(file, FakeLLM(answer), votes=votes, complete=LISTS)


@settings(max_examples=40)
@given(
    st.dictionaries(st.sampled_from(["talk.date", "talk.period", "talk.kind", "people", "x"]), JSON),
    st.sampled_from(FILES),
)
def test_any_json_under_the_right_keys(answer: dict[str, object], file: str) -> None:
    check(file, text_of(json.dumps(answer)), complete=LISTS)
