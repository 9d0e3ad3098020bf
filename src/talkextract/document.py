"""The page: which line of a text is title, body, caption, byline, teaser or furniture; and its sentences.

Rules (`rules/page.toml`) point at the signs of a page: stamps, datelines, credits, headers of teasers, buttons. Each
line gets a shape from its signs (`pieces.py`), then a role from its place on the page (`layout.py`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

import regex

from .layout import give_roles
from .mention import Mention, Span
from .offsets import View
from .pieces import CONTENT, Piece, Role, cut_lines, words
from .sentences import split_sentences
from .signatures import signed_names

__all__ = ["CONTENT", "Line", "Page", "Role", "Sentence", "read_page"]

_LONGEST_SENTENCE = 1_000  # characters
_STRETCH_END = itemgetter(1)
# How an item of a list begins: "- ", "+ ", "1. ", "(ii) ", "đ) "; a list has no more of them than this.
_ITEM = regex.compile(r"(?:[-+•*●–]|\(?(?:\d{1,2}|[ivx]{1,4}|\p{Ll})[.)]) ?(?=\S)")
_MOST_ITEMS = 30


class Line(NamedTuple):
    """A stretch of the view with one role; a line that glues a caption to the body is two of them."""

    start: int
    end: int
    role: Role


class Sentence(NamedTuple):
    """A sentence of one line, without the white space around it; `line` is the index of its line."""

    start: int
    end: int
    line: int
    role: Role

    def before(self, at: int) -> Span:
        """The words before an offset of the sentence, no further back than a sentence of an article is long: a text
        without full stops costs no more than another.
        """
        return Span(max(self.start, at - _LONGEST_SENTENCE), at)


@dataclass(frozen=True)
class Page:
    """The lines and sentences of one text, in order, and the spans of what the page says about itself.

    `dateline` is where the publisher stands before the text ("Biên phòng", "Đắk Nông (TTXVN)"): in a body line, but it
    tells of the page.
    """

    view: View
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    title: Span | None
    publisher: Span | None
    authors: tuple[Span, ...]
    photographers: tuple[Span, ...]
    datelines: tuple[Span, ...]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def stretches(self, roles: Collection[Role]) -> list[Span]:
        """The stretches of lines of some roles, in order, without the datelines, which tell of the page."""
        ends: list[list[int]] = []
        for start, end, role in self.lines:
            if role in roles:
                if ends and start <= ends[-1][1] + 1:
                    ends[-1][1] = end
                else:
                    ends.append([start, end])
        for first, last in self.datelines:
            at = bisect_right(ends, first, key=_STRETCH_END)
            if at < len(ends) and ends[at][0] < last:
                start, end = ends[at]
                ends[at : at + 1] = [[a, b] for a, b in ((start, first), (last, end)) if a < b]
        return [Span(start, end) for start, end in ends]

    def role(self, offset: int) -> Role:
        """The role of the line that holds `offset`."""
        at = bisect_right(self._line_starts, offset) - 1
        return self.lines[at].role if at >= 0 else "furniture"

    def sentence(self, offset: int) -> Sentence | None:
        """The sentence that holds `offset`; None between sentences and outside of content."""
        at = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def sentences_after(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """The two sentences after one of the page's; fewer at its end."""
        at = bisect_right(self._sentence_starts, sentence.start)
        return self.sentences[at : at + 2]

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before one of the page's; None where it is the first, or where that one has another role."""
        at = bisect_left(self._sentence_starts, sentence.start) - 1
        return self.sentences[at] if at >= 0 and self.sentences[at].role == sentence.role else None

    def lead_in(self, sentence: Sentence) -> Sentence | None:
        """The sentence that opens the list of which one is an item ("Hai bên thống nhất:"); None where it is none."""
        if not self._is_item(sentence.line):
            return None
        at = bisect_left(self._sentence_starts, sentence.start)
        for before in reversed(self.sentences[max(0, at - _MOST_ITEMS) : at]):
            if not self._is_item(before.line):
                opens = before.role == sentence.role and self.view.plain.endswith(":", before.start, before.end)
                return before if opens else None
        return None

    def _is_item(self, line: int) -> bool:
        """Whether a line looks like an item of a list."""
        start, end, _ = self.lines[line]
        return _ITEM.match(self.view.plain, start, end) is not None


def read_page(view: View, mentions: Sequence[Mention]) -> Page:
    """Give every line of `view` its role, split the content lines into sentences.

    `mentions` are those of the `document.*` fields, in order. A blank or foreign text gives a page without lines.
    """
    pieces = cut_lines(view, mentions) if view.is_vietnamese else []
    title, first = give_roles(pieces)
    lines = tuple(Line(p.start, p.end, p.role or "body") for p in pieces)
    sentences: list[Sentence] = []
    for i, (start, end, role) in enumerate(lines):
        if role in CONTENT:
            sentences += [Sentence(a, b, i, role) for a, b in split_sentences(view.plain, start, end)]
    datelines = [m for p in pieces if p.role in CONTENT for m in p.marks if m.field == "document.dateline"]
    sites = [m for p in pieces[:first] if p.role == "masthead" for m in p.marks if m.value in ("site", "dateline")]
    bylines = [p for p in pieces if p.role == "byline"]
    publisher = next((s for m in (*datelines[:1], *sites) if (s := m.first("publisher"))), None)
    authors = _names(view.plain, bylines, "document.byline")
    if publisher is not None and len(authors) > 1:
        # the paper's own sign below its reporter's name: "AGO", or "BCM" of "BÁO CÀ MAU"
        name = view.plain[slice(*publisher)]
        signs = (name, "".join(word[0] for word in name.split()).upper())
        authors = tuple(a for a in authors if view.plain[slice(*a)] not in signs)
    return Page(
        view,
        lines,
        tuple(sentences),
        title=Span(title.start, title.end) if title else None,
        publisher=publisher,
        authors=authors,
        photographers=_names(view.plain, bylines, "document.credit"),
        datelines=tuple(Span(m.start, m.end) for m in datelines),
    )


def _names(plain: str, bylines: Sequence[Piece], field: str) -> tuple[Span, ...]:
    """The names of the bylines (with signatures that are lines of their own) or of the credits, each once, in order."""
    found: dict[str, Span] = {}
    for p in bylines:
        spans = [s for m in p.marks if m.field == field and (s := m.first("value"))]
        if p.shape == "name" and field == "document.byline":
            spans.append(Span(p.start, p.end))
        for name in (n for s in spans for n in signed_names(plain, s)):
            found.setdefault(words(plain[name.start : name.end]), name)
    return tuple(found.values())
