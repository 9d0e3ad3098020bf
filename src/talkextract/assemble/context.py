"""What every step of the assembly sees of one article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pydantic import BaseModel

from ..document import CONTENT, Page
from ..match import Matcher, Sites
from ..mention import Mention, Span
from ..offsets import View
from ..record import Country, Evidence
from ..tables import Tables

__all__ = ["ACTS", "Context", "Shown", "SpanIndex", "group_mentions"]


# The field whose rules are matched only in the sentences that hold a quantity: a quarter of all mentions, which most
# articles have no use for.
ACTS: Final = "figures.act"

# What an entry of the record shows: a field, where its value stands in the view, the rule that found it.
Shown = tuple[str, tuple[int, int], str]

# The fields that every `Evidence` has set, and what sets the slots of a model.
_FIELDS = set(Evidence.model_fields)
_new = Evidence.__new__
_set_values, _set_fields, _set_extra, _set_private = (
    vars(BaseModel)[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


class SpanIndex:
    """Spans that do not overlap, to ask which one holds an offset without a walk over all of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._spans[at][1]

    def are_one(self, start: int, offset: int) -> bool:
        """Whether one span that begins not after `start` holds both offsets."""
        return (
            start in self and bisect_right(self._starts, start) == bisect_right(self._starts, offset) and offset in self
        )


@dataclass(frozen=True)
class Context:
    """One article: its view and page, its mentions by field, and the tables.

    `mentions` holds those of content lines (title, body, subheads, captions); `page_mentions` all others; `sites` are
    where topics are to be looked for, `act_rules` finds the mentions of `ACTS`.
    """

    view: View
    page: Page
    tables: Tables
    mentions: Mapping[str, tuple[Mention, ...]]
    page_mentions: Mapping[str, tuple[Mention, ...]]
    sites: Sites
    act_rules: Matcher

    def acts(self, start: int, end: int) -> list[Mention]:
        """The acts that a sentence tells, in order; [] where it tells none."""
        return self.act_rules.match(self.view, start, end)

    def of(self, field: str) -> tuple[Mention, ...]:
        """The mentions of `field` in content lines, in order; () where there are none."""
        return self.mentions.get(field, ())

    def inside(self, field: str, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions of `field` that begin in a stretch of the view, in order."""
        starts = self._starts.get(field, ())
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:  # three of four stretches hold none
            return ()
        return self.mentions[field][first : bisect_left(starts, end, first)]

    def first(self, field: str, start: int, end: int) -> Mention | None:
        """The first mention of `field` that begins in a stretch of the view; None where none does."""
        starts = self._starts.get(field, ())
        at = bisect_left(starts, start)
        return self.mentions[field][at] if at < len(starts) and starts[at] < end else None

    def starts(self, field: str) -> Sequence[int]:
        """Where the mentions of `field` in content lines begin."""
        return self._starts.get(field, ())

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        """Where the mentions of each field begin."""
        return {field: [m.start for m in mentions] for field, mentions in self.mentions.items()}

    @cached_property
    def neighbour(self) -> Country | None:
        """The state that the article names most often beside Viet Nam; None where it names none."""
        counted = Counter(str(c.value) for c in self.of("countries") if c.value != "VN")
        return max(counted, key=lambda code: counted[code], default=None)

    @cached_property
    def states(self) -> dict[str, Span]:
        """Where the article first names each state that it names, in their order."""
        named: dict[str, Span] = {}
        for m in self.of("countries"):
            named.setdefault(str(m.value), Span(m.start, m.end))
        return named

    @cached_property
    def papers(self) -> SpanIndex:
        """The spans of agreements: what they hold is part of a name."""
        return SpanIndex((m.start, m.end) for m in self.of("agreements"))

    @cached_property
    def treaty_ends(self) -> frozenset[int]:
        """Where the names of treaties and protocols end: a year right behind one dates it."""
        return frozenset(m.end for m in self.of("agreements") if m.value in ("treaty", "protocol"))

    @cached_property
    def paper_ends(self) -> list[int]:
        """Where the names of agreements end."""
        return sorted(m.end for m in self.of("agreements"))

    def country_rule(self, span: Span, other: str) -> str:
        """The rule that found the country named at a span; `other` where these words name none."""
        found = self.first("countries", span.start, span.start + 1)
        return found.rule if found and found.end == span.end else other

    def text(self, start: int, end: int) -> str:
        """The view's text between two offsets."""
        return self.view.text[start:end]

    def evidence(self, shown: Iterable[Shown]) -> tuple[Evidence, ...]:
        """The evidence of one entry, in order: each span of the view in the caller's offsets.

        A span of the view that is not empty fits the checks of `Evidence(…)` by what it is. An article has about a
        hundred, so they are made as `model_construct` makes them, without its search for defaults and with the slots of
        a model at hand (1.1 -> 0.5 µs each).
        """
        view = self.view
        raw, to_raw, moved = view.raw, view.to_raw, view.is_moved
        found = []
        for field, (start, end), rule in shown:
            if moved:
                start, end = to_raw(start, end)
            one = _new(Evidence)
            source = f"rule:{rule}"
            _set_values(one, {"field": field, "start": start, "end": end, "text": raw[start:end], "source": source})
            _set_fields(one, _FIELDS)
            _set_extra(one, None)
            _set_private(one, None)
            found.append(one)
        return tuple(found)


def group_mentions(
    page: Page, signs: Iterable[Mention], mentions: Iterable[Mention]
) -> tuple[dict[str, tuple[Mention, ...]], dict[str, tuple[Mention, ...]]]:
    """Mentions by field: those of content lines (`mentions`, with the signs of the page there), and the other signs."""
    inside: defaultdict[str, list[Mention]] = defaultdict(list)
    outside: defaultdict[str, list[Mention]] = defaultdict(list)
    for m in mentions:
        inside[m.field].append(m)
    for m in signs:
        (inside if page.role(m.start) in CONTENT else outside)[m.field].append(m)
    return {k: tuple(v) for k, v in inside.items()}, {k: tuple(v) for k, v in outside.items()}
