"""Who leads, chairs, speaks, signs or attends: a person's roles at the talk."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from ..mention import Mention, Span
from .context import Context
from .events import Events
from .people import Occurrence, Someone

__all__ = ["give_roles"]

# Acts at the margin of the talk: who only chairs or speaks there has no role in it (record.md, finer point 7).
_MARGIN = regex.compile(r"(?i)tiếp (?:đoàn|xã giao|ngài|đồng chí|ông|bà)|lễ đón|họp báo|tiệc|chiêu đãi|thị sát|kiểm tra (?:công tác|tình hình)")
_CHAIRED_ASIDE = regex.compile(r"(?i) (?:lễ đón|buổi tiếp|họp báo|tiệc|lễ tiễn|lễ chào)")
_SUBJECT_GAP = regex.compile(
    r"(?i)[\s,\-]*(?:\([^()]*\))?(?:thay mặt [^,.;]{2,60}?)?[\s,\-]*(?:(?:cũng|đã|còn|vui mừng|chân thành|trân trọng|bày tỏ sự|đều|đồng thời) ?)*"
)
_JOINED = regex.compile(r"(?i)\s*(?:,|;|và|cùng|với|, và| và| cùng)[\s,]*(?:(?:phía|đoàn|về phía)[^,.;]{0,40}?)?(?:là|có|do)?\s*")
_LEADS_ON = regex.compile(r"(?i)[^.;]{0,120}?(?:là|gồm|có|:|do)\s*(?:các )?$")
_TO_NAME = regex.compile(r"(?i)\s*(?:của|bởi|do|:|là)?\s*(?:các )?")
_LEADERS_SIGN = regex.compile(r"(?i)(?:hai|các|2|trưởng đoàn hai bên|hai bên) ?(?:đồng chí )?trưởng đoàn[^.;]{0,30}$|trưởng đoàn (?:hai|2|các) (?:bên|đoàn|nước)[^.;]{0,30}$")


def give_roles(ctx: Context, people: Sequence[Someone], events: Events) -> None:
    """Fill `roles` of every person from the cues around his places, `attendee` or `mentioned` where nothing else holds."""
    for cue in ctx.of("people.roles"):
        sentence = ctx.page.sentence(cue.start)
        if sentence is None:
            continue
        here = sorted(
            ((o, p) for p in people for o in p.places if sentence.start <= o.name.start < sentence.end),
            key=lambda x: x[0].name.start,
        )
        _apply(ctx, cue, here, people, (sentence.start, sentence.end))
    if events.main:
        _principals(ctx, people, events)
    for p in people:
        if "head" not in p.roles and "co_chair" not in p.roles and not {"speaker", "signatory"} & set(p.roles):
            continue
        p.roles.pop("attendee", None)


def _apply(
    ctx: Context, cue: Mention, here: list[tuple[Occurrence, Someone]], people: Sequence[Someone], bounds: tuple[int, int]
) -> None:
    """Give one cue's role to the person or persons of its sentence that it belongs to."""
    plain = ctx.view.plain
    before = [x for x in here if x[0].end <= cue.start]
    after = [x for x in here if x[0].start >= cue.end]
    role, span = str(cue.value), Span(cue.start, cue.end)
    if role == "signatory" and _LEADERS_SIGN.search(plain[bounds[0] : cue.start]):
        for p in people:
            if "head" in p.roles:
                p.roles.setdefault("signatory", (span, cue.rule))
        return
    if role in ("speaker", "co_chair") and _MARGIN.search(plain[bounds[0] : bounds[1]]):
        return
    chosen: list[Someone] = []
    if role == "head":
        chosen = _head_of(plain, cue, before, after)
    elif role == "co_chair":
        if _CHAIRED_ASIDE.match(plain, cue.end):
            return
        if after and not before and _TO_NAME.fullmatch(plain[cue.end : after[0][0].start]) or (
            after and _LEADS_ON.fullmatch(plain[cue.end : after[0][0].start]) and not (before and _close(plain, before[-1][0], cue))
        ):
            chosen = _chain_after(plain, after)
        elif before and _close(plain, before[-1][0], cue):
            chosen = _chain_before(plain, before)
    elif role == "speaker":
        if before and _SUBJECT_GAP.fullmatch(plain[before[-1][0].end : cue.start]):
            chosen = [before[-1][1]]
        elif after and cue.start == bounds[0] and regex.fullmatch(r"[^;:]{0,90}?, (?:\p{L}+ ){0,3}|[^;:,]{0,8}", plain[cue.end : after[0][0].start]):
            chosen = [after[0][1]]
        elif after and plain[cue.start : cue.end].lower() == "theo" and after[0][0].start == cue.end + 1:
            chosen = [after[0][1]]
    elif role == "signatory":
        if before and _SUBJECT_GAP.fullmatch(plain[before[-1][0].end : cue.start]):
            chosen = _chain_before(plain, before)
    elif role == "attendee" and after and _LEADS_ON.fullmatch(plain[cue.end : after[0][0].start]):
        chosen = _chain_after(plain, after)
    for p in chosen:
        p.roles.setdefault(role, (span, cue.rule))


def _close(plain: str, o: Occurrence, cue: Mention) -> bool:
    """Whether nothing but a bracket or a connecting word stands between a person and the cue behind him."""
    return bool(regex.fullmatch(r"(?i)[\s,\-]*(?:\([^()]*\))?[\s,\-]*(?:(?:đã|cùng|cũng|được cử|đồng|trực tiếp) ?)*", plain[o.end : cue.start]))


def _head_of(
    plain: str, cue: Mention, before: list[tuple[Occurrence, Someone]], after: list[tuple[Occurrence, Someone]]
) -> list[Someone]:
    """Whom "dẫn đầu", "làm trưởng đoàn" speaks of: the next person in "dẫn đầu đoàn … là X", else the last before it."""
    words = plain[cue.start : cue.end].lower()
    if words.startswith("trưởng đoàn") and regex.search(r"(?i)(?:hai|các|2|đồng chí|những) $", plain[max(0, cue.start - 12) : cue.start]):
        return []
    if after:
        gap = plain[cue.end : after[0][0].start]
        if regex.fullmatch(r"(?i)[^.;]{0,160}?(?:là|:)\s*", gap) or (words == "trưởng đoàn" and not gap.strip(" :,-")):
            return [after[0][1]]
    if before and words != "trưởng đoàn" and ";" not in plain[before[-1][0].end : cue.start]:
        return [before[-1][1]]
    if before and words == "trưởng đoàn" and regex.fullmatch(r"[\s,\-]*", plain[before[-1][0].end : cue.start]):
        return [before[-1][1]]
    return []


def _chain_before(plain: str, before: list[tuple[Occurrence, Someone]]) -> list[Someone]:
    """The last person before a cue and all whom "và", "cùng" or a comma joins to him."""
    chosen = [before[-1][1]]
    for (left, p), (right, _) in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
        if not _JOINED.fullmatch(plain[left.end : right.start]):
            break
        chosen.append(p)
    return chosen


def _chain_after(plain: str, after: list[tuple[Occurrence, Someone]]) -> list[Someone]:
    """The first person after a cue and all who are joined to him."""
    chosen = [after[0][1]]
    for (left, _), (right, p) in zip(after[:-1], after[1:], strict=True):
        if not _JOINED.fullmatch(plain[left.end : right.start]):
            break
        chosen.append(p)
    return chosen


def _principals(ctx: Context, people: Sequence[Someone], events: Events) -> None:
    """The two persons of "X hội đàm với Y" lead their sides, where nobody else is told to."""
    plain = ctx.view.plain
    for e in events.same:
        here = sorted(
            ((o, p) for p in people for o in p.places if e.sentence.start <= o.name.start < e.sentence.end), key=lambda x: x[0].name.start
        )
        left = [x for x in here if x[0].end <= e.mention.start]
        right = [x for x in here if x[0].start >= e.mention.end]
        if not (left and right):
            continue
        to = plain[e.mention.end : right[0][0].start]
        if regex.fullmatch(r"(?i)[\s,\-]*(?:\([^()]*\))?[\s,\-]*(?:(?:đã|có|tiến hành|cuộc|buổi) ?)*", plain[left[-1][0].end : e.mention.start]) and regex.fullmatch(r"(?i) (?:với|cùng) ", to):
            span = Span(e.noun.start, e.noun.end)
            for p in (left[-1][1], right[0][1]):
                p.roles.setdefault("head", (span, e.mention.rule))
