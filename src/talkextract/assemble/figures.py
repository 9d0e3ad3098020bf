"""Figures: quantities of the cooperation, with what was counted.

A rule finds number and noun; here the acts around it say what was done with the counted, and so its category:
"bắt giữ 5 đối tượng" are arrests, "6 đối tượng … được bàn giao" are returns. See record.md, Figures and points 10, 11.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, cast

import regex

from ..mention import Mention, Span
from ..record import Figure, FigureCategory
from .context import Context

__all__ = ["figures"]

Categories = Mapping[str, FigureCategory]

# What a counted thing is by the act that governs it, of several coordinated acts the first of the table. `""` is what
# it is without any such act; a table without `""` makes no figure then ("hai cán bộ lãnh đạo" of an appointment).
_WITH_FORCE: Categories = {
    "medical": "medical", "returns": "returns", "aid": "aid", "awareness": "other", "patrols": "personnel",
    "meetings": "personnel", "attendance": "personnel", "training": "personnel", "visits": "personnel",
    "works": "personnel",
}  # fmt: skip
_PEOPLE: Categories = {
    "returns": "returns", "rescues": "other", "arrests": "arrests", "medical": "medical", "aid": "aid", "traffic": "traffic",
    "patrols": "personnel", "meetings": "personnel", "attendance": "personnel", "training": "personnel",
    "visits": "personnel", "awareness": "other", "crimes": "arrests",
}  # fmt: skip
_GOODS: Categories = {
    "seizures": "contraband", "arrests": "contraband", "aid": "aid", "medical": "aid", "awareness": "other",
    "works": "other", "traffic": "other", "crimes": "contraband",
}  # fmt: skip
_TABLES: Mapping[str, Categories] = {
    "event": {
        "patrols": "patrols", "meetings": "meetings", "letters": "letters", "medical": "medical", "aid": "aid",
        "returns": "returns", "traffic": "traffic", "attendance": "personnel", "training": "other", "hotline": "other",
        "awareness": "other", "works": "other",
    },
    "official": _WITH_FORCE,
    "suspect": {"returns": "returns", "arrests": "arrests", "": "arrests"},
    "citizen": _PEOPLE,
    "victim": {"returns": "returns", "rescues": "other", "medical": "medical", "aid": "aid", "": "other"},
    "traveller": {"": "traffic"},
    "vehicle": {"seizures": "contraband", "arrests": "contraband", "aid": "aid", "": "traffic"},
    "case": {"": "cases"},
    "letter": {"": "letters"},
    "report": {"": "other"},
    "drug": {"": "drugs"},
    "arm": {"": "contraband"},
    "gift": {"seizures": "contraband", "": "aid"},
    "piece": _GOODS,
    "mass": {**_GOODS, "": "other"},
    "money": {"": "money"},
    "percent": {"": "other"},
    "length": {"": "other"},
    "marker": {"": "markers"},
    "other": {"": "other"},
}  # fmt: skip
# Acts that say nothing about what was counted, only whether and how it counts.
_MARKS = frozenset(["planned", "done", "audience", "distance"])
# The crime is told beside what was done about it: it decides only where nothing else does.
_WEAK = frozenset(["crimes"])
# Kinds governed by the nearest act alone. Verbs in a row govern persons together ("tiếp nhận, … và đưa đi cách ly
# … 101 trường hợp" of seed 004).
_NEAREST = frozenset(["event"])
# Kinds that need no act: one is what was counted only where it stands close, in the first scopes.
_SELF_EVIDENT = frozenset(["traveller", "vehicle", "letter", "report", "gift"])
_CLOSE = 3
_CURRENCIES = {
    "đồng": "VND", "vnđ": "VND", "vnd": "VND", "usd": "USD", "nhân dân tệ": "CNY", "ndt": "CNY", "cny": "CNY",
    "tệ": "CNY", "kíp": "LAK", "kip": "LAK", "lak": "LAK", "riel": "KHR", "riels": "KHR", "riên": "KHR", "khr": "KHR",
    "bạt": "THB", "baht": "THB", "thb": "THB", "euro": "EUR", "eur": "EUR",
}  # fmt: skip
_CLAUSE = regex.compile(r"[;:](?= )")
_DRUG = regex.compile(r"(?i:ma túy|hêrôin|heroin|hồng phiến|thuốc lắc)")
_BORDER = regex.compile(r"(?i:(?:đường |tuyến )?biên giới|đường biên)")
_LINKS = frozenset(["", ",", "và", ", và", "được", "bị"])


class _Cue(NamedTuple):
    """Words that show a value: a span of the view, and the rule that found them."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Found:
    """One quantity, judged; `body` is whether it stands in the body."""

    figure: Figure
    thing: str
    sentence: int
    body: bool


def figures(ctx: Context) -> tuple[Figure, ...]:
    """The quantities of the article in its order, each once; () where it counts nothing.

    Of a quantity that headings or captions and the body tell, the body's counts.
    """
    found = [x for sentence in _sentences(ctx) for x in sentence]
    told = {(x.figure.unit.lower(), x.figure.category) for x in found if x.body}
    seen: dict[tuple[float, str, str], list[_Found]] = {}
    kept = []
    for x in found:
        if not x.body and (x.figure.unit.lower(), x.figure.category) in told:
            continue
        same = seen.setdefault((x.figure.value, x.figure.unit.lower(), x.figure.category), [])
        # told again in another sentence; in one sentence two equal counts are two
        if any(y.sentence != x.sentence and (not x.thing or not y.thing or x.thing == y.thing) for y in same):
            continue
        same.append(x)
        kept.append(x.figure)
    return tuple(kept)


def _sentences(ctx: Context) -> Iterator[list[_Found]]:
    """The judged quantities, sentence by sentence."""
    acts = ctx.of("figures.act")

    def start(m: Mention) -> int:
        sentence = ctx.page.sentence(m.start)
        return sentence.start if sentence else -1

    for begin, group in groupby(ctx.of("figures"), start):
        sentence = ctx.page.sentence(begin) if begin >= 0 else None
        if sentence is None:
            continue
        counts = list(group)
        inside = [a for a in acts if sentence.start <= a.start < sentence.end]
        scene = _Scene(ctx, Span(sentence.start, sentence.end), counts, inside)
        judged = [(scene.judge(i), m) for i, m in enumerate(counts)]
        yield [
            _Found(f, _thing(ctx, m).lower(), begin, sentence.role == "body") for f, m in judged if f is not None
        ]


def _thing(ctx: Context, m: Mention) -> str:
    span = m.first("thing")
    return ctx.text(*span) if span else ""


def _kind(m: Mention) -> str:
    """What kind of thing a mention counts: the first named group of the tables that took part."""
    return next((kind for kind in ("drug", "arm", *_TABLES) if m.first(kind)), "other")


@dataclass(frozen=True)
class _Scene:
    """One sentence with its quantities and acts, in order."""

    ctx: Context
    span: Span
    counts: Sequence[Mention]
    acts: Sequence[Mention]

    def judge(self, i: int) -> Figure | None:
        """The figure of the `i`-th quantity; None where it does not count."""
        m = self.counts[i]
        kind = _kind(m)
        unit = m.first("unit") or Span(m.start, m.end)
        if self._planned(m) or self._audience(i, kind) or (kind == "length" and self._near(i, "distance")):
            return None
        scopes = self._scopes(i)
        category, act = self._category(kind, scopes, m)
        if category is None or (self._is_one(m) and not self._acted_on(m)):
            return None
        ctx = self.ctx
        cue = act or _Cue(*(m.first(kind) or unit), m.rule)
        what = self._what(m, kind, act, scopes) or _Cue(*unit, m.rule)
        return Figure(
            value=cast("int | float", m.value),
            unit=self._unit(kind, unit),
            category=category,
            what=ctx.text(what.start, what.end),
            evidence=(
                ctx.evidence("value", *(m.first("value") or unit), m.rule),
                ctx.evidence("unit", *unit, m.rule),
                ctx.evidence("category", *cue),
                ctx.evidence("what", *what),
            ),
        )

    def _unit(self, kind: str, unit: Span) -> str:
        text = self.ctx.text(*unit)
        if kind == "money":  # "trị giá 1,2 tỷ": without a currency it is the dong
            return "USD" if text.lower().startswith("đô") else _CURRENCIES.get(text.lower(), "VND")
        return text

    def _clause(self, m: Mention) -> Span:
        """The clause around a quantity: to the nearest semicolon or colon."""
        text = self.ctx.view.plain
        cuts = [c.start() for c in _CLAUSE.finditer(text, self.span.start, self.span.end)]
        left = max((c for c in cuts if c < m.start), default=self.span.start)
        right = min((c for c in cuts if c >= m.end), default=self.span.end)
        return Span(left, right)

    def _scopes(self, i: int) -> list[list[Mention]]:
        """The acts that may govern a quantity, best scope first, in each the nearest act first.

        Directly after it ("31 lần tuần tra"); before it, as far as the quantity before ("bắt giữ 5 đối tượng"); after
        it in the passive ("6 đối tượng được phát hiện, bàn giao"); before it in the clause ("bắt giữ 4 vụ với 6 đối
        tượng"); after it in the clause ("50 vụ, 436 công dân … được xử lý"); before, then after it in the sentence.
        """
        m, clause = self.counts[i], self._clause(self.counts[i])
        acts = [a for a in self.acts if a.value not in _MARKS]
        before = max((c.end for c in self.counts[:i]), default=clause.start)
        after = min((c.start for c in self.counts[i + 1 :]), default=clause.end)
        left = [a for a in reversed(acts) if a.end <= m.start]
        right = [a for a in acts if a.start >= m.end]
        return [
            [a for a in right[:1] if self._gap(m.end, a.start) in ("", "được", "bị")],
            [a for a in left if a.start >= max(before, clause.start)],
            list(self._passive(m, [a for a in right if a.start < min(after, clause.end)])),
            [a for a in left if a.start >= clause.start],
            [a for a in right if a.start < clause.end],
            left,
            right,
        ]

    def _passive(self, m: Mention, right: Sequence[Mention]) -> Iterator[Mention]:
        """The acts after a quantity that are said of it: no comma comes between, save in a row of acts."""
        at, row = m.end, False
        for act in right:
            gap = self._gap(at, act.start)
            if "," in gap and not (row and gap in _LINKS):
                return
            yield act
            at, row = act.end, True

    def _gap(self, start: int, end: int) -> str:
        return self.ctx.view.plain[start:end].strip()

    def _category(
        self, kind: str, scopes: Sequence[Sequence[Mention]], m: Mention
    ) -> tuple[FigureCategory | None, _Cue | None]:
        """The category of a quantity and the words that show it, None where its own noun does.

        A category of None: the quantity is no figure.
        """
        table = _TABLES[kind]
        rank = list(table)
        for weak in (False, True):
            for scope in scopes:
                known = [a for a in scope if a.value in table and (a.value in _WEAK) == weak]
                if known:
                    act = known[0] if kind in _NEAREST else min(known, key=lambda a: rank.index(str(a.value)))
                    return table[str(act.value)], _Cue(act.start, act.end, act.rule)
        plain = self.ctx.view.plain
        if kind == "length":
            border = None if m.first("thing") else next(_BORDER.finditer(plain, self.span.start, m.start), None)
            if m.first("thing") or border:
                return "border_length", _Cue(*border.span(), m.rule) if border else None
        if kind == "piece" and (drug := _DRUG.search(plain, self.span.start, self.span.end)):
            return "drugs", _Cue(*drug.span(), m.rule)
        if "" not in table and m.first("turn"):
            return ("traffic" if kind == "citizen" else "personnel"), None
        return table.get(""), None

    def _what(self, m: Mention, kind: str, act: _Cue | None, scopes: Sequence[Sequence[Mention]]) -> _Cue | None:
        """The thing counted, else the act that governs it; None where the sentence shows neither."""
        thing = m.first("thing")
        if thing:
            return _Cue(*thing, m.rule)
        if act and act.rule != "figures.act.attendance":
            return act
        if act:  # what they took part in stands before
            scopes = [scopes[1], scopes[3], *scopes]
        for scope in scopes[: _CLOSE if kind in _SELF_EVIDENT else None]:
            acts = [a for a in scope if a.value != "attendance"]
            if acts:
                return _Cue(acts[0].start, acts[0].end, acts[0].rule)
        return None

    def _planned(self, m: Mention) -> bool:
        """Whether the last word on time before a quantity puts it into the future."""
        marks = [a.value for a in self.acts if a.value in ("planned", "done") and a.end <= m.start]
        return bool(marks) and marks[-1] == "planned"

    def _audience(self, i: int, kind: str) -> bool:
        """Whether persons are counted as a delegation or an audience; turns ("lượt") never are."""
        return kind in ("official", "citizen", "victim") and not self.counts[i].first("turn") and self._near(i, "audience")

    def _near(self, i: int, mark: str) -> bool:
        """Whether a mark stands beside a quantity, with no other quantity or comma between."""
        m = self.counts[i]
        for a in (a for a in self.acts if a.value == mark):
            gap = self._gap(a.end, m.start) if a.end <= m.start else self._gap(m.end, a.start)
            if not any(c in ",;\n" or c.isdigit() for c in gap):
                return True
        return False

    def _is_one(self, m: Mention) -> bool:
        value = m.first("value")
        return m.value == 1 and value is not None and not self.ctx.text(*value).isdecimal()

    def _acted_on(self, m: Mention) -> bool:
        """Whether an act stands directly before: "bắt giữ một đối tượng" counts, a bare "một" is an article."""
        return any(a.end <= m.start and not self._gap(a.end, m.start) for a in self.acts if a.value not in _MARKS)
