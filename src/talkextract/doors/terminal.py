"""What the command line's views share: a console, colours by kind, and text that is safe to print."""

from __future__ import annotations

from typing import IO

from rich.console import Console

__all__ = ["STYLES", "console_on", "printable"]

# The style of each part of the record, wherever it is shown.
STYLES = {
    "document": "bright_black",
    "talk": "bold green",
    "delegations": "bold blue",
    "people": "yellow",
    "units": "blue",
    "agreements": "magenta",
    "border_points": "cyan",
    "figures": "red",
    "dates": "green",
    "topics": "italic",
    "other_talks": "bright_green",
}

# An article is not to steer the terminal: control characters, save line ends and tabs, are shown as U+FFFD.
_CONTROLS = {c: "\ufffd" for c in (*range(0x20), *range(0x7F, 0xA0)) if chr(c) not in "\n\t"}


def printable(text: str) -> str:
    """`text` without its control characters; its length is kept."""
    return text.translate(_CONTROLS)


def console_on(file: IO[str]) -> Console:
    """A console that takes everything it is given as plain text: no markup, no emoji, no guessed highlights."""
    return Console(file=file, markup=False, emoji=False, highlight=False)
