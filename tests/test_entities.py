"""Persons and organisations that others found: judged as the rules' own, never instead of them, under their source."""

from __future__ import annotations

import pytest

from support import Case, evidence_of, odd_articles
from talkextract import Extractor, UsageError
from talkextract.entities import Entity
from talkextract.offsets import View

EXTRACTOR = Extractor()
TEXT = (
    "Ngày 16/9/2025, Bộ đội Biên phòng tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào. "
    "Kha Văn Bịa phát biểu tại hội đàm. Dự hội đàm có Hội Khuyến nông Vạn Hoa."
)


def entity(words: str, kind: str, text: str = TEXT, source: str = "spacy:ner") -> Entity:
    start = text.index(words)
    return Entity(start, start + len(words), kind, source)  # type: ignore[arg-type]


def test_a_person_whom_no_rule_found_gets_his_role_and_his_own_source() -> None:
    assert EXTRACTOR.run(TEXT).record.people == ()
    (person,) = EXTRACTOR.run(TEXT, entities=[entity("Kha Văn Bịa", "person")]).record.people
    assert (person.name, person.roles) == ("Kha Văn Bịa", ("speaker",))
    sources = {e.field: e.source for e in person.evidence}
    assert sources["name"] == "spacy:ner"
    assert sources["roles"].startswith("rule:people.roles.")


def test_an_organisation_becomes_a_unit() -> None:
    done = EXTRACTOR.run(TEXT, entities=[entity("Hội Khuyến nông Vạn Hoa", "organisation")])
    assert ("Hội Khuyến nông Vạn Hoa", "other") in [(u.name, u.kind) for u in done.record.units]


def test_what_the_rules_found_stays_as_it_was() -> None:
    offered = [entity("Sơn La", "person"), entity("Công an tỉnh Hủa Phăn", "organisation"), entity("16/9", "person")]
    assert EXTRACTOR.run(TEXT, entities=offered).record == EXTRACTOR.run(TEXT).record


@pytest.mark.parametrize("case", odd_articles()[:8], ids=lambda c: c.id)
def test_the_rules_values_offered_back_change_nothing(case: Case) -> None:
    before = EXTRACTOR.run(case.text, id="x").record
    own = [
        Entity(e.start, e.end, kind, "spacy:x")  # type: ignore[arg-type]
        for items, kind in ((before.people, "person"), (before.units, "organisation"))
        for item in items for e in item.evidence if e.field == "name"
    ]  # fmt: skip
    assert own
    assert EXTRACTOR.run(case.text, id="x", entities=own).record == before


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "\u200bHội  đàm  với\u00a0 Lào ngày 1/2/2025 tại Sơn La.\r\nKha  Văn Bịa phát biểu tại hội đàm."
    start = text.index("Kha")
    record = EXTRACTOR.run(text, entities=[Entity(start, start + len("Kha  Văn Bịa"), "person", "spacy:ner")]).record
    assert [p.name for p in record.people] == ["Kha Văn Bịa"]
    for e in evidence_of(record.model_dump(mode="json")):
        assert text[e["start"] : e["end"]] == e["text"]


@pytest.mark.parametrize("wrong", [
    Entity(0, 0, "person", "spacy:ner"), Entity(3, 2, "person", "spacy:ner"), Entity(0, 10**6, "person", "spacy:ner"),
    Entity(-1, 2, "person", "spacy:ner"), Entity(0, 4, "place", "spacy:ner"), Entity(0, 4, "person", "rule:x"),  # type: ignore[arg-type]
])  # fmt: skip
def test_what_is_no_entity_is_refused(wrong: Entity) -> None:
    with pytest.raises(UsageError, match="entity"):
        EXTRACTOR.run(TEXT, entities=[wrong])


def test_the_way_from_the_text_to_its_view() -> None:
    view = View("a\u200b  b \u0110o\u0302ng")
    assert view.text == "a b Đông"
    assert [view.from_raw(*span) for span in ((0, 1), (0, 5), (4, 5), (1, 4), (6, 11))] == [
        (0, 1), (0, 3), (2, 3), None, (4, 8),
    ]  # fmt: skip
