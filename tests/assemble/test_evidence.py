"""Evidence is made without its constructor: it must be what the constructor would have made."""

import pickle

from support import seeds
from talkextract import extract
from talkextract.record import Evidence, TalkRecord


def test_evidence_is_what_its_constructor_makes() -> None:
    for case in seeds():
        record = extract(case.text)
        made = [e for part in (record.document, *record.people, *record.units, *record.dates) for e in part.evidence]
        assert made
        for e in made:
            checked = Evidence(**e.model_dump())
            assert (e, hash(e), repr(e), e.model_fields_set) == (
                checked, hash(checked), repr(checked), checked.model_fields_set,
            )  # fmt: skip
            assert pickle.loads(pickle.dumps(e)) == e.model_copy() == e


def test_a_record_is_read_back_through_all_checks() -> None:
    for case in seeds():
        record = extract(case.text)
        assert TalkRecord.model_validate_json(record.model_dump_json()) == record
