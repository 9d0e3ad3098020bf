"""Unit mentions → the units of the article: written out, with country, region and parent, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import regex

from ..mention import Mention, Span
from ..offsets import fold_tone
from ..record import Country, Evidence, Unit
from ..tables import fold_name
from ..values.units import capitalise, members, same_head, write_out
from .context import Context

__all__ = ["Named", "Units", "read_units"]

# Heads that name one unit without any place; all others are collectives until a place is told.
_STANDS_ALONE = regex.compile(
    r"bộ tư lệnh|cục |tổng cục|bộ (?!chỉ huy|đội)|quân đội|quân khu \d|học viện|đội k|(?:trung|sư|lữ) đoàn|hải (?:đoàn|đội)|hải cảnh|.*\d$"
)
_FORCE = regex.compile(r"bộ đội biên phòng")
_LISTED = regex.compile(r"(?i)(?:\d{1,2}|các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: đơn vị| cụm)? $")
_UNDER = regex.compile(r"(?i)\s*(?:,? ?(?:trực )?thuộc|,|\((?:trực )?(?:thuộc )?|-|,? ?của)\s*")
_TOGETHER = regex.compile(r"(?i)\s*(?:,|;|và|,? và|cùng|với)\s*(?:các )?")
_VENUE = regex.compile(r"(?i)(?:tại|ở|trong|trên)(?: (?:trụ sở|hội trường|nhà khách|sở chỉ huy|doanh trại|phòng họp|khuôn viên|khu vực|trung tâm))* ?$|(?:hội trường|trụ sở|phòng họp|khuôn viên) $")
# An old post, the feast of an army, one who is only helped or told: none of them acts.
_IDLE = regex.compile(
    r"(?i)(?:(?:đang là|nguyên|hiện là|hiện làm|rời cương vị|thôi giữ chức|vốn là) (?:vụ )?[\p{L} ]{0,40}"
    r"|(?:thành lập|truyền thống|giúp|tham mưu|tham mưu cho|tham mưu, giúp) )$"
)
_OLD_POST = regex.compile(r"(?i),? (?:nhận nhiệm vụ|giữ chức|để làm|được bổ nhiệm|giữ cương vị|đảm nhận cương vị)")
_PROVINCE = regex.compile(r"(?:(?i:tỉnh|đoàn) )?(\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+){0,3})")
_POST_BEFORE = regex.compile(r"(?i)(?:trưởng|tư lệnh|chính ủy|chính trị|nghiệp vụ|chủ nhiệm|quân y|trợ lý) $")
_SIDE = regex.compile(r"(?i)(?:phía|đoàn|bạn|nước|bên|từ) (?:nước )?(?:bạn )?$")
# Heads that only one state's forces bear, as papers write them (facts.md, 3.4); asked last.
_BEARS = (
    ("VN", regex.compile(r"bộ đội biên phòng|đồn biên phòng|đồn công an biên phòng|ủy ban nhân dân|sở ngoại vụ|tổng cục hải quan|quân đội nhân dân$|hội đồng nhân dân|học viện")),
    ("KH", regex.compile(r"tiểu khu|chi khu|hiến binh|hoàng gia|ty công an")),
    ("CN", regex.compile(r"chi đội|tổng đội|tổng trạm|hội ngộ|bộ công an|giải phóng nhân dân|trạm (?:kiểm tra|quản lý)|quản lý biên giới")),
    ("LA", regex.compile(r"ty an ninh|chỉ huy an ninh")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """One unit at one place of the text. `start`, `end` are those of the whole phrase; `pieces` those of its name."""

    start: int
    end: int
    rule: str
    kind: str
    head: str
    level: str
    place: str
    pieces: tuple[Span, ...]
    nation: Span | None = None
    army: str = ""
    country: Country | None = None
    country_from: Span | None = None
    region: str | None = None
    region_from: Span | None = None
    parent: int | None = None
    phrase: int = 0
    venue: bool = False
    idle: bool = False
    open: bool = True
    name: str = ""
    key: str = ""

    @property
    def complete(self) -> bool:
        """Whether the words name one unit: a place, a number or a head that stands alone."""
        return bool(self.place or self.army) or bool(_STANDS_ALONE.match(self.head.lower()))


@dataclass
class Units:
    """All units of an article: every mention in order, and the record's entries by key; `venues` are those that are only
    named as the place, and no entries until `admit` makes them so."""

    mentions: list[Named]
    entries: dict[str, Unit] = field(default_factory=dict)
    venues: dict[str, Unit] = field(default_factory=dict)

    def within(self, start: int, end: int) -> list[Named]:
        """The mentions that begin in a stretch of the text, in order."""
        return [u for u in self.mentions if start <= u.start < end]

    def entry(self, mention: Named) -> Unit | None:
        """The record's entry of a mention; None where the mention names no unit of its own."""
        return self.entries.get(mention.key)

    def admit(self, mention: Named) -> None:
        """Count a unit that is only named as the venue: it is its side's only one."""
        if mention.key in self.venues:
            self.entries.setdefault(mention.key, self.venues[mention.key])

    @property
    def records(self) -> tuple[Unit, ...]:
        """The entries in the order of their first mention."""
        first = {u.key: i for i, u in reversed(list(enumerate(self.mentions)))}
        return tuple(self.entries[key] for key in sorted(self.entries, key=lambda key: first[key]))


def read_units(ctx: Context) -> Units:
    """Every named unit of the content lines. An article without units gives an empty `Units`."""
    found: list[Named] = []
    for number, mention in enumerate(ctx.of("units")):
        found += _members_of(ctx, mention, number)
    found = [_brackets(ctx, u) for u in found]
    found = _fill_bare(ctx, found)
    found = [u for u in found if u.complete or _is_force(ctx, u, found)]
    found = _parents(ctx, found)
    found = _countries(ctx, found)
    found = [_finish(ctx, u) for u in found]
    units = Units(found)
    _enter(ctx, units)
    return units


def _members_of(ctx: Context, m: Mention, number: int) -> list[Named]:
    """The units that one phrase names, without what stands around it."""
    plain, text = ctx.view.plain, ctx.view.text
    head = m.first("head")
    words = write_out(fold_tone(text[head.start : head.end]), ctx.tables.abbreviations) if head else "Đồn Biên phòng"
    if m.rule.endswith("military.by_its_head"):
        words = "Bộ Chỉ huy Quân sự"
    elif m.rule.endswith("ministry.by_its_head"):
        words = f"Bộ {words}"
    elif words == "Chỉ huy Quân sự":
        words = "Bộ Chỉ huy Quân sự"
    army = m.first("army")
    army_words = write_out(text[army.start : army.end], ctx.tables.abbreviations) if army else ""
    nation = m.first("nation")
    listed = bool(_LISTED.search(plain[max(0, m.start - 16) : m.start]))
    base = Named(
        m.start, m.end, m.rule, str(m.value), capitalise(words), "", "", tuple(s for s in (head, army) if s), nation, army_words,
        phrase=number, venue=bool(_VENUE.search(plain[max(0, m.start - 60) : m.start])),
        idle=bool(_IDLE.search(plain[max(0, m.start - 60) : m.start]) or _OLD_POST.match(plain, m.end)),
    )  # fmt: skip
    out = []
    for part in members(plain, m.groups, listed=listed):
        level = text[part.level.start : part.level.end] if part.level else ""
        out.append(replace(
            base, level=write_out(level, ctx.tables.abbreviations), place=text[part.place.start : part.place.end],
            pieces=tuple(s for s in (head, part.level, part.place) if s),
            country_from=part.note, open=part.open,
        ))  # fmt: skip
    if out:
        last = out[-1].pieces[-1]
        return [replace(u, end=m.end if len(out) == len(m.groups["item"]) else last.end) for u in out]
    bare = m.first("bare")
    if m.groups.get("count"):
        # "Bộ Quốc phòng hai nước" is one of each country; the force of both countries is a collective
        both = ("VN", _neighbour(ctx)) if base.kind == "ministry" else ()
        return [replace(base, country=code, country_from=m.first("count")) for code in both if code]
    return [replace(base, level=text[bare.start : bare.end] if bare else "")]


def _neighbour(ctx: Context) -> Country | None:
    """The state that the article names most often beside Viet Nam; None where it names none."""
    counted = Counter(str(c.value) for c in ctx.of("countries") if c.value != "VN")
    return max(counted, key=lambda code: counted[code], default=None)


def _brackets(ctx: Context, u: Named) -> Named:
    """Read the country or region that a unit carries in brackets, after a comma or in its name."""
    plain = ctx.view.plain
    if u.nation:
        code = _country_in(ctx, u.nation.start, u.nation.end)
        u = replace(u, country=code, country_from=u.nation) if code else u
    note = u.country_from if u.country_from and not u.nation else None
    if note is None and u.open:
        after = regex.compile(r" ?\(([^()\n]{2,80})\)|, (?=\p{Lu}|(?i:nước) )([^,.;()\n]{2,40})").match(plain, u.end)
        if after:
            note = Span(*after.span(1 if after[1] else 2))
            if after[2] and not (_country_in(ctx, note.start, min(note.end, note.start + 32)) and ctx.of("countries")):
                if ctx.tables.region(plain[note.start : note.end]) is None:
                    note = None
                elif not u.level and u.kind not in ("border_post", "border_station"):
                    note = None
    if note:
        code = _country_in(ctx, note.start, note.end)
        if code and (u.country is None) and not _other_country(ctx, u, code):
            u = replace(u, country=code, country_from=note)
        for piece in regex.finditer(r"[^,\-]+", plain[note.start : note.end]):
            words = regex.sub(r"(?i)^(?:thuộc |BĐBP |bộ đội biên phòng )+", "", piece[0].strip())
            region = ctx.tables.region(words)
            own = ctx.tables.region(f"{u.level} {u.place}".strip()) if u.place else None
            if region and (own is None or own.country == region.country) and u.region is None:
                at = Span(note.start + piece.start(), note.start + piece.end())
                u = replace(u, region=region.code, region_from=at, country=u.country or region.country, country_from=u.country_from if u.country else at)
    elif not u.nation:
        u = replace(u, country_from=None) if u.country is None else u
    return u


def _other_country(ctx: Context, u: Named, code: str) -> bool:
    """Whether a unit's own place lies in another country than the one in brackets: "Quảng Trị - Savannakhet (Lào)"."""
    region = ctx.tables.region(f"{u.level} {u.place}".strip()) if u.place else None
    return region is not None and region.country != code and ctx.tables.region(u.place, country=code) is None


def _country_in(ctx: Context, start: int, end: int) -> Country | None:
    """The first country that a stretch of the text names."""
    return next((str(c.value) for c in ctx.of("countries") if start <= c.start < end), None)


def _fill_bare(ctx: Context, found: list[Named]) -> list[Named]:
    """Give "Bộ CHQS tỉnh" and heads without a place the place that the text tells elsewhere."""
    out: list[Named] = []
    for i, u in enumerate(found):
        if u.place or u.army or _STANDS_ALONE.match(u.head.lower()):
            out.append(u)
            continue
        source = _place_for(ctx, u, found, i, out)
        if source is None:
            out.append(u)
        else:
            level, place, span, country, country_from = source
            out.append(replace(
                u, level=u.level or level, place=place, pieces=(*u.pieces, span),
                country=u.country or country, country_from=u.country_from or country_from,
            ))  # fmt: skip
    return out


def _place_for(
    ctx: Context, u: Named, found: Sequence[Named], i: int, before: Sequence[Named]
) -> tuple[str, str, Span, Country | None, Span | None] | None:
    """Where a unit without a place lies: (level, place, its span, country, span of the country); None where it is not told.

    In this order: the unit coordinated to its right ("Bộ CHQS tỉnh, Sở Ngoại vụ tỉnh Long An"); the nearest unit of its
    head or level, or province, before it in the sentence; a unit of the same head anywhere; the only province of Viet Nam.
    """
    plain = ctx.view.plain

    def of(x: Named) -> tuple[str, str, Span, Country | None, Span | None]:
        return x.level, x.place, x.pieces[-1], x.country, x.country_from

    sentence = ctx.page.sentence(u.start)
    start, end = (sentence.start, sentence.end) if sentence else (u.start, u.end)
    if not u.level and _FORCE.search(u.head.lower()):
        return None
    right = next((x for x in found[i + 1 :] if x.place and x.start >= u.end), None)
    if right and right.start < end and regex.fullmatch(r"(?i)(?:, | và )", plain[u.end : right.start]):
        return of(right)
    same = [x for x in before if x.place and same_head(x.head.lower()) == same_head(u.head.lower())]
    near = [(x.start, of(x)) for x in before if x.place and start <= x.start and (x in same or not u.level or x.level.lower() == u.level.lower())]
    if u.level:
        for m in _PROVINCE.finditer(plain, start, u.start):
            region = ctx.tables.region(m[1])
            if region and region.within is None:
                near.append((m.start(), ("", ctx.text(*m.span(1)), Span(*m.span(1)), None, None)))
    if near:
        return max(near, key=lambda x: x[0])[1]
    if len({x.place.lower() for x in same}) == 1 or (same and all(x.country == "VN" for x in same)):
        return of(same[-1])
    later = [x for x in found if x.place and same_head(x.head.lower()) == same_head(u.head.lower())]
    home = [x for x in later if (r := ctx.tables.region(f"{x.level} {x.place}")) and r.country == "VN"]
    for choice in (later, home):
        if len({x.place.lower() for x in choice}) == 1:
            return of(choice[0])
    if u.level:
        homes = {x.place.lower(): x for x in found if x.place and x.level == "tỉnh" and (r := ctx.tables.region(x.place)) and r.country == "VN"}
        if len(homes) == 1:
            return of(next(iter(homes.values())))
    return None


def _is_force(ctx: Context, u: Named, found: Sequence[Named]) -> bool:
    """Whether a bare "Bộ đội Biên phòng" is the force itself: after a post, or with its ministry behind it."""
    if u.level or not _FORCE.fullmatch(u.head.lower()):
        return False
    if _POST_BEFORE.search(ctx.view.plain[max(0, u.start - 24) : u.start]):
        return True
    return any(x.kind == "ministry" and _UNDER.fullmatch(ctx.view.plain[u.end : x.start]) for x in found if x.start > u.end)


def _rank(u: Named) -> int:
    """How high a unit stands, to tell a parent after a comma from a neighbour in a list."""
    head = u.head.lower()
    if u.kind in ("border_post",) or regex.match(r"chi khu|trạm|phân trạm|đại đội|tiểu đoàn|trung đội|đội", head):
        return 1
    if u.level.lower() in ("huyện", "xã", "thị xã", "phường"):
        return 1
    if regex.match(r"quân đội|bộ (?!chỉ huy|tư lệnh|đội|tổng)", head):
        return 7
    if head.startswith("bộ tổng"):
        return 6
    if "lục quân" in head or head.startswith("tổng cục"):
        return 5
    if regex.match(r"cục|bộ tư lệnh|quân khu|tổng đội", head) or (_FORCE.fullmatch(head) and not u.place):
        return 4
    return 3 if head.startswith("tổng trạm") else 2


def _parents(ctx: Context, found: list[Named]) -> list[Named]:
    """The unit above each: behind a comma, a dash, in brackets or after "thuộc", and higher."""
    plain = ctx.view.plain
    out = list(found)
    for i, u in enumerate(out):
        above = next((j for j in range(i + 1, len(out)) if out[j].phrase != u.phrase), None)
        if above is None:
            continue
        other = out[above]
        gap = plain[u.end : other.start] if other.start >= u.end else ""
        # "(Lào), Bộ Tổng Tham mưu": what is in brackets does not part them
        gap = regex.sub(r" ?\([^()]*\)(?=,)", "", gap)
        if gap and _UNDER.fullmatch(gap) and _rank(other) > _rank(u):
            out[i] = replace(u, parent=above)
    for i in range(len(out) - 2, -1, -1):
        u, other = out[i], out[i + 1]
        if u.parent is None and other.parent is not None and _rank(u) < _rank(out[other.parent]) and u.kind == other.kind:
            if _likely(ctx, u) not in (None, _likely(ctx, other), _likely(ctx, out[other.parent])):
                continue
            if other.start >= u.end and _TOGETHER.fullmatch(plain[u.end : other.start]) and ";" not in plain[u.end : other.start]:
                out[i] = replace(u, parent=other.parent)
    return out


def _likely(ctx: Context, u: Named) -> Country | None:
    """The country that a unit's own words tell: in the name, by its place, by its head; None where they do not."""
    region = ctx.tables.region(f"{u.level} {u.place}".strip()) if u.place else None
    return u.country or (region.country if region else _head_country(u))


def _countries(ctx: Context, found: list[Named]) -> list[Named]:
    """Tell each unit's country and region: its own words, its place, its parent, the side it is named with, its head."""
    out: list[Named] = []
    for u in found:
        if u.place:
            name = f"{u.level} {u.place}".strip()
            region = ctx.tables.region(name, country=u.country) or ctx.tables.region(u.place, country=u.country)
            if region and u.kind in ("border_post", "border_station") and u.level.startswith(("cửa khẩu", "Cửa khẩu")):
                region = None if region.within else region
            if region is None and u.kind in ("border_post", "border_station"):
                gate = ctx.tables.gate(u.place, country=u.country)
                if gate and (u.country or _head_country(u)) != "VN" and gate.other_region:
                    u = replace(u, region=u.region or gate.other_region, region_from=u.pieces[-1], country=u.country or gate.other_region[:2])
                elif gate and gate.region and (u.country or _head_country(u)) == "VN":
                    u = replace(u, region=u.region or gate.region, region_from=u.region_from or u.pieces[-1], country="VN", country_from=u.pieces[0])
            if region and (u.country is None or region.country == u.country):
                u = replace(
                    u, region=u.region or region.code, region_from=u.region_from or u.pieces[-1],
                    country=u.country or region.country, country_from=u.country_from or u.pieces[-1],
                )  # fmt: skip
        out.append(u)
    for _ in range(3):
        for i, u in enumerate(out):
            if u.parent is not None:
                above = out[u.parent]
                if u.country is None and above.country:
                    out[i] = u = replace(u, country=above.country, country_from=above.country_from)
                elif above.country is None and u.country:
                    out[u.parent] = above = replace(above, country=u.country, country_from=u.country_from)
                if u.region is None and above.region and u.country == above.country:
                    out[i] = replace(u, region=above.region, region_from=above.region_from)
    for i, u in enumerate(out):
        if u.country is None:
            code, span = _told_country(ctx, u, out)
            out[i] = replace(u, country=code, country_from=span)
    for i, u in enumerate(out):
        if u.region is None and u.kind in ("border_post", "border_station"):
            sentence = ctx.page.sentence(u.start)
            near = [x for x in out[:i] if sentence and x.start >= sentence.start and x.region and x.country == u.country]
            if near:
                out[i] = replace(u, region=near[-1].region, region_from=near[-1].region_from)
    for i, u in enumerate(out):
        if u.parent is not None and out[u.parent].country != u.country and out[u.parent].nation is None and not out[u.parent].place:
            out[u.parent] = replace(out[u.parent], country=u.country, country_from=u.country_from)
    return out


def _head_country(u: Named) -> Country | None:
    """The state whose forces bear this head; None where several do."""
    head = f"{u.head} {u.army}".lower().strip()
    return next((code for code, pattern in _BEARS if pattern.search(head)), None)


def _told_country(ctx: Context, u: Named, found: Iterable[Named]) -> tuple[Country, Span]:
    """The country of a unit that does not name it: of its side in the sentence, of its kind, else Viet Nam."""
    sentence = ctx.page.sentence(u.start)
    head = _head_country(u)
    at = u.pieces[0] if u.pieces else Span(u.start, u.end)
    if sentence:
        before = [c for c in ctx.of("countries") if sentence.start <= c.start < u.start and _SIDE.search(ctx.view.plain[max(0, c.start - 24) : c.start])]
        if before and head in (None, before[-1].value):
            return str(before[-1].value), Span(before[-1].start, before[-1].end)
        if head is None:
            right = next((x for x in found if x.country and x.start >= u.end and x.start < sentence.end), None)
            if right and right.country_from and _TOGETHER.fullmatch(regex.sub(r" ?\([^()]*\)", "", ctx.view.plain[u.end : right.start])):
                return right.country or "VN", right.country_from
            together = [x for x in found if x.country and x.end <= u.start and sentence.start <= x.start and x.country_from]
            if together and _TOGETHER.fullmatch(regex.sub(r"\([^()]*\)", "", ctx.view.plain[together[-1].end : u.start])):
                return together[-1].country or "VN", together[-1].country_from or at
    return head or "VN", at


def _finish(ctx: Context, u: Named) -> Named:
    """Write the name out and give the key under which mentions of one unit meet."""
    level, region = u.level, None
    if u.place:
        region = ctx.tables.region(f"{level} {u.place}".strip(), country=u.country) or ctx.tables.region(u.place, country=u.country)
        # "BĐBP Lai Châu" is "Bộ đội Biên phòng tỉnh Lai Châu"; other names keep the article's words
        if not level and _FORCE.search(u.head.lower()) and region and region.within is None and region.country == "VN":
            level = "tỉnh" if region.kind == "province" else "thành phố"
    nation = ctx.text(*u.nation) if u.nation and "," not in ctx.view.plain[u.pieces[-1].end : u.nation.start] else ""
    nation = regex.sub(r"(?i)^nước ", "", nation)
    name = " ".join(x for x in (u.head, u.army, level, u.place, nation) if x)
    where = region.code if region and region.within is None else fold_name(regex.sub(r"(?i)^cửa khẩu (?:quốc tế |chính |song phương )?", "", u.place))
    key = f"{u.country}|{same_head(u.head.lower())}|{u.army.lower()}|{where}"
    return replace(u, level=level, name=name, key=key)


def _enter(ctx: Context, units: Units) -> None:
    """Make the record's entries: the fullest name of each key, its evidence, its parent."""
    groups: dict[str, list[Named]] = {}
    for u in units.mentions:
        if not u.idle:
            groups.setdefault(u.key, []).append(u)
    best = {k: max(g, key=lambda u: len(u.name.split())) for k, g in groups.items()}
    for key, group in groups.items():
        top = best[key]
        parent = next((p for u in group if u.parent is not None and (p := units.mentions[u.parent]).key in best), None)
        region = next((u for u in group if u.region), None)
        shown = [*top.pieces, *((top.nation,) if top.nation else ()), *_spelled_out(ctx, top)]
        evidence = [ctx.evidence("name", s.start, s.end, top.rule) for s in shown]
        evidence.append(ctx.evidence("kind", top.pieces[0].start, top.pieces[0].end, top.rule))
        if top.country and top.country_from:
            evidence.append(ctx.evidence("country", *top.country_from, top.rule))
        if region and region.region_from:
            evidence.append(ctx.evidence("region", *region.region_from, region.rule))
        if parent:
            evidence += [ctx.evidence("parent", s.start, s.end, parent.rule) for s in parent.pieces]
        into = units.venues if all(u.venue for u in group) else units.entries
        into[key] = Unit(
            name=top.name, kind=top.kind, country=top.country, region=region.region if region else None,  # type: ignore[arg-type]
            parent=best[parent.key].name if parent else None, evidence=tuple(_once(evidence)),
        )  # fmt: skip


def _spelled_out(ctx: Context, u: Named) -> list[Span]:
    """Where the article itself spells out an abbreviation of a unit's name: shown beside the abbreviation."""
    words = {ctx.text(*s) for s in u.pieces}
    out = []
    for short, long in ctx.tables.abbreviations.items():
        if any(short in w.split() for w in words) and (at := ctx.view.folded.find(long.lower())) >= 0:
            out.append(Span(at, at + len(long)))
    return out


def _once(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Evidence without repeats, in order."""
    return list(dict.fromkeys(evidence))
