"""Rule files: what is loaded, overlaid and refused, each refusal naming file and rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from talkextract import Extractor, RuleError
from talkextract.match import check_rule
from talkextract.rules import Rule, load_rules

GOOD = r"""
[[rule]]
id      = 'talk.round.test'
field   = 'talk.round'
needs   = ['đợt']
pattern = 'đợt (?P<value>{number})'
value   = 'ordinal'
source  = 'invented'
example = ['tuần tra <m value=3>đợt 3</m>', '<m value=7>đợt 7</m> năm nay']
counter = ['một đợt rét']
"""


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder


def rule_of(folder: Path, key: str = "talk.round.test") -> Rule:
    return next(r for r in load_rules([folder]).rules if r.id == key)


def without(key: str) -> str:
    return "\n".join(line for line in GOOD.splitlines() if not line.startswith(key))


def test_a_rule_of_ones_own_joins_the_shipped_ones(tmp_path: Path) -> None:
    rules = load_rules([write(tmp_path, GOOD)]).rules
    assert [r.id for r in rules[:-1]] == [r.id for r in load_rules().rules]
    assert rules[-1].id == "talk.round.test"
    assert check_rule(rules[-1]) == []


def test_variables_are_put_in(tmp_path: Path) -> None:
    m = rule_of(write(tmp_path, GOOD)).compiled.fullmatch("đợt 2.480")
    assert m is not None
    assert m["value"] == "2.480"


def test_a_rule_of_the_same_id_replaces_the_shipped_one_in_its_place(tmp_path: Path) -> None:
    shipped = load_rules()
    first = shipped.rules[0]
    write(tmp_path, GOOD.replace("talk.round.test", first.id))
    rules = load_rules([tmp_path]).rules
    assert [r.id for r in rules] == [r.id for r in shipped.rules]
    assert rules[0].source == "invented"
    assert rules[0].file == "mine.toml"


def test_a_later_folder_wins(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.mkdir()
    b.mkdir()
    write(a, GOOD)
    write(b, GOOD.replace("invented", "later"))
    assert next(r for r in load_rules([a, b]).rules if r.id == "talk.round.test").source == "later"


def test_the_digest_follows_what_was_read(tmp_path: Path) -> None:
    before = load_rules().digest
    assert load_rules().digest == before
    assert load_rules([write(tmp_path, GOOD)]).digest != before


def test_the_extractor_takes_one_folder_or_many(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    for rules in (tmp_path, str(tmp_path), [tmp_path], (str(tmp_path),)):
        assert Extractor(rules=rules).extract("").talk is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[rule]\n", "mine.toml: not a TOML file"),
        ("[rules]\n", "unknown table 'rules'"),
        (GOOD + "extra = 1\n", "rule talk.round.test: unknown key 'extra'"),
        (GOOD + GOOD, "rule talk.round.test stands twice"),
        (GOOD.replace("talk.round.test", "Talk Round"), "rule id 'Talk Round' is not of the form"),
        (without("id"), "rule id None is not of the form"),
        (GOOD.replace("'talk.round'", "'talk.rounds'"), "unknown field 'talk.rounds'"),
        (GOOD.replace("'ordinal'", "'ordinals'"), "unknown normaliser 'ordinals'"),
        (without("value"), "exactly one of 'value'"),
        (GOOD + "label = 'x'\n", "exactly one of 'value'"),
        (without("source"), "'source' must be a text"),
        (without("pattern"), "'pattern' must be a text"),
        (without("needs"), "'needs' must be a list of at least 1"),
        (GOOD.replace("['đợt']", "'đợt'"), "'needs' must be a list of at least 1"),
        (GOOD.replace("['đợt']", "['Đợt']"), "'Đợt' in 'needs' must be in lower case"),
        (without("counter"), "'counter' must be a list of at least 1"),
        (GOOD.replace(", '<m value=7>đợt 7</m> năm nay'", ""), "'example' must be a list of at least 2"),
        (GOOD.replace("{number}", "{numbers}"), "no vars table has {numbers}"),
        (GOOD + "[vars]\nx = 1\n", "variable 'x' must be a string"),
        ("[vars]\nx = '{y}'\ny = '{z}'\nz = '{x}'\n", "is a circle"),
        ("[vars]\nx = '{nowhere}'\n", "x uses {nowhere}, which no vars table has"),
    ],
    ids=lambda v: v if not v.startswith(("\n", "[")) else "",
)
def test_what_is_no_rule_is_refused_in_words(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(RuleError) as error:
        load_rules([write(tmp_path, text)])
    assert words in str(error.value)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"# \xff\n")
    with pytest.raises(RuleError, match=r"mine\.toml: not a TOML file in UTF-8"):
        load_rules([tmp_path])


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder of rules"):
        load_rules([tmp_path / "nowhere"])


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("'đợt (?P<value>{number})'", "'đợt (?P<value>{number}'", "the pattern does not compile"),
        ("'đợt (?P<value>{number})'", "'(?:đợt (?P<value>{number}))?'", "matches the empty text"),
        ("<m value=3>", "<m value=4>", "found 'đợt 3' = 3"),
        ("<m value=3>đợt 3</m>", "<m value=3>đợt</m> 3", "found 'đợt 3' = 3"),
        ("<m value=3>đợt 3</m>", "<m value=3>đợt 3</m> và đợt 5", "found 'đợt 3' = 3, 'đợt 5' = 5"),
        ("<m value=3>đợt 3</m>", "đợt 3", "must hold a mark"),
        ("<m value=3>đợt 3</m>", "<m value=3>đợt 3", "a <m> that is not closed"),
        ("một đợt rét", "đợt 9", "counter 'đợt 9': found 'đợt 9' = 9"),
        ("một đợt rét", "<m>một</m> đợt rét", "must hold no mark"),
        ("một đợt rét", "một  đợt rét", "is not normalised"),
    ],
)
def test_what_a_check_finds(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert old in GOOD
    problems = check_rule(rule_of(write(tmp_path, GOOD.replace(old, new))))
    assert len(problems) == 1, problems
    assert problems[0].startswith("mine.toml: rule talk.round.test: ")
    assert words in problems[0]
