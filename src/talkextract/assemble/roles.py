"""Who leads, chairs, speaks, signs or attends: a person's roles at the talk."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..mention import Span
from .context import Context
from .events import Events
from .people import Occurrence, Someone

__all__ = ["ROLES", "give_roles"]

ROLES = ("head", "co_chair", "speaker", "signatory", "attendee")

# Patterns read the text in lower case; "*+" keeps them from trying a row of commas in every way.
# Acts at the margin of the talk: who only chairs or speaks there has no role in it (record.md, finer point 7).
_MARGIN = re.compile(
    r"tiếp (?:đoàn|xã giao|ngài|đồng chí|ông|bà)|lễ đón|họp báo|tiệc|chiêu đãi|thị sát"
    r"|kiểm tra (?:công tác|tình hình)"
)
_MARGIN_CHAIRED = re.compile(r" (?:lễ đón|buổi tiếp|họp báo|tiệc|lễ tiễn|lễ chào)")
_SUBJECT = re.compile(
    r"[\s,\-]*+(?:\([^()]*\))?(?:thay mặt [^,.;]{2,60}?)?[\s,\-]*+"
    r"(?:(?:cũng|đã|còn|vui mừng|chân thành|trân trọng|bày tỏ sự|đều|đồng thời) ?)*"
)
_BESIDE = re.compile(
    r"[\s,\-]*+(?:\([^()]*\))?[\s,\-]*+(?:(?:là )?trưởng đoàn[^,.;]{0,40}?)?[\s,\-]*+"
    r"(?:(?:đã|cùng|cũng|được cử|đồng|trực tiếp) ?)*"
)
_JOINED = re.compile(
    r"\s*(?:,|;|và|cùng|với|, và| và| cùng)[\s,]*(?:(?:phía|đoàn|về phía)[^,.;]{0,40}?,?)?(?:là|có|do)?\s*"
)
_LEADS_ON = re.compile(r"[^.;]{0,120}?(?:là|gồm|có|:|do)\s*(?:các )?")
_OF_BOTH = re.compile(r" (?:(?:đoàn )?đại biểu |của )?(?:hai|2|các) (?:bên|nước|đoàn|tỉnh|đơn vị)")
_DASH = re.compile(r"[^.;,]{0,60} - ")
_SIGNED_BY = re.compile(r"[^,.;]{0,60}? (?:là|gồm|có|gồm có):? (?:các )?")
_LEADS_ON_IS = re.compile(r"[^.;]{0,160}?(?:là|:)\s*")
_TO_NAME = re.compile(r"\s*(?:của|bởi|do|:|là)?\s*(?:các )?")
_OPENS_SPEECH = re.compile(r"[^;:]{0,90}?, (?:[^\W\d_]+ ){0,3}|[^;:,]{0,8}")
_ONLY_SIGNS = re.compile(r"[\s,\-:]*")
_OF_SEVERAL = re.compile(r"(?:hai|các|2|đồng chí|những) $")
_LEADERS_SIGN = re.compile(
    r"(?:(?:hai|các|2) (?:đồng chí )?(?:trưởng đoàn|chủ trì)"
    r"|trưởng đoàn (?:hai|2|các) (?:bên|đoàn|nước))[^.;]{0,30}$"
)
_MET = re.compile(r"[\s,\-]*+(?:\([^()]*\))?[\s,\-]*+(?:(?:đã|có|tiến hành|cuộc|buổi) ?)*")
_WITH = re.compile(r" (?:(?:với|cùng) )?")

Here = list[tuple[Occurrence, Someone]]


class _Cue(NamedTuple):
    """A word of a role, with the persons of its sentence before and behind it."""

    folded: str
    start: int
    end: int
    sentence: Span
    before: Here
    after: Here

    @property
    def behind(self) -> str:
        """The words from the person before the cue to the cue; "." where nobody stands before it."""
        return self.folded[self.before[-1][0].end : self.start] if self.before else "."

    @property
    def ahead(self) -> str:
        """The words from the cue to the next person; "." where nobody comes."""
        return self.folded[self.end : self.after[0][0].start] if self.after else "."

    def chain_before(self) -> list[Someone]:
        """The last person before the cue and all whom "và", "cùng" or a comma joins to him."""
        chosen = [self.before[-1][1]]
        for (right, _), (left, p) in pairwise(reversed(self.before)):
            if not _JOINED.fullmatch(self.folded, left.end, right.start):
                break
            chosen.append(p)
        return chosen

    def chain_after(self) -> list[Someone]:
        """The first person behind the cue and all who are joined to him."""
        chosen = [self.after[0][1]]
        for (left, _), (right, p) in pairwise(self.after):
            if not _JOINED.fullmatch(self.folded, left.end, right.start):
                break
            chosen.append(p)
        return chosen


def give_roles(ctx: Context, people: Sequence[Someone], events: Events) -> None:
    """Fill `roles` of every person from the cues around his places; `mentioned`, the lack of any, to nobody."""
    if not people:
        return
    folded, persons = ctx.view.folded, _Persons(people)
    for m in ctx.of("people.roles"):
        sentence = ctx.page.sentence(m.start)
        if sentence is None:
            continue
        if m.value == "signatory" and _LEADERS_SIGN.search(folded, *sentence.before(m.start)):
            chosen = [p for p in people if "head" in p.roles] or [p for p in people if "co_chair" in p.roles]
        elif here := persons.within(sentence.start, sentence.end):
            before, after = [x for x in here if x[0].end <= m.start], [x for x in here if x[0].start >= m.end]
            cue = _Cue(folded, m.start, m.end, Span(sentence.start, sentence.end), before, after)
            chosen = _WHO[str(m.value)](cue)
        else:
            continue
        _give(chosen, str(m.value), Span(m.start, m.end), m.rule)
    _give_principals(ctx, persons, events)
    if events.main and events.main.kind == "signing":
        # who signs for his side leads it there (record.md, finer point 6)
        for p in people:
            if "signatory" in p.roles:
                p.roles.setdefault("head", p.roles["signatory"])


class _Persons:
    """All places of all persons, in the order of the text."""

    def __init__(self, people: Sequence[Someone]) -> None:
        self._all = sorted(((o, p) for p in people for o in p.places), key=lambda x: x[0].name.start)
        self._starts = [o.name.start for o, _ in self._all]

    def within(self, start: int, end: int) -> Here:
        """Those whose name begins in a stretch of the text."""
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _give(people: Sequence[Someone], role: str, span: Span, rule: str) -> None:
    """Note a role with the words that tell it; the first that tell it count."""
    for p in people:
        p.roles.setdefault(role, (span, rule))


def _who_leads(cue: _Cue) -> list[Someone]:
    """The next person in "dẫn đầu đoàn … là X", else the last before "làm trưởng đoàn", "dẫn đầu"."""
    word = cue.folded[cue.start : cue.end]
    alone = word == "trưởng đoàn"
    if alone and _OF_SEVERAL.search(cue.folded, max(0, cue.start - 12), cue.start):
        return []
    named_next = _LEADS_ON_IS.fullmatch(cue.ahead)
    if named_next or (alone and (_ONLY_SIGNS.fullmatch(cue.ahead) or _DASH.fullmatch(cue.ahead))):
        return [cue.after[0][1]]
    if cue.before and ";" not in cue.behind and (not alone or _ONLY_SIGNS.fullmatch(cue.behind)):
        chain = cue.chain_before()
        states = {p.country for p in chain}
        # "Do X và Y làm Trưởng đoàn": one of each side, or of both as the words say
        together = _OF_BOTH.match(cue.folded, cue.end) or (len(states) > 1 and None not in states)
        return chain if together else chain[:1]
    return []


def _who_chairs(cue: _Cue) -> list[Someone]:
    """Those before "đồng chủ trì", or behind "dưới sự chủ trì của", "chủ trì hội đàm là"."""
    if _MARGIN_CHAIRED.match(cue.folded, cue.end) or _MARGIN.search(cue.folded, *cue.sentence):
        return []
    beside = bool(_BESIDE.fullmatch(cue.behind))
    of_the_next = not cue.before and bool(_TO_NAME.fullmatch(cue.ahead))
    if cue.after and (of_the_next or (not beside and _LEADS_ON.fullmatch(cue.ahead))):
        return cue.chain_after()
    return cue.chain_before() if beside else []


def _who_speaks(cue: _Cue) -> list[Someone]:
    """The person right before the verb, or behind "Phát biểu tại …,", "theo"."""
    said_by = cue.folded[cue.start : cue.end] == "theo" and cue.ahead == " "
    if cue.before and _SUBJECT.fullmatch(cue.behind):
        speaker = cue.before[-1][1]
    elif cue.after and (said_by or (cue.start == cue.sentence.start and _OPENS_SPEECH.fullmatch(cue.ahead))):
        speaker = cue.after[0][1]
    else:
        return []
    return [] if _MARGIN.search(cue.folded, *cue.sentence) else [speaker]


def _who_signs(cue: _Cue) -> list[Someone]:
    """Those right before the verb, or behind "đặt bút ký có"."""
    if cue.before and _SUBJECT.fullmatch(cue.behind):
        return cue.chain_before()
    return cue.chain_after() if cue.after and _SIGNED_BY.fullmatch(cue.ahead) else []


def _who_attends(cue: _Cue) -> list[Someone]:
    """Those behind "Đến dự có", "Đón và làm việc với đoàn là"."""
    return cue.chain_after() if _LEADS_ON.fullmatch(cue.ahead) else []


_WHO: dict[str, Callable[[_Cue], list[Someone]]] = {
    "head": _who_leads, "co_chair": _who_chairs, "speaker": _who_speaks, "signatory": _who_signs,
    "attendee": _who_attends,
}  # fmt: skip


def _give_principals(ctx: Context, persons: _Persons, events: Events) -> None:
    """The two persons of "X hội đàm với Y" lead their sides."""
    folded = ctx.view.folded
    for e in events.same:
        here = persons.within(e.sentence.start, e.sentence.end)
        left = [x for x in here if x[0].end <= e.mention.start]
        right = [x for x in here if x[0].start >= e.mention.end]
        if not (left and right) or not _MET.fullmatch(folded, left[-1][0].end, e.mention.start):
            continue
        if _WITH.fullmatch(folded, e.mention.end, right[0][0].start):
            _give([left[-1][1], right[0][1]], "head", e.noun, e.mention.rule)
