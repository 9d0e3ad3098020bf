"""Rule files: what is loaded, overlaid and refused, each refusal naming file and rule."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

import talkextract
from talkextract import Extractor, RuleError
from talkextract.match import check_rule
from talkextract.mention import ANY, COUNTRY, FIELDS, VALUE_GROUPS
from talkextract.rules import Rule, load_rules, shipped_folder

EMPTY = "mine.toml: rule talk.round.test: the pattern matches the empty text; let it take one character at least"
GOOD = r"""
[[rule]]
id      = 'talk.round.test'
field   = 'talk.round'
needs   = ['đợt']
pattern = 'đợt (?P<value>{fig_number})'
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
    m = rule_of(write(tmp_path, GOOD)).compiled.match("đợt 2.480")
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
        (GOOD + GOOD, "mine.toml: rule talk.round.test stands twice; give one of them another id"),
        (GOOD.replace("talk.round.test", "Talk Round"), "rule id 'Talk Round' is not of the form"),
        (without("id"), "rule id None is not of the form"),
        (GOOD.replace("'talk.round'", "'talk.rounds'"), "unknown field 'talk.rounds'"),
        (GOOD.replace("'ordinal'", "'ordinals'"), "unknown normaliser 'ordinals'"),
        (without("value"), "exactly one of 'value'"),
        (GOOD + "label = 'x'\n", "exactly one of 'value'"),
        (
            GOOD.replace("'ordinal'", "'date'"),
            "the normaliser 'date' does not fit the field talk.round: 'value' may be first, ordinal, nothing",
        ),
        (without("value") + "\nlabel = '3'\n", "the field talk.round takes no 'label'; 'value' may be first, ordinal"),
        (without("value") + "\nlabel = 3\n", "'label' must be a text"),
        (
            GOOD.replace("{fig_number})'", "{fig_number}'"),
            "mine.toml: rule talk.round.test: the pattern does not compile: missing )",
        ),
        (without("source"), "'source' must be a text"),
        (without("pattern"), "'pattern' must be a text"),
        (without("needs"), "'needs' must be a list of at least 1"),
        (GOOD.replace("['đợt']", "'đợt'"), "'needs' must be a list of at least 1"),
        (GOOD.replace("['đợt']", "['Đợt']"), "'Đợt' in 'needs' must be in lower case"),
        (without("counter"), "'counter' must be a list of at least 1"),
        (GOOD.replace(", '<m value=7>đợt 7</m> năm nay'", ""), "'example' must be a list of at least 2"),
        (GOOD.replace("{fig_number}", "{fig_numbers}"), "no vars table has {fig_numbers}"),
        (GOOD + "[vars]\nx = 1\n", "mine.toml: variable 'x' must be a text; write it as x = '…'"),
        ("[vars]\nx = '{y}'\ny = '{z}'\nz = '{x}'\n", "mine.toml: variable x: x → y → z → x is a circle; take one out"),
        ("[vars]\nx = '{x}'\n", "mine.toml: variable x: x → x is a circle"),
        ("[vars]\nx = '{nowhere}'\n", "mine.toml: variable x: no vars table has {nowhere}; define it under [vars]"),
        (GOOD.replace("'đợt (?P<value>{fig_number})'", "'(?:đợt (?P<value>{fig_number}))?'"), EMPTY),
        (GOOD.replace("'đợt (?P<value>{fig_number})'", "'(?P<value>)'"), EMPTY),
        (GOOD.replace("'đợt (?P<value>{fig_number})'", "'(?P<value>x*)'"), EMPTY),
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


def test_a_package_without_its_rules_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("talkextract.rules.__file__", str(tmp_path / "src" / "talkextract" / "rules.py"))
    with pytest.raises(RuleError, match=r"neither .*_rules nor .*rules holds a vars\.toml; install the package again"):
        load_rules()


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder of rules"):
        load_rules([tmp_path / "nowhere"])


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("<m value=3>", "<m value=4>", "found 'đợt 3' = 3"),
        ("<m value=3>đợt 3</m>", "<m value=3>đợt</m> 3", "found 'đợt 3' = 3"),
        ("<m value=3>đợt 3</m>", "<m value=3>đợt 3</m> và đợt 5", "found 'đợt 3' = 3, 'đợt 5' = 5"),
        ("<m value=3>đợt 3</m>", "đợt 3", "must hold a mark"),
        ("<m value=3>đợt 3</m>", "<m value=3>đợt 3", "a <m> that is not closed"),
        ("một đợt rét", "đợt 9", "counter 'đợt 9': found 'đợt 9' = 9"),
        ("một đợt rét", "<m>một</m> đợt rét", "must hold no mark"),
        ("một đợt rét", "một  đợt rét", "is not normalised"),
        ("một đợt rét", "một trận rét", "no counter-example holds one of 'needs'"),
        ("một đợt rét", "một xđợt rét", "no counter-example holds one of 'needs'"),
    ],
)
def test_what_a_check_finds(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert old in GOOD
    problems = check_rule(rule_of(write(tmp_path, GOOD.replace(old, new))))
    assert len(problems) == 1, problems
    assert problems[0].startswith("mine.toml: rule talk.round.test: ")
    assert words in problems[0]


# An own rule of another field; `{…}` are put in by `rule_text`.
OWN = r"""
[[rule]]
id      = 'mine.own'
field   = '{field}'
needs   = ['xyz']
pattern = '{pattern}'
{gives}
source  = 'invented'
example = ['<m>xyz</m> một', 'hai <m>xyz</m>']
counter = ['xyzt']
"""


def rule_text(field: str, gives: str, pattern: str = r"xyz(?!\p{L})") -> str:
    return OWN.replace("{field}", field).replace("{gives}", gives).replace("{pattern}", pattern)


@pytest.mark.parametrize(
    ("field", "label", "words"),
    [
        ("topics", "fishing", "write one of border_management, joint_patrol"),
        ("talk.kind", "secret", "write one of talks, briefing"),
        ("talk.series", "weekly", "write one of annual"),
        ("talk.mode", "in_person", "write one of online"),
        ("talk.status", "held", "write one of announced"),
        ("people.roles", "mentioned", "write one of head"),
        ("units", "navy", "write one of border_guard_command"),
        ("agreements", "pact", "write one of treaty"),
        ("agreements.status", "cited", "write one of signed"),
        ("countries", "Lào", "write an ISO 3166-1 code as VN"),
        ("countries", "", "'label' must be a text"),
        ("border_points", "gate", "write one of marker"),
        ("figures.act", "fishing", "write one of aid"),
        ("document.masthead", "top", "write one of bar"),
        ("dates", "2025", "takes no 'label'; 'value' may be date,"),
        ("figures", "3", "takes no 'label'; 'value' may be count, number"),
    ],
)
def test_a_label_that_the_record_cannot_hold_is_refused(tmp_path: Path, field: str, label: str, words: str) -> None:
    write(tmp_path, rule_text(field, f"label = '{label}'"))
    with pytest.raises(RuleError, match=r"^mine\.toml: rule mine\.own: ") as error:
        load_rules([tmp_path])
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("field", "gives", "pattern", "words"),
    [
        ("units", "label = 'police'", "xyz", "head or item"),
        ("people", "value = 'text'", "xyz", "name"),
        ("people", "value = 'rank'", "(?P<name>xyz)", "rank"),
        ("talk.kind", "label = 'talks'", "(?P<noun>xyz)", "noun and tail"),
        ("talk.place", "value = 'text'", "xyz", "place"),
        ("border_points", "value = 'gate_kind'", "(?P<name>xyz)", "class"),
        ("border_points", "value = 'gate_kind'", "(?P<class>xyz)", "name or lead and number"),
        ("border_points", "label = 'marker'", "(?P<name>x)(?P<number>yz)", "lead"),
        ("border_points.proposed", "value = 'upgrade_kind'", "xyz", "class"),
        ("dates", "value = 'date_days'", "(?P<first>xyz)", "last"),
        ("document.published", "value = 'page_date'", "(?P<day>x)(?P<month>y)z", "year"),
        ("document.byline", "value = 'text'", "xyz", "value"),
    ],
)
def test_a_pattern_without_a_group_that_is_read_is_refused(
    tmp_path: Path, field: str, gives: str, pattern: str, words: str
) -> None:
    write(tmp_path, rule_text(field, gives, pattern))
    message = f"mine.toml: rule mine.own: the pattern must name what it finds: {words}; "
    with pytest.raises(RuleError) as error:
        Extractor(rules=tmp_path)
    assert str(error.value).startswith(message)


def test_a_rule_that_finds_nothing_of_its_own_needs_no_groups(tmp_path: Path) -> None:
    write(tmp_path, rule_text("units", "value = 'nothing'"))
    assert Extractor(rules=tmp_path).extract(TALK) == Extractor().extract(TALK)


TALK = (
    "Ngày 16/9/2025, tại tỉnh Sơn La, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào. Hai bên xyz một 2 ba."
)


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_whatever_a_field_allows_an_extraction_can_read(tmp_path: Path, field: str) -> None:
    shape = FIELDS[field]
    labels = ["TH"] if shape.labels in (ANY, COUNTRY) else shape.labels
    rules, said = [], []
    for key, given in [*(("label", x) for x in labels), *(("value", x) for x in (*shape.values, "nothing"))]:
        for wanted in shape.groups or (frozenset[str](),):
            names = sorted({*wanted, *VALUE_GROUPS.get(given, ())} if key == "value" else wanted)
            if given != "nothing" and shape.lacks(names):
                continue  # markers have numbers, gates have a class: no rule is both
            words = ["một", "2", "ba"][: len(names)]
            cue = f"x{chr(ord('a') + len(rules))}z"
            pattern = cue + "".join(f" (?P<{n}>{w})" for n, w in zip(names, words, strict=True))
            text = rule_text(field, f"{key} = '{given}'", pattern)
            rules.append(text.replace("mine.own", f"mine.r{len(rules)}").replace("['xyz']", f"['{cue}']"))
            said.append(f"Hai bên {' '.join([cue, *words])} tại tỉnh Sơn La.")
    extractor = Extractor(rules=write(tmp_path, "".join(rules)))
    for sentence in said:
        assert extractor.extract(f"{TALK} {sentence}").talk is not None


def test_a_group_that_takes_no_part_makes_no_mention(tmp_path: Path) -> None:
    write(tmp_path, rule_text("people", "value = 'rank'", r"xyz(?: (?P<rank>một))?(?: (?P<name>Nam))?"))
    assert Extractor(rules=tmp_path).extract(TALK).people == ()


def test_a_rule_of_ones_own_acts_in_an_extraction(tmp_path: Path) -> None:
    before = Extractor().extract(TALK)
    write(tmp_path, rule_text("topics", "label = 'training'"))
    after = Extractor(rules=tmp_path).extract(TALK)
    assert [t.topic for t in before.topics] == []
    ((topic,), (evidence,)) = after.topics, after.topics[0].evidence
    assert (topic.topic, evidence.text, evidence.source) == ("training", "xyz", "rule:mine.own")
    assert after.talk == before.talk


def test_a_unit_by_a_rule_of_ones_own(tmp_path: Path) -> None:
    write(tmp_path, rule_text("units", "label = 'other'", r"(?P<head>xyz) (?P<item>tỉnh Sơn La)"))
    units = Extractor(rules=tmp_path).extract(TALK.replace("xyz", "cảm ơn xyz tỉnh Sơn La")).units
    assert [u.name for u in units if u.kind == "other"] == ["Xyz tỉnh Sơn La"]


def test_a_variable_of_ones_own_that_breaks_a_shipped_pattern_is_a_rule_error(tmp_path: Path) -> None:
    write(tmp_path, "[vars]\nordinal = '('\n")
    with pytest.raises(RuleError, match=r"\.toml: rule .*: the pattern does not compile"):
        Extractor(rules=tmp_path).extract(
            "Ngày 16/9/2025, hội đàm lần thứ 3; 12 lần tuần tra; mốc 12; 3 vụ, 5 đối tượng."
        )


def test_tables_of_ones_own_are_checked_when_they_are_loaded(tmp_path: Path) -> None:
    write(tmp_path, "code,name\nVN-01,Ở đây\n", "regions.csv")
    with pytest.raises(RuleError, match=r"regions\.csv, line 1: the columns must be country,code"):
        Extractor(rules=tmp_path)


def test_a_table_that_nobody_reads_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "a,b\n", "region.csv")
    with pytest.raises(RuleError, match=r"region\.csv: no table has this name; the tables are regions\.csv"):
        Extractor(rules=tmp_path)


def test_shipped_patterns_are_compiled_on_first_use_only() -> None:
    assert not any("compiled" in vars(rule) for rule in load_rules().rules)


def test_every_shipped_variable_is_used() -> None:
    files = [tomllib.loads(path.read_text("utf-8")) for path in shipped_folder().glob("*.toml")]
    variables = {name: text for content in files for name, text in content.get("vars", {}).items()}
    rules = [rule for content in files for rule in content.get("rule", ())]
    texts = [*variables.values(), *(rule[key] for rule in rules for key in ("open", "pattern") if key in rule)]
    assert variables.keys() - {name for text in texts for name in re.findall(r"\{([a-z][a-z_]*)\}", text)} == set()


# Rule files are input from strangers: each of these is refused in words, at once, and nothing is run, opened or waited for.
def deep_vars(n: int) -> str:
    return "".join(f"v{'a' * i} = '{{v{'a' * (i + 1)}}}'\n" for i in range(n)) + f"v{'a' * n} = 'x'\n"


def doubled_vars(n: int) -> str:
    names = [f"v{chr(97 + i)}" for i in range(n)]
    return "va = 'xxxxxxxxxx'\n" + "".join(f"{b} = '{{{a}}}{{{a}}}'\n" for a, b in pairwise(names))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("vars = 1\n", "mine.toml: 'vars' must be a table; begin it with [vars]"),
        ("rule = 1\n", "mine.toml: 'rule' must be a list of tables; begin each rule with [[rule]]"),
        ("rule = ['a']\n", "mine.toml: 'rule' must be a list of tables"),
        ("[rule]\nid = 'a.b'\n", "mine.toml: 'rule' must be a list of tables"),
        ("[vars]\n'A b' = 'x'\n", "mine.toml: variable 'A b' can stand in no pattern; name it with a-z and _"),
        ("x = " + "[" * 50_000, "mine.toml: lists or tables inside of each other, too deep"),
        ("x = " + "{a=" * 3_000, "mine.toml: lists or tables inside of each other, too deep"),
        ("[vars]\n" + doubled_vars(26), "is longer than 200,000 characters; cut it"),
        (
            "[vars]\n" + deep_vars(100),
            "mine.toml: variable v holds variables inside of each other, more than 50 deep; cut them",
        ),
        (GOOD.replace("invented", "inv\0nted"), "mine.toml: not a TOML file in UTF-8: Found invalid character"),
        (GOOD.replace("'invented'", '"\\ud800"'), "mine.toml: not a TOML file in UTF-8: Escaped character"),
        (GOOD.replace("'ordinal'", "['ordinal']"), "rule talk.round.test: unknown normaliser ['ordinal']"),
        (GOOD.replace("'ordinal'", "1979-05-27"), "rule talk.round.test: unknown normaliser datetime.date"),
        (GOOD + "at = ['line']\n", "rule talk.round.test: 'at' must be 'line' or 'item'"),
        (GOOD + "open = 3\n", "rule talk.round.test: 'open' must be a text"),
        (GOOD.replace("'talk.round.test'", "['a']"), "rule id ['a'] is not of the form"),
        (GOOD.replace("'talk.round.test'", "'../../x'"), "rule id '../../x' is not of the form"),
        (GOOD.replace("['đợt']", "['\u200b']"), "a text of 'needs' is blank"),
        (GOOD.replace("['đợt']", "['<foo>']"), "'<foo>' in 'needs' is no class of literals; there are <count>, <date>"),
    ],
    ids=lambda v: v[:40] if not v.startswith(("\n", "[", "x", "v", "r")) else "",
)
def test_what_strangers_may_write_is_refused_in_words(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(RuleError) as error:
        load_rules([write(tmp_path, text)])
    assert words in str(error.value)


@pytest.mark.parametrize(
    "pattern",
    [
        "(?{print(1)})", "(?C1)", r"\L<words>", r"(?P<a>x)\9", "a{99999999999999999999}", "[z-a]", r"\p{Foo}", "(?V9)",
        "(" * 5_000 + "a" + ")" * 5_000,
    ],
    ids=lambda p: p[:12],
)  # fmt: skip
def test_a_pattern_that_is_none_is_refused(tmp_path: Path, pattern: str) -> None:
    write(tmp_path, GOOD.replace("{fig_number}", pattern))
    with pytest.raises(RuleError, match=r"^mine\.toml: rule talk\.round\.test: "):
        load_rules([tmp_path])


def fifo(path: Path) -> None:
    os.mkfifo(path)


def link_out(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def link_to_nothing(path: Path) -> None:
    path.symlink_to(path.parent / "nothing")


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def folder_with_its_name(path: Path) -> None:
    path.mkdir()


def hundred_megabytes(path: Path) -> None:
    with path.open("wb") as f:
        f.truncate(100_000_000)  # takes no room on the disk


@pytest.mark.parametrize("name", ["mine.toml", "regions.csv"])
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (fifo, "not a regular file; remove it"),
        (folder_with_its_name, "not a regular file; remove it"),
        (link_to_nothing, "not a regular file; remove it"),
        (link_out, "a link out of its folder; put the file itself there"),
        (link_to_a_device, "a link out of its folder"),
        (
            link_to_itself,
            "",
        ),  # of a link to itself Python 3.13 says that it is no file, an older one that it cannot be read
        (hundred_megabytes, "100,000,000 bytes, where a file of rules has at most 10,000,000; split it"),
    ],
)
def test_what_is_no_file_of_the_folder_is_not_read(
    tmp_path: Path, name: str, make: Callable[[Path], None], words: str
) -> None:
    make(tmp_path / name)
    with pytest.raises(RuleError) as error:
        load_rules([tmp_path])
    assert str(error.value).startswith(f"{name}: {words}")


def test_a_link_inside_of_its_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    write(tmp_path / "parts", GOOD)
    (tmp_path / "mine.toml").symlink_to(tmp_path / "parts" / "mine.toml")
    assert rule_of(tmp_path).source == "invented"


# In every text that a rule file may hold stands what some other format of rules would run, open or fetch.
TRAPS = r"""
[vars]
mine = '__import__|eval|/etc/passwd|file:///etc/passwd|(?:%(os)s)'
[[rule]]
id      = 'talk.round.trap'
field   = 'talk.round'
needs   = ['__import__', '/etc/passwd', '${home}', '`id`']
pattern = '(?P<value>{mine})'
value   = 'first'
source  = '!!python/object/apply:os.system ["touch trap"] {{7*7}} ${jndi:ldap://localhost} `touch trap` @/etc/passwd'
example = ['<m>__import__</m>("os")', '<m>/etc/passwd</m>', '<m value=1>/etc/passwd</m> /etc']
counter = ['một `id`']
"""
REFUSED = [
    TRAPS.replace("value   = 'first'", "value   = '__import__'"), TRAPS.replace("'talk.round'", "'../../etc/passwd'"),
    TRAPS.replace("first", "os.system"), TRAPS.replace("{mine}", r"(?{print(1)})"), TRAPS.replace("{mine}", r"\L<x>"),
    "include = '/etc/passwd'\n" + TRAPS, TRAPS + "file = '/etc/passwd'\n", TRAPS + "import = 'os'\n",
]  # fmt: skip
WATCHED = """
import sys
from talkextract import Extractor, RuleError
from talkextract.match import check_rule
from talkextract.rules import load_rules
TEXT = "Ngày 16/9/2025, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào: __import__ /etc/passwd."
for rule in load_rules([sys.argv[1]]).rules[-1:]:  # once before: what the program itself imports on first use
    check_rule(rule)
Extractor(rules=sys.argv[1]).extract(TEXT)
seen = []
sys.addaudithook(lambda event, args: seen.append((event, args)))
for rule in load_rules([sys.argv[1]]).rules[-1:]:
    assert check_rule(rule) == [], check_rule(rule)
assert Extractor(rules=sys.argv[1]).extract(TEXT).talk is not None
for folder in sys.argv[2:]:
    try:
        load_rules([folder])
    except RuleError:
        continue
    raise SystemExit(f"{folder} was taken")
done = list(seen)
for event, args in done:
    print(event, *args[:1])
"""


def test_nothing_in_a_rule_file_is_run_or_opened(tmp_path: Path) -> None:
    folders = [tmp_path / f"f{i}" for i in range(len(REFUSED) + 1)]
    for folder, text in zip(folders, [TRAPS, *REFUSED], strict=True):
        folder.mkdir()
        write(folder, text)
    # compiled patterns of the shipped rules are read, as Python's own compiled files are, but none is written meanwhile
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *map(str, folders)], capture_output=True, text=True, env=env, check=False
    )
    assert done.returncode == 0, done.stderr
    events = [line.split(" ", 1) for line in done.stdout.splitlines()]
    assert ["open", str(folders[0] / "mine.toml")] in events  # what is watched is seen
    known = (str(tmp_path), str(shipped_folder()), str(Path(talkextract.__file__).parent / "__pycache__"))
    for event, what in events:
        if event in {"open", "os.listdir", "os.scandir", "glob.glob", "pathlib.Path.glob"}:
            assert what.startswith(known), (event, what)
        else:
            assert not event.startswith(
                ("exec", "compile", "import", "os.", "subprocess.", "socket.", "ctypes.", "urllib.", "shutil.")
            ), (event, what)
    assert not list(tmp_path.rglob("trap"))
