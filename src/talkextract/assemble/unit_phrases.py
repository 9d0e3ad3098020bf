"""Unit mentions → the units that their phrases name, each with what its own words and brackets tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from ..mention import Mention, Span
from ..record import Country
from ..tables import fold_name
from ..values.names import sounds_vietnamese
from ..values.units import Member, capitalise, members, same_head, write_out
from .context import Context

__all__ = ["FORCE", "STANDS_ALONE", "Named", "bearer", "country_in", "named_units", "neighbour", "region_first"]

FORCE = "bộ đội biên phòng"
# Heads that name one unit without any place; all others are collectives until a place is told.
STANDS_ALONE = re.compile(
    r"bộ tư lệnh|cục |tổng cục|bộ (?!chỉ huy|đội)|quân (?:đội|chủng|ủy)|quân khu \d|học viện|đội |phòng "
    r"|hải quân (?:hoàng gia|nhân dân)|(?:trung|sư|lữ) đoàn|hải (?:đoàn|đội)|hải cảnh|cảnh sát biển|đoàn đặc nhiệm|vụ "
    r"|(?:đại sứ|(?:tổng )?lãnh sự) quán|hiến binh quốc gia|ủy ban (?:biên giới|quốc gia)|vùng \d|.*\d$"
)
_LISTED = regex.compile(r"(?i)(?:\d{1,2}|các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: đơn vị| cụm)? $")
_VENUE = regex.compile(
    r"(?i)(?<!\p{L})(?:tại|ở|trong|trên)(?: (?:trụ sở|hội trường|nhà khách|sở chỉ huy|doanh trại|phòng họp|khuôn viên"
    r"|khu vực|trung tâm))* $"
    r"|(?:hội trường|(?<!xây )(?<!dựng )(?<!mới )trụ sở|sở chỉ huy|phòng họp|khuôn viên) $"
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
_FORMER = re.compile("đang là |nguyên |hiện là |hiện làm |rời cương vị |thôi giữ chức |vốn là ")
_OF_FORMER = regex.compile(rf"(?r)(?:{_FORMER.pattern})(?:vụ )?[\p{{L}} ]{{0,40}}")
_IN_NAME = regex.compile(r"(?<=\p{L} )\p{Lu}")
_HELPED = ("thành lập ", "truyền thống ", "giúp ", "tham mưu ", "tham mưu cho ")
_OLD_POST = tuple(
    comma + words
    for words in (" nhận nhiệm vụ", " giữ chức", " để làm", " được bổ nhiệm", " giữ cương vị", " đảm nhận cương vị")
    for comma in ("", ",")
)
_NOTE = regex.compile(r" ?\((?P<in>[^()\n]{2,80})\)|, (?=\p{Lu}|(?i:nước) )(?P<behind>[^,.;()\n]{2,40})")
# a name behind the comma, whatever follows it: ", tỉnh Hủa Phăn hội đàm với"
_NAME_BEHIND = regex.compile(
    r"(?:,|(?= (?:huyện|tỉnh) )) ((?:(?i:tỉnh|thành phố|TP\.?|thị xã|huyện|châu|khu tự trị(?: dân tộc Choang)?) )?"
    r"\p{Lu}\p{L}*(?:[ -]\p{Lu}\p{L}*){0,4})"
)
_OPENS_NOTE = (" (", "(", ", ", " huyện ", " tỉnh ")
_NOTE_PIECE = re.compile(r"[^,\-]+")
_NOTE_FORCE = re.compile(r"(?i)^(?:thuộc |BĐBP |bộ đội biên phòng )+")
# A post right before a unit, whose holder may be named behind it.
_POST = tuple(
    f"{post} {rank}"
    for post in (
        "chủ tịch", "giám đốc", "trưởng", "chính ủy", "chính trị viên", "bí thư", "tư lệnh", "phó ban", "ủy viên",
    )
    for rank in ("", "thường trực ")
)  # fmt: skip
_COLLECTIVE = regex.compile(r" (?:\d{1,2}|các|những|hai|ba|bốn|năm|sáu|nhiều|mỗi|từng) \p{L}")
_MIDDLE = regex.compile(
    r"\p{L}+ (?:Văn|Thị|Đức|Xuân|Minh|Hữu|Quang|Ngọc|Thanh|Đình|Công|Trọng|Mạnh|Bá|Duy|Viết|Quốc|Tiến|Huy|Sỹ|Sĩ|Thế"
    r"|Khắc|Chí) \p{Lu}"
)
_HOLDER = regex.compile(r" (?P<name>\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,4})(?!\p{L})")
_SEATS = ("tỉnh", "thành phố", "huyện", "thị xã", "xã", "phường", "thị trấn", "quận")
# Heads that only one state's forces bear, as papers write them (facts of the project, units as printed); asked last.
_BEARS = (
    ("VN", re.compile(r"bộ đội biên phòng|đồn biên phòng|đồn công an biên phòng|ủy ban nhân dân|sở ngoại vụ"
                      r"|quân đội nhân dân$|hội đồng nhân dân|chi cục"
                      r"|vùng cảnh sát biển|cảnh sát biển vùng|vùng \d hải quân|quân khu [79]$"
                      r"|trạm kiểm soát biên phòng(?! xuất)|ban quản lý khu kinh tế"
                      r"|đoàn kinh tế|binh đoàn|(?:thủ đô hà nội|phòng thủ khu vực)")),
    ("KH", re.compile(r"tiểu khu|chi khu|hiến binh|hoàng gia|ty công an"
                      r"|(?:đồn|đại đội|tiểu đoàn|trung đoàn) cảnh sát (?!cơ động)"
                      r"|(?:đại đội|tiểu đoàn) cảnh vệ|cục di trú")),
    ("CN", re.compile(r"chi đội|(?:chính phủ|chính quyền) nhân dân|ngoại sự"
                      r"|tổng đội|tổng trạm|hội ngộ|giải phóng nhân dân|trạm (?:kiểm tra|quản lý)"
                      r"|quản lý biên giới|hải cảnh")),
    ("LA", re.compile(r"(?:ty|sở) an ninh|chỉ huy an ninh|đại đội (?:biên phòng|bảo vệ biên giới)")),
)  # fmt: skip


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
        """Whether the words name one unit: a place, an army or a head that stands alone (not "Cục Hải quan tỉnh")."""
        return bool(self.place or self.army or (not self.level and STANDS_ALONE.match(self.head_key)))


def bearer(u: Named) -> Country | None:
    """The state whose forces bear a unit's head; None where several do."""
    return _bearer(f"{u.head} {u.army}".lower().strip())


@lru_cache(1_000)
def _bearer(head: str) -> Country | None:
    """See `bearer`; all articles have the same few hundred heads."""
    return next((code for code, pattern in _BEARS if pattern.search(head)), None)


def named_units(ctx: Context) -> list[Named]:
    """The units that the content lines name, in order, with the places and countries of their words and brackets."""
    found = [u for number, mention in enumerate(_phrases(ctx)) for u in _members_of(ctx, mention, number)]
    for u in found:
        _read_note(ctx, u)
    return found


def _phrases(ctx: Context) -> list[Mention]:
    """The unit phrases of the content lines; a force by its work alone is one only where the name is a place."""
    return [m for m in ctx.of("units") if m.rule not in _BY_WORK or _BY_WORK[m.rule](ctx, m.groups.first("item"))]


def country_in(ctx: Context, start: int, end: int) -> tuple[Country, Span] | tuple[None, None]:
    """The first country that a stretch of the text names, and where; (None, None) where it names none."""
    found = ctx.inside("countries", start, end)
    return (str(found[0].value), Span(found[0].start, found[0].end)) if found else (None, None)


# The head of a phrase where the article says less.
_WHOLE_HEAD = {
    "biên phòng": "Bộ đội Biên phòng", "quân sự": "Bộ Chỉ huy Quân sự", "chỉ huy quân sự": "Bộ Chỉ huy Quân sự",
}  # fmt: skip


def _head_words(ctx: Context, m: Mention, head: Span | None, above: Span | None) -> str:
    """The head of a phrase, written out: "Bộ CHQS" → "Bộ Chỉ huy Quân sự", "Đồn trưởng A" → "Đồn Biên phòng".

    `above` is the force that is part of the name: "Phòng Trinh sát BĐBP tỉnh X".
    """
    if m.rule.startswith("units.province"):
        return ""
    plain, abbreviations = ctx.view.plain, ctx.tables.abbreviations
    words = write_out(plain[head.start : head.end], abbreviations) if head else "Đồn Biên phòng"
    if above:
        words = f"{words} {write_out(plain[above.start : above.end], abbreviations)}"
    if m.rule == "units.ministry.by_its_head":
        return f"Bộ {words}"
    return _WHOLE_HEAD.get(words.lower()) or capitalise(words)


def _members_of(ctx: Context, m: Mention, number: int) -> list[Named]:
    """The units that one phrase names, without what stands around it."""
    plain, folded, groups = ctx.view.plain, ctx.view.folded, m.groups
    head, above, army = groups.first("head"), groups.first("of"), groups.first("army")
    words = _head_words(ctx, m, head, above)
    back = max(0, m.start - 80)
    key = same_head(words.lower())
    # most phrases have none of these before them: ask for the last word first
    venue = folded.endswith(_VENUE_WORDS, 0, m.start) and bool(_VENUE.search(plain, back, m.start))
    idle = folded.startswith(_OLD_POST, m.end) or _is_idle(plain, folded, back, m.start)
    counted = plain[m.start - 2 : m.start - 1].isdigit() or folded.endswith(_LIST_WORDS, 0, m.start)
    listed = counted and bool(_LISTED.search(plain, back, m.start))
    own = [s for s in (head, above, army) if s]
    nation, count, items = groups.first("nation"), groups.first("count"), groups["item"]
    army_words = write_out(ctx.text(*army), ctx.tables.abbreviations) if army else ""

    def unit(*pieces: Span, level: str = "", place: str = "", end: int = m.end) -> Named:
        return Named(
            m.start, end, m.rule, str(m.value), words, (*own, *pieces), number, key, level, place, army_words,
            nation, venue=venue, idle=idle,
        )  # fmt: skip

    if m.rule == "units.mission":
        return [_mission(ctx, m, number, venue=venue, idle=idle)]
    if m.rule == "units.numbered":
        # the number is part of the head, as where it stands alone: "Bộ Tư lệnh Quân khu 1"
        own = [s for s in own if s.end > s.start]
        each = [(" ".join([*words.split(), ctx.text(*item)]), item) for item in items]
        return [
            replace(unit(item), head=capitalise(name), head_key=same_head(name.lower())) for name, item in each
        ]
    parts = _parts(ctx, m, items, listed=listed)
    if listed and _are_of_province(ctx, m, parts):
        return []
    end = m.end if len(parts) == len(items) else parts[-1].place.end
    out = []
    for part in parts:
        pieces = (part.level, part.place) if part.level else (part.place,)
        level = write_out(ctx.text(*part.level), ctx.tables.abbreviations) if part.level else ""
        u = unit(*pieces, level=level, place=ctx.text(*part.place), end=end)
        u.note, u.open = part.note, part.open
        if part is parts[-1] and len(parts) < len(items):
            # "Ban CHQS huyện Xốp Bâu, tỉnh Hủa Phăn": what is no member tells where an unknown place lies
            # what is only heard as a place of the tables is not known: "Trạm … Malypho, châu Văn Sơn"
            known = ctx.tables.region(f"{level} {u.place}".strip())
            heard = m.value == "border_station" and known and fold_name(known.name) != fold_name(u.place)
            u.open = known is None or bool(known.within) or bool(heard)
        if len(parts) == 1 or u.place.isupper():
            _cut_person(ctx, u, part.place)
        if not words:
            u.level = u.level.lower()
        out.append(u)
    if out:
        return out
    if not army and _COLLECTIVE.match(folded, m.end) and not STANDS_ALONE.match(key):
        return out  # "Bộ CHQS 3 tỉnh của Lào", "Công an hai tỉnh bạn"
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


def _parts(ctx: Context, m: Mention, items: Sequence[Span], *, listed: bool) -> list[Member]:
    """The members of a phrase, without a last one that is another body's head: "BĐBP tỉnh Gia Lai và Kiểm ngư …"."""
    parts = members(ctx.view.plain, items, m.groups, listed=listed)
    if len(parts) < 2 or listed or m.groups["count"] or parts[-1].level not in (None, parts[0].level):
        return parts
    return parts if _is_place(ctx, m, parts[-1]) else parts[:-1]


def _are_of_province(ctx: Context, m: Mention, parts: Sequence[Member]) -> bool:
    """Whether posts are only counted and told by their province: "hai đồn biên phòng Đắk Nông"."""
    if m.value != "border_post" or len(parts) != 1 or m.groups["count"]:
        return False
    region = ctx.tables.region(ctx.text(*parts[0].place)) if parts[0].level is None else None
    return region is not None and region.within is None and not ctx.tables.has_gate(ctx.text(*parts[0].place))


def _mission(ctx: Context, m: Mention, number: int, *, venue: bool, idle: bool) -> Named:
    """An embassy or consulate: all of the phrase is its name, it is of the state that the name begins with."""
    nation = m.groups.first("nation")
    code, said = country_in(ctx, *nation) if nation else (None, None)
    whole = Span(m.start, m.end)
    name = capitalise(write_out(ctx.view.plain[m.start : m.end], ctx.tables.abbreviations))
    return Named(
        m.start, m.end, m.rule, str(m.value), name, (whole,), number, name.lower(), country=code, country_from=said,
        venue=venue, idle=idle,
    )  # fmt: skip


def _is_idle(plain: str, folded: str, start: int, end: int) -> bool:
    """Whether the words before a unit say that it does not act."""
    if folded.endswith(_HELPED, start, end):
        return True
    former = _OF_FORMER.match(folded, start, end) if _FORMER.search(folded, start, end) else None
    # "Lò Thảo Nguyên yêu cầu Bộ CHQS": a capital inside a sentence is a name's
    return former is not None and not _IN_NAME.match(plain, former.start())


def _is_place(ctx: Context, m: Mention, part: Member) -> bool:
    """Whether a bare name after "và" is a place: a region, or a post's place, which no table lists."""
    if m.value in ("border_post", "border_station"):
        return True
    return _is_region(ctx, ctx.text(*part.place), "")


def _is_region(ctx: Context, name: str, level: str) -> bool:
    """Whether a name is a region's; one syllable only by its very name: "Kiểm" of "Kiểm ngư" sounds like one."""
    region = ctx.tables.region(f"{level} {name}".strip())
    return region is not None and (" " in name or fold_name(region.name) == fold_name(name))


def region_first(ctx: Context, words: str, level: str = "") -> str:
    """The region with which some words begin, as long as may be ("Sơn La" of "Sơn La Lò Văn A"); "" without one."""
    each = words.split(" ")
    begins = (" ".join(each[:n]) for n in range(len(each), 0, -1))
    return next((begin for begin in begins if begin and _is_region(ctx, begin, level)), "")


def _cut_person(ctx: Context, u: Named, place: Span) -> None:
    """Cut a person's name off a place that the tables know: "Chính ủy Chi đội … Phổ Nhĩ Trần Văn A"."""
    if _is_person(ctx, u):
        # "Phó Chủ tịch UBND huyện Nguyễn Văn A": the district is told elsewhere
        u.place, u.after, u.pieces = "", place, u.pieces[:-1]
        u.end = u.pieces[-1].end if u.pieces else u.start
        return
    if u.place[-1].isdigit():
        # "Chủ tịch UBND xã A Lưới 4 Hồ Văn A": a number ends the place
        behind = _HOLDER.match(ctx.view.plain, place.end) if ctx.view.folded.endswith(_POST, 0, u.start) else None
        u.after = Span(*behind.span("name")) if behind and sounds_vietnamese(behind["name"]) else None
        return
    if " - " in u.place:
        return
    words = u.place.split(" ")
    shouted = u.place.isupper() and len(words) > 1
    if (len(words) < 3 and not shouted) or ctx.tables.region(u.place) or ctx.tables.has_gate(u.place):
        return

    def cut(known: str) -> None:
        end = place.start + len(known)
        u.place, u.end, u.after = known, end, None if shouted else Span(end + 1, place.end)
        u.pieces = (*u.pieces[:-1], Span(place.start, end))

    for n in range(len(words) - (1 if shouted else 2), 0, -1):
        known = " ".join(words[:n])
        if ctx.tables.region(f"{u.level} {known}".strip()) or (n > 1 and ctx.tables.has_gate(known)):
            return cut(known)
    if u.level.lower() in _SEATS and ctx.view.folded.endswith(_POST, 0, u.start):
        # "Chủ tịch UBND xã Mường Lạn Lò Văn A": a commune that no table has, and a name with a middle word
        for n in range(1, len(words) - 1):
            if _MIDDLE.match(" ".join(words[n:])) and sounds_vietnamese(" ".join(words[n:])):
                return cut(" ".join(words[:n]))


def _is_province(ctx: Context, item: Span | None) -> bool:
    """Whether an item is a province of Viet Nam."""
    region = ctx.tables.region(ctx.text(*item), country="VN") if item else None
    return region is not None and region.within is None


def _is_known(ctx: Context, item: Span | None) -> bool:
    """Whether an item is a place of the tables: a region or a gate."""
    name = ctx.text(*item) if item else ""
    return bool(name) and (ctx.tables.region(name) is not None or ctx.tables.has_gate(name))


# The rules of forces by their work alone, each with what the name behind it must be.
_BY_WORK = {"units.border_guard.by_its_work": _is_province, "units.customs": _is_known}


def _is_person(ctx: Context, u: Named) -> bool:
    """Whether what stands behind a level word is not a place but the holder of the post before the unit."""
    if not ctx.view.folded.endswith(_POST, 0, u.start):
        return False  # no post right before the unit: its holder is not named behind it
    if u.place[-1].isdigit():
        return False
    if u.level.lower() in _SEATS:
        # all provinces of Viet Nam are known: what is none is a name, of a minority too ("UBND tỉnh Y Hà Thử")
        ours = u.level.lower() == "tỉnh" and " " in u.place and bearer(u) == "VN"
        return (ours or sounds_vietnamese(u.place)) and not region_first(ctx, u.place, u.level)
    return not u.level and sounds_vietnamese(u.place) and bool(_MIDDLE.match(u.place))


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
    of_state = u.kind in ("ministry", "general_staff")  # "Bộ Quốc phòng (Hà Nội)" is its seat
    code, said = country_in(ctx, *note)
    # "Quảng Trị - Savannakhet (Lào)": the brackets speak of the last, whose place lies there
    elsewhere = own is not None and own.country != code and ctx.tables.region(u.place, country=code) is None
    if code and u.country is None and not elsewhere:
        u.country, u.country_from = code, said
    for piece in _NOTE_PIECE.finditer(ctx.view.plain, *note):
        words = piece[0].strip()
        region = ctx.tables.region(_NOTE_FORCE.sub("", words))
        if region and u.region is None and not of_state and (own is None or own.country == region.country):
            start = piece.start() + len(piece[0]) - len(piece[0].lstrip())
            u.region, u.region_from = region.code, Span(start, start + len(words))
            if u.country is None:
                u.country, u.country_from = region.country, u.region_from


def _note_behind(ctx: Context, u: Named) -> Span | None:
    """The brackets behind a phrase, or the country or region behind its comma; None for any other word there."""
    plain = ctx.view.plain
    if not plain.startswith(_OPENS_NOTE, u.end):
        return None
    m = _NOTE.match(plain, u.end)
    if m and m["in"]:
        return Span(*m.span("in"))
    if m:
        span = Span(*m.span("behind"))
        if country_in(ctx, span.start, min(span.end, span.start + 32))[0]:
            return span
    if not u.level and u.kind not in ("border_post", "border_station"):
        return None
    name = _NAME_BEHIND.match(plain, u.end)
    # one syllable ("…, Chủ tịch") may sound like a town
    many = name is not None and (" " in name[1] or "-" in name[1])
    return Span(*name.span(1)) if name and many and ctx.tables.region(name[1]) else None
