"""Person mentions → the people of the article: name, rank, post, unit and country; each person once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import ahocorasick_rs

from ..mention import Mention, Span
from .context import Context
from .units import Named, Units

__all__ = ["Occurrence", "Post", "Someone", "read_people"]

# Patterns read the text in lower case.
_NO_WORD = re.compile(r"[\W_]+")
_COMMA = re.compile(r", ")
_GAP_RIGHT = re.compile(r"\s*(?:,|-|\(|:|là|, là|hiện là)\s*")
_GAP_LEFT = re.compile(r"\s*(?:,|-|:|là|)\s*(?:(?:samdech|ngài|đồng chí|ông|bà) )?")
# "Phó Chỉ huy trưởng kiêm Tham mưu trưởng"
_AND_ALSO = re.compile(r",? kiêm ")
_BRACKETS = re.compile(r" ?\([^()\n]{2,40}\)")
_BRACKETS_WITHIN = re.compile(r" ?\([^()\n]{2,40}\)(?=\s*[,-])")
# the head of a unit alone behind a post: "Chính ủy BĐBP và …", "Giám đốc Ty đồng chủ trì"
_BARE_UNIT = re.compile(
    r" (?:bđbp|ty|đồn|trạm|công an|(?:bộ|ban) (?:chỉ huy|chqs)|chi đội|sở|cục|đơn vị)"
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
    r"(?:phó )?(?:thủ tướng|chủ tịch(?! (?:ubnd|ủy ban))|bộ trưởng|thứ trưởng|đại sứ|tổng lãnh sự"
    r"|(?:tỉnh|đô|huyện) trưởng)"
)
_POST_OF = tuple(
    (re.compile(rf"(?:phó |quyền )?(?:{post})"), re.compile(head))
    for post, head in (
        ("đồn trưởng", "đồn"), ("chính trị viên", "đồn|đại đội"), ("trạm trưởng|tổng trạm trưởng", "trạm|tổng trạm"),
        ("đại đội trưởng", "đại đội"), ("tiểu đoàn trưởng", "tiểu đoàn"), ("chi đội trưởng", "chi đội"),
        ("tổng đội trưởng", "tổng đội"), ("cục trưởng", "cục"), ("tổng cục trưởng", "tổng cục"),
        ("giám đốc|trưởng ty", "ty|công an|sở"), ("tư lệnh", "bộ tư lệnh|quân khu|vùng"),
        ("chỉ huy trưởng|chính ủy|tham mưu trưởng", "(?:bộ|ban) chỉ huy|tiểu khu|chi khu|bộ đội biên phòng"),
    )
)  # fmt: skip
_SIDE_BEFORE = re.compile(r"(?:phía|đoàn|bạn) (?:[^\W\d_]+ ){0,3}$")


class Post(NamedTuple):
    """A post as the text gives it, with the unit that follows it."""

    text: str
    at: Span
    rule: str
    unit: Named | None


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
    people: dict[str, Someone] = {}
    claimed: set[int] = set()
    mentions = sorted([*ctx.of("people"), *ctx.of("people.title")], key=lambda m: m.start)
    for m in mentions:
        at = m.first("name")
        if at is None:
            continue
        name = " ".join(ctx.text(*at).split())
        if ctx.tables.region(name) is not None:
            continue
        posts, end = _posts_after(ctx, units, at.end, claimed)
        start = m.start
        if not posts:
            posts, start = _posts_before(ctx, units, m, claimed)
        one = people.setdefault(_key(ctx, at), Someone(name, at, m.rule))
        one.places.append(Occurrence(at, start, end))
        rank = m.first("rank")
        if rank and one.rank is None:
            one.rank, one.rank_at, one.rank_rule = str(m.value), rank, m.rule
        if posts and (not one.posts or _fuller(posts, one.posts)):
            one.posts = tuple(posts)
            one.unit = next((p.unit for p in reversed(posts) if p.unit), one.unit)
        elif one.unit is None:
            one.unit = next((p.unit for p in reversed(posts) if p.unit), None)
    _after_units(ctx, units, people)
    _other_places(ctx, people)
    for one in people.values():
        _country_of(ctx, one)
    return list(people.values())


def _after_units(ctx: Context, units: Units, people: dict[str, Someone]) -> None:
    """Those who are named right behind the unit of their post: "Chính ủy Chi đội … Phổ Nhĩ Trần Văn A"."""
    for u in units.mentions:
        if u.after is None:
            continue
        before = ctx.inside("people.position", _sentence_start(ctx, u.start), u.start)
        p = next((p for p in before if p.end + 1 == u.start and p.value != "party"), None)
        if p is None:
            continue
        name = ctx.text(*u.after)
        one = people.setdefault(_key(ctx, u.after), Someone(name, u.after, p.rule))
        one.places.append(Occurrence(u.after, p.start, u.after.end))
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
        if folded.startswith(" - ", after) and ctx.inside("people.title", after + 3, after + 4):
            # the post is the next person's: "…, Bí thư Huyện ủy X - Trần Văn A"
            break
        claimed.add(p.start)
        end = after
        if p.value != "party":
            posts.append(post)
        country = _BRACKETS_WITHIN.match(folded, end)
        end = country.end() if country else end
    return posts, end


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
        bare = _BARE_UNIT.match(ctx.view.folded, p.end)
        return post, bare.end() if bare else p.end
    end = unit.end
    # what stands above the unit goes with it: "Cục trưởng Cục Biên phòng, Bộ Tư lệnh Lục quân"
    seen = unit
    while seen.parent is not None:
        seen = seen.parent
        end = max(end, seen.end)
    bracket = _BRACKETS.match(ctx.view.folded, end)
    return post, bracket.end() if bracket else end


def _posts_before(ctx: Context, units: Units, m: Mention, claimed: set[int]) -> tuple[list[Post], int]:
    """The post right before a name ("Chỉ huy trưởng Bộ CHQS tỉnh, Đại tá X", "Thứ trưởng Bộ Y X"), and its start."""
    folded = ctx.view.folded
    name = m.first("name") or Span(m.start, m.end)
    for p in reversed(ctx.inside("people.position", _sentence_start(ctx, name.start), name.start)):
        if p.start in claimed and p.end != name.start - 1:
            break
        post, end = _post_at(ctx, units, p)
        before = folded[end : m.start] if end <= m.start else folded[end : name.start]
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
    return [], m.start


def _other_places(ctx: Context, people: dict[str, Someone]) -> None:
    """Add the places where a name stands alone, without rank or post; one scan for all names."""
    if not people:
        return
    plain = ctx.view.plain
    known = {o.name.start for one in people.values() for o in one.places}
    named = list({" ".join(plain[slice(*one.name_at)].split()): one for one in people.values()}.items())
    scan = ahocorasick_rs.AhoCorasick(
        [name for name, _ in named],
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.NoncontiguousNFA,  # the quickest to make: it is used once
    )
    for index, start, end in scan.find_matches_as_indexes(plain):
        whole = not (plain[end : end + 1].isalnum() or (start and plain[start - 1].isalnum()))
        if whole and start not in known and ctx.page.sentence(start):
            named[index][1].places.append(Occurrence(Span(start, end), start, end))
    for one in people.values():
        one.places.sort(key=lambda o: o.name.start)


def _country_of(ctx: Context, one: Someone) -> None:
    """A person's country: of his unit, else of the side he is named with; left open where neither tells it."""
    if one.unit and one.unit.country:
        one.country, one.country_at = one.unit.country, one.unit.country_from or one.unit.pieces[0]
        return
    first = one.places[0]
    sentence = ctx.page.sentence(first.start)
    if sentence is None:
        return
    for c in reversed(ctx.inside("countries", sentence.start, first.start)):
        if _SIDE_BEFORE.search(ctx.view.folded, max(0, c.start - 40), c.start):
            one.country, one.country_at = str(c.value), Span(c.start, c.end)
            return


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
        fitting = {key: u for key, u in own.items() if _fits(one.posts[-1].text, u)}
        inside = [
            u for u in units.within(sentence.start if sentence else first.start, first.start)
            if u.key in (fitting or own) and not u.venue
        ]  # fmt: skip
        side = sides.get(one.country or "", [])
        if len(fitting) == 1:
            one.unit = next(iter(fitting.values()))
        elif inside and sent:
            one.unit = inside[-1]
        elif len({u.key for u in side}) == 1 and not fitting:
            one.unit = side[0]
        if one.unit is not None and one.country is None and one.unit.country:
            one.country, one.country_at = one.unit.country, one.unit.country_from or one.unit.pieces[0]


def _fits(post: str, unit: Named) -> bool:
    """Whether a post's noun is of a unit's head: "Đồn trưởng" of a đồn, "Giám đốc" of a ty, công an or sở."""
    post, head = post.lower(), unit.head.lower()
    return any(p.match(post) and h.match(head) for p, h in _POST_OF)
