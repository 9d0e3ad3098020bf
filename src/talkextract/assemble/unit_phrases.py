"""Unit mentions → the units that their phrases name, each with what its own words and brackets tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from ..mention import Mention, Span
from ..record import Country
from ..tables import fold_name
from ..values.numbers import read_number
from ..values.units import Member, capitalise, level_of, members, same_head, write_out
from .context import Context
from .named import BUREAUS, FORCE, STANDS_ALONE, Named, is_liaison
from .unit_holders import cut_holder, is_region

__all__ = ["country_in", "named_units"]

_LISTED = regex.compile(
    r"(?i)(?:(?<![\d/.-])\d{1,2}|các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: đơn vị| cụm)? $"
)
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
# A house's hall is the place, and so is whose it is where another subject follows: "tại hội trường, Bộ Chỉ huy …, hai
# bên hội đàm".
_HALLS = tuple(f"{hall}, " for hall in ("hội trường", "hội nghị", "quốc tế", "quốc gia", "nhà khách", "phòng họp"))
_HALL = re.compile(r"(?:tại|ở) (?:hội trường|trung tâm hội nghị(?: quốc (?:tế|gia))?|nhà khách|phòng họp), $")
_OTHER_SUBJECT = re.compile(
    r"(?: ?\([^()]{2,60}\))?(?:,? (?:đã |vừa )?diễn ra|, (?:(?:hai|ba|các) (?:bên|đoàn|đơn vị|lực lượng)|đoàn|đồng chí"
    r"|ông|(?:đại|thượng|trung|thiếu) (?:tá|tướng))(?!\w))"
)
# Who is visited for work is the partner: "sang thăm và làm việc tại Quân khu 7".
_VISITED = tuple(f"{going} làm việc tại " for going in ("thăm và", "thăm,", "sang", "đến", "hữu nghị,", "hữu nghị và"))
# … and so is who is greeted: "thăm, chúc Tết Bunpimay tại Đại đội Biên phòng A, Công an huyện B".
_VISITS_AT = re.compile(
    r"(?:thăm|chúc tết|chúc mừng)(?:,? (?:và|hữu nghị|xã giao|chúc|tết|mừng|năm mới|cổ truyền|dân tộc|nguyên đán"
    r"|bun ?pi ?may|bunpimay|chôl chnăm thmây|chol chnam thmay|lào|campuchia|tặng quà|cán bộ|chiến sĩ|lễ))* tại $"
)
# An old post, the feast of an army, one who is only helped or told: none of them acts. Read on the words before in
# lower case.
_FORMER = re.compile(
    "đang là |nguyên |hiện là |hiện làm |rời cương vị |thôi giữ chức |vốn là |từng (?:là|làm|giữ chức) "
)
_OF_FORMER = regex.compile(rf"(?r)(?:{_FORMER.pattern})(?:vụ )?[\p{{L}} ]{{0,40}}")
_IN_NAME = regex.compile(r"(?<=\p{L} )\p{Lu}")
# … but "tham mưu UBND tỉnh X tổ chức": it does what it was advised to
_DOES = re.compile(r" (?:tổ chức|ban hành|ký|phối hợp|đăng cai|triển khai|chỉ đạo|phê duyệt|hỗ trợ)(?!\w)")
_LEADS_OFFICE = "thủ trưởng "  # "Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an tỉnh": of the police
_HELPED = ("thành lập ", "truyền thống ", "tham mưu ", "tham mưu cho ")
_OLD_POST = tuple(
    comma + words
    for words in (
        " nhận nhiệm vụ", " nhận chức", " giữ chức", " để làm", " được bổ nhiệm", " giữ cương vị", " đảm nhận cương vị",
    )
    for comma in ("", ",")
)  # fmt: skip
_NOTE = regex.compile(r" ?\((?P<in>[^()\n]{2,80})\)|, (?=\p{Lu}|(?i:nước) )(?P<behind>[^,.;()\n]{2,40})")
# a name behind the comma, whatever follows it: ", tỉnh Hủa Phăn hội đàm với"
_NAME_BEHIND = regex.compile(
    r"(?:,|(?= (?:huyện|tỉnh) )| (?:của|thuộc)(?= tỉnh ))"
    r" ((?:(?i:tỉnh|thành phố|TP\.?|thị xã|huyện|châu|khu tự trị(?: dân tộc Choang)?) )?"
    r"\p{Lu}\p{L}*(?:[ -]\p{Lu}\p{L}*){0,4})"
)
# the places around a village, of which the last one is the widest: ", xã A, huyện B, tỉnh C"
_AROUND = regex.compile(
    r"(?:, (?i:xã|phường|cụm bản|huyện|thị xã|thị trấn|thành phố|tỉnh|châu)"
    r" (?P<place>\p{Lu}\p{L}*(?:[ -]\p{Lu}\p{L}*){0,4}))+"
)
# … told as a province, also of a body of no level: "Cục Kiểm dịch Thiên Bảo, tỉnh Vân Nam"
_OF_PROVINCE = re.compile(r"(?i)tỉnh|khu tự trị")
_OPENS_NOTE = (" (", "(", ", ", " huyện ", " tỉnh ", " của ", " thuộc ")
# "Tiểu đoàn Biên phòng 103 của Campuchia"
_OF_STATE = re.compile(r" (?:của|thuộc) (?:(?:phía|nước|bạn) ){0,2}")
_NOTE_PIECE = re.compile(r"[^,\-]+")
_NOTE_FORCE = re.compile(r"(?i)^(?:thuộc |BĐBP |bộ đội biên phòng )+")
_COLLECTIVE = regex.compile(r" (?:\d{1,2}|các|những|hai|ba|bốn|năm|sáu|nhiều|mỗi|từng) \p{L}")
# Rules whose items are part of the head: "Bộ Tư lệnh Quân khu 1 và 2", "các bộ: Quốc phòng, Công an".
_CALLED_BY_ITEM = ("units.numbered", "units.ministry.list")
_OF_PAPER = re.compile(r"(?:biên bản|thỏa thuận|quy chế|kế hoạch|bản ghi nhớ)[^.;]{0,80} giữa (?:các |hai )?$")
# Two ministries of one name: "hai Bộ Quốc phòng", with both states behind it.
_SMALL_SYLLABLE = regex.compile(r" \p{Ll}+(?!\p{L})")
_BOTH = re.compile(r"(?<!\w)(hai|2) $")
_STATE_WORDS = 5  # characters before a state's name behind a comma: "nước"
_JOINS = re.compile(r", (?:và )?| và ")
_DASH = re.compile(r" ?- ?")
_JOINS_NATION = re.compile(r" và |, | ?- ?")


def named_units(ctx: Context) -> list[Named]:
    """The units that the content lines name, in order, with the places and countries of their words and brackets."""
    found = [u for number, mention in enumerate(_phrases(ctx)) for u in _members_of(ctx, mention, number)]
    found = _of_both_states(ctx, found)
    for u in found:
        _read_note(ctx, u)
    title = ctx.page.title
    return found if title is None else _without_stand_ins(found, title)


def _of_both_states(ctx: Context, found: Sequence[Named]) -> list[Named]:
    """The units, a ministry before one that is told of both states being of both too: "Bộ Quốc phòng, Bộ Công an hai
    nước".
    """
    back: list[Named] = []
    for u in reversed(found):
        right = back[-1] if back else None
        if right and u.kind == right.kind == "ministry" and not (u.nation or u.country) and right.country:
            pair = [x for x in back[:-4:-1] if x.phrase == right.phrase and x.country and not x.nation]
            if len(pair) > 1 and _JOINS.fullmatch(ctx.view.folded, u.end, right.start):
                each = [replace(u, country=x.country, country_from=x.country_from) for x in pair]
                back += each[::-1]
                continue
        back.append(u)
    return back[::-1]


def _phrases(ctx: Context) -> list[Mention]:
    """The unit phrases of the content lines; a force by its work alone is one only where the name is a place."""
    return [m for m in ctx.of("units") if m.rule not in _BY_WORK or _BY_WORK[m.rule](ctx, m.groups.first("item"))]


# What a headline calls a side by: its province or district, or all forces of one.
_STAND_INS = ("units.province.as_partner", "units.province.as_host")
_ALL_FORCES = "lực lượng vũ trang"


def _without_stand_ins(found: Sequence[Named], title: Span) -> list[Named]:
    """The units without the province or the "lực lượng vũ trang" by which the headline calls a side, of which the body
    names the force: "phối hợp với tỉnh Kampot" above the Tiểu khu of Kampot.
    """
    below = {fold_name(u.place) for u in found if not title.start <= u.start < title.end}

    def stands_in(u: Named) -> bool:
        called = u.rule in _STAND_INS or u.head_key == _ALL_FORCES
        return called and title.start <= u.start < title.end and fold_name(u.place) in below

    return [u for u in found if not stands_in(u)]


def country_in(ctx: Context, start: int, end: int) -> tuple[Country, Span] | tuple[None, None]:
    """The first country that a stretch of the text names, and where; (None, None) where it names none."""
    found = ctx.inside("countries", start, end)
    return (str(found[0].value), Span(found[0].start, found[0].end)) if found else (None, None)


# The head of a phrase where the article says less.
_WHOLE_HEAD = {
    "biên phòng": "Bộ đội Biên phòng", "bp": "Bộ đội Biên phòng",
    "quân sự": "Bộ Chỉ huy Quân sự", "chỉ huy quân sự": "Bộ Chỉ huy Quân sự",
}  # fmt: skip

# What a unit is where only its head's post tells it: "Bộ trưởng Quốc phòng", "Tổng cục trưởng Công an quốc gia".
_LED = {"units.ministry.by_its_head": "Bộ", "units.police.by_its_head": "Tổng cục"}


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
    if m.rule in _LED:
        return f"{_LED[m.rule]} {capitalise(words)}"
    return _WHOLE_HEAD.get(words.lower()) or capitalise(words)


def _members_of(ctx: Context, m: Mention, number: int) -> list[Named]:
    """The units that one phrase names, without what stands around it."""
    plain, folded, groups = ctx.view.plain, ctx.view.folded, m.groups
    head, above, army = groups.first("head"), groups.first("of"), groups.first("army")
    words = _head_words(ctx, m, head, above)
    back = max(0, m.start - 80)
    key = same_head(words.lower())
    venue = _is_venue(plain, folded, back, m.start) or _is_of_hall(folded, back, m)
    idle = folded.startswith(_OLD_POST, m.end) or _is_idle(plain, folded, back, m)
    counted = plain[m.start - 2 : m.start - 1].isdigit() or folded.endswith(_LIST_WORDS, 0, m.start)
    listed = counted and bool(_LISTED.search(plain, back, m.start))
    own = [s for s in (head, above, army) if s and s.end > s.start]
    nation, count, items = groups.first("nation"), groups.first("count"), groups["item"]
    army_words = write_out(ctx.text(*army), ctx.tables.abbreviations) if army else ""

    def unit(*pieces: Span, level: str = "", place: str = "", end: int = m.end) -> Named:
        return Named(
            m.start, end, m.rule, str(m.value), words, (*own, *pieces), number, key, level, place, army_words,
            nation, venue=venue, idle=idle,
        )  # fmt: skip

    if m.rule == "units.mission":
        return [_mission(ctx, m, number, venue=venue, idle=idle)]
    if m.rule in _CALLED_BY_ITEM:
        each = [_numbered(ctx, unit(item), item) for item in items]
        return [one for u in each for one in _of_states(ctx, m, u, count)]
    parts = _parts(ctx, m, items, listed=listed or _is_row(ctx, m, items) or _are_provinces(ctx, m, items))
    if listed and _are_of_province(ctx, m, parts):
        return _force_of_posts(ctx, key, unit(parts[0].place, place=ctx.text(*parts[0].place)))
    party = _district_beside(ctx, m, parts)
    parts = parts[:-1] if party else parts
    end = m.end if len(parts) == len(items) else parts[-1].place.end
    end = max(end, parts[0].place.end) if len(parts) == 1 else end
    out = []
    levels = groups["level"]
    for part in parts:
        part = _at_its_level(ctx, part, levels) if len(levels) > 1 else part
        pieces = (part.level, part.place) if part.level else (part.place,)
        level = write_out(ctx.text(*part.level), ctx.tables.abbreviations) if part.level else ""
        # "Khu tự trị dân tộc Choang, tỉnh Quảng Tây": some papers call the region a province too
        u = unit(*pieces, level=level.removesuffix(", tỉnh"), place=ctx.text(*part.place), end=end)
        u.note, u.open = part.note, part.open
        if m.rule == BUREAUS and u.place.lower() == "ngoại vụ":
            u.kind = "government"
        if part is parts[-1] and len(parts) < len(items):
            # "Ban CHQS huyện Xốp Bâu, tỉnh Hủa Phăn": what is no member tells where an unknown place lies
            # what is only heard as a place of the tables is not known: "Trạm … Malypho, châu Văn Sơn"
            known = ctx.tables.region(f"{level} {u.place}".strip())
            heard = m.value == "border_station" and known and fold_name(known.name) != fold_name(u.place)
            u.open = known is None or bool(known.within) or bool(heard)
        if len(parts) == 1 or u.place.isupper():
            cut_holder(ctx, u, part.place)
        if not words:
            u.level = u.level.lower()
        out.append(u)
    out += _as_party(ctx, m, party, number, venue=venue)
    if out:
        return out
    if not army and _COLLECTIVE.match(folded, m.end) and not STANDS_ALONE.match(key):
        return out  # "Bộ CHQS 3 tỉnh của Lào", "Công an hai tỉnh bạn"
    bare = groups.first("bare")
    level = write_out(ctx.text(*bare), ctx.tables.abbreviations) if bare else ""
    return _of_states(ctx, m, unit(level=level), count or _both(folded, m))


def _as_party(ctx: Context, m: Mention, party: Member | None, number: int, *, venue: bool) -> Iterator[Named]:
    """The district beside a post (`_district_beside`) as a unit; nothing where there is none."""
    if party is not None and party.level is not None:
        where = ctx.text(*party.level).lower(), ctx.text(*party.place)
        pieces = (party.level, party.place)
        yield Named(party.level.start, m.end, _PARTY, "government", "", pieces, number, "", *where, venue=venue)


def _district_beside(ctx: Context, m: Mention, parts: Sequence[Member]) -> Member | None:
    """The district or province that "và" joins to a post or station, which is a party and no post: "Đồn Biên phòng cửa
    khẩu quốc tế A và huyện B".
    """
    if m.value not in ("border_post", "border_station") or len(parts) < 2 or parts[-1].level is None:
        return None
    level, first = ctx.text(*parts[-1].level).lower(), parts[0].level
    if level not in _PARTIES or (first and ctx.text(*first).lower() == level):
        return None
    joined = _AND_BEFORE.search(ctx.view.folded, parts[-2].place.end, parts[-1].level.start)
    return parts[-1] if joined else None


def _both(folded: str, m: Mention) -> Span | None:
    """The count before a ministry that is one of two: "giữa hai Bộ Công an"."""
    before = _BOTH.search(folded, max(0, m.start - 5), m.start) if m.value == "ministry" else None
    return Span(*before.span(1)) if before else None


def _of_states(ctx: Context, m: Mention, u: Named, count: Span | None) -> list[Named]:
    """A unit without members, once for each state that its phrase names: "Bộ Quốc phòng hai nước", "hai Bộ Quốc phòng
    Việt Nam - Lào". The force of both countries is a collective.
    """
    nations = m.groups["nation"]
    if not count:
        if len(nations) == 1 and m.value in ("ministry", "general_staff"):
            nations = tuple(_of_both(ctx, nations[0]))  # "Bộ Quốc phòng Việt Nam - Trung Quốc"
        return [replace(u, nation=nation) for nation in nations] if len(nations) > 1 else [u]
    if len(nations) == 1:
        gap = _JOINS_NATION.match(ctx.view.folded, m.end)
        other = ctx.first("countries", gap.end(), gap.end() + 1) if gap else None
        return [u] if other is None else [u, replace(u, nation=Span(other.start, other.end))]
    if m.value != "ministry":
        return []
    told = [country_in(ctx, *nation) for nation in nations] or _states(ctx, count)
    return [replace(u, nation=None, country=code, country_from=said) for code, said in told if code]


def _of_both(ctx: Context, nation: Span) -> list[Span]:
    """A country and those that dashes join to it."""
    out = [nation]
    while gap := _DASH.match(ctx.view.plain, out[-1].end):
        other = ctx.first("countries", gap.end(), gap.end() + 1)
        if other is None:
            break
        out.append(Span(other.start, other.end))
    return out


def _states(ctx: Context, count: Span) -> list[tuple[Country | None, Span]]:
    """Viet Nam and the neighbour, where the text counts two states; where it counts three, those that it names."""
    if ctx.text(*count).lower() in ("hai", "2"):
        return [("VN", count), (ctx.neighbour, count)]
    named = dict.fromkeys(("VN", *ctx.states))
    return [(code, count) for code in named] if len(named) == 3 else []


def _numbered(ctx: Context, u: Named, number: Span) -> Named:
    """A unit with its number or its work as part of the head, as where it stands alone: "Bộ Tư lệnh Quân khu 1"."""
    head = capitalise(" ".join([*u.head.split(), ctx.text(*number)]))
    return replace(u, head=head, head_key=same_head(head.lower()))


def _parts(ctx: Context, m: Mention, items: Sequence[Span], *, listed: bool) -> list[Member]:
    """The members of a phrase, without a last one that is another body's head: "BĐBP tỉnh Gia Lai và Kiểm ngư …"."""
    parts = members(ctx.view.plain, items, m.groups, listed=listed)
    if len(parts) > 1 and (around := _province_around(ctx, m, parts)) is not None:
        return around
    if len(parts) == 1 and parts[0].place.end == m.end:
        parts = [parts[0]._replace(place=_whole_place(ctx, parts[0]))]
    if len(parts) < 2 or listed or m.groups["count"] or parts[-1].level not in (None, parts[0].level):
        return parts
    return parts if _is_place(ctx, m, parts[-1]) else parts[:-1]


def _at_its_level(ctx: Context, part: Member, levels: Sequence[Span]) -> Member:
    """A member of several levels ("các tỉnh, thành phố: Lào Cai, Hải Phòng") with the one of its place."""
    region = ctx.tables.region(ctx.text(*part.place))
    if region is None or part.level not in levels:
        return part
    city = region.kind in ("municipality", "city", "capital")
    fitting = [level for level in levels if ctx.text(*level).lower().startswith(("thành", "tp")) == city]
    return part._replace(level=fitting[0]) if fitting else part


# What a post is not called by, but a party may be: "Đồn Biên phòng A và huyện B".
_PARTIES = ("huyện", "tỉnh", "thành phố", "thị xã", "xã", "phường", "thị trấn", "châu", "đặc khu")
_PARTY = "units.province.led"
_AND_BEFORE = re.compile(r" (?:và|cùng|với) $")
_DISTRICTS = ("huyện", "thị xã", "quận", "xã", "phường", "thị trấn")


def _province_around(ctx: Context, m: Mention, parts: Sequence[Member]) -> list[Member] | None:
    """The districts of a phrase without the province that ends it, which tells where they lie: "các huyện A, B - An
    Giang", "các huyện A, B, tỉnh An Giang"; None where none ends it.
    """
    *districts, last = parts
    level, count = districts[-1].level, m.groups.first("count")
    if _is_small(ctx, m) and (level is None or ctx.text(*level).lower() != "tỉnh"):
        # "các Đồn Biên phòng A, B, tỉnh C"
        around = _ends_in_province(ctx, [Span(last.level.start, last.place.end)]) if last.level else False
        lies_in = around and ctx.view.plain.startswith(", ", districts[-1].place.end)
        return [part._replace(note=part.note or last.place, open=False) for part in districts] if lies_in else None
    if len(m.groups["level"]) > 1 or level is None or ctx.text(*level).lower() not in _DISTRICTS:
        return None
    own = ctx.text(*last.level).lower() if last.level else ""
    region = ctx.tables.region(f"{own} {ctx.text(*last.place)}".strip() if own == "tỉnh" else ctx.text(*last.place))
    if own not in ("", "tỉnh", ctx.text(*level).lower()) or region is None or region.within is not None:
        return None
    if own != "tỉnh" and region.kind != "province":
        return None
    counted = count is not None and read_number(ctx.text(*count)) == len(parts)
    if own != "tỉnh" and (counted or _is_district_too(ctx, districts[-1], last)):
        return None
    return [part if part.note else part._replace(note=last.place, open=False) for part in districts]


def _is_district_too(ctx: Context, before: Member, last: Member) -> bool:
    """Whether the last member of a list of districts, joined by "và", is a district of their province that bears the
    name of another province: "Công an các huyện Minh Hóa, Lệ Thủy và Quảng Ninh".
    """
    if before.level is None or not _AND_BEFORE.fullmatch(ctx.view.folded, before.place.end, last.place.start):
        return False
    level = ctx.text(*before.level)
    beside, region = (ctx.tables.region(f"{level} {ctx.text(*part.place)}") for part in (before, last))
    return bool(beside and region and region.within and region.code == beside.code)


def _are_of_province(ctx: Context, m: Mention, parts: Sequence[Member]) -> bool:
    """Whether posts are only counted and told by their province: "hai đồn biên phòng (tỉnh) Đắk Nông"."""
    if m.value != "border_post" or len(parts) != 1 or m.groups["count"]:
        return False
    level = parts[0].level
    if level is not None:
        return ctx.view.folded[slice(*level)] in ("tỉnh", "thành phố")  # "các đồn biên phòng tỉnh Kiên Giang"
    region = ctx.tables.region(ctx.text(*parts[0].place))
    return region is not None and region.within is None and not ctx.tables.has_gate(ctx.text(*parts[0].place))


def _force_of_posts(ctx: Context, key: str, posts: Named) -> list[Named]:
    """The force of the province by which alone posts of ours are told; [] for others', and for makers of a paper."""
    if _OF_PAPER.search(ctx.view.folded, max(0, posts.start - 120), posts.start):
        return []
    if key != "đồn biên phòng" or ctx.tables.region(posts.place, country="VN") is None:
        return []
    return [replace(posts, kind="border_guard_command", head="Bộ đội Biên phòng", head_key=FORCE)]


def _whole_place(ctx: Context, part: Member) -> Span:
    """The place of a unit with its last syllable, where the article writes that small: "tỉnh Svay rieng"."""
    start, end = part.place
    small = _SMALL_SYLLABLE.match(ctx.view.plain, end)
    if part.level is None or small is None or ctx.tables.region(ctx.text(start, end)):
        return part.place
    name = ctx.text(start, small.end())
    region = ctx.tables.region(f"{ctx.text(*part.level)} {name}")
    return Span(start, small.end()) if region and fold_name(region.name) == fold_name(name) else part.place


def _is_row(ctx: Context, m: Mention, items: Sequence[Span]) -> bool:
    """Whether bare names behind commas are posts too ("Đồn Biên phòng A, B, C"), not the places around the first ("Đồn
    Biên phòng Na Mèo, Quan Sơn, Thanh Hóa") nor who commands it.
    """
    if len(items) > 1 and _are_districts(ctx, m, items):
        return True
    if len(items) < 2 or not _is_small(ctx, m):
        return False
    rest = items[1:]
    plain = ctx.view.plain
    if _ends_in_province(ctx, rest):
        # "Đồn Biên phòng A, B, tỉnh C": the others are gates, no places around the first; a district's command ("Chi
        # khu Quân sự A, B, tỉnh C") has none but the province
        others = [item for item in rest[:-1] if _is_district_command(ctx, m) or ctx.tables.has_gate(ctx.text(*item))]
        return 0 < len(others) == len(rest) - 1 and not any(level_of(plain, item) for item in others)
    # "Và Bá Rê" is a name of the Hmông
    if any(level_of(plain, i) or plain.startswith("Và ", i.start) or ctx.inside("people", *i) for i in rest):
        return False
    # many a post bears a district's name, but a province ends the places around the first
    regions = [ctx.tables.region(ctx.text(*item)) for item in rest]
    around = [region is not None and region.kind not in ("commune", "ward") for region in regions]
    return not all(around) and all(region is None or region.within for region in regions)


def _are_provinces(ctx: Context, m: Mention, items: Sequence[Span]) -> bool:
    """Whether the bare names behind a province are provinces of its state: "Tiểu khu Quân sự tỉnh A, B"."""
    level = m.groups.first("level") or level_of(ctx.view.plain, items[0]) if len(items) > 1 else None
    if level is None or ctx.view.folded[slice(*level)] != "tỉnh":
        return False
    first = ctx.tables.region(f"tỉnh {ctx.text(max(level.end + 1, items[0].start), items[0].end)}")
    rest = [ctx.tables.region(ctx.text(*item)) for item in items[1:]]
    return first is not None and all(
        region is not None and region.kind == first.kind == "province" and region.country == first.country
        for region in rest
    )


def _is_small(ctx: Context, m: Mention) -> bool:
    """Whether a phrase is of posts, of offices of a gate, or of commands of districts."""
    if m.value == "border_post" or _is_district_command(ctx, m):
        return True
    return is_liaison(ctx.view.folded[m.start : m.end])


def _is_district_command(ctx: Context, m: Mention) -> bool:
    """Whether a phrase is of the commands of Cambodian districts, which bear their names: "Chi khu Quân sự A"."""
    return m.value == "military_command" and ctx.view.folded.startswith("chi khu", m.start)


def _ends_in_province(ctx: Context, items: Sequence[Span]) -> bool:
    """Whether the last of some items says in which province the others lie."""
    level = level_of(ctx.view.plain, items[-1])
    return level is not None and ctx.view.folded[slice(*level)] == "tỉnh"


def _are_districts(ctx: Context, m: Mention, items: Sequence[Span]) -> bool:
    """Whether bare names behind a district are districts of its province: "Công an huyện Mường Khương, Si Ma Cai"."""
    level = m.groups.first("level") or level_of(ctx.view.plain, items[0])
    if level is None or ctx.view.folded[slice(*level)] != "huyện":
        return False
    names = [ctx.text(*item) for item in items]
    names[0] = names[0][level.end - level.start :].strip() if items[0].start == level.start else names[0]
    regions = [ctx.tables.region(f"huyện {name}") for name in names]
    alone = [ctx.tables.region(name) for name in names[1:]]
    return len({r.code if r and r.within else "" for r in regions} - {""}) == 1 and all(
        region is not None and (one is None or one.within is not None)
        for region, one in zip(regions[1:], alone, strict=True)
    )


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


def _is_venue(plain: str, folded: str, start: int, end: int) -> bool:
    """Whether the words before a unit make a place of it. Most have none of them: the last word is asked for first."""
    if not folded.endswith(_VENUE_WORDS, start, end) or folded.endswith(_VISITED, start, end):
        return False
    if folded.endswith(" tại ", start, end) and _VISITS_AT.search(folded, start, end):
        return False
    return _VENUE.search(plain, start, end) is not None


def _is_of_hall(folded: str, start: int, m: Mention) -> bool:
    """Whether a unit only tells whose hall it is where they meet."""
    if not folded.endswith(_HALLS, start, m.start) or _HALL.search(folded, start, m.start) is None:
        return False
    return _OTHER_SUBJECT.match(folded, m.end) is not None


def _is_idle(plain: str, folded: str, start: int, m: Mention) -> bool:
    """Whether the words before a unit say that it does not act."""
    end = m.start
    if m.value == "police" and folded.endswith(_LEADS_OFFICE, start, end) and folded.startswith("cơ quan ", end):
        return True
    helped = folded.endswith(_HELPED, start, end) and not _DOES.match(folded, m.end)
    if helped or (m.value == "government" and folded.endswith("giúp ", start, end)):
        return True
    former = _OF_FORMER.match(folded, start, end) if _FORMER.search(folded, start, end) else None
    # "Lò Thảo Nguyên yêu cầu Bộ CHQS": a capital inside a sentence is a name's
    return former is not None and not _IN_NAME.match(plain, former.start())


def _is_place(ctx: Context, m: Mention, part: Member) -> bool:
    """Whether a bare name after "và" is a place: a region, or a post's place, which no table lists."""
    if m.value in ("border_post", "border_station"):
        return True
    return is_region(ctx, ctx.text(*part.place), "")


def _is_province(ctx: Context, item: Span | None) -> bool:
    """Whether an item is a province of Viet Nam; a row of forces ("Biên phòng, Hải quan tỉnh X") ends in it."""
    if item is None:
        return True
    region = ctx.tables.region(ctx.text(*item), country="VN")
    return region is not None and region.within is None


def _is_known(ctx: Context, item: Span | None) -> bool:
    """Whether an item is a place of the tables: a region or a gate."""
    name = ctx.text(*item) if item else ""
    return bool(name) and (ctx.tables.region(name) is not None or ctx.tables.has_gate(name))


# The rules of forces by their work alone, each with what the name behind it must be.
_BY_WORK = {
    "units.border_guard.by_its_work": _is_province, "units.border_guard.by_its_posts": _is_province,
    "units.customs": _is_known,
}  # fmt: skip


def _read_note(ctx: Context, u: Named) -> None:
    """Read the country and region that a unit has in its name, in brackets or behind a comma."""
    if u.nation:
        u.country, u.country_from = country_in(ctx, *u.nation)
        return
    note = u.note or (_note_behind(ctx, u) if u.open else None)
    if note is None:
        return
    name = f"{u.level} {u.place}".strip()
    own = ctx.tables.region(name) if u.place else None
    if own is None and not u.head and (ours := ctx.tables.region(name, country="VN")):
        # "huyện Giang Thành và huyện Kirivong, tỉnh Takeo (Campuchia)"; what only sounds alike is another place
        own = ours if fold_name(ours.name) == fold_name(u.place) else None
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
    of = _OF_STATE.match(plain, u.end)
    if of and (state := ctx.inside("countries", of.end(), of.end() + 1)):
        return Span(state[0].start, state[0].end)
    if u.rule == "units.village" and (around := _AROUND.match(plain, u.end)):
        return Span(*around.span("place"))
    m = _NOTE.match(plain, u.end)
    if m and m["in"]:
        return Span(*m.span("in"))
    if m:
        span = Span(*m.span("behind"))
        if any(x.rule == "units.mission" for x in ctx.inside("units", span.start, span.start + 1)):
            return None  # "Sở Ngoại vụ, Tổng Lãnh sự quán Lào": its state is its own
        code, at = country_in(ctx, span.start, min(span.end, span.start + 32))
        if code and at and (u.kind != "ministry" or at.start <= span.start + _STATE_WORDS):
            return span
    name = _NAME_BEHIND.match(plain, u.end)
    if (
        not u.level
        and u.kind not in ("border_post", "border_station")
        and u.rule != BUREAUS
        and "cụm bản" not in u.head_key
        and not (name and u.place and _OF_PROVINCE.match(name[1]) and ctx.tables.region(u.place) is None)
    ):
        return None
    # one syllable ("…, Chủ tịch") may sound like a town
    many = name is not None and (" " in name[1] or "-" in name[1])
    return Span(*name.span(1)) if name and many and ctx.tables.region(name[1]) else None
