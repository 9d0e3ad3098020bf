"""A post without a unit → the unit that it is of, among those whom the talk or the article names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from ..tables import fold_name
from ..values.names import NAMES_TELL, sounds_vietnamese
from .context import Context
from .events import Events
from .person import Post, Someone
from .posts import fits, is_of_state, is_seat
from .units import Named, Units

__all__ = ["lend_units"]

# Posts that a ministry has, and no other unit.
_OF_MINISTRY = re.compile(r"(?:bộ trưởng|thứ trưởng|quốc vụ khanh)")
_JOINED = re.compile(r"(?: ?\([^()]{2,60}\))?(?: và|,|;| cùng) ")
_BACK = 1_500  # characters
_MEETS = re.compile(r" (?:(?:đã|vừa|có) )*(?:tiếp|hội kiến|đón|gặp|hội đàm với|làm việc với)(?!\w)")
_AHEAD = 160  # characters
_BESIDE = 120  # characters
_DONE_BY = re.compile(r"(?: ?\([^()]{2,60}\))?,? do ")
_LEADS = re.compile(
    r"(?:,| -)? (?:là |làm |kiêm )?(?:phó )?trưởng (?:đoàn|phái đoàn)(?: (?:đại biểu|công tác|cán bộ|của))* (?:các )?"
)
_FOR = re.compile(r"(?:đại diện|lãnh đạo|người (?:thay mặt|đứng đầu|dẫn đầu))(?: lãnh đạo| cho| đoàn)* $")


def lend_units(
    ctx: Context, people: list[Someone], units: Units, sides: dict[str, list[Named]], events: Events
) -> None:
    """Give a post without a unit ("…, Trạm trưởng làm trưởng đoàn") the unit that it is of.

    The only unit sent whose head fits the post ("Đồn trưởng" a đồn); else the unit of a side that stands before the
    person in the sentence ("Ban Chỉ huy An ninh tỉnh X do Đại tá Y, Chỉ huy trưởng"); else the only unit of his side.
    Without a talk the only fitting unit of the article.
    """
    sent = {u.key: u for side in sides.values() for u in side}
    pool = sent or {u.key: u for u in units.mentions if units.entry(u)}
    held = {id(post.unit) for p in people for post in p.posts}
    for one in people:
        if one.unit is not None or all(post.joint for post in one.posts):
            continue
        first = one.places[0]
        sentence = ctx.page.sentence(first.start)
        elsewhere = _at_second(ctx, one, units, events)
        own = {key: u for key, u in (elsewhere or pool).items() if one.country in (None, u.country)}
        if is_of_state(one.posts[-1].text) and not one.posts[-1].bare:
            one.unit = _seat_led(ctx, units, one) or _seat(one.posts[-1], _of_told_place(ctx, one, own.values()))
            continue
        if (led := _led_by(ctx, units, one)) is not None:
            one.unit = led
            _take_country(one)
            continue
        fitting = {key: u for key, u in own.items() if fits(one.posts[-1], u)}
        fitting = _by_place_behind(ctx, fitting, one.posts[-1]) or _by_named_place(
            ctx, fitting, sentence.start if sentence else first.start, first.start
        )
        fitting = _not_across(ctx, units, one, fitting)
        if not fitting and _OF_MINISTRY.match(one.posts[-1].text.lower()):
            one.unit = _only_ministry(units, one)
            _take_country(one)
            continue
        inside = [
            u for u in units.within(sentence.start if sentence else first.start, first.start)
            if u.key in (fitting or own) and not u.venue
        ]  # fmt: skip
        states = sides.keys() or {u.country for u in fitting.values()}
        if len(fitting) > 1 and not (inside and sent) and one.country is None and not NAMES_TELL.isdisjoint(states):
            other = _partner(one, people)
            ours = other.country != "VN" if other and other.country else sounds_vietnamese(one.name)
            fitting = {key: u for key, u in fitting.items() if (u.country == "VN") == ours}
        if not inside:
            fitting = _named_elsewhere(units, one, fitting, has_talk=bool(sent))
        side = sides.get(one.country or "", [])
        beside = _stands_for(ctx, units, one) or (None if inside else _post_beside(ctx, units, held, one))
        if beside is not None:
            one.unit = beside
        elif len(fitting) == 1 or (_is_of_first(one, inside=bool(inside)) and side and side[0].key in fitting):
            one.unit = side[0] if len(fitting) > 1 else next(iter(fitting.values()))
        elif inside and (sent or fitting):
            one.unit = inside[-1]
        elif not fitting:
            # of another's unit ("phía ta có Đại tá A, Chính ủy BĐBP tỉnh X; Đại tá B, Chỉ huy trưởng"), or of one that
            # is visited ("thăm Đồn Biên phòng X, được Thiếu tá Y, Đồn trưởng giới thiệu")
            before = reversed(units.within(sentence.start if sentence else first.start, first.start))
            fit = (u for u in before if units.entry(u) and fits(one.posts[-1], u) and one.country in (None, u.country))
            one.unit = next(fit, side[0] if len({u.key for u in side}) == 1 else None)
        _take_country(one)


def _only_ministry(units: Units, one: Someone) -> Named | None:
    """The only ministry of somebody's state that the article names, above its departments that are sent."""
    named = {u.key: u for u in units.mentions if u.kind == "ministry" and units.entry(u)}
    own = [u for u in named.values() if one.country in (None, u.country)]
    return own[0] if len(own) == 1 else None


def _not_across(ctx: Context, units: Units, one: Someone, fitting: dict[str, Named]) -> dict[str, Named]:
    """Of several units those whom somebody does not receive: "Bộ trưởng X tiếp Đoàn … Bộ Y Trung Quốc"."""
    sentence = ctx.page.sentence(one.places[0].start) if len(fitting) > 1 else None
    behind = units.within(one.name_at.end, min(sentence.end, one.name_at.end + _AHEAD)) if sentence else ()
    met = next((u for u in behind if u.key in fitting), None)
    if met is None or not _MEETS.match(ctx.view.folded, one.name_at.end, met.start):
        return fitting
    return {key: u for key, u in fitting.items() if u.country != met.country}


def _post_beside(ctx: Context, units: Units, held: Set[int], one: Someone) -> Named | None:
    """The post or station of the one named before "và" or a comma, if it fits one's own post: "Trung tá A, Đồn trưởng
    Đồn Biên phòng X và Thiếu tá B, Chính trị viên". `held` are the mentions of units that somebody's post is of.
    """
    first = one.places[0]
    near = units.within(max(0, first.start - 120), first.start)
    u = near[-1] if near else None
    if u is None or u.kind not in ("border_post", "border_station") or not units.entry(u) or not fits(one.posts[-1], u):
        return None
    return u if id(u) in held and _JOINED.fullmatch(ctx.view.folded, u.end, first.start) else None


def _seat(post: Post, own: Iterable[Named]) -> Named | None:
    """The only unit that a post heads; only the neighbours have such posts."""
    seats = [u for u in own if u.country != "VN" and is_seat(post, u)]
    return seats[0] if len(seats) == 1 else None


def _seat_led(ctx: Context, units: Units, one: Someone) -> Named | None:
    """The seat whose delegation somebody leads, named right before him: "đoàn tỉnh A do ông B, Phó Tỉnh trưởng"."""
    start = one.places[0].start
    u = next(iter(units.within(max(0, start - _BESIDE), start)[::-1]), None)
    if u is None or u.country == "VN" or not is_seat(one.posts[-1], u) or not units.entry(u):
        return None
    return u if _DONE_BY.fullmatch(ctx.view.folded, u.end, start) else None


def _of_told_place(ctx: Context, one: Someone, own: Iterable[Named]) -> list[Named]:
    """The units of the place that stands between a post and its holder ("Thị trưởng Bằng Tường Lò Văn A"); all where
    none does.
    """
    at = one.country_at
    if at is None or not one.posts[-1].at.end < at.start < one.name_at.start:
        return list(own)
    return [u for u in own if fold_name(u.place) == fold_name(ctx.text(*at))]


def _partner(one: Someone, people: Sequence[Someone]) -> Someone | None:
    """The other of two who lead or chair together: he is of the other side; None where they are not two."""
    for role in ("head", "co_chair"):
        pair = [p for p in people if role in p.roles] if role in one.roles else []
        if len(pair) == 2:
            return pair[1] if pair[0] is one else pair[0]
    return None


def _by_named_place(ctx: Context, units: dict[str, Named], start: int, end: int) -> dict[str, Named]:
    """Of several units those of the place that is named last in some words ("dự hội đàm về phía Kan Dal có"); all where
    none is.
    """
    last = {key: ctx.view.folded.rfind(u.place.lower(), start, end) for key, u in units.items() if u.place}
    at = max(last.values(), default=-1)
    return {key: units[key] for key, where in last.items() if where == at} if at >= 0 else units


def _by_place_behind(ctx: Context, units: dict[str, Named], post: Post) -> dict[str, Named]:
    """Of several units those of the place right behind a post: "Huyện đội trưởng huyện Noọng Hét"; {} where none is."""
    behind = ctx.view.folded[post.at.end : post.at.end + 60] if len(units) > 1 else ""
    return {
        key: u for key, u in units.items()
        if u.place and behind.startswith((f" {u.level} {u.place}".lower(), f" {u.place}".lower()))
    }  # fmt: skip


def _named_elsewhere(units: Units, one: Someone, fitting: dict[str, Named], *, has_talk: bool) -> dict[str, Named]:
    """Of the units that fit a post the one that the text named last, where no talk sends any ("Đại úy A, Phó Đồn trưởng
    kể"); where none fits the only one that the words behind the post call ("Phó Tham mưu trưởng Quân chủng").
    """
    if len(fitting) > 1 and not has_talk:
        start = one.places[0].start
        last = [u for u in units.within(max(0, start - _BACK), start) if u.key in fitting]
        return {last[-1].key: last[-1]} if last else fitting
    if not fitting and one.posts[-1].bare:
        named = {u.key: u for u in units.mentions if units.entry(u) and fits(one.posts[-1], u)}
        return named if len(named) == 1 else fitting
    return fitting


def _stands_for(ctx: Context, units: Units, one: Someone) -> Named | None:
    """The unit that somebody is said to stand for right before his name: "đại diện Sở Y, ông X, Phó Giám đốc"."""
    start = one.places[0].start
    near = units.within(max(0, start - 120), start)
    u = near[-1] if near else None
    if u is None or not units.entry(u) or one.country not in (None, u.country):
        return None
    if ctx.view.folded[u.end : start] != ", ":
        return None
    said = _FOR.search(ctx.view.folded, max(0, u.start - 40), u.start)
    return u if said and fits(one.posts[-1], u) else None


def _led_by(ctx: Context, units: Units, one: Someone) -> Named | None:
    """The unit whose delegation somebody is said to lead right behind his post: "Phó Giám đốc, Trưởng đoàn đại biểu
    Công an tỉnh X".
    """
    post = one.posts[-1]
    leads = _LEADS.match(ctx.view.folded, post.at.end)
    u = next(iter(units.within(leads.end(), leads.end() + 1)), None) if leads else None
    return u if u and units.entry(u) and fits(post, u) and one.country in (None, u.country) else None


def _is_of_first(one: Someone, *, inside: bool) -> bool:
    """Whether somebody is of the first of several units of his side: who leads it, and whose post is that of an office
    in it ("Chánh Văn phòng Sở"); `inside` says that his sentence names a unit before him.
    """
    return bool(one.posts[-1].bare) or (not inside and "head" in one.roles)


def _at_second(ctx: Context, one: Someone, units: Units, events: Events) -> dict[str, Named]:
    """The units of the sentence of another event, with another partner, behind which somebody is first named in its
    paragraph; {} where he is named at none.
    """
    sentence = ctx.page.sentence(one.places[0].start)
    told = (e.sentence for e in reversed(events.second) if sentence and e.sentence.line == sentence.line)
    at = next((s for s in told if sentence and s.start <= sentence.start), None)
    return {u.key: u for u in units.within(at.start, at.end) if units.entry(u)} if at else {}


def _take_country(one: Someone) -> None:
    """Give somebody the country of his unit, where nothing else told his."""
    if one.unit is not None and one.country is None and one.unit.country:
        one.country, one.country_at = one.unit.country, one.unit.country_from or one.unit.pieces[0]
