"""The client beside the faults of the wire: what it asks, what it keeps, what it spends, how fast."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest

from fill.asking import KEY, SCHEMA, Clock, client, request
from fill.faulty import FaultyServer, completion, says, sleeps
from talkextract.errors import LLMError, UsageError
from talkextract.fill.budget import Budget, Prices
from talkextract.fill.cache import Cache
from talkextract.fill.circuit import Circuit
from talkextract.fill.http import HttpLLM
from talkextract.fill.protocol import LLM, Message, Request

Answerer = Callable[[dict[str, Any]], httpx.Response]
OK = completion()


def served(answer: Answerer, **options: Any) -> tuple[HttpLLM, list[httpx.Request]]:
    seen: list[httpx.Request] = []

    def handle(asked: httpx.Request) -> httpx.Response:
        seen.append(asked)
        return answer(json.loads(asked.content))

    return client(transport=httpx.MockTransport(handle), **options), seen


def fine(_: dict[str, Any]) -> httpx.Response:
    return httpx.Response(200, content=OK)


def refuses(*names: str, words: str = "Unsupported parameter: '{}'") -> Answerer:
    """A server that refuses the first of these parameters, or forms of answer, that a request has."""

    def answer(body: dict[str, Any]) -> httpx.Response:
        form = body.get("response_format", {}).get("type")
        for name in names:
            if name in body or name == form:
                return httpx.Response(400, json={"error": {"message": words.format(name)}})
        return fine(body)

    return answer


def bodies(seen: list[httpx.Request]) -> list[dict[str, Any]]:
    return [json.loads(asked.content) for asked in seen]


def test_it_is_an_llm() -> None:
    llm: LLM = served(fine, context=99)[0]
    assert (llm.model, llm.context) == ("m", 99)


def test_a_server_without_schemas_is_asked_for_json_and_told_the_schema() -> None:
    llm, seen = served(refuses("json_schema", words="response_format {} is not known"))
    assert llm.complete(request()).tries == 2
    first, second = bodies(seen)
    assert first["response_format"]["type"] == "json_schema"
    assert second["response_format"] == {"type": "json_object"}
    assert second["messages"][0]["role"] == "system"
    assert json.dumps(SCHEMA) in second["messages"][0]["content"]
    assert second["messages"][1:] == first["messages"][1:]
    assert llm.complete(request()).tries == 1  # for the life of the client


def test_a_server_without_any_form_is_asked_in_plain_words() -> None:
    llm, seen = served(refuses("response_format"))
    assert llm.complete(request()).tries == 3
    assert "response_format" not in bodies(seen)[-1]
    assert json.dumps(SCHEMA) in bodies(seen)[-1]["messages"][0]["content"]


def test_the_schema_is_told_where_there_is_no_system_message() -> None:
    llm, seen = served(fine, answer_format="plain")
    llm.complete(Request((Message("user", "hỏi"),), SCHEMA, 10))
    assert [m["role"] for m in bodies(seen)[0]["messages"]] == ["system", "user"]


@pytest.mark.parametrize("status", [400, 404, 422])
@pytest.mark.parametrize(
    "words",
    ["json_schema is not supported", "unknown field response_format", "Structured outputs: no", "this is unsupported",
     "invalid value: `json_schema`, supported values are: `json_object` and `text`", "seedless response_format"],
)  # fmt: skip
def test_words_by_which_a_server_refuses_a_schema(status: int, words: str) -> None:
    def answer(body: dict[str, Any]) -> httpx.Response:
        schema = body.get("response_format", {}).get("type") == "json_schema"
        return httpx.Response(status, json={"error": {"message": words}}) if schema else fine(body)

    llm, seen = served(answer)
    assert llm.complete(request()).tries == 2
    assert bodies(seen)[-1]["response_format"] == {"type": "json_object"}


@pytest.mark.parametrize(
    ("status", "words"),
    [(400, "context length exceeded"), (404, "model 'm' not found"), (400, "the model m is not supported"),
     (401, "response_format"), (400, "max_tokens is too large"), (400, "")],
)  # fmt: skip
def test_other_words_are_no_refusal_of_a_schema(status: int, words: str) -> None:
    llm, seen = served(lambda _: httpx.Response(status, json={"error": {"message": words}}))
    with pytest.raises(LLMError, match=f"HTTP {status}"):
        llm.complete(request())
    assert len(seen) == 1


def test_other_parameters_are_left_out_where_they_are_refused() -> None:
    words = "'{}' is not supported with this model. Use 'max_completion_tokens' instead."
    llm, seen = served(refuses("max_tokens", "temperature", "seed", words=words))
    assert llm.complete(request()).tries == 4
    last = bodies(seen)[-1]
    assert {"max_tokens", "temperature", "seed"} & last.keys() == set()
    assert last["max_completion_tokens"] == 50
    assert last["response_format"]["type"] == "json_schema"


def test_what_was_learnt_outlives_a_call_that_failed() -> None:
    llm, seen = served(refuses("response_format"), tries=1)
    for _ in range(2):
        with pytest.raises(LLMError, match="the next request asks in another way"):
            llm.complete(request())
    assert llm.complete(request()).text
    assert len(seen) == 3


def test_a_server_that_refuses_everything_is_asked_no_more_than_the_tries() -> None:
    llm, seen = served(lambda _: httpx.Response(400, text="response_format seed temperature"), tries=10)
    with pytest.raises(LLMError):
        llm.complete(request())
    assert len(seen) == 5


def test_threads_learn_together() -> None:
    llm, seen = served(refuses("json_schema"))
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(lambda n: llm.complete(request(str(n))).text, range(40)))
    assert {body.get("response_format", {}).get("type") for body in bodies(seen)} == {"json_schema", "json_object"}
    assert 41 <= len(seen) <= 48


def test_azure() -> None:
    url = "https://x.openai.azure.com/openai/deployments/d?api-version=2024-10-21"
    llm, seen = served(fine, url=url, api_key=KEY, key_header="api-key", headers={"X-Team": "a"})
    llm.complete(request())
    assert str(seen[0].url) == "https://x.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21"
    assert (seen[0].headers["api-key"], seen[0].headers["x-team"]) == (KEY, "a")
    assert "authorization" not in seen[0].headers


def test_no_key_no_header() -> None:
    llm, seen = served(fine)
    llm.complete(request())
    assert "authorization" not in seen[0].headers


def test_parameters_of_the_user() -> None:
    llm, seen = served(fine, extra={"reasoning_effort": "low"})
    llm.complete(request())
    assert bodies(seen)[0]["reasoning_effort"] == "low"


def test_half_a_surrogate_pair_in_an_article_is_no_fault() -> None:
    llm, seen = served(fine)
    llm.complete(request("a\ud83d"))
    assert bodies(seen)[0]["messages"][1]["content"] == "a?"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"model": " "}, "model"), ({"context": 0}, "context"), ({"tries": 0}, "tries"), ({"tries": True}, "tries"),
        ({"limit": 1.5}, "limit"), ({"timeout": (1, 2)}, "timeout"), ({"timeout": (1, 2, 0)}, "timeout"), ({"timeout": (1, 2, float("inf"))}, "timeout"),
        ({"rate": 0}, "rate"), ({"rate": float("nan")}, "rate"), ({"answer_format": "xml"}, "answer_format"),
        ({"extra": {"messages": []}}, "messages cannot be set"), ({"extra": {"a": {1}}}, "must be JSON"),
        ({"budget": Budget(cost=1)}, "prices"), ({"key_header": "a b"}, "header"),
    ],
)  # fmt: skip
def test_wrong_arguments_are_said(options: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        client(**options)


def test_a_request_that_is_no_json_is_the_callers_mistake(tmp_path: Path) -> None:
    llm, seen = served(fine, cache=tmp_path / "kept")
    with pytest.raises(UsageError, match="must be JSON"):
        llm.complete(Request((), {"a": object()}, 1))
    assert seen == []


# Money


def test_every_request_is_counted_also_those_that_fail() -> None:
    budget = Budget(requests=5)
    llm, seen = served(lambda _: httpx.Response(503), budget=budget, tries=4)
    with pytest.raises(LLMError, match="HTTP 503") as caught:
        llm.complete(request())
    assert (caught.value.tries, budget.spent.requests) == (4, 4)
    with pytest.raises(LLMError, match="the budget is spent: all 5 requests of it were made") as caught:
        llm.complete(request())
    assert (caught.value.tries, budget.spent.requests, len(seen)) == (1, 5, 5)
    with pytest.raises(LLMError, match="the budget is spent") as caught:
        llm.complete(request())
    assert caught.value.tries == 0


def test_a_server_that_wants_other_words_does_its_part_and_leaves_the_circuit_closed() -> None:
    circuit = Circuit(after=1)
    llm, _ = served(
        refuses("max_tokens", words="Use 'max_completion_tokens' instead of '{}'"), tries=1, circuit=circuit
    )
    with pytest.raises(LLMError, match="HTTP 400"):
        llm.complete(request())
    assert not circuit.is_open
    assert llm.complete(request()).tries == 1


def test_a_server_that_wants_other_words_ends_a_row_of_failures() -> None:
    circuit = Circuit(after=2)
    answers = iter([(500, "broken"), (400, "Use 'max_completion_tokens' instead of 'max_tokens'"), (500, "broken")])

    def answer(_: dict[str, Any]) -> httpx.Response:
        status, words = next(answers)
        return httpx.Response(status, json={"error": {"message": words}})

    llm, _ = served(answer, tries=1, circuit=circuit)
    for _ in range(3):
        with pytest.raises(LLMError):
            llm.complete(request())
    assert not circuit.is_open


@pytest.mark.parametrize(("status", "hint"), [
    (401, "check the key"), (402, "check the account"), (403, "what it may do"), (413, "lower context"),
])  # fmt: skip
def test_a_refusal_says_what_to_do(status: int, hint: str) -> None:
    llm, _ = served(lambda _: httpx.Response(status))
    with pytest.raises(LLMError, match=hint):
        llm.complete(request())


def test_headers_of_ones_own_stand_beside_those_of_the_request() -> None:
    llm, seen = served(fine, headers={"X-Team": "borders"})
    llm.complete(request())
    sent = seen[0].headers
    assert (sent["X-Team"], sent["Content-Type"], sent["Accept-Encoding"]) == (
        "borders",
        "application/json",
        "identity",
    )


def test_a_spent_budget_does_not_open_the_circuit() -> None:
    circuit = Circuit(after=1)
    llm, _ = served(fine, budget=Budget(requests=0), circuit=circuit)
    for _ in range(3):
        with pytest.raises(LLMError, match="the budget is spent"):
            llm.complete(request())
    assert not circuit.is_open


def test_money_is_counted_by_the_users_prices() -> None:
    budget = Budget(cost=1)
    llm, _ = served(fine, budget=budget, prices=Prices(2, 10, "USD"))
    reply = llm.complete(request())
    assert reply.cost == pytest.approx(7 * 2e-6 + 3 * 1e-5)
    assert budget.spent == (1, 10, pytest.approx(reply.cost))


def test_what_failed_tries_were_paid_is_told() -> None:
    answers = iter([completion(None), completion()])
    llm, _ = served(lambda _: httpx.Response(200, content=next(answers)), prices=Prices(1, 1, "USD"))
    reply = llm.complete(request())
    assert (reply.tokens_in, reply.tokens_out, reply.tries) == (14, 6, 2)
    assert reply.cost == pytest.approx(20e-6)


def test_a_request_that_may_not_fit_is_not_made() -> None:
    llm, seen = served(fine, budget=Budget(tokens=40))
    with pytest.raises(LLMError, match="40 of its 40 tokens are left"):
        llm.complete(request())
    assert seen == []


def test_an_answer_that_was_lost_counts_with_its_bound() -> None:
    budget = Budget()
    with (
        FaultyServer(sleeps(1)) as server,
        client(server.url, budget=budget, tries=1, timeout=(1, 0.1, 1)) as llm,
        pytest.raises(LLMError) as caught,
    ):
        llm.complete(request())
    assert budget.spent.tokens > 50
    assert caught.value.tokens_in == 0
    # and so does one of which the server told no count
    uncounted = Budget()
    served(lambda _: httpx.Response(200, content=completion(usage=None)), budget=uncounted)[0].complete(request())
    assert uncounted.spent.tokens > 50
    # a refusal costs nothing
    refused = Budget()
    with pytest.raises(LLMError):
        served(lambda _: httpx.Response(401), budget=refused)[0].complete(request())
    assert refused.spent == (1, 0, 0)


def test_threads_do_not_overrun_a_budget() -> None:
    with FaultyServer(says()) as server, client(server.url, budget=Budget(requests=7), timeout=(5, 5, 5)) as llm:

        def one(n: int) -> bool:
            try:
                return bool(llm.complete(request(str(n))).text)
            except LLMError as error:
                return "budget" not in str(error)

        with ThreadPoolExecutor(8) as pool:
            assert sum(pool.map(one, range(30))) == 7
        assert len(server.seen) == 7


# The cache


def test_a_second_run_makes_no_request(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    budget = Budget()
    llm, seen = served(fine, cache=path, prices=Prices(1, 1, "USD"))
    with llm:
        first = llm.complete(request())
    again, seen_again = served(fine, cache=path, prices=Prices(1, 1, "USD"), budget=budget)
    with again:
        second = again.complete(request())
    assert (first.cached, len(seen)) == (False, 1)
    assert (second.text, second.cached, second.tries, second.cost) == (first.text, True, 0, 0)
    assert (seen_again, budget.spent) == ([], (0, 0, 0))


def test_a_second_run_makes_no_request_either_where_the_server_was_learnt(tmp_path: Path) -> None:
    for tries in (2, 0):
        llm, seen = served(refuses("json_schema"), cache=tmp_path / "kept")
        with llm:
            assert llm.complete(request()).tries == tries
        assert len(seen) == tries


def test_only_what_is_the_same_is_found_again(tmp_path: Path) -> None:
    with Cache(tmp_path / "kept") as cache:
        others: list[tuple[Request, dict[str, Any]]] = [
            (request(), {}),
            (request("khác"), {}),
            (request(max_tokens=51), {}),
            (Request(request().messages, {**SCHEMA, "title": "x"}, 50), {}),
            (Request(request().messages[1:], SCHEMA, 50), {}),
            (request(), {"model": "n"}),
            (request(), {"url": "https://other.example/v1"}),
            (request(), {"url": "https://llm.example/v1?api-version=2"}),
            (request(), {"extra": {"reasoning_effort": "low"}}),
            (request(), {"answer_format": "plain"}),
        ]
        for asked, options in others:
            llm, seen = served(fine, cache=cache, **options)
            assert not llm.complete(asked).cached, options
            assert llm.complete(asked).cached
            assert len(seen) == 1
        # another key, other tries: the same question
        llm, seen = served(fine, cache=cache, api_key=KEY, tries=1, timeout=(9, 9, 9))
        assert llm.complete(request()).cached


def test_faults_are_not_kept(tmp_path: Path) -> None:
    answers = iter([httpx.Response(200, content=completion("{", reason="length")), httpx.Response(200, content=OK)])
    llm, seen = served(lambda _: next(answers), cache=tmp_path / "kept", tries=1)
    with llm:
        with pytest.raises(LLMError):
            llm.complete(request())
        assert not llm.complete(request()).cached
        assert llm.complete(request()).cached
    assert len(seen) == 2


def test_a_kept_answer_needs_neither_budget_nor_server(tmp_path: Path) -> None:
    with Cache(tmp_path / "kept") as cache:
        served(fine, cache=cache)[0].complete(request())
        circuit = Circuit(after=1)
        llm, _ = served(lambda _: httpx.Response(500), cache=cache, budget=Budget(requests=1), tries=1, circuit=circuit)
        with pytest.raises(LLMError):
            llm.complete(request("khác"))
        assert circuit.is_open
        assert llm.complete(request()).cached


# Time


def test_requests_keep_to_the_rate() -> None:
    clock = Clock()
    times: list[float] = []

    def answer(body: dict[str, Any]) -> httpx.Response:
        times.append(clock.now)
        return fine(body)

    llm, _ = served(answer, rate=4, time=clock)
    for n in range(9):
        llm.complete(request(str(n)))
    assert [b - a for a, b in pairwise(times)] == [0.25] * 8


def test_tries_keep_to_the_rate() -> None:
    clock = Clock()
    llm, seen = served(lambda _: httpx.Response(503, headers={"Retry-After": "0"}), rate=2, time=clock)
    with pytest.raises(LLMError):
        llm.complete(request())
    assert len(seen) == 4
    assert clock.slept == [0.5] * 3


def test_one_client_serves_many_threads() -> None:
    gate = threading.Barrier(8, timeout=5)

    def answer(body: dict[str, Any]) -> httpx.Response:
        gate.wait()  # all eight are under way at once
        return httpx.Response(200, content=completion(body["messages"][1]["content"]))

    llm, _ = served(answer)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda n: llm.complete(request(f"{n}")).text, range(16))) == [str(n) for n in range(16)]


def test_works_inside_a_running_event_loop() -> None:
    import asyncio

    async def cell() -> str:
        return served(fine)[0].complete(request()).text

    assert asyncio.run(cell()) == '{"a": "b"}'
