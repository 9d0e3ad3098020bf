"""`<m value=…>…</m>`: what is read, and what is refused."""

from __future__ import annotations

import pytest

from talkextract import RuleError
from talkextract.mention import Span
from talkextract.rules import parse_marked


def test_marks_give_spans_of_the_bare_text() -> None:
    marked = parse_marked("Hội đàm <m value=13>lần thứ XIII</m>, <m>năm 2025</m>.", "here")
    assert marked.text == "Hội đàm lần thứ XIII, năm 2025."
    assert marked.expected == ((Span(8, 20), "13"), (Span(22, 30), None))
    assert [marked.text[a:b] for (a, b), _ in marked.expected] == ["lần thứ XIII", "năm 2025"]


def test_a_value_with_spaces_stands_in_quotes() -> None:
    assert parse_marked('<m value="Đại tá">đại tá</m> A', "here").expected == ((Span(0, 6), "Đại tá"),)


def test_an_empty_value_is_a_value() -> None:
    assert parse_marked('<m value="">x</m>', "here").expected == ((Span(0, 1), ""),)


def test_text_without_marks() -> None:
    assert parse_marked("2 < 3 và 4 > 3", "here") == parse_marked("2 < 3 và 4 > 3", "there")
    assert parse_marked("2 < 3 và 4 > 3", "here").expected == ()


@pytest.mark.parametrize(
    "text",
    [
        "<m>không đóng",
        "không mở</m>",
        "<m>a <m>b</m></m>",
        "<m></m>",
        "<x>a</x>",
        "<mark>a</mark>",
        "<m values=1>a</m>",
        "<m value=>a</m>",
        "<m value=1 kind=2>a</m>",
        "<m>a</m",
    ],
)
def test_a_broken_mark_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(RuleError, match=r"^file\.toml: rule a\.b"):
        parse_marked(text, "file.toml: rule a.b")
