"""Normalisers: what a pattern matched → a typed value.

Each is a pure function of the named groups of a match (`value` is the group of that name, else the whole match) and
returns None to refuse the match. The table is closed: a rule file can name a normaliser, never bring one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from .dates import date_days, date_quarters, date_relative, date_stretch, date_value
from .intervals import date_any
from .names import position_value, rank_value, text_value
from .numbers import count_value, number_value, ordinal_value
from .page import page_date_value
from .places import gate_kind, marker_number, upgrade_kind

__all__ = ["NORMALISERS", "NOTHING", "OF_VALUE"]


class _Nothing:
    """The value of a rule that only takes its words away from other rules of its field."""

    def __repr__(self) -> str:
        return "nothing"


NOTHING: Final = _Nothing()

NORMALISERS: Final[dict[str, Callable[[Mapping[str, str]], object | None]]] = {
    "nothing": lambda _: NOTHING,
    "first": lambda _: 1,
    "text": text_value,
    "ordinal": ordinal_value,
    "number": number_value,
    "count": count_value,
    "rank": rank_value,
    "position": position_value,
    "date": date_value,
    "date_any": date_any,
    "date_days": date_days,
    "date_quarters": date_quarters,
    "date_relative": date_relative,
    "date_stretch": date_stretch,
    "page_date": page_date_value,
    "gate_kind": gate_kind,
    "upgrade_kind": upgrade_kind,
    "marker_number": marker_number,
}

# Those that read the group `value` alone, so that no other group needs to be taken out of the match.
OF_VALUE: Final = frozenset({"text", "ordinal", "number", "count", "position", "date"})
