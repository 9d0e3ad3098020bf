"""An answer gives way to what the article tells earlier of the reported event.

An article tells day, place and name of its event in the sentence that reports it; a day or place further on is mostly
one of something else. So a quote is refused where an earlier sentence with the noun of the event tells the same thing
in other words, where the same sentence tells it nearer to that noun, or where the event bore another ordinal before.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..mention import Span
from ..record import Talk
from .asks import QUALIFIED
from .event import NOUN, ORDINAL, Mentioned, is_of_another, is_of_kind, mentions_of, ordinal_of
from .ground import Desk, Quote, Refusal

__all__ = ["give_way_to_day", "give_way_to_name", "give_way_to_place", "give_way_to_round", "is_of_another_time"]

_DAY = re.compile(
    r"(?<![\d/.,-])(?<!mốc )(?<!số )\d{1,2}(?: ?- ?\d{1,2})?[/-]\d{1,2}(?:[/-]\d{4})?(?![\d/])"
    r"|ngày \d{1,2} tháng \d{1,2}|(?<!\w)(?:sáng|trưa|chiều|tối|đêm|hôm) (?:nay|qua)(?!\w)"
)
# A day in brackets repeats the one before them, or is of what stands there: "Hôm qua (15/6)", "Tết (13 đến 16/4)".
_ASIDE = re.compile(r"(?<!nay )(?<!qua )(?<!hai )(?<!ba )(?<!tư )(?<!năm )(?<!sáu )(?<!bảy )(?<!nhật )\([^()]*$")
# A day behind these words is one of a paper, a visit, a feast or something earlier.
_NOT_ITS_DAY = re.compile(
    r"(?<!\w)(?:hiệp định|hiệp ước|nghị định|thỏa thuận|quy chế|luật|nghị quyết|quyết định|biên bản|ký|thăm|tết|lễ hội"
    r"|kỷ niệm|thành lập|truyền thống|trước đó|trước đây|trước|sau|xảy ra"
    r"|(?<!nghiệp )vụ)(?!\w)[^,.;]*$"
)
_PLACE = re.compile(
    r"(?<!\w)(?:tại|ở) (?!buổi|cuộc|hội đàm|hội nghị|lễ|đây|điểm cầu|nước|việt nam|biên giới|khu vực biên giới)"
)
# Behind these words a place is where somebody works or lives, or where a thing was that the event is about.
_NOT_ITS_PLACE = re.compile(
    r"(?<!\w)(?:trú|sinh|công tác|đóng quân|đóng|sống|lãnh sự quán|lãnh sự|đại sứ quán|đại sứ|thường trú|xảy ra) $"
    r"|(?<!\w)(?:(?<!nghiệp )vụ|(?<!làm )việc|về|sau|trước)(?!\w)[^,.;]*$"
)
_CLAUSE = re.compile(r"[^.;,]{0,90}")
_NAMED = re.compile(rf" [^.;,]{{0,60}}?{QUALIFIED}(?!\w)")
_ANOTHER_TIME = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|sắp|(?<!đúng )hẹn|(?:lần|kỳ|hội đàm|hội nghị|giao ban) (?:tới|sau)|trước đó|trước đây"
    r"|năm ngoái|lần trước|từng)(?!\w)"
)


def is_of_another_time(desk: Desk, talk: Talk, q: Quote) -> bool:
    """Whether the clause before a quote tells what was before a held event, or is to come after it."""
    folded, s = desk.ctx.view.folded, q.sentence
    start = max(s.start, folded.rfind(";", s.start, q.start) + 1)
    return talk.status == "held" and _ANOTHER_TIME.search(folded, start, q.start) is not None


def give_way_to_day(desk: Desk, talk: Talk, q: Quote) -> None:
    """Refuse a day where the article tells another one of the event first."""
    _give_way(desk, talk, q, _days, "day")


def give_way_to_place(desk: Desk, talk: Talk, q: Quote) -> None:
    """Refuse a place where the article tells another one of the event first."""
    _give_way(desk, talk, q, _places, "place")


def _give_way(
    desk: Desk, talk: Talk, q: Quote, find: Callable[[Desk, Mentioned], list[Span]], what: str
) -> None:  # fmt: skip
    for m in mentions_of(desk, talk):
        told = find(desk, m) if m.sentence.role == "body" else []
        if not told:
            continue
        behind = q.start > m.sentence.end or q.sentence.role == "title"
        if behind and not any(_same(desk, q, span) for span in told):
            raise Refusal(f"another sentence tells the {what} of the event")
        if q.sentence == m.sentence and not any(q.start < end and start < q.end for start, end in told[:1]):
            raise Refusal(f"the sentence tells another {what} of the event")
        return


def _same(desk: Desk, q: Quote, span: Span) -> bool:
    """Whether a quote says in other words what stands at a span: the same day, a place with more or fewer levels."""
    view = desk.ctx.view
    days = [re.findall(r"\d+", view.plain[a:b])[-3:] for a, b in (q.span, span)]
    if days[0] and days[1]:
        return days[0][:2] == days[1][:2]
    words, told = view.folded[q.start : q.end], view.folded[span.start : span.end]
    return words in told or told in words


def _days(desk: Desk, m: Mentioned) -> list[Span]:
    """The days in the sentence of an event that may be its own: first what stands right behind its noun, or before."""
    folded, s = desk.ctx.view.folded, m.sentence
    found = [
        Span(*d.span()) for d in _DAY.finditer(folded, s.start, s.end)
        if not _NOT_ITS_DAY.search(folded, s.start, d.start()) and not _ASIDE.search(folded, s.start, d.start())
    ]  # fmt: skip
    before = [d for d in found if d.end <= m.start]
    behind = [d for d in found if d.start >= m.end]
    beside = [d for d in behind[:1] if "," not in folded[m.end : d.start]]
    return [*beside, *reversed(before), *behind]


def _places(desk: Desk, m: Mentioned) -> list[Span]:
    """The places in the sentence of an event that may be its own, in order: each up to the next comma."""
    folded, s = desk.ctx.view.folded, m.sentence
    found = []
    for at in _PLACE.finditer(folded, s.start, s.end):
        if not _NOT_ITS_PLACE.search(folded, s.start, at.start()):
            stop = folded.find(",", at.end(), s.end)
            found.append(Span(at.end(), stop if stop > 0 else s.end))
    return found


def give_way_to_round(desk: Desk, talk: Talk, q: Quote, number: int) -> None:
    """Refuse an ordinal where the event bears another one before."""
    view = desk.ctx.view
    for s in desk.sentences:
        for noun in NOUN.finditer(view.folded, s.start, s.end):
            if noun.start() >= q.start:
                return
            if not is_of_kind(talk, noun[0]) or is_of_another(view.folded, s.start, noun.start()):
                continue
            clause = _CLAUSE.match(view.folded, noun.end(), s.end)
            m = ORDINAL.search(view.plain, noun.end(), clause.end()) if clause else None
            if m is not None and ordinal_of(m) not in (None, number):
                raise Refusal("the event bears another ordinal before")


def give_way_to_name(desk: Desk, talk: Talk, q: Quote) -> None:
    """Refuse a name where the article names the event in other words before; a fuller one, with an ordinal, is none."""
    folded = desk.ctx.view.folded
    for m in mentions_of(desk, talk):
        if m.end > q.start:
            return
        named = _NAMED.match(folded, m.end, m.sentence.end) if m.sentence.role == "body" else None
        if named is None:
            continue
        words, first = folded[q.start : q.end].split(), folded[m.start : m.end + 40].split()
        clause = _CLAUSE.match(folded, m.end, m.sentence.end)
        fuller = ORDINAL.search(folded, *q.span) and not (clause and ORDINAL.search(clause[0]))
        if words[:3] != first[:3] and not fuller:
            raise Refusal("the event is named in other words before")
