"""A mention: one place of the text that one rule found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["FIELDS", "Mention", "Span"]

# What a rule may look for. A field of the record, or a cue by which `assemble/` judges (who leads, what is signed).
FIELDS = frozenset({
    "agreements", "agreements.status", "border_points", "border_points.proposed", "countries", "dates",
    "document.byline", "document.caption", "document.credit", "document.dateline", "document.furniture",
    "document.masthead", "document.published", "document.teaser", "figures", "figures.act", "people",
    "people.position", "people.roles", "people.title", "talk.kind", "talk.mode", "talk.period", "talk.place",
    "talk.round", "talk.series", "talk.status", "topics", "units",
})  # fmt: skip


class Span(NamedTuple):
    """Offsets into the normalised view: `view.text[start:end]`."""

    start: int
    end: int


class Mention(NamedTuple):
    """What a rule found, in offsets of the normalised view.

    `value` is what the rule's normaliser (or its label) gave; `groups` holds every capture of every named group, in the
    order of the text, so that a value can show the pieces it is made of.
    """

    field: str
    rule: str
    start: int
    end: int
    value: object
    groups: Mapping[str, tuple[Span, ...]]

    def first(self, group: str) -> Span | None:
        """The first capture of a named group, None where the group took no part."""
        spans = self.groups.get(group)
        return spans[0] if spans else None
