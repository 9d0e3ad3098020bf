"""Whether two records report one event.

Two records cannot be of one event where a hard fact differs (`clash`): the countries, the round, the days, the month
and day without a year, talks and an exchange. Else they are of one where enough agrees (`likeness`): precision before
recall, so what two talks of the same sides in one year share (sides, heads, place) is never enough without the day or
the round.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from ..edtf import bounds, iso_day
from ..record import TalkRecord, Unit
from ..values.places import loosen

__all__ = ["Clash", "Facts", "Sight", "clash", "in_words", "likeness", "see"]

Days = tuple[int, int]  # first and last day, as ordinals
Said = str | int | Days
Clash = tuple[str, Said, Said]

# A report stands in the paper within a week of the event; a round that agrees allows for the month after.
_NEWS, _LATE, _AHEAD = 7, 31, 62
_GRACE: Final = 1  # a page may be dated the day before: the clock of its server
_LONGEST: Final = 14  # days of an event; a longer span tells a month or a year, not when it was
# Of these a province has one: the force and its command, or its old and new name, are one side.
_ONE_A_PLACE = frozenset({"border_guard_command", "military_command", "police"})
_COMMON = re.compile(
    r"\b(?:đồn|trạm|tổng trạm|công an|bộ đội|biên phòng|cửa khẩu|quốc tế|song phương|chính|phụ|kiểm (?:tra|soát)|"
    r"quản lý|xuất nhập cảnh|biên giới|hội đàm|hội ngộ|ban chỉ huy|bộ chỉ huy|tiểu đoàn|đại đội|trung đội|bảo vệ|"
    r"cảnh sát|số|chi đội|tỉnh|huyện|nước|đoàn|xnc)\b"
)


class Facts(NamedTuple):
    """What two records of one event cannot differ in. `days` is when the event is, `wide` when it can have been at most
    (by its date, else by its publication), None where nothing says; `unsaid` a month and day without a year.
    """

    countries: frozenset[str]
    exchange: bool
    round: int | None
    days: Days | None
    wide: Days | None
    unsaid: str | None


@dataclass(frozen=True, slots=True)
class Sight:
    """What is looked at of one record. `keys` are the units of each side, and who leads it; `regions` where they are.
    `near` is when the event was, as news goes.
    """

    facts: Facts
    near: Days | None
    keys: dict[str, frozenset[str]]
    regions: dict[str, frozenset[str | None]]
    heads: dict[str, str]
    kind: str
    series: str | None
    place: str | None


def see(record: TalkRecord) -> Sight:
    """What is looked at of a record that reports a talk."""
    talk = record.talk
    if talk is None:
        raise TypeError("a record without a talk is of no event")
    units = {(unit.name, unit.country): unit for unit in record.units}
    keys: dict[str, frozenset[str]] = {}
    regions: dict[str, frozenset[str | None]] = {}
    heads = {side.country: loosen(side.head) for side in record.delegations if side.head}
    for side in record.delegations:
        sent = ((name, side.country) for name in side.units)
        own = [units[name] for name in sent if name in units]
        leads = [f"head:{side.country}:{heads[side.country]}"] if side.country in heads else []
        keys[side.country] = frozenset([*filter(None, map(_unit_key, own)), *leads])
        regions[side.country] = frozenset(unit.region for unit in own)
    days, stated = _stated(talk.date)
    published = iso_day(record.document.published) if record.document.published else None
    facts = Facts(
        frozenset(keys), talk.kind == "exchange", talk.round, days,
        wide=days or _meet(stated, _around(published, talk.status, late=_LATE)),
        unsaid=talk.date[5:] if talk.date and re.fullmatch(r"XXXX-\d\d-\d\d", talk.date) else None,
    )  # fmt: skip
    near = days or _meet(stated, _around(published, talk.status, late=_NEWS))
    if near is not None and near[1] - near[0] > _LATE:
        near = None
    return Sight(
        facts, near, keys, regions, heads, talk.kind, talk.series, loosen(talk.place.name) if talk.place else None
    )


def _unit_key(unit: Unit) -> str | None:
    """What names a unit in whatever words: kind and region of a province's force, else its id, else its proper name
    without diacritics; None where it has none ("Đồn Biên phòng cửa khẩu").
    """
    if unit.id:
        return f"{unit.kind}:{unit.region}" if unit.kind in _ONE_A_PLACE and unit.region else unit.id
    proper = loosen(_COMMON.sub("", unit.name.lower()))
    return f"{unit.kind}:{unit.region or unit.country}:{proper}" if proper else None


def _stated(value: str | None) -> tuple[Days | None, Days | None]:
    """The days of an event, where its date tells days; and the span that it tells."""
    ends = bounds(value) if value else None
    if ends is None or ends[0] is None or ends[1] is None:
        return None, None
    span = ends[0].toordinal(), ends[1].toordinal()
    exact = value is not None and len(value.partition("/")[0]) == 10 and span[1] - span[0] < _LONGEST
    return (span if exact else None), span


def _around(published: date | None, status: str, *, late: int) -> Days | None:
    """When an event can have been that was told on a day."""
    if published is None:
        return None
    day = published.toordinal()
    return (day - _GRACE, day + _AHEAD) if status == "announced" else (day - late, day + _GRACE)


def _meet(a: Days | None, b: Days | None) -> Days | None:
    """What two spans have in common; the first where they have nothing; the one that is known."""
    if a is None or b is None:
        return a or b
    both = max(a[0], b[0]), min(a[1], b[1])
    return both if both[0] <= both[1] else a


def _overlap(a: Days | None, b: Days | None) -> bool:
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def clash(a: Facts, b: Facts) -> Clash | None:
    """What keeps two records from being of one event: a fact, and what they say of it; None where nothing does."""
    if a.countries != b.countries:
        return "sides", _listed(a.countries), _listed(b.countries)
    if a.round != b.round and a.round is not None and b.round is not None:
        return "rounds", a.round, b.round
    if a.exchange != b.exchange:
        return "kinds", "exchange" if a.exchange else "talks", "exchange" if b.exchange else "talks"
    if a.wide and b.wide and not _overlap(a.wide, b.wide):
        return "days", a.wide, b.wide
    for unsaid, other in ((a.unsaid, b), (b.unsaid, a)):
        if unsaid and (other.unsaid not in (None, unsaid) or (other.days and unsaid not in _month_days(other.days))):
            return "days", a.unsaid or a.days or "", b.unsaid or b.days or ""
    return None


def in_words(clash: Clash) -> str:
    """A clash as a user reads it: "the rounds are 12 and 13"."""
    fact, *said = clash
    one, other = sorted(map(_shown, said), key=lambda value: (len(value), value))
    return f"the {fact} are {one} and {other}"


def _listed(countries: frozenset[str]) -> str:
    return "-".join(sorted(countries)) or "unnamed"


def _shown(value: Said) -> str:
    if not isinstance(value, tuple):
        return str(value)
    first, last = (date.fromordinal(day).isoformat() for day in value)
    return first if first == last else f"{first}/{last}"


@lru_cache(4096)
def _month_days(days: Days) -> set[str]:
    """The days of a span as MM-DD."""
    return {date.fromordinal(day).isoformat()[5:] for day in range(days[0], days[1] + 1)}


def likeness(a: Sight, b: Sight) -> int:
    """How surely two records, which nothing keeps apart (`clash`), are of one event: 0 (not so) to 3."""
    if not a.facts.countries:
        return 0
    sides = [_side(a, b, country) for country in a.facts.countries]
    if 3 not in sides or 0 in sides:
        return 0
    least = min(sides)
    one_round = a.facts.round is not None and a.facts.round == b.facts.round
    backed = one_round or _same_head(a, b) or _same_place(a, b)
    if a.facts.days and b.facts.days:  # which overlap
        if not backed and _told_apart(a, b):
            return 0
        if least == 3 and (a.kind == b.kind or backed):
            return 3
        return 2 if one_round or (backed and least > 1) else 0
    if least < 3 or a.kind != b.kind or (a.series and b.series and a.series != b.series):
        return 0
    if one_round:
        return 1
    dated = a.facts.days or b.facts.days
    near = _overlap(a.near, b.near) or bool(dated and (a.facts.unsaid or b.facts.unsaid))
    return int(bool(dated) and near and backed)


def _side(a: Sight, b: Sight, country: str) -> int:
    """How one side agrees: 3 in a unit or its head, 2 in nothing, as one says nothing, 1 in a region alone, 0 not."""
    if a.keys[country] & b.keys[country]:
        return 3
    one, other = a.regions[country], b.regions[country]
    return 2 if not one or not other else int(bool(one & other))


def _same_head(a: Sight, b: Sight) -> bool:
    return any(b.heads.get(country) == name for country, name in a.heads.items())


def _told_apart(a: Sight, b: Sight) -> bool:
    """Whether two records tell other leaders of a side and another place: two talks of one province on one day."""
    return bool(a.heads.keys() & b.heads.keys()) and bool(a.place and b.place)


def _same_place(a: Sight, b: Sight) -> bool:
    return bool(a.place and b.place) and (str(a.place) in str(b.place) or str(b.place) in str(a.place))
