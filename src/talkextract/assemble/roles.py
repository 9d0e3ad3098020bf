"""Who leads, chairs, speaks, signs or attends: a person's roles at the talk."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..document import Sentence
from ..mention import Mention, Span
from .context import Context
from .events import Event, Events
from .named_by_post import of_the_post, of_two_posts
from .person import Occurrence, Someone

__all__ = ["ROLES", "give_roles"]

ROLES = ("head", "co_chair", "speaker", "signatory", "attendee")

# Patterns read the text in lower case; "*+" keeps them from trying a row of commas in every way.
# Acts at the margin of the talk: who only chairs or speaks there has no role in it (record.md, finer point 7).
_MARGIN = re.compile(
    r"tiếp (?:đoàn|xã giao|ngài|đồng chí|ông|bà)|lễ đón|họp báo|tiệc|chiêu đãi|thị sát"
    r"|(?:trao đổi|chia sẻ|làm việc) với (?:phóng viên|báo chí|pv)|trả lời (?:phỏng vấn|báo)"
    r"|kiểm tra (?:công tác|tình hình)"
)
_MARGIN_CHAIRED = re.compile(r" (?:lễ đón|đón|buổi tiếp|họp báo|tiệc|lễ tiễn|lễ chào)(?![^\W\d_])")
# A courtesy call: who receives the guests there takes no part in the talk.
_COURTESY = re.compile(r"xã giao|tiệc|chiêu đãi")
_BRACKETS = r"[\s,\-]*+(?:\([^()]*\))?[\s,\-]*+"
# "…, Trưởng đoàn Việt Nam và …"
_AS_LEADER = r"(?:[\s,\-(]*+(?:là |làm )?(?:phó )?trưởng đoàn[^,.;()]{0,40}?\)?)?"
# "Thiếu tướng X và đại diện phía bạn ký": beside those whom nobody names
_AND_OTHERS = (
    r"(?:(?:và|cùng|với) (?:các |một )?(?:đại diện|lãnh đạo|thủ trưởng|trưởng đoàn|người đứng đầu|chỉ huy)"
    r" [^,.;:]{2,80}? )?"
)
_SUBJECT = re.compile(
    rf"{_BRACKETS}{_AND_OTHERS}"
    rf"(?:{_AS_LEADER}[\s,\-]*+(?:(?:đã|cùng|lần lượt|cùng nhau) )*(?:thay mặt|đại diện(?: cho)?) [^,.;]{{2,60}}?"
    rf"|{_AS_LEADER})[\s,\-]*+"
    r"(?:(?:cũng|đã|còn|vui mừng|chân thành|trân trọng|nhiệt liệt|bày tỏ sự|đều|đồng thời|cùng|cùng nhau|vừa|được"
    r"|tiếp tục|lần lượt|đặt bút|trực tiếp|rất|luôn|thì|lại|cơ bản|hoàn toàn|thẳng thắn|xúc động|phấn khởi"
    r"|chân tình|một lần nữa|nhiều lần|(?:nhất trí|đồng ý|tán thành) và|có bài|có ý kiến"
    r"|(?:đến |tới |tham |cùng )?dự(?: hội đàm| hội nghị| buổi lễ)?,? và|(?:đồng |cùng )?chủ trì và) ?)*"
)
_BESIDE = re.compile(
    rf"(?: (?:của )?(?:hai|ba|các) (?:bên|đơn vị|tỉnh|nước|đoàn|đồn|huyện))?{_BRACKETS}{_AS_LEADER}[\s,\-]*+"
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
_JOINED = re.compile(
    rf"{_OFFICE}(?: ?\([^()]{{2,40}}\))?{_AS_LEADER}\s*(?:,|;|và|cùng|với|, và|; và| và| cùng)[\s,]*"
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
_BOTH_BY = re.compile(r"(?:hai|các|2) (?:đoàn|bên|nước)[^.;,]{0,30} do (?:các )?$")
_OF_BOTH = re.compile(r" (?:(?:đoàn )?đại biểu |của )?(?:hai|2|các|mỗi) (?:bên|nước|đoàn|tỉnh|đơn vị)")
_OF_ALL = ("trưởng các", "trưởng hai", "trưởng ba", "đồng trưởng")
_APART = re.compile(r"(?:(?! (?:phát biểu|khẳng định|nhấn mạnh|cho biết|và|làm|do|ký|đã) )[^.;,]){0,80}(?:-|,) ")
_SIGNED_BY = re.compile(r"[^,.;]{0,60}? (?:là|gồm|có|gồm có|do|bởi):? (?:các )?")
_CHAIRING = re.compile(
    r" (?:buổi|cuộc|phiên|kỳ|hội|giao ban)(?:(?! (?:là|gồm|có|do) )[^.;:,]){0,60}, (?:đồng chí |ông |bà )?"
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
# "Trưởng đoàn Việt Nam thông báo", "người đứng đầu đoàn Trung Quốc đáp lời": of those who lead the one of that state
_LEADER_OF = re.compile(
    r"(?<!phó )(?:trưởng|người (?:đứng|dẫn) đầu) đoàn(?: đại biểu| công tác| phía| nước| bạn)* (?=việt|lào|trung|cam)"
)
_BOTH_SAY = re.compile(r"[^.;]*(?:đều|cùng) (?:[^\W\d_]+ ?){0,2}")
_ONLY_AND = re.compile(r"\s*(?:và|cùng)\s*")
_THEN_TOO = re.compile(r"(?<!\w)(?:cùng (?:ngày|sáng|chiều|tối)|tiếp đó|sau đó)(?!\w)")
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
_LEADERS_SIGN = re.compile(
    r"(?:(?:hai|các|ba|bốn|năm|sáu|tám|[2-8]) (?:(?:đồng chí|vị|ông) )?(?:đồng )?(?:trưởng đoàn|chủ trì|chủ tọa"
    r"|chủ tịch(?! (?:ubnd|ủy ban nhân|huyện|xã|hội|mặt trận))"
    r"|bộ trưởng|thứ trưởng|tư lệnh|cục trưởng|giám đốc|chỉ huy trưởng|đồn trưởng)"
    r"|(?:trưởng đoàn (?:của )?|trưởng |(?:giám đốc|chỉ huy trưởng|tư lệnh|chủ tịch)[^.;,]{0,24} )(?:hai|2|các|ba|3)"
    r" (?:bên|đoàn|nước|tỉnh|đơn vị|huyện|xã))"
    r"(?:(?! chứng kiến | lễ | buổi )[^.;]){0,40}$"
)
# "do hai trưởng đoàn nói trên đồng chủ trì"
_TWO_LEADERS = re.compile(
    r"(?:do|bởi) (?:hai|các) (?:đồng chí |vị |ông )?trưởng đoàn(?P<those> (?:nói|kể) trên| vừa nêu)?(?: cùng| đã)* $"
)
# "… có chữ ký của hai trưởng đoàn"
_SIGNED_LEADERS = re.compile(
    r"chữ ký (?:của )?(?:hai|các|2|ba|3) (?:đồng chí |vị |ông )?(?:đồng )?"
    r"(?:trưởng đoàn|(?:người )?chủ trì|giám đốc|chỉ huy|đồn)"
)
# "…đồng chủ trì hội nghị, ký kế hoạch": who chairs signs
_CHAIRS_AND = re.compile(
    r"[^.;]{0,60}?(?:chủ trì|hội đàm|trưởng đoàn|dẫn đầu) [^.;]{0,240}?(?:,| và|, và)"
    r"(?: (?:đã|cùng|tiến hành|thay mặt [^,.;]{2,40}?))* "
)
_MET = re.compile(
    rf"{_BRACKETS}{_AS_LEADER}[\s,\-]*+"
    r"(?:(?:đã|sẽ|dự kiến|có|vừa|cũng|tiến hành|cuộc|buổi|chủ trì|lễ đón|đón|tiếp|và|chính thức|trọng thể|,) ?)*"
)
# "A và B đã có cuộc hội đàm"
_DO = re.compile(
    rf"{_BRACKETS}{_AS_LEADER}[\s,\-]*+"
    r"(?:(?:đã|sẽ|dự kiến|có|vừa|cũng|cùng nhau|tiến hành|tổ chức|bước vào|cuộc|buổi|chính thức|trực tiếp|,) ?)*"
)
# Kinds of events at which persons meet as such.
_OF_PERSONS = ("talks", "meeting")
_WITH = re.compile(r" (?:(?:với|cùng) )?")
# "hội đàm với đoàn đại biểu … do X làm trưởng đoàn", "hội đàm giữa X và Y"
_WITH_THEM = re.compile(r" (?:với|cùng) (?:đoàn|lãnh đạo)[^.;]{0,200}? do ")
_BETWEEN = re.compile(r"[^,.;]{0,12} (?:giữa|của) ")
# Whom the sentence before named, goes on as "anh", "ông": "Anh là Đồn trưởng …, được giao làm trưởng đoàn".
_PRONOUN = re.compile(r"(?:anh|ông|bà|chị)(?: (?:ấy|cũng))? (?:là|được|làm|đã|sẽ|chính là)(?!\w)")
# Cues of presence whose subject stands before them.
_PRESENT = (
    "có tên trong", "dự", "tham dự", "đến dự", "tới dự", "góp mặt", "hiện diện", "cùng dự", "tham gia", "có mặt",
    "chứng kiến", "phó", "làm phó",
)  # fmt: skip

# … where each is an item of a list: "Thành phần tham dự gồm:"; the mark before one
_OPENS_ITEMS = re.compile(
    r"(?:(?:về )?phía|thành phần)[^.;:]{0,120}:|[^.;:]{0,120}(?:gồm|có|là)(?: (?:có|các|đồng chí|đại biểu|ông|bà))*:"
)
_ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[-+*•–]|[a-zđ]\)) ?")
_MOST_ITEMS = 30
_REACH = 1_000  # characters behind a cue in which its persons stand
_NEAR = 80  # … and before it, in which the leader is told by his side

Here = list[tuple[Occurrence, Someone]]


class _Cue(NamedTuple):
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

    def chain_before(self) -> list[Someone]:
        """The last person before the cue and all whom "và", "cùng" or a comma joins to him."""
        chosen = [self.before[-1][1]]
        for (right, _), (left, p) in pairwise(reversed(self.before)):
            if not _JOINED.fullmatch(self.folded, left.end, right.start):
                break
            chosen.append(p)
        return chosen

    def chain_after(self, *, listed: bool = False) -> list[Someone]:
        """The first person behind the cue and all who are joined to him; `listed`: also behind any semicolon."""
        chosen = [self.after[0][1]]
        for (left, _), (right, p) in pairwise(self.after):
            joined = _JOINED.fullmatch(self.folded, left.end, right.start)
            if not (joined or (listed and _LISTED.fullmatch(self.folded, left.end, right.start))):
                break
            chosen.append(p)
        return chosen


def give_roles(ctx: Context, people: Sequence[Someone], events: Events) -> None:
    """Fill `roles` of every person from the cues around his places; `mentioned`, the lack of any, to nobody."""
    if not people:
        return
    persons = _Persons(people)
    cues = ctx.of("people.roles")
    # who leads and chairs is told first: "hai trưởng đoàn ký" speaks of them
    leaders: list[Someone] = []
    for leading in (True, False):
        for m in cues:
            if (m.value in _LEADING) == leading and (sentence := ctx.page.sentence(m.start)):
                chosen = _there(ctx, m, sentence, leaders, _chosen(ctx, m, sentence, leaders, persons), events)
                if not chosen and m.value in ("co_chair", "signatory"):
                    before = sentence.before(m.start)
                    chosen = of_the_post(ctx.view.folded[slice(*before)], people)
                    chosen = chosen or of_two_posts(ctx, before.start, m.start, people)
                _give(chosen, str(m.value), Span(m.start, m.end), m.rule)
        if leading:
            _give_principals(ctx, persons, people, events, chaired=sum("co_chair" in p.roles for p in people) > 1)
            _give_leaders_named(ctx, cues, people)
        leaders = _leaders(people)
    for p in people:
        # "cán bộ Đồn X cho biết": one of the ranks tells the paper, not the talk
        if p.position in _RANKS and p.roles.keys() == {"speaker"}:
            del p.roles["speaker"]
    if events.main and events.main.kind == "signing":
        # who signs for his side leads it there (record.md, finer point 6)
        for p in people:
            if "signatory" in p.roles:
                p.roles.setdefault("head", p.roles["signatory"])


def _leaders(people: Sequence[Someone]) -> list[Someone]:
    """Those who lead, and those who chair for a side that nobody leads."""
    heads = [p for p in people if "head" in p.roles]
    led = {p.country for p in heads}
    chairs = [p for p in people if "co_chair" in p.roles and p not in heads]
    return heads + [p for p in chairs if not heads or p.country not in {None, *led}]


def _give_leaders_named(ctx: Context, cues: Sequence[Mention], people: Sequence[Someone]) -> None:
    """Give their roles to those who lead, wherever a sentence names them together."""
    for m in cues:
        sentence = ctx.page.sentence(m.start) if m.value == "co_chair" else None
        said = _TWO_LEADERS.search(ctx.view.folded, *sentence.before(m.start)) if sentence else None
        if sentence is not None and said is not None:
            _give_named(m, sentence, said, people)


def _give_named(m: Mention, sentence: Sentence, said: re.Match[str], people: Sequence[Someone]) -> None:
    """Those who lead chair where a sentence says so of all of them: "do hai vị trưởng đoàn nói trên chủ trì"; of the
    two who are spoken of, whom only one is told to lead, the other is the only one of the other side.
    """
    leaders = [p for p in people if "head" in p.roles]
    others = [
        p for p in people
        if leaders and p.country not in {None, leaders[0].country} and p.places[0].start < sentence.start
    ]  # fmt: skip
    if len(leaders) == 1 and len(others) == 1 and said["those"]:
        _give(others, "head", Span(*said.span()), m.rule)
        leaders += others
    if len({p.country for p in leaders}) > 1:
        _give(leaders, "co_chair", Span(m.start, m.end), m.rule)


def _chosen(ctx: Context, m: Mention, sentence: Sentence, leaders: list[Someone], persons: _Persons) -> list[Someone]:
    """The persons of whom a cue speaks; `leaders` are those who lead or chair, as far as they are known."""
    folded = ctx.view.folded
    if m.value == "signatory" and _SIGNED_LEADERS.match(folded, m.start):
        return leaders
    if m.value == "signatory" and _LEADERS_SIGN.search(folded, *sentence.before(m.start)):
        return leaders
    if m.value == "speaker" and (told := _leader_told(ctx, m, sentence, leaders)):
        return told
    # no further than a sentence is long, to either side
    near = Span(sentence.before(m.start).start, min(sentence.end, m.end + _REACH))
    here = persons.within(*near)
    if m.value in _LEADING and not (here and here[0][0].start < m.start) and _PRONOUN.match(folded, near.start):
        last = ctx.page.sentence_before(sentence)
        named = {id(p): p for _, p in persons.within(last.start, last.end)} if last else {}
        return list(named.values()) if len(named) == 1 else []
    opens_list = m.value == "attendee" and folded.startswith(":", sentence.end - 1)
    if (
        opens_list
        and _OPENS_ITEMS.fullmatch(folded, m.start, sentence.end)
        and not (here and here[-1][0].start > m.end)
    ):
        return _items(ctx, sentence, persons)
    if not here:
        return []
    if m.value in ("attendee", "speaker") and _is_courtesy(ctx, sentence, near):
        return []
    before, after = [x for x in here if x[0].end <= m.start], [x for x in here if x[0].start >= m.end]
    return _WHO[str(m.value)](_Cue(folded, m.start, m.end, near, before, after))


def _items(ctx: Context, sentence: Sentence, persons: _Persons) -> list[Someone]:
    """Those who open the items of a list below a sentence: "Tham dự, phía A gồm:", "1. Bà X - Phó Giám đốc …;"."""
    chosen: list[Someone] = []
    for line in ctx.page.lines[sentence.line + 1 : sentence.line + 1 + _MOST_ITEMS]:
        item = _ITEM.match(ctx.view.plain, line.start, line.end)
        if item is None:
            break
        chosen += [p for o, p in persons.within(line.start, line.end)[:1] if o.start <= item.end()]
    return chosen


def _there(
    ctx: Context, m: Mention, sentence: Sentence, leaders: list[Someone], chosen: list[Someone], events: Events
) -> list[Someone]:
    """Those of whom a cue speaks, without the ones who did so at another event only."""
    if chosen and _is_at_second(events, m, sentence):
        return []
    if m.value == "signatory" and chosen and _is_signed_elsewhere(ctx, m, sentence, events):
        return [p for p in chosen if p in leaders]
    return [] if chosen and m.value in _AT_IT and _is_at_another(events, m, sentence) else chosen


def _is_at_another(events: Events, m: Mention, sentence: Sentence) -> bool:
    """Whether the event last named in the paragraph is another one, of another kind, that was held beside the talk:
    "Chiều cùng ngày, buổi họp mặt mừng Tết … diễn ra ấm áp. Phó Chủ tịch … chúc …".
    """
    at = bisect_left(events.all, m.start, key=lambda e: e.noun.start) - 1
    last = events.all[at] if at >= 0 and events.all[at].sentence.line == sentence.line else None
    if last is None or events.main is None or last.kind == events.main.kind or last in events.same:
        return False
    if not (last in events.others or (last.tail.strip() and _THEN_TOO.search(last.before))):
        return False
    if last.coming or last.in_paper or last.is_background or last.is_earlier or last.is_habit:
        return False
    return last.sentence != events.main.sentence


def _is_at_second(events: Events, m: Mention, sentence: Sentence) -> bool:
    """Whether the event last named in the paragraph is another one of the kind, held with another partner: "Hai hôm
    sau, ngày 5/9, Đồn C và Trạm D cũng tiến hành hội đàm. X và Y dẫn đầu hai đoàn".
    """
    if events.main is None or sentence.line == events.main.sentence.line:
        return False
    here = [e for e in events.all if e.sentence.line == sentence.line and e.sentence.start <= sentence.start]
    last = next((e for e in reversed(here) if e.noun.start < m.start or e.sentence == sentence), None)
    return last is not None and last in events.second


def _is_signed_elsewhere(ctx: Context, m: Mention, sentence: Sentence, events: Events) -> bool:
    """Whether what is signed is the paper of a signing beside the talk: "Ngay sau hội đàm, … ký Quy chế kết nghĩa"."""
    if events.main is None or events.main.kind == "signing":
        return False
    titles = (e.tail.strip() for e in events.others if e.kind == "signing")
    return any(title and ctx.view.folded.find(title, m.end, sentence.end) >= 0 for title in titles)


def _leader_told(ctx: Context, m: Mention, sentence: Sentence, leaders: Sequence[Someone]) -> list[Someone]:
    """Who leads the side that the words right before a verb of saying name ("Trưởng đoàn Lào đề nghị"), if one does."""
    folded, start = ctx.view.folded, max(sentence.start, m.start - _NEAR)
    found = next(reversed([*_LEADER_OF.finditer(folded, start, m.start)]), None)
    state = ctx.first("countries", found.end(), found.end() + 1) if found else None
    if state is None or not _SUBJECT.fullmatch(folded, state.end, m.start):
        return []
    return [p for p in leaders if p.country == state.value][:1]


def _is_courtesy(ctx: Context, sentence: Sentence, near: Span) -> bool:
    """Whether a sentence, or one shortly before it in its paragraph, tells of a courtesy call or a dinner."""
    start = max(ctx.page.lines[sentence.line].start, near.start - 400)
    return _COURTESY.search(ctx.view.folded, start, near.end) is not None


class _Persons:
    """All places of all persons, in the order of the text."""

    def __init__(self, people: Sequence[Someone]) -> None:
        self._all = sorted(((o, p) for p in people for o in p.places), key=lambda x: x[0].name.start)
        self._starts = [o.name.start for o, _ in self._all]

    def within(self, start: int, end: int) -> Here:
        """Those whose name begins in a stretch of the text."""
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _give(people: Sequence[Someone], role: str, span: Span, rule: str) -> None:
    """Note a role with the words that tell it; the first that tell it count."""
    for p in people:
        p.roles.setdefault(role, (span, rule))


def _who_leads(cue: _Cue) -> list[Someone]:
    """The next person in "dẫn đầu đoàn … là X", else the last before "làm trưởng đoàn", "dẫn đầu"."""
    alone = cue.folded[cue.start : cue.end] == "trưởng đoàn"
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


def _each_side(cue: _Cue) -> list[Someone]:
    """The first person behind a cue, and those of other sides in the same sentence: "…; phía bạn là Y"."""
    chosen = [cue.after[0][1]]
    for (left, _), (right, p) in pairwise(cue.after):
        if not _OTHER_SIDE_IS.fullmatch(cue.folded, left.end, right.start):
            break
        chosen.append(p)
    return chosen


def _is_clause_start(cue: _Cue) -> bool:
    """Whether a cue opens its sentence or clause: nobody stands before it there."""
    return not cue.before or cue.behind.rstrip().endswith(";")


def _who_chairs(cue: _Cue) -> list[Someone]:
    """Those before "đồng chủ trì", or behind "dưới sự chủ trì của", "chủ trì hội đàm là"."""
    if _MARGIN_CHAIRED.match(cue.folded, cue.end) or _MARGIN.search(cue.folded, *cue.sentence):
        return []
    beside = bool(_BESIDE.fullmatch(cue.behind))
    of_the_next = not cue.before and bool(_TO_NAME.fullmatch(cue.ahead))
    # "Chủ trì hội nghị, Đại tá X nhấn mạnh"
    opens = not cue.before and cue.start == cue.sentence.start and bool(_CHAIRING.fullmatch(cue.ahead))
    if opens and cue.after:
        return [cue.after[0][1]]
    if cue.after and (of_the_next or (not beside and _LEADS_ON.fullmatch(cue.ahead))):
        return cue.chain_after()
    if not beside:
        return []
    # "X đồng chủ trì hội đàm với Y"
    together = cue.after and cue.folded.startswith(("đồng", "cùng"), cue.start) and _TOGETHER_WITH.fullmatch(cue.ahead)
    return cue.chain_before() + ([cue.after[0][1]] if together else [])


def _who_speaks(cue: _Cue) -> list[Someone]:
    """The person right before the verb ("X và Y đều" both), or behind "Phát biểu tại …,", "theo"."""
    word = cue.folded[cue.start : cue.end]
    if word.startswith("chúc") and cue.folded.endswith(_VISITS, 0, cue.start):
        return []
    said_by = word == "theo" and cue.ahead == " "
    opens = cue.start == cue.sentence.start or (word == "phát biểu" and not cue.before)
    if cue.before and _SUBJECT.fullmatch(cue.behind):
        speakers = [cue.before[-1][1]]
        if len(cue.before) > 1:
            (left, first), (right, _) = cue.before[-2:]
            if _BOTH_SAY.fullmatch(cue.behind) or _ONLY_AND.fullmatch(cue.folded, left.end, right.start):
                speakers.append(first)
    elif cue.after and (said_by or (opens and _OPENS_SPEECH.fullmatch(cue.ahead))):
        speakers = [cue.after[0][1]]
    else:
        return []
    # "Tiếp Phó Thủ tướng X, Thủ tướng Y gợi ý": a reception
    received = cue.folded.startswith("tiếp ", cue.sentence.start)
    return [] if received or _MARGIN.search(cue.folded, *cue.sentence) else speakers


def _who_signs(cue: _Cue) -> list[Someone]:
    """Those right before the verb, those who chair and sign, or those behind "đặt bút ký có"."""
    if cue.before and (_SUBJECT.fullmatch(cue.behind) or _CHAIRS_AND.fullmatch(cue.behind)):
        return cue.chain_before()
    return cue.chain_after() if cue.after and _SIGNED_BY.fullmatch(cue.ahead) else []


def _who_attends(cue: _Cue) -> list[Someone]:
    """Those behind "Đến dự có", "Đón và làm việc với đoàn là", else those before "tham dự", "làm phó đoàn"."""
    if cue.after and _LEADS_ON.fullmatch(cue.ahead):
        return cue.chain_after(listed=True)
    if cue.before and cue.folded.startswith(_PRESENT, cue.start) and _SUBJECT.fullmatch(cue.behind):
        return cue.chain_before()
    return []


# "đoàn do X làm trưởng đoàn đã sang thăm, chúc mừng": the delegation's visit, no speech
_VISITS = ("thăm, ", "thăm và ", "thăm ", "đến ", "tới ", "sang ")
_RANKS = ("Cán bộ", "Chiến sĩ", "Nhân viên")
# What somebody may do at another event than the talk, and so have no role in it.
_AT_IT = ("speaker", "attendee")
# The roles of those who lead their sides.
_LEADING = ("head", "co_chair")
_WHO: dict[str, Callable[[_Cue], list[Someone]]] = {
    "head": _who_leads, "co_chair": _who_chairs, "speaker": _who_speaks, "signatory": _who_signs,
    "attendee": _who_attends,
}  # fmt: skip


def _give_principals(
    ctx: Context, persons: _Persons, people: Sequence[Someone], events: Events, *, chaired: bool
) -> None:
    """The two persons of "X hội đàm với Y", "hội đàm giữa X và Y", "X hội đàm với đoàn … do Y" lead their sides, those
    of "X và Y hội đàm" and of "hai Bộ trưởng hội đàm" too.

    Where two chair the talk (`chaired`), "hội kiến" is a call beside it.
    """
    for e in events.same:
        if chaired and ctx.view.folded.startswith("hội kiến", e.noun.start):
            continue
        here = persons.within(e.sentence.before(e.noun.start).start, min(e.sentence.end, e.mention.end + _REACH))
        left = [x for x in here if x[0].end <= e.mention.start]
        right = [x for x in here if x[0].start >= e.mention.end]
        if right and not _COURTESY.search(ctx.view.folded, e.mention.start, right[0][0].start):
            _give(_principals(ctx.view.folded, e, left, right), "head", e.noun, e.mention.rule)
        if not chaired and e.kind in _OF_PERSONS:
            _give(_together(ctx.view.folded, e, left) or of_the_post(e.before, people), "head", e.noun, e.mention.rule)


def _together(folded: str, e: Event, left: Here) -> list[Someone]:
    """Those of "A, …; B, … và C, … hội đàm", one of each state."""
    if not left or folded.startswith((" với ", " giữa ", " cùng "), e.mention.end):
        return []
    if not _DO.fullmatch(folded, left[-1][0].end, e.noun.start):
        return []
    chain = _Cue(folded, e.noun.start, e.mention.end, Span(0, 0), left, []).chain_before()[::-1]
    states = {p.country for p in chain}
    return chain if len(chain) == len(states) > 1 and None not in states else []


def _principals(folded: str, e: Event, left: Here, right: Here) -> list[Someone]:
    """The two who meet; [] where an event is no meeting of two persons."""
    first, other = right[0]
    if left and _MET.fullmatch(folded, left[-1][0].end, e.mention.start):
        for words in (_WITH, _WITH_THEM):
            if words.fullmatch(folded, e.mention.end, first.start):
                return [left[-1][1], other]
    if len(right) == 2 and _BETWEEN.fullmatch(folded, e.mention.end, first.start):
        second, also = right[1]
        return [other, also] if _JOINED.fullmatch(folded, first.end, second.start) else []
    return []
