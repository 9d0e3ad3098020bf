"""Who is above whom among the units of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..record import Country
from .context import Context
from .named import FORCE, IN_ROW, Named, bearer

__all__ = ["TOGETHER", "find_parents", "is_our_region"]

TOGETHER = re.compile(r"(?i)\s*(?:,|;|và|,? và|cùng|với)\s*(?:các )?")
# Read in lower case; the neighbours in a list may be told by their nouns: "Bộ Tham mưu, các cục, đơn vị thuộc …".
_UNDER = re.compile(
    r"\s*(?:(?:(?:,| và) các (?:cục|phòng|ban|cơ quan|đơn vị)(?:(?:, | và )(?:phòng|ban|cơ quan|đơn vị|trợ lý))*"
    r"|,)? ?(?:trực )?thuộc|,|\((?:trực )?(?:thuộc |[ack]\d\d, )?|-|/|,? ?của|)\s*"
)
_BRACKETS_COMMA = re.compile(r" ?\([^()]*\)(?=,| thuộc | trực thuộc )")
# the code of an office behind its name: "Cục Cảnh sát điều tra tội phạm về ma túy (C04)"
_OFFICE_CODE = re.compile(r"^ \([A-Z]{1,2}\d{2}\)")
_LOWEST = (
    "trạm", "phân trạm", "trung đội", "đội", "đại đội bộ binh", "hải quan", "trung tâm", "bệnh viện", "công ty",
    # China's posts are under the companies along the border
    "đồn biên cảnh", "đồn quản lý biên giới",
)  # fmt: skip
_COMPANY = ("đại đội",)
_LOW = (
    "tiểu đoàn", "trung đoàn", "lữ đoàn", "đoàn biên phòng", "phòng", "cơ quan ", "chi cục", "hải đội", "chi đội tàu",
    "chỉ huy phòng thủ",
)  # fmt: skip
_NO_MINISTRY = ("bộ tư lệnh", "bộ đội", "bộ tổng", "bộ tham mưu")
# Departments of the border guard's high command; those of its ministry stand beside it in a list.
_OF_BORDER_GUARD = re.compile(r"cục .*(?:cửa khẩu|trinh sát|ma túy|chính trị|tham mưu|hậu cần)")
_TROOPS = ("hải đoàn", "hải đội", "lữ đoàn", "trung đoàn", "sư đoàn", "vùng", "trạm", "đồn", "bộ", "ban", "quân")
# What no police post is under.
_ARMED = ("border_post", "border_station", "border_guard_command", "military_command")
_HIGH = (
    "tổng cục",
    "hải quân hoàng gia",
    "hải quân nhân dân",
    "cục hải cảnh",
    "hải cảnh",
    "ủy ban biên giới",
    "ủy ban quốc gia",
    "ủy ban an ninh",
    "cục quản lý di dân",
    "cục quản lý di trú",
    "ban biên giới",
)
_OF_ARMY = ("bộ tổng", "bộ tham mưu", "bộ tư lệnh", "quân")
_NUMBERED = re.compile(r"quân khu (?:\d|[ivx]{1,4})$")
_CENTRAL = ("cục", "vụ", "quân chủng", "bộ tư lệnh", "quân khu", "quân đoàn", "chiến khu")


def _rank(u: Named) -> float:
    """How high a unit stands, to tell a parent after a comma from a neighbour in a list."""
    head = u.head_key
    if head.startswith(_LOWEST) or (u.kind == "police" and u.level.lower().startswith("cửa khẩu")):
        return -1 if head.startswith("phân trạm") else 0
    if head.startswith(_COMPANY):
        return 0.5
    if "vùng" in head:
        return 3
    if _OF_BORDER_GUARD.match(head):
        return 3.5
    if u.head.lower().startswith("ban chỉ huy") and FORCE in head:
        return 1.5  # since the reform of 2025 the border guard of a province is under its military command
    if u.kind == "border_post" or head.startswith(_LOW) or u.level.lower() in ("huyện", "xã", "thị xã", "phường"):
        return 1
    if head.startswith(("quân đội", "quân giải phóng", "quân ủy")) or (
        head.startswith("bộ ") and not head.startswith(_NO_MINISTRY)
    ):
        return 7
    if head.startswith(("bộ tổng", "bộ tham mưu liên")):
        return 6
    if "lục quân" in head or head.startswith(_HIGH):
        return 5
    if (head.startswith(_CENTRAL) and not (u.place and head.startswith("cục"))) or (head == FORCE and not u.place):
        return 4
    if head.startswith(("tổng trạm", "tổng đội")):
        return 3
    return 1.2 if head.startswith("chi khu") else 2


def find_parents(ctx: Context, found: Sequence[Named]) -> None:
    """Set the unit above each: behind a comma, a dash, in brackets or after "thuộc", and higher."""
    other: Named | None = None
    above: Named | None = None  # the first unit of the next phrase
    behind: Named | None = None  # and that of the phrase after it
    for u in reversed(found):
        if other is not None and other.phrase != u.phrase:
            above, behind = other, above
        if above is not None and _is_under(ctx, u, above, behind):
            u.parent = above
        elif other is not None and other.parent is not None and _is_beside(ctx, u, other, other.parent):
            u.parent = other.parent
        other = u


def _is_listed(ctx: Context, u: Named, above: Named, behind: Named | None) -> bool:
    """Whether the next unit stands in a list with `u`: of its kind, and with another no higher `behind` it."""
    if behind is None or u.kind != above.kind or behind.kind != above.kind or _rank(behind) > _rank(above):
        return False
    likely = _likely(ctx, above), _likely(ctx, behind)
    if None not in likely and likely[0] != likely[1]:
        return False  # the partner: "Vùng Cảnh sát biển 1, Bộ Tư lệnh Cảnh sát biển Việt Nam và Cục Hải cảnh …"
    return TOGETHER.fullmatch(ctx.view.plain, above.end, behind.start) is not None


def _is_under(ctx: Context, u: Named, above: Named, behind: Named | None) -> bool:
    """Whether the words between a unit and the next one put it under that; `behind` is the one after."""
    if above.start < u.end:
        return False
    if u.head_key.startswith("cục ") and above.head_key.startswith("cục ") and not above.head_key.startswith(_HIGH):
        return False  # departments stand beside each other
    gap = ctx.view.folded[u.end : above.start]
    # "(Lào), Bộ Tổng Tham mưu": what is in brackets does not part them
    if ")," in gap or ") t" in gap:
        gap = _BRACKETS_COMMA.sub("", gap)
    if _UNDER.fullmatch(gap) is None or _rank(above) <= _rank(u):
        return False
    if "thuộc" not in gap and (_is_of_another(u, above) or (gap == ", " and _is_listed(ctx, u, above, behind))):
        return False
    return not _is_abroad(ctx, u, above)


def _is_of_another(u: Named, above: Named) -> bool:
    """Whether two units are of two forces, which stand beside each other in a list and never under."""
    lower, upper = u.head_key, above.head_key
    if any(branch in upper and branch not in lower for branch in ("hiến binh", "tổng cục hải quan")):
        return "buôn lậu" not in lower
    if lower.startswith(("ủy ban biên giới", "vụ ")) and upper.startswith(_OF_ARMY):
        # offices of a ministry stand beside those of the army: "Vụ Biên giới, Cục Bản đồ (Bộ Tổng Tham mưu)"
        return True
    if upper.startswith("đồn biên phòng") and lower.startswith(("đại đội", "tiểu đoàn", "trung đội")):
        return True  # "từ nguồn tin của Đại đội Biên phòng 252, Đồn Biên phòng A đã bắt"
    if upper.startswith("sở ") and FORCE in lower:
        return True  # "Bộ Chỉ huy BĐBP tỉnh, Sở Ngoại vụ"
    if "hải quan" in lower and "hải quan" not in upper:
        return above.kind not in ("ministry", "government")
    if "hải quan" in upper and "hải quan" not in lower and "buôn lậu" not in lower:
        return lower.startswith(("trạm", "đồn", "đại đội", "tiểu đoàn"))
    if upper.startswith("công an") and lower.startswith(("đồn biên phòng", "trạm kiểm soát biên phòng")):
        return True  # our posts stand beside the police: "Đồn Biên phòng A, Công an tỉnh B"
    if "công an" in lower and "công an" not in upper and FORCE not in lower:
        return above.kind in _ARMED
    if lower.startswith("trạm kiểm tra") and upper.startswith("đại đội"):
        return True  # China's inspection at a gate and its companies along the border
    if above.kind == "government" and (u.kind in _ARMED or u.kind == "police"):
        return True  # "Trạm Công an cửa khẩu A, Chính quyền cụm bản B"
    # a department of a ministry has sections, and no troops
    return above.kind == "other" and upper.startswith("cục ") and lower.startswith(_TROOPS) and u.rule != IN_ROW


def _is_abroad(ctx: Context, u: Named, above: Named) -> bool:
    """Whether two units are of two countries, by their own words or their places."""
    here, there = (x.country or _lies_in(ctx, x) for x in (u, above))
    return None not in (here, there) and here != there


def _lies_in(ctx: Context, u: Named) -> Country | None:
    """The country in which a unit's place lies; None where no table has it."""
    region = ctx.tables.region(f"{u.level} {u.place}".strip()) if u.place else None
    return region.country if region else None


def _is_beside(ctx: Context, u: Named, other: Named, above: Named) -> bool:
    """Whether a unit stands in a list with the next one, of its kind, and so under the same one above."""
    if u.kind != other.kind or other.start < u.end or _rank(u) >= _rank(above) or _is_of_another(u, above):
        return False
    if "cảnh sát" in u.head_key and above.kind == "military_command":
        return False  # "Tiểu đoàn Cảnh sát A, Đại đội 3 thuộc Tiểu khu B"
    if _likely(ctx, u) not in (None, _likely(ctx, other), _likely(ctx, above)):
        return False
    gap = _OFFICE_CODE.sub("", ctx.view.plain[u.end : other.start])
    if gap == " với " and ctx.view.folded.endswith("giữa ", 0, u.start):
        return False  # the other side: "hợp tác giữa Quân khu 5 với Quân khu 1, Quân đội Hoàng gia"
    return ";" not in gap and TOGETHER.fullmatch(gap) is not None


def _likely(ctx: Context, u: Named) -> Country | None:
    """The country that a unit's own words tell: in the name, by its place, by its head; None where they do not."""
    return u.country or _lies_in(ctx, u) or bearer(u) or ("VN" if is_our_region(u, ctx.neighbour) else None)


def is_our_region(u: Named, theirs: Country | None) -> bool:
    """Whether a unit is a military region with a number: ours, where the neighbour's have names (not in Campuchia)."""
    return theirs in ("CN", "LA") and _NUMBERED.search(f"{u.head_key} {u.place}".strip()) is not None
