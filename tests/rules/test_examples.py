"""Every example and counter-example of every shipped rule; one test a rule."""

from __future__ import annotations

import pytest

from talkextract.match import check_rule
from talkextract.rules import Rule, load_rules

RULES = load_rules().rules


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_rule_finds_its_examples_and_no_counter_example(rule: Rule) -> None:
    assert check_rule(rule) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_rule_says_where_its_form_is_seen(rule: Rule) -> None:
    assert rule.source.strip()
    assert len(rule.example) >= 2
    assert len(rule.counter) >= 1
    assert len(set(rule.example)) == len(rule.example)
    assert not set(rule.example) & set(rule.counter)


def test_there_are_rules() -> None:
    assert RULES
