"""Dates that a model points at: their words read by the normalisers of dates, their year by the article's timeline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import regex

from ..assemble.context import Context
from ..assemble.timeline import DateMention, Timeline, resolve
from ..mention import Captures, Mention, Span
from ..values import NORMALISERS
from .ground import Refusal

__all__ = ["date_words", "read_date", "timeline_with"]

_RULE = "llm"
_NUMBERS = r"một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười|mươi|mốt|lăm"
_WORD = re.compile(
    r"\d{1,4}(?:[/.-]\d{1,4}){0,2}|(?:[ivx]+|\d)(?:[/.-]\d{4})?|ngày|các|tháng|năm|quý|quí|từ|đến|tới|cho|hết|và|nay|qua"
    r"|mai|sau|trước|vừa|rồi|hôm|rạng|sáng|trưa|chiều|tối|đêm|muộn|sớm|khuya|đầu|cuối|giữa|nửa|của|trong|vào|thứ|chủ"
    rf"|nhật|ngoái|này|đến nay|kể|học|mùng|mồng|{_NUMBERS}|[-–(),/&]"
)
_BEFORE = re.compile(
    r"(?i)(?:(?:vào|trong|hồi|kể|từ trước|của|giữa|khoảng|giai đoạn|nhiệm kỳ|(?:đầu|cuối) tuần (?:qua|này)|\(|,|-) ?)+"
)
_TODAY = regex.compile(
    r"(?i)(?:(?P<value>(?:sáng|trưa|chiều|tối|hôm|ngày|đêm) (?:nay|qua|mai)|năm (?:nay|ngoái))(?= ?$))"
)
_NOW = r"(?:đến|tới|cho đến|đến thời điểm) (?:hôm )?nay"
_FORMS: tuple[tuple[str, regex.Pattern[str]], ...] = (
    ("date_relative", _TODAY),
    ("date_stretch", regex.compile(rf"(?i)(?:kể )?(?:từ )?(?P<first>[^()]+?),? {_NOW}")),
    ("date_stretch", regex.compile(
        r"(?i)(?:kể )?từ (?P<first>[^()]+?) (?:cho đến hết|cho đến|đến hết|đến|tới)(?: hết)? (?P<last>[^()]+)")),
    ("date_quarters", regex.compile(
        r"(?i)(?P<value>(?P<first>quý (?:[1-4]|iv|i{1,3})),? (?:và|,) (?:quý )?(?P<last>(?:[1-4]|iv|i{1,3})[ /,].*))")),
    ("date_days", regex.compile(
        r"(?i)(?P<first>(?:[\p{L}]+ )*\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?)?)(?P<middle>(?:, ?\d{1,2})*)"
        r"(?:(?P<to> ?[-–] ?| đến(?: ngày)? | tới )|(?: và(?: ngày)? |, ?))"
        r"(?P<last>(?:ngày )?\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?| tháng \d{1,2}(?: năm \d{4}|/\d{4})?)?)")),
    ("date_stretch", regex.compile(
        r"(?i)(?:năm (?:học )?)?(?P<first>(?:19|20)\d\d)(?: ?[-–] ?| (?:đến|tới)(?: hết)?(?: năm)? )"
        r"(?P<last>(?:19|20)\d\d)")),
    ("date", regex.compile(r"(?P<value>.+)")),
)  # fmt: skip
_YEARS = regex.compile(r"(?i)(?<!\d[/.-])(?<![\p{L}])năm (?P<value>(?:19|20)\d\d)(?![\d/-])")


def date_words(ctx: Context, span: Span) -> Mention:
    """The date that a span of the view says, all of it; Refusal where it is none, or says more than a date."""
    plain = ctx.view.plain
    start, end = span
    if before := _BEFORE.match(plain, start, end):
        start = before.end()
    while end > start and plain[end - 1] in " ,.;)(":
        end -= 1
    words = plain[start:end].lower()
    if not words or any(not _WORD.fullmatch(w) for w in re.findall(r"[^\s(),]+", words)):
        raise Refusal("its words are no date, or more than one")
    for name, form in _FORMS:
        m = form.fullmatch(plain, start, end)
        if m is None:
            continue
        groups = {k: v for k, v in m.groupdict().items() if v is not None}
        groups.setdefault("value", m[0])
        value = NORMALISERS[name](groups)
        if name == "date" and re.search(r" (?:và|đến|tới) ", words):
            break
        if value is not None:
            return Mention("dates", _RULE, start, end, value, Captures(m))
    raise Refusal("no date can be read from it")


def timeline_with(ctx: Context, spans: Iterable[Span], published: str | None) -> Timeline:
    """The article's dates with those of some spans, where the rules found none; spans that say no date are left out.

    Where the rules found no date at all, the years that the text writes out stand beside them as grounds for a year.
    """
    known = list(ctx.of("dates"))
    bare = not known
    # of two that overlap the longer one: "quý I" stands in "quý I năm 2026"
    for span in sorted(spans, key=lambda s: s.start - s.end):
        try:
            found = date_words(ctx, span)
        except Refusal:
            continue
        if not any(m.start < found.end and found.start < m.end for m in known):
            known.append(found)
    if bare and known:
        for s in ctx.page.sentences:
            for m in _YEARS.finditer(ctx.view.plain, s.start, s.end):
                if not any(k.start < m.end() and m.start() < k.end for k in known):
                    value = NORMALISERS["date"]({"value": m["value"]})
                    known.append(Mention("dates", _RULE, *m.span(), value, Captures(m)))
    if len(known) == len(ctx.of("dates")):
        return resolve(ctx, published)
    known.sort(key=lambda m: m.start)
    return resolve(replace(ctx, mentions={**ctx.mentions, "dates": tuple(known)}), published)


def read_date(timeline: Timeline, span: Span) -> DateMention:
    """The date of the timeline that a span says. Raises Refusal where the span says none, or more than one."""
    inside = [d for d in timeline.mentions if d.start < span.end and span.start < d.end]
    if not inside:
        raise Refusal("no date can be read from it")
    if len(inside) > 1:
        raise Refusal("its words are more than one date")
    return inside[0]
