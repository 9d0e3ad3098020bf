"""The sides of a talk: the units that the text sends, and who leads them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import islice, pairwise

from ..document import Sentence
from ..mention import Span
from ..record import Delegation
from .context import Context, Shown, SpanIndex
from .event import Event
from .event_relations import is_joined
from .events import Events
from .ministries import OF_STATE, is_ministers, is_organiser, is_related
from .named_delegations import sent_as_delegation
from .person import Someone
from .states import Told, states_told
from .unit_parents import TOGETHER
from .units import Named, Units

__all__ = ["Side", "delegations", "read_sides"]

# Patterns read the text in lower case.
# By these words a sentence after the first tells who takes part …
_TAKES_PART = re.compile(
    r"(?:tham gia|tham dự|dự hội|dự (?:buổi|cuộc|phiên|lễ|giao)|cùng dự|đến dự|khách mời|thành phần"
    r"|phối hợp với|ngồi (?:vào|cùng|chung) bàn|có mặt|do .{3,160} (?:phối hợp|tổ chức)|chứng kiến của|dự có|dự, có"
    r"|còn có|dự phía|dự về phía|phía .{2,30} (?:có|gồm|là)|đoàn .{2,120} do "
    r"|đoàn .{2,60} (?:có|gồm)(?: có)? (?:các )?(?:đại diện|lãnh đạo)|cùng đi (?:còn )?có )"
)
# … and by these anywhere in the article, not only beside the event.
_ATTENDS = re.compile(
    r"(?:cùng dự|đến dự|tham dự (?:có|hội|buổi|lễ)|dự (?:hội|cuộc|phiên|buổi)|chứng kiến của"
    r"|chứng kiến (?:lễ|buổi) ký(?: kết)? (?:còn )?có(?!\w)|tham gia có|dự có"
    # "Tại hội nghị, các đại biểu chứng kiến lễ ký kết hợp tác giữa X và Y"
    r"|(?:tại|kết thúc) (?:buổi |cuộc )?(?:hội (?:nghị|đàm)|giao ban)(?!\w)[^.;:]{0,60}"
    r" chứng kiến (?:lễ |buổi |việc )?ký(?: kết)?"
    r"(?: hợp tác| phối hợp)?(?: năm \d+)? giữa(?!\w)"
    r"|tiếp(?: đón)?(?:,| và) làm việc với đoàn[^.;:]{0,40}? có(?!\w)"
    # "Có mặt tại hội nghị còn có đại diện X, Y"
    r"|(?:có mặt|góp mặt|hiện diện|tham gia|tham dự|dự|chứng kiến) [^.;:]{0,60}?(?:có|gồm) (?:các )?đại diện(?!\w))"
)
# … or in the row of sides that it opens
_SIDE_HAS = re.compile(
    r"(?:về )?phía [^.;:]{2,80}?,?(?: (?:cùng |tham )?(?:dự|gia)(?: hội (?:đàm|nghị))?)? (?:còn )?có(?!\w)"
)
# … and by what a sentence opens with: "Đại diện X chứng kiến lễ ký"
_REPRESENTED = re.compile(
    r"đại diện (?:(?! (?:khánh thành|khai trương|khởi công|tặng|bàn giao|trao|tổ chức|giao lưu) )[^.;:]){3,240}?"
    r" (?:(?:cùng|đến|tới|đã|cũng|tham|có mặt) )*(?:dự|chứng kiến)(?: (?:hội|buổi|cuộc|lễ|phiên|giao ban)|[.;])"
)
# … or which sides it lists: "Theo đó, các lực lượng của hai bên gồm: Đồn A - Trạm B; Đồn C - Trạm D đã gặp gỡ"
_LISTS_SIDES = re.compile(
    r"(?:(?:theo đó|cụ thể|trong đó|tham gia),? )?(?:các |những )?(?:lực lượng|đơn vị|đồn, trạm)"
    r"(?: của| tham gia| gặp gỡ)* (?:hai|2|mỗi|các) bên(?: tham gia| gặp gỡ)* (?:gồm|là)(?: có)?:? "
)
# Posts that are named stand for themselves, not for the force whose they are.
_POSTS_OF = ("đơn vị thuộc ", "đơn vị trực thuộc ", "đồn thuộc ", "đồn, trạm thuộc ", "đồn biên phòng thuộc ")
# … but who stands behind these only told the paper.
_TELLS = (
    "theo ", "thông tin từ ", "thông tin của ", "nguồn tin từ ", "nguồn tin của ",
    "người phát ngôn ", "phát ngôn viên ",
    # who only lets them
    *(f"{lets} của {who}" for lets in ("ủy quyền", "cho phép", "đồng ý", "nhất trí", "phê duyệt", "chỉ đạo")
      for who in ("", "lãnh đạo ", "thường trực ", "đồng chí chủ tịch ", "chủ tịch ")),
    # who is trained is not sent: "tập huấn cho cán bộ X"
    "tập huấn cho ", "đào tạo cho ", "bồi dưỡng cho ", "cho cán bộ ", "cho cán bộ của ", "cho học viên ",
)  # fmt: skip
# … and whose house is only built or opened is not sent either.
_HOUSES = ("doanh trại ", "nhà làm việc ", "nhà ở ", "nhà công vụ ", "trụ sở làm việc ")
_COMMAND = re.compile(r"\|(?:chỉ huy|bộ tư lệnh) (?=bộ đội biên phòng|quân khu|cảnh sát biển)")
_BY_UNIT = re.compile(
    r"(?<!hai )(?<!ba )(?<!các )(?<! \d )đơn vị"
    r"(?: (?:đã|sẽ|vừa|cũng|mới|có|tổ chức|tiến hành|phối hợp|gặp|buổi|cuộc))* $"
)
_MAKERS = re.compile(r"[\"']? (?:giữa|của) [^.;:]*")
_MAKERS_REACH = 240
# the makers are all told, and who acts comes behind a comma
_ROW_ENDED = re.compile(r" (?:và|với) [^,.;:]{2,90},(?= )")
# … also of a paper without an object, which is no entry: "Biên bản ghi nhớ giữa Bộ Tư pháp hai nước"
_BARE_MAKERS = re.compile(
    r"(?<!\w)(?:(?:bản ghi nhớ|thỏa thuận|biên bản|quy chế|kế hoạch|hiệp định|nghị định thư"
    r"|chương trình(?= (?:hợp|phối|công)))(?: hợp tác| phối hợp| công tác)*|(?:đã )?được ký(?: kết)?) giữa"
    r" (?:(?!, (?:ngày|sáng|trưa|chiều|tối|tại|trong|đoàn|từ|hôm|vừa|mới|hai bên|đồng chí|ông|bà)(?!\w))[^.;:]){0,160}$"
)
_BY_GUESTS = re.compile(r"(?:dự|tham gia|có mặt|chứng kiến|tháp tùng)[^.;:]{0,80}? có (?:các )?đại diện [^.;:]{0,160}$")
_OWN_POST = re.compile(
    r"đoàn(?: (?:đại biểu|công tác|cán bộ|liên ngành)){0,3}(?: của)? (?:đồn|đơn vị|trạm)"
    r"(?: (?:và|cùng|sang|đến|tới|đã)(?!\w)|, )"
)
_LEADS = re.compile(r"dẫn đầu|trưởng đoàn")
# Wherever a side is still untold, its delegation is named with its leader.
_SENT_WITH = re.compile(r"(?<!tiếp )(?<!đón )đoàn [^.;]{2,120}? do [^.;]{3,160} (?:dẫn đầu|trưởng đoàn)")
# … whose offices are told by no name: "các cơ quan, đơn vị thuộc Bộ Quốc phòng"
_OFFICES_OF = ("cơ quan thuộc ", "đơn vị thuộc ", "cơ quan trực thuộc ", "đơn vị trực thuộc ")
# … and the army of a branch that is no unit itself: "Phó Tư lệnh Lục quân, Quân đội Hoàng gia"
_BRANCH_OF = tuple(f"{branch} quân{sign} " for branch in ("lục", "hải", "không") for sign in (",", ""))
# … what two states made or gave each other sends neither.
_STATES = "units.states"
# … and those that are sent as such.
_FORCES = ("border_guard_command", "military_command", "police", "coast_guard", "border_post", "border_station")
# Who gives the room, or the news ("Bộ Ngoại giao Lào cho biết, hội đàm sẽ …"), is its side's unit only without another.
_GIVES = re.compile(
    r"[^,.;]{0,4}đăng cai|(?: [^\W\d_]+){0,3} (?:cho biết|cho hay|đưa tin|ra thông báo|(?:ra )?thông cáo"
    r"|thông báo(?=,| về việc| rằng)"
    r"|(?:tổ chức |mở )?(?:(?:buổi|cuộc) )?(?:(?:gặp(?: mặt| gỡ)?|thông tin(?: với)?|trả lời) báo chí|họp báo))(?!\w)"
)

# The verb, or the partner, behind a unit that acts.
_ACTS = re.compile(
    r"(?: ?\([^()]{2,60}\))? (?:đã |sẽ |vừa )?(?:tổ chức|mở|hội đàm|hội ngộ|phối hợp|và|cùng|với|giao (?:ban|lưu)|gặp"
    r"|tiếp|đón|chủ trì|họp|làm việc|trao|ký)(?!\w)"
)

# … behind a row of units, of which the next is no partner
_ROW_ACTS = re.compile(
    r"(?: ?\([^()]{2,60}\))? (?:đã |sẽ |vừa )?(?:tổ chức|mở|hội đàm|hội ngộ|phối hợp|giao ban|họp)(?!\w)"
)
_ROW_REACH = 240  # characters
_POST = 60  # characters of a post
# … or a paper, behind a row of units
_SIGN = re.compile(
    r"(?: ?\([^()]{2,60}\))? (?:(?:đã|cùng|tiến hành|thống nhất|nhất trí|cùng nhau) )*ký(?: kết)?(?: và trao)?(?: vào)?"
    r" (?:biên bản|bản ghi nhớ|thỏa thuận|bản thỏa thuận|quy chế|kế hoạch|nghị định thư|tuyên bố)(?!\w)"
)
_IN_ROW = re.compile(r"(?: ?\([^()]{2,60}\))?(?:, và|,| và| cùng| với) ")
# … or what a caption shows two parties at
_MEET = re.compile(r"(?<!\w)(?:hội đàm|ký(?: kết)? |gặp gỡ|làm việc|hội nghị|giao ban)")


@dataclass
class Side:
    """One side while it is put together: its country and its units by key, each with the mention that sends it.

    `country_at` is what tells the country, with its rule, once the delegation is made.
    """

    country: str
    units: dict[str, Named] = field(default_factory=dict)
    named: Told | None = None
    country_at: tuple[Span, str] | None = None

    def send(self, u: Named) -> None:
        """Add a unit; of a force and its command ("phía BĐBP tỉnh X", "đoàn Quân khu 9") the one that is told first. A
        district ("đoàn huyện X") is its own government, where that is told.
        """
        if not u.head and any(x.kind == "government" and x.head and _same_place(x, u) for x in self.units.values()):
            return
        if _force(u.key) not in map(_force, self.units):
            self.units[u.key] = u


def _send(ctx: Context, u: Named, side: Side) -> None:
    """Send a unit to its side; "Bộ trưởng Quốc phòng hai nước hội đàm" sends none: persons meet."""
    folded = ctx.view.folded
    if is_ministers(folded, u):
        side.named = side.named or Told(side.country, u.start, u.end, u.rule)
    elif side.named is None or not is_organiser(folded, u):
        side.send(u)


def _keep_posts(ctx: Context, main: Event, side: Side) -> None:
    """Take the force from a side of which the event tells only that its posts met, where these are named below: "các
    đơn vị thuộc BĐBP tỉnh A đã gặp gỡ …".
    """
    if any(u.kind in ("border_post", "border_station") for u in side.units.values()):
        start, end, folded = main.sentence.start, main.noun.start, ctx.view.folded
        side.units = {
            key: u for key, u in side.units.items()
            if not (start <= u.start < end and folded.endswith(_POSTS_OF, 0, u.start))
        }  # fmt: skip


def _same_place(one: Named, other: Named) -> bool:
    """Whether two units are of one district or province."""
    return (one.level.lower(), one.place.lower()) == (other.level.lower(), other.place.lower())


def _force(key: str) -> str:
    """The key of a unit's force: one for the force and its command."""
    return _COMMAND.sub("|", key)


def read_sides(ctx: Context, events: Events, units: Units, people: Sequence[Someone]) -> list[Side]:
    """The sides in the order of the body; [] without a talk. The makers inside an agreement's name are no guests."""
    if events.main is None:
        return []
    sides: dict[str, Side] = {}
    _add_own_post(ctx, events.main, sides, units, people)
    acting, makers, venues = _told_apart(ctx, events.main, _sent(ctx, events, events.main, units, people))
    for u in acting:
        _send(ctx, u, sides.setdefault(u.country or "", Side(u.country or "")))
    for side in sides.values():
        _keep_posts(ctx, events.main, side)
    _add_of_persons(sides, people)
    # who made the paper of which alone the text tells is there
    for u in makers if len(sides) < 2 else ():
        sides.setdefault(u.country or "", Side(u.country or "")).send(u)
    if len(sides) < 2:
        for told in states_told(ctx, events.main, units, tuple(sides)):
            sides.setdefault(told.country, Side(told.country, named=told))
    _add_told_elsewhere(ctx, events.main, sides, units, people)
    for side in sides.values():
        _add_above_guests(ctx, side, units, people)
    for u in venues:
        # the host, or the house where they meet, is its side's only unit: "tại trụ sở Bộ Chỉ huy …, Đoàn X sang dự"
        if u.country and not u.idle and u.kind != "ministry" and not sides.get(u.country, Side("")).units:
            units.admit(u)
            sides.setdefault(u.country, Side(u.country)).units[u.key] = u
    return sorted(sides.values(), key=lambda side: _first_place(ctx, side, people))


def _sent(ctx: Context, events: Events, main: Event, units: Units, people: Sequence[Someone]) -> Iterator[Named]:
    """The unit mentions that the text sends, and the venues and hosts among them, in order."""
    # "tại Trạm …, Đồn …, BĐBP … hội đàm": what stands behind the place acts
    below = (u for u in units.mentions if u.parent and not (u.venue and _acts_above(ctx, u, units)))
    parents = {id(u.parent) for u in below}
    # a mention that only says whose post it is sends nobody
    posts = {id(post.unit) for p in people for post in p.posts}
    places = SpanIndex((o.start, o.end) for p in people for o in p.places)
    elsewhere = SpanIndex(_of_joined(ctx, events, main))
    folded = ctx.view.folded

    def sends(u: Named) -> bool:
        """Whether a mention sends a unit, or makes a venue of it."""
        if u.country is None or id(u) in parents or id(u) in posts or u.start in places or u.start in ctx.papers:
            return False
        if u.start in elsewhere or u.rule == _STATES:
            return False
        if u.kind in OF_STATE and is_related(folded, u):
            return False
        if folded.endswith(_OFFICES_OF if u.kind in OF_STATE else _BRANCH_OF, 0, u.start):
            return False
        return u.venue or (units.entry(u) is not None and not folded.endswith(_TELLS + _HOUSES, 0, u.start))

    second = {e.sentence.start for e in events.second}
    for sentence in _telling(ctx, events, main, units, sends):
        if sentence.start in second:
            continue  # those who meet there are not sent to this one
        for u in units.within(sentence.start, sentence.end):
            if sends(u):
                yield u


def _add_own_post(ctx: Context, main: Event, sides: dict[str, Side], units: Units, people: Sequence[Someone]) -> None:
    """The post that its commander leads a delegation of, told by its noun alone: "A, Đồn trưởng Đồn B, dẫn đầu đoàn
    đại biểu của đồn và huyện C sang thăm".
    """
    own = _OWN_POST.search(ctx.view.folded, main.sentence.start, main.sentence.end)
    for p in people if own else ():
        u, at = p.unit, p.places[0].name.start
        if own and u and u.country and u.kind in _FORCES and main.sentence.start <= at < own.start() and units.entry(u):
            sides.setdefault(u.country, Side(u.country)).send(u)
            return


def _acts_above(ctx: Context, u: Named, units: Units) -> bool:
    """Whether a verb of acting stands behind one of the units above a unit, or behind the row that it opens."""
    while u.parent is not None:
        u = u.parent
        if _ACTS.match(ctx.view.folded, u.end) or _opens_row(ctx, u, units):
            return True
    return False


def _opens_row(ctx: Context, u: Named, units: Units) -> bool:
    """Whether a unit opens a row of units behind which a verb of acting stands."""
    row = units.within(u.start, u.end + _ROW_REACH)
    for one, other in pairwise(row):
        if not TOGETHER.fullmatch(ctx.view.folded, one.end, other.start):
            return False
        if _ROW_ACTS.match(ctx.view.folded, other.end):
            return True
    return False


def _of_joined(ctx: Context, events: Events, main: Event) -> Iterator[Span]:
    """Where the parties of an event stand that is held with the reported one, which has its own: "hội đàm giữa A với B
    và lễ ký kết nghĩa giữa C với D".
    """
    with_parties = (" giữa ", " với ")
    if not ctx.view.folded.startswith(with_parties, main.pieces[-1].end):
        return
    for e in events.others_in(main.sentence):
        if ctx.view.folded.startswith(with_parties, e.pieces[-1].end) and is_joined(ctx, e, main):
            yield Span(e.pieces[-1].end, e.sentence.end)


def _add_of_persons(sides: dict[str, Side], people: Sequence[Someone]) -> None:
    """The sides of those who lead; where these and the units are not two, of all who take part."""
    for leading in (True, False):
        for p in people if leading or len(sides) < 2 else ():
            if p.country and p.roles and (not leading or {"head", "co_chair"} & set(p.roles)):
                sides.setdefault(p.country, Side(p.country))


def _told_apart(ctx: Context, main: Event, sent: Iterable[Named]) -> tuple[list[Named], list[Named], list[Named]]:
    """The units that act, those that only made a paper, and the venues and hosts."""
    acting: list[Named] = []
    makers: list[Named] = []
    venues: list[Named] = []
    for u in sent:
        is_venue = u.venue or u.idle or _GIVES.match(ctx.view.folded, u.end)
        (venues if is_venue else makers if _is_maker(ctx, main, u) else acting).append(u)
    return acting, makers, venues


def _is_maker(ctx: Context, main: Event, u: Named) -> bool:
    """Whether a unit only tells who made a paper: "Bản ghi nhớ hợp tác giữa A và B"; the parties of an event that is
    called after a paper ("Hội nghị sơ kết … Quy chế phối hợp giữa A và B") are more than that.
    """
    ends = ctx.paper_ends
    at = bisect_right(ends, u.start) - 1
    reach = main.sentence.before(u.start).start if u.start < main.mention.start else main.pieces[-1].end
    back = max(reach, u.start - _MAKERS_REACH)
    opens = ctx.view.folded.rfind(" giữa ", back, u.start)
    if opens >= 0 and u.start < main.mention.start and _ROW_ENDED.search(ctx.view.folded, opens, u.start):
        return False  # "thực hiện Hiệp định giữa A và B, Công an tỉnh C hội đàm với"
    if opens >= 0 and _BARE_MAKERS.search(ctx.view.folded, back, u.start):
        return True
    if at < 0 or u.start - ends[at] > _MAKERS_REACH or main.mention.start <= ends[at] <= main.pieces[-1].end:
        return False
    if ends[at] < main.mention.start < u.start:
        return False  # whom they meet, behind the event
    return _MAKERS.fullmatch(ctx.view.folded, ends[at], u.start) is not None


def _add_told_elsewhere(
    ctx: Context, main: Event, sides: dict[str, Side], units: Units, people: Sequence[Someone]
) -> None:
    """Sides of which the sentences of the event name no unit: those of the title, of their leaders, of the teller."""
    for side in sides.values():
        if not side.units:
            _add_from_title(ctx, side, units)
    for add in (_add_from_captions, _add_from_signers):
        if not any(side.units for side in sides.values()):
            add(ctx, sides, units)
    empty = [side for side in sides.values() if not side.units]
    for side in empty:
        named = sent_as_delegation(ctx, units, side.country)
        if named is not None:
            side.send(named)
    empty = [side for side in empty if not side.units]
    if not empty:
        return
    # where all that is told is the delegation of a ministry, the other side are the persons whom it met
    if any(u.kind not in OF_STATE for side in sides.values() for u in side.units.values()):
        for side in empty:
            _add_from_leaders(side, units, people)
    if _BY_UNIT.search(ctx.view.folded, main.sentence.start, main.mention.start):
        _add_of_teller(main, sides, units)


def _add_of_teller(main: Event, sides: dict[str, Side], units: Units) -> None:
    """The unit of the one who tells: "Theo X, Đồn trưởng Đồn A, đơn vị đã hội đàm với"."""
    for u in units.within(main.sentence.start, main.mention.start):
        if units.entry(u) and u.country in sides and not sides[u.country].units:
            sides[u.country].units[u.key] = u


def _add_from_title(ctx: Context, side: Side, units: Units) -> None:
    """A side of which the body names only persons is sent by the unit of its country in the title, if there is one."""
    title = ctx.page.title
    named = units.within(title.start, title.end) if title else []
    above = {id(u.parent) for u in named}
    for u in named:
        told = u.country != side.country or units.entry(u) is None or id(u) in above or u.rule.endswith("by_its_head")
        if told and not is_ministers(ctx.view.folded, u) and not is_related(ctx.view.folded, u):
            continue
        # "X hội đàm với Tổng cục trưởng Tổng cục A": persons meet
        posts = ctx.inside("people.position", max(0, u.start - _POST), u.start)
        if not (posts and posts[-1].end == u.start - 1):
            side.units.setdefault(u.key, u)


def _add_from_captions(ctx: Context, sides: dict[str, Side], units: Units) -> None:
    """Sides that the body tells by their leaders alone are sent by the units that a caption shows as the parties:
    "Đoàn đại biểu tỉnh A và đoàn đại biểu tỉnh B ký biên bản hội đàm". Ministers and their like send nobody.
    """
    for s in ctx.page.sentences:
        shown = units.within(s.start, s.end) if s.role == "caption" else []
        parties = [u for u in shown if u.country in sides and u.kind not in OF_STATE and units.entry(u)]
        if len({u.country for u in parties}) > 1 and _MEET.search(ctx.view.folded, s.start, s.end):
            for u in parties:
                sides[u.country or ""].send(u)
            return


def _add_from_signers(ctx: Context, sides: dict[str, Side], units: Units) -> None:
    """Sides of which nothing else tells the units are sent by those that sign there: "Công an tỉnh A, Công an tỉnh B ký
    kết biên bản ghi nhớ".
    """
    for s in ctx.page.sentences:
        if s.role != "body":
            continue
        row = [u for u in units.within(s.start, s.end) if u.country in sides and units.entry(u)]
        if len({u.country for u in row}) < 2 or not _SIGN.match(ctx.view.folded, row[-1].end):
            continue
        if all(_IN_ROW.fullmatch(ctx.view.folded, one.end, other.start) for one, other in pairwise(row)):
            for u in row:
                sides[u.country or ""].send(u)
            return


def _add_from_leaders(side: Side, units: Units, people: Sequence[Someone]) -> None:
    """A side that the body tells by its leaders alone, where the other is told by its units, is sent by theirs:
    "hội đàm với đoàn Lào do X, Chỉ huy trưởng Bộ CHQS tỉnh Y dẫn đầu". Ministers and their like send nobody.
    """
    for p in people:
        u = p.unit
        leads = p.country == side.country and {"head", "co_chair"} & set(p.roles)
        if leads and u and u.country == side.country and u.kind not in OF_STATE and units.entry(u):
            side.units.setdefault(u.key, u)


def _add_above_guests(ctx: Context, side: Side, units: Units, people: Sequence[Someone]) -> None:
    """Of a side that the event's sentences tell only by whose representatives attend, its leader's unit goes first:
    "Hội đàm do hai trưởng đoàn chủ trì. Tham gia phía bạn có đại diện Ty Công an tỉnh X".
    """
    folded = ctx.view.folded
    for u in side.units.values():
        sentence = ctx.page.sentence(u.start)
        if sentence is None or not _BY_GUESTS.search(folded, *sentence.before(u.start)):
            return
    guests, side.units = side.units, {}
    forces = [p for p in people if p.unit and p.unit.kind in _FORCES]
    if guests:
        _add_from_leaders(side, units, forces)
    side.units.update((key, u) for key, u in guests.items() if key not in side.units)


def _telling(ctx: Context, events: Events, main: Event, units: Units, sends: Callable[[Named], bool]) -> list[Sentence]:
    """The sentences that tell who takes part: the event's own, those around it until both sides are told, and those
    with a word of taking part. `sends` tells the mentions that send a unit.
    """
    folded = ctx.view.folded
    body = [s for s in ctx.page.sentences if s.role == "body"]
    at = next((i for i, s in enumerate(body) if s.start == main.sentence.start), None)
    if at is None:
        return [main.sentence, *(s for s in body if _TAKES_PART.search(folded, s.start, s.end))]
    chosen: set[int] = set()
    told: set[str | None] = set()

    def choose(i: int) -> None:
        """Take a sentence, and the countries that it sends."""
        chosen.add(i)
        named = units.within(body[i].start, body[i].end)
        if len(told) >= 2:
            return
        # where ministers meet as persons no more is to be told
        told.update(
            u.country for u in named
            if not u.venue and (sends(u) or (u.kind in OF_STATE and units.entry(u))) and not _is_maker(ctx, main, u)
        )  # fmt: skip

    choose(at)
    for i in _between(ctx, events, main, units, body, at):
        choose(i)
    for i in range(at - 1, max(-1, at - 3), -1):
        if len(told) >= 2 or body[i].line != main.sentence.line:
            break
        choose(i)
    for i in _leads(ctx, main, units, sends, body, at) if len(told) < 2 else ():
        choose(i)
    attendees = (ctx.page.sentence(m.start) for m in ctx.of("people.roles") if m.value == "attendee")
    attended = {s.start for s in attendees if s}
    following = next((s.line for s in body[at + 1 :] if s.line > main.sentence.line), main.sentence.line)
    for i, s in enumerate(body[at + 1 :], at + 1):
        if s.line - main.sentence.line <= 1:
            beside = len(told) < 2 or bool(_TAKES_PART.search(folded, s.start, s.end))
        else:
            # behind a caption or a subhead only what still tells a side
            beside = s.line == following and (len(told) < 2 or bool(_LEADS.search(folded, s.start, s.end)))
            beside = beside or (len(told) < 2 and bool(_SENT_WITH.search(folded, s.start, s.end)))
        if beside or _LISTS_SIDES.match(folded, s.start, s.end) or _tells_guests(ctx, body, i, attended, chosen):
            choose(i)
    return [body[i] for i in sorted(chosen)]


def _leads(
    ctx: Context, main: Event, units: Units, sends: Callable[[Named], bool], body: Sequence[Sentence], at: int
) -> Iterator[int]:
    """The sentences above that of an event (the one at `at`), in another paragraph, that send both sides: "A và B thống
    nhất …" stands above "Hội nghị giữa ba đơn vị diễn ra"; "Đoàn A, B sang thăm C" opens the news.
    """
    if not at or body[at - 1].line == main.sentence.line:
        return
    for i in sorted({0, at - 1}):
        lead = units.within(body[i].start, body[i].end)
        both = len({u.country for u in lead if not u.venue and sends(u)}) > 1
        if both and (i == at - 1 or ctx.inside("talk.kind", body[i].start, body[i].end)):
            yield i


def _tells_guests(ctx: Context, body: Sequence[Sentence], i: int, attended: Set[int], chosen: Set[int]) -> bool:
    """Whether a sentence tells whose representatives attend, or goes on with a list of them in a line of its own: "Dự
    hội đàm có ông A, …", then "Về phía tỉnh X có lãnh đạo Sở B, Công an tỉnh".
    """
    folded, s = ctx.view.folded, body[i]
    if s.start not in attended:
        return False
    if _ATTENDS.search(folded, s.start, s.end) or _REPRESENTED.match(folded, s.start, s.end):
        return True
    goes_on = body[i - 1].start in attended and i - 1 in chosen
    return goes_on and _SIDE_HAS.match(folded, s.start, s.end) is not None


def _between(
    ctx: Context, events: Events, main: Event, units: Units, body: Sequence[Sentence], at: int
) -> Iterator[int]:
    """The first sentence behind that of an event (the one at `at`) that begins with the event and both its parties,
    where its own does not tell them.
    """
    starts = {e.sentence.start for e in events.all if e.kind == main.kind and _tells_parties(ctx, e)}

    def tells_both(s: Sentence) -> bool:
        return len({u.country for u in units.within(s.start, s.end)}) > 1

    if starts and not tells_both(body[at]):
        told = (i for i in range(at + 1, len(body)) if body[i].start in starts and tells_both(body[i]))
        yield from islice(told, 1)


def _tells_parties(ctx: Context, e: Event) -> bool:
    """Whether a sentence begins with an event and its parties: "Đối thoại giữa hai Bộ A được tổ chức thường niên"."""
    opens = not e.before and e.sentence.role == "body" and not (e.round or e.year or e.coming)
    return opens and ctx.view.folded.startswith(" giữa ", e.pieces[-1].end)


def _first_place(ctx: Context, side: Side, people: Sequence[Someone]) -> int:
    """Where the body first sends a side: its first unit, else its leader; the title only where the body is silent."""
    starts = [u.start for u in side.units.values()]
    leads = [p for p in people if p.country == side.country and {"head", "co_chair"} & set(p.roles)]
    leaders = [o.name.start for p in leads for o in p.places]
    named = [side.named.start] if side.named else []
    title = ctx.page.title.end if ctx.page.title else 0
    ways = [[at for at in way if at >= title] for way in (starts, leaders, named)]
    first = ways[0] + ways[1]
    return min(next(filter(None, (first, *ways, starts, leaders, named)), [len(ctx.view.text)]))


def delegations(
    ctx: Context, sides: Sequence[Side], units: Units, people: Sequence[Someone], kind: str
) -> tuple[Delegation, ...]:
    """The record's delegations in order; `kind` is that of the talk."""
    return tuple(_delegation(ctx, side, units, people, kind) for side in sides)


def _delegation(ctx: Context, side: Side, units: Units, people: Sequence[Someone], kind: str) -> Delegation:
    """One side: its units by their names in the record, and its head."""
    entries = [(u, entry) for u in side.units.values() if (entry := units.entry(u))]
    shown: list[Shown] = []
    head = _leader(side.country, people, kind)
    told = ((at, ctx.country_rule(at, u.rule)) for u, _ in entries if (at := u.country_from))
    country = next(told, None)
    if country is None and side.named is not None:
        country = (Span(side.named.start, side.named.end), side.named.rule)
    if country is None and head is not None:
        at = head.country_at or head.name_at
        country = (at, ctx.country_rule(at, head.rule))
    side.country_at = country
    if country is not None:
        shown.append(("country", *country))
    for u, _ in entries:
        shown += units.shown("units", u)
    if head is not None:
        shown.append(("head", head.name_at, head.rule))
    return Delegation(
        country=side.country, units=tuple(entry.name for _, entry in entries), head=head.name if head else None,
        evidence=ctx.evidence(dict.fromkeys(shown)),
    )  # fmt: skip


def _leader(country: str, people: Sequence[Someone], kind: str) -> Someone | None:
    """Who leads a side, else who chairs for it, else, at a signing, who signs; None where nobody is told to."""
    for role in ("head", "co_chair", *(("signatory",) if kind == "signing" else ())):
        for p in people:
            if p.country == country and role in p.roles:
                return p
    return None
