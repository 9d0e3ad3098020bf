"""The fill with a real server: whatever a small model answers, it is grounded or refused, and no rule's value moves."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from fill.fakes import asked, empty
from fill.measure import with_model, without
from llm.conftest import KEY, Server
from llm.test_server import SENTENCES, copying, valid
from support import seeds
from talkextract import Extraction, Extractor
from talkextract.fill.http import HttpLLM
from talkextract.fill.protocol import Reply, Request


@pytest.fixture
def llm(server: Server) -> Iterator[HttpLLM]:
    with HttpLLM(base_url=server.url, model="gemma", api_key=KEY, context=2_500, timeout=(5, 300, 300)) as found:
        yield found


def keeps_the_laws(done: Extraction, rules: Extractor, published: str | None) -> None:
    """What holds of every fill: evidence that stands in the text, the record of the rules within, reasons."""
    record, report = done.record, done.fill
    assert report is not None
    for part in (record.document, record.talk, *record.delegations, *record.people, *record.dates):
        for e in part.evidence if part else ():
            assert done.text[e.start : e.end] == e.text
    assert record.without_llm() == rules.extract(done.text, id=record.document.id, published=published)
    assert all(refused.reason for refused in report.refused)
    assert report.requests >= 1
    assert report.tokens_out > 0


@pytest.mark.parametrize(("file", "number"), [("dates.toml", 0), ("events.toml", 1), ("ordinals.toml", 4)])
def test_what_a_small_model_answers_is_grounded_or_refused(llm: HttpLLM, file: str, number: int) -> None:
    case, rules = seeds()[number], without(file)
    keeps_the_laws(with_model(rules, llm).run(case.text, id=case.id), rules, None)


class Copier:
    """A scripted prompt: the real model is asked to copy some words, and what it wrote is the answer for each gap."""

    model, context = "gemma", 10_000

    def __init__(self, llm: HttpLLM, words: str) -> None:
        self.llm, self.words = llm, words

    def complete(self, request: Request) -> Reply:
        said = valid(self.llm.complete(copying(self.words)).text)["quote"]
        answer = {path: empty(schema) for path, schema in asked(request).items()}
        answer["talk.date"] = {"quote": said}
        return Reply(json.dumps(answer, ensure_ascii=False), tokens_out=1)


def test_scripted_prompts_give_quotes_that_are_taken(llm: HttpLLM) -> None:
    rules = without("dates.toml")
    taken = []
    for day in ("5/6/2024", "ngày 27/9/2023", "12-12-2022"):
        text = f"Sơn La - Hủa Phăn\nBĐBP tỉnh Sơn La hội đàm với Bộ CHQS tỉnh Hủa Phăn (Lào) {day}. {SENTENCES[2]}"
        done = with_model(rules, Copier(llm, day)).run(text)
        keeps_the_laws(done, rules, None)
        taken += [f.quote for f in done.fill.filled if f.path == "talk.date"] if done.fill else []
    assert taken
