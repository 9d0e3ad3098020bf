"""Numbers and ordinals, in figures, Roman figures and words."""
from __future__ import annotations
from collections.abc import Mapping
_WORDS = {w: n for n, ws in enumerate([[], ["nhất", "một"], ["nhì", "hai"], ["ba"], ["tư", "bốn"], ["năm"], ["sáu"], ["bảy"], ["tám"], ["chín"], ["mười"]]) for w in ws}
_ROMAN = {"I": 1, "V": 5, "X": 10}
def ordinal_value(groups: Mapping[str, str]) -> int | None:
    """An ordinal ("13", "XIII", "nhất", "tư") as an int; None where it is none."""
    text = groups["value"]
    if text.isdecimal():
        return int(text) or None
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    digits = [_ROMAN[c] for c in text if c in _ROMAN]
    if len(digits) != len(text):
        return None
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
