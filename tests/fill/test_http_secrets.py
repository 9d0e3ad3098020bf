"""Keys go to one server, over a wire that nobody reads, and nowhere else."""

from __future__ import annotations

import logging
import pickle
import traceback
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from fill.asking import KEY, client, request
from fill.faulty import Act, FaultyServer, completion, drips, resets, says, sends, sleeps
from talkextract.errors import LLMError, UsageError
from talkextract.fill.endpoint import Endpoint, is_loopback
from talkextract.fill.http import HttpLLM

ECHO = KEY.encode()
FAULTS: dict[str, Act] = {
    "fine": says(),
    "401": says(401, b'{"error": {"message": "Incorrect API key: ' + ECHO + b'"}}'),
    "401, split": says(401, b"x" * 190 + ECHO),
    "500": says(500, b"Authorization: Bearer " + ECHO),
    "200": says(body=b'{"error": {"message": "' + ECHO + b'"}}'),
    "redirect": says(307, b"", Location=f"http://other.example/?k={KEY}"),
    "reset": resets(),
    "no HTTP": sends(ECHO * 3),
    "headers": sends(b"HTTP/1.1 200 " + ECHO + b"\r\n" + ECHO + b"\r\n\r\n"),
    "drip": drips(b" " * 100, b"HTTP/1.1 200 OK\r\n\r\n"),
    "silence": sleeps(1),
    "length": says(body=completion(KEY, reason="length")),
}


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("kind", ["str", "SecretStr", "key_header", "headers"])
def test_no_key_in_errors_logs_views_and_cache(
    name: str, kind: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    options: dict[str, Any] = {
        "str": {"api_key": KEY}, "SecretStr": {"api_key": SecretStr(KEY)},
        "key_header": {"api_key": KEY, "key_header": "api-key"}, "headers": {"headers": {"X-Gate": KEY}},
    }[kind]  # fmt: skip
    caplog.set_level(logging.DEBUG)
    said = []
    with FaultyServer(FAULTS[name]) as server, client(
        server.url, tries=2, timeout=(1, 0.1, 0.2), cache=tmp_path / "kept", **options
    ) as llm:  # fmt: skip
        try:
            said.append(repr(llm.complete(request())))
        except LLMError as error:
            said += [str(error), repr(error), "".join(traceback.format_exception(error))]
            assert name != "fine"
        assert KEY in str(server.seen[0].headers)  # it did go over the wire
        said += [repr(llm), str(llm), repr(vars(llm)), repr(llm.budget)]
        said += [repr(vars(part)) for part in vars(llm).values() if hasattr(part, "__dict__")]
    said += [record.getMessage() for record in caplog.records if record.name.startswith("talkextract")]
    assert caplog.records
    said += [
        record.getMessage() for record in caplog.records
        # what a server sends is its own word: httpcore logs the headers of answers, and only at DEBUG
        if record.levelno > logging.DEBUG or name not in {"headers", "no HTTP", "redirect"}
    ]  # fmt: skip
    for file in tmp_path.iterdir():
        said.append(file.read_bytes().decode("latin-1"))
    assert [words for words in said if KEY in words] == []


@pytest.mark.parametrize("key", ["", "  ", "a\nb", "khóa", "a\x00b", 5, b"bytes"])
def test_a_key_that_http_cannot_carry_is_refused_without_being_told(key: Any) -> None:
    with pytest.raises(UsageError, match="api_key is empty or holds characters") as caught:
        client(api_key=key)
    assert str(key).strip() == "" or repr(key) not in str(caught.value)


def test_a_key_is_sent_once() -> None:
    with pytest.raises(UsageError, match="given twice"):
        client(api_key=KEY, headers={"authorization": "Bearer x"})


def test_line_ends_around_a_key_are_cut_off() -> None:
    with FaultyServer(says()) as server, client(server.url, api_key=f" {KEY}\r\n") as llm:
        llm.complete(request())
    assert server.seen[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    "url", ["http://llm.lan/v1", "http://10.0.0.1:8000/v1", "http://0.0.0.0/v1", "http://127.0.0.1.evil.example/v1"]
)
def test_no_key_in_the_clear_to_another_machine(url: str) -> None:
    for options in ({"api_key": KEY}, {"headers": {"X-Key": KEY}}):
        with pytest.raises(UsageError, match="in the clear") as caught:
            client(url, **options)
        assert KEY not in str(caught.value)
        client(url, allow_plain_http=True, **options).close()
    client(url).close()


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:1/v1",
        "http://127.0.0.1/v1",
        "http://127.9.9.9/v1",
        "http://[::1]:8/v1",
        "http://a.localhost/v1",
    ],
)
def test_plain_http_to_this_machine_is_well(url: str) -> None:
    client(url, api_key=KEY).close()


@pytest.mark.parametrize(
    "url",
    ["https://user:pass-word-1@llm.example/v1", "https://pass-word-1@llm.example/v1", "https://:pass-word-1@llm.example",
     "https://llm.example/v1?key=pass-word-1", "https://llm.example/v1?a=1&api_key=pass-word-1",
     "https://llm.example/v1?access-token=pass-word-1", "https://llm.example/v1?sig=pass-word-1",
     "https://u:pass-word-1@[::1/v1", "https://u:pass-word-1@h:99999999/v1", "https://u:pass-word-1@h/ v1"],
)  # fmt: skip
def test_credentials_in_the_address_are_refused_and_not_told(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        client(url)
    assert "pass-word" not in "".join(traceback.format_exception(caught.value.__cause__)) + str(caught.value)


@pytest.mark.parametrize(
    "url",
    ["", "llm.example/v1", "ftp://llm.example/v1", "https://", "https:///v1", "https://h/v1#x", "https://h:0/v1", "file:///x",
     "https://h/v1/chat/completions", "https://h/v1/chat/completions/?a=1", "https://h\\@x/v1", "https://ví.dụ/v1", None, 5],
)  # fmt: skip
def test_what_is_no_address_is_refused(url: Any) -> None:
    with pytest.raises(UsageError, match="base_url"):
        client(url)


@pytest.mark.parametrize(
    "headers",
    [{"a b": "x"}, {"": "x"}, {"X": "a\r\nY: b"}, {"X": ""}, {"X\n": "y"}, {"Content-Length": "5"}, {"Host": "h"}],
)
def test_headers_that_are_none_are_refused(headers: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="header"):
        client(headers=headers)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/v2", "https://h/v2"), ("other", "https://h/v1/chat/other"), ("https://h:443/x", "https://h:443/x"),
        ("//h/x", "https://h/x"), ("https://H/x", "https://H/x"), ("/x#y", "https://h/x"),
        ("http://h/x", None), ("//evil/x", None), ("https://h.evil/x", None), ("https://h:444/x", None),
        ("https://h@evil/x", None), ("https://evil@h/x", None), ("javascript:x", None), ("https://[", None),
    ],
)  # fmt: skip
def test_redirects_stay_on_the_server(location: str, target: str | None) -> None:
    endpoint = Endpoint("https://h/v1")
    assert endpoint.moved(endpoint.url, location) == target


def test_what_is_loopback() -> None:
    assert all(map(is_loopback, ("localhost", "127.0.0.1", "127.1.2.3", "::1")))
    assert not any(map(is_loopback, ("", "localhost.example", "0.0.0.0", "10.0.0.1", "127.0.0.1.example", "::", "1")))


def test_a_server_cannot_write_to_the_terminal() -> None:
    body = b'{"error": {"message": "\\u001b[2J\\u0007 a\\r\\nb \\u202e' + b"x" * 1000 + b'"}}'
    with FaultyServer(says(400, body)) as server, client(server.url) as llm, pytest.raises(LLMError) as caught:
        llm.complete(request())
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 400


def test_short_headers_do_not_blot_out_messages() -> None:
    llm = HttpLLM(
        base_url="https://h/v1", model="m", headers={"X-Version": "1"}, tries=1,
        transport=httpx.MockTransport(lambda _: httpx.Response(400, text="line 1")),
    )  # fmt: skip
    with pytest.raises(LLMError, match="line 1"):
        llm.complete(request())


def test_a_client_cannot_be_pickled_with_its_key() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(client(api_key=KEY))


def test_articles_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with (
        FaultyServer(says(400, "Hội đàm lần thứ 13".encode())) as server,
        client(server.url) as llm,
        pytest.raises(LLMError),
    ):
        llm.complete(request("Hội đàm lần thứ 13"))
    assert any("HTTP 400" in record.getMessage() for record in caplog.records)
    assert not any("Hội đàm" in record.getMessage() for record in caplog.records)
