"""The spaCy component: record and spans on a doc, equal to those of `extract`, wherever the doc goes."""

from __future__ import annotations

import json
import multiprocessing
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
import spacy.displacy
import spacy.util
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import talkextract
import talkextract.doors.spacy as door
from support import Case, evidence_of, seeds
from talkextract import TalkRecord, extract

TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"}}}


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("vi", config=TOKENIZER)
    nlp.add_pipe("talkextract")
    return nlp


def spans_of(doc: Doc) -> list[tuple[int, int, str, str]]:
    return [(s.start_char, s.end_char, s.label_, s.id_) for s in doc.spans["talkextract"]]


@pytest.mark.parametrize("case", seeds(), ids=lambda c: c.id)
def test_the_record_is_that_of_extract(nlp: Language, case: Case) -> None:
    doc = nlp(case.text)
    assert doc.text == case.text
    assert doc._.talk == extract(case.text)
    assert isinstance(doc._.talk, TalkRecord)


@pytest.mark.parametrize("case", seeds(), ids=lambda c: c.id)
def test_there_is_one_span_a_piece_of_evidence_around_its_characters(nlp: Language, case: Case) -> None:
    doc = nlp(case.text)
    found = sorted((e["start"], e["end"]) for e in evidence_of(json.loads(doc._.talk.model_dump_json())))
    spans = sorted((s.start_char, s.end_char) for s in doc.spans["talkextract"])
    assert len(spans) == len(found) > 0
    for (a, b), (start, end) in zip(spans, found, strict=True):
        assert a <= start
        assert end <= b
        assert doc.char_span(start, end, alignment_mode="expand").start_char == a


def test_labels_are_fields_and_ids_are_places_in_the_record(nlp: Language) -> None:
    doc = nlp(seeds()[1].text)
    labels = {(s.label_, s.id_): s.text for s in doc.spans["talkextract"]}
    assert labels["people.rank", "people[0].rank"] == "Đại tá"
    assert "XIII" in labels["talk.round", "talk.round"]


def test_text_without_a_talk(nlp: Language) -> None:
    for text in ("", "   ", "No talk here."):
        doc = nlp(text)
        assert doc._.talk.talk is None
        assert len(doc.spans["talkextract"]) == 0


def test_a_doc_that_the_component_did_not_see_has_no_record() -> None:
    assert spacy.blank("vi", config=TOKENIZER)("Hội đàm")._.talk is None


def test_many_texts(nlp: Language) -> None:
    texts = [case.text for case in seeds()]
    assert [doc._.talk for doc in nlp.pipe(texts)] == [extract(text) for text in texts]


def test_two_processes_give_what_one_gives(nlp: Language) -> None:
    texts = [case.text for case in seeds()]
    one = [(doc._.talk, spans_of(doc)) for doc in nlp.pipe(texts)]
    two = [(doc._.talk, spans_of(doc)) for doc in nlp.pipe(texts, n_process=2, batch_size=1)]
    assert one == two


def test_record_and_spans_go_with_the_bytes_of_a_doc(nlp: Language) -> None:
    doc = nlp(seeds()[0].text)
    copy = Doc(spacy.blank("vi", config=TOKENIZER).vocab).from_bytes(doc.to_bytes())
    assert copy._.talk == doc._.talk
    assert spans_of(copy) == spans_of(doc)
    kept = DocBin(store_user_data=True)
    kept.add(doc)
    (again,) = DocBin().from_bytes(kept.to_bytes()).get_docs(nlp.vocab)
    assert again._.talk == doc._.talk


def test_a_pipeline_goes_to_disk_and_comes_back(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "model")
    text = seeds()[0].text
    assert spacy.load(tmp_path / "model")(text)._.talk == nlp(text)._.talk


def test_rules_of_ones_own_are_a_setting(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[[rule]]\n", "utf-8")
    nlp = spacy.blank("vi", config=TOKENIZER)
    with pytest.raises(Exception, match=r"mine\.toml: rule id None"):
        nlp.add_pipe("talkextract", config={"rules": [str(tmp_path)]})


@pytest.fixture
def fishing(tmp_path: Path) -> Path:
    """A folder with a rule of one's own: fishing is trade."""
    (tmp_path / "mine.toml").write_text(
        """
        [[rule]]
        id = 'topics.fishing'
        field = 'topics'
        needs = ['nghề cá']
        pattern = '(?i:nghề cá)(?! lẻ)'
        label = 'trade'
        source = 'invented'
        example = ['phát triển <m>nghề cá</m>', '<m>Nghề cá</m> hai nước']
        counter = ['nghề cá lẻ']
        """,
        "utf-8",
    )
    return tmp_path


FISHING = "Ngày 16/9, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào về nghề cá."


def sources_of(doc: Doc) -> list[str]:
    return [e.source for t in doc._.talk.topics for e in t.evidence]


def test_a_rule_of_ones_own_acts(fishing: Path) -> None:
    nlp = spacy.blank("vi", config=TOKENIZER)
    nlp.add_pipe("talkextract", config={"rules": [str(fishing)]})
    doc = nlp(FISHING)
    assert [t.topic for t in doc._.talk.topics] == ["trade"]
    assert [s.text for s in doc.spans["talkextract"] if s.label_ == "topics.topic"] == ["nghề cá"]


@pytest.fixture
def spawned() -> Iterator[None]:
    """Processes are made anew, as on macOS and Windows: a forked one would have the component without asking for it."""
    before = multiprocessing.get_start_method(allow_none=True)
    multiprocessing.set_start_method("spawn", force=True)
    yield
    multiprocessing.set_start_method(before, force=True)


def test_a_rule_of_ones_own_goes_to_other_processes(fishing: Path, spawned: None) -> None:
    nlp = spacy.blank("vi", config=TOKENIZER)
    nlp.add_pipe("talkextract", config={"rules": [str(fishing)]})
    docs = list(nlp.pipe([FISHING] * 2, n_process=2, batch_size=1))
    assert [sources_of(doc) for doc in docs] == [["rule:topics.fishing"]] * 2


def test_the_component_goes_to_another_process_by_its_rules(fishing: Path) -> None:
    stored = pickle.dumps(door.TalkComponent([str(fishing)]))
    assert len(stored) < 1_000  # a setting, not what is compiled of it
    doc = pickle.loads(stored)(spacy.blank("vi", config=TOKENIZER).make_doc(FISHING))
    assert sources_of(doc) == ["rule:topics.fishing"]


def with_entities(ner: str) -> Language:
    """A pipeline whose entities a pipe of its own finds, as a statistical one would."""
    nlp = spacy.blank("vi", config=TOKENIZER)
    ruler = nlp.add_pipe("entity_ruler", name="names")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Kha Văn Bịa"}, {"label": "MISC", "pattern": "hội đàm"}])
    nlp.add_pipe("talkextract", config={"ner": ner})
    return nlp


NAMED = "Ngày 16/9/2025, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào. Kha Văn Bịa phát biểu tại hội đàm."


def test_persons_of_another_pipe_are_offered_where_one_asks_for_it() -> None:
    doc = with_entities("ents")(NAMED)
    (person,) = doc._.talk.people
    assert (person.name, person.roles) == ("Kha Văn Bịa", ("speaker",))
    assert {e.source for e in person.evidence if e.field == "name"} == {"spacy:names"}
    assert with_entities("")(NAMED)._.talk.people == ()
    assert [d._.talk for d in with_entities("ents").pipe([NAMED, NAMED], n_process=2, batch_size=1)] == [doc._.talk] * 2


def test_a_component_that_was_renamed_still_knows_the_pipe_before_it() -> None:
    nlp = with_entities("ents")
    nlp.rename_pipe("talkextract", "talks")
    (person,) = nlp(NAMED)._.talk.people
    assert {e.source for e in person.evidence if e.field == "name"} == {"spacy:names"}


def test_where_entities_stand_is_one_of_two() -> None:
    with pytest.raises(talkextract.UsageError, match="ner must be"):
        with_entities("spans")


def test_a_pipeline_goes_to_disk_and_back(tmp_path: Path) -> None:
    nlp = with_entities("ents")
    nlp.to_disk(tmp_path / "model")
    back = spacy.load(tmp_path / "model")
    assert back.pipe_names == ["names", "talkextract"]
    assert back.config["components"]["talkextract"]["ner"] == "ents"
    assert back(NAMED)._.talk == nlp(NAMED)._.talk


def test_a_pipeline_is_made_of_a_config_file(tmp_path: Path) -> None:
    path = tmp_path / "config.cfg"
    path.write_text(
        '[nlp]\nlang = "vi"\npipeline = ["talkextract"]\n\n[nlp.tokenizer]\n@tokenizers = "spacy.Tokenizer.v1"\n\n'
        '[components]\n\n[components.talkextract]\nfactory = "talkextract"\nrules = []\nner = ""\n',
        "utf-8",
    )
    nlp = spacy.util.load_model_from_config(spacy.util.load_config(path), auto_fill=True)
    assert nlp(NAMED)._.talk == extract(NAMED)


def test_displacy_shows_the_spans(nlp: Language) -> None:
    html = spacy.displacy.render(
        nlp(NAMED), style="span", options={"spans_key": "talkextract"}, page=False, jupyter=False
    )
    assert "talk.date" in html
    assert "Hủa" in html
