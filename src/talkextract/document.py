"""The page: which line of a text is title, body, caption, byline, teaser or furniture; and its sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from .mention import Mention, Span
from .offsets import View

__all__ = ["Line", "Page", "Role", "Sentence", "read_page"]

Role = Literal["masthead", "kicker", "title", "byline", "body", "subhead", "caption", "teaser", "furniture"]
CONTENT: frozenset[Role] = frozenset({"kicker", "title", "body", "subhead", "caption"})


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the view with one role; a line that glues a caption to the body is two of them."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one line, without the white space around it; `line` is the index of its line."""

    start: int
    end: int
    line: int
    role: Role


@dataclass(frozen=True)
class Page:
    """The lines and sentences of one text, in order, and the spans of what the page says about itself."""

    view: View
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    title: Span | None
    publisher: Span | None
    authors: tuple[Span, ...]
    photographers: tuple[Span, ...]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def role(self, offset: int) -> Role:
        """The role of the line that holds `offset`."""
        at = bisect_right(self._line_starts, offset) - 1
        return self.lines[at].role if at >= 0 else "furniture"

    def sentence(self, offset: int) -> Sentence | None:
        """The sentence that holds `offset`; None between sentences and outside of content."""
        at = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None


def read_page(view: View, mentions: Sequence[Mention]) -> Page:
    """Give every line of `view` its role, split the content lines into sentences.

    `mentions` are those of the `document.*` fields. A blank text gives a page without lines.
    """
    lines, at = [], 0
    for text in view.text.split("\n"):
        if text.strip():
            start = at + len(text) - len(text.lstrip())
            lines.append(Line(start, at + len(text.rstrip()), "body"))
        at += len(text) + 1
    sentences = tuple(Sentence(x.start, x.end, i, x.role) for i, x in enumerate(lines))
    return Page(view, tuple(lines), sentences, None, None, (), ())
