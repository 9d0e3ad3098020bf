"""One record as a block on a console."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from ..record import TalkRecord
from ..summary import Line, Row, rows_of
from .terminal import STYLES, printable

__all__ = ["block"]

_WIDEST = 120  # longer lines are hard to read, however wide the terminal is
# Where the style of a line is not that of its part of the record.
_OWN_STYLES = {
    "document.title": "bold", "gaps": "bold red", "talk.date": STYLES["dates"], "talk.mode": "", "talk.name": "",
    "talk.period": STYLES["dates"], "talk.place.name": "",
}  # fmt: skip


def block(record: TalkRecord, width: int) -> RenderableType:
    """The view of one record on a console of `width` columns."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True, min_width=10)
    grid.add_column(overflow="fold")
    for row in rows_of(record):
        grid.add_row(row.label, _lines(row))
    heading = Text(printable(record.document.id), style="bold not dim")
    return Panel(grid, title=heading, title_align="left", width=min(width, _WIDEST), border_style="dim")


def _lines(row: Row) -> RenderableType:
    """The lines of one row, its items with a hanging indent."""
    items = Table.grid(padding=(0, 1, 0, 0))
    items.add_column(style="dim", no_wrap=True)
    items.add_column(overflow="fold")
    for item in row.items:
        items.add_row("·", _text(item))
    return Group(*map(_text, row.lines), items)


def _text(line: Line) -> Text:
    return Text(printable(line.text), style=_style(line))


def _style(line: Line) -> str:
    if line.path is None or line.part is None:
        return "dim"
    if line.path.startswith("delegations"):
        return STYLES["units" if line.path.endswith(".units") else "people"]
    return _OWN_STYLES[line.path] if line.path in _OWN_STYLES else STYLES[line.part]
