"""Values of a record that name an item of another part: what becomes of them where its name is corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..record import TalkRecord

__all__ = ["REFERENCES", "Reference", "loose_ends", "references"]

# The part whose `name` each of them repeats.
REFERENCES = {
    "delegations[].head": "people",
    "delegations[].units[]": "units",
    "people[].unit": "units",
    "units[].parent": "units",
}


class Reference(NamedTuple):
    """One of them: its path, the object or list that holds it, its key there, and the part that it names."""

    path: str
    node: Any
    key: str | int
    part: str

    @property
    def value(self) -> object:
        """The name, or what stands for none."""
        return self.node[self.key]


def references(tree: Mapping[str, Any]) -> Iterator[Reference]:
    """All of a record as a tree of JSON, those that are null too."""
    for way, part in REFERENCES.items():
        first, _, field = way.partition("[].")
        for i, item in enumerate(tree[first]):
            path = f"{first}[{i}].{field.removesuffix('[]')}"
            if field.endswith("[]"):
                words = item[field.removesuffix("[]")]
                yield from (Reference(f"{path}[{j}]", words, j, part) for j in range(len(words)))
            else:
                yield Reference(path, item, field, part)


def loose_ends(record: TalkRecord) -> list[Reference]:
    """The references that no item of their part answers to."""
    tree = record.model_dump(mode="json")
    names = {part: {item["name"] for item in tree[part]} for part in REFERENCES.values()}
    return [r for r in references(tree) if r.value is not None and r.value not in names[r.part]]
