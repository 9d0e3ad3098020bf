"""Names behind the places of units: the holder of a post, whom the words of a unit took along."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from ..mention import Mention, Span
from ..tables import fold_name
from ..values.names import sounds_vietnamese
from .context import Context
from .named import Named, bearer

__all__ = ["cut_holder", "holder_before", "is_region", "region_first"]

# A post right before a unit, whose holder may be named behind it.
_POST = tuple(
    f"{post} {rank}"
    for post in (
        "chủ tịch", "giám đốc", "trưởng", "chính ủy", "chính trị viên", "bí thư", "tư lệnh", "phó", "phó ban",
        "ủy viên",
    )
    for rank in ("", "thường trực ")
)  # fmt: skip
_MIDDLE = regex.compile(
    r"\p{L}+ (?:Văn|Thị|Đức|Xuân|Minh|Hữu|Quang|Ngọc|Thanh|Đình|Công|Trọng|Mạnh|Bá|Duy|Viết|Quốc|Tiến|Huy|Sỹ|Sĩ|Thế"
    r"|Khắc|Chí) \p{Lu}"
)
_HOLDER = regex.compile(r" (?P<name>\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,4})(?!\p{L})")
# "Ling thong - Sengtavan": what goes on behind the first word of such a name
_SMALL = regex.compile(r" \p{Ll}+(?: - \p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,3})?(?=[,.;)]| - |$)")
_HEADS_PROVINCE = ("tỉnh trưởng ", "tỉnh trưởng thường trực ", "chủ tịch ")
_SYLLABLE = 7  # letters of the longest: "nghiêng"
_SEATS = ("tỉnh", "thành phố", "huyện", "thị xã", "xã", "phường", "thị trấn", "quận")


# "Đại tá Lò Văn A, Chỉ huy trưởng Bộ CHQS tỉnh"
_HOLDS = re.compile(r"(?:,| -| \() ?(?:(?! (?:gặp|với|tiếp|đón|và|thăm|cùng|mời) )[^.;()\d]){2,60} ")


def holder_before(ctx: Context, u: Named, start: int) -> Mention | None:
    """The person before a unit, from an offset on, behind whose post it stands; None where nobody does."""
    holder = next(reversed(ctx.inside("people", start, u.start)), None)
    name = holder.first("name") if holder else None
    if holder is None or name is None or not _HOLDS.fullmatch(ctx.view.folded, name.end, u.start):
        return None
    return holder if ctx.first("people.position", name.end + 1, name.end + 4) else None


def is_region(ctx: Context, name: str, level: str) -> bool:
    """Whether a name is a region's; one syllable only by its very name: "Kiểm" of "Kiểm ngư" sounds like one."""
    region = ctx.tables.region(f"{level} {name}".strip())
    return region is not None and (" " in name or len(name) > _SYLLABLE or fold_name(region.name) == fold_name(name))


def region_first(ctx: Context, words: str, level: str = "") -> str:
    """The region with which some words begin, as long as may be ("Sơn La" of "Sơn La Lò Văn A"); "" without one."""
    each = words.split(" ")
    begins = (" ".join(each[:n]) for n in range(len(each), 0, -1))
    return next((begin for begin in begins if begin and is_region(ctx, begin, level)), "")


def cut_holder(ctx: Context, u: Named, place: Span) -> None:
    """Cut a person's name off a unit's place: "Chính ủy Chi đội … Phổ Nhĩ Trần Văn A"."""
    if _is_person(ctx, u):
        # "Phó Chủ tịch UBND huyện Nguyễn Văn A": the district is told elsewhere
        u.place, u.after, u.pieces = "", place, u.pieces[:-1]
        u.end = u.pieces[-1].end if u.pieces else u.start
    elif u.place[-1].isdigit():
        # "Chủ tịch UBND xã A Lưới 4 Hồ Văn A": a number ends the place
        behind = _HOLDER.match(ctx.view.plain, place.end) if ctx.view.folded.endswith(_POST, 0, u.start) else None
        u.after = Span(*behind.span("name")) if behind and sounds_vietnamese(behind["name"]) else None
    elif " - " not in ctx.view.plain[place.start : place.end]:
        words = u.place.split(" ")
        shouted = u.place.isupper() and len(words) > 1
        if known := _place_before_name(ctx, u, words, shouted=shouted):
            end = place.start + len(known)
            if _lies_in(ctx, u, known, Span(end + 1, place.end)):
                return
            u.place, u.end, u.after = known, end, None if shouted else Span(end + 1, place.end)
            u.pieces = (*u.pieces[:-1], Span(place.start, end))


def _lies_in(ctx: Context, u: Named, place: str, behind: Span) -> bool:
    """Whether what stands behind a unit's place is the province that it lies in, no person: "địa khu Bằng Tường Quảng
    Tây"; the unit's region is then set.
    """
    within, around = ctx.tables.region(place), ctx.tables.region(ctx.text(*behind))
    if within is None or around is None or around.within is not None or within.code != around.code:
        return False
    u.country, u.country_from, u.region, u.region_from = around.country, behind, around.code, behind
    return True


def _place_before_name(ctx: Context, u: Named, words: Sequence[str], *, shouted: bool) -> str | None:
    """The first of some words that are a place, where a name follows them; None where all are the place."""
    if len(words) == 2 and u.level.lower() == "tỉnh" and _goes_on_small(ctx, u):
        # "Phó Tỉnh trưởng tỉnh Salavan Bun thăn": all provinces are known
        return words[0] if is_region(ctx, words[0], u.level) and not is_region(ctx, u.place, u.level) else None
    if (len(words) < 3 and not shouted) or ctx.tables.region(u.place) or ctx.tables.has_gate(u.place):
        return None
    for n in range(len(words) - (1 if shouted else 2), 0, -1):
        known = " ".join(words[:n])
        if ctx.tables.region(f"{u.level} {known}".strip()) or (n > 1 and ctx.tables.has_gate(known)):
            return known
    small = u.kind in ("border_post", "border_station")
    if (u.level.lower() in _SEATS or small) and ctx.view.folded.endswith(_POST, 0, u.start):
        # "Chủ tịch UBND xã Mường Lạn Lò Văn A": a commune that no table has, and a name with a middle word
        for n in range(1, len(words) - 1):
            name = " ".join(words[n:])
            if _MIDDLE.match(name) and sounds_vietnamese(name):
                return " ".join(words[:n])
    return None


def _goes_on_small(ctx: Context, u: Named) -> bool:
    """Whether a word in small letters that is a syllable of a name stands behind a unit, and a post before it."""
    return bool(_SMALL.match(ctx.view.plain, u.end)) and ctx.view.folded.endswith(_HEADS_PROVINCE, 0, u.start)


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
