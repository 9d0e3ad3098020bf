"""Hard-wrapped texts: which line ends a mail, a terminal or a PDF put inside paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

import regex

__all__ = ["find_breaks"]

_LONGEST_LINE: Final = 120  # characters; a text with a longer line is not wrapped
# How long a line of a sentence is at least: one that goes on in lower case shows that a text is wrapped, or two narrow
# ones do.
_LONG, _NARROW = 50, 25
_FINAL = frozenset('.!?…:;"”’)»')
_STOPS = frozenset(".!?…")
_CLOSERS = '"”’)»'
_ITEM = regex.compile(r"[-–+•*●] ?\S|(?:\d{1,2}|[IVX]{1,4}|[a-zđ])[.)] ?\p{Lu}")
# How a lead or another sentence begins, and no name: behind a line without a stop it opens a paragraph, maybe with the
# paper's word before it ("TTO - Ngày 5/6").
_OPENER = regex.compile(
    r"(?:\(?\p{Lu}[^\n()]{1,40}\)? ?[-–|] ?)?(?:(?:(?:Rạng s|S)áng|Chiều|Trưa|Tối|Đêm)(?=,? (?:nay|qua|ngày|\(?\d))"
    r"|Ngày(?= \d)|Hôm (?:nay|qua)|Từ (?:ngày|tháng|đầu|năm)|Vừa qua|Mới đây|Thực hiện |Nhân dịp|Nhằm |Tại |Trong "
    r"|Theo |Tham dự|Dự |Phát biểu|Đến dự|Cùng dự|Sau |Về phía)"
)
# What stands at the head of a line of its own: a credit, the header of teasers.
_APART = regex.compile(
    r"(?:(?:Nguồn )?Ảnh|(?:Tin|Bài)(?:,? (?:và |- ?)?(?:bài|ảnh))*|Tác giả|Từ khóa|Tags?) ?:|>>"
    r"|(?i:xem thêm|tin liên quan)"
)
_NAME_LINE = regex.compile(r"\(?\p{Lu}[\p{L}.]*(?:[ -]\p{Lu}[\p{L}.]*){0,4}(?: ?[/(,&-] ?\p{Lu}[^\n.;:]{0,30})?\)?")
# What no line of its own ends in.
_DANGLING = regex.compile(
    r"(?:,|(?<!\p{L})(?i:(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)|đồng chí|ông|bà|tỉnh|huyện|và|của|với|do|là|có"
    r"|tại|giữa|các|những|cho|để|từ|đến|về|được|đã|sẽ|ngày|tháng|năm))$"
)
# What breaks off before a name; and before what it counts.
_BEFORE_NAME = regex.compile(
    r"(?<!\p{L})(?:(?:cặp )?(?:cửa khẩu|lối mở)(?: (?:phụ|chính|quốc tế|song phương))?"
    r"|(?:giữa|với|và) (?:tỉnh|huyện|xã)|(?:do|có) (?:đồng chí|ông|bà)|giữa)$"
)
_COUNT_LINE = regex.compile(r"(?<!\p{L})(?:hai|ba|các|những|mỗi)$")
_NAMED = 40  # characters of such a line
# a line that opens with a word in lower case (some letters between "à" and "ỹ" are capitals)
_LOW_LINE = re.compile(r"\n(?=[a-zà-ỹ][^\W\d_]* )")
_NO, _MAYBE, _YES = range(3)
_HYPHEN = regex.compile(r"(?<=\p{L})[-‑]$")


def find_breaks(text: str) -> tuple[list[int], list[int]]:
    """Where line ends of `text` stand inside a sentence or paragraph: those that are to become a space, and those
    behind a hyphen of one word ("Luông-", "Pha-Băng"), which are to go.

    A text with a line over 120 characters is not wrapped: there only a stray line end amid a sentence goes ("ký Biên
    bản ghi / nhớ"). Nor is one in which no long line goes on in lower case, unless all are full. In one that is, two
    lines belong together where the first goes on in lower case, where its end has no room for the next word, or, with
    lines of any length (a PDF), where a long one ends in no sign.
    """
    if "\n" not in text:
        return [], []
    lines = text.split("\n")
    if max(map(len, lines)) > _LONGEST_LINE:
        return _strays(text), []
    bare = [x.strip() for x in lines]
    goes_on = [(a, b) for a, b in pairwise(bare) if b[:1].islower() and _is_open(a)]
    sizes = [len(a) for a, _ in goes_on]
    if max(sizes, default=0) < _LONG and sum(n >= _NARROW for n in sizes) < 2:
        goes_on = _filled(bare)
        if len(goes_on) < 2:
            return [], []
    return _seams(lines, _verdicts(bare, _Width(goes_on)))


def _filled(lines: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs of a text in which no line goes on in lower case, but every long one without a stop ends where the next
    word had no room: a wrap that happened to fall before capitals; [] where one had.
    """
    most = max(map(len, lines))
    ends = [(a, b) for a, b in pairwise(lines) if b and len(a) >= _LONG and _is_open(a)]
    full = all(most < len(a) + 1 + len(b.split(" ", 1)[0]) for a, b in ends)
    return ends if full else []


def _strays(text: str) -> list[int]:
    """Line ends behind a long line that ends in a letter or a comma, where the next goes on in lower case; and behind
    one that breaks off ("đề nghị nâng cấp cửa khẩu phụ / A Đớt") or ends in a number that counts what follows.
    """
    found = [at for at in _line_ends(text) if _breaks_off(text, at)]
    for m in _LOW_LINE.finditer(text):
        at = m.start()
        above = text[text.rfind("\n", 0, at) + 1 : at]
        last = above.rstrip()[-1:]
        long = len(above) >= _LONG or (at + 1 + _LONG < len(text) and "\n" not in text[at + 1 : at + _LONG])
        counts = len(above) >= _LONG or _COUNT_LINE.search(above)
        if long and counts and (last == "," or last.islower()) and text[at + 1].islower():
            found.append(at)
    return sorted(found)


def _line_ends(text: str) -> Iterator[int]:
    """The ends of lines behind which the next begins with a capital."""
    at = text.find("\n")
    while at >= 0 and at + 1 < len(text):
        if text[at + 1].isupper() and at and text[at - 1].islower():
            yield at
        at = text.find("\n", at + 1)


def _breaks_off(text: str, at: int) -> bool:
    """Whether the line that ends there is a part of a sentence: it is no short line, and breaks off before a name."""
    above = text[text.rfind("\n", 0, at) + 1 : at]
    return len(above) >= _NAMED and _BEFORE_NAME.search(above) is not None


class _Width:
    """How wide a text was set: a greedy wrap fills every line as far as a word goes; else the lines are ragged."""

    def __init__(self, goes_on: Sequence[tuple[str, str]]) -> None:
        """`goes_on` are the pairs of lines that surely belong together."""
        self.most = max(len(a) for a, _ in goes_on)
        self.is_exact = sum(self.is_full(a, b) for a, b in goes_on) >= 0.95 * len(goes_on)

    def is_full(self, line: str, behind: str) -> bool:
        """Whether a line has no room for the word that the next begins with."""
        size, word = len(line), behind.split(" ", 1)[0]
        return self.most < size + 1 + len(word) and size <= 1.15 * self.most + 3

    def is_long(self, line: str) -> bool:
        """Whether a line is long for this text, as its lines are when they end for want of room only."""
        return len(line) >= 0.75 * self.most


def _is_open(line: str) -> bool:
    """Whether a line ends in no sign."""
    return bool(line) and line[-1] not in _FINAL


def _seams(lines: Sequence[str], joined: Sequence[bool]) -> tuple[list[int], list[int]]:
    """The offsets of the line ends that are none: those that are to become a space, those that are to go."""
    spaces: list[int] = []
    gone: list[int] = []
    at = -1
    for a, b, are_one in zip(lines, lines[1:], joined, strict=False):
        at += len(a) + 1
        if not are_one:
            continue
        if a[-1] == " " or b[0] == " ":  # the space there parts the words
            gone += (at, at + 1) if a[-1] == b[0] else (at,)
        else:
            (gone if _HYPHEN.search(a) else spaces).append(at)
    return spaces, gone


def _verdicts(lines: Sequence[str], width: _Width) -> list[bool]:
    """For every line but the last whether it goes on in the next one; one that may does between two blank lines
    beside one that does.
    """
    each = [
        _verdict(a, b, width, last=not below) for a, b, below in zip(lines, lines[1:], [*lines[2:], ""], strict=False)
    ]
    out: list[bool] = []
    for _, block in groupby(zip(lines[1:], each, strict=False), key=lambda x: not x[0]):
        found = [verdict for _, verdict in block]
        least = _MAYBE if _YES in found else _YES
        out += [verdict >= least for verdict in found]
    return out


def _verdict(a: str, b: str, width: _Width, *, last: bool) -> int:
    """Whether a line goes on in the next one; `last` says that nothing stands below that."""
    if not a or not b or _APART.match(b):
        return _NO
    stopped = a.rstrip(_CLOSERS)[-1:] in _STOPS
    if b[0].islower() and not stopped:
        return _YES if len(a) >= 0.4 * width.most and not (a[-1] in ":;" and _ITEM.match(b)) else _NO
    if _DANGLING.search(a):
        return _YES
    full = width.is_full(a, b)
    if not _is_open(a):
        # a name alone below a full line signs the article
        signed = stopped and last and _NAME_LINE.fullmatch(b)
        return _YES if full and not signed and not _ITEM.match(b) else _NO
    if _OPENER.match(b):
        return _NO
    if full:
        return _YES
    return _MAYBE if width.is_long(a) and not width.is_exact else _NO
