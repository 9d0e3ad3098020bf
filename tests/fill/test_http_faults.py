"""Every fault of a server on a real socket: what comes of it, and how many requests it takes."""

from __future__ import annotations

import json
import socket
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fill.asking import KEY, Clock, client, request
from fill.faulty import Act, FaultyServer, completion, drips, pours, resets, says, sends, sleeps
from talkextract import TalkextractError
from talkextract.errors import LLMError
from talkextract.fill.budget import Budget
from talkextract.fill.circuit import Circuit
from talkextract.fill.protocol import Reply

HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"


def ask(*acts: Act, **options: Any) -> tuple[Reply | LLMError, FaultyServer]:
    with FaultyServer(*acts) as server, client(server.url, **options) as llm:
        try:
            return llm.complete(request()), server
        except LLMError as error:
            return error, server


def test_an_answer_comes_with_what_it_took() -> None:
    reply, server = ask(says(), api_key=KEY)
    assert isinstance(reply, Reply)
    assert (reply.text, reply.tokens_in, reply.tokens_out, reply.tries, reply.cached) == ('{"a": "b"}', 7, 3, 1, False)
    (seen,) = server.seen
    assert seen.path == "/v1/chat/completions"
    assert seen.headers["authorization"] == f"Bearer {KEY}"
    assert (seen.body["model"], seen.body["temperature"], seen.body["max_tokens"]) == ("m", 0, 50)
    assert [m["role"] for m in seen.body["messages"]] == ["system", "user"]
    assert seen.body["response_format"]["json_schema"]["schema"]["required"] == ["a"]


RETRIED = {
    "408": (says(408), "HTTP 408"),
    "409": (says(409), "HTTP 409"),
    "429": (says(429, b'{"error": {"message": "slow down"}}'), "slow down"),
    "500": (says(500), "HTTP 500"),
    "502, a page": (says(502, b"<html><h1>Bad\r\n\x07 gateway</h1>"), "Bad gateway"),
    "503": (says(503), "HTTP 503"),
    "529": (says(529), "HTTP 529"),
    "reset at once": (resets(), "broke off"),
    "reset in the headers": (resets(b"HTTP/1.1 200 OK\r\nContent-"), "broke off"),
    "reset in the body": (resets(HEAD + b'{"choices": ['), "broke off"),
    "closed at once": (sends(b""), "broke off"),
    "truncated, length given": (says(length=10_000), "broke off"),
    "truncated, no length": (sends(HEAD + completion()[:40]), "not JSON"),
    "truncated, chunked": (
        sends(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{"),
        "broke off",
    ),
    "no HTTP": (sends(b"SSH-2.0-OpenSSH_9.6\r\n"), "broke off"),
    "bad gzip": (says(body=b"no gzip", Content_Encoding="gzip"), "broke off"),
    "a redirect to no address": (says(302, b"", Location="http://[::1"), "broke off"),
    "empty body": (says(body=b""), "empty"),
    "blank body": (says(body=b" \n"), "empty"),
    "204": (says(204, b""), "empty"),
    "a page": (says(body=b"<html>login</html>"), "not JSON"),
    "a list": (says(body=b"[]"), "not JSON"),
    "deep JSON": (says(body=b"[" * 100_000), "not JSON"),
    "not UTF-8": (says(body=b'{"choices": "\xff\xfe"}'), "not JSON"),
    "an error with status 200": (says(body=b'{"error": {"message": "overloaded"}}'), "overloaded"),
    "no choices": (says(body=b"{}"), "no choice"),
    "empty choices": (says(body=b'{"choices": []}'), "no choice"),
    "choices of another kind": (says(body=b'{"choices": {"0": 1}}'), "no choice"),
    "a choice of another kind": (says(body=b'{"choices": ["text"]}'), "no choice"),
    "no message": (says(body=b'{"choices": [{"finish_reason": "stop"}]}'), "no choice"),
    "null content": (says(body=completion(None)), "no content"),
    "blank content": (says(body=completion(" ")), "no content"),
    "content of another kind": (says(body=completion({"a": 1})), "no content"),
}


@pytest.mark.parametrize("name", RETRIED)
def test_a_fault_that_may_pass_takes_all_tries(name: str) -> None:
    act, words = RETRIED[name]
    error, server = ask(act, tries=3)
    assert isinstance(error, LLMError), name
    assert words in str(error)
    assert (error.tries, len(server.seen)) == (3, 3)
    assert "model 'm' at 127.0.0.1:" in str(error)
    assert "3 requests made. To do: " in str(error)


@pytest.mark.parametrize("name", RETRIED)
def test_a_fault_that_passes_is_forgotten(name: str) -> None:
    reply, server = ask(RETRIED[name][0], says())
    assert isinstance(reply, Reply)
    assert (reply.text, reply.tries, len(server.seen)) == ('{"a": "b"}', 2, 2)


FINAL = {
    "400": (says(400, b'{"error": {"message": "too many tokens"}}'), "HTTP 400 (too many tokens)"),
    "401": (says(401, b'{"error": "who?"}'), "HTTP 401 (who?); 1 request made. To do: check the key"),
    "403": (says(403, b"no"), "HTTP 403 (no)"),
    "404": (says(404, b'{"detail": "Not Found"}'), "HTTP 404 (Not Found)"),
    "413": (says(413, b""), "HTTP 413"),
    "422": (says(422, b'{"error": {"message": "bad role"}}'), "bad role"),
    "418, much said": (says(418, b"tea " * 100_000), "HTTP 418 (tea tea"),
    "length": (says(body=completion('{"a": "', reason="length")), "cut where its tokens ended"),
    "filtered": (says(body=completion(None, reason="content_filter")), "declined"),
    "refusal": (says(body=completion(None, refusal="I cannot")), "declined"),
    "long, by its length": (says(length=10_000_000, body=b"x" * 200_000), "longer than 100000 bytes"),
    "redirect to another host": (says(307, b"", Location="http://localhost:1/v1/chat/completions"), "another server"),
    "redirect to another port": (says(308, b"", Location="http://127.0.0.1:1/v1/chat/completions"), "another server"),
    "redirect to another scheme": (says(308, b"", Location="ftp://127.0.0.1/x"), "another server"),
    "redirect to nowhere": (says(302, b""), "to nowhere"),
    "see other": (says(303, b"", Location="/v1/other"), "not followed"),
    "not modified": (says(304, b""), "HTTP 304"),
}


@pytest.mark.parametrize("name", FINAL)
def test_a_fault_that_stays_takes_one_request(name: str) -> None:
    act, words = FINAL[name]
    error, server = ask(act, limit=100_000)
    assert isinstance(error, LLMError), name
    assert words in str(error)
    assert len(str(error)) < 500
    assert (error.tries, len(server.seen)) == (1, 1)


def test_tokens_of_an_answer_that_was_cut_are_told() -> None:
    error, _ = ask(says(body=completion("{", reason="length", usage=(9, 50))))
    assert isinstance(error, LLMError)
    assert (error.tokens_in, error.tokens_out) == (9, 50)


def test_ten_megabytes_are_not_read() -> None:
    server = FaultyServer()
    server.acts = (pours(server, 10_000_000),)
    with server, client(server.url, limit=100_000, timeout=(1, 5, 5)) as llm:
        with pytest.raises(LLMError, match="longer than 100000 bytes") as caught:
            llm.complete(request())
        time.sleep(0.05)
    # what the buffers of two sockets hold has left the server, the rest has not
    assert server.sent < 9_000_000
    assert (caught.value.tries, len(server.seen)) == (1, 1)


DRIPS = {
    "headers": drips(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 1000),
    "body": drips(completion() + b" " * 1000, HEAD),
    "body in spaces": drips(b" " * 1000, HEAD),
    "body of a refusal": drips(b"x" * 1000, b"HTTP/1.1 503 Busy\r\nConnection: close\r\n\r\n"),
}


@pytest.mark.parametrize("name", DRIPS)
def test_a_slow_drip_ends_at_the_total_time_out(name: str) -> None:
    start = time.monotonic()
    error, server = ask(DRIPS[name], tries=2, timeout=(1.0, 0.3, 0.3))
    assert isinstance(error, LLMError)
    assert "took longer than 0.3 s" in str(error)
    assert (error.tries, len(server.seen)) == (2, 2)
    assert time.monotonic() - start < 2


def test_silence_ends_at_the_read_time_out() -> None:
    error, server = ask(sleeps(3), tries=2, timeout=(1.0, 0.2, 5.0))
    assert isinstance(error, LLMError)
    assert "nothing came for 0.2 s" in str(error)
    assert (error.tries, len(server.seen)) == (2, 2)


def test_a_pause_in_the_body_ends_at_the_read_time_out() -> None:
    error, _ = ask(drips(b"{}", HEAD, every=3), tries=1, timeout=(1.0, 0.2, 5.0))
    assert "nothing came for 0.2 s" in str(error)


def test_a_server_that_takes_no_connection_ends_at_the_connect_time_out() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        port = listener.getsockname()[1]
        waiting = []
        for _ in range(4):  # fill the queue of connections that nobody accepts
            waiting.append(socket.socket())
            waiting[-1].setblocking(False)
            waiting[-1].connect_ex(("127.0.0.1", port))
        with (
            client(f"http://127.0.0.1:{port}/v1", tries=2, timeout=(0.2, 5, 5)) as llm,
            pytest.raises(LLMError, match=r"no connection within 0\.2 s") as caught,
        ):
            llm.complete(request())
        for connection in waiting:
            connection.close()
    assert caught.value.tries == 2


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with (
        client(f"http://127.0.0.1:{port}/v1", tries=3) as llm,
        pytest.raises(LLMError, match="no connection") as caught,
    ):
        llm.complete(request())
    assert caught.value.tries == 3


def test_a_redirect_on_the_same_server_is_followed_with_key_and_body() -> None:
    reply, server = ask(says(307, b"", Location="/v2/chat"), says(), api_key=KEY)
    assert isinstance(reply, Reply)
    assert [seen.path for seen in server.seen] == ["/v1/chat/completions", "/v2/chat"]
    assert server.seen[0].body == server.seen[1].body
    assert server.seen[1].headers["authorization"] == f"Bearer {KEY}"


def test_a_loop_of_redirects_ends_with_the_tries() -> None:
    error, server = ask(says(308, b"", Location="/v1/chat/completions"))
    assert isinstance(error, LLMError)
    assert (error.tries, len(server.seen)) == (4, 4)


def test_a_redirect_to_another_host_takes_nothing_there() -> None:
    with FaultyServer(says()) as other:
        target = f"http://localhost:{other.port}/v1/chat/completions"
        error, _ = ask(says(307, b"", Location=target), api_key=KEY)
    assert isinstance(error, LLMError)
    assert other.seen == []


def says_later(seconds: float) -> Act:
    """Ask to come again at a date, reckoned when the request is there."""

    def act(connection: socket.socket) -> None:
        then = format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)
        says(503, b"", Retry_After=then)(connection)

    return act


@pytest.mark.parametrize(("seconds", "least", "most"), [(20, 15, 20), (9e8, 60, 60), (-100, 0, 0)])
def test_retry_after_may_be_a_date(seconds: float, least: float, most: float) -> None:
    clock = Clock()
    reply, _ = ask(says_later(seconds), says(), time=clock)
    assert isinstance(reply, Reply)
    assert least <= sum(clock.slept) <= most


@pytest.mark.parametrize(
    ("header", "least", "most"),
    [("7", 7, 7), (" 0 ", 0, 0), ("100000", 60, 60), ("9" * 400, 60, 60),
     ("Fri, 31 Dec 1999 23:59:59 GMT", 0, 0), ("Fri, 31 Dec 1999 23:59:59 -0000", 0, 0)],
)  # fmt: skip
def test_retry_after_is_kept_to(header: str, least: float, most: float) -> None:
    clock = Clock()
    reply, _ = ask(says(429, b"", Retry_After=header), says(), time=clock)
    assert isinstance(reply, Reply)
    assert least <= sum(clock.slept) <= most
    assert reply.seconds == pytest.approx(sum(clock.slept))


@pytest.mark.parametrize("header", ["soon", "", "-5", "1.5", "Fri, 99 Dec", "٣"])
def test_a_retry_after_that_says_nothing_leaves_the_back_off(header: str) -> None:
    clock = Clock()
    reply, _ = ask(says(503, b"", Retry_After=header.encode().decode("latin-1")), says(), time=clock)
    assert isinstance(reply, Reply)
    assert len(clock.slept) == 1
    assert 1 <= clock.slept[0] <= 2


def test_the_back_off_grows_and_has_a_cap() -> None:
    clock = Clock()
    error, server = ask(says(500), tries=10, time=clock)
    assert isinstance(error, LLMError)
    assert len(server.seen) == 10
    for n, pause in enumerate(clock.slept):
        assert min(60, 2**n) <= pause <= min(60, 2**n + 1)
    assert len(set(clock.slept[:6])) == 6
    assert error.seconds == pytest.approx(sum(clock.slept))


def test_no_pause_after_the_last_try() -> None:
    clock = Clock()
    ask(says(500), tries=1, time=clock)
    assert clock.slept == []


# Answers that are right though they look odd.
ODD = {
    "fenced": ("```json\n{}\n```", "```json\n{}\n```"),
    "parts": ([{"type": "thinking", "text": "hm"}, {"type": "text", "text": "{"}, {"type": "text", "text": "}"}], "{}"),
    "half a pair": ("{\ud83d}", "{\ufffd}"),
    "a whole pair": ("{\ud83d\ude00}", "{😀}"),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_answers_are_handed_on(name: str) -> None:
    content, text = ODD[name]
    reply, _ = ask(says(body=completion(content)))
    assert isinstance(reply, Reply)
    assert reply.text == text


@pytest.mark.parametrize(
    "usage", [None, "many", {}, [], {"prompt_tokens": 5}, (-1, 2), (True, 2), (1.5, 2), ("7", 3), (10**300, 1)]
)
def test_counts_that_are_none_are_zero(usage: Any) -> None:
    reply, _ = ask(says(body=completion(usage=usage)))
    assert isinstance(reply, Reply)
    assert (reply.tokens_in, reply.tokens_out) == (0, 0)


def test_a_dead_server_is_left_alone_for_a_while() -> None:
    clock = Clock()
    with FaultyServer(says(500)) as server, client(
        server.url, time=clock, tries=2, circuit=Circuit(after=3, pause=60, clock=clock)
    ) as llm:  # fmt: skip
        for _ in range(3):
            with pytest.raises(LLMError, match="HTTP 500"):
                llm.complete(request())
        assert len(server.seen) == 6
        for _ in range(100):
            with pytest.raises(LLMError, match="not asked for now: 3 calls in a row failed") as caught:
                llm.complete(request())
            assert caught.value.tries == 0
        assert len(server.seen) == 6
        clock.now += 61
        with pytest.raises(LLMError, match="HTTP 500"):  # the probe, which asks once
            llm.complete(request())
        assert len(server.seen) == 7
        with pytest.raises(LLMError, match="not asked"):
            llm.complete(request())
        server.acts = (says(),)
        clock.now += 61
        assert llm.complete(request()).text
        assert llm.complete(request()).text
        assert len(server.seen) == 9


def test_a_wrong_key_opens_the_circuit_a_long_article_does_not() -> None:
    for status, opens in ((401, True), (402, True), (403, True), (400, False), (413, False)):
        with FaultyServer(says(status, b"no")) as server, client(server.url) as llm:
            for _ in range(6):
                with pytest.raises(LLMError):
                    llm.complete(request())
            assert len(server.seen) == (5 if opens else 6)


def test_a_closed_client_says_so() -> None:
    with FaultyServer(says()) as server:
        llm = client(server.url)
        llm.close()
        with pytest.raises(LLMError, match="this client is closed; no requests made"):
            llm.complete(request())
    assert llm.budget.spent.requests == 0


def outcome(data: bytes) -> None:
    with FaultyServer(sends(data)) as server, client(server.url, tries=1, timeout=(1, 1, 1)) as llm:
        try:
            assert isinstance(llm.complete(request()), Reply)
        except TalkextractError as caught:
            error = caught
        else:
            return
    assert type(error) is LLMError
    assert str(error)


@settings(max_examples=60)
@given(st.binary(max_size=300))
@example(b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n")
@example(b"HTTP/1.1 307 X\r\nLocation: \xff\xfe://\r\n\r\n")
@example(b"HTTP/1.1 999 X\r\nContent-Length: 0\r\n\r\n")
@example(b"HTTP/1.1 101 Switching\r\n\r\n")
@example(b"HTTP/1.1 103 Early\r\n\r\n" * 50)
@example(b"HTTP/9.9 200 OK\r\n\r\n")
@example(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000)
def test_any_bytes_on_the_wire_give_an_answer_or_an_error_of_ours(data: bytes) -> None:
    outcome(data)


@settings(max_examples=60)
@given(
    st.binary(max_size=200),
    st.sampled_from(["", "gzip", "deflate", "br", "zstd", "x"]),
    st.sampled_from([200, 307, 400, 500]),
)
def test_any_bytes_in_a_body_give_an_answer_or_an_error_of_ours(data: bytes, coding: str, status: int) -> None:
    outcome(
        f"HTTP/1.1 {status} OK\r\nContent-Length: {len(data)}\r\nContent-Encoding: {coding}\r\nLocation: ".encode()
        + data.replace(b"\n", b"").replace(b"\r", b"")
        + b"\r\n\r\n"
        + data
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None), max_size=20),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["choices", "message", "content", "text", "type", "finish_reason", "usage", "prompt_tokens",
                         "completion_tokens", "error", "code", "detail", "refusal"]),
        inner, max_size=5,
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=200)
@given(JSON, st.sampled_from([200, 400, 500]))
def test_any_json_gives_an_answer_or_an_error_of_ours(data: Any, status: int) -> None:
    import httpx

    content = json.dumps(data).encode()
    transport = httpx.MockTransport(lambda _: httpx.Response(status, content=content))
    with client(transport=transport, tries=1) as llm:
        try:
            said = llm.complete(request()).text.strip()
        except LLMError as error:
            said = str(error)
    assert said


# ---- servers that fail at a schema, models that reason


def refuses_schemas(status: int, words: bytes, *, objects: bool = False) -> tuple[Act, ...]:
    """What a server answers that takes no schema, nor (save with `objects`) any JSON mode."""
    return (says(status, words), *(() if objects else (says(status, words),)), says())


@pytest.mark.parametrize("status", [500, 501])
def test_a_server_that_fails_at_a_schema_and_says_so_is_asked_for_plain_text(status: int) -> None:
    reply, server = ask(*refuses_schemas(status, b'{"error": "failed to parse grammar of response_format"}'))
    assert isinstance(reply, Reply)
    asked = [seen.body.get("response_format", {}).get("type") for seen in server.seen]
    assert asked == ["json_schema", "json_object", None]


def test_a_server_that_fails_without_a_word_is_asked_for_plain_text_at_the_last_try() -> None:
    broken = says(500, b"Internal Server Error")
    with FaultyServer(broken, broken, says()) as server, client(server.url, tries=3) as llm:
        assert [llm.complete(request()).tries, llm.complete(request()).tries] == [3, 1]
    asked = [seen.body.get("response_format", {}).get("type") for seen in server.seen]
    assert asked == ["json_schema", "json_schema", None, None]


def test_a_server_that_is_down_is_asked_for_a_schema_afterwards_too() -> None:
    with FaultyServer(*[says(500)] * 3, says()) as server, client(server.url, tries=3) as llm:
        with pytest.raises(LLMError):
            llm.complete(request())
        llm.complete(request())
    assert "response_format" in server.seen[-1].body


_COUNTED = {"prompt_tokens": 5, "completion_tokens": 50, "completion_tokens_details": {"reasoning_tokens": 40}}
REASONS = {
    "counted": completion("{", _COUNTED, "length"),
    "told": completion("{", reason="length", reasoning_content="Hm."),
    "in the answer": completion("<think>Hm", reason="length"),
    "nothing else": completion("", reason="length"),
}


@pytest.mark.parametrize("name", REASONS)
def test_a_model_that_reasons_gets_tokens_for_it(name: str) -> None:
    with FaultyServer(says(body=REASONS[name]), says()) as server, client(server.url) as llm:
        assert [llm.complete(request()).tries, llm.complete(request()).tries] == [2, 1]
    assert [seen.body["max_tokens"] for seen in server.seen] == [50, 50 + 4096, 50 + 4096]


def test_a_model_that_reasons_for_ever_is_left() -> None:
    error, server = ask(says(body=completion("", reason="length")), tries=9)
    assert isinstance(error, LLMError)
    assert "reasons less" in str(error)
    assert [seen.body["max_tokens"] for seen in server.seen] == [50, 50 + 4096, 50 + 16384]


def test_room_to_reason_counts_for_the_budget() -> None:
    budget = Budget(tokens=3_000)
    error, server = ask(says(body=completion("", reason="length")), budget=budget)
    assert isinstance(error, LLMError)
    assert "the budget is spent" in str(error)
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (
            says(body=b'data: {"choices": []}\n\ndata: [DONE]\n\n', Content_Type="text/event-stream"),
            "a stream of events",
        ),
        (says(body=completion(None, tool_calls=[{"id": "1"}])), "called a tool"),
    ],
)
def test_an_answer_of_another_kind_is_said_once(act: Act, words: str) -> None:
    error, server = ask(act)
    assert isinstance(error, LLMError)
    assert words in str(error)
    assert len(server.seen) == 1
    assert server.seen[0].body["stream"] is False
