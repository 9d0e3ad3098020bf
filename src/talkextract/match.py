"""Document × rules → mentions.

One scan for all literals (Aho-Corasick) finds where rules may apply; a pattern is tried only there, on its line, from
the first character of the literal. Of the mentions of one field that overlap, the first counts, of those that begin
together the longest, of those as long the rule that stands first. A rule whose value is `values.NOTHING` takes its
words away from the other rules of its field.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import ahocorasick_rs
import regex

from .errors import RuleError
from .mention import Mention, Span
from .offsets import View
from .rules import Rule, RuleSet, parse_marked
from .values import NOTHING

__all__ = ["Matcher", "check_rule"]

_NUMBER = regex.compile(r"(?<!\w)\d")
_NUMBER_NEED = "<number>"


class Matcher:
    """A rule set made ready to be matched; cheap to keep, safe to share between threads."""

    def __init__(self, rules: RuleSet | tuple[Rule, ...]) -> None:
        self.rules = rules.rules if isinstance(rules, RuleSet) else rules
        by_literal: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for literal in rule.needs:
                by_literal.setdefault(View(literal).folded, []).append(rule)
        self._at_number = by_literal.pop(_NUMBER_NEED, [])
        self._wanted = list(by_literal.values())
        self._word = [literal[0].isalnum() for literal in by_literal]
        self._scan = ahocorasick_rs.AhoCorasick(list(by_literal))

    def match(self, view: View) -> list[Mention]:
        """All mentions in `view`, ordered by start; [] where no rule finds anything."""
        found = [m for rule, start, end in self._candidates(view) if (m := _try(rule, view.plain, start, end))]
        found.sort(key=lambda f: (f[0].start, -f[0].end, f[1]))
        taken: dict[str, int] = {}
        kept = []
        for mention, _ in found:
            if mention.start >= taken.get(mention.field, 0):
                taken[mention.field] = mention.end
                if mention.value is not NOTHING:
                    kept.append(mention)
        return kept

    def _candidates(self, view: View) -> Iterator[tuple[Rule, int, int]]:
        """Each rule with each place where one of its literals begins a word, and the end of that line."""
        folded = view.folded
        ends = [m.start() for m in regex.finditer("\n", folded)]
        ends.append(len(folded))
        last: dict[int, int] = {}

        def places() -> Iterator[tuple[int, list[Rule]]]:
            for index, start, _ in self._scan.find_matches_as_indexes(folded, overlapping=True):
                if not (self._word[index] and start and folded[start - 1].isalnum()):
                    yield start, self._wanted[index]
            if self._at_number:
                for m in _NUMBER.finditer(folded):
                    yield m.start(), self._at_number

        for start, rules in places():
            end = ends[bisect_right(ends, start)] if folded[start] != "\n" else start
            for rule in rules:
                # two literals of one rule may begin at one place ("hội", "hội đàm"): try the rule once
                if last.get(rule.order) != start:
                    last[rule.order] = start
                    yield rule, start, end


def _try(rule: Rule, plain: str, start: int, end: int) -> tuple[Mention, int] | None:
    """The mention of `rule` that begins at `start`, with the rule's order; None where it does not match."""
    m = rule.compiled.match(plain, start, end)
    if m is None or m.end() == start:
        return None
    value = rule.read(m)
    if value is None:
        return None
    groups = {name: tuple(Span(*s) for s in m.spans(name)) for name in rule.compiled.groupindex}
    a, b = groups["span"][0] if groups.get("span") else m.span()
    return Mention(rule.field, rule.id, a, b, value, groups), rule.order


def check_rule(rule: Rule) -> list[str]:
    """Run a rule's examples and counter-examples; what is wrong, in words, [] where all is well.

    Spans, values and number of mentions must be those of the marks; a value is compared by its `str`.
    """
    where = f"{rule.file}: rule {rule.id}"
    try:
        matcher = Matcher((rule,))
        rule.compiled  # noqa: B018  a pattern that does not compile is named here
    except regex.error as e:
        return [f"{where}: the pattern does not compile: {e}"]
    problems = []
    if rule.compiled.match("") is not None:
        problems.append(f"{where}: the pattern matches the empty text")
    for kind, texts in (("example", rule.example), ("counter", rule.counter)):
        for text in texts:
            try:
                marked = parse_marked(text, where)
            except RuleError as e:
                problems.append(str(e))
                continue
            if bool(marked.expected) != (kind == "example"):
                problems.append(f"{where}: {kind} {text!r} must {'hold a mark' if kind == 'example' else 'hold no mark'}")
                continue
            view = View(marked.text)
            tried = [_try(rule, view.plain, start, end) for rule, start, end in matcher._candidates(view)]
            kept: list[tuple[Span, str]] = []
            for m in sorted((t[0] for t in tried if t), key=lambda m: (m.start, -m.end)):
                if not kept or m.start >= kept[-1][0].end:
                    kept.append((Span(m.start, m.end), str(m.value)))
            expected = [(s, v if v is not None else rule.label) for s, v in marked.expected]
            if view.text != marked.text:
                problems.append(f"{where}: {text!r} is not normalised (NFC, single spaces)")
            elif [(s, v if v is not None else next((k[1] for k in kept if k[0] == s), "")) for s, v in expected] != kept:
                shown = [f"{view.text[s.start:s.end]!r} = {v}" for s, v in kept]
                problems.append(f"{where}: {kind} {text!r}: found {', '.join(shown) or 'nothing'}")
    return problems
