"""The difference of two runs: gains, losses and changes per field and article, with offsets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from talkextract import extract
from talkextract.doors.cli import app
from talkextract.doors.diff import Change, diff, lines_of
from talkextract.errors import InputError

TEXT = (
    "Ngày 16/9/2025, tại tỉnh Sơn La, Bộ đội Biên phòng tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào. "
    "Đại tá Hà Văn Thử và Đại tá Xổm Phon Kẹo Ta đồng chủ trì. Hai bên bắt 5 đối tượng, thu 3 kg ma túy."
)


def record(name: str = "a") -> dict[str, Any]:
    made: dict[str, Any] = json.loads(extract(TEXT, id=name).model_dump_json())
    return made


def changes(old: dict[str, Any], new: dict[str, Any]) -> tuple[Change, ...]:
    return diff({"a": old}, {"a": new}).changes


def test_a_record_does_not_differ_from_itself() -> None:
    found = diff({"a": record()}, {"a": record()})
    assert found.changes == ()
    assert list(lines_of(found)) == ["1 articles compared, 0 changed"]


def test_a_value_that_changes_has_the_offsets_of_both_sides() -> None:
    old, new = record(), record()
    old["talk"]["date"] = "2024-09-16"
    assert changes(old, new) == (
        Change("a", "talk.date", "change", "", "2024-09-16", "2025-09-16", ((0, 14),), ((0, 14),)),
    )


def test_a_value_that_is_new_is_a_gain_and_one_that_is_gone_a_loss() -> None:
    old, new = record(), record()
    old["talk"]["date"] = None
    assert [(c.field, c.what, c.old, c.new) for c in changes(old, new)] == [("talk.date", "gain", None, "2025-09-16")]
    assert [(c.field, c.what, c.old, c.new) for c in changes(new, old)] == [("talk.date", "loss", "2025-09-16", None)]


def test_an_entry_that_is_lost_is_told_once_not_value_by_value() -> None:
    old, new = record(), record()
    lost = new["people"].pop(0)
    assert (lost["name"], lost["rank"]) == ("Hà Văn Thử", "Đại tá")
    (change,) = changes(old, new)
    at = TEXT.index("Hà Văn Thử")
    assert change == Change("a", "people", "loss", "Hà Văn Thử", "Hà Văn Thử", None, ((at, at + 10),), ())


def test_values_of_an_entry_are_compared_by_its_name_whatever_its_place_and_case() -> None:
    old, new = record(), record()
    new["people"].reverse()
    new["people"][1]["rank"] = "Trung tá"
    new["people"][0]["name"] = new["people"][0]["name"].upper()
    assert [(c.field, c.entry, c.old, c.new) for c in changes(old, new) if "." in c.field] == [
        ("people.rank", "Hà Văn Thử", "Đại tá", "Trung tá")
    ]


def test_an_id_that_is_lost_is_told() -> None:
    old, new = record(), record()
    new["units"][0]["id"] = None
    assert [(c.field, c.what, c.old) for c in changes(old, new)] == [("units.id", "loss", "unit:VN-05:border-guard")]
    new = record("b")
    assert diff({"a": old}, {"a": new}).changes == ()


def test_two_entries_of_one_name_are_two() -> None:
    old, new = record(), record()
    new["topics"].append(new["topics"][0])
    assert [(c.field, c.what) for c in changes(old, new)] == [("topics", "gain")]


def test_evidence_alone_is_no_change() -> None:
    old, new = record(), record()
    new["talk"]["evidence"] = []
    assert changes(old, new) == ()


def test_lists_and_places_are_one_line() -> None:
    old, new = record(), record()
    new["talk"]["place"]["region"] = "VN-99"
    new["people"][0]["roles"] = ["head", "speaker"]
    assert [(c.field, c.old, c.new) for c in changes(old, new)] == [
        ("talk.place", "tỉnh Sơn La, VN, VN-05", "tỉnh Sơn La, VN, VN-99"),
        ("people.roles", "co_chair", "head, speaker"),
    ]


def test_lines_count_the_changes_per_field_and_name_articles_of_one_side() -> None:
    old, new = record(), record()
    new["figures"][0]["category"] = "other"
    new["figures"].pop()
    lines = list(lines_of(diff({"a": old, "b": old}, {"a": new, "c": new})))
    at = TEXT.index("3 kg")
    assert f"- a\tfigures\t3 kg [{at}-{at + 1}, {at + 2}-{at + 4}]" in lines
    assert f"{'figures':28}{0:7}{1:8}{0:9}" in lines
    assert f"{'figures.category':28}{0:7}{0:8}{1:9}" in lines
    assert lines[-3:] == [
        "only in the old records: b", "only in the new records: c", "1 articles compared, 1 changed"
    ]  # fmt: skip


@pytest.mark.parametrize("broken", [{"talk": 3}, {"people": [{"name": "A", "evidence": [{}]}]}, {"units": 5}])
def test_what_has_not_the_shape_of_a_record_is_named(broken: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="record a has not the shape of a record"):
        diff({"a": record()}, {"a": broken})


def test_on_the_command_line(tmp_path: Path) -> None:
    old, new = record(), record()
    old["talk"]["round"] = 3
    for name, made in (("old", old), ("new", new)):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(made) + "\n", "utf-8")
    result = CliRunner().invoke(app, ["diff", str(tmp_path / "old.jsonl"), str(tmp_path / "new.jsonl")])
    assert result.exit_code == 0
    assert "- a\ttalk.round\t3\n" in result.stdout
    (tmp_path / "new.jsonl").write_text(json.dumps(new) + "\n{\n", "utf-8")
    result = CliRunner().invoke(app, ["diff", str(tmp_path / "old.jsonl"), str(tmp_path / "new.jsonl")])
    assert result.exit_code == 1
    assert "new.jsonl, line 2: not JSON" in result.stderr
    result = CliRunner().invoke(app, ["diff", str(tmp_path / "old.jsonl"), str(tmp_path / "none.jsonl")])
    assert (result.exit_code, "none.jsonl: no such file" in result.stderr) == (1, True)
