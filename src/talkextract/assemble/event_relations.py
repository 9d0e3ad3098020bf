"""Event mention × reported event → whether both are the same, and how another one stands to it."""

from __future__ import annotations

import re

from ..values.dates import Point
from .context import Context
from .cues import alone, standing
from .event import DAY, HABIT, Event, has_day, has_day_or_place, is_weak

__all__ = [
    "ATTENDED",
    "TAKEN_UP",
    "is_joined",
    "is_on_other_day",
    "is_other",
    "is_same",
    "is_told_apart",
    "is_with_another",
]

IS_HELD = re.compile(
    standing("diễn ra", "tổ chức", "tiến hành", "khai mạc") + r"(?: thành công)?(?: (?:buổi|cuộc|chương trình))? $"
)
ATTENDED = re.compile(standing("dự", "tham dự", "tham gia") + r"(?: (?:buổi|cuộc|chương trình))? $")
_THEN = re.compile(r"cùng (?:ngày|chiều|sáng|tối)|tiếp đó|sau đó|trước (?:đó|hội đàm|hội nghị)|nhân dịp này|dịp này")
# … what takes up the event that was told: "Tại buổi hội đàm".
TAKEN_UP = re.compile(r"(?:tại|sau|trước|kết thúc|ở|kết luận|chỉ đạo|điều hành) (?:buổi )?$")
_AT_IT = re.compile(r"(?:phát biểu )?(?:tại|trong) (?:buổi |cuộc |phiên )?")
# What opens a sentence about another event of the same or the next days: "Chiều cùng ngày, Đồn A hội đàm với …".
_NEXT_TOLD = re.compile(
    r"(?:(?:sáng|trưa|chiều|tối|cũng trong|trong) )*"
    r"(?:cùng (?:ngày|sáng|chiều|tối)|hôm sau|tiếp đó|(?:liền )?sau đó|trước đó|tiếp theo)(?!\w)"
)
# A paper that this event brought about: "hai bên ký Biên bản hội đàm năm 2022".
_SIGNED = re.compile(alone("ký", "ký kết", "trao", "thông qua") + "[^.;:]{0,60}$")
# … with its own parties before: "hội đàm giữa A với B và lễ ký kết nghĩa giữa C với D"
_AND = re.compile(
    r"(?: (?:giữa|với) [^.;:]{4,240}?)?,? (?:và|kết hợp|gắn với)(?: (?:tổ chức|chương trình|buổi|cuộc))* "
)
_MEETINGS = ("talks", "briefing", "conference", "meeting")
_THIS_IS = re.compile(r"đây (?:cũng )?là (?:lần |đợt |cuộc |buổi |kỳ |chương trình )*")
_NEXT = re.compile(r"(?:lần|kỳ) (?:sau|tới|kế tiếp|tiếp theo)")
_SEVERAL = ("các ", "những ", "mọi ")
# An item in a row of what was done: "tổ chức 2 chuyến tuần tra; giao lưu sĩ quan trẻ".
_IN_ROW = re.compile(r"(?:[;,]| và) $")


def is_same(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a mention is of the reported event: the same kind, no other round or year, not told as an earlier one."""
    if e.is_off or is_with_another(ctx, e, main) or (e.round and not main.round and is_on_other_day(ctx, e, main)):
        return False
    if e.kind != main.kind:
        # the headline or the paper may call a round by another noun: "họp thường niên lần thứ 26", in the text a
        # "Hội nghị"
        renames = e.sentence.role == "title" or (e.in_paper and _SIGNED.search(e.before))
        if renames and e.round and main.round and e.kind in _MEETINGS and main.kind in _MEETINGS:
            return e.round.value == main.round.value
        # a bare "hội nghị" takes up a review conference or a briefing
        taken_up = e.kind == "conference" and not e.tail.strip() and main.kind in ("review_conference", "briefing")
        return taken_up and not _is_next(ctx, e)
    other = (e.round and main.round) or (e.year and main.year)
    if e.in_paper and not (e.is_background or e.is_earlier or e.coming or other) and _SIGNED.search(e.before):
        return True
    if e.coming and not main.coming and (e.full or _is_next(ctx, e)):
        return False
    if e.full and e.is_background and not (main.round or main.year):
        return False
    if e.round:
        return e.round.value == main.round.value if main.round else not main.full or _says_which(e)
    if e.year and main.year and e.year != main.year:
        return False
    if _is_of_another_part(e, main):
        return False
    # the headline, or a later mention of the same quarter, may tell the year that the lead leaves out
    if e.year and (main.year or (e.part and e.part == main.part) or e.sentence.role == "title"):
        return True
    if (e.is_earlier and (not e.full or has_day(ctx, e.sentence))) or (not e.full and _has_own_day(ctx, e, main)):
        return False
    # a paper is called after the event that made it; a habit is no event
    return not e.year and (not e.is_habit or e.in_paper)


def _says_which(e: Event) -> bool:
    """Whether a sentence says which round the reported event is: "Đây là đợt giao ban lần thứ 2 trong năm"."""
    return _THIS_IS.fullmatch(e.before) is not None


def _is_of_another_part(e: Event, main: Event) -> bool:
    """Whether the names of two events tell two quarters, half-years or months."""
    return e.full and main.full and e.part is not None and main.part is not None and e.part != main.part


def _is_next(ctx: Context, e: Event) -> bool:
    """Whether a mention is of the next such event: "Hội nghị lần sau được tổ chức tại Hà Tĩnh"."""
    return e.coming is not None and bool(_NEXT.match(ctx.view.folded, e.coming.start))


def _is_held_too(ctx: Context, e: Event, main: Event) -> bool:
    """Whether the body tells of another event as held beside the reported one: "Chiều cùng ngày, diễn ra Cuộc gặp …".

    One without a name needs a day of its own; an everyday word is one only as an exchange.
    """
    if is_weak(ctx, e) and e.kind != "exchange":
        return False
    if e.sentence.role != "body":
        return False
    if _is_within(e, main):
        return True
    if not IS_HELD.search(e.before):
        return False
    own_day = has_day(ctx, e.sentence) and e.sentence != main.sentence
    return own_day or (e.full and (has_day(ctx, e.sentence) or _THEN.search(e.before) is not None))


def _is_within(e: Event, main: Event) -> bool:
    """Whether talks are held within an exchange: "Chiều cùng ngày, tại phường A, hai Bộ trưởng hội đàm"."""
    talks = e.kind == "talks" and main.kind == "exchange" and e.sentence != main.sentence
    return talks and _NEXT_TOLD.match(e.before) is not None and not TAKEN_UP.search(e.before)


def is_with_another(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a sentence tells of another event, with another partner or of others altogether."""
    return _is_second(ctx, e, main) or _is_with_others(ctx, e, main)


def _is_second(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a sentence tells of another event of the kind, with another partner: "Chiều cùng ngày, Đồn A tổ chức hội
    đàm với Đại đội B".
    """
    folded = ctx.view.folded
    if e.sentence.role != "body" or e.sentence.start <= main.sentence.start or e.is_habit or e.is_background:
        return False
    if not folded.startswith((" với ", " giữa "), e.pieces[-1].end) or not _NEXT_TOLD.match(e.before):
        return False
    partner = next(iter(ctx.inside("units", e.mention.end, e.sentence.end)), None)
    if partner is None:
        return False
    name = folded[partner.start : partner.end].rpartition(" ")[2]
    return folded.find(name, main.sentence.start, main.sentence.end) < 0


def _is_with_others(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a later sentence tells that an event of the kind was held on another day, with a unit that the reported
    one does not name: "Hai hôm sau, ngày 5/9, Đồn C và Trạm D cũng tiến hành hội đàm".
    """
    if e.kind != main.kind or e.sentence.role != "body" or e.sentence.start <= main.sentence.start:
        return False
    if e.coming or e.is_background or e.is_earlier or e.is_habit or is_weak(ctx, e):
        return False
    own, told = (
        {(m.value.month, m.value.day) for m in ctx.inside("dates", s.start, s.end)
         if isinstance(m.value, Point) and m.value.day}
        for s in (e.sentence, main.sentence)
    )  # fmt: skip
    # where the reported event's sentence does not tell both sides, a later one may add them
    if not own or not told or own & told or len(ctx.inside("units", main.sentence.start, main.sentence.end)) < 2:
        return False
    folded = ctx.view.folded
    named = ctx.inside("units", e.sentence.start, e.sentence.end)
    names = {folded[u.start : u.end].rpartition(" ")[2] for u in named}
    new = [name for name in names if folded.find(name, main.sentence.start, main.sentence.end) < 0]
    return len(new) > 1 or (bool(new) and folded.startswith((" với ", " giữa "), e.pieces[-1].end))


def _has_own_day(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a later mention of the noun has a day of its own: right behind it ("tại hội đàm ngày 6/12/2019"), or
    before it with a partner behind it ("Ngày 1/6, Công an tỉnh A hội đàm với Ty Công an tỉnh B").
    """
    if e.sentence.start <= main.sentence.start:
        return False
    if ctx.first("dates", e.mention.end + 1, e.mention.end + 2):
        # "Vừa qua, … hội đàm với … Tại buổi hội đàm ngày 22/4, hai bên": the day that the lead keeps back
        return not (_AT_IT.fullmatch(e.before) and not has_day(ctx, main.sentence))
    if e.sentence.role != "body" or not ctx.view.folded.startswith(" với ", e.mention.end):
        return False
    own, told = (
        [m.value for m in ctx.inside("dates", s.start, s.end) if DAY.search(ctx.view.folded, m.start, m.end)]
        for s in (e.sentence, main.sentence)
    )
    return len(own) == len(told) == 1 and isinstance(own[0], Point) and isinstance(told[0], Point) and own != told


def is_on_other_day(ctx: Context, e: Event, main: Event) -> bool:
    """Whether the day or month right behind the name of an event is none of the reported event's sentence."""
    told = ctx.first("dates", e.mention.end + 1, e.mention.end + 3)
    if told is None or e.sentence == main.sentence or not isinstance(told.value, Point) or not told.value.month:
        return False
    values = (m.value for m in ctx.inside("dates", main.sentence.start, main.sentence.end))
    days = [v for v in values if isinstance(v, Point) and v.day]
    own = told.value
    return bool(days) and not any(own.month == v.month and own.day in (v.day, None) for v in days)


def is_joined(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a named event is held with the reported one: "tổ chức hội đàm quý II và Lễ ký kết nghĩa"."""
    joined = e.full and e.kind != main.kind and e.sentence == main.sentence and main.mention.end < e.mention.start
    return joined and _AND.fullmatch(ctx.view.folded, main.pieces[-1].end, e.mention.start) is not None


def is_told_apart(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a sentence of its own tells that another event is held: its day and place stand before the noun too
    ("Trước đó, ngày 2/5, tại bản X, hai bên đã tổ chức Giao lưu …").
    """
    if e.sentence.role != "body" or e.sentence == main.sentence or e.is_background or e.in_paper:
        return False
    held = IS_HELD.search(e.before) is not None
    if _is_within(e, main) or (e.full and e.kind == "exchange" and ATTENDED.search(e.before)):
        return True
    return held or (ctx.view.folded.startswith((" với ", " giữa "), e.pieces[-1].end) and not TAKEN_UP.search(e.before))


_WITNESSED = re.compile(
    r"(?:tại|kết thúc|trong khuôn khổ) (?:buổi |cuộc |phiên )?(?:hội (?:nghị|đàm)|giao ban|họp|làm việc)(?!\w)"
    r"[^.;]{0,60} chứng kiến(?: \w+){0,2} $"
)


def _is_signed_there(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a signing is no more than that of the talk's own paper: "Kết thúc hội đàm, hai Bộ trưởng chứng kiến lễ ký
    Kế hoạch hợp tác năm 2026", without a day of its own.
    """
    if e.kind != "signing" or main.kind == "signing" or has_day(ctx, e.sentence):
        return False
    # "Tại hội nghị, các đại biểu chứng kiến Lễ ký kết hợp tác năm 2020 giữa A với B"
    return _WITNESSED.search(e.before) is not None or bool(ctx.inside("agreements", e.noun.end, e.mention.end + 1))


def _is_item(ctx: Context, e: Event) -> bool:
    """Whether an exchange is only one of the things that were done: a verb in their row."""
    return ctx.view.plain[e.noun.start].islower() and _IN_ROW.search(e.before) is not None


def is_other(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a mention names another event: a round, a year, a proper name, a day of its own, or one to come."""
    if e.is_off or _is_signed_there(ctx, e, main):
        return False
    if e.round or (e.full and e.year) or (_is_of_another_part(e, main) and not e.is_habit):
        return True
    if is_with_another(ctx, e, main) or (_has_own_day(ctx, e, main) and not is_weak(ctx, e)):
        return True
    if e.full and e.kind == "exchange" and not (e.is_habit or _is_item(ctx, e)):
        return True
    if (e.full and e.is_earlier and has_day_or_place(ctx, e)) or is_joined(ctx, e, main):
        return True
    if e.kind != main.kind and not e.is_habit and _is_held_too(ctx, e, main):
        return True
    if not e.full:
        return _is_next(ctx, e)
    if e.coming is None or e.coming == main.coming:
        return False
    if e.is_habit and e.before.endswith(_SEVERAL):
        return False  # "Các cuộc họp giao ban sẽ được tổ chức luân phiên"
    return not HABIT.search(e.before) or e.coming.start - e.mention.end in range(3)
