"""Spellings of names made equal: keys by which the tables are looked up.

`fold_name` undoes what differs from paper to paper in one and the same spelling; `loosen` leaves out the diacritics
too; `skeleton` keeps the consonants of a Lao or Khmer name as they are heard ("Xa-vẳn-na-khẹt", "Savannakhet").
"""

from __future__ import annotations

import unicodedata

import regex

from ..offsets import fold_tone

__all__ = ["fold_name", "fold_names", "loosen", "loosen_keys", "skeleton"]

_DROPPED = " -–—‑'’‘`´.,·"
_MARKS = regex.compile(r"\p{Mn}+")
_VOWELS = regex.compile(r"[aeiouh]+")
_DOUBLED = regex.compile(r"(.)\1+")
# Sounds that Vietnamese papers write in several ways; in this order.
_SOUNDS = (("ph", "f"), ("nh", "n"), ("x", "s"), ("r", "l"), ("q", "k"), ("c", "k"), ("w", "v"))
# A skeleton of fewer consonants ("Ta Keo", "Át Ta Pư") is too common to say anything.
_LEAST_BONES = 4


def fold_names(names: list[str]) -> list[str]:
    """The keys of many names at once: lower case, one tone placement, no spaces, hyphens, apostrophes and full stops."""
    text = fold_tone(unicodedata.normalize("NFC", "\n".join(names)).lower())
    for sign in _DROPPED:
        text = text.replace(sign, "")
    return text.split("\n") if names else []


def fold_name(name: str) -> str:
    """The key of one name: "Luông Pha-băng" and "LUÔNG PHA BĂNG" → "luôngphabăng"."""
    return fold_names([name.replace("\n", " ")])[0]


def loosen_keys(keys: list[str]) -> list[str]:
    """Keys of `fold_names` without diacritics, y as i."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", "\n".join(keys)))
    return bare.replace("đ", "d").replace("y", "i").split("\n") if keys else []


def loosen(name: str) -> str:
    """The key without diacritics, y as i: "Luông Pha-băng", "Luong Pha Bang" → "luongphabang"."""
    return loosen_keys([fold_name(name)])[0]


def skeleton(name: str) -> str:
    """The consonants of a name as heard, each written in one way; "" where they are too few to tell names apart."""
    bones = loosen(name)
    for written, heard in _SOUNDS:
        bones = bones.replace(written, heard)
    bones = _DOUBLED.sub(r"\1", _VOWELS.sub("", bones))
    return bones if len(bones) >= _LEAST_BONES else ""
