"""The transport under the client: TLS and proxies, each on a real socket."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from pathlib import Path

import pytest
import trustme

from fill.asking import KEY, client, request
from fill.faulty import Act, FaultyServer, completion, drips, says
from talkextract.errors import LLMError, UsageError


class TlsServer(FaultyServer):
    """The same over TLS."""

    def __init__(self, certificate: Path, *acts: Act) -> None:
        super().__init__(*acts)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate)

    @property
    def url(self) -> str:
        return super().url.replace("http:", "https:")

    def _handle(self, connection: socket.socket) -> None:
        try:
            wrapped = self.context.wrap_socket(connection, server_side=True)
        except OSError:
            connection.close()
            return
        self._open.append(wrapped)
        super()._handle(wrapped)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Who vouches for the certificates of this run."""
    return trustme.CA()


@pytest.fixture(scope="module")
def certificate(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for 127.0.0.1; beside it, as `.crt`, that of who vouches for it."""
    path = tmp_path_factory.mktemp("tls") / "pair.pem"
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(path)
    authority.cert_pem.write_to_path(f"{path}.crt")
    return path


def test_https_with_a_certificate_of_ones_own(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
    with TlsServer(certificate, says()) as server, client(server.url, api_key=KEY, timeout=(5, 5, 5)) as llm:
        assert llm.complete(request()).text
        assert server.seen[0].headers["authorization"] == f"Bearer {KEY}"


def test_a_certificate_that_nobody_vouches_for_is_no_connection(certificate: Path) -> None:
    with (
        TlsServer(certificate, says()) as server,
        client(server.url, api_key=KEY, tries=2, timeout=(5, 5, 5)) as llm,
        pytest.raises(LLMError, match="certificate verify failed") as caught,
    ):
        llm.complete(request())
    assert (caught.value.tries, server.seen) == (2, [])


def test_a_slow_drip_ends_over_tls_too(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
    drip = drips(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 1000)
    start = time.monotonic()
    with (
        TlsServer(certificate, drip) as server,
        client(server.url, tries=1, timeout=(5, 0.4, 0.4)) as llm,
        pytest.raises(LLMError, match=r"longer than 0\.4 s"),
    ):
        llm.complete(request())
    assert time.monotonic() - start < 3


def test_the_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with FaultyServer(says()) as proxy:
        monkeypatch.setenv("http_proxy", f"http://ann:pass@127.0.0.1:{proxy.port}")
        with client("http://llm.example/v1") as llm:
            assert llm.complete(request()).text
    (seen,) = proxy.seen
    assert seen.path == "http://llm.example/v1/chat/completions"
    assert seen.headers["proxy-authorization"] == "Basic YW5uOnBhc3M="


@pytest.mark.parametrize("host", ["127.0.0.1", "excepted.example"])
def test_the_proxy_is_not_used_for_this_machine_and_where_it_is_not_wanted(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with FaultyServer(says()) as proxy, FaultyServer(says(body=completion("direct"))) as server:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("no_proxy", "excepted.example")
        monkeypatch.setattr(
            "socket.getaddrinfo",
            lambda *_, **__: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.port))],
        )
        with client(f"http://{host}:{server.port}/v1") as llm:
            assert llm.complete(request()).text == "direct"
    assert proxy.seen == []


def test_a_proxy_of_another_kind_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "socks4://127.0.0.1:1")
    with pytest.raises(UsageError, match="is of kind 'socks4'; http, https or socks5 is expected"):
        client("https://llm.example/v1")


def socks5(answer: bytes, seen: list[bytes]) -> Act:
    """A SOCKS proxy that lets nobody on, but answers for whoever was asked for."""

    def act(connection: socket.socket) -> None:
        seen.append(connection.recv(64))
        connection.sendall(b"\x05\x00")
        seen.append(connection.recv(256))
        connection.sendall(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50")
        connection.recv(65536)
        connection.sendall(answer)

    return act


class SocksServer(FaultyServer):
    """Lets an act speak before any request is read."""

    def _handle(self, connection: socket.socket) -> None:
        try:
            self.acts[0](connection)
        except OSError:
            pass
        finally:
            connection.close()


@pytest.mark.parametrize("word", ["socks5", "socks5h"])
def test_a_socks_proxy_is_given_the_name(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []
    body = completion("through")
    head = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body)
    with SocksServer(socks5(head + body, seen)) as proxy:
        monkeypatch.setenv("all_proxy", f"{word}://127.0.0.1:{proxy.port}")
        with client("http://llm.example/v1") as llm:
            assert llm.complete(request()).text == "through"
    assert seen[1] == b"\x05\x01\x00\x03\x0bllm.example\x00\x50"


def test_a_socks_proxy_that_is_none_is_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    with SocksServer(lambda c: c.sendall(b"HTTP/1.1 400 What?\r\n\r\n")) as proxy:
        monkeypatch.setenv("all_proxy", f"socks5://127.0.0.1:{proxy.port}")
        with client("http://llm.example/v1", tries=2) as llm, pytest.raises(LLMError, match="no connection") as caught:
            llm.complete(request())
    assert caught.value.tries == 2


def test_socks_without_its_extra_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise RuntimeError("no socksio")

    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:1")
    monkeypatch.setattr("httpcore.SOCKSProxy", missing)
    with pytest.raises(UsageError, match=r"pip install 'talkextract\[socks\]'"):
        client("http://llm.example/v1")


# ---- names


def test_a_name_that_is_looked_up_for_ever_ends_at_the_connect_time_out(monkeypatch: pytest.MonkeyPatch) -> None:
    done = threading.Event()
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: done.wait(20) and [])
    start = time.monotonic()
    with (
        client("http://llm.example/v1", tries=2, timeout=(0.2, 5, 5)) as llm,
        pytest.raises(LLMError, match=r"no connection within 0\.2 s") as caught,
    ):
        llm.complete(request())
    done.set()
    assert caught.value.tries == 2
    assert time.monotonic() - start < 3


def test_the_time_for_the_whole_exchange_bounds_the_look_up_of_a_name_too(monkeypatch: pytest.MonkeyPatch) -> None:
    done = threading.Event()
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: done.wait(20) and [])
    start = time.monotonic()
    with client("http://llm.example/v1", tries=1, timeout=(15, 15, 0.2)) as llm, pytest.raises(LLMError) as caught:
        llm.complete(request())
    done.set()
    assert caught.value.tries == 1
    assert time.monotonic() - start < 5


def test_a_name_that_nobody_bears_is_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    with (
        client("http://llm.example/v1", tries=1) as llm,
        pytest.raises(LLMError, match="the name of the server was not found"),
    ):
        llm.complete(request())


def test_of_several_addresses_the_one_that_answers_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    look_up = socket.getaddrinfo
    with FaultyServer(says()) as server:

        def two(host: str, port: int, *rest: object, **named: object) -> object:
            if host != "llm.example":
                return look_up(host, port, *rest, **named)  # type: ignore[arg-type]
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in ("127.0.0.2", "127.0.0.1")]

        monkeypatch.setattr("socket.getaddrinfo", two)
        with client(f"http://llm.example:{server.port}/v1") as llm:
            assert llm.complete(request()).tries == 1


def test_the_name_of_the_server_is_what_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    names, look_up = [], socket.getaddrinfo

    def here(host: str, *rest: object, **options: object) -> object:
        names.append(host)
        return look_up("127.0.0.1", *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", here)
    with FaultyServer(says()) as server, client(server.url.replace("127.0.0.1", "model.test")) as llm:
        assert llm.complete(request()).text
    assert names[0] == "model.test"  # the address that was found is looked up by the system once more
