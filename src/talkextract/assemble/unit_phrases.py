"""Unit mentions → the units that their phrases name, each with what its own words and brackets tell."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

import regex

from ..mention import Mention, Span
from ..record import Country
from ..tables import fold_name
from ..values.names import sounds_vietnamese
from ..values.units import Member, capitalise, members, same_head, write_out
from .context import Context

__all__ = ["FORCE", "STANDS_ALONE", "Named", "country_in", "named_units", "neighbour"]

FORCE = "bộ đội biên phòng"
# Heads that name one unit without any place; all others are collectives until a place is told.
STANDS_ALONE = regex.compile(
    r"bộ tư lệnh|cục |tổng cục|bộ (?!chỉ huy|đội)|quân đội|quân khu \d|học viện|đội k|(?:trung|sư|lữ) đoàn"
    r"|hải (?:đoàn|đội)|hải cảnh|cảnh sát biển|.*\d$"
)
_LISTED = regex.compile(r"(?i)(?:\d{1,2}|các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: đơn vị| cụm)? $")
_VENUE = regex.compile(
    r"(?i)(?:tại|ở|trong|trên)(?: (?:trụ sở|hội trường|nhà khách|sở chỉ huy|doanh trại|phòng họp|khuôn viên|khu vực"
    r"|trung tâm))* $"
    r"|(?:hội trường|trụ sở|phòng họp|khuôn viên) $"
)
_LIST_WORDS = (
    "các ", "những ", "hai ", "ba ", "bốn ", "năm ", "sáu ", "bảy ", "tám ", "chín ", "mười ", "đơn vị ", "cụm ",
)  # fmt: skip
_VENUE_WORDS = (
    "tại ", "ở ", "trong ", "trên ", "trụ sở ", "hội trường ", "nhà khách ", "sở chỉ huy ", "doanh trại ", "phòng họp ",
    "khuôn viên ", "khu vực ", "trung tâm ",
)  # fmt: skip
# An old post, the feast of an army, one who is only helped or told: none of them acts. Read on the words before in
# lower case.
_FORMER = ("đang là ", "nguyên ", "hiện là ", "hiện làm ", "rời cương vị ", "thôi giữ chức ", "vốn là ")
_OF_FORMER = regex.compile(rf"(?r)(?:{'|'.join(_FORMER)})(?:vụ )?[\p{{L}} ]{{0,40}}")
_HELPED = ("thành lập ", "truyền thống ", "giúp ", "tham mưu ", "tham mưu cho ")
_OLD_POST = tuple(
    comma + words
    for words in (" nhận nhiệm vụ", " giữ chức", " để làm", " được bổ nhiệm", " giữ cương vị", " đảm nhận cương vị")
    for comma in ("", ",")
)
_NOTE = regex.compile(r" ?\((?P<in>[^()\n]{2,80})\)|, (?=\p{Lu}|(?i:nước) )(?P<behind>[^,.;()\n]{2,40})")
_OPENS_NOTE = (" (", "(", ", ")
_NOTE_PIECE = regex.compile(r"[^,\-]+")
_NOTE_FORCE = regex.compile(r"(?i)^(?:thuộc |BĐBP |bộ đội biên phòng )+")
_PROVINCE = regex.compile(r"(?:(?i:tỉnh|đoàn) )?(\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+){0,3})")
# heads of the neighbours' forces
_THEIRS = ("ty ", "tiểu khu", "chi khu", "hiến binh", "chi đội", "tổng đội")
_SMALL_LEVELS = ("huyện", "thị xã", "quận", "xã", "phường")
_SMALL_PLACE = regex.compile(
    rf"(?P<level>(?i:{'|'.join(_SMALL_LEVELS)})) (?P<place>\p{{Lu}}[\p{{L}}'-]*(?: \p{{Lu}}[\p{{L}}'-]*){{0,3}})"
)
_JOINED_RIGHT = regex.compile(r"(?i), | và ")


@dataclass(slots=True)
class Named:
    """One unit at one place of the text, while it is put together.

    `start`, `end` are those of the phrase (of the member, where others follow it); `pieces` the spans of the name.
    `phrase` is the number of the mention, `head_key` is one for two spellings of a head, `after` is a person's name
    that stood to the place, `open` says that what stands behind the phrase may speak of this member, `venue` that the
    words before make a place of it, `idle` that it does not act.
    """

    start: int
    end: int
    rule: str
    kind: str
    head: str
    pieces: tuple[Span, ...]
    phrase: int
    head_key: str
    level: str = ""
    place: str = ""
    army: str = ""
    nation: Span | None = None
    note: Span | None = None
    country: Country | None = None
    country_from: Span | None = None
    region: str | None = None
    region_from: Span | None = None
    parent: Named | None = None
    after: Span | None = None
    open: bool = True
    venue: bool = False
    idle: bool = False
    name: str = ""
    key: str = ""

    @property
    def shown(self) -> list[Span]:
        """The spans of the name as it stands here, the country that belongs to it too; neighbours are one span."""
        spans: list[Span] = []
        for span in (*self.pieces, self.nation) if self.nation else self.pieces:
            if spans and span.start - spans[-1].end == 1:
                spans[-1] = Span(spans[-1].start, span.end)
            else:
                spans.append(span)
        return spans

    @property
    def is_complete(self) -> bool:
        """Whether the words name one unit: a place, an army or a head that stands alone."""
        return bool(self.place or self.army or STANDS_ALONE.match(self.head_key))


def named_units(ctx: Context) -> list[Named]:
    """The units that the content lines name, in order, with the places and countries of their words and brackets."""
    found = [u for number, mention in enumerate(ctx.of("units")) for u in _members_of(ctx, mention, number)]
    for u in found:
        _read_note(ctx, u)
    if all(u.is_complete for u in found):
        return found
    found = [x for i, u in enumerate(found) for x in ((u,) if u.is_complete else _spread(ctx, u, found, i))]
    bare = [(i, u) for i, u in enumerate(found) if not u.is_complete]
    placed: dict[str, list[Named]] = {}
    for u in found:
        if u.place:
            placed.setdefault(u.head_key, []).append(u)
    provinces = [u for u in found if u.level == "tỉnh" and _is_home(ctx, u)]
    for i, u in bare:
        _find_place(ctx, u, found, i, placed.get(u.head_key, []), provinces)
    return found


def _spread(ctx: Context, u: Named, found: Sequence[Named], i: int) -> list[Named]:
    """A bare unit before a list of units is one of each ("Bộ CHQS và Công an 3 tỉnh A, B, C"), else itself."""
    right = _right(ctx, u, found, i)
    members_ = [x for x in found[i + 1 : i + 16] if right and x.phrase == right.phrase] if right else []
    if len(members_) < 2:
        return [u]
    return [
        replace(u, level=x.level, place=x.place, pieces=(*u.pieces, *x.pieces[1:]), note=x.note, country=x.country,
                country_from=x.country_from, region=x.region, region_from=x.region_from)
        for x in members_
    ]  # fmt: skip


def country_in(ctx: Context, start: int, end: int) -> tuple[Country, Span] | tuple[None, None]:
    """The first country that a stretch of the text names, and where; (None, None) where it names none."""
    found = ctx.inside("countries", start, end)
    return (str(found[0].value), Span(found[0].start, found[0].end)) if found else (None, None)


def _head_words(ctx: Context, m: Mention, head: Span | None) -> str:
    """The head of a phrase, written out: "Bộ CHQS" → "Bộ Chỉ huy Quân sự", "Đồn trưởng A" → "Đồn Biên phòng"."""
    if m.rule == "units.province":
        return ""
    words = write_out(ctx.view.plain[slice(*head)], ctx.tables.abbreviations) if head else "Đồn Biên phòng"
    if m.rule == "units.ministry.by_its_head":
        return f"Bộ {words}"
    return "Bộ Chỉ huy Quân sự" if words.lower() in ("quân sự", "chỉ huy quân sự") else capitalise(words)


def _members_of(ctx: Context, m: Mention, number: int) -> list[Named]:
    """The units that one phrase names, without what stands around it."""
    plain, folded, groups = ctx.view.plain, ctx.view.folded, m.groups
    head, army = groups.first("head"), groups.first("army")
    words = _head_words(ctx, m, head)
    back = max(0, m.start - 80)
    key = same_head(words.lower())
    # most phrases have none of these before them: ask for the last word first
    venue = folded.endswith(_VENUE_WORDS, 0, m.start) and bool(_VENUE.search(plain, back, m.start))
    idle = folded.startswith(_OLD_POST, m.end) or _is_idle(folded, back, m.start)
    counted = plain[m.start - 2 : m.start - 1].isdigit() or folded.endswith(_LIST_WORDS, 0, m.start)
    listed = counted and bool(_LISTED.search(plain, back, m.start))
    own = [s for s in (head, army) if s]
    nation, count, items = groups.first("nation"), groups.first("count"), groups["item"]
    army_words = write_out(ctx.text(*army), ctx.tables.abbreviations) if army else ""

    def unit(*pieces: Span, level: str = "", place: str = "", end: int = m.end) -> Named:
        return Named(
            m.start, end, m.rule, str(m.value), words, (*own, *pieces), number, key, level, place, army_words,
            nation, venue=venue, idle=idle,
        )  # fmt: skip

    parts = members(plain, items, groups, listed=listed)
    bare_end = len(parts) > 1 and parts[-1].level in (None, parts[0].level) and not (listed or count)
    if bare_end and not _is_place(ctx, m, parts[-1]):
        # "BĐBP tỉnh Gia Lai và Kiểm ngư …": another body, whose head no rule knows
        parts = parts[:-1]
    end = m.end if len(parts) == len(items) else parts[-1].place.end
    out = []
    for part in parts:
        pieces = (part.level, part.place) if part.level else (part.place,)
        level = write_out(ctx.text(*part.level), ctx.tables.abbreviations) if part.level else ""
        u = unit(*pieces, level=level, place=ctx.text(*part.place), end=end)
        u.note, u.open = part.note, part.open
        if len(parts) == 1 or u.place.isupper():
            _cut_person(ctx, u, part.place)
        out.append(u)
    if out:
        return out
    if count:
        # "Bộ Quốc phòng hai nước" is one of each country; the force of both countries is a collective
        for code in ("VN", neighbour(ctx)) if m.value == "ministry" else ():
            if code:
                u = unit()
                u.country, u.country_from = code, count
                out.append(u)
        return out
    bare = groups.first("bare")
    return [unit(level=ctx.text(*bare) if bare else "")]


def _is_idle(folded: str, start: int, end: int) -> bool:
    """Whether the words before a unit say that it does not act."""
    before = folded[start:end]
    if before.endswith(_HELPED):
        return True
    return any(word in before for word in _FORMER) and _OF_FORMER.match(before) is not None


def _is_place(ctx: Context, m: Mention, part: Member) -> bool:
    """Whether a bare name after "và" is a place: a region, or a post's place, which no table lists."""
    if m.value in ("border_post", "border_station"):
        return True
    known = ctx.text(*part.place)
    region = ctx.tables.region(known)
    # one syllable is a place only by its very name: "Kiểm" of "Kiểm ngư" sounds like one
    return region is not None and (" " in known or fold_name(region.name) == fold_name(known))


def _cut_person(ctx: Context, u: Named, place: Span) -> None:
    """Cut a person's name off a place that the tables know: "Chính ủy Chi đội … Phổ Nhĩ Trần Văn A"."""
    words = u.place.split(" ")
    if _is_whose_post(ctx, u, words):
        u.after, u.end, u.place, u.pieces = place, place.start - 1, "", u.pieces[:-1]
        return
    shouted = u.place.isupper() and len(words) > 1
    if (len(words) < 3 and not shouted) or ctx.tables.region(u.place) or ctx.tables.gate(u.place):
        return
    for n in range(len(words) - (1 if shouted else 2), 0, -1):
        known = " ".join(words[:n])
        if ctx.tables.region(f"{u.level} {known}".strip()) or ctx.tables.gate(known):
            end = place.start + len(known)
            u.place, u.end, u.after = known, end, None if shouted else Span(end + 1, place.end)
            u.pieces = (*u.pieces[:-1], Span(place.start, end))
            return


def _is_whose_post(ctx: Context, u: Named, words: Sequence[str]) -> bool:
    """Whether a place that no table knows is a person, his post before the unit: "Chủ tịch UBND tỉnh Lò Văn A"."""
    small = not u.level and u.kind in ("border_post", "border_station")
    if small or len(words) < 3 or not sounds_vietnamese(u.place) or ctx.tables.region(u.place):
        return False
    known = any(ctx.tables.region(" ".join(words[:n])) for n in range(2, len(words)))
    posts = ctx.inside("people.position", max(0, u.start - 40), u.start)
    return not known and any(p.end + 1 == u.start for p in posts)


def neighbour(ctx: Context) -> Country | None:
    """The state that the article names most often beside Viet Nam; None where it names none."""
    counted = Counter(str(c.value) for c in ctx.of("countries") if c.value != "VN")
    return max(counted, key=lambda code: counted[code], default=None)


def _read_note(ctx: Context, u: Named) -> None:
    """Read the country and region that a unit has in its name, in brackets or behind a comma."""
    if u.nation:
        u.country, u.country_from = country_in(ctx, *u.nation)
        return
    note = u.note or (_note_behind(ctx, u) if u.open else None)
    if note is None:
        return
    own = ctx.tables.region(f"{u.level} {u.place}".strip()) if u.place else None
    code, said = country_in(ctx, *note)
    # "Quảng Trị - Savannakhet (Lào)": the brackets speak of the last, whose place lies there
    elsewhere = own is not None and own.country != code and ctx.tables.region(u.place, country=code) is None
    if code and u.country is None and not elsewhere:
        u.country, u.country_from = code, said
    for piece in _NOTE_PIECE.finditer(ctx.view.plain, *note):
        words = piece[0].strip()
        region = ctx.tables.region(_NOTE_FORCE.sub("", words))
        if region and u.region is None and (own is None or own.country == region.country):
            start = piece.start() + len(piece[0]) - len(piece[0].lstrip())
            u.region, u.region_from = region.code, Span(start, start + len(words))
            if u.country is None:
                u.country, u.country_from = region.country, u.region_from


def _note_behind(ctx: Context, u: Named) -> Span | None:
    """The brackets behind a phrase, or the country or region behind its comma; None for any other word there."""
    plain = ctx.view.plain
    m = _NOTE.match(plain, u.end) if plain.startswith(_OPENS_NOTE, u.end) else None
    if m is None or m["in"]:
        return Span(*m.span("in")) if m else None
    span = Span(*m.span("behind"))
    if country_in(ctx, span.start, min(span.end, span.start + 32))[0]:
        return span
    if ctx.tables.region(m["behind"]) and (u.level or u.kind in ("border_post", "border_station")):
        return span
    return None


def _find_place(
    ctx: Context, u: Named, found: Sequence[Named], i: int, same: Sequence[Named], provinces: Sequence[Named]
) -> None:
    """Give "Bộ CHQS tỉnh" and heads without a place the place that the text tells elsewhere, if it does.

    `u` is `found[i]`; `same` are the units of its head that name their place, `provinces` those of a province of Viet
    Nam.
    """
    if not u.level and FORCE in u.head_key:
        # a bare force is itself, save before another unit that names the place: "BĐBP và Công an tỉnh X"
        source: Named | Span | None = _right(ctx, u, found, i)
    else:
        source = _place_beside(ctx, u, found, i) or _place_elsewhere(
            ctx, u, same, provinces if u.level and _may_lie(u, "VN") else ()
        )
    if isinstance(source, Named):
        u.level, u.place = u.level or source.level, source.place
        u.pieces = (*u.pieces, source.pieces[-1])
        if u.country is None:
            u.country, u.country_from = source.country, source.country_from
    elif source is not None:
        u.place, u.pieces = ctx.text(*source), (*u.pieces, source)


def _place_beside(ctx: Context, u: Named, found: Sequence[Named], i: int) -> Named | Span | None:
    """The unit of the same sentence whose place a unit without one shares, or the span of its province.

    The unit coordinated to its right ("Bộ CHQS tỉnh, Sở Ngoại vụ tỉnh Long An"), else the nearest unit of its head or
    level, or province, before it.
    """
    right = _right(ctx, u, found, i)
    if right is not None:
        return right
    sentence = ctx.page.sentence(u.start)
    start = sentence.before(u.start).start if sentence else u.start
    near: list[tuple[int, Named | Span]] = []
    for x in takewhile(lambda x: x.start >= start, reversed(found[max(0, i - 16) : i])):
        alike = not u.level or x.head_key == u.head_key or x.level.lower() == u.level.lower()
        if x.place and alike and _may_share(ctx, u, x):
            near.append((x.start, x))
            break
    if u.level.lower() in _SMALL_LEVELS:
        # "đoàn công tác huyện Mộc Hóa … Ban CHQS huyện"
        near += [
            (m.start(), Span(*m.span("place"))) for m in _SMALL_PLACE.finditer(ctx.view.plain, start, u.start)
            if m["level"].lower() == u.level.lower()
        ]  # fmt: skip
    elif u.level:
        for m in _PROVINCE.finditer(ctx.view.plain, start, u.start):
            region = ctx.tables.region(m[1])
            if region and region.within is None and _may_lie(u, region.country):
                near.append((m.start(), Span(*m.span(1))))
    return max(near, key=lambda x: x[0])[1] if near else None


def _right(ctx: Context, u: Named, found: Sequence[Named], i: int) -> Named | None:
    """The unit that "và" or a comma joins to `found[i]`, if it names its place."""
    right = next((x for x in found[i + 1 : i + 16] if x.place and x.start >= u.end), None)
    return right if right and _JOINED_RIGHT.fullmatch(ctx.view.plain, u.end, right.start) else None


def _place_elsewhere(ctx: Context, u: Named, same: Sequence[Named], provinces: Sequence[Named]) -> Named | None:
    """The unit of its head, before it or anywhere, whose place it must be; else one of Viet Nam's only province."""
    before = same[: bisect_left(same, u.start, key=lambda x: x.start)]
    if before and (len({x.place.lower() for x in before}) == 1 or all(x.country == "VN" for x in before)):
        return before[-1]
    home = [x for x in same if _is_home(ctx, x)]
    for choice in (same, home, provinces):
        if len({x.place.lower() for x in choice}) == 1:
            return choice[0]
    return None


def _may_lie(u: Named, country: Country) -> bool:
    """Whether a unit may lie in a country: the border guard force in Viet Nam only, "Ty" or "Tiểu khu" never there."""
    if FORCE in u.head_key:
        return country == "VN"
    return country != "VN" or not u.head_key.startswith(_THEIRS)


def _may_share(ctx: Context, u: Named, x: Named) -> bool:
    """Whether a unit may lie where another does."""
    return x.head_key == u.head_key or _may_lie(u, "VN" if _is_home(ctx, x) else "")


def _is_home(ctx: Context, u: Named) -> bool:
    """Whether a unit's place lies in Viet Nam."""
    region = ctx.tables.region(f"{u.level} {u.place}".strip()) if u.place else None
    return region is not None and region.country == "VN"
