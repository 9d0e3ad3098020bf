"""`extract_batch` in Spark's `mapInArrow`: the records of one machine, whatever is killed."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark.errors import PythonException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import ArrayType, DateType, DoubleType, LongType, StringType, StructType

from engine_support import bytes_of, only, outside, table_of
from talkextract import Article, from_arrow, to_arrow
from talkextract.arrow import SCHEMA, extract_batch

Reader = Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]


@pytest.fixture(scope="module")
def schema(spark: SparkSession) -> StructType:
    """SCHEMA in Spark's words, as docs/engines.md makes it."""
    found = spark.createDataFrame(SCHEMA.empty_table()).schema
    assert isinstance(found, StructType)
    return found


def extracted(articles: DataFrame, schema: StructType) -> DataFrame:
    return articles.mapInArrow(lambda batches: map(extract_batch, batches), schema)


def test_the_schema_has_sparks_types_for_ours(schema: StructType) -> None:
    assert schema.names == SCHEMA.names
    talk, figures = schema["talk"].dataType, schema["figures"].dataType
    assert schema["talk"].nullable
    assert isinstance(talk, StructType)
    assert (talk["date"].dataType, talk["date_start"].dataType) == (StringType(), DateType())
    assert talk["round"].dataType == LongType()
    assert isinstance(talk["place"].dataType, StructType)
    assert isinstance(figures, ArrayType)
    assert isinstance(figures.elementType, StructType)
    assert figures.elementType["value"].dataType == DoubleType()
    assert schema["gaps"].dataType == ArrayType(StringType())


def test_the_corpus_gives_the_bytes_of_one_machine(
    spark: SparkSession, schema: StructType, articles: list[Article], expected: pa.Table, tmp_path: Path
) -> None:
    df = spark.createDataFrame(table_of(articles)).repartition(5)
    done = extracted(df, schema).toArrow().sort_by("id")
    assert bytes_of(done, tmp_path) == bytes_of(expected.sort_by("id"), tmp_path)
    assert outside() == []


def test_partitions_may_be_empty(
    spark: SparkSession, schema: StructType, articles: list[Article], expected: pa.Table, tmp_path: Path
) -> None:
    few = [a for a in articles[15:25] if a.id]
    df = spark.createDataFrame(table_of(few)).repartition(16, "id")
    done = extracted(df, schema).toArrow().sort_by("id")
    assert bytes_of(done, tmp_path) == bytes_of(only(expected, few).sort_by("id"), tmp_path)
    nothing = extracted(df.where("id = 'nobody'"), schema).toArrow()
    assert (nothing.num_rows, nothing.schema.equals(SCHEMA)) == (0, True)


def test_days_of_publication_may_be_dates(spark: SparkSession, schema: StructType) -> None:
    text = "Ngày 16/9, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào."
    df = spark.createDataFrame(
        [(1, text, date(2025, 9, 17)), (2, text, None)], "id: long, text: string, published: date"
    )
    done = extracted(df, schema).orderBy("id")
    days = done.select("id", "document.published", "document.published_day", "talk.date", "talk.date_start").collect()
    assert [tuple(row) for row in days] == [
        ("1", "2025-09-17", date(2025, 9, 17), "2025-09-16", date(2025, 9, 16)),
        ("2", None, None, "XXXX-09-16", None),
    ]


def test_what_spark_writes_are_records(
    spark: SparkSession, schema: StructType, articles: list[Article], expected: pa.Table, tmp_path: Path
) -> None:
    extracted(spark.createDataFrame(table_of(articles)).repartition(3), schema).write.parquet(str(tmp_path / "records"))
    written = pq.read_table(tmp_path / "records").sort_by("id")
    assert from_arrow(written) == from_arrow(expected.sort_by("id"))


def test_a_table_of_records_may_pass_through_spark(spark: SparkSession, expected: pa.Table, tmp_path: Path) -> None:
    there = to_arrow(from_arrow(expected))
    back = spark.createDataFrame(there).toArrow()
    assert bytes_of(back, tmp_path) == bytes_of(there, tmp_path)
    spark.createDataFrame(there).write.parquet(str(tmp_path / "there"))
    back = spark.read.parquet(str(tmp_path / "there")).toArrow().sort_by("id")
    assert bytes_of(back, tmp_path) == bytes_of(there.sort_by("id"), tmp_path)


def dying(folder: Path) -> Reader:
    """A reader that kills its process once a partition, by SIGKILL, when it has given out its second batch."""

    def read(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from pyspark import TaskContext

        context = TaskContext.get()
        assert context is not None
        mark = folder / str(context.partitionId())
        for i, batch in enumerate(batches):
            yield extract_batch(batch)
            if i == 1 and not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)

    return read


def test_killed_workers_lose_and_double_nothing(
    spark: SparkSession, schema: StructType, articles: list[Article], expected: pa.Table, tmp_path: Path
) -> None:
    df = spark.createDataFrame(table_of(articles)).repartition(3).persist()
    df.count()  # the partitions are made once: what is killed is the reading
    (tmp_path / "killed").mkdir()
    done = df.mapInArrow(dying(tmp_path / "killed"), schema).toArrow().sort_by("id")
    assert sorted(path.name for path in (tmp_path / "killed").iterdir()) == ["0", "1", "2"]
    assert done["id"].to_pylist() == sorted(a.id for a in articles if a.id)
    assert bytes_of(done, tmp_path) == bytes_of(expected.sort_by("id"), tmp_path)
    df.unpersist()


def test_killed_workers_leave_whole_files(
    spark: SparkSession, schema: StructType, articles: list[Article], expected: pa.Table, tmp_path: Path
) -> None:
    (tmp_path / "killed").mkdir()
    df = spark.createDataFrame(table_of(articles)).coalesce(1)
    df.mapInArrow(dying(tmp_path / "killed"), schema).write.parquet(str(tmp_path / "records"))
    assert [path.name for path in (tmp_path / "killed").iterdir()] == ["0"]
    written = pq.read_table(tmp_path / "records").sort_by("id")
    assert written["id"].to_pylist() == sorted(a.id for a in articles if a.id)
    assert from_arrow(written) == from_arrow(expected.sort_by("id"))


def test_what_is_wrong_is_told(spark: SparkSession, schema: StructType) -> None:
    df = spark.createDataFrame([("a", "Hai bên hội đàm.")], "id: string, body: string")
    with pytest.raises(PythonException, match="a batch of articles has one column 'text'; the columns of this one are"):
        extracted(df, schema).toArrow()
