"""Event mentions → the one that the article reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..mention import Span
from .context import Context
from .cues import standing
from .event import REACH, VISIT, Event, has_day, has_day_or_place, is_received, is_weak
from .event_relations import ATTENDED, TAKEN_UP
from .states import states_at

__all__ = ["main_event", "second_event"]

# Patterns read the text in lower case, by the standard library's engine: a third of the time of `regex` with "(?i)".
_HELD = re.compile(
    r"(?:tổ chức|diễn ra|tiến hành|khai mạc|mở|đã|có|chủ trì|đồng chủ trì|đồng tổ chức|bước vào|kết thúc|dự"
    r"|ngồi vào|giữa|với|đăng cai)(?![^\W\d_])"
)
_WITH = re.compile(r"(?:,? [^\W\d_]+){0,6}? với ")
_OPENED = re.compile(r" (?:(?:đã|chính thức|được) )*(?:khai mạc|diễn ra)(?!\w)")
# Who meets to set out on a patrol patrols: "trước khi tuần tra, hai bên gặp gỡ".
_ON_PATROL = re.compile(standing("trước", "sau") + r"(?: khi)?(?: kết thúc)?(?: buổi| chuyến)? tuần tra(?!\w)")
# … and those who perform, give or travel of their own hold no talk where all that is said is "giao lưu", "thăm".
_PRIVATE = re.compile(
    r"(?<!\w)(?:câu lạc bộ|clb|hiệp hội|đoàn làm phim|đoàn nghệ thuật|đoàn văn công|nghệ s[iĩ]|ca sĩ|biểu diễn"
    r"|trình diễn|thiện nguyện|nhà hảo tâm|mạnh thường quân|(?:du khách|khách du lịch)(?! quốc tế))(?!\w)"
)
_THAT = re.compile(r" (?:ấy|đó|kể trên|nói trên)(?!\w)")  # takes up what was told before
_AT_EXCHANGE = re.compile(r"(?:(?:cũng|ngay|và) )*(?:tại|trong|ở) (?:chương trình|buổi|đêm|ngày hội) ")
# Kinds in the order of the closed list: where title and body differ, the first.
_KINDS = ("talks", "briefing", "review_conference", "conference", "meeting", "exchange", "signing")
# What was done is no news of the day: "đã phối hợp tổ chức thành công Chương trình".
_LOOKED_BACK = re.compile(
    r"(?<!\w)(?:đã|phối hợp|tham mưu|cùng nhau)(?!\w)[^.;:]{0,80}(?:tổ chức|tiến hành|tham gia)(?: thành công)?"
    r"(?: (?:các |những )?(?:hoạt động|chương trình|buổi|cuộc))? $"
)
_THAT_DAY = re.compile(r"(?:cũng )?(?:trong )?(?:(?:sáng|trưa|chiều|tối) )?cùng (?:ngày|sáng|chiều)(?!\w)")
# A ceremony as what is held: "tổ chức lễ kết nghĩa", "Lễ khánh thành … diễn ra".
_CEREMONY = re.compile(
    r"(?:tổ chức|tiến hành|làm|diễn ra|dự|hoàn tất)(?: (?:thành công|trọng thể|long trọng|buổi|chương trình))*"
    r" (?:nghi )?(?:lễ|ký) (?:ký )?(?:kết nghĩa|công bố|khánh thành|khởi công|khai trương|khai mạc|trao|bàn giao"
    r"|tiếp nhận|phát động|ra quân|xuất quân|kỷ niệm|thông xe|động thổ|khởi động|ra mắt)(?!\w)"
    r"|lễ (?:ký )?(?:kết nghĩa|công bố|khánh thành|khởi công|khai trương|trao|bàn giao|phát động|ra quân|kỷ niệm"
    r"|thông xe|động thổ|khởi động|ra mắt)(?!\w)[^.;]{0,160} (?:diễn ra|được tổ chức|được tiến hành)(?!\w)"
)
_PAPERS = r"(?:thỏa thuận|biên bản|bản ghi nhớ|quy chế|văn bản|văn kiện|kế hoạch|cam kết)"
_PAPER_SIGNED = re.compile(
    rf"(?<!\w)(?:ký(?: kết)?(?: và trao)? (?:\w+ )?{_PAPERS}|{_PAPERS} (?:đã |được |vừa |hai bên )*ký(?: kết)?)(?!\w)"
)
_PROGRAMME = re.compile(
    r"(?:cũng )?(?:theo (?:chương trình|kế hoạch|lịch trình|dự kiến)|dự kiến|chương trình (?:gồm|có))(?!\w)"
)
_NEWS_ABOUT = re.compile(
    r"(?:thông tin|kế hoạch|nội dung|chương trình|công tác chuẩn bị)(?: chi tiết)? (?:về|của|cho) (?:[^\W\d_]+ ){0,3}$"
)
_WILL_BE = re.compile(r" sẽ (?:được )?(?:diễn ra|tổ chức|khai mạc|tiến hành)(?!\w)")
# What stands between a visit and the body that it comes to; who gives, comes to give.
_TO_BODY = re.compile(
    r"(?:,? (?:và )?(?:chúc (?:tết|mừng)|làm việc(?: với| tại)?|trao đổi với|năm mới|cổ truyền|nguyên đán"
    r"|bunpimay|chol chnam thmay|cán bộ,? (?:và )?chiến s[ĩỹ]|lãnh đạo|tại|với|của))* "
)
_AFTER = re.compile(r"(?:\S{2,20} - )?(?:ngay |liền )?(?:sau|kết thúc)(?: khi)?(?: kết thúc)?(?: buổi| cuộc)? ")
_AT_HOME = re.compile(r"(?<!\w)(?:tặng|trao|hỗ trợ|khám|kiểm tra|khảo sát|nghiên cứu|học tập)(?!\w)")
_LEAD = 2  # paragraphs in which an article tells its news


def main_event(ctx: Context, found: Sequence[Event]) -> Event | None:
    """The first event of the body that happens: with a day, a place or a verb of holding in its sentence."""

    def happening() -> Iterator[Event]:
        return (e for e in found if e.sentence.role == "body" and _happens(ctx, e))

    first = _first_main(ctx, happening())
    if first and not first.full and ATTENDED.search(first.before):
        # "… dự hội đàm …" of a summary is an item of the exchange whose opening the news go on to tell
        first = next(
            (e for e in happening() if _is_opened(ctx, e) and e.sentence.line - first.sentence.line <= _LEAD + 1), first
        )
    if first and _is_call(ctx, first):
        # who calls on the head of a government comes to talk with his own counterpart: "hội kiến X và hội đàm với Y"
        first = next((e for e in happening() if e.kind == "talks" and e.sentence == first.sentence), first)
    first = _told_to_come(ctx, found, first) if first else None
    if first and first.coming:
        # of two events the one that was held is the talk: its own day tells it
        told = (
            e for e in happening()
            if not (e.coming or is_weak(ctx, e) or TAKEN_UP.search(e.before) or _is_round_before(e, first))
            and not (_NEWS_ABOUT.match(e.before) or _is_of_programme(ctx, e, first))
        )  # fmt: skip
        held = (e for e in told if has_day(ctx, e.sentence))
        main = next((e for e in held if e.full or e.kind != first.kind), first)
        if main is first:
            main = next((e for e in happening() if _is_met_before(ctx, e, first)), first)
        return None if main is first and _is_outlook(ctx, found, first) else main
    if first:
        first = next(_held_before(ctx, found, first), first)
        return _taken_up_before(ctx, found, first) or _round_told_later(ctx, happening(), first) or first
    roles = ("title", "body", "caption")
    # a line above the lead that is no title shows what is told: "Lễ ký kết quy chế kết nghĩa giữa A và B"
    lead = next((s.start for s in ctx.page.sentences if s.role == "body"), 0)
    told = (
        e
        for e in found
        if (e.sentence.role in roles or e.sentence.start < lead)
        and not (is_weak(ctx, e) or e.is_aside or _is_ceremony(ctx, e))
    )
    named = next((e for e in told if not (found[0].is_aside and _THAT.match(ctx.view.folded, e.mention.end))), None)
    return named or next((e for e in found if _is_joined_in(ctx, e)), None)


def _is_call(ctx: Context, e: Event) -> bool:
    """Whether an event is a call on one who leads, without a name."""
    return not e.full and ctx.view.folded.startswith("hội kiến", e.noun.start)


def _told_to_come(ctx: Context, found: Sequence[Event], first: Event) -> Event:
    """The event of a lead without a day, as one to come where the lines below tell the day on which it will be held:
    "Lần đầu tiên giao lưu … được tổ chức với …. Giao lưu sẽ diễn ra trong hai ngày 13 và 14/12".
    """
    if first.coming or TAKEN_UP.search(first.before) or _names_day(ctx, first):
        return first
    for e in found:
        if e.mention.start <= first.mention.start or e.kind != first.kind or e.sentence.role != "body":
            continue
        if e.sentence.line > first.sentence.line + _LEAD:
            break
        opens = e.coming is not None and e.coming.start >= e.mention.end and not e.before.strip()
        if opens and not e.round and not e.year and _WILL_BE.match(ctx.view.folded, e.mention.end):
            return first._replace(coming=e.coming) if has_day(ctx, e.sentence) else first
    return first


def _is_of_programme(ctx: Context, e: Event, first: Event) -> bool:
    """Whether an event is an item of the programme of the one to come: "Theo chương trình, hai Bộ trưởng trồng cây. …
    Cuộc gặp thường niên … được tổ chức ngày 14/12".
    """
    if e.sentence.start < first.sentence.start:
        return False
    line = (s for s in ctx.page.sentences if s.line == e.sentence.line and s.start <= e.sentence.start)
    return any(_PROGRAMME.match(ctx.view.folded, s.start) for s in line)


def _names_day(ctx: Context, e: Event) -> bool:
    """Whether an event's sentence, or one before it, tells a day: then it was held; that of the news is none: "Thông
    tin về Giao lưu … được cung cấp tại buổi họp báo sáng 1/12".
    """
    end = e.sentence.start + (not _NEWS_ABOUT.match(e.before))
    return any(has_day(ctx, s) for s in ctx.page.sentences if s.role == "body" and s.start < end)


def _is_ceremony(ctx: Context, e: Event) -> bool:
    """Whether a bare "lễ ký kết" only shows or takes up the ceremony whose holding the body tells, which is no talk:
    "tổ chức lễ kết nghĩa" with the caption "Quang cảnh lễ ký kết", and no paper is told that was signed.
    """
    if e.kind != "signing" or e.full:
        return False
    body = [s for s in ctx.page.sentences if s.role == "body"]
    folded = ctx.view.folded
    if not any(_CEREMONY.search(folded, s.start, s.end) for s in body):
        return False
    return not any(_PAPER_SIGNED.search(folded, s.start, s.end) for s in body)


def _taken_up_before(ctx: Context, found: Sequence[Event], first: Event) -> Event | None:
    """The event that the title names or the body takes up ("Tại buổi làm việc, …") where a lead is lacking and the
    first that happens is only a result which is looked back on ("tháng 11, hai bên đã tổ chức Giao lưu …").
    """
    if not first.full or not _LOOKED_BACK.search(first.before):
        return None
    rank = _KINDS.index(first.kind)
    above = [e for e in found if e.mention.start < first.mention.start and _KINDS.index(e.kind) < rank]
    taken = next((e for e in above if e.sentence.role == "body" and TAKEN_UP.search(e.before) and not e.full), None)
    if taken is None:
        return None
    titled = (e for e in above if e.sentence.role == "title" and not (is_weak(ctx, e) or e.is_aside or e.coming))
    return next(titled, None if is_weak(ctx, taken) else taken)


def _held_before(ctx: Context, found: Sequence[Event], first: Event) -> Iterator[Event]:
    """The talks after which the first that happens was held, where the lines below tell them: "Sau hội đàm, hai Bộ
    trưởng chủ trì Hội nghị lần thứ 5. … đã tổ chức hội đàm".
    """
    after = (e for e in found if e.sentence == first.sentence and e.mention.start < first.mention.start)
    if first.kind == "talks" or not any(e.kind == "talks" and _AFTER.fullmatch(e.before) for e in after):
        return
    below = (e for e in found if e.kind == "talks" and e.sentence.start > first.sentence.start)
    yield from (e for e in below if e.sentence.role == "body" and not e.coming and _happens(ctx, e))


def second_event(ctx: Context, found: Iterable[Event]) -> Event | None:
    """The first event of the body, with its day and no everyday word, of which a sentence tells who held it with whom:
    the reported one where the first that happens turns out to be of one state alone.
    """
    told = (e for e in found if e.sentence.role == "body" and not (e.coming or is_weak(ctx, e)) and _happens(ctx, e))
    return next((e for e in told if _has_partner(ctx, e) and has_day(ctx, e.sentence)), None)


def _has_partner(ctx: Context, e: Event) -> bool:
    """Whether an event's partner is told right behind its name, or both hold it before its noun."""
    if ctx.view.folded.startswith((" với ", " giữa "), e.pieces[-1].end):
        return True
    return len(ctx.inside("units", e.sentence.start, e.noun.start)) > 1


def _is_joined_in(ctx: Context, e: Event) -> bool:
    """Whether the news tells what two units did at an exchange: "Tại chương trình giao lưu, Đồn A và Đại đội B thi đấu
    bóng đá".
    """
    told = e.kind == "exchange" and e.sentence.role == "body" and _AT_EXCHANGE.fullmatch(e.before) is not None
    return told and len(ctx.inside("units", e.mention.end, min(e.sentence.end, e.mention.end + 2 * REACH))) > 1


def _is_met_before(ctx: Context, e: Event, first: Event) -> bool:
    """Whether a sentence before that of an event to come tells who met whom, and when: "Ngày 5/5, BĐBP tỉnh A gặp gỡ,
    trao đổi nghiệp vụ với Chi đội B. Hội đàm lần thứ 10 dự kiến …".
    """
    if e.kind != "meeting" or e.coming or e.sentence.start >= first.sentence.start or not has_day(ctx, e.sentence):
        return False
    met = _WITH.match(ctx.view.folded, e.mention.end, e.sentence.end)
    return met is not None and bool(ctx.inside("units", met.end(), met.end() + 1))


def _is_opened(ctx: Context, e: Event) -> bool:
    """Whether a sentence tells that a round of an exchange is opened: "Giao lưu … lần thứ 9 chính thức khai mạc"."""
    told = e.kind == "exchange" and e.round is not None and not (e.coming or e.is_background or e.is_earlier)
    return told and _OPENED.match(ctx.view.folded, e.pieces[-1].end) is not None


def _first_main(ctx: Context, happening: Iterable[Event]) -> Event | None:
    """The first of the events that happen which is no everyday word; such a one only where a day or place stands by."""
    first: Event | None = None
    dated: Event | None = None
    rest = iter(happening)
    for e in rest:
        if not is_weak(ctx, e):
            # a visit or a friendly hour around a talk gives way to it, unless it comes well before
            before = first is not None and e.sentence.line - first.sentence.line > 2
            return first if before and first is dated else _told_in_full(ctx, e, rest)
        first = first or e
        if dated is None and (has_day_or_place(ctx, e) or _met_that_day(ctx, e) or _opens_lead(ctx, e)):
            dated = e
    return dated


def _told_in_full(ctx: Context, lead: Event, rest: Iterable[Event]) -> Event:
    """The mention that tells the day or place of an event of which the lead only speaks; the lead's where none does."""
    if not lead.full or lead.coming or has_day_or_place(ctx, lead):
        return lead
    for e in rest:
        if e.sentence.line > lead.sentence.line + 2:
            break
        same = e.kind == lead.kind and e.full and (e.round and e.round.value) == (lead.round and lead.round.value)
        if same and not e.coming and has_day_or_place(ctx, e):
            return e
    return lead


def _is_outlook(ctx: Context, found: Sequence[Event], first: Event) -> bool:
    """Whether an event to come is only looked forward to behind other news: nothing before its sentence names an event
    but as a paper, a habit or a ground, and the article tells of other things first.
    """
    before = (e for e in found if e.sentence.start < first.sentence.start)
    if any(e.sentence.role != "body" or not (e.is_aside or e.in_paper) for e in before):
        return False
    above = [s for s in ctx.page.sentences if s.role == "body" and s.start < first.sentence.start]
    return len({s.line for s in above}) > _LEAD and any(has_day(ctx, s) for s in above)


def _round_told_later(ctx: Context, happening: Iterable[Event], first: Event) -> Event | None:
    """The later round whose day the news tell, where they begin with the first ones and no day of those: "Hội nghị lần
    thứ nhất được tổ chức tại X. Sáng 22/3, Hội nghị lần thứ ba khai mạc tại Y".
    """
    if first.round is None or has_day(ctx, first.sentence):
        return None
    told = (e for e in happening if _is_round_before(first, e) and not e.coming)
    return next((e for e in told if has_day(ctx, e.sentence)), None)


def _is_round_before(e: Event, first: Event) -> bool:
    """Whether an event is an earlier round of the one to come: "Giao lưu lần thứ nhất được tổ chức năm 2023"."""
    if e.kind != first.kind or e.round is None or first.round is None:
        return False
    return isinstance(e.round.value, int) and isinstance(first.round.value, int) and e.round.value < first.round.value


def _met_that_day(ctx: Context, e: Event) -> bool:
    """Whether two units met on the day that was told before: "Sáng cùng ngày, Đồn A và Trạm B gặp gỡ, trao đổi"."""
    if e.kind != "meeting" or not _THAT_DAY.match(ctx.view.folded, e.sentence.start, e.noun.start):
        return False
    return len(ctx.inside("units", e.sentence.start, e.noun.start)) > 1


def _opens_lead(ctx: Context, e: Event) -> bool:
    """Whether the news begin with the guests whom a body received, or who came to it: then they came, with or without
    a day ("Đoàn Công an tỉnh A đã đến thăm, chúc Tết Công an tỉnh B").
    """
    if not is_received(e) and not (e.mention.rule == VISIT and _comes_to_body(ctx, e)):
        return False
    first = next((s for s in ctx.page.sentences if s.role == "body"), None)
    return first is not None and first.start == e.sentence.start


def _comes_to_body(ctx: Context, e: Event) -> bool:
    """Whether a body stands before a visit in its sentence, and right behind it the one that it comes to, in another
    state: a command that sees its own post meets nobody.
    """
    if e.coming or e.is_habit or _AT_HOME.search(e.before):
        return False
    to = _TO_BODY.match(ctx.view.folded, e.mention.end, e.sentence.end)
    hosts = ctx.inside("units", to.end(), to.end() + 1) if to else []
    if not hosts or not ctx.inside("units", e.sentence.start, e.noun.start):
        return False
    sentence = Span(e.sentence.start, e.sentence.end)
    named = {m.value for m in ctx.inside("countries", *sentence)} | {c for _, _, c in states_at(ctx, sentence)}
    return bool(named - {"VN"})


def _happens(ctx: Context, e: Event) -> bool:
    """Whether a sentence reports its event as happening."""
    if e.is_habit or e.is_earlier or (e.is_background and e.full) or e.before.endswith("bên lề "):
        return False
    if is_weak(ctx, e) and (_ON_PATROL.search(e.before) or _PRIVATE.search(e.before[-REACH:])):
        return False
    if has_day_or_place(ctx, e) or _met_that_day(ctx, e) or _opens_lead(ctx, e):
        return True
    if is_weak(ctx, e) or TAKEN_UP.search(e.before):
        return False
    return bool(_HELD.search(e.before[-16:]) or _HELD.match(ctx.view.folded, e.mention.end + 1))
