"""Many articles: rows of every kind, what is wrong in its place, processes that are killed, Ctrl-C."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
from collections import namedtuple
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from dying import Dying
from support import ROOT, odd_articles
from talkextract import Article, ExtractFailure, Extraction, Extractor, TalkextractError, TalkRecord, UsageError
from talkextract.pipeline import _default

TEXT = "Ngày 16/9, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """One that has read before: what it has compiled goes with it to the processes of every test."""
    extractor = _default()
    for case in odd_articles():
        extractor.extract(case.text)
    return extractor


@pytest.fixture(scope="module")
def dying(extractor: Extractor) -> Dying:
    dying = Dying.__new__(Dying)
    dying.__setstate__(extractor.__getstate__())  # what is compiled is compiled once
    return dying


def articles() -> list[Article]:
    return [Article(c.text, id=c.id, published=c.published) for c in odd_articles()]


# ---- processes


def test_processes_give_the_bytes_that_one_gives(extractor: Extractor) -> None:
    many = articles() * 2
    named = [Article(a.text, f"{i}-{a.id}", a.published) for i, a in enumerate(many)]
    alone = list(extractor.run_many(named))
    together = list(extractor.run_many(named, workers=3))
    assert together == alone
    assert [d.record.model_dump_json() for d in together] == [d.record.model_dump_json() for d in alone]
    assert any(d.warnings for d in alone)


def test_they_have_the_rules_that_the_extractor_has_read(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        "[[rule]]\nid = 'topics.trade.own'\nfield = 'topics'\nneeds = ['chợ phiên']\npattern = '(?i:chợ phiên)'\n"
        "label = 'trade'\nsource = 'test'\nexample = ['<m>chợ phiên</m> A', '<m>chợ phiên</m> B']\ncounter = ['chợ phiênn']\n",
        "utf-8",
    )
    extractor = Extractor(rules=tmp_path)
    (tmp_path / "own.toml").unlink()  # what happens to the files afterwards is no matter
    (record,) = extractor.extract_many([TEXT[:-1] + " về chợ phiên."], workers=2)
    assert [t.topic for t in record.topics] == ["trade"]


def test_no_more_is_taken_ahead_than_is_said(extractor: Extractor) -> None:
    before = children(os.getpid())  # of tests before this one
    taken: list[int] = []

    def source() -> Iterator[str]:
        for n in range(10_000):
            taken.append(n)
            yield TEXT

    records = extractor.extract_many(source(), workers=2)
    assert taken == []
    next(records)
    assert len(taken) <= 65
    records.close()  # type: ignore[attr-defined]
    assert len(taken) <= 65
    assert children(os.getpid()) == before


def test_what_the_source_raises_is_raised_in_its_turn(extractor: Extractor) -> None:
    before = children(os.getpid())

    def source() -> Iterator[str]:
        yield from [TEXT] * 20
        raise ConnectionError("the crawl broke off")

    records = extractor.extract_many(source(), workers=2)
    assert len([next(records) for _ in range(20)]) == 20
    with pytest.raises(ConnectionError, match="the crawl broke off"):
        next(records)
    assert children(os.getpid()) == before


def test_a_killed_process_loses_nothing(dying: Dying, tmp_path: Path) -> None:
    texts = [TEXT] * 40
    texts[20] = f"die once: {tmp_path / 'mark'}"
    records = list(dying.extract_many(texts, workers=2))
    assert (tmp_path / "mark").exists()
    assert records == list(dying.extract_many(texts))


def test_an_article_that_kills_every_process_is_named(dying: Dying) -> None:
    texts: list[Any] = [Article(TEXT, id=str(n)) for n in range(20)]
    texts[3] = Article("die", id="deadly")
    given = list(dying.extract_many(texts, workers=2, on_error="yield"))
    failure = given.pop(3)
    assert isinstance(failure, ExtractFailure)
    assert (failure.id, failure.position) == ("deadly", 3)
    assert failure.reason.startswith(
        "a worker process was killed by signal 9 (SIGKILL) while it read this article, twice; mostly the memory is full"
    )
    assert [r.document.id for r in given if isinstance(r, TalkRecord)] == [str(n) for n in range(20) if n != 3]


def test_what_is_printed_in_a_process_is_no_answer(dying: Dying) -> None:
    assert [r.talk for r in dying.extract_many(["print", "print"], workers=2)] == [None, None]


def test_that_no_process_can_be_started_is_told(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    for program, words in (("/nowhere/python", "no such file or directory"), ("/bin/false", "exit code 1")):
        monkeypatch.setattr(sys, "executable", program)
        with pytest.raises(TalkextractError, match=f"no worker process can be started: .*{words}; use workers=1"):
            list(extractor.extract_many([TEXT], workers=2))


def test_none_is_one_worker_a_core(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    (record,) = extractor.extract_many([TEXT], workers=None)
    assert record == extractor.extract(TEXT)


# ---- what is wrong

WRONG: list[tuple[object, str | None, str]] = [
    (5, None, "an article is an Article, a str, or a row with names for its values (id, text, published, url), not int"),
    (None, None, "an article is an Article, a str, or a row with names"),
    ((TEXT, "x"), None, "an article is an Article, a str, or a row with names"),
    ({"id": "b", "body": TEXT}, None, "the row has no 'text', but 'id', 'body'"),
    ({}, None, "the row has no 'text', but nothing"),
    ({"id": "c", "text": None}, "c", "there is no text: it is None, or a missing value"),
    ({"id": 1.5, "text": TEXT}, None, "id must be a text that is not blank, or None, not 1.5"),
    ({"id": 2.0**53, "text": TEXT}, None, "id must be a text that is not blank, or None, not 9007199254740992.0"),
    (Article(b"", id="d"), "d", "text must be a str, not bytes"),  # type: ignore[arg-type]
    (Article(TEXT, id="e", published="hôm qua"), "e", "published must be an ISO 8601 date"),
    (Article("", id="a"), "a", "the id 'a' is that of articles[1]; ids must be unique"),
    (Article("break", id="f"), "f", "a defect of talkextract, please report it: KeyError at dying.py:"),
]  # fmt: skip


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_wrong_is_given_in_its_place(dying: Dying, workers: int) -> None:
    items = [TEXT, Article(TEXT, id="a"), *(wrong for wrong, _, _ in WRONG), Article(TEXT, id="z")]
    given = list(dying.run_many(items, workers=workers, on_error="yield"))
    assert [d.record.talk is not None for d in given if isinstance(d, Extraction)] == [True] * 3
    failures = [d for d in given if isinstance(d, ExtractFailure)]
    assert [(f.id, f.position) for f in failures] == [(key, n) for n, (_, key, _) in enumerate(WRONG, 2)]
    for failure, (_, _, words) in zip(failures, WRONG, strict=True):
        assert failure.reason.startswith(words)
        assert "words of the article" not in failure.reason


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(("wrong", "words"), [(wrong, words) for wrong, _, words in WRONG])
def test_the_first_that_is_wrong_ends_the_run(dying: Dying, wrong: object, words: str, workers: int) -> None:
    if workers == 2 and wrong not in (5, WRONG[-1][0]):  # both ways of going wrong: before and in a process
        workers = 1
    records = dying.extract_many([TEXT, Article(TEXT, id="a"), wrong, TEXT], workers=workers)
    assert [next(records).talk is not None for _ in range(2)] == [True, True]
    with pytest.raises(TalkextractError, match=f"^articles\\[2\\]: {re.escape(words)}") as caught:
        next(records)
    assert isinstance(caught.value, UsageError) == ("defect" not in words)
    assert list(records) == []


def test_on_error_is_one_of_two_words(extractor: Extractor) -> None:
    with pytest.raises(UsageError, match="on_error must be 'raise' or 'yield', not 'ignore'"):
        extractor.extract_many([TEXT], on_error="ignore")  # type: ignore[call-overload]


# ---- rows

ROWS = [
    {"id": "a", "text": TEXT, "published": "2025-09-17", "url": "https://a.vn/a", "body": 5},
    {"id": "b", "text": TEXT, "published": None, "url": None, "body": 6},
]
Row = namedtuple("Row", ["text", "id", "published", "url"])
FRAME = pd.DataFrame(ROWS)


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        [Row(r["text"], r["id"], r["published"], r["url"]) for r in ROWS],
        FRAME, FRAME.itertuples(), FRAME.itertuples(index=False), FRAME.iterrows(), FRAME.to_dict("records"),
        [row for _, row in FRAME.iterrows()],
        FRAME.assign(published=pd.to_datetime(FRAME["published"])),
        pl.DataFrame(ROWS), pl.DataFrame(ROWS).iter_rows(named=True), pl.DataFrame(ROWS).to_dicts(),
        pa.Table.from_pylist(ROWS), pa.Table.from_pylist(ROWS).to_pylist(),
    ],
    ids="dicts named pandas itertuples no-index iterrows records series dates polars iter_rows to_dicts arrow pylist".split(),
)  # fmt: skip
def test_rows_of_every_kind(extractor: Extractor, rows: Any) -> None:
    expected = [
        extractor.extract(TEXT, id="a", published="2025-09-17", url="https://a.vn/a"),
        extractor.extract(TEXT, id="b"),
    ]
    assert list(extractor.extract_many(rows)) == expected


def test_ids_of_a_frame_that_misses_one_are_whole_numbers_all_the_same(extractor: Extractor) -> None:
    frame = pd.DataFrame({"id": [7, None], "text": [TEXT, TEXT]})
    assert frame["id"].dtype == "float64"
    assert [r.document.id for r in extractor.extract_many(frame)] == ["7", extractor.extract(TEXT).document.id]


@pytest.mark.parametrize(
    ("value", "published"),
    [
        (date(2025, 9, 17), "2025-09-17"),
        (datetime(2025, 9, 17), "2025-09-17"),  # noqa: DTZ001
        (datetime(2025, 9, 17, 8, 5), "2025-09-17T08:05"),  # noqa: DTZ001
        (datetime(2025, 9, 17, tzinfo=UTC), "2025-09-17T00:00+00:00"),
        (pd.Timestamp("2025-09-17 08:05:01.5"), "2025-09-17T08:05"),
        (pd.NaT, None), (pd.NA, None), (float("nan"), None), (None, None),
    ],
)  # fmt: skip
def test_days_and_their_lack(extractor: Extractor, value: object, published: str | None) -> None:
    (record,) = extractor.extract_many([{"id": 7, "text": TEXT, "published": value}])
    assert (record.document.id, record.document.published) == ("7", published)


@pytest.mark.parametrize("value", [True, 1.5, "", b"a"])
def test_what_is_no_id(extractor: Extractor, value: object) -> None:
    with pytest.raises(UsageError, match=r"^articles\[0\]: id must be a text that is not blank, or None"):
        list(extractor.extract_many([{"id": value, "text": TEXT}]))


def test_polars_rows_without_names_are_refused_in_words(extractor: Extractor) -> None:
    with pytest.raises(UsageError, match=r"^articles\[0\]: .* a row with names for its values .* not tuple"):
        list(extractor.extract_many(pl.DataFrame(ROWS).iter_rows()))


# ---- the bar


def test_a_bar_shows_rate_gaps_and_errors(extractor: Extractor, capsys: pytest.CaptureFixture[str]) -> None:
    items: list[Any] = [TEXT, 5, TEXT]
    done = list(extractor.run_many(items, on_error="yield", progress=True))
    gaps = sum(len(d.record.gaps) for d in done if isinstance(d, Extraction))
    assert gaps == 14
    last = capsys.readouterr().err.split("\r")[-1]
    assert re.search(r"100%.* 3/3 \[.*articles/s, 14 gaps, 1 errors\]", last)
    assert list(extractor.run_many(iter(items), on_error="yield")) == done
    assert capsys.readouterr().err == ""


# ---- how a run ends

# No `if __name__ == "__main__"`: the processes do not run a caller's script.
SCRIPT = f"""
import itertools, sys
from talkextract import Extractor
extractor = Extractor()
texts = ({TEXT!r} for _ in itertools.count())
done = 0
try:
    for record in extractor.extract_many(texts, workers=2):
        done += 1
        if done == 40:
            print("forty", flush=True)
except KeyboardInterrupt:
    print("ended", done >= 40, record.talk.kind, flush=True)
"""


@pytest.fixture
def script(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A script that reads for ever, and has read forty articles."""
    path = tmp_path / "script.py"
    path.write_text(SCRIPT, "utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(
        [sys.executable, path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=env,
        start_new_session=True,
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "forty\n"
            yield process
        finally:
            process.kill()


def children(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        with suppress(FileNotFoundError):  # a thread that ended meanwhile
            found += map(int, (task / "children").read_text("ascii").split())
    return found


def wait_for_the_end_of(pids: list[int]) -> None:
    """Wait until none of some processes is there; they are no children of this one."""
    for pid in pids:
        try:
            handle = os.pidfd_open(pid)
        except ProcessLookupError:
            continue
        ended, _, _ = select.select([handle], [], [], 20)
        os.close(handle)
        assert ended, f"process {pid} is still there"


def test_ctrl_c_ends_the_run_with_what_is_done(script: subprocess.Popen[str]) -> None:
    workers = children(script.pid)
    assert len(workers) == 2
    os.killpg(script.pid, signal.SIGINT)  # as a terminal does
    out, err = script.communicate(timeout=20)
    assert (out, err, script.returncode) == ("ended True talks\n", "", 0)
    wait_for_the_end_of(workers)


def test_processes_end_with_a_caller_that_is_killed(script: subprocess.Popen[str]) -> None:
    workers = children(script.pid)
    assert len(workers) == 2
    script.kill()
    wait_for_the_end_of(workers)
    assert script.communicate(timeout=20)[1] == ""
