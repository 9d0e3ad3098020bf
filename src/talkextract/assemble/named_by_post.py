"""Leaders whom a sentence names by their posts alone: "hai Bộ trưởng đã hội đàm", "Bộ trưởng Quốc phòng ba nước",
"Chỉ huy trưởng BĐBP tỉnh A và Giám đốc Ty Công an tỉnh B ký biên bản".
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from ..mention import Mention
from .context import Context
from .person import Someone

__all__ = ["last_of_the_post", "of_the_post", "of_the_post_behind", "of_the_state", "of_two_posts"]

# Patterns read the text in lower case.
_POST = (
    r"(?:phó )?(?:thủ tướng|bộ trưởng|thứ trưởng|tổng tham mưu trưởng|tư lệnh|chính ủy|(?:tổng )?cục trưởng|giám đốc"
    r"|chỉ huy trưởng|đồn trưởng|trạm trưởng|tỉnh trưởng|huyện trưởng|chủ tịch|trưởng (?:ty|công an))"
)
_COUNTS = {"hai": 2, "2": 2, "cả hai": 2, "ba": 3, "3": 3, "các": None}
_COUNT = r"(?:cả )?hai|2|ba|3|các"
# the unit of a post, without its place: "Chỉ huy trưởng BĐBP"
_OF = (
    r"(?: (?:bộ|ban|cục|ty|sở|ubnd|bđbp|bộ đội|chqs|quân sự|chỉ huy|quốc phòng|công an|ngoại giao|nội vụ|an ninh"
    r"|biên phòng|tỉnh|huyện|đồn|trạm|quân đội|lực lượng)){0,5}"
)
# from right to left: what stands right before the verb is seen first
_NAMED = regex.compile(
    rf"(?r)(?<![^\W\d_])(?:(?P<before>{_COUNT}) (?:(?:đồng chí|đ/c|vị|ông|ngài) )?(?P<post>{_POST}){_OF}"
    rf"|(?P<of_all>{_POST}){_OF} (?P<behind>{_COUNT}) (?:nước|bên|tỉnh|đơn vị|lực lượng|quân đội|huyện))"
    r"(?: (?:việt nam|lào|trung quốc|campuchia|và)|,| -){0,6}"
    r"[\s,]*(?:(?:đã|sẽ|dự kiến|vừa|cũng|cùng|cùng nhau|đồng|có|tiến hành|bước vào|cuộc|buổi|chính thức|trực tiếp) ?)*"
)
# … and from left to right behind what they hold: "cuộc gặp giữa ba Bộ trưởng Quốc phòng", "Tại hội đàm, hai Thứ trưởng"
_BETWEEN = regex.compile(
    rf" (?:giữa|của) (?:(?:đồng chí|ông|ngài) )?"
    rf"(?:(?P<before>{_COUNT}) (?:(?:đồng chí|đ/c|vị|ông|ngài) )?(?P<post>{_POST})"
    rf"|(?P<of_all>{_POST}){_OF} (?P<behind>{_COUNT}) (?:nước|bên|tỉnh|đơn vị|lực lượng|quân đội|huyện))(?!\w)"
    rf"|[^.;:]{{0,60}}?, (?P<those>hai|ba|2|3) (?:(?:đồng chí|đ/c|vị|ông|ngài) )?(?P<post_too>{_POST})(?!\w)"
)
_TITLED = r"(?:đồng chí |ngài |ông )"
_REACH = 200
# "Trong chuyến thăm, Bộ trưởng sẽ đồng chủ trì": the one of this post who was named last
_ALONE = regex.compile(
    rf"(?r)(?:^|, ){_TITLED}?(?P<post>{_POST})(?: (?:đã|sẽ|dự kiến|cũng|còn|cùng|vừa|bày tỏ|trân trọng|chân thành))* "
)
# "Đáp lời, Bộ trưởng Bộ Quốc phòng Lào cảm ơn": the one of this post and of this state
_OF_STATE = regex.compile(
    rf"(?r)(?:^|, ){_TITLED}?(?P<post>{_POST}){_OF} (?P<state>việt nam|lào|trung quốc|campuchia)"
    r"(?: (?:đã|cũng|còn|vui mừng|bày tỏ|trân trọng|chân thành))* "
)
_STATES = {"việt nam": "VN", "lào": "LA", "trung quốc": "CN", "campuchia": "KH"}
# "Tư lệnh Vùng 5 và Chỉ huy trưởng Căn cứ biển Ream …": the words behind each post, and those before the verb
_AND = regex.compile(r"(?P<of>[^,.;:()]*?)(?: \([^()]{2,40}\))?,? (?:và|cùng|với) (?:đồng chí |ông |bà |ngài )?")
_LAST = regex.compile(
    r"(?P<of>[^,.;:()]*?)(?: \([^()]{2,40}\))?"
    r"(?:,? (?:đã|cùng|cùng nhau|đồng|vừa|tiến hành|thay mặt [^,.;]{2,40}|đại diện [^,.;]{2,40}|đặt bút),?)* ?"
)
_SHORT = {"bđbp": "bộ đội biên phòng", "chqs": "chỉ huy quân sự", "bch": "bộ chỉ huy", "btl": "bộ tư lệnh"}


def of_the_post(words: str, people: Sequence[Someone]) -> list[Someone]:
    """The persons, one of each state, whose posts the last of some words name; [] where they are not so many.

    `words` stand right before what these persons do.
    """
    m = _NAMED.match(words[-_REACH:])
    if m is None:
        return []
    return _holders(m["post"] or m["of_all"], m["before"] or m["behind"], people)


def last_of_the_post(words: str, named: Sequence[Someone]) -> list[Someone]:
    """The last of some persons `named` before whose post alone the last of some words name; [] where there is none."""
    m = _ALONE.match(words[-_REACH:])
    if m is None:
        return []
    return [p for p in named if any(held.text.lower() == m["post"] for held in p.posts)][-1:]


def of_the_state(words: str, people: Sequence[Someone]) -> list[Someone]:
    """The only person of the post and the state that the last of some words name; [] where there is none."""
    m = _OF_STATE.match(words[-_REACH:])
    if m is None:
        return []
    fitting = [
        p for p in people if p.country == _STATES[m["state"]] and any(h.text.lower() == m["post"] for h in p.posts)
    ]
    return fitting if len(fitting) == 1 else []


def of_the_post_behind(words: str, people: Sequence[Someone], *, taken_up: bool) -> list[Someone]:
    """As `of_the_post`, of the words right behind what these persons hold; those behind a comma hold it where it is
    `taken_up`: "Tại hội đàm, hai Bộ trưởng khẳng định".
    """
    m = _BETWEEN.match(words)
    if m is None or (m["those"] and not taken_up):
        return []
    return _holders(m["post"] or m["of_all"] or m["post_too"], m["before"] or m["behind"] or m["those"], people)


def _holders(post: str, count: str, people: Sequence[Someone]) -> list[Someone]:
    """The persons of a post, one of each state, if they are as many as is said; else []."""
    wanted = _COUNTS[count]
    fitting = [p for p in people if any(held.text.lower() == post.strip() for held in p.posts)]
    holders: dict[str, Someone] = {}
    for p in fitting:
        if p.country:
            holders.setdefault(p.country, p)
    if wanted == len(fitting) == 2 and len(holders) == 1 and fitting[0].country != fitting[1].country:
        return fitting  # of two one is of the other side
    chosen = list(holders.values())
    return chosen if len(chosen) > 1 and wanted in (None, len(chosen)) else []


def of_two_posts(ctx: Context, start: int, end: int, people: Sequence[Someone]) -> list[Someone]:
    """The two persons whose posts stand right before what they do, each with the first words of his unit, if they are
    known by these and of two states; [] where they are not.
    """
    folded = ctx.view.folded
    posts = [p for p in ctx.inside("people.position", max(start, end - _REACH), end) if p.value != "party"][-2:]
    if len(posts) < 2:
        return []
    first = _AND.fullmatch(folded, posts[0].end, posts[1].start)
    last = _LAST.fullmatch(folded, posts[1].end, end)
    if first is None or last is None:
        return []
    chosen = [_holder(p, m["of"], people) for p, m in zip(posts, (first, last), strict=True)]
    found = [p for p in chosen if p is not None]
    return found if len({p.country for p in found}) == 2 else []


def _holder(post: Mention, of: str, people: Sequence[Someone]) -> Someone | None:
    """The only person of a post and of a unit with all these words in its name; None where there is none."""
    words = " ".join(_SHORT.get(word, word) for word in of.split()).split()
    fitting = [
        one for one in people
        if any(held.text.lower() == str(post.value).lower() for held in one.posts) and _is_of(one, words)
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def _is_of(one: Someone, words: Sequence[str]) -> bool:
    """Whether a person's unit has all of some words in its name."""
    u = one.unit
    return not words or (u is not None and set(words) <= set(f"{u.head} {u.level} {u.place} {u.army}".lower().split()))
