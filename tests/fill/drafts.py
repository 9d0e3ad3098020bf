"""Quotes taken from the evidence of the rules by program, for articles without hand-kept ones: a rougher measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from talkextract.offsets import View
from talkextract.record import TalkRecord

# What no quote goes over: the end of a sentence, of a paragraph, of a part of an enumeration.
_STOP = re.compile(r"[.;!?](?=\s)|\n[ \t\r]*\n")
_FAR = 90  # characters between two pieces of one quote
_IN_PIECES = ("name", "period", "position")


def draft(text: str, record: TalkRecord) -> dict[str, Any]:
    """What a model could point at so as to give the values of a record, in the shape of `recovery/quotes.json`."""

    def words(item: Any, field: str) -> str:
        """The words that show a value: of a name, a period or a post with those between its pieces."""
        pieces = [(e.start, e.end) for e in item.evidence if e.field == field]
        return _joined(text, pieces if field in _IN_PIECES else pieces[:1])

    quotes: dict[str, Any] = {
        "people": [{"name": words(p, "name"), "rank": words(p, "rank"), "position": words(p, "position")} for p in record.people],
        "agreements": [{"quote": a.name if a.name in text else words(a, "name")} for a in record.agreements],
        "topics": [{"quote": words(t, "topic"), "label": t.topic} for t in record.topics],
        "dates": [{"quote": words(d, "text")} for d in record.dates],
        "figures": [],
    }  # fmt: skip
    for f in record.figures:
        value = next(e for e in f.evidence if e.field == "value")
        end = max(e.end for e in f.evidence if e.field in ("value", "unit"))
        what = "" if f.what == f.unit else words(f, "what")
        quotes["figures"].append({"quote": _shown(text[value.start : end]), "what": what, "label": f.category})
    if any(e.field == "published" for e in record.document.evidence):
        quotes["document.published"] = {"quote": words(record.document, "published")}
    talk = record.talk
    if talk is None:
        return quotes
    quotes["talk.kind"] = {"quote": words(talk, "kind"), "label": talk.kind}
    for name in ("name", "series", "round", "date", "period"):
        if getattr(talk, name) is not None:
            quotes[f"talk.{name}"] = {"quote": words(talk, name), "label": talk.series or ""}
    if talk.mode == "online":
        quotes["talk.mode"] = {"quote": words(talk, "mode"), "label": "online"}
    if talk.place:
        quotes["talk.place"] = {"quote": _shown(talk.place.name)}
    quotes["heads"] = {d.country: _shown(d.head) for d in record.delegations if d.head}
    quotes["delegations"] = [
        {"label": d.country, "side": _side(text, d, record.delegations), "head": _shown(d.head or "")}
        for d in record.delegations
    ]
    return quotes


def _side(text: str, side: Any, sides: Sequence[Any]) -> str:
    """The first unit of a side, up to the words that tell its state where these stand near; else these alone. Not the
    pieces that it shares with a side named in between: "Attapeu (Lào)" of "Công an hai tỉnh Kon Tum (Việt Nam), Attapeu
    (Lào)".
    """
    told = [(e.start, e.end) for e in side.evidence if e.field == "country"]
    units = [(e.start, e.end) for e in side.evidence if e.field == "units"]
    head = [(e.start, e.end) for e in side.evidence if e.field == "head"]
    others = [e.end for s in sides if s is not side for e in s.evidence if e.field == "country"]
    if told and units and told[0][0] - units[0][1] <= _FAR:
        between = max((end for end in others if units[0][0] < end <= told[0][0]), default=0)
        units = [u for u in units if u[0] >= between]
    return _joined(text, sorted([*units[:1], *told[:1]]) or head[:1])


def _joined(text: str, spans: list[tuple[int, int]]) -> str:
    """The text from the first of some pieces to the last one that stands near the one before."""
    if not spans:
        return ""
    start, end = spans[0]
    for a, b in spans[1:]:
        if a >= end and a - end <= _FAR and not _STOP.search(text, end, a):
            end = b
    if text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
        end += 1
    return _shown(text[start:end])


def _shown(words: str) -> str:
    """Words as a model reads them: in one line."""
    return " ".join(View(words).text.split())
