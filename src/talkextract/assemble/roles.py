"""Who leads, chairs, speaks, signs or attends: a person's roles at the talk."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..document import Sentence
from ..mention import Mention, Span
from .context import Context
from .events import Events
from .named_by_post import last_of_the_post, of_the_post, of_the_state, of_two_posts
from .person import Someone
from .principals import give_principals
from .role_cues import COURTESY, REACH, SUBJECT, WHO, Cue, Persons, give

__all__ = ["ROLES", "give_roles"]

ROLES = ("head", "co_chair", "speaker", "signatory", "attendee")
# "Trưởng đoàn Việt Nam thông báo", "người đứng đầu đoàn Trung Quốc đáp lời": of those who lead the one of that state
_LEADER_OF = re.compile(
    r"(?<!phó )(?:trưởng|người (?:đứng|dẫn) đầu) đoàn(?: đại biểu| công tác| phía| nước| bạn)* (?=việt|lào|trung|cam)"
)
_THEN_TOO = re.compile(r"(?<!\w)(?:cùng (?:ngày|sáng|chiều|tối)|tiếp đó|sau đó)(?!\w)")
_LEADERS_SIGN = re.compile(
    r"(?:(?:hai|các|ba|bốn|năm|sáu|tám|[2-8]) (?:(?:đồng chí|vị|ông) )?(?:đồng )?(?:trưởng đoàn|chủ trì|chủ tọa"
    r"|chủ tịch(?! (?:ubnd|ủy ban nhân|huyện|xã|hội|mặt trận))"
    r"|bộ trưởng|thứ trưởng|tư lệnh|cục trưởng|giám đốc|chỉ huy trưởng|đồn trưởng|(?:người )?(?:đứng|dẫn) đầu)"
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
# Whom the sentence before named, goes on as "anh", "ông": "Anh là Đồn trưởng …, được giao làm trưởng đoàn".
_PRONOUN = re.compile(r"(?:anh|ông|bà|chị)(?: (?:ấy|cũng))? (?:là|được|làm|đã|sẽ|chính là)(?!\w)")
# An attendance in which each person is an item of a list: "Thành phần tham dự gồm:"; the mark before one
_OPENS_ITEMS = re.compile(
    r"(?:(?:về )?phía|thành phần)[^.;:]{0,120}:|[^.;:]{0,120}(?:gồm|có|là)(?: (?:có|các|đồng chí|đại biểu|ông|bà))*:"
)
_ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[-+*•–]|[a-zđ]\)) ?")
# "Tiếp đoàn, Đại tá X bày tỏ": what the host of a visit says
_RECEIVES = re.compile(r"(?:đón(?:,| và))? ?tiếp(?: và làm việc với)? đoàn(?: (?:công tác|đại biểu|bạn|ta))*, ")
# Who chairs for one side, in the next sentence for the other: "Chủ trì họp, về phía Việt Nam có A. Phía Lào có B"
_CHAIRED_BY_SIDE = re.compile(
    r"(?:(?:đồng |cùng )?chủ trì|(?:đồng |cùng )?điều hành)(?!\w)(?:(?! (?:có|là|gồm|do) )[^.;]){0,100}?,?"
    r" (?:về |bên )?phía [^.,;:]{2,30}?,? (?:có|là|do) "
)
_OTHER_SIDE_HAS = re.compile(r"(?:còn |và )?(?:về |bên )?phía [^.,;:]{2,30}?,? (?:có|là|do) ")
_RANKS = ("Cán bộ", "Chiến sĩ", "Nhân viên")
# What somebody may do at another event than the talk, and so have no role in it.
_AT_IT = ("speaker", "attendee")
# The roles of those who lead their sides.
_LEADING = ("head", "co_chair")
_MOST_ITEMS = 30
_BACK = 400  # characters before a cue in which a courtesy call is told
_FEW = 4  # sentences between a paragraph and the one that it takes up: captions
_TAKES_UP = ("tại đây,", "tại buổi tiếp", "tại cuộc tiếp", "tại buổi chào", "tại cuộc chào")
_CALLED_BACK = 600  # characters before a sentence in which one is named whom it calls by his post
_NEAR = 80  # characters before a verb of saying, in which the leader is told by his side


def give_roles(ctx: Context, people: Sequence[Someone], events: Events) -> None:
    """Fill `roles` of every person from the cues around his places; `mentioned`, the lack of any, to nobody."""
    if not people:
        return
    persons = Persons(people)
    cues = ctx.of("people.roles")
    visit = events.main is not None and events.main.kind == "meeting"
    # who leads and chairs is told first: "hai trưởng đoàn ký" speaks of them
    leaders: list[Someone] = []
    for leading in (True, False):
        for m in cues:
            if (m.value in _LEADING) == leading and (sentence := ctx.page.sentence(m.start)):
                chosen = _chosen(ctx, m, sentence, leaders, persons, visit=visit)
                chosen = _there(ctx, m, sentence, leaders, chosen, events)
                if not chosen:
                    chosen = _of_posts(ctx, m, sentence, people, persons)
                    at_it = m.value in ("speaker", "co_chair")
                    chosen = _there(ctx, m, sentence, leaders, chosen, events) if at_it else chosen
                give(chosen, str(m.value), Span(m.start, m.end), m.rule)
        if leading:
            _give_other_chair(ctx, cues, persons)
            give_principals(ctx, persons, people, events, chaired=sum("co_chair" in p.roles for p in people) > 1)
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


def _of_posts(
    ctx: Context, m: Mention, sentence: Sentence, people: Sequence[Someone], persons: Persons
) -> list[Someone]:
    """Of whom a cue speaks that only their posts name before it."""
    before = sentence.before(m.start)
    words = ctx.view.folded[slice(*before)]
    chosen: list[Someone] = []
    if m.value in ("co_chair", "signatory"):
        chosen = of_the_post(words, people) or of_two_posts(ctx, before.start, m.start, people)
    if chosen or m.value not in ("co_chair", "speaker"):
        return chosen
    # an earlier sentence of the paragraph names him so, or his state does
    start = max(ctx.page.lines[sentence.line].start, before.start - _BACK)
    named = [p for _, p in persons.within(start, before.start)]
    chosen = last_of_the_post(words, named) if named else []
    if not chosen and m.value == "speaker":
        chosen = of_the_state(words, [p for p in people if p.places[0].start < before.start])
    if not chosen or persons.within(before.start, m.start) or COURTESY.search(ctx.view.folded, start, m.start):
        return []
    return chosen


def _give_other_chair(ctx: Context, cues: Sequence[Mention], persons: Persons) -> None:
    """Give its role to the one who chairs for the other side, whom the next sentence tells."""
    for m in cues:
        sentence = ctx.page.sentence(m.start) if m.value == "co_chair" else None
        if sentence is None or not _CHAIRED_BY_SIDE.match(ctx.view.folded, sentence.start, sentence.end):
            continue
        after = ctx.page.sentence(sentence.end + 2)
        told = after and _OTHER_SIDE_HAS.match(ctx.view.folded, after.start, after.end)
        if after is not None and told:
            give([p for _, p in persons.within(told.end(), after.end)[:1]], "co_chair", Span(m.start, m.end), m.rule)


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
        give(others, "head", Span(*said.span()), m.rule)
        leaders += others
    if len({p.country for p in leaders}) > 1:
        give(leaders, "co_chair", Span(m.start, m.end), m.rule)


def _chosen(
    ctx: Context, m: Mention, sentence: Sentence, leaders: list[Someone], persons: Persons, *, visit: bool
) -> list[Someone]:
    """The persons of whom a cue speaks; `leaders` are those who lead or chair, as far as they are known; `visit` says
    that the talk is a meeting, of which the reception of the guests is a part.
    """
    folded = ctx.view.folded
    if m.value == "signatory" and _SIGNED_LEADERS.match(folded, m.start):
        return leaders
    if m.value == "signatory" and _LEADERS_SIGN.search(folded, *sentence.before(m.start)):
        return leaders
    if m.value == "speaker" and (told := _leader_told(ctx, m, sentence, leaders)):
        return told
    # no further than a sentence is long, to either side
    near = Span(sentence.before(m.start).start, min(sentence.end, m.end + REACH))
    if visit and (receives := _RECEIVES.match(folded, *near)):
        near = Span(receives.end(), near.end)
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
    return WHO[str(m.value)](Cue(folded, m.start, m.end, near, before, after))


def _items(ctx: Context, sentence: Sentence, persons: Persons) -> list[Someone]:
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
    if chosen and (_is_at_second(events, sentence) or (m.value == "co_chair" and _chairs_another(events, m))):
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


def _chairs_another(events: Events, m: Mention) -> bool:
    """Whether another event than the talks, called by its name, is what is chaired: "Sau hội đàm, hai Bộ trưởng đồng
    chủ trì Hội nghị Hợp tác lần thứ 5"; of a visit the conference is a part.
    """
    if events.main is None or events.main.kind != "talks":
        return False
    at = bisect_left(events.all, m.end, key=lambda e: e.noun.start)
    e = events.all[at] if at < len(events.all) else None
    return e is not None and e.full and e.noun.start <= m.end + len(" chương trình ") and e in events.others


def _is_at_second(events: Events, sentence: Sentence) -> bool:
    """Whether the event last named in the paragraph, up to the end of the sentence, is another one of the kind, held
    with another partner: "Hai hôm sau, ngày 5/9, Đồn C và Trạm D cũng tiến hành hội đàm. X và Y dẫn đầu hai đoàn".
    """
    if events.main is None or sentence.line == events.main.sentence.line:
        return False
    at = bisect_left(events.all, sentence.end, key=lambda e: e.noun.start) - 1
    last = events.all[at] if at >= 0 and events.all[at].sentence.line == sentence.line else None
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
    if state is None or not SUBJECT.fullmatch(folded, state.end, m.start):
        return []
    return [p for p in leaders if p.country == state.value][:1]


def _is_courtesy(ctx: Context, sentence: Sentence, near: Span) -> bool:
    """Whether a sentence, one shortly before it in its paragraph, or the paragraph before that its paragraph takes up
    ("Tại đây, …"), tells of a courtesy call or a dinner.
    """
    line = ctx.page.lines[sentence.line]
    if COURTESY.search(ctx.view.folded, max(line.start, near.start - _BACK), near.end):
        return True
    if not ctx.view.folded.startswith(_TAKES_UP, line.start):
        return False
    at = bisect_left(ctx.page.sentences, line.start, key=lambda s: s.start)
    above = next((s for s in reversed(ctx.page.sentences[max(0, at - _FEW) : at]) if s.role == "body"), None)
    start = max(ctx.page.lines[above.line].start, above.end - _BACK) if above else 0
    if above is None or not COURTESY.search(ctx.view.folded, start, above.end):
        return False
    return all(m.value == "meeting" for m in ctx.inside("talk.kind", start, above.end))
