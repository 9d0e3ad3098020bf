"""Whose side a person is on: his unit's, the one he is named with, or, of two, the other one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import regex

from ..mention import Span
from ..values.names import NAMES_TELL, sounds_vietnamese
from .context import Context
from .person import Occurrence, Someone
from .posts import CAPITALS, headed_place, sentence_start
from .units import Units

__all__ = ["country_of", "settle_calls", "settle_countries", "settle_pairs", "settle_rows"]

# Patterns read the text in lower case.
# What tells whose side a person is of: "phía Lào", "đoàn đại biểu Bộ CHQS tỉnh X", "đoàn bạn", "phía ta".
_SIDE_BEFORE = re.compile(r"(?:phía|đoàn|bạn|tổ) (?:[^\W\d_]+ ){0,3}$")
_UNIT_AS_SIDE = re.compile(
    r"(?:(?:phía|đoàn)(?: (?:đại biểu|công tác|của))*|người (?:thay mặt|đại diện|đứng đầu|dẫn đầu)(?: cho| đoàn)*) $"
)
_OURS_OR_THEIRS = re.compile(
    r"(?:phía|đoàn|bên|nước)(?: (?:đại biểu|công tác|của|đơn vị|nước|phía))* (?P<who>bạn|ta|đối diện)(?![^\W\d_])"
    r"|ngồi (?P<who_too>đối diện)(?= (?:là|có)(?!\w))"
)
# "phía tỉnh Kandal có": read on the text as written
_SIDE_PLACE = regex.compile(
    r"(?:phía|Phía|đoàn|Đoàn)(?: (?:đại biểu|công tác|bạn|của|tỉnh|huyện|thành phố|châu))*"
    r" (\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+){0,3})"
)
# "đoàn Việt Nam … hội đàm với X": the one behind "với" is of the other side
_THE_OTHER = re.compile(r"(?:với|gặp|cùng|đón|tiếp) (?:[^\W\d_]+ ){0,3}$")
_LEADS_SIDE = re.compile(
    r"[\s,\-(]*(?:(?:là|làm|đã) )?(?:trưởng đoàn|dẫn đầu|đại diện)"
    r"(?: (?:đoàn|đại biểu|phía|của|nước|công tác|cho|là))* (?:(?P<who>bạn|ta)(?![^\W\d_]))?"
)
# "với Tiểu đoàn A, Ty Công an tỉnh B (Campuchia) do X": X is of the side that stands right before "do"
_LED_BY = re.compile(r"(?:,? ?\([^()]{2,60}\)|, [^,.;:()]{2,40})*,? do (?:các )?")
# "thay mặt đoàn Lào, X …; Y …": whom X speaks for says nothing of Y
_SPEAKS_FOR = ("thay mặt ", "đại diện ", "cảm ơn ", "cho ")
# "…, dưới sự đồng chủ trì của X và Y": of neither of the two delegations named before
_CHAIRED_BY = re.compile(r"(?:sự|đồng|cùng) chủ trì(?: của|:| là| có)")
_PARTY_SEAT = regex.compile(
    r"(?:,| -| \() ?(?i:(?:phó )?bí thư(?: thường trực)? (?:tỉnh|huyện|thành|thị|quận|khu|châu) ủy)"
    r" (?P<place>\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*){0,3})"
)
_CALLS_ON = re.compile(
    r"[\s,\-)]*(?:(?:trưởng đoàn|đã|vừa|đến|tới|cùng đoàn|và đoàn|cũng|có buổi|có cuộc) )*"
    r"(?:chào xã giao|chào|hội kiến|yết kiến) (?:với )?"
)
_CALL = 120  # characters
_IN_ROW = re.compile(r"(?:,|;| -)? (?:và |cùng )?")
# Posts that only the neighbours' provinces and districts have.
_OF_NEIGHBOURS = re.compile(r"(?:phó )?(?:tỉnh|đô|huyện|quận|thị|châu) trưởng")

# his age or birth and his home in brackets: "(31 tuổi, trú tại …, Trung Quốc)"
_HOME = re.compile(r" \((?:\d\d tuổi|(?:sinh|sn)(?: (?:năm|ngày))?:? ?\d)[^()\n]{0,160}\)")


def country_of(ctx: Context, units: Units, one: Someone) -> None:
    """A person's country: of his unit or post, else of the side he is named with; left open where nothing tells it."""
    _of_other_ministry(ctx, units, one)
    if one.unit and one.unit.country:
        one.country, one.country_at = one.unit.country, one.unit.country_from or one.unit.pieces[0]
        return
    state = next((p.state for p in one.posts if p.state), None)
    if state is not None:
        one.country, one.country_at = str(state.value), Span(state.start, state.end)
        return
    if (seat := _party_seat(ctx, one)) is not None:
        one.country, one.country_at = seat
        return
    for place in one.places[:3]:
        for side in (_in_brackets, _side_led, _led_by, _side_before):
            told = side(ctx, units, place)
            if told is not None:
                one.country, one.country_at = told
                return
    last = one.posts[-1].at.end if one.posts else 0
    for place in one.places[:3]:
        # "Phó Chủ tịch Chính phủ nhân dân … Quảng Tây": what no rule reads may hold a region
        if not place.start < last < place.end:
            continue
        if c := ctx.inside("countries", last, place.end):
            one.country, one.country_at = str(c[-1].value), Span(c[-1].start, c[-1].end)
            return
        for m in CAPITALS.finditer(ctx.view.plain, last, place.end):
            region = ctx.tables.region(m[0]) if " " in m[0] or "-" in m[0] else None
            # a word of an office ("Quản lý") sounds like a district: one syllable is no place here
            if region is not None:
                one.country, one.country_at = region.country, Span(*m.span())
                return
    _by_place_headed(ctx, one)


def _party_seat(ctx: Context, one: Someone) -> tuple[str, Span] | None:
    """The country of the place whose party somebody leads, told right behind his name: "X, Bí thư Huyện ủy Mã Quan"."""
    for place in one.places[:3]:
        m = _PARTY_SEAT.match(ctx.view.plain, place.name.end)
        region = ctx.tables.region(m["place"]) if m else None
        if m is not None and region is not None:
            return region.country, Span(*m.span("place"))
    return None


def _of_other_ministry(ctx: Context, units: Units, one: Someone) -> None:
    """Give one whose ministry names no state the neighbour's of this name, where the text has it and his name is none
    of Viet Nam: "Bộ trưởng Ngoại giao Bun Thăn đã tiếp Thứ trưởng Phạm Văn Thử".
    """
    u = one.unit
    if u is None or u.kind != "ministry" or u.nation or sounds_vietnamese(one.name):
        return
    other = ctx.neighbour
    if other not in NAMES_TELL or u.country == other or ctx.states.keys() - {"VN", other}:
        return
    theirs = (m for m in units.mentions if m.head_key == u.head_key and m.country == other and units.entry(m))
    one.unit = next(theirs, u)


def _by_place_headed(ctx: Context, one: Someone) -> None:
    """The country of one who heads a province or district as only the neighbours do: of the place behind his post, else
    the article's neighbour.
    """
    post = next((p for p in one.posts if _OF_NEIGHBOURS.match(p.text.lower())), None)
    if post is None:
        return
    if headed := headed_place(ctx, post.at.end + 1):
        one.country, one.country_at = headed
    elif other := ctx.neighbour:
        one.country, one.country_at = other, post.at


def _in_brackets(ctx: Context, _: Units, place: Occurrence) -> tuple[str, Span] | None:
    """The country in brackets behind a person: "Đại tá X, Chỉ huy trưởng (Lào)", "X (31 tuổi, ở bản A, Lào)"."""
    if told := _HOME.match(ctx.view.folded, place.name.end):
        home = next(iter(ctx.inside("countries", place.name.end, told.end())), None)
        if home is not None:
            return str(home.value), Span(home.start, home.end)
    for c in ctx.inside("countries", place.name.end, place.end + 24):
        if "(" in ctx.view.folded[max(place.name.end, c.start - 20) : c.start] and c.start > place.end - 20:
            return str(c.value), Span(c.start, c.end)
    return None


def _side_led(ctx: Context, units: Units, place: Occurrence) -> tuple[str, Span] | None:
    """The side that a person is said to lead: "…, Trưởng đoàn Trung Quốc", "dẫn đầu đoàn bạn", "Trưởng đoàn BĐBP …"."""
    m = _LEADS_SIDE.match(ctx.view.folded, place.end)
    if m is None:
        return None
    other = {"bạn": ctx.neighbour, "ta": "VN"}.get(m["who"] or "")
    if other:
        return other, Span(*m.span("who"))
    for u in units.within(m.end(), m.end() + 1):
        if u.country:
            return u.country, u.country_from or u.pieces[0]
    c = next(iter(ctx.inside("countries", m.end(), m.end() + 1)), None)
    return (str(c.value), Span(c.start, c.end)) if c else None


def _led_by(ctx: Context, units: Units, place: Occurrence) -> tuple[str, Span] | None:
    """The side whose unit stands right before "do": "Ty Công an tỉnh X do Đại tá Y làm trưởng đoàn"."""
    folded = ctx.view.folded
    if not folded.endswith((" do ", " do các "), 0, place.start):
        return None
    before = units.within(max(sentence_start(ctx, place.start), place.start - 240), place.start)
    u = before[-1] if before else None
    if u is None or u.country is None or not _LED_BY.fullmatch(folded, u.end, place.start):
        return None
    return u.country, u.country_from or u.pieces[0]


def _side_before(ctx: Context, units: Units, place: Occurrence) -> tuple[str, Span] | None:
    """The last side that the sentence names before a person, if he is not the one whom it meets."""
    sentence = ctx.page.sentence(place.start)
    if sentence is None:
        return None
    folded, start = ctx.view.folded, sentence.before(place.start).start
    if _THE_OTHER.search(folded, max(start, place.start - 40), place.start):
        return None
    told = _sides_told(ctx, units, start, place)
    last = max(told, default=None)
    if last is not None and _CHAIRED_BY.search(folded, last[0], place.start):
        both = {u.country for u in units.within(start, place.start)} | {code for _, code, _ in told}
        return None if len(both - {None}) > 1 else last[1:]
    return last[1:] if last else None


def _sides_told(ctx: Context, units: Units, start: int, place: Occurrence) -> list[tuple[int, str, Span]]:
    """The sides that the words before a person name, each with where and by what."""
    folded = ctx.view.folded
    told: list[tuple[int, str, Span]] = []
    for c in reversed(ctx.inside("countries", start, place.start)):
        side = _SIDE_BEFORE.search(folded, max(start, c.start - 40), c.start)
        if side and not (folded.endswith(_SPEAKS_FOR, start, side.start()) and ";" in folded[c.end : place.start]):
            told.append((c.start, str(c.value), Span(c.start, c.end)))
            break
    for u in reversed(units.within(start, place.start)):
        if u.country and _UNIT_AS_SIDE.search(folded, max(start, u.start - 40), u.start):
            told.append((u.start, u.country, u.country_from or u.pieces[0]))
            break
    for by_place in _SIDE_PLACE.finditer(ctx.view.plain, start, place.start):
        region = ctx.tables.region(by_place[1])
        if region is not None and (" " in by_place[1] or region.within is None):
            told.append((by_place.start(), region.country, Span(*by_place.span(1))))
    for m in _OURS_OR_THEIRS.finditer(folded, start, place.start):
        # "phía ta là X; ngồi đối diện là Y"
        country = "VN" if m["who"] == "ta" else ctx.neighbour
        if country:
            told.append((m.start(), country, Span(*m.span("who" if m["who"] else "who_too"))))
    return told


def settle_rows(ctx: Context, people: Sequence[Someone]) -> None:
    """Where the text lists three states, three who are named in a row are of them in that order, if the one with a
    name of Viet Nam stands where it does: "Bộ trưởng Quốc phòng Việt Nam, Lào, Campuchia …: A, B và C".
    """
    states = _three_states(ctx)
    if not states:
        return
    first = [one.places[0] for one in people]
    for i in range(len(people) - 2):
        row = people[i : i + 3]
        joined = all(
            _IN_ROW.fullmatch(ctx.view.folded, a.end, b.start)
            for a, b in zip(first[i : i + 2], first[i + 1 : i + 3], strict=True)
        )
        told = [one.country for one in row]
        ours = [sounds_vietnamese(one.name) for one in row] == [code == "VN" for code, _ in states]
        if joined and ours and all(c in (None, code) for c, (code, _) in zip(told, states, strict=True)):
            for one, (code, at) in zip(row, states, strict=True):
                if one.country is None:
                    one.country, one.country_at = code, at


def _three_states(ctx: Context) -> list[tuple[str, Span]]:
    """The first three states that the text lists, with Viet Nam among them, in their order; [] where it lists none."""
    named = ctx.of("countries")
    if len(ctx.states) < 3:
        return []
    for i in range(len(named) - 2):
        three = named[i : i + 3]
        codes = [str(c.value) for c in three]
        listed = all(_IN_ROW.fullmatch(ctx.view.folded, a.end, b.start) for a, b in pairwise(three))
        if listed and len(set(codes)) == 3 and "VN" in codes:
            return [(str(c.value), Span(c.start, c.end)) for c in three]
    return []


def settle_calls(ctx: Context, people: Sequence[Someone]) -> None:
    """Who is called on is of the other state than the one who calls: "Bộ trưởng X … đã chào xã giao đồng chí Y"."""
    calls = sorted(((o, p) for p in people for o in p.places), key=lambda x: x[0].start)
    for (before, caller), (place, host) in pairwise(calls):
        if host.country is not None or caller.country is None or place.start - before.end > _CALL:
            continue
        if not _CALLS_ON.fullmatch(ctx.view.folded, before.end, place.start):
            continue
        other = ctx.neighbour if caller.country == "VN" else "VN"
        if other:
            host.country, host.country_at = other, host.name_at


def settle_pairs(ctx: Context, people: Sequence[Someone]) -> None:
    """Of two who lead, chair or sign together, one is of the other side; the span is his name."""
    for role in ("head", "co_chair", "signatory"):
        pair = [p for p in people if role in p.roles]
        if len(pair) == 2 and (pair[0].country is None) != (pair[1].country is None):
            known, open_ = pair if pair[0].country else reversed(pair)
            open_.country = "VN" if known.country != "VN" else ctx.neighbour
            open_.country_at = open_.name_at


def settle_countries(people: Sequence[Someone], sides: Sequence[str], neighbour: str | None) -> None:
    """Give those whose side nothing tells a country; `sides` are those of the talk, without one they are of Viet Nam
    and the `neighbour` of which the article speaks.

    A name that is no Vietnamese one is of the only neighbour; all others are of Viet Nam, whose papers these are. The
    span is the name.
    """
    others = [code for code in sides or (neighbour,) if code and code != "VN"]
    foreign = others[0] if len(others) == 1 and others[0] in NAMES_TELL else "VN"
    for p in people:
        if p.country is None:
            p.country, p.country_at = "VN" if sounds_vietnamese(p.name) else foreign, p.name_at
