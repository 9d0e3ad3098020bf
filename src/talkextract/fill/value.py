"""What a reader is told, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass

from ..assemble.timeline import Timeline
from ..record import Evidence, Talk
from .ground import Desk, Quote, Refusal

__all__ = ["Told", "Value", "own"]


@dataclass(frozen=True)
class Told:
    """What the readers know of the talk besides the article: the timeline with the model's dates, and the talk so far
    (None while it is to be found).
    """

    timeline: Timeline
    talk: Talk | None


@dataclass(frozen=True)
class Value:
    """A value that a quote gives, its place, and its evidence; `evidence` of a place belongs to the place itself."""

    value: object
    at: Quote
    evidence: tuple[Evidence, ...]


def own(desk: Desk, q: Quote) -> None:
    """Refuse words that the rules read as those of another event."""
    if desk.is_of_another(q):
        raise Refusal("its words are of another event")
