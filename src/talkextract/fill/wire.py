"""A transport for httpx on which a whole exchange, and not each single read, has a time limit.

The read time-out of httpx begins anew with every byte: a server that drips its headers or its answer byte by byte would
hold a call for ever. Here every operation on the socket gets what is left of the exchange, where that is less.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from queue import Empty, SimpleQueue
from ssl import SSLContext
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from ..errors import UsageError
from .endpoint import is_loopback

__all__ = ["Wire", "deadline"]

# When the exchange of this thread must be over, on the monotonic clock.
_END: ContextVar[float | None] = ContextVar("end", default=None)
# The connection that this thread opened last.
_LAST: ContextVar[httpcore.NetworkStream | None] = ContextVar("last", default=None)


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Within the block, what this thread does on a `Wire` ends after so many seconds, with one of httpx's time-outs."""
    mark = _END.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _END.reset(mark)


def _left(timeout: float | None, error: type[httpcore.TimeoutException]) -> float | None:
    end = _END.get()
    if end is None:
        return timeout
    left = end - time.monotonic()
    if left <= 0:
        raise error("the time for the whole exchange is over")
    return left if timeout is None else min(timeout, left)


class _Stream(httpcore.NetworkStream):
    """A socket whose every operation looks at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _left(timeout, httpcore.ConnectTimeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _addresses(host: str, port: int, seconds: float | None) -> list[str]:
    """The addresses of a host, in the order in which to try them. Raises httpcore's errors where there is none in time.

    The look-up of the operating system has no time limit of its own and cannot be stopped: it is left to a thread.
    """
    answer: SimpleQueue[list[str] | OSError] = SimpleQueue()

    def look_up() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.put(list(dict.fromkeys(str(address[0]) for *_, address in found)))
        except (OSError, UnicodeError) as error:
            answer.put(OSError(str(error)))

    Thread(target=look_up, name="talkextract-dns", daemon=True).start()
    try:
        found = answer.get(timeout=seconds)
    except Empty:
        raise httpcore.ConnectTimeout("the name of the server was not found in time") from None
    if isinstance(found, OSError):
        raise httpcore.ConnectError(f"the name of the server was not found ({found})") from None
    return found


class _Backend(httpcore.NetworkBackend):
    """The operating system's sockets, wrapped; names are looked up within the time to connect."""

    def __init__(self) -> None:
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        left = _left(timeout, httpcore.ConnectTimeout)
        end = None if left is None else time.monotonic() + left
        addresses = _addresses(host, port, left)
        for last, address in zip(reversed(range(len(addresses))), addresses, strict=True):
            left = None if end is None else max(0.001, end - time.monotonic())
            try:
                stream = _Stream(self._backend.connect_tcp(address, port, left, local_address, socket_options))
                _LAST.set(stream)
                return stream
            except httpcore.ConnectError:
                if not last:
                    raise
        raise httpcore.ConnectError("the name of the server has no address")


class Wire(httpx.BaseTransport):
    """A pool of connections to one server, through the proxy that the environment names, if it names one.

    Certificates are checked against SSL_CERT_FILE or SSL_CERT_DIR where they are set. What goes wrong is raised as
    httpx's errors of the same names. Raises UsageError for a proxy of another kind than http, https and socks5, and for
    one of socks5 without the extra `socks`.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        host = parts.hostname or ""
        context = httpx.create_ssl_context() if parts.scheme == "https" else None
        # a server on this machine has no use for a proxy
        known = {} if is_loopback(host) or proxy_bypass(host) else getproxies()
        proxy = known.get(parts.scheme) or known.get("all")
        # as many connections as there are threads that ask: bounding these is the caller's part
        self._pool: httpcore.ConnectionPool
        if proxy is None:
            self._pool = httpcore.ConnectionPool(ssl_context=context, max_connections=None, network_backend=_Backend())
        else:
            self._pool = _proxied(proxy, context)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return its answer as soon as the headers are there."""
        target = request.url
        outgoing = httpcore.Request(
            request.method,
            httpcore.URL(scheme=target.raw_scheme, host=target.raw_host, port=target.port, target=target.raw_path),
            headers=request.headers.raw, content=request.stream, extensions=request.extensions,
        )  # fmt: skip
        with _named_as_httpx():
            response = self._pool.handle_request(outgoing)
        return httpx.Response(
            response.status, headers=response.headers, stream=_Body(response), extensions=response.extensions
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


def _proxied(proxy: str, context: SSLContext | None) -> httpcore.ConnectionPool:
    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    socks = parts.scheme in {"socks5", "socks5h"}
    if not socks and parts.scheme not in {"http", "https"}:
        raise UsageError(
            f"the proxy that the environment names is of kind {parts.scheme!r}; http, https or socks5 is expected"
        )
    port = f":{parts.port}" if parts.port else ":1080" if socks else ""
    where = f"{'socks5' if socks else parts.scheme}://{parts.hostname}{port}"
    if not socks:
        return httpcore.HTTPProxy(
            where, proxy_auth=auth, ssl_context=context, max_connections=None, network_backend=_Backend()
        )
    try:
        # names are looked up by the proxy, by both words for it
        return httpcore.SOCKSProxy(
            where, proxy_auth=auth, ssl_context=context, max_connections=None, network_backend=_Backend()
        )
    except (ImportError, RuntimeError) as error:
        raise UsageError("a SOCKS proxy needs the extra `socks`: pip install 'talkextract[socks]'") from error


class _Body(httpx.SyncByteStream):
    """The body of an answer, as it comes in."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        with _named_as_httpx():
            yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


@contextmanager
def _named_as_httpx() -> Iterator[None]:
    """Raise httpcore's errors as those that httpx has by the same names, as its own transport does."""
    try:
        yield
    except (
        httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError,
        httpcore.UnsupportedProtocol,
    ) as error:  # fmt: skip
        raise getattr(httpx, type(error).__name__, httpx.TransportError)(str(error)) from error
    except Exception as error:
        # what httpcore lets through, its connection open, where a SOCKS proxy does not speak the protocol
        if type(error).__module__.partition(".")[0] != "socksio":
            raise
        if (stream := _LAST.get()) is not None:
            stream.close()
        raise httpx.ProxyError(str(error)) from error
