"""The `document` of a record: what the page says about itself, and what the caller knows of it."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from operator import attrgetter

from ..mention import Mention, Span
from ..record import Document
from .context import Context, Shown

__all__ = ["document", "document_id"]

# Rules have the span and the words; the line's place on the page has decided.
_TITLE, _SIGNATURE = "document.title.line", "document.byline.line"
_START = attrgetter("start")


def document_id(ctx: Context) -> str:
    """The first 16 hex digits of the SHA-256 of the text; NFC and NFD, other spaces and line ends give the same."""
    text = " ".join([line for line in ctx.view.text.split("\n") if line])
    while "  " in text:
        text = text.replace("  ", " ")
    return hashlib.sha256(text.strip().encode("utf-8", "surrogatepass")).hexdigest()[:16]


def document(
    ctx: Context, *, id: str | None, published: str | None, url: str | None, stamp: Mention | None = None
) -> Document:
    """The record's `document`.

    `id`, `published` and `url` are the caller's and count before the page; `stamp` is the mention of the page's own
    stamp (field `document.published`), None where it has none or the article contradicts it.
    """
    page = ctx.page
    shown: list[Shown] = []

    def text(field: str, span: Span, rule: str) -> str:
        shown.append((field, span, rule))
        return ctx.text(span.start, span.end)

    title = text("title", page.title, _TITLE) if page.title else None
    publisher = text("publisher", page.publisher, _rule_at(ctx, page.publisher)) if page.publisher else None
    if published is None and stamp is not None:
        published = str(stamp.value)
        text("published", Span(stamp.start, stamp.end), stamp.rule)
    authors = tuple(text("authors", s, _rule_at(ctx, s)) for s in page.authors)
    photographers = tuple(text("photographers", s, _rule_at(ctx, s)) for s in page.photographers)
    return Document(
        id=id or document_id(ctx), title=title, publisher=publisher, published=published, url=url,
        authors=authors, photographers=photographers, evidence=ctx.evidence(shown),
    )  # fmt: skip


def _rule_at(ctx: Context, span: Span) -> str:
    """The rule that found the words of a span; the shape of a signature where it is a line of its own."""
    plain = ctx.view.plain
    line = plain.rfind("\n", 0, span.start) + 1
    line_end = len(plain) if (after := plain.find("\n", span.end)) < 0 else after
    for mentions in (ctx.page_mentions, ctx.mentions):
        for field in ("document.dateline", "document.masthead", "document.byline", "document.credit"):
            found = mentions.get(field, ())
            # a mention and its groups are on one line
            first, last = (bisect_left(found, at, key=_START) for at in (line, line_end))
            for m in found[first:last]:
                if m.start <= span.start < m.end or span in m.groups["publisher"]:
                    return m.rule
    return _SIGNATURE
