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


def share_posts(ctx: Context, units: Units, people: Sequence[Someone]) -> None:
    """Give each person of a list the post that stands before it for all, of the unit whose place his brackets name."""
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
