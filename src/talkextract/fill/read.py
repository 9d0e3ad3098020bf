"""Single values of the talk: each read from the quote by the normalisers that the rules use, or refused.

A reader gets a place of the quote (`ground.py` found it) and gives a `Value`, or raises `Refusal` with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import regex

from ..assemble.places import read_place
from ..mention import Captures, Mention
from ..record import Place
from .asks import EVENT
from .ground import Desk, Quote, Refusal
from .heads import goes_on
from .names import read_mode, read_name, read_round, read_series
from .rivals import give_way_to_place, is_of_another_time
from .value import Told, Value, own
from .when import read_day, read_period

__all__ = ["READERS"]

_AT = re.compile(r"(?<!\w)(?:tại|ở|trên đất|sang|địa điểm(?: là)?|đến|địa bàn)(?: (?:trụ sở|khu vực|đất))?:? $")
_OTHER_PLACE = re.compile(rf"(?<!\w)(?:tại|ở|sau|từ|của) {EVENT}[^.;,]{{0,120}}(?:tại|ở) $")
_WHERE = re.compile(r"[^.;,]{0,30} là nơi |, nơi diễn ra ")
_OFFICE = re.compile(
    r"(?<!\w)(?:trú|sinh|công tác|đóng quân|sống|lãnh sự quán|lãnh sự|đại sứ quán|đại sứ|thường trú) (?:tại|ở) $"
)
_PLACE = regex.compile(r"(?P<place>[^,\n]+)(?P<outer>(?:, [^,\n]+)*)")


def _place(desk: Desk, told: Told, q: Quote, _: str) -> Value:
    """The place of the event, read as the rules' places are."""
    own(desk, q)
    view, s = desk.ctx.view, q.sentence
    before = view.folded[max(s.start, q.start - 60) : q.start]
    if _OTHER_PLACE.search(view.folded, s.start, q.start):
        raise Refusal("it is the place of another event")
    there = _AT.search(before) or _WHERE.match(view.folded, q.end, s.end)
    if not there or _OFFICE.search(before):
        raise Refusal("the words before it do not make it the place of an event")
    if told.talk is not None:
        if is_of_another_time(desk, told.talk, q):
            raise Refusal("it is the place of another event")
        give_way_to_place(desk, told.talk, q)
    m = _PLACE.fullmatch(view.plain, *q.span)
    if m is None:
        raise Refusal("its words are no place")
    if goes_on(desk, q.end):
        raise Refusal("cuts a name of the text")
    mention = Mention("talk.place", "llm", *q.span, view.text[q.start : q.end], Captures(m))
    place = read_place(desk.ctx, mention, told.talk.date if told.talk else None)
    if place is None:
        raise Refusal("no table and no word makes it a place")
    given = tuple(e.model_copy(update={"source": f"llm:{desk.model}"}) for e in place.evidence)
    return Value(Place(**{**dict(place), "evidence": given}), q, ())


Reader = Callable[[Desk, Told, Quote, str], Value]
READERS: Final[dict[str, Reader]] = {
    "name": read_name, "series": read_series, "round": read_round, "date": read_day, "mode": read_mode, "place": _place,
    "period": read_period,
}  # fmt: skip
