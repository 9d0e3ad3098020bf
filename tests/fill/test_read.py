"""Each field: what its reader takes, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from fill.article import TEXT, asking, reasons, rules_alone
from fill.fakes import answering, asked
from fill.measure import with_model, without
from talkextract import Extraction

KIND = {"quote": "Hội đàm", "label": "talks"}
SIDES = [
    {"label": "VN", "side": "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Điện Biên", "head": "Vừ A Khua"},
    {"label": "LA", "side": "Ty An ninh tỉnh Luang Prabang", "head": "Xổm Bun Khăm Phết"},
]


def found(**answers: Any) -> Extraction:
    """What a model finds of the article without the rules of events."""
    given = {"talk.kind": KIND, "delegations": SIDES} | {f"talk.{k}": v for k, v in answers.items()}
    return asking("events.toml", given)


@pytest.mark.parametrize(
    ("field", "answer", "value"),
    [
        ("name", {"quote": "Hội đàm thường niên lần thứ XIII"}, "Hội đàm thường niên lần thứ XIII"),
        ("series", {"quote": "thường niên", "label": "annual"}, "annual"),
        ("round", {"quote": "lần thứ XIII"}, 13),
        ("date", {"quote": "Ngày 16/9/2025"}, "2025-09-16"),
        ("period", {"quote": "6 tháng đầu năm 2025"}, "2025-40"),
    ],
)
def test_a_value_is_read_from_its_quote(field: str, answer: dict[str, str], value: object) -> None:
    talk = found(**{field: answer}).record.talk
    assert talk is not None
    assert getattr(talk, field) == value
    assert [e.source for e in talk.evidence if e.field == field] == ["llm:fake"]


def test_a_place_is_read_with_its_region() -> None:
    talk = found(place={"quote": "phường Mường Thanh, tỉnh Điện Biên"}).record.talk
    assert talk is not None
    assert talk.place is not None
    assert (talk.place.name, talk.place.country, talk.place.region) == (
        "phường Mường Thanh, tỉnh Điện Biên",
        "VN",
        "VN-71",
    )
    assert {e.source for e in talk.place.evidence} == {"llm:fake"}


@pytest.mark.parametrize(
    ("field", "answer", "reason"),
    [
        ("name", {"quote": "Hội đàm"}, "the bare noun of an event is no name"),
        (
            "name",
            {"quote": "Hội đàm thường niên lần thứ XIII với Ty An ninh tỉnh Luang Prabang"},
            "a name holds no parties",
        ),
        ("name", {"quote": "giao ban định kỳ"}, "its sentence says nothing of what is asked"),
        ("name", {"quote": "tổ chức Hội đàm thường niên"}, "it does not begin with the noun of an event"),
        ("series", {"quote": "thường niên", "label": "periodic"}, "its words say annual, not periodic"),
        ("series", {"quote": "Hội đàm", "label": "annual"}, "its words tell no series"),
        ("series", {"quote": "định kỳ", "label": "periodic"}, "its sentence says nothing of what is asked"),
        ("round", {"quote": "Hội đàm thường niên"}, "its words are no ordinal"),
        ("round", {"quote": "12 lần"}, "its sentence says nothing of what is asked"),
        ("date", {"quote": "ngày 5/3/2024"}, "it is the day of another event"),
        ("place", {"quote": "tỉnh Điện Biên"}, "the words before it do not make it the place of an event"),
        ("place", {"quote": "phường Mường"}, "cuts a name of the text"),
        ("period", {"quote": "Năm 2026"}, "it ends long before the event, or begins after it"),
        ("period", {"quote": "Ngày 16/9/2025"}, "its sentence says nothing of what is asked"),
    ],
)
def test_other_words_are_refused(field: str, answer: dict[str, str], reason: str) -> None:
    given: dict[str, Any] = {"date": {"quote": "Ngày 16/9/2025"}, field: answer}
    done = found(**given)
    assert reasons(done, f"talk.{field}") == [reason]
    assert done.record.talk is not None
    assert getattr(done.record.talk, field) is None


def test_a_talk_is_found_with_its_sides_and_heads() -> None:
    record = found().record
    assert record.talk is not None
    assert (record.talk.kind, record.talk.status, record.talk.mode) == ("talks", "held", "in_person")
    assert [(d.country, d.units, d.head) for d in record.delegations] == [
        ("VN", ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh Điện Biên",), "Vừ A Khua"),
        ("LA", ("Ty An ninh tỉnh Luang Prabang",), "Xổm Bun Khăm Phết"),
    ]
    assert record.gaps == ("talk.name", "talk.series", "talk.round", "talk.date", "talk.place", "talk.period")
    assert record.without_llm() == rules_alone("events.toml")


def test_an_online_talk_has_no_place() -> None:
    text = TEXT.replace("lần thứ XIII với", "lần thứ XIII trực tuyến với")
    given = {
        "talk.kind": KIND, "delegations": SIDES, "talk.mode": {"quote": "trực tuyến", "label": "online"},
        "talk.place": {"quote": "phường Mường Thanh, tỉnh Điện Biên"},
    }  # fmt: skip
    record = asking("events.toml", given, text=text).record
    assert record.talk is not None
    assert (record.talk.mode, record.talk.place) == ("online", None)
    assert "talk.place" not in record.gaps


def test_a_talk_that_is_to_come_is_announced() -> None:
    text = TEXT.replace("tỉnh Điện Biên tổ chức Hội đàm", "tỉnh Điện Biên sẽ tổ chức Hội đàm")
    record = asking("events.toml", {"talk.kind": KIND, "delegations": SIDES}, text=text).record
    assert record.talk is not None
    assert record.talk.status == "announced"


@pytest.mark.parametrize(
    ("kind", "sides", "reason"),
    [
        (KIND, SIDES[:1], "the text does not show two states that hold it"),
        (KIND, [SIDES[0], {**SIDES[0], "label": "LA"}], "the text does not show two states that hold it"),
        (KIND, [], "the text does not show two states that hold it"),
        ({"quote": "Hội đàm", "label": "meeting"}, SIDES, "its words say talks, not meeting"),
        ({"quote": "giao ban", "label": "briefing"}, SIDES, "its words are of another event"),
    ],
)
def test_a_talk_of_one_state_is_none(kind: dict[str, str], sides: list[dict[str, str]], reason: str) -> None:
    done = asking("events.toml", {"talk.kind": kind, "delegations": sides})
    assert done.record == rules_alone("events.toml")
    assert reason in reasons(done, "talk.kind")


def test_without_the_noun_of_an_event_nothing_of_a_talk_is_asked() -> None:
    text = "Ngày 16/9/2025, Đồn Biên phòng Mường Mươn bắt giữ 5 đối tượng của tỉnh Luang Prabang (Lào)."
    done = asking("", {}, text=text)
    assert done.fill is not None
    assert (done.fill.asked, done.fill.requests) == ((), 0)


# ---- heads


def head(quote: str, side: int = 0, file: str = "people.toml", text: str = TEXT) -> Extraction:
    return asking(file, {f"delegations[{side}].head": {"quote": quote}}, text=text)


def test_a_head_is_a_new_person_where_the_record_has_none() -> None:
    record = head("Đại tá Vừ A Khua").record
    assert record.delegations[0].head == "Vừ A Khua"
    (person,) = record.people
    assert (person.name, person.rank, person.country, person.roles) == ("Vừ A Khua", "Đại tá", "VN", ("head",))
    assert {e.source for e in person.evidence} == {"llm:fake"}
    assert record.without_llm() == rules_alone("people.toml")


@pytest.mark.parametrize(
    ("quote", "side", "reason"),
    [
        ("Vừ A Khua", 1, "the person stands with VN, not with LA"),
        ("Xổm Bun Khăm Phết", 0, "the person stands with LA, not with VN"),
        ("Lò Văn Thử", 0, "its sentence says nothing of what is asked"),
        ("Xổm Bun", 1, "cuts a name of the text"),
        ("A Khua", 0, "cuts a name of the text"),
        ("Luang Prabang", 1, "its words name a place or a unit"),
        ("Bộ Chỉ huy Bộ đội Biên phòng", 0, "its words are no name of a person"),
        ("làm trưởng đoàn", 0, "its words are no name of a person"),
    ],
)
def test_who_leads_no_side_is_no_head(quote: str, side: int, reason: str) -> None:
    done = head(quote, side)
    assert reasons(done, f"delegations[{side}].head") == [reason]
    assert done.record == rules_alone("people.toml")


@pytest.mark.parametrize(
    "sentence",
    ["Đại tá Lò Văn Mai, Giám đốc Công an tỉnh Điện Biên phát biểu do được mời.",
     "Thay mặt hai đoàn, Đại tá Lò Văn Mai, Giám đốc Công an tỉnh Điện Biên phát biểu.",
     "Đại tá Lò Văn Mai, Giám đốc Công an tỉnh Điện Biên tiếp đoàn."],
)  # fmt: skip
def test_who_speaks_or_receives_is_no_head(sentence: str) -> None:
    done = head("Lò Văn Mai", text=f"{TEXT}\n\n{sentence}")
    assert done.record.delegations[0].head is None


def test_one_person_heads_one_side() -> None:
    done = asking("people.toml", {f"delegations[{i}].head": {"quote": "Vừ A Khua"} for i in (0, 1)})
    assert [d.head for d in done.record.delegations] == ["Vừ A Khua", None]


def test_a_known_person_is_not_touched() -> None:
    text = TEXT.replace("Đoàn Việt Nam do ", "").replace(
        "tỉnh Điện Biên làm trưởng đoàn", "tỉnh Điện Biên được giao điều hành"
    )
    before = rules_alone("", text)
    assert "delegations[0].head" in before.gaps
    done = head("Vừ A Khua", file="", text=text)
    assert done.record.people == before.people
    assert done.record.delegations[0].head == "Vừ A Khua"
    assert done.record.without_llm() == before


def test_heads_come_with_the_sides_or_are_refused_for_themselves() -> None:
    sides = [
        {"label": "VN", "side": "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Điện Biên", "head": "Vừ A Khua"},
        {
            "label": "LA",
            "side": "Ty An ninh tỉnh Luang Prabang",
            "head": "Lò Văn Thử",
        },  # he only attends, and for Vietnam
    ]
    kind = {"quote": "Hội đàm", "label": "talks"}
    done = asking("events.toml", {"talk.kind": kind, "delegations": sides})
    assert [(d.country, d.head) for d in done.record.delegations] == [("VN", "Vừ A Khua"), ("LA", None)]
    assert reasons(done, "delegations.head") == ["its sentence says nothing of what is asked"]


@pytest.mark.parametrize(("noun", "kind"), [
    ("Hội nghị", "conference"), ("Hội thảo", "conference"), ("Tọa đàm", "conference"), ("Giao lưu", "exchange"),
    ("Giao ban", "briefing"),
])  # fmt: skip
def test_the_noun_of_the_event_says_its_kind(noun: str, kind: str) -> None:
    text = TEXT.replace("Hội đàm", noun).replace("hội đàm", noun.lower())
    sides = [{**side, "head": ""} for side in SIDES]
    done = asking("events.toml", {"talk.kind": {"quote": noun, "label": kind}, "delegations": sides}, text=text)
    assert done.record.talk is not None
    assert done.record.talk.kind == kind
    wrong = asking("events.toml", {"talk.kind": {"quote": noun, "label": "talks"}, "delegations": sides}, text=text)
    assert wrong.record.talk is None
    assert reasons(wrong, "talk.kind") == [f"its words say {kind}, not talks"]


def test_a_joint_statement_is_one() -> None:
    text = TEXT.replace("ký Biên bản ghi nhớ về phối hợp bảo vệ biên giới", "ra Tuyên bố chung về phòng, chống ma túy")
    items = [{"quote": "Tuyên bố chung về phòng, chống ma túy"}]
    done = asking("agreements.toml", {"agreements": items}, text=text, complete=("agreements",))
    assert [(a.name, a.kind) for a in done.record.agreements] == [
        ("Tuyên bố chung về phòng, chống ma túy", "statement")
    ]


def test_two_periods_that_follow_one_another_are_one() -> None:
    def period(words: str) -> tuple[str | None, list[str]]:
        text = TEXT.replace("6 tháng đầu năm 2025:", f"{words}:")
        done = asking("dates.toml", {"talk.period": {"quote": words}}, text=text)
        assert done.record.talk is not None
        return done.record.talk.period, reasons(done, "talk.period")

    assert period("năm 2024 và 6 tháng đầu năm 2025") == ("2024-01/2025-06", [])
    assert period("6 tháng đầu năm 2025 và năm 2024") == (None, ["its dates do not follow one another"])


def test_a_day_told_from_the_day_of_writing_is_read() -> None:
    llm = answering({"talk.date": {"quote": "Sáng nay"}})
    text = TEXT.replace("Ngày 16/9/2025, tại", "Sáng nay, tại")
    record = with_model(without("dates.toml"), llm).run(text, published="2025-09-16").record
    assert record.talk is not None
    assert record.talk.date == "2025-09-16"


# ---- lists


def listed(name: str, items: list[dict[str, str]], file: str) -> Extraction:
    return asking(file, {name: items}, complete=(name,))


def test_people_are_read_with_rank_and_post() -> None:
    done = listed("people", [
        {"name": "Lò Văn Thử", "rank": "Thiếu tướng", "position": "Đồn trưởng"},
        {"name": "Vừ A Khua", "rank": "", "position": "Phó Chỉ huy trưởng"},
        {"name": "Mường Mươn", "rank": "Trung tá", "position": ""},
        {"name": "Nguyễn Văn Không", "rank": "", "position": ""},
    ], "people.toml")  # fmt: skip
    assert [(p.name, p.rank, p.position) for p in done.record.people] == [
        ("Vừ A Khua", "Đại tá", "Phó Chỉ huy trưởng"), ("Lò Văn Thử", "Trung tá", "Đồn trưởng"),
    ]  # fmt: skip
    assert len(reasons(done, "people")) == 2


def test_agreements_are_read_with_kind_status_and_countries() -> None:
    done = listed("agreements", [
        {"quote": "Biên bản ghi nhớ về phối hợp bảo vệ biên giới"},
        {"quote": "Hiệp định về quy chế quản lý biên giới"}, {"quote": "giữ yên đường biên"}, {"quote": "Biên bản"},
    ], "agreements.toml")  # fmt: skip
    assert [(a.kind, a.status, a.signed, a.countries) for a in done.record.agreements] == [
        ("memorandum", "signed", None, ("VN", "LA")), ("treaty", "cited", "2016", ("VN", "LA")),
    ]  # fmt: skip
    assert done.record.agreements[1].id is not None
    assert len(reasons(done, "agreements")) == 2


def test_figures_are_read_with_unit_and_category() -> None:
    done = listed("figures", [
        {"quote": "12 lần", "what": "tuần tra chung", "label": "patrols"},
        {"quote": "3.000 viên", "what": "ma túy tổng hợp", "label": "drugs"},
        {"quote": "5 đối tượng", "what": "bắt giữ", "label": "drugs"},
        {"quote": "5 đối tượng", "what": "bắt giữ", "label": "money"},
        {"quote": "6 tháng", "what": "", "label": "other"}, {"quote": "000 viên", "what": "", "label": "drugs"},
        {"quote": "13 lần", "what": "tuần tra chung", "label": "patrols"},
    ], "figures.toml")  # fmt: skip
    assert [(f.value, f.unit, f.category, f.what) for f in done.record.figures] == [
        (12, "lần", "patrols", "tuần tra chung"), (3000, "viên", "drugs", "ma túy tổng hợp"),
    ]  # fmt: skip
    assert reasons(done, "figures") == [
        "its words are not of drugs", "its words are not of money", "what is counted is no result",
        "cuts a word or a number of the text", "not in the text",
    ]  # fmt: skip


def test_topics_hold_their_own_words() -> None:
    done = listed("topics", [
        {"quote": "tuần tra chung", "label": "joint_patrol"}, {"quote": "ma túy tổng hợp", "label": "drugs"},
        {"quote": "tuần tra chung", "label": "religion"}, {"quote": "thường niên", "label": ""},
    ], "topics.toml")  # fmt: skip
    assert [t.topic for t in done.record.topics] == ["joint_patrol", "drugs"]
    assert reasons(done, "topics") == ["its words are not of religion", "no topic is named"]


def test_dates_are_read_in_context() -> None:
    done = listed(
        "dates",
        [{"quote": q} for q in ("Ngày 16/9/2025", "6 tháng đầu năm 2025", "Năm 2026", "Mường Chà 5/3")],
        "dates.toml",
    )
    assert [(d.text, d.value) for d in done.record.dates] == [
        ("Ngày 16/9/2025", "2025-09-16"), ("6 tháng đầu năm 2025", "2025-40"), ("Năm 2026", "2026"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["people", "agreements", "figures", "topics", "dates"])
def test_what_the_rules_have_is_not_added_twice(name: str) -> None:
    before = rules_alone("")
    items = {
        "people": [{"name": p.name, "rank": "", "position": ""} for p in before.people],
        "agreements": [{"quote": a.name} for a in before.agreements],
        "figures": [
            {"quote": f"{f.evidence[0].text} {f.unit}", "what": f.what, "label": f.category} for f in before.figures
        ],
        "topics": [{"quote": t.evidence[0].text, "label": t.topic} for t in before.topics],
        "dates": [{"quote": d.text} for d in before.dates],
    }[name]
    assert items
    done = asking("", {name: items}, complete=(name,))
    assert getattr(done.record, name) == getattr(before, name)
    assert asked(done_request(name))[name]["type"] == "array"


def done_request(name: str) -> Any:
    from fill.fakes import answering

    llm = answering({})
    asking("", llm, complete=(name,))
    return llm.requests[0]
