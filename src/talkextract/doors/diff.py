"""Two sets of records of the same articles: what the second one gains, loses and changes, with offsets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from ..errors import InputError
from .words import fold

__all__ = ["Change", "Difference", "diff", "lines_of"]

Json = Mapping[str, Any]
Spans = tuple[tuple[int, int], ...]
What = Literal["gain", "loss", "change"]

_SIGNS: Mapping[What, str] = {"gain": "+", "loss": "-", "change": "~"}
# By which values two entries of a list are the same one; their other values are compared.
_SAME = {
    "delegations": ("country",),
    "people": ("name",),
    "units": ("name",),
    "agreements": ("name",),
    "border_points": ("name",),
    "figures": ("value", "unit"),
    "topics": ("topic",),
    "dates": ("value",),
    "other_talks": ("kind", "name", "date"),
}


class Change(NamedTuple):
    """One value that differs.

    `entry` says of whom or what ("Nguyễn Văn A"; "" for the document and the talk); `old` and `new` are its values as
    text, None where there is none, with the offsets of their evidence.
    """

    id: str
    field: str
    what: What
    entry: str
    old: str | None
    new: str | None
    old_at: Spans
    new_at: Spans


@dataclass(frozen=True)
class Difference:
    """All changes in the order of the new records, how many articles were compared, and those that one side lacks."""

    changes: tuple[Change, ...]
    compared: int
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]


class _Value(NamedTuple):
    """A value of a record as text, with the offsets of its evidence."""

    entry: str
    text: str
    at: Spans


# field, the entry's words for comparison, its number among entries with the same ones
_Key = tuple[str, str, int]


def diff(old: Mapping[str, Json], new: Mapping[str, Json]) -> Difference:
    """Compare the records of two runs by their ids. Evidence alone that differs is no change.

    Raises InputError, naming the record, where one has not the shape of a record.
    """
    both = [name for name in new if name in old]
    changes = tuple(c for name in both for c in _changes(name, old[name], new[name]))
    return Difference(
        changes, len(both), tuple(n for n in old if n not in new), tuple(n for n in new if n not in old)
    )  # fmt: skip


def _changes(name: str, old: Json, new: Json) -> Iterator[Change]:
    """What differs in one article; an entry that is gained or lost is told once, not value by value."""
    before, after = _read(name, old), _read(name, new)
    for key in dict.fromkeys([*after, *before]):
        a, b = before.get(key), after.get(key)
        if (a and a.text) == (b and b.text) or _goes_with_its_entry(key, before, after):
            continue
        what: What = "change" if a and b else "gain" if b else "loss"
        shown = b or a
        yield Change(
            name, key[0], what, shown.entry if shown else "", a.text if a else None, b.text if b else None,
            a.at if a else (), b.at if b else (),
        )  # fmt: skip


def _read(name: str, record: Json) -> dict[_Key, _Value]:
    """The values of a record, with an error in words for what is none."""
    try:
        return dict(_values(record))
    except (AttributeError, KeyError, TypeError, ValueError) as e:
        raise InputError(f"record {name} has not the shape of a record: {type(e).__name__}: {e}") from e


def _goes_with_its_entry(key: _Key, before: Mapping[_Key, _Value], after: Mapping[_Key, _Value]) -> bool:
    """Whether the entry that a value belongs to stands on one side only."""
    section, dot, _ = key[0].partition(".")
    whole = (section, key[1], key[2])
    return bool(dot) and section in _SAME and (whole in before) != (whole in after)


def _values(record: Json) -> Iterator[tuple[_Key, _Value]]:
    """Every value of a record. An entry of a list is itself a value of the field that is the list."""
    for section in ("document", "talk"):
        # the document's id is that by which the records were paired
        node = {k: v for k, v in (record.get(section) or {}).items() if k != "id"}
        yield from (((f"{section}.{field}", "", 0), value) for field, value in _fields(node, ""))
    for section, names in _SAME.items():
        seen: Counter[str] = Counter()
        for node in record.get(section) or ():
            entry = " ".join(_text(node[n]) for n in names if node.get(n) is not None)
            words = fold(entry)
            number, seen[words] = seen[words], seen[words] + 1
            own = tuple(span for n in names for span in _spans(node, n))
            yield (section, words, number), _Value(entry, entry, tuple(dict.fromkeys(own)))
            for field, value in _fields(node, entry):
                if field not in names:
                    yield (f"{section}.{field}", words, number), value


def _fields(node: Json, entry: str) -> Iterator[tuple[str, _Value]]:
    """The values of one object, without what is null or empty."""
    for field, value in node.items():
        if field != "evidence" and value not in (None, [], ()):
            yield field, _Value(entry, _text(value), _spans(node, field))


def _text(value: object) -> str:
    """A value in one line: the parts of a list or of a place joined by commas."""
    if isinstance(value, Mapping):
        value = [v for k, v in value.items() if k != "evidence" and v is not None]
    if isinstance(value, list | tuple):
        return ", ".join(map(_text, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _spans(node: Json, field: str) -> Spans:
    return tuple((e["start"], e["end"]) for e in node.get("evidence") or () if e["field"] == field)


def lines_of(found: Difference) -> Iterator[str]:
    """The difference as lines of text: each change, then how many there are in each field."""
    for c in found.changes:
        entry = f"{c.entry}: " if c.entry and "." in c.field else ""
        told = " → ".join(f"{text}{_at(at)}" for text, at in ((c.old, c.old_at), (c.new, c.new_at)) if text is not None)
        yield f"{_SIGNS[c.what]} {c.id}\t{c.field}\t{entry}{told}"
    if found.changes:
        yield f"{'field':28}{'gains':>7}{'losses':>8}{'changes':>9}"
    counts = Counter((c.field, c.what) for c in found.changes)
    for field in sorted({c.field for c in found.changes}):
        yield f"{field:28}{counts[field, 'gain']:7}{counts[field, 'loss']:8}{counts[field, 'change']:9}"
    for names, side in ((found.only_old, "old"), (found.only_new, "new")):
        if names:
            yield f"only in the {side} records: {', '.join(names)}"
    changed = len({c.id for c in found.changes})
    yield f"{found.compared} articles compared, {changed} changed"


def _at(spans: Spans) -> str:
    return f" [{', '.join(f'{start}-{end}' for start, end in spans)}]" if spans else ""
