"""The day of the page: asked for beside dates whose year may hang on it, where the rules found no stamp.

What a page says about itself is no gap of a record, so nothing of it is asked for its own sake. Without the day of
publication, though, a day of the article that leaves out its year has none, and "hôm nay" is no day at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from ..assemble.timeline import resolve
from ..mention import Captures, Mention, Span
from ..record import DateEntry, Document, Talk
from ..rules import shipped_variable
from ..values import NORMALISERS
from .asks import EVENT, Ask
from .ground import Desk, Quote, Refusal

__all__ = ["PUBLISHED", "Day", "asks_for_day", "read_published", "with_day", "with_document", "with_values_of_dates"]

_FIELD: Final = "document.published"
_RULE = "llm"
_DATED = frozenset({"talk.date", "talk.period", "dates"})
_DAY, _CLOCK, _WEEKDAY = (
    f"(?:{shipped_variable('page.toml', name)})" for name in ("stamp_day", "stamp_clock", "weekday")
)
# Wider than the rules, which read only what pages print often: "3 tháng 5, 2020", "2020-05-03".
_ANY_DAY = (
    rf"(?<![\d/.-])(?:{_DAY}|(?P<day>\d{{1,2}}) (?:tháng|th) ?(?P<month>\d{{1,2}})(?: năm|,|/)? ?(?P<year>20\d\d)(?!\d)"
    r"|(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d))"
)
_STAMP = regex.compile(
    rf"(?i)(?:{_CLOCK}(?:,| ?[-|])? ?(?:{_WEEKDAY},? ?(?:- )?)?(?:ngày )?)?{_ANY_DAY}"
    rf"(?:(?:,?(?: ?[-|])? ?(?:lúc )?|t){_CLOCK})?(?: ?[(\[]?(?:GMT|UTC) ?(?P<zone>[+-]\d{{1,2}}(?::?\d\d)?))?"
)
# A line that only a stamp stands on, behind a mark, a place, a name of who put it there. No caption, headline or
# licence that holds a day: "Lễ ký ngày 5/3/2020", "Giấy phép số 12, ngày 5/3/2020".
_NO_STAMP = (
    rf"{EVENT}|ký|biên bản|hiệp định|hiệp ước|nghị định|nghị quyết|quyết định|giấy phép|quy chế|luật|ảnh|kỷ niệm"
    r"|thành lập|sinh|liên quan|từ|đến|trước|sau|sẽ|khai mạc|bế mạc|tuần tra|mốc|vụ"
)
_LEAD = (
    r"(?:[^\n]{0,80}?[-|:>/)\]\d•·] ?|[\p{L}. ]{2,28}, |[^\n]{0,60}?(?:đăng|cập nhật|xuất bản|tác giả|gửi|viết)"
    r"(?: [^\n]{0,40}?)?[ :]+)?"
)
_TAIL = r"[)\]'\"]{0,2}(?: ?[-|/•·(][^\n]{0,60}| +(?:bởi|lượt|\d)[^\n]{0,40})?(?<![.;!?]) ?$"
_LINE = regex.compile(
    rf"(?im)^(?![^\n]*(?<!\w)(?:{_NO_STAMP})(?!\w)){_LEAD}[(\[]?"
    rf"(?:(?:{_WEEKDAY}|{_CLOCK}|cập nhật|đăng|lúc|vào|ngày)[ ,:|-]{{0,3}}){{0,5}}{_STAMP.pattern[4:]}{_TAIL}"
)
PUBLISHED: Final = Ask(
    _FIELD, "the day on which the page was published, with its clock, as it stands on a line of its own", _LINE, 60
)


@dataclass(frozen=True)
class Day:
    """A stamp that a model pointed at."""

    stamp: Mention

    @property
    def value(self) -> str:
        """ISO 8601, with the clock where the words tell it."""
        return str(self.stamp.value)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.stamp.start, self.stamp.end)


def asks_for_day(desk: Desk, asked: Sequence[Ask]) -> bool:
    """Whether the day of the page is asked for: beside dates, where nobody told it and a line looks like it.

    A stamp that the rules found and the article contradicts is a clock of the page, and no gap.
    """
    known = desk.record.document.published is not None or _FIELD in desk.ctx.page_mentions or desk.ctx.of(_FIELD)
    return not known and any(a.path in _DATED for a in asked) and desk.has(PUBLISHED)


def read_published(desk: Desk, answer: Mapping[str, str]) -> Day:
    """The day of publication that an answer points at, judged as the rules judge the stamps of a page.

    Raises Refusal where it is none, where the article contradicts it, where another line of its kind is the older one.
    """
    reason = Refusal("no words")
    for q in desk.places(answer.get("quote", ""), PUBLISHED):
        stamp = _read(desk, q)
        if stamp is None:
            reason = Refusal("no day and year can be read from it")
            continue
        lines = [
            m
            for s in desk.sentences
            if _LINE.search(desk.ctx.view.folded, s.start, s.end) and (m := _read(desk, Quote(s.start, s.end, s)))
        ]
        accepted = resolve(_with_stamps(desk, (*lines, stamp)).ctx).stamp
        if accepted is not None and str(accepted.value)[:10] == str(stamp.value)[:10]:
            return Day(stamp)
        reason = Refusal("the article or an older stamp of the page contradicts it")
    raise reason


def _read(desk: Desk, q: Quote) -> Mention | None:
    """The stamp in some words."""
    m = _STAMP.search(desk.ctx.view.plain, *q.span)
    if m is None:
        return None
    value = NORMALISERS["page_date"]({k: v for k, v in m.groupdict().items() if v is not None})
    return None if value is None else Mention(_FIELD, _RULE, *m.span(), value, Captures(m))


def _with_stamps(desk: Desk, stamps: tuple[Mention, ...]) -> Desk:
    ctx = replace(desk.ctx, page_mentions={**desk.ctx.page_mentions, _FIELD: stamps})
    return Desk(ctx, desk.record, desk.model)


def with_day(desk: Desk, day: Day) -> Desk:
    """The desk of an article whose day of publication is known: its dates are read against it."""
    return _with_stamps(desk, (day.stamp,))


def with_document(desk: Desk, day: Day) -> Document:
    """The document of the record with its day of publication."""
    document = desk.record.document
    evidence = (*document.evidence, *desk.evidence([("published", day.span)]))
    return Document(**{**dict(document), "published": day.value, "evidence": evidence})


def with_values_of_dates(desk: Desk, talk: Talk | None) -> tuple[DateEntry, ...]:
    """The dates of the record, those without a value ("hôm nay") with the one that the day of publication gives them.

    `desk` is one of `with_day`. A value that the rules gave stays, one with an unstated year too.
    """
    timeline, view = resolve(desk.ctx), desk.ctx.view
    until = talk.date if talk is not None and talk.status == "held" else None
    told = {view.to_raw(d.start, d.end)[0]: d for d in timeline.mentions}
    have = {entry.value for entry in desk.record.dates}
    dates: list[DateEntry] = []
    for entry in desk.record.dates:
        d = told.get(entry.evidence[0].start) if entry.value is None else None
        value = timeline.value(d, until) if d is not None else None
        if d is not None and value is not None and value not in have:
            have.add(value)
            spans = [Span(d.start, d.end), *([Span(d.source.start, d.source.end)] if d.source else [])]
            more = desk.evidence([("value", span) for span in spans])
            entry = DateEntry(text=entry.text, value=value, evidence=(*entry.evidence, *more))
        dates.append(entry)
    return tuple(dates)
