"""Rules and code say what a kind of thing looks like: nothing in them names a seed, quotes it, or names its people.

Examples, counter-examples and sources of rules are quotations and are left aside, as they decide nothing; everything
else of `src/` and `rules/` counts, comments too, whatever its case, line breaks, quotation marks and tone placement.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from support import ROOT, Case, even_articles, invented_articles, odd_articles, seeds
from talkextract.doors.words import fold

FILES = sorted(
    path for folder in ("src", "rules") for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".toml", ".csv"}
)  # fmt: skip


def quotations(content: dict[str, Any]) -> list[str]:
    """The examples, counter-examples and sources of a rule file."""
    rules = content.get("rule", [])
    return [text for rule in rules for text in (*rule["example"], *rule["counter"], rule["source"])]


def own_words(path: Path) -> str:
    """What a file says in its own name, folded: a rule file without its quotations, any other file whole."""
    text = path.read_text("utf-8")
    if path.suffix == ".toml":
        quoted = quotations(tomllib.loads(text))
        for quotation in sorted(quoted, key=len, reverse=True):
            text = text.replace(quotation, "\n")
    return f" {fold(text)} "


OWN = {path: own_words(path) for path in FILES}


def holding(phrase: str) -> list[str]:
    """The files that hold a phrase, word by word."""
    wanted = f" {fold(phrase)} "
    return [str(path.relative_to(ROOT)) for path, words in OWN.items() if wanted in words]


def sentences(text: str) -> list[str]:
    """The sentences and clauses of a text that are long enough to be no common phrase."""
    pieces = re.split(r"[.;:!?…\n]+", text)
    return [piece.strip() for piece in pieces if len(fold(piece).split()) >= 8]


def test_quotations_are_left_aside_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(
        "[[rule]]\nexample = ['một hai <m>ba</m>']\ncounter = ['bốn']\n# năm\nsource = 'sáu'\npattern = 'bảy'", "utf-8"
    )
    words = own_words(path)
    assert "năm" in words
    assert "bảy" in words
    assert not any(word in words for word in ("một", "hai", " ba ", "bốn", "sáu"))
    code = tmp_path / "x.py"
    code.write_text('A = ("một hai "\n     "BA") # bốn\n', "utf-8")
    assert " một hai ba bốn " in own_words(code)


def test_there_are_files_and_sentences_to_look_at() -> None:
    assert len(FILES) > 20
    assert all(len(sentences(case.text)) >= 5 for case in seeds())


@pytest.mark.parametrize("case", seeds(), ids=lambda c: c.id)
def test_no_file_name_or_id_of_a_seed(case: Case) -> None:
    number, digest = case.id.split("_")
    for path in FILES:
        text = path.read_text("utf-8")
        assert digest not in text
        assert f"{number}_" not in text
        assert f"{number}.txt" not in text


@pytest.mark.parametrize(
    "case", [*seeds(), *odd_articles(), *even_articles(), *invented_articles()], ids=lambda c: c.id
)
def test_no_whole_sentence_of_an_article(case: Case) -> None:
    found = {sentence: files for sentence in sentences(case.text) if (files := holding(sentence))}
    assert found == {}


@pytest.mark.parametrize(
    "case", [*seeds(), *odd_articles(), *even_articles(), *invented_articles()], ids=lambda c: c.id
)
def test_no_name_of_a_person(case: Case) -> None:
    names = [p["name"] for p in case.gold["people"] if len(p["name"].split()) >= 3]
    found = {name: files for name in names if (files := holding(name))}
    assert found == {}
