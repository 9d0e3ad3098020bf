"""The cache: one file, many processes, nothing lost, nothing foreign touched."""

from __future__ import annotations

import gc
import logging
import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from support import ROOT
from talkextract.errors import UsageError
from talkextract.fill.cache import Cache, key_of
from talkextract.fill.protocol import Reply

REPLY = Reply("{}", 5, 6, 0.5, 1.5, 2)


def test_what_is_kept_comes_back_and_took_nothing(tmp_path: Path) -> None:
    with Cache(tmp_path / "kept") as cache:
        assert cache.get("k") is None
        cache.put("k", "m", REPLY)
        cache.put("k", "m", Reply("other"))
        assert cache.get("k") == Reply("{}", 0, 0, 0.0, 0.0, 0, cached=True)
    with Cache(str(tmp_path / "kept")) as cache:
        assert cache.get("k") is not None


def test_keys_go_by_all_that_is_asked() -> None:
    assert len(key_of("u", b"{}")) == 64
    different = [("u", b"{}"), ("v", b"{}"), ("u", b"[]"), ("u{", b"}")]
    assert len({key_of(url, body) for url, body in different}) == len(different)


WORKER = """
import sys
from talkextract.fill.cache import Cache
from talkextract.fill.protocol import Reply
path, me = sys.argv[1], int(sys.argv[2])
with Cache(path) as cache:
    for n in range(100):
        cache.put(f"own-{me}-{n}", "m", Reply(f"{me} {n}"))
        cache.put(f"shared-{n}", "m", Reply(f"shared {n}"))
        assert cache.get(f"shared-{n}").text == f"shared {n}"
"""


def test_processes_share_a_file(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    workers = [
        subprocess.Popen([sys.executable, "-c", WORKER, str(path), str(n)], env=env, stderr=subprocess.PIPE)
        for n in range(4)
    ]
    assert [(worker.communicate()[1], worker.returncode) for worker in workers] == [(b"", 0)] * 4
    with Cache(path) as cache:
        for n in range(100):
            assert cache.get(f"shared-{n}") is not None
            assert all(cache.get(f"own-{me}-{n}").text == f"{me} {n}" for me in range(4))


def test_threads_share_a_cache(tmp_path: Path) -> None:
    with Cache(tmp_path / "kept") as cache:

        def work(n: int) -> bool:
            cache.put(str(n % 50), "m", Reply(str(n % 50)))
            found = cache.get(str(n % 50))
            return found is not None and found.text == str(n % 50)

        with ThreadPoolExecutor(8) as pool:
            assert all(pool.map(work, range(500)))


def test_many_threads_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    def work(n: int) -> None:
        with Cache(tmp_path / "kept") as cache:
            cache.put(str(n), "m", REPLY)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(16)))
    with Cache(tmp_path / "kept") as cache:
        assert all(cache.get(str(n)) for n in range(16))


FORK = """
import os, sys
from talkextract.fill.cache import Cache
from talkextract.fill.protocol import Reply
with Cache(sys.argv[1]) as cache:
    cache.put("parent", "m", Reply("p"))
    if (pid := os.fork()) == 0:
        cache.put("child", "m", Reply("c"))
        os._exit(0 if cache.get("parent") else 1)
    assert os.waitpid(pid, 0)[1] == 0
    assert cache.get("child").text == "c"
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a system that does not fork")
def test_a_fork_gets_a_connection_of_its_own(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", FORK, str(tmp_path / "kept")], env=env, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def foreign(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE replies (id)")
    db.commit()
    db.close()


def newer(path: Path) -> None:
    Cache(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()


def full(path: Path) -> bytes:
    with Cache(path) as cache:
        for n in range(200):
            cache.put(f"{n:064}", "m", Reply("x" * 500))
    return path.read_bytes()


def truncated(path: Path) -> None:
    path.write_bytes(full(path)[:30_000])


def scribbled(path: Path) -> None:
    data = full(path)
    path.write_bytes(data[:8192] + os.urandom(16384) + data[24576:])


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.write_bytes(b"an article, not a database" * 100), "not a database"),
        (lambda path: path.write_bytes(b"short"), "not a database"),
        (foreign, "another program"),
        (newer, "has version 99, 1 is expected"),
        (truncated, "malformed|damaged"),
        (scribbled, "malformed|damaged"),
        (Path.mkdir, "cannot be opened"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_cache_is_said_and_left_alone(spoil: object, words: str, tmp_path: Path) -> None:
    path = tmp_path / "kept"
    assert callable(spoil)
    spoil(path)
    before = content_of(path)
    with pytest.raises(UsageError, match=words) as caught:
        Cache(path)
    assert str(path) in str(caught.value)
    assert content_of(path) == before


def content_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be opened"):
        Cache(tmp_path / "no" / "kept")


def test_an_empty_file_is_a_new_cache(tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    with Cache(tmp_path / "kept") as cache:
        cache.put("k", "m", REPLY)
        assert cache.get("k")


def test_later_faults_lose_no_answer(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    with Cache(tmp_path / "kept") as cache:
        db = sqlite3.connect(tmp_path / "kept")
        db.execute("DROP TABLE replies")
        db.close()
        cache.put("k", "m", REPLY)
        assert cache.get("k") is None
    cache.put("k", "m", REPLY)
    assert cache.get("k") is None
    assert len(caplog.records) == 4


def test_the_file_holds_answers_and_no_questions(tmp_path: Path) -> None:
    with Cache(tmp_path / "kept") as cache:
        cache.put(key_of("https://llm.example", "bí mật".encode()), "m", REPLY)
        assert repr(cache) == f"Cache({str(tmp_path / 'kept')!r})"
    assert "bí mật".encode() not in (tmp_path / "kept").read_bytes()


def test_a_cache_that_nobody_holds_closes_its_file(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "replies.db")
    db = cache._db
    assert db is not None
    del cache
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        db.execute("SELECT 1")
