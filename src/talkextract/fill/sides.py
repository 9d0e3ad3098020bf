"""The talk itself, where the rules found none: its noun, two sides whose states the text shows, and their heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from ..assemble.named import borne_by
from ..assemble.states import states_at
from ..record import Country, Delegation, Status, Talk
from ..tables import Region
from .asks import KIND, LEADS, SIDES
from .event import is_coming
from .ground import Desk, Quote, Refusal
from .heads import Head, read_head
from .names import read_kind
from .report import Refused
from .states import by_head_word

__all__ = ["Found", "find_talk"]

_TOGETHER = regex.compile(
    r"(?<!\w)(?:với|giữa|cùng|(?:hai|2|các|ba|bốn|sáu|4|6) (?:bên|nước|tỉnh|lực lượng|đoàn|huyện|đơn vị|đồn|trạm"
    r"|bộ)|đón|tiếp"
    r"|sang|dự|song phương|đồng chủ trì)(?!\w)"
)
_NAMES = regex.compile(r"\p{Lu}[\p{L}\p{M}'-]*(?: \p{Lu}[\p{L}\p{M}'-]*){0,4}")
_LEAD = 4  # sentences, the title among them, in which an article tells of what is to come if it reports that
_NEAR = 2  # sentences between an event and the words that send a side to it


@dataclass(frozen=True)
class Found:
    """A talk with its sides and their heads."""

    talk: Talk
    sides: tuple[Delegation, ...]
    heads: tuple[Head | None, ...]
    at: Quote


def find_talk(
    desk: Desk, kind: Mapping[str, str], sides: Sequence[Mapping[str, str]], refused: list[Refused]
) -> Found:  # fmt: skip
    """The talk that an answer points at; `refused` takes the answers for sides and heads that do not hold.

    Raises Refusal where it is none of two states.
    """
    dropped: list[Refused] = []
    reason = Refusal("no words")
    # a title says of no event whether it is still to come
    for q in sorted(desk.places(kind.get("quote", ""), KIND), key=lambda q: q.sentence.role == "title"):
        try:
            value = read_kind(desk, q, kind.get("label", ""))
            both, heads, bad = _sides(desk, q, sides)
            if len(both) < 2:
                dropped += bad
                raise Refusal("the text does not show two states that hold it")
        except Refusal as refusal:
            reason = refusal
            continue
        folded = desk.ctx.view.folded
        coming = is_coming(folded, q.sentence.start, q.start, q.end)
        if coming and desk.sentences.index(q.sentence) > _LEAD:
            reason = Refusal("it is to come, and not what the article reports")
            continue
        status: Status = "announced" if coming else "held"
        at = coming or q.span
        talk = Talk.model_validate({
            "kind": value.value, "status": status, "evidence": (*value.evidence, *desk.evidence([("status", at)])),
        })  # fmt: skip
        refused += bad
        return Found(talk, tuple(both), tuple(heads), q)
    refused += dropped
    raise reason


def _sides(
    desk: Desk, event: Quote, answers: Sequence[Mapping[str, str]]
) -> tuple[list[Delegation], list[Head | None], list[Refused]]:
    """The sides that hold, in the order of the text. Raises Refusal where nothing says that they met."""
    index = desk.sentences.index(event.sentence)
    near = desk.sentences[max(0, index - 1) : index + 2]
    found: list[tuple[int, Delegation, Head | None]] = []
    refused: list[Refused] = []
    together = True  # "A và B tổ chức Hội đàm"
    for answer in answers:
        words = answer.get("side", "")
        try:
            country: Country = answer.get("label", "")
            at = _side(desk, words, country, index)
            if any(d.country == country for _, d, _ in found):
                raise Refusal("the state is that of another side")
        except Refusal as refusal:
            refused.append(Refused("delegations", words, str(refusal)))
            continue
        head = None
        if answer.get("head", "").strip():
            try:
                head = _head(desk, answer["head"], country, [h.name for _, _, h in found if h])
            except Refusal as refusal:
                refused.append(Refused("delegations.head", answer["head"], str(refusal)))
        together = together and at.sentence == event.sentence
        found.append((at.start, _delegation(desk, at, country, head), head))
    if len(found) > 1 and not together and not any(_TOGETHER.search(desk.folded(s)) for s in near):
        raise Refusal("nothing says that two sides met")
    found.sort(key=lambda x: x[0])
    return [d for _, d, _ in found], [h for _, _, h in found], refused


def _side(desk: Desk, words: str, country: str, index: int) -> Quote:
    """Where a side is sent, beside the event. Raises Refusal where its words do not show its state alone."""
    if not country:
        raise Refusal("no state is named")
    reason = Refusal("it stands far from the event")
    found = ((desk.sentences.index(q.sentence), q) for q in desk.places(words, SIDES))
    for there, q in sorted(found, key=lambda x: abs(x[0] - index)):
        title = desk.ctx.page.title is not None and q.sentence.start == desk.ctx.page.title.start
        if abs(there - index) > _NEAR and not title:
            continue
        shown = _states(desk, q)
        if shown == {country}:
            return q
        reason = Refusal(f"its words show {' and '.join(sorted(shown)) or 'no state'}, not {country}")
    raise reason


def _states(desk: Desk, q: Quote) -> set[str]:
    """The states that a quote shows: by their names, else by its units, its provinces, any region's name."""
    found = {c for (a, b), c in desk.states.items() if q.start <= a and b <= q.end}
    found = found or {c for a, b, c in desk.countries if a < q.end and q.start < b}
    found = found or {c for _, _, c in states_at(desk.ctx, q.span)}
    if not found and (borne := borne_by(desk.ctx.view.folded, *q.span)):
        found = {borne[2]}
    for m in _NAMES.finditer(desk.ctx.view.plain, *q.span) if not found else ():
        found |= {region.country for region in _regions(desk, m[0].split(" "))}
    if not found and (borne := by_head_word(desk, q.span)):
        found = {borne[2]}
    return found


def _regions(desk: Desk, words: Sequence[str]) -> Iterator[Region]:
    """The region that the words of a name tell, the longest part of them that is one."""
    for size in range(len(words), 0, -1):
        for i in range(len(words) - size + 1):
            region = desk.ctx.tables.region(" ".join(words[i : i + size]))
            if region is not None:
                yield region
                return


def _head(desk: Desk, words: str, country: Country, taken: Sequence[str]) -> Head:
    """The head of a side. Raises Refusal where the words make nobody one."""
    reason = Refusal("no words")
    ask = replace(SIDES, cue=regex.compile(rf"(?<!\w){LEADS}(?!\w)"), longest=80)
    for q in desk.places(words, ask):
        try:
            head = read_head(desk, q, country)
        except Refusal as refusal:
            reason = refusal
            continue
        if head.name in taken:
            raise Refusal("the person is the head of another side")
        return head
    raise reason


def _delegation(desk: Desk, at: Quote, country: Country, head: Head | None) -> Delegation:
    """A side with the units of the record that its words name."""
    start, end = desk.ctx.view.to_raw(*at.span)
    units = [
        u for u in desk.record.units
        if u.country == country and any(e.field == "name" and start <= e.start and e.end <= end for e in u.evidence)
    ]  # fmt: skip
    parents = {u.parent for u in units}
    names = [u.name for u in units if u.name not in parents]
    shown = [("country", at.span), *([("units", at.span)] if names else [])]
    if head is not None:
        shown.append(("head", head.at.span))
    return Delegation(
        country=country, units=tuple(names), head=head.name if head else None, evidence=desk.evidence(shown)
    )
