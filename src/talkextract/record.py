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
    """Where in the caller's text one value stands; a value spread over the text has several entries.

    `text[start:end]` is `Evidence.text`, whatever normalisation runs inside.
    """

    field: str = Field(description="the value that it supports, by the name of its field")
    start: int = Field(ge=0, description="offset of its first character in the text exactly as it was given")
    end: int = Field(gt=0, description="offset behind its last character")
    text: str = Field(min_length=1, description="the words themselves, as they stand in the text")
    source: str = Field(description="what found it: `rule:<rule id>`, `llm:<model>` or `spacy:<pipe>`")


_EVIDENCE: Any = Field(default=(), description="where its values stand, an entry or more for each")


class Document(_Model):
    """What the page says about itself; `id`, `url` and a passed `published` are the caller's and have no evidence."""

    id: str = Field(description="the caller's id, else the first 16 hex digits of the SHA-256 of the normalised text")
    title: str | None = Field(default=None, description="the headline; a subhead is none")
    publisher: str | None = Field(
        default=None, description="the dateline's word (TTO, Biên phòng), without a dateline that of the masthead"
    )
    published: str | None = Field(
        default=None,
        description="ISO 8601 date or date-time, not EDTF: what the caller passed, else what the page says",
    )
    url: str | None = Field(default=None, description="where the article was found, as the caller gave it")
    authors: tuple[str, ...] = Field(default=(), description="who wrote it, as on the page, capitals too")
    photographers: tuple[str, ...] = Field(
        default=(), description="who took the pictures, as on the page; an organisation only where no person is named"
    )
    evidence: tuple[Evidence, ...] = _EVIDENCE


class Place(_Model):
    """Where an event is held, as the article names it."""

    name: str = Field(description="the article's words, without the country and without what stands in brackets")
    country: Country | None = Field(default=None, description="ISO 3166-1 alpha-2; null on the line itself")
    region: Region | None = Field(default=None, description="province, ISO 3166-2, the same for all spellings")
    evidence: tuple[Evidence, ...] = _EVIDENCE


class Talk(_Model):
    """The event that an article reports, or another one that it names."""

    kind: TalkKind = Field(description="what sort of event it is, by the noun of its name")
    status: Status = Field(description="held, or only announced (“sẽ diễn ra”)")
    name: str | None = Field(
        default=None,
        description="its title with ordinal and year, without parties and place; a bare “hội đàm” has none",
    )
    series: Series | None = Field(
        default=None, description="thường niên, định kỳ, nghiệp vụ or đột xuất; where two hold, the first in this order"
    )
    round: int | None = Field(default=None, ge=1, description="which time it is held: 13 of “lần thứ XIII”")
    date: str | None = Field(default=None, description="when it is held, EDTF; never the day of publication")
    mode: Mode | None = Field(
        default=None,
        description="online where the text says trực tuyến, else in_person; of `other_talks` only with a place",
    )
    place: Place | None = Field(
        default=None, description="where it is held, the first place named; an online talk has none"
    )
    period: str | None = Field(default=None, description="the period under review, EDTF")
    evidence: tuple[Evidence, ...] = _EVIDENCE


class Delegation(_Model):
    """One side of the talk, in the order of the text."""

    country: Country = Field(description="ISO 3166-1 alpha-2")
    units: tuple[str, ...] = Field(
        default=(),
        description="the units that the text sends, by their `name` in `units`; none where only persons meet",
    )
    head: str | None = Field(
        default=None,
        description="who leads the side, else chairs for it, else is the principal of a two-person meeting, by `name` "
        "in `people`",
    )
    evidence: tuple[Evidence, ...] = _EVIDENCE


class Person(_Model):
    """A person whom the article names; who is named twice is one entry, the fullest."""

    name: str = Field(description="the article's spelling, without honorifics")
    rank: str | None = Field(
        default=None, description="military or police rank in its canonical form: Đại tá, Thiếu tướng"
    )
    position: str | None = Field(
        default=None, description="state posts without their unit: Phó Chỉ huy trưởng; no party posts and memberships"
    )
    unit: str | None = Field(default=None, description="the unit of the post, by its `name` in `units`")
    country: Country | None = Field(default=None, description="ISO 3166-1 alpha-2, that of the person's side")
    roles: tuple[Role, ...] = Field(
        default=(), description="all that hold at the talk; `attendee` and `mentioned` only where nothing else does"
    )
    evidence: tuple[Evidence, ...] = _EVIDENCE


class Unit(_Model):
    """A named unit that acts or is a party; what is named twice is one entry, its fullest form."""

    name: str = Field(description="the article's words with abbreviations written out and coordinations distributed")
    kind: UnitKind = Field(description="what sort of body it is")
    country: Country | None = Field(default=None, description="ISO 3166-1 alpha-2")
    region: Region | None = Field(default=None, description="province, ISO 3166-2, the same for all spellings")
    parent: str | None = Field(
        default=None, description="the unit that the text puts it under (behind a comma, in brackets, after “thuộc”)"
    )
    id: str | None = Field(default=None, description="key of the force or command in the shipped tables, to join on")
    evidence: tuple[Evidence, ...] = _EVIDENCE


class Agreement(_Model):
    """A paper identified by title, object, number or date."""

    name: str = Field(description="the article's words, without “giữa …”, “của …” and “ký ngày …” at the end")
    kind: AgreementKind = Field(description="what sort of paper it is")
    status: AgreementStatus = Field(description="signed or exchanged at this event, planned to be signed, or cited")
    signed: str | None = Field(default=None, description="when it was signed, EDTF; only what the text says")
    countries: tuple[Country, ...] = Field(
        default=(), description="its parties, ISO 3166-1 alpha-2; none of a multilateral paper"
    )
    id: str | None = Field(default=None, description="key of the treaty in the shipped tables, to join on")
    evidence: tuple[Evidence, ...] = _EVIDENCE


class BorderPoint(_Model):
    """A gate, crossing or marker; a pair is one entry, the Vietnamese point with its `counterpart`."""

    name: str = Field(description="name without its class: Ma Lù Thàng; of a marker “mốc 144”")
    kind: BorderPointKind = Field(description="its class by the article's word; `gate` where it gives none")
    number: str | None = Field(default=None, description="number of a marker: 144, 229/12")
    country: Country | None = Field(default=None, description="ISO 3166-1 alpha-2; null for a marker on the line")
    counterpart: str | None = Field(default=None, description="name of the point across the border")
    proposed_kind: BorderPointKind | None = Field(default=None, description="the class that it is to be raised to")
    id: str | None = Field(default=None, description="key of the gate in the shipped tables, to join on")
    evidence: tuple[Evidence, ...] = _EVIDENCE


class Figure(_Model):
    """A counted result or quantity of the cooperation: `value` × `unit` of `what`."""

    value: int | float = Field(description="the number: 2480 of “2.480”, 3100000000 of “3,1 tỷ”; “hơn” changes nothing")
    unit: str = Field(description="measure word (lần, viên, đối tượng), or ISO 4217 for money")
    category: FigureCategory = Field(description="what sort of result it is")
    what: str = Field(description="the thing counted, or the activity")
    evidence: tuple[Evidence, ...] = _EVIDENCE


class Topic(_Model):
    """A subject that the sides discuss, agree or acted on; background is none."""

    topic: TopicName = Field(description="its label")
    evidence: tuple[Evidence, ...] = _EVIDENCE


class DateEntry(_Model):
    """A calendar point or interval that title, body or captions name; one entry per distinct value."""

    text: str = Field(description="its first mention, with its part of the day")
    value: str | None = Field(
        default=None,
        description="EDTF, the year unsaid XXXX-07-22; null for a quarter, half or open interval without a year",
    )
    evidence: tuple[Evidence, ...] = _EVIDENCE


class TalkRecord(_Model):
    """One article as a typed, grounded record. `TalkRecord.model_json_schema()` is its JSON Schema."""

    schema_version: Literal["1"] = Field(default="1", description="version of this contract")
    document: Document = Field(description="what the page says about itself")
    talk: Talk | None = Field(
        default=None, description="the event that the article reports; null where it reports none"
    )
    delegations: tuple[Delegation, ...] = Field(default=(), description="one per side, in the order of the text")
    people: tuple[Person, ...] = Field(default=(), description="the persons whom the article names, one entry each")
    units: tuple[Unit, ...] = Field(
        default=(), description="every named unit that acts or is a party, and those of delegations and people"
    )
    agreements: tuple[Agreement, ...] = Field(default=(), description="papers signed, planned or cited")
    border_points: tuple[BorderPoint, ...] = Field(default=(), description="gates, crossings and markers")
    figures: tuple[Figure, ...] = Field(default=(), description="counted results and quantities of the cooperation")
    topics: tuple[Topic, ...] = Field(
        default=(), description="what the sides discuss, agree or did, in the order of the closed list"
    )
    dates: tuple[DateEntry, ...] = Field(
        default=(), description="every date and interval, one entry per distinct value"
    )
    other_talks: tuple[Talk, ...] = Field(default=(), description="other meetings that the article names")
    gaps: tuple[str, ...] = Field(
        default=(), description="JSON paths of what the talk and its sides lack: `talk.place`, `delegations[1].head`"
    )

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
    "document",
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
    is_kept = isinstance(part, Document) or (isinstance(part, Delegation) and "country" not in given)
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
