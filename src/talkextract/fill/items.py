"""Further items of a list: people, agreements, figures, topics, dates, each read from the quotes of one answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, get_args

import regex
from pydantic import BaseModel

from ..assemble.agreements import agreements
from ..mention import Captures, Mention, Span
from ..record import Agreement, DateEntry, Figure, Person, Topic, TopicName
from ..values.numbers import read_number
from .asks import LISTS
from .dates import read_date
from .ground import Desk, Quote, Refusal
from .heads import name_at, rank_before
from .lexicon import MONEY, NO_MEASURES, POST, TOPICS, figure_fits, paper_kind
from .value import Told

__all__ = ["ITEMS", "Item", "read_item"]

_ORDER: Final = get_args(TopicName)


@dataclass(frozen=True)
class Item:
    """An item of a list: its model with its evidence, and the place that it stands at."""

    model: BaseModel
    at: Quote


def read_item(desk: Desk, told: Told, field: str, answer: Mapping[str, str]) -> Item:
    """The item that an answer points at. Raises Refusal where it is none, or where the rules have it."""
    ask = LISTS[field]
    reason = Refusal("no words")
    found: list[Item] = []
    for q in desk.places(answer.get(ask.parts[0], ""), ask):
        try:
            item = ITEMS[field](desk, told, q, answer)
        except Refusal as refusal:
            reason = refusal
            continue
        if field != "people" and q.start <= item.at.start and item.at.end <= q.end:
            found.insert(0, item)  # "năm 2017" stands in "6 tháng đầu năm 2017" too, which is another date
            break
        found.append(item)
    if not found:
        raise reason
    item = _fullest(found) if field == "people" else found[0]
    _refuse_known(desk, field, item)
    return item


def _fullest(found: Sequence[Item]) -> Item:
    """A person who is named several times: the place that tells most, with what others tell besides."""
    best = max(found, key=lambda i: sum(v is not None for _, v in i.model))
    values = dict(best.model)
    evidence = list(values["evidence"])
    for other in (dict(i.model) for i in found):
        for name in ("rank", "position"):
            if values[name] is None and other[name] is not None:
                values[name] = other[name]
                evidence += [e for e in other["evidence"] if e.field == name]
    return Item(Person(**{**values, "evidence": tuple(evidence)}), best.at)


def _refuse_known(desk: Desk, field: str, item: Item) -> None:
    """Refuse an item that overlaps one of the rules'; of topics, people and dates one of the same value too."""
    start, end = desk.ctx.view.to_raw(*item.at.span)
    for known in getattr(desk.record, field):
        if field == "topics":
            if known.topic == getattr(item.model, "topic", None):
                raise Refusal("the rules found it")
            continue
        if field == "people" and known.name.lower() == getattr(item.model, "name", "").lower():
            raise Refusal("the rules found it")
        if field == "dates" and known.value is not None and known.value == getattr(item.model, "value", None):
            raise Refusal("the rules found it")
        own = ("name", "quote", "text", "value", "what") if field != "people" else ("name",)
        if any(e.field in own and e.start < end and start < e.end for e in known.evidence):
            raise Refusal("it overlaps what the rules found")


def _person(desk: Desk, _: Told, q: Quote, answer: Mapping[str, str]) -> Item:
    """A person: a name that rank, honorific or post makes known; his rank and post where they stand beside him."""
    at = name_at(desk, q)
    folded = desk.ctx.view.folded
    rank = rank_before(desk, at)
    before = folded[max(at.sentence.start, at.start - 40) : at.start]
    post = _post(desk, at, answer.get("position", ""))
    honoured = re.search(r"(?:đồng chí|ông|bà|ngài|samdech|các đồng chí:?|ts\.?|ths\.?) $", before)
    titled = POST.search(before) and not re.search(r"[,.;]", before[-4:])
    if rank is None and not honoured and not titled and post is None:
        raise Refusal("no rank, post or honorific makes it a person")
    shown: list[tuple[str, tuple[int, int]]] = [("name", at.span), ("roles", at.span)]
    if rank:
        shown.append(("rank", rank[1]))
    if post:
        shown.append(("position", post[1]))
    name = " ".join(desk.ctx.text(*at.span).split())
    person = Person(
        name=name, rank=rank[0] if rank else None, position=post[0] if post else None, roles=("mentioned",),
        evidence=desk.evidence(shown),
    )  # fmt: skip
    return Item(person, at)


def _post(desk: Desk, at: Quote, words: str) -> tuple[str, Span] | None:
    """The post that stands nearest to a name in its sentence, if its words are those of one; else None."""
    if not words.strip():
        return None
    near = Span(max(at.sentence.start, at.start - 200), min(at.sentence.end, at.end + 200))
    try:
        found = list(desk.places(words, replace(LISTS["people"], longest=120), near))
    except Refusal:
        return None
    best = min(found, key=lambda q: (q.start < at.end, abs(q.start - at.end)), default=None)
    if best is None or not POST.search(desk.ctx.view.folded[best.start : best.end]):
        return None
    between = (
        desk.ctx.view.folded[at.end : best.start] if best.start >= at.end else desk.ctx.view.folded[best.end : at.start]
    )
    if ";" in between or len(between) > 120:
        return None
    text = desk.ctx.text(*best.span)
    return text[:1].upper() + text[1:], best.span


_STATUS = regex.compile(
    r"(?i)(?P<planned>(?:sẽ|dự kiến|tiến tới|chuẩn bị|hướng tới|đề nghị)(?: [\p{L}]+){0,3} k[ýí](?: kết)?)"
    r"|(?P<earlier>(?:trước đó|đã được k[ýí]))|(?P<signed>(?<![\p{L}])(?:k[ýí](?: kết)?|thông qua|trao đổi)(?![\p{L}]))"
)
_PAPER = regex.compile(r"(?P<all>(?P<kind>\S+(?: \S+)?).*)")


def _agreement(desk: Desk, told: Told, q: Quote, _: Mapping[str, str]) -> Item:
    """A paper, assembled as the rules' papers are: its kind by its noun, its status by the verb before it."""
    ctx = desk.ctx
    words = ctx.view.folded[q.start : q.end]
    kind = paper_kind(words[:40])
    if kind is None:
        raise Refusal("it does not begin with the noun of a paper")
    if len(words.split()) < 3 and not any(c.isupper() or c.isdigit() for c in ctx.text(*q.span)[1:]):
        raise Refusal("a bare noun is no paper")
    m = _PAPER.fullmatch(ctx.view.plain, *q.span)
    if m is None:
        raise Refusal("its words are no paper")
    mention = Mention("agreements", "llm", *q.span, kind, Captures(m))
    verbs = tuple(
        Mention("agreements.status", "llm", *v.span(), v.lastgroup, Captures(v))
        for v in _STATUS.finditer(ctx.view.plain, q.sentence.start, q.start)
    )
    alone = replace(ctx, mentions={
        **ctx.mentions, "agreements": (mention,), "agreements.status": ctx.of("agreements.status") or verbs,
    })  # fmt: skip
    talk = told.talk

    def date_of(start: int, end: int) -> str | None:
        return next((d.value for d in told.timeline.within(start, end)), None)

    made = agreements(
        alone, {d.country: None for d in desk.record.delegations}, date_of, day=talk.date if talk else None,
        announced=talk is not None and talk.status == "announced",
    )  # fmt: skip
    if not made:
        raise Refusal("a bare noun is no paper")
    source = f"llm:{desk.model}"
    evidence = [e.model_copy(update={"source": source}) for e in made[0].evidence]
    if made[0].countries and not any(e.field == "countries" for e in evidence):
        sides = (e for d in desk.record.delegations for e in d.evidence if e.field == "country")
        evidence += [e.model_copy(update={"field": "countries", "source": source}) for e in sides]
    countries = made[0].countries if any(e.field == "countries" for e in evidence) else ()
    return Item(Agreement(**{**dict(made[0]), "countries": countries, "evidence": tuple(evidence)}), q)


_NUMBER = regex.compile(
    r"(?i)(?P<number>\d[\d.,]*)/\d[\d.,]* ?(?P<unit>[\p{L}][^\n]*)|(?P<number>\d[\d.,]*(?: (?:nghìn|ngàn|vạn|triệu"
    r"|tỷ|tỉ))*(?: rưỡi)?"
    r"|(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|linh|lẻ|chục|nghìn|ngàn|triệu|tỷ|mốt|tư|lăm)(?: |$))+)"
    r" ?(?P<unit>[\p{L}%³][^\n]*)"
)


def _figure(desk: Desk, _: Told, q: Quote, answer: Mapping[str, str]) -> Item:
    """A quantity: the number read, the measure word behind it, and what was counted, in the same sentence."""
    view = desk.ctx.view
    m = _NUMBER.fullmatch(view.plain, *q.span)
    value = read_number(m["number"].strip()) if m else None
    if m is None or value is None or not value:
        raise Refusal("no number with a measure word can be read from it")
    unit, category = view.text[slice(*m.span("unit"))], answer.get("label", "")
    low = m["unit"].lower()
    if low not in MONEY and NO_MEASURES.match(low):
        raise Refusal("what is counted is no result")
    if (low in MONEY) != (category == "money") and category not in ("aid", "other"):
        raise Refusal(f"its words are not of {category or 'no category'}")
    if re.search(r"(?:ngày|tháng|năm|quý|điều|khoản|mốc|số) $", view.folded[max(0, q.start - 8) : q.start]):
        raise Refusal("its number counts nothing")
    s = q.sentence
    what = answer.get("what", "").strip()
    at = q.span
    if what:
        found = list(desk.places(what, replace(LISTS["figures"], longest=160), Span(s.start, s.end)))
        at = min((f.span for f in found), key=lambda f: abs(f.start - q.end))
    clause = view.folded[max(s.start, q.start - 120) : min(s.end, q.end + 80)]
    if not figure_fits(category, low, clause):
        raise Refusal(f"its words are not of {category or 'no category'}")
    name = view.text[slice(*at)] if what else unit
    unit_at = Span(*m.span("unit"))
    shown = [("value", Span(*m.span("number"))), ("unit", unit_at), ("category", at), ("what", at if what else unit_at)]
    model = Figure.model_validate({
        "value": value, "unit": MONEY.get(low, unit), "category": category, "what": name,
        "evidence": desk.evidence(shown),
    })  # fmt: skip
    return Item(model, q)


def _topic(desk: Desk, _: Told, q: Quote, answer: Mapping[str, str]) -> Item:
    """A topic whose own words the quote holds, in the body."""
    label = answer.get("label", "")
    if label not in TOPICS:
        raise Refusal("no topic is named")
    if not TOPICS[label].search(desk.ctx.view.folded, *q.span):
        raise Refusal(f"its words are not of {label}")
    return Item(Topic.model_validate({"topic": label, "evidence": desk.evidence([("topic", q.span)])}), q)


_OF_A_YEAR = re.compile(r"(?:(?:tháng|nửa) (?:đầu|cuối)|quý (?:\d|[ivx]+)|tháng \d{1,2})(?: của)? $")


def _date(desk: Desk, told: Told, q: Quote, _: Mapping[str, str]) -> Item:
    """A date that the timeline reads: not the year of a part of it, which is another date."""
    if _OF_A_YEAR.search(desk.ctx.view.folded, q.sentence.start, q.start):
        raise Refusal("cuts a date of the text")
    d = read_date(told.timeline, q.span)
    talk = told.talk
    value = told.timeline.value(d, talk.date if talk and talk.status == "held" else None)
    at = q.cut(d.start, d.end)
    shown: list[tuple[str, tuple[int, int]]] = [("text", at.span)]
    if value is not None:
        shown.append(("value", at.span))
        if d.source is not None:
            shown.append(("value", (d.source.start, d.source.end)))
    return Item(DateEntry(text=desk.ctx.text(*at.span), value=value, evidence=desk.evidence(shown)), at)


Reader = Callable[[Desk, Told, Quote, Mapping[str, str]], Item]
ITEMS: Final[dict[str, Reader]] = {
    "people": _person, "agreements": _agreement, "figures": _figure, "topics": _topic, "dates": _date,
}  # fmt: skip
