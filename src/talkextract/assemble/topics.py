"""Topics: what the sides discuss, agree or did, in the order of the closed list."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, get_args

from pydantic import TypeAdapter

from ..document import CONTENT, Role
from ..edtf import first_day, last_day
from ..match import first_of_each
from ..mention import Mention
from ..record import Topic, TopicName
from .context import Context
from .timeline import Timeline
from .years import dates_paper

__all__ = ["topics"]

_BODY: Final[frozenset[Role]] = frozenset({"body"})
_ORDER: Final[tuple[TopicName, ...]] = get_args(TopicName)
_TOPICS = TypeAdapter(tuple[Topic, ...])  # an article has ten: checked together
# Names whose words are no subject of the talk: a unit's ("Đại đội Quản lý biên giới Kim Bình"), a paper's.
_NAMES = ("units", "agreements")
# … but the subject of a paper that the sides sign is what they agree on, of one that they review what they discuss.
# Read in lower case.
_SUBJECT = re.compile(
    r"(?<!\w)(?:(?:ký(?: kết)?|trao(?! đổi))(?: (?:và|trao|các|văn|bản|thông|qua|vào|\d+|hai|ba))*"
    r"|(?:sơ kết|tổng kết|đánh giá|kiểm điểm)[^.;,]{0,40} (?:thực hiện|triển khai)"
    r"|ký(?: kết)? [^.;]{0,40}trong đó có)[ \"']{1,2}$"
)
# … and so is that of an arrangement which they are to carry out, treaties being the ground of all they do.
_KEPT = re.compile(
    r"(?<!\w)(?:thực hiện|triển khai|thi hành|(?:theo|trên) tinh thần|(?:xử lý|giải quyết)[^.;]{0,60} theo"
    r"|bàn(?: bạc| thảo)?|thảo luận)(?!\w)"
)
_NEAR = 240  # characters
_LONG_PAST = timedelta(days=6 * 365)
_GOES_ON = re.compile(r"(?<!\w)(?:nay|(?<!sau )từ|vẫn|hiện|tiếp tục|duy trì|kỷ niệm|giúp|theo|thực hiện|căn cứ)(?!\w)")
# A sentence that looks back beyond the talk ("Trước đó, tại hội đàm ngày 6/12/2019 …" of article c_03) is background;
# one about the same day is part of the programme. Read in lower case.
_BACK = re.compile(r"trước đ(?:ó|ây)(?![^\W\d_])")
_SAME_DAY = "cùng ngày"
# … as is what comes before the event that is announced: "Trước đó, hai bên sẽ thực hiện nghi thức chào cột mốc".
_WILL = " sẽ "


def topics(ctx: Context, timeline: Timeline | None = None, day: str | None = None) -> tuple[Topic, ...]:
    """The topics of the article, each with its first cue, in the body where it has one; () where it names none.

    `day` is that of the talk, else that of the article: what `timeline` tells of years before it is background.
    """
    now = first_day(day)

    def is_told(cue: Mention) -> bool:
        if _inside(ctx, cue, names) or _background(ctx, cue):
            return False
        return timeline is None or now is None or not _is_long_past(ctx, cue, timeline, now)

    names = [(ctx.of(field), ctx.starts(field)) for field in _NAMES]
    found: dict[str, Mention] = {}
    for roles in _BODY, CONTENT - _BODY:
        sites = ctx.sites.inside("topics", ctx.page.stretches(roles))
        first_of_each(ctx.view, sites, ctx.sites.ends, found, is_told)
    cues = [(name, found[name]) for name in _ORDER if name in found]
    shown = ctx.evidence([("topic", (cue.start, cue.end), cue.rule) for _, cue in cues])
    named: tuple[Topic, ...] = _TOPICS.validate_python(
        [{"topic": name, "evidence": (one,)} for (name, _), one in zip(cues, shown, strict=True)]
    )
    return named


def _inside(ctx: Context, cue: Mention, names: Sequence[tuple[Sequence[Mention], Sequence[int]]]) -> bool:
    """Whether a cue lies in a name that tells no topic; the mentions of one field do not overlap."""
    for mentions, starts in names:
        at = bisect_right(starts, cue.start) - 1
        if at >= 0 and cue.end <= mentions[at].end:
            name = mentions[at]
            if name.field != "agreements":
                return True
            before = mentions[at - 1] if at else None
            # "ký Kế hoạch hợp tác năm 2026 và Nghị định thư về …": of two that are signed together both
            joined = before is not None and ctx.view.plain[before.end : name.start].strip() in ("và", ",")
            starts_ = (name.start, before.start) if joined and before else (name.start,)
            return not (any(_is_subject(ctx.view.folded, start) for start in starts_) or _is_kept(ctx, name))
    return False


def _is_subject(folded: str, start: int) -> bool:
    """Whether the sides sign or review the paper whose name begins at `start`."""
    return _SUBJECT.search(folded, max(0, start - 80), start) is not None


def _is_kept(ctx: Context, name: Mention) -> bool:
    """Whether the sides are to keep an arrangement: its subject ("người di cư tự do") is what they agree on."""
    sentence = ctx.page.sentence(name.start) if name.value in ("arrangement", "memorandum") else None
    return sentence is not None and _KEPT.search(ctx.view.folded, sentence.start, name.start) is not None


def _is_long_past(ctx: Context, cue: Mention, timeline: Timeline, now: date) -> bool:
    """Whether all dates of a cue's clause, save those of papers, lie years before the talk: "hoàn thành phân giới, cắm
    mốc vào cuối năm 2008". What has gone on since then is no background.
    """
    sentence = ctx.page.sentence(cue.start)
    if sentence is None:
        return False
    folded = ctx.view.folded
    start = max(sentence.start, folded.rfind(";", sentence.start, cue.start) + 1)
    end = folded.find(";", cue.end, sentence.end)
    end = sentence.end if end < 0 else end
    told = [
        d for d in timeline.within(start, end)
        if d.start not in ctx.papers and not dates_paper(folded[max(start, d.start - _NEAR) : d.start])
    ]  # fmt: skip
    lasts = [None if d.is_open else last_day(d.value) for d in told]
    if not lasts or any(last is None or now - last < _LONG_PAST for last in lasts):
        return False
    return _GOES_ON.search(folded, start, end) is None


def _background(ctx: Context, cue: Mention) -> bool:
    """Whether a cue's sentence looks back beyond the talk."""
    sentence = ctx.page.sentence(cue.start)
    if sentence is None or not _BACK.match(ctx.view.folded, sentence.start, sentence.end):
        return False
    return all(ctx.view.plain.find(word, sentence.start, sentence.end) < 0 for word in (_SAME_DAY, _WILL))
