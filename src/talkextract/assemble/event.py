"""One event mention: its kind, its name, its round and year, and what the words around say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..document import Sentence
from ..mention import Mention, Span
from .called_off import is_called_off
from .context import Context
from .cues import alone, standing

__all__ = [
    "DAY",
    "HABIT",
    "REACH",
    "Event",
    "has_day",
    "has_day_or_place",
    "is_prepared",
    "is_received",
    "is_weak",
    "last_clause",
    "next_rounds",
    "read_event",
]

# Who receives holds no talk: "tiếp xã giao Đoàn … sang thăm".
_RECEIVES = re.compile(
    standing("tiếp", "đón") + r"(?:,? (?:tiếp|đón|xã giao|thân mật|chính thức|và))*"
    r" (?:đoàn|đồng chí|đ/c|ông|bà|ngài|các|bí thư|phó|bộ|tỉnh|chủ tịch|đại|thượng|trung|thiếu|chuẩn)(?!\w)"
)
# … but where the title tells that the guests came, their visit is the news.
_GUESTS_VISIT = re.compile(
    r"(?:[^.;:]{2,40}: )?(?:đoàn|lãnh đạo)(?!\w)(?:(?! (?:tiếp|đón) )[^.;:]){3,160}? (?:(?:đến|sang|tới) )?thăm"
    r"(?:,| và|,? chúc|,? làm việc)"
)
# Words before an event noun that make it a habit of both sides, no event: "duy trì cơ chế … hội đàm định kỳ".
HABIT = re.compile(
    r"(?:cơ chế|hình thức|duy trì|thường xuyên|chế độ|tăng cường|đẩy mạnh|tiếp tục|hoạt động|các cuộc|những cuộc"
    r"|nhiều lần (?:tham gia|tham dự|dự|tổ chức|hội đàm|cùng)"
    r"|mỗi năm|hằng năm|hàng năm|năm nào|tháng nào|quý nào|lần nào|tuần nào|định kỳ|luân phiên|đề nghị"
    r"|(?:quan tâm|chú trọng|coi trọng)(?: hơn(?: nữa)?)?(?: tới| đến)?"
    r"|nghiên cứu (?:tổ chức|mở|tiến hành)|quy định(?!,| của| tại| về)|khi cần(?: thiết)?"
    r"|tham mưu(?! trưởng)|được giữ|trong những năm|mở rộng|(?<!ban )chỉ đạo)"
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
    r" (?:[^.,;:()]|\([^()]{1,30}\)){2,80}? (?:\d{1,3}|hai|ba|nhiều|hàng chục) (?:lần|cuộc|buổi|lượt)(?= ?[.,;(/]|$)"
)
# … or of what was held so far, whoever held it: "hội đàm định kỳ cấp tỉnh và cấp đồn được tổ chức 54 lần".
_COUNTED_SO_FAR = re.compile(
    r"(?:(?:,| và) (?:cấp )?[^\W\d_]+(?: [^\W\d_]+)?){0,3}(?: hai bên)?(?: (?:đã|được|cũng))*"
    r" (?:tổ chức|tiến hành|diễn ra|duy trì)(?: (?:được|thành công|hơn|gần|trên))*"
    r" (?:\d{1,3}|hai|ba|bốn|năm|sáu|nhiều|hàng chục) (?:lần|cuộc|buổi|lượt|kỳ)(?=[ .,;(/]|$)"
)
# What one side proposes to the other is no event, whoever is to hold it: "đề nghị BĐBP hai nước tổ chức giao lưu …".
_PROPOSED = re.compile(standing("đề nghị", "đề xuất", "kiến nghị") + r"(?! của)(?!\w)")
# … nor an item in the row of what is agreed or proposed: "tăng cường tuần tra song phương; giao lưu sĩ quan trẻ; …"
_AGREED_ROW = re.compile(
    alone("thống nhất", "nhất trí", "tăng cường", "đẩy mạnh", "tiếp tục", "duy trì", "mong", "cần", "sẽ", "phối hợp")
)
# Several of them, or the work on them, are no event: "4 cuộc hội đàm", "làm công tác hội đàm".
_SEVERAL = re.compile(
    r"(?<![\w/.-])(?:(?:\d{1,3}|hai|ba|bốn|nhiều|hàng chục|mấy|vài|các|những|mọi|mỗi)(?: lượt)?"
    r" (?:cuộc|buổi|lần|đợt|kỳ|phiên)|công tác) $"
)
# … but those that someone holds on days that the sentence tells: "Ngày 6/9, công an tỉnh đã có các cuộc hội đàm với …"
_HELD_THEN = re.compile(
    r"(?<!\w)(?:ngày|sáng|chiều) \d{1,2}[^.;]*(?<!\w)(?:có|tiến hành|tổ chức) (?:các|những) (?:cuộc|buổi) $"
)
_COUNTED = ("cuộc ", "buổi ", "lần ", "đợt ", "kỳ ", "phiên ", "công tác ")
_COUNT = re.compile(r"(?<![\w/.-])(?:\d{1,3}|hai|ba|bốn|nhiều|hàng chục|mấy|vài|các|những|mọi) $")
_REACH_BACK = 300  # characters
_PAPER = re.compile(r"(?:biên bản(?: ghi nhớ)?|thỏa thuận|bản ghi nhớ|nội dung|kết quả|ghi nhớ)(?: [^\W\d_]+){0,3} $")
# What brings in an event as the ground, the occasion or the outlook of what is told: "Thực hiện nội dung đã ký kết tại
# Hội đàm …", "trong khuôn khổ Giao lưu …", "so với hội đàm lần thứ XIV", "mời … dự Giao lưu …".
_GROUNDS = (
    "từ ", "sau ", "so với ", "tiếp nối ", "nhân dịp ", "vào dịp ", "trong dịp ", "khuôn khổ ", "bên lề ",
    "hướng tới ", "tiến tới ", "như ", "là nhờ ",
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
    # what was guarded or served: "bảo đảm an ninh Hội nghị cấp cao ASEAN"
    *(cue + r"(?: [^\W\d_]+){0,6} $" for cue in ("bảo đảm", "đảm bảo", "bảo vệ", "giữ vững")),
    *(cue + r"(?: tuyệt đối)?(?: cho| phục vụ| trong)? $" for cue in ("an ninh", "an toàn", "phục vụ", "hậu cần")),
    r"sau (?:khi |chuyến |\d+ ngày |(?:hai|ba|bốn|năm) ngày |thời gian |đợt |khi kết thúc ){1,3}(?:[^\W\d_]+ ){0,4}"
    r"(?:dự|tham dự|tham gia) $",
))  # fmt: skip
_CARRIERS = ("các ", "những ", "buổi ", "cuộc ", "chương trình ", "kỳ ")
_CARRIER = re.compile(rf"(?:{'|'.join(_CARRIERS)})+$")
# The carrier that a noun needs is in no name; "cuộc gặp" and "cuộc họp" are the noun.
_CARRIED = re.compile(r"buổi |cuộc (?=trao đổi|làm việc|đối thoại)")
# Another event than the reported one: "Trước đó, tại hội đàm ngày 6/12/2019", "những điều đã hứa ở hội đàm lần thứ …".
_EARLIER = re.compile(
    r"trước đó|lần trước|năm ngoái|năm trước|từng|đã (?:hứa|hẹn|thống nhất)|những (?:điều|việc|gì|nội dung) đã"
    r"|thực hiện những|nhờ(?<!\wnhờ) (?:(?:cuộc|buổi) )?$"
)
# … or the one that led to what is reported: "phá án nhờ trao đổi thông tin tại hội đàm tháng 4".
_LED_TO_IT = re.compile(
    r"(?<!\w)(?:nhờ|kết quả (?:của|từ)) [^.;,]{0,80}(?:tại|trong|của|qua|sau|ở) (?:(?:cuộc|buổi|các) )?$"
)
# … but what the next sentence goes on to tell is the news: "Diễn ra từ ngày 29 đến 30/8, sự kiện này được …".
_TOLD_NEXT = re.compile(
    r"(?:(?:được )?(?:diễn ra|tổ chức|tiến hành|khai mạc) [^.;]{4,120}?, (?:sự kiện|hoạt động"
    r"|(?:cuộc|buổi|phiên) [^\W\d_]+|hội đàm|hội nghị|chương trình)(?: này)?"
    r"|(?:sự kiện|(?:cuộc|buổi|phiên) [^\W\d_]+|hội đàm|hội nghị|chương trình) này(?: đã)?"
    r" (?:được (?:tổ chức|tiến hành)|diễn ra|khai mạc))(?!\w)"
)
REACH = 240  # characters between an event and the words by which it is to come
_INVITED = 110  # … and between an invitation, which names the guests, and what they are invited to
# … but who were asked to come on the day that opens the sentence were there: "Ngày 3-11, UBND huyện X mời lực lượng hai
# bên về trụ sở … dự Hội nghị"; a day behind the event is that of one to come
_CAME = re.compile(
    r"(?:ngày|sáng|trưa|chiều|tối|hôm) [^.;]{0,20}?\d[^.;]{0,80} mời [^.;]{2,80} (?:về|đến|tới|sang) [^.;]{2,80}"
    r" (?:dự|tham dự|họp|tham gia) (?:[^\W\d_]+ ){0,2}$"
)
_AHEAD = (
    "thống nhất",
    "nhất trí",
    "đồng ý",
    "mời",
    "gửi lời mời",
    "tiến tới",
    "chuẩn bị",
    "bàn",
    "hẹn gặp",
)  # of what follows
# What a word of the future cannot reach over: "Tại hội đàm, hai bên thống nhất sẽ tổ chức …" announces no hội đàm.
_OTHER_VERB = re.compile(
    "đã|diễn ra|tổ chức|tiến hành|;|:|"
    + alone("thống nhất", "nhất trí", "hai bên", "các bên", "đề nghị", "khẳng định", "ký")
)
_AND_ROUND = re.compile(r"(?:,| và|, và) lần (?!đầu)")
DAY = re.compile(r"\d\s?[/.-]\s?\d|ngày|nay|qua")
_YEAR = re.compile(r"(?:19|20)\d\d")
# The part of a year that a name tells: of two quarters there are two events.
_PART = re.compile(r"quý (?:[1-4]|iv|i{1,3})(?!\w)|[369] tháng (?:đầu|cuối) năm|tháng \d{1,2}(?!\d)")
_QUARTERS = {"quý i": "quý 1", "quý ii": "quý 2", "quý iii": "quý 3", "quý iv": "quý 4"}
_TITLE_START = re.compile(
    r"(?: song phương)? (?:thường niên|thượng đỉnh|định kỳ|công tác|bí thư |giao ban|nghiệp vụ|cấp |đột xuất|bất thường"
    r"|giải quyết |hữu nghị|kết nghĩa |sơ kết|tổng kết|bàn tròn|hợp tác|chính sách|quý |[369] tháng "
    r"|(?:trao đổi, )?đánh giá(?=.*(?:19|20)\d\d))"
)
# A title that only says what it is about: "Gia Lai - Ratanakiri: Hội đàm về công tác bảo vệ biên giới".
_TITLE_ABOUT = re.compile(
    r" (?:về (?:công tác|hợp tác|phối hợp|quản lý|việc phối hợp)|trao đổi, hợp tác"
    r"|(?:trao đổi,? (?:và )?)?phối hợp,? (?:bảo đảm|đảm bảo|bảo vệ|quản lý|giữ gìn|phòng|đấu tranh))(?!\w)"
)
# … and the session of a body of both states that tells what the body is for, if not which session.
_SESSION = re.compile(
    r" (?:của )?(?:(?:hai|các|đồng) )*(?:chủ tịch |tổng thư ký |trưởng phân ban )?(?:ủy ban|nhóm|đoàn|tổ|ban|hội đồng)"
    r"(?: [^\W\d_]+){0,3} (?:liên hợp|hỗn hợp|hợp tác|chung|chỉ đạo)(?!\w)"
    r".*(?:biên giới|mốc|cửa khẩu|song phương|đất liền)(?!\w)"
)
# What is done at any meeting is no name of an exchange: "giao lưu văn nghệ, thể thao"; a title in quotation marks is.
# Papers that are not told name no signing: "lễ ký một số văn kiện hợp tác".
_NAMELESS = re.compile(
    r" (?:văn nghệ|văn hóa|thể thao|quân dân|trực tuyến)(?!.*(?:hữu nghị|biên giới|\"))"
    r"|(?: kết)? (?:một số|các|nhiều|những|hai|ba|\d+) (?:văn kiện|văn bản|thỏa thuận|biên bản|tài liệu)(?!\w)"
)
# The ordinal of a paper that is signed there is none of the event: "hội đàm và ký biên bản ghi nhớ lần thứ 12".
_SIGNS_ROUND = re.compile(r",? và (?:cùng )?ký(?: kết)? (?=(?:[^\W\d_]+ ){1,8}lần )")
# Nouns of the closed list that are everyday words too: without a name of their own they are no event.
VISIT = "talk.kind.visit"
# … but bodies that receive each other's delegations meet: "lần lượt đón các đoàn cán bộ của … sang thăm, chúc Tết"
_CAME_TO_GREET = re.compile(
    r"(?:sang|đến|tới) thăm(?:,| và|, và)? (?:(?P<greet>chúc (?:tết|mừng))|làm việc|trao đổi)(?!\w)"
)
_HOSTS = re.compile(r"(?<!\w)(?:đón|tiếp)(?: (?:tiếp|và))*(?: các| hai)? đoàn(?!\w)")
_TO_HOST = re.compile(r"(?: ?\([^()]{2,60}\))?,?(?: (?:đã|vừa|lần lượt|vui mừng|long trọng|nồng nhiệt|tổ chức))* ")
_EVERYDAY_RULES = (
    VISIT, "talk.kind.work", "talk.kind.units_worked", "talk.kind.met", "talk.kind.met_each_other",
    "talk.kind.sides_met", "talk.kind.signing.by_two",
)  # fmt: skip
_EVERYDAY = re.compile(r"giao lưu|gặp gỡ|gặp mặt|họp mặt|giao ban|đối thoại|trao đổi")
# "chủ trì họp báo thông tin về Giao lưu … Chương trình sẽ diễn ra từ …": the press hears of it before it is held
_TO_THE_PRESS = re.compile(r"(?:họp báo|báo chí)(?!\w)(?!.*(?:kết quả|thành công))[^.;]* về (?:[^\W\d_]+ ){0,4}$")


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
    def is_aside(self) -> bool:
        """Whether an event is no more than a habit, or brought in by name beside what the article reports."""
        return self.is_habit or self.is_earlier or (self.is_background and self.full)

    @property
    def is_named(self) -> bool:
        """Whether an event has a round, or a name with a year or a part of it: it is one, and no other."""
        return (
            bool(self.round or (self.full and self.year))
            and not self.is_off
            and not (self.is_habit and not self.in_paper)
        )

    @property
    def is_planned(self) -> bool:
        """Whether an event is to come and has a title, if no round: "đã lên lịch hội đàm cấp tỉnh trong quý I"."""
        return self.coming is not None and self.full and not (self.is_habit or self.is_background)

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The pieces of its name, in order."""
        name = Span(self.mention.start, self.mention.end)
        return (name,) if self.rest is None else (name, self.rest)


def read_event(ctx: Context, m: Mention) -> Event | None:
    """An event mention with its sentence, its ordinal and its year; None outside of sentences."""
    sentence = ctx.page.sentence(m.start)
    noun, tail = m.groups.first("noun"), m.groups.first("tail")
    if sentence is None or noun is None or tail is None:
        return None
    folded = ctx.view.folded
    if m.value == "signing":
        m, tail = _with_paper(ctx, m, tail)
    elif signs := _SIGNS_ROUND.search(folded, tail.start, tail.end):
        tail = Span(tail.start, max(tail.start, signs.start()))
        m = m._replace(end=max(noun.end, tail.end))
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
        or (not (ordinal or year) and _is_no_single(ctx, before, noun, m))
        or is_off
        or (m.rule == VISIT and _only_receives(ctx, before) and not _are_guests(ctx, m, sentence))
    )
    full = bool(ordinal or year or named or _is_title(ctx, noun, kind, words))
    if full and m.start == noun.start and (carrier := _CARRIED.match(folded, m.start)):
        m = m._replace(start=carrier.end())
    return Event(
        m, sentence, kind, noun, before, words, rest, ordinal, year, coming=_coming(ctx, sentence, noun, m.end),
        full=full, in_paper=in_paper, is_habit=is_habit, is_off=is_off, is_earlier=_is_earlier(before),
        is_background=_is_background(before) and not _is_told_next(ctx, sentence),
    )  # fmt: skip


def _only_receives(ctx: Context, before: str) -> bool:
    """Whether the words before a visit tell that the guests are received, and the title does not tell of the visit
    itself: "Đoàn đại biểu tỉnh A sang thăm, chúc Tết tỉnh B".
    """
    if not _RECEIVES.search(before):
        return False
    title = ctx.page.title
    return title is None or _GUESTS_VISIT.match(ctx.view.folded, title.start, title.end) is None


def _are_guests(ctx: Context, m: Mention, sentence: Sentence) -> bool:
    """Whether a visit is told by the body that receives the other one's delegation: "BĐBP tỉnh A đón đoàn Công an tỉnh
    B sang thăm, chúc Tết"; a person only where they came to work.
    """
    came = _CAME_TO_GREET.match(ctx.view.folded, m.start)
    hosts = _HOSTS.search(ctx.view.folded, sentence.start, m.start) if came else None
    if came is None or hosts is None:
        return False
    by_person = (ctx.inside(field, sentence.start, hosts.start()) for field in ("people", "people.position"))
    if came["greet"] and any(by_person):
        return False
    units = ctx.inside("units", sentence.start, m.start)
    by_unit = any(_TO_HOST.fullmatch(ctx.view.folded, u.end, hosts.start()) for u in units)
    return by_unit and any(u.start >= hosts.end() for u in units)


def is_received(e: Event) -> bool:
    """Whether an event is the visit of a delegation that the other body receives, and so meets."""
    return e.mention.rule == VISIT and _RECEIVES.search(e.before) is not None and not e.is_habit


def _is_title(ctx: Context, noun: Span, kind: str, words: str) -> bool:
    """Whether the words behind a noun begin a title; what an event is about does behind a noun in capitals, in small
    letters it is what was done.
    """
    if _TITLE_START.match(words) or (kind == "meeting" and _SESSION.match(words)):
        return True
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


def next_rounds(ctx: Context, e: Event) -> Iterator[Event]:
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


def _have_come(ctx: Context, sentence: Sentence, noun: Span, end: int) -> bool:
    """Whether those invited to an event came on the day that opens the sentence, and no other day is told behind it."""
    came = _CAME.search(ctx.view.folded, sentence.start, noun.start)
    return came is not None and not ctx.inside("dates", end, sentence.end)


def _coming(ctx: Context, sentence: Sentence, noun: Span, end: int) -> Mention | None:
    """The words by which an event is still to come, right before its noun or behind its name (which ends at `end`)."""
    near = max(sentence.start, noun.start - REACH), min(sentence.end, end + REACH)
    if _TO_THE_PRESS.search(ctx.view.folded, near[0], noun.start):
        told = (ctx.first("talk.status", s.start, s.end) for s in ctx.page.sentences_after(sentence))
        if m := next((m for m in told if m and ctx.view.folded.startswith("sẽ ", m.start)), None):
            return m
    for m in ctx.inside("talk.status", *near):
        invited = m.end - m.start < 15 and ctx.view.folded.endswith("mời", m.start, m.end)
        before = m.start < noun.start <= m.end + (_INVITED if invited else 60)
        if invited and before and _have_come(ctx, sentence, noun, end):
            continue
        behind = m.start >= end and not ctx.view.folded.startswith(_AHEAD, m.start)
        if before or (behind and not _OTHER_VERB.search(ctx.view.folded, end, m.start)):
            return m
    return None


def _is_no_single(ctx: Context, before: str, noun: Span, m: Mention) -> bool:
    """Whether the words around a noun count several events or tell a habit, and not what was held on a day."""
    folded = ctx.view.folded
    if folded.startswith((" với ", " giữa "), noun.end) and _HELD_THEN.search(before[-_REACH_BACK:]):
        return False
    return _is_several(folded, before, noun) or _tells_habit(ctx, before, m)


def _is_several(folded: str, before: str, noun: Span) -> bool:
    """Whether the words before a noun count several events, or tell of the work on them."""
    counted = folded.startswith(("cuộc ", "buổi ", "phiên "), noun.start) and _COUNT.search(before[-16:])
    return bool(counted or (before.endswith(_COUNTED) and _SEVERAL.search(before[-24:])))


def _tells_habit(ctx: Context, before: str, m: Mention) -> bool:
    """Whether a word of habit governs an event noun: nothing that happens (a day, a unit, a person) stands between.

    `before` are the words of the sentence before the noun.
    """
    if any(words.match(ctx.view.folded, m.end) for words in (_HABIT_BEHIND, _COUNTED_BEHIND, _COUNTED_SO_FAR)):
        return True
    if _is_proposed(ctx, before, m.start):
        return True
    clause = last_clause(before)
    start = m.start - len(clause)
    if not HABIT.search(clause):
        return False
    for field in ("dates", "units", "people"):
        for other in ctx.inside(field, start, m.start):
            start = max(start, other.end)
    return bool(HABIT.search(ctx.view.folded, start, m.start))


def _is_proposed(ctx: Context, before: str, at: int) -> bool:
    """Whether an event noun (at `at`) stands in what is proposed or in a row of what is agreed: no day between."""
    row = before.endswith("; ")
    if not row and "đề " not in before and "kiến nghị" not in before:
        return False
    words = before.rpartition(". ")[2]
    said = _PROPOSED.search(words) or (_AGREED_ROW.search(words) if row else None)
    return said is not None and not ctx.inside("dates", at - len(words) + said.end(), at)


def last_clause(words: str) -> str:
    """The words behind the last full stop or semicolon; all where there is none."""
    return words.rpartition(". ")[2].rpartition("; ")[2]


def is_prepared(ctx: Context, e: Event) -> bool:
    """Whether a sentence tells how an event is prepared, not when it will be."""
    return e.coming is not None and ctx.view.folded.startswith(("chuẩn bị", "họp báo", "bàn"), e.coming.start)


def is_weak(ctx: Context, e: Event) -> bool:
    """Whether the noun is an everyday word too ("thăm", "giao lưu", "gặp gỡ") and no name makes an event of it."""
    return e.mention.rule in _EVERYDAY_RULES or (not e.full and bool(_EVERYDAY.fullmatch(ctx.view.folded, *e.noun)))


def has_day_or_place(ctx: Context, e: Event) -> bool:
    """Whether a day or a place stands in the event's sentence."""
    return bool(ctx.inside("talk.place", e.sentence.start, e.sentence.end)) or has_day(ctx, e.sentence)


def has_day(ctx: Context, sentence: Sentence) -> bool:
    """Whether a sentence names a day."""
    found = ctx.inside("dates", sentence.start, sentence.end)
    return any(DAY.search(ctx.view.folded, m.start, m.end) for m in found)
