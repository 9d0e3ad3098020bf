"""A gate with its counterpart, as of a day."""

from __future__ import annotations

from typing import NamedTuple

import regex

from ..values.places import fold_name, loosen
from .files import spellings
from .names import first_day, is_valid

__all__ = ["Gate", "bare_name", "gate_of", "valid_rows"]

# The day from which the provinces of after the mergers count (NQ 202/2025/QH15).
_MERGER = "2025-07-01"
# What the papers put before the name of a gate: "cửa khẩu quốc tế", "CKQT".
_GATE_WORDS = regex.compile(
    r"(?i)(?:(?:cặp\s+)?(?:cửa khẩu|ckqt|lối mở|lối thông quan)\s+"
    r"(?:(?:đường bộ|đường sắt|quốc tế|quốc gia|chính|song phương|phụ)\s+)*)(?=\S)"
)


class Gate(NamedTuple):
    """A gate with its counterpart across the border; kind and region are those of the day that was asked for."""

    id: str
    name: str
    kind: str
    country: str
    region: str
    counterpart: str | None
    other_country: str
    other_region: str
    names: tuple[str, ...]
    counterparts: tuple[str, ...]

    def side(self, name: str) -> str | None:
        """The country whose name of the gate `name` is, the gate's own first; None where it is no name of it."""
        name = bare_name(name)
        for fold in (fold_name, loosen):
            for country, names in ((self.country, self.names), (self.other_country, self.counterparts)):
                if fold(name) in {fold(n) for n in names}:
                    return country
        return None


def bare_name(name: str) -> str:
    """The name of a gate without the words for its kind."""
    words = _GATE_WORDS.match(name)
    return name[words.end() :] if words else name


def valid_rows(rows: list[tuple[str, ...]], day: str | None) -> list[tuple[str, ...]]:
    """Those of `rows` that hold on `day`; all of them where none does or there is no day."""
    first = first_day(day)
    return [r for r in rows if first is not None and is_valid(r[4], r[5], first)] or rows


def gate_of(cells: tuple[str, ...], day: str | None) -> Gate:
    """A row of the gates as of a day."""
    key, name, more, kind, _, _, region, region_2025, others, other_country, other_region, _ = cells
    there = spellings("", others)[1:]
    first = first_day(day)
    region = region if first is not None and first < _MERGER else region_2025
    return Gate(
        key, name, kind, region[:2], region, there[0] if there else None, other_country, other_region,
        spellings(name, more), there,
    )  # fmt: skip
