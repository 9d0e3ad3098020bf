"""The page: which line of a text is title, body, caption, byline, teaser or furniture; and its sentences.

Rules (`rules/page.toml`) point at the signs of a page: stamps, datelines, credits, headers of teasers, buttons. Here
each line gets a shape from its signs, and then a role from its place on the page. The body is what is written in
sentences; what nothing is known of is body too, so that no line of an article is lost.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import regex

from .mention import Mention, Span
from .offsets import View
from .sentences import split_sentences
from .signatures import is_signature, signed_names

__all__ = ["CONTENT", "Line", "Page", "Role", "Sentence", "read_page"]

Role = Literal["masthead", "kicker", "title", "byline", "body", "subhead", "caption", "teaser", "furniture"]
CONTENT: frozenset[Role] = frozenset({"kicker", "title", "body", "subhead", "caption"})

# What a piece of a line looks like, before its place on the page is known: `prose` is written in sentences, `short` is
# not, `name` may be a signature, `alt` is the description of a picture that repeats a headline ("… - Ảnh 1."),
# `list` stands above teasers.
_Shape = Literal["masthead", "site", "furniture", "teaser", "list", "byline", "caption", "alt", "prose", "short", "name"]

_SEPARATORS = " |,;:-·•/>"
# A line that goes on like a lead or an item of a list is body, with or without a full stop at its end.
_LEAD = regex.compile(
    r"[-+•*●] ?\S|\d{1,2}[.)] \p{Lu}|(?:(?:Rạng )?[Ss]áng|Chiều|Trưa|Tối|Đêm)(?: nay| qua)?,?(?: ngày| \()? ?\d|(?:Từ n|N)gày \d"
    r"|(?:Vừa qua|Mới đây|Hôm nay),? "
)
_PROSE_END = regex.compile(r"""[.…;:]["')\]/]*$""")


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
    """The lines and sentences of one text, in order, and the spans of what the page says about itself.

    `datelines` are the words of the publisher before the text ("Biên phòng", "Đắk Nông (TTXVN)"): they stand in a body
    line, but tell of the page.
    """

    view: View
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    title: Span | None
    publisher: Span | None
    authors: tuple[Span, ...]
    photographers: tuple[Span, ...]
    datelines: tuple[Span, ...] = ()

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


@dataclass(slots=True)
class _Piece:
    """A line, or a part of one, with its shape and then its role; `marks` are the mentions that begin in it."""

    start: int
    end: int
    shape: _Shape
    text: str
    marks: list[Mention] = field(default_factory=list)
    role: Role | None = None

    def has(self, field: str) -> bool:
        """Whether a mention of `document.<field>` begins in the piece."""
        return any(m.field == f"document.{field}" for m in self.marks)


def read_page(view: View, mentions: Sequence[Mention]) -> Page:
    """Give every line of `view` its role, split the content lines into sentences.

    `mentions` are those of the `document.*` fields, in order. A blank text gives a page without lines.
    """
    pieces = _pieces(view, mentions)
    _mark_teasers(pieces)
    first, last = _body(pieces)
    title = _head(pieces[:first], pieces)
    _middle(pieces[first:last], pieces, title)
    _tail(pieces[last:], title)
    lines = tuple(Line(p.start, p.end, p.role or "body") for p in pieces)
    sentences = tuple(
        Sentence(s.start, s.end, i, line.role)
        for i, line in enumerate(lines) if line.role in CONTENT
        for s in split_sentences(view.plain, line.start, line.end)
    )  # fmt: skip
    datelines = [m for p in pieces if p.role in CONTENT for m in p.marks if m.field == "document.dateline"][:1]
    sites = [m for p in pieces if p.role == "masthead" for m in p.marks if m.value == "site"]
    return Page(
        view,
        lines,
        sentences,
        Span(title.start, title.end) if title else None,
        next((s for m in (*datelines, *sites) if (s := m.first("publisher"))), None),
        tuple(_authors(view.plain, pieces)),
        tuple(_photographers(view.plain, pieces)),
        tuple(Span(m.start, m.end) for m in datelines),
    )


# ---- lines and their shapes


def _pieces(view: View, mentions: Sequence[Mention]) -> list[_Piece]:
    """Every line that is not blank, cut where page furniture, a caption or a credit is glued to other text."""
    plain, at, out = view.plain, 0, []
    starts = [m.start for m in mentions]
    for raw in plain.split("\n"):
        start, end = at + len(raw) - len(raw.lstrip()), at + len(raw.rstrip())
        at += len(raw) + 1
        if start < end:
            marks = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
            out += _cut(plain, start, end, list(marks))
    return out


def _cut(plain: str, start: int, end: int, marks: list[Mention]) -> Iterator[_Piece]:
    """The pieces of one line."""

    def piece(a: int, b: int, shape: _Shape) -> _Piece:
        return _Piece(a, b, shape, plain[a:b], [m for m in marks if a <= m.start < b])

    at, kinds = _peel(plain, start, end, marks)
    if kinds and (at >= end or kinds & {"document.masthead.site_url", "document.masthead.hotline", "button"}):
        site = any(m.value == "site" for m in marks)
        bar = any(m.field in ("document.masthead", "document.published") for m in marks)
        yield piece(start, end, "site" if site else "masthead" if bar else "furniture")
        return
    if at > start:
        yield piece(start, at, "furniture" if kinds <= {"image", "button"} else "masthead")
    if "image" in kinds:
        caption, *rest = split_sentences(plain, at, end)
        yield piece(caption.start, caption.end, "caption")
        if rest:
            yield piece(rest[0].start, end, "prose")
        return
    for credit in (m for m in marks if m.field == "document.credit" and m.start >= at):
        if any(m.field == "document.byline" and m.start == at for m in marks):
            break
        before = _strip(plain, at, credit.start)
        if before > at:
            several = len(list(split_sentences(plain, at, before))) > 1
            yield piece(at, before, "prose" if several else "caption")
        yield piece(credit.start, credit.end, "byline")
        at = credit.end
        while at < end and not plain[at].isalnum() and plain[at] not in "\"'(":
            at += 1
    if at < end:
        rest_marks = [m for m in marks if m.start >= at]
        yield piece(at, end, _shape(plain, at, end, rest_marks))


def _peel(plain: str, start: int, end: int, marks: list[Mention]) -> tuple[int, set[str]]:
    """Where the text begins after the stamps, bars, buttons and image paths at the start of a line, and what they were."""
    at, kinds = start, set()
    for m in marks:
        path = m.first("path") or m.first("publisher") if m.field in ("document.furniture", "document.masthead") else None
        begin = min(m.start, path.start) if path else m.start
        if begin <= at and m.field in ("document.masthead", "document.published", "document.furniture"):
            kinds.add(m.rule if m.field == "document.masthead" else str(m.value) if m.field == "document.furniture" else "stamp")
            if m.value in ("counter", "agency"):
                kinds.add("button")
            at = m.end
            while at < end and plain[at] in _SEPARATORS:
                at += 1
    return at, kinds


def _strip(plain: str, start: int, end: int) -> int:
    """The end of `plain[start:end]` without the dash, bracket or spaces before a credit."""
    while end > start and plain[end - 1] in " -(|/":
        end -= 1
    return end


def _shape(plain: str, start: int, end: int, marks: list[Mention]) -> _Shape:
    """The shape of a piece that is not page furniture."""
    text = plain[start:end]
    here = {m.field: m for m in marks if m.start == start}
    if (teaser := here.get("document.teaser")) is not None:
        return "list" if not plain[teaser.end : end].strip(" :") else "teaser"
    if "document.byline" in here:
        return "byline"
    if any(m.value == "alt" for m in marks):
        return "alt"
    half = len(text) // 2
    if text[:half].strip() == text[half:].strip() and " " in text[:half].strip():
        return "teaser"  # a headline printed twice on one line is the link of another article (seed 003)
    if "document.dateline" in here or _LEAD.match(text):
        return "prose"
    if is_signature(text):
        return "name"
    if _PROSE_END.search(text) or len(list(split_sentences(plain, start, end))) > 1:
        return "prose"
    return "short"


# ---- from shapes to roles


def _mark_teasers(pieces: list[_Piece]) -> None:
    """Give the role `teaser` to what a header announces and to a headline above a lead with a dateline of its own."""
    dated = False
    listing = False
    for i, p in enumerate(pieces):
        if p.shape == "prose":
            listing = False
            own = p.has("dateline")
            if own and dated and pieces[i - 1].shape in ("short", "teaser"):
                pieces[i - 1].role = p.role = "teaser"
            dated = dated or own
        elif p.shape in ("teaser", "list") or (listing and p.shape in ("short", "name", "alt")):
            p.role = "teaser"
            listing = listing or p.shape == "list"


def _body(pieces: list[_Piece]) -> tuple[int, int]:
    """The first and the last line written in sentences, as a range; an empty one at the end where there is none.

    The article is closed by a signature, a row of buttons or the mark "./.", if only headlines, each with at most one
    sentence line below it, follow.
    """
    prose = [i for i, p in enumerate(pieces) if p.shape == "prose" and p.role is None]
    if not prose:
        return len(pieces), len(pieces)
    first = prose[0]
    for i in range(first, len(pieces)):
        p = pieces[i]
        closes = p.shape in ("name", "byline", "furniture") or (p.shape == "prose" and p.text.endswith("./."))
        after = [j for j in prose if j > i]
        if closes and all(j - 1 > i and pieces[j - 1].shape == "short" for j in after) and p.role is None:
            for j in after:
                pieces[j].role = pieces[j - 1].role = "teaser"
            last = max(j for j in prose if j <= i)
            return first, last + 1
    return first, prose[-1] + 1


def _head(head: list[_Piece], pieces: list[_Piece]) -> _Piece | None:
    """Give roles to the lines above the body; the title, None where there is none."""
    candidates = [p for p in head if p.shape == "short" and p.role is None]
    title = _title(head, candidates, pieces)
    for p in head:
        if p.role is not None:
            continue
        if p is title:
            p.role = "title"
        elif p.shape in ("masthead", "site", "furniture"):
            p.role = "furniture" if p.shape == "furniture" else "masthead"
        elif p.shape == "byline":
            p.role = "byline"
        elif title is not None and p.start < title.start and p.shape in ("short", "name"):
            p.role = "kicker"
        elif p.shape == "name":
            p.role = "byline"
        elif title is not None and _same(p.text, title.text):
            p.role = "furniture"
        else:
            p.role = "caption" if p.shape in ("caption", "alt") or p.has("caption") else "subhead"
    return title


def _title(head: list[_Piece], candidates: list[_Piece], pieces: list[_Piece]) -> _Piece | None:
    """The title among the lines above the body.

    A headline that the page repeats (beside its pictures) is the title; of two lines, one right under the other, the
    first is a kicker where it is the shorter one (c_09: "Long An - Prey Veng").
    """
    if not candidates:
        return None
    repeated = {_key(p.text[: _alt_start(p)]) for p in pieces if p.shape == "alt"}
    for p in candidates:
        if _key(p.text) in repeated:
            return p
    first, second = candidates[0], next((p for p in candidates[1:2] if not p.has("caption")), None)
    below = second is not None and head.index(second) == head.index(first) + 1
    return second if second and below and len(first.text.split()) < len(second.text.split()) else first


def _middle(middle: list[_Piece], pieces: list[_Piece], title: _Piece | None) -> None:
    """Give roles to the lines from the first to the last line of the body."""
    signed = {_key(p.text) for p in pieces if p.role == "byline" or p.shape == "name"}
    names = [_key(p.text) for p in pieces if p.shape == "name"]
    for p in middle:
        if p.role is not None:
            continue
        if p.shape == "prose":
            p.role = "body"
        elif p.shape in ("furniture", "byline"):
            p.role = p.shape
        elif p.shape == "masthead" and p.has("published"):
            p.role = "masthead"
        elif p.shape == "name" and _key(p.text) in signed and names.count(_key(p.text)) > 1:
            p.role = "byline"
        elif p.shape == "alt":
            same = title is not None and _same(p.text[: _alt_start(p)], title.text)
            p.role = "furniture" if same else "caption"
        elif title is not None and _same(p.text, title.text):
            p.role = "furniture"
        elif p.shape == "caption" or p.has("caption"):
            p.role = "caption"
        else:
            p.role = "subhead"


def _tail(tail: list[_Piece], title: _Piece | None) -> None:
    """Give roles to the lines below the body: unknown ones are body until something closes the article."""
    closed = False
    for p in tail:
        if p.role is None:
            if p.shape in ("name", "byline"):
                p.role = "byline"
            elif p.shape in ("masthead", "site", "furniture"):
                p.role = "furniture" if p.shape == "furniture" else "masthead"
            elif p.shape == "caption" or (p.has("caption") and not closed):
                p.role = "caption"
            elif closed or p.shape == "alt" or (title is not None and _same(p.text, title.text)):
                p.role = "furniture"
            else:
                p.role = "body"
        closed = closed or (p.role != "body" and p.role != "caption")


def _key(text: str) -> str:
    """A line for comparison: lower case, letters and digits only."""
    return regex.sub(r"[^\p{L}\p{N}]+", " ", text.lower()).strip()


def _same(a: str, b: str) -> bool:
    """Whether two lines have the same words."""
    return _key(a) == _key(b)


def _alt_start(piece: _Piece) -> int:
    """Where "- Ảnh 1." begins in the text of an `alt` piece."""
    return next(m.start for m in piece.marks if m.value == "alt") - piece.start


# ---- names


def _authors(plain: str, pieces: list[_Piece]) -> Iterator[Span]:
    """The names of the bylines, each once, in order."""
    seen: set[str] = set()
    for p in pieces:
        if p.role != "byline":
            continue
        spans = [s for m in p.marks if m.field == "document.byline" and (s := m.first("value"))]
        if p.shape == "name":
            spans.append(Span(p.start, p.end))
        for span in spans:
            for name in signed_names(plain, span):
                if (key := _key(plain[name.start : name.end])) not in seen:
                    seen.add(key)
                    yield name


def _photographers(plain: str, pieces: list[_Piece]) -> Iterator[Span]:
    """The names of the photo credits, each once, in order."""
    seen: set[str] = set()
    for p in pieces:
        for m in p.marks if p.role == "byline" else ():
            if m.field == "document.credit" and (span := m.first("value")):
                for name in signed_names(plain, span):
                    if (key := _key(plain[name.start : name.end])) not in seen:
                        seen.add(key)
                        yield name
