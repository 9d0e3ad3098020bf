"""Lines cut into pieces, each with a shape: what a stretch of a line looks like, whatever stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, Literal

import regex

from .mention import Mention
from .offsets import View
from .sentences import split_sentences
from .signatures import is_signature

__all__ = ["CONTENT", "Piece", "Role", "cut_lines", "words"]

Role = Literal["masthead", "kicker", "title", "byline", "body", "subhead", "caption", "teaser", "furniture"]
CONTENT: Final[frozenset[Role]] = frozenset({"kicker", "title", "body", "subhead", "caption"})

# `prose` is written in sentences, `short` is not, `item` is an item of a list, `name` may be a signature, `alt` repeats
# a headline beside a picture ("… - Ảnh 1."), `list` stands above teasers, `site` names the site.
Shape = Literal[
    "masthead", "site", "furniture", "teaser", "list", "byline", "caption", "alt", "prose", "item", "short", "name"
]

_START = attrgetter("start")
_PAGE = ("document.masthead", "document.published", "document.furniture")
_SEPARATORS = " |,;:-·•/>"
# How a lead begins: a line that goes on like this is body, with or without a full stop at its end.
_LEAD = re.compile(
    r"(?:(?:Rạng )?[Ss]áng|Chiều|Trưa|Tối|Đêm)(?: nay| qua)?,?(?: ngày| \()? ?\d|(?:Từ n|N)gày \d"
    r"|(?:Vừa qua|Mới đây|Hôm nay|Vừa mới đây),? "
)
_ITEM = regex.compile(r"[-+•*●] ?\S|\d{1,2}[.)] ?\p{Lu}")
# Who wrote, at the end of the last sentence's line: "… hai bên ký biên bản. N.T.H".
_SIGNED = regex.compile(
    r"(?r)(?<=(?:(?<!\p{L})\p{L}{3,}[\"')]{0,2}\.|\)\.|\./\.|…) ?)"
    r"(?:(?<=/\. ?)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3}"
    r"|\(?(?:\p{Lu}(?:\.\p{Lu}){1,3}\.?|P\.?V|\p{Lu}\. ?\p{Lu}\p{L}+)\)?)"
)
_NO_WORD = re.compile(r"[\W_]+")
_STOPS, _CLOSERS = (".", "…", ";", ":"), "\"')]/"
_BEFORE_STAMP = regex.compile(r"[ |,;:(\[-]*(?i:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)?[ |,;:(\[-]*$")


@dataclass(slots=True)
class Piece:
    """A line, or a part of one; `marks` are the mentions that begin in it, `role` is given later."""

    start: int
    end: int
    shape: Shape
    text: str
    marks: tuple[Mention, ...]
    role: Role | None = None

    def has(self, field: str) -> bool:
        """Whether a mention of `document.<field>` begins in the piece."""
        return bool(self.marks) and any(m.field == f"document.{field}" for m in self.marks)

    @property
    def headline(self) -> str:
        """The text without the "- Ảnh 1." of a picture's description."""
        alt = next((m.start for m in self.marks if m.value == "alt"), self.end)
        return self.text[: alt - self.start]


def words(text: str) -> str:
    """A line for comparison: lower case, letters and digits only."""
    return _NO_WORD.sub(" ", text.lower()).strip()


def cut_lines(view: View, mentions: Sequence[Mention]) -> list[Piece]:
    """Every line that has a word or figure, cut where page furniture, a caption or a credit is glued to other text."""
    plain, at = view.plain, 0
    out: list[Piece] = []
    starts = [m.start for m in mentions]
    for raw in plain.split("\n"):
        start, end = at + len(raw) - len(raw.lstrip()), at + len(raw.rstrip())
        at += len(raw) + 1
        if start < end and not (end - start < 4 and _NO_WORD.fullmatch(plain, start, end)):
            out += _cut(plain, start, end, mentions[bisect_left(starts, start) : bisect_left(starts, end)])
    return out


def _cut(plain: str, start: int, end: int, marks: Sequence[Mention]) -> list[Piece]:
    """The pieces of one line: what the page put before the text, the text, and a stamp at its end."""
    if not marks:
        return list(_text_signed(plain, start, end, ()))
    at, peeled = _peel(plain, start, end, marks)
    stop = _before_stamp(plain, at, end, marks)
    text = list(_cut_text(plain, at, stop, marks, any(m.value == "image" for m in peeled)))
    furnished = any(m.field != "document.published" and m.value not in ("image", "stamp") for m in peeled)
    if furnished and all(p.shape in ("short", "name") for p in text):
        return [_piece(plain, start, end, _page_shape(peeled), marks)]
    if at > start:
        text.insert(0, _piece(plain, start, at, _page_shape(peeled), marks))
    if stop < end:
        text.append(_piece(plain, stop, end, "masthead", marks))
    return text


def _piece(plain: str, start: int, end: int, shape: Shape, marks: Sequence[Mention]) -> Piece:
    """A piece with the mentions that begin in it, without the white space around it."""
    while end > start and plain[end - 1].isspace():
        end -= 1
    while start < end and plain[start].isspace():
        start += 1
    first, last = (bisect_left(marks, at, key=_START) for at in (start, end))
    return Piece(start, end, shape, plain[start:end], tuple(marks[first:last]))


def _peel(plain: str, start: int, end: int, marks: Sequence[Mention]) -> tuple[int, list[Mention]]:
    """Where the text begins after the stamps, bars, buttons and paths at the start of a line, and what they are."""
    at = start
    peeled: list[Mention] = []
    stamps = {m.start for m in marks if m.field == "document.published"}
    for m in marks:
        begins = m.field in _PAGE and (m.start <= at or _begin(m) <= at)
        if begins and (m.value != "stamp" or m.end in stamps):
            peeled.append(m)
            at = m.end
            while at < end and plain[at] in _SEPARATORS:
                at += 1
    return at, peeled


def _begin(m: Mention) -> int:
    """Where a mention begins, with the path, the name or the place that stands before its literal."""
    return min(s.start for s in (m.first("path"), m.first("publisher"), m.first("lead"), m) if s is not None)


def _page_shape(peeled: Sequence[Mention]) -> Shape:
    """The shape of what the page put before the text."""
    if any(m.value == "site" for m in peeled):
        return "site"
    return "masthead" if any(m.field != "document.furniture" for m in peeled) else "furniture"


def _before_stamp(plain: str, at: int, end: int, marks: Sequence[Mention]) -> int:
    """Where a stamp at the end of the line begins, with its weekday ("Hữu Phước - 07/11/2016 17:24"); else `end`."""
    stamp = next((m for m in reversed(marks) if m.field == "document.published"), None)
    if stamp is None or stamp.start <= at or plain[stamp.end : end].strip(" )|]"):
        return end
    return at + len(_BEFORE_STAMP.sub("", plain[at : stamp.start]))


def _cut_text(plain: str, at: int, end: int, marks: Sequence[Mention], picture: bool) -> Iterator[Piece]:
    """The pieces of `plain[at:end]`: captions and their credits, the paths of pictures, and what else there is.

    After the path of a picture (`picture`) the first sentence is its caption (seed 004).
    """
    signed = {m.start for m in marks if m.field == "document.byline"}
    for m in marks:
        if m.start < at or m.start >= end or (m.field != "document.credit" and m.value != "image"):
            continue
        if m.field == "document.credit" and at + (plain[at] == "(") in signed:
            break  # "Bài, ảnh: …" is one signature
        begin = _begin(m)
        before = begin
        while before > at and plain[before - 1] in " -(|/":
            before -= 1
        if before > at:
            shape = _shape(plain, at, before, marks)
            one = m.field == "document.credit" and len(split_sentences(plain, at, before)) == 1
            yield _piece(plain, at, before, "caption" if picture or (one and shape != "name") else shape, marks)
        picture = m.value == "image"
        yield _piece(plain, begin, m.end, "furniture" if picture else "byline", marks)
        at = m.end
        while at < end and not plain[at].isalnum() and plain[at] not in "\"'(":
            at += 1
    if at < end and picture:
        caption, *rest = split_sentences(plain, at, end)
        yield _piece(plain, caption.start, caption.end, "caption", marks)
        if rest:
            yield _piece(plain, rest[0].start, end, "prose", marks)
    elif at < end:
        yield from _text_signed(plain, at, end, marks)


def _text_signed(plain: str, start: int, end: int, marks: Sequence[Mention]) -> Iterator[Piece]:
    """A piece of text, and who signs at the end of its last sentence."""
    signed = _SIGNED.match(plain, start, end)
    stop = signed.start() if signed is not None and signed.start() > start else end
    yield _piece(plain, start, stop, _shape(plain, start, stop, marks), marks)
    if stop < end:
        yield _piece(plain, stop, end, "name", marks)


def _shape(plain: str, start: int, end: int, marks: Sequence[Mention]) -> Shape:
    """The shape of a piece that is no page furniture."""
    text = plain[start:end]
    if not text.strip(" ."):
        return "furniture"  # a stop that the page left alone on its line
    here = {m.field: m for m in marks if m.start == start + (text[0] == "(" and m.field == "document.byline")}
    if (teaser := here.get("document.teaser")) is not None:
        return "teaser" if plain[teaser.end : end].strip(" :") else "list"
    if "document.byline" in here:
        return "byline"
    for m in marks:
        if m.value == "alt" and start < m.start < end:
            return "alt"
    if _doubled(text):
        return "teaser"
    dateline = here.get("document.dateline")
    if dateline is not None and not plain[dateline.end : end].strip(" -|"):
        return "site"
    if dateline is not None or _LEAD.match(text):
        return "prose"
    if not text[0].isalpha() and _ITEM.match(text):
        return "item"
    if is_signature(text):
        return "name"
    stopped = text.rstrip(_CLOSERS).endswith(_STOPS)
    if not stopped and text.count(" | ") > 1:
        return "masthead"  # a menu, whatever its sections are called
    return "prose" if stopped or len(split_sentences(plain, start, end)) > 1 else "short"


def _doubled(text: str) -> bool:
    """Whether a line is one headline printed twice: a link to another article, picture and text (seed 003)."""
    half = len(text) // 2
    return text[half] == " " and text[:half] == text[half + 1 :] and " " in text[:half]
