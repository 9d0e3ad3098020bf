"""No dead rule: without it some record of the articles has another value, or it is listed as kept for knowledge."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path

import pytest

from dates.forms import all_sentences, corpus, negatives
from support import Case, even_articles, invented_articles, odd_articles, seeds, twin, values_of
from talkextract import Extractor
from talkextract.assemble.context import ACTS
from talkextract.assemble.reading import read_in_text
from talkextract.dates import _rules
from talkextract.match import Matcher
from talkextract.mention import ANY_TEXT
from talkextract.offsets import View
from talkextract.rules import Rule, load_rules

RULES = load_rules().rules
KEPT: dict[str, str] = tomllib.loads((Path(__file__).parent / "kept.toml").read_text("utf-8"))["kept"]
CASES = [*seeds(), *odd_articles(), *even_articles(), *invented_articles()]
WHOLE = Extractor()


def values(extractor: Extractor, case: Case) -> object:
    return values_of(json.loads(extractor.extract(case.text, id=case.id, published=case.published).model_dump_json()))


@cache
def whole(number: int) -> object:
    return values(WHOLE, CASES[number])


def without(rule: Rule) -> Extractor:
    """The extractor of all rules but one."""
    rest = [r for r in RULES if r is not rule]
    extractor = twin(WHOLE)
    extractor._matcher = Matcher([r for r in rest if r.field != ACTS])
    extractor._acts = Matcher([r for r in rest if r.field == ACTS])
    return extractor


def changes_a_record(rule: Rule) -> bool:
    alone, knocked_out = Matcher([rule]), without(rule)
    return any(
        alone.alone(View(case.text)) and values(knocked_out, case) != whole(number) for number, case in enumerate(CASES)
    )  # fmt: skip


@pytest.mark.parametrize("rule", [r for r in RULES if r.field != ANY_TEXT], ids=lambda r: r.id)
def test_a_rule_changes_a_record_or_is_kept_for_knowledge(rule: Rule) -> None:
    assert changes_a_record(rule) == (rule.id not in KEPT)


@pytest.mark.parametrize("rule", [r for r in RULES if r.field == ANY_TEXT], ids=lambda r: r.id)
def test_a_rule_of_any_text_changes_a_date_of_the_corpus_or_sentences_of_dates(rule: Rule) -> None:
    rules = _rules()
    all_rules, rest = Matcher(rules), Matcher([r for r in rules if r.id != rule.id])
    assert any(
        read_in_text(view, all_rules.match(view), None) != read_in_text(view, rest.match(view), None)
        for text in (*(form.text for form in (*corpus(), *all_sentences())), *(text for text, _ in negatives()))
        if (view := View(text))
    )


def test_only_rules_that_exist_are_kept_each_with_a_reason() -> None:
    assert KEPT.keys() <= {rule.id for rule in RULES}
    assert all(len(reason) > 20 for reason in KEPT.values())
