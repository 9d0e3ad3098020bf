"""Things by name, compared more and more loosely; and the days on which a row of a table holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Generic, TypeVar

from ..values.places import fold_name, fold_names, loosen, loosen_keys, skeleton

__all__ = ["Names", "first_day", "is_valid"]

T = TypeVar("T")
# EDTF: the month in which a quarter (33–36) or half-year (40, 41) begins.
_FIRST_MONTH = {"33": "01", "34": "04", "35": "07", "36": "10", "40": "01", "41": "07"}


def first_day(day: str | None) -> str | None:
    """The first day of an EDTF date or interval as YYYY-MM-DD; None where its year is not known."""
    if day is None or not day[:4].isdecimal():
        return None
    year, month, date, *_ = (*day.partition("/")[0][:10].split("-"), "01", "01", "01")
    return f"{year}-{_FIRST_MONTH.get(month, month)}-{date}"


def is_valid(start: str, end: str, day: str) -> bool:
    """Whether a row that holds from `start` to `end` (nothing: for ever) holds on `day`."""
    return (not start or start <= day) and (not end or day <= end)


class Names(Generic[T]):
    """Things by name: by the folded name, else by the loose one, else (for some) by the skeleton of consonants."""

    def __init__(self, things: list[tuple[str, T]], skeletal: list[tuple[str, T]]) -> None:
        self._things, self._skeletal = things, skeletal
        self._keys = fold_names([name for name, _ in things])
        self._exact = self._index(self._keys, things)

    @staticmethod
    def _index(keys: list[str], things: list[tuple[str, T]]) -> dict[str, list[T]]:
        index: dict[str, list[T]] = {}
        for key, (_, thing) in zip(keys, things, strict=True):
            if key:
                index.setdefault(key, []).append(thing)
        return index

    @cached_property
    def _loose(self) -> dict[str, list[T]]:
        return self._index(loosen_keys(self._keys), self._things)

    @cached_property
    def _bones(self) -> dict[str, list[T]]:
        return self._index([skeleton(loosen(name)) for name, _ in self._skeletal], self._skeletal)

    def find(self, name: str, *, heard: bool = False) -> Iterator[list[T]]:
        """What may be meant by `name`, the strictest comparison first; by its consonants alone only where `heard`."""
        yield self._exact.get(fold_name(name), [])
        loose = loosen(name)
        yield self._loose.get(loose, [])
        if heard:
            yield self._bones.get(skeleton(loose), [])
