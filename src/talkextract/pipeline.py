"""The pipeline: text → view → mentions → page → record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .assemble.build import build_record
from .assemble.context import ACTS, Context, group_mentions
from .document import CONTENT, read_page
from .edtf import iso_day
from .errors import UsageError
from .match import NOWHERE, Matcher, match
from .mention import ANY_TEXT
from .offsets import View
from .record import TalkRecord
from .rules import load_rules
from .tables import Tables

__all__ = ["Article", "Extraction", "Extractor", "extract"]

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
    """What a run gives: the record, the text that its offsets refer to, and warnings in words."""

    record: TalkRecord
    text: str
    warnings: tuple[str, ...] = ()


class Extractor:
    """The rules and tables, loaded once, for any number of articles; safe to share between threads.

    `rules` names folders of the user's own rules and tables, which overlay the shipped ones by id.
    Raises RuleError where a rule or table is wrong.
    """

    def __init__(self, *, rules: str | Path | Iterable[str | Path] = ()) -> None:
        folders = (rules,) if isinstance(rules, str | Path) else tuple(rules)
        self._rules = load_rules(folders)
        self._matcher = Matcher([r for r in self._rules.rules if r.field not in (ACTS, ANY_TEXT)])
        self._acts = Matcher([r for r in self._rules.rules if r.field == ACTS])
        self._tables = Tables(self._rules.folders)

    def run(
        self, text: str, *, id: str | None = None, published: str | None = None, url: str | None = None
    ) -> Extraction:
        """Read one article; see `extract` for the arguments and errors."""
        _check(text, id=id, published=published, url=url)
        view = View(text)
        sites = self._matcher.sites(view) if view.is_vietnamese else NOWHERE
        signs = match(view, sites.of["page"], sites.ends)
        page = read_page(view, signs)
        mentions = match(view, sites.inside("content", page.stretches(CONTENT)), sites.ends)
        context = Context(view, page, self._tables, *group_mentions(page, signs, mentions), sites, self._acts)
        record, warnings = build_record(context, id=id, published=published, url=url)
        return Extraction(record, text, warnings if view.is_vietnamese else (_FOREIGN,))

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

    def extract_many(self, articles: Iterable[Article | str]) -> Iterator[TalkRecord]:
        """The records of `articles`, lazily, in their order.

        Raises UsageError at once where `articles` is no iterable of articles (one text is none); in its turn, naming
        the position, where an item is no article, is one that `extract` refuses, or brings an id that another one
        brought. The first error ends the run: records given before it stand, nothing is read after it. To go on after
        what cannot be read, call `extract` for each.
        """
        if isinstance(articles, str | Article) or not isinstance(articles, Iterable):
            kind = type(articles).__name__
            raise UsageError(f"articles must be an iterable of Article or str, not {kind}; put one article in a list")
        return self._each(articles)

    def _each(self, articles: Iterable[Article | str]) -> Iterator[TalkRecord]:
        """The records of `articles`, for `extract_many`."""
        seen: dict[str, int] = {}
        for i, article in enumerate(articles):
            if not isinstance(article, Article | str):
                raise UsageError(f"articles[{i}] must be an Article or a str, not {type(article).__name__}")
            a = Article(article) if isinstance(article, str) else article
            try:
                record = self.extract(a.text, id=a.id, published=a.published, url=a.url)
            except UsageError as e:
                raise UsageError(f"articles[{i}]: {e}") from e
            if a.id is not None and seen.setdefault(a.id, i) != i:
                raise UsageError(
                    f"articles[{i}]: the id {a.id!r} is that of articles[{seen[a.id]}]; ids must be unique"
                )
            yield record


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
