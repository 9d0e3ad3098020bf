"""How the units of an article stand to each other: who is above whom, and whose each is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

import regex

from ..mention import Span
from ..record import Country
from ..tables import Region, fold_name
from .context import Context
from .unit_phrases import FORCE, Named, neighbour

__all__ = ["find_parents", "tell_countries"]

_UNDER = re.compile(r"\s*(?:,? ?(?:trực )?thuộc|,|\((?:trực )?(?:thuộc )?|-|,? ?của)\s*")  # in lower case
_TOGETHER = regex.compile(r"(?i)\s*(?:,|;|và|,? và|cùng|với)\s*(?:các )?")
_BRACKETS = regex.compile(r" ?\([^()]*\)")
_BRACKETS_COMMA = regex.compile(r" ?\([^()]*\)(?=,)")
_SIDE = regex.compile(r"(?i)(?:phía|đoàn|bạn|nước|bên|từ) (?:nước )?(?:bạn )?$")
_LOWEST = ("trạm", "phân trạm", "trung đội", "đội")
_LOW = ("chi khu", "đại đội", "tiểu đoàn")
_NO_MINISTRY = ("bộ tư lệnh", "bộ đội", "bộ tổng")
_CENTRAL = ("cục", "bộ tư lệnh", "quân khu", "tổng đội")
# Heads that only one state's forces bear, as papers write them (facts of the project, units as printed); asked last.
_BEARS = (
    ("VN", regex.compile(r"bộ đội biên phòng|đồn biên phòng|đồn công an biên phòng|ủy ban nhân dân|sở ngoại vụ"
                         r"|tổng cục hải quan|quân đội nhân dân$|hội đồng nhân dân|học viện|vùng cảnh sát biển")),
    ("KH", regex.compile(r"tiểu khu|chi khu|hiến binh|hoàng gia|ty công an")),
    ("CN", regex.compile(r"chi đội|tổng đội|tổng trạm|hội ngộ|giải phóng nhân dân|trạm (?:kiểm tra|quản lý)"
                         r"|quản lý biên giới|hải cảnh")),
    ("LA", regex.compile(r"ty an ninh|chỉ huy an ninh")),
)  # fmt: skip


def _rank(u: Named) -> int:
    """How high a unit stands, to tell a parent after a comma from a neighbour in a list."""
    head = u.head_key
    if head.startswith(_LOWEST):
        return 0
    if u.kind == "border_post" or head.startswith(_LOW) or u.level.lower() in ("huyện", "xã", "thị xã", "phường"):
        return 1
    if head.startswith("quân đội") or (head.startswith("bộ ") and not head.startswith(_NO_MINISTRY)):
        return 7
    if head.startswith("bộ tổng"):
        return 6
    if "lục quân" in head or head == "hải cảnh" or head.startswith("tổng cục"):
        return 5
    if head.startswith(_CENTRAL) or (head == FORCE and not u.place):
        return 4
    return 3 if head.startswith("tổng trạm") else 2


def find_parents(ctx: Context, found: Sequence[Named]) -> None:
    """Set the unit above each: behind a comma, a dash, in brackets or after "thuộc", and higher."""
    other: Named | None = None
    above: Named | None = None  # the first unit of the next phrase
    for u in reversed(found):
        if other is not None and other.phrase != u.phrase:
            above = other
        if above is not None and _is_under(ctx, u, above):
            u.parent = above
        elif other is not None and other.parent is not None and _is_beside(ctx, u, other, other.parent):
            u.parent = other.parent
        other = u


def _is_under(ctx: Context, u: Named, above: Named) -> bool:
    """Whether the words between a unit and the next one put it under that."""
    if above.start < u.end:
        return False
    gap = ctx.view.folded[u.end : above.start]
    # "(Lào), Bộ Tổng Tham mưu": what is in brackets does not part them
    if ")," in gap:
        gap = _BRACKETS_COMMA.sub("", gap)
    return _UNDER.fullmatch(gap) is not None and _rank(above) > _rank(u)


def _is_beside(ctx: Context, u: Named, other: Named, above: Named) -> bool:
    """Whether a unit stands in a list with the next one, of its kind, and so under the same one above."""
    if u.kind != other.kind or other.start < u.end or _rank(u) >= _rank(above):
        return False
    if _likely(ctx, u) not in (None, _likely(ctx, other), _likely(ctx, above)):
        return False
    gap = ctx.view.plain[u.end : other.start]
    return ";" not in gap and _TOGETHER.fullmatch(gap) is not None


def _likely(ctx: Context, u: Named) -> Country | None:
    """The country that a unit's own words tell: in the name, by its place, by its head; None where they do not."""
    region = ctx.tables.region(f"{u.level} {u.place}".strip()) if u.place else None
    return u.country or (region.country if region else _bearer(u))


def _bearer(u: Named) -> Country | None:
    """The state whose forces bear this head; None where several do."""
    head = f"{u.head} {u.army}".lower().strip()
    return next((code for code, pattern in _BEARS if pattern.search(head)), None)


def tell_countries(ctx: Context, found: Sequence[Named]) -> None:
    """Set each unit's country and region: its own words, its place, its parent, the side it is named with, its head."""
    # the unit above stands behind and comes first: a post lies where its command does, whatever else bears its name
    for u in reversed(found):
        _by_place(ctx, u)
    # up and down the chains of parents, which are four units long at most
    below = [(u, u.parent) for u in found if u.parent]
    for _ in range(3):
        for u, above in below:
            _share(u, above)
    _by_namesake(found)
    for i, u in enumerate(found):
        if u.country is None:
            u.country, u.country_from = _by_side(ctx, u, found, i)
    _by_namesake(found)
    for u in found:
        if u.country is None:
            # only the neighbours' districts have a "Huyện trưởng"
            theirs = neighbour(ctx) if ctx.view.folded.endswith(" trưởng ", 0, u.start) and not u.head else None
            u.country = _bearer(u) or theirs or "VN"
            u.country_from = u.pieces[0] if u.pieces else Span(u.start, u.end)
    _by_home(found)
    for i, u in enumerate(found):
        if u.region is None and u.kind in ("border_post", "border_station"):
            _by_neighbour(u, _before(ctx, found, i))
    for u, above in below:
        if above.country != u.country and not above.nation and not above.place:
            above.country, above.country_from = u.country, u.country_from


def _by_place(ctx: Context, u: Named) -> None:
    """Country and region of a unit's place, if any: a region of the tables, for a post or station also a gate."""
    if not u.place:
        return
    above = u.parent
    country = u.country or (above.country if above else None)
    if above and above.region and above.region_from:
        _place(u, country or above.region[:2], above.region, above.region_from)
        return
    name = f"{u.level} {u.place}".strip()
    region = ctx.tables.region(name, country=country) or ctx.tables.region(u.place, country=country)
    small = u.kind in ("border_post", "border_station")
    if region and small:
        at_gate = u.level.lower().startswith("cửa khẩu") and region.within
        region = None if at_gate or not _is_called(region, u) else region
    if region is None and small:
        gate = ctx.tables.gate(u.place, country=u.country)
        if gate is not None:
            ours = (u.country or _bearer(u)) == "VN"
            code = gate.region if ours else gate.other_region
            _place(u, "VN" if ours else gate.other_country, code or None, u.pieces[-1])
    elif region and u.country in (None, region.country):
        _place(u, region.country, region.code, u.pieces[-1])


def _is_called(region: Region, u: Named) -> bool:
    """Whether a region bears the very name of a unit's place: what only sounds alike is another village."""
    return fold_name(region.name) == fold_name(u.place)


def _place(u: Named, country: Country, region: str | None, span: Span) -> None:
    """Set country and region where they are open, both shown by `span`."""
    if u.country is None:
        u.country, u.country_from = country, span
    if u.region is None and region:
        u.region, u.region_from = region, span


def _share(u: Named, above: Named) -> None:
    """Share country and region with the unit above."""
    if u.country is None:
        u.country, u.country_from = above.country, above.country_from
    elif above.country is None:
        above.country, above.country_from = u.country, u.country_from
    if u.region is None and u.country == above.country:
        u.region, u.region_from = above.region, above.region_from


def _by_namesake(found: Sequence[Named]) -> None:
    """A mention without its country ("Đại đội trưởng Đại đội Biên phòng 531") is of that which another one tells."""
    # a ministry without its country is no other state's for its name
    untold = [u for u in found if u.country is None and u.kind != "ministry"]
    if not untold:
        return
    known: dict[tuple[str, str], list[Named]] = {}
    for u in found:
        if u.country:
            known.setdefault((u.head_key, u.place.lower()), []).append(u)
    for u in untold:
        same = known.get((u.head_key, u.place.lower()), [])
        if len({x.country for x in same}) == 1:
            u.country, u.country_from = same[0].country, same[0].country_from
            if u.region is None:
                u.region, u.region_from = same[0].region, same[0].region_from


def _by_home(found: Sequence[Named]) -> None:
    """A post of Viet Nam whose place no table has lies in the only province whose units the article names."""
    homes = {u.region: u for u in found if u.country == "VN" and u.region and u.kind != "border_post"}
    if len(homes) == 1:
        home = next(iter(homes.values()))
        for u in found:
            if u.kind == "border_post" and u.country == "VN" and u.region is None:
                u.region, u.region_from = home.region, home.region_from


def _before(ctx: Context, found: Sequence[Named], i: int) -> Iterator[Named]:
    """The units before `found[i]` in its sentence, nearest first, no further than a sentence's length back."""
    sentence = ctx.page.sentence(found[i].start)
    start = sentence.before(found[i].start).start if sentence else found[i].start
    return takewhile(lambda x: x.start >= start, (found[j] for j in range(i - 1, -1, -1)))


def _by_side(ctx: Context, u: Named, found: Sequence[Named], i: int) -> tuple[Country, Span] | tuple[None, None]:
    """The country of `found[i]` that its sentence tells: by a unit of its name before it, its side, its neighbours."""
    plain = ctx.view.plain
    sentence = ctx.page.sentence(u.start)
    bearer = _bearer(u)
    if sentence is None:
        return None, None
    if u.kind == "ministry":
        # "Đoàn đại biểu Bộ Quốc phòng Lào …, do X, Bộ trưởng Bộ Quốc phòng dẫn đầu"
        named_before = next((x for x in _before(ctx, found, i) if x.country and x.head_key == u.head_key), None)
        if named_before and named_before.country and named_before.country_from and named_before.nation:
            return named_before.country, named_before.country_from
    named = ctx.inside("countries", sentence.start, u.start)
    sides = [c for c in named if _SIDE.search(plain[max(0, c.start - 24) : c.start])]
    if sides and bearer in (None, sides[-1].value):
        return str(sides[-1].value), Span(sides[-1].start, sides[-1].end)
    if bearer is None:
        behind = takewhile(lambda x: x.start < sentence.end, (found[j] for j in range(i + 1, len(found))))
        right = next((x for x in behind if x.country and u.end <= x.start), None)
        left = next((x for x in _before(ctx, found, i) if x.country and x.end <= u.start), None)
        for x in (right, left):
            if x is None or x.country is None or x.country_from is None:
                continue
            gap = plain[u.end : x.start] if x is right else plain[x.end : u.start]
            if _TOGETHER.fullmatch(_BRACKETS.sub("", gap)):
                return x.country, x.country_from
    return None, None


def _by_neighbour(u: Named, before: Iterator[Named]) -> None:
    """A post whose place no table has lies where the unit of its side before it in the sentence does."""
    near = next((x for x in before if x.region and x.country == u.country), None)
    if near:
        u.region, u.region_from = near.region, near.region_from
