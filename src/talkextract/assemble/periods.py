"""When the reported event is held, and which period it reviews."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from ..document import Sentence
from ..edtf import bounds, first_day, join, last_day
from .called_off import new_day_from
from .context import Context
from .cues import alone
from .event import Event, last_clause
from .event_relations import is_told_apart
from .events import Events
from .timeline import DateMention, Timeline
from .visits import day_beside, day_of_talk, own_days, that_day, with_all_days, with_next_day, without_history

__all__ = ["day_of", "is_memory", "is_not_of_it", "may_be_reviewed", "period_of"]

_LONGEST_EVENT = 45  # days
# No paper waits so long with its news of a talk.
_LONG, _OVER = timedelta(days=60), timedelta(days=9)
# Patterns read the text in lower case.
# A date behind these words is that of a paper, a law or a feast, or the end of a stretch, not of the event.
_NOT_THE_EVENT = re.compile(
    r"(?:ký|ký kết|ban hành|kỷ niệm|thành lập|có hiệu lực|từ|đến|sinh|hồi|kể từ)(?: [^\W\d_]+){0,2} $"
)
# … nor is that of somebody's visit, which is told as the occasion: "chuyến thăm Lào của Thủ tướng từ 5 - 6/4 vừa qua".
_OF_A_VISIT = re.compile(r"chuyến (?:thăm|công tác)(?!\w)[^.;:]{0,100} của (?!đoàn(?!\w))[^.;:]{2,100}$")
_REVIEWED = re.compile(
    r"(?:đánh giá|kiểm điểm|(?:nhìn|soi|điểm|ôn|xem) lại|soi (?:xét|chiếu)|(?:việc|điều) (?:đã|vừa) làm(?: được)?"
    r"|(?:trao đổi|thông báo)(?:,? [^\W\d_]+){0,8} tình hình"
    r"|phân tích (?:(?:các|những|rõ|kỹ) )*(?:mặt|kết quả|ưu điểm|tồn tại|hạn chế|thuận lợi|khó khăn)"
    r"|(?:nội dung|công việc) đã (?:triển khai|thực hiện|phối hợp)"
    r"|ghi nhận (?:những )?(?:nỗ lực|kết quả|cố gắng)"
    r"|thống kê|kết quả|rà soát|tổng kết|sơ kết|báo cho nhau|báo cáo|số liệu)"
    r"(?![^\W\d_])"
)
# "Công tác tuần tra trong 6 tháng đầu năm 2014 có nhiều tiến bộ"
_WORK_IN = re.compile(
    r"(?:công tác(?:,? [^\W\d_]+){0,8}(?: (?:2|3) tỉnh| (?:2|3) bên)?(?: trong)?"
    r"|(?:tình hình|hoạt động|phối hợp|hợp tác)(?: xuất, nhập cảnh| [^\W\d_]+){0,6}"
    r"|thông tin(?:,? [^\W\d_]+){0,6} tình hình(?:,? [^\W\d_]+){1,14}) $"
)
# What begins anew behind the name of another event: "Thực hiện nội dung đã ký tại Hội đàm …, trong năm 2013, …".
_ANEW = re.compile(
    r";|, (?:(?:hai|các|ba|2|3) bên|hội nghị|hội đàm|(?:thông báo|trao đổi)(?:,? [^\W\d_]+){0,6} tình hình)(?![^\W\d_])"
)
_OPENS_ANEW = re.compile(r", (?:trong |qua |tính )?$")
_REVIEW_IN_NAME = re.compile(r"đánh giá|tổng kết|sơ kết|kiểm điểm")
_OPENS_CLAUSE = re.compile(
    r"(?:^|[,:;] )(?:(?:qua|trong|tính|kể|riêng)(?: (?:\d|hai|ba)(?: năm)?)? )?$"
    r"|(?<!\w)(?:qua|sau) (?:hơn |gần )?(?:\d+|một|hai|ba) (?:năm|tháng)[^,.;()]{0,60} \($"
    r"|(?<!\w)(?:\d+|một|hai|ba|bốn|năm) (?:năm|tháng) (?:qua|vừa qua|gần đây|trở lại đây) \($"
)
# "Hai bên khẳng định năm 2021, mặc dù …, hai lực lượng vẫn …"
_SAID = re.compile(
    r"(?:khẳng định|nhận định|ghi nhận|cho (?:rằng|thấy|biết|hay)|nêu(?: rõ)?)(?: rằng)?,? (?:trong |qua )?$"
)
# when a paper was signed, or the round before was held: "đã ký vào cuối tháng 2/2025", "trong lần gặp trước, năm ngoái"
_WHEN_MADE = re.compile(
    r"(?<!\w)(?:ký(?: kết)?|ban hành|có hiệu lực)(?: (?:vào|từ|hồi))? $"
    r"|(?<!\w)(?:lần|cuộc|kỳ|vòng|phiên)(?: [^\W\d_]+){0,2} trước,? $"
)
_STAGE = re.compile(r"(?:^|[,:;] )(?:(?:trong|qua|sau) )?giai đoạn $")
# What goes on behind a period that opens its clause, beside the comma: "Trong năm 2022 và 9 tháng đầu năm 2023 đã …".
_GOES_ON = re.compile(
    r"\)?[,:] |\) (?:triển khai|thực hiện|phối hợp)| (?:đã|không|hai bên|các|lực lượng|công tác|tình hình)(?![^\W\d_])"
    r"| và (?:[^,.;]{3,24},? (?:đã|hai bên)|\d+ tháng|quý (?:[iv]+|\d)(?!\w))"
)
_WITHIN = ("trong ", "qua ", "tính ", "kể ")
# What is planned is no period under review: "phương hướng năm 2024", "Bước sang năm 2018, hai đơn vị …".
_TO_COME = re.compile(
    r"(?:phương hướng|nhiệm vụ|thời gian tới|bước sang|kế hoạch|chương trình|hướng tới|chào|mừng|đón|xuân|hẹn"
    r"|mục tiêu|phần việc trọng tâm(?: của| trong)?|công tác trọng tâm(?: của| trong)?|sẽ"
    r"|nội dung trọng tâm(?: của| trong)?|việc trọng tâm(?: của| trong)?"
    r"|giai đoạn|thống nhất(?: [^\W\d_]+){0,6}|tiếp tục|trong những|đại hội"
    r"|ký(?: kết)?(?: [^\W\d_]+){0,3} (?:hợp tác|phối hợp)"
    r"|nhiệm kỳ)(?![^\W\d_])[^,.;:]*$"
)
# … but for a review that is announced: "Dự kiến, hai bên sẽ đánh giá kết quả phối hợp từ tháng 10/2023 …".
_WILL_REVIEW = re.compile(
    r"(?:sẽ|dự kiến)(?: [^\W\d_]+){0,4} (?:đánh giá|kiểm điểm|nhìn lại|rà soát|tổng kết|sơ kết)(?![^\W\d_])[^,.;:]*$"
)
# … and for the plan whose results are told: "kết quả thực hiện Kế hoạch hợp tác năm 2023".
_PLAN_DONE = re.compile(
    r"(?:(?:kết quả|(?:đánh giá|kiểm điểm|tổng kết|sơ kết|rà soát)(?: tình hình| việc| tiến độ)?)"
    r"(?: (?:\d+|hai|ba|bốn|năm|mười) năm)?"
    r" (?:thực hiện|triển khai)(?: thực hiện)?|(?:tổng kết|sơ kết)(?= (?:các )?(?:kế hoạch|chương trình)))(?: các)?"
    r" "
    r"(?P<paper>(?:kế hoạch|chương trình)(?!\w)(?:[^.;:()]|\([^.;:()]{1,20}\))*"
    r"|(?:biên bản|thỏa thuận|quy chế|bản ghi nhớ|nghị định thư)(?!\w)(?:[^.;:()]|\([^.;:()]{1,20}\))* giai đoạn )$"
)
# "Kể từ hội đàm lần thứ XI (tháng 2/2017) đến nay": the work since an earlier talk, from its day on.
_SINCE_TALK = re.compile(
    r"từ(?<!\wtừ) (?:sau )?(?:cuộc |buổi |kỳ |phiên )?(?:hội đàm|hội nghị|giao ban|họp)(?!\w)"
    r"[^.;:]{0,120}? (?:đến|tới) nay"
)
# "đánh giá kết quả thực hiện Biên bản Hội đàm lần thứ 13 (…, tháng 6/2019) đến nay": the talk's day stands in brackets.
_REVIEWED_SINCE = re.compile(
    r"(?:đánh giá|kiểm điểm|nhìn lại|rà soát|tổng kết)(?!\w)[^.;:()]{0,80}(?:hội đàm|hội nghị|giao ban|phiên họp)(?!\w)"
    r"[^.;:()]{0,100}\([^()]{1,80}\) (?:đến|tới) nay(?!\w)"
)
_TELLS_NEWS = re.compile(alone(
    "cho biết", "cho hay", "thông tin", "thông báo", "họp", "bàn", "chuẩn bị", "lên lịch", "lên kế hoạch", "ấn định",
))  # fmt: skip
_WILL_BE_HELD = re.compile(r"(?<!\w)(?:sẽ|dự kiến)(?: được)? (?:diễn ra|tổ chức|tiến hành|khai mạc)(?!\w)")
# "… cho biết sáng nay (10/3), từ ngày 17 đến 19/3 sẽ …": the day of the news
_NEWS_OF = re.compile(
    r"(?:cho biết|cho hay|thông tin|thông báo)"
    r"(?: (?:vào|lúc|hôm|sáng|trưa|chiều|tối|nay|qua|ngày|hôm nay|\d+[hg]\d*))* \(?$"
)
# "Ngày 5/11, Bộ Chỉ huy BĐBP tỉnh A cho biết, đơn vị vừa …"; what follows may be of the same day
_TOLD_THEN = re.compile(
    r"(?:cho biết|cho hay|thông tin(?: từ| cho biết)?)(?!\w)(?!.*(?:cùng ngày|hôm nay|sáng|trưa|chiều|tối))"
    r"[^.;]* vừa (?:qua|tổ chức|có|phối hợp|hội đàm|tiến hành|kết thúc|hoàn thành|diễn ra|chủ trì|cử|tham gia|gặp)"
    r"(?!\w)"
)
_SETS_OUT = re.compile(alone("lên đường", "khởi hành", "rời hà nội", "rời thủ đô", "rời việt nam"))
_TWINNED = re.compile(
    r"(?<!\w)(?:tổ chức|tiến hành|làm)(?: [^\W\d_]+){0,2} lễ (?:ký )?(?:kết nghĩa|ra mắt|công bố)(?!\w)"
)
_OPENING = 12  # characters: "Sáng ngày "
_NEWS = 300  # … in which who tells it is named
# … nor is the year of an earlier visit: "Trong năm 2024, … đã tổ chức đoàn sang thăm"; counted ones are results.
_VISITED = re.compile(r"[^.;:\d]{0,120}? (?:tổ chức|cử|đưa) đoàn(?: [^\W\d_]+){0,4} (?:sang|đến|qua|dự|thăm)(?!\w)")
_TO_COME_AFTER = re.compile(
    r"[, ]*(?:(?:hai|các) (?:đơn vị|bên|đoàn)|lực lượng)?[^,.;:]{0,30}?(?:sẽ|hẹn|tiếp tục|thống nhất)"
)


def day_of(ctx: Context, events: Events, timeline: Timeline) -> DateMention | None:
    """The day or days on which the reported event is held: in its sentence, else nearest before it, else right behind.

    Dates of papers and other events are not the event's. None without an event, or where no day is told.
    """
    event = events.dated
    if event is None:
        return None
    folded = ctx.view.folded
    days = [
        d for d in timeline.mentions
        if d.is_days and ctx.page.role(d.start) in ("body", "caption", "title")
        and d.start not in ctx.papers and d.start not in events.other_names
        and not is_not_of_it(folded, d) and not _is_long(d.value)
    ]  # fmt: skip
    if not event.coming:
        days = [d for d in days if not _is_of_the_news(folded, d, event)]
    days = without_history(days)
    here = own_days([d for d in days if event.sentence.start <= d.start < event.sentence.end], event.noun.start)
    if not days:
        # "Trong tháng 11-2022", "cuối tháng 9/2022": the month is all that is told
        months = (d for d in timeline.within(event.sentence.start, event.sentence.end) if d.precision == "month")
        return next((d for d in months if d.start not in events.names), None)
    new = new_day_from(folded, event.sentence.start, event.sentence.end) if event.coming else None
    if new is not None:
        # "dự kiến ngày 20/5, lùi lại đến ngày 3/6": the day to which it is put off
        told_new = (d for d in timeline.within(new, event.sentence.end) if d.precision in ("day", "interval", "month"))
        return next(told_new, None)
    if event.coming and here:
        # "Ngày 28/2, BĐBP tỉnh A cho biết, ngày 15/3 tới sẽ hội đàm": the day of the news is not the event's
        ends = [*(d.start for d in here[1:]), event.sentence.end]
        told = (
            d for d, end in zip(here, ends, strict=True)
            if not (_TELLS_NEWS.search(folded, d.end, end) or _NEWS_OF.search(folded, event.sentence.start, d.start))
        )  # fmt: skip
        here = list(told) or ([] if _told_later(ctx, event, days) else here)
    if here:
        told_here = next((d for d in here if d.start < event.noun.start), here[0])
        told_here = with_all_days(ctx, events, day_of_talk(ctx, events, told_here, days), days)
        return with_next_day(ctx, events, told_here, days)
    if (named := day_beside(ctx, events, days)) is not None:
        return named
    if (month := _own_month(ctx, event, events, timeline)) is not None:
        days = [d for d in days if (d.value or "").startswith(month.value or "")]
        if not days:
            return month
    body = [d for d in days if ctx.page.role(d.start) == "body" and not (event.coming and _is_of_departure(ctx, d))]
    earlier = [d for d in body if d.start < event.sentence.start]
    if earlier:  # the first of the days that one expression tells: "trong các ngày 6/9 và 8/9"
        return that_day(event, earlier, next(d for d in earlier if d.start == earlier[-1].start))
    if event.coming and (later := _told_later(ctx, event, body)) is not None:
        return later
    below = [s for s in ctx.page.sentences if s.role == "body" and s.line >= event.sentence.line]
    lines = sorted({s.line for s in below})[:2]
    # the days of a ceremony long past are told below an event of which no day is
    past = {s.line for s in below if s.line != event.sentence.line and _TWINNED.search(folded, s.start, s.end)}
    return next((d for d in body if (s := ctx.page.sentence(d.start)) and s.line in lines and s.line not in past), None)


def _is_of_the_news(folded: str, d: DateMention, event: Event) -> bool:
    """Whether a day is the one on which a unit told the paper of an event that it had just held: "Ngày 5/11, Đồn A cho
    biết, đơn vị vừa tổ chức hội đàm với …".
    """
    if d.precision != "day" or not 0 <= d.start - event.sentence.start < _OPENING:
        return False
    return _TOLD_THEN.search(folded, d.end, min(event.noun.start, d.end + _NEWS)) is not None


def _is_of_departure(ctx: Context, d: DateMention) -> bool:
    """Whether on a day those only set out who are to meet: "Sáng 3/5, đoàn … đã rời Hà Nội, lên đường sang thăm"."""
    sentence = ctx.page.sentence(d.start)
    return sentence is not None and _SETS_OUT.search(ctx.view.folded, d.end, sentence.end) is not None


def _own_month(ctx: Context, event: Event, events: Events, timeline: Timeline) -> DateMention | None:
    """The month that opens the sentence of an event without a day: "Tháng 7 vừa qua, hai bên đã hội đàm"."""
    months = (d for d in timeline.within(event.sentence.start, event.noun.start) if d.precision == "month")
    return next((d for d in months if d.value and d.start not in events.names and d.start not in ctx.papers), None)


def is_memory(ctx: Context, events: Events, timeline: Timeline, told: DateMention | None) -> bool:
    """Whether the event, held on the day that is `told`, is only remembered: it is long past, in full, on the days that
    the article has told of before it ("sáng 3/6, hai đồn tuần tra … đã thống nhất tại Hội đàm …, ngày 14/12/2023"), or
    in a month that was over then.
    """
    main = events.main
    if main is None or main.coming or told is None or events.same[0] is not main:
        return False
    over = told.precision == "month" and not main.full
    if not over and told.resolution != "stated":
        return False
    held = last_day(told.value)
    if held is None or not main.sentence.start <= told.start < main.sentence.end:
        return False
    reported = (
        first_day(d.value) for d in timeline.mentions
        if d.start < main.sentence.start and d.is_days and ctx.page.role(d.start) == "body"
        and d.start not in ctx.papers and not is_not_of_it(ctx.view.folded, d)
    )  # fmt: skip
    return any(day is not None and day - held > (_OVER if over else _LONG) for day in reported)


def is_not_of_it(folded: str, d: DateMention) -> bool:
    """Whether the words before a day make it one of a paper or a feast, or an end of a stretch."""
    is_past = folded.startswith((" vừa qua", " vừa rồi"), d.end)
    if is_past and _OF_A_VISIT.search(folded, max(0, d.start - 160), d.start):
        return True
    if d.precision == "interval" and folded.endswith("từ ", 0, d.start):
        return False  # "từ ngày 18 - 20/11" is the whole stretch
    return _NOT_THE_EVENT.search(folded, max(0, d.start - 24), d.start) is not None


def period_of(
    ctx: Context, events: Events, timeline: Timeline, name: Event | None, *, date: str | None, until: str | None
) -> tuple[str | None, tuple[DateMention, ...]]:
    """The period under review, and the dates that tell it; (None, ()) where none is told.

    Dates of the body that words of review govern, an interval before a year; else a quarter or half-year in the name.
    `date` is the event's, `until` where "đến nay" ends.
    """
    event = first_day(date)
    found: list[tuple[str, DateMention]] = []
    for d in timeline.mentions:
        value = _stretch(ctx, timeline, d, until)
        sentence = ctx.page.sentence(d.start)
        if value is None or sentence is None or sentence.role not in ("body", "title"):
            continue
        if not may_be_reviewed(value, event) or _is_anothers(ctx, events, d, sentence, name, event):
            continue
        # what "và" joins to a period under review is one too
        joined = bool(found) and ctx.view.plain[found[-1][1].end : d.start].strip() == "và"
        if joined or _is_reviewed(ctx, d, sentence, event):
            found.append((value, d))
    if until is None:  # what is to be reviewed, before what was done until today
        told = [(value, d) for value, d in found if _will_be_reviewed(ctx, d)]
        # what is still to be held is no review of the numbers that the news add
        found = told or ([] if events.main and events.main.coming and events.main.kind == "signing" else found)
    stretches = [(value, d) for value, d in found if "/" in value]
    if events.main is not None and events.main.kind != "review_conference":
        # the stage of a paper that is kept gives way to the stretch that is told: "Theo đó, từ tháng 7/2016 đến nay"
        stretches.sort(key=lambda x: x[1].start in ctx.papers)
    interval = next(iter(stretches), None)
    for (one, first), (other, second) in pairwise(found):
        near = ctx.view.plain[first.end : second.start].strip() == "và"
        if near and (both := join(one, other)) and (interval is None or interval[1] in (first, second)):
            return both, (first, second)
    in_brackets = ") đến nay" in ctx.view.folded or ") tới nay" in ctx.view.folded  # a quick refusal
    if in_brackets and (since := _since_talk(ctx, timeline, until, _REVIEWED_SINCE)) is not None:
        return since
    if interval and not (found[0] != interval and _is_of_old(interval[0], found[0][0])):
        return interval[0], (interval[1],)
    if found:
        return found[0][0], (found[0][1],)
    return _since_talk(ctx, timeline, until, _SINCE_TALK) or _in_name(timeline, name) or (None, ())


def _in_name(timeline: Timeline, name: Event | None) -> tuple[str | None, tuple[DateMention, ...]] | None:
    """The quarter, half-year or first months of a year in the name of the event; None where it has none."""
    named = (d for piece in (name.pieces if name else ()) for d in timeline.within(*piece))
    return next(((d.value, (d,)) for d in named if d.precision == "part" or _is_months(d)), None)


def _is_months(d: DateMention) -> bool:
    """Whether a date tells months of one year: "9 tháng đầu năm 2018"."""
    first, last = (bounds(d.value) if d.precision == "interval" and d.value else None) or (None, None)
    months = d.value is not None and len(d.value) == len("2018-01/2018-09") and not d.is_days
    return months and first is not None and last is not None and first.year == last.year


def _stretch(ctx: Context, timeline: Timeline, d: DateMention, until: str | None) -> str | None:
    """The value of a date that may be a period; None for a day, or for days as long as an event."""
    value = timeline.value(d, until=until)
    # "Ngày 30/2": what holds of an impossible day is no period either
    is_day = d.is_days or ctx.view.folded.startswith("ngày ", d.start)
    return None if is_day and not _is_long(value) else value


def _is_long(value: str | None) -> bool:
    """Whether an interval from day to day is longer than any event: "từ ngày 1/6/2022 đến 30/4/2023"."""
    first, last = (bounds(value) if value and "/" in value else None) or (None, None)
    return first is not None and last is not None and (last - first).days > _LONGEST_EVENT


def _since_talk(
    ctx: Context, timeline: Timeline, until: str | None, words: re.Pattern[str]
) -> tuple[str, tuple[DateMention, ...]] | None:
    """The stretch from an earlier talk until today, told in some words; None where none is told with its day."""
    for m in words.finditer(ctx.view.folded):
        told = timeline.within(m.start(), m.end())
        begun = next((d for d in told if d.value and "/" not in d.value and first_day(d.value)), None)
        if begun is not None and ctx.page.role(m.start()) == "body":
            return f"{begun.value}/{until.rpartition('/')[2] if until else '..'}", (begun,)
    return None


def may_be_reviewed(value: str, event: date | None) -> bool:
    """Whether a period has begun by the day of the event (None: unknown) and ended not longer than a year before it."""
    if event is None:
        return True
    first, last = bounds(value) or (None, None)
    return first is not None and first <= event and (last is None or (event - last).days <= 366)


def _is_anothers(
    ctx: Context, events: Events, d: DateMention, sentence: Sentence, name: Event | None, event: date | None
) -> bool:
    """Whether a date belongs to a name, a paper or another event; the year in the name of a review is its own."""
    if d.start in ctx.papers:
        return not (_is_of_plan_done(ctx, d, sentence) and _is_over(d, event))
    if d.precision == "year" and d.start - 1 in ctx.treaty_ends:
        return True
    for e in events.others_in(sentence):
        # "Thực hiện nội dung hội đàm năm 2018, ngày 8/5, Đồn A và Đồn B gặp gỡ, trao đổi tình hình 4 tháng đầu năm"
        between = events.main is not None and e.mention.end <= events.main.noun.start < d.start
        behind = e.mention.end <= d.start and not (between or _is_anew(ctx.view.folded, e, d))
        # "Năm 2021, tại tỉnh X, hai bên tổ chức Hội đàm lần thứ 4"
        before = d.end <= e.mention.start and not e.coming
        behind = behind or (before and events.main is not None and is_told_apart(ctx, e, events.main))
        if behind or e.mention.start <= d.start < e.mention.end:
            return True
    in_name = d.start in events.names
    review = events.main is not None and events.main.kind == "review_conference"
    return in_name and not review and not _REVIEW_IN_NAME.search(name.tail if name else "")


def _is_of_plan_done(ctx: Context, d: DateMention, sentence: Sentence) -> bool:
    """Whether a date is that of a plan whose results are told; a comma may stand only in the name of the paper."""
    plan = _PLAN_DONE.search(ctx.view.folded, *sentence.before(d.start))
    return plan is not None and ("," not in plan["paper"] or ctx.papers.are_one(plan.start("paper"), d.start))


def _is_stage(folded: str, d: DateMention, clause: str, event: date | None) -> bool:
    """Whether a stage of years that ends by the year of the event is reviewed ("tổng kết công tác giai đoạn 2016 -
    2018"), or opens the clause of what was done in it: "Theo báo cáo, giai đoạn 2020 - 2025, các đơn vị đã …".
    """
    if not clause.endswith("giai đoạn "):
        return False
    # also behind the comma that ends the makers of a paper: "tổng kết … Biên bản giữa A và B, giai đoạn 2017 - …"
    governed = clause.removesuffix("giai đoạn ").removesuffix(", ").rpartition(", ")[2]
    reviewed = _REVIEWED.search(governed) is not None and not _TO_COME.search(governed)
    opens = _STAGE.search(clause) and _GOES_ON.match(folded, d.end) and not _TO_COME_AFTER.match(folded, d.end)
    if not (reviewed or opens):
        return False
    return event is not None and _is_over(d, event)


def _is_over(d: DateMention, event: date | None) -> bool:
    """Whether a date ends by the year of the event (None: unknown)."""
    last = last_day(d.value)
    return last is not None and (event is None or last.year <= event.year)


def _is_of_old(interval: str, year: str) -> bool:
    """Whether an interval that is told behind the year under review begins well before it: "Từ năm 2019 đến nay, qua
    bốn lần hội đàm, …".
    """
    return interval[:4].isdigit() and year.isdigit() and int(year) - int(interval[:4]) > 1


def _will_be_reviewed(ctx: Context, d: DateMention) -> bool:
    """Whether a review of a date is announced."""
    sentence = ctx.page.sentence(d.start)
    return sentence is not None and bool(_WILL_REVIEW.search(ctx.view.folded, sentence.before(d.start).start, d.start))


def _is_anew(folded: str, e: Event, d: DateMention) -> bool:
    """Whether a date behind another event belongs to a clause of its own."""
    if _ANEW.search(folded, e.mention.end, d.start):
        return True
    opens = _OPENS_ANEW.search(folded, e.mention.end, d.start) is not None
    return opens and (e.is_background or e.in_paper) and folded.startswith(", ", d.end)


def _is_reviewed(ctx: Context, d: DateMention, sentence: Sentence, event: date | None) -> bool:
    """Whether words of review govern a date, or it opens the clause that tells what was done."""
    folded = ctx.view.folded
    clause = last_clause(folded[slice(*sentence.before(d.start))])
    opens = _GOES_ON.match(folded, d.end) is not None and bool(_OPENS_CLAUSE.search(clause) or _SAID.search(clause))
    if _WILL_REVIEW.search(clause) or _is_of_plan_done(ctx, d, sentence) or _is_stage(folded, d, clause, event):
        return True
    if _WHEN_MADE.search(clause[-80:]):
        return False
    if _TO_COME.search(clause) or (opens and _TO_COME_AFTER.match(folded, d.end)):
        return False
    if d.precision == "month" and clause.endswith(" hồi "):
        return False  # when one thing was done: "kết quả tuần tra được nối lại hồi tháng 11"
    if opens and d.precision == "year" and _VISITED.match(folded, d.end, sentence.end):
        return False
    if opens and d.precision == "month" and not clause.endswith(_WITHIN):
        # "Đặc biệt, tháng 4/2023, hai bên phá chuyên án": when one thing was done
        return bool(_REVIEWED.search(clause))
    return (
        opens
        or bool(_REVIEWED.search(clause))
        or (d.precision in ("part", "interval") and bool(_WORK_IN.search(clause)))
    )


def _told_later(ctx: Context, event: Event, days: Sequence[DateMention]) -> DateMention | None:
    """The first day behind the sentence of an event to come whose own sentence tells so: "Chương trình sẽ diễn ra trong
    hai ngày 18 và 19/3"; None where the next two lines have none.
    """
    for d in days:
        sentence = ctx.page.sentence(d.start)
        if sentence is None or d.start < event.sentence.end or sentence.line > event.sentence.line + 2:
            continue
        if _WILL_BE_HELD.search(ctx.view.folded, sentence.start, d.start):
            return d
    return None
