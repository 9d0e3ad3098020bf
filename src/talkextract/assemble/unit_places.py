"""Units without a place of their own: the place that another unit, or the province that the text, lends them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import takewhile

import regex

from ..document import CONTENT
from ..mention import Span
from ..tables import fold_name
from ..values.names import NAMES_TELL, sounds_vietnamese
from .context import Context
from .named import BUREAUS, FORCE, Named, bearer
from .unit_holders import holder_before

__all__ = ["SIDE_HAS", "find_places", "only_province", "tell_short_names"]

_PROVINCE = regex.compile(r"(?:(?i:tỉnh|đoàn|phía|bên) |TP\.? ?)?((?!(?:Tại|Ở) )\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+){0,3})")
_PROVINCE_NAME = regex.compile(
    r"(?:(?i:tỉnh|BĐBP|biên phòng|công an|quân sự|CHQS|UBND|của|đoàn|đại biểu|lãnh đạo|tại|với|giữa) |(?<![^\n]))"
    r"(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2}(?: - Vũng Tàu)?)(?! \p{Lu}| \(?cũ\)?(?!\p{L}))"
)
_WITHIN = re.compile(r"(?:,| -| \((?:trực )?(?:thuộc)?|,? (?:trực )?thuộc) ?")
# "đoàn bạn do Đại tá Khăm A, Chỉ huy trưởng Bộ CHQS tỉnh"
_OF_GUESTS = re.compile(r"(?:đoàn|phía) bạn (?:do |có |là |gồm )?(?:các )?(?:đồng chí )?$")
# nouns that an article uses alone once it has named the unit in full
_SHORT = ("đại đội", "tiểu đoàn", "trung đoàn", "hải quan", "trạm biên phòng")
# heads of a province's offices and commands, and the levels below it
_OF_PROVINCE = re.compile(r"sở (?!chỉ huy)|bộ chỉ huy |(?:ban chỉ huy )?bộ đội biên phòng")
_BELOW = re.compile(r"xã|phường|thị trấn|huyện|quận|thị xã|đặc khu|p\.|x\.|h\.|q\.|tt\.|tx\.?")
_JOINED_RIGHT = re.compile(r"(?i), | và | ?[-/] ?")
# Whose the persons and units of a clause are: "đoàn Lào do …", "Về phía Việt Nam, có …".
_SIDE = re.compile(r"(?:phía|đoàn|bên)(?: (?:đại biểu|công tác|cán bộ|phía|nước))* $")
SIDE_HAS = regex.compile(
    r"(?:[Pp]hía|[Đđ]oàn|[Bb]ên) (?P<place>(?:(?:tỉnh|thành phố|huyện|châu) )?"
    r"(?P<name>\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+){0,3}))"
    r"(?: \([^()\n]{2,30}\))?"
    r"(?:,? (?:còn|cũng|(?:(?:cùng|tham) )?(?:tham gia|dự)(?: hội (?:đàm|nghị))?))? (?:có|gồm)(?=[ :])"
)
_OF_ZONE = re.compile(r"(?:ủy ban|ban|văn phòng) quản lý (?:các )?(?:khu|đặc khu|kkt)")
_CLAUSE = 400  # characters of a list
_CLAUSE_ENDS = re.compile(r";| (?:phía|đoàn|bên) ")
# what stands before bodies of several provinces: "các Bộ Chỉ huy BĐBP tỉnh"
_SEVERAL = re.compile(r"(?<!\w)(?:các|những|mọi|hai|ba|bốn|năm|\d{1,2}) $")
# what stands between a body and the one across from it
_ACROSS = re.compile(r"(?<!\w)(?:với|thăm|chúc tết|chúc mừng|tiếp|đón|gặp|mời)(?!\w)")
# What stands before the place that sends a delegation, and between it and the post of who leads that.
_SENDS = re.compile(r"(?<!\w)(?:đoàn|lãnh đạo)(?: (?:đại biểu|công tác|cán bộ|cấp cao|lãnh đạo|của))* $")
_LED_BY = re.compile(r"(?:,(?! do )[^.;(),]{2,40})*+(?: ?\([^()]{2,60}\))?,? do (?:(?! do )[^.;()]){3,140}")
_OPENS_SIDE = re.compile(r"(?:,? (?:có|gồm|do|là)(?!\w)|:)")


def find_places(ctx: Context, found: list[Named]) -> list[Named]:
    """The units with the places that the text tells elsewhere; one before a list of units is one of each."""
    _place_bureaus(ctx, found)
    if all(u.is_complete for u in found):
        return found
    # from the right, so that each of a row of them finds its neighbour spread: "BĐBP, Công an các tỉnh A, B"
    back: list[Named] = []
    for u in reversed(found):
        back += (u,) if u.is_complete else _spread(ctx, u, back[:-16:-1])[::-1]
    found = back[::-1]
    bare = [(i, u) for i, u in enumerate(found) if not u.is_complete]
    # from the right, so that each of a row of them finds its neighbour's place: "BĐBP, Bộ CHQS, Công an tỉnh X"
    for i, u in reversed(bare):
        _share_right(ctx, u, found, i)
    places = _Places(ctx, found)
    for i, u in bare:
        if not u.is_complete and (u.level or FORCE not in u.head_key):
            _find_place(ctx, u, found, i, places)
        elif not u.is_complete and u.head.lower().startswith(("ban chỉ huy", "bộ chỉ huy")):
            _take_from_side(ctx, u)
    return found


def _place_bureaus(ctx: Context, found: Sequence[Named]) -> None:
    """Departments of a list ("các Sở: Công Thương, Tư pháp") lie in the province named right behind it, else in the one
    of ours that was named last.
    """
    last: Named | None = None
    for u in found:
        if u.rule == BUREAUS:
            behind = _PROVINCE.match(ctx.view.plain, u.end + 1)
            around = ctx.tables.region(behind[1]) if behind else None
            if behind is not None and around is not None:
                _lie_in(ctx, u, Span(*behind.span(1)))
            else:
                _lie_in(ctx, u, last or only_province(ctx))
            u.country, u.country_from = (around.country if around else "VN"), u.pieces[0]
        elif u.level.lower() in ("tỉnh", "thành phố") and _is_home(ctx, u):
            last = u


def tell_short_names(ctx: Context, found: Sequence[Named]) -> None:
    """Give a short name the head of the unit that the article names in full: "Đại đội 251" is "Đại đội Biên phòng 251",
    "Hải quan Lạng Sơn" the "Cục Hải quan tỉnh Lạng Sơn". Of two that it may mean it is neither.
    """
    _tell_stations(ctx, found)
    short = [u for u in found if u.head_key in _SHORT and u.place]
    if not short:
        return
    full: dict[tuple[str, str], dict[str, Named]] = {}
    for u in found:
        noun = next((noun for noun in _SHORT if u.head_key != noun and _is_longer(u.head_key, noun)), None)
        if noun and u.place:
            full.setdefault((noun, _where(ctx, u)), {}).setdefault(u.head_key, u)
    for u in short:
        meant = full.get((u.head_key, _where(ctx, u)), {})
        if len(meant) == 1:
            (one,) = meant.values()
            u.head, u.head_key, u.kind, u.level = one.head, one.head_key, one.kind, one.level


def _tell_stations(ctx: Context, found: Sequence[Named]) -> None:
    """Give a station the fuller name that the article has for it too: "Trạm Kiểm tra biên phòng A" is the "Trạm Kiểm
    tra biên phòng xuất nhập cảnh A".
    """
    stations: dict[str, dict[str, Named]] = {}
    for u in found:
        if u.kind == "border_station" and u.place and " " in u.head_key:
            stations.setdefault(_where(ctx, u), {}).setdefault(u.head_key, u)
    for heads in stations.values():
        for head in heads if len(heads) > 1 else ():
            fuller = [one for one in heads if one != head and _leaves_out(head.split(), one.split())]
            if len(fuller) == 1:
                one = heads[fuller[0]]
                for u in found:
                    if u.head_key == head and u.kind == one.kind and _where(ctx, u) == _where(ctx, one):
                        u.head, u.head_key = one.head, one.head_key


def _leaves_out(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether some words are others in their order, with the same noun, from which some are left out."""
    left = iter(full)
    return len(short) < len(full) and short[0] == full[0] and all(word in left for word in short)


def _is_longer(head: str, noun: str) -> bool:
    """Whether a head has a short name's noun: troops before their work, an office before it, a station around it."""
    if noun == "trạm biên phòng":
        return head.startswith("trạm ") and " biên phòng" in head
    return head.endswith(f"cục {noun}") if noun == "hải quan" else head.startswith(f"{noun} ")


def _where(ctx: Context, u: Named) -> str:
    """One word for all spellings of a unit's place."""
    if u.place.isdigit():
        return u.place
    region = ctx.tables.region(f"{u.level} {u.place}".strip()) or ctx.tables.region(u.place)
    return region.code if region and region.within is None else fold_name(u.place)


def _spread(ctx: Context, u: Named, behind: Sequence[Named]) -> list[Named]:
    """A bare unit before a list of units is one of each ("Bộ CHQS và Công an 3 tỉnh A, B, C"), else itself."""
    right = _right(ctx, u, behind)
    if right is None or not _shares_level(u, right):
        return [u]
    members_ = [x for x in behind if x.phrase == right.phrase]
    if len(members_) < 2:
        return [u]
    return [
        replace(u, level=x.level, place=x.place, pieces=(*u.pieces, *x.pieces[1:]), note=x.note, country=x.country,
                country_from=x.country_from, region=x.region, region_from=x.region_from)
        for x in members_
    ]  # fmt: skip


_MOST = 100  # more units of one head, before or behind a unit, than any article names


class _Places:
    """The units of an article that tell where others are: by head, by level in Viet Nam; and its only province."""

    def __init__(self, ctx: Context, found: Sequence[Named]) -> None:
        self._ctx = ctx
        self._by_head: dict[str, list[Named]] = {}
        self._at_home: dict[str, list[Named]] = {}
        self.own = _own_heads(ctx, found)
        for u in found:
            if u.place:
                self._by_head.setdefault(u.head_key, []).append(u)
                if _is_home(ctx, u):
                    self._at_home.setdefault(u.level.lower(), []).append(u)

    def of_head(self, u: Named) -> list[Named]:
        """The units of a unit's head that name their place; of a text that names hundreds, those around it."""
        same = self._by_head.get(u.head_key, [])
        at = bisect_left(same, u.start, key=lambda x: x.start)
        return same[max(0, at - _MOST) : at + _MOST]

    def of_level(self, u: Named) -> list[Named]:
        """The first units of Viet Nam of a unit's level; [] where it tells none."""
        return self._at_home.get(u.level.lower(), [])[:_MOST] if u.level else []

    @cached_property
    def province(self) -> Span | None:
        """The only province that the article names."""
        return only_province(self._ctx)

    @cached_property
    def named(self) -> bool:
        """Whether the article names any province of Viet Nam."""
        home = [u for each in self._at_home.values() for u in each[:_MOST]]
        regions = (self._ctx.tables.region(f"{u.level} {u.place}".strip()) for u in home)
        return any(r is not None and r.within is None for r in regions) or bool(
            _provinces(self._ctx, 0, len(self._ctx.view.plain))
        )


def only_province(ctx: Context) -> Span | None:
    """Where the article first names the only province of Viet Nam that it names; None where it names several.

    One that the title alone names goes before those of the body.
    """
    title = ctx.page.title
    ends = [(title.start, title.end)] if title else []
    for start, end in (*ends, (0, len(ctx.view.plain))):
        named = _provinces(ctx, start, end)
        if len(named) == 1:
            return next(iter(named.values()))
    return None


def _provinces(ctx: Context, start: int, end: int) -> dict[str, Span]:
    """The first provinces of Viet Nam that a stretch of the text names, two at most, and where each is first named."""
    named: dict[str, Span] = {}
    for m in _PROVINCE_NAME.finditer(ctx.view.plain, start, end):
        span = Span(*m.span(1))
        region = ctx.tables.region(m[1], country="VN")
        if region and region.within is None and ctx.page.role(span.start) in CONTENT:
            named.setdefault(region.code, span)
            if len(named) > 1:
                break
    return named


def _share_right(ctx: Context, u: Named, found: Sequence[Named], i: int) -> None:
    """Give `found[i]` the place, or the bare level, of the unit that is coordinated to its right."""
    right = next((x for x in found[i + 1 : i + 16] if x.start >= u.end), None)
    if right is None:
        return
    if not _JOINED_RIGHT.fullmatch(ctx.view.plain, u.end, right.start):
        # "Ban Chỉ huy BĐBP thuộc Bộ CHQS tỉnh X": of one province
        if not (u.kind == "border_guard_command" and right.kind == "military_command"):
            return
        if not _WITHIN.fullmatch(ctx.view.folded, u.end, right.start):
            return
    if right.place.isdigit():
        # "Công an tỉnh, Đại đội 213 (thuộc Bộ CHQS tỉnh X)": of the province of the company
        above = next((x for x in found[i + 1 : i + 16] if x.start >= right.end), None)
        if above is None or not _WITHIN.fullmatch(ctx.view.folded, right.end, above.start):
            return
        right = above
    if not right.place:
        # "Sở Ngoại vụ, Bộ Chỉ huy BĐBP tỉnh": the province is told elsewhere
        u.level = u.level or ("" if FORCE in u.head_key and not right.level else right.level)
    elif _shares_level(u, right) and not _is_of_gate(ctx, u, right):
        _take(u, right)


def _is_of_gate(ctx: Context, u: Named, right: Named) -> bool:
    """Whether the place to the right of a province's body is a gate: "Công an tỉnh, Ban Quản lý KKTCK A"."""
    if u.level.lower() != "tỉnh" or right.level or not ctx.tables.has_gate(right.place):
        return False
    region = ctx.tables.region(right.place)
    return region is None or region.within is not None


def _shares_level(u: Named, right: Named) -> bool:
    """Whether a bare unit can be of the place to its right: of its level, if it tells one. The office or command of a
    province is of no commune: "Bộ Chỉ huy BĐBP tỉnh, Sở Ngoại vụ, Công an các phường A, B".
    """
    if u.level and right.level and u.level.lower() != right.level.lower():
        return False
    if not right.level and _OF_ZONE.match(right.head_key):
        return False  # "Sở Công Thương, Ban Quản lý Khu kinh tế cửa khẩu A"
    if u.level and not right.level and bearer(right) not in (None, "VN", bearer(u)):
        return False  # "Bộ CHQS tỉnh và Tiểu khu Quân sự X"
    return not (_OF_PROVINCE.match(u.head.lower()) and _BELOW.fullmatch(right.level.lower()))


def _take(u: Named, source: Named | Span | None, ctx: Context | None = None) -> None:
    """Give a unit the place of another unit, or that of a stretch of the text."""
    if isinstance(source, Named):
        u.level, u.place = u.level or source.level, source.place
        u.pieces = (*u.pieces, source.pieces[-1])
        if u.country is None:
            u.country, u.country_from = source.country, source.country_from
    elif source is not None and ctx is not None:
        u.place, u.pieces = ctx.text(*source), (*u.pieces, source)


def _find_place(ctx: Context, u: Named, found: Sequence[Named], i: int, places: _Places) -> None:
    """Give "Bộ CHQS tỉnh" and heads without a place the place that the text tells elsewhere, if it does.

    `u` is `found[i]`.
    """
    if (sent := _delegation_of(ctx, u, found, i)) is not None:
        _take(u, sent)
        return
    side = bearer(u) or _side_of(ctx, u) or ("VN" if _is_papers_own(ctx, u, places) else None)
    at_home = side in (None, "VN")
    level = places.of_level(u) if at_home else ()
    same = [x for x in places.of_head(u) if not _is_foreign(ctx, side, x)]
    source = _place_beside(ctx, u, found, i, side) or _place_elsewhere(ctx, u, same, level)
    if source is None and at_home and u.is_of_province and not _is_guests(ctx, u):
        source = places.province
    counted = _SEVERAL.search(ctx.view.folded, max(0, u.start - 8), u.start) is not None
    if source is None and side == "VN" and u.is_of_province and not counted and not places.named:
        # a province's own paper need not name it
        u.country, u.country_from = "VN", u.pieces[0]
        # the level word ends the name, or that of a body of its row
        at = ctx.view.folded.find("tỉnh", u.end - len("tỉnh")) if u.level else -1
        u.pieces = u.pieces if at < 0 else (*u.pieces, Span(at, at + len("tỉnh")))
    elif _is_bare_office(ctx, u, source, same):
        _lie_in(ctx, u, source)
    else:
        _take(u, source, ctx)


def _delegation_of(ctx: Context, u: Named, found: Sequence[Named], i: int) -> Named | None:
    """The district or province whose delegation is led by the one who heads a bare body: "Đoàn công tác huyện A, tỉnh B
    (Lào) do ông C, Chủ tịch UBND huyện dẫn đầu". `u` is `found[i]`.
    """
    for x in takewhile(lambda x: u.start - x.end < _CLAUSE, reversed(found[max(0, i - 4) : i])):
        if not x.head and x.place and u.level and x.level.lower() == u.level.lower():
            led = _LED_BY.fullmatch(ctx.view.folded, x.end, u.start)
            sent = _SENDS.search(ctx.view.folded, max(0, x.start - 40), x.start)
            return x if led and sent else None
    return None


def _is_bare_office(ctx: Context, u: Named, source: Named | Span | None, same: Sequence[Named]) -> bool:
    """Whether an office keeps the article's words, without its province: "đại diện Sở Ngoại vụ" of an article that
    names it nowhere in full (`same` are those of its head with their places), and nobody "về phía tỉnh X" before it.
    """
    if u.level or source is None or not u.head_key.startswith("sở "):
        return False
    named = source.place if isinstance(source, Named) else ctx.text(*source).removeprefix("tỉnh ")
    if any(x.place == named for x in same):
        return False
    return isinstance(source, Named) or not _SIDE.search(ctx.view.folded, max(0, source.start - 32), source.start)


def _lie_in(ctx: Context, u: Named, source: Named | Span | None) -> None:
    """Put a unit into the province of another one, or of a stretch of the text, which is no part of its name."""
    if source is None:
        return
    at = source.pieces[-1] if isinstance(source, Named) else source
    region = ctx.tables.region(ctx.text(*at))
    if region is not None:
        u.region, u.region_from = region.code, at


def _is_guests(ctx: Context, u: Named) -> bool:
    """Whether a unit is that of a guest's post."""
    sentence = ctx.page.sentence(u.start)
    return _side_of_holder(ctx, u, sentence.before(u.start).start if sentence else u.start) == "theirs"


def _own_heads(ctx: Context, found: Sequence[Named]) -> set[str]:
    """The heads of a province ("Công an tỉnh") that are first named bare and of the paper's own province: before any
    body of a neighbour's province, or across from one ("Công an tỉnh Hủa Phăn hội đàm với Công an tỉnh").
    """
    own: dict[str, bool] = {}
    last: Named | None = None
    for u in found:
        if u.place:
            last = u
        elif u.is_of_province and u.head_key not in own:
            own[u.head_key] = _is_own(ctx, u, last)
    return {head for head, is_own in own.items() if is_own}


def _is_own(ctx: Context, u: Named, last: Named | None) -> bool:
    """Whether nothing of a neighbour's stands before a bare body, or what does stands across from it; `last` is the
    unit with a place before it.
    """
    sentence = ctx.page.sentence(u.start)
    if sentence is None:
        return False
    before = sentence.before(u.start)
    foreign = [c.end for c in ctx.inside("countries", *before) if c.value != "VN"]
    foreign += [m.end() for m in _PROVINCE.finditer(ctx.view.plain, *before) if _abroad(ctx, m[1])]
    if last is not None and last.start >= before.start and _abroad(ctx, f"{last.level} {last.place}"):
        foreign.append(last.end)
    return not foreign or _ACROSS.search(ctx.view.folded, max(foreign), u.start) is not None


def _abroad(ctx: Context, name: str) -> bool:
    """Whether a place lies in another state."""
    region = ctx.tables.region(name.strip())
    return region is not None and region.country != "VN"


def _is_papers_own(ctx: Context, u: Named, places: _Places) -> bool:
    """Whether a bare body of a province is of the paper's own, not of the province of the guest who heads it."""
    if not u.is_of_province or u.head_key not in places.own or _is_guests(ctx, u):
        return False
    sentence = ctx.page.sentence(u.start)
    holder = holder_before(ctx, u, sentence.before(u.start).start) if sentence else None
    name = u.after or (holder.first("name") if holder else None)
    if name is None or ctx.neighbour not in NAMES_TELL:
        return _is_own(ctx, u, None)  # "đoàn Hủa Phăn do Chính ủy Bộ CHQS tỉnh"
    return sounds_vietnamese(ctx.text(*name))


def _side_of(ctx: Context, u: Named) -> str | None:
    """The side that the words before a unit in its sentence tell: "đoàn Lào do X, Chỉ huy trưởng Bộ CHQS tỉnh"."""
    sentence = ctx.page.sentence(u.start)
    for c in reversed(ctx.inside("countries", sentence.start, u.start)) if sentence else ():
        if _SIDE.search(ctx.view.folded, max(0, c.start - 32), c.start) and _OPENS_SIDE.match(ctx.view.folded, c.end):
            return str(c.value)
    return None


def _place_of_side(ctx: Context, u: Named, start: int) -> Span | None:
    """The place whose side the clause of a unit lists: "Về phía tỉnh X có lãnh đạo Bộ CHQS, Sở An ninh"."""
    told = next(reversed([*SIDE_HAS.finditer(ctx.view.plain, max(start, u.start - _CLAUSE), u.start)]), None)
    if told is None or _CLAUSE_ENDS.search(ctx.view.folded, told.end(), u.start):
        return None
    return Span(*told.span("place")) if ctx.tables.region(told["name"]) else None


def _take_from_side(ctx: Context, u: Named) -> None:
    """Give a command of the border guard without a place that of the side that lists it."""
    sentence = ctx.page.sentence(u.start)
    place = _place_of_side(ctx, u, sentence.before(u.start).start) if sentence else None
    if place is not None:
        words = ctx.text(*place)
        _take(u, Span(place.start + len(words) - len(words.removeprefix("tỉnh ")), place.end), ctx)


def _place_beside(ctx: Context, u: Named, found: Sequence[Named], i: int, side: str | None) -> Named | Span | None:
    """The nearest unit of a unit's head or level, or province, before it in its sentence and the one before; `side`
    is the state that it is of, if that is told.
    """
    sentence = ctx.page.sentence(u.start)
    start = sentence.before(u.start).start if sentence else u.start
    if not u.level and (told := _place_of_side(ctx, u, start)):
        return told
    near: list[tuple[int, Named | Span]] = []
    holder = _side_of_holder(ctx, u, start)
    for x in takewhile(lambda x: x.start >= start, reversed(found[max(0, i - 16) : i])):
        if (
            not x.place
            or x.rule == BUREAUS
            or _is_foreign(ctx, side, x)
            or _is_anothers(_country_of_place(ctx, x), holder)
        ):
            continue
        # "tặng Tiểu khu và … Đội K51 (thuộc Bộ CHQS tỉnh)": what has its place from elsewhere tells no other's
        borrowed = not x.start <= x.pieces[-1].start < x.end
        if x.head_key != u.head_key and borrowed and not _is_home(ctx, x):
            continue
        if not u.level or x.head_key == u.head_key or x.level.lower() == u.level.lower():
            near.append((x.start, x))
            break
    if u.is_of_province or u.level.lower() == "thành phố":
        for m in _PROVINCE.finditer(ctx.view.plain, start, u.start):
            region = ctx.tables.region(m[1])
            if region and _is_anothers(region.country, holder):
                continue
            # the neighbours' offices are called as ours where the words say whose they are: "phía Hủa Phăn có ông B"
            theirs = not u.level and m[0].lower().startswith(("phía ", "đoàn ", "bên "))
            if region and region.within is None and (theirs or side in (None, region.country)):
                # an office with no level takes the words as they stand: "phía tỉnh A có ông B, Giám đốc Sở Ngoại vụ"
                whole = not u.level and m[0].lower().startswith("tỉnh ")
                near.append((m.start(), Span(*m.span(0 if whole else 1))))
    return max(near, key=lambda x: x[0])[1] if near else None


def _side_of_holder(ctx: Context, u: Named, start: int) -> str:
    """Whether a unit is "ours" or "theirs" by the one behind whose post it stands, a name of Viet Nam or a guest's:
    "Đại diện tỉnh Khăm Muộn và Đại tá Lò Văn A, Chỉ huy trưởng Bộ CHQS tỉnh"; "" where nothing tells it.
    """
    holder = holder_before(ctx, u, start)
    name = holder.first("name") if holder else None
    if holder is None or name is None:
        return ""
    if sounds_vietnamese(ctx.text(*name)):
        return "ours"
    guest = "-" in ctx.text(*name) or _OF_GUESTS.search(ctx.view.folded, start, holder.start)
    return "theirs" if guest else ""


def _is_anothers(country: str | None, side: str) -> bool:
    """Whether a place lies on the other side than the holder of a post; of China nothing is told by names."""
    return (side == "ours" and country in NAMES_TELL) or (side == "theirs" and country == "VN")


def _country_of_place(ctx: Context, x: Named) -> str | None:
    """The state where a unit's place lies."""
    region = ctx.tables.region(f"{x.level} {x.place}".strip())
    return region.country if region else None


def _right(ctx: Context, u: Named, behind: Sequence[Named]) -> Named | None:
    """The unit that "và" or a comma joins to a unit, if it names its place."""
    right = next((x for x in behind if x.place and x.start >= u.end), None)
    return right if right and _JOINED_RIGHT.fullmatch(ctx.view.plain, u.end, right.start) else None


def _is_foreign(ctx: Context, country: str | None, x: Named) -> bool:
    """Whether a unit lies in another state than the one given, if any is."""
    region = ctx.tables.region(f"{x.level} {x.place}".strip()) if country else None
    return region is not None and region.country != country


def _place_elsewhere(ctx: Context, u: Named, same: Sequence[Named], level: Sequence[Named]) -> Named | Span | None:
    """The unit of its head, before it or anywhere, whose place it must be; else the only one of its level at home."""
    if u.level:
        same = [x for x in same if x.level.lower() in (u.level.lower(), "")]
    before = same[: bisect_left(same, u.start, key=lambda x: x.start)]
    if before and (len({x.place.lower() for x in before}) == 1 or all(x.country == "VN" for x in before)):
        return before[-1]
    home = [x for x in same if _is_home(ctx, x)]
    for choice in (same, home, level):
        if len({x.place.lower() for x in choice}) == 1:
            return choice[0]
    return None


def _is_home(ctx: Context, u: Named) -> bool:
    """Whether a unit's place lies in Viet Nam."""
    region = ctx.tables.region(f"{u.level} {u.place}".strip()) if u.place else None
    return region is not None and region.country == "VN"
