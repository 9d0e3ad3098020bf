"""Place mentions → where an event is held: the name as it stands, its country and its region."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

import regex

from ..document import Sentence
from ..mention import Mention, Span
from ..record import Place
from ..tables import Region, fold_name
from ..tables.gates import Gate
from ..values.dates import Point
from .context import Context, Shown, SpanIndex
from .cues import standing
from .event import Event
from .events import Events
from .visits import begun_on_visit, told_as_held

__all__ = ["HELD_THERE", "held_at", "read_place"]

# Where a person lives or serves is no place of the event.
_OF_A_PERSON = (
    "trú ", "sinh ", "công tác ", "đóng quân ", "sống ", "sản xuất ", "đăng ký ", "học ",
    # … nor where a post lies: "Đồn Biên phòng A (đóng tại B)"
    "đóng ", "đóng chân ", "đứng chân ", "có trụ sở ",
)  # fmt: skip
# … nor the end of a stretch that is inspected: "từ mốc 790 đến mốc 761"
_FROM_MARKER = re.compile(r"từ (?:khu vực )?(?:cột )?mốc (?:giới |quốc giới )?(?:số )?[\d/()]+ $")
# … nor where somebody was trained or caught: "được tập huấn kiểm soát ma túy tại Vân Nam"
_DONE_THERE = re.compile(
    r"(?:được|bị|đi|dự)(?: (?:cử đi|tham gia))? (?:tập huấn|đào tạo|bồi dưỡng|bắt|bắt giữ|tạm giữ|phát hiện)(?!\w)"
    r"[^,.;]{0,50} $"
)
# … nor where its units serve: "hội đàm giữa các Đồn Biên phòng trên địa bàn tỉnh X và Trạm …"
_SERVES = re.compile(
    r"(?:(?:đồn|trạm|tiểu đoàn|đại đội)(?: biên phòng)?|đơn vị|lực lượng|cơ quan|công an(?: các)? (?:xã|phường|huyện))"
    r" (?:(?:đóng quân|đứng chân) )?$"
)
# … nor is the place in the name of an office: "Tổng Lãnh sự quán Lào tại Đà Nẵng" (but "tại Tổng Lãnh sự quán …").
_OFFICES = (
    "lãnh sự", "đại sứ", "tùy viên", "văn phòng", "cơ quan", "ngoại giao", "thường trú", "đại diện", "phóng viên",
    "phân xã", "chi nhánh",
)  # fmt: skip
_OF_AN_OFFICE = regex.compile(
    r"(?i)(?<!\p{L})(?<!(?:tại|ở)(?: trụ sở)?(?: tổng)? )"
    r"(?:(?:tổng )?lãnh sự(?: quán| danh dự)?|đại sứ(?: quán)?|tùy viên|văn phòng(?: đại diện)?"
    r"|cơ quan (?:đại diện|thường trú)|(?:phái đoàn|đoàn) ngoại giao|thường trú|trưởng đại diện|phóng viên"
    r"|phân xã|chi nhánh)"
    r"(?: (?!(?:đã|vừa|sẽ|hội|họp|làm|gặp|tổ|diễn|dự|có|thăm|đến|tiếp|và|cùng|đồng|chủ|tham|khai|ký)"
    r"(?!\p{L}))[\p{L}]+){0,7} $"
)
# … nor is where something was before or after it: "ngay sau Lễ đón tại cửa khẩu …, hai bên đã hội đàm tại …".
_AFTER = re.compile(standing("sau", "trước") + r"(?: khi)? (?:nghi )?(?:lễ|dự|chuyến|thăm|chào)[^,.;]{0,50}$")
# … nor where guests are welcomed or seen off: "Đón đoàn tại cửa khẩu … có đồng chí …".
_WELCOMED = re.compile(r"(?:đón|tiễn|chia tay)(?: tiếp)? (?:các )?(?:đoàn|đồng chí|đại biểu)[^.;]{0,60}")
_TELLS_WHERE = re.compile(r"(?:diễn ra|tổ chức|hội đàm|hội nghị|địa điểm|chủ trì)[^.;]{0,40}$")
_LEVEL = re.compile(r"(?i)(?:tỉnh|huyện|thành phố|T[PX]|[HPQX]\.|TT\.|xã|phường|thị)(?!$)")
_KIND_OF_PLACE = re.compile(
    r"(?i)(?:tỉnh|huyện|thành phố|T[PX]|[HPQX]\.|TT\.|xã|phường|thị|cửa khẩu|trụ sở|hội trường"
    r"|khu (?:vực|kinh tế|du lịch|công nghiệp|di tích|lưu niệm)"
    r"|đồn|trạm|(?:đại|tiểu|trung) (?:đội|đoàn)|bộ|trung tâm|thủ đô"
    r"|thực địa|(?:cột )?km (?:số )?\d|khuôn viên|(?:đường|vạch) |nhà(?= )|phòng (?:họp|hội đàm)|quảng trường"
    r"|sân vận động|phủ|(?:nhà )?ga"
    r"|bản|thôn|trấn|làng|sân|điểm thông quan|lối|cầu|khách sạn|văn phòng)"
)
_LEVEL_AND_NAME = regex.compile(
    r"(?i)(?:(?:tỉnh|huyện|thành phố|T[PX]\.?|thị xã|xã|phường|châu|thủ đô) |(?:T[PXT]|[HPQX])\. ?)\p{Lu}.*$"
)
_OFFICE_OF = regex.compile(r"(?i:(?:tỉnh|huyện|thành|thị) ủy|tỉnh trưởng|thị trưởng|thống đốc) (?P<name>\p{Lu}.*)$")
_AT_GATE = re.compile(
    r"(?i)(?:(?:(?:nhà|trạm) kiểm soát[^,]*|(?:khu vực )?(?:nhà (?:quốc môn|hữu nghị|giao dịch)|cầu hữu nghị),?)"
    r"(?: khu vực)? )?(?:cặp )?cửa khẩu "
)
_LOWER_WORDS = regex.compile(r"^(?:[\p{Ll}]+ )+")
# what stands before the name of a gate, or of the post or station at one
_GATE_WORDS = re.compile(
    r"(?i)^(?:thực địa )?(?:(?:cột )?km (?:số )?\d+,? )?"
    r"(?:(?:khu vực )?(?:nhà (?:quốc môn|hữu nghị|giao dịch)|cầu hữu nghị),? )?(?:cặp )?"
    r"(?:(?:hội trường|trụ sở|khuôn viên|khu (?:vực|kinh tế)|nhà làm việc(?: liên (?:hợp|ngành))?|phòng họp"
    r"|(?:nhà|phòng) hội đàm|nhà giao tiếp(?: đối ngoại)?) )?"
    r"(?:đồn (?:biên phòng|bp) |đồn bpck (?:quốc tế |chính )?|(?:nhà|trạm) kiểm soát(?: liên hợp| biên phòng)? )?"
    r"(?:(?:cửa khẩu|bản) (?:quốc tế |chính |song phương |phụ |đường (?:bộ|sắt|thủy|sông) (?:số \S+ )?)?|CKQT )?"
)
# What only Viet Nam has.
_HOME = regex.compile(
    r"(?i)đồn (?:biên phòng|bp(?:ck)?\b)|trạm kiểm soát biên phòng|\bBĐBP|bộ đội biên phòng|UBND"
    r"|nhà quốc hội|phủ chủ tịch|trụ sở chính phủ|ủy ban nhân dân"
)
_HELD = ("tổ chức ", "diễn ra ", "tiến hành ", "khai mạc ")
_NAMES = regex.compile(r"\p{Lu}[\p{L}\p{M}'-]*(?: \p{Lu}[\p{L}\p{M}'-]*){0,9}")
_MOST_NAMES = 40
_DISTRICT = regex.compile(r"(?i:huyện|thị xã) \p{Lu}[\p{L}\p{M}'-]*(?: \p{Lu}[\p{L}\p{M}'-]*){0,3}")
_COMMUNE = re.compile(
    r"(?i)(?:đồn (?:biên phòng|bp) |(?:thôn|ấp|khóm|xóm) |bản [^,]+, xã|(?:sân )?nhà (?:sinh hoạt )?cộng đồng "
    r"|(?:(?:nhà văn hóa|hội trường|trụ sở)(?: UBND)? )?(?:xã|phường|thị trấn|TT\.|[PX]\.) ?"
    r"|(?:nhà khách|hội trường|trung tâm hội nghị|nhà văn hóa|trụ sở|khuôn viên)"
    r"(?: (?:công an|ubnd|bđbp|(?:bộ|ban) chỉ huy (?:bđbp|bộ đội biên phòng)))?"
    r" (?:tỉnh|huyện|thành phố|thị xã)(?: ủy)?$)"
)
_SMALL = re.compile(r"(?i)(?:xã|phường|thị trấn) |(?:TT|[PX])\.")
# What stands on the line itself is in neither country.
_ON_THE_LINE = re.compile(
    r"(?i)\bmốc\b|ngã ba (?:biên giới|đông dương)"
    r"|\b(?:đường|vạch)(?: sơn)? (?:trung tuyến|phân giới|phân thủy|biên giới)\b"
)
_MINISTRY = regex.compile(r"(?i)bộ (?:quốc phòng|công an|ngoại giao)")
_SEAT = re.compile(r"(?i)(?:trụ sở )?(?:của )?bộ (?:quốc phòng|công an|ngoại giao|nội vụ|an ninh)")
_BRACKETS = re.compile(r" ?\((?P<in>[^()\n]{2,60})\)")
_ACRONYM = regex.compile(r" \(\p{Lu}{2,6}\) ")
_PIECE = re.compile(r"[^,\-\s][^,\-]*[^,\-\s]")
_OUTER = re.compile(r"(?:, (?:thuộc )?| thuộc (?:địa (?:phận|bàn) )?| - )(?P<part>[^,]+?)(?=,| thuộc | - |$)")
_NO_REGION = re.compile(r"(?i)(?:bản|thôn|xóm|khóm|ấp|cụm(?: bản)?|cửa khẩu) ")
_NEAR = 200  # characters between another round and its place
# What may stand between the name of another event and its day or place.
HELD_THERE = regex.compile(
    r"(?i)(?:(?:được )?(?:tổ chức|diễn ra)|dự kiến|lần (?:sau|tới|kế tiếp|tiếp theo)|vào|trong|hôm|từ|\d|ngày"
    r"|do [^,.;]{0,60}|tại [^,.;]{0,60}|ở [^,.;]{0,60}|đã|sẽ|buổi|giữa [^.;]{0,120}|[\s,(])*"
)
# A street tells nothing: there are communes of all great names.
_STREET = re.compile(r"(?i)(?:số (?:nhà )?\d|đường |phố )")


def held_at(ctx: Context, events: Events, date: str | None) -> Place | None:
    """Where the reported event is held; None where no place is told.

    The first place of the body up to the event's sentence, else right behind it, else of a caption, else of the title.
    """
    main = events.dated
    if main is None:
        return None
    folded, start = ctx.view.folded, 0 if main is events.main else main.sentence.start
    # "Trong khuôn khổ Giao lưu …, tại tỉnh X, hai Bộ trưởng hội đàm" tells the place of the talks
    own = {e.sentence for e in events.same if not (e.is_aside or e.is_background)} | {main.sentence}
    others = SpanIndex(
        {(e.sentence.start, e.sentence.end) for e in events.others
         if e.sentence not in own or not (e.is_background or e.sentence == main.sentence)}
    )  # fmt: skip
    rounds = sorted(e.pieces[-1].end for e in events.others if e.round and e.is_aside)
    is_visit = main.kind == "meeting" and not main.full

    def told_apart(m: Mention) -> bool:
        return not (is_visit or main.sentence.start <= m.start < main.sentence.end)

    candidates = [
        m for m in ctx.of("talk.place")
        if not (_is_of_another(ctx, m) or m.start in others or _is_of_round(ctx, m, rounds))
        and not (told_apart(m) and _is_welcome(ctx, m))
    ]  # fmt: skip
    # a lead that only speaks of the event, with its name, its day and its place in the sentence behind
    named = {e.sentence.start for e in events.same if e.full and not (e.in_paper or e.is_habit or e.is_background)}
    lines = sorted({s.line for s in ctx.page.sentences if s.role == "body" and s.line > main.sentence.line})[:2]
    is_dated = _tells_day(ctx, main.sentence)
    if not is_dated:
        # … or taken up there by its noun alone: "Sáng nay, tại X, Công an tỉnh tổ chức hội nghị"
        held = (e.sentence for e in events.same if _is_told_with_place(ctx, e))
        named |= {s.start for s in held if _tells_day(ctx, s)}
    taken_up, held_later = _taken_up(ctx, events)

    def behind(m: Mention) -> bool:
        sentence = ctx.page.sentence(m.start)
        if sentence is None:
            return False
        opens = m.start == sentence.start + len("tại ")
        if sentence.start in held_later or (opens and sentence.start in taken_up):
            return True
        if sentence.line not in (main.sentence.line, *lines):
            return False
        if is_visit and opens:
            return True  # who visits is where the next sentences open: "Tại trụ sở UBND huyện bạn, ông …"
        if sentence.line in lines[1:]:
            return False
        if sentence.start in named or (
            sentence.line == main.sentence.line and not is_dated and _tells_day(ctx, sentence)
        ):
            return True
        return bool(_TELLS_WHERE.search(folded, max(0, m.start - 60), m.start))

    body = [m for m in candidates if ctx.page.role(m.start) == "body" and m.start >= start]
    _order(ctx, main, body)
    told = [m for m in body if m.start < main.sentence.end or behind(m)]
    for role in ("caption", "title"):
        told += [m for m in candidates if ctx.page.role(m.start) == role]
    return next((place for m in told if (place := read_place(ctx, m, date))), None)


def _is_welcome(ctx: Context, m: Mention) -> bool:
    """Whether a sentence begins with guests who are welcomed or seen off at a place."""
    sentence = ctx.page.sentence(m.start)
    return sentence is not None and _WELCOMED.fullmatch(ctx.view.folded, *sentence.before(m.start)) is not None


def _is_of_round(ctx: Context, m: Mention, ends: Sequence[int]) -> bool:
    """Whether a place stands right behind the name of another round: "kết quả từ Hội đàm lần thứ 9 tại Nam Ninh".

    `ends` is where such names end, in order.
    """
    at = bisect_right(ends, m.start)
    end = ends[at - 1] if at else 0
    # what a comma parts is where the rest happens: "trong khuôn khổ Giao lưu … lần thứ tư, tại X, hai Bộ hội đàm"
    near = bool(at) and m.start - end < _NEAR and not ctx.view.plain.startswith(",", end)
    return near and HELD_THERE.fullmatch(ctx.view.plain, end, m.start) is not None


def _is_told_with_place(ctx: Context, e: Event) -> bool:
    """Whether a sentence tells that an event was held, or where: its place stands before the noun."""
    if e.is_habit or e.is_earlier:
        return False
    if e.before.endswith(_HELD):
        return True
    told = e.sentence.role == "body" and not (e.coming or e.is_background)
    return told and bool(ctx.inside("talk.place", e.sentence.start, e.noun.start))


def _order(ctx: Context, main: Event, places: list[Mention]) -> None:
    """Put those places last that are not the event's: where news are told of what is to come, or what was before it."""
    if main.coming:
        first, last = _news_of(ctx, main, main.coming.start)
        places.sort(key=lambda m: not first < m.start < last)
    if len(places) > 1:
        folded = ctx.view.folded
        places.sort(key=lambda m: _AFTER.search(folded, max(0, m.start - 80), _cue(ctx, m)) is not None)


def _taken_up(ctx: Context, events: Events) -> tuple[set[int], set[int]]:
    """Where the sentences begin that tell of the reported event again: "Tại thành phố Ban Lung, đoàn đã hội đàm với …",
    and those that say that it was held: "Hội đàm diễn ra sáng 6/6 tại thị xã Sầm Nưa", or on which day of a visit.
    """
    again = {e.sentence.start for e in events.same if not (e.is_aside or e.is_background or e.coming)}
    begun = (e for e in begun_on_visit(ctx, events) if e.sentence.role == "body" and _tells_day(ctx, e.sentence))
    return again, {e.sentence.start for e in (*told_as_held(ctx, events), *begun)}


def _news_of(ctx: Context, main: Event, coming: int) -> tuple[int, int]:
    """Between where the place of an event to come is told: in its sentence, or where it is said to come (at `coming`),
    not where its news are told.
    """
    told = ctx.page.sentence(coming) or main.sentence
    return max(main.noun.start, told.start), max(main.sentence.end, told.end)


def _tells_day(ctx: Context, sentence: Sentence) -> bool:
    """Whether a sentence names a day."""
    values = (m.value for m in ctx.inside("dates", sentence.start, sentence.end))
    return any(isinstance(v, Point) and v.day is not None for v in values)


def _is_of_another(ctx: Context, m: Mention) -> bool:
    """Whether a place is where a person lives or serves, or stands in the name of an office."""
    start, end = max(0, m.start - 80), _cue(ctx, m)
    folded = ctx.view.folded
    if folded.endswith(_OF_A_PERSON, 0, end) or _FROM_MARKER.search(folded, start, end):
        return True
    if _DONE_THERE.search(folded, start, end):
        return True
    if folded.startswith("trên địa bàn", end) and _SERVES.search(folded, start, end):
        return True
    near = folded[start:end]
    return any(word in near for word in _OFFICES) and _OF_AN_OFFICE.search(ctx.view.plain, start, end) is not None


def _cue(ctx: Context, m: Mention) -> int:
    """Where the word before a place ("tại", "ở") begins."""
    return ctx.view.plain.rfind(" ", 0, max(0, m.start - 1)) + 1


def read_place(ctx: Context, m: Mention, date: str | None) -> Place | None:
    """A mention as a `Place`, its name without brackets and country; None where no table and no word makes it one."""
    core = m.first("place")
    if core is None:
        return None
    unit = next((u for u in ctx.inside("units", core.start, core.end) if u.end > core.end), None)
    if unit is not None and "," not in ctx.view.plain[core.end : unit.end]:
        # "tại Đồn Biên phòng Cửa khẩu quốc tế …": the place is the whole unit
        core = Span(core.start, unit.end)
    parts = list(_around(ctx, m, core, date))
    end = parts[-1].end if parts else core.end
    pieces = _without_acronym(ctx, Span(core.start, end))
    name = " ".join(ctx.text(*p) for p in pieces)
    shown: list[Shown] = [("name", p, m.rule) for p in pieces]
    on_line = _ON_THE_LINE.search(name) is not None
    if on_line and not parts:
        return Place(name=name, evidence=ctx.evidence(shown))
    country, region, at = _where(ctx, core, parts, end, date)
    if at is None and not on_line and not _KIND_OF_PLACE.match(name):
        return None
    if at and country:
        shown.append(("country", at, m.rule))
    if at and region:
        shown.append(("region", at, m.rule))
    return Place(name=name, country=country, region=region, evidence=ctx.evidence(shown))


def _without_acronym(ctx: Context, span: Span) -> list[Span]:
    """The words of a place without the acronym in their midst: "Bộ Chỉ huy Quân sự (CHQS) tỉnh X"."""
    acronym = _ACRONYM.search(ctx.view.plain, *span)
    return span.without(*acronym.span()) if acronym else [span]


def _beside(ctx: Context, one: Span, other: Span, date: str | None) -> bool:
    """Whether two names are of two provinces: "tại Bôlikhămxay, Khăm Muồn" names two places, not one in the other."""
    first, second = (ctx.tables.region(ctx.text(*span), day=date) for span in (one, other))
    tops = ("province", "municipality", "autonomous_region")
    if first is None or second is None or first.kind not in tops or second.kind not in tops:
        return False
    return first.code != second.code and first.country == second.country


def _around(ctx: Context, m: Mention, core: Span, date: str | None) -> Iterator[Span]:
    """The places around a place that follow it after commas: "xã Bến Cầu, tỉnh Tây Ninh"."""
    outer = m.first("outer")
    if outer is None or outer.start < core.end:
        return
    for p in _OUTER.finditer(ctx.view.plain, *outer):
        span = Span(*p.span("part"))
        known = _LEVEL.match(p["part"]) or _NO_REGION.match(p["part"]) or _STREET.match(p["part"])
        name = ctx.text(*span)
        if not (known or (" " in name and ctx.tables.has_region(name)) or ctx.tables.region(name, day=date)):
            return
        if _beside(ctx, core, span, date):
            return
        yield span


def _where(
    ctx: Context, core: Span, parts: Sequence[Span], end: int, date: str | None
) -> tuple[str | None, str | None, Span | None]:
    """Country and region of a place, and the words that tell them: the outermost name first, then the place itself,
    then the brackets behind it. A ministry's seat has a country only.
    """
    brackets = _BRACKETS.match(ctx.view.plain, end)
    seat = _SEAT.fullmatch(ctx.text(*core)) is not None
    noted = [Span(*p.span()) for p in _PIECE.finditer(ctx.view.plain, *brackets.span("in"))] if brackets else []
    state = next(iter(ctx.inside("countries", noted[0].start, noted[-1].end)), None) if noted else None
    country = str(state.value) if state else None
    for span in reversed([p for p in parts if not _STREET.match(ctx.view.plain, *p)]):
        if where := _looked_up(ctx, span, country, date):
            if _is_unsure(ctx, span, where[1], date):
                continue  # a namesake elsewhere: no table knows all communes
            return *where, span
    here = (core, *(() if seat else noted))
    found = [(*where, span) for span in here if (where := _looked_up(ctx, span, country, date))]
    if len({code for _, code, _ in found}) > 1:
        # a namesake elsewhere gives way to what lies where the article is: "thị trấn Tây Sơn (Hương Sơn)"
        near = _provinces(ctx, core.start)
        found.sort(key=lambda w: w[1] not in near)
    if found:
        unsure = _is_unsure(ctx, found[0][2], found[0][1], date)
        if not (unsure and any(code.startswith("VN") for code in _provinces(ctx, core.start))):
            return found[0]
    if state:
        return country, None, Span(state.start, state.end)
    if _COMMUNE.match(ctx.text(core.start, end)) or any(_SMALL.match(ctx.view.plain, *p) for p in (*parts, *noted)):
        # no table knows all communes: it lies in the one Vietnamese province that the article names beside it
        codes = _home_provinces(ctx, core.start)
        if len(codes) == 1:
            return "VN", codes[0], core
    home = _MINISTRY.search(ctx.text(*core)) or _HOME.search(ctx.text(*core))
    return ("VN", None, core) if home else (None, None, None)


def _is_unsure(ctx: Context, span: Span, code: str | None, date: str | None) -> bool:
    """Whether a commune's region is that of a namesake: not of a province beside it, nor of the communes of the day."""
    if not _SMALL.match(ctx.view.plain, *span) or code in _provinces(ctx, span.start):
        return False
    known = ctx.tables.region(ctx.text(*span), day=date)
    return known is None or known.kind not in ("commune", "ward")


def _looked_up(ctx: Context, span: Span, country: str | None, date: str | None) -> tuple[str, str | None] | None:
    """Country and region of one name by the tables: a region, else a gate; None where they have neither."""
    text = ctx.text(*span)
    if _SMALL.match(text):
        for code in sorted(_provinces(ctx, span.start)):
            if region := ctx.tables.region(text, day=date, within=code):
                return region.country, region.code
    at_gate = _gate_of(ctx, span, country, date) if _AT_GATE.match(text) else None
    for words in _names_in(text) if at_gate is None else ():
        region = ctx.tables.region(words, country=country, day=date) if words else None
        if region and not _is_gate_rather(ctx, region, span, country, date):
            return region.country, region.code
    gate = at_gate or _gate_of(ctx, span, country, date)
    if gate is None:
        return None
    name = _gate_name(text)
    here = (gate.country, gate.region)
    if gate.side(name) == gate.other_country:
        here = (gate.other_country, gate.other_region)
    if name == text and ctx.tables.has_region(name) and ctx.tables.region(name, within=here[1]) is None:
        return None  # a gate's bare name that is that of districts elsewhere ("Tân Phú") tells nothing
    return here[0], here[1] or None


def _names_in(text: str) -> Iterator[str]:
    """What of a place's words may be the name of a region: all, or what an office, a level or capitals begin."""
    yield text
    if inner := _LEVEL_AND_NAME.search(text):
        yield inner[0]
    if office := _OFFICE_OF.search(text):
        yield office["name"]
    yield _LOWER_WORDS.sub("", text)


def _is_gate_rather(ctx: Context, region: Region, span: Span, country: str | None, date: str | None) -> bool:
    """Whether a place bears the very name of a gate, and that of a region only without its marks (Nậm Cắn)."""
    name = fold_name(_gate_name(ctx.text(*span)))
    if name.endswith(fold_name(region.name)):
        return False
    gate = _gate_of(ctx, span, country, date)
    return gate is not None and any(fold_name(n) == name for n in (*gate.names, *gate.counterparts))


def _gate_name(text: str) -> str:
    """The name of the gate that the words of a place tell, of a pair the first: "cặp cửa khẩu A - B"."""
    return _GATE_WORDS.sub("", text).partition(" - ")[0]


def _gate_of(ctx: Context, span: Span, country: str | None, date: str | None) -> Gate | None:
    """The gate that a place is called after; None where it is called after none."""
    name = _gate_name(ctx.text(*span))
    gate = ctx.tables.gate(name, country=country, day=date) if name else None
    if gate is None and name and (sentence := ctx.page.sentence(span.start)):
        # of two gates of one name the one towards the state that the sentence names
        others = (str(m.value) for m in ctx.inside("countries", sentence.start, sentence.end) if m.value != "VN")
        gate = next((g for c in others if (g := ctx.tables.gate(name, country=c, day=date))), None)
    return gate


def _home_provinces(ctx: Context, at: int) -> list[str]:
    """The Vietnamese provinces that the title and the sentence of a place name, else those of its paragraph."""
    sentence = ctx.page.sentence(at)
    line = ctx.page.lines[sentence.line] if sentence else None
    for where in (None, Span(line.start, line.end) if line else None):
        if codes := [code for code in _provinces(ctx, at, where) if code.startswith("VN")]:
            return codes
    # … else that of the districts that the sentence names, or the title: "tại thị trấn X, UBND huyện Y đón đoàn"
    for where in (Span(sentence.start, sentence.end) if sentence else None, ctx.page.title):
        districts = (m[0] for m in _DISTRICT.finditer(ctx.view.plain, *where)) if where else ()
        found = {region.code for name in districts if (region := ctx.tables.region(name)) is not None}
        if codes := [code for code in found if code.startswith("VN")]:
            return codes
    return []


def _provinces(ctx: Context, at: int, where: Span | None = None) -> frozenset[str]:
    """The codes of the provinces that the title and the sentence of a place name, or the stretch `where`."""
    sentence, codes = ctx.page.sentence(at), set[str]()
    spans = [s for s in (ctx.page.title, Span(sentence.start, sentence.end) if sentence else None) if s]
    spans = spans if where is None else [where]
    names = [m[0].split(" ") for s in spans for m in islice(_NAMES.finditer(ctx.view.plain, *s), _MOST_NAMES)]
    for words in names:
        for size in range(min(4, len(words)), 0, -1):
            for i in range(len(words) - size + 1):
                region = ctx.tables.region(" ".join(words[i : i + size]))
                if region is not None and region.kind in ("province", "municipality", "autonomous_region"):
                    codes.add(region.code)
    return frozenset(codes)
