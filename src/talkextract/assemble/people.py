"""Person mentions → the people of the article: name, rank, post, unit and country; each person once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import ahocorasick_rs
import regex

from ..mention import Mention, Span
from ..values.names import sounds_vietnamese
from .context import Context
from .unit_phrases import neighbour, region_first
from .units import Named, Units

__all__ = ["Occurrence", "Post", "Someone", "lend_units", "read_people", "settle_countries", "settle_pairs"]

# Patterns read the text in lower case.
_NO_WORD = re.compile(r"[\W_]+")
_COMMA = re.compile(r", ")
_GAP_RIGHT = re.compile(r"\s*(?:,|-|\(|:|là|, là|hiện là)\s*")
_GAP_LEFT = re.compile(r"\s*(?:,|-|:|là|)\s*(?:(?:samdech|ngài|đồng chí|ông|bà) )?")
# "Phó Chỉ huy trưởng kiêm Tham mưu trưởng"
_AND_ALSO = re.compile(r",? kiêm ")
_BRACKETS = re.compile(r" ?\((?!(?:phó )?trưởng đoàn)[^()\n]{2,40}\)")
_BRACKETS_WITHIN = re.compile(r" ?\((?!(?:phó )?trưởng đoàn)[^()\n]{2,40}\)(?=\s*[,-])")
# the head of a unit alone behind a post: "Chính ủy BĐBP và …", "Giám đốc Ty đồng chủ trì"
_BARE_UNIT = re.compile(
    r" (?:bđbp|ty|đồn|(?:tổng |phân )?trạm|công an|(?:bộ|ban) (?:chỉ huy|chqs)|chi đội|tổng đội|đại đội|tiểu khu|sở|cục"
    r"|vùng|chính phủ|đơn vị)"
    r"(?: (?:tỉnh|huyện))?(?=[ ,;.)-]|$)"
)
_OF = re.compile(r" (?:của |thuộc )?")
# An appointment: the post after these words is the one that counts, the post before is the old one.
_APPOINTED = re.compile(
    r"(?:giữ chức(?: vụ)?|nhận nhiệm vụ|giữ cương vị|để làm"
    r"|được bổ nhiệm(?: làm| giữ chức(?: vụ)?)?|đảm nhận cương vị) "
)
_FOR_POST = re.compile(r"(?:ở vị trí|cương vị|giữ chức(?: vụ)?) $")
_CHOSEN = re.compile(r", (?:người được chọn|người được bổ nhiệm) là $")
# Posts that a state has, not a unit: no unit is to be looked for.
_OF_STATE = re.compile(
    r"(?:phó )?(?:thủ tướng|chủ tịch(?! (?:ubnd|ủy ban))|đại sứ|tổng lãnh sự"
    r"|(?:tỉnh|đô|huyện) trưởng)"
)
# … and those that a ministry has, and no other unit.
_OF_MINISTRY = re.compile(r"(?:bộ trưởng|thứ trưởng|quốc vụ khanh)")
_POST_OF = tuple(
    (re.compile(rf"(?:phó |quyền )?(?:{post})"), re.compile(head))
    for post, head in (
        ("đồn (?:trưởng|phó)|trưởng đồn", "đồn"),
        ("chính trị viên", "đồn|đại đội|tiểu đoàn|trạm|(?:bộ|ban) chỉ huy quân sự"),
        ("(?:tổng |phân )?trạm (?:trưởng|phó)|trưởng trạm", "(?:tổng |phân )?trạm"),
        ("đại đội", "đại đội"), ("tiểu đoàn", "tiểu đoàn"), ("chi đội", "chi đội"), ("tổng đội", "tổng đội"),
        ("(?:tổng |phân )?cục trưởng", "(?:tổng |phân )?cục"), ("giám đốc|trưởng ty", "ty|công an|sở"),
        ("trưởng công an", "công an"), ("tư lệnh", "bộ tư lệnh|quân khu|vùng"), ("tiểu khu", "tiểu khu"),
        ("bộ trưởng|thứ trưởng|quốc vụ khanh", "bộ (?!chỉ huy|đội|tư lệnh|tổng|tham)"), ("quan trưởng", "hải quan"),
        ("chi khu", "chi khu"), ("chính ủy", "chi đội|tổng đội|bộ tư lệnh"),
        ("chỉ huy (?:trưởng|phó)|chính ủy|tham mưu", "(?:bộ|ban) chỉ huy|tiểu khu|chi khu|bộ đội biên phòng"),
    )
)  # fmt: skip
# What tells whose side a person is of: "phía Lào", "đoàn đại biểu Bộ CHQS tỉnh X", "đoàn bạn", "phía ta".
_SIDE_BEFORE = re.compile(r"(?:phía|đoàn|bạn) (?:[^\W\d_]+ ){0,3}$")
_UNIT_AS_SIDE = re.compile(r"(?:phía|đoàn)(?: (?:đại biểu|công tác|của))* $")
_OURS_OR_THEIRS = re.compile(
    r"(?:phía|đoàn|bên|nước)(?: (?:đại biểu|công tác|của|đơn vị|nước|phía))* (?P<who>bạn|ta)(?![^\W\d_])"
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
# Posts that only the neighbours' provinces and districts have.
_OF_NEIGHBOURS = re.compile(r"(?:phó )?(?:tỉnh|đô|huyện|quận|thị|châu) trưởng")
_STATE_BEHIND = re.compile(r" (?:đặc mệnh toàn quyền )?(?:nước )?")
_STATE_AT = re.compile(r" tại (?:nước )?")
# The rest of a post whose unit no rule knows: "Trưởng phòng Trinh sát BĐBP tỉnh", on the text as written.
_LEVELS = (
    "của|thuộc|tỉnh|huyện|thành phố|thị xã|quận|châu|xã|phường|khu vực|cửa khẩu|quốc tế|bộ|ban|cục|sở|phòng|đội|trạm"
    "|đồn|biên phòng|biên giới|công an|quân sự|an ninh|cảnh sát|nước|quản lý|đối ngoại|chính trị|tham mưu|nghiệp vụ"
    "|trinh sát|hậu cần|kỹ thuật|xuất nhập cảnh|ma túy|chính phủ|nhân dân|khu tự trị|dân tộc|tư lệnh|chỉ huy"
    "|liên hợp|quân ủy|trung ương|quốc phòng|hải quân|lục quân|hải cảnh|bảo vệ|phân cục|chi đội|văn phòng|ủy ban|vùng"
)
_TAIL = regex.compile(
    rf"(?: (?:(?i:{_LEVELS})(?!\p{{L}})|(?!(?:Đại|Thượng|Trung|Thiếu|Chuẩn) (?:tá|tướng|úy)|Đồng chí|Ông |Bà |Ngài )"
    r"\p{Lu}[\p{L}\d'-]*)){1,14}"
)
_MORE_NAME = regex.compile(r"(?: \p{Lu}[\p{L}'-]*){1,6}")
_CAPITALS = regex.compile(r"\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*){0,3}")
# A name in a list, behind one with an honorific for all ("các đồng chí A, …; B, …") or before a post.
_NAME = (
    r"(?P<name>(?!(?:Bộ|Ban|Cục|Sở|Ty|Đảng|Quốc|Trung ương|Ủy|Mặt|Trường|Viện|Văn phòng|Quân|Tỉnh|Huyện|Thành|Phòng"
    r"|Công|Biên|Đồn|Trạm|Tổng|Học|Đại|Thượng|Thiếu|Hội|Việt|Phó|Chủ|Chính|Hồ Chí Minh|UBND|BĐBP|CHQS|HĐND) )"
    r"\p{Lu}[\p{Ll}\p{M}]*(?:['-][\p{L}\p{M}]+)*(?: \p{Lu}[\p{Ll}\p{M}]*(?:['-][\p{L}\p{M}]+)*){1,7})"
)
_NEXT_IN_LIST = regex.compile(rf"\s*(?:[,;](?: và)?| và|, cùng) {_NAME}(?=\s*(?:[,;.(-]|$)| và )")
# The neighbours whose names are no Vietnamese ones; Chinese names in Vietnamese spelling are.
_NAMES_TELL = frozenset({"LA", "KH"})
_OPENS_LIST = (":", "có", "là", "gồm", "do", "giữa", "với")
_BEFORE_POST = regex.compile(rf"(?P<lead>[;:]|(?<!\p{{L}})(?:và|có|là|gồm|do|của|giữa|với)) {_NAME}(?:,| -|:| \() ?$")


class Post(NamedTuple):
    """A post as the text gives it, with the unit that follows it, or the state ("Thủ tướng Lào"); `bare` are the words
    of a unit behind it that the text names elsewhere ("Đồn trưởng", "Chính ủy Chi đội").
    """

    text: str
    at: Span
    rule: str
    unit: Named | None
    state: Mention | None = None
    bare: str = ""


class Occurrence(NamedTuple):
    """One place where a person stands: the span of his name, and of the whole phrase with rank, posts and units."""

    name: Span
    start: int
    end: int


@dataclass
class Someone:
    """A person of the article while he is put together."""

    name: str
    name_at: Span
    rule: str
    rank: str | None = None
    rank_at: Span | None = None
    rank_rule: str = ""
    posts: tuple[Post, ...] = ()
    unit: Named | None = None
    country: str | None = None
    country_at: Span | None = None
    places: list[Occurrence] = field(default_factory=list)
    roles: dict[str, tuple[Span, str]] = field(default_factory=dict)

    @property
    def position(self) -> str | None:
        """The posts without their units, in order; None where there is none."""
        return ", ".join(p.text for p in self.posts) or None


def read_people(ctx: Context, units: Units) -> list[Someone]:
    """Everyone whom the content lines name, in the order of the first mention; [] where they name nobody."""
    found = _Found(ctx, units)
    for m in sorted([*ctx.of("people"), *ctx.of("people.title")], key=lambda m: m.start):
        at = m.first("name")
        if at is not None and m.field == "people.title":
            at = _without_region(ctx, at)
        if at is not None:
            found.add(at, m)
    found.add_before_posts()
    _after_units(ctx, units, found.people)
    people = sorted(_merged(found.people), key=lambda one: min(o.name.start for o in one.places))
    _other_places(ctx, people)
    for one in people:
        _country_of(ctx, units, one)
    return people


class _Found:
    """The people as they are found, by the key of their name, and the posts that somebody has."""

    def __init__(self, ctx: Context, units: Units) -> None:
        self.people: dict[str, Someone] = {}
        self._ctx, self._units = ctx, units
        self._claimed: set[int] = set()
        self._names: set[int] = set()

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
            before = _BEFORE_POST.search(plain, max(0, p.start - 64, _sentence_start(self._ctx, p.start)), p.start)
            if before is None or not self._is_name(before):
                continue
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
        if ctx.tables.region(name) is not None:
            return at.end
        self._names.add(at.start)
        posts, end = _posts_after(ctx, self._units, at.end, self._claimed)
        if not posts and m is not None:
            posts, start = _posts_before(ctx, self._units, m.start, at, self._claimed)
        one = self.people.setdefault(_key(ctx, at), Someone(name, at, rule))
        one.places.append(Occurrence(at, start, end))
        rank = m.first("rank") if m else None
        if m and rank and one.rank is None:
            one.rank, one.rank_at, one.rank_rule = str(m.value), rank, m.rule
        if posts and (not one.posts or _fuller(posts, one.posts)):
            one.posts = tuple(posts)
            one.unit = next((p.unit for p in reversed(posts) if p.unit), one.unit)
        elif one.unit is None:
            one.unit = next((p.unit for p in reversed(posts) if p.unit), None)
        return end


def _without_region(ctx: Context, name: Span) -> Span | None:
    """A name without the region before it: "Bí thư Tỉnh ủy Sơn La Lò Văn A"; None where no name is left."""
    end = _region_end(ctx, name.start)
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
        if full is None or one.posts or one.rank not in (None, full.rank):
            kept.append(one)
        else:
            full.places += one.places
    return kept


def _after_units(ctx: Context, units: Units, people: dict[str, Someone]) -> None:
    """Those who are named right behind the unit of their post: "Chính ủy Chi đội … Phổ Nhĩ Trần Văn A"."""
    for u in units.mentions:
        if u.after is None:
            continue
        before = ctx.inside("people.position", _sentence_start(ctx, u.start), u.start)
        p = next((p for p in before if p.end + 1 == u.start and p.value != "party"), None)
        if p is None:
            continue
        # a unit's name ends after six words, a Lao one may go on
        more = _MORE_NAME.match(ctx.view.plain, u.after.end)
        at = Span(u.after.start, more.end() if more else u.after.end)
        one = people.setdefault(_key(ctx, at), Someone(ctx.text(*at), at, p.rule))
        one.places.append(Occurrence(at, p.start, at.end))
        if not one.posts:
            one.posts, one.unit = (Post(str(p.value), Span(p.start, p.end), p.rule, u),), u


def _key(ctx: Context, name: Span) -> str:
    """The key under which two spellings of one name meet."""
    return _NO_WORD.sub(" ", ctx.view.folded[name.start : name.end]).strip()


def _fuller(new: Sequence[Post], old: Sequence[Post]) -> bool:
    """Whether new posts say more: a unit where the old have none, or more posts."""
    return (any(p.unit for p in new), len(new)) > (any(p.unit for p in old), len(old))


def _posts_after(ctx: Context, units: Units, at: int, claimed: set[int]) -> tuple[list[Post], int]:
    """The posts that follow a name: ", Chính ủy BĐBP tỉnh X" · " - thứ trưởng Bộ Y -"; and where they end."""
    folded = ctx.view.folded
    posts: list[Post] = []
    end = at
    appointed = _appointment(ctx, at)
    if appointed is not None:
        post, end = _post_at(ctx, units, appointed)
        claimed.add(appointed.start)
        return [post], end
    while True:
        gap = _GAP_RIGHT.match(folded, end)
        p = _position(ctx, gap.end()) if gap else None
        if p is None:
            gap = _AND_ALSO.match(folded, end) if posts else None
            p = _position(ctx, gap.end()) if gap else None
            if p is None:
                break
        post, after = _post_at(ctx, units, p)
        if _is_next_ones(ctx, post, after):
            break
        claimed.add(p.start)
        post, end = (post, after) if p.value == "party" else _with_tail(ctx, units, post, after)
        if gap and "(" in gap[0] and folded.startswith(")", end):
            end += 1
        if p.value != "party":
            posts.append(post)
        country = _BRACKETS_WITHIN.match(folded, end)
        end = country.end() if country else end
    return posts, end


def _is_next_ones(ctx: Context, post: Post, after: int) -> bool:
    """Whether a post is the next person's: "…, Bí thư Huyện ủy X - Trần Văn A", "…, Thủ tướng Trần Văn A"."""
    folded = ctx.view.folded
    if post.unit is not None and post.unit.after is not None:
        return True
    if folded.startswith(" - ", after) and ctx.inside("people.title", after + 3, after + 4):
        return True
    behind = ctx.inside("people", after + 1, after + 2) if folded.startswith(" ", after) else ()
    # "Phó Tỉnh trưởng Svay Rieng" is no person of this name
    return any((at := m.first("name")) and ctx.tables.region(ctx.text(*at)) is None for m in behind)


def _position(ctx: Context, at: int) -> Mention | None:
    """The post that begins at an offset; None where none does."""
    return ctx.first("people.position", at, at + 1)


def _sentence_start(ctx: Context, at: int) -> int:
    """Where the sentence of an offset begins; the offset itself outside of sentences."""
    sentence = ctx.page.sentence(at)
    return sentence.start if sentence else at


def _appointment(ctx: Context, at: int) -> Mention | None:
    """The new post in "X, đang là …, giữ chức …"; None where the sentence appoints nobody."""
    sentence = ctx.page.sentence(at)
    if sentence is None:
        return None
    behind = ctx.first("people", at, sentence.end)
    m = _APPOINTED.search(ctx.view.folded, at, behind.start if behind else sentence.end)
    return _position(ctx, m.end()) if m else None


def _post_at(ctx: Context, units: Units, p: Mention) -> tuple[Post, int]:
    """One post with the unit right behind it, and where both end."""
    gap = _OF.match(ctx.view.folded, p.end)
    after = gap.end() if gap else p.end
    unit = next(iter(units.within(after, after + 1)), None) if gap else None
    if unit is None:
        # "Trưởng Ty Công an tỉnh X": the post's last word is the unit's first
        unit = next((u for u in units.within(p.start + 1, p.end) if u.end > p.end), None)
    post = Post(str(p.value), Span(p.start, p.end), p.rule, unit)
    if unit is None:
        state, end = _state_behind(ctx, p.end)
        if state is not None:
            return post._replace(state=state), end
        bare = _BARE_UNIT.match(ctx.view.folded, p.end)
        return (post._replace(bare=bare[0].strip()), bare.end()) if bare else (post, p.end)
    end = unit.end
    # what stands above the unit goes with it: "Cục trưởng Cục Biên phòng, Bộ Tư lệnh Lục quân"
    seen = unit
    while seen.parent is not None:
        seen = seen.parent
        end = max(end, seen.end)
    bracket = _BRACKETS.match(ctx.view.folded, end)
    return post, bracket.end() if bracket else end


def _with_tail(ctx: Context, units: Units, post: Post, end: int, stop: int | None = None) -> tuple[Post, int]:
    """A post with the rest of its words, as far as `stop`, where no unit is told: "Trưởng phòng Trinh sát BĐBP tỉnh X";
    and where it ends.
    """
    if post.unit is not None or post.state is not None:
        return post, end
    tail = _TAIL.match(ctx.view.plain, end, len(ctx.view.plain) if stop is None else stop)
    if tail is None:
        return post, end
    return post._replace(unit=next(iter(units.within(end, tail.end())), None)), tail.end()


def _state_behind(ctx: Context, at: int) -> tuple[Mention | None, int]:
    """The state that a post is of, and where its words end: "Thủ tướng Lào", "Đại sứ Việt Nam tại Lào"."""
    state, end = None, at
    for pattern in (_STATE_BEHIND, _STATE_AT):
        gap = pattern.match(ctx.view.folded, end)
        found = ctx.inside("countries", gap.end(), gap.end() + 1) if gap else ()
        if gap and not found and state is not None:
            return state, _region_end(ctx, gap.end()) or end
        if not found:
            break
        state, end = state or found[0], found[0].end
    return state, end


def _region_end(ctx: Context, at: int) -> int | None:
    """Where the region ends whose name begins at an offset; None where none does."""
    m = _CAPITALS.match(ctx.view.plain, at)
    place = region_first(ctx, m[0]) if m else ""
    return at + len(place) if place else None


def _posts_before(ctx: Context, units: Units, at: int, name: Span, claimed: set[int]) -> tuple[list[Post], int]:
    """The post right before a name ("Chỉ huy trưởng Bộ CHQS tỉnh, Đại tá X", "Thứ trưởng Bộ Y X"), and its start; the
    name's phrase begins `at`.
    """
    folded = ctx.view.folded
    for p in reversed(ctx.inside("people.position", _sentence_start(ctx, name.start), name.start)):
        if p.start in claimed and p.end != name.start - 1:
            break
        post, end = _with_tail(ctx, units, *_post_at(ctx, units, p), stop=at)
        before = folded[end:at] if end <= at else folded[end : name.start]
        chosen = _CHOSEN.fullmatch(before) and _FOR_POST.search(folded, max(0, p.start - 20), p.start)
        if not (_GAP_LEFT.fullmatch(before) or chosen):
            break
        claimed.add(p.start)
        posts, start = ([], p.start) if p.value == "party" else ([post], p.start)
        # "Phó Thủ tướng, Bộ trưởng Bộ Y X": the posts before it, as long as commas join them
        for q in reversed(ctx.inside("people.position", _sentence_start(ctx, start), start)):
            other, until = _post_at(ctx, units, q)
            if q.start in claimed or not _COMMA.fullmatch(folded, until, start):
                break
            claimed.add(q.start)
            start = q.start
            if q.value != "party":
                posts.insert(0, other)
        return posts, start
    return [], at


def _other_places(ctx: Context, people: Sequence[Someone]) -> None:
    """Add the places where a name stands alone, without rank or post; one scan for all names."""
    if not people:
        return
    plain = ctx.view.plain
    known = {o.name.start for one in people for o in one.places}
    named = list({" ".join(plain[slice(*one.name_at)].split()): one for one in people}.items())
    scan = ahocorasick_rs.AhoCorasick(
        [name for name, _ in named],
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.NoncontiguousNFA,  # the quickest to make: it is used once
    )
    for index, start, end in scan.find_matches_as_indexes(plain):
        whole = not (plain[end : end + 1].isalnum() or (start and plain[start - 1].isalnum()))
        if whole and start not in known and ctx.page.sentence(start):
            named[index][1].places.append(Occurrence(Span(start, end), start, end))
    for one in people:
        one.places.sort(key=lambda o: o.name.start)


def _country_of(ctx: Context, units: Units, one: Someone) -> None:
    """A person's country: of his unit or post, else of the side he is named with; left open where nothing tells it."""
    if one.unit and one.unit.country:
        one.country, one.country_at = one.unit.country, one.unit.country_from or one.unit.pieces[0]
        return
    state = next((p.state for p in one.posts if p.state), None)
    if state is not None:
        one.country, one.country_at = str(state.value), Span(state.start, state.end)
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
        for m in _CAPITALS.finditer(ctx.view.plain, last, place.end):
            region = ctx.tables.region(m[0])
            if region is not None:
                one.country, one.country_at = region.country, Span(*m.span())
                return
    post = next((p for p in one.posts if _OF_NEIGHBOURS.match(p.text.lower())), None)
    other = neighbour(ctx) if post else None
    if post and other:
        one.country, one.country_at = other, post.at


def _in_brackets(ctx: Context, _: Units, place: Occurrence) -> tuple[str, Span] | None:
    """The country in brackets behind a person: "Đại tá X, Chỉ huy trưởng (Lào)"."""
    for c in ctx.inside("countries", place.name.end, place.end + 24):
        if "(" in ctx.view.folded[max(place.name.end, c.start - 20) : c.start] and c.start > place.end - 20:
            return str(c.value), Span(c.start, c.end)
    return None


def _side_led(ctx: Context, units: Units, place: Occurrence) -> tuple[str, Span] | None:
    """The side that a person is said to lead: "…, Trưởng đoàn Trung Quốc", "dẫn đầu đoàn bạn", "Trưởng đoàn BĐBP …"."""
    m = _LEADS_SIDE.match(ctx.view.folded, place.end)
    if m is None:
        return None
    other = {"bạn": neighbour(ctx), "ta": "VN"}.get(m["who"] or "")
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
    before = units.within(max(_sentence_start(ctx, place.start), place.start - 240), place.start)
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
    for m in _OURS_OR_THEIRS.finditer(folded, start, place.start):
        country = "VN" if m["who"] == "ta" else neighbour(ctx)
        if country:
            told.append((m.start(), country, Span(*m.span("who"))))
    return max(told)[1:] if told else None


def settle_pairs(ctx: Context, people: Sequence[Someone]) -> None:
    """Of two who lead, chair or sign together, one is of the other side; the span is his name."""
    for role in ("head", "co_chair", "signatory"):
        pair = [p for p in people if role in p.roles]
        if len(pair) == 2 and (pair[0].country is None) != (pair[1].country is None):
            known, open_ = pair if pair[0].country else reversed(pair)
            open_.country = "VN" if known.country != "VN" else neighbour(ctx)
            open_.country_at = open_.name_at


def settle_countries(people: Sequence[Someone], sides: Sequence[str]) -> None:
    """Give those whose side nothing tells a country; `sides` are those of the talk.

    A name that is no Vietnamese one is of the only neighbour; all others are of Viet Nam, whose papers these are. The
    span is the name.
    """
    others = [code for code in sides if code != "VN"]
    foreign = others[0] if len(others) == 1 and others[0] in _NAMES_TELL else "VN"
    for p in people:
        if p.country is None:
            p.country, p.country_at = "VN" if sounds_vietnamese(p.name) else foreign, p.name_at


def is_of_state(post: str) -> bool:
    """Whether a post is the state's and needs no unit ("Thủ tướng", "Tỉnh trưởng")."""
    return bool(_OF_STATE.match(post.lower()))


def lend_units(ctx: Context, people: list[Someone], units: Units, sides: dict[str, list[Named]]) -> None:
    """Give a post without a unit ("…, Trạm trưởng làm trưởng đoàn") the unit that it is of.

    The only unit sent whose head fits the post ("Đồn trưởng" a đồn); else the unit of a side that stands before the
    person in the sentence ("Ban Chỉ huy An ninh tỉnh X do Đại tá Y, Chỉ huy trưởng"); else the only unit of his side.
    Without a talk the only fitting unit of the article.
    """
    sent = {u.key: u for side in sides.values() for u in side}
    pool = sent or {u.key: u for u in units.mentions if units.entry(u)}
    for one in people:
        if not one.posts or one.unit is not None or is_of_state(one.posts[-1].text):
            continue
        first = one.places[0]
        sentence = ctx.page.sentence(first.start)
        own = {key: u for key, u in pool.items() if one.country in (None, u.country)}
        fitting = {key: u for key, u in own.items() if _fits(one.posts[-1], u)}
        if not fitting and _OF_MINISTRY.match(one.posts[-1].text.lower()):
            continue
        inside = [
            u for u in units.within(sentence.start if sentence else first.start, first.start)
            if u.key in (fitting or own) and not u.venue
        ]  # fmt: skip
        if len(fitting) > 1 and not inside and one.country is None and not _NAMES_TELL.isdisjoint(sides):
            ours = sounds_vietnamese(one.name)
            fitting = {key: u for key, u in fitting.items() if (u.country == "VN") == ours}
        side = sides.get(one.country or "", [])
        if len(fitting) == 1:
            one.unit = next(iter(fitting.values()))
        elif inside and (sent or fitting):
            one.unit = inside[-1]
        elif len({u.key for u in side}) == 1 and not fitting:
            one.unit = side[0]
        elif not fitting:
            # one who is visited: "thăm Đồn Biên phòng X, được Thiếu tá Y, Đồn trưởng giới thiệu"
            named = reversed(units.within(sentence.start if sentence else first.start, first.start))
            one.unit = next((u for u in named if units.entry(u) and _fits(one.posts[-1], u)), None)
        if one.unit is not None and one.country is None and one.unit.country:
            one.country, one.country_at = one.unit.country, one.unit.country_from or one.unit.pieces[0]


def _is_called(bare: str, head: str) -> bool:
    """Whether a unit's head begins with the words behind a post, abbreviated or not: "BĐBP tỉnh", "Ban CHQS huyện"."""
    if bare.startswith("bđbp"):
        return "bộ đội biên phòng" in head
    if bare.startswith(("bộ ", "ban ")):
        return "chỉ huy" in head and ("chqs" not in bare or "quân sự" in head)
    return bare.startswith("đơn vị") or head.startswith(bare.split(" tỉnh")[0].split(" huyện")[0])


def _fits(post: Post, unit: Named) -> bool:
    """Whether a post's noun is of a unit's head: "Đồn trưởng" of a đồn, "Giám đốc" of a ty, công an or sở."""
    head = unit.head.lower()
    if post.bare and not _is_called(post.bare, head):
        return False
    return any(p.match(part) and h.match(head) for part in post.text.lower().split(" kiêm ") for p, h in _POST_OF)
