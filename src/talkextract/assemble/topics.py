"""Topics: what the sides discuss, agree or did, in the order of the closed list."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, get_args

import regex

from ..mention import Mention
from ..record import Topic, TopicName
from .context import Context

__all__ = ["topics"]

_ORDER: Final[tuple[TopicName, ...]] = get_args(TopicName)
# Names whose words are no subject of the talk: a unit's ("Đại đội Quản lý biên giới Kim Bình"), a paper's.
_NAMES = ("units", "agreements")
# A sentence that looks back beyond the talk ("Trước đó, tại hội đàm ngày 6/12/2019 …" of article c_03) is background;
# one about the same day is part of the programme.
_BACK = regex.compile(r"(?i:trước đó|trước đây)(?!\p{L})")
_SAME_DAY = "cùng ngày"


def topics(ctx: Context) -> tuple[Topic, ...]:
    """The topics of the article, each with its first cue, in the body where it has one; () where it names none."""
    names = [(ctx.of(field), [m.start for m in ctx.of(field)]) for field in _NAMES]
    found: dict[str, Mention] = {}
    for cue in ctx.of("topics"):
        name = str(cue.value)
        if name in found and (_in_body(ctx, found[name]) or not _in_body(ctx, cue)):
            continue
        if not _inside(cue, names) and not _background(ctx, cue):
            found[name] = cue
    return tuple(
        Topic(topic=name, evidence=ctx.evidence([("topic", (first.start, first.end), first.rule)]))
        for name in _ORDER
        if (first := found.get(name)) is not None
    )


def _in_body(ctx: Context, cue: Mention) -> bool:
    return ctx.page.role(cue.start) == "body"


def _inside(cue: Mention, names: Sequence[tuple[Sequence[Mention], list[int]]]) -> bool:
    """Whether a cue lies in a name; the mentions of one field follow each other and do not overlap."""
    for mentions, starts in names:
        at = bisect_right(starts, cue.start) - 1
        if at >= 0 and cue.end <= mentions[at].end:
            return True
    return False


def _background(ctx: Context, cue: Mention) -> bool:
    sentence = ctx.page.sentence(cue.start)
    if sentence is None or not _BACK.match(ctx.view.plain, sentence.start, sentence.end):
        return False
    return ctx.view.plain.find(_SAME_DAY, sentence.start, sentence.end) < 0
