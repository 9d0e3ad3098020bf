"""The reported event in the text: its nouns, and what is no mention of it though it has the noun of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import regex

from ..document import Sentence
from ..record import Talk
from ..values import NORMALISERS
from .asks import EVENT
from .ground import Desk
from .lexicon import kind_of

__all__ = ["NOUN", "ORDINAL", "Mentioned", "is_coming", "is_of_another", "is_of_kind", "mentions_of", "ordinal_of"]

# The noun of an event, in lower case.
NOUN: Final = re.compile(rf"(?<!\w){EVENT}(?!\w)")
ORDINAL: Final = regex.compile(
    r"(?i)(?:(?P<first>lần đầu(?: tiên)?)|(?:lần(?: thứ)?|vòng|kỳ thứ|thứ) (?P<value>\d{1,3}|[IVXLC]+"
    r"|[\p{L}]+(?: [\p{L}]+){0,2}))"
)
# Before the noun of an event that is not the reported one: an earlier one, one of many, what follows from one.
_BACKGROUND = re.compile(
    r"(?<!\w)(?:trước đó|trước đây|năm ngoái|năm trước|lần trước|gần (?:đây )?nhất|khác với"
    r"|(?<!ký )(?<!ký kết )biên bản|kể từ|từ sau|sau|(?<!ngồi )(?<!ngồi lại )(?<!gặp nhau )ở"
    r"|kết quả|nội dung|mời|khuôn khổ|chuẩn bị cho|tiến tới|\d+ lần)(?: [^\W\d_]+){0,3} $"
    r"|(?<!\w)(?:\d+|nhiều|các|những|hoạt động) (?:lần|cuộc|buổi)? ?$"
    r"|(?<!\w)(?:hai|ba|bốn|năm|mỗi|nhiều) (?:lần|cuộc|buổi) $"
)
# What is done again and again is no event of its own.
_MECHANISM = re.compile(
    r"(?<!\w)(?:duy trì|chế độ|cơ chế|nền nếp|nề nếp|tăng cường|tiếp tục|các cuộc|những cuộc|những buổi|thường xuyên"
    r"|tổ chức các|hình thức|hoạt động|như:)(?!\w)[^.;]{0,100}$"
)
_COMING = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|sắp|chuẩn bị|lên lịch|lên kế hoạch|ấn định)(?: [^\W\d_]+){0,6} $"
    r"|(?<!\w)(?:sẽ|dự kiến|sắp)(?!\w)[^.;]{0,80}$"
)
_WILL_BE = re.compile(r"[^.;,]{0,80} (?:dự kiến |sẽ |sắp )(?:được )?(?:diễn ra|tổ chức|khai mạc|họp)")
_TO_COME = re.compile(r"(?<!\w)(?:sẽ|dự kiến|sắp|tới)(?!\w)")


class Mentioned(NamedTuple):
    """A place of the view where the noun of the event stands, and the sentence that holds it."""

    start: int
    end: int
    sentence: Sentence


def is_of_kind(talk: Talk, words: str) -> bool:
    """Whether a noun (in lower case) may be that of a talk of this kind."""
    kind = kind_of(words)
    same = {talk.kind, "conference"} if talk.kind in ("review_conference", "briefing") else {talk.kind}
    return kind in same


def is_of_another(folded: str, start: int, noun: int) -> bool:
    """Whether the words of a sentence (from `start`) before a noun of an event make it one of before, or of many.

    "đã hội đàm với" reports one, whatever is told before: "trong khuôn khổ hoạt động đối ngoại, Quân khu 9 đã hội đàm".
    """
    if _BACKGROUND.search(folded, start, noun):
        return True
    return not folded.endswith(" đã ", start, noun) and _MECHANISM.search(folded, start, noun) is not None


def is_coming(folded: str, start: int, noun: int, end: int) -> tuple[int, int] | None:
    """The words that say of an event (its noun from `noun` to `end`, its sentence from `start`) that it is to come."""
    m = _COMING.search(folded, start, noun) or _WILL_BE.match(folded, end)
    return m.span() if m else None


def ordinal_of(m: regex.Match[str]) -> int | None:
    """The number that an ordinal tells; None where its words are no number."""
    value = 1 if m["first"] else NORMALISERS["ordinal"]({"value": m["value"]})
    return value if isinstance(value, int) else None


def mentions_of(desk: Desk, talk: Talk) -> Iterator[Mentioned]:
    """Where the body and the captions name an event that may be the reported one, in order: its kind, no other time."""
    folded = desk.ctx.view.folded
    for s in desk.sentences:
        if s.role == "title" or (talk.status == "announced" and not _TO_COME.search(folded, s.start, s.end)):
            continue
        last = 0
        for m in NOUN.finditer(folded, s.start, s.end):
            beside, last = m.start() == last + 1, m.end()
            if beside or any(u.start < m.end() and m.start() < u.end for u in desk.ctx.of("units")):
                continue  # the second noun of "hội nghị sơ kết", a word of a unit's name
            coming = talk.status == "held" and is_coming(folded, s.start, m.start(), m.end())
            if is_of_kind(talk, m[0]) and not coming and not is_of_another(folded, s.start, m.start()):
                yield Mentioned(m.start(), m.end(), s)
