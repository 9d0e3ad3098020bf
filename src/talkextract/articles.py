"""What goes into an extraction and what comes out of it: articles, the rows that hold them, results and failures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from numbers import Integral
from typing import TYPE_CHECKING, Any

from .errors import UsageError
from .record import TalkRecord

if TYPE_CHECKING:
    from .fill.report import FillReport

__all__ = ["COLUMNS", "Article", "ExtractFailure", "Extraction", "article_of", "rows_of"]

COLUMNS = ("id", "text", "published", "url")


@dataclass(frozen=True)
class Article:
    """One article to be read. `published` is an ISO 8601 date or date-time; `id` names the record."""

    text: str
    id: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Extraction:
    """What a run gives: the record, the text that its offsets refer to, warnings in words, and what a language model
    was asked and gave (None without one). A rule of the user's own that took too long and was stopped is a warning.
    """

    record: TalkRecord
    text: str
    warnings: tuple[str, ...] = ()
    fill: FillReport | None = None

    def _repr_html_(self) -> str:
        """The article with its marks, beside the record, in a notebook."""
        from .display.view import article  # only a notebook asks

        return article(self.record, self.text, self.warnings)


@dataclass(frozen=True)
class ExtractFailure:
    """An article of many that gave no record.

    `id` is the one that it brought (None: none, or none that is a text), `position` its place among the articles, from
    0, `reason` what was wrong, in words; the text of the article is not in it.
    """

    id: str | None
    position: int
    reason: str


def rows_of(articles: Any) -> Iterator[object]:
    """The items of `articles`; of a DataFrame (pandas, polars) or an Arrow table its rows.

    Raises UsageError where it is no iterable of articles: one text is none, nor is one dict.
    """
    one = isinstance(articles, str | bytes | Article | Mapping)
    if one or not (isinstance(articles, Iterable) or hasattr(articles, "to_batches")):
        raise UsageError(
            "articles must be an iterable of Article, str or rows, or a DataFrame, not "
            f"{type(articles).__name__}; put one article in a list"
        )
    rows: Any = articles
    if hasattr(articles, "itertuples"):  # pandas: to iterate over a frame itself gives the names of its columns
        rows = articles.itertuples(index=False)
    elif hasattr(articles, "iter_rows"):  # polars
        rows = articles.iter_rows(named=True)
    elif hasattr(articles, "to_batches"):  # pyarrow
        rows = (row for batch in articles.to_batches() for row in batch.to_pylist())
    return iter(rows)


def article_of(item: Any) -> Article:
    """The article that an item is: an Article, a text, or a row with the columns of `COLUMNS`, of which only `text`
    must be there, and others that are let be.

    A row is a mapping, a named tuple, a pandas Series, or a pair of an index and one. In a row a missing value
    is None, NaN, NaT or NA; a whole number may be an id (a float too, as pandas makes of whole numbers where one is
    missing, up to 2**53), a date or datetime a day of publication. Raises UsageError where it is none of these.
    """
    if isinstance(item, Article):
        return item
    if isinstance(item, str):
        return Article(item)
    row = item[1] if isinstance(item, tuple) and len(item) == 2 and hasattr(item[1], "to_dict") else item
    if hasattr(row, "_asdict"):
        row = row._asdict()
    elif hasattr(row, "to_dict"):
        row = row.to_dict()
    if not isinstance(row, Mapping):
        raise UsageError(
            f"an article is an Article, a str, or a row with names for its values ({', '.join(COLUMNS)}), not "
            f"{type(item).__name__}"
        )
    if "text" not in row:
        raise UsageError(f"the row has no 'text', but {', '.join(map(repr, row)) or 'nothing'}")
    values: dict[str, Any] = {name: _cell(row.get(name)) for name in COLUMNS}
    key, published = values["id"], values["published"]
    if not isinstance(key, bool) and isinstance(key, Integral):
        values["id"] = str(key)
    elif isinstance(key, float) and key.is_integer() and abs(key) < 2**53:
        values["id"] = str(int(key))
    if isinstance(published, date):
        values["published"] = _day(published)
    return Article(**values)


def _cell(value: Any) -> object:
    """A value of a row; None where the library that made the row has a mark of its own for nothing."""
    missing = type(value).__name__ in ("NaTType", "NAType") or (isinstance(value, float) and value != value)
    return None if missing else value


def _day(value: date) -> str:
    """A date, or a datetime that is no midnight, in ISO 8601."""
    if not isinstance(value, datetime):
        return value.isoformat()
    midnight = value.tzinfo is None and (value.hour, value.minute) == (0, 0)
    return value.date().isoformat() if midnight else value.isoformat(timespec="minutes")
