"""Quotes taken from the evidence of the rules by program, for articles without hand-kept ones: a rougher measure."""

from __future__ import annotations

from typing import Any

from talkextract.offsets import View
from talkextract.record import TalkRecord


def draft(text: str, record: TalkRecord) -> dict[str, Any]:
    """What a model could point at so as to give the values of a record, in the shape of `recovery/quotes.json`."""

    def words(item: Any, *fields: str) -> str:
        found = (e.text for f in fields for e in item.evidence if e.field == f)
        return View(next(found, "")).text

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
        quotes["figures"].append({"quote": View(text[value.start : end]).text, "what": what, "label": f.category})
    talk = record.talk
    if talk is None:
        return quotes
    quotes["talk.kind"] = {"quote": words(talk, "kind"), "label": talk.kind}
    for name in ("name", "series", "round", "date", "period"):
        if getattr(talk, name) is not None:
            quotes[f"talk.{name}"] = {"quote": words(talk, name), "label": talk.series or ""}
    if talk.name and talk.name in View(text).text:
        quotes["talk.name"]["quote"] = talk.name
    if talk.mode == "online":
        quotes["talk.mode"] = {"quote": words(talk, "mode"), "label": "online"}
    if talk.place:
        quotes["talk.place"] = {"quote": View(talk.place.name).text}
    quotes["heads"] = {d.country: View(d.head).text for d in record.delegations if d.head}
    quotes["delegations"] = [
        {"label": d.country, "side": words(d, "units", "country", "head"), "head": View(d.head or "").text}
        for d in record.delegations
    ]  # fmt: skip
    return quotes
