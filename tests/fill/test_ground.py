"""A quote counts where it stands exactly, whole, in a sentence with the cue."""

from __future__ import annotations

import unicodedata

import pytest

from fill.article import TEXT, asking, reasons, rules_alone
from talkextract.record import TalkRecord


def date(quote: str, text: str = TEXT) -> TalkRecord:
    return asking("dates.toml", {"talk.date": {"quote": quote}}, text=text).record


def test_an_exact_quote_is_taken_with_its_offsets() -> None:
    done = asking("dates.toml", {"talk.date": {"quote": "Ngày 16/9/2025"}})
    assert done.record.talk is not None
    assert done.record.talk.date == "2025-09-16"
    (evidence,) = [e for e in done.record.talk.evidence if e.field == "date"]
    assert TEXT[evidence.start : evidence.end] == evidence.text == "Ngày 16/9/2025"
    assert evidence.source == "llm:fake"


@pytest.mark.parametrize("spelled", [unicodedata.normalize("NFD", TEXT), TEXT.replace(" ", "\u00a0 "), "\ufeff" + TEXT])
def test_a_quote_is_found_in_the_view_and_its_evidence_is_the_callers(spelled: str) -> None:
    record = date("Ngày 16/9/2025", spelled)
    assert record.talk is not None
    assert record.talk.date == "2025-09-16"
    for e in record.talk.evidence:
        assert spelled[e.start : e.end] == e.text


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("Ngày 17/9/2025", "not in the text"),
        ("ngày 16/9/2025", "not in the text"),
        ("Ngày  16/9/2025 ,", "not in the text"),
        ("16/9", "cuts a word or a number of the text"),
        ("9/2025", "cuts a word or a number of the text"),
        ("gày 16/9/2025", "cuts a word or a number of the text"),
        ("Ngày 16/9/2025, tại phường Mường Thanh, tỉnh Điện Biên, Bộ Chỉ huy", "longer than 60 characters"),
        ("...", "no words"),
        ("Năm 2026", "it is no day on which an event is held"),
        ("ngày 5/3/2024", "it is the day of another event"),
        ("16/9/2025\n", None),
    ],
)
def test_other_quotes_are_refused_with_the_reason(quote: str, reason: str | None) -> None:
    done = asking("dates.toml", {"talk.date": {"quote": quote}})
    assert reasons(done, "talk.date") == ([reason] if reason else [])
    assert (done.record == rules_alone("dates.toml")) == (reason is not None)


def test_a_sentence_without_the_cue_holds_no_answer() -> None:
    text = TEXT + " Mùa mưa năm nay đến sớm, đường 12/9/2025 sạt lở."
    done = asking("dates.toml", {"talk.date": {"quote": "12/9/2025"}}, text=text)
    assert reasons(done, "talk.date") == ["its sentence says nothing of what is asked"]


def test_the_furniture_of_a_page_holds_no_answer() -> None:
    text = "Đường dây nóng: 0912011882 - 20:17 ngày 17/9/2025\n" + TEXT + "\n\nBình luận (0) | In trang\n"
    done = asking("dates.toml", {"talk.date": {"quote": "17/9/2025"}}, text=text)
    assert reasons(done, "talk.date")
    assert done.record.without_llm() == done.record


def test_of_two_places_the_one_that_can_be_read_counts() -> None:
    text = TEXT.replace("tại huyện Mường Chà", "tại huyện Mường Chà, sau ngày 16/9/2025 vài tháng")
    record = date("16/9/2025", text)
    assert record.talk is not None
    assert record.talk.date == "2025-09-16"
    assert next(e for e in record.talk.evidence if e.field == "date").start < 100
