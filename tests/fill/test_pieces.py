"""What stands in several pieces, or tells a side without naming its state: names around the parties, joined times, heads."""

from __future__ import annotations

from typing import Any

import pytest

from fill.article import TEXT, asking, reasons, rules_alone
from talkextract import Extraction
from talkextract.record import Delegation, Evidence

KIND = {"quote": "Hội đàm", "label": "talks"}
SIDES = [
    {"label": "VN", "side": "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Điện Biên", "head": ""},
    {"label": "LA", "side": "Ty An ninh tỉnh Luang Prabang", "head": ""},
]
NAME = "Hội đàm thường niên lần thứ XIII với Ty An ninh tỉnh Luang Prabang, Lào."
LEADS = "đoàn Lào do Đại tá Xổm Bun Khăm Phết, Phó Giám đốc Ty An ninh tỉnh Luang Prabang làm trưởng đoàn"


def found(text: str, **answers: Any) -> Extraction:
    """What a model finds of an article without the rules of events."""
    given = {"talk.kind": KIND, "delegations": SIDES} | {f"talk.{k}": v for k, v in answers.items()}
    done = asking("events.toml", given, text=text)
    assert done.record.without_llm() == rules_alone("events.toml", text)
    return done


# ---- names


@pytest.mark.parametrize(
    ("told", "quote", "name"),
    [
        ("Hội đàm hợp tác an ninh Việt Nam - Lào lần thứ VII", None, "Hội đàm hợp tác an ninh lần thứ VII"),
        ("Hội đàm cấp Giám đốc giữa Công an hai tỉnh lần thứ 5", None, "Hội đàm cấp Giám đốc lần thứ 5"),
        ("Hội đàm định kỳ với lực lượng bạn, quý II năm 2025", None, "Hội đàm định kỳ quý II năm 2025"),
        # a border has its name from two states: that is no pair of parties
        ("Hội đàm về biên giới Việt Nam - Lào lần thứ VII", None, "Hội đàm về biên giới Việt Nam - Lào lần thứ VII"),
    ],
)
def test_a_name_is_told_in_two_pieces(told: str, quote: str | None, name: str) -> None:
    text = TEXT.replace(NAME, f"{told} với Ty An ninh tỉnh Luang Prabang, Lào.")
    talk = found(text, name={"quote": quote or told}).record.talk
    assert talk is not None
    assert talk.name == name
    pieces = [e.text for e in talk.evidence if e.field == "name"]
    assert " ".join(pieces) == name


def test_an_ordinal_behind_the_parties_is_the_events() -> None:
    parties = "giữa Bộ Chỉ huy Bộ đội Biên phòng tỉnh Điện Biên và lực lượng bảo vệ biên giới của nước bạn Lào anh em"
    text = TEXT.replace(NAME, f"Hội đàm cấp Chỉ huy trưởng {parties} lần thứ 9 với Ty An ninh tỉnh Luang Prabang, Lào.")
    talk = found(text, round={"quote": "lần thứ 9"}).record.talk
    assert talk is not None
    assert talk.round == 9


def test_an_ordinal_far_from_the_event_is_not() -> None:
    between = (
        "trong không khí thân tình, cởi mở và tin cậy của những người anh em đã nhiều năm cùng chung một dòng sông"
    )
    text = TEXT.replace(NAME, f"Hội đàm {between}, một dòng suối, lần thứ 9, cùng Ty An ninh tỉnh Luang Prabang, Lào.")
    done = found(text, round={"quote": "lần thứ 9"})
    assert done.record.talk is not None
    assert done.record.talk.round is None


# ---- times


@pytest.mark.parametrize(
    ("told", "quote", "value"),
    [
        ("Trong năm 2024 và quý I/2025, hai bên tuần tra", "năm 2024 và quý I/2025", "2024-01/2025-03"),
        ("Thống kê từ tháng 9/2024 đến nay, các đồn tuần tra", "từ tháng 9/2024 đến nay", "2024-09/2025-09-16"),
        ("Báo cáo cho biết 8 tháng đầu năm 2025, hai bên tuần tra", "8 tháng đầu năm 2025", "2025-01/2025-08"),
        ("Giai đoạn 2021 - 2025, hai bên tuần tra", "2021 - 2025", "2021/2025"),
        ("Quý II năm 2025 không phát sinh vụ việc; tuần tra", "Quý II năm 2025", "2025-34"),
    ],
)
def test_a_stretch_of_time_that_opens_a_clause_is_what_is_looked_back_on(told: str, quote: str, value: str) -> None:
    text = TEXT.replace("Hai bên đánh giá kết quả phối hợp 6 tháng đầu năm 2025: tuần tra", told)
    done = asking("events.toml", {
        "talk.kind": KIND, "delegations": SIDES, "talk.date": {"quote": "Ngày 16/9/2025"}, "talk.period": {"quote": quote},
    }, text=text)  # fmt: skip
    assert done.record.talk is not None
    assert reasons(done, "talk.period") == []
    assert done.record.talk.period == value


def test_a_plan_for_years_to_come_is_not() -> None:
    told = "Hai bên ký Kế hoạch hợp tác giai đoạn 2026 - 2030; tuần tra"
    text = TEXT.replace("Hai bên đánh giá kết quả phối hợp 6 tháng đầu năm 2025: tuần tra", told)
    done = found(text, date={"quote": "Ngày 16/9/2025"}, period={"quote": "2026 - 2030"})
    assert done.record.talk is not None
    assert done.record.talk.period is None


@pytest.mark.parametrize(
    ("told", "quote", "value"),
    [
        ("giai đoạn 2021 - 2025", "giai đoạn 2021 - 2025", "2021/2025"),
        ("năm học 2024 - 2025", "năm học 2024 - 2025", "2024/2025"),
        ("năm 2018 đến năm 2022", "năm 2018 đến năm 2022", "2018/2022"),
        ("chiều muộn 4/6/2025", "chiều muộn 4/6/2025", "2025-06-04"),
        ("cuối tuần qua, 26/7/2025", "Cuối tuần qua, 26/7/2025", "2025-07-26"),
    ],
)
def test_dates_in_other_forms(told: str, quote: str, value: str) -> None:
    told = quote if quote.lower() == told else told
    done = asking(
        "dates.toml", {"dates": [{"quote": quote}]}, text=f"{TEXT} {told}, hai bên gặp nhau.", complete=("dates",)
    )
    assert [d.value for d in done.record.dates] == [value]


def test_a_year_inside_of_another_date_is_taken_where_it_stands_alone() -> None:
    text = f"{TEXT} Trong năm 2025, hai bên gặp nhau."
    done = asking("dates.toml", {"dates": [{"quote": "năm 2025"}]}, text=text, complete=("dates",))
    assert [d.value for d in done.record.dates] == ["2025"]
    (shown,) = [e for e in done.record.dates[0].evidence if e.field == "text"]
    assert shown.start > len(TEXT)


def test_of_two_quotes_that_overlap_the_longer_is_the_date() -> None:
    given = {"dates": [{"quote": "năm 2025"}, {"quote": "6 tháng đầu năm 2025"}]}
    done = asking("dates.toml", given, complete=("dates",))
    assert [d.value for d in done.record.dates] == ["2025-40"]


# ---- heads and sides


def lao_head(file: str, told: str, name: str = "Xổm Bun Khăm Phết") -> str | None:
    """The head of the Lao side that a model points at, where a sentence tells him so."""
    text = TEXT.replace(LEADS, told)
    assert text != TEXT
    before = rules_alone(file, text)
    at = [d.country for d in before.delegations].index("LA")
    assert before.delegations[at].head is None
    done = asking(file, {f"delegations[{at}].head": {"quote": name}}, text=text)
    assert done.record.without_llm() == before
    return done.record.delegations[at].head


@pytest.mark.parametrize(
    "told",
    [
        "đoàn bạn do Đại tá Xổm Bun Khăm Phết, Phó Giám đốc Ty làm trưởng đoàn",
        "đoàn đại biểu Lào do Đại tá Xổm Bun Khăm Phết, Phó Giám đốc Ty làm trưởng đoàn",
        "Đại tá Xổm Bun Khăm Phết, Phó Giám đốc Ty, là trưởng đoàn đại biểu Lào",
    ],
)
def test_the_side_that_he_leads_is_named(told: str) -> None:
    assert lao_head("people.toml", told) == "Xổm Bun Khăm Phết"


@pytest.mark.parametrize("place", ["thành phố Đà Nẵng", "tỉnh Luang Prabang"])
def test_a_name_may_follow_the_name_of_a_place(place: str) -> None:
    given = {"people": [{"name": "Trần Phước Hậu", "rank": "", "position": "Phó Chủ tịch"}]}
    text = f"{TEXT} Phó Chủ tịch chính quyền {place} Trần Phước Hậu cùng dự."
    done = asking("people.toml", given, text=text, complete=("people",))
    assert [p.name for p in done.record.people] == ["Trần Phước Hậu"]


def test_a_name_that_follows_another_word_of_it_is_cut() -> None:
    given = {"people": [{"name": "Phước Hậu", "rank": "", "position": "Phó Chủ tịch"}]}
    text = f"{TEXT} Phó Chủ tịch thành phố Đà Nẵng Trần Phước Hậu cùng dự."
    done = asking("people.toml", given, text=text, complete=("people",))
    assert done.record.people == rules_alone("people.toml", text).people
    assert reasons(done, "people") == ["cuts a name of the text"]


def test_forces_that_one_state_alone_has_tell_a_side() -> None:
    text = (
        "Ngày 16/9/2025, Đồn Biên phòng Nà Hin tổ chức Hội đàm định kỳ với Chi đội Quản lý biên giới Nà Hoa.\n\n"
        "Hai bên trao đổi tình hình."
    )
    sides = [
        {"label": "VN", "side": "Đồn Biên phòng Nà Hin", "head": ""},
        {"label": "CN", "side": "Chi đội Quản lý biên giới Nà Hoa", "head": ""},
    ]
    assert rules_alone("units.toml", text).talk is None
    done = asking("units.toml", {"talk.kind": KIND, "delegations": sides}, text=text)
    assert [d.country for d in done.record.delegations] == ["VN", "CN"]


def test_sides_that_do_not_hold_are_told_though_no_talk_is_found() -> None:
    sides = [SIDES[0], {"label": "CN", "side": "Ty An ninh tỉnh Luang Prabang", "head": ""}]
    done = asking("events.toml", {"talk.kind": KIND, "delegations": sides})
    assert done.record.talk is None
    assert reasons(done, "delegations") == ["its words show LA, not CN"]


def test_a_side_of_the_rules_without_words_stays_when_the_model_is_taken_out() -> None:
    told = Evidence(field="head", start=0, end=4, text="Tên", source="llm:m")
    bare = rules_alone("")
    side = Delegation(country="LA", units=(), head=None, evidence=())
    filled = Delegation(country="LA", units=(), head="Tên", evidence=(told,))
    rules = bare.model_copy(update={"delegations": (bare.delegations[0], side)})
    model = bare.model_copy(update={"delegations": (bare.delegations[0], filled)})
    assert model.without_llm().delegations == rules.delegations


def test_a_quote_may_have_a_line_end_for_a_space() -> None:
    talk = asking("dates.toml", {"talk.date": {"quote": "Ngày\n16/9/2025 "}}).record.talk
    assert talk is not None
    assert talk.date == "2025-09-16"
