"""The record: what one article becomes.

Field names, closed lists and the order of keys are the public contract; Python, JSON and JSONL share them. Every model
is frozen and refuses unknown keys. Dates are EDTF (ISO 8601-2), countries ISO 3166-1 alpha-2, regions ISO 3166-2, money
ISO 4217. Nothing found is `None` or an empty tuple, never an empty string.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Region = Annotated[str, Field(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")]

TalkKind = Literal["talks", "briefing", "review_conference", "conference", "meeting", "exchange", "signing"]
Status = Literal["held", "announced"]
Series = Literal["annual", "periodic", "professional", "extraordinary"]
Mode = Literal["online", "in_person"]
Role = Literal["head", "co_chair", "speaker", "signatory", "attendee", "mentioned"]
UnitKind = Literal[
    "border_guard_command", "border_post", "border_station", "military_command", "police", "coast_guard", "ministry",
    "general_staff", "government", "other",
]  # fmt: skip
AgreementKind = Literal[
    "treaty", "protocol", "arrangement", "memorandum", "minutes", "regulation", "statement", "plan", "legal_documents"
]
AgreementStatus = Literal["signed", "planned", "cited"]
BorderPointKind = Literal[
    "international_gate", "main_gate", "bilateral_gate", "minor_gate", "crossing", "gate", "marker"
]
FigureCategory = Literal[
    "patrols", "personnel", "meetings", "letters", "cases", "arrests", "drugs", "contraband", "returns", "medical",
    "aid", "money", "border_length", "markers", "traffic", "other",
]  # fmt: skip
TopicName = Literal[
    "border_management", "joint_patrol", "information_exchange", "hotline", "drugs", "human_trafficking", "smuggling",
    "illegal_migration", "free_migration", "weapons", "religion", "hostile_forces", "epidemic", "disaster",
    "gate_upgrade", "trade", "twinning", "public_awareness", "repatriation", "training", "aid", "demarcation",
    "cybercrime",
]  # fmt: skip


class _Model(BaseModel):
    """Frozen, closed base of every part of the record."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(_Model):
    """Where in the caller's text one value stands.

    `start` and `end` are character offsets into the text exactly as it was given: `text[start:end]` is `Evidence.text`.
    `source` is `rule:<rule id>`, `llm:<model>` or `spacy:<pipe>`.
    """

    field: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(gt=0)]
    text: Annotated[str, Field(min_length=1)]
    source: str


class Document(_Model):
    """What the page says about itself; `id`, `url` and a passed `published` are the caller's and have no evidence."""

    id: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = Field(default=None, description="ISO 8601 date or date-time, not EDTF")
    url: str | None = None
    authors: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Place(_Model):
    """Where an event is held, as the article names it."""

    name: str
    country: Country | None = None
    region: Region | None = None
    evidence: tuple[Evidence, ...] = ()


class Talk(_Model):
    """The event that an article reports, or another one that it names."""

    kind: TalkKind
    status: Status
    name: str | None = None
    series: Series | None = None
    round: Annotated[int, Field(ge=1)] | None = None
    date: str | None = Field(default=None, description="EDTF")
    mode: Mode | None = None
    place: Place | None = None
    period: str | None = Field(default=None, description="EDTF: the period under review")
    evidence: tuple[Evidence, ...] = ()


class Delegation(_Model):
    """One side of the talk: the units that the text sends, and who leads them (a name of `people`)."""

    country: Country
    units: tuple[str, ...] = ()
    head: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Person(_Model):
    """A person whom the article names; `position` is the state post without its unit."""

    name: str
    rank: str | None = None
    position: str | None = None
    unit: str | None = None
    country: Country | None = None
    roles: tuple[Role, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Unit(_Model):
    """A named unit, its abbreviations written out; `parent` is the unit that the text puts it under."""

    name: str
    kind: UnitKind
    country: Country | None = None
    region: Region | None = None
    parent: str | None = None
    id: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Agreement(_Model):
    """A paper identified by title, object, number or date."""

    name: str
    kind: AgreementKind
    status: AgreementStatus
    signed: str | None = Field(default=None, description="EDTF")
    countries: tuple[Country, ...] = ()
    id: str | None = None
    evidence: tuple[Evidence, ...] = ()


class BorderPoint(_Model):
    """A gate, crossing or marker; a pair is one entry, the Vietnamese point with its `counterpart`."""

    name: str
    kind: BorderPointKind
    number: str | None = None
    country: Country | None = None
    counterpart: str | None = None
    proposed_kind: BorderPointKind | None = None
    id: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Figure(_Model):
    """A counted result or quantity: `value` × `unit` (a measure word, or ISO 4217 for money) of `what`."""

    value: int | float
    unit: str
    category: FigureCategory
    what: str
    evidence: tuple[Evidence, ...] = ()


class Topic(_Model):
    """A subject that the sides discuss, agree or acted on."""

    topic: TopicName
    evidence: tuple[Evidence, ...] = ()


class DateEntry(_Model):
    """A calendar point or interval that the article names; `value` is EDTF, None where no year can be had."""

    text: str
    value: str | None = None
    evidence: tuple[Evidence, ...] = ()


class TalkRecord(_Model):
    """One article as a typed, grounded record. `TalkRecord.model_json_schema()` is its JSON Schema."""

    schema_version: Literal["1"] = "1"
    document: Document
    talk: Talk | None = None
    delegations: tuple[Delegation, ...] = ()
    people: tuple[Person, ...] = ()
    units: tuple[Unit, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    border_points: tuple[BorderPoint, ...] = ()
    figures: tuple[Figure, ...] = ()
    topics: tuple[Topic, ...] = ()
    dates: tuple[DateEntry, ...] = ()
    other_talks: tuple[Talk, ...] = ()
    gaps: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """The record with its evidence, in a notebook."""
        from .display import show  # only a notebook asks

        return show(self).html

    def without_llm(self) -> TalkRecord:
        """The record as the rules left it: without the values and items whose evidence a language model pointed at."""
        parts = {name: _stripped(getattr(self, name)) for name in _PARTS}
        talk, sides = parts["talk"], parts["delegations"]
        if all(parts[name] is getattr(self, name) for name in _PARTS):
            return self
        return TalkRecord(**{**dict(self), **parts, "gaps": gaps_of(talk, sides)})


_ASKED = ("name", "series", "round", "date", "mode", "place", "period")
_PARTS = (
    "talk",
    "delegations",
    "people",
    "units",
    "agreements",
    "border_points",
    "figures",
    "topics",
    "dates",
    "other_talks",
)


def gaps_of(talk: Talk | None, sides: Sequence[Delegation]) -> tuple[str, ...]:
    """The JSON paths of what a talk and its sides lack; () without a talk."""
    if talk is None:
        return ()
    asked = [name for name in _ASKED if not (name == "place" and talk.mode == "online")]
    missing = [f"talk.{name}" for name in asked if getattr(talk, name) is None]
    return (*missing, *(f"delegations[{i}].head" for i, side in enumerate(sides) if side.head is None))


def _stripped(part: Any) -> Any:
    """A part of a record without what a language model gave; the part itself where it gave nothing."""
    if isinstance(part, tuple):
        kept = [one for item in part if (one := _stripped(item)) is not None]
        return part if len(kept) == len(part) and all(a is b for a, b in zip(kept, part, strict=True)) else tuple(kept)
    if not isinstance(part, _Model):
        return part
    own = getattr(part, "evidence", ())
    given = {e.field for e in own if e.source.startswith("llm:")}
    # a side of the rules may have no words of its own: it is the model's only where the model gave its state
    is_kept = isinstance(part, Delegation) and "country" not in given
    if given and not is_kept and all(e.source.startswith("llm:") for e in own):
        return None
    changed: dict[str, Any] = {}
    for name, value in part:
        if name in given:
            changed[name] = () if isinstance(value, tuple) else None
        elif isinstance(value, Place) and (rest := _stripped(value)) is not value:
            changed[name] = rest
    if not changed:
        return part
    changed["evidence"] = tuple(e for e in own if not e.source.startswith("llm:"))
    return type(part)(**{**dict(part), **changed})
