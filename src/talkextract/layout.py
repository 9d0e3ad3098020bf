"""Roles of lines: what a piece of the page is, judged by its shape and by what stands above and below it.

The body is what is written in sentences. What nothing is known of is body too, so that no line of an article is lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, zip_longest
from typing import Final

import regex

from .pieces import Piece, Role, words
from .signatures import is_signature

__all__ = ["give_roles"]

_BODY = ("prose", "item")
_MOST_LINKS = 6  # below the lead
_MENU_WORDS, _KICKER_WORDS = 6, 10
_ADDRESS = regex.compile(r"(?:https?://|www\.)\S+")
# How a point begins on which both sides agree: with what is to be done, no name and no number in it.
_AGREED = regex.compile(
    r"[-+•*●] ?(?i:(?:tiếp tục|tăng cường|duy trì|đẩy mạnh|thường xuyên|kịp thời|chủ động|phối hợp|hợp tác|tuần tra"
    r"|trao đổi|thông báo|cung cấp|tuyên truyền|quản lý|bảo vệ|giữ gìn|thực hiện|triển khai|xử lý|giải quyết|phòng"
    r"|đấu tranh|ngăn chặn|tạo điều kiện|hỗ trợ|giúp đỡ|tổ chức|xây dựng|nâng cao|thống nhất|đề nghị"
    r"|quán triệt|mở rộng|phát huy)"
    r"(?!\p{L}))[^\p{Lu}\d]*(?:(?:Biên phòng|BĐBP)[^\p{Lu}\d]*)?"
    r"(?:Việt(?: Nam)?|Lào|Trung Quốc|Campuchia|[ -]|và)*"
)
_BY_SHAPE: Final[dict[str, Role]] = {
    "masthead": "masthead",
    "site": "masthead",
    "furniture": "furniture",
    "teaser": "teaser",
    "list": "teaser",
    "byline": "byline",
    "caption": "caption",
}


def give_roles(pieces: Sequence[Piece]) -> tuple[Piece | None, int]:
    """Give every piece its role; the title (None where there is none) and how many pieces stand above the body."""
    _starred(pieces)
    _headed(pieces)
    _series_above(pieces)
    _channel(pieces)
    _teasers(pieces)
    _second_leads(pieces)
    _linked(pieces)
    _closing_items(pieces)
    first, last = _body(pieces)
    title = _title(pieces[:first], pieces) or _title_below(pieces, first)
    headline = words(title.text) if title is not None else None
    _head(pieces[:first], title, headline)
    _middle(pieces[first:last], pieces, headline)
    _tail(pieces[last:], headline)
    return title, first


def _starred(pieces: Sequence[Piece]) -> None:
    """A headline behind a star, right above the text, is no item of a list: "* CỬA KHẨU: …"; nor is a line with a dot
    at the top of the page, above a headline.
    """
    if len(pieces) > 1 and pieces[1].shape == "short" and _has_mark(pieces[0], "•●"):
        pieces[0].shape = "masthead"
    for p, below in pairwise(pieces[:4]):
        if below.shape == "prose" and _has_mark(p, "*•●"):
            words_ = p.text[1:].lstrip()
            p.start, p.text, p.shape = p.end - len(words_), words_, "short"
        if p.shape not in _BY_SHAPE:
            return


def _has_mark(p: Piece, marks: str) -> bool:
    """Whether a piece begins with one of some marks, and does not end as an item of a list does."""
    return p.shape == "item" and p.text[0] in marks and not p.text.endswith((".", ";", ":"))


def _headed(pieces: Sequence[Piece]) -> None:
    """A headline that begins with the paper's word, as its lead below the stamp does too, is one without it."""
    for p, below in pairwise(pieces[:4]):
        mark = next((m for m in p.marks if m.field == "document.dateline"), None)
        if mark is None or p.shape != "prose":
            continue
        again = any(q is not p and q.shape == "prose" and q.has("dateline") for q in pieces)
        led = _is_stamp(below) or (below.shape == "prose" and below.has("dateline"))
        if led and again and not p.text.endswith((".", "…")):
            rest = p.text[mark.end - p.start :]
            words_ = rest.lstrip(" -|")
            p.start, p.text, p.shape = p.end - len(words_), words_, "short"
        return


def _series_above(pieces: Sequence[Piece]) -> None:
    """The name of a series above the headline ("Phổ biến pháp luật về biển:") is no sentence of the body."""
    above = [p for p in pieces[:4] if p.shape not in ("masthead", "site", "furniture")]
    for p, below in pairwise(above[:2]):
        is_series = p.shape == "prose" and p.text.endswith(":") and "," not in p.text
        if is_series and below.shape == "short" and len(p.text) < len(below.text):
            p.shape = "short"


def _channel(pieces: Sequence[Piece]) -> None:
    """The first line with a paper's word and a name ("VTC9 - Tây Nam Bộ") is no lead, where the lead has a word too."""
    for p, below in pairwise(pieces[:3]):
        mark = next((m for m in p.marks if m.field == "document.dateline"), None)
        if p.shape == "prose" and mark is not None:
            named = is_signature(p.text[mark.end - p.start :].lstrip(" -|"))
            if named and below.shape == "short" and any(q.shape == "prose" and q.has("dateline") for q in pieces[2:]):
                p.shape = "site"
            return


def _title_below(pieces: Sequence[Piece], first: int) -> Piece | None:
    """The title below a summary that the page prints first: a headline right above the stamp."""
    for p, below in pairwise(pieces[first + 1 : first + 4]):
        if p.role is None and p.shape in ("short", "name") and " " in p.text and _is_stamp(below):
            p.role = "title"
            return p
    return None


def _teasers(pieces: Sequence[Piece]) -> None:
    """What a header announces is a teaser; so is a headline above a lead with a dateline of its own, and that lead."""
    dated = listing = False
    for i, p in enumerate(pieces):
        if p.shape == "prose":
            listing = False
            own = p.has("dateline")
            if own and dated and pieces[i - 1].shape in ("short", "teaser"):
                pieces[i - 1].role = p.role = "teaser"
            dated = dated or own
        elif p.shape in ("teaser", "list") or (listing and p.shape in ("short", "item", "name", "alt")):
            p.role = "teaser"
            listing = listing or p.shape == "list"


def _second_leads(pieces: Sequence[Piece]) -> None:
    """Sentences below the article that begin with the paper's word again are leads of other articles."""
    prose = [p for p in pieces if p.shape == "prose" and p.role is None]
    first = next((i for i, p in enumerate(prose) if p.has("dateline")), None)
    if first is None:
        return
    for p in reversed(prose[first + 3 :]):
        if not p.has("dateline"):
            return
        p.role = "teaser"


def _linked(pieces: Sequence[Piece]) -> None:
    """Headlines behind dashes right below the first lines of the body are links to other articles: no stop ends them,
    and nothing opens them as a list; but for what both sides agree to do ("- Duy trì đường dây nóng").
    """
    first = next((i for i, p in enumerate(pieces) if p.shape == "prose" and p.role is None), None)
    if first is None or pieces[first].text.endswith(":"):
        return
    items: list[Piece] = []
    for p in pieces[first + 1 : first + 1 + _MOST_LINKS]:
        if p.shape != "item" or p.role is not None or p.text.endswith((".", ";", ":", ",", "…")):
            break
        items.append(p)
    below = pieces[first + 1 + len(items)] if first + 1 + len(items) < len(pieces) else None
    agreed = sum(_AGREED.fullmatch(p.text) is not None for p in items)
    if len(items) > 1 and 2 * agreed <= len(items) and below is not None and below.shape == "prose":
        for p in items:
            p.role = "teaser"


def _closing_items(pieces: Sequence[Piece]) -> None:
    """Items of a list below the signature are headlines of other articles ("• Gia Lai: …")."""
    items: list[Piece] = []
    for p in reversed(pieces):
        if p.shape == "item" and p.role is None:
            items.append(p)
        elif p.shape in ("name", "byline") and items:
            for item in items:
                item.role = "teaser"
            return
        elif p.shape in _BODY or p.shape == "short":
            return


def _body(pieces: Sequence[Piece]) -> tuple[int, int]:
    """The range from the first to the last line of the body; an empty one at the end where nothing is a sentence.

    A signature, a row of buttons or the mark "./." closes the article, if only headlines follow, each with at most one
    line of sentences below it: those are teasers.
    """
    body = [i for i, p in enumerate(pieces) if p.shape in _BODY and p.role is None]
    if not body:
        return len(pieces), len(pieces)
    leads = set[int]()  # from the last line on: lines of the body that a headline stands above
    for j in reversed(body[1:]):
        if pieces[j - 1].shape != "short":
            break
        leads.add(j)
    settled = body[-1 - len(leads)]  # the last line of the body that no headline announces
    for i in range(settled, len(pieces)):
        p = pieces[i]
        closes = p.shape in ("name", "byline", "furniture") or p.text.endswith("./.")
        if p.role is None and closes and i + 1 not in leads:
            for j in leads:
                if j > i:
                    pieces[j].role = pieces[j - 1].role = "teaser"
            return body[0], max(j for j in body if j <= i) + 1
    return body[0], body[-1] + 1


def _head(head: Sequence[Piece], title: Piece | None, headline: str | None) -> None:
    """Give roles to the lines above the body; `headline` are the words of the title."""
    for p in head:
        if p.role is not None:
            continue
        if p is title:
            p.role = "title"
        elif p.shape in _BY_SHAPE:
            p.role = _BY_SHAPE[p.shape]
        elif words(p.headline) == headline:
            p.role = "furniture"
        elif title is not None and p.start < title.start:
            p.role = "kicker"
        elif p.shape == "name":
            p.role = "byline"
        else:
            p.role = "caption" if p.shape == "alt" or p.has("caption") else "subhead"


def _title(head: Sequence[Piece], pieces: Sequence[Piece]) -> Piece | None:
    """The title among the lines above the body.

    A headline that the page repeats beside its pictures is the title. Of two lines, one right under the other, the
    first is a kicker where it is the shorter one (c_09: "Long An - Prey Veng"). A line in capitals alone ("HỘI ĐÀM BIÊN
    PHÒNG") may look like a signature: it is the title where nothing else can be. What points to somebody in a picture
    ("Đại tá A (trái) tặng quà") is none.
    """
    candidates = [p for p in head if p.shape == "short" and p.role is None and " " in p.text and not _points(p)]
    if not candidates:
        signed = _signatures(pieces)
        return next((p for p in head if p.shape == "name" and p.text.isupper() and not _signed(p, signed)), None)
    repeated = {words(p.headline) for p in pieces if p.shape == "alt"}
    for p in candidates:
        if repeated and words(p.text) in repeated:
            return p
    over = {id(p): below for p, below in pairwise(head)}
    named = [p for p in candidates if not (id(p) in over and _ADDRESS.fullmatch(over[id(p)].text))]
    candidates = named or candidates  # "Biên giới 24h" above its address is who prints it
    if stamped := _above_stamp(candidates, over):
        return stamped
    first, second = candidates[0], next((p for p in candidates[1:2] if not p.has("caption")), None)
    if second is None or over.get(id(first)) is not second or _is_whole(head, first):
        return first
    return second if len(first.text.split()) < len(second.text.split()) else first


def _above_stamp(candidates: Sequence[Piece], over: Mapping[int, Piece]) -> Piece | None:
    """The headline that stands right above the day of publication, where all lines before it are as short as the words
    of a menu ("Đơn vị hỗ trợ"); `over` are the pieces right below each, by id.
    """
    for p in candidates:
        if len(p.text.split()) > _MENU_WORDS:
            below = over.get(id(p))
            return p if p is not candidates[0] and below is not None and _is_stamp(below) else None
    return None


def _is_whole(head: Sequence[Piece], first: Piece) -> bool:
    """Whether a line right below the day of publication is long enough for a headline, and no kicker of the next."""
    at = head.index(first)
    return at > 0 and _is_stamp(head[at - 1]) and len(first.text.split()) > _KICKER_WORDS


def _points(piece: Piece) -> bool:
    """Whether a piece points to somebody in a picture."""
    return any(m.value == "pointed" for m in piece.marks)


def _signatures(pieces: Sequence[Piece]) -> str:
    """The words of all signatures and bylines, a line each."""
    return "\n".join(words(p.text) for p in pieces if p.shape in ("name", "byline"))


def _signed(piece: Piece, signed: str) -> bool:
    """Whether a name stands among the signatures again: in a byline or credit, or as a line of its own."""
    return signed.count(words(piece.text)) > 1


def _is_stamp(piece: Piece) -> bool:
    """Whether a piece is a day or clock of publication: a name right before it is who wrote ("An Bình - 16/9/2025")."""
    return piece.shape == "masthead" and piece.has("published")


def _middle(middle: Sequence[Piece], pieces: Sequence[Piece], headline: str | None) -> None:
    """Give roles to the lines from the first to the last line of the body."""
    signed = _signatures(pieces)
    for p, after in zip_longest(middle, middle[1:]):
        if p.role is not None:
            continue
        if p.shape in _BODY:
            p.role = "body"
        elif p.shape in _BY_SHAPE and (p.shape not in ("masthead", "site") or p.has("published")):
            p.role = _BY_SHAPE[p.shape]
        elif p.shape == "name" and (_signed(p, signed) or (after is not None and _is_stamp(after))):
            p.role = "byline"
        elif words(p.headline) == headline:
            p.role = "furniture"
        else:
            p.role = "caption" if p.shape == "alt" or p.has("caption") else "subhead"


def _tail(tail: Sequence[Piece], headline: str | None) -> None:
    """Give roles to the lines below the body: unknown ones are body until something closes the article."""
    closed = False
    for p in tail:
        if p.role is None:
            if p.shape == "name":
                p.role = "byline"
            elif p.shape in _BY_SHAPE:
                p.role = _BY_SHAPE[p.shape]
            elif closed or words(p.headline) == headline:
                p.role = "furniture"
            else:
                p.role = "caption" if p.shape == "alt" or p.has("caption") else "body"
        closed = closed or p.role not in ("body", "caption")
