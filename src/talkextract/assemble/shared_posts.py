"""A post told once for several persons: "ba Giám đốc Công an tỉnh: Đại tá A (Hà Tĩnh), Đại tá B (Khăm Muộn)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..mention import Mention, Span
from ..tables import fold_name
from .context import Context
from .person import Occurrence, Post, Someone
from .posts import fits
from .units import Named, Units

__all__ = ["share_posts"]

# Patterns read the text in lower case.
_SEVERAL_BEFORE = re.compile(r"(?:hai|ba|bốn|năm|\d|các) (?:đồng chí |vị |ông )?$")
_LAST_WORDS = ("hai ", "ba ", "bốn ", "năm ", "các ", "chí ", "vị ", "ông ", *(f"{n} " for n in range(2, 10)))
_TO_LIST = re.compile(r"[^.;:()\n]{0,80}?(?::| gồm:?| là:?) (?:các )?(?:đồng chí )?")
_SEVERAL_WITHIN = re.compile(r" (?:hai|ba|bốn|năm|\d|các) (?:tỉnh|huyện|đơn vị|bên|đồn)")
_PLACE = re.compile(r"\s*\((?:(?:phía|tỉnh|huyện|bđbp|công an) )?(?P<place>[^()\n]{2,40})\)")
_NEXT = re.compile(r"\s*(?:,|;|và|, và|; và| cùng)\s*(?:các )?(?:đồng chí )?")
_REACH = 600
_IN_TURN = ("lần lượt là ", "lần lượt giữ chức ", "lần lượt là các ")
_BRACKET = re.compile(r" ?\([^()\n]{2,40}\)")
_IN_LIST = re.compile(r"(?: ?\([^()\n]{2,40}\))?(?:,|;| và|, và|; và)?(?: là)?(?: của| thuộc)? ")


def share_posts(ctx: Context, units: Units, people: Sequence[Someone]) -> None:
    """Give each person of a list the post that stands before it for all, of the unit whose place his brackets name; or
    that which stands at his place in a list behind "lần lượt là".
    """
    if (folded := ctx.view.folded).find("lần lượt ") >= 0:
        for p in ctx.of("people.position"):
            if p.value != "party" and folded.endswith(_IN_TURN, 0, p.start):
                _share_in_turn(ctx, units, people, p)
    lists = [(p, opens) for p in ctx.of("people.position") if (opens := _list_behind(ctx, p)) is not None]
    if not lists:
        return
    places = sorted(((o, one) for one in people for o in one.places), key=lambda x: x[0].name.start)
    for p, opens in lists:
        listed = _listed(ctx, opens, [x for x in places if opens <= x[0].name.start < opens + _REACH])
        if len(listed) < 2:
            continue
        for one, place in listed:
            if not one.posts or one.posts[0].at == Span(p.start, p.end):
                # the unit is told elsewhere, and acts there: it is no post's
                post = Post(str(p.value), Span(p.start, p.end), p.rule, None)
                one.posts, one.unit = (post,), _unit_at(ctx, units, post, place) if place else None


def _share_in_turn(ctx: Context, units: Units, people: Sequence[Someone], first: Mention) -> None:
    """Give those before "lần lượt là" the posts behind it, in their order: "A và B, lần lượt là Chỉ huy trưởng BĐBP
    tỉnh X và BĐBP tỉnh Y", "… là Chính ủy và Tham mưu trưởng BĐBP tỉnh X".
    """
    sentence = ctx.page.sentence(first.start)
    if sentence is None:
        return
    told, end = _told_in_turn(ctx, units, first, sentence.end)
    before = sorted((o.name.start, i) for i, one in enumerate(people) for o in one.places
                    if sentence.start <= o.name.start < first.start)  # fmt: skip
    named = [people[i] for _, i in before]
    if len(told) < 2 or len(named) != len(told) or len(set(map(id, named))) != len(named):
        return
    for one, post in zip(named, told, strict=True):
        if not one.posts or one.posts[-1].at.start >= first.start:
            one.posts, one.unit = (post,), post.unit
    # what the last one does stands behind the whole list
    last = named[-1]
    last.places = [o._replace(end=end) if o.name.start == before[-1][0] else o for o in last.places]


def _told_in_turn(ctx: Context, units: Units, first: Mention, end: int) -> tuple[list[Post], int]:
    """The posts of a list from its first on, each with its unit, and where it ends; a unit without a post has the post
    before it, a post without a unit that of the next.
    """
    posts = [p for p in ctx.inside("people.position", first.start, end) if p.value != "party"]
    pieces: list[Mention | Named] = sorted([*posts, *units.within(first.start, end)], key=lambda x: x.start)
    told: list[Post] = []
    at = first.start
    for piece in pieces:
        gap = ctx.view.folded[at : piece.start] if piece.start >= at else None
        if gap is None or (told and not _IN_LIST.fullmatch(gap)):
            break
        if not isinstance(piece, Named):
            told.append(Post(str(piece.value), Span(piece.start, piece.end), piece.rule, None))
        elif told[-1].unit is None:
            told[-1] = told[-1]._replace(unit=piece)
        else:
            told.append(told[-1]._replace(unit=piece))
        at = piece.end
    for i in range(len(told) - 2, -1, -1):
        if told[i].unit is None:
            told[i] = told[i]._replace(unit=told[i + 1].unit)
    bracket = _BRACKET.match(ctx.view.folded, at)
    return told, bracket.end() if bracket else at


def _list_behind(ctx: Context, p: Mention) -> int | None:
    """Where the list opens whose persons share a post; None where the post is one person's."""
    folded = ctx.view.folded
    before = folded.endswith(_LAST_WORDS, 0, p.start) and _SEVERAL_BEFORE.search(folded, max(0, p.start - 24), p.start)
    if p.value == "party" or not (before or folded.find(":", p.end, p.end + 80) >= 0):
        return None
    m = _TO_LIST.match(folded, p.end)
    return m.end() if m and (before or _SEVERAL_WITHIN.search(m[0])) else None


def _listed(
    ctx: Context, opens: int, places: Sequence[tuple[Occurrence, Someone]]
) -> list[tuple[Someone, Span | None]]:
    """The persons of a list, each with the place in his brackets."""
    found: list[tuple[Someone, Span | None]] = []
    at = opens
    for o, one in places:
        start = max(o.start, opens)  # the first may have taken the words before the list for his own post
        if start != at:
            break
        place = _PLACE.match(ctx.view.folded, o.name.end)
        found.append((one, Span(*place.span("place")) if place else None))
        following = _NEXT.match(ctx.view.folded, place.end() if place else o.end)
        if following is None:
            break
        at = following.end()
    return found


def _unit_at(ctx: Context, units: Units, post: Post, place: Span) -> Named | None:
    """The unit of a place that a post may be of."""
    words = ctx.text(*place)
    region = ctx.tables.region(words)
    for u in units.mentions:
        same = fold_name(u.place) == fold_name(words) or (region is not None and u.region == region.code and u.place)
        if same and fits(post, u) and units.entry(u):
            return u
    return None
