"""Posts around a name: those that follow it, those right before it, each with its unit."""

from __future__ import annotations

import re

import regex

from ..mention import Mention, Span
from ..record import Country
from .context import Context
from .joint_posts import joint_body
from .person import Post
from .unit_holders import region_first
from .units import Named, Units

__all__ = [
    "CAPITALS", "fits", "headed_place", "is_of_state", "is_seat", "party_unit", "post_beside", "posts_after",
    "posts_before",
    "region_end", "sentence_start",
]  # fmt: skip

# Patterns read the text in lower case.
_COMMA = re.compile(r", ")
_GAP_RIGHT = re.compile(r"\s*(?:,? (?:nay |hiện |hiện nay )?là|,|-|\(|:|là)\s*")
# "Thứ trưởng Bộ Y, Trưởng đoàn đại biểu Việt Nam X"
_GAP_LEFT = re.compile(
    r"\s*(?:,|-|:|là|)\s*"
    r"(?:trưởng đoàn(?: (?:đại biểu|công tác|biên giới|phía|việt nam|lào|trung quốc|campuchia)){0,4} )?"
    r"(?:(?:samdech|ngài|đồng chí|ông|bà) )?"
)
# "Phó Chỉ huy trưởng kiêm Tham mưu trưởng"
_AND_ALSO = re.compile(r",? kiêm ")
_ALIAS = regex.compile(r" \((?P<name>\p{Lu}[A-Za-z-]+(?: \p{Lu}[A-Za-z-]+){1,4})\)(?=,| -)")
_CLOSES = re.compile(r"[^()\n]{0,40}\)")
# what parts a post and its unit from a name that is another's
_JOINS_NAME = re.compile(r"[,;:()]| - | (?:và|với|cùng|do|là|có|gồm) ")
_BRACKETS = re.compile(r" ?\((?!(?:phó )?trưởng đoàn)[^()\n]{2,40}\)")
_BRACKETS_WITHIN = re.compile(r" ?\((?!(?:phó )?trưởng đoàn)[^()\n]{2,40}\)(?=\s*[,-])")
# the head of a unit alone behind a post: "Chính ủy BĐBP và …", "Giám đốc Ty đồng chủ trì"
_BARE_UNIT = re.compile(
    r" (?:(?:của|thuộc) )?(?P<head>(?:bđbp|cảnh sát biển|hiến binh|ty|đồn|(?:tổng |phân )?trạm|công an"
    r"|(?:bộ|ban) (?:chỉ huy|chqs)|chi đội|tổng đội|đại đội|tiểu khu|sở|trung tâm|bệnh viện|học viện"
    r"|vườn(?: quốc gia)?|(?:phân |chi )?cục|căn cứ|trường"
    r"|hội(?=[,;.)]| (?:làm|dẫn|và|cùng|chủ|đồng|đã|phát)(?!\w))|(?:ủy ban )?mặt trận|(?:tỉnh|huyện|thành) đoàn"
    r"|quân chủng|vùng(?: (?:csb|cảnh sát biển|hải quân))?(?: \d)?|chính phủ|đơn vị)"
    r"(?: (?:tỉnh|huyện))?)(?=[ ,;.)-]|$)"
)
# a post whose work stands between it and its unit
_BRANCHED = re.compile(r"(?i) (?:pháp luật|nghiệp vụ|chính trị|hậu cần|kỹ thuật|tác chiến|trinh sát)$")
_OF = re.compile(r" (?:của |thuộc )?")
# "Phó Cục trưởng phụ trách biên giới phía Đông, Tổng cục …"
_HAS_CHARGE = re.compile(r" phụ trách [^,.;:()]{3,60}, ")
# An appointment: the post after these words is the one that counts, the post before is the old one.
_APPOINTED = re.compile(
    r"(?:giữ chức(?: vụ)?|nhận (?:nhiệm vụ|cương vị|chức(?: vụ)?)|đảm nhiệm(?: chức vụ| cương vị)?|lên làm"
    r"|giữ (?:vị trí|cương vị)|để làm"
    r"|được bổ nhiệm(?: làm| giữ chức(?: vụ)?)?|đảm nhận (?:cương vị|chức vụ|vị trí)) "
)
_FOR_POST = re.compile(r"(?:ở vị trí|cương vị|giữ chức(?: vụ)?) $")
_CHOSEN = re.compile(
    r", (?:người|cán bộ|đồng chí) (?:vừa |mới )?được (?:chọn|bổ nhiệm|cử|giao|điều động|phân công|tín nhiệm) là $"
)
# Posts that a state has, not a unit: no unit is to be looked for.
_OF_STATE = re.compile(
    r"(?:phó )?(?:thủ tướng|chủ tịch(?! (?:ubnd|ủy ban))|đại sứ|tổng lãnh sự|tùy viên"
    r"|(?:tỉnh|đô|huyện|châu|thị|quận) trưởng)"
)
_POST_OF = tuple(
    (re.compile(rf"(?:phó |quyền )?(?:{post})"), re.compile(head))
    for post, head in (
        ("đồn (?:trưởng|phó)|trưởng đồn", "đồn"),
        ("chính trị viên", "đồn|đại đội|tiểu đoàn|trạm|(?:bộ|ban) chỉ huy quân sự"),
        ("(?:phân )?trạm (?:trưởng|phó)|trưởng trạm", "(?:tổng |phân )?trạm"),
        ("tổng trạm (?:trưởng|phó)", "tổng trạm"),
        ("đại đội", "đại đội"), ("tiểu đoàn", "tiểu đoàn"), ("chi đội", "chi đội"), ("tổng đội", "tổng đội"),
        ("tổng cục", "tổng cục"),
        ("lữ đoàn", "lữ đoàn"), ("sư đoàn", "sư đoàn"), ("trung đoàn", "trung đoàn"), ("hải đoàn", "hải đoàn"),
        ("hải đội", "hải đội"), ("chi cục", "chi cục"), ("phân cục", "phân cục"),
        ("cục (?:trưởng|phó)", "(?:phân )?cục"), ("hạt", "hạt"),
        ("giám đốc|(?:trưởng ty|ty trưởng)", "ty|công an|sở|trung tâm|bệnh viện|học viện|vườn"),
        ("viện (?:trưởng|phó)", "viện"), ("(?:phó )?chánh án", "tòa án"),
        ("trưởng công an", "công an"), ("tư lệnh", "bộ tư lệnh|quân khu|vùng|hiến binh"), ("tiểu khu", "tiểu khu"),
        ("bộ trưởng|thứ trưởng|quốc vụ khanh", "bộ (?!chỉ huy|đội|tư lệnh|tổng|tham)"), ("quan trưởng", "hải quan"),
        ("hiệu trưởng", "trường|học viện"), ("chủ tịch", "hội (?!đồng)|(?:ủy ban )?mặt trận"), ("chi khu", "chi khu"),
        ("trưởng hải quan", "hải quan"), ("trưởng (?:chi )?cục", "(?:chi )?cục"),
        ("(?:tỉnh|huyện) đội", "(?:bộ|ban) chỉ huy quân sự|(?:tỉnh|huyện) đội"),
        ("chánh (?:văn phòng|thanh tra)", "sở|ty|cục"),
        ("chính ủy", "chi đội|tổng đội|bộ tư lệnh"),
        ("chỉ huy (?:trưởng|phó)|chính ủy|tham mưu", "(?:bộ|ban) chỉ huy|tiểu khu|chi khu|bộ đội biên phòng"),
        ("(?:chính ủy|tham mưu|chủ nhiệm|tư lệnh)", "quân (?:chủng|khu)|vùng"),
    )
)  # fmt: skip
_STATE_BEHIND = re.compile(r" (?:đặc mệnh toàn quyền |chính phủ )?(?:nước )?")
_STATE_AT = re.compile(r" tại (?:nước )?")
# the places around a unit, where they do not begin a list or what is done there
_AROUND = regex.compile(
    r"(?:, (?:xã|huyện|thị xã|thành phố|tỉnh|châu|khu tự trị(?: dân tộc \p{Lu}\p{L}+)?)"
    r" \p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,3})+(?:, (?:Trung Quốc|Lào|Campuchia|Việt Nam))?"
    r"(?= ?(?:[,(]| - ) ?(?:(?:là|làm) )?[Tt]rưởng [Đđ]oàn| (?:làm|dẫn|chủ trì|đồng chủ|cho biết|phát biểu)(?!\p{L}))"
)
# The rest of a post whose unit no rule knows: "Trưởng phòng Trinh sát BĐBP tỉnh", on the text as written.
_LEVELS = (
    "của|thuộc|tỉnh|huyện|thành phố|thị xã|quận|châu|xã|phường|khu vực|cửa khẩu|quốc tế|bộ|ban|cục|sở|phòng|đội|trạm"
    "|đồn|biên phòng|biên giới|công an|quân sự|an ninh|cảnh sát|nước|quản lý|đối ngoại|chính trị|tham mưu|nghiệp vụ"
    "|trinh sát|hậu cần|kỹ thuật|xuất nhập cảnh|ma túy|chính phủ|nhân dân|khu tự trị|dân tộc|tư lệnh|chỉ huy"
    "|vũ trang|vận động quần chúng|hành chính"
    "|hợp tác|quốc gia"
    "|liên hợp|quân ủy|trung ương|quốc phòng|hải quân|lục quân|hải cảnh|bảo vệ|phân cục|chi đội|văn phòng|ủy ban|vùng"
)
# … and the words that end it in a run of capitals: "CHÍNH ỦY LÀM TRƯỞNG ĐOÀN".
_SHOUTED = (
    r"(?:LÀM|ĐÃ|SẼ|VÀ|VỚI|TẠI|LÀ|GẶP|CÙNG|ĐÓN|TIẾP|THĂM|TRAO|KÝ|DỰ|CHO|HỘI|PHÁT|ĐỒNG CHỦ|CHỦ TRÌ|DẪN|DO)(?!\p{L})"
)
_TAIL = regex.compile(
    rf"(?: (?:-(?= (?:Việt Nam|Lào|Campuchia|Trung Quốc|(?i:an ninh|quốc phòng|xã hội|ngân sách))(?!\p{{L}}))"
    rf"|(?i:{_LEVELS})(?!\p{{L}})"
    r"|(?!(?i:(?:đại|thượng|trung|thiếu|chuẩn) (?:tá|tướng|úy)))"
    rf"(?!Đồng chí|Ông |Bà |Ngài |{_SHOUTED})"
    r"\p{Lu}[\p{L}\d'-]*)){1,14}"
)
# posts that head an office within a unit, and the kinds of units that have such
_OFFICE_HEADS = ("trưởng phòng", "trưởng ban", "trưởng khoa")
_HAVE_STAFF = ("border_post", "border_station")
_HAVE_OFFICES = ("border_guard_command", "military_command", "police", "coast_guard")
_NO_SYLLABLE = 5  # letters
_PLACE = 32  # characters of a region's name before a person's
CAPITALS = regex.compile(r"\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*){0,3}")


def posts_after(ctx: Context, units: Units, at: int, claimed: set[int]) -> tuple[list[Post], int]:
    """The posts that follow a name: ", Chính ủy BĐBP tỉnh X" · " - thứ trưởng Bộ Y -"; and where they end."""
    folded = ctx.view.folded
    posts: list[Post] = []
    end = at
    appointed = _appointment(ctx, at)
    if appointed is not None:
        post, end = _post_at(ctx, units, appointed)
        claimed.add(appointed.start)
        return [post], end
    alias = end = _alias_end(ctx, end)
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
        if p.value == "party" and posts and posts[-1].unit is None and (u := _of_party(units, posts[-1], p)):
            posts[-1], after = posts[-1]._replace(unit=u), max(after, u.end)
        post, end = (post, after) if p.value == "party" else _with_tail(ctx, units, post, after)
        if gap and "(" in gap[0] and folded.startswith(")", end):
            end += 1
        if gap and "nay là" in gap[0]:
            posts.clear()  # what he was before
        if p.value != "party":
            posts.append(post)
        country = _BRACKETS_WITHIN.match(folded, end)
        end = country.end() if country else end
    return posts, at if end == alias else end


def _alias_end(ctx: Context, at: int) -> int:
    """Where the name ends that brackets write in other letters, before a post: "Phi Văn Si (Phivanh SI), Chỉ huy
    trưởng"; `at` where none stands there.
    """
    m = _ALIAS.match(ctx.view.plain, at)
    if m is None or ctx.inside("countries", at, m.end()) or ctx.inside("units", at, m.end()):
        return at
    return at if ctx.tables.region(m["name"]) else m.end()


def _of_party(units: Units, post: Post, p: Mention) -> Named | None:
    """The unit of a post behind the post in the party of it: "Phó Giám đốc, Ủy viên Đảng ủy Công an tỉnh X"."""
    u = next(iter(units.within(p.start, p.end + 2)), None)
    return u if u is not None and fits(post, u) else None


def party_unit(ctx: Context, units: Units, at: int) -> Named | None:
    """The force in whose party one has a post, told right behind his name: "X - Phó Bí thư Công an tỉnh Y"."""
    gap = _GAP_RIGHT.match(ctx.view.folded, at)
    p = _position(ctx, gap.end()) if gap else None
    if p is None or p.value != "party":
        return None
    return next((u for u in units.within(p.start, p.end) if u.kind in _HAVE_OFFICES), None)


def _is_next_ones(ctx: Context, post: Post, after: int) -> bool:
    """Whether a post is the next person's: "…, Bí thư Huyện ủy X - Trần Văn A", "…, Thủ tướng Trần Văn A"."""
    folded = ctx.view.folded
    if post.unit is not None and post.unit.after is not None:
        return True
    if folded.startswith(" - ", after) and ctx.inside("people.title", after + 3, after + 4):
        return True
    if not folded.startswith(" ", after):
        return False
    titled = (m.first("name") for m in ctx.inside("people.title", max(0, after - _PLACE), after + 2))
    if any(at and at.start <= after + 1 < at.end for at in titled):
        return True  # "…, Tổng Lãnh sự Việt Nam tại Luông Pha Băng Trần Văn A"
    behind = ctx.inside("people", after + 1, after + 2)
    # "Phó Tỉnh trưởng Svay Rieng" is no person of this name
    return any((at := m.first("name")) and ctx.tables.region(ctx.text(*at)) is None for m in behind)


def _position(ctx: Context, at: int) -> Mention | None:
    """The post that begins at an offset; None where none does."""
    return ctx.first("people.position", at, at + 1)


def sentence_start(ctx: Context, at: int) -> int:
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
    if unit is None and (charge := _HAS_CHARGE.match(ctx.view.folded, p.end)):
        unit = next(iter(units.within(charge.end(), charge.end() + 1)), None)
    if unit is None and _BRANCHED.search(str(p.value)) and ctx.view.plain.startswith(", ", p.end):
        # "Phó Tư lệnh Pháp luật, Bộ Tư lệnh Vùng X"
        unit = next((u for u in units.within(p.end + 2, p.end + 3) if fits(_bare(p), u)), None)
    if unit is None:
        # "Trưởng Ty Công an tỉnh X": the post's last word is the unit's first
        unit = next((u for u in units.within(p.start + 1, p.end) if u.end > p.end), None)
    post = _bare(p)._replace(unit=unit)
    if unit is not None and unit.idle and unit.parent is not None and post.text.lower().endswith("thủ trưởng"):
        post = post._replace(unit=unit.parent)  # an office within the police
    if unit is None:
        joint = joint_body(ctx, p.end)
        if joint is not None:
            return post._replace(state=joint[1], joint=True), joint[0]
        state, end = _state_behind(ctx, p.end)
        if state is not None:
            return post._replace(state=state), end
        bare = _BARE_UNIT.match(ctx.view.folded, p.end)
        return (post._replace(bare=bare["head"].strip()), bare.end()) if bare else (post, p.end)
    end = unit.end
    # what stands above the unit goes with it: "Cục trưởng Cục Biên phòng, Bộ Tư lệnh Lục quân"
    seen = unit
    while seen.parent is not None:
        seen = seen.parent
        end = max(end, seen.end)
    if seen is not unit and "(" in ctx.view.folded[unit.end : seen.start]:
        # the unit above stands in brackets of its own: "Tổng cục Cảnh sát (Bộ Công an Lào)"
        closed = _CLOSES.match(ctx.view.folded, end)
        end = closed.end() if closed else end
    around = _AROUND.match(ctx.view.plain, end)  # "Đồn trưởng Đồn Biên phòng A, tỉnh B - Trưởng đoàn"
    end = around.end() if around else end
    bracket = _BRACKETS.match(ctx.view.folded, end)
    return post, bracket.end() if bracket else end


def _bare(p: Mention) -> Post:
    """A post without its unit."""
    return Post(str(p.value), Span(p.start, p.end), p.rule, None)


def _with_tail(ctx: Context, units: Units, post: Post, end: int, stop: int | None = None) -> tuple[Post, int]:
    """A post with the rest of its words, as far as `stop`, where no unit is told: "Trưởng phòng Trinh sát BĐBP tỉnh X";
    and where it ends.
    """
    if post.unit is not None or post.state is not None or post.joint:
        return post, end
    tail = _TAIL.match(ctx.view.plain, end, len(ctx.view.plain) if stop is None else stop)
    if tail is None:
        return post, end
    unit = next(iter(units.within(end, tail.end())), None) or _office_called(ctx, units, post)
    comma = _COMMA.match(ctx.view.plain, tail.end())
    if unit is None and comma and post.text.lower().endswith(_OFFICE_HEADS):
        # "Trưởng ban Cửa khẩu, Bộ Chỉ huy BĐBP tỉnh": what the office is of
        unit = next((u for u in units.within(comma.end(), comma.end() + 1) if u.kind in _HAVE_OFFICES), None)
        return post._replace(unit=unit), unit.end if unit else tail.end()
    return post._replace(unit=unit), tail.end()


def _office_called(ctx: Context, units: Units, post: Post) -> Named | None:
    """The office of a post by its words, where the article names it: "Trưởng phòng Quản lý xuất nhập cảnh" is of the
    "Phòng Quản lý xuất nhập cảnh".
    """
    office = post.text.lower().rpartition(" ")[2]
    if not post.text.lower().endswith(_OFFICE_HEADS):
        return None
    start = post.at.end - len(office)
    called = (u for u in units.mentions if u.head_key.startswith(f"{office} ") and units.entry(u))
    return next((u for u in called if ctx.view.folded.startswith(u.head.lower(), start)), None)


def _state_behind(ctx: Context, at: int) -> tuple[Mention | None, int]:
    """The state that a post is of, and where its words end: "Thủ tướng Lào", "Đại sứ Việt Nam tại Lào"."""
    state, end = None, at
    for pattern in (_STATE_BEHIND, _STATE_AT):
        gap = pattern.match(ctx.view.folded, end)
        found = ctx.inside("countries", gap.end(), gap.end() + 1) if gap else ()
        if gap and not found and state is not None:
            return state, region_end(ctx, gap.end()) or end
        if not found:
            break
        state, end = state or found[0], found[0].end
    return state, end


def region_end(ctx: Context, at: int) -> int | None:
    """Where the region ends whose name begins at an offset; None where none does."""
    m = CAPITALS.match(ctx.view.plain, at)
    place = region_first(ctx, m[0]) if m else ""
    return at + len(place) if place else None


def headed_place(ctx: Context, at: int) -> tuple[Country, Span] | None:
    """The neighbours' province or district that begins at an offset, behind the post that heads it, with its country:
    "Tỉnh trưởng Sê Kông Lò Văn A". One word is a province, and no short one: names have such syllables.
    """
    m = CAPITALS.match(ctx.view.plain, at)
    words = m[0].split(" ") if m else []
    for n in range(len(words), 0, -1):
        place = " ".join(words[:n])
        region = ctx.tables.region(place)
        if region and region.country != "VN" and (n > 1 or (region.within is None and len(place) >= _NO_SYLLABLE)):
            return region.country, Span(at, at + len(place))
    return None


def posts_before(ctx: Context, units: Units, at: int, name: Span, claimed: set[int]) -> tuple[list[Post], int]:
    """The post right before a name ("Chỉ huy trưởng Bộ CHQS tỉnh, Đại tá X", "Thứ trưởng Bộ Y X"), and its start; the
    name's phrase begins `at`.
    """
    folded = ctx.view.folded
    for p in reversed(ctx.inside("people.position", sentence_start(ctx, name.start), name.start)):
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
        for q in reversed(ctx.inside("people.position", sentence_start(ctx, start), start)):
            other, until = _post_at(ctx, units, q)
            if q.start in claimed or not _COMMA.fullmatch(folded, until, start):
                break
            claimed.add(q.start)
            start = q.start
            if q.value != "party":
                posts.insert(0, other)
        return posts, start
    return [], at


def post_beside(ctx: Context, units: Units, at: int, name: Span, claimed: set[int]) -> tuple[list[Post], int]:
    """The posts whose last stands right before a name, nothing between them, and their start: "Thứ trưởng Bộ Y X"."""
    posts, start = posts_before(ctx, units, at, name, claimed)
    if not posts or _JOINS_NAME.search(ctx.view.folded, posts[-1].at.end, name.start):
        return [], at
    return posts, start


def is_of_state(post: str) -> bool:
    """Whether a post is the state's and needs no unit ("Thủ tướng", "Tỉnh trưởng")."""
    return bool(_OF_STATE.match(post.lower()))


# The level of the place that a post heads.
_HEADS = {
    "tỉnh trưởng": ("tỉnh",), "huyện trưởng": ("huyện",), "quận trưởng": ("quận",), "châu trưởng": ("châu",),
    "thị trưởng": ("thành phố", "thị xã"), "đô trưởng": ("thủ đô", "thành phố"),
}  # fmt: skip


def is_seat(post: Post, unit: Named) -> bool:
    """Whether a post heads a unit's place: "Huyện trưởng" the government of a district."""
    levels = _HEADS.get(post.text.lower().removeprefix("phó "), ())
    return bool(levels) and unit.kind == "government" and unit.level.lower().startswith(levels)


def _is_called(bare: str, head: str) -> bool:
    """Whether a unit's head begins with the words behind a post, abbreviated or not: "BĐBP tỉnh", "Ban CHQS huyện"."""
    if bare.startswith("bđbp"):
        return "bộ đội biên phòng" in head
    if bare.startswith("cảnh sát biển"):
        return bare in head and "vùng" not in head
    if bare.startswith(("bộ ", "ban ")):
        return "chỉ huy" in head and ("chqs" not in bare or "quân sự" in head)
    if bare.startswith("vùng"):
        return "vùng" in head and (not bare[-1].isdigit() or bare[-1] in head)
    return bare.startswith("đơn vị") or head.startswith(bare.split(" tỉnh")[0].split(" huyện")[0])


def fits(post: Post, unit: Named) -> bool:
    """Whether a post's noun is of a unit's head: "Đồn trưởng" of a đồn, "Giám đốc" of a ty, công an or sở."""
    head = unit.head.lower()
    if post.bare and not _is_called(post.bare, head):
        return False
    parts = post.text.lower().split(" kiêm ")
    heads = [h for part in parts for p, h in _POST_OF if p.match(part)]
    # one of the staff has no noun of a unit: "cán bộ phiên dịch của đồn"
    return any(h.match(head) for h in heads) if heads else bool(post.bare) and unit.kind in _HAVE_STAFF
