"""Persons and organisations that somebody else found in the text, as mentions beside those of the rules.

What overlaps a person, post or unit of the rules is left out: the rules know more of it. The assembly then judges these
mentions as its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from .document import CONTENT, Page
from .errors import UsageError
from .mention import Captures, Mention, Span
from .offsets import View

__all__ = ["Entity", "mentions_of"]

_FIELDS = {"person": ("people", ""), "organisation": ("units", "other")}
# Fields of the rules that know more of the same words.
_KNOWN = ("people", "people.title", "people.position", "units", "countries", "border_points", "agreements", "dates")


class Entity(NamedTuple):
    """A person or organisation at `text[start:end]` of the caller's text; `source` names who found it: "spacy:ner"."""

    start: int
    end: int
    kind: Literal["person", "organisation"]
    source: str


class _Given(Captures):
    """Captures that no pattern made."""

    __slots__ = ()

    def __init__(self, spans: dict[str, tuple[Span, ...]]) -> None:
        self._spans = spans


def mentions_of(view: View, page: Page, entities: Iterable[Entity], mentions: Sequence[Mention]) -> list[Mention]:
    """The entities that stand in content lines and overlap nothing of `mentions`, as mentions in order.

    Raises UsageError where an entity is no stretch of the text, of another kind, or of a source that no record knows.
    """
    taken = sorted((m.start, m.end) for m in mentions if m.field in _KNOWN)
    found: list[Mention] = []
    for start, end, kind, source in sorted(entities):
        if not 0 <= start < end <= len(view.raw) or kind not in _FIELDS:
            raise UsageError(f"an entity is a person or an organisation of the text, not {kind!r} at {start} to {end}")
        if not source.startswith("spacy:"):
            raise UsageError(f"the source of an entity is spacy:<pipe>, not {source!r}")
        span = view.from_raw(start, end)
        if span is None or page.role(span[0]) not in CONTENT or _overlaps(taken, *span):
            continue
        groups = _groups(view, kind, Span(*span))
        if groups:
            field, label = _FIELDS[kind]
            found.append(Mention(field, source, *span, label, _Given(groups)))
    return found


def _groups(view: View, kind: str, span: Span) -> dict[str, tuple[Span, ...]]:
    """The pieces of a name as a rule would give them; {} for an organisation of one word, which may be anything."""
    if kind == "person":
        return {"name": (span,)}
    space = view.text.find(" ", *span)
    return {"head": (Span(span.start, space),), "item": (Span(space + 1, span.end),)} if space > 0 else {}


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span shares a character with one of those that are taken; those of different fields may overlap."""
    return any(stop > start for _, stop in taken[: bisect_left(taken, (end, 0))])
