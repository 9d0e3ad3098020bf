"""What texts made to be slow cost, rule by rule, beside a plain text of the same length.

    python benchmarks/hostile.py [--size N]      some minutes; prints the table of docs/safety.md

The texts of a rule are made of its own material: its `needs`, its examples, its mentions cut behind every word and
inside of the last one, the beginning of a mention with its last word over and over, on one line and on many. `GENERAL`
are those of no rule, or of many.

Two things are measured, in processor time, the best of some rounds:

* `match`  the rule alone over its text, in parts of what the whole of `extract` takes for a plain text of that length:
  what the pattern itself costs, and all that a rule can be blamed for;
* `whole`  `extract` over that text, in the same parts. A text of nothing but mentions has a record of thousands of
  entries to put together, each of which costs what it costs: so this may be high, but must grow no faster than the
  text does.

`growth` is what the time is multiplied by when the text is doubled: 2 is linear, 4 quadratic.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from talkextract import Extractor
from talkextract.match import Matcher
from talkextract.offsets import View
from talkextract.rules import Rule, load_rules, parse_marked

SEEDS = Path(__file__).parents[1] / "seeds"
# What may stand for a class of literals in `needs`.
CLASSES = {"<count>": "2.480 lần", "<date>": "24 - 26/11", "<day>": "24/4/2022", "<line>": "\nBiên"}

# One piece each, repeated: no rule's own material, or that of many.
GENERAL = {
    "ranks": "Đại tá ", "digits": "1", "dates": "1/2/", "slashes": "/", "digits, slashes": "12/", "numbers": "1.234,",
    "round brackets": "(", "closing brackets": ")", "square brackets": "[", "quotes": "“", "dashes": "- ", "dots": ".",
    "capitalised syllables": "Nguyễn Văn Ánh ", "capitals of one letter": "A ", "one long word": "ă", "lines": "Hà\n",
    "line ends": "\n", "blank lines": " \n", "spaces": " ", "commas": ", ", "marks": "a\u0301", "loose marks": "\u0301",
    "invisible characters": "\u200b", "bidi controls": "\u202e", "zeros": "\x00", "astral letters": "𝐀",
    "joined syllables": "NguyễnVănÁnh", "hyphens": "Xổm-", "bars": "|", "and": "và ", "of": "của ", "ellipses": "… ",
}  # fmt: skip


class Cost(NamedTuple):
    """What one text costs: parts of a plain text's whole, and how the time grows when the text doubles."""

    rule: str
    kind: str
    match: float
    growth: float
    whole: float
    whole_growth: float
    piece: str


def plain(size: int) -> str:
    """A plain text: the articles of seeds/, one behind the other."""
    return fill("\n\n".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))) + "\n\n", size)


def fill(piece: str, size: int, head: str = "") -> str:
    """`piece` over and over, `size` characters long."""
    return (head + piece * (size // len(piece) + 1))[:size]


def pieces(rule: Rule) -> dict[str, tuple[str, str]]:
    """What the texts of a rule are made of: by kind, what stands at the beginning, and what is repeated."""
    out: dict[str, tuple[str, str]] = {}
    for i, need in enumerate(rule.needs[:3]):
        literal = CLASSES.get(need, need)
        out[f"need {i}"] = ("", literal + " ")
        out[f"need {i}, capital"] = ("", literal.capitalize() + " ")
    mentions, whole = set(), set()
    for example in rule.example:
        marked = parse_marked(example, rule.where)
        whole.add(marked.text)
        # a pattern may look at what follows its mention
        mentions |= {marked.text[span.start :] for span, _ in marked.expected}
    long = max(sorted(mentions), key=len)
    out["example"] = ("", max(sorted(whole), key=len) + " ")
    words = long.split(" ")
    for n in range(1, len(words) + 1):
        cut = " ".join(words[:n])
        out[f"cut behind word {n}"] = ("", cut + " ")
        out[f"list of word {n}"] = (cut + ", ", words[n - 1].strip(",.;") + ", ")
        out[f"run of word {n}"] = (cut + " ", words[n - 1] + " ")
    out["glued"] = ("", long)
    out["almost"] = ("", long[: max(1, len(long) - 2)] + " ")
    out["list"] = ("", long.rstrip(" .,;") + ", ")
    out["lines"] = ("", long + "\n")
    for kind, (head, piece) in list(out.items()):
        if kind.startswith(("cut", "need", "almost")):
            out[f"lines of {kind}"] = ("", head + piece * 30 + "\n")
    return out


def best(read: Callable[[], object], rounds: int) -> float:
    """The processor time of a call, the best of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        read()
        times.append(time.process_time() - start)
    return min(times)


def match_time(tool: Matcher, text: str, rounds: int) -> float:
    """The time of a rule alone."""
    view = View(text)
    return best(lambda: tool.match(view), rounds)


def whole_time(extractor: Extractor, text: str, rounds: int) -> float:
    """The time of a whole extraction."""
    return best(lambda: extractor.extract(text), rounds)


def costs(rules: Iterable[Rule], extractor: Extractor, size: int, rounds: int = 2, whole: int = 3) -> Iterator[Cost]:
    """The costs of every text of every rule; the whole extraction of the `whole` worst of each rule only."""
    base = best(lambda: extractor.extract(plain(size)), 5)
    for rule in rules:
        tool, measured = Matcher((rule,)), []
        for kind, (head, piece) in pieces(rule).items():
            text, twice = fill(piece, size, head), fill(piece, 2 * size, head)
            one, two = match_time(tool, text, rounds), match_time(tool, twice, rounds)
            measured.append((one / base, two / one, kind, piece, text, twice))
        measured.sort(reverse=True)
        for i, (part, growth, kind, piece, text, twice) in enumerate(measured):
            parts = (0.0, 0.0)
            if i < whole:
                one, two = (whole_time(extractor, t, rounds) for t in (text, twice))
                parts = one / base, two / one
            yield Cost(rule.id, kind, part, growth, *parts, piece)


def worst(of: Iterable[Cost]) -> Iterator[Cost]:
    """Of each rule the text that costs most to match."""
    rules: dict[str, Cost] = {}
    for cost in of:
        if cost.rule not in rules or cost.match > rules[cost.rule].match:
            rules[cost.rule] = cost
    return iter(sorted(rules.values(), key=lambda c: -c.match))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=3_000, help="characters of a text; it is doubled too")
    size = parser.parse_args().size
    extractor = Extractor()
    base = best(lambda: extractor.extract(plain(size)), 5)
    print("| rule | kind of text | match | growth | whole | growth |\n|---|---|--:|--:|--:|--:|")
    for cost in worst(costs(load_rules().rules, extractor, size, 2, 1)):
        parts = f"{cost.match:.2f} | {cost.growth:.1f} | {cost.whole:.2f} | {cost.whole_growth:.1f}"
        print(f"| `{cost.rule}` | {cost.kind} | {parts} |")
    print("\n| text of | whole | growth |\n|---|--:|--:|")
    for kind, piece in GENERAL.items():
        one, two = (whole_time(extractor, fill(piece, n), 3) for n in (size, 2 * size))
        print(f"| {kind} | {one / base:.2f} | {two / one:.1f} |")


if __name__ == "__main__":
    main()
