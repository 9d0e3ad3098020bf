"""The transport under the client: TLS and proxies, each on a real socket."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import time
from pathlib import Path

import pytest

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
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for 127.0.0.1, made for this run."""
    if not (openssl := shutil.which("openssl")):
        pytest.skip("openssl makes the certificate")
    path = tmp_path_factory.mktemp("tls") / "pair.pem"
    command = [
        openssl,
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    command += [
        "-subj",
        "/CN=127.0.0.1",
        "-addext",
        "subjectAltName=IP:127.0.0.1",
        "-keyout",
        path,
        "-out",
        f"{path}.crt",
    ]
    subprocess.run(command, check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + Path(f"{path}.crt").read_bytes())
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
    monkeypatch.setenv("https_proxy", "socks5://127.0.0.1:1")
    with pytest.raises(UsageError, match="socks5"):
        client("https://llm.example/v1")
