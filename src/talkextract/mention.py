"""A mention: one place of the text that one rule found; and what the rules of each field may say.

`FIELDS` is the closed table of fields: those of the record, and cues by which `assemble/` judges (who leads, what is
signed). The `Shape` of a field is what the assembly can work with, so a rule that fits it cannot break an extraction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, get_args

import regex

from .record import AgreementKind, BorderPointKind, Series, TalkKind, TopicName, UnitKind

__all__ = ["ANY", "ANY_TEXT", "COUNTRY", "FIELDS", "VALUE_GROUPS", "Mention", "Shape", "Span", "joined"]

# Labels that are no closed list.
ANY: Final = "any text"
COUNTRY: Final = "an ISO 3166-1 code as VN"

# The field whose rules only `read_dates` matches, beside those of `dates`: dates that a record leaves out.
ANY_TEXT: Final = "dates.any"


@dataclass(frozen=True)
class Shape:
    """What a rule of one field may give.

    `labels`: its constants. `values`: its normalisers. `groups`: sets of named groups, of which all of one set must
    take part in a match. `beside`: groups that cannot stand without another one.
    """

    labels: Collection[str] | str = ()
    values: tuple[str, ...] = ()
    groups: tuple[frozenset[str], ...] = ()
    beside: tuple[tuple[str, str], ...] = ()

    def lacks(self, names: Collection[str]) -> str | None:
        """The groups that are missing beside `names`, in words; None where a match with these can be read."""
        if self.groups and not any(wanted <= set(names) for wanted in self.groups):
            return " or ".join(" and ".join(sorted(wanted)) for wanted in self.groups)
        return next((other for one, other in self.beside if one in names and other not in names), None)


def _all(*names: str) -> frozenset[str]:
    return frozenset(names)


_ACTS = (
    "aid arrests attendance audience awareness changes crimes distance done hotline injections inquiries letters "
    "medical meetings passage patrols planned recurring rescues returns seizures traffic training visits works"
).split()

FIELDS: Final[Mapping[str, Shape]] = {
    "agreements": Shape(get_args(AgreementKind)),
    "agreements.status": Shape(("signed", "planned", "earlier")),
    "border_points": Shape(
        ("marker",), ("gate_kind", "marker_number"), (_all("name"), _all("lead", "number")),
        (("number", "lead"), ("class", "name")),
    ),
    "border_points.proposed": Shape(get_args(BorderPointKind), ("upgrade_kind",), (_all("class"),)),
    "countries": Shape(COUNTRY),
    "dates": Shape((), ("date", "date_days", "date_quarters", "date_relative", "date_stretch")),
    ANY_TEXT: Shape((), ("date_any", "date_days")),
    "document.byline": Shape((), ("text",), (_all("value"),)),
    "document.caption": Shape(("alt", "caption", "pointed")),
    "document.credit": Shape((), ("text",), (_all("value"),)),
    "document.dateline": Shape(("dateline",), (), (_all("publisher"),)),
    "document.furniture": Shape(("agency", "button", "counter", "image", "imprint")),
    "document.masthead": Shape(("bar", "site", "stamp")),
    "document.published": Shape((), ("page_date",)),
    "document.teaser": Shape(("one",)),
    "figures": Shape((), ("count", "number")),
    "figures.act": Shape(_ACTS),
    "people": Shape(ANY, ("rank", "text"), (_all("name"),)),
    "people.position": Shape(ANY, ("position", "text")),
    "people.roles": Shape(("head", "co_chair", "speaker", "signatory", "attendee")),
    "people.title": Shape(ANY, ("text",), (_all("name"),)),
    "talk.kind": Shape(get_args(TalkKind), (), (_all("noun", "tail"),)),
    "talk.mode": Shape(("online",)),
    "talk.place": Shape(ANY, ("text",), (_all("place"),)),
    "talk.round": Shape((), ("first", "ordinal")),
    "talk.series": Shape(get_args(Series)),
    "talk.status": Shape(("announced",)),
    "topics": Shape(get_args(TopicName)),
    "units": Shape(get_args(UnitKind), (), (_all("head"), _all("item"))),
}  # fmt: skip

# The named groups that a normaliser reads, whatever the field.
VALUE_GROUPS: Final[Mapping[str, frozenset[str]]] = {
    "rank": _all("rank"),
    "gate_kind": _all("class"),
    "upgrade_kind": _all("class"),
    "marker_number": _all("lead", "number"),
    "page_date": _all("day", "month", "year"),
    "date_days": _all("first", "last"),
    "date_quarters": _all("first", "last"),
    "date_stretch": _all("first"),
}


class Span(NamedTuple):
    """Offsets into the normalised view: `view.text[start:end]`."""

    start: int
    end: int

    def without(self, start: int, end: int) -> list[Span]:
        """What of the span stands before `start` and behind `end`; what is empty is left out."""
        return [piece for piece in (Span(self.start, start), Span(end, self.end)) if piece.start < piece.end]


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that a single character parts as one."""
    out: list[Span] = []
    for span in spans:
        if out and out[-1].end + 1 == span.start:
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out


# Makes a span of a pair as it is: half the time of `Span(*pair)`, a hundred times an article.
_new = tuple.__new__


class Captures:
    """Every capture of every named group of a match, in the order of the text: the pieces that a value is made of.

    They are read off the match when the first is asked for: those of most matches never are. All at once, which takes
    hardly longer than those of one group.
    """

    __slots__ = ("_match", "_spans")

    def __init__(self, match: regex.Match[str]) -> None:
        self._match = match
        self._spans: dict[str, tuple[Span, ...]] | None = None

    def taken(self) -> Mapping[str, tuple[Span, ...]]:
        """The groups that took part, each with its captures."""
        if self._spans is None:
            spans = self._match.allspans()
            found: dict[str, tuple[Span, ...]] = {}
            for group, number in self._match.re.groupindex.items():
                if taken := spans[number]:
                    # most groups are captured once: no comprehension for these
                    found[group] = tuple([_new(Span, s) for s in taken]) if len(taken) > 1 else (_new(Span, taken[0]),)
            self._spans = found
        return self._spans

    def __contains__(self, group: str) -> bool:
        """Whether a group took part."""
        return group in (self._spans or self.taken())

    def __getitem__(self, group: str) -> tuple[Span, ...]:
        """The captures of a group; () where it took no part, or the rule has no such group."""
        return (self._spans or self.taken()).get(group, ())

    def first(self, group: str) -> Span | None:
        """The first capture of a group; None where there is none."""
        spans = (self._spans or self.taken()).get(group)
        return spans[0] if spans else None


class Mention(NamedTuple):
    """What a rule found, in offsets of the normalised view; `value` is what its normaliser (or its label) gave."""

    field: str
    rule: str
    start: int
    end: int
    value: object
    groups: Captures

    def first(self, group: str) -> Span | None:
        """The first capture of a named group, None where the group took no part."""
        return self.groups.first(group)
