"""What holds of articles that were cut, shuffled, misread or joined with others: nothing is raised, offsets are right, and
what is not about the talk changes nothing of it.
"""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laws.test_laws import CASES, EXTRACTOR, check
from support import Case, evidence_of, values_of
from talkextract import TalkRecord, UsageError

STRIPPED = str.maketrans("đĐ", "dD")
# letters that a scanner takes for each other
MISREAD = str.maketrans("lIO0oi1ểạđ.", "1l0Oóíl€qd,")


def strip(text: str) -> str:
    """Without diacritics, as a telegram is written."""
    letters = unicodedata.normalize("NFD", text).translate(STRIPPED)
    return "".join(c for c in letters if not unicodedata.combining(c))


def shuffle(text: str, draw: Any) -> str:
    return "\n".join(draw(st.permutations(text.split("\n"))))


def cut(text: str, draw: Any) -> str:
    start = draw(st.integers(0, len(text) - 1))
    return text[start : draw(st.integers(start, len(text)))]


def some_places(text: str, draw: Any) -> list[int]:
    return sorted(draw(st.sets(st.integers(0, len(text) - 1), max_size=60)))


def drop_letters(text: str, draw: Any) -> str:
    gone = set(some_places(text, draw))
    return "".join(c for i, c in enumerate(text) if i not in gone)


def misread(text: str, draw: Any) -> str:
    at = set(some_places(text, draw))
    return "".join(c.translate(MISREAD) if i in at else c for i, c in enumerate(text))


def put_in(text: str, draw: Any) -> str:
    """Signs that no reader sees, and some that no article has, anywhere: inside of words, between letter and mark."""
    out = list(unicodedata.normalize("NFD", text) if draw(st.booleans()) else text)
    for place in reversed(some_places("".join(out), draw)):
        out.insert(
            place, draw(st.sampled_from(["\x00", "\u202e", "\u2066", "\u200b", "\u0301", "\u00ad", "\n", "𝐀", "İ"]))
        )
    return "".join(out)


MUTATIONS = {
    "cut": cut, "lines shuffled": shuffle, "letters dropped": drop_letters, "misread": misread, "signs put in": put_in,
    "stripped": lambda t, draw: strip(cut(t, draw)), "upper-cased": lambda t, draw: cut(t, draw).upper(),
    "title-cased": lambda t, draw: cut(t, draw).title(), "without spaces": lambda t, draw: cut(t, draw).replace(" ", ""),
    "lines joined": lambda t, draw: cut(t, draw).replace("\n", " "), "backwards": lambda t, draw: cut(t, draw)[::-1],
}  # fmt: skip


@pytest.mark.parametrize("way", MUTATIONS)
@settings(max_examples=15)
@given(st.data())
def test_a_mutated_article_gives_a_valid_grounded_record(way: str, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(CASES)).text
    check(MUTATIONS[way](text, data.draw))


@pytest.mark.parametrize("way", [strip, str.upper, str.lower, str.title], ids=["stripped", "upper", "lower", "title"])
@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_other_letters_never_give_wrong_offsets(case: Case, way: Any) -> None:
    text = way(case.text)
    record = EXTRACTOR.extract(text)
    assert TalkRecord.model_validate_json(record.model_dump_json()) == record
    for e in evidence_of(json.loads(record.model_dump_json())):
        assert text[e["start"] : e["end"]] == e["text"]


DAYS = st.dates().map(str) | st.datetimes().map(lambda d: d.isoformat())


@settings(max_examples=60)
@given(st.sampled_from(CASES), DAYS | st.text(max_size=12) | st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}", fullmatch=True))
def test_any_day_of_publication_is_taken_or_refused(case: Case, published: str) -> None:
    try:
        record = EXTRACTOR.extract(case.text, published=published)
    except UsageError:
        with pytest.raises(UsageError, match="published must be"):
            EXTRACTOR.extract(case.text, published=published)
    else:
        assert TalkRecord.model_validate_json(record.model_dump_json()) == record


# Paragraphs of other genres, invented: they report no talk, and name nobody's side.
OTHERS = {
    "weather": "Dự báo thời tiết: Bắc Bộ nhiều mây, có mưa rào và dông rải rác, nhiệt độ cao nhất 33 độ.",
    "football": "Trong trận chung kết giải bóng đá trẻ, đội chủ nhà thắng 3-1 nhờ cú đúp của tiền đạo mang áo số 9.",
    "prices": "Giá cà phê trong nước tăng 500 đồng, lên 121.000 đồng mỗi kg; giá hồ tiêu đi ngang.",
}


@pytest.mark.parametrize("genre", OTHERS)
@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_a_paragraph_of_another_genre_changes_neither_the_talk_nor_its_sides(case: Case, genre: str) -> None:
    def talk_of(text: str) -> object:
        record = json.loads(EXTRACTOR.extract(text, published=case.published).model_dump_json())
        return values_of([record["talk"], record["delegations"]])

    assert talk_of(f"{case.text.rstrip()}\n\n{OTHERS[genre]}\n") == talk_of(case.text)


def said_of(record: TalkRecord) -> dict[str, set[str]]:
    """The countries in which a record puts each person."""
    said: dict[str, set[str]] = {}
    for person in record.people:
        if person.country:
            said.setdefault(person.name, set()).add(person.country)
    return said


PAIRS = [(a, b) for i, a in enumerate(CASES) for b in (CASES[(i + 7) % len(CASES)], CASES[(i + 12) % len(CASES)])]


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda c: c.id)
def test_two_articles_joined_put_nobody_into_another_country(one: Case, other: Case) -> None:
    apart = [said_of(EXTRACTOR.extract(case.text)) for case in (one, other)]
    for name, countries in said_of(EXTRACTOR.extract(f"{one.text}\n\n{other.text}")).items():
        known = set().union(*(said.get(name, set()) for said in apart))
        assert not known or countries <= known, f"{name}: {countries}, alone {known}"
