"""The words of a label bear out every example of the rules that have it: the lexicon and the rules say one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from talkextract.errors import RuleError
from talkextract.fill.lexicon import POST, RANK, TOPICS, kind_of, paper_kind, series_of
from talkextract.offsets import View
from talkextract.rules import load_rules, parse_marked, shipped_variable

READERS: dict[str, Callable[[str], str | None]] = {
    "talk.kind": kind_of, "talk.series": series_of, "agreements": lambda words: paper_kind(words[:40]),
}  # fmt: skip
# "A và B ký Biên bản …": a verb, which is no noun of an event for one who points at one
VERBS = {"talk.kind.signing.by_two"}
MARKED = [
    (rule, View(example.text[span.start : span.end]).folded)
    for rule in load_rules().rules for example in (parse_marked(e, rule.where) for e in rule.example)
    for span, _ in example.expected
]  # fmt: skip


KNOWN_BY_AGE = ("people.position.born", "people.position.aged")


@pytest.mark.parametrize("field", READERS)
def test_kinds_and_series_are_those_of_the_rules(field: str) -> None:
    told = [(rule, words) for rule, words in MARKED if rule.field == field and rule.label and rule.id not in VERBS]
    assert len(told) >= 8
    assert [(rule.id, words) for rule, words in told if READERS[field](words) != rule.label] == []


def test_topics_are_borne_out_by_all_that_the_rules_take_for_them() -> None:
    told = [(rule, words) for rule, words in MARKED if rule.field == "topics"]
    assert len(told) > 100
    assert [(rule.id, words) for rule, words in told if not TOPICS[rule.label or ""].search(words)] == []


def test_posts_are_those_of_the_rules() -> None:
    # a year of birth or an age makes a person known, and is no post
    told = [(rule, words) for rule, words in MARKED if rule.field == "people.position" and rule.id not in KNOWN_BY_AGE]
    assert len(told) >= 8
    assert [(rule.id, words) for rule, words in told if not POST.search(words)] == []


@pytest.mark.parametrize("words", ["đại tá", "chuẩn tướng", "phó đô đốc", "cảnh đốc cấp ii", "nhị cấp cảnh đốc"])
def test_ranks_are_read_from_the_rules(words: str) -> None:
    assert RANK.fullmatch(words)


def test_a_rank_ends_with_its_word() -> None:
    assert RANK.match("đại tán") is None


@pytest.mark.parametrize(("file", "name"), [("people.toml", "nothing"), ("people.toml", "person_name")])
def test_a_variable_that_is_none_or_holds_others_is_said(file: str, name: str) -> None:
    with pytest.raises(RuleError, match=f"no plain variable {name}"):
        shipped_variable(file, name)
