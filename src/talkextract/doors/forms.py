"""What a reader may type for a value of a record, and what is read from it.

The report refuses at once what has another shape; `corrections apply` reads what has it, with the normalisers that the
rules read articles with. What could be meant in two ways is refused: "2,480" may be 2480 or 2.48.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from ..dates import read_dates
from ..edtf import is_valid, iso_day
from ..values.numbers import read_number, read_ordinal

__all__ = ["Form", "form_of"]

_POINT = r"(?:\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?:\d\d|XX)(?:-\d\d)?)?"
_DAY = r"\d{1,2}/\d{1,2}/\d{4}"
_TWOFOLD = re.compile(r"[1-9]\d{0,2},\d{3}")


class Form(NamedTuple):
    """The shape of a value as a pattern of HTML, in words, and its reader, which gives None where it reads nothing."""

    pattern: str
    says: str
    read: Callable[[str], object]


def form_of(path: str) -> Form | None:
    """The form of what stands at a path of the record, with or without indices; None where any text will do."""
    names = re.findall(r"[a-z_]+", path)
    return _FORMS.get(f"{names[0]}.{names[-1]}") or _FORMS.get(names[-1])


def _number(text: str) -> int | float | None:
    """A number, written as in a Vietnamese paper."""
    return None if _TWOFOLD.fullmatch(text) else read_number(text)


def _edtf(text: str) -> str | None:
    """A date as EDTF, or as a paper writes it, with its year."""
    if is_valid(text):
        return text
    found = read_dates(text)
    whole = len(found) == 1 and found[0].text == text and found[0].resolution == "stated"
    return found[0].value if whole else None


def _published(text: str) -> str | None:
    """A day or date-time of ISO 8601, or a day as a paper writes it."""
    if iso_day(text):
        return text
    day = _edtf(text)
    return day if day and iso_day(day) else None


def _matching(pattern: str) -> Callable[[str], object]:
    return lambda text: text if re.fullmatch(pattern, text) else None


_COUNTRY = Form("[A-Z]{2}", "a country as in ISO 3166-1: VN, LA, CN, KH", _matching("[A-Z]{2}"))
_REGION_CODE = "[A-Z]{2}-[A-Z0-9]{1,3}"
_DATE = Form(
    rf"(?:{_POINT}|[.][.])(?:/(?:{_POINT}|[.][.]))?|{_DAY}|\d{{1,2}}/\d{{4}}",
    "a date with its year as 2025-09-16 or 16/9/2025, a month 2025-09, a stretch 2025-09-16/2025-09-18 (EDTF)",
    _edtf,
)
_FORMS = {
    "figures.value": Form(
        r"\d+(?:[.,]\d{1,2})?|[1-9]\d{0,2}(?:[.]\d{3})+(?:,\d+)?|0,\d+|\d+,\d{4,}",
        "a number as 2480 or 2.480, a fraction as 2,5", _number,
    ),
    "round": Form(r"[1-9]\d{0,2}|[IVXLC]+", "an ordinal as 13 or XIII", read_ordinal),
    "country": _COUNTRY,
    "countries": _COUNTRY,
    "region": Form(_REGION_CODE, "a region as in ISO 3166-2: VN-71", _matching(_REGION_CODE)),
    "date": _DATE, "period": _DATE, "signed": _DATE, "dates.value": _DATE,
    "published": Form(
        rf"\d{{4}}-\d\d-\d\d(?:[T ].+)?|{_DAY}", "a day as 2025-09-17 or 17/9/2025, or a date-time of ISO 8601",
        _published,
    ),
}  # fmt: skip
