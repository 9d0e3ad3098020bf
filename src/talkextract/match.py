"""Document × rules → mentions.

One scan for all literals (Aho-Corasick) finds where rules may apply; a pattern is tried only there, on its line, from
the first character of the literal, where the literal stands as words of its own. Of the mentions of one field that
overlap, the first counts, of those that begin together the longest, of those as long the rule that stands first. A rule
whose value is `values.NOTHING` takes its words away from the other rules of its field.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heappop, heappush
from itertools import chain
from operator import itemgetter
from typing import Final, NamedTuple

import ahocorasick_rs
import regex

from .errors import RuleError
from .mention import Captures, Mention, Span
from .offsets import View
from .rules import LAYERS, Layer, Rule, parse_marked
from .values import NOTHING

__all__ = ["DAY", "NOWHERE", "Matcher", "Sites", "check_rule", "first_of_each", "match"]

# Needs that stand for a class of literals: a number that something is counted by ("2.480 lần", "1 250 lần", "317/371
# mốc"); one that may open a date ("24/4", "24 - 26/11", "08:33"), and the narrower "<day>": a day or month of
# a date. "<line>" stands for the first word of a line. No number is longer than a billion billions: a page of digits is
# read once, not once from each of them.
_CLASSES: Final[dict[str, re.Pattern[str] | regex.Pattern[str]]] = {
    "<count>": regex.compile(
        r"\d(?<!\w.)(?:\d{0,2}(?: \d{3}){1,5}+(?![\d.,])|[\d.,]{0,24}+(?:/\d[\d.,]{0,24}+)?(?<=\d))(?= ?[\p{L}%$/(])"
    ),
    "<day>": re.compile(
        # one class of figures at its head: `re` leaps to them then
        r"[0-9](?<!\w.)(?<!\w[/.,:_-].)(?:(?:(?<=[1-9])|(?<=0)[1-9]|(?<=[12])\d|(?<=3)[01])"
        r"(?=(?: ?[/-] ?|\.)(?:0?[1-9]|[12]\d|3[01])(?![\d%])|, ?\d\d?(?: ?[-/.,]| (?:và|đến|tới|tháng|rạng) )"
        r"| (?:và|đến) (?:ngày )?\d| tháng |[/.-]\d{4})|(?<=[12])\d{3}(?=-\d))"
    ),
    "<date>": regex.compile(r"(?<!\w)\d{1,4}(?= ?[-/.] ?\d|[:h]\d|, ?\d| (?:và|đến) \d| tháng )"),
}
DAY: Final = _CLASSES["<day>"]
# where each of them begins: a digit of any script, sought by the ranges that hold all of them (45 -> 15 µs an article)
_NUMBER = re.compile(r"[0-9\u0660-\u1c59\ua620-\U0010ffff](?<=\d)(?<!\w.)")
_LINE_END = re.compile(r"\n")


# Where rules are to be tried, and the rules.
_Site = tuple[int, tuple[Rule, ...]]
_START = itemgetter(0)
# A match that is not judged yet: its start, its end (negative, so that the longest stands first), the rule's order, a
# running number, the rule, the match.
_Found = tuple[int, int, int, int, Rule, regex.Match[str]]


class Sites(NamedTuple):
    """Where the rules of each layer are to be tried, in order, and the ends of the lines."""

    of: Mapping[Layer, list[_Site]]
    ends: list[int]

    def inside(self, layer: Layer, spans: Iterable[tuple[int, int]]) -> list[_Site]:
        """The sites of one layer in some spans."""
        sites = self.of[layer]
        starts = [start for start, _ in sites]
        found: list[_Site] = []
        for start, end in spans:
            found += sites[bisect_left(starts, start) : bisect_left(starts, end)]
        return found


NOWHERE = Sites({layer: [] for layer in LAYERS}, [])

# What stands before rules (None: anything; "": a line begins; "|": a line or an item), their layer, and the rules
# themselves, all with the same `open`.
_Group = tuple[str | None, Layer, tuple[Rule, ...]]
_AT: dict[str | None, str | None] = {None: None, "line": "", "item": "|"}


class Matcher:
    """A rule set made ready to be matched; cheap to keep, safe to share between threads."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        by_literal: dict[str, list[Rule]] = {}
        for rule in rules:
            for literal in _openings(rule):
                by_literal.setdefault(literal, []).append(rule)
        self._at_line = _grouped(by_literal.pop("<line>", ()))
        self._at_class = [(_CLASSES[name], _grouped(by_literal.pop(name))) for name in _CLASSES if name in by_literal]
        # whether a literal must stand as words of its own at its beginning and at its end: what begins with a sign is
        # no word (a caption may be glued to ".jpg"); its rules that are tried anywhere, and those that are not
        self._literals = [
            (
                begins := text[0].isalnum(),
                begins and text[-1].isalpha(),
                [(layer, rules) for bar, layer, rules in groups if bar is None],
                [(bar, layer, rules) for bar, layer, rules in groups if bar is not None],
            )
            for text, group in by_literal.items()
            for groups in (_grouped(group),)
        ]
        self._scan = ahocorasick_rs.AhoCorasick(list(by_literal), store_patterns=False)

    def sites(self, view: View, begin: int = 0, end: int | None = None) -> Sites:
        """Where in `view`, or in a stretch of it, a literal stands as words of its own, with the rules that it may
        begin; at a line or an item its first word may be glued to what follows ("Hotline0912…").
        """
        literals, plain, folded = self._literals, view.plain, view.folded
        size = len(folded)
        end = size if end is None else end
        of: dict[Layer, list[_Site]] = {layer: [] for layer in LAYERS}
        found = self._scan.find_matches_as_indexes(folded[begin:end], overlapping=True)
        # with a sign before and behind it: of a stretch only, since a text of many sentences has many
        fenced = f"{folded[begin - 1] if begin else ' '}{folded[begin:end]}{folded[end : end + 1] or ' '}"
        for index, start, stop in found:
            begins, ends, anywhere, at_line = literals[index]
            if begins and fenced[start].isalnum():
                continue
            behind = fenced[stop + 1]
            start, stop = start + begin, stop + begin
            # "phòngViệt": a page that lost a space or a line's end
            if not (ends and behind.isalpha()) or _is_seam(plain, stop):
                for layer, rules in anywhere:
                    of[layer].append((start, rules))
            for bar, layer, rules in at_line:
                if _opens(folded, start, bar):
                    of[layer].append((start, rules))
        self._add_numbers(of, folded, begin, end)
        line_ends = [m.start() for m in _LINE_END.finditer(folded, begin, end)]
        for _, layer, rules in self._at_line:
            for start in (begin, *(at + 1 for at in line_ends)):
                if start < end and folded[start] != "\n" and _opens(folded, start, ""):
                    of[layer].append((start + (folded[start] == " "), rules))
        # the last line of a stretch may go on behind it
        line_ends.append(size if (after := folded.find("\n", end)) < 0 else after)
        for sites in of.values():
            sites.sort(key=_START)
        return Sites(of, line_ends)

    def _add_numbers(self, of: dict[Layer, list[_Site]], folded: str, begin: int, end: int) -> None:
        """Add the sites of the rules that begin at a number or a date."""
        numbers = [m.start() for m in _NUMBER.finditer(folded, begin, end)] if self._at_class else ()
        for pattern, groups in self._at_class:
            starts = _begun(pattern, folded, numbers, end)
            for _, layer, rules in groups:
                of[layer].extend([(start, rules) for start in starts])

    def match(self, view: View, begin: int = 0, end: int | None = None) -> list[Mention]:
        """The mentions that begin in `view`, or in a stretch of it, ordered by start; [] where no rule finds any."""
        sites = self.sites(view, begin, end)
        return match(view, _all(sites), sites.ends)

    def alone(self, view: View) -> list[Mention]:
        """As `match`, but a value `NOTHING` is kept: what a rule finds by itself, for the check of its examples."""
        sites = self.sites(view)
        return _mentions(view, _all(sites), sites.ends)

    def tries(self, view: View) -> bool:
        """Whether any rule is tried anywhere in `view`."""
        return any(self.sites(view).of.values())


def match(view: View, sites: Iterable[_Site], ends: list[int]) -> list[Mention]:
    """The mentions at some sites of `view`, whose lines end at `ends`, ordered by start."""
    return [m for m in _mentions(view, sites, ends) if m.value is not NOTHING]


def first_of_each(
    view: View, sites: Iterable[_Site], ends: list[int], found: dict[str, Mention], accepts: Callable[[Mention], bool]
) -> None:
    """Add to `found` the first mention of each label that it does not hold yet, in the order of the text."""
    plain = view.plain
    lines = iter(ends)
    line_end = -1
    for place, rules in sites:
        while line_end < place:
            line_end = next(lines)
        for rule in rules:
            label = rule.label or ""
            if label in found or (m := rule.match(plain, place, line_end)) is None:
                continue
            at, stop = rule.span(m)
            mention = Mention(rule.field, rule.id, at, stop, label, Captures(m))
            if at < stop and accepts(mention):
                found[label] = mention


def _all(sites: Sites) -> list[_Site]:
    """The sites of all layers, in order."""
    return sorted(chain.from_iterable(sites.of.values()), key=_START)


def _mentions(view: View, sites: Iterable[_Site], ends: list[int]) -> list[Mention]:
    """The mentions at some sites, in order, those that take words away (`NOTHING`) too.

    Each rule is tried once at a site, on its line. What a mention of its field holds already it cannot take: where the
    whole match would be the mention, it is not tried there, so that no text makes a rule read the same words again and
    again.
    """
    plain = view.plain
    kept: list[Mention] = []
    taken: dict[str, int] = {}
    found: list[_Found] = []
    number = 0
    looks_back = False  # whether a mention stands before the site of its rule: the subject before its verb
    lines = iter(ends)
    line_end = -1
    for place, rules in sites:
        while line_end < place:
            line_end = next(lines)
        if found and found[0][0] < place:
            _settle(found, place, taken, kept)
        opening = rules[0].opening
        if opening is not None and opening.match(plain, place, line_end) is None:
            continue
        for rule in rules:
            if rule.is_whole and place < taken.get(rule.field, 0):
                continue
            m = rule.match(plain, place, line_end)
            if m is not None:
                at, stop = m.span(rule.spot)
                if at < 0:
                    at, stop = m.span()
                if at < stop:
                    looks_back = looks_back or at < place
                    heappush(found, (at, -stop, rule.order, number, rule, m))
                    number += 1
    _settle(found, len(plain) + 1, taken, kept)
    if looks_back:
        kept.sort(key=lambda m: (m.start, -m.end))
    return kept


def _settle(found: list[_Found], before: int, taken: dict[str, int], kept: list[Mention]) -> None:
    """Keep, of the matches that begin before an offset, those that overlap no mention of their field."""
    while found and found[0][0] < before:
        at, stop, _, _, rule, m = heappop(found)
        if at >= taken.get(rule.field, 0) and (value := rule.constant or rule.read(m)) is not None:
            taken[rule.field] = -stop
            kept.append(Mention(rule.field, rule.id, at, -stop, value, Captures(m)))


def _begun(pattern: re.Pattern[str] | regex.Pattern[str], folded: str, places: Iterable[int], end: int) -> list[int]:
    """Where a class begins, of the places where it may; not inside of what it has matched."""
    starts, past = [], 0
    for place in places:
        if place >= past and (m := pattern.match(folded, place, end)):
            starts.append(place)
            past = m.end()
    return starts


def _grouped(rules: Iterable[Rule]) -> tuple[_Group, ...]:
    """The rules of a literal by what must hold where they are tried."""
    groups: dict[tuple[str | None, Layer, str | None], list[Rule]] = {}
    for rule in rules:
        groups.setdefault((_AT[rule.at], rule.layer, rule.open), []).append(rule)
    return tuple((bar, layer, tuple(group)) for (bar, layer, _), group in groups.items())


def _openings(rule: Rule) -> list[str]:
    """The literals of a rule, without those that begin with the words of another one: "hội đàm" beside "hội"."""
    literals = list(dict.fromkeys(View(literal).folded for literal in rule.needs))
    return [x for x in literals if not any(x.startswith(y) and not x[len(y)].isalpha() for y in literals if y != x)]


def _is_seam(plain: str, at: int) -> bool:
    """Whether a small letter stands before an offset and a capital behind it."""
    return plain[at].isupper() and plain[at - 1].islower()


def _opens(folded: str, at: int, bar: str) -> bool:
    """Whether nothing but a space stands before an offset on its line, or before that the sign `bar`."""
    if at and folded[at - 1] == " ":
        at -= 1
    return not at or folded[at - 1].isspace() or folded[at - 1] == bar


def check_rule(rule: Rule) -> list[str]:
    """Run a rule's examples and counter-examples; what is wrong, in words, [] where all is well.

    Spans, values and number of mentions must be those of the marks; a value is compared by its `str`, a mark without a
    value by its span alone. One counter-example at least must hold one of `needs`: in the others the rule is not tried.
    A rule that takes each of its `needs` wherever it stands can have no such counter-example.
    """
    where = rule.where
    try:
        return _problems(rule, where, Matcher((rule,)))
    except RuleError as e:  # the pattern is none, or takes too long
        return [str(e)]


def _problems(rule: Rule, where: str, matcher: Matcher) -> list[str]:
    """What is wrong with a rule whose pattern is one."""
    problems = []
    if not (any(matcher.tries(View(text)) for text in rule.counter) or _takes_every_need(rule, matcher)):
        problems.append(
            f"{where}: no counter-example holds one of 'needs' at the beginning of a word, so that none tests anything"
        )
    for kind, texts in (("example", rule.example), ("counter", rule.counter)):
        for text in texts:
            try:
                marked = parse_marked(text, where)
            except RuleError as e:
                problems.append(str(e))
                continue
            if bool(marked.expected) != (kind == "example"):
                problems.append(f"{where}: {kind} {text!r} must hold {'a' if kind == 'example' else 'no'} mark")
            elif View(marked.text).text != marked.text:
                problems.append(f"{where}: {text!r} is not normalised (NFC, single spaces)")
            else:
                found = matcher.alone(View(marked.text))
                values = [m[1] for m in marked.expected]
                shown = [(Span(m.start, m.end), str(m.value)) for m in found]
                if [m[0] for m in marked.expected] != [s for s, _ in shown] or any(
                    want not in (None, have) for want, (_, have) in zip(values, shown, strict=True)
                ):
                    words = ", ".join(f"{marked.text[s.start : s.end]!r} = {v}" for s, v in shown)
                    problems.append(f"{where}: {kind} {text!r}: found {words or 'nothing'}")
    return problems


def _takes_every_need(rule: Rule, matcher: Matcher) -> bool:
    """Whether a rule finds each of its literals where nothing stands around it: a list of words, without context."""
    return all(matcher.alone(View(literal)) for literal in rule.needs)
