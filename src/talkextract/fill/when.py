"""When the event is held, and which period it looks back on."""

from __future__ import annotations

import re

from ..assemble.periods import is_not_of_it, may_be_reviewed
from ..assemble.timeline import DateMention, Timeline
from ..edtf import first_day, iso_day, join, last_day
from ..mention import Span
from .asks import EVENT
from .dates import read_date
from .event import NOUN
from .ground import Desk, Quote, Refusal
from .rivals import give_way_to_day, is_of_another_time
from .value import Told, Value, own

__all__ = ["read_day", "read_period"]

_OLD = 370  # days between an event and the page that tells of it
_REVIEW = re.compile(
    r"(?<!\w)(?:đánh giá|kết quả|nhìn lại|điểm lại|soi lại|xem lại|kiểm điểm|sơ kết|tổng kết|rà soát|tình hình|phối hợp"
    r"|thông báo|thời gian qua|thông tin)(?!\w)"
)
# A quarter or half-year in the name of an event is what it reviews, a year is not.
_IN_NAME = re.compile(rf"(?<!\w){EVENT}[^.;]{{0,120}}$")
_OPENS = re.compile(
    r"(?:^|[,:;(] ?|(?<!\w)(?:cho biết|thấy|cho hay|khẳng định|nhận định|báo cáo|thống kê|rằng) )"
    r"(?:(?:trong|qua|tính|sau|hơn|gần|kể|tới|khi|riêng|chỉ|giai đoạn) ?)*$"
)
_TO_COME = re.compile(
    r",? (?:[^\W\d_]+ ){0,4}(?:sẽ|dự kiến|sắp|tiếp tục|(?:hai bên|đơn vị|các bên) (?:thống nhất|hẹn))(?!\w)"
)
_HELD_IN = re.compile(r"(?<!\w)(?:tổ chức|diễn ra|hồi)(?: (?:tại|ở|vào|hồi)[^,;]{0,40})? $")
_SEASON = re.compile(r"(?:mùa (?:khô|mưa)|năm học|nhiệm kỳ|tết|khóa|xuân|năm mới) ?$")
_PLAN = re.compile(
    r"(?<!\w)(?:phương hướng|nhiệm vụ|thời gian tới|bước sang|kế hoạch|hướng tới|chào|mừng|đón|xuân|hẹn|sẽ|trọng tâm"
    r"|tiếp tục|thống nhất|ký|hiệp định|nghị định|thỏa thuận|quy chế|nghị quyết|thành lập|kỷ niệm)(?!\w)"
)
_PLANNED = re.compile(_PLAN.pattern + r"[^,.;:]*$")
_SIGNED = re.compile(
    r"(?<!\w)(?:hiệp định|hiệp ước|nghị định|thỏa thuận|quy chế|luật|nghị quyết|quyết định|biên bản)(?!\w)"
    r"(?:[^,;.]*|[^;.]*\()$"
)
_EARLIER = re.compile(
    r"(?<!\w)(?:trước đó|trước đây|kể từ|từ năm|thành lập|kỷ niệm|chào mừng|sinh năm)(?!\w)"
    r"|(?<!\w)(?:(?<!nghiệp )vụ|bắt|phát hiện)(?!\w)[^,;]*$"
)
_BEFORE_DATE = re.compile(
    r"(?<![\w./-])(?:\d{1,2}(?:[/-]\d{1,2})?(?: và| đến| tới)(?: ngày)?|\d{1,2},) $"
    r"|(?:(?:tháng|nửa) (?:đầu|cuối)|quý [\divx]+|tháng \d{1,2}|(?:năm \d{4}|quý [\divx/]+|năm \d{4}\)?) và) $"
)
_BEHIND_DATE = re.compile(r" và (?:\d+ tháng (?:đầu|cuối)|quý |nửa (?:đầu|cuối)|năm \d{4})")


def read_day(desk: Desk, told: Told, q: Quote, _: str) -> Value:
    """The day or days of the event: not a date of a paper, of another event or of a feast."""
    own(desk, q)
    folded, s = desk.ctx.view.folded, q.sentence
    d = read_date(told.timeline, q.span)
    if d.value is None or d.is_open or d.precision in ("year", "part"):
        raise Refusal("it is no day on which an event is held")
    if d.precision == "interval" and not d.is_days:
        raise Refusal("it is no day on which an event is held")
    _whole(desk, q)
    if d.start in desk.ctx.papers or _SIGNED.search(folded, s.start, q.start) or is_not_of_it(folded, d):
        raise Refusal("it is the day of a paper, a feast or an end of a period")
    if _EARLIER.search(folded, max(s.start, q.start - 60), q.start):
        raise Refusal("it is the day of another event")
    day, written = last_day(d.value), iso_day(told.timeline.published or "")
    # a page may bear the day of its copy; where the article's own words tell the year, they are surer
    if d.source is None and day is not None and written is not None and (written - day).days > _OLD:
        raise Refusal("it is long before the day of publication")
    if d.precision == "month" and not NOUN.search(folded, s.start, s.end):
        raise Refusal("a month alone, and no event beside it")
    if told.talk is not None:
        if is_of_another_time(desk, told.talk, q):
            raise Refusal("it is the day of another event")
        give_way_to_day(desk, told.talk, q)
    return Value(d.value, q, desk.evidence(_dated("date", d)))


def read_period(desk: Desk, told: Told, q: Quote, _: str) -> Value:
    """What the event looks back on: told as past, begun by its day, ended not long before it."""
    own(desk, q)
    folded, s = desk.ctx.view.folded, q.sentence
    held = told.talk is not None and told.talk.status == "held"
    date = told.talk.date if told.talk else None
    _whole(desk, q)
    value, dates = _stretch(told.timeline, q.span, date if held else None)
    if held and value.endswith(".."):
        raise Refusal("its end is not known")
    if not may_be_reviewed(value, first_day(date)):
        raise Refusal("it ends long before the event, or begins after it")
    before = folded[s.start : q.start]
    clause = before[before.rfind(";") + 1 :]
    if dates[0].start in desk.ctx.papers or _is_planned(clause) or _TO_COME.match(folded, q.end, s.end):
        raise Refusal("it is told of a paper, a feast or what is to come")
    if _HELD_IN.search(clause):
        raise Refusal("it is the time of another event")
    if _SEASON.search(clause):
        raise Refusal("it is a season, a term or a feast")
    plain = all(d.precision in ("year", "part") for d in dates)
    opens = _OPENS.search(clause) is not None
    named = plain and _IN_NAME.search(clause) is not None and not (_REVIEW.search(clause) or opens)
    if named and all(d.precision == "year" for d in dates):
        raise Refusal("it is the year of an event, no period")
    if not (named or _REVIEW.search(clause) or opens):
        raise Refusal("nothing is told of it as past")
    return Value(value, q, desk.evidence([shown for d in dates for shown in _dated("period", d)]))


def _is_planned(clause: str) -> bool:
    """Whether what is to come is told last before a period, and no review of it: "sẽ đánh giá kết quả năm 2024"."""
    planned = _PLANNED.search(clause)
    review = max((m.end() for m in _REVIEW.finditer(clause)), default=-1)
    last = max((m.start() for m in _PLAN.finditer(clause)), default=-1)
    return planned is not None and last > review


def _stretch(timeline: Timeline, span: Span, until: str | None) -> tuple[str, list[DateMention]]:
    """The period that a span says, of two dates too that "và" joins, and its dates. Raises Refusal where it is none."""
    inside = [d for d in timeline.mentions if d.start < span.end and span.start < d.end]
    if not inside or len(inside) > 2:
        raise Refusal("its words are no one period")
    told = [timeline.value(d, until) for d in inside]
    if any(v is None or d.is_days or d.precision in ("day", "month") for v, d in zip(told, inside, strict=True)):
        raise Refusal("it is no period")
    value = told[0] if len(told) == 1 else join(str(told[0]), str(told[1]))
    if value is None:
        raise Refusal("its dates do not follow one another")
    return value, inside


def _whole(desk: Desk, q: Quote) -> None:
    """Refuse a quote that is only a part of a date: "năm 2016" of "6 tháng đầu năm 2016", one of two joined periods."""
    folded, s = desk.ctx.view.folded, q.sentence
    if _BEFORE_DATE.search(folded, s.start, q.start) or _BEHIND_DATE.match(folded, q.end, s.end):
        raise Refusal("cuts a date of the text")


def _dated(field: str, d: DateMention) -> list[tuple[str, tuple[int, int]]]:
    """A date's words, and those that its year is from."""
    shown: list[tuple[str, tuple[int, int]]] = [(field, (d.start, d.end))]
    if d.source is not None:
        shown.append((field, (d.source.start, d.source.end)))
    return shown
