"""Who leads a side: a name that a model points at, if the text puts him at the head of that side."""

from __future__ import annotations

import re
from dataclasses import dataclass

import regex

from ..mention import Span
from ..record import Country, Person, TalkRecord
from ..values.names import rank_value, sounds_vietnamese
from .ground import Desk, Quote, Refusal
from .lexicon import HONORIFIC, POST, RANK
from .states import is_named, shown_state

__all__ = ["Head", "goes_on", "name_at", "rank_before", "read_head"]

_WORD = r"\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*"
_NAME = regex.compile(
    rf"{_WORD}(?: (?:{_WORD}|\p{{Lu}}\.)){{1,7}}|\p{{Lu}}\p{{L}}*(?:-\p{{L}}+)+|{_WORD}(?: - {_WORD}| {_WORD}){{1,7}}"
)
# What no name of a person begins with.
_NO_PERSON = re.compile(
    r"(?:bộ|ban|cục|sở|ty|đảng|quốc|trung ương|ủy|mặt|trường|viện|văn phòng|quân|tỉnh|huyện|thành|phòng|công an"
    r"|biên|đồn"
    r"|trạm|tổng|học viện|hội|phó|chủ|chính|ubnd|bđbp|chqs|hđnd|việt nam|hồ chí minh|cửa khẩu|nước|xã|phường)(?!\w)"
)
# Between the word that makes somebody a head and his name: the unit that he leads, his rank, his post.
_BEFORE = re.compile(
    r"(?<!\w)(?:do|dẫn đầu|trưởng đoàn|(?:đồng )?chủ trì|chủ tọa|điều hành|đứng đầu|làm trưởng đoàn)(?!\w)"
    r"[^.;]{0,140}$"
)
_BEHIND = re.compile(
    r"[^.;]{0,240}?(?<!\w)(?:làm trưởng đoàn|trưởng đoàn|(?:dẫn|đứng) đầu(?! (?:đội|nhóm|tổ|cánh|tốp))"
    r"|điều hành|làm trưởng|(?:cùng )?ký)(?!\w)"
)
_CHAIRED = re.compile(r"(?<!\w)(?:chủ trì|chủ tọa|thay mặt (?:hai|các) bên)(?!\w)[^.]{0,400}$")
_CHAIRS = re.compile(
    r"[^.]{0,400}?(?<!\w)(?:chủ trì|chủ tọa|làm đồng trưởng đoàn|làm trưởng đoàn (?:của )?(?:mỗi|hai|các) bên"
    r"|lần lượt (?:dẫn đầu|làm trưởng đoàn))(?!\w)"
)
# Whoever stands behind these only takes part.
_ATTENDS = re.compile(
    r"(?<!\w)(?:cùng (?:dự|đi|tham|các)|tham dự|tham gia|dự có|đến dự|thành phần|đón|tiếp|phát biểu|chứng kiến)(?!\w)"
)
# The principals of a meeting of two persons; who only receives a delegation leads none.
_MEETS = re.compile(r"(?<!\w)(?:hội đàm (?:với|cùng)|hội kiến(?: với)?|gặp(?: gỡ)?(?: với)?|đối thoại với)[^.;]{0,60}$")
_MET = re.compile(
    r"[^.;]{0,160}?(?<!\w)(?:hội đàm|hội kiến|gặp gỡ|gặp|đối thoại) (?:với|cùng|(?=\w+ (?:trưởng"
    r"|tướng|tá)))"
)
_NEAR, _FAR = 170, 420


@dataclass(frozen=True)
class Head:
    """Who leads a side: his name as the record has it or is to have it, where it stands, and himself if he is new."""

    name: str
    at: Quote
    person: Person | None


def name_at(desk: Desk, q: Quote) -> Quote:
    """The name alone of a quote that may hold rank, honorific or post before it. Raises Refusal where it is none."""
    view = desk.ctx.view
    start, end = q.span
    while (m := RANK.match(view.folded, start, end) or HONORIFIC.match(view.folded, start, end)) and m.end() < end:
        start = m.end() + 1
    while end > start and view.plain[end - 1] in " ,.;:":
        end -= 1
    if start >= end or not _NAME.fullmatch(view.plain, start, end) or _NO_PERSON.match(view.folded, start, end):
        raise Refusal("its words are no name of a person")
    words, tables = view.text[start:end], desk.ctx.tables
    shown = any(a < end and start < b for a, b, _ in (*desk.countries, *desk.namesakes))
    if shown or tables.region(words) is not None or tables.has_gate(words):
        raise Refusal("its words name a place or a unit")
    if goes_on(desk, end):
        raise Refusal("cuts a name of the text")
    if start and _name_goes_before(desk, start):
        raise Refusal("cuts a name of the text")
    return q.cut(start, end)


def goes_on(desk: Desk, end: int) -> bool:
    """Whether a word with a capital stands behind a name that opens no post, rank or unit: the name goes on."""
    view, at = desk.ctx.view, end + 1
    if view.plain[end:at] != " " or not view.plain[at : at + 1].isupper():
        return False
    return not any(p.match(view.folded, at) for p in (RANK, POST, _NO_PERSON))


def _name_goes_before(desk: Desk, start: int) -> bool:
    """Whether the word before a name is a part of it, by its capital, and no title, post or unit."""
    before = regex.search(rf"({_WORD}) $", desk.ctx.view.plain[max(0, start - 30) : start])
    if before is None:
        return False
    at = start - len(before[0])
    title = RANK.search(desk.ctx.view.folded, max(0, at - 16), start)
    if (title and title.end() >= start - 1) or HONORIFIC.match(before[0].lower()) or POST.search(before[0].lower()):
        return False
    if any(a <= at < b for a, b, _ in desk.countries) or _sentence_opens(desk, at):
        return False
    words = desk.ctx.view.plain[max(0, at - 24) : start - 1]
    return len(words) > 0 and not POST.search(words.lower()) and not _ends_with_region(desk, start - 1)


def _ends_with_region(desk: Desk, end: int) -> bool:
    """Whether the words up to `end` end with the name of a place: "Phó Chủ tịch UBND thành phố Đà Nẵng"."""
    words = desk.ctx.view.plain[max(0, end - 40) : end].split(" ")
    return any(desk.ctx.tables.region(" ".join(words[-count:])) is not None for count in range(1, min(5, len(words))))


def _sentence_opens(desk: Desk, at: int) -> bool:
    sentence = desk.ctx.page.sentence(at)
    return sentence is not None and sentence.start == at


def rank_before(desk: Desk, name: Quote) -> tuple[str, Span] | None:
    """The rank that stands right before a name, and where; None where none does."""
    folded = desk.ctx.view.folded
    found = None
    for m in RANK.finditer(folded, max(name.sentence.start, name.start - 60), name.start):
        found = m
    if found is None or not re.fullmatch(r"[ ,()]*(?:(?:qncn|ts|ths|pgs|gs|tiến sĩ|thạc sĩ|cảnh sát|công an|biên phòng)"
                                         r"[ ,.()]*)*", folded[found.end() : name.start]):  # fmt: skip
        return None
    return rank_value({"rank": found[0]}), Span(*found.span())


def read_head(desk: Desk, q: Quote, country: Country) -> Head:
    """The head of the side of `country`, if the text makes him one. Raises Refusal where it does not."""
    at = name_at(desk, q)
    name = " ".join(desk.ctx.text(at.start, at.end).split())
    if not _leads(desk, at):
        raise Refusal("the words around the name make nobody a head")
    known = _known(desk.record, name)
    shown = shown_state(desk, at)
    told = shown is not None and shown[2] == country and (is_named(desk, shown) or _is_guessed(known))
    if known is not None and known.country not in (None, country) and not told:
        raise Refusal(f"the person is of {known.country}, not of {country}")
    if any(d.head == (known.name if known else name) for d in desk.record.delegations):
        raise Refusal("the person is the head of another side")
    if known is not None and known.country == country:
        return Head(known.name, at, None)
    if shown is None:
        home = sounds_vietnamese(name)
        others = [d.country for d in desk.record.delegations if d.country != "VN"]
        if home != (country == "VN") or (not home and others and others != [country]):
            raise Refusal("the text does not show the side of the person")
    elif shown[2] != country:
        raise Refusal(f"the person stands with {shown[2]}, not with {country}")
    if known is not None:
        return Head(known.name, at, None)
    rank = rank_before(desk, at)
    evidence: list[tuple[str, tuple[int, int]]] = [("name", at.span), ("roles", at.span)]
    if rank:
        evidence.append(("rank", rank[1]))
    evidence.append(("country", shown[:2] if shown else at.span))
    person = Person(
        name=name, rank=rank[0] if rank else None, country=country, roles=("head",), evidence=desk.evidence(evidence)
    )
    return Head(name, at, person)


def _is_guessed(person: Person | None) -> bool:
    """Whether the rules had nothing but the sound of his name to tell a person's state by."""
    if person is None:
        return False
    name = {(e.start, e.end) for e in person.evidence if e.field == "name"}
    return all((e.start, e.end) in name for e in person.evidence if e.field == "country")


def _known(record: TalkRecord, name: str) -> Person | None:
    """The person of the record that bears a name, or the end of whose name it is."""
    low = name.lower()
    return next((p for p in record.people if p.name.lower() == low or p.name.lower().endswith(" " + low)), None)


def _leads(desk: Desk, at: Quote) -> bool:
    """Whether the words of the sentence put a person at the head of his side."""
    folded, s = desk.ctx.view.folded, at.sentence
    before, after = folded[max(s.start, at.start - _NEAR) : at.start], folded[at.end : s.end]
    lead = _BEFORE.search(before)
    if lead is not None and not _person_between(lead[0]):
        return True
    # who chairs is told of both sides at once: "Đồng chủ trì hội đàm có A, …; B, …"
    joint = _CHAIRED.search(folded, max(s.start, at.start - _FAR), at.start)
    if joint is not None and not _ATTENDS.search(joint[0]):
        return True
    chairs = _CHAIRS.match(after)
    if chairs is not None and not _ATTENDS.search(chairs[0]):
        return True
    behind = _BEHIND.match(after)
    if behind is not None and not _person_between(behind[0]):
        return True
    meets = _MEETS.search(before)
    if meets is not None and not _person_between(meets[0]):
        return True
    met = _MET.match(after)
    return met is not None and not _person_between(met[0]) and at.start - s.start < _NEAR


def _person_between(words: str) -> bool:
    """Whether a rank stands in words, with something behind it: somebody else is named between."""
    return any(len(words) - m.end() > 30 for m in RANK.finditer(words))
