"""A unit at one place of the text, while it is put together, and whose forces bear its head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..mention import Span, joined
from ..record import Country

__all__ = ["BUREAUS", "FORCE", "IN_ROW", "STANDS_ALONE", "Named", "bearer", "borne_by", "is_liaison"]

FORCE = "bộ đội biên phòng"
# Heads that name one unit without any place; all others are collectives until a place is told.
STANDS_ALONE = re.compile(
    r"bộ tư lệnh|cục |tổng cục|chính phủ$|bộ (?!chỉ huy|đội)|quân (?:đội|giải phóng|chủng|ủy)"
    r"|quân khu (?:\d|[ivx]{1,4}$|(?:miền )?(?:nam|bắc|trung|đông|tây)$)|học viện|đội "
    r"|phòng |(?:hải|lục|không) quân (?:hoàng gia|nhân dân|quân giải)|(?:trung|sư|lữ) đoàn|hải (?:đoàn|đội)|hải cảnh"
    r"|cảnh sát biển"
    r"|đoàn (?:đặc nhiệm|trinh sát)|ban biên giới|vụ |(?:đại sứ|(?:tổng )?lãnh sự) quán|chiến khu "
    r"|(?:văn phòng )?cơ quan (?:cảnh sát|an ninh) điều tra|hiến binh quốc gia"
    r"|(?:tòa án|viện (?:kiểm sát|công tố)) (?:nhân dân |quân sự )?(?:tối cao|trung ương)"
    r"|ủy ban (?:biên giới|quốc gia|kiểm soát|an ninh|phòng|trung ương mặt)|trung ương đoàn"
    r"|viện (?:chiến lược|lịch sử|khoa học|nghiên cứu)|sở chỉ huy "
    r"|(?:văn phòng|thanh tra) bộ|văn phòng hợp tác|vùng \d|.*\d$"
)
# … or with their state's name: "Viện Kiểm sát quân sự Lào", "Hội Nông dân Việt Nam".
_OF_ITS_STATE = re.compile(
    r"(?:tòa án|viện (?:kiểm sát|công tố))(?: (?:nhân dân|quân sự))?$|(?:trung ương )?hội |liên hiệp "
)
# Heads that only one state's forces bear, as papers write them (facts of the project, units as printed); asked last.
_BEARS = (
    ("VN", re.compile(r"(?<!^cục )bộ đội biên phòng|đồn biên phòng|ủy ban nhân dân|sở ngoại vụ"
                      r"|quân đội nhân dân$|chi cục"
                      r"|vùng cảnh sát biển|cảnh sát biển vùng|vùng \d hải quân|quân khu (?:[79]|vii|ix)$|quân đoàn"
                      r"|trạm kiểm soát biên phòng(?! xuất)|ban quản lý khu kinh tế"
                      r"|(?:mặt trận|mttq) (?:tổ quốc )?việt nam|đoàn (?:đbqh|đại biểu quốc hội)"
                      r"|đoàn kinh tế|binh đoàn|(?:thủ đô hà nội|phòng thủ khu vực)")),
    ("KH", re.compile(r"tiểu khu|chi khu|hiến binh|hoàng gia|ty công an"
                      r"|(?:đồn|đại đội|tiểu đoàn|trung đoàn) cảnh sát (?!cơ động)"
                      r"|(?:đại đội|tiểu đoàn) cảnh vệ|cục di trú|căn cứ biển|^hội đồng$"
                      r"|phát triển tổ quốc")),
    ("CN", re.compile(r"chi đội|(?:chính phủ|chính quyền) nhân dân|ngoại sự"
                      r"|tổng đội|tổng trạm|chính hiệp|hội ngộ|giải phóng nhân dân|trạm (?:kiểm tra|quản lý)"
                      r"|trạm (?:công an|cảnh sát) biên phòng|quản lý biên giới|hải cảnh|chiến khu"
                      r"|^cục cảnh sát biển|^phân cục$")),
    ("LA", re.compile(r"^cục bộ đội biên phòng$|(?:ty|sở) an ninh|chỉ huy an ninh"
                      r"|đại đội (?:biên phòng|bảo vệ biên giới)|cụm bản|mặt trận lào")),
)  # fmt: skip


# The rule of an office that the row of units behind it tells.
IN_ROW = "units.section.in_brackets"
# The rule of a list of departments of a province: what each does stands where others have their place.
BUREAUS = "units.department.list"


@dataclass(slots=True)
class Named:
    """One unit at one place of the text, while it is put together.

    `start`, `end` are those of the phrase (of the member, where others follow it); `pieces` the spans of the name.
    `phrase` is the number of the mention, `head_key` is one for two spellings of a head, `after` is a person's name
    that stood to the place, `open` says that what stands behind the phrase may speak of this member, `venue` that the
    words before make a place of it, `idle` that it does not act.
    """

    start: int
    end: int
    rule: str
    kind: str
    head: str
    pieces: tuple[Span, ...]
    phrase: int
    head_key: str
    level: str = ""
    place: str = ""
    army: str = ""
    nation: Span | None = None
    note: Span | None = None
    country: Country | None = None
    country_from: Span | None = None
    region: str | None = None
    region_from: Span | None = None
    parent: Named | None = None
    after: Span | None = None
    open: bool = True
    venue: bool = False
    idle: bool = False
    name: str = ""
    key: str = ""

    @property
    def shown(self) -> list[Span]:
        """The spans of the name as it stands here, the country that belongs to it too; neighbours are one span."""
        return joined((*self.pieces, self.nation) if self.nation else self.pieces)

    @property
    def is_complete(self) -> bool:
        """Whether the words name one unit: a place, an army or a head that stands alone (not "Cục Hải quan tỉnh")."""
        if (self.nation and _OF_ITS_STATE.match(self.head_key)) or self.rule == IN_ROW:
            return True
        return bool(self.place or self.army or (not self.level and STANDS_ALONE.match(self.head_key)))

    @property
    def is_of_province(self) -> bool:
        """Whether a bare body is a province's: "Công an tỉnh", "Sở Ngoại vụ"."""
        bureau = self.head_key.startswith("sở ") and not self.head_key.startswith("sở chỉ huy ")
        return self.level.lower() == "tỉnh" or (not self.level and bureau)


def is_liaison(head: str) -> bool:
    """Whether a head in lower case is that of an office of a gate that keeps touch with the other side's."""
    return head.startswith(("văn phòng blo", "văn phòng liên lạc", "tổ blo", "tổ liên lạc"))


def bearer(u: Named) -> Country | None:
    """The state whose forces bear a unit's head; None where several do."""
    return _bearer(f"{u.head} {u.army}".lower().strip())


def borne_by(folded: str, start: int, end: int) -> tuple[int, int, Country] | None:
    """The first head in a stretch of a text in lower case that only one state's forces bear, and the state."""
    found = ((m.start(), m.end(), code) for code, pattern in _BEARS if (m := pattern.search(folded, start, end)))
    return min(found, default=None)


@lru_cache(1_000)
def _bearer(head: str) -> Country | None:
    """See `bearer`; all articles have the same few hundred heads."""
    return next((code for code, pattern in _BEARS if pattern.search(head)), None)
