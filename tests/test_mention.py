"""Mentions: the captures of a match."""

from __future__ import annotations

import regex

from talkextract.mention import Captures, Mention, Span, joined

MATCH = regex.match(r"(?P<level>tỉnh) (?P<item>\p{L}+)(?:, (?P<item>\p{L}+))*(?P<note> \(.*\))?", "tỉnh Abc, Xyz, Klm")


def test_captures_are_those_of_each_group_in_order() -> None:
    assert MATCH is not None
    groups = Captures(MATCH)
    assert groups["item"] == (Span(5, 8), Span(10, 13), Span(15, 18))
    assert groups.first("item") == Span(5, 8)
    assert groups.first("item").end == 8  # type: ignore[union-attr]
    assert list(groups.taken()) == ["level", "item"]


def test_a_group_that_took_no_part_or_is_none_of_the_rule_has_no_captures() -> None:
    assert MATCH is not None
    m = Mention("units", "units.x", 0, 18, "other", Captures(MATCH))
    for group in ("note", "head"):
        assert m.groups[group] == ()
        assert m.first(group) is None
        assert m.groups.first(group) is None
        assert group not in m.groups
    assert "level" in m.groups
    assert m.first("level") == Span(0, 4)


def test_a_span_without_its_midst_keeps_what_is_not_empty() -> None:
    assert Span(2, 10).without(4, 6) == [Span(2, 4), Span(6, 10)]
    assert Span(2, 10).without(2, 6) == [Span(6, 10)]
    assert Span(2, 10).without(4, 10) == [Span(2, 4)]


def test_spans_that_one_character_parts_are_joined() -> None:
    assert joined([Span(0, 2), Span(3, 5), Span(7, 9)]) == [Span(0, 5), Span(7, 9)]
    assert joined([]) == []
