"""Document × rules → mentions.

One scan for all literals (Aho-Corasick) finds where rules may apply; a pattern is tried only there, on its line, from
the first character of the literal, where the literal stands as words of its own. Of the mentions of one field that
overlap, the first counts, of those that begin together the longest, of those as long the rule that stands first. A rule
whose value is `values.NOTHING` takes its words away from the other rules of its field.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import ahocorasick_rs
import regex

from .errors import RuleError
from .mention import Captures, Mention, Span
from .offsets import View
from .rules import Rule, parse_marked
from .values import NOTHING

__all__ = ["Matcher", "check_rule"]

# Needs that stand for a class of literals: any number; one that something is counted by ("2.480 lần", "317/371 mốc");
# one that may open a date ("24/4", "24 - 26/11", "08:33"). "<line>" stands for the first word of a line.
_CLASSES = {
    "<number>": regex.compile(r"(?<!\w)\d"),
    "<count>": regex.compile(r"(?<!\w)\d[\d.,]*(?:/\d[\d.,]*)?(?<=\d)(?= ?[\p{L}%$/(])"),
    "<date>": regex.compile(r"(?<!\w)\d{1,4}(?= ?[-/.] ?\d|[:h]\d|, ?\d| và \d| tháng )"),
}
_LINE_END = regex.compile(r"\n")


class _Literal:
    """A literal of `needs` and the rules that it may begin: those tried anywhere, those tried where a line begins,
    those tried where an item of a row does as well.
    """

    __slots__ = ("anywhere", "at_item", "at_line", "begins", "ends")

    def __init__(self, literal: str, rules: Sequence[Rule]) -> None:
        # what begins with a sign is no word: a caption may be glued to ".jpg"
        self.begins = literal[0].isalnum()
        self.ends = self.begins and literal[-1].isalpha()
        self.anywhere, self.at_item, self.at_line = (
            tuple(r for r in rules if r.at == at) for at in (None, "item", "line")
        )


class Matcher:
    """A rule set made ready to be matched; cheap to keep, safe to share between threads."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        by_literal: dict[str, list[Rule]] = {}
        for rule in rules:
            for literal in _openings(rule):
                by_literal.setdefault(literal, []).append(rule)
        self._at_line = tuple(by_literal.pop("<line>", ()))
        self._at_class = [(_CLASSES[name], tuple(by_literal.pop(name))) for name in _CLASSES if name in by_literal]
        self._literals = [_Literal(*item) for item in by_literal.items()]
        self._scan = ahocorasick_rs.AhoCorasick(list(by_literal))

    def match(self, view: View, start: int = 0, end: int | None = None) -> list[Mention]:
        """The mentions that begin in `view`, or in a stretch of it, ordered by start; [] where no rule finds any."""
        taken: dict[str, int] = {}
        kept = []
        for at, stop, rule, m in self._tried(view, start, end):
            if at >= taken.get(rule.field, 0) and (value := rule.read(m)) is not None:
                taken[rule.field] = stop
                if value is not NOTHING:
                    kept.append(Mention(rule.field, rule.id, at, stop, value, Captures(m, rule.names)))
        return kept

    def alone(self, view: View) -> list[Mention]:
        """As `match`, but a value `NOTHING` is kept: what a rule finds by itself, for the check of its examples."""
        kept: list[Mention] = []
        for at, stop, rule, m in self._tried(view):
            if (not kept or at >= kept[-1].end) and (value := rule.read(m)) is not None:
                kept.append(Mention(rule.field, rule.id, at, stop, value, Captures(m, rule.names)))
        return kept

    def tries(self, view: View) -> bool:
        """Whether any rule is tried anywhere in `view`."""
        return next(self._places(view, 0, len(view.folded)), None) is not None

    def _places(self, view: View, begin: int, end: int) -> Iterator[tuple[int, tuple[Rule, ...]]]:
        """Where a literal stands as words of its own, with the rules that it may begin; at a line or an item its first
        word may be glued to what follows ("Hotline0912…").
        """
        literals, plain, folded = self._literals, view.plain, view.folded
        size = len(folded)
        stretch = folded if end - begin == size else folded[begin:end]
        for index, start, stop in self._scan.find_matches_as_indexes(stretch, overlapping=True):
            literal = literals[index]
            start += begin
            stop += begin
            if literal.begins and start and folded[start - 1].isalnum():
                continue
            # "phòngViệt": a page that lost a space or a line's end
            inside = literal.ends and stop < size and folded[stop].isalpha() and not _is_seam(plain, stop)
            if literal.anywhere and not inside:
                yield start, literal.anywhere
            if literal.at_line and _opens(folded, start, ""):
                yield start, literal.at_line
            if literal.at_item and _opens(folded, start, "|"):
                yield start, literal.at_item
        for pattern, rules in self._at_class:
            for m in pattern.finditer(folded, begin, end):
                yield m.start(), rules
        if self._at_line:
            for start in (begin, *(m.end() for m in _LINE_END.finditer(folded, begin, end))):
                if start < end and folded[start] != "\n" and _opens(folded, start, ""):
                    yield start + folded.startswith(" ", start), self._at_line

    def _tried(
        self, view: View, begin: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, int, Rule, regex.Match[str]]]:
        """Every match of every rule with its span, by start, then the longest, then the rule's order; each rule is
        tried once at a place, on one line.
        """
        plain, folded = view.plain, view.folded
        end = len(folded) if end is None else end
        ends = [m.start() for m in _LINE_END.finditer(folded, begin, end)]
        # the last line of a stretch may go on behind it
        ends.append(len(folded) if (after := folded.find("\n", end)) < 0 else after)
        found: list[tuple[int, int, int, int, Rule, regex.Match[str]]] = []
        for place, rules in self._places(view, begin, end):
            line_end = ends[bisect_left(ends, place)]
            for rule in rules:
                m = rule.compiled.match(plain, place, line_end)
                if m is not None:
                    at, stop = m.span()
                    if rule.narrows and at < stop and m.start("span") >= 0:
                        at, stop = m.span("span")
                    if at < stop:
                        found.append((at, -stop, rule.order, len(found), rule, m))
        found.sort()
        for at, stop, _, _, rule, m in found:
            yield at, -stop, rule, m


def _openings(rule: Rule) -> list[str]:
    """The literals of a rule, without those that begin with the words of another one: "hội đàm" beside "hội"."""
    literals = [View(literal).folded for literal in rule.needs]
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
