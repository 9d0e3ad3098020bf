"""One record as a block that is read at a glance: what, when, where, who with whom, results, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from ..record import Agreement, BorderPoint, Delegation, Figure, Person, Talk, TalkRecord
from .terminal import STYLES, printable

__all__ = ["block"]

_WIDEST = 120  # longer lines are hard to read, however wide the terminal is


def block(record: TalkRecord, width: int) -> RenderableType:
    """The view of one record on a console of `width` columns."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True, min_width=10)
    grid.add_column(overflow="fold")
    for label, value in _rows(record):
        grid.add_row(label, value)
    heading = Text(printable(record.document.id), style="bold not dim")
    return Panel(grid, title=heading, title_align="left", width=min(width, _WIDEST), border_style="dim")


def _rows(record: TalkRecord) -> Iterator[tuple[str, RenderableType]]:
    """The rows that have something to say."""
    if record.document.title:
        yield "title", _text(record.document.title, "bold")
    if record.talk is None:
        yield "talk", _text("none reported", "dim")
    else:
        yield from _talk_rows(record.talk)
    people = {p.name: p for p in record.people}
    for side in record.delegations:
        yield side.country, _side(side, people)
    yield from _many("agreements", "agreements", map(_agreement, record.agreements))
    yield from _many("border", "border_points", map(_border_point, record.border_points))
    yield from _many("figures", "figures", map(_figure, record.figures))
    if record.topics:
        yield "topics", _text(", ".join(t.topic for t in record.topics), STYLES["topics"])
    if record.gaps:
        yield "gaps", _text(", ".join(record.gaps), "bold red")


def _talk_rows(talk: Talk) -> Iterator[tuple[str, RenderableType]]:
    """What, when and where."""
    parts = [talk.kind, talk.series, f"round {talk.round}" if talk.round else None, talk.status]
    kind = _text(" · ".join(p for p in parts if p), STYLES["talk"])
    yield "talk", Group(kind, _text(talk.name)) if talk.name else kind
    yield "date", _text(talk.date or "not found", STYLES["dates"] if talk.date else "dim")
    if talk.period:
        yield "period", _text(talk.period, STYLES["dates"])
    if talk.place:
        code = talk.place.region or talk.place.country
        yield "place", _text(f"{talk.place.name} ({code})" if code else talk.place.name)
    elif talk.mode == "online":
        yield "place", _text("online")


def _side(side: Delegation, people: dict[str, Person]) -> RenderableType:
    """Who leads a side, and the units that it sends."""
    lines = [_text("no head found", "dim")]
    if side.head:
        person = people.get(side.head)
        rank, position = (person.rank, person.position) if person else (None, None)
        head = f"{rank} {side.head}" if rank else side.head
        lines = [_text(f"{head}, {position}" if position else head, STYLES["people"])]
    return Group(*lines, _bullets(side.units, STYLES["units"]))


def _many(label: str, kind: str, items: Iterable[str]) -> Iterator[tuple[str, RenderableType]]:
    """One row for any number of things, a line each; no row for none."""
    lines = list(items)
    if lines:
        yield label, _bullets(lines, STYLES[kind])


def _bullets(items: Iterable[str], style: str) -> Table:
    """A line each, with a hanging indent."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for item in items:
        grid.add_row("·", _text(item, style))
    return grid


def _agreement(item: Agreement) -> str:
    about = ", ".join(x for x in (item.kind, item.status, item.signed) if x)
    return f"{item.name} ({about})"


def _border_point(item: BorderPoint) -> str:
    pair = f"{item.name} - {item.counterpart}" if item.counterpart else item.name
    return f"{pair} ({item.kind} → {item.proposed_kind})" if item.proposed_kind else f"{pair} ({item.kind})"


def _figure(item: Figure) -> str:
    return f"{item.value:,} {item.unit}: {item.what}"


def _text(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style)
