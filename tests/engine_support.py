"""For the tests of engines: what they are started with, their processes, and tables whose bytes can be compared."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from ipaddress import ip_address
from pathlib import Path

import psutil
import pyarrow as pa
import pyarrow.compute as pc

from support import ROOT
from talkextract import Article, Extractor, from_arrow, to_arrow
from talkextract.arrow import SCHEMA, write_parquet

# 127.0.0.2, because Ray looks for an address of the network in place of 127.0.0.1.
HOST = "127.0.0.2"
# What the processes of the engines are given with: they import what the tests import, and speak to this machine only.
ENV = {
    "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")]),
    "PYSPARK_PYTHON": sys.executable,
    "SPARK_LOCAL_IP": HOST,
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_AUTH_MODE": "disabled",  # else a token is written into the home folder
}

_CRAWL = pa.schema(
    {
        "section": pa.dictionary(pa.int32(), pa.string()),
        "id": pa.large_string(),
        "text": pa.string(),
        "published": pa.dictionary(pa.int32(), pa.string()),
        "url": pa.string(),
    }
)


def table_of(articles: Sequence[Article]) -> pa.Table:
    """Articles as a crawl has them: with a column that is none of ours, and the types that files bring."""
    return pa.Table.from_pylist([{**asdict(a), "section": "thời sự"} for a in articles], _CRAWL)


def on_one_machine(articles: Sequence[Article]) -> pa.Table:
    """What `run_many` makes of them, with two workers."""
    return to_arrow(list(Extractor().run_many(articles, workers=2, on_error="yield")))


def only(table: pa.Table, articles: Sequence[Article]) -> pa.Table:
    """The rows of these articles."""
    return table.filter(pc.is_in(table["id"], pa.array([a.id for a in articles])))


def bytes_of(table: pa.Table, folder: Path) -> tuple[bytes, str]:
    """A table as Parquet, and its records as JSON Lines. The columns must be those of SCHEMA, in their order."""
    assert table.schema.equals(SCHEMA)
    path = folder / "table.parquet"
    write_parquet(table.to_batches(), path)
    return path.read_bytes(), "\n".join(record.model_dump_json() for record in from_arrow(table))


def outside() -> list[str]:
    """The connections of this process, and of those it started, that do not end on this machine."""
    here = psutil.Process()
    found: list[str] = []
    for process in [here, *here.children(recursive=True)]:
        with suppress(psutil.NoSuchProcess):
            ends = [s.raddr.ip.removeprefix("::ffff:") for s in process.net_connections("inet") if s.raddr]
            found += [f"{process.name()}: {end}" for end in ends if not ip_address(end).is_loopback]
    return found


def marked(mark: str) -> list[psutil.Process]:
    """The processes that were started with a variable of this name in their environment."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):  # ended, or somebody else's
            if mark in process.environ():
                found.append(process)
    return found
