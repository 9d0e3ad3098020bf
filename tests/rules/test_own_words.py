"""The examples of rules are words of their own: none goes along with an article for long."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator

import pytest

from support import even_articles, odd_articles, seeds
from talkextract.rules import Rule, load_rules, parse_marked, shipped_folder

MOST = 10  # words in a row
RULES = load_rules().rules


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    each = words(text)
    return (tuple(each[i : i + MOST + 1]) for i in range(len(each) - MOST))


def official_names() -> str:
    """The names of treaties, which are everybody's: an article and an example may share them."""
    with (shipped_folder() / "treaties.csv").open(encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    return "\n".join(f"{name} {state}" for name in names for state in ("Việt Nam Lào", "Việt Nam Trung Quốc"))


ARTICLES = {run for case in (*seeds(), *odd_articles(), *even_articles()) for run in runs(case.text)}
ARTICLES -= {run for name in official_names().splitlines() for run in runs(name)}


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_an_example_has_words_of_its_own(rule: Rule) -> None:
    told = [parse_marked(e, rule.id).text for e in rule.example]
    for text in (*told, *rule.counter, rule.source):
        assert not ARTICLES.intersection(runs(text)), text


def test_a_quotation_is_found() -> None:
    quoted = seeds()[0].text
    assert ARTICLES.intersection(runs(quoted[200:400]))
