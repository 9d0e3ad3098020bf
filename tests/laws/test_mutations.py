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
    "accident": "Sáng cùng ngày, một xe tải va chạm với xe máy trên quốc lộ 6; hai người bị thương nhẹ vào bệnh viện.",
    "music": "Tối thứ bảy, nhạc trưởng điều khiển dàn nhạc trình diễn bản giao hưởng số 5 trước hơn 500 khán giả.",
    "school": "Trường tiểu học khai giảng năm học mới với 320 học sinh; cô hiệu trưởng đánh trống lúc 7 giờ 30 phút.",
    "stocks": "Chốt phiên 3/6, chỉ số chứng khoán giảm 12,5 điểm, thanh khoản đạt 15.000 tỷ đồng.",
    "prices": "Giá cà phê trong nước tăng 500 đồng, lên 121.000 đồng mỗi kg; giá hồ tiêu đi ngang.",
}


@pytest.mark.parametrize("genre", OTHERS)
@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_a_paragraph_of_another_genre_changes_neither_the_talk_nor_its_sides(case: Case, genre: str) -> None:
    def talk_of(text: str) -> object:
        record = json.loads(EXTRACTOR.extract(text, published=case.published).model_dump_json())
        return values_of([record["talk"], record["delegations"]])

    assert talk_of(f"{case.text.rstrip()}\n\n{OTHERS[genre]}\n") == talk_of(case.text)


def countries_of(record: TalkRecord) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The countries in which a record puts each person and each unit, as such and as one of a side; none is known of
    some.
    """
    people: dict[str, set[str]] = {person.name: set() for person in record.people}
    units: dict[str, set[str]] = {unit.name: set() for unit in record.units}
    said = [(people, person.name, person.country) for person in record.people]
    said += [(units, unit.name, unit.country) for unit in record.units]
    said += [(people, side.head, side.country) for side in record.delegations if side.head]
    said += [(units, name, side.country) for side in record.delegations for name in side.units]
    for entries, name, country in said:
        if country:
            entries[name].add(country)
    return people, units


PAIRS = [(one, CASES[(i + step) % len(CASES)]) for i, one in enumerate(CASES) for step in (1, 5, 7, 12, -1, -7)]


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda c: c.id)
def test_two_articles_joined_put_nobody_into_another_country(one: Case, other: Case) -> None:
    apart = [countries_of(EXTRACTOR.extract(case.text)) for case in (one, other)]
    people, units = countries_of(EXTRACTOR.extract(f"{one.text}\n\n{other.text}"))
    for name, countries in people.items():
        known = set().union(*(said.get(name, set()) for said, _ in apart))
        assert countries <= known, f"{name}: {countries}, alone {known}"
    for name, countries in units.items():
        # a unit named without a country ("Bộ Quốc phòng") may get that of the only other side there is
        known = set().union(*(said.get(name, set()) for _, said in apart))
        assert not known or countries <= known, f"{name}: {countries}, alone {known}"


def test_the_joined_articles_name_people_of_two_countries() -> None:
    """Else the law above would hold of nothing."""
    people = [countries_of(EXTRACTOR.extract(f"{one.text}\n\n{other.text}"))[0] for one, other in PAIRS[::6]]
    assert sum(len({c for said in joined.values() for c in said}) > 1 for joined in people) > len(people) / 2
