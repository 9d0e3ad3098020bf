"""The event: what the records of its articles say together. The parts have the shape of the record's; each piece of
evidence names its document, and what the articles say differently is listed.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from ..record import (
    Agreement,
    BorderPoint,
    DateEntry,
    Delegation,
    Document,
    Evidence,
    Figure,
    Person,
    Place,
    Talk,
    Topic,
    Unit,
)  # fmt: skip

__all__ = [
    "Apart", "CitedEvidence", "Clustering", "Conflict", "Event", "EventAgreement", "EventBorderPoint", "EventDate",
    "EventDelegation", "EventFigure", "EventPerson", "EventPlace", "EventTalk", "EventTopic", "EventUnit", "Variant",
]  # fmt: skip


class CitedEvidence(Evidence):
    """Evidence in one of several documents: `document` is its id; the offsets count in its text."""

    document: str


class EventPlace(Place):
    """Where an event is held."""

    evidence: tuple[CitedEvidence, ...] = ()


class EventTalk(Talk):
    """The event itself, or another one that its articles name."""

    place: EventPlace | None = None
    evidence: tuple[CitedEvidence, ...] = ()


class EventDelegation(Delegation):
    """One side of the event: the units of all articles."""

    evidence: tuple[CitedEvidence, ...] = ()


class EventPerson(Person):
    """A person of the articles: the roles of all, of ranks and posts one."""

    evidence: tuple[CitedEvidence, ...] = ()


class EventUnit(Unit):
    """A unit of the articles, by its id, else by its name without diacritics."""

    evidence: tuple[CitedEvidence, ...] = ()


class EventAgreement(Agreement):
    """A paper of the articles."""

    evidence: tuple[CitedEvidence, ...] = ()


class EventBorderPoint(BorderPoint):
    """A gate, crossing or marker of the articles."""

    evidence: tuple[CitedEvidence, ...] = ()


class EventFigure(Figure):
    """A number of the articles; different ones of one thing are two."""

    evidence: tuple[CitedEvidence, ...] = ()


class EventTopic(Topic):
    """A subject of the articles."""

    evidence: tuple[CitedEvidence, ...] = ()


class EventDate(DateEntry):
    """A date of the articles."""

    evidence: tuple[CitedEvidence, ...] = ()


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Variant(_Model):
    """One of the values that documents give for one thing: which of them, and where."""

    value: str | int | float
    documents: tuple[str, ...]
    evidence: tuple[CitedEvidence, ...] = ()


class Conflict(_Model):
    """What the documents of an event say differently. `path` is the field in the event (`talk.date`,
    `people[Lò Văn Thử].rank`, `figures[patrols lần tuần tra chung].value`); the first variant is the event's value, or
    for figures the first of the values that stand in it.
    """

    path: str
    variants: tuple[Variant, ...]


class Event(_Model):
    """One event and all that its articles say of it.

    `id` is the same for the same set of documents. `documents` are in the order of publication (undated last), then of
    ids; of values that differ the one of the most documents is taken, of those the earliest document's. Text fields
    that only word one thing differently (names, positions' units) are no conflict.
    """

    schema_version: Literal["1"] = "1"
    id: str
    documents: tuple[Document, ...]
    talk: EventTalk
    delegations: tuple[EventDelegation, ...] = ()
    people: tuple[EventPerson, ...] = ()
    units: tuple[EventUnit, ...] = ()
    agreements: tuple[EventAgreement, ...] = ()
    border_points: tuple[EventBorderPoint, ...] = ()
    figures: tuple[EventFigure, ...] = ()
    topics: tuple[EventTopic, ...] = ()
    dates: tuple[EventDate, ...] = ()
    other_talks: tuple[EventTalk, ...] = ()
    gaps: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class Apart(_Model):
    """A document that could be of two events, so that it was joined to neither: `document` agrees with both of
    `candidates`, which cannot be one (`reason`).
    """

    document: str
    candidates: tuple[str, str]
    reason: str


class Clustering(_Model):
    """What `cluster_talks` gives: every record is in one event, or reports no talk."""

    events: tuple[Event, ...]
    apart: tuple[Apart, ...] = ()
    without_talk: tuple[str, ...] = ()
