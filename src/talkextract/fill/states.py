"""Which state a person or a side stands with, by the words around."""

from __future__ import annotations

import re
from typing import Final

import regex

from ..assemble.named import borne_by
from ..assemble.states import states_at
from ..mention import Span
from ..record import Country
from ..values.names import sounds_vietnamese
from .ground import Desk, Quote
from .lexicon import HONORIFIC, RANK

__all__ = ["by_head_word", "is_named", "shown_state"]

_NEAR: Final = 170  # characters from a name to the words that tell his side
# Where the words about a person end in his sentence: behind the word that makes him a head, at the next person or side.
_ENDS = re.compile(
    r";|(?<!\w)(?:làm trưởng đoàn|dẫn đầu|(?:và|cùng|với) (?:đoàn|phía|đại diện)|phía|đoàn đại biểu)(?!\w)"
    r"|(?<!\w)(?:đồng chí|ngài|ông|bà)(?!\w)"
    r"|(?<!\w)và (?:[^\W\d_]+ )?(?:trưởng|phó|giám đốc|chủ tịch|chính ủy|tư lệnh|bí thư)(?!\w)"
)
# What only Viet Nam's forces are called in Vietnamese papers, as they shorten it.
_HOME = re.compile(r"(?<!\w)(?:bđbp|ubnd|bộ chqs)(?!\w)")
_CODES: Final[dict[str, Country]] = {
    "việt nam": "VN", "ta": "VN", "lào": "LA", "trung quốc": "CN", "campuchia": "KH",
}  # fmt: skip
_SIDE_NAME = rf"(?P<side>{'|'.join(_CODES)}|bạn)(?!\w)"
# The side as the word that makes him a head names it: "là trưởng đoàn phía Trung Quốc", "dẫn đầu đoàn bạn" …
_LED = re.compile(rf"[^.;]{{0,120}}?(?:trưởng đoàn|dẫn đầu)(?: đoàn)?(?: đại biểu)?(?: phía)? {_SIDE_NAME}")
# … or as it stands before him: "đoàn bạn do đồng chí A", "phía Lào có Đại tá B".
_OURS = re.compile(rf"(?<!\w)(?:đoàn(?: đại biểu)?|phía) {_SIDE_NAME}")
# A second person: "do Đại tá A, Phó Chỉ huy trưởng BĐBP tỉnh X và Chuẩn tướng B".
_BESIDE = regex.compile(rf"(?<!\w)(?:và|cùng|với) (?:{RANK.pattern}|{HONORIFIC.pattern}),? $")


def shown_state(desk: Desk, at: Quote) -> tuple[int, int, str] | None:
    """The unit or state that tells the side of who is named at a place: the first behind his name in his clause, else
    the last before; None where nothing does.
    """
    folded, s = desk.ctx.view.folded, at.sentence
    told = _told(desk, at)
    if told is not None:
        return told
    ends = (pattern.search(folded, at.end, s.end) for pattern in (RANK, _ENDS))
    stop = min((m.start() for m in ends if m), default=min(s.end, at.end + _NEAR))
    start = max(s.start, folded.rfind(";", s.start, at.start) + 1, at.start - _NEAR)
    found = _state_between(desk, at.end, stop, last=False)
    if found in desk.namesakes:
        # less sure than the state whose delegation he leads: "đoàn Campuchia do X, Cục trưởng …"
        clause = max(start, folded.rfind(" và ", start, at.start))
        found = next(((a, b, c) for (a, b), c in desk.states.items() if clause <= a and b <= at.start), found)
    if found is not None:
        return found
    found = _state_between(desk, start, at.start, last=True)
    beside = _BESIDE.search(folded, start, at.start)
    if beside and not sounds_vietnamese(desk.ctx.text(*at.span)) and (found is None or found[1] <= beside.start()):
        found = None  # what stands before is told of who stands there
    return found or by_head_word(desk, Span(at.end, stop))


def by_head_word(desk: Desk, span: Span) -> tuple[int, int, str] | None:
    """The first words of a stretch that only one state's forces are called by; None where there are none."""
    folded = desk.ctx.view.folded
    home = _HOME.search(folded, *span)
    return borne_by(folded, *span) or ((*home.span(), "VN") if home else None)


def is_named(desk: Desk, shown: tuple[int, int, str]) -> bool:
    """Whether words name a state itself, or "bạn" or "ta", not a unit or province of it."""
    if desk.ctx.view.folded[shown[0] : shown[1]] in (*_CODES, "bạn"):
        return True
    return any(m.start == shown[0] for m in desk.ctx.of("countries")) or shown[:2] in desk.states


def _told(desk: Desk, at: Quote) -> tuple[int, int, str] | None:
    """The side that is named as his: right behind the word that makes him a head, or before him with nobody between."""
    folded, s = desk.ctx.view.folded, at.sentence
    led = _LED.match(folded, at.end, s.end)
    if led is not None and RANK.search(folded, at.end, led.start("side")):
        led = None
    ours = next(reversed([*_OURS.finditer(folded, max(s.start, at.start - _NEAR), at.start)]), None)
    if ours is not None:
        between = folded[ours.end() : at.start]
        if len(between) > 80 or re.search("[.;]", between) or len(RANK.findall(between)) > 1:
            ours = None
    others = {d.country for d in desk.record.delegations} - {"VN"}
    for told in (led, ours):
        if told is not None:
            country = _CODES.get(told["side"]) or (min(others) if len(others) == 1 else None)
            if country is not None:
                return (*told.span("side"), country)
    return None


def _state_between(desk: Desk, start: int, end: int, *, last: bool) -> tuple[int, int, str] | None:
    """The first (or last) words of a stretch that show a state."""
    here = [(a, b, c) for a, b, c in desk.countries if start <= a and b <= end]
    if not here:
        alone = (n for n in desk.namesakes if start <= n[0] and n[1] <= end)
        here = sorted([*states_at(desk.ctx, Span(start, end)), *alone])
    return here[-1 if last else 0] if here else None
