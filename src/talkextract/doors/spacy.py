"""The spaCy component `talkextract`: `nlp.add_pipe("talkextract")`.

It fills `doc._.talk` (the `TalkRecord`, None where the component did not run) and `doc.spans["talkextract"]`: one span
for each piece of evidence, label its field ("people.rank"), id its place in the record ("people[0].rank"). Offsets in
the record are characters of `doc.text`; where evidence is no whole number of tokens, its span is the tokens around it.

With `config={"ner": "ents"}` the persons and organisations of `doc.ents`, as a statistical pipe before this one finds
them, are offered to the assembly: what the rules did not find of them is judged as if they had, and its evidence has
the source `spacy:<pipe>`.

The record is kept as JSON in `doc.user_data`, so that it goes with the doc through `to_bytes` and into other processes;
`doc._.talk` is there wherever this module is imported.
"""

# No `from __future__ import annotations` here: spaCy 3.8.2 reads the types of a factory's arguments as they stand.
from collections.abc import Callable
from itertools import takewhile
from typing import Any, Literal

import regex
from spacy.language import Language
from spacy.tokens import Doc

from ..entities import Entity
from ..errors import UsageError
from ..grounds import grounds
from ..pipeline import Extractor
from ..record import TalkRecord

__all__ = ["KEY", "TalkComponent", "make_talkextract"]

KEY = "talkextract"
_INDEX = regex.compile(r"\[\d+\]")


# Labels of persons and organisations in spaCy's own models and in those of others.
_KINDS: dict[str, Literal["person", "organisation"]] = {
    "PER": "person", "PERSON": "person",
    "ORG": "organisation", "ORGANIZATION": "organisation", "ORGANISATION": "organisation",
}  # fmt: skip


class TalkComponent:
    """The component; `rules` names folders that overlay the shipped rules, `ner` where others' entities stand: "ents",
    or "" for none. `pipe` names who sets them, and is asked for when the first doc comes.
    """

    def __init__(self, rules: list[str], ner: str = "", pipe: Callable[[], str] = lambda: "ents") -> None:
        if ner not in ("", "ents"):
            raise UsageError(f'ner must be "ents" (the entities of doc.ents) or "" (none), not {ner!r}')
        self._rules, self._ner, self._pipe = rules, ner, pipe
        self._extractor = Extractor(rules=rules)

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc.text` and note what was found on `doc`."""
        record = self._extractor.run(doc.text, entities=self._entities(doc)).record
        doc.user_data[KEY] = record.model_dump_json()
        spans = []
        for g in grounds(record):
            e = g.evidence
            label = _INDEX.sub("", g.path)
            span = doc.char_span(e.start, e.end, label=label, alignment_mode="expand", span_id=g.path)
            if span is not None:
                spans.append(span)
        doc.spans[KEY] = spans
        return doc

    def _entities(self, doc: Doc) -> list[Entity]:
        """The persons and organisations of `doc.ents`, where they are wanted."""
        if not self._ner or not doc.ents:
            return []
        source = f"spacy:{self._pipe()}"
        return [
            Entity(ent.start_char, ent.end_char, kind, source) for ent in doc.ents if (kind := _KINDS.get(ent.label_))
        ]

    def __reduce__(self) -> "tuple[Callable[..., TalkComponent], tuple[list[str], str, str]]":
        """Another process loads the rules anew; what is compiled of them does not travel."""
        return _remade, (self._rules, self._ner, self._pipe() if self._ner else "")


def _remade(rules: list[str], ner: str, pipe: str) -> TalkComponent:
    """The component in another process."""
    return TalkComponent(rules, ner, lambda: pipe)


@Language.factory(KEY, default_config={"rules": [], "ner": ""}, assigns=["doc._.talk", "doc.spans"])
def make_talkextract(nlp: Language, name: str, rules: list[str], ner: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The factory; `nlp.add_pipe("talkextract", config={"rules": ["my_rules"], "ner": "ents"})`."""

    def pipe() -> str:
        """The last pipe before this one that sets entities; this one may have been renamed since."""
        before = [n for n, _ in takewhile(lambda item: item[1] is not component, nlp.pipeline)]
        return next((n for n in reversed(before) if "doc.ents" in nlp.get_pipe_meta(n).assigns), "ents")

    component = TalkComponent(rules, ner, pipe)
    return component


def _talk(doc: Doc) -> TalkRecord | None:
    """The record of a doc, None where the component did not run."""
    stored: Any = doc.user_data.get(KEY)
    return None if stored is None else TalkRecord.model_validate_json(stored)


Doc.set_extension("talk", getter=_talk, force=True)
