"""Articles in a dataset of Ray Data, read by as many machines as its cluster has.

    records = extract_dataset(ray.data.read_parquet("archive/"))
    records.write_parquet("records/")

Ray comes with the extra `ray`, and must be installed, as this library, on every machine of the cluster.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .errors import UsageError
from .many import check_workers
from .pipeline import Extractor

try:  # not by `extras.load`, which gives no types
    import pyarrow as pa
    import ray.data
except ImportError as e:
    raise UsageError("this needs Ray Data, which is not installed: pip install 'talkextract[ray]'") from e

from .arrow import SCHEMA, extract_batch

__all__ = ["extract_dataset"]

# Rows of a batch: a second or two of work, against which a call costs little, and few enough for a worker's memory.
_ROWS = 256
# How often the blocks of a lost worker are given to another. Ray's own number has no end, nor would have a run with an
# article that costs every worker its life.
_RETRIES = 3


def extract_dataset(
    ds: ray.data.Dataset,
    *,
    rules: str | Path | Iterable[str | Path] = (),
    keep_text: bool = False,
    workers: int | None = None,
) -> ray.data.Dataset:
    """The records of a dataset of articles, as a dataset of the schema `talkextract.arrow.SCHEMA`: a row an article.

    `ds` has the columns that `extract_batch` takes, and rows come out as it gives them: what cannot be read is a row
    with an `error` and stops nothing. Rows come in the order of the blocks that are done first, unless
    `execution_options.preserve_order` of Ray's `DataContext` is set; the ids tell them apart, so each should be there
    once. As all of Ray Data it is lazy: nothing is read before the result is written or iterated over.

    `rules` are folders as of `Extractor`, which every machine must have at the same path; `keep_text` fills the column
    `text`. `workers` is how many actors may read at once, each on one core with an extractor that it keeps; Ray starts
    with one and adds to them while the cluster has cores, with None up to its last. The blocks of a worker that is lost
    are read by another, three times at most; after that the run ends with Ray's error.

    Raises UsageError where `ds` is no dataset or `workers` no number, RuleError where a rule is wrong. A dataset
    without a column `text` is found when it is read, and told within Ray's error.
    """
    if not isinstance(ds, ray.data.Dataset):
        raise UsageError(
            f"ds must be a ray.data.Dataset, not {type(ds).__name__}; make one with ray.data.read_parquet, from_arrow …"
        )
    folders = (rules,) if isinstance(rules, str | Path) else tuple(rules)
    if folders:
        Extractor(rules=folders)  # a wrong rule is better told here than by an actor that dies
    most = None if workers is None else check_workers(workers)
    return ds.map_batches(
        _Reader,
        fn_constructor_kwargs={"rules": folders, "keep_text": keep_text},
        batch_format="pyarrow",
        batch_size=_ROWS,
        # From one on: a pool that held all cores from the start would leave none to what makes the articles.
        compute=ray.data.ActorPoolStrategy(min_size=1, max_size=most),
        udf_modifying_row_count=False,
        max_task_retries=_RETRIES,
    )


class _Reader:
    """An actor; the extractor of its process is kept by `extract_batch`."""

    def __init__(self, rules: tuple[str | Path, ...], keep_text: bool) -> None:
        self._rules, self._keep_text = rules, keep_text

    def __call__(self, articles: pa.Table) -> pa.Table:
        """A table of articles → a table of `SCHEMA`; of no rows, which may have no columns in Ray, one of no rows."""
        batches = [extract_batch(b, rules=self._rules, keep_text=self._keep_text) for b in articles.to_batches()]
        return pa.Table.from_batches(batches, SCHEMA)
