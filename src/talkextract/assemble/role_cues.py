"""A word of a role → the persons of its sentence who have it: who leads, chairs, speaks, signs or attends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..mention import Span
from .person import Occurrence, Someone

__all__ = ["AS_LEADER", "BRACKETS", "COURTESY", "JOINED", "REACH", "SUBJECT", "WHO", "Cue", "Here", "Persons", "give"]

# Patterns read the text in lower case; "*+" keeps them from trying a row of commas in every way.
# Acts at the margin of the talk: who only chairs or speaks there has no role in it (record.md, finer point 7).
_MARGIN = re.compile(
    r"(?<!được )(?<!được đón )tiếp (?:đoàn|xã giao|ngài|đồng chí|ông|bà)|lễ đón|họp báo"
    r"|(?:gặp(?: gỡ| mặt)?|thông tin) báo chí|tiệc"
    r"|chiêu đãi|thị sát|(?:trao đổi|chia sẻ|làm việc) với (?:phóng viên|báo chí|pv)|trả lời (?:phỏng vấn|báo)"
    r"|kiểm tra (?:công tác|tình hình)"
)
_MARGIN_CHAIRED = re.compile(
    r" (?:lễ (?:đón|khánh thành|khai trương|khai giảng|bế giảng|khởi công|động thổ|thượng cờ|dâng|kỷ niệm|phát động)"
    r"|đón|buổi tiếp(?! (?:và|,) (?:hội đàm|làm việc))|họp báo"
    r"|(?:(?:cuộc|buổi) )?(?:gặp(?: gỡ| mặt)?|thông tin|họp) báo chí|tiệc|lễ tiễn|lễ chào)(?![^\W\d_])"
)
BRACKETS = r"[\s,\-]*+(?:\([^()]*\))?[\s,\-]*+"
# "…, Trưởng đoàn Việt Nam và …"
AS_LEADER = r"(?:[\s,\-(]*+(?:là |làm )?(?:phó )?trưởng đoàn[^,.;()]{0,40}?\)?)?"
# "Thiếu tướng X và đại diện phía bạn ký": beside those whom nobody names
_AND_OTHERS = (
    r"(?:(?:và|cùng|với) (?:các |một )?(?:đại diện|lãnh đạo|thủ trưởng|trưởng đoàn|người đứng đầu|chỉ huy)"
    r" [^,.;:]{2,80}? "
    r"|(?:và|cùng|với) (?:các |toàn thể )?(?:thành viên|đại biểu|cán bộ)(?!\w)(?: (?!tham |dự |phát )[^\W\d_]+){0,6} )?"
)
SUBJECT = re.compile(
    rf"{BRACKETS}{_AND_OTHERS}"
    rf"(?:{AS_LEADER}[\s,\-]*+(?:(?:đã|cùng|lần lượt|cùng nhau) )*(?:thay mặt|đại diện(?: cho)?) [^,.;]{{2,60}}?"
    rf"|{AS_LEADER})[\s,\-]*+"
    r"(?:(?:cũng|đã|còn|vui mừng|chân thành|trân trọng|nhiệt liệt|bày tỏ sự|đều|đồng thời|cùng|cùng nhau|vừa|được"
    r"|tiếp tục|lần lượt|đặt bút|trực tiếp|rất|luôn|thì|lại|cơ bản|hoàn toàn|thẳng thắn|xúc động|phấn khởi"
    r"|chân tình|một lần nữa|nhiều lần"
    r"|(?:nhất trí|đồng ý|tán thành|thống nhất|đồng tình|chia sẻ)(?:(?: cao)? với [^,.;]{2,48}?)? và|có bài|có ý kiến"
    r"|(?:đến |tới |tham |cùng )?dự(?: hội đàm| hội nghị| buổi lễ)?,? và|(?:đồng |cùng )?chủ trì và"
    r"|(?:vui mừng|vinh dự|hân hạnh|phấn khởi) (?:chào |được )?(?:đón|tiếp)(?: tiếp)?"
    r" (?:đoàn|các đồng chí|các đại biểu)(?:(?! (?:của|do) )[^,.;]){0,40}? và) ?)*"
)
# the army of a branch that no unit rule reads: "Phó Tư lệnh Lục quân, Quân đội Hoàng gia Campuchia đồng chủ trì"
_ARMY = r"(?:,? quân đội (?:nhân dân|hoàng gia)(?: (?:việt nam|lào|campuchia))?(?!\w))?"
_BESIDE = re.compile(
    rf"{_ARMY}(?: (?:của )?(?:hai|ba|các) (?:bên|đơn vị|tỉnh|nước|đoàn|đồn|huyện))?{BRACKETS}{AS_LEADER}[\s,\-]*+"
    r"(?:(?:và|cùng) (?:các )?(?:đại diện|lãnh đạo|thủ trưởng) [^.;]{2,80}? (?=$|đồng|cùng|đã|sẽ))?"
    r"(?:(?:thay mặt|đại diện(?: cho)?) [^,.;]{2,60}?)?[\s,\-]*+"
    r"(?:(?:đã|cùng|cũng|được cử|đồng|trực tiếp|vừa|(?:là )?người|sẽ|đến|tới|tham|dự|và|là|làm"
    r"|(?:ngồi|giữ)(?: (?:ở|vào))? (?:ghế|vai trò)|ở ghế|(?:trên|với) (?:cương vị|vai trò)) ?)*"
)
# an office behind a post that no unit rule reads: "Phó Giám đốc Sở Ngoại vụ; …"
_OFFICE = (
    r"(?: (?:vụ|sở|ban|phòng|chi cục|cục|ủy ban|ubnd|văn phòng|hải quan|mặt trận|hội|trung tâm|huyện|tỉnh)"
    r"(?: [^\W\d_]+){0,8})?"
)
JOINED = re.compile(
    rf"{_OFFICE}(?: ?\([^()]{{2,40}}\))?{AS_LEADER}\s*(?:,|;|và|(?:đã |vừa )?cùng|với|, và|; và| và| cùng)[\s,]*"
    r"(?:(?:(?:về )?phía|đoàn|bên|trưởng đoàn|tại (?:điểm|đầu) cầu|đại diện"
    r"|người (?:thay mặt|đại diện|đứng đầu|dẫn đầu))"
    r"[^,.;]{0,60}?,?)?(?:là|có|do|gồm|-|:)?\s*"
)
# … and in a list of those who attend, where a semicolon parts them, also behind a post that nothing reads
_LISTED = re.compile(r"[^.;]{0,120};\s*(?:(?:(?:về )?phía|đoàn)[^.;]{0,60}?)?(?:là|có|gồm)?\s*(?:các )?")
# party posts before a post and a name: "là Phó Bí thư Huyện ủy, Chủ tịch UBND huyện X"
_PARTY_POSTS = r"(?:(?:(?:phó )?bí thư|ủy viên|(?:tỉnh|huyện|thành) ủy viên)(?: [^,.;]{2,60})?, )*"
_LEADS_ON = re.compile(
    r"[^.;]{0,120}?(?:là|gồm|có|:|do)\s*(?:(?:về )?phía [^,.;:()]{2,30}, )?"
    rf"(?:(?:các|hai|ba|bốn|\d) (?:đồng chí |vị )?)?{_PARTY_POSTS}"
    rf"| của\s*(?:các )?{_PARTY_POSTS}"
)
# "Tham dự hội nghị có lãnh đạo các sở, ngành của ba tỉnh; Thiếu tướng X": those whom nobody names open the list
_AMONG_OTHERS = re.compile(
    r"[^.;]{0,100}? có:? (?:các |đại diện |đông đảo )*(?:lãnh đạo|đại biểu|đại diện|thành viên)(?!\w)"
    rf"[^.;]{{0,160}};\s*(?:và )?(?:(?:các )?đồng chí )?{_PARTY_POSTS}"
)
_BOTH_BY = re.compile(r"(?:hai|các|2) (?:đoàn|bên|nước)[^.;,]{0,30} do (?:các )?$")
_OF_BOTH = re.compile(r" (?:(?:đoàn )?đại biểu |của )?(?:hai|2|ba|3|các|mỗi) (?:bên|nước|đoàn|tỉnh|đơn vị)")
_OF_ALL = ("trưởng các", "trưởng hai", "trưởng ba", "đồng trưởng")
_APART = re.compile(r"(?:(?! (?:phát biểu|khẳng định|nhấn mạnh|cho biết|và|làm|do|ký|đã) )[^.;,]){0,80}(?:-|,) ")
_SIGNED_BY = re.compile(r"[^,.;]{0,60}? (?:là|gồm|có|gồm có|do|bởi):? (?:các )?")
_CHAIRING = re.compile(
    r" (?:buổi|cuộc|phiên|kỳ|hội|giao ban)(?:(?:(?! (?:là|gồm|có|do) )[^.;:,]){0,60},"
    r"|(?:(?! (?:là|gồm|có|do|với|cùng|của|giữa) )[^.;:,]){0,60})"
    r" (?:(?:về )?(?:phía|bên|đoàn) (?:(?! (?:là|gồm|có|do) )[^,.;:()]){2,30} )?(?:đồng chí |ông |bà )?"
)
# "A, …; B, … và C, … thông báo"
_LISTED_WITH = re.compile(r"\s*[,;]\s*")
_LAST_ROUND = re.compile(
    r"(?<!\w)(?:(?:lần|cuộc|kỳ|vòng|phiên)(?: (?:gặp|họp|hội đàm|đối thoại))? trước|năm (?:ngoái|trước))(?!\w)"
)
_LEADS_ON_IS = re.compile(r"[^.;]{0,160}?(?:là|:)\s*(?:(?:các|hai|ba|bốn|\d) (?:đồng chí |vị )?)?")
_OTHER_SIDE_IS = re.compile(
    r"[^.;]{0,80}[;,] (?:còn )?(?:về )?(?:phía|bên|đoàn|trưởng đoàn) [^.;,]{0,60}?(?:là|do|thuộc về|được giao cho|:) ?"
)
# "Trách nhiệm trưởng đoàn phía Việt Nam được giao cho X", "vai trò trưởng đoàn Lào do Y đảm nhận"
_CHARGES = ("trách nhiệm ", "nhiệm vụ ", "vai trò ", "cương vị ", "trọng trách ", "vị trí ", "ghế ")
_HOLDS = re.compile(
    r"[\s,]*(?:(?:lần lượt|cùng|đều|được giao|sẽ|là người) )*(?:giữ|đảm nhận|đảm nhiệm|nhận|đảm đương|gánh|với|trong)"
    r" (?:vai trò|cương vị|trách nhiệm|nhiệm vụ|trọng trách|ghế|vị trí) "
)
_CHARGED = re.compile(r"[^.;,]{0,60}?(?:giao(?: phó)?(?: cho)?|thuộc về|do|là)\s*")
_LEADS_ON_HAS = re.compile(r"[^.;,]{0,120}?(?:là|:|có|do)\s*")
_TOGETHER_WITH = re.compile(r"[^.;,]{0,100} (?:với|cùng) ")
_TO_NAME = re.compile(r"\s*(?:của|bởi|do|:|là)?\s*(?:các )?")
_OPENS_SPEECH = re.compile(
    r"[^;:]{0,90}?, (?:[^\W\d_]+ ){0,3}|[^;:,]{0,8}| của (?:các )?"
    # "Tới dự và phát biểu chào mừng hội đàm có …"
    r"|(?: (?:chào mừng|chúc mừng|chỉ đạo|khai mạc))?(?: (?:tại )?(?:buổi |cuộc )?[^\W\d_]+ [^\W\d_]+)?"
    r" (?:có|là)(?: các)?:? "
)
_BOTH_SAY = re.compile(r"[^.;]*(?:đều|cùng) (?:[^\W\d_]+ ?){0,2}")
# the words of his post may stand before his name: "theo lời mời của Bộ trưởng Bộ Y X"
_OF_VISIT = re.compile(r"(?:chuyến (?:thăm|công tác|đi)|lời mời)(?!\w)[^.;,]*? của (?:[^.;,]{2,80} )?$")
_FRAME = 120  # characters of such words
_ONLY_AND = re.compile(r"\s*(?:và|cùng)\s*")
_ONLY_SIGNS = re.compile(r"[\s,\-:(]*")
_OF_A_SIDE = re.compile(
    r"(?: (?:đoàn|đại biểu|công tác|phía|nước|bạn|của))*(?: (?:việt nam|lào|trung quốc|campuchia))? "
)
_CLOSED = re.compile(r"[^.;,:()]{0,40}\)")
_OF_SEVERAL = re.compile(r"(?:hai|các|2|ba|3|đồng chí|những|phó|nguyên) $")
# who lead are told after a count and a colon: "hai Trưởng đoàn: Đại tá A và Đại tá B"
_SEVERAL = ("hai ", "các ", "ba ", "2 ", "3 ")
_SEVERAL_ARE = re.compile(r"(?: (?:hai|ba|các) (?:bên|đoàn|nước))?(?::| là:?| gồm(?: có)?:?) (?:các )?(?:đồng chí )?")
_NO_LEADER = re.compile(r" (?:đoàn )?(?:đại biểu )?(?:quốc hội|thanh niên|hội đồng)")
# "…đồng chủ trì hội nghị, ký kế hoạch": who chairs signs
_CHAIRS_AND = re.compile(
    r"[^.;]{0,60}?(?:chủ trì|hội đàm|trưởng đoàn|dẫn đầu) [^.;]{0,240}?(?:,| và|, và)"
    r"(?: (?:đã|cùng|tiến hành|thay mặt [^,.;]{2,40}?))* "
)
# "đoàn do X làm trưởng đoàn đã sang thăm, chúc mừng": the delegation's visit, no speech
_VISITS = ("thăm, ", "thăm và ", "thăm ", "đến ", "tới ", "sang ")
_AND_TOGETHER = (" và cùng ", ", cùng ", "; cùng ", " và đã cùng ", " rồi cùng ")
# Cues of presence whose subject stands before them.
_GIVING = ("trao ", "tặng ")  # souvenirs, each side to the other
# … but who only meets the travellers at the gate takes no part: "Đón đoàn tại Cửa khẩu Quốc tế X có …"
_AT_ARRIVAL = re.compile(
    r"(?:đón|tiễn)(?: (?:tiếp|và tiễn))? đoàn(?: (?:đại biểu|công tác|trở về|về))*"
    r" (?:tại|ở) (?:cửa khẩu|sân bay|ga |cảng|cầu )"
)
# "Cùng dự các hoạt động với Bộ trưởng X có Y, …": those behind "có" go with the one before it
_BESIDE_LEADER = re.compile(r"(?: (?:các |những )?(?:hoạt động|buổi|cuộc|hội|chuyến)[^.;:,]{0,60})?(?: (?:cùng|với))+ ")
_IS_THERE = re.compile(r",?(?: (?:còn|gồm|là|có))+:? (?:các )?")
_PRESENT = (
    "có tên trong", "dự", "tham dự", "đến dự", "tới dự", "góp mặt", "hiện diện", "cùng dự", "tham gia", "có mặt",
    "chứng kiến", "phó", "làm phó",
)  # fmt: skip

Here = list[tuple[Occurrence, Someone]]
# A courtesy call: who receives the guests there takes no part in the talk.
COURTESY = re.compile(r"xã giao|tiệc|chiêu đãi")
REACH = 1_000  # characters behind a cue in which its persons stand


class Persons:
    """All places of all persons, in the order of the text."""

    def __init__(self, people: Sequence[Someone]) -> None:
        self._all = sorted(((o, p) for p in people for o in p.places), key=lambda x: x[0].name.start)
        self._starts = [o.name.start for o, _ in self._all]

    def within(self, start: int, end: int) -> Here:
        """Those whose name begins in a stretch of the text."""
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def give(people: Sequence[Someone], role: str, span: Span, rule: str) -> None:
    """Note a role with the words that tell it; the first that tell it count."""
    for p in people:
        p.roles.setdefault(role, (span, rule))


class Cue(NamedTuple):
    """A word of a role, with the persons of its sentence before and behind it."""

    folded: str
    start: int
    end: int
    sentence: Span
    before: Here
    after: Here

    @property
    def behind(self) -> str:
        """The words from the person before the cue to the cue; "." where nobody stands before it."""
        return self.folded[self.before[-1][0].end : self.start] if self.before else "."

    @property
    def ahead(self) -> str:
        """The words from the cue to the next person; "." where nobody comes."""
        return self.folded[self.end : self.after[0][0].start] if self.after else "."

    def chain_before(self, *, listed: bool = False) -> list[Someone]:
        """The last person before the cue and all whom "và", "cùng" or a comma joins to him; `listed`: also before any
        semicolon.
        """
        chosen = [self.before[-1][1]]
        for (right, _), (left, p) in pairwise(reversed(self.before)):
            joined = JOINED.fullmatch(self.folded, left.end, right.start)
            if joined is None and listed:
                joined = _LISTED.fullmatch(self.folded, left.end, right.start)
            if joined is None or self._is_of_visit(left):
                break
            chosen.append(p)
        return chosen

    def _is_of_visit(self, place: Occurrence) -> bool:
        """Whether the words before a person make him the one whose visit it is: "Nhân chuyến thăm Lào của X, Y …"."""
        return _OF_VISIT.search(self.folded, max(0, place.start - _FRAME), place.start) is not None

    def chain_after(self, *, listed: bool = False) -> list[Someone]:
        """The first person behind the cue and all who are joined to him; `listed`: also behind any semicolon."""
        chosen = [self.after[0][1]]
        for (left, _), (right, p) in pairwise(self.after):
            joined = JOINED.fullmatch(self.folded, left.end, right.start)
            if not (joined or (listed and _LISTED.fullmatch(self.folded, left.end, right.start))):
                break
            chosen.append(p)
        return chosen


def _who_leads(cue: Cue) -> list[Someone]:
    """The next person in "dẫn đầu đoàn … là X", else the last before "làm trưởng đoàn", "dẫn đầu"."""
    word = cue.folded[cue.start : cue.end]
    if word == "do":
        return [cue.after[0][1]] if cue.after and _ONLY_SIGNS.fullmatch(cue.ahead) else []
    if _LAST_ROUND.search(cue.ahead):
        return []  # "Người dẫn đầu phía Lào trong lần gặp trước là X"
    alone = word == "trưởng đoàn"
    if alone and cue.folded.endswith(_SEVERAL, 0, cue.start) and _SEVERAL_ARE.fullmatch(cue.ahead):
        return cue.chain_after()
    if alone and (
        _OF_SEVERAL.search(cue.folded, max(0, cue.start - 12), cue.start) or _NO_LEADER.match(cue.folded, cue.end)
    ):
        return []
    beside = bool(cue.before) and bool(_ONLY_SIGNS.fullmatch(cue.behind) or _HOLDS.fullmatch(cue.behind))
    in_brackets = beside and "(" in cue.behind and bool(_CLOSED.match(cue.folded, cue.end))
    if cue.folded.endswith(_CHARGES, 0, cue.start) and _CHARGED.fullmatch(cue.ahead):
        return _each_side(cue)
    if cue.after and cue.folded.endswith("và người ", 0, cue.start):
        return [cue.after[0][1]]  # "X và người đứng đầu đoàn bạn, Y"
    if not in_brackets and _LEADS_ON_IS.fullmatch(cue.ahead):
        of_all = _OF_BOTH.match(cue.ahead) or cue.folded.startswith(_OF_ALL, cue.start)
        return cue.chain_after() if of_all else _each_side(cue)
    opens = alone and not beside and any(words.fullmatch(cue.ahead) for words in (_ONLY_SIGNS, _OF_A_SIDE, _APART))
    if opens or (not alone and _is_clause_start(cue) and _LEADS_ON_HAS.fullmatch(cue.ahead)):
        return [cue.after[0][1]]
    if cue.before and ";" not in cue.behind and (not alone or beside):
        chain = cue.chain_before()
        states = {p.country for p in chain}
        # "Do X và Y làm Trưởng đoàn": one of each side, or of both as the words say
        together = (
            _OF_BOTH.match(cue.folded, cue.end)
            or cue.folded.find("đồng trưởng đoàn", cue.start, cue.end) >= 0
            or cue.folded.startswith(_OF_ALL, cue.start)
            or "lần lượt" in cue.behind
            or (len(states) > 1 and (None not in states or len(chain) == 2))
            or cue.folded.endswith((" do ", " do các "), 0, cue.before[-len(chain)][0].start)
            or _BOTH_BY.search(cue.folded, cue.sentence.start, cue.before[-len(chain)][0].start)
        )
        return chain if together else chain[:1]
    return []


def _each_side(cue: Cue) -> list[Someone]:
    """The first person behind a cue, and those of other sides in the same sentence: "…; phía bạn là Y"."""
    chosen = [cue.after[0][1]]
    for (left, _), (right, p) in pairwise(cue.after):
        if not _OTHER_SIDE_IS.fullmatch(cue.folded, left.end, right.start):
            break
        chosen.append(p)
    return chosen


def _is_clause_start(cue: Cue) -> bool:
    """Whether a cue opens its sentence or clause: nobody stands before it there."""
    return not cue.before or cue.behind.rstrip().endswith(";")


def _who_chairs(cue: Cue) -> list[Someone]:
    """Those before "đồng chủ trì", or behind "dưới sự chủ trì của", "chủ trì hội đàm là"."""
    if _MARGIN_CHAIRED.match(cue.folded, cue.end) or _MARGIN.search(cue.folded, *cue.sentence):
        return []
    beside = bool(_BESIDE.fullmatch(cue.behind))
    of_the_next = not cue.before and bool(_TO_NAME.fullmatch(cue.ahead))
    # "Chủ trì hội nghị, Đại tá X nhấn mạnh"
    opens = not cue.before and cue.start == cue.sentence.start and bool(_CHAIRING.fullmatch(cue.ahead))
    if opens and cue.after:
        chain = cue.chain_after()
        of_all = cue.folded.startswith(("đồng", "cùng"), cue.start) or len({p.country for p in chain}) == len(chain)
        return chain if of_all else chain[:1]
    if cue.after and (of_the_next or (not beside and _LEADS_ON.fullmatch(cue.ahead))):
        return cue.chain_after()
    if not beside:
        return []
    # "X đồng chủ trì hội đàm với Y"
    together = cue.after and cue.folded.startswith(("đồng", "cùng"), cue.start) and _TOGETHER_WITH.fullmatch(cue.ahead)
    # "Các đồng chí: A, …; B, … đồng chủ trì": all of the list
    listed = cue.folded.startswith("các ", cue.before[0][0].start)
    return _with_subject(cue, cue.chain_before(listed=listed)) + ([cue.after[0][1]] if together else [])


def _with_subject(cue: Cue, chain: list[Someone]) -> list[Someone]:
    """Those before "đồng chủ trì"; where "và cùng" parts the only one from somebody else of whom the sentence spoke,
    the one who opens it: "A đã chào xã giao B và cùng C đồng chủ trì Hội nghị".
    """
    place, partner = cue.before[-1]
    first = cue.before[0][1]
    if len(chain) > 1 or first is partner or not cue.folded.endswith(_AND_TOGETHER, 0, place.start):
        return chain
    return [first, partner] if None in (first.country, partner.country) or first.country != partner.country else chain


def _who_speaks(cue: Cue) -> list[Someone]:
    """The person right before the verb ("X và Y đều" both), or behind "Phát biểu tại …,", "theo"."""
    word = cue.folded[cue.start : cue.end]
    if word.startswith("chúc") and cue.folded.endswith(_VISITS, 0, cue.start):
        return []
    said_by = word == "theo" and cue.ahead == " "
    opens = cue.start == cue.sentence.start or (word == "phát biểu" and not cue.before)
    if cue.before and SUBJECT.fullmatch(cue.behind):
        speakers = [cue.before[-1][1]]
        if len(cue.before) > 1:
            (left, first), (right, _) = cue.before[-2:]
            if _BOTH_SAY.fullmatch(cue.behind) or _ONLY_AND.fullmatch(cue.folded, left.end, right.start):
                speakers.append(first)
                speakers += _listed_before(cue, cue.before[:-1])
    elif cue.after and (said_by or (opens and _OPENS_SPEECH.fullmatch(cue.ahead))):
        speakers = [cue.after[0][1]]
    else:
        return []
    # "Tiếp Phó Thủ tướng X, Thủ tướng Y gợi ý": a reception
    received = cue.folded.startswith("tiếp ", cue.sentence.start)
    return [] if received or _MARGIN.search(cue.folded, *cue.sentence) else speakers


def _listed_before(cue: Cue, here: Here) -> list[Someone]:
    """Those whom commas or semicolons alone join to the last of some persons."""
    out: list[Someone] = []
    for (right, _), (left, p) in pairwise(reversed(here)):
        if not _LISTED_WITH.fullmatch(cue.folded, left.end, right.start):
            break
        out.append(p)
    return out


def _who_signs(cue: Cue) -> list[Someone]:
    """Those right before the verb, those who chair and sign, or those behind "đặt bút ký có"."""
    if cue.before and (SUBJECT.fullmatch(cue.behind) or _CHAIRS_AND.fullmatch(cue.behind)):
        return cue.chain_before()
    return cue.chain_after() if cue.after and _SIGNED_BY.fullmatch(cue.ahead) else []


def _who_attends(cue: Cue) -> list[Someone]:
    """Those behind "Đến dự có", "Đón và làm việc với đoàn là", else those before "tham dự", "làm phó đoàn"."""
    if _AT_ARRIVAL.match(cue.folded, cue.start):
        return []
    present = cue.folded.startswith(_PRESENT, cue.start)
    if cue.after and (_LEADS_ON.fullmatch(cue.ahead) or (present and _AMONG_OTHERS.fullmatch(cue.ahead))):
        return cue.chain_after(listed=True)
    if len(cue.after) > 1 and _BESIDE_LEADER.fullmatch(cue.ahead):
        (leader, _), (guest, _) = cue.after[:2]
        if _IS_THERE.fullmatch(cue.folded, leader.end, guest.start):
            return cue._replace(after=cue.after[1:]).chain_after(listed=True)
    if cue.before and cue.folded.startswith(_GIVING, cue.start):
        both = cue.chain_before() if SUBJECT.fullmatch(cue.behind) else []
        return both if len({p.country for p in both}) > 1 else []
    if cue.before and present and SUBJECT.fullmatch(cue.behind):
        return cue.chain_before()
    return []


WHO: dict[str, Callable[[Cue], list[Someone]]] = {
    "head": _who_leads, "co_chair": _who_chairs, "speaker": _who_speaks, "signatory": _who_signs,
    "attendee": _who_attends,
}  # fmt: skip
