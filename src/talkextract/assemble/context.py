"""What every step of the assembly sees of one article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..document import CONTENT, Page
from ..mention import Mention
from ..offsets import View
from ..record import Evidence
from ..tables import Tables

__all__ = ["Context", "group_mentions"]


@dataclass(frozen=True)
class Context:
    """One article: its view and page, its mentions by field, and the tables.

    `mentions` holds those of content lines (title, body, subheads, captions); `page_mentions` all others.
    """

    view: View
    page: Page
    tables: Tables
    mentions: Mapping[str, tuple[Mention, ...]]
    page_mentions: Mapping[str, tuple[Mention, ...]]

    def of(self, field: str) -> tuple[Mention, ...]:
        """The mentions of `field` in content lines, in order; () where there are none."""
        return self.mentions.get(field, ())

    def text(self, start: int, end: int) -> str:
        """The view's text between two offsets."""
        return self.view.text[start:end]

    def evidence(self, field: str, start: int, end: int, rule: str) -> Evidence:
        """Evidence for `field`: a span of the view, in the caller's offsets, found by rule `rule`."""
        a, b = self.view.to_raw(start, end)
        return Evidence(field=field, start=a, end=b, text=self.view.raw[a:b], source=f"rule:{rule}")


def group_mentions(
    page: Page, mentions: list[Mention]
) -> tuple[dict[str, tuple[Mention, ...]], dict[str, tuple[Mention, ...]]]:
    """Mentions by field: those of content lines, and those of the rest of the page.

    The words of a dateline ("Đắk Nông (TTXVN) - ") name the publisher: no place, unit or date there counts.
    """
    inside: dict[str, list[Mention]] = {}
    outside: dict[str, list[Mention]] = {}
    for m in mentions:
        if any(s.start <= m.start < s.end for s in page.datelines) and not m.field.startswith("document."):
            continue
        (inside if page.role(m.start) in CONTENT else outside).setdefault(m.field, []).append(m)
    return {k: tuple(v) for k, v in inside.items()}, {k: tuple(v) for k, v in outside.items()}
