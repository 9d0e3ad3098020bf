"""Numbers and ordinals, in figures, Roman figures and words.

Figures are written the Vietnamese way ("2.480", "3,1", "1.449,566"); English marks are read where they cannot be
meant otherwise ("1,250,000", "12.5"), spaces between thousands too ("1 250 000"). Scales multiply ("18 nghìn",
"3,1 tỷ", "1 tỷ 200 triệu", "2 triệu rưỡi").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

import regex

__all__ = ["count_value", "number_value", "ordinal_value", "read_number", "read_ordinal"]

_DIGITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
_AFTER_TENS = {**_DIGITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_ORDINALS = {"nhất": 1, "nhì": 2, "tư": 4, "đầu": 1, "đầu tiên": 1}
_THOUSANDS = regex.compile(
    r"(?P<whole>[1-9]\d{0,2}(?:\.\d{3})+)(?:,(?P<part>\d+))?"
    r"|(?P<whole>[1-9]\d{0,2}(?:,\d{3}){2,})(?:\.(?P<part>\d+))?"
)
_WORD = re.compile(r"\d[\d.,]*(?<=\d)|[^\s\d]+")
_SPACED = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_COMMA_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")
_PLAIN = re.compile(r"(?P<whole>\d+)(?:[.,](?P<part>\d+))?")
_ROMAN = re.compile(r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_FIGURES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_MOST_DIGITS = 15  # what a float (JSON, Arrow) holds exactly


def number_value(groups: Mapping[str, str]) -> int | float | None:
    """The group `value` as a number, an int where it is whole ("3,1 tỷ" → 3100000000); None where it is none."""
    return read_number(groups["value"])


def count_value(groups: Mapping[str, str]) -> int | None:
    """The group `value` as a count of whole things: "2,480" is 2480 here; None for a fraction ("3,1") and for none."""
    text = groups["value"]
    number = read_number(text.replace(",", ".") if _COMMA_THOUSANDS.fullmatch(text) else text)
    return number if isinstance(number, int) and number else None


def ordinal_value(groups: Mapping[str, str]) -> int | None:
    """The group `value` as an ordinal ("13", "XIII", "nhất", "tư", "hai mươi mốt"); None where it is none."""
    return read_ordinal(groups["value"])


def read_ordinal(text: str) -> int | None:
    """An ordinal of 1 or more in figures, Roman figures or words; None where `text` is none ("0", "IIII")."""
    if text.isdecimal():
        return int(text) or None if len(text) <= _MOST_DIGITS else None
    if _ROMAN.fullmatch(text):
        figures = [_ROMAN_FIGURES[c] for c in text]
        return sum(-a if a < b else a for a, b in zip(figures, [*figures[1:], 0], strict=True))
    words = text.lower()
    return _ORDINALS.get(words) or _below_thousand(words.split()) or None


def read_number(text: str) -> int | float | None:
    """A number in figures or words, with scales; None where `text` is none, or longer than a float can hold."""
    if text.isdecimal() and len(text) <= _MOST_DIGITS:  # the common case
        return int(text)
    total, last = Decimal(0), 0
    part: list[str] = []
    term = Decimal(0)
    for word in _WORD.findall(_SPACED.sub("", text.lower())):
        if word == "rưỡi":  # half of the scale before it: "2 triệu rưỡi"
            if part or not last:
                return None
            total += Decimal(last) / 2
            continue
        scale = _SCALES.get(word)
        if scale is None:
            part.append(word)
            continue
        if not part and last:  # "nghìn tỷ"
            total += term * (scale - 1)
            last, term = last * scale, term * scale
            continue
        value = _read_plain(part)
        if value is None or (last and scale >= last):
            return None
        term, last, part = value * scale, scale, []
        total += term
    if part or not last:
        value = _read_plain(part)
        # "hai triệu ba" may be two million three hundred thousand: refused, but not "hai nghìn không trăm linh ba"
        if value is None or (last and not (10 if part[0] != "không" else 1) <= value < last):
            return None
        total += value
    if total >= 10**_MOST_DIGITS:
        return None
    return int(total) if total == total.to_integral_value() else float(total)


def _read_plain(words: Sequence[str]) -> Decimal | None:
    """A number without a scale: one token of figures, or words below a thousand."""
    if len(words) != 1 or not words[0][0].isdecimal():
        below = _below_thousand(words)
        return None if below is None else Decimal(below)
    m = _THOUSANDS.fullmatch(words[0]) or _PLAIN.fullmatch(words[0])
    if m is None:
        return None
    whole = m["whole"].replace(".", "").replace(",", "")
    if len(whole) + len(m["part"] or "") > _MOST_DIGITS:
        return None
    return Decimal(f"{whole}.{m['part'] or 0}")


def _below_thousand(words: Sequence[str]) -> int | None:
    """Number words from one to 999 ("hai mươi mốt", "một trăm linh năm"); None for anything else."""
    hundreds = 0
    if len(words) > 1 and words[1] == "trăm":
        if words[0] not in _DIGITS and words[0] != "không":
            return None
        hundreds, words = _DIGITS.get(words[0], 0) * 100, words[2:]
        if not words:
            return hundreds or None
        if len(words) == 2 and words[0] in {"linh", "lẻ"} and words[1] in _AFTER_TENS:
            return hundreds + _AFTER_TENS[words[1]]
    match list(words):
        case [digit] if digit in _DIGITS and not hundreds:
            return _DIGITS[digit]
        case ["mười" | "chục", *rest]:
            tens = 10
        case [digit, "mươi" | "chục", *rest] if digit in _DIGITS and digit != "một":
            tens = _DIGITS[digit] * 10
        case _:
            return None
    if not rest:
        return hundreds + tens
    return hundreds + tens + _AFTER_TENS[rest[0]] if len(rest) == 1 and rest[0] in _AFTER_TENS else None
