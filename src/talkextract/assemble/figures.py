"""Figures: quantities of the cooperation, with what was counted.

A rule finds number and noun; here the acts around it say what was done with the counted, and so its category:
"bắt giữ 5 đối tượng" are arrests, "6 đối tượng … được bàn giao" are returns. See record.md, Figures and points 10, 11.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..mention import Mention, Span
from ..record import Figure
from .context import Context
from .counted import is_persons
from .quantities import Handed, Scene

__all__ = ["figures"]

_DEALT = ("arrests", "returns")  # what is done with persons


@dataclass(frozen=True, slots=True)
class _Found:
    """One quantity, judged; `body` is whether it stands in the body, `persons` whether it counts persons.

    `counts_talks` is whether it may count the talks that the article tells: "hai cuộc hội đàm" of a headline.
    """

    figure: Figure
    thing: str
    sentence: int
    body: bool
    persons: bool
    counts_talks: bool


def figures(ctx: Context) -> tuple[Figure, ...]:
    """The quantities of the article in its order, each once; () where it counts nothing.

    Of a quantity that headings or captions and the body tell, the body's counts.
    """
    found = [x for sentence in _sentences(ctx) for x in sentence]
    told = {(x.figure.unit.lower(), x.figure.category) for x in found if x.body}
    # a headline does not tell what was done with the goods: "2 tấn chân gà" of it and of the body are one
    counted = {(x.figure.value, x.figure.unit.lower(), x.thing) for x in found if x.body and x.thing}
    # … nor what those are called who were caught or handed over: "bắt 4 người" of it and "bắt 4 nghi phạm" of the body
    dealt = {(x.figure.value, x.figure.category) for x in found if x.body and x.persons}
    seen: dict[tuple[float, str, str], set[tuple[int, str]]] = {}
    people: dict[tuple[float, str], int] = {}
    moved: set[tuple[float, str]] = set()
    kept = []
    for x in found:
        unit = x.figure.unit.lower()
        if not x.body and x.counts_talks:
            continue
        if not x.body and ((unit, x.figure.category) in told or (x.figure.value, unit, x.thing) in counted):
            continue
        if not x.body and x.figure.category in _DEALT and (x.figure.value, x.figure.category) in dealt:
            continue
        # "4 công dân … được vớt lên. … sức khỏe của 4 người": told before under another name
        if x.persons:
            first = people.setdefault((x.figure.value, x.figure.category), x.sentence)
            if first != x.sentence and unit == "người":
                continue
            # "tiếp nhận 62 công dân. … 62 công dân cư trú ở nhiều tỉnh": handed over before, only spoken of now
            if x.figure.category == "other" and (x.figure.value, unit) in moved:
                continue
            if x.figure.category in _DEALT:
                moved.add((x.figure.value, unit))
        # "hai người …, các đối tượng …, 2 đối tượng": who was caught goes by many names
        unit = "" if x.figure.category == "arrests" else unit
        same = seen.setdefault((x.figure.value, unit, x.figure.category), set())
        # told again in another sentence; in one sentence two equal counts are two
        if any(at != x.sentence and (not x.thing or not thing or x.thing == thing) for at, thing in same):
            continue
        same.add((x.sentence, x.thing))
        kept.append(x.figure)
    return tuple(kept)


def _sentences(ctx: Context) -> Iterator[list[_Found]]:
    """The judged quantities, sentence by sentence."""
    handed: tuple[int, Handed] | None = None
    # "chúc Tết Giáp Thìn 2024 cán bộ, chiến sĩ": a year is no count
    years = {d.start for d in ctx.of("dates") if d.end - d.start == len("2024")}
    told = (m for m in ctx.of("figures") if m.start not in years)
    for sentence, group in groupby(told, lambda m: ctx.page.sentence(m.start)):
        if sentence is None:
            continue
        span = Span(sentence.start, sentence.end)
        before = handed[1] if handed and sentence.line - handed[0] <= 1 else None
        scene = Scene(ctx, span, list(group), ctx.acts(*span), before)
        judged = [(scene.judge(i), m.first("thing")) for i, m in enumerate(scene.counts)]
        back = next((m for (f, _), m in zip(judged, scene.counts, strict=True) if f and _is_handed(m, f)), None)
        if back is not None:
            handed = sentence.line, Handed(back.start, back.end, back.rule)
        body = sentence.role == "body"
        yield [
            _Found(
                f, ctx.text(*thing).lower() if thing else "", sentence.start, body, is_persons(m),
                f.category == "meetings" and scene.is_word(m),
            )
            for (f, thing), m in zip(judged, scene.counts, strict=True) if f
        ]  # fmt: skip


def _is_handed(m: Mention, figure: Figure) -> bool:
    """Whether a quantity tells persons who were handed over."""
    return figure.category == "returns" and "citizen" in m.groups
