"""The form in which the scorer compares names, whatever their case, punctuation and placement of tones.

Coarser than the normalised view of a text, on purpose: it moves the tone in any syllable ("quý" too), since two names
are compared with each other here and neither is shown.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold"]

_NEW_TONE = re.compile("o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]")


def _move_tone(m: re.Match[str]) -> str:
    """The tone mark of the second vowel on the first: "uỷ" → "ủy"."""
    first, second = m[0][0], unicodedata.normalize("NFD", m[0][1])
    return unicodedata.normalize("NFC", first + second[1:]) + second[0]


def fold(value: object) -> str:
    """The form in which strings are compared: NFC, lower case, one tone placement, words with single spaces."""
    text = unicodedata.normalize("NFC", str(value)).lower()
    return " ".join(re.findall(r"\w+", _NEW_TONE.sub(_move_tone, text)))
