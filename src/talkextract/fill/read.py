"""Single values of the talk: each read from the quote by the normalisers that the rules use, or refused.

A reader gets a place of the quote (`ground.py` found it) and gives a `Value`, or raises `Refusal` with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import regex

from ..assemble.periods import is_not_of_it, may_be_reviewed
from ..assemble.places import read_place
from ..assemble.timeline import DateMention, Timeline
from ..edtf import first_day, iso_day, join, last_day
from ..mention import Captures, Mention, Span
from ..record import Evidence, Place, Talk
from ..values import NORMALISERS
from .asks import EVENT, LEADS
from .dates import read_date
from .ground import Desk, Quote, Refusal
from .lexicon import kind_of, series_of

__all__ = ["READERS", "Told", "Value", "read_kind"]


@dataclass(frozen=True)
class Told:
    """What the readers know of the talk besides the article: the timeline with the model's dates, and the talk so far
    (None while it is to be found).
    """

    timeline: Timeline
    talk: Talk | None


@dataclass(frozen=True)
class Value:
    """A value that a quote gives, its place, and its evidence; `evidence` of a place belongs to the place itself."""

    value: object
    at: Quote
    evidence: tuple[Evidence, ...]


_OLD = 370  # days between an event and the page that tells of it
_ORDINAL = regex.compile(
    r"(?i)(?:(?P<first>lần đầu(?: tiên)?)|(?:lần(?: thứ)?|vòng|kỳ thứ|thứ) (?P<value>\d{1,3}|[IVXLC]+"
    r"|[\p{L}]+(?: [\p{L}]+){0,2}))"
)
_EVENT = re.compile(rf"(?<!\w){EVENT}(?!\w)")
_FULLER = re.compile(r"hội nghị (?:sơ kết|tổng kết|giao ban)")
_QUALIFIED = re.compile(
    r"(?<!\w)(?:thường niên|định kỳ|đột xuất|bất thường|nghiệp vụ|lần thứ|lần \d|vòng|công tác|đối ngoại|quý|tháng"
    r"|năm|hợp tác"
    r"|hữu nghị|sĩ quan|sỹ quan|song phương|chuyên đề|về|kết nghĩa|phối hợp|cấp|sơ kết|tổng kết|đánh giá|ký|chiến lược"
    r"|nghị|hội)(?!\w)"
)
# What tells of an event goes beyond its name.
_TELLS = re.compile(
    r"(?<!\w)(?:lần này|nhìn lại|nhằm|diễn ra|sẽ|đã|được|tới|này|do|tại|để|khi|là|trong|ngày|có"
    r"|vào)(?!\w)"
)
_GOES_ON = re.compile(r",? (?:lần thứ|năm 20\d\d|thứ|quý|\d)")
_PARTIES = re.compile(r"(?<!\w)(?:giữa|với)(?!\w)")
_OTHER_ROUND = re.compile(r"(?:đại hội|nghị quyết|khóa|kỳ họp)[^.;,]{0,60}$")
_BACKGROUND = re.compile(
    r"(?<!\w)(?:trước đó|trước đây|năm ngoái|năm trước|lần trước|biên bản|kể từ|từ sau|sau|ở|kết quả|nội dung|mời|khuôn khổ"
    r"|chuẩn bị cho|tiến tới|trong ngày|việc lớn có|\d+ lần)(?: [^\W\d_]+){0,3} $"
    r"|(?<!\w)(?:\d+|nhiều|các|những|hoạt động) (?:lần|cuộc|buổi)? ?$"
)
_OUTSIDE = re.compile(rf"(?<!\w)(?:{LEADS}|tại|ngày)(?!\w)")
# What is done again and again is no event of its own.
_MECHANISM = re.compile(
    r"(?<!\w)(?:duy trì|chế độ|cơ chế|tăng cường|tiếp tục|các cuộc|những cuộc|những buổi|thường xuyên|tổ chức các|hình thức"
    r"|hoạt động|như:)(?!\w)[^.;]{0,100}$"
)
_AT = re.compile(r"(?<!\w)(?:tại|ở|trên đất|sang|địa điểm|đến|địa bàn)(?: (?:trụ sở|khu vực|đất))?:? $")
_OTHER_PLACE = re.compile(rf"(?<!\w)(?:tại|ở|sau|từ|của) {EVENT}[^.;,]{{0,120}}(?:tại|ở) $")
_WHERE = re.compile(r"[^.;,]{0,30} là nơi ")
_OFFICE = re.compile(
    r"(?<!\w)(?:trú|sinh|công tác|đóng quân|sống|lãnh sự quán|lãnh sự|đại sứ quán|đại sứ|thường trú) (?:tại|ở) $"
)
_PLACE = regex.compile(r"(?P<place>[^,\n]+)(?P<outer>(?:, [^,\n]+)*)")
_REVIEW = re.compile(
    r"(?<!\w)(?:đánh giá|kết quả|nhìn lại|điểm lại|soi lại|xem lại|kiểm điểm|sơ kết|tổng kết|rà soát|tình hình|phối hợp"
    r"|thông báo|thời gian qua|thông tin)(?!\w)"
)
# A quarter or half-year in the name of an event is what it reviews, a year is not.
_IN_NAME = re.compile(rf"(?<!\w){EVENT}[^.;]{{0,120}}$")
_OPENS = re.compile(r"(?:^|[,:;(] ?)(?:(?:trong|qua|tính|sau|hơn|gần|kể|tới|khi|riêng) ?)*$")
_TO_COME = re.compile(r",? (?:[^\W\d_]+ ){0,4}(?:sẽ|tiếp tục|(?:hai bên|đơn vị|các bên) (?:thống nhất|hẹn))(?!\w)")
_HELD_IN = re.compile(r"(?<!\w)(?:tổ chức|diễn ra|hồi)(?: (?:tại|ở|vào|hồi)[^,;]{0,40})? $")
_SEASON = re.compile(r"(?:mùa (?:khô|mưa)|năm học|nhiệm kỳ|tết|khóa|xuân|năm mới) ?$")
_PLANNED = re.compile(
    r"(?<!\w)(?:phương hướng|nhiệm vụ|thời gian tới|bước sang|kế hoạch|hướng tới|chào|mừng|đón|xuân|hẹn|sẽ"
    r"|trọng tâm|tiếp tục"
    r"|thống nhất|giai đoạn|ký|hiệp định|nghị định|thỏa thuận|quy chế|nghị quyết|thành lập|kỷ niệm)(?!\w)[^,.;:]*$"
)
_SIGNED = re.compile(
    r"(?<!\w)(?:hiệp định|hiệp ước|nghị định|thỏa thuận|quy chế|luật|nghị quyết|quyết định|biên bản)(?!\w)(?:[^,;.]*|[^;.]*\()$"
)
_EARLIER = re.compile(
    r"(?<!\w)(?:trước đó|trước đây|kể từ|từ năm|thành lập|kỷ niệm|chào mừng|sinh năm|vụ|bắt|phát hiện)(?!\w)"
)


def read_kind(desk: Desk, q: Quote, label: str) -> Value:
    """The kind of an event by its noun, which must be the label's, and the first one that its words begin with."""
    folded, s = desk.ctx.view.folded, q.sentence
    start, end = _whole_noun(folded, q)
    kind = kind_of(folded[start:end])
    if kind is None:
        raise Refusal("its words are no noun of an event")
    if kind != label:
        raise Refusal(f"its words say {kind}, not {label or 'nothing'}")
    if kind == "conference" and any(_FULLER.search(folded, one.start, one.end) for one in desk.sentences):
        raise Refusal("elsewhere the text says what kind of conference it is")
    if kind == "signing" and not folded.startswith("lễ", start):
        raise Refusal("a signing that is no event")
    if _BACKGROUND.search(folded, s.start, start) or _MECHANISM.search(folded, s.start, start):
        raise Refusal("its words are of another event")
    if any(u.start < q.end and q.start < u.end for u in desk.ctx.of("units")):
        raise Refusal("its words are part of a unit's name")
    return Value(kind, q, desk.evidence([("kind", q.span)]))


def _whole_noun(folded: str, q: Quote) -> tuple[int, int]:
    """A noun of an event with those that stand beside it: "Hội đàm giao ban", "hội nghị sơ kết"."""
    nouns = list(_EVENT.finditer(folded, max(q.sentence.start, q.start - 16), min(q.sentence.end, q.end + 16)))
    start, end = q.span
    for m in (*reversed(nouns), *nouns):
        if m.end() == start - 1:
            start = m.start()
        if m.start() == end + 1:
            end = m.end()
    return start, end


def _name(desk: Desk, told: Told, q: Quote, _: str) -> Value:
    """The name of the event: from its noun on, with something that makes it a name, without the parties."""
    _own(desk, q)
    words = desk.ctx.view.folded[q.start : q.end]
    noun = re.match(rf"(?:(?:vòng|cuộc|phiên|chương trình|lễ) )?(?:{EVENT}|hội nghị|giao lưu)(?!\w)", words)
    if noun is None:
        raise Refusal("it does not begin with the noun of an event")
    if told.talk is not None and not _is_of_kind(told.talk, words):
        raise Refusal(f"its words say another kind of event than {told.talk.kind}")
    if not _QUALIFIED.search(words, noun.end()):
        raise Refusal("the bare noun of an event is no name")
    if _TELLS.search(words):
        raise Refusal("it goes beyond the name of an event")
    if _GOES_ON.match(desk.ctx.view.folded, q.end):
        raise Refusal("it ends before the name does")
    if _PARTIES.search(words):
        raise Refusal("a name holds no parties")
    before = desk.ctx.view.folded[q.sentence.start : q.start]
    if _BACKGROUND.search(before) or _MECHANISM.search(before):
        raise Refusal("its words are of another event")
    return Value(" ".join(desk.ctx.text(*q.span).split()), q, desk.evidence([("name", q.span)]))


def _is_of_kind(talk: Talk, words: str) -> bool:
    """Whether a noun may be that of a talk of this kind."""
    kind = kind_of(words)
    same = {talk.kind, "conference"} if talk.kind in ("review_conference", "briefing") else {talk.kind}
    return kind in same


def _series(desk: Desk, told: Told, q: Quote, label: str) -> Value:
    """The series that the words of the event's name tell; they must be the label's."""
    _own(desk, q)
    folded = desk.ctx.view.folded
    found = series_of(folded[q.start : q.end])
    if found is None:
        raise Refusal("its words tell no series")
    if found != label:
        raise Refusal(f"its words say {found}, not {label or 'nothing'}")
    _within_name(desk, told, q, 60)
    return Value(found, q, desk.evidence([("series", q.span)]))


def _round(desk: Desk, told: Told, q: Quote, _: str) -> Value:
    """The ordinal that the quote ends with: "lần thứ XIII", "vòng II", "lần đầu tiên"."""
    _own(desk, q)
    view = desk.ctx.view
    m = next((m for m in _ORDINAL.finditer(view.plain, q.start, q.end) if m.end() == q.end), None)
    if m is None:
        raise Refusal("its words are no ordinal")
    number = 1 if m["first"] else NORMALISERS["ordinal"]({"value": m["value"]})
    if number is None:
        raise Refusal("no ordinal can be read from it")
    if m["first"]:
        if not _EVENT.search(view.folded, q.start, q.sentence.end):
            raise Refusal("no event is told for the first time")
    else:
        _within_name(desk, told, q, 110)
    if _OTHER_ROUND.search(view.folded, q.sentence.start, q.start):
        raise Refusal("it is the ordinal of something else")
    return Value(number, q, desk.evidence([("round", Span(m.start(), m.end()))]))


def _own(desk: Desk, q: Quote) -> None:
    """Refuse words that the rules read as those of another event."""
    if desk.is_of_another(q):
        raise Refusal("its words are of another event")


def _within_name(desk: Desk, told: Told, q: Quote, reach: int) -> None:
    """Refuse words that do not stand behind the noun of the reported event, in its name."""
    folded, s = desk.ctx.view.folded, q.sentence
    nouns = list(_EVENT.finditer(folded, max(s.start, q.start - reach), q.end))
    own = [m for m in nouns if not re.search(r"[.;]", folded[m.end() : max(m.end(), q.start)])]
    if not own:
        raise Refusal("it stands behind no noun of an event")
    if told.talk is not None:
        talk = told.talk
        own = [m for m in own if _is_of_kind(talk, m[0])]
        if not own:
            raise Refusal(f"it stands behind the noun of another kind of event than {talk.kind}")
    noun = own[-1]
    after = [m for m in nouns if m.start() > noun.start() and m.start() < q.start]
    if after and after[0].start() != noun.end() + 1:
        raise Refusal("it stands behind the noun of another event")
    if _OUTSIDE.search(folded, noun.end(), max(noun.end(), q.start)):
        raise Refusal("it stands outside of the event's name")
    before = folded[max(s.start, noun.start() - 60) : noun.start()]
    if _BACKGROUND.search(before) or _MECHANISM.search(before):
        raise Refusal("its words are of another event")


def _date(desk: Desk, told: Told, q: Quote, _: str) -> Value:
    """The day or days of the event: not a date of a paper, of another event or of a feast."""
    _own(desk, q)
    folded, s = desk.ctx.view.folded, q.sentence
    d = read_date(told.timeline, q.span)
    if d.value is None or d.is_open or d.precision in ("year", "part"):
        raise Refusal("it is no day on which an event is held")
    if d.precision == "interval" and not d.is_days:
        raise Refusal("it is no day on which an event is held")
    whole(desk, q)
    if d.start in desk.ctx.papers or _SIGNED.search(folded, s.start, q.start) or is_not_of_it(folded, d):
        raise Refusal("it is the day of a paper, a feast or an end of a period")
    if _EARLIER.search(folded, max(s.start, q.start - 60), q.start):
        raise Refusal("it is the day of another event")
    day, written = last_day(d.value), iso_day(desk.record.document.published or "")
    if day is not None and written is not None and (written - day).days > _OLD:
        raise Refusal("it is long before the day of publication")
    if d.precision == "month" and not _EVENT.search(folded, s.start, s.end):
        raise Refusal("a month alone, and no event beside it")
    return Value(d.value, q, desk.evidence(_dated("date", d)))


def _mode(desk: Desk, _: Told, q: Quote, label: str) -> Value:
    """Online, by its words; in person needs none."""
    if label != "online" or not re.search(r"trực tuyến|truyền hình|qua mạng", desk.ctx.view.folded[q.start : q.end]):
        raise Refusal("its words do not say that the event is held online")
    return Value("online", q, desk.evidence([("mode", q.span)]))


def _place(desk: Desk, told: Told, q: Quote, _: str) -> Value:
    """The place of the event, read as the rules' places are."""
    _own(desk, q)
    view, s = desk.ctx.view, q.sentence
    before = view.folded[max(s.start, q.start - 60) : q.start]
    if _OTHER_PLACE.search(view.folded, s.start, q.start):
        raise Refusal("it is the place of another event")
    there = _AT.search(before) or _WHERE.match(view.folded, q.end, s.end)
    if not there or _OFFICE.search(before):
        raise Refusal("the words before it do not make it the place of an event")
    m = _PLACE.fullmatch(view.plain, *q.span)
    if m is None:
        raise Refusal("its words are no place")
    mention = Mention("talk.place", "llm", *q.span, view.text[q.start : q.end], Captures(m))
    place = read_place(desk.ctx, mention, told.talk.date if told.talk else None)
    if place is None:
        raise Refusal("no table and no word makes it a place")
    given = tuple(e.model_copy(update={"source": f"llm:{desk.model}"}) for e in place.evidence)
    return Value(Place(**{**dict(place), "evidence": given}), q, ())


def _period(desk: Desk, told: Told, q: Quote, _: str) -> Value:
    """What the event looks back on: told as past, begun by its day, ended not long before it."""
    _own(desk, q)
    folded, s = desk.ctx.view.folded, q.sentence
    held = told.talk is not None and told.talk.status == "held"
    date = told.talk.date if told.talk else None
    whole(desk, q)
    value, dates = _stretch(told.timeline, q.span, date if held else None)
    if held and value.endswith(".."):
        raise Refusal("its end is not known")
    if not may_be_reviewed(value, first_day(date)):
        raise Refusal("it ends long before the event, or begins after it")
    before = folded[s.start : q.start]
    clause = before[before.rfind(";") + 1 :]
    if dates[0].start in desk.ctx.papers or _PLANNED.search(clause) or _TO_COME.match(folded, q.end, s.end):
        raise Refusal("it is told of a paper, a feast or what is to come")
    if _HELD_IN.search(clause):
        raise Refusal("it is the time of another event")
    if _SEASON.search(clause):
        raise Refusal("it is a season, a term or a feast")
    named = _IN_NAME.search(clause) is not None and not _REVIEW.search(clause)
    if named and all(d.precision != "part" for d in dates):
        raise Refusal("it is the year of an event, no period")
    if not (named or _REVIEW.search(clause) or _OPENS.search(clause)):
        raise Refusal("nothing is told of it as past")
    return Value(value, q, desk.evidence([shown for d in dates for shown in _dated("period", d)]))


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


def whole(desk: Desk, q: Quote) -> None:
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


_BEFORE_DATE = re.compile(
    r"(?:(?:tháng|nửa) (?:đầu|cuối)|quý [\divx]+|tháng \d{1,2}|(?:năm \d{4}|quý [\divx/]+|năm \d{4}\)?) và) $"
)
_BEHIND_DATE = re.compile(r" và (?:\d+ tháng (?:đầu|cuối)|quý |nửa (?:đầu|cuối)|năm \d{4})")
Reader = Callable[[Desk, Told, Quote, str], Value]
READERS: Final[dict[str, Reader]] = {
    "name": _name, "series": _series, "round": _round, "date": _date, "mode": _mode, "place": _place, "period": _period,
}  # fmt: skip
