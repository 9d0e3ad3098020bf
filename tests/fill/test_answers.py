"""What a model may send instead of an answer."""

from __future__ import annotations

import json

import pytest
import regex

from fill.article import asking, reasons, rules_alone
from fill.fakes import FakeLLM, text_of
from talkextract.fill.answers import parse
from talkextract.fill.asks import Ask

ONE = Ask("talk.date", "the day", regex.compile("x"))
LABELLED = Ask("talk.series", "the series", regex.compile("x"), labels=("annual",))
LIST = Ask("people", "everyone", regex.compile("x"), parts=("name", "rank"), most=2)
GOOD = {"talk.date": {"quote": "16/9"}}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(GOOD),
        "```json\n" + json.dumps(GOOD) + "\n```",
        "```\n" + json.dumps(GOOD),
        "Sure! Here is the answer:\n" + json.dumps(GOOD) + "\nAnything else?",
        "<think>{maybe}</think>\n" + json.dumps(GOOD),
        "\ufeff  " + json.dumps(GOOD, indent=4),
    ],
)
def test_an_answer_is_found_in_fences_and_behind_words(text: str) -> None:
    parsed = parse(text, [ONE])
    assert (parsed.values, parsed.problem) == (GOOD, None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "the answer is empty"),
        (" \n", "the answer is empty"),
        (None, "the answer is no text"),
        (b"{}", "the answer is no text"),
        ("I cannot help with that.", "the answer is no JSON object, or a broken one"),
        ('{"talk.date": {"quote": "16', "the answer is no JSON object, or a broken one"),
        ("[1, 2]", "the answer is no JSON object, or a broken one"),
        ("{" * 100_000, "the answer is no JSON object, or a broken one"),
        ('{"a":' * 20_000 + "1" + "}" * 20_000, "the answer is no JSON object, or a broken one"),
        ("x" * 10_000_000, "the answer is longer than 200000 characters"),
        ('{"talk.date": "16/9"}', "talk.date: must be an object"),
        ('{"talk.date": {"quote": 16}}', "talk.date: must hold strings only"),
        ('{"talk.date": {"text": "16/9"}}', "talk.date: must have exactly quote"),
        ('{"talk.date": {"quote": "16/9", "value": "2025-09-16"}}', "talk.date: must have exactly quote"),
        ('{"quote": "16/9"}', "talk.date: is missing; 1 keys that were not asked for"),
    ],
)
def test_what_is_wrong_is_said_in_words(text: object, problem: str) -> None:
    assert parse(text, [ONE]).problem == problem


def test_labels_and_lists_are_checked() -> None:
    assert (
        parse('{"talk.series": {"quote": "x", "label": "weekly"}}', [LABELLED]).problem
        == "talk.series: its label is none of the list"
    )
    assert parse('{"people": {}}', [LIST]).problem == "people: must be an array"
    assert parse('{"people": [{"name": "a", "rank": "b"}, 5]}', [LIST]).problem == "people: must be an object"
    three = json.dumps({"people": [{"name": "a", "rank": "b"}] * 3})
    assert parse(three, [LIST]).problem == "people: must have at most 2 items"


def test_what_is_right_beside_what_is_wrong_is_kept() -> None:
    parsed = parse('{"talk.date": {"quote": "16/9"}, "talk.series": 5, "more": 1}', [ONE, LABELLED])
    assert parsed.values == GOOD
    assert parsed.problems == {"talk.series": "must be an object", "": "1 keys that were not asked for"}


def test_a_wrong_answer_is_asked_for_again_with_what_is_wrong() -> None:
    answers = iter(["16/9", '{"talk.date": {"quote": "Ngày 16/9/2025"}, "talk.period": {"quote": ""}}'])
    llm = FakeLLM(lambda _: next(answers))
    done = asking("dates.toml", llm)
    assert done.record.talk is not None
    assert done.record.talk.date == "2025-09-16"
    first, second = llm.requests
    assert second.messages[:2] == first.messages
    assert [m.role for m in second.messages] == ["system", "user", "assistant", "user"]
    assert second.messages[2].content == "16/9"
    assert "the answer is no JSON object, or a broken one" in second.messages[3].content
    assert (second.schema, second.max_tokens) == (first.schema, first.max_tokens)
    assert done.fill is not None
    assert (done.fill.requests, done.fill.tokens_in, done.fill.cost) == (2, 20, 1.0)


@pytest.mark.parametrize("text", ["", "no", "{}", "[]", "null", "x" * 300_000, '{"talk.date": {"quote": "Ngày 16'])
def test_a_second_wrong_answer_is_the_last(text: str) -> None:
    llm = text_of(text)
    done = asking("dates.toml", llm)
    assert len(llm.requests) == 2
    assert done.record == rules_alone("dates.toml")
    assert all("unusable answer" in r for r in reasons(done, "talk.date, talk.period"))


def test_what_a_model_reasons_aloud_is_no_answer() -> None:
    text = '<think>{"talk.date": {"quote": "x"}} or {} {a} {b} {c} {d} {e} {f} {g} {h}?</think>\n' + json.dumps(GOOD)
    assert parse(text, [ONE]) == parse(json.dumps(GOOD), [ONE])


def test_the_object_that_holds_the_asked_paths_is_the_answer() -> None:
    assert parse('First {"note": "x"}, then ' + json.dumps(GOOD), [ONE]) == parse(json.dumps(GOOD), [ONE])
