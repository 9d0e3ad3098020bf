"""A rule of a user's own that takes too long is stopped and named, and the article is read on without it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import regex

from talkextract import Extractor, RuleError, limits, read_dates
from talkextract.match import check_rule
from talkextract.rules import load_rules

# every way to cut "aaa…" is tried before the pattern fails: two to the power of its length
ENDLESS = r"""
[[rule]]
id      = 'topics.trade.endless'
field   = 'topics'
needs   = ['xyz']
pattern = 'xyz (?:(?:a|a)+)+b'
label   = 'trade'
source  = 'invented'
example = ['<m>xyz aab</m> một', 'hai <m>xyz ab</m>']
counter = ['xyz c']

[[rule]]
id      = 'topics.training.quick'
field   = 'topics'
needs   = ['uvw']
pattern = 'uvw'
label   = 'training'
source  = 'invented'
example = ['<m>uvw</m> một', 'hai <m>uvw</m>']
counter = ['một uvwt']
"""
TALK = "Ngày 16/9/2025, tại tỉnh Sơn La, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào. Hai bên uvw."
BOMB = f"{TALK} xyz {'a' * 60} và xyz {'a' * 60}."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(limits, "SECONDS", 0.05)
    (tmp_path / "mine.toml").write_text(ENDLESS, "utf-8")
    return tmp_path


def test_a_rule_that_takes_too_long_is_stopped_and_named_in_a_warning(folder: Path) -> None:
    extractor = Extractor(rules=folder)
    done = extractor.run(BOMB)
    (warning,) = done.warnings
    assert warning.startswith(
        "mine.toml: rule topics.trade.endless: stopped, the pattern took more than 0.05 s of this"
    )
    assert "aaa" not in warning
    # the article went on without it, with the other rules of the folder and the shipped ones
    assert [t.topic for t in done.record.topics] == ["training"]
    assert done.record.talk == Extractor().extract(TALK).talk


def test_it_is_tried_again_in_the_next_article(folder: Path) -> None:
    extractor = Extractor(rules=folder)
    assert extractor.run(BOMB).warnings
    done = extractor.run(f"{TALK} xyz aab.")
    assert done.warnings == ()
    assert [t.topic for t in done.record.topics] == ["trade", "training"]


def test_many_short_matches_share_one_budget(folder: Path) -> None:
    # none of them takes 0.05 s by itself, all of them would take 20
    text = TALK + "".join(f" xyz {'a' * 14}." for _ in range(4_000))
    (warning,) = Extractor(rules=folder).run(text).warnings
    assert "topics.trade.endless: stopped" in warning


def test_a_budget_that_is_used_up_between_two_matches_is_told_too(folder: Path) -> None:
    pattern = limits.LimitedPattern(regex.compile("a"), "mine.toml: rule x.y")
    with limits.watching(10) as stopped:
        assert pattern.match("a") is not None
        watch = limits._WATCH.get()
        assert watch is not None
        watch.used["mine.toml: rule x.y"] = watch.budget
        assert pattern.match("a") is None
        assert stopped == []
    assert [words.split(", the")[0] for words in stopped] == ["mine.toml: rule x.y: stopped"]


def test_a_budget_grows_with_the_article() -> None:
    assert limits._Watch(99_999).budget == 1
    assert limits._Watch(1_000_000).budget == 11


def test_other_processes_have_the_limit_too(folder: Path) -> None:
    extractor = pickle.loads(pickle.dumps(Extractor(rules=folder)))
    assert len(extractor.run(BOMB).warnings) == 1


def test_a_variable_of_ones_own_puts_the_shipped_rules_that_use_it_under_the_limit(tmp_path: Path) -> None:
    assert not any(rule.is_own for rule in load_rules().rules)
    (tmp_path / "mine.toml").write_text("[vars]\nfig_scale = '(?: nghìn)'\n", "utf-8")
    own = {rule.id: rule.is_own for rule in load_rules([tmp_path]).rules}
    assert own["figures.goods"]
    assert not own["talk.round.first"]
    (tmp_path / "mine.toml").write_text("[vars]\nmine = 'x'\n", "utf-8")
    assert not any(rule.is_own for rule in load_rules([tmp_path]).rules)


def test_outside_of_an_article_the_limit_is_an_error(folder: Path) -> None:
    with pytest.raises(RuleError, match=r"mine\.toml: rule topics\.trade\.endless: the pattern took more than 0\.05 s"):
        Extractor(rules=folder).fired(BOMB)


def test_a_check_of_rules_tells_of_one_that_takes_too_long(folder: Path) -> None:
    text = ENDLESS.replace("'xyz c'", f"'xyz {'a' * 60}'")
    (folder / "mine.toml").write_text(text, "utf-8")
    rule = next(r for r in load_rules([folder]).rules if r.id == "topics.trade.endless")
    (problem,) = check_rule(rule)
    assert "the pattern took more than" in problem


def test_read_dates_tells_of_one_that_takes_too_long(folder: Path) -> None:
    text = ENDLESS.split("[[rule]]\nid      = 'topics.training")[0]
    text = text.replace("topics.trade.endless", "dates.endless").replace("'topics'", "'dates'")
    text = text.replace("label   = 'trade'", "value   = 'nothing'")
    (folder / "mine.toml").write_text(text, "utf-8")
    with pytest.raises(RuleError, match=r"rule dates\.endless: the pattern took more than"):
        read_dates(BOMB, rules=folder)
