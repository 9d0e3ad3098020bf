"""Unit phrases taken apart: which members a coordination names, and how a unit is written out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import regex

from ..mention import Captures, Span

__all__ = ["Member", "capitalise", "level_of", "members", "same_head", "write_out"]

_LEVEL = regex.compile(
    r"(?i:tỉnh|thành phố|TP\.?|huyện|thị xã|xã|phường|đặc khu|khu tự trị dân tộc Choang|châu|khu vực|địa khu|thủ đô"
    r"|quận|thị trấn|cửa khẩu(?: quốc tế| chính| song phương| phụ| cảng)?|cảng|sân bay)(?= )"
)
_CITY = regex.compile(r"TP\.(?=\p{Lu})")
_AND = regex.compile(r"(?i)và|cùng|với")
_ANY_COMMAND = regex.compile(r"^(?:bộ|ban) chỉ huy")
_OWN_BRACKET = regex.compile(r" ?\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Member:
    """One unit of a phrase: the spans of its level word and its place, and of the brackets that speak of it.

    `open` says that what stands behind the whole phrase may speak of it too: no semicolon and no brackets part them.
    """

    level: Span | None
    place: Span
    note: Span | None
    open: bool


def level_of(plain: str, item: Span) -> Span | None:
    """The level word with which an item begins: "tỉnh Điện Biên" → the span of "tỉnh"; None for a bare name."""
    m = _LEVEL.match(plain, item.start, item.end) or _CITY.match(plain, item.start, item.end)
    return Span(*m.span()) if m else None


def members(plain: str, groups: Captures, *, listed: bool) -> list[Member]:
    """The members of a unit phrase, from the captures of its rule.

    `listed` says that a word before the phrase makes a list of it ("hai", "các"). Without such a word, or a count
    inside, a name after a comma is a place around the first ("… Na Mèo, Thanh Hóa") and no member; after "và" it is.
    A level word before the list ("2 tỉnh A, B") is every member's; one inside an item is that item's alone.
    A phrase without places gives [].
    """
    items = groups["item"]
    counted = listed or bool(groups["count"])
    shared = groups.first("level")
    kept = 1 if items else 0
    for before, item in pairwise(items):
        own = level_of(plain, item)
        alike = own is not None and shared is not None and plain[slice(*own)] == plain[slice(*shared)]
        apart = own is not None and ";" in plain[before.end : item.start]
        if not (counted or alike or apart or _AND.search(plain, before.end, item.start)):
            break
        kept += 1
    out: list[Member] = []
    note: Span | None = None
    is_open = kept == len(items)
    for i in reversed(range(kept)):
        gap = Span(items[i].end, items[i + 1].start if i + 1 < len(items) else items[i].end)
        behind = next((n for n in groups["note"] if gap.start <= n.start < gap.end), None)
        if behind or ";" in plain[gap.start : gap.end]:
            note, is_open = behind, False
        own = level_of(plain, items[i])
        # "4 Đồn Biên phòng Cửa khẩu quốc tế Lào Cai, Bát Xát": the gate is the first one's alone
        own_alone = shared is not None and plain[shared.start : shared.end].lower().startswith(("cửa khẩu", "cảng"))
        inherited = shared if i == 0 or ((counted or not own) and not own_alone) else None
        place = Span(own.end + (plain[own.end] == " "), items[i].end) if own else items[i]
        out.append(Member(own or inherited, place, note, is_open))
    return out[::-1]


def write_out(words: str, abbreviations: Mapping[str, str]) -> str:
    """A unit's words, abbreviations written out, brackets left away: "Bộ CHQS" → "Bộ Chỉ huy Quân sự"."""
    words = _OWN_BRACKET.sub("", words)
    return " ".join(abbreviations.get(w, w) for w in words.split(" "))


def capitalise(name: str) -> str:
    """`name` with its first letter in upper case, the rest as it stands."""
    return name[:1].upper() + name[1:]


def same_head(folded: str) -> str:
    """The key under which two heads are one: Bộ Chỉ huy and Ban Chỉ huy of one force, with or without "cửa khẩu"."""
    key = _ANY_COMMAND.sub("chỉ huy", folded)
    return key.replace(",", "")
