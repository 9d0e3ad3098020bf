"""How often each rule fires on articles with gold records, and how often what it shows is right: measured precision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ..pipeline import Extractor
from .evaluate import keys

__all__ = ["Firing", "lines_of", "measure"]

Json = Mapping[str, Any]
# Where a piece of evidence has another name than the field that is scored.
_SCORED = {
    "talk.place.country": "talk.place.region", "figures.value": "figures.value", "figures.category": "figures.value",
    "topics.topic": "topics", "dates.text": "dates.value", "other_talks.name": "other_talks",
}  # fmt: skip
_LISTS = ("delegations", "people", "units", "agreements", "border_points", "figures", "topics", "dates", "other_talks")


class Firing(NamedTuple):
    """One rule on a corpus: how often it matched (`fired`), how many values rest on it (`shown`), how many of those
    that are scored are in the gold record (`right` of `judged`).
    """

    rule: str
    fired: int
    shown: int
    judged: int
    right: int

    @property
    def precision(self) -> float | None:
        """How much of what rests on the rule is right; None where nothing that is scored does."""
        return self.right / self.judged if self.judged else None


def measure(extractor: Extractor, gold: Mapping[str, Json], texts: Mapping[str, str]) -> list[Firing]:
    """Every rule of `extractor` on the articles of `gold`, in the order of the rules; the day of publication that a
    caller gave stands in the gold record.
    """
    fired: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for name, truth in gold.items():
        text = texts[name]
        fired.update(extractor.fired(text))
        published = (truth.get("given") or {}).get("published")
        record = extractor.extract(text, id=name, published=published).model_dump(mode="json")
        wanted = {label: set(values) for label, values in keys(truth).items()}
        for rule, label, claims in _claims(record):
            shown[rule] += 1
            if claims:
                judged[rule] += 1
                right[rule] += claims <= wanted.get(label, set())
    return [Firing(r, fired[r], shown[r], judged[r], right[r]) for r in extractor.rule_ids]


def _claims(record: Json) -> Iterator[tuple[str, str, set[tuple[str, ...]]]]:
    """Each piece of evidence: its rule, the field that is scored by it, and what the record claims there."""
    talk = record["talk"]
    parts: list[tuple[str, Json, Json]] = [("document", record["document"], {"document": record["document"]})]
    if talk:
        parts.append(("talk", talk, {"talk": talk}))
        if talk["place"]:
            parts.append(("talk.place", talk["place"], {"talk": talk}))
    parts += [(section, item, {section: [item]}) for section in _LISTS for item in record[section]]
    for section, node, alone in parts:
        claimed = keys(alone)
        for e in node["evidence"]:
            label = f"{section}.{e['field']}"
            label = _SCORED.get(label, label)
            yield e["source"].removeprefix("rule:"), label, set(claimed.get(label, ()))


def lines_of(firings: Iterable[Firing]) -> Iterator[str]:
    """The report as lines of text, a rule a line, and the sums."""
    yield f"{'rule':44}{'fired':>7}{'shown':>7}{'right':>12}{'precision':>11}"
    total = right = 0
    idle = []
    for f in firings:
        total, right = total + f.judged, right + f.right
        if not f.fired:
            idle.append(f.rule)
            continue
        share = f"{f.precision:11.3f}" if f.precision is not None else f"{'-':>11}"
        yield f"{f.rule:44}{f.fired:7}{f.shown:7}{f'{f.right}/{f.judged}':>12}{share}"
    yield f"{right} of {total} values that are scored are right"
    if idle:
        yield f"never fired: {', '.join(idle)}"
