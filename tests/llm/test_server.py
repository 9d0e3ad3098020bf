"""The client against a real server with a real model: the form of its answers is a law, their sense is not."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from llm.conftest import KEY, Server
from support import seeds
from talkextract.errors import LLMError
from talkextract.fill.budget import Budget, Prices
from talkextract.fill.circuit import Circuit
from talkextract.fill.http import HttpLLM
from talkextract.fill.protocol import Message, Request

SYSTEM = "Trả lời bằng JSON."
LONGEST = 48
# A letter that a small model has no token for takes one for each of its bytes; the rest of the answer takes some, too.
TOKENS = 3 * LONGEST + 60
LABELS = ["round", "date", "none"]
SCHEMA = {
    "type": "object",
    "properties": {
        "quote": {"type": "string", "maxLength": LONGEST},
        "label": {"type": "string", "enum": LABELS},
    },
    "required": ["quote", "label"],
    "additionalProperties": False,
}  # fmt: skip
SENTENCES = ["Hội đàm lần thứ 13 diễn ra ngày 5/6/2024.", "Hai bên ký biên bản hội đàm.", "Đoàn Việt Nam có 12 người."]


def unbounded(schema: Any, path: str = "$") -> list[str]:
    """The strings of a schema that may run on until the answer is cut."""
    if isinstance(schema, list):
        return [p for n, part in enumerate(schema) for p in unbounded(part, f"{path}[{n}]")]
    if not isinstance(schema, dict):
        return []
    own = [path] if schema.get("type") == "string" and not {"maxLength", "enum", "const"} & schema.keys() else []
    return own + [p for name, part in schema.items() for p in unbounded(part, f"{path}.{name}")]


def asks(text: str, max_tokens: int = TOKENS) -> Request:
    assert unbounded(SCHEMA) == []
    return Request((Message("system", SYSTEM), Message("user", text)), SCHEMA, max_tokens)


def copying(sentence: str) -> Request:
    return asks(f"Văn bản: «{sentence}»\nquote: chép lại nguyên văn văn bản.")


def client(server: Server, **options: Any) -> HttpLLM:
    options = {"model": "gemma", "api_key": KEY, "timeout": (5, 120, 120), **options}
    return HttpLLM(base_url=server.url, **options)


@pytest.fixture
def llm(server: Server) -> Iterator[HttpLLM]:
    with client(server) as found:
        yield found


def valid(text: str) -> dict[str, str]:
    """An answer that keeps to the schema."""
    answer = json.loads(text)
    assert set(answer) == {"quote", "label"}
    assert isinstance(answer["quote"], str)
    assert len(answer["quote"]) <= LONGEST
    assert answer["label"] in LABELS
    return answer


@pytest.mark.parametrize("case", seeds(), ids=lambda c: c.id)
def test_answers_keep_to_the_schema(llm: HttpLLM, case: Any) -> None:
    reply = llm.complete(asks(f"Chép lại nguyên văn cụm từ nói về lần thứ mấy của hội đàm.\n\n{case.text[:600]}"))
    valid(reply.text)
    assert reply.tokens_in > 100
    assert 0 < reply.tokens_out <= TOKENS
    assert (reply.tries, reply.cached) == (1, False)
    assert reply.seconds > 0


def test_scripted_prompts_give_quotes_copied_from_the_text(llm: HttpLLM) -> None:
    quotes = {sentence: valid(llm.complete(copying(sentence)).text)["quote"] for sentence in SENTENCES}
    copied = [sentence for sentence, quote in quotes.items() if quote and quote in sentence]
    assert copied, quotes


def test_the_same_question_has_the_same_answer(llm: HttpLLM) -> None:
    assert llm.complete(copying(SENTENCES[0])).text == llm.complete(copying(SENTENCES[0])).text


@pytest.mark.parametrize("form", ["json_object", "plain"])
def test_weaker_forms_are_taken_too(server: Server, form: Any) -> None:
    with client(server, answer_format=form, tries=1) as llm:
        try:
            said = llm.complete(copying(SENTENCES[1])).text
        except LLMError as error:  # without a grammar the model may run on
            said = str(error)
            assert "cut where its tokens ended" in said
    assert said
    if form == "json_object" and said.startswith("{"):
        json.loads(said)


def test_an_answer_that_is_cut_is_none(llm: HttpLLM) -> None:
    with pytest.raises(LLMError, match="cut where its tokens ended") as caught:
        llm.complete(asks("Xin chào", max_tokens=2))
    assert (caught.value.tries, caught.value.tokens_out) == (1, 2)


def test_a_request_longer_than_the_server_takes_is_refused_at_once(llm: HttpLLM) -> None:
    with pytest.raises(LLMError, match="HTTP 400") as caught:
        llm.complete(asks("hội đàm " * 8000))
    assert caught.value.tries == 1


def test_a_wrong_key_is_refused_at_once_and_not_told(server: Server) -> None:
    with client(server, api_key="another-key-quokka") as llm, pytest.raises(LLMError, match="HTTP 401") as caught:
        llm.complete(copying(SENTENCES[0]))
    assert caught.value.tries == 1
    assert "quokka" not in str(caught.value)
    assert "quokka" not in server.log.read_text("utf-8", "replace")


def test_a_wrong_path_is_said(server: Server) -> None:
    with client(server._replace(url=server.url + "/v2")) as llm, pytest.raises(LLMError, match="check base_url"):
        llm.complete(copying(SENTENCES[0]))


def test_a_second_run_makes_no_request(server: Server, tmp_path: Path) -> None:
    texts = []
    for run in range(2):
        budget = Budget(cost=1)
        with client(server, cache=tmp_path / "kept", budget=budget, prices=Prices(0.1, 0.4, "USD")) as llm:
            replies = [llm.complete(copying(sentence)) for sentence in SENTENCES]
        texts.append([reply.text for reply in replies])
        assert budget.spent.requests == (len(SENTENCES) if run == 0 else 0)
        assert [reply.cached for reply in replies] == [run == 1] * len(SENTENCES)
        assert all((reply.cost > 0) == (run == 0) for reply in replies)
    assert texts[0] == texts[1]
    for file in tmp_path.glob("kept*"):
        assert KEY.encode() not in file.read_bytes()


def test_one_client_serves_several_threads(llm: HttpLLM) -> None:
    with ThreadPoolExecutor(4) as pool:
        replies = list(pool.map(lambda sentence: llm.complete(copying(sentence)), SENTENCES * 2))
    assert [valid(reply.text)["label"] in LABELS for reply in replies] == [True] * 6


def test_a_slow_model_ends_at_the_total_time_out(server: Server) -> None:
    start = time.monotonic()
    with client(server, timeout=(5, 0.05, 0.05), tries=1) as llm, pytest.raises(LLMError, match=r"0\.05 s"):
        llm.complete(copying("Hội đàm. " * 100))
    assert time.monotonic() - start < 5


def test_a_killed_server_is_an_error_and_opens_the_circuit(mortal: Server) -> None:
    circuit = Circuit(after=2, pause=600)
    with client(mortal, circuit=circuit, tries=2, sleep=lambda _: None) as llm:
        assert valid(llm.complete(copying(SENTENCES[0])).text)
        mortal.stop()
        for _ in range(2):
            with pytest.raises(LLMError) as caught:
                llm.complete(copying(SENTENCES[0]))
            assert caught.value.tries == 2
        assert circuit.is_open
        start = time.monotonic()
        for _ in range(1000):
            with pytest.raises(LLMError, match="not asked for now"):
                llm.complete(copying(SENTENCES[0]))
        assert time.monotonic() - start < 5
