"""The units of the article: written out, each once, with country, region, parent and evidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import regex

from ..mention import Span
from ..record import Unit
from ..tables import fold_name
from .context import Context, Shown
from .named import FORCE, Named
from .unit_parents import find_parents
from .unit_phrases import named_units
from .unit_places import find_places, tell_short_names
from .unit_relations import tell_countries

__all__ = ["Named", "Units", "read_units"]

_POST_BEFORE = regex.compile(
    r"(?i)(?:trưởng|(?:tham mưu|chỉ huy|tư lệnh) phó|tư lệnh|chính ủy|chính trị|nghiệp vụ|chủ nhiệm|quân y|trợ lý) $"
)
_COMMUNE = ("xã", "phường", "thị trấn", "đặc khu")
_OFFICES = ("police", "government", "military_command")
# "cán bộ, chiến sĩ Bộ đội Biên phòng Việt Nam": all of them, and their feast
_OF_ALL = ("chiến sĩ ", "chiến sỹ ", "cán bộ ", "lực lượng ", "truyền thống ", "thành lập ", "người lính ", "của ")
_UNDER_MINISTRY = re.compile(r"(?i), |,? (?:trực )?thuộc ")
_GATE_WORDS = re.compile(r"(?i)^cửa khẩu (?:quốc tế |chính |song phương )?")
_DEPARTMENT = re.compile("(?:tổng )?cục ")
_STATE = re.compile(r"(?i)^nước ")


@dataclass
class Units:
    """All units of an article: every mention in order, and the record's entries by key; `venues` are those that are
    only named as the place, and no entries until `admit` makes them so; `fullest` is the mention that names each best.
    """

    mentions: list[Named]
    entries: dict[str, Unit] = field(default_factory=dict)
    venues: dict[str, Unit] = field(default_factory=dict)
    fullest: dict[str, Named] = field(default_factory=dict)

    def within(self, start: int, end: int) -> list[Named]:
        """The mentions that begin in a stretch of the text, in order."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def _starts(self) -> list[int]:
        return [u.start for u in self.mentions]

    def entry(self, mention: Named) -> Unit | None:
        """The record's entry of a mention; None where the mention names no unit of its own."""
        return self.entries.get(mention.key)

    def shown(self, field: str, mention: Named) -> list[Shown]:
        """What shows the name of a unit at one mention: its words, and those of the fullest one where they say more."""
        best = self.fullest.get(mention.key, mention)
        told = (mention,) if best.name == mention.name else (mention, best)
        return [(field, span, u.rule) for u in told for span in u.shown]

    def admit(self, mention: Named) -> None:
        """Count a unit that is only named as the venue: it is its side's only one."""
        if mention.key in self.venues:
            self.entries.setdefault(mention.key, self.venues[mention.key])

    @property
    def records(self) -> tuple[Unit, ...]:
        """The entries in the order of their first mention."""
        return tuple(self.entries[key] for key in dict.fromkeys(u.key for u in self.mentions) if key in self.entries)


def read_units(ctx: Context, day: str | None = None) -> Units:
    """Every named unit of the content lines. An article without units gives an empty `Units`.

    `day` is that of the event, else of the news (EDTF): until the mergers of 2025 a gate lay in another province.
    """
    found = find_places(ctx, named_units(ctx))
    found = [
        u
        for i, u in enumerate(found)
        if u.is_complete or u.region or _is_own(u) or _is_force(ctx, u, found[i + 1 : i + 2])
    ]
    tell_short_names(ctx, found)
    find_parents(ctx, found)
    tell_countries(ctx, found, day)
    for u in found:
        _write_out(ctx, u)
    units = Units(found)
    _enter(ctx, units)
    return units


def _is_own(u: Named) -> bool:
    """Whether a body of a province is one of the paper's own, which it need not name."""
    return u.country == "VN" and u.is_of_province


def _is_force(ctx: Context, u: Named, behind: Sequence[Named]) -> bool:
    """Whether a bare "Bộ đội Biên phòng" is the force itself: after a post, with its state's name, or with its ministry
    right behind it.
    """
    plain = ctx.view.plain
    if u.level or u.head_key != FORCE:
        return False
    if _POST_BEFORE.search(plain[max(0, u.start - 24) : u.start]):
        return True
    if u.nation and plain[u.start].isupper() and not ctx.view.folded.endswith(_OF_ALL, 0, u.start):
        return True
    return any(x.kind == "ministry" and _UNDER_MINISTRY.fullmatch(plain, u.end, x.start) for x in behind)


def _write_out(ctx: Context, u: Named) -> None:
    """Write the name out and set the key under which the mentions of one unit meet."""
    where = ""
    if u.place:
        name = f"{u.level} {u.place}".strip()
        region = ctx.tables.region(name, country=u.country) or ctx.tables.region(u.place, country=u.country)
        region = None if region is None or region.within else region
        where = region.code if region else fold_name(_GATE_WORDS.sub("", u.place))
        # a commune may bear the name of its district, whose office is another
        where += " (commune)" if u.level.lower() in _COMMUNE and u.kind in _OFFICES else ""
        # "BĐBP Lai Châu" is "Bộ đội Biên phòng tỉnh Lai Châu"; other names keep the article's words
        if not u.level and FORCE in u.head_key and region and region.country == "VN":
            u.level = "tỉnh" if region.kind == "province" else "thành phố"
    # "Bộ Công an, nước Cộng hòa …": what stands behind a comma is no part of the name
    attached = u.nation and not ctx.view.plain.startswith(",", u.pieces[-1].end)
    nation = ctx.text(*u.nation) if u.nation and attached else ""
    if u.head_key != "chính phủ":  # whose state has its full title, in a treaty's name
        nation = _STATE.sub("", nation)
    u.name = " ".join([x for x in (u.head, u.army, u.level, u.place, nation) if x])
    # a state has one general staff with its departments, and one command of its border guard, with the army in the name
    # or behind a comma
    of_state = u.kind == "general_staff" or u.head_key == f"bộ tư lệnh {FORCE}" or _DEPARTMENT.match(u.head_key)
    army = "" if of_state else u.army.lower()
    head = u.head_key
    if u.country == "LA" and u.kind == "ministry":  # "Bộ An ninh" is what papers call the Lao Bộ Công an, too
        head = ctx.tables.forces.get(("state", head), head)
    u.key = f"{u.country}|{head}|{army}|{where}"


def _enter(ctx: Context, units: Units) -> None:
    """Make the record's entries: the fullest name of each key, its evidence, its parent."""
    groups: dict[str, list[Named]] = {}
    for u in units.mentions:
        if not u.idle:
            groups.setdefault(u.key, []).append(u)
    best = {key: group[0] if len(group) == 1 else max(group, key=_length) for key, group in groups.items()}
    units.fullest = best
    spelled: dict[str, Span | None] = {}
    for key, group in groups.items():
        top = best[key]
        parent = next((u.parent for u in group if u.parent is not None and u.parent.key in best), None)
        region = next((u for u in group if u.region), None)
        identity = _identity(ctx, top)
        shown = top.shown
        named: list[Shown] = [("name", s, top.rule) for s in (*shown, *_explained(ctx, top, spelled))]
        named.append(("kind", top.pieces[0], top.rule))
        if top.country_from:
            named.append(("country", top.country_from, top.rule))
        if region and region.region_from:
            named.append(("region", region.region_from, region.rule))
        if parent:
            named += units.shown("parent", parent)
        if identity:
            named += [("id", s, top.rule) for s in shown]
        into = units.venues if all(u.venue for u in group) else units.entries
        into[key] = Unit(
            name=top.name, kind=top.kind, country=top.country, region=region.region if region else None,  # type: ignore[arg-type]
            parent=best[parent.key].name if parent else None, id=identity,
            evidence=ctx.evidence(dict.fromkeys(named)),
        )  # fmt: skip


def _length(u: Named) -> int:
    """How many words a unit's name has, but for the first."""
    return u.name.count(" ")


def _identity(ctx: Context, u: Named) -> str | None:
    """The key of a force or command of a province or a state, one for all spellings ("unit:LA-LP:military-command");
    None for posts, stations, districts and what no table has.
    """
    where = u.key.rsplit("|", 1)[1]
    if u.place:
        key = ctx.tables.forces.get(("province", u.head_key)) if where == u.region else None
        return f"unit:{u.region}:{key}" if key else None
    key = ctx.tables.forces.get(("state", u.head_key))
    return f"unit:{u.country}:{key}" if key and u.country else None


def _explained(ctx: Context, u: Named, spelled: dict[str, Span | None]) -> list[Span]:
    """Where the article first spells out the abbreviations of a unit's name: shown beside them; [] where it does not.

    `spelled` holds the places of those that were asked for before, None where the article has none.
    """
    text, table = ctx.view.text, ctx.tables.abbreviations
    used = {word for start, end in u.pieces for word in text[start:end].split() if word in table}
    if not used:
        return []
    for short in used - spelled.keys():
        spelled[short] = _first(ctx.view.folded, table[short].lower())
    spans = [span for short in sorted(used) if (span := spelled[short])]
    if not spans and not u.place:
        # the article writes "BĐBP" alone, but "Đồn Biên phòng": the last words of the name stand there
        last = _first(ctx.view.folded, " ".join(u.name.lower().split(" ")[-2:]))
        return [last] if last else []
    return spans


def _first(folded: str, words: str) -> Span | None:
    """Where a text first holds some words; None where it does not."""
    at = folded.find(words)
    return Span(at, at + len(words)) if at >= 0 else None
