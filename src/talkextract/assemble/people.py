"""Person mentions → the people of the article: name, rank, post, unit and country; each person once."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

import regex

from ..mention import Mention, Span
from ..tables import fold_name
from ..values.names import sounds_vietnamese
from .context import Context
from .name_places import add_other_places
from .person import Occurrence, Post, Someone
from .person_countries import country_of, settle_calls, settle_rows
from .posts import fits, headed_place, party_unit, post_beside, posts_after, posts_before, region_end, sentence_start
from .shared_posts import share_posts
from .units import Named, Units

__all__ = ["read_people"]


# Patterns read the text in lower case.
_NO_WORD = re.compile(r"[\W_]+")
# "ông A, Chuẩn tướng, Tham mưu trưởng"
_RANK_BEHIND = re.compile(r", (?P<rank>(?:đại|thượng|trung|thiếu|chuẩn) (?:tướng|tá|úy))(?=, )")
# "bà A – Phó Trạm trưởng, mang hàm Thiếu tá"
_BEARS_RANK = re.compile(
    r",? (?:(?:mang|đeo|có)(?: (?:quân|cấp))? (?:hàm|bậc)|quân hàm|cấp (?:bậc|hàm)):?"
    r" (?P<rank>(?:đại|thượng|trung|thiếu|chuẩn) (?:tướng|tá|úy))(?!\w)"
)
# "Đại tá, Phó Giám đốc Công an tỉnh A Lò Văn B": the rank before the post
_RANK_AHEAD = re.compile(r"(?<!\w)(?P<rank>(?:đại|thượng|trung|thiếu|chuẩn) (?:tướng|tá|úy))(?:,| -)? $")
# … what he does behind a comma or the bracket: a unit in a list has another behind it
_GOES_ON = re.compile(
    r"(?:,|\)) (?:(?:đã|cũng|vui mừng|xúc động|chân thành) )?"
    r"(?:phát biểu|cho|nói|hứa|kể|bày tỏ|cảm ơn|nhấn mạnh|chia sẻ"
    r"|khẳng định|đề nghị|mong|tâm sự|thay mặt|báo cáo|trình bày|làm trưởng|dẫn đầu|chủ trì|đồng chủ|điều hành)(?!\w)"
)
# "Thiếu tướng A, thay mặt Tổng cục B": whom he stands for is his own
_ACTS_FOR = re.compile(r",? (?:thay mặt|đại diện)(?: cho)? ")
_LONG_NAME = 10  # letters of a name that a slip of one leaves the same
# … "Ling thong - Phết Chạ": small letters only before a dash, else it is what he does
_MORE_NAME = regex.compile(r"(?: \p{Lu}[\p{L}'-]*){1,6}")
# … or begins with one capital: "Bun thong - Vilayvan"
_SMALL_NAME = regex.compile(r" \p{Ll}+ - \p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,3}(?=[,.;)]|$)")
# A name in a list, behind one with an honorific for all ("các đồng chí A, …; B, …") or before a post.
_NAME = (
    r"(?P<name>(?!(?:Bộ|Ban|Cục|Sở|Ty|Đảng|Quốc|Trung ương|Ủy|Mặt|Trường|Viện|Văn phòng|Quân|Tỉnh|Huyện|Thành|Phòng"
    r"|Công|Biên|Đồn|Trạm|Tổng|Học|Đại|Thượng|Thiếu|Hội|Việt|Phó|Chủ|Chính|Hồ Chí Minh|UBND|BĐBP|CHQS|HĐND) )"
    r"\p{Lu}[\p{Ll}\p{M}]*(?:['-][\p{L}\p{M}]+)*(?: \p{Lu}[\p{Ll}\p{M}]*(?:['-][\p{L}\p{M}]+)*){1,7})"
)
# "Bun Xay - Phết Chạ Lăn, Ủy viên": a dash inside a name, where a comma and a party post follow
_NAME_BEHIND_DASH = regex.compile(
    r" - \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,4}(?=, (?i:(?:phó )?bí thư|(?:tỉnh |huyện |đảng )?ủy viên|thường vụ))"
)
# … whose members semicolons part: what stands between a post and the next of them tells no other
_NEXT_IN_LIST = regex.compile(
    rf"(?:\s*(?:[,;](?: và)?| và|, cùng) {_NAME}(?=\s*(?:[,;.(-]|$)| và )"
    rf"|(?:,| -| \() ?(?:[^.;:()\n]++|\([^()\n]{{2,40}}\)){{1,6}}+\)?;(?: và)? {_NAME}(?=,| -| \())"
)
_TITLED = "people.titled"
_AT_GATE = re.compile(r"khẩu (\w[\w'-]*(?: \w[\w'-]*){0,4})")
_SMALL = ("border_post", "border_station")
_HOLDER = regex.compile(r" (?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3})(?!\p{L}| \p{Lu})")
_NO_PLACE = ("ủy ban biên giới quốc gia",)
# Words of headlines that sound like family names, and other nouns.
_SHOUTED = regex.compile(
    r"(?:ĐOÀN|VÀ|TẠ|HÀ NỘI|ĐỒNG CHÍ|ĐỒNG|HAI|BA|CÁC|PHÓ|QUAN HỆ|QUẢN LÝ|TĂNG|LẠI|THÂN|DƯ|VÀO|NINH)"
    r"(?: (?:CƯỜNG|KẾT|ĐẠI|BIỂU|CÔNG|TÁC|THIẾT|MẬT|Ý|LÒNG|NƯỚC|BÊN|TỈNH|TRƯỞNG|HỮU|NGHỊ|QUYẾT|THUẬN|HÀNH)){0,6}"
)
# The posts of a place, which may stand between them and a name: "Tỉnh trưởng Sê Kông Lò Văn A".
_OF_PLACE = ("tỉnh trưởng ", "đô trưởng ", "huyện trưởng ", "quận trưởng ", "thị trưởng ", "châu trưởng ")
# "do X, Phó Đồn trưởng phụ trách": what he does, no part of his post
_DONE_BY = (" do ", " do đồng chí ")
_IN_CHARGE = " phụ trách"
_OPENS_LIST = (":", "có", "là", "gồm", "do", "giữa", "với")
_BEFORE_POST = regex.compile(rf"(?P<lead>[;:,]|(?<!\p{{L}})(?:và|có|là|gồm|do|của|giữa|với)) {_NAME}(?:,| -|:| \() ?$")

# Who is told by his birth or age may be named anywhere: "bắt quả tang Lò Văn A (sinh năm 1984)".
_BORN, _AGED = "people.position.born", "people.position.aged"
_BEFORE_BIRTH = regex.compile(
    r"(?P<lead>[;:,.]|(?<=\n)|(?<!\p{L})(?!(?:xã|huyện|tỉnh|phường|bản|thôn|ấp|xóm|buôn|làng|phố|quận|trường|học|trấn|khu|đồn"
    r"|trạm) )\p{Ll}+|^) ?(?P<name>\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,5})(?:,| \() ?(?:\d\d )?$"
)


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
    people = sorted(_as_one(_merged(found.people)), key=lambda one: min(o.name.start for o in one.places))
    share_posts(ctx, units, people)
    add_other_places(ctx, people)
    for one in people:
        country_of(ctx, units, one)
    settle_rows(ctx, people)
    settle_calls(ctx, people)
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
                more = _NAME_BEHIND_DASH.match(self._ctx.view.plain, at.end)
                at = Span(at.start, more.end()) if more and not sounds_vietnamese(behind["name"]) else at
                end = self._enter(at, at.start, m.rule)

    def add_before_posts(self) -> None:
        """Names that nothing but their post makes known: "gồm: Lò Văn A, Chính ủy BĐBP tỉnh; …"."""
        plain = self._ctx.view.plain
        for p in self._ctx.of("people.position"):
            is_told = p.rule in (_BORN, _AGED)
            at = p.start - 3 * (p.rule == _AGED)  # in front of the age
            if p.start in self._claimed or plain[at - 2 : at] not in (", ", "- ", ": ", " ("):
                continue
            pattern = _BEFORE_BIRTH if is_told else _BEFORE_POST
            # who is told so may open the sentence, behind the sign that ends the one before
            opens = sentence_start(self._ctx, p.start) - 2 * is_told
            before = pattern.search(plain, max(0, p.start - 64, opens), p.start)
            if before is None or not self._is_name(before):
                continue
            if before["lead"] == "," and before.start() not in self._ends:
                continue  # "Vương Đào - Chi đội trưởng, Lý Vân - Trạm trưởng"
            # behind a word that opens no list of persons, a company may stand as well
            if is_told or before["lead"] in _OPENS_LIST or sounds_vietnamese(before["name"]):
                name = Span(*before.span("name"))
                self._enter(name, name.start, p.rule)

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
        ahead_of_name: list[Post] = []
        if not posts and m is not None:
            posts, start = posts_before(ctx, self._units, m.start, at, self._claimed)
        elif rank is None and m is not None:
            # "Thứ trưởng Bộ Ngoại giao Lò Văn A, Tổng thư ký …": the first of his posts stands before the name
            ahead_of_name, start = post_beside(ctx, self._units, m.start, at, self._claimed)
            posts = [*ahead_of_name, *(p for p in posts if p.text not in {q.text for q in ahead_of_name})]
        unit = _unit_beside(ctx, self._units, at.end) if rank and not posts and end == at.end else None
        unit = party_unit(ctx, self._units, at.end) if not posts and end > at.end else unit
        end = max(end, _unit_end(ctx, at.end, unit)) if unit else end
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
            own = next((p.unit for p in ahead_of_name if p.unit), None)
            one.unit = own or _unit_of(posts) or one.unit
        elif one.unit is None:
            one.unit = _unit_of(posts) or unit
        return end


def _unit_of(posts: Sequence[Post]) -> Named | None:
    """The unit of somebody's posts: the last that is told; of one who heads an office of his force too the force ("Phó
    Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an tỉnh A").
    """
    unit = next((p.unit for p in reversed(posts) if p.unit), None)
    if unit is None or unit.parent is None or len(posts) < 2 or posts[0].unit:
        return unit
    return unit.parent if fits(posts[0], unit.parent) and not fits(posts[0], unit) else unit


def _unit_beside(ctx: Context, units: Units, at: int) -> Named | None:
    """The unit of one who is told by his rank and his unit alone, with what he does behind it ("Đại úy A, Tiểu đoàn
    Biên phòng 609, hứa sẽ học tập"), with the unit in brackets ("Đại tá A (BĐBP tỉnh X)"), or as the one who acts
    for it.
    """
    if acts := _ACTS_FOR.match(ctx.view.folded, at):
        return next(iter(units.within(acts.end(), acts.end() + 1)), None)
    u = next(iter(units.within(at + 2, at + 3)), None) if ctx.view.plain.startswith((", ", " (", " -"), at) else None
    in_brackets = u is not None and ctx.view.plain.startswith(" (", at) and _bracket_end(ctx, u) > u.end
    return u if u and (in_brackets or _GOES_ON.match(ctx.view.folded, u.end)) else None


def _unit_end(ctx: Context, at: int, u: Named) -> int:
    """Where the words end that tell the unit beside a name: behind what the unit is part of, for whom one acts."""
    if not _ACTS_FOR.match(ctx.view.folded, at):
        return _bracket_end(ctx, u)
    top = _top(u)
    return top.end if u.end <= top.start <= u.end + len(", của ") else u.end


def _top(u: Named) -> Named:
    """The topmost body that a unit is part of."""
    while u.parent is not None:
        u = u.parent
    return u


def _bracket_end(ctx: Context, u: Named) -> int:
    """Where the bracket ends that closes behind a unit or what it is part of: "(Phòng A, Cục B, Bộ Quốc phòng Lào)";
    the end of the unit where none does.
    """
    top = _top(u)
    return next((x.end + 1 for x in (u, top) if ctx.view.plain.startswith(")", x.end)), u.end)


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
        # "ông X, Bí thư Thành ủy Đông Hưng": of a name that several districts bear no more is known
        words = ctx.text(*name)
        return None if words.count(" ") == 1 and ctx.tables.has_region(words) else name
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


def _as_one(people: Sequence[Someone]) -> list[Someone]:
    """The people, of whom two spellings of one neighbour's name are one: "Khamphanon", "Khamphanong"."""
    kept: list[Someone] = []
    spelled: dict[str, list[Someone]] = {}
    for one in people:
        forms = _forms(one)
        same = next((x for form in forms for x in spelled.get(form, ()) if _may_be(one, x)), None)
        if same is None:
            kept.append(one)
            for form in forms:
                spelled.setdefault(form, []).append(one)
            continue
        same.places += one.places
        if same.rank is None:
            same.rank, same.rank_at, same.rank_rule = one.rank, one.rank_at, one.rank_rule
        if _fuller(one.posts, same.posts):
            same.posts, same.unit = one.posts, one.unit or same.unit
    return kept


def _forms(one: Someone) -> set[str]:
    """What two spellings of a foreign name have in common: a long one its letters, whole or without any one of them,
    another its letters with his rank, post and unit ("Sòn My Say", "Xòn My Xay"). None of what may be Vietnamese.
    """
    if sounds_vietnamese(one.name):
        return set()
    letters = fold_name(one.name).replace(" ", "").replace("x", "s").replace("y", "i")
    if len(letters) >= _LONG_NAME:
        return {letters, *(letters[:i] + letters[i + 1 :] for i in range(len(letters)))}
    if one.rank is None or not one.posts or one.unit is None:
        return set()
    return {f"{letters} {one.rank} {one.posts[-1].text.lower()} {one.unit.key}"}


def _may_be(one: Someone, other: Someone) -> bool:
    """Whether nothing tells two people apart but a letter of their names."""
    if one.rank and other.rank and one.rank != other.rank:
        return False
    mine, his = ({p.text.lower() for p in x.posts} for x in (one, other))
    return not mine or not his or bool(mine & his)


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
        goes_on = _MORE_NAME if " " in ctx.text(*after) else _SMALL_NAME
        more = goes_on.match(ctx.view.plain, after.end) if u.after else None
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
