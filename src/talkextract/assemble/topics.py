"""Topics: what the sides discuss, agree or did, in the order of the closed list."""

from __future__ import annotations

from typing import cast, get_args

import regex

from ..mention import Mention
from ..record import Topic, TopicName
from .context import Context

__all__ = ["topics"]

_ORDER = get_args(TopicName)
# Names whose words are no subject of the talk: a unit's ("Đại đội Quản lý biên giới Kim Bình"), a paper's.
_NAMES = ("units", "agreements")
# A sentence that looks back beyond the talk ("Trước đó, tại hội đàm ngày 6/12/2019 …" of article c_03) is background;
# one about the same day is part of the programme.
_BACKGROUND = regex.compile(r"(?i:trước đó|trước đây)(?!\p{L})(?!.*cùng ngày)")


def topics(ctx: Context) -> tuple[Topic, ...]:
    """The topics of the article, each with its first cue, in the body where it has one; () where it names none."""
    names = [m for field in _NAMES for m in ctx.of(field)]
    found: dict[str, Mention] = {}
    for cue in ctx.of("topics"):
        name = str(cue.value)
        if name in found and (_in_body(ctx, found[name]) or not _in_body(ctx, cue)):
            continue
        if not _inside(cue, names) and not _background(ctx, cue):
            found[name] = cue
    return tuple(
        Topic(topic=cast("TopicName", name), evidence=(ctx.evidence("topic", cue.start, cue.end, cue.rule),))
        for name in _ORDER
        if (cue := found.get(name))
    )


def _in_body(ctx: Context, cue: Mention) -> bool:
    return ctx.page.role(cue.start) == "body"


def _inside(cue: Mention, names: list[Mention]) -> bool:
    return any(n.start <= cue.start and cue.end <= n.end for n in names)


def _background(ctx: Context, cue: Mention) -> bool:
    sentence = ctx.page.sentence(cue.start)
    return sentence is not None and bool(_BACKGROUND.match(ctx.view.plain, sentence.start, sentence.end))
