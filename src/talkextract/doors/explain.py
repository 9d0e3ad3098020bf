"""A text with everything marked that its record rests on, and under each paragraph the rule behind each mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text

from ..grounds import Ground, grounds
from ..record import TalkRecord
from .terminal import STYLES, printable

__all__ = ["PLACES", "explain"]

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

# A title, and a signature that is a line of its own, are told by their place on the page: no rule of a file finds them.
PLACES = {
    "rule:document.title.line": "the line's place on the page",
    "rule:document.byline.line": "the line's place on the page",
}


class _Mark(NamedTuple):
    """A marked span of the text, its number, and what rests on it."""

    start: int
    end: int
    number: int
    grounds: tuple[Ground, ...]

    @property
    def style(self) -> str:
        return STYLES[self.grounds[0].part]


def explain(record: TalkRecord, text: str) -> Iterator[Text]:
    """The lines of the view: each paragraph of `text` with its marks numbered, then what each mark says, and why.

    Where nothing was found, the text alone.
    """
    marks = _marks(record)
    begun = 0  # how many marks begin before the end of this line
    at = 0
    still: list[_Mark] = []  # marks that reach beyond the end of their line
    for line in text.splitlines(keepends=True):
        first, end = begun, at + len(line)
        while begun < len(marks) and marks[begun].start < end:
            begun += 1
        here = marks[first:begun]
        yield _marked(text, at, at + len(line.rstrip("\r\n")), [*still, *here])
        for mark in here:
            yield from _legend(mark)
        still = [m for m in (*still, *here) if m.end > end]
        at = end


def _marks(record: TalkRecord) -> list[_Mark]:
    """The distinct spans of a record's evidence, numbered in the order of the text."""
    by_span: dict[tuple[int, int], list[Ground]] = {}
    for ground in grounds(record):
        by_span.setdefault((ground.evidence.start, ground.evidence.end), []).append(ground)
    return [_Mark(*span, number, tuple(items)) for number, (span, items) in enumerate(by_span.items(), 1)]


def _marked(text: str, start: int, end: int, marks: list[_Mark]) -> Text:
    """`text[start:end]` with `⟦…⟧¹` around each mark; the innermost mark gives the style."""
    out = Text()
    over = [m for m in marks if m.start < start]
    at, coming = start, len(over)
    for cut in sorted({end, *(p for m in marks for p in (m.start, m.end) if start <= p < end)}):
        innermost = min(over, key=lambda m: m.end - m.start, default=None)
        out.append(printable(text[at:cut]), style=innermost.style if innermost else "")
        for m in reversed(over):
            if m.end == cut:
                out.append("⟧" + str(m.number).translate(_SUPERSCRIPT), style="dim")
        over = [m for m in over if m.end > cut]
        while coming < len(marks) and marks[coming].start <= cut < end:
            if marks[coming].start == cut:
                out.append("⟦", style="dim")
            over.append(marks[coming])
            coming += 1
        at = cut
    return out


def _legend(mark: _Mark) -> Iterator[Text]:
    """What one mark says: a line for each value and rule, with all fields of the record that have it from here.

    Of a list it shows the values that the mark spells out or has in other fields, all where there are none.
    """
    own = {value for _, value, _ in mark.grounds if isinstance(value, str)} | {e.text for _, _, e in mark.grounds}
    said: dict[tuple[str, str], list[str]] = {}
    for path, value, evidence in mark.grounds:
        values = value if isinstance(value, tuple) else (value,)
        shown = "; ".join(map(str, [v for v in values if v in own] or values))
        said.setdefault((printable(shown), evidence.source), []).append(path)
    for (shown, source), paths in said.items():
        number, rule = (f"{mark.number:>6}  ", "dim"), (f"  ← {PLACES.get(source, source)}", "dim")
        yield Text.assemble(number, (", ".join(paths), mark.style), f" = {shown}", rule)
