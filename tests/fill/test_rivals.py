"""What the article tells earlier of its event goes before what it tells later."""

from __future__ import annotations

import pytest

from fill.article import TEXT, asking, reasons, rules_alone

KIND = {"quote": "Hội đàm", "label": "talks"}
SIDES = [
    {"label": "VN", "side": "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Điện Biên", "head": ""},
    {"label": "LA", "side": "Ty An ninh tỉnh Luang Prabang", "head": ""},
]
LATER = (
    " Hội đàm lần thứ XII diễn ra ngày 5/6/2025 tại huyện Nậm Pồ. Hội đàm hữu nghị quý I nằm ở phụ lục. Ngày 20/9/2025, "
    "hai bên sẽ tổ chức hội đàm chuyên đề tại huyện Mường Nhé."
)


def why(field: str, quote: str, text: str = TEXT + LATER) -> str | None:
    """Why a quote is refused where the rules of events are gone; None where it is taken."""
    given = {"talk.kind": KIND, "delegations": SIDES, f"talk.{field}": {"quote": quote}}
    done = asking("events.toml", given, text=text)
    assert done.record.talk is not None
    assert done.record.without_llm() == rules_alone("events.toml", text)
    found = reasons(done, f"talk.{field}")
    assert (getattr(done.record.talk, field) is None) == bool(found)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("field", "quote", "reason"),
    [
        ("date", "ngày 5/6/2025", "another sentence tells the day of the event"),
        ("date", "Ngày 20/9/2025", "another sentence tells the day of the event"),
        ("place", "huyện Nậm Pồ", "another sentence tells the place of the event"),
        ("place", "huyện Mường Nhé", "it is the place of another event"),
        ("round", "lần thứ XII", "the event bears another ordinal before"),
        ("name", "Hội đàm hữu nghị quý I", "the event is named in other words before"),
    ],
)
def test_a_later_sentence_gives_way(field: str, quote: str, reason: str) -> None:
    assert why(field, quote) == reason


@pytest.mark.parametrize(
    ("field", "quote"),
    [
        ("date", "Ngày 16/9/2025"), ("place", "phường Mường Thanh, tỉnh Điện Biên"), ("round", "lần thứ XIII"),
        ("name", "Hội đàm thường niên lần thứ XIII"),
    ],
)  # fmt: skip
def test_the_sentence_of_the_event_is_taken(field: str, quote: str) -> None:
    assert why(field, quote) is None


def test_the_same_day_in_other_words_is_taken() -> None:
    text = TEXT + " Hội đàm kết thúc chiều 16/9."
    assert why("date", "chiều 16/9", text) is None


@pytest.mark.parametrize(
    ("lead", "right", "wrong"),
    [
        ("Ngày 16/9/2025, nhân Tết (từ ngày 1 đến 3/10/2025),", "Ngày 16/9/2025", "từ ngày 1 đến 3/10/2025"),
        ("Sau đợt tuần tra từ ngày 1 đến 3/9/2025, ngày 16/9/2025,", "ngày 16/9/2025", "từ ngày 1 đến 3/9/2025"),
        ("Ngày 16/9/2025, sau đợt tuần tra ngày 1/9/2025,", "Ngày 16/9/2025", "ngày 1/9/2025"),
        ("Ngày 16/9/2025, theo lịch mới (lùi từ ngày 1/9/2025),", "Ngày 16/9/2025", "ngày 1/9/2025"),
    ],
)
def test_of_two_days_in_a_sentence_the_one_of_the_event_is_taken(lead: str, right: str, wrong: str) -> None:
    text = TEXT.replace("Ngày 16/9/2025,", lead)
    assert why("date", right, text) is None
    assert why("date", wrong, text) is not None


@pytest.mark.parametrize("quote", ["17/9/2025", "ngày 17/9/2025"])
def test_a_part_of_a_joined_date_is_none(quote: str) -> None:
    text = TEXT.replace("Ngày 16/9/2025,", "Ngày 16 và ngày 17/9/2025,")
    assert why("date", quote, text) == "cuts a date of the text"
