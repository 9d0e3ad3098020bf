"""A server on a real socket that does what it is told, wrong things first of all. Standard library only."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable
from typing import Any, NamedTuple, Self


class Seen(NamedTuple):
    """A request as it came in."""

    path: str
    headers: dict[str, str]
    body: Any


Act = Callable[[socket.socket], None]


class FaultyServer:
    """Answers the n-th request with the n-th act, later ones with the last; keeps what was asked and what it could send."""

    def __init__(self, *acts: Act) -> None:
        self.acts = acts
        self.seen: list[Seen] = []
        self.sent = 0
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        # shutdown wakes the thread that waits in accept; close alone does not
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._open:
            connection.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(connection)
            threading.Thread(target=self._handle, args=(connection,), daemon=True).start()

    def _handle(self, connection: socket.socket) -> None:
        try:
            seen = read_request(connection)
            if seen is None:
                return
            with self._lock:
                self.seen.append(seen)
                act = self.acts[min(len(self.seen), len(self.acts)) - 1]
            act(connection)
        except OSError:
            pass  # the client has gone, as it should
        finally:
            connection.close()


def read_request(connection: socket.socket) -> Seen | None:
    data = b""
    while b"\r\n\r\n" not in data:
        if not (chunk := connection.recv(65536)):
            return None
        data += chunk
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers.get("content-length", "0")):
        if not (chunk := connection.recv(65536)):
            return None
        body += chunk
    return Seen(first.split()[1], headers, json.loads(body) if body else None)


def completion(content: Any = '{"a": "b"}', usage: Any = (7, 3), reason: str = "stop", **more: Any) -> bytes:
    """The envelope of a chat completion."""
    data = {"choices": [{"message": {"role": "assistant", "content": content, **more}, "finish_reason": reason}]}
    if usage is not None:
        data["usage"] = (
            {"prompt_tokens": usage[0], "completion_tokens": usage[1]} if isinstance(usage, tuple) else usage
        )
    return json.dumps(data).encode()


def says(status: int = 200, body: bytes | None = None, length: int | None = None, **headers: str) -> Act:
    """Answer with a status, headers (`Retry_After` for Retry-After) and a body whose length may be a lie."""
    content = completion() if body is None else body
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(content) if length is None else length}"]
    lines += ["Connection: close", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return sends("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + content)


def sends(data: bytes) -> Act:
    """Send bytes as they are, and close."""
    return lambda connection: connection.sendall(data)


def resets(after: bytes = b"") -> Act:
    """Send some bytes, then break the connection off with a reset."""

    def act(connection: socket.socket) -> None:
        connection.sendall(after)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    return act


def drips(data: bytes, head: bytes = b"", every: float = 0.02) -> Act:
    """Send `head` at once, then one byte after another, as long as the client takes them."""

    def act(connection: socket.socket) -> None:
        connection.sendall(head)
        for byte in data:
            connection.sendall(bytes([byte]))
            time.sleep(every)

    return act


def sleeps(seconds: float) -> Act:
    """Say nothing for a while, then close."""
    return lambda _: time.sleep(seconds)


def pours(server: FaultyServer, size: int) -> Act:
    """Send an endless string of JSON, and count what the client took."""

    def act(connection: socket.socket) -> None:
        connection.sendall(b'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{"choices": "')
        block = b"x" * 65536
        while server.sent < size:
            connection.sendall(block)
            server.sent += len(block)

    return act
