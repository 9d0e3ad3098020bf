"""A record as a few labelled lines that are read at a glance: what, when, where, who with whom, results, gaps.

The command line prints them as a table, notebooks show them beside the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .record import Agreement, BorderPoint, Delegation, Figure, Person, Talk, TalkRecord

__all__ = ["Line", "Row", "rows_of"]


class Line(NamedTuple):
    """A text, and the JSON path of what it shows; None where it says that something was not found."""

    text: str
    path: str | None

    @property
    def part(self) -> str | None:
        """The part of the record: "people"."""
        return None if self.path is None else self.path.split(".")[0].split("[")[0]


class Row(NamedTuple):
    """Lines under one label; `items` of a list follow `lines` that stand for themselves."""

    label: str
    lines: tuple[Line, ...] = ()
    items: tuple[Line, ...] = ()


def rows_of(record: TalkRecord) -> Iterator[Row]:
    """The rows that have something to say, in the order of the record; gaps last."""
    if record.document.title:
        yield Row("title", (Line(record.document.title, "document.title"),))
    if record.talk is None:
        yield Row("talk", (Line("none reported", None),))
    else:
        yield from _talk_rows(record.talk)
    people = {p.name: p for p in record.people}
    for i, side in enumerate(record.delegations):
        yield _side(side, f"delegations[{i}]", people)
    yield from _many("agreements", "agreements", map(_agreement, record.agreements))
    yield from _many("border", "border_points", map(_border_point, record.border_points))
    yield from _many("figures", "figures", map(_figure, record.figures))
    if record.topics:
        yield Row("topics", (Line(", ".join(t.topic for t in record.topics), "topics"),))
    if record.gaps:
        yield Row("gaps", (Line(", ".join(record.gaps), "gaps"),))


def _talk_rows(talk: Talk) -> Iterator[Row]:
    """What, when and where."""
    parts = [talk.kind, talk.series, f"round {talk.round}" if talk.round else None, talk.status]
    kind = Line(" · ".join(p for p in parts if p), "talk.kind")
    yield Row("talk", (kind, Line(talk.name, "talk.name")) if talk.name else (kind,))
    yield Row("date", (Line(talk.date, "talk.date") if talk.date else Line("not found", None),))
    if talk.period:
        yield Row("period", (Line(talk.period, "talk.period"),))
    if talk.place:
        code = talk.place.region or talk.place.country
        yield Row("place", (Line(f"{talk.place.name} ({code})" if code else talk.place.name, "talk.place.name"),))
    elif talk.mode == "online":
        yield Row("place", (Line("online", "talk.mode"),))


def _side(side: Delegation, path: str, people: dict[str, Person]) -> Row:
    """Who leads a side, and the units that it sends."""
    line = Line("no head found", None)
    if side.head:
        person = people.get(side.head)
        rank, position = (person.rank, person.position) if person else (None, None)
        head = f"{rank} {side.head}" if rank else side.head
        line = Line(f"{head}, {position}" if position else head, f"{path}.head")
    return Row(side.country, (line,), tuple(Line(unit, f"{path}.units") for unit in side.units))


def _many(label: str, part: str, texts: Iterator[str]) -> Iterator[Row]:
    """One row for any number of things, no row for none."""
    items = tuple(Line(text, f"{part}[{i}]") for i, text in enumerate(texts))
    if items:
        yield Row(label, items=items)


def _agreement(item: Agreement) -> str:
    about = ", ".join(x for x in (item.kind, item.status, item.signed) if x)
    return f"{item.name} ({about})"


def _border_point(item: BorderPoint) -> str:
    pair = f"{item.name} - {item.counterpart}" if item.counterpart else item.name
    return f"{pair} ({item.kind} → {item.proposed_kind})" if item.proposed_kind else f"{pair} ({item.kind})"


def _figure(item: Figure) -> str:
    return f"{item.value:,} {item.unit}: {item.what}"
