"""The evidence of a record as one list in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from .record import Evidence, TalkRecord

__all__ = ["Ground", "grounds"]


class Ground(NamedTuple):
    """One piece of evidence with the value that it carries: `people[0].rank`, "Đại tá"."""

    path: str
    value: object
    evidence: Evidence

    @property
    def part(self) -> str:
        """The part of the record: "people"."""
        return self.path.split(".")[0].split("[")[0]


def grounds(record: TalkRecord) -> list[Ground]:
    """All evidence of a record in the order of the text, wider spans first."""
    found = [g for name in type(record).model_fields for g in _below(getattr(record, name), name)]
    return sorted(found, key=lambda g: (g.evidence.start, -g.evidence.end))


def _below(node: object, path: str) -> Iterator[Ground]:
    """The evidence of one node and of what is in it."""
    if isinstance(node, tuple):
        for i, item in enumerate(node):
            yield from _below(item, f"{path}[{i}]")
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            value = getattr(node, name)
            if name != "evidence":
                yield from _below(value, f"{path}.{name}")
                continue
            for e in value:
                yield Ground(f"{path}.{e.field}", getattr(node, e.field, None), e)
