"""A real cluster of Ray and a real Spark on this machine, both with two cores, started and stopped by the tests.

`make test-engines` installs both and says so by TALKEXTRACT_ENGINES; without that nothing of this folder is collected.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support import even_articles, odd_articles, seeds
from talkextract import Article

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import SparkSession

ENGINES = os.environ.get("TALKEXTRACT_ENGINES")
collect_ignore_glob = [] if ENGINES else ["test_*.py"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:  # the engines' own warnings are not ours to mend
            item.add_marker(pytest.mark.filterwarnings("default"))


@pytest.fixture(scope="session")
def env() -> Iterator[None]:
    from engine_support import ENV

    with pytest.MonkeyPatch.context() as patch:
        for name, value in ENV.items():
            patch.setenv(name, value)
        yield


@pytest.fixture(scope="session")
def cluster(env: None) -> Iterator[None]:
    """Ray, for `ray.data` to use. Where an actor is given rules of its own, articles can kill it (see dying.py)."""
    import ray
    import ray.data

    from engine_support import HOST

    def make_mortal() -> None:
        from dying import Dying
        from talkextract import arrow

        real = arrow._extractor
        mortal = cache(lambda rules: Dying(rules=rules))
        arrow._extractor = lambda rules: (mortal if rules else real)(rules)

    folder = tempfile.mkdtemp(prefix="ray", dir="/tmp")  # paths of sockets must be short
    ray.init(
        num_cpus=2, include_dashboard=False, object_store_memory=300_000_000, log_to_driver=False,
        runtime_env={"worker_process_setup_hook": make_mortal}, _node_ip_address=HOST, _temp_dir=folder,
    )  # fmt: skip
    ray.data.DataContext.get_current().enable_progress_bars = False
    yield
    ray.shutdown()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def spark(env: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    """Spark in this machine's two cores, that tries a task four times, with batches of few rows."""
    from pyspark.sql import SparkSession

    from engine_support import HOST

    found = (
        SparkSession.builder.master("local[2,4]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", HOST)
        .config("spark.driver.bindAddress", HOST)
        .config("spark.local.dir", str(tmp_path_factory.mktemp("spark")))
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "4")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    found.sparkContext.setLogLevel("OFF")
    yield found
    found.stop()


@pytest.fixture(scope="session")
def articles() -> list[Article]:
    """The corpus of the tests, and two articles that cannot be read."""
    read = [
        Article(c.text, c.id, c.published, f"https://bao.example/{c.id}")
        for c in [*seeds(), *odd_articles(), *even_articles()]
    ]
    return [*read[:20], Article(None, "no text"), *read[20:], Article("Hai bên hội đàm.", "no day", "hôm nay")]  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def expected(articles: list[Article]) -> pa.Table:
    """What one machine makes of the corpus."""
    from engine_support import on_one_machine

    return on_one_machine(articles)
