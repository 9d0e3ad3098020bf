"""llama.cpp's own server with a small real model, on 127.0.0.1, started and stopped by the tests.

`make test-llm` installs both and names their folder in TALKEXTRACT_LLM; without that nothing of this folder is collected.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import pytest

FOLDER = os.environ.get("TALKEXTRACT_LLM")
collect_ignore_glob = [] if FOLDER else ["test_*.py"]

KEY = "key-of-the-test-0123456789"
_READY = 120.0  # seconds; a second or two on a machine that has nothing else to do


class Server(NamedTuple):
    """A server that runs: its base URL, its process, and where it writes its log."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def stop(self) -> None:
        """End the process, by its id, and wait for it."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """Start a server; it is ready within the block, and ended after it whatever happens."""
    assert FOLDER
    places = json.loads((Path(FOLDER) / "server.json").read_text("utf-8"))
    port, log = free_port(), folder / "server.log"
    command = [
        places["binary"], "--model", places["model"], "--host", "127.0.0.1", "--port", str(port), "--api-key", KEY,
        # two threads wait for each other at every token: where others use the machine, one is up to forty times as fast
        "--ctx-size", "8192", "--parallel", "2", "--threads", "1", "--threads-batch", "1",
    ]  # fmt: skip
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    server = Server(f"http://127.0.0.1:{port}/v1", process, log)
    try:
        wait_until_ready(server, port)
        yield server
    finally:
        server.stop()


def wait_until_ready(server: Server, port: int) -> None:
    end = time.monotonic() + _READY
    while time.monotonic() < end:
        if server.process.poll() is not None:
            break
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    pytest.fail(f"the server is not ready (exit {server.process.poll()}):\n{server.log.read_text('utf-8', 'replace')}")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that leave it alive."""
    with running(tmp_path_factory.mktemp("llama")) as found:
        yield found


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Server]:
    """A server of one's own, to be killed."""
    with running(tmp_path) as found:
        yield found
