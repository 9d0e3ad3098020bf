"""Person mentions → the people of the article: name, rank, post, unit and country; each person once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

import ahocorasick_rs
import regex

from ..mention import Mention, Span
from ..tables import fold_name
from ..values.names import NAMES_TELL, sounds_vietnamese
from .context import Context
from .events import Events
from .person import Occurrence, Post, Someone
from .person_countries import country_of, settle_rows
from .posts import fits, headed_place, is_of_state, is_seat, posts_after, posts_before, region_end, sentence_start
from .shared_posts import share_posts
from .units import Named, Units

__all__ = ["lend_units", "read_people"]

# Patterns read the text in lower case.
_NO_WORD = re.compile(r"[\W_]+")
# … and those that a ministry has, and no other unit.
_OF_MINISTRY = re.compile(r"(?:bộ trưởng|thứ trưởng|quốc vụ khanh)")
# "ông A, Chuẩn tướng, Tham mưu trưởng"
_RANK_BEHIND = re.compile(r", (?P<rank>(?:đại|thượng|trung|thiếu|chuẩn) (?:tướng|tá|úy))(?=, )")
# "bà A – Phó Trạm trưởng, mang hàm Thiếu tá"
_BEARS_RANK = re.compile(
    r",? (?:(?:mang|đeo|có)(?: (?:quân|cấp))? (?:hàm|bậc)|quân hàm|cấp (?:bậc|hàm)):?"
    r" (?P<rank>(?:đại|thượng|trung|thiếu|chuẩn) (?:tướng|tá|úy))(?!\w)"
)
# "Đại tá, Phó Giám đốc Công an tỉnh A Lò Văn B": the rank before the post
_RANK_AHEAD = re.compile(r"(?<!\w)(?P<rank>(?:đại|thượng|trung|thiếu|chuẩn) (?:tướng|tá|úy))(?:,| -)? $")
_JOINED = re.compile(r"(?: ?\([^()]{2,60}\))?(?: và|,|;| cùng) ")
_MORE_NAME = regex.compile(r"(?: \p{Lu}[\p{L}'-]*){1,6}")
# A name in a list, behind one with an honorific for all ("các đồng chí A, …; B, …") or before a post.
_NAME = (
    r"(?P<name>(?!(?:Bộ|Ban|Cục|Sở|Ty|Đảng|Quốc|Trung ương|Ủy|Mặt|Trường|Viện|Văn phòng|Quân|Tỉnh|Huyện|Thành|Phòng"
    r"|Công|Biên|Đồn|Trạm|Tổng|Học|Đại|Thượng|Thiếu|Hội|Việt|Phó|Chủ|Chính|Hồ Chí Minh|UBND|BĐBP|CHQS|HĐND) )"
    r"\p{Lu}[\p{Ll}\p{M}]*(?:['-][\p{L}\p{M}]+)*(?: \p{Lu}[\p{Ll}\p{M}]*(?:['-][\p{L}\p{M}]+)*){1,7})"
)
_NEXT_IN_LIST = regex.compile(rf"\s*(?:[,;](?: và)?| và|, cùng) {_NAME}(?=\s*(?:[,;.(-]|$)| và )")
_GOES_ON = regex.compile(r"\p{L}|[ -]\p{Lu}")
_TITLED = "people.titled"
_AT_GATE = re.compile(r"khẩu (\w[\w'-]*(?: \w[\w'-]*){0,4})")
_SMALL = ("border_post", "border_station")
_FEW = 24  # names
_BACK = 1_500  # characters
_HOLDER = regex.compile(r" (?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3})(?!\p{L}| \p{Lu})")
_NO_PLACE = ("ủy ban biên giới quốc gia",)
# Words of headlines that sound like family names, and other nouns.
_SHOUTED = regex.compile(
    r"(?:ĐOÀN|VÀ|TẠ|HÀ NỘI|ĐỒNG CHÍ|ĐỒNG|HAI|BA|CÁC|PHÓ|QUAN HỆ|QUẢN LÝ|TĂNG|LẠI|THÂN|DƯ|VÀO|NINH)"
    r"(?: (?:CƯỜNG|KẾT|ĐẠI|BIỂU|CÔNG|TÁC|THIẾT|MẬT|Ý|LÒNG|NƯỚC|BÊN|TỈNH|TRƯỞNG|HỮU|NGHỊ|QUYẾT|THUẬN|HÀNH)){0,6}"
)
# The posts of a place, which may stand between them and a name: "Tỉnh trưởng Sê Kông Lò Văn A".
_OF_PLACE = ("tỉnh trưởng ", "đô trưởng ", "huyện trưởng ", "quận trưởng ", "thị trưởng ", "châu trưởng ")
# By these a person is called whose given name alone follows: "ông Thử nêu", "Đại úy Thử kể".
_CALLED = re.compile(
    r"(?<!\w)(?:ông|bà|anh|chị|đồng chí|đ/c|(?:đại|thượng|trung|thiếu|chuẩn) (?:tá|tướng|úy)|(?:chuẩn |phó )?đô đốc) $"
)
_LAST_OF_CALLED = ("ông ", "bà ", "anh ", "chị ", "chí ", "đ/c ", "tá ", "tướng ", "úy ", "đốc ")
# "do X, Phó Đồn trưởng phụ trách": what he does, no part of his post
_DONE_BY = (" do ", " do đồng chí ")
_IN_CHARGE = " phụ trách"
_FOR = re.compile(r"(?:đại diện|lãnh đạo|người (?:thay mặt|đứng đầu|dẫn đầu))(?: lãnh đạo| cho| đoàn)* $")
_OPENS_LIST = (":", "có", "là", "gồm", "do", "giữa", "với")
_BEFORE_POST = regex.compile(rf"(?P<lead>[;:,]|(?<!\p{{L}})(?:và|có|là|gồm|do|của|giữa|với)) {_NAME}(?:,| -|:| \() ?$")


def read_people(ctx: Context, units: Units) -> list[Someone]:
    """Everyone whom the content lines name, in the order of the first mention; [] where they name nobody."""
    found = _Found(ctx, units)
    posts = _post_places(ctx, units)
    for m in sorted([*ctx.of("people"), *ctx.of("people.title")], key=lambda m: m.start):
        at = m.first("name")
        if at is not None and m.field == "people.title":
            at = _without_region(ctx, at)
        elif at is not None and ctx.view.folded.endswith(_OF_PLACE, 0, at.start):
            place = headed_place(ctx, at.start)
            at = Span(place[1].end + 1, at.end) if place and " " in ctx.text(place[1].end + 1, at.end) else at
        if at is not None and m.rule == _TITLED:
            at = _without_post(ctx, posts, at)
        if at is not None:
            found.add(at, m)
    found.add_before_posts()
    _after_units(ctx, units, found.people)
    people = sorted(_merged(found.people), key=lambda one: min(o.name.start for o in one.places))
    share_posts(ctx, units, people)
    _other_places(ctx, people)
    for one in people:
        country_of(ctx, units, one)
    settle_rows(ctx, people)
    return people


class _Found:
    """The people as they are found, by the key of their name, and the posts that somebody has."""

    def __init__(self, ctx: Context, units: Units) -> None:
        self.people: dict[str, Someone] = {}
        self._ctx, self._units = ctx, units
        self._claimed: set[int] = set()
        self._names: set[int] = set()
        self._ends: set[int] = set()  # of the phrases with their posts

    def add(self, at: Span, m: Mention) -> None:
        """A name that a rule found, and those whom the same honorific introduces ("các đồng chí A, B và C")."""
        if at.start in self._names:
            return
        end = self._enter(at, m.start, m.rule, m)
        if self._ctx.view.folded.startswith("các ", m.start):
            while (behind := _NEXT_IN_LIST.match(self._ctx.view.plain, end)) and self._is_name(behind):
                at = Span(*behind.span("name"))
                end = self._enter(at, at.start, m.rule)

    def add_before_posts(self) -> None:
        """Names that nothing but their post makes known: "gồm: Lò Văn A, Chính ủy BĐBP tỉnh; …"."""
        plain = self._ctx.view.plain
        for p in self._ctx.of("people.position"):
            if p.start in self._claimed or plain[p.start - 2 : p.start] not in (", ", "- ", ": ", " ("):
                continue
            before = _BEFORE_POST.search(plain, max(0, p.start - 64, sentence_start(self._ctx, p.start)), p.start)
            if before is None or not self._is_name(before):
                continue
            if before["lead"] == "," and before.start() not in self._ends:
                continue  # "Vương Đào - Chi đội trưởng, Lý Vân - Trạm trưởng"
            # behind a word that opens no list of persons, a company may stand as well
            if before["lead"] in _OPENS_LIST or sounds_vietnamese(before["name"]):
                at = Span(*before.span("name"))
                self._enter(at, at.start, p.rule)

    def _is_name(self, m: regex.Match[str]) -> bool:
        """Whether words in capitals are a new name: no unit, no place, nobody who is known by a rule."""
        start, end = m.span("name")
        if start in self._names or self._units.within(start, end) or self._ctx.inside("countries", start, end):
            return False
        return self._ctx.tables.region(m["name"]) is None and not self._ctx.inside("people", start, end)

    def _enter(self, at: Span, start: int, rule: str, m: Mention | None = None) -> int:
        """Enter one place of a person; where the phrase with his posts ends."""
        ctx = self._ctx
        name = " ".join(ctx.text(*at).split())
        rank = m.first("rank") if m else None
        if rank is None and not _is_name(ctx, name):
            return at.end
        # "Trung tá Hà Giang" bears the name of a province
        if rank is None and ctx.tables.region(name) is not None:
            return at.end
        self._names.add(at.start)
        behind = _RANK_BEHIND.match(ctx.view.folded, at.end) if rank is None else None
        posts, end = posts_after(ctx, self._units, behind.end() if behind else at.end, self._claimed)
        if not posts and m is not None:
            posts, start = posts_before(ctx, self._units, m.start, at, self._claimed)
        ahead = _rank_ahead(ctx, start) if posts and rank is None and behind is None else None
        start = ahead.start if ahead else start
        if posts and ctx.view.folded.endswith(_DONE_BY, 0, start):
            end -= len(_IN_CHARGE) if end == posts[-1].at.end and posts[-1].text.endswith(_IN_CHARGE) else 0
            posts = [_without_charge(p) for p in posts]
        bears = _BEARS_RANK.match(ctx.view.folded, end) if rank is None and not behind else None
        end = bears.end() if bears else end
        self._ends.add(end)
        one = self.people.setdefault(_key(ctx, at), Someone(name, at, rule))
        one.places.append(Occurrence(at, start, end))
        told = behind or bears
        beside = Span(*told.span("rank")) if told else ahead
        if beside:
            _give_rank(ctx, one, beside, rule)
        if m and rank and one.rank is None:
            one.rank, one.rank_at, one.rank_rule = str(m.value), rank, m.rule
        if posts and (not one.posts or _fuller(posts, one.posts)):
            one.posts = tuple(posts)
            one.unit = next((p.unit for p in reversed(posts) if p.unit), one.unit)
        elif one.unit is None:
            one.unit = next((p.unit for p in reversed(posts) if p.unit), None)
        return end


def _rank_ahead(ctx: Context, start: int) -> Span | None:
    """The rank right before a post, whose holder is named behind it; None where none stands there."""
    m = _RANK_AHEAD.search(ctx.view.folded, max(0, start - 20), start)
    return Span(*m.span("rank")) if m else None


def _give_rank(ctx: Context, one: Someone, at: Span, rule: str) -> None:
    """Give a person the rank that stands beside his name or post, if he has none yet."""
    if one.rank is None:
        one.rank, one.rank_at, one.rank_rule = ctx.view.folded[slice(*at)].capitalize(), at, rule


def _is_name(ctx: Context, name: str) -> bool:
    """Whether words in capitals behind a post are a name, and no other words of a headline ("TRƯỞNG ĐOÀN CẢM ƠN"): one
    that the text writes small too, or that is built as those of Viet Nam are in a text that never does.
    """
    if not name.isupper():
        return True
    if _SHOUTED.fullmatch(name) is not None:
        return False
    return " ".join(w.capitalize() for w in name.split(" ")) in ctx.view.plain or sounds_vietnamese(name)


def _without_charge(p: Post) -> Post:
    """A post without "phụ trách" behind it."""
    if not p.text.endswith(_IN_CHARGE):
        return p
    return p._replace(text=p.text.removesuffix(_IN_CHARGE), at=Span(p.at.start, p.at.end - len(_IN_CHARGE)))


def _post_places(ctx: Context, units: Units) -> set[str]:
    """What posts and stations are named by: the places of those that the article names, and the names of gates."""
    places = {u.place for u in units.mentions if u.kind in _SMALL and u.place}
    for m in _AT_GATE.finditer(ctx.view.plain):
        words = m[1].split(" ")
        places.update(" ".join(words[:n]) for n in range(1, len(words) + 1))
    return places


def _without_post(ctx: Context, places: Set[str], name: Span) -> Span | None:
    """A name without the place of the post or station before it: "Đồn trưởng A Pa Chải Lò Văn A"; None where no name is
    left.
    """
    words = ctx.text(*name).split(" ")
    for n in range(len(words), 0, -1):
        if " ".join(words[:n]) in places:
            left = len(words) - n
            return Span(name.end - len(" ".join(words[n:])), name.end) if left > 1 else None
    return name


def _without_region(ctx: Context, name: Span) -> Span | None:
    """A name without the region before it: "Bí thư Tỉnh ủy Sơn La Lò Văn A"; None where no name is left."""
    end = region_end(ctx, name.start)
    if end is None:
        return name
    return Span(end + 1, name.end) if " " in ctx.text(end + 1, name.end) else None


def _merged(people: dict[str, Someone]) -> list[Someone]:
    """The people, each once: "Đại úy Bun Thăn" is he whose longer name begins or ends so, if their ranks agree."""
    longer: dict[str, Someone] = {}
    for key, one in people.items():
        words = key.split()
        for n in range(2, min(len(words), 9)):
            longer.setdefault(" ".join(words[:n]), one)
            longer.setdefault(" ".join(words[-n:]), one)
    kept: list[Someone] = []
    for key, one in people.items():
        full = longer.get(key)
        # "Đại đội trưởng Bun Thăn" has the post that the full name has
        other_post = {p.text.lower() for p in one.posts} - {p.text.lower() for p in full.posts} if full else True
        if full is None or other_post or one.rank not in (None, full.rank):
            kept.append(one)
        else:
            full.places += one.places
    return kept


def _after_units(ctx: Context, units: Units, people: dict[str, Someone]) -> None:
    """Those who are named right behind the unit of their post: "Chính ủy Chi đội … Phổ Nhĩ Trần Văn A"."""
    for u in units.mentions:
        after = u.after or _holder_behind(ctx, u)
        if after is None:
            continue
        before = ctx.inside("people.position", sentence_start(ctx, u.start), u.start)
        p = next((p for p in before if p.end + 1 == u.start and p.value != "party"), None)
        if p is None:
            continue
        # a unit's name ends after six words, a Lao one may go on
        more = _MORE_NAME.match(ctx.view.plain, after.end) if u.after else None
        at = Span(after.start, more.end() if more else after.end)
        one = people.setdefault(_key(ctx, at), Someone(ctx.text(*at), at, p.rule))
        posts, start = posts_before(ctx, units, at.start, at, set())
        start = min(start, p.start)
        if all(o.name.start != at.start for o in one.places):  # a rule may have found him there already
            ahead = _rank_ahead(ctx, start)
            if ahead:
                _give_rank(ctx, one, ahead, p.rule)
            one.places.append(Occurrence(at, ahead.start if ahead else start, at.end))
        if not one.posts:
            one.posts, one.unit = tuple(posts) or (Post(str(p.value), Span(p.start, p.end), p.rule, u),), u


def _holder_behind(ctx: Context, u: Named) -> Span | None:
    """A name right behind a unit without a place: "Tư lệnh Cảnh sát biển Việt Nam Lò Văn A"."""
    m = _HOLDER.match(ctx.view.plain, u.end) if not u.place and (u.nation or u.head_key in _NO_PLACE) else None
    # behind the name of a state any name stands: "Tổng cục trưởng Tổng cục Hải quan Lào Bun Pả"
    if m is None or not (u.nation or sounds_vietnamese(m["name"])) or ctx.first("people", u.end + 1, u.end + 2):
        return None
    return Span(*m.span("name"))


def _key(ctx: Context, name: Span) -> str:
    """The key under which two spellings of one name meet."""
    return _NO_WORD.sub(" ", ctx.view.folded[name.start : name.end]).strip()


def _fuller(new: Sequence[Post], old: Sequence[Post]) -> bool:
    """Whether new posts say more: a unit where the old have none, or more posts."""
    return (any(p.unit for p in new), len(new)) > (any(p.unit for p in old), len(old))


def _other_places(ctx: Context, people: Sequence[Someone]) -> None:
    """Add the places where a name stands alone, without rank or post."""
    if not people:
        return
    plain = ctx.view.plain
    known = {o.name.start for one in people for o in one.places}
    named = {" ".join(plain[slice(*one.name_at)].split()): one for one in people}
    for name, start, end in _occurrences(plain, list(named)):
        whole = not (plain[end : end + 1].isalnum() or (start and plain[start - 1].isalnum()))
        if whole and start not in known and ctx.page.sentence(start):
            named[name].places.append(Occurrence(Span(start, end), start, end))
    for given, one in _given_names(people).items():
        one.places += [at for at in _called(ctx, given, one.name_at.end) if at.name.start not in known]
    for one in people:
        one.places.sort(key=lambda o: o.name.start)


def _given_names(people: Iterable[Someone]) -> dict[str, Someone]:
    """The last words of the names, which those of Viet Nam and China are called by, if no two have the same."""
    found: dict[str, list[Someone]] = {}
    for one in people:
        words = one.name.split(" ")
        if 1 < len(words) < 6:
            found.setdefault(words[-1].lower().capitalize(), []).append(one)
    return {given: those[0] for given, those in found.items() if len(those) == 1}


def _called(ctx: Context, given: str, start: int) -> list[Occurrence]:
    """Where somebody is called by his given name alone, from an offset on: "ông Thử nêu", "Đại úy Thử kể"."""
    plain, folded = ctx.view.plain, ctx.view.folded
    places: list[Occurrence] = []
    at = plain.find(given, start)
    while at >= 0:
        end = at + len(given)
        if folded.endswith(_LAST_OF_CALLED, start, at) and not _GOES_ON.match(plain, end):
            called = _CALLED.search(folded, max(start, at - 16), at)
            if called and ctx.page.sentence(at):
                places.append(Occurrence(Span(at, end), called.start(), end))
        at = plain.find(given, end)
    return places


def _occurrences(plain: str, names: Sequence[str]) -> list[tuple[str, int, int]]:
    """Where a text holds one of some names, in order, without overlaps, the longest of those that begin together.

    A few names are looked for one by one: to make ready one scan for all takes ten times as long (30 µs).
    """
    if len(names) > _FEW:
        scan = ahocorasick_rs.AhoCorasick(
            names,
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            implementation=ahocorasick_rs.Implementation.NoncontiguousNFA,  # the quickest to make: it is used once
        )
        return [(names[index], start, end) for index, start, end in scan.find_matches_as_indexes(plain)]
    found: list[tuple[int, int, str]] = []
    for name in names:
        at = plain.find(name)
        while at >= 0:
            found.append((at, -len(name), name))
            at = plain.find(name, at + 1)
    found.sort()
    kept: list[tuple[str, int, int]] = []
    for start, size, name in found:
        if not kept or start >= kept[-1][2]:
            kept.append((name, start, start - size))
    return kept


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
        if not one.posts or one.unit is not None:
            continue
        first = one.places[0]
        sentence = ctx.page.sentence(first.start)
        elsewhere = _at_second(ctx, one, units, events)
        own = {key: u for key, u in (elsewhere or pool).items() if one.country in (None, u.country)}
        if is_of_state(one.posts[-1].text):
            one.unit = _seat(one.posts[-1], _of_told_place(ctx, one, own.values()))
            continue
        fitting = {key: u for key, u in own.items() if fits(one.posts[-1], u)}
        fitting = _by_named_place(ctx, fitting, sentence.start if sentence else first.start, first.start)
        if not fitting and _OF_MINISTRY.match(one.posts[-1].text.lower()):
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


def _take_country(one: Someone) -> None:
    """Give somebody the country of his unit, where nothing else told his."""
    if one.unit is not None and one.country is None and one.unit.country:
        one.country, one.country_at = one.unit.country, one.unit.country_from or one.unit.pieces[0]
