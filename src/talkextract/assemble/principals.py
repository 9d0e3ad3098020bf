"""Event mention → the two who meet there: "X hội đàm với Y", "hội đàm giữa X và Y", "X và Y hội đàm"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..mention import Span
from .context import Context
from .event import Event, has_day
from .events import Events
from .named_by_post import of_the_post, of_the_post_behind
from .person import Someone
from .role_cues import AS_LEADER, BRACKETS, COURTESY, JOINED, REACH, Cue, Here, Persons, give

__all__ = ["give_principals"]

_MET = re.compile(
    rf"{BRACKETS}{AS_LEADER}[\s,\-]*+"
    r"(?:dẫn đầu(?: đoàn)?[\s,]*+)?"
    r"(?:(?:dẫn đầu,?|đã|sẽ|dự kiến|có|vừa|cũng|tiến hành|cuộc|buổi|chủ trì|lễ đón|đón|tiếp|và|chính thức"
    r"|trọng thể|,) ?)*"
)
# "A và B đã có cuộc hội đàm"
_DO = re.compile(
    rf"{BRACKETS}{AS_LEADER}[\s,\-]*+"
    r"(?:(?:đã|sẽ|dự kiến|có|vừa|cũng|cùng nhau|tiến hành|tổ chức|bước vào|cuộc|buổi|chính thức|trực tiếp|,) ?)*"
)
# Kinds of events at which persons meet as such.
_OF_PERSONS = ("talks", "meeting")
# … however and wherever they met
_HOW = (
    r"(?: (?:(?:theo|bằng|dưới) hình thức )?(?:trực tuyến|trực tiếp|song phương|riêng|hẹp|qua cầu truyền hình)"
    r"| bên lề [^,.;]{3,80}?| tại [^,.;]{3,60}?)?"
)
_WITH = re.compile(rf"{_HOW} (?:với|cùng) | ")
# "hội đàm với đoàn đại biểu … do X làm trưởng đoàn", "hội đàm giữa X và Y"
_WITH_THEM = re.compile(rf"(?:{_HOW} (?:với|cùng))? (?:đoàn|lãnh đạo)[^.;]{{0,200}}? do ")
# Whom the one who comes to talk calls on before: "A đã hội kiến Thủ tướng B và hội đàm với C"
_CALLED_ON = re.compile(r"(?<!\w)(?:hội kiến|chào xã giao|yết kiến)(?!\w)[^.;]{0,80}$")
_BETWEEN = re.compile(r"[^,.;]{0,12} (?:giữa|của) ")
_TAKEN_UP = re.compile(r"(?:tại|trong|ở) (?:(?:buổi|cuộc|phiên) )?")
# "trong buổi hội kiến tại TP.HCM, A và B đã ký": who met there opens the clause behind
_MET_THERE = re.compile(r"(?: (?:tại|ở) (?:[^,.;]|\.(?=\w)){2,60}?)?(?: giữa hai bên)?, ")
_AT_MEETING = re.compile(r"(?:trong|tại)(?: buổi| cuộc| khuôn khổ buổi)? $")
_THEN_DID = re.compile(rf"{BRACKETS}{AS_LEADER}[\s,\-]*+(?:(?:cùng|đã|vừa) )+")
_POSTS = 120  # characters behind an event in which the posts of those who meet are named


def give_principals(
    ctx: Context, persons: Persons, people: Sequence[Someone], events: Events, *, chaired: bool
) -> None:
    """The two persons of "X hội đàm với Y", "hội đàm giữa X và Y", "X hội đàm với đoàn … do Y" lead their sides, those
    of "X và Y hội đàm" and of "hai Bộ trưởng hội đàm" too.

    Where two chair the talk (`chaired`), "hội kiến" is a call beside it.
    """
    for e in events.same:
        if chaired and ctx.view.folded.startswith("hội kiến", e.noun.start):
            continue
        here = persons.within(e.sentence.before(e.noun.start).start, min(e.sentence.end, e.mention.end + REACH))
        left = [x for x in here if x[0].end <= e.mention.start]
        right = [x for x in here if x[0].start >= e.mention.end]
        if right and not COURTESY.search(ctx.view.folded, e.mention.start, right[0][0].start):
            give(_principals(ctx.view.folded, e, left, right), "head", e.noun, e.mention.rule)
        if not chaired and e.kind in _OF_PERSONS:
            behind = ctx.view.folded[e.mention.end : min(e.sentence.end, e.mention.end + _POSTS)]
            met = (
                _together(ctx.view.folded, e, left)
                or (_met_there(ctx.view.folded, e, right) if e is events.main and has_day(ctx, e.sentence) else [])
                or of_the_post(e.before, people)
                or of_the_post_behind(behind, people, taken_up=_TAKEN_UP.fullmatch(e.before) is not None)
            )
            give(met, "head", e.noun, e.mention.rule)


def _together(folded: str, e: Event, left: Here) -> list[Someone]:
    """Those of "A, …; B, … và C, … hội đàm", one of each state."""
    if not left or folded.startswith((" với ", " giữa ", " cùng "), e.mention.end):
        return []
    if not _DO.fullmatch(folded, left[-1][0].end, e.noun.start):
        return []
    chain = Cue(folded, e.noun.start, e.mention.end, Span(0, 0), left, []).chain_before()[::-1]
    states = {p.country for p in chain}
    return chain if len(chain) == len(states) > 1 and None not in states else []


def _met_there(folded: str, e: Event, right: Here) -> list[Someone]:
    """The two, one of each state, of whom is told what they did when they met: "trong buổi hội kiến, A và B đã"."""
    if len(right) < 2 or _AT_MEETING.search(e.before) is None:
        return []
    (place, one), (second, other) = right[:2]
    if one.country == other.country or None in (one.country, other.country):
        return []
    told = _MET_THERE.fullmatch(folded, e.mention.end, place.start) and _THEN_DID.match(folded, second.end)
    return [one, other] if told and JOINED.fullmatch(folded, place.end, second.start) else []


def _principals(folded: str, e: Event, left: Here, right: Here) -> list[Someone]:
    """The two who meet; [] where an event is no meeting of two persons."""
    first, other = right[0]
    if left and _MET.fullmatch(folded, left[-1][0].end, e.mention.start):
        called_on = len(left) > 1 and _CALLED_ON.search(folded, left[-2][0].end, left[-1][0].start)
        for words in (_WITH, _WITH_THEM):
            if words.fullmatch(folded, e.mention.end, first.start):
                return [left[-2 if called_on else -1][1], other]
    if len(right) == 2 and _BETWEEN.fullmatch(folded, e.mention.end, first.start):
        second, also = right[1]
        return [other, also] if JOINED.fullmatch(folded, first.end, second.start) else []
    return []
