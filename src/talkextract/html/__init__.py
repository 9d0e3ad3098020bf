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

from collections.abc import Sequence
from copy import deepcopy
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final
from unicodedata import normalize

from ..errors import UsageError
from ..pipeline import Article
from .lines import article_lines, key, page_lines, unfold_tables
from .source import read_tree

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["read_html"]

_VIETNAM: Final = timezone(timedelta(hours=7))
# Where htmldate may look, and the bounds of what it takes for a day: fixed, where it would take the clock's.
_DATES: Final[dict[str, Any]] = {
    "original_date": True, "extensive_search": False, "min_date": "1995-01-01", "max_date": "2099-12-31",
}  # fmt: skip

# Dates that are none of the publication: a change may be years later, a copyright is a year's.
_OTHER_DATES = ("modif", "updated", "copyright")

# What is no part of an article wherever it stands. A form may be: ASP.NET puts the whole page into one.
_CUT = (
    "script", "style", "noscript", "template", "iframe", "object", "svg", "nav", "aside", "footer", "button", "select",
    "textarea", "dialog", "amp-ad", "amp-sidebar", "amp-social-share",
)  # fmt: skip
# The site's own notes to machines and to other widths of the screen.
_HIDDEN = ".//*[@hidden or contains(translate(@style, ' ', ''), 'display:none')][not(self::body)]"
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
    tree = read_tree(page)
    said = extract_metadata(tree, url, dict(_DATES))
    url = url or said.url
    notes = _notes(tree)
    for element in [*tree.iter(*_CUT), *tree.xpath(_HIDDEN)]:
        if element.getparent() is not None:
            element.drop_tree()
    unfold_tables(tree)
    found = trafilatura.bare_extraction(tree, url, include_comments=False)
    body = found.text if isinstance(found, Document) and found.text else ""
    headed, lines = article_lines(list(page_lines(tree)), key(said.title or ""), body)
    if not lines:
        return Article("", id=id, url=url)
    published = _published(notes, [at for line in lines for at in line.times], url)
    text = "\n".join(_framed([line.text for line in lines], None if headed else said.title, said.author, said.sitename))
    return Article(text, id=id, published=published, url=url)


def _framed(shown: Sequence[str], title: str | None, authors: str | None, paper: str | None) -> list[str]:
    """The lines of an article with what only the markup says of it: above them the paper's name and the headline, below
    them its authors.
    """
    all_words = "".join(key(line) for line in shown)
    above = [paper] if paper and paper.startswith(_PAPERS) else []
    if title:
        above.append(title)
    names = [name.strip() for name in (authors or "").split(";") if name.strip() != paper]
    below = [name for name in names if " " in name and key(name) not in all_words]
    return [normalize("NFC", line) for line in (*above, *shown, *below)]


def _notes(tree: HtmlElement) -> list[HtmlElement]:
    """What a page says for machines of its publication: copies of its meta tags and JSON-LD."""

    def tells(meta: HtmlElement) -> bool:
        name = " ".join(meta.get(key, "") for key in ("name", "property", "itemprop")).lower()
        return meta.get("http-equiv") is None and not any(word in name for word in _OTHER_DATES)

    data = tree.xpath(".//script[@type='application/ld+json']")
    return [deepcopy(element) for element in (*filter(tells, tree.iter("meta")), *data)]


def _published(notes: Sequence[HtmlElement], times: Sequence[str], url: str | None) -> str | None:
    """The day of publication that a page's markup names, with its clock in Vietnam's time if it names one: in `notes`
    for machines, in the url, in the `times` beside the headline.
    """
    from htmldate import find_date
    from lxml.html import builder

    marked = [builder.E.time(datetime=at) for at in times]
    page = builder.HTML(builder.HEAD(*notes), builder.BODY(*marked))
    found = find_date(page, outputformat="%Y-%m-%dT%H:%M%z", url=url, deferred_url_extractor=True, **_DATES)
    if found is None:
        return None
    moment = datetime.fromisoformat(found)
    if (moment.hour, moment.minute) == (0, 0):
        return moment.date().isoformat()  # a day without a clock
    if moment.tzinfo is not None:
        moment = moment.astimezone(_VIETNAM)
    return moment.isoformat(timespec="minutes")
