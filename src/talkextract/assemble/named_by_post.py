"""Leaders whom a sentence names by their posts alone: "hai Bộ trưởng đã hội đàm", "Bộ trưởng Quốc phòng ba nước"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from .person import Someone

__all__ = ["of_the_post"]

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
_REACH = 200


def of_the_post(words: str, people: Sequence[Someone]) -> list[Someone]:
    """The persons, one of each state, whose posts the last of some words name; [] where they are not so many.

    `words` stand right before what these persons do.
    """
    m = _NAMED.match(words[-_REACH:])
    if m is None:
        return []
    post = (m["post"] or m["of_all"]).strip()
    count = _COUNTS[m["before"] or m["behind"]]
    holders: dict[str, Someone] = {}
    for p in people:
        if p.country and any(held.text.lower() == post for held in p.posts):
            holders.setdefault(p.country, p)
    chosen = list(holders.values())
    return chosen if len(chosen) > 1 and count in (None, len(chosen)) else []
