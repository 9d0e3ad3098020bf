"""Whose the units of an article are, and in which region: by their words, their places, their sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

import regex

from ..mention import Span
from ..record import Country
from ..tables import Region, fold_name
from ..tables.gates import bare_name
from ..values.names import NAMES_TELL, sounds_vietnamese
from .context import Context
from .named import FORCE, Named, bearer, is_liaison
from .unit_holders import holder_before
from .unit_parents import is_our_region
from .unit_places import SIDE_HAS, only_province
from .unit_rows import are_across, in_row

__all__ = ["tell_countries"]

_SIDE = regex.compile(
    r"(?i)(?:phía|đoàn(?: (?:đàm phán|đại biểu|công tác|biên giới|cấp cao|quân sự|của))*|bạn|nước|bên|từ) "
    r"(?:nước )?(?:bạn )?$"
)
_GUESTS = regex.compile(r"(?r)(?<!\p{L})(?:phía|đoàn|bên|nước) bạn(?!\p{L})")
# "Nhận lời mời của Bộ trưởng Bộ Ngoại giao Lào X, Bộ trưởng Bộ Ngoại giao Y thăm …"
_INVITED_BY = re.compile(r"(?:lời mời|mời) của [^.;]*$")
_THE_OTHER = re.compile(r" (?:với|gặp|tiếp|đón) ")
# what joins two bodies of one name that meet
_OPPOSITE = re.compile(r"\)?,? (?:và|với|hội đàm|làm việc|gặp|cùng|phối hợp)(?!\w)")
_MAY_LIST = re.compile(r" (?:có|gồm)[ :]")
# a zone is called after its gate
_ZONE = re.compile(r"ban quản lý .*cửa khẩu$")
# "Vụ trưởng Vụ Biên giới - Chủ tịch Ủy ban liên hợp phía Trung Quốc", "…, Trưởng đoàn Campuchia"
_SIDE_BEHIND = re.compile(
    r"(?:,| -| \() ?(?:kiêm )?(?:đồng )?(?:chủ tịch|trưởng (?:đoàn|nhóm|tiểu ban|phái đoàn))"
    r"(?:(?! (?:với|gặp|và|đã|hội|tiếp|thăm) ) [^\W\d_]+){0,14}? (?:(?:phía|của|nước|chính phủ) ){0,3}"
)
_LEADS_BEHIND = re.compile(r"(?:,| -| \() ?(?:kiêm )?(?:đồng )?(?:chủ tịch|trưởng )")
_BEHIND = 140  # characters
_COMMAND = re.compile("^bộ tư lệnh (?=quân khu|vùng|căn cứ)")
_OF_POLICE = re.compile(r"bộ (?:công an|an ninh)")
_FIGHTS_CRIME = re.compile(r"^(?:tổng )?cục .*(?:ma túy|tội phạm|điều tra|truy nã|an ninh|trật tự)")
_HIGH_COURT = re.compile(r"(?:tòa án|viện (?:kiểm sát|công tố)) .*(?:tối cao|trung ương)$")
_VILLAGE = ("xã", "phường", "thị trấn", "huyện", "thị xã")
_DISTRICT = ("huyện", "quận", "thị xã")
_BESIDE = 40  # characters between a unit and the province behind it
_COMMUNE = ("xã", "phường", "thị trấn", "đặc khu")


def tell_countries(ctx: Context, found: Sequence[Named], day: str | None) -> None:
    """Set each unit's country and region: its own words, its place, its parent, the side it is named with, its head."""
    _by_places(ctx, found, day)
    _by_rivals(ctx, found)
    # up and down the chains of parents, which are four units long at most
    below = [(u, u.parent) for u in found if u.parent]
    for _ in range(3):
        for u, above in below:
            _share(u, above)
    _by_namesake(found)
    _by_list(found)
    _by_commune(found)
    _by_sides(ctx, found)
    _by_namesake(found)
    for i, u in enumerate(found):
        if u.kind == "other":
            _tell_kind(u, found)
            _tell_section(ctx, u, found, i)
        if u.country is None:
            # only the neighbours' districts have a "Huyện trưởng", and their police hold posts on the border
            headed = ctx.view.folded.endswith(" trưởng ", 0, u.start) and not u.head
            foreign = headed or u.head_key == "đồn công an biên phòng" or _is_of_a_foreigner(ctx, u)
            theirs = ctx.neighbour if foreign else None
            u.country = _borne(ctx, u) or theirs or "VN"
            u.country_from = u.pieces[0] if u.pieces else Span(u.start, u.end)
    for i, u in enumerate(found):
        if u.region is None and u.kind in ("border_post", "border_station"):
            _by_neighbour(u, _before(ctx, found, i))
    _by_home(ctx, found)
    _as_told(found)
    for u in found:
        if u.region and u.country and not u.region.startswith(u.country):
            u.region, u.region_from = None, None  # borrowed from what stands beside it
    for u, above in below:
        if above.country != u.country and not above.nation and not above.place:
            above.country, above.country_from = u.country, u.country_from


def _by_rivals(ctx: Context, found: Sequence[Named]) -> None:
    """Of two bodies of one name under two ministries, of which the second alone tells its state, the first is ours:
    "Tổng cục Cảnh sát, Bộ Công an và Tổng cục Cảnh sát, Bộ An ninh Lào".
    """
    for i, u in enumerate(found):
        above = u.parent
        if above is None or above.nation or u.country or above.country or above.kind != "ministry":
            continue
        rival = next((x for x in found[i + 1 : i + 4] if x.head_key == u.head_key and x.parent), None)
        told = rival.parent.country if rival and rival.parent is not above and rival.parent else None
        if rival and told not in (None, "VN") and _OPPOSITE.match(ctx.view.folded, above.end, rival.start):
            for x in (u, above):
                x.country, x.country_from = "VN", x.pieces[0]


def _borne(ctx: Context, u: Named) -> Country | None:
    """The state whose forces bear a unit's head, as far as the article speaks of it: a border company is Lao unless
    the article names other neighbours alone.
    """
    code = bearer(u)
    if code != "LA" or not u.head_key.startswith("đại đội"):
        return code
    others = ctx.states.keys() - {"VN"}
    return ctx.neighbour if others and "LA" not in others else code


def _is_of_a_foreigner(ctx: Context, u: Named) -> bool:
    """Whether a body that each state has stands behind the post of one with no name of Viet Nam, where the neighbour's
    are not; or a ministry right before his name: "gặp Bộ trưởng Bộ Nội vụ X".
    """
    sentence = ctx.page.sentence(u.start) if _has_each_state(u) else None
    holder = holder_before(ctx, u, sentence.before(u.start).start) if sentence else None
    if holder is None and sentence and ctx.view.folded.endswith(" trưởng ", 0, u.start):
        holder = ctx.first("people", u.end + 1, u.end + 2)
    name = holder.first("name") if holder else None
    return bool(name and ctx.neighbour in NAMES_TELL and not sounds_vietnamese(ctx.text(*name)))


def _tell_kind(u: Named, found: Sequence[Named]) -> None:
    """A head that several forces have is of the force above it, or of that of the article: "Cục Trinh sát, Bộ Tư lệnh
    BĐBP", "Hải đội 102" beside the coast guard.
    """
    if u.parent and _OF_POLICE.match(u.parent.head_key) and _FIGHTS_CRIME.search(u.head_key):
        u.kind = "police"  # "Cục Phòng chống ma túy - Bộ Công an"
    elif u.head_key == "cục cửa khẩu" or (u.head_key.startswith("cục ") and u.parent and FORCE in u.parent.head_key):
        u.kind = "border_guard_command"
    elif u.head_key in ("hải đội", "hải đoàn"):
        above = u.parent or next((x for x in found if x.kind == "coast_guard"), None)
        if above and above.kind == "coast_guard":
            u.kind = above.kind


def _tell_section(ctx: Context, u: Named, found: Sequence[Named], i: int) -> None:
    """A section told by its head alone is one of the police that stands before it in its sentence: "Đại tá A, Giám đốc
    Công an tỉnh X; Trung tá B, Đội trưởng Đội Hợp tác quốc tế".
    """
    if u.parent or u.rule != "units.section" or not u.head_key.startswith("đội "):
        return
    before = next(iter(_before(ctx, found, i)), None)
    if before is not None and before.kind == "police":
        u.kind, u.country, u.country_from = before.kind, before.country, before.country_from
        u.region, u.region_from = before.region, before.region_from


def _has_each_state(u: Named) -> bool:
    """Whether each state has a body of a unit's name: a ministry, the highest court or prosecutor."""
    return u.kind == "ministry" or _HIGH_COURT.match(u.head_key) is not None


def _is_small(u: Named) -> bool:
    """Whether a unit serves one spot of the border: a post, a station, the customs or police of a gate."""
    if u.kind in ("border_post", "border_station"):
        return True
    if u.level.lower() != "tỉnh" and (u.head_key == "hải quan" or is_liaison(u.head_key)):
        return True
    if u.head_key == "chi cục hải quan" and not u.level:
        return True
    if _ZONE.match(u.head_key) and not u.level and " - " not in u.place:
        return True
    if u.kind not in ("other", "police", "border_guard_command"):
        return False
    return u.level.lower().startswith("cửa khẩu") or "cụm bản" in u.head_key


def _is_section(u: Named) -> bool:
    """Whether a unit is a section of a force that has one in each province: "Phòng Phòng chống ma túy và tội phạm"."""
    return u.kind == "other" and u.head_key.startswith("phòng ") and u.parent is None


def _is_local(u: Named) -> bool:
    """Whether a unit lies in a province that others tell: a small one, or that of a commune."""
    return _is_small(u) or u.level.lower() in _COMMUNE


def _told(found: Sequence[Named], *, small: bool = False) -> dict[str, dict[str, Span]]:
    """The regions of each country that units other than posts and stations (`small`: these) lie in, and where each is
    first told.
    """
    told: dict[str, dict[str, Span]] = {}
    for u in found:
        if u.country and u.region and u.region_from and _is_small(u) == small:
            told.setdefault(u.country, {}).setdefault(u.region, u.region_from)
    return told


def _by_places(ctx: Context, found: Sequence[Named], day: str | None) -> None:
    """Country and region by the units' places: commands first, which tell in which provinces the article is.

    The unit above stands behind and comes first: a post lies where its command does, whatever else bears its name.
    """
    local: list[Named] = []
    for u in reversed(found):
        if _is_local(u):
            local.append(u)
        else:
            _by_place(ctx, u, day)
    told = _told(found) if local else {}
    for u in local:
        _by_place(ctx, u, day, told)


def _by_place(ctx: Context, u: Named, day: str | None, told: Mapping[str, Mapping[str, Span]] | None = None) -> None:
    """Country and region of a unit's place, if any: a region of the tables, for a post or station also a gate.

    `told` are the regions of `_told`, for a unit that lies in one of them.
    """
    if not u.place:
        return
    above = u.parent
    small = told is not None and _is_small(u)
    country = u.country or (above.country if above else None) or (bearer(u) if told is not None else None)
    if above and above.region and above.region_from:
        _place(u, country or above.region[:2], above.region, above.region_from)
        return
    homes = told.get(country or "", {}) if told else {}
    name = f"{u.level} {u.place}".strip()
    region = ctx.tables.region(name, country=country) or ctx.tables.region(u.place, country=country)
    if homes and not small and region and region.code not in homes:
        # a commune that bears the name of a district elsewhere lies where the article is
        region = next((r for code in homes if (r := ctx.tables.region(name, day=day, within=code))), None)
    if region is None and " - " in u.place and u.head_key.startswith("ban quản lý"):
        region = ctx.tables.region(u.place.rpartition(" - ")[2], country=country)
    if region and small:
        named_at_gate = u.level.lower().startswith("cửa khẩu")
        # the gate of Hoa Lư, not the town in Ninh Bình, where the article speaks of neither province
        named_at_gate = named_at_gate or (region.code not in homes and ctx.tables.gate(u.place, day=day) is not None)
        at_gate = named_at_gate and region.within
        # a district's name is a post's too in other provinces: that of the article's only one lies there
        astray = region.within and len(homes) == 1 and region.code not in homes
        region = None if at_gate or astray or not _is_called(region, u) else region
    if region is None and small:
        _by_gate(ctx, u, homes, day)
    elif region and u.country in (None, region.country):
        _place(u, region.country, region.code, u.pieces[-1])


def _by_gate(ctx: Context, u: Named, homes: Mapping[str, Span], day: str | None) -> None:
    """Country and region of the gate whose name a post or station bears; of two regions of the gate (before and after
    a merger) that which the article names, one of `homes`.
    """
    if "cụm bản" in u.head_key:
        return  # villages of Laos, whatever gate bears their name
    gate = ctx.tables.gate(u.place, country=u.country, day=day)
    home = next((r for r in homes if ctx.tables.gate(u.place, country=u.country, region=r)), None)
    if home:
        gate = ctx.tables.gate(u.place, country=u.country, region=home)
    if gate is None and "quốc tế" in u.level.lower():
        # of two gates of a name, the international one
        gate = ctx.tables.gate(u.place, country=u.country, day=day, kind="international_gate")
    if gate is None:
        return
    at_gate = u.level.lower().startswith("cửa khẩu")
    if home is None and len(homes) == 1 and not at_gate and gate.country in {code[:2] for code in homes}:
        return  # many a commune bears a gate's name: that of the only province that the article tells lies there
    country = u.country
    if country is None:
        # a name that one side alone has tells whose the station is: "Trạm Kiểm soát liên hợp … Bờ Y"
        alone = fold_name(bare_name(u.place)) not in {fold_name(n) for n in gate.counterparts if gate.side(n) == "VN"}
        country = gate.side(u.place) if alone else bearer(u)
    ours = country == "VN"
    if home and (home[:2] == "VN") == ours:
        _place(u, home[:2], home, homes[home])
    else:
        code = gate.region if ours else gate.other_region
        _place(u, "VN" if ours else gate.other_country, code or None, u.pieces[-1])


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


def _namesake(u: Named) -> tuple[str, str]:
    """What two mentions of one body have in common; an army region or a base and its command are of one state."""
    return _COMMAND.sub("", u.head_key), u.place.lower()


def _by_namesake(found: Sequence[Named]) -> None:
    """A mention without its country ("Đại đội trưởng Đại đội Biên phòng 531") is of that which another one tells.

    An army region is of the state of its command: "Bộ Tư lệnh Quân khu 1, Quân đội Hoàng gia"; "Quân khu 1".
    """
    # a ministry, a high court or a state's border committee without its country is no other state's for its name
    untold = [
        u for u in found
        if u.country is None and not _has_each_state(u) and not u.head_key.startswith("ủy ban biên giới")
    ]  # fmt: skip
    if not untold:
        return
    known: dict[tuple[str, str], list[Named]] = {}
    for u in found:
        if u.country:
            known.setdefault(_namesake(u), []).append(u)
    for u in untold:
        same = known.get(_namesake(u), [])
        if len({x.country for x in same}) == 1:
            u.country, u.country_from = same[0].country, same[0].country_from
            if u.region is None:
                u.region, u.region_from = same[0].region, same[0].region_from


def _by_list(found: Sequence[Named]) -> None:
    """A member of a list whose place no table has is of the state of the others: "Công an các tỉnh A, B, C"."""
    lists: dict[int, list[Named]] = {}
    for u in found:
        lists.setdefault(u.phrase, []).append(u)
    for members in lists.values():
        told = [u for u in members if u.country]
        if len(told) > 1 and len({u.country for u in told}) == 1:
            for u in members:
                if u.country is None:
                    u.country, u.country_from = told[0].country, told[0].country_from


def _by_commune(found: Sequence[Named]) -> None:
    """The police or command of a commune that no table has is of the state of the post that bears its name, or of
    another body of it: "Đồn Biên phòng A … phối hợp Công an xã A", "Công an xã A … UBND xã A".
    """
    untold = [u for u in found if u.country is None and u.level.lower() in _COMMUNE]
    known: dict[str, Named] = {}
    for u in found if untold else ():
        if u.place and (u.country or bearer(u)) and (u.kind == "border_post" or u.level.lower() in _COMMUNE):
            known.setdefault(fold_name(u.place), u)
    for u in untold:
        if (one := known.get(fold_name(u.place))) is not None:
            u.country, u.country_from = one.country or bearer(one), u.pieces[-1]
            u.region, u.region_from = one.region, one.region_from


def _as_told(found: Sequence[Named]) -> None:
    """A district's unit lies in the province that the article tells beside one of its mentions, whatever the tables
    say: "Chi cảnh sát quận A, tỉnh B".
    """
    told: dict[tuple[str, str, str | None], tuple[str, Span]] = {}
    for u in found:
        beside = u.region_from is not None and u.region_from not in u.pieces
        if u.region and beside and u.region_from and u.start <= u.region_from.start < u.end + _BESIDE:
            told.setdefault((*_namesake(u), u.country), (u.region, u.region_from))
    for u in found if told else ():
        said = told.get((*_namesake(u), u.country))
        if said is not None and u.region_from in u.pieces and u.level.lower() in _DISTRICT:
            u.region, u.region_from = said


def _by_home(ctx: Context, found: Sequence[Named]) -> None:
    """A post, station or village that no table has lies in the only province of its side that the article names."""
    lost = [
        u for u in found
        if u.region is None and (_is_small(u) or u.level.lower() in _VILLAGE if u.place else _is_section(u))
    ]  # fmt: skip
    if not lost:
        return
    told = _told(found)
    for country, there in _told(found, small=True).items():
        told.setdefault(country, there)  # "Đồn A, Đồn B, Đồn C (Quảng Trị)"
    homes = {country: next(iter(there.items())) for country, there in told.items() if len(there) == 1}
    if not any(u.country == "VN" and u.region for u in found):
        named = only_province(ctx)
        region = ctx.tables.region(ctx.text(*named), country="VN") if named else None
        if named and region:
            homes["VN"] = (region.code, named)
    for u in lost:
        if u.country in homes:
            u.region, u.region_from = homes[u.country]


def _before(ctx: Context, found: Sequence[Named], i: int) -> Iterator[Named]:
    """The units before `found[i]` in its sentence, nearest first, no further than a sentence's length back."""
    sentence = ctx.page.sentence(found[i].start)
    start = sentence.before(found[i].start).start if sentence else found[i].start
    return takewhile(lambda x: x.start >= start, (found[j] for j in range(i - 1, -1, -1)))


def _by_sides(ctx: Context, found: Sequence[Named]) -> None:
    """Give the units without a country that of their side, if their sentence tells it."""
    untold = [i for i, u in enumerate(found) if u.country is None]
    theirs = _neighbour_of(ctx, found) if untold else None
    for i in untold:
        u = found[i]
        u.country, u.country_from = _by_side(ctx, u, found, i, theirs)


def _neighbour_of(ctx: Context, found: Sequence[Named]) -> Country | None:
    """The other state of the article: the one it names most, else that of its first foreign unit."""
    return ctx.neighbour or next((u.country for u in found if u.country not in (None, "VN")), None)


def _by_side(
    ctx: Context, u: Named, found: Sequence[Named], i: int, theirs: Country | None
) -> tuple[Country, Span] | tuple[None, None]:
    """The country of `found[i]` that its sentence tells: by a unit of its name before it, its side ("phía bạn" are
    `theirs`), its neighbours.
    """
    plain = ctx.view.plain
    sentence = ctx.page.sentence(u.start)
    head_of = bearer(u)
    if sentence is None or is_our_region(u, theirs):
        return None, None
    if _has_each_state(u):
        told, is_other = _of_its_name(ctx, u, found, i)
        if told or is_other:
            return told or (None, None)
    if told_behind := _side_behind(ctx, u):
        return told_behind
    named = ctx.inside("countries", sentence.start, u.start)
    begin = sentence.before(u.start).start
    spoken = head_of is None and ctx.view.folded.find(" bạn", begin, u.start) >= 0
    guests = _GUESTS.search(ctx.view.folded, begin, u.start) if spoken else None
    if guests and theirs and not any(c.start > guests.end() for c in named):
        return theirs, Span(*guests.span())
    sides = [c for c in named if _SIDE.search(plain[max(0, c.start - 40) : c.start])]
    if sides and head_of in (None, sides[-1].value):
        return str(sides[-1].value), Span(sides[-1].start, sides[-1].end)
    if head_of is None and (of_place := _side_of_place(ctx, begin, u.start)):
        return of_place
    # every state has one: beside the neighbours' police it is our own
    return (None, None) if head_of or u.head_key == "tổng cục hải quan" else _by_row(ctx, found, i)


def _of_its_name(ctx: Context, u: Named, found: Sequence[Named], i: int) -> tuple[tuple[Country, Span] | None, bool]:
    """The state of the body of a unit's name before it in its sentence, or whether it is the other one that meets it:
    "Đoàn đại biểu Bộ Quốc phòng Lào …, do X, Bộ trưởng Bộ Quốc phòng dẫn đầu".
    """
    before = next((x for x in _before(ctx, found, i) if x.country and x.head_key == u.head_key), None)
    if before is None:
        return None, False
    folded = ctx.view.folded
    if _INVITED_BY.search(folded, max(0, before.start - 80), before.start) or _THE_OTHER.search(
        folded, before.end, u.start
    ):
        return None, True  # "Bộ trưởng Bộ Nội vụ Lào hội đàm với Bộ trưởng Bộ Nội vụ X"
    if before.nation and before.country and before.country_from:
        return (before.country, before.country_from), False
    return None, False


def _by_row(ctx: Context, found: Sequence[Named], i: int) -> tuple[Country, Span] | tuple[None, None]:
    """The country of the row that `found[i]` stands in, told by a unit behind it or before it."""
    u = found[i]
    for x in (in_row(ctx, u, found[i + 1 : i + 9]), in_row(ctx, u, found[max(0, i - 8) : i][::-1])):
        if x is None:
            continue
        if x.head_key == u.head_key and _has_each_state(u):
            return None, None  # "TAND tối cao và Tòa án nhân dân tối cao Lào"
        if are_across(ctx, found, i, x):
            return None, None  # "Công an xã A và Công an huyện B (Lào) hội đàm"
        if x.country and x.country_from:
            return x.country, x.country_from
    return None, None


def _side_behind(ctx: Context, u: Named) -> tuple[Country, Span] | None:
    """The state whose delegation or committee the holder of the post before a unit leads: "…, Trưởng đoàn Lào"."""
    if u.place or not _LEADS_BEHIND.match(ctx.view.folded, u.end):
        return None
    c = next(iter(ctx.inside("countries", u.end, u.end + _BEHIND)), None)
    if c is None or not _SIDE_BEHIND.fullmatch(ctx.view.folded, u.end, c.start):
        return None
    return str(c.value), Span(c.start, c.end)


def _side_of_place(ctx: Context, start: int, end: int) -> tuple[Country, Span] | None:
    """The state of the place whose side the words before a unit list: "Phía châu Hồng Hà có ông X; Cục Thương vụ"."""
    if not _MAY_LIST.search(ctx.view.folded, start, end):
        return None
    told = next(reversed([*SIDE_HAS.finditer(ctx.view.plain, start, end)]), None)
    region = ctx.tables.region(told["place"]) or ctx.tables.region(told["name"]) if told else None
    return (region.country, Span(*told.span("place"))) if told and region else None


def _by_neighbour(u: Named, before: Iterator[Named]) -> None:
    """A post whose place no table has lies where the unit of its side before it in the sentence does."""
    near = next((x for x in before if x.region and x.country == u.country), None)
    if near:
        u.region, u.region_from = near.region, near.region_from
