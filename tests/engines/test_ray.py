"""`talkextract.ray` on a real cluster: the records of one machine, whatever is killed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import ray.data
from ray.exceptions import RayError

from engine_support import bytes_of, on_one_machine, only, outside, table_of
from support import ROOT
from talkextract import Article, RuleError, UsageError, from_arrow, to_arrow
from talkextract.ray import extract_dataset

HEADER = (ROOT / "rules" / "regions.csv").read_text("utf-8").splitlines()[0]  # a table that adds nothing

pytestmark = pytest.mark.usefixtures("cluster")


def table(ds: ray.data.Dataset) -> pa.Table:
    """What a dataset holds, in the order in which it comes."""
    return pa.concat_tables(list(ds.iter_batches(batch_format="pyarrow", batch_size=None)))


@pytest.fixture
def in_order() -> Iterator[None]:
    options = ray.data.DataContext.get_current().execution_options
    options.preserve_order = True
    yield
    options.preserve_order = False


def test_the_corpus_gives_the_bytes_of_one_machine(
    articles: list[Article], expected: pa.Table, in_order: None, tmp_path: Path
) -> None:
    ds = ray.data.from_arrow(table_of(articles)).repartition(7)
    assert bytes_of(table(extract_dataset(ds, workers=2)), tmp_path) == bytes_of(expected, tmp_path)
    assert outside() == []


def test_rows_come_in_any_order_and_from_blocks_that_are_empty(
    articles: list[Article], expected: pa.Table, tmp_path: Path
) -> None:
    few = articles[15:25]
    wanted = {a.id for a in few}
    ds = ray.data.from_arrow(table_of(articles)).repartition(12).filter(lambda row: row["id"] in wanted)
    done = table(extract_dataset(ds)).sort_by("id")
    assert bytes_of(done, tmp_path) == bytes_of(only(expected, few).sort_by("id"), tmp_path)
    assert [row["id"] for row in done.select(["id", "error"]).to_pylist() if row["error"]] == ["no text"]


def test_what_ray_writes_are_records(
    articles: list[Article], expected: pa.Table, in_order: None, tmp_path: Path
) -> None:
    few = articles[:6]
    ds = extract_dataset(ray.data.from_arrow(table_of(few)), keep_text=True)
    ds.write_parquet(str(tmp_path / "records"))
    written = pq.read_table(tmp_path / "records")
    assert from_arrow(written) == from_arrow(only(expected, few))
    assert written["text"].to_pylist() == [a.text for a in few]


def test_no_articles_are_no_records() -> None:
    nothing = ray.data.from_items([{"text": "Hai bên hội đàm."}]).filter(lambda row: not row["text"])
    assert extract_dataset(nothing).count() == 0


def many(deadly: dict[int, str]) -> list[Article]:
    """Articles for three calls a block, with these texts at these places."""
    text = "Ngày 16/9/2025, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào."
    return [Article(deadly.get(i, f"{text} Lần thứ {i + 1}."), f"{i:04}") for i in range(1400)]


def mortal(articles: list[Article], rules: Path) -> ray.data.Dataset:
    """A dataset of two blocks for actors that articles can kill (see conftest.py)."""
    rules.mkdir()
    (rules / "regions.csv").write_text(HEADER, "utf-8")
    return extract_dataset(ray.data.from_arrow(table_of(articles)).repartition(2), rules=rules, workers=2)


def test_actors_killed_in_the_middle_of_a_block_lose_and_double_nothing(in_order: None, tmp_path: Path) -> None:
    marks = [tmp_path / "first", tmp_path / "second"]
    articles = many({400: f"die once: {marks[0]}", 1300: f"die once: {marks[1]}"})
    done = table(mortal(articles, tmp_path / "rules"))
    assert all(mark.exists() for mark in marks)  # an actor left it just before it was killed by SIGKILL
    assert done["id"].to_pylist() == [a.id for a in articles]
    assert bytes_of(done, tmp_path) == bytes_of(on_one_machine(articles), tmp_path)


def test_an_article_that_kills_every_actor_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(RayError):
        table(mortal(many({400: "die"}), tmp_path / "rules"))


def test_rules_of_ones_own_reach_the_actors(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text(
        """
[[rule]]
id      = 'topics.trade.market'
field   = 'topics'
needs   = ['chợ phiên']
pattern = '(?i:chợ phiên)(?! xuân)'
label   = 'trade'
source  = 'an example'
example = ['mở lại các <m>chợ phiên</m>', '<m>chợ phiên</m> hai bên sông']
counter = ['chợ phiên xuân']
""",
        "utf-8",
    )
    text = "Ngày 16/9, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào về chợ phiên biên giới."
    ds = ray.data.from_items([{"id": "a", "text": text}])
    (record,) = from_arrow(table(extract_dataset(ds, rules=tmp_path)))
    assert [topic.topic for topic in record.topics] == ["trade"]
    (without,) = from_arrow(table(extract_dataset(ds)))
    assert without.topics == ()


def test_what_is_wrong_is_told() -> None:
    ds = ray.data.from_items([{"id": "a", "body": "Hai bên hội đàm."}])
    with pytest.raises(UsageError, match=r"ds must be a ray\.data\.Dataset, not list; make one with"):
        extract_dataset([{"text": "Hai bên hội đàm."}])
    with pytest.raises(UsageError, match="workers must be a whole number of 1 or more"):
        extract_dataset(ds, workers=0)
    with pytest.raises(RuleError, match="no such folder of rules"):
        extract_dataset(ds, rules="nowhere")
    with pytest.raises(RayError, match="a batch of articles has one column 'text'; the columns of this one are"):
        table(extract_dataset(ds))


def test_no_statistics_are_sent() -> None:
    from ray._common.usage.usage_lib import usage_stats_enabled

    assert not usage_stats_enabled()


def test_a_table_of_records_may_pass_through_ray(
    articles: list[Article], expected: pa.Table, in_order: None, tmp_path: Path
) -> None:
    records = from_arrow(only(expected, articles[:10]))
    passed = table(
        ray.data.from_arrow(to_arrow(records)).repartition(3).map_batches(lambda t: t, batch_format="pyarrow")
    )
    assert bytes_of(passed, tmp_path) == bytes_of(to_arrow(records), tmp_path)
