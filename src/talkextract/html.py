"""Saved web pages → articles, through trafilatura (extra `html`). Nothing is fetched, nothing reads the clock.

trafilatura says which words of a page are the article, and reads title, author, url and the paper's name from its
markup; htmldate, its part for dates, the publication. What trafilatura leaves out of an article's text the record
needs: the lead above the body, captions, byline and stamp. So the text is made of all lines of the page from the
headline to the last line that trafilatura takes, save those that only point to other pages, and the lines of the
signature below it.

Which of the page's data count
    A record holds nothing that its text does not show, but for what the caller passes: `id`, `published`, `url`.
    - `published` and `url` are taken from the markup (meta tags, JSON-LD, `<time>`, the canonical link) and passed as
      a caller passes them: they count before a stamp that the text shows and have no evidence. A page that says
      nothing there leaves it to the rules, which read the stamp in the text; bare dates in the text and the clock
      in a page's head are not asked.
    - Title, author and the paper's name are lines of the text, where the rules find them: the headline where it
      stands on the page, put before the text where it stands only in the markup; the paper's name before it; an
      author whom only the markup names as a signature below. They have evidence like all the rest, and a dateline
      counts before the paper's name.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta, timezone
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from unicodedata import normalize

from .errors import InputError, UsageError
from .pipeline import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["read_html"]

_LARGEST: Final = 5 * 10**6  # bytes; the page of a newspaper has a tenth of it
_ATTRIBUTES: Final = 10**4  # of one tag; the time of libxml2 grows with their square
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# Vietnamese declared as one of these is windows-1258, which is Western European but for the tone marks.
_WESTERN = frozenset({"iso8859-1", "cp1252", "ascii"})
_UTF_16: Final = {
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
_VIETNAM: Final = timezone(timedelta(hours=7))
# Where htmldate may look, and the bounds of what it takes for a day: fixed, where it would take the clock's.
_DATES: Final[dict[str, Any]] = {
    "original_date": True, "extensive_search": False, "min_date": "1995-01-01", "max_date": "2099-12-31",
}  # fmt: skip

# What is no part of an article wherever it stands. A form may be: ASP.NET puts the whole page into one.
_CUT = (
    "script", "style", "noscript", "template", "iframe", "object", "svg", "nav", "aside", "footer", "button", "select",
    "textarea", "dialog", "amp-ad", "amp-sidebar", "amp-social-share",
)  # fmt: skip
# The site's own notes to machines and to other widths of the screen.
_HIDDEN = ".//*[@hidden or contains(translate(@style, ' ', ''), 'display:none')][not(self::body)]"
_BLOCKS = frozenset(
    "address article blockquote body br caption center dd div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 "
    "header hr img li main ol p pre section table tr ul".split()
)
_CELLS = frozenset({"td", "th"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li"})
_SIGNATURE: Final = 3  # lines below an article that may sign it: author, photographer, source
# How a name begins that says what it names; "Tin tức" or "Trang chủ" would be read as a headline.
_PAPERS = ("Báo ", "Tạp chí ", "Cổng thông tin ", "Cổng Thông tin ", "Trang thông tin ", "Trang tin ")


def read_html(page: bytes | str, *, id: str | None = None, url: str | None = None) -> Article:
    """The article of a saved page.

    `page` is the page's HTML; bytes are decoded by their byte order mark, as UTF-8 where they are sound UTF-8 (whatever
    the page declares), else as the page declares, else as windows-1258. `id` and `url` are passed on; without `url` it
    is the page's own (canonical link, og:url). The `text` of the article is in NFC, a paragraph a line; a page without
    an article (a list of headlines) has the text "". `published` is None where the markup names no day.

    Raises InputError where `page` is no HTML or has more than 5 MB, UsageError where it is neither bytes nor str, and
    where trafilatura is not installed.
    """
    if not isinstance(page, bytes | str):
        raise UsageError(f"page must be bytes or str, not {type(page).__name__}")
    try:
        import trafilatura
        from trafilatura.metadata import Document, extract_metadata
    except ImportError as e:
        raise UsageError("HTML is read with trafilatura: pip install 'talkextract[html]'") from e
    tree = _tree(page)
    said = extract_metadata(tree, url, dict(_DATES))
    url = url or said.url
    dates = _dated(tree)
    for element in [*tree.iter(*_CUT), *tree.xpath(_HIDDEN)]:
        if element.getparent() is not None:
            element.drop_tree()
    found = trafilatura.bare_extraction(tree, url, include_comments=False)
    body = found.text if isinstance(found, Document) and found.text else ""
    headed, lines = _article(list(_lines(tree)), _key(said.title or ""), body)
    if not lines:
        return Article("", id=id, url=url)
    for at in (at for line in lines for at in line.times):
        dates.append(dates.makeelement("time", {"datetime": at}))
    text = "\n".join(_framed([line.text for line in lines], None if headed else said.title, said.author, said.sitename))
    return Article(text, id=id, published=_published(dates, url), url=url)


def _tree(page: bytes | str) -> HtmlElement:
    """The elements of a page. Raises InputError where there are none."""
    from lxml.etree import LxmlError
    from trafilatura.utils import load_html

    if len(page) > _LARGEST:
        raise InputError(
            f"the page has {len(page):,} bytes; up to {_LARGEST:,} are read, which no newspaper's page has"
        )
    text = page if isinstance(page, str) else _decode(page)
    if any(tag.partition(">")[0].count("=") > _ATTRIBUTES for tag in text.split("<")):
        raise InputError(f"a tag has more than {_ATTRIBUTES:,} attributes: this is no page that a newspaper made")
    try:
        tree = load_html(normalize("NFC", text)) if "<" in text else None
    except (LxmlError, ValueError, RecursionError) as e:
        raise InputError(f"the HTML cannot be read: {type(e).__name__}") from e
    if tree is None:
        raise InputError("no HTML was found; save the page itself, as HTML, not as text, PDF or web archive")
    return tree


def _decode(data: bytes) -> str:
    """The characters of a page; bytes that stand for none become U+FFFD."""
    if data[:2] in _UTF_16:
        return data.decode(_UTF_16[data[:2]], "replace")
    try:
        return data.decode("utf-8-sig")  # no other Vietnamese text happens to be UTF-8, whatever the page declares
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:4096])
    try:
        name = codecs.lookup(declared[1].decode("ascii") if declared else "utf-8").name
    except LookupError:
        name = "utf-8"
    if name in _WESTERN:
        name = "cp1258"
    text = data.decode(name, "replace")
    if not name.startswith("utf"):
        return text
    # Declared UTF-8 and broken: a character cut in two, or another encoding throughout.
    sound = sum(c > "\x7f" for c in text) - text.count("\ufffd") if name == "utf-8" else 0
    return text if sound > text.count("\ufffd") else data.decode("cp1258", "replace")


class _Line(NamedTuple):
    """A line of the page: `tag` is the element that it stands in, `points` whether it is there to lead to another page
    (most of it is a link), `times` what its `<time>` elements say for machines.
    """

    text: str
    tag: str
    points: bool
    times: tuple[str, ...]


def _lines(tree: HtmlElement) -> Iterator[_Line]:
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
        parts = tag in _BLOCKS or (tag in _CELLS and _is_layout(element))
        if parts:
            text = normalize("NFC", " ".join("".join(words).split())).strip("| ")
            if text:
                yield _Line(text, inside[-1], 2 * linked > len(text), tuple(times))
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
            said = (" | " if tag in _CELLS and not parts else "") + (element.tail or "")
        words.append(said)
        linked += len(said.strip()) if links else 0


def _is_layout(cell: HtmlElement) -> bool:
    """Whether a cell holds a part of the page, not a word or number of a table."""
    return any(e is not cell and e.tag in _BLOCKS for e in cell.iter())


def _key(text: str) -> str:
    """A line to compare: NFC, without white space, and without the sign of a list's item."""
    return "".join(normalize("NFC", text).removeprefix("- ").split())


def _article(lines: Sequence[_Line], title: str, body: str) -> tuple[bool, list[_Line]]:
    """Whether the headline stands on the page; and the lines of the article: from the headline (without one from the
    beginning of the body) to the last line of `body`, trafilatura's text of it, and the signature below.

    Lines that point to other pages are left out.
    """
    parts = [key for part in re.split(r"\n| ?\| ?", body.replace("\\|", "|")) if (key := _key(part))]
    keys = [_key(line.text) for line in lines]
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


def _framed(shown: Sequence[str], title: str | None, authors: str | None, paper: str | None) -> list[str]:
    """The lines of an article with what only the markup says of it: above them the paper's name and the headline, below
    them its authors.
    """
    all_words = "".join(_key(line) for line in shown)
    above = [paper] if paper and paper.startswith(_PAPERS) else []
    if title:
        above.append(title)
    names = [name.strip() for name in (authors or "").split(";") if name.strip() != paper]
    below = [name for name in names if " " in name and _key(name) not in all_words]
    return [normalize("NFC", line) for line in (*above, *shown, *below)]


def _dated(tree: HtmlElement) -> HtmlElement:
    """A page that holds nothing but what the markup of `tree` says for machines: its meta tags and JSON-LD."""
    from copy import deepcopy

    page = tree.makeelement("html")
    head = page.makeelement("head")
    page.append(head)
    for element in tree.xpath(".//meta | .//script[@type='application/ld+json']"):
        head.append(deepcopy(element))
    body = page.makeelement("body")
    page.append(body)
    return page


def _published(dates: HtmlElement, url: str | None) -> str | None:
    """The day of publication that a page's markup names, with its clock in Vietnam's time if it names one."""
    from htmldate import find_date

    found = find_date(dates, outputformat="%Y-%m-%dT%H:%M%z", url=url, deferred_url_extractor=True, **_DATES)
    if found is None:
        return None
    moment = datetime.fromisoformat(found)
    if (moment.hour, moment.minute) == (0, 0):
        return moment.date().isoformat()  # a day without a clock
    if moment.tzinfo is not None:
        moment = moment.astimezone(_VIETNAM)
    return moment.isoformat(timespec="minutes")
