"""The bytes of a page → its characters → its elements."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from ..errors import InputError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["read_tree"]

_LARGEST: Final = 5 * 10**6  # bytes; the page of a newspaper has a tenth of it
_ATTRIBUTES: Final = 10**4  # of one tag; the time of libxml2 grows with their square
_WHOLE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PIECE = re.compile(r"<(?:article|br|center|div|font|h[1-6]|main|p|section|span|table|ul)\b[^<>]*>", re.IGNORECASE)
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# Vietnamese declared as one of these is windows-1258, which is Western European but for the tone marks.
_WESTERN = frozenset({"iso8859-1", "cp1252", "ascii"})
_UTF_16: Final = {
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be",
}  # fmt: skip


def read_tree(page: bytes | str) -> HtmlElement:
    """The elements of a page. Raises InputError where there are none."""
    from lxml.etree import LxmlError
    from trafilatura.utils import load_html

    if len(page) > _LARGEST:
        raise InputError(f"the page has {len(page):,} bytes; pages of up to {_LARGEST:,} are read")
    text = page if isinstance(page, str) else _decode(page)
    if any(tag.partition(">")[0].count("=") > _ATTRIBUTES for tag in text.split("<")):
        raise InputError(f"a tag has more than {_ATTRIBUTES:,} attributes: this is no page that a newspaper made")
    if not _WHOLE.search(text):  # a piece of a page, as exports of papers' systems have it
        text = f"<html><body>{text}</body></html>" if _PIECE.search(text) else ""
    try:
        tree = load_html(normalize("NFC", text)) if text else None
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
