"""Groups of records of one event: which pairs are looked at, and which are joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from itertools import combinations, product

from .same import Facts, Sight, clash, in_words, likeness

__all__ = ["Doubt", "group"]

Doubt = tuple[int, int, int, str]  # one that could be of two events, the two that cannot be one, and why


def group(sights: Sequence[Sight]) -> tuple[list[list[int]], list[Doubt]]:
    """Groups of indices (each once, groups and members in order), and what was left apart as it could be of two.

    `sights` stand in an order of their content, which decides where two joins exclude each other; so the result does
    not depend on the order of the input.
    """
    edges = {
        pair: strength
        for pair in sorted(_pairs(sights))
        if clash(sights[pair[0]].facts, sights[pair[1]].facts) is None
        and (strength := likeness(sights[pair[0]], sights[pair[1]]))
    }
    doubts = _between_two(sights, edges)
    joined = _Groups(sights)
    for (a, b), _ in sorted(edges.items(), key=lambda item: (-item[1], item[0])):
        why = joined.join(a, b)
        if why is not None:
            doubts.append(why)
    return joined.all, sorted(set(doubts))


def _pairs(sights: Sequence[Sight]) -> set[tuple[int, int]]:
    """The pairs worth a look: those of a day with a unit or head of one side in common; and those of what else tells
    when, with one of each side, which they need (`likeness`).
    """
    blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
    for i, sight in enumerate(sights):
        for block in _blocks(sight):
            blocks[block].append(i)
    return {pair for block in blocks.values() for pair in combinations(block, 2)}


def _blocks(sight: Sight) -> Iterator[Hashable]:
    """Under what a record is looked up."""
    facts = sight.facts
    if facts.days is not None:
        days = range(facts.days[0], facts.days[1] + 1)
        yield from product((key for keys in sight.keys.values() for key in keys), days)
    whens: list[Hashable] = []
    if sight.near is not None:
        whens += range(sight.near[0], sight.near[1] + 1)
    if facts.days is not None:
        whens += [date.fromordinal(day).isoformat()[5:] for day in days]
    if facts.unsaid is not None:
        whens.append(facts.unsaid)
    if facts.round is not None:
        whens.append(("round", facts.round))
    yield from product(product(*(sight.keys[country] for country in sorted(sight.keys))), whens)


def _between_two(sights: Sequence[Sight], edges: dict[tuple[int, int], int]) -> list[Doubt]:
    """Take out of `edges` those of a record that could be of two events: the weaker ones, or both.

    A talk without a day may agree with two that cannot be one; nothing says of which it is.
    """
    near: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for (a, b), strength in edges.items():
        near[a].append((strength, b))
        near[b].append((strength, a))
    doubts: list[Doubt] = []
    for i, others in near.items():
        # records of the same facts count as one: an event told a hundred times has few
        first: dict[tuple[Facts, int], int] = {}
        for strength, j in others:
            first.setdefault((sights[j].facts, strength), j)
        dropped: set[tuple[Facts, int]] = set()
        for one, other in combinations(first, 2):
            why = clash(one[0], other[0])
            if why is not None:
                least = min(one[1], other[1])
                dropped |= {end for end in (one, other) if end[1] == least}
                a, b = sorted((first[one], first[other]))
                doubts.append((i, a, b, in_words(why)))
        for strength, j in others:
            if (sights[j].facts, strength) in dropped:
                edges.pop((min(i, j), max(i, j)), None)
    return doubts


class _Groups:
    """Groups that grow by joins; no two members of one clash."""

    def __init__(self, sights: Sequence[Sight]) -> None:
        self._group = [[i] for i in range(len(sights))]
        self._facts = [{sight.facts: i} for i, sight in enumerate(sights)]

    def join(self, a: int, b: int) -> Doubt | None:
        """Join the groups of two; where members clash they stay, and what is in between is told."""
        one, other = self._group[a], self._group[b]
        if one is other:
            return None
        if len(one) < len(other):
            one, other, a, b = other, one, b, a
        facts, more = self._facts[one[0]], self._facts[other[0]]
        for mine, i in facts.items():
            for theirs, j in more.items():
                why = clash(mine, theirs)
                if why is not None:
                    return (b if j != b else a), min(i, j), max(i, j), in_words(why)
        for theirs, j in more.items():
            facts.setdefault(theirs, j)
        one.extend(other)
        for i in other:
            self._group[i] = one
        return None

    @property
    def all(self) -> list[list[int]]:
        """The groups, each in order."""
        return sorted(sorted(group) for i, group in enumerate(self._group) if group[0] == i)
