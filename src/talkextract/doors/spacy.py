"""The spaCy component `talkextract`: `nlp.add_pipe("talkextract")`.

It fills `doc._.talk` (the `TalkRecord`, None where the component did not run) and `doc.spans["talkextract"]`: one span
for each piece of evidence, label its field ("people.rank"), id its place in the record ("people[0].rank"). Offsets in
the record are characters of `doc.text`; where evidence is no whole number of tokens, its span is the tokens around it.

The record is kept as JSON in `doc.user_data`, so that it goes with the doc through `to_bytes` and into other processes;
`doc._.talk` is there wherever this module is imported.
"""

# No `from __future__ import annotations` here: spaCy 3.8.2 reads the types of a factory's arguments as they stand.
from collections.abc import Callable
from typing import Any

import regex
from spacy.language import Language
from spacy.tokens import Doc

from ..grounds import grounds
from ..pipeline import Extractor
from ..record import TalkRecord

__all__ = ["KEY", "TalkComponent", "make_talkextract"]

KEY = "talkextract"
_INDEX = regex.compile(r"\[\d+\]")


class TalkComponent:
    """The component; `rules` names folders that overlay the shipped rules."""

    def __init__(self, rules: list[str]) -> None:
        self._rules = rules
        self._extractor = Extractor(rules=rules)

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc.text` and note what was found on `doc`."""
        record = self._extractor.extract(doc.text)
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

    def __reduce__(self) -> "tuple[type[TalkComponent], tuple[list[str]]]":
        """Another process loads the rules anew; what is compiled of them does not travel."""
        return TalkComponent, (self._rules,)


@Language.factory(KEY, default_config={"rules": []}, assigns=["doc._.talk", "doc.spans"])
def make_talkextract(nlp: Language, name: str, rules: list[str]) -> Callable[[Doc], Doc]:  # noqa: ARG001  spaCy's form
    """The factory; `nlp.add_pipe("talkextract", config={"rules": ["my_rules"]})`."""
    return TalkComponent(rules)


def _talk(doc: Doc) -> TalkRecord | None:
    """The record of a doc, None where the component did not run."""
    stored: Any = doc.user_data.get(KEY)
    return None if stored is None else TalkRecord.model_validate_json(stored)


Doc.set_extension("talk", getter=_talk, force=True)
