"""Event mentions → the event that the article reports, and the others that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..document import Sentence
from ..mention import Mention, Span
from ..values.dates import Point
from .called_off import is_called_off, is_called_off_later
from .context import Context, SpanIndex
from .cues import alone, standing

__all__ = ["Event", "Events", "is_joined", "is_told_apart", "last_clause", "read_events"]

# Patterns read the text in lower case, by the standard library's engine: a third of the time of `regex` with "(?i)".
_HELD = re.compile(
    r"(?:tổ chức|diễn ra|tiến hành|khai mạc|mở|đã|có|chủ trì|đồng chủ trì|đồng tổ chức|bước vào|kết thúc|dự"
    r"|ngồi vào|giữa|với|đăng cai)(?![^\W\d_])"
)
_IS_HELD = re.compile(standing("diễn ra", "tổ chức", "tiến hành", "khai mạc") + r"(?: (?:buổi|cuộc|chương trình))? $")
_WITH = re.compile(r"(?:,? [^\W\d_]+){0,6}? với ")
_OPENED = re.compile(r" (?:(?:đã|chính thức|được) )*(?:khai mạc|diễn ra)(?!\w)")
_ATTENDED = re.compile(standing("dự", "tham dự", "tham gia") + r"(?: (?:buổi|cuộc|chương trình))? $")
_THEN = re.compile(r"cùng (?:ngày|chiều|sáng|tối)|tiếp đó|sau đó|trước (?:đó|hội đàm|hội nghị)|nhân dịp này|dịp này")
# Who meets to set out on a patrol patrols: "trước khi tuần tra, hai bên gặp gỡ".
_ON_PATROL = re.compile(standing("trước", "sau") + r"(?: khi)?(?: kết thúc)?(?: buổi| chuyến)? tuần tra(?!\w)")
# … and those who perform, give or travel of their own hold no talk where all that is said is "giao lưu", "thăm".
_PRIVATE = re.compile(
    r"(?<!\w)(?:câu lạc bộ|clb|hiệp hội|đoàn làm phim|đoàn nghệ thuật|đoàn văn công|nghệ s[iĩ]|ca sĩ|biểu diễn"
    r"|trình diễn|thiện nguyện|nhà hảo tâm|mạnh thường quân|(?:du khách|khách du lịch)(?! quốc tế))(?!\w)"
)
# Who receives holds no talk: "tiếp xã giao Đoàn … sang thăm".
_RECEIVES = re.compile(
    standing("tiếp", "đón") + r"(?:,? (?:tiếp|đón|xã giao|thân mật|chính thức|và))*"
    r" (?:đoàn|đồng chí|đ/c|ông|bà|ngài|các|bí thư|phó|bộ|tỉnh|chủ tịch|đại|thượng|trung|thiếu|chuẩn)(?!\w)"
)
_TAKEN_UP = re.compile(r"(?:tại|sau|trước|kết thúc|ở|kết luận|chỉ đạo|điều hành) (?:buổi )?$")
_THAT = re.compile(r" (?:ấy|đó|kể trên|nói trên)(?!\w)")  # takes up what was told before
_AT_IT = ("tại", "tại buổi", "tại cuộc", "phát biểu tại", "phát biểu tại buổi", "kết thúc", "kết thúc buổi")
# Words before an event noun that make it a habit of both sides, no event: "duy trì cơ chế … hội đàm định kỳ".
_HABIT = re.compile(
    r"(?:cơ chế|hình thức|duy trì|thường xuyên|chế độ|tăng cường|đẩy mạnh|tiếp tục|hoạt động|các cuộc|những cuộc"
    r"|nhiều lần (?:tham gia|tham dự|dự|tổ chức|hội đàm|cùng)"
    r"|mỗi năm|hằng năm|hàng năm|năm nào|tháng nào|quý nào|lần nào|tuần nào|định kỳ|luân phiên|đề nghị"
    r"|nghiên cứu (?:tổ chức|mở|tiến hành)|quy định(?!,| của| tại| về)|khi cần(?: thiết)?"
    r"|tham mưu(?! trưởng)|được giữ|trong những năm|mở rộng|chỉ đạo)"
    r"(?![^\W\d_])[^.;]*$"
)
# … and right behind it: "tổ chức hội đàm định kỳ mỗi năm hai lần".
_HABIT_BEHIND = re.compile(
    r"(?: luân phiên| thường xuyên|,)? (?:(?:mỗi|hằng|hàng) (?:năm|quý|tháng|tuần)"
    r"|(?:\d|một|hai|ba|sáu) (?:năm|quý|tháng|tuần)(?: một|/| \d) ?lần|theo (?:quy định|định kỳ)(?! của))(?!\w)"
)
# … or the count of what was held behind the partner: "đã hội đàm với phía Trung Quốc 25 lần".
_COUNTED_BEHIND = re.compile(
    r" (?:với|giữa)(?! [^.,;:()]{0,80} (?:tuần tra|trao đổi|thống nhất|đánh giá|về|để|nhằm|sau|ngày|tại)(?!\w))"
    r" [^.,;:()]{2,80}? (?:\d{1,3}|hai|ba|nhiều|hàng chục) (?:lần|cuộc|buổi|lượt)(?= ?[.,;(/]|$)"
)
# Several of them, or the work on them, are no event: "4 cuộc hội đàm", "làm công tác hội đàm".
_SEVERAL = re.compile(
    r"(?<![\w/.-])(?:(?:\d{1,3}|hai|ba|bốn|nhiều|hàng chục|mấy|vài|các|những|mọi|mỗi)(?: lượt)?"
    r" (?:cuộc|buổi|lần|đợt|kỳ|phiên)|công tác) $"
)
_COUNTED = ("cuộc ", "buổi ", "lần ", "đợt ", "kỳ ", "phiên ", "công tác ")
_COUNT = re.compile(r"(?<![\w/.-])(?:\d{1,3}|hai|ba|bốn|nhiều|hàng chục|mấy|vài) $")
_PAPER = re.compile(r"(?:biên bản(?: ghi nhớ)?|thỏa thuận|bản ghi nhớ|nội dung|kết quả|ghi nhớ)(?: [^\W\d_]+){0,3} $")
# What brings in an event as the ground, the occasion or the outlook of what is told: "Thực hiện nội dung đã ký kết tại
# Hội đàm …", "trong khuôn khổ Giao lưu …", "so với hội đàm lần thứ XIV", "mời … dự Giao lưu …".
_GROUNDS = (
    "từ ", "sau ", "so với ", "tiếp nối ", "khuôn khổ ", "bên lề ", "hướng tới ", "tiến tới ", "như ", "là nhờ ",
    *(f"{did} {at} " for did in ("thống nhất", "ký", "ký kết", "cam kết", "thỏa thuận", "nhất trí", "nêu", "đề ra")
      for at in ("tại", "trong", "ở")),
)  # fmt: skip
_WHAT_WAS_SAID = (
    r"(?: [^\W\d_]+){0,4} (?:nội dung|kết quả|thỏa thuận|biên bản|cam kết|tinh thần|thống nhất|kết luận|ghi nhớ)(?!\w)"
)
_GROUND = re.compile(standing(
    *(doing + _WHAT_WAS_SAID for doing in (
        "thực hiện", "triển khai", "theo", "căn cứ", "cụ thể hóa", "trên cơ sở", "quán triệt", "kiểm điểm", "đánh giá",
    )),
    r"mời(?: [^\W\d_]+){0,8} (?:dự|tham dự|tham gia) $",
))  # fmt: skip
_CARRIERS = ("các ", "những ", "buổi ", "cuộc ", "chương trình ", "kỳ ")
_CARRIER = re.compile(rf"(?:{'|'.join(_CARRIERS)})+$")
# Another event than the reported one: "Trước đó, tại hội đàm ngày 6/12/2019", "những điều đã hứa ở hội đàm lần thứ …".
_EARLIER = re.compile(
    r"trước đó|lần trước|năm ngoái|năm trước|từng|đã (?:hứa|hẹn|thống nhất)|những (?:điều|việc|gì|nội dung) đã"
    r"|thực hiện những|nhờ(?<!\wnhờ) (?:(?:cuộc|buổi) )?$"
)
# … but what the next sentence goes on to tell is the news: "Diễn ra từ ngày 29 đến 30/8, sự kiện này được …".
_TOLD_NEXT = re.compile(
    r"(?:(?:được )?(?:diễn ra|tổ chức|tiến hành|khai mạc) [^.;]{4,120}?, (?:sự kiện|hoạt động"
    r"|(?:cuộc|buổi|phiên) [^\W\d_]+|hội đàm|hội nghị|chương trình)(?: này)?"
    r"|(?:sự kiện|(?:cuộc|buổi|phiên) [^\W\d_]+|hội đàm|hội nghị|chương trình) này(?: đã)?"
    r" (?:được (?:tổ chức|tiến hành)|diễn ra|khai mạc))(?!\w)"
)
_LEAD = 2  # paragraphs in which an article tells its news
_REACH = 240  # characters between an event and the words by which it is to come
_INVITED = 110  # … and between an invitation, which names the guests, and what they are invited to
_AHEAD = (
    "thống nhất",
    "nhất trí",
    "đồng ý",
    "mời",
    "gửi lời mời",
    "tiến tới",
    "chuẩn bị",
    "hẹn gặp",
)  # of what follows
# What opens a sentence about another event of the same or the next days: "Chiều cùng ngày, Đồn A hội đàm với …".
_NEXT_TOLD = re.compile(
    r"(?:(?:sáng|trưa|chiều|tối|cũng trong|trong) )*"
    r"(?:cùng (?:ngày|sáng|chiều|tối)|hôm sau|tiếp đó|(?:liền )?sau đó|trước đó|tiếp theo)(?!\w)"
)
# … or the one that led to what is reported: "phá án nhờ trao đổi thông tin tại hội đàm tháng 4".
_LED_TO_IT = re.compile(
    r"(?<!\w)(?:nhờ|kết quả (?:của|từ)) [^.;,]{0,80}(?:tại|trong|của|qua|sau|ở) (?:(?:cuộc|buổi|các) )?$"
)
# What a word of the future cannot reach over: "Tại hội đàm, hai bên thống nhất sẽ tổ chức …" announces no hội đàm.
_OTHER_VERB = re.compile(
    "đã|diễn ra|tổ chức|tiến hành|;|:|"
    + alone("thống nhất", "nhất trí", "hai bên", "các bên", "đề nghị", "khẳng định", "ký")
)
# A paper that this event brought about: "hai bên ký Biên bản hội đàm năm 2022".
_SIGNED = re.compile(alone("ký", "ký kết", "trao", "thông qua") + "[^.;:]{0,60}$")
_AND_ROUND = re.compile(r"(?:,| và|, và) lần (?!đầu)")
# … with its own parties before: "hội đàm giữa A với B và lễ ký kết nghĩa giữa C với D"
_AND = re.compile(
    r"(?: (?:giữa|với) [^.;:]{4,240}?)?,? (?:và|kết hợp|gắn với)(?: (?:tổ chức|chương trình|buổi|cuộc))* "
)
_NEXT = re.compile(r"(?:lần|kỳ) (?:sau|tới|kế tiếp|tiếp theo)")
_DAY = re.compile(r"\d\s?[/.-]\s?\d|ngày|nay|qua")
_YEAR = re.compile(r"(?:19|20)\d\d")
# The part of a year that a name tells: of two quarters there are two events.
_PART = re.compile(r"quý (?:[1-4]|iv|i{1,3})(?!\w)|[369] tháng (?:đầu|cuối) năm|tháng \d{1,2}(?!\d)")
_QUARTERS = {"quý i": "quý 1", "quý ii": "quý 2", "quý iii": "quý 3", "quý iv": "quý 4"}
_TITLE_START = re.compile(
    r"(?: song phương)? (?:thường niên|định kỳ|công tác|bí thư |giao ban|nghiệp vụ|cấp |đột xuất|bất thường|hữu nghị"
    r"|sơ kết"
    r"|tổng kết|bàn tròn|hợp tác|chính sách|quý |[369] tháng |(?:trao đổi, )?đánh giá(?=.*(?:19|20)\d\d))"
)
# A title that only says what it is about: "Gia Lai - Ratanakiri: Hội đàm về công tác bảo vệ biên giới".
_TITLE_ABOUT = re.compile(r" về (?:công tác|hợp tác|phối hợp|quản lý|việc phối hợp)(?!\w)")
# What is done at any meeting is no name of an exchange: "giao lưu văn nghệ, thể thao"; a title in quotation marks is.
# Papers that are not told name no signing: "lễ ký một số văn kiện hợp tác".
_NAMELESS = re.compile(
    r" (?:văn nghệ|văn hóa|thể thao|quân dân|trực tuyến)(?!.*(?:hữu nghị|biên giới|\"))"
    r"|(?: kết)? (?:một số|các|nhiều|những|hai|ba|\d+) (?:văn kiện|văn bản|thỏa thuận|biên bản|tài liệu)(?!\w)"
)
# An item in a row of what was done: "tổ chức 2 chuyến tuần tra; giao lưu sĩ quan trẻ".
_IN_ROW = re.compile(r"[;,] $")
# Nouns of the closed list that are everyday words too: without a name of their own they are no event.
_VISIT = "talk.kind.visit"
_EVERYDAY_RULES = (
    _VISIT,
    "talk.kind.work",
    "talk.kind.met",
    "talk.kind.met_each_other",
    "talk.kind.sides_met",
    "talk.kind.signing.by_two",
)
_EVERYDAY = re.compile(r"giao lưu|gặp gỡ|gặp mặt|họp mặt|giao ban|đối thoại|trao đổi")


class Event(NamedTuple):
    """One event mention: its kind, its noun, and its sentence; in lower case the words of the sentence before it, and
    those of its name behind the noun; the second piece of its name, behind the parties ("… lần thứ XV").

    `coming` are the words by which it is still to come. `full` says that the words are a name: with an ordinal, a year,
    or the beginning of a title behind the noun;
    `in_paper` that it stands in the name of a paper, `is_habit` that the words around make a habit, a paper's name or a
    promise of it, or call it off (`is_off`), `is_earlier` that they tell of what was before the report,
    `is_background` that they bring it in as the ground, the occasion or the outlook of something else.
    """

    mention: Mention
    sentence: Sentence
    kind: str
    noun: Span
    before: str
    tail: str
    rest: Span | None
    round: Mention | None
    year: str | None
    coming: Mention | None
    full: bool
    in_paper: bool
    is_habit: bool
    is_off: bool
    is_earlier: bool
    is_background: bool

    @property
    def part(self) -> str | None:
        """The quarter, half-year or month in its name."""
        told = _PART.search(self.tail)
        return _QUARTERS.get(told[0], told[0]) if told else None

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The pieces of its name, in order."""
        name = Span(self.mention.start, self.mention.end)
        return (name,) if self.rest is None else (name, self.rest)


@dataclass(frozen=True)
class Events:
    """All event mentions in order; `main` is the reported one, `same` are the mentions of it, `others` other events.

    `dated` is the mention that tells its day and place: `main`, but where that only tells how it is prepared; `second`
    are those others that were held with another partner: "Hai hôm sau, Đồn C và Trạm D cũng tiến hành hội đàm".
    """

    all: tuple[Event, ...]
    main: Event | None = None
    same: tuple[Event, ...] = ()
    others: tuple[Event, ...] = ()
    dated: Event | None = None
    second: tuple[Event, ...] = ()

    @cached_property
    def names(self) -> SpanIndex:
        """The spans of all events' names."""
        return SpanIndex(piece for e in self.all for piece in e.pieces)

    @cached_property
    def other_names(self) -> SpanIndex:
        """The spans of the other events' names."""
        return SpanIndex(piece for e in self.others for piece in e.pieces)

    @property
    def without_talk(self) -> Events:
        """The same where the article reports no talk after all: named events that are told beside it stay."""
        return Events(self.all, others=tuple(e for e in self.others if _is_named(e) and _is_aside(e)))

    @property
    def only_named(self) -> Events:
        """The same where none of them is the reported one: what is named is told beside other news."""
        return Events(self.all, others=tuple(e for e in self.all if _is_named(e) or _is_planned(e)))

    def others_in(self, sentence: Sentence) -> list[Event]:
        """The other events of one sentence."""
        return self._others_by_sentence.get(sentence.start, [])

    @cached_property
    def _others_by_sentence(self) -> dict[int, list[Event]]:
        found: dict[int, list[Event]] = {}
        for e in self.others:
            found.setdefault(e.sentence.start, []).append(e)
        return found


def read_events(ctx: Context) -> Events:
    """Tell the reported event from the habits, papers and other events. `main` is None where there is none."""
    found = tuple(one for m in ctx.of("talk.kind") if (e := _event(ctx, m)) for one in (e, *_next_rounds(ctx, e)))
    main = _main(ctx, found)
    if main is None or (main.coming and _is_taken_back(ctx, found, main)):
        return Events(found).only_named
    main = _called(found, main)
    known = _known_by(ctx, found, main)
    same: list[Event] = []
    others: list[Event] = []
    for e in found:
        if e is main or _is_same(ctx, e, known):
            same.append(e)
        elif _is_other(ctx, e, known):
            others.append(e)
    dated = next((e for e in same if _will_be(ctx, e)), main) if _is_prepared(ctx, main) else main
    second = tuple(e for e in others if _is_with_another(ctx, e, main))
    return Events(found, main, tuple(same), tuple(others), dated, second)


def _event(ctx: Context, m: Mention) -> Event | None:
    """An event mention with its sentence, its ordinal and its year; None outside of sentences."""
    sentence = ctx.page.sentence(m.start)
    noun, tail = m.groups.first("noun"), m.groups.first("tail")
    if sentence is None or noun is None or tail is None:
        return None
    folded = ctx.view.folded
    if m.value == "signing":
        m, tail = _with_paper(ctx, m, tail)
    rest = m.groups.first("rest")
    pieces = ((m.start, m.end),) if rest is None else ((m.start, m.end), rest)
    ordinal = next((r for piece in pieces for r in ctx.inside("talk.round", *piece)), None)
    before, words = folded[slice(*sentence.before(m.start))], folded[tail.start : tail.end]
    if rest is not None:
        words += " " + folded[rest.start : rest.end]
    years = _YEAR.findall(words)
    kind, year = str(m.value), years[-1] if years else None
    named = kind in ("exchange", "review_conference", "signing") and words.strip() and not _NAMELESS.match(words)
    in_paper = before.endswith(" ") and bool(_PAPER.search(before))
    is_off = is_called_off(folded, Span(sentence.start, sentence.end), Span(noun.start, m.end))
    is_habit = (
        in_paper
        or before.endswith("qua ")  # "qua hội đàm", "thông qua gặp gỡ": a means
        or (not (ordinal or year) and (_is_several(folded, before, noun) or _tells_habit(ctx, before, m)))
        or is_off
        or (m.rule == _VISIT and bool(_RECEIVES.search(before)))
    )
    return Event(
        m, sentence, kind, noun, before, words, rest, ordinal, year, coming=_coming(ctx, sentence, noun, m.end),
        full=bool(ordinal or year or named or _TITLE_START.match(words) or _is_titled(ctx, noun, words)),
        in_paper=in_paper, is_habit=is_habit, is_off=is_off, is_earlier=_is_earlier(before),
        is_background=_is_background(before) and not _is_told_next(ctx, sentence),
    )  # fmt: skip


def _is_titled(ctx: Context, noun: Span, words: str) -> bool:
    """Whether a noun in capitals with what it is about is a title; in small letters it is what was done."""
    return ctx.view.plain[noun.start].isupper() and _TITLE_ABOUT.match(words) is not None


def _with_paper(ctx: Context, m: Mention, tail: Span) -> tuple[Mention, Span]:
    """The name of a signing and its part behind the noun, with all of the paper's name that begins in it: "Lễ ký kết
    Quy chế phối hợp trong công tác kiểm tra".
    """
    paper = next((p for p in ctx.inside("agreements", tail.start, tail.end + 1) if p.end > m.end), None)
    return (m, tail) if paper is None else (m._replace(end=paper.end), Span(tail.start, paper.end))


def _is_told_next(ctx: Context, sentence: Sentence) -> bool:
    """Whether the next sentence of the body goes on to tell when or where the event of a sentence was held."""
    if sentence.role != "body":
        return False
    behind = next((s for s in ctx.page.sentences_after(sentence) if s.role == "body"), None)
    return behind is not None and _TOLD_NEXT.match(ctx.view.folded, behind.start, behind.end) is not None


def _next_rounds(ctx: Context, e: Event) -> Iterator[Event]:
    """The other rounds that are named with an event: "Giao lưu hữu nghị lần thứ 5, lần thứ 6"."""
    if e.round is None or e.round.start >= e.mention.end or e.rest is not None:
        return
    bare, at = e.mention._replace(end=e.round.start - 1), e.mention.end
    while (joined := _AND_ROUND.match(ctx.view.folded, at)) and (other := ctx.inside("talk.round", *joined.span())):
        at = other[0].end
        rest = Span(other[0].start, at)
        yield e._replace(mention=bare, rest=rest, round=other[0], full=True)


def _is_earlier(before: str) -> bool:
    """Whether the words before an event tell of it as of one before the report."""
    if _EARLIER.search(before):
        return True
    near = before[-120:]
    return ("nhờ " in near or "kết quả " in near) and _LED_TO_IT.search(near) is not None


def _is_background(before: str) -> bool:
    """Whether the words before an event, after the last pause, bring it in as ground, occasion or outlook."""
    words = before[-160:]
    words = words[max(map(words.rfind, ",;:.()")) + 1 :]
    if words.endswith(_CARRIERS) and (carrier := _CARRIER.search(words)) is not None:
        words = words[: carrier.start()]
    if words.endswith("ngay sau "):
        return False  # "trao trả ngay sau cuộc hội đàm đột xuất": the news of the event itself
    return words.endswith(_GROUNDS) or (words.endswith(" ") and _GROUND.search(words) is not None)


def _coming(ctx: Context, sentence: Sentence, noun: Span, end: int) -> Mention | None:
    """The words by which an event is still to come, right before its noun or behind its name (which ends at `end`)."""
    near = max(sentence.start, noun.start - _REACH), min(sentence.end, end + _REACH)
    for m in ctx.inside("talk.status", *near):
        invited = m.end - m.start < 15 and ctx.view.folded.endswith("mời", m.start, m.end)
        before = m.start < noun.start <= m.end + (_INVITED if invited else 60)
        behind = m.start >= end and not ctx.view.folded.startswith(_AHEAD, m.start)
        if before or (behind and not _OTHER_VERB.search(ctx.view.folded, end, m.start)):
            return m
    return None


def _is_several(folded: str, before: str, noun: Span) -> bool:
    """Whether the words before a noun count several events, or tell of the work on them."""
    counted = folded.startswith(("cuộc ", "buổi ", "phiên "), noun.start) and _COUNT.search(before[-16:])
    return bool(counted or (before.endswith(_COUNTED) and _SEVERAL.search(before[-24:])))


def _tells_habit(ctx: Context, before: str, m: Mention) -> bool:
    """Whether a word of habit governs an event noun: nothing that happens (a day, a unit, a person) stands between.

    `before` are the words of the sentence before the noun.
    """
    if _HABIT_BEHIND.match(ctx.view.folded, m.end) or _COUNTED_BEHIND.match(ctx.view.folded, m.end):
        return True
    clause = last_clause(before)
    start = m.start - len(clause)
    if not _HABIT.search(clause):
        return False
    for field in ("dates", "units", "people"):
        for other in ctx.inside(field, start, m.start):
            start = max(start, other.end)
    return bool(_HABIT.search(ctx.view.folded, start, m.start))


def last_clause(words: str) -> str:
    """The words behind the last full stop or semicolon; all where there is none."""
    return words.rpartition(". ")[2].rpartition("; ")[2]


def _main(ctx: Context, found: Sequence[Event]) -> Event | None:
    """The first event of the body that happens: with a day, a place or a verb of holding in its sentence."""

    def happening() -> Iterator[Event]:
        return (e for e in found if e.sentence.role == "body" and _happens(ctx, e))

    first = _first_main(ctx, happening())
    if first and not first.full and _ATTENDED.search(first.before):
        # "… dự hội đàm …" of a summary is an item of the exchange whose opening the news go on to tell
        first = next(
            (e for e in happening() if _is_opened(ctx, e) and e.sentence.line - first.sentence.line <= _LEAD + 1), first
        )
    if first and first.coming:
        # of two events the one that was held is the talk: its own day tells it
        told = (
            e for e in happening()
            if not (e.coming or _is_weak(ctx, e) or _TAKEN_UP.search(e.before) or _is_round_before(e, first))
        )  # fmt: skip
        held = (e for e in told if _days_of(ctx, e.sentence))
        main = next((e for e in held if e.full or e.kind != first.kind), first)
        if main is first:
            main = next((e for e in happening() if _is_met_before(ctx, e, first)), first)
        return None if main is first and _is_outlook(ctx, found, first) else main
    if first:
        return first
    roles = ("title", "body", "caption")
    told = (e for e in found if e.sentence.role in roles and not (_is_weak(ctx, e) or _is_aside(e)))
    return next((e for e in told if not (_is_aside(found[0]) and _THAT.match(ctx.view.folded, e.mention.end))), None)


def _is_met_before(ctx: Context, e: Event, first: Event) -> bool:
    """Whether a sentence before that of an event to come tells who met whom, and when: "Ngày 5/5, BĐBP tỉnh A gặp gỡ,
    trao đổi nghiệp vụ với Chi đội B. Hội đàm lần thứ 10 dự kiến …".
    """
    if e.kind != "meeting" or e.coming or e.sentence.start >= first.sentence.start or not _days_of(ctx, e.sentence):
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
        if not _is_weak(ctx, e):
            # a visit or a friendly hour around a talk gives way to it, unless it comes well before
            before = first is not None and e.sentence.line - first.sentence.line > 2
            return first if before and first is dated else _told_in_full(ctx, e, rest)
        first = first or e
        if dated is None and _has_day_or_place(ctx, e):
            dated = e
    return dated


def _told_in_full(ctx: Context, lead: Event, rest: Iterable[Event]) -> Event:
    """The mention that tells the day or place of an event of which the lead only speaks; the lead's where none does."""
    if not lead.full or lead.coming or _has_day_or_place(ctx, lead):
        return lead
    for e in rest:
        if e.sentence.line > lead.sentence.line + 2:
            break
        same = e.kind == lead.kind and e.full and (e.round and e.round.value) == (lead.round and lead.round.value)
        if same and not e.coming and _has_day_or_place(ctx, e):
            return e
    return lead


def _is_outlook(ctx: Context, found: Sequence[Event], first: Event) -> bool:
    """Whether an event to come is only looked forward to behind other news: nothing before its sentence names an event
    but as a paper, a habit or a ground, and the article tells of other things first.
    """
    before = (e for e in found if e.sentence.start < first.sentence.start)
    if any(e.sentence.role != "body" or not (_is_aside(e) or e.in_paper) for e in before):
        return False
    above = [s for s in ctx.page.sentences if s.role == "body" and s.start < first.sentence.start]
    return len({s.line for s in above}) > _LEAD and any(_days_of(ctx, s) for s in above)


def _is_round_before(e: Event, first: Event) -> bool:
    """Whether an event is an earlier round of the one to come: "Giao lưu lần thứ nhất được tổ chức năm 2023"."""
    if e.kind != first.kind or e.round is None or first.round is None:
        return False
    return isinstance(e.round.value, int) and isinstance(first.round.value, int) and e.round.value < first.round.value


def _is_taken_back(ctx: Context, found: Sequence[Event], main: Event) -> bool:
    """Whether what is announced is called off elsewhere: behind it, or before it where only its plan is told again."""
    folded = ctx.view.folded
    planned = main.coming is not None and folded.startswith(("dự kiến", "theo kế hoạch"), main.coming.start)
    for e in found:
        if not e.is_off or e.kind != main.kind:
            continue
        other = (e.round and main.round and e.round.value != main.round.value) or (
            e.year and main.year and e.year != main.year
        )
        if not other and (planned or e.mention.start > main.mention.start):
            return True
    behind = (s for s in ctx.page.sentences_after(main.sentence) if s.role == "body")
    return any(is_called_off_later(folded, s.start, s.end) for s in behind)


def _is_prepared(ctx: Context, e: Event) -> bool:
    """Whether a sentence tells how an event is prepared, not when it will be."""
    return e.coming is not None and ctx.view.folded.startswith(("chuẩn bị", "họp báo"), e.coming.start)


def _will_be(ctx: Context, e: Event) -> bool:
    """Whether a sentence tells the day on which its event will take place."""
    return e.coming is not None and not _is_prepared(ctx, e) and not e.is_background and _days_of(ctx, e.sentence)


def _is_aside(e: Event) -> bool:
    """Whether an event is no more than a habit, or brought in by name beside what the article reports."""
    return e.is_habit or e.is_earlier or (e.is_background and e.full)


def _is_named(e: Event) -> bool:
    """Whether an event has a round, or a name with a year or a part of it: it is one, and no other."""
    return bool(e.round or (e.full and e.year)) and not e.is_off and not (e.is_habit and not e.in_paper)


def _is_planned(e: Event) -> bool:
    """Whether an event is still to come and has a title, if no round: "đã lên lịch hội đàm cấp tỉnh trong quý I"."""
    return e.coming is not None and e.full and not (e.is_habit or e.is_background)


def _called(found: Sequence[Event], main: Event) -> Event:
    """The reported event by its first name in the closed list: a làm việc that the text goes on to call hội đàm."""
    if main.kind != "meeting" or main.full:
        return main
    for e in found:
        taken_up = e.sentence.role == "body" and e.sentence.start > main.sentence.start and e.before.strip() in _AT_IT
        if e.kind == "talks" and taken_up and not (e.full or e.is_habit):
            return main._replace(kind=e.kind, noun=e.noun, mention=e.mention)
    return main


def _known_by(ctx: Context, found: Sequence[Event], main: Event) -> Event:
    """The mention by which the reported event is told from others: its first full name, outside papers and habits."""
    if main.full:
        return main
    for e in found:
        if e.kind != main.kind or not e.full or e.is_habit or e.is_earlier or e.is_background:
            continue
        if (e.coming and not main.coming) or _is_on_other_day(ctx, e, main):
            continue
        if e.sentence.role != "body" or e.round or e.year:
            return e
    return main


def _is_weak(ctx: Context, e: Event) -> bool:
    """Whether the noun is an everyday word too ("thăm", "giao lưu", "gặp gỡ") and no name makes an event of it."""
    return e.mention.rule in _EVERYDAY_RULES or (not e.full and bool(_EVERYDAY.fullmatch(ctx.view.folded, *e.noun)))


def _happens(ctx: Context, e: Event) -> bool:
    """Whether a sentence reports its event as happening."""
    if e.is_habit or e.is_earlier or (e.is_background and e.full) or e.before.endswith("bên lề "):
        return False
    if _is_weak(ctx, e) and (_ON_PATROL.search(e.before) or _PRIVATE.search(e.before[-_REACH:])):
        return False
    if _has_day_or_place(ctx, e):
        return True
    if _is_weak(ctx, e) or _TAKEN_UP.search(e.before):
        return False
    return bool(_HELD.search(e.before[-16:]) or _HELD.match(ctx.view.folded, e.mention.end + 1))


def _has_day_or_place(ctx: Context, e: Event) -> bool:
    """Whether a day or a place stands in the event's sentence."""
    return bool(ctx.inside("talk.place", e.sentence.start, e.sentence.end)) or _days_of(ctx, e.sentence)


def _days_of(ctx: Context, sentence: Sentence) -> bool:
    """Whether a sentence names a day."""
    found = ctx.inside("dates", sentence.start, sentence.end)
    return any(_DAY.search(ctx.view.folded, m.start, m.end) for m in found)


def _is_same(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a mention is of the reported event: the same kind, no other round or year, not told as an earlier one."""
    if e.is_off or _is_with_another(ctx, e, main) or (e.round and not main.round and _is_on_other_day(ctx, e, main)):
        return False
    if e.kind != main.kind:
        # a bare "hội nghị" takes up a review conference or a briefing
        taken_up = e.kind == "conference" and not e.tail.strip() and main.kind in ("review_conference", "briefing")
        return taken_up and not _is_next(ctx, e)
    other = (e.round and main.round) or (e.year and main.year)
    if e.in_paper and not (e.is_background or e.is_earlier or e.coming or other) and _SIGNED.search(e.before):
        return True
    if e.coming and not main.coming and (e.full or _is_next(ctx, e)):
        return False
    if e.full and e.is_background and not (main.round or main.year):
        return False
    if e.round:
        return e.round.value == main.round.value if main.round else not main.full
    if e.year and main.year and e.year != main.year:
        return False
    if _is_of_another_part(e, main):
        return False
    if e.year and main.year:
        return True
    if (e.is_earlier and (not e.full or _days_of(ctx, e.sentence))) or (not e.full and _has_own_day(ctx, e, main)):
        return False
    # a paper is called after the event that made it; a habit is no event
    return not e.year and (not e.is_habit or e.in_paper)


def _is_of_another_part(e: Event, main: Event) -> bool:
    """Whether the names of two events tell two quarters, half-years or months."""
    return e.full and main.full and e.part is not None and main.part is not None and e.part != main.part


def _is_next(ctx: Context, e: Event) -> bool:
    """Whether a mention is of the next such event: "Hội nghị lần sau được tổ chức tại Hà Tĩnh"."""
    return e.coming is not None and bool(_NEXT.match(ctx.view.folded, e.coming.start))


def _is_held_too(ctx: Context, e: Event, main: Event) -> bool:
    """Whether the body tells of another event as held beside the reported one: "Chiều cùng ngày, diễn ra Cuộc gặp …".

    One without a name needs a day of its own; an everyday word is one only as an exchange.
    """
    if _is_weak(ctx, e) and e.kind != "exchange":
        return False
    if e.sentence.role != "body":
        return False
    if _is_within(e, main):
        return True
    if not _IS_HELD.search(e.before):
        return False
    own_day = _days_of(ctx, e.sentence) and e.sentence != main.sentence
    return own_day or (e.full and (_days_of(ctx, e.sentence) or _THEN.search(e.before) is not None))


def _is_within(e: Event, main: Event) -> bool:
    """Whether talks are held within an exchange: "Chiều cùng ngày, tại phường A, hai Bộ trưởng hội đàm"."""
    talks = e.kind == "talks" and main.kind == "exchange" and e.sentence != main.sentence
    return talks and _NEXT_TOLD.match(e.before) is not None and not _TAKEN_UP.search(e.before)


def _is_with_another(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a sentence tells of another event, with another partner or of others altogether."""
    return _is_second(ctx, e, main) or _is_with_others(ctx, e, main)


def _is_second(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a sentence tells of another event of the kind, with another partner: "Chiều cùng ngày, Đồn A tổ chức hội
    đàm với Đại đội B".
    """
    folded = ctx.view.folded
    if e.sentence.role != "body" or e.sentence.start <= main.sentence.start or e.is_habit or e.is_background:
        return False
    if not folded.startswith((" với ", " giữa "), e.pieces[-1].end) or not _NEXT_TOLD.match(e.before):
        return False
    partner = next(iter(ctx.inside("units", e.mention.end, e.sentence.end)), None)
    if partner is None:
        return False
    name = folded[partner.start : partner.end].rpartition(" ")[2]
    return folded.find(name, main.sentence.start, main.sentence.end) < 0


def _is_with_others(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a later sentence tells that an event of the kind was held on another day, with a unit that the reported
    one does not name: "Hai hôm sau, ngày 5/9, Đồn C và Trạm D cũng tiến hành hội đàm".
    """
    if e.kind != main.kind or e.sentence.role != "body" or e.sentence.start <= main.sentence.start:
        return False
    if e.coming or e.is_background or e.is_earlier or e.is_habit or _is_weak(ctx, e):
        return False
    own, told = (
        {(m.value.month, m.value.day) for m in ctx.inside("dates", s.start, s.end)
         if isinstance(m.value, Point) and m.value.day}
        for s in (e.sentence, main.sentence)
    )  # fmt: skip
    # where the reported event's sentence does not tell both sides, a later one may add them
    if not own or not told or own & told or len(ctx.inside("units", main.sentence.start, main.sentence.end)) < 2:
        return False
    folded = ctx.view.folded
    named = ctx.inside("units", e.sentence.start, e.sentence.end)
    names = {folded[u.start : u.end].rpartition(" ")[2] for u in named}
    new = [name for name in names if folded.find(name, main.sentence.start, main.sentence.end) < 0]
    return len(new) > 1 or (bool(new) and folded.startswith((" với ", " giữa "), e.pieces[-1].end))


def _has_own_day(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a later mention of the noun has a day of its own: right behind it ("tại hội đàm ngày 6/12/2019"), or
    before it with a partner behind it ("Ngày 1/6, Công an tỉnh A hội đàm với Ty Công an tỉnh B").
    """
    if e.sentence.start <= main.sentence.start:
        return False
    if ctx.first("dates", e.mention.end + 1, e.mention.end + 2):
        return True
    if e.sentence.role != "body" or not ctx.view.folded.startswith(" với ", e.mention.end):
        return False
    own, told = (
        [m.value for m in ctx.inside("dates", s.start, s.end) if _DAY.search(ctx.view.folded, m.start, m.end)]
        for s in (e.sentence, main.sentence)
    )
    return len(own) == len(told) == 1 and isinstance(own[0], Point) and isinstance(told[0], Point) and own != told


def _is_on_other_day(ctx: Context, e: Event, main: Event) -> bool:
    """Whether the day or month right behind the name of an event is none of the reported event's sentence."""
    told = ctx.first("dates", e.mention.end + 1, e.mention.end + 3)
    if told is None or e.sentence == main.sentence or not isinstance(told.value, Point) or not told.value.month:
        return False
    values = (m.value for m in ctx.inside("dates", main.sentence.start, main.sentence.end))
    days = [v for v in values if isinstance(v, Point) and v.day]
    own = told.value
    return bool(days) and not any(own.month == v.month and own.day in (v.day, None) for v in days)


def is_joined(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a named event is held with the reported one: "tổ chức hội đàm quý II và Lễ ký kết nghĩa"."""
    joined = e.full and e.kind != main.kind and e.sentence == main.sentence and main.mention.end < e.mention.start
    return joined and _AND.fullmatch(ctx.view.folded, main.pieces[-1].end, e.mention.start) is not None


def is_told_apart(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a sentence of its own tells that another event is held: its day and place stand before the noun too
    ("Trước đó, ngày 2/5, tại bản X, hai bên đã tổ chức Giao lưu …").
    """
    if e.sentence.role != "body" or e.sentence == main.sentence or e.is_background or e.in_paper:
        return False
    held = _IS_HELD.search(e.before) is not None
    if _is_within(e, main) or (e.full and e.kind == "exchange" and _ATTENDED.search(e.before)):
        return True
    return held or (
        ctx.view.folded.startswith((" với ", " giữa "), e.pieces[-1].end) and not _TAKEN_UP.search(e.before)
    )


def _is_signed_there(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a signing is no more than that of the talk's own paper: "Kết thúc hội đàm, hai Bộ trưởng chứng kiến lễ ký
    Kế hoạch hợp tác năm 2026", without a day of its own.
    """
    if e.kind != "signing" or main.kind == "signing" or _days_of(ctx, e.sentence):
        return False
    return bool(ctx.inside("agreements", e.noun.end, e.mention.end + 1))


def _is_item(ctx: Context, e: Event) -> bool:
    """Whether an exchange is only one of the things that were done: a verb in their row."""
    return ctx.view.plain[e.noun.start].islower() and _IN_ROW.search(e.before) is not None


def _is_other(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a mention names another event: a round, a year, a proper name, a day of its own, or one to come."""
    if e.is_off or _is_signed_there(ctx, e, main):
        return False
    if e.round or (e.full and e.year) or (_is_of_another_part(e, main) and not e.is_habit):
        return True
    if _is_with_another(ctx, e, main) or (_has_own_day(ctx, e, main) and not _is_weak(ctx, e)):
        return True
    if e.full and e.kind == "exchange" and not (e.is_habit or _is_item(ctx, e)):
        return True
    if (e.full and e.is_earlier and _has_day_or_place(ctx, e)) or is_joined(ctx, e, main):
        return True
    if e.kind != main.kind and not e.is_habit and _is_held_too(ctx, e, main):
        return True
    if not e.full:
        return _is_next(ctx, e)
    if e.coming is None or e.coming == main.coming:
        return False
    return not _HABIT.search(e.before) or e.coming.start - e.mention.end in range(3)
