"""Measured precision of rules: how often each fires on articles with gold, and how often what rests on it is right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from talkextract import Extractor
from talkextract.doors.cli import app
from talkextract.doors.rules_report import Firing, lines_of, measure

TEXT = (
    "Ngày 16/9/2025, tại tỉnh Sơn La, Bộ đội Biên phòng tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào. "
    "Đại tá Hà Văn Thử và Thượng tá Xổm Phon Kẹo Ta đồng chủ trì."
)
EXTRACTOR = Extractor()


def gold() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(EXTRACTOR.extract(TEXT, id="a").model_dump_json())
    return made


def by_rule(truth: dict[str, Any]) -> dict[str, Firing]:
    return {f.rule: f for f in measure(EXTRACTOR, {"a": truth}, {"a": TEXT})}


def test_every_rule_has_its_line_in_the_order_of_the_rules() -> None:
    assert tuple(f.rule for f in measure(EXTRACTOR, {"a": gold()}, {"a": TEXT})) == EXTRACTOR.rule_ids


def test_all_is_right_where_the_gold_says_the_same() -> None:
    found = by_rule(gold())
    assert all(f.right == f.judged <= f.shown for f in found.values())
    # two persons' names and ranks, two heads of sides, and the countries that nothing but the names tell
    assert found["people.ranked"] == Firing("people.ranked", 2, 8, 8, 8)
    assert found["talk.kind.talks"].fired == 1
    assert found["talk.kind.signing"] == Firing("talk.kind.signing", 0, 0, 0, 0)
    assert found["talk.kind.signing"].precision is None
    assert found["talk.place.at"].precision == 1.0


def test_a_value_that_the_gold_has_not_counts_against_the_rule_that_shows_it() -> None:
    truth = gold()
    truth["people"][1]["rank"] = "Đại tá"
    found = by_rule(truth)
    assert (found["people.ranked"].right, found["people.ranked"].judged) == (7, 8)
    assert found["people.ranked"].precision == 7 / 8
    assert found["dates.day"].precision == 1.0


def test_lines_leave_out_what_never_fired_but_name_it() -> None:
    lines = list(lines_of([Firing("a.b", 3, 4, 4, 3), Firing("c.d", 2, 1, 0, 0), Firing("e.f", 0, 0, 0, 0)]))
    assert lines[1].split() == ["a.b", "3", "4", "3/4", "0.750"]
    assert lines[2].split() == ["c.d", "2", "1", "0/0", "-"]
    assert lines[3:] == ["3 of 4 values that are scored are right", "never fired: e.f"]


def test_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(gold()), "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    result = CliRunner().invoke(app, ["rules", "report", str(tmp_path), str(tmp_path)])
    assert result.exit_code == 0
    assert any(line.split()[:2] == ["people.ranked", "2"] for line in result.stdout.splitlines())
    (tmp_path / "a.txt").unlink()
    result = CliRunner().invoke(app, ["rules", "report", str(tmp_path), str(tmp_path)])
    assert (result.exit_code, "a.txt: no such file" in result.stderr) == (1, True)
