"""A text as HTML with everything marked that its record rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from ..errors import UsageError
from ..grounds import Ground, grounds
from ..record import TalkRecord

__all__ = ["KINDS", "Mark", "anchors_of", "marked", "marks_of", "plain"]

# The parts of a record as a reader calls them, in the order of the record.
KINDS = {
    "document": "page", "talk": "talk", "delegations": "side", "people": "person", "units": "unit",
    "agreements": "agreement", "border_points": "border point", "figures": "figure", "topics": "topic",
    "dates": "date", "other_talks": "other talk",
}  # fmt: skip

_SERVED = ("document", "delegations", "topics")

# HTML has no control characters, save tabs and line ends; signs that turn the direction of writing would turn the page.
_UNSHOWN = {
    c: "\ufffd"
    for c in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    if chr(c) not in "\t\n\r"
}


class Mark(NamedTuple):
    """A span of the text and what rests on it."""

    start: int
    end: int
    grounds: tuple[Ground, ...]

    @property
    def part(self) -> str:
        """The part of the record that gives the mark its colour: what a thing is, rather than what it serves."""
        parts = [g.part for g in self.grounds]
        return next((part for part in parts if part not in _SERVED), parts[0])

    @property
    def says(self) -> str:
        """What rests on the span, a line for each value, with the rule behind it."""
        lines: dict[str, None] = {}
        for path, value, evidence in self.grounds:
            values = value if isinstance(value, tuple) else (value,)
            lines[f"{path} = {'; '.join(map(str, values))} ← {evidence.source}"] = None
        return "\n".join(lines)


def marks_of(record: TalkRecord, text: str) -> list[Mark]:
    """The distinct spans of a record's evidence in the order of the text, wider ones first.

    Raises UsageError where `text` is not the article of the record.
    """
    found = grounds(record)
    for g in found:
        e = g.evidence
        if text[e.start : e.end] != e.text:
            raise UsageError(
                f"the text is not that of the record {record.document.id!r}: {g.path} rests on characters {e.start} to "
                f"{e.end}, where other words stand; pass the text as it was extracted"
            )
    spans = groupby(found, key=lambda g: (g.evidence.start, g.evidence.end))
    return [Mark(start, end, tuple(items)) for (start, end), items in spans]


def anchors_of(marks: Sequence[Mark], prefix: str) -> dict[str, str]:
    """The id of the first mark of every path: "people[0].rank", and of every item: "people[0]", "people"."""
    anchors: dict[str, str] = {}
    for i, mark in enumerate(marks):
        for g in mark.grounds:
            item = g.path.rpartition(".")[0]
            for path in (g.path, item, g.part):
                anchors.setdefault(path, f"{prefix}-{i}")
    return anchors


def marked(text: str, marks: Sequence[Mark], prefix: str) -> str:
    """`text` as HTML, each mark a `<mark>` that a mouse and a keyboard reach; where two cross, the later begun one is
    closed and goes on behind the end of the other. Line ends have a `<br>` too, for viewers that take away <style>.
    """
    out: list[str] = []
    over: list[int] = []  # the marks that are open, the innermost last
    at = 0
    for i, mark in enumerate(marks):
        at = _close(text, marks, over, at, mark.start, out)
        out.append(_lines(text[at : mark.start]))
        out.append(_opening(mark, f' id="{prefix}-{i}" tabindex="0"'))
        over.append(i)
        at = mark.start
    at = _close(text, marks, over, at, len(text), out)
    out.append(_lines(text[at:]))
    return "".join(out)


def _close(text: str, marks: Sequence[Mark], over: list[int], at: int, until: int, out: list[str]) -> int:
    """Close what ends at `until` or before; how far the text is written then."""
    while over and (end := min(marks[i].end for i in over)) <= until:
        out.append(_lines(text[at:end]))
        at = end
        ended = next(k for k, i in enumerate(over) if marks[i].end == end)
        out.append("</mark>" * (len(over) - ended))
        over[ended:] = [i for i in over[ended:] if marks[i].end > end]
        out.extend(_opening(marks[i]) for i in over[ended:])
    return at


def _opening(mark: Mark, more: str = "") -> str:
    return f'<mark class="tx-{mark.part}"{more} title="{escape(mark.says.translate(_UNSHOWN))}">'


def _lines(text: str) -> str:
    return re.sub(r"\r\n?|\n", r"<br>\g<0>", plain(text))


def plain(text: str) -> str:
    """`text` as HTML, without what would steer the page."""
    return escape(text.translate(_UNSHOWN), quote=False)
