"""Document × rules → mentions.

One scan for all literals (Aho-Corasick) finds where rules may apply; a pattern is tried only there, on its line, from
the first character of the literal. Of the mentions of one field that overlap, the first counts, of those that begin
together the longest, of those as long the rule that stands first. A rule whose value is `values.NOTHING` takes its
words away from the other rules of its field.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import ahocorasick_rs
import regex

from .errors import RuleError
from .mention import Mention, Span
from .offsets import View
from .rules import Rule, RuleSet, parse_marked
from .values import NOTHING

__all__ = ["Matcher", "check_rule"]

# Needs that stand for a class of literals: any number; one that something is counted by ("2.480 lần", "317/371 mốc");
# one that may open a date ("24/4", "24 - 26/11", "08:33").
_CLASSES = {
    "<number>": regex.compile(r"(?<!\w)\d"),
    "<count>": regex.compile(r"(?<!\w)\d[\d.,]*(?:/\d[\d.,]*)?(?<=\d)(?= ?[\p{L}%$/(])"),
    "<date>": regex.compile(r"(?<!\w)\d{1,4}(?= ?[-/.] ?\d|[:h]\d|, ?\d| và \d| tháng )"),
}
_LINE_END = regex.compile(r"\n")


class Matcher:
    """A rule set made ready to be matched; cheap to keep, safe to share between threads."""

    def __init__(self, rules: RuleSet | tuple[Rule, ...]) -> None:
        self.rules = rules.rules if isinstance(rules, RuleSet) else rules
        by_literal: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for literal in rule.needs:
                by_literal.setdefault(View(literal).folded, []).append(rule)
        self._at_class = [(_CLASSES[name], by_literal.pop(name)) for name in _CLASSES if name in by_literal]
        self._wanted = list(by_literal.values())
        self._word = [literal[0].isalnum() for literal in by_literal]
        self._scan = ahocorasick_rs.AhoCorasick(list(by_literal))

    def match(self, view: View) -> list[Mention]:
        """All mentions in `view`, ordered by start; [] where no rule finds anything."""
        taken: dict[str, int] = {}
        kept = []
        for mention in self._tried(view):
            if mention.start >= taken.get(mention.field, 0):
                taken[mention.field] = mention.end
                if mention.value is not NOTHING:
                    kept.append(mention)
        return kept

    def alone(self, view: View) -> list[Mention]:
        """As `match`, but a value `NOTHING` is kept: what a rule finds by itself, for the check of its examples."""
        kept: list[Mention] = []
        for mention in self._tried(view):
            if not kept or mention.start >= kept[-1].end:
                kept.append(mention)
        return kept

    def tries(self, view: View) -> bool:
        """Whether any rule is tried anywhere in `view`."""
        return next(self._places(view.folded), None) is not None

    def _places(self, folded: str) -> Iterator[tuple[int, list[Rule]]]:
        """Where a literal begins a word, with the rules that it may begin."""
        for index, start, _ in self._scan.find_matches_as_indexes(folded, overlapping=True):
            if not (self._word[index] and start and folded[start - 1].isalnum()):
                yield start, self._wanted[index]
        for pattern, rules in self._at_class:
            for m in pattern.finditer(folded):
                yield m.start(), rules

    def _tried(self, view: View) -> list[Mention]:
        """Every match of every rule, by start, then the longest, then the rule's order; each rule is tried once at a
        place, on one line.
        """
        plain, folded = view.plain, view.folded
        ends = [m.start() for m in _LINE_END.finditer(folded)]
        ends.append(len(folded))
        last: dict[int, int] = {}
        found: list[tuple[int, int, int, int, Mention]] = []
        for start, rules in self._places(folded):
            end = ends[bisect_left(ends, start)]
            for rule in rules:
                # two literals of one rule may begin at one place ("hội", "hội đàm")
                if last.get(rule.order) == start:
                    continue
                last[rule.order] = start
                m = rule.compiled.match(plain, start, end)
                if m is not None and (mention := _mention(rule, m)) is not None:
                    found.append((mention.start, -mention.end, rule.order, len(found), mention))
        found.sort()
        return [f[4] for f in found]


def _mention(rule: Rule, m: regex.Match[str]) -> Mention | None:
    """What a rule makes of a match; None for an empty match, or where its normaliser refuses."""
    start, end = m.span()
    value = rule.read(m) if end > start else None
    if value is None:
        return None
    groups = {name: tuple(map(Span._make, spans)) for name in rule.names if (spans := m.spans(name))}
    if "span" in groups:
        start, end = groups["span"][0]
    return Mention(rule.field, rule.id, start, end, value, groups)


def check_rule(rule: Rule) -> list[str]:
    """Run a rule's examples and counter-examples; what is wrong, in words, [] where all is well.

    Spans, values and number of mentions must be those of the marks; a value is compared by its `str`, a mark without a
    value by its span alone. One counter-example at least must hold one of `needs`: in the others the rule is not tried.
    A rule that takes each of its `needs` wherever it stands can have no such counter-example.
    """
    where = rule.where
    try:
        matcher = Matcher((rule,))
        empty = rule.compiled.match("")
    except RuleError as e:
        return [str(e)]
    problems = [f"{where}: the pattern matches the empty text"] if empty else []
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
