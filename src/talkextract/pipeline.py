"""The pipeline: text → view → mentions → page → record."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from .assemble.build import build_record
from .assemble.context import ACTS, Context, group_mentions
from .document import CONTENT, read_page
from .edtf import iso_day
from .entities import Entity, mentions_of
from .errors import UsageError
from .match import NOWHERE, Matcher, match
from .mention import ANY_TEXT
from .offsets import View
from .record import TalkRecord
from .rules import load_rules
from .tables import Tables

if TYPE_CHECKING:
    from .fill.protocol import LLM
    from .fill.report import FillReport

__all__ = ["Article", "Extraction", "Extractor", "at_once", "extract"]

_FOREIGN = "the text is not Vietnamese: the record is empty"


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
    was asked and gave (None without one).
    """

    record: TalkRecord
    text: str
    warnings: tuple[str, ...] = ()
    fill: FillReport | None = None

    def _repr_html_(self) -> str:
        """The article with its marks, beside the record, in a notebook."""
        from .display.view import article  # only a notebook asks

        return article(self.record, self.text, self.warnings)


class Extractor:
    """The rules and tables, loaded once, for any number of articles; safe to share between threads.

    `rules` names folders of the user's own rules and tables, which overlay the shipped ones by id. `llm` is a language
    model (`HttpLLM`, or any object of the protocol `LLM`) that is asked for what a record lacks, and only for that;
    what it gives is marked `llm:<model>` (`TalkRecord.without_llm` drops it). `complete` names list fields that it may
    add to ("people", "agreements", "figures", "topics", "dates"); with `votes=2` it is asked twice, and what agrees is
    kept. Raises RuleError where a rule or table is wrong, UsageError where `llm`, `complete` or `votes` is.
    """

    def __init__(
        self, *, rules: str | Path | Iterable[str | Path] = (), llm: LLM | None = None, complete: Iterable[str] = (),
        votes: int = 1,
    ) -> None:  # fmt: skip
        folders = (rules,) if isinstance(rules, str | Path) else tuple(rules)
        self._rules = load_rules(folders)
        self._matcher = Matcher([r for r in self._rules.rules if r.field not in (ACTS, ANY_TEXT)])
        self._acts = Matcher([r for r in self._rules.rules if r.field == ACTS])
        self._tables = Tables(self._rules.folders)
        self._llm, self._votes = llm, votes
        self._complete = (complete,) if isinstance(complete, str) else tuple(complete)
        if llm is not None or self._complete or votes != 1:
            self._check_llm()

    def _check_llm(self) -> None:
        """Refuse what is no model, no list field or no number of votes. Raises UsageError."""
        from .fill import check_complete  # without a model nothing of the fill is loaded

        llm = self._llm
        if llm is None:
            raise UsageError("complete and votes are for a language model; pass llm=…")
        named = all(hasattr(llm, name) for name in ("model", "context", "complete"))
        if not named or not isinstance(llm.model, str) or not llm.model or not isinstance(llm.context, int):
            raise UsageError(
                f"llm must have a model (str), a context (int) and complete(request), which {type(llm).__name__} "
                f"has not"
            )
        if self._votes not in (1, 2):
            raise UsageError(f"votes must be 1 or 2, not {self._votes!r}")
        self._complete = check_complete(self._complete)

    def run(
        self,
        text: str,
        *,
        id: str | None = None,
        published: str | None = None,
        url: str | None = None,
        entities: Sequence[Entity] = (),
    ) -> Extraction:
        """Read one article; see `extract` for the arguments and errors.

        `entities` are persons and organisations that somebody else found in the text. Where the rules found nothing of
        them they are judged as if they had, and their evidence names their own source.
        """
        _check(text, id=id, published=published, url=url)
        view = View(text)
        sites = self._matcher.sites(view) if view.is_vietnamese else NOWHERE
        signs = match(view, sites.of["page"], sites.ends)
        page = read_page(view, signs)
        mentions = match(view, sites.inside("content", page.stretches(CONTENT)), sites.ends)
        if entities:
            offered = mentions_of(view, page, entities, mentions)
            mentions = sorted([*mentions, *offered], key=lambda m: m.start)
        context = Context(view, page, self._tables, *group_mentions(page, signs, mentions), sites, self._acts)
        record, warnings = build_record(context, id=id, published=published, url=url)
        if entities:
            record = _with_own_sources(record)
        report = None
        if self._llm is not None:
            from .fill import fill

            record, report = fill(
                context, record, self._llm, complete=self._complete, votes=self._votes, published=published
            )
        return Extraction(record, text, warnings if view.is_vietnamese else (_FOREIGN,), report)

    def extract(
        self, text: str, *, id: str | None = None, published: str | None = None, url: str | None = None
    ) -> TalkRecord:
        """The record of one article; see the function `extract`."""
        return self.run(text, id=id, published=published, url=url).record

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """The ids of all rules, in their order."""
        return tuple(rule.id for rule in self._rules.rules)

    def fired(self, text: str) -> list[str]:
        """The id of the rule of every mention in a text, whether the record takes it up or not."""
        view = View(text)
        return [m.rule for matcher in (self._matcher, self._acts) for m in matcher.match(view)]

    def extract_many(self, articles: Iterable[Article | str], *, workers: int = 1) -> Iterator[TalkRecord]:
        """The records of `articles`, lazily, in their order; see `run_many`."""
        return (done.record for done in self.run_many(articles, workers=workers))

    def run_many(self, articles: Iterable[Article | str], *, workers: int = 1) -> Iterator[Extraction]:
        """The extractions of `articles`, lazily, in their order.

        `workers` articles are read at once, in threads, which pays where a language model is waited for; no more than
        twice as many are taken from `articles` ahead of what was given.

        Raises UsageError at once where `articles` is no iterable of articles (one text is none) or `workers` no number
        of 1 or more; in its turn, naming the position, where an item is no article, is one that `extract` refuses, or
        brings an id that another one brought. The first error ends the run: records given before it stand, nothing is
        read after it. To go on after what cannot be read, call `extract` for each.
        """
        if isinstance(articles, str | Article) or not isinstance(articles, Iterable):
            kind = type(articles).__name__
            raise UsageError(f"articles must be an iterable of Article or str, not {kind}; put one article in a list")
        if not isinstance(workers, int) or isinstance(workers, bool) or workers < 1:
            raise UsageError(f"workers must be a whole number of 1 or more, not {workers!r}")
        checked = _checked(articles)
        return map(self._one, checked) if workers == 1 else at_once(self._one, checked, workers)

    def _one(self, item: _Item) -> Extraction:
        """One article of many. Raises UsageError with its position."""
        i, a, repeated = item
        try:
            done = self.run(a.text, id=a.id, published=a.published, url=a.url)
        except UsageError as e:
            raise UsageError(f"articles[{i}]: {e}") from e
        if repeated is not None:
            raise UsageError(f"articles[{i}]: the id {a.id!r} is that of articles[{repeated}]; ids must be unique")
        return done


def at_once(work: Callable[[_In], _Out], items: Iterator[_In], workers: int) -> Iterator[_Out]:
    """What `work` makes of each item, in their order, `workers` of them at a time in threads.

    No more than twice as many items are taken ahead of what was given. The first error of an item, or of `items`, is
    raised in its turn, and nothing is given after it.
    """
    waiting: deque[Future[_Out]] = deque()
    pool = ThreadPoolExecutor(workers, thread_name_prefix="talkextract")
    wrong: Exception | None = None
    more = True
    try:
        while True:
            while more and len(waiting) < 2 * workers:
                try:
                    waiting.append(pool.submit(work, next(items)))
                except StopIteration:
                    more = False
                except Exception as e:  # noqa: BLE001  of the caller's own iterable; told in its turn
                    wrong, more = e, False
            if not waiting:
                break
            yield waiting.popleft().result()
        if wrong is not None:
            raise wrong
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_In = TypeVar("_In")
_Out = TypeVar("_Out")
# An article of many: its position, itself, and the position of another one that brought its id.
_Item = tuple[int, Article, int | None]


def _checked(articles: Iterable[Article | str]) -> Iterator[_Item]:
    """The articles with their positions. Raises UsageError where an item is none."""
    seen: dict[str, int] = {}
    for i, article in enumerate(articles):
        if not isinstance(article, Article | str):
            raise UsageError(f"articles[{i}] must be an Article or a str, not {type(article).__name__}")
        a = Article(article) if isinstance(article, str) else article
        first = i
        if isinstance(a.id, str) and a.id.strip():
            first = seen.setdefault(a.id, i)
        yield i, a, None if first == i else first


def _check(text: object, *, id: object, published: object, url: object) -> None:
    """Refuse what is no article: see `extract`."""
    if not isinstance(text, str):
        raise UsageError(f"text must be a str, not {type(text).__name__}; decode bytes first (UTF-8)")
    for name, value in (("id", id), ("published", published), ("url", url)):
        if value is not None and not (isinstance(value, str) and value.strip()):
            raise UsageError(f"{name} must be a text that is not blank, or None, not {value!r}")
    if isinstance(published, str) and iso_day(published) is None:
        raise UsageError(f"published must be an ISO 8601 date or date-time such as 2025-09-17, not {published!r}")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as e:
        raise UsageError(
            f"text holds half a character (a lone surrogate) at offset {e.start}, which no file can hold; decode the "
            "article with errors='replace'"
        ) from e


def _with_own_sources(record: TalkRecord) -> TalkRecord:
    """The record with the evidence of entities under their own source, not as that of a rule."""
    found = record.model_dump_json().replace('"source":"rule:spacy:', '"source":"spacy:')
    return TalkRecord.model_validate_json(found)


@cache
def _default() -> Extractor:
    """The extractor with the shipped rules, made on first use."""
    return Extractor()


def extract(text: str, *, id: str | None = None, published: str | None = None, url: str | None = None) -> TalkRecord:
    """Turn one article into a typed, grounded record.

    `text` is the article, with or without its page furniture; `id` names it (else the first 16 hex digits of the
    SHA-256 of the normalised text); `published` is the day (or date-time) of publication in ISO 8601, if the caller
    knows it; `url` is kept as given. A text that is blank, foreign or reports no talk gives a record without a talk.

    Raises UsageError where `text` is no string or holds lone surrogates, where `id`, `published` or `url` is no string
    or blank, and where `published` is no ISO 8601 date.
    """
    return _default().extract(text, id=id, published=published, url=url)
