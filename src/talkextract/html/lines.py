"""The lines of a page, and which of them are its article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import normalize

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Line", "article_lines", "key", "page_lines", "unfold_tables"]

_BLOCKS = frozenset(
    "address article blockquote body br caption center dd div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 "
    "header hr img li main ol p pre section table tr ul".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li"})
_SIGNATURE: Final = 3  # lines below an article that may sign it: author, photographer, source


class Line(NamedTuple):
    """A line of the page: `tag` is the element that it stands in, `points` whether it is there to lead to another page
    (most of it is a link), `times` what its `<time>` elements say for machines.
    """

    text: str
    tag: str
    points: bool
    times: tuple[str, ...]


def page_lines(tree: HtmlElement) -> Iterator[Line]:
    """The lines of a page as a reader sees them: what blocks and `<br>` part; the cells of a row of figures stay in one
    line. White space is folded, blank lines are left out.
    """
    from lxml.etree import iterwalk

    body = tree.find("body")
    words: list[str] = []
    times: list[str] = []
    linked = links = 0  # characters inside of links; links that are open
    inside = [""]
    for event, element in iterwalk(tree if body is None else body, events=("start", "end")):
        tag = str(element.tag)
        parts = tag in _BLOCKS
        if parts:
            text = normalize("NFC", " ".join("".join(words).split())).strip("| ")
            if text:
                yield Line(text, inside[-1], 2 * linked > len(text), tuple(times))
            words, times, linked = [], [], 0
        if event == "start":
            links += tag == "a"
            if parts:
                inside.append(tag)
            if tag == "time" and (at := element.get("datetime")):
                times.append(at)
            said = element.text or ""
        else:
            links -= tag == "a"
            if parts:
                inside.pop()
            said = (" | " if tag in ("td", "th") else "") + (element.tail or "")
        words.append(said)
        linked += len(said.strip()) if links else 0


def unfold_tables(tree: HtmlElement) -> None:
    """Make plain blocks of tables that lay out the page, as papers did before 2010: those with blocks in a cell."""
    for cell in list(tree.iter("td", "th")):
        if any(e is not cell and e.tag in _BLOCKS for e in cell.iter()):
            for element in (cell, *cell.iterancestors("tr", "tbody", "thead", "tfoot", "table")):
                element.tag = "div"


def key(text: str) -> str:
    """A line to compare: NFC, without white space, and without the sign of a list's item."""
    return "".join(normalize("NFC", text).removeprefix("- ").split())


def article_lines(lines: Sequence[Line], title: str, body: str) -> tuple[bool, list[Line]]:
    """Whether the headline stands on the page; and the lines of the article: from the headline (without one from the
    beginning of the body) to the last line of `body`, trafilatura's text of it, and the signature below.

    Lines that point to other pages are left out.
    """
    parts = [folded for part in re.split(r"\n| ?\| ?", body.replace("\\|", "|")) if (folded := key(part))]
    keys = [key(line.text) for line in lines]
    own = [i for i, line in enumerate(lines) if not line.points and keys[i] != title]
    # trafilatura joins lines that `<br>` parts, so that a line may begin or end one of its own
    begins, ends = _Beginnings(parts), _Beginnings(part[::-1] for part in parts)
    last = next((i for i in reversed(own) if keys[i][::-1] in ends), None)
    if last is None:
        return False, []
    opening = next((i for i in own if i < last and keys[i] in begins), last)
    longest = max((i for i in own if opening <= i <= last), key=lambda i: len(keys[i]))
    titles = [i for i in range(longest) if keys[i] == title]
    headings = [i for i in range(longest) if lines[i].tag == "h1"]
    # the title as the heading; as some other line, where the heading is the paper's name; the heading in other words
    heads = [i for i in headings if i in titles] or titles or [i for i in headings if not lines[i].points]
    first = heads[0] if heads else opening
    kept = [line for i, line in enumerate(lines[first : last + 1], first) if i == first or not line.points]
    below = lines[last + 1 : last + 2 + _SIGNATURE]
    for line, after in zip_longest(below[:_SIGNATURE], below[1:]):
        pointing = line.points or (after is not None and after.points)
        if pointing or line.tag in _HEADINGS or line.text.endswith((".", "!", "?", "…")):
            break  # other articles, the word above a list of them, comments
        kept.append(line)
    return bool(heads), kept


class _Beginnings:
    """Which texts begin one of a number of texts, told in the time of a search by halves."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = sorted(texts)

    def __contains__(self, text: str) -> bool:
        at = bisect_left(self._texts, text)
        return at < len(self._texts) and self._texts[at].startswith(text)
