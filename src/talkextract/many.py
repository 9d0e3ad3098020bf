"""Many articles: numbered, read one after the other, in threads or in processes, and given back in their order."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sized
from contextlib import closing
from itertools import islice
from typing import Any, Literal, NamedTuple, Protocol

from .articles import Article, ExtractFailure, Extraction, article_of, rows_of
from .errors import TalkextractError, UsageError, defect
from .progress import Bar
from .record import TalkRecord
from .workers import Processes, WorkerLostError, at_once, cores

__all__ = ["OnError", "check_workers", "extract_alone", "read_many"]

OnError = Literal["raise", "yield"]

# How many articles go to a process at a time: a tenth of a second of its work, against which its message costs little.
_CHUNK = 16


class _Item(NamedTuple):
    """An article of many; an empty one where `wrong` says that it is none."""

    position: int
    article: Article
    wrong: UsageError | None = None


_Result = tuple[_Item, Extraction | TalkextractError]
_Results = Generator[_Result, None, None]
# What a process gives for an article: the record as JSON, which costs less to make and to read than its pickle, and the
# warnings.
_Parcel = tuple[str, tuple[str, ...]] | TalkextractError


class Reader(Protocol):
    """What reads one article: the Extractor."""

    def run(
        self, text: str, *, id: str | None = None, published: str | None = None, url: str | None = None
    ) -> Extraction:
        """Read one article."""


def check_workers(workers: int | None) -> int:
    """The number of workers, one per core for None. Raises UsageError for what is no number of them."""
    if workers is None:
        return cores()
    if not isinstance(workers, int) or isinstance(workers, bool) or workers < 1:
        raise UsageError(f"workers must be a whole number of 1 or more, or None for one per core, not {workers!r}")
    return workers


def read_many(
    reader: Reader, articles: Iterable[Any], *, workers: int | None, on_error: OnError, progress: bool, waits: bool
) -> Iterator[Extraction | ExtractFailure]:
    """See `Extractor.run_many`; `waits` says that the reader mostly waits for others, so that threads serve it."""
    rows = rows_of(articles)
    count = check_workers(workers)
    if on_error not in ("raise", "yield"):
        raise UsageError(f"on_error must be 'raise' or 'yield', not {on_error!r}")
    items = _numbered(rows)

    def read(item: _Item) -> _Result:
        return item, item.wrong or extract_alone(reader, item.article)

    if count == 1:
        results: _Results = (read(item) for item in items)
    elif waits:
        results = at_once(read, items, count)
    else:
        results = _in_processes(reader, items, count)
    total = len(articles) if isinstance(articles, Sized) else None
    return _told(_with_bar(results, total) if progress else results, on_error)


def _numbered(rows: Iterator[object]) -> Iterator[_Item]:
    """The articles with their positions, or what is wrong with them; an id that another one brought is wrong."""
    seen: dict[str, int] = {}
    for i, row in enumerate(rows):
        try:
            a = article_of(row)
        except UsageError as e:
            yield _Item(i, Article(""), e)
            continue
        first = seen.setdefault(a.id, i) if isinstance(a.id, str) and a.id.strip() else i
        if first == i:
            yield _Item(i, a)
        else:
            yield _Item(i, a, UsageError(f"the id {a.id!r} is that of articles[{first}]; ids must be unique"))


def extract_alone(reader: Reader, a: Article) -> Extraction | TalkextractError:
    """What is read in one article, or what is wrong with it, or with us, in words."""
    try:
        return reader.run(a.text, id=a.id, published=a.published, url=a.url)
    except TalkextractError as e:
        return e
    except Exception as e:  # noqa: BLE001  one article never stops the others
        wrong = TalkextractError(defect(e))
        wrong.__cause__ = e
        return wrong


def _in_processes(reader: Reader, items: Iterator[_Item], workers: int) -> _Results:
    """The items with what was read in them, by processes that each have the reader."""
    processes = Processes(reader)

    def work(chunk: list[_Item]) -> list[_Result]:
        parcels = iter(_send(processes, [item.article for item in chunk if item.wrong is None]))
        return [(item, item.wrong or _unpack(next(parcels), item.article.text)) for item in chunk]

    with closing(at_once(work, _chunks(items), workers, processes.close)) as chunks:
        for results in chunks:
            yield from results


def _chunks(items: Iterator[_Item]) -> Iterator[list[_Item]]:
    """The items, some at a time; an error of theirs is raised when those before it are given."""
    wrong: list[Exception] = []

    def until_wrong() -> Iterator[_Item]:
        try:
            yield from items
        except Exception as e:  # noqa: BLE001  of the caller's own iterable; told in its turn
            wrong.append(e)

    source = until_wrong()
    while chunk := list(islice(source, _CHUNK)):
        yield chunk
    if wrong:
        raise wrong[0]


def _send(processes: Processes, articles: list[Article]) -> list[_Parcel]:
    """What a process reads in each of the articles; where it is lost, they go to others one by one, and the one that
    loses a process again is given up.
    """
    if not articles:
        return []
    try:
        return processes.call(_read_chunk, articles)
    except WorkerLostError:
        return [_send_alone(processes, a) for a in articles]


def _send_alone(processes: Processes, article: Article) -> _Parcel:
    try:
        return processes.call(_read_chunk, [article])[0]
    except WorkerLostError as e:
        return TalkextractError(
            f"{e} while it read this article, twice; mostly the memory is full: use fewer workers, or a shorter text"
        )


def _read_chunk(reader: Reader, articles: list[Article]) -> list[_Parcel]:
    """In a process: each article as it travels back."""
    read = (extract_alone(reader, a) for a in articles)
    return [x if isinstance(x, TalkextractError) else (x.record.model_dump_json(), x.warnings) for x in read]


def _unpack(parcel: _Parcel, text: str) -> Extraction | TalkextractError:
    if isinstance(parcel, TalkextractError):
        return parcel
    return Extraction(TalkRecord.model_validate_json(parcel[0]), text, parcel[1])


def _with_bar(results: _Results, total: int | None) -> _Results:
    """The results, counted by a bar."""
    bar = Bar(total)
    with closing(bar), closing(results):
        for item, done in results:
            gaps, errors = (len(done.record.gaps), 0) if isinstance(done, Extraction) else (0, 1)
            bar.add(1, gaps, errors)
            yield item, done


def _told(results: _Results, on_error: OnError) -> Iterator[Extraction | ExtractFailure]:
    """The results; what is wrong is raised, or given in its place, with its position."""
    with closing(results):
        for item, done in results:
            if isinstance(done, Extraction):
                yield done
            elif on_error == "yield":
                key = item.article.id
                yield ExtractFailure(key if isinstance(key, str) else None, item.position, str(done))
            else:
                raise type(done)(f"articles[{item.position}]: {done}") from done
