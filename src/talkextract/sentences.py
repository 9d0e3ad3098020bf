"""Sentences of a stretch of text. A sentence never crosses a line."""

from __future__ import annotations

import re

import regex

from .mention import Span

__all__ = ["split_sentences"]

# A stop with the quotation marks and brackets that close after it, before white space and the opening of a sentence;
# or glued to a capital ("trực tuyến.Tham dự có"). A run of stops is one, and gives nothing back: a line of dots is read
# once, not once from each of them.
_STOP = regex.compile(
    r"""(?<![.!?…])[.!?…]++(?:(?<=\.)/\.)?+["')\]]*+"""
    r"""(?:(?= ["'(\[]?[\p{Lu}\d]| [-+•*] )|(?=\p{Lu}\p{Ll})(?<=[\p{Ll}\d)"']\.+["')\]]*))"""
)
# What a full stop after does not end: "TP. Buôn Ma Thuột", "ThS. Nguyễn", an initial ("H. Nam", "V.T.P"), the number
# of an item ("1. Tăng cường").
_ABBREVIATION = regex.compile(
    r"[ \"'(\[]*(?:TP|Tp|tp|TX|TT|ThS|TS|PGS|GS|BS|KS|LS|CN|Đ/c|đ/c|St|Mr|Mrs|Dr|No|\p{Lu}(?:\.\p{Lu})*)"
)
# … but a Roman number that counts something is no initial: "Hội đàm lần thứ X. Hai bên …".
_COUNTED = regex.compile(r"(?r)(?i:thứ|lần|quý|vòng|khóa|kỳ) [IVX]")
# … nor is a letter that ends a name: "cửa khẩu quốc tế Bờ Y. Hai bên …" (but "Nguyễn T. H." is one name).
_ENDS_NAME = regex.compile(r"(?r)(?!(?:Ông|Bà|Anh|Chị|Em|Cháu|Ngài|Tên|Cô|Chú|Bạn) )\p{Lu}\p{Ll}+ [AEIOUYĂÂÊÔƠƯ]")
_INITIAL = regex.compile(r"\. \p{Lu}\.")
_NUMBERED = re.compile(r"[ \"'(]*(?:\d{1,2}|[IVX]{1,4})$")


def split_sentences(plain: str, start: int, end: int) -> list[Span]:
    """The sentences of `plain[start:end]` (one line of the view), without the white space around them.

    A text without a stop is one sentence; a blank one gives none.
    """
    at = start
    out: list[Span] = []
    # most lines are one sentence: nothing stops before their last sign
    within = plain[start : end - 1]
    stops = "." in within or "!" in within or "?" in within or "…" in within
    for m in _STOP.finditer(plain, start, end) if stops else ():
        stop, after = m.span()
        if after - stop == 1 and plain[stop] == ".":
            word = plain[max(at, plain.rfind(" ", at, stop)) : stop]
            opens = len(word) == stop - at or plain[stop - len(word) - 1] in ":;"  # "gồm: 1. Quy chế …; 2. …"
            if (_ABBREVIATION.fullmatch(word) and not _ends(plain, at, stop)) or (opens and _NUMBERED.fullmatch(word)):
                continue
        out.append(Span(at, after))
        at = after
        while at < end and plain[at].isspace():
            at += 1
    if at < end:
        out.append(Span(at, end))
    return out


def _ends(plain: str, start: int, stop: int) -> bool:
    """Whether what looks like an abbreviation before a full stop ends its sentence."""
    if _COUNTED.match(plain, start, stop):
        return True
    return _ENDS_NAME.match(plain, start, stop) is not None and _INITIAL.match(plain, stop) is None
