"""Whether every value of a record stands where its evidence says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .words import fold

__all__ = ["ungrounded"]

Json = Mapping[str, Any]

# Values that are derived (from a word, a side, a table): they have a span, but not one of their own name.
_DERIVED = frozenset("id status mode country region countries kind category roles parent unit".split())
_LISTS = frozenset("people units agreements border_points figures topics dates delegations other_talks".split())


def ungrounded(record: Json, text: str) -> list[str]:
    """What is wrong with a record's evidence, each with its JSON path; [] where all is grounded.

    Wrong are offsets that do not give their text, objects or values without evidence, and a name whose evidence holds
    neither its last word nor the first letters of its words: "QĐND" is "Quân đội nhân dân", written out.
    """
    return [problem for key, value in record.items() for problem in _ungrounded(value, text, f".{key}", 0)]


def _ungrounded(node: object, text: str, path: str, depth: int) -> Iterator[str]:
    """`ungrounded` of one node; `depth` is the number of lists above it."""
    if isinstance(node, list | tuple):
        for i, item in enumerate(node):
            yield from _ungrounded(item, text, f"{path}[{i}]", depth + 1)
    elif isinstance(node, Mapping):
        if "evidence" in node:
            yield from _check_evidence(node, text, path)
        elif path == ".talk" or (depth == 1 and path[1:].split("[")[0] in _LISTS):
            yield f"{path}: no evidence"
        for key, value in node.items():
            if key != "evidence":
                yield from _ungrounded(value, text, f"{path}.{key}", depth)


def _check_evidence(node: Json, text: str, path: str) -> Iterator[str]:
    """What is wrong with the evidence of one object."""
    entries = node["evidence"] or ()
    shown: dict[str, list[str]] = {}
    for i, e in enumerate(entries):
        shown.setdefault(e.get("field"), []).append(e["text"])
        if not e["text"].strip() or text[e["start"] : e["end"]] != e["text"]:
            yield f"{path}.evidence[{i}]: the offsets do not give the text"
    for key, value in node.items():
        if key == "evidence" or key in _DERIVED or key in shown or path == ".document":
            continue
        if value is not None and not isinstance(value, list | tuple | Mapping):
            yield f"{path}.{key}: no evidence of this field"
    for key in ("name", "text", "number"):
        if key in shown and isinstance(node.get(key), str):
            words, held = fold(node[key]).split(), fold(" ".join(shown[key])).split()
            if words and words[-1] not in held and "".join(word[0] for word in words) not in held:
                yield f"{path}.{key}: its evidence does not hold {words[-1]!r}"
