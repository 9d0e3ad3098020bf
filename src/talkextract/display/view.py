"""What a notebook shows of a record, of a record with its article, and of many records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import islice

from ..errors import UsageError
from ..record import TalkRecord
from .marks import KINDS, anchors_of, marked, marks_of, plain
from .style import STYLE
from .tables import overview, short, whole

__all__ = ["Shown", "article", "show"]

_MOST = 200  # rows of an overview: more make a notebook slow, and are for a table of a data frame


class Shown:
    """A piece of HTML that a notebook shows; `html` is its source, for a page of one's own."""

    def __init__(self, html: str) -> None:
        self.html = html

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return f"<Shown: {len(self.html):,} characters of HTML; a notebook displays it>"


def show(what: TalkRecord | Iterable[TalkRecord], text: str | None = None) -> Shown:
    """A record with its article, a record alone, or records, for a notebook to show.

    With `text`, the article exactly as it was extracted: the text with everything marked that the record rests on, and
    the record in short. Without: all of the record with its evidence. Of several records (the first 200): a row each,
    and each of them whole below.

    Raises UsageError where `text` is not the article of the record, or `what` holds something else than records.
    """
    if isinstance(what, TalkRecord):
        return Shown(_framed(whole(what)) if text is None else article(what, text))
    if text is not None:
        raise UsageError("text goes with one record; show each record with its own")
    if not isinstance(what, Iterable):
        raise UsageError(f"show takes a TalkRecord or an iterable of them, not {type(what).__name__}")
    return Shown(_many(what))


def _many(what: Iterable[object]) -> str:
    """An overview of records, then each of them."""
    records: list[TalkRecord] = []
    for i, record in enumerate(islice(what, _MOST + 1)):
        if not isinstance(record, TalkRecord):
            raise UsageError(f"records[{i}] must be a TalkRecord, not {type(record).__name__}")
        records.append(record)
    more = f"<p>The first {_MOST} records are shown.</p>" if len(records) > _MOST else ""
    each = "".join(
        f"<details><summary>{plain(r.document.id)}</summary>{whole(r)}</details>" for r in records[:_MOST]
    )  # fmt: skip
    return _framed(overview(records[:_MOST]) + more + each)


def article(record: TalkRecord, text: str, warnings: Iterable[str] = ()) -> str:
    """The article with its marks beside the record in short. Raises UsageError where it is another record's article."""
    marks = marks_of(record, text)
    # ids of marks are the page's: two articles in one notebook must not share any
    prefix = "tx" + hashlib.sha256(f"{record.document.id}\0{text}".encode("utf-8", "replace")).hexdigest()[:8]
    parts = {mark.part for mark in marks}
    key = "".join(f'<li><mark class="tx-{part}">{name}</mark></li>' for part, name in KINDS.items() if part in parts)
    notes = "".join(f'<p class="tx-none">{plain(warning)}</p>' for warning in warnings)
    return _framed(
        f'{notes}<div class="tx-side-by-side">'
        f'<div class="tx-text" lang="vi" role="region" aria-label="article">'
        f'{marked(text, marks, prefix)}</div><div class="tx-record" role="region" aria-label="record">'
        f'<ul class="tx-key" aria-label="kinds of marks">{key}</ul>{short(record, anchors_of(marks, prefix))}'
        "</div></div>"
    )


def _framed(body: str) -> str:
    # what notebooks set formulas with, MathJax 2 to 4, leaves alone what has these classes: "5$ và 6$" are prices
    return f'<div class="tx tex2jax_ignore mathjax_ignore"><style>{STYLE}</style>{body}</div>'
