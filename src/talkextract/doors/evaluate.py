"""Predicted records against gold records: precision, recall and F1 of every field.

A record becomes a multiset of keys per field: a tuple of folded strings that says what is claimed ("this person has
this rank"). Keys that are equal are true positives. In fields of names, what then remains is paired where it differs
in function words only (`about`, `of`, …; in units the country too, which is scored by itself). Two micro-averages:
`core` (who met whom, when, where, which round, who led with which rank and post, which agreements, which dates) and
`full` (every field).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from ..errors import InputError
from .grounding import ungrounded
from .words import fold

__all__ = ["CORE", "Report", "Tally", "evaluate", "keys", "lines_of"]

Key = tuple[str, ...]
Json = Mapping[str, Any]
T = TypeVar("T")

CORE = frozenset({
    "talk", "talk.kind", "talk.round", "talk.date", "talk.place.region", "delegations.units", "delegations.head",
    "people.name", "people.rank", "people.position", "agreements.name", "dates.value",
})  # fmt: skip

_FUNCTION = frozenset("về và các của tại trên trong nước".split())
_NATION = frozenset("việt nam lào trung quốc campuchia chdcnd cộng hòa xã hội chủ nghĩa dân nhân hoa vương".split())
# Words that two names may differ in, and the places of a key (from its end or start) where such a name stands.
_FREE: dict[str, tuple[frozenset[str], tuple[int, ...]]] = {
    "talk.name": (_FUNCTION, (-1,)),
    "talk.place.name": (_FUNCTION, (-1,)),
    "other_talks": (_FUNCTION, (-1,)),
    "agreements.name": (_FUNCTION, (-1,)),
    "agreements": (_FUNCTION, (0,)),
    "delegations.units": (_FUNCTION | _NATION, (-1,)),
    "units.name": (_FUNCTION | _NATION, (-1,)),
    "units.parent": (_FUNCTION | _NATION, (0, -1)),
    "units": (_FUNCTION | _NATION, (0,)),
    "people.unit": (_FUNCTION | _NATION, (0, -1)),
}


@dataclass(frozen=True)
class Tally:
    """True positives, false positives and false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """How much of what was found is right; 1 where nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """How much of what is there was found; 1 where nothing is there."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where nothing is there and nothing was found."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else 1.0


@dataclass
class Report:
    """What `evaluate` gives: tallies by field, and what is wrong, record by record."""

    fields: dict[str, Tally] = field(default_factory=dict)
    records: int = 0
    absent: list[str] = field(default_factory=list)
    errors: list[tuple[str, str, str, Key]] = field(default_factory=list)
    ungrounded: list[str] = field(default_factory=list)

    @property
    def core(self) -> Tally:
        """The micro-average over the fields of `CORE`."""
        return sum((t for label, t in self.fields.items() if label in CORE), Tally())

    @property
    def full(self) -> Tally:
        """The micro-average over every field."""
        return sum(self.fields.values(), Tally())


def evaluate(gold: Mapping[str, Json], predicted: Mapping[str, Json], texts: Mapping[str, str] | None = None) -> Report:
    """Score `predicted` against `gold`, both by record id; a gold record without a prediction counts as all missed.

    With `texts`, the grounding of every prediction that has a text there is checked too. Raises InputError, naming the
    record, where one has not the shape of a record.
    """
    report = Report(records=len(gold), absent=sorted(set(gold) - set(predicted)))
    for name, truth in gold.items():
        want = _read(truth, f"gold record {name}", keys)
        have = _read(predicted.get(name, {}), f"predicted record {name}", keys)
        for label in sorted(want.keys() | have.keys()):
            missed, wrong = pair(label, want.get(label, []), have.get(label, []))
            tally = Tally(len(want.get(label, ())) - len(missed), len(wrong), len(missed))
            report.fields[label] = report.fields.get(label, Tally()) + tally
            report.errors += [(name, label, "missed", key) for key in missed]
            report.errors += [(name, label, "wrong", key) for key in wrong]
        if texts is not None and name in predicted and name in texts:
            problems = _read(predicted[name], f"predicted record {name}", partial(ungrounded, text=texts[name]))
            report.ungrounded += [f"{name}{problem}" for problem in problems]
    return report


def _read(record: Json, where: str, reader: Callable[[Json], T]) -> T:
    """What `reader` makes of a record, with an error in words for what is none."""
    try:
        return reader(record)
    except (AttributeError, KeyError, TypeError, ValueError) as e:
        raise InputError(f"{where} has not the shape of a record: {type(e).__name__}: {e}") from e


def keys(record: Json) -> dict[str, list[Key]]:
    """Every scored field of a record with its keys; a field without a value is left out."""
    out: dict[str, list[Key]] = {}
    for label, values in _claims(record):
        if values[-1] is not None and values[-1] != "":
            exact = label in _EXACT
            last = str(values[-1]) if exact else fold(values[-1])
            out.setdefault(label, []).append((*(fold(v) for v in values[:-1]), last))
    return out


# EDTF: every character counts.
_EXACT = frozenset({"talk.date", "talk.period", "dates.value", "agreements.signed"})
# Lists of objects with a name: the fields that are claimed of the name.
_NAMED = {
    "people": ("rank", "position", "unit", "country", "roles"),
    "units": ("kind", "country", "region", "parent"),
    "agreements": ("kind", "status", "signed", "countries"),
    "border_points": ("kind", "number", "counterpart", "proposed_kind"),
}


def _claims(record: Json) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Each claim of a record: its field, and what is claimed, the value last."""
    document = record.get("document") or {}
    yield "document.title", (document.get("title"),)
    yield "document.published", ((document.get("published") or "")[:10],)
    for label in ("authors", "photographers"):
        for name in document.get(label) or ():
            yield f"document.{label}", (name,)
    yield from _talk_claims(record.get("talk"))
    for side in record.get("delegations") or ():
        for unit in side.get("units") or ():
            yield "delegations.units", (side.get("country"), unit)
        yield "delegations.head", (side.get("country"), side.get("head"))
    for label in _NAMED:
        for item in record.get(label) or ():
            yield from _item_claims(label, item)
    for item in record.get("figures") or ():
        value = f"{float(item['value']):g}"
        yield "figures.value", (value, item.get("category"))
        yield "figures.unit", (value, item.get("unit"))
    for topic in record.get("topics") or ():
        yield "topics", (topic["topic"] if isinstance(topic, Mapping) else topic,)
    for item in record.get("dates") or ():
        yield "dates.value", (item.get("value"),)
    for item in record.get("other_talks") or ():
        yield "other_talks", (item.get("name"),)


def _item_claims(label: str, item: Json) -> Iterator[tuple[str, tuple[object, ...]]]:
    """What is claimed of one named thing; each value of a list is a claim of its own."""
    name = item.get("name")
    yield f"{label}.name", (name,)
    for key in _NAMED[label]:
        value = item.get(key) or None
        for each in value if isinstance(value, list | tuple) else (value,):
            yield f"{label}.{key}", (name, each)


def _talk_claims(talk: Json | None) -> Iterator[tuple[str, tuple[object, ...]]]:
    """What is claimed of the event; that there is one is a claim too."""
    if not talk:
        return
    yield "talk", ("present",)
    for key in ("kind", "status", "series", "round", "mode", "name", "date", "period"):
        yield f"talk.{key}", (talk.get(key),)
    place = talk.get("place") or {}
    yield "talk.place.region", (place.get("region") or place.get("country"),)
    yield "talk.place.name", (place.get("name"),)


def pair(label: str, gold: Sequence[Key], predicted: Sequence[Key]) -> tuple[list[Key], list[Key]]:
    """Pair the keys of one field, equal ones first. Returns what is missed and what is wrong, in order."""
    missed, wrong = _strike(gold, predicted, lambda key: key)
    free = _FREE.get(label) or _FREE.get(label.split(".")[0])
    if free is not None:
        words, places = free
        missed, wrong = _strike(missed, wrong, lambda key: _without(key, words, places))
    return missed, wrong


def _without(key: Key, words: frozenset[str], places: tuple[int, ...]) -> Hashable | None:
    """A key whose names have lost their free words; None where a name has no other words."""
    loose = {place % len(key) for place in places}
    parts = [tuple(w for w in part.split() if w not in words) if i in loose else part for i, part in enumerate(key)]
    return None if any(not parts[i] for i in loose) else tuple(parts)


def _strike(
    gold: Sequence[Key], predicted: Sequence[Key], form: Callable[[Key], Hashable | None]
) -> tuple[list[Key], list[Key]]:
    """Strike out pairs of keys with one `form`, earlier keys first; a key whose form is None stays."""
    spare = Counter(f for key in predicted if (f := form(key)) is not None)
    used: Counter[Hashable] = Counter()
    missed = []
    for key in gold:
        shape = form(key)
        if shape is not None and used[shape] < spare[shape]:
            used[shape] += 1
        else:
            missed.append(key)
    wrong = []
    for key in predicted:
        shape = form(key)
        if shape is not None and used[shape]:
            used[shape] -= 1
        else:
            wrong.append(key)
    return missed, wrong


def lines_of(report: Report, *, errors: bool = False) -> Iterator[str]:
    """The report as lines of text; with `errors`, first every claim that is missed or wrong; `*` marks core fields."""
    if errors:
        for name, label, what, key in report.errors:
            yield f"{name}\t{label}\t{what}\t{' | '.join(key)}"
    yield f"{'field':28}{'P':>7}{'R':>7}{'F1':>7}{'tp':>6}{'fp':>6}{'fn':>6}"
    for label, t in sorted(report.fields.items()):
        name = f"{'*' if label in CORE else ' '}{label}"
        yield f"{name:28}{t.precision:7.3f}{t.recall:7.3f}{t.f1:7.3f}{t.tp:6d}{t.fp:6d}{t.fn:6d}"
    if report.absent:
        shown = ", ".join(report.absent[:5])
        yield f"no prediction for {len(report.absent)} of {report.records} records: {shown}"
    yield from (f"not grounded: {problem}" for problem in report.ungrounded[:10])
    averages = (
        f"{n} P {t.precision:.3f} R {t.recall:.3f} F1 {t.f1:.3f}"
        for n, t in (("core", report.core), ("full", report.full))
    )
    yield f"records {report.records}  {'  '.join(averages)}  ungrounded {len(report.ungrounded)}"
