"""From an empty folder and the wheel: install, one article, a corpus as a DataFrame, the report, with the time of each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support import SEEDS
from user.conftest import WHEEL

CORPUS = """
import sys
from pathlib import Path
from talkextract import Article, Extractor, to_frames
articles = [Article(p.read_bytes().decode(), id=p.stem) for p in sorted(Path("articles").glob("*.txt"))]
frames = to_frames(Extractor().extract_many(articles))
talks = frames["talks"]
print(talks.loc[talks["item"] == "talk", "date"].tolist())
"""
TIMES: dict[str, float] = {}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder with articles, and an environment that has the wheel and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("user")
    (folder / "articles").mkdir()
    for path in SEEDS.glob("*.txt"):
        (folder / "articles" / path.name).write_bytes(path.read_bytes())
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    return folder


def step(here: Path, name: str, *command: str) -> str:
    """Run one step of the path as a user would, and note how long it took."""
    start = time.perf_counter()
    done = subprocess.run(
        [str(here / "env" / "bin" / command[0]), *command[1:]], cwd=here, capture_output=True, text=True, check=False,
        env={"PATH": os.environ["PATH"], "HOME": str(here), "LANG": "C.UTF-8"},
    )  # fmt: skip
    TIMES[name] = time.perf_counter() - start
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_path(here: Path) -> None:
    step(here, "install", "pip", "install", "--quiet", "--disable-pip-version-check", f"{WHEEL}[tables]")
    assert "WRONG" not in step(here, "doctor", "talkextract", "doctor")
    (seed,) = (here / "articles").glob("001*")
    record = json.loads(step(here, "one article", "talkextract", "extract", str(seed)))
    assert record["talk"]["round"] == 13
    dates = step(here, "a corpus as a DataFrame", "python", "-c", CORPUS)
    assert dates.strip() == str(["2022-11-24/2022-11-26", "2025-09-16", "2022-07-22", "2021-12-11", "2020-11-10"])
    step(here, "records of a folder", "talkextract", "extract", "articles", "-o", "records.jsonl")
    step(here, "a table of DuckDB", "talkextract", "export", "records.jsonl", "-o", "records.duckdb")
    step(here, "the report", "talkextract", "report", "records.jsonl", "--texts", "articles", "-o", "report.html")
    assert "Vừ A Khua" in (here / "report.html").read_text("utf-8")
    step(here, "events", "talkextract", "cluster", "records.jsonl", "-o", "events.jsonl")
    assert len((here / "events.jsonl").read_text("utf-8").splitlines()) == 5
    print("\n" + "\n".join(f"{name:26}{seconds:6.1f} s" for name, seconds in TIMES.items()))


def test_nothing_of_the_checkout_was_used(here: Path) -> None:
    where = step(here, "where", "python", "-c", "import talkextract; print(talkextract.__file__)")
    assert where.startswith(str(here / "env"))


def test_what_an_extra_would_bring_is_told(here: Path) -> None:
    """Pages need an extra that this user has not installed: the message names it."""
    (here / "page.html").write_text("<p>Hội đàm</p>", "utf-8")
    done = subprocess.run(
        [str(here / "env" / "bin" / "talkextract"), "extract", "page.html"],
        cwd=here,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "talkextract[html]" in done.stderr
