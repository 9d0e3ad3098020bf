"""Unit phrases taken apart: which members a coordination names, and how a unit is written out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from ..mention import Captures, Span

__all__ = ["Member", "capitalise", "level_of", "members", "same_head", "write_out"]

_LEVEL = regex.compile(
    r"(?i:tỉnh|thành phố|TP\.?|TX\.?|TT\.|[HPQX]\.|huyện|thị xã|xã|phường|đặc khu|khu tự trị"
    r"(?: dân tộc Choang(?:, tỉnh(?= Quảng Tây))?)?"
    r"|châu tự trị(?: dân tộc \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?(?:(?:,| -| và)(?: dân tộc)? \p{Lu}\p{L}+)?)?|châu|khu vực"
    r"|địa khu|thủ đô|quận|thị trấn|cửa khẩu(?: quốc tế| chính| song phương| phụ| cảng)?"
    r"(?: đường (?:bộ|sắt|thủy))?|CK(?:QT|SP|C|P)?|cảng|sân bay|cụm bản|khu)(?= )"
    r"|(?:TP|Tp|TX|Tx|TT|[HPQX])\.(?=\p{Lu})"
)
_AND = re.compile(r"(?i)và|cùng|với")
_COUNTED = re.compile(r"(?i) (?:các|những|hai|ba|bốn|\d{1,2}) $")
_POLICE = ("ty công an", "cục công an", "sở công an")
_SEA_REGION = re.compile(r"(?<!vùng )cảnh sát biển (?:vùng )?(\d)$")
_OWN_BRACKET = re.compile(r" ?\([^()]*\)")


class Member(NamedTuple):
    """One unit of a phrase: the spans of its level word and its place, and of the brackets that speak of it.

    `open` says that what stands behind the whole phrase may speak of it too: no semicolon and no brackets part them.
    """

    level: Span | None
    place: Span
    note: Span | None
    open: bool


def level_of(plain: str, item: Span) -> Span | None:
    """The level word with which an item begins: "tỉnh Điện Biên" → the span of "tỉnh"; None for a bare name."""
    m = _LEVEL.match(plain, item.start, item.end)
    return Span(item.start, m.end()) if m else None


def members(plain: str, items: Sequence[Span], groups: Captures, *, listed: bool) -> list[Member]:
    """The members of a unit phrase, from the captures of its rule; `items` are those of "item".

    `listed` says that a word before the phrase makes a list of it ("hai", "các"). Without such a word, or a count
    inside, a name after a comma is a place around the first ("… Na Mèo, Thanh Hóa") and no member; after "và" it is.
    A level word before the list ("2 tỉnh A, B") is every member's; one inside an item is that item's alone.
    A phrase without places gives [].
    """
    if not items:
        return []
    shared = groups.first("level")
    own = level_of(plain, items[0])
    if len(items) == 1:
        return [Member(own or shared, _without(plain, own, items[0]), None, True)]
    # "Công an tỉnh: Hà Tĩnh, Quảng Bình": a colon makes a list too
    colon = shared is not None and ":" in plain[shared.end : items[0].start]
    counted = listed or colon or bool(groups["count"])
    shared_word = plain[slice(*shared)] if shared else ""
    owns = [own]
    items = _without_places_around(plain, items, shared_word, counted=counted)
    for before, item in pairwise(items):
        own = level_of(plain, item)
        alike = own is not None and shared is not None and plain[slice(*own)] == shared_word
        apart = own is not None and ";" in plain[before.end : item.start]
        numbers = plain[slice(*before)].isdecimal() and plain[slice(*item)].isdecimal()
        if not (counted or alike or apart or numbers or _AND.search(plain, before.end, item.start)):
            break
        owns.append(own)
    owns = _carried(plain, items, owns)
    # "4 Đồn Biên phòng Cửa khẩu quốc tế Lào Cai, Bát Xát": the gate is the first one's alone
    own_alone = shared_word.lower().startswith(("cửa khẩu", "cảng"))
    notes = groups["note"]
    out: list[Member] = []
    note: Span | None = None
    is_open = len(owns) == len(items)
    for i in reversed(range(len(owns))):
        item, own = items[i], owns[i]
        if i + 1 < len(items):
            behind = next((n for n in notes if item.end <= n.start < items[i + 1].start), None)
            if behind or ";" in plain[item.end : items[i + 1].start]:
                note, is_open = behind, False
        inherited = shared if i == 0 or ((counted or not own) and not own_alone) else None
        level = own or inherited
        out.append(Member(level, _without(plain, level_of(plain, item), item), note, is_open))
    return out[::-1]


def _carried(plain: str, items: Sequence[Span], owns: Sequence[Span | None]) -> list[Span | None]:
    """The level words of the items, a counted one for the bare names behind it too: "TP. A và các huyện B, C"."""
    out: list[Span | None] = []
    carried: Span | None = None
    for i, own in enumerate(owns):
        if own is not None:
            carried = own if i and _COUNTED.search(plain, items[i - 1].end, own.start) else None
        out.append(own or carried)
    return out


def _without_places_around(plain: str, items: Sequence[Span], level: str, *, counted: bool) -> Sequence[Span]:
    """The items without the bare places that stand behind a comma and before a semicolon, where the next has the level
    of the list: "huyện A, huyện B, Tây Ninh; huyện C".
    """
    if counted or not level or ";" not in plain[items[0].start : items[-1].end]:
        return items
    kept = [items[0]]
    for i, item in enumerate(items[1:-1], 1):
        behind = items[i + 1]
        apart = ";" in plain[item.end : behind.start] and plain.startswith(f"{level} ", behind.start)
        if not (apart and level_of(plain, item) is None and plain.startswith(", ", items[i - 1].end)):
            kept.append(item)
    return [*kept, items[-1]]


def _without(plain: str, level: Span | None, item: Span) -> Span:
    """An item without its level word."""
    return Span(level.end + (plain[level.end] == " "), item.end) if level else item


def write_out(words: str, abbreviations: Mapping[str, str]) -> str:
    """A unit's words, abbreviations written out, brackets left away: "Bộ CHQS" → "Bộ Chỉ huy Quân sự"."""
    if "(" in words:
        words = _OWN_BRACKET.sub("", words)
    each = words.split(" ")
    if abbreviations.keys().isdisjoint(each):
        return words
    return " ".join([abbreviations.get(w, w) for w in each])


def capitalise(name: str) -> str:
    """`name` with its first letter in upper case, the rest as it stands."""
    return name[:1].upper() + name[1:]


def same_head(folded: str) -> str:
    """The key under which two heads are one: Bộ Chỉ huy and Ban Chỉ huy of one force, the police with and without its
    office ("Ty Công an tỉnh X", "Công an tỉnh X").
    """
    if folded == "chính quyền":
        return ""  # "đoàn huyện X", "chính quyền huyện X": the district as a party
    if folded == "đồn":
        return "đồn biên phòng"  # "Đồn cửa khẩu quốc tế X"
    if folded in ("tiểu khu quân sự", "chi khu quân sự"):
        return folded[:-8].strip()
    if folded in _POLICE or folded.startswith(("bộ chỉ huy", "ban chỉ huy")):
        folded = folded.partition(" ")[2]
    folded = folded.replace("mặt trận tổ quốc việt nam", "mặt trận tổ quốc")  # of a province, with the state or not
    # "Bộ Tư lệnh Cảnh sát biển 4" is Vùng 4
    return _SEA_REGION.sub(r"vùng cảnh sát biển \1", folded.replace(",", ""))
