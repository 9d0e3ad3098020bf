"""The pipeline: text → view → mentions → page → record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from .articles import Article, ExtractFailure, Extraction
from .assemble.build import build_record
from .assemble.context import ACTS, Context, group_mentions
from .document import CONTENT, read_page
from .edtf import iso_day
from .entities import Entity, mentions_of
from .errors import UsageError
from .limits import watching
from .match import NOWHERE, Matcher, match
from .mention import ANY_TEXT
from .offsets import View
from .record import TalkRecord
from .rules import load_rules
from .tables import Tables

if TYPE_CHECKING:
    from .fill.protocol import LLM
    from .many import OnError

__all__ = ["Article", "ExtractFailure", "Extraction", "Extractor", "extract"]

_FOREIGN = "the text is not Vietnamese: the record is empty"


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
        self._tables = Tables(self._rules.folders)
        self._prepare()
        self._llm, self._votes = llm, votes
        self._complete = (complete,) if isinstance(complete, str) else tuple(complete)
        if llm is not None or self._complete or votes != 1:
            self._check_llm()

    def _prepare(self) -> None:
        """Make ready what is made of the rules."""
        self._has_own_rules = any(rule.is_own for rule in self._rules.rules)
        self._matcher = Matcher([r for r in self._rules.rules if r.field not in (ACTS, ANY_TEXT)])
        self._acts = Matcher([r for r in self._rules.rules if r.field == ACTS])

    def __getstate__(self) -> dict[str, Any]:
        """What goes to another process: the rules and tables as they were read, with the patterns that are compiled by
        now. To compile all takes six seconds, to send them none.
        """
        return {name: value for name, value in self.__dict__.items() if name not in ("_matcher", "_acts")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Make ready in another process."""
        self.__dict__.update(state)
        self._prepare()

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
        if not self._has_own_rules:
            return self._read(text, id, published, url, entities)
        with watching(len(text)) as stopped:
            done = self._read(text, id, published, url, entities)
        return replace(done, warnings=(*done.warnings, *stopped)) if stopped else done

    def _read(
        self, text: str, id: str | None, published: str | None, url: str | None, entities: Sequence[Entity]
    ) -> Extraction:
        """As `run`, for what was checked."""
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

    @property
    def rules_hash(self) -> str:
        """The SHA-256 of all rules and tables, in hex digits."""
        return self._rules.digest

    def fired(self, text: str) -> list[str]:
        """The id of the rule of every mention in a text, whether the record takes it up or not."""
        view = View(text)
        return [m.rule for matcher in (self._matcher, self._acts) for m in matcher.match(view)]

    @overload
    def extract_many(
        self, articles: Iterable[Any], *, workers: int | None = 1, on_error: Literal["raise"] = "raise",
        progress: bool = False,
    ) -> Iterator[TalkRecord]: ...  # fmt: skip

    @overload
    def extract_many(
        self, articles: Iterable[Any], *, workers: int | None = 1, on_error: Literal["yield"], progress: bool = False
    ) -> Iterator[TalkRecord | ExtractFailure]: ...

    def extract_many(
        self, articles: Iterable[Any], *, workers: int | None = 1, on_error: OnError = "raise", progress: bool = False
    ) -> Iterator[TalkRecord | ExtractFailure]:
        """The records of `articles`, lazily, in their order; see `run_many`."""
        done = self._many(articles, workers, on_error, progress)
        return (one if isinstance(one, ExtractFailure) else one.record for one in done)

    @overload
    def run_many(
        self, articles: Iterable[Any], *, workers: int | None = 1, on_error: Literal["raise"] = "raise",
        progress: bool = False,
    ) -> Iterator[Extraction]: ...  # fmt: skip

    @overload
    def run_many(
        self, articles: Iterable[Any], *, workers: int | None = 1, on_error: Literal["yield"], progress: bool = False
    ) -> Iterator[Extraction | ExtractFailure]: ...

    def run_many(
        self, articles: Iterable[Any], *, workers: int | None = 1, on_error: OnError = "raise", progress: bool = False
    ) -> Iterator[Extraction | ExtractFailure]:
        """The extractions of `articles`, lazily, in their order.

        An article is an `Article`, a text, or a row with the values `text` and, where it has them, `id`, `published`
        and `url`: a dict, a named tuple, a row of a DataFrame. `articles` may be a DataFrame itself.

        `workers` articles are read at once (None: one per core that this process may use): in processes of their own,
        or, where a language model is waited for, in threads. Some are taken from `articles` ahead of what was given, at
        most 32 a process or 2 a thread. A process takes half a second to start, and gets what of the rules is compiled
        by then. One that is killed loses nothing: its articles are read again by another, and an article that costs a
        second one its life is wrong. No process outlives the run, or the program.

        `progress` shows a bar with the rate, the gaps and the errors.

        What is no article, is one that `extract` refuses, or brings an id that another one brought, is wrong. With
        `on_error="raise"` the first such article ends the run, in its turn, with an error that names its position:
        records given before it stand. With "yield" an `ExtractFailure` is given in its place. What `articles` itself
        raises ends the run in both cases, in its turn.

        Raises UsageError at once where `articles` is no iterable of articles (one text is none), or another argument is
        wrong; TalkextractError where no process can be started.
        """
        return self._many(articles, workers, on_error, progress)

    def _many(
        self, articles: Iterable[Any], workers: int | None, on_error: OnError, progress: bool
    ) -> Iterator[Extraction | ExtractFailure]:
        from .many import read_many  # who reads one article does not wait for threads and processes

        waits = self._llm is not None
        return read_many(self, articles, workers=workers, on_error=on_error, progress=progress, waits=waits)


def _check(text: object, *, id: object, published: object, url: object) -> None:
    """Refuse what is no article: see `extract`."""
    if text is None:
        raise UsageError("there is no text: it is None, or a missing value")
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
