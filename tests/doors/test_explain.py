"""The marked text: every mark numbered, nested and crossing marks readable, nothing of the text lost."""

from __future__ import annotations

import re

import pytest

from support import Case, evidence_of, odd_articles, seeds
from talkextract import extract
from talkextract.doors.explain import PLACES, explain
from talkextract.grounds import grounds
from talkextract.record import DateEntry, Delegation, Document, Evidence, Person, Talk, TalkRecord, Unit
from talkextract.rules import load_rules


def evidence(text: str, field: str, piece: str, source: str = "rule:a.b") -> Evidence:
    start = text.index(piece)
    return Evidence(field=field, start=start, end=start + len(piece), text=piece, source=source)


def record(**parts: object) -> TalkRecord:
    return TalkRecord(document=Document(id="x"), **parts)


def shown(record: TalkRecord, text: str) -> list[str]:
    return [line.plain for line in explain(record, text)]


def unmarked(line: str) -> str:
    return re.sub("⟦|⟧[⁰¹²³⁴⁵⁶⁷⁸⁹]+", "", line)


TEXT = "Hội đàm lần thứ XIII, năm 2025\nĐại tá Vừ A Khua.\n"


def test_nothing_found_is_the_text_alone() -> None:
    assert shown(record(), TEXT) == TEXT.splitlines()
    assert shown(record(), "") == []


def test_marks_are_numbered_in_the_order_of_the_text_and_said_under_their_paragraph() -> None:
    talk = Talk(
        kind="talks", status="held", round=13, evidence=(evidence(TEXT, "round", "lần thứ XIII", "rule:talk.round"),)
    )
    person = Person(
        name="Vừ A Khua",
        rank="Đại tá",
        evidence=(evidence(TEXT, "name", "Vừ A Khua"), evidence(TEXT, "rank", "Đại tá")),
    )
    assert shown(record(talk=talk, people=(person,)), TEXT) == [
        "Hội đàm ⟦lần thứ XIII⟧¹, năm 2025",
        "     1  talk.round = 13  ← rule:talk.round",
        "⟦Đại tá⟧² ⟦Vừ A Khua⟧³.",
        "     2  people[0].rank = Đại tá  ← rule:a.b",
        "     3  people[0].name = Vừ A Khua  ← rule:a.b",
    ]


def test_one_span_may_carry_several_values() -> None:
    year = evidence(TEXT, "value", "2025"), evidence(TEXT, "text", "2025")
    talk = Talk(kind="talks", status="held", round=2, evidence=(evidence(TEXT, "round", "2025"),))
    dates = (DateEntry(text="2025", value="2025", evidence=year),)
    assert shown(record(dates=dates, talk=talk), TEXT)[1:3] == [
        "     1  talk.round = 2  ← rule:a.b",
        "     1  dates[0].value, dates[0].text = 2025  ← rule:a.b",
    ]


@pytest.mark.parametrize("case", [*seeds(), *odd_articles()], ids=lambda c: c.id)
def test_every_source_is_a_rule_that_one_can_look_up_or_a_place_on_the_page(case: Case) -> None:
    sources = {e["source"] for e in evidence_of(extract(case.text).model_dump(mode="json"))}
    assert sources <= {f"rule:{r.id}" for r in load_rules().rules} | set(PLACES)
    assert sources


def test_a_place_on_the_page_is_called_so() -> None:
    title = evidence(TEXT, "title", "Hội đàm", "rule:document.title.line")
    document = Document(id="x", title="Hội đàm", evidence=(title,))
    assert shown(TalkRecord(document=document), TEXT)[1] == (
        "     1  document.title = Hội đàm  ← the line's place on the page"
    )


def test_nested_and_crossing_marks() -> None:
    talk = Talk(kind="talks", status="held", evidence=tuple(
        evidence(TEXT, "name", piece) for piece in ("Hội đàm lần thứ XIII, năm 2025", "lần thứ XIII", "XIII, năm", "năm 2025")
    ))  # fmt: skip
    first = shown(record(talk=talk), TEXT)[0]
    assert first == "⟦Hội đàm ⟦lần thứ ⟦XIII⟧², ⟦năm⟧³ 2025⟧⁴⟧¹"
    assert unmarked(first) == TEXT.splitlines()[0]


def test_a_mark_across_lines_is_open_on_both() -> None:
    talk = Talk(kind="talks", status="held", evidence=(evidence(TEXT, "name", "2025\nĐại tá"),))
    lines = shown(record(talk=talk), TEXT)
    assert lines[0].endswith("năm ⟦2025")
    assert lines[2].startswith("Đại tá⟧¹ Vừ")


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert shown(record(), "a\x1b[31mb\x07\tc\r\n") == ["a\ufffd[31mb\ufffd\tc"]


def test_colours_tell_the_kinds_apart() -> None:
    talk = Talk(kind="talks", status="held", evidence=(evidence(TEXT, "round", "XIII"),))
    person = Person(name="Vừ A Khua", evidence=(evidence(TEXT, "name", "Vừ A Khua"),))
    lines = list(explain(record(talk=talk, people=(person,)), TEXT))
    styles = {lines[n].plain[s.start : s.end]: str(s.style) for n in (0, 2) for s in lines[n].spans}
    assert styles["XIII"] != styles["Vừ A Khua"]


def test_grounds_name_the_place_in_the_record() -> None:
    talk = Talk(kind="talks", status="held", evidence=(evidence(TEXT, "round", "XIII"),))
    found = grounds(record(talk=talk, other_talks=(talk,)))
    assert [(g.path, g.value, g.part) for g in found] == [
        ("talk.round", None, "talk"),
        ("other_talks[0].round", None, "other_talks"),
    ]


def test_a_mark_shows_of_a_list_what_it_carries() -> None:
    text = "BĐBP tỉnh A, tỉnh B và Công an C, D. Dẫn đầu"
    names = "Bộ đội Biên phòng tỉnh A", "Bộ đội Biên phòng tỉnh B"
    every = (*names, "Công an C", "Công an D")
    units = tuple(
        Unit(name=name, kind="other", evidence=(evidence(text, "name", "BĐBP"), evidence(text, "name", piece)))
        for name, piece in zip(names, ("tỉnh A", "tỉnh B"), strict=True)
    )
    pieces = ("BĐBP", "tỉnh A", "tỉnh B", "Công an C", "D")
    side = Delegation(country="VN", units=every, evidence=tuple(evidence(text, "units", piece) for piece in pieces[:4]))
    other = Delegation(country="LA", units=every, evidence=(evidence(text, "units", ", D"),))
    person = Person(name="X", roles=("head", "speaker"), evidence=(evidence(text, "roles", "Dẫn đầu"),))
    said = dict.fromkeys(
        line.split(" = ")[1].split("  ←")[0]
        for line in shown(record(delegations=(side, other), people=(person,), units=units), text)[1:]
        if "delegations" in line or "roles" in line
    )
    assert list(said) == ["; ".join(names), *names, "Công an C", "; ".join(every), "head; speaker"]
