"""What every step of the assembly sees of one article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ..document import CONTENT, Page
from ..match import Matcher, Sites
from ..mention import Mention, Span
from ..offsets import View
from ..record import Evidence
from ..tables import Tables

__all__ = ["ACTS", "Context", "Shown", "SpanIndex", "group_mentions"]


# The field whose rules are matched only in the sentences that hold a quantity: a quarter of all mentions, which most
# articles have no use for.
ACTS: Final = "figures.act"

# What an entry of the record shows: a field, where its value stands in the view, the rule that found it.
Shown = tuple[str, tuple[int, int], str]

# The fields that every `Evidence` has set.
_FIELDS = set(Evidence.model_fields)


class SpanIndex:
    """Spans that do not overlap, to ask which one holds an offset without a walk over all of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._spans[at][1]


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
        starts = self._starts_of(field)
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:  # three of four stretches hold none
            return ()
        return self.mentions[field][first : bisect_left(starts, end, first)]

    def first(self, field: str, start: int, end: int) -> Mention | None:
        """The first mention of `field` that begins in a stretch of the view; None where none does."""
        starts = self._starts_of(field)
        at = bisect_left(starts, start)
        return self.mentions[field][at] if at < len(starts) and starts[at] < end else None

    def _starts_of(self, field: str) -> list[int]:
        """Where the mentions of a field begin."""
        starts = self._starts.get(field)
        if starts is None:
            starts = self._starts[field] = [m.start for m in self.of(field)]
        return starts

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        """The starts of the mentions of each field that was asked for."""
        return {}

    @cached_property
    def papers(self) -> SpanIndex:
        """The spans of agreements: what they hold is part of a name."""
        return SpanIndex((m.start, m.end) for m in self.of("agreements"))

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
        hundred, so they are made as `model_construct` makes them, without its search for defaults (1.1 -> 0.6 µs each).
        """
        raw, to_raw = self.view.raw, self.view.to_raw
        new, put = Evidence.__new__, object.__setattr__
        found = []
        for field, (start, end), rule in shown:
            a, b = to_raw(start, end)
            one = new(Evidence)
            put(one, "__dict__", {"field": field, "start": a, "end": b, "text": raw[a:b], "source": f"rule:{rule}"})
            put(one, "__pydantic_fields_set__", _FIELDS)
            put(one, "__pydantic_extra__", None)
            put(one, "__pydantic_private__", None)
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
