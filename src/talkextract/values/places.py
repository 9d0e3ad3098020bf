"""Names of places: spellings made equal, and what the words before a border point say.

`fold_name` undoes what differs from paper to paper in one and the same spelling; `loosen` leaves out the diacritics
too; `skeleton` keeps the consonants of a Lao or Khmer name as they are heard ("Xa-vẳn-na-khẹt", "Savannakhet").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

import regex

from ..offsets import fold_tone

__all__ = [
    "fold_name", "fold_names", "gate_kind", "loosen", "loosen_keys", "marker_number", "marker_numbers", "skeleton",
    "upgrade_kind",
]  # fmt: skip

_DROPPED = " -–—‑'’‘`´.,·"
_MARKS = regex.compile(r"\p{Mn}+")
_VOWELS = re.compile(r"[aeiouh]+")
_DOUBLED = re.compile(r"(.)\1+")
# Sounds that Vietnamese papers write in several ways; in this order.
_SOUNDS = (("ph", "f"), ("nh", "n"), ("x", "s"), ("r", "l"), ("q", "k"), ("c", "k"), ("w", "v"))
# A skeleton of fewer consonants ("Ta Keo", "Át Ta Pư") is too common to say anything.
_LEAST_BONES = 4


def fold_names(names: list[str]) -> list[str]:
    """Keys of names: lower case, one tone placement, without spaces, hyphens, apostrophes, commas and full stops."""
    text = fold_tone(unicodedata.normalize("NFC", "\n".join(names)).lower())
    for sign in _DROPPED:
        text = text.replace(sign, "")
    return text.split("\n") if names else []


@lru_cache(4096)
def fold_name(name: str) -> str:
    """The key of one name: "Luông Pha-băng" and "LUÔNG PHA BĂNG" → "luôngphabăng"."""
    return fold_names([name.replace("\n", " ")])[0]


def loosen_keys(keys: list[str]) -> list[str]:
    """Keys of `fold_names` without diacritics, y as i."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", "\n".join(keys)))
    return bare.replace("đ", "d").replace("y", "i").split("\n") if keys else []


@lru_cache(4096)
def loosen(name: str) -> str:
    """The key without diacritics, y as i: "Luông Pha-băng", "Luong Pha Bang" → "luongphabang"."""
    return loosen_keys([fold_name(name)])[0]


@lru_cache(4096)
def skeleton(key: str) -> str:
    """The consonants of a loose key as heard, each written in one way; "" where they are too few."""
    bones = key
    for written, heard in _SOUNDS:
        bones = bones.replace(written, heard)
    bones = _DOUBLED.sub(r"\1", _VOWELS.sub("", bones))
    return bones if len(bones) >= _LEAST_BONES else ""


# The words of a gate's class, the first that stands in the phrase decides. NĐ 112/2014/NĐ-CP, Điều 4: "cửa khẩu chính"
# and "cửa khẩu song phương" are one legal class, the article's word decides; "cửa khẩu quốc gia" is the older word for
# it, "cửa khẩu địa phương" and "tiểu ngạch" for "cửa khẩu phụ".
_CLASSES = (
    ("quốc tế", "international_gate"), ("ckqt", "international_gate"), ("song phương", "bilateral_gate"),
    ("chính", "main_gate"), ("quốc gia", "main_gate"), ("phụ", "minor_gate"), ("địa phương", "minor_gate"),
    ("tiểu ngạch", "minor_gate"), ("lối ", "crossing"), ("điểm thông quan", "crossing"),
)  # fmt: skip
_NUMBER = regex.compile(r"(?<![\p{L}\d/(])(\d{1,4})(?:/\d{1,2}|(?<=\d{3})-[1-3](?!\d))?(?: ?\(\d\))?")
# Numbers of markers end at 1378 at the Chinese border (protocol of 2009), at 792 at the Lao one (2016) and at 314 at
# the Cambodian one (2019): a higher one is a year or a sum.
_LAST_MARKER = 1378


def gate_kind(groups: Mapping[str, str]) -> str | None:
    """The kind that the class words say: "cửa khẩu quốc tế" → international_gate; gate where they say none."""
    words = groups["class"].lower()
    if words.startswith("cửa khẩu") and "lối mở" in words:
        return "gate"  # "các cửa khẩu, lối mở: …": which of them is which is not said
    return next((kind for word, kind in _CLASSES if word in words), "gate")


def upgrade_kind(groups: Mapping[str, str]) -> str | None:
    """The kind that a gate is to have; None where the words say no class."""
    kind = gate_kind(groups)
    return None if kind == "gate" else kind


def marker_numbers(text: str) -> list[str]:
    """The numbers of markers in a phrase, without spaces; [] where one of them is no marker's."""
    found = list(_NUMBER.finditer(text))
    return [m[0].replace(" ", "") for m in found] if all(int(m[1]) <= _LAST_MARKER for m in found) else []


def marker_number(groups: Mapping[str, str]) -> str | None:
    """The first number of a phrase: "mốc 1088/2 đến 1089" → 1088/2; None where a number is too high for a marker."""
    return next(iter(marker_numbers(groups["value"])), None)
