"""Papers as they are named: each mention with its status and its day.

The status comes from the verb right before the name, the day from the words after it or from the sentence that tells of
the signing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import regex

from ..mention import Mention, Span
from ..record import AgreementKind, AgreementStatus
from .context import Context

__all__ = ["DateOf", "Paper", "read_papers"]

DateOf = Callable[[int, int], str | None]

# what may stand between a verb of signing and the name: "ký vào 2 Biên bản …", "ký kết và trao …", "ký (bằng hai thứ
# tiếng) …", "ký 3 văn kiện: (1) …"
_LISTED = "trong đó|đáng chú ý|nổi bật|cụ thể|tiêu biểu|gồm|bao gồm|như"
_BEFORE = (
    rf"(?:,(?= (?:{_LISTED})(?: |:)))?"
    r"(?: (?:vào|thông qua|các|(?:văn )?bản|những|nhiều|0?[2-9]|hai|ba|bốn|năm|nội dung|và trao(?: đổi)?|chính thức|tắt"
    r"|một số|văn kiện|thỏa thuận|hợp tác|pháp lý|quan trọng|gồm(?: có)?|bao gồm|sau|như|là"
    r"|(?:trong|nhân) (?:dịp|chuyến|đợt)(?: \p{L}+){0,2} này|trong đó (?:có|là)"
    r"|(?:đáng chú ý|nổi bật|cụ thể|tiêu biểu)(?: là| có)?"
    r"|\([^()\n]{1,60}\)|1[.)]|a\)"
    # a paper of which no more is told: "ký biên bản và kế hoạch phối hợp năm 2025"
    r"|(?:[Bb]iên bản|[Bb]ản|[Tt]hỏa thuận|[Tt]uyên bố|[Tt]hông cáo|[Kk]ế hoạch|[Qq]uy chế)"
    r"(?: (?:ghi nhớ|cam kết|chung|báo chí|hợp tác|phối hợp)){0,2}(?:,| và))"
    rf"(?:(?<=tác|kiện|bản|gồm|có|sau|là|thuận|trọng):|,(?= (?:{_LISTED})(?: |:)))?)*"
    r"[ \"']+"
)
_BEFORE_NAME = regex.compile(_BEFORE)
_BACK_FROM_NAME = regex.compile("(?r)" + _BEFORE)  # the same from right to left: how far back a verb may end
# what joins papers: "Quy chế kết nghĩa và biên bản hợp tác", "…, Hiệp định …"
_JOINED = regex.compile(
    r"[\"']?(?:(?:,? (?:và|cùng(?: với)?)|,|;)?|(?: (?:giữa|của) [^;.:]{1,200}?)?(?: giai đoạn [\d -]+)?(?:,? và|,|;))"
    r" (?:\(\w{1,3}\) |\w{1,2}[.)] |[-+•] )?(?:(?:02|[23]|hai|bản|các) )?[\"']?"
)
# a signing told after the name: "được hai bên ký kết"
_PASSIVE = regex.compile(
    r"[\"']?(?: (?:giữa|của)[^;.]{0,300}?)? (?:(?:đã|vừa|cũng|(?P<to>sẽ|dự kiến)) )*"
    r"(?:được (?:(?:(?!(?:sẽ|dự kiến|chưa|sau đó|để) )[^;,.]){0,60}? )??|(?<= (?:vừa|sẽ|dự kiến) )"
    r"|(?:do|có) (?:hai|các|đại diện|lãnh đạo|trưởng đoàn)[^;,.]{0,40}? )"
    r"(?P<verb>ký(?: kết)?+(?! (?:biên bản|(?:văn )?bản|thỏa thuận|quy chế|kế hoạch|hiệp|nghị))"
    r"|trao(?=[.,;]| (?:cho nhau|sau|ngay|tại|trong)(?!\p{L})))(?!\p{L})"
)
# … or further behind it: "…, có chữ ký của hai trưởng đoàn", "…, sẽ ký ở phiên bế mạc"
_SIGNED_THEN = regex.compile(
    r"[^;.]{0,120}?(?:(?<!chưa) (?P<verb>(?:có|mang) (?:đủ |đầy đủ )?chữ ký)(?= của| (?:hai|các) )"
    r"|, (?:do |được |có )?(?:hai|các|ba|đại diện)(?: (?!sẽ |dự kiến |từng )\p{L}+){1,6}"
    r" (?P<verb>ký(?: kết| tên)?)(?=[.,;])"
    r"|,(?: (?:và|được|cùng|đã))* (?P<verb>ký(?: kết)?)(?= (?:bằng|theo|qua) )"
    r"|,? (?:và )?(?P<to>sẽ|dự kiến)(?: được)?(?: chính thức)? (?P<verb>ký(?: kết)?)"
    r"(?=[.,;]| (?:ở|tại|vào|trong|nhân|luân|qua|bằng|sau)(?!\p{L})))"
    # who signs, each by his post: "được Thượng tá A, Trưởng phòng … và Chuẩn tướng B ký xác nhận"
    r"|(?: đã)? được (?=\p{Lu}|(?:ông|bà|đồng chí|ngài|các) )"
    r"(?:(?! (?:sẽ|dự kiến|chưa|trước khi|từng|để) )[^;.]){4,240}?"
    r" (?P<verb>ký(?: kết| xác nhận| tên)?)(?=[.,;]| (?:ngay|tại|vào|trước|dưới|sau)(?!\p{L}))"
)
# "Quy chế phối hợp để hai đồn ký tại hội đàm lần sau"
_TO_BE_SIGNED = regex.compile(r"[^,;.]{0,80}? (?P<to>để) (?:\p{L}+ ){0,5}?(?P<verb>ký(?: kết)?)(?!\p{L})")
_TOLD_AFTER = ("được", "vừa", "ký")
# the day of a paper after its name: "năm 2016", of a treaty behind its states too ("giữa Việt Nam và Lào năm 2016"),
# "(25.9.2013)", "ký ngày 23/11/2021", "giữa … ký năm 2018", and of an anniversary the first ("(18/7/1977 - 18/7/2022)")
_DATED = regex.compile(
    r"""["']?(?:\ \((?:[A-Z]{2,6})\))?(?:\ (?P<date>(?:năm\ )?(?:19|20)\d\d)(?![\d/-])
    |(?P<made>\ giữa\ (?:(?:chính\ phủ\ )?(?:hai|2|ba)\ nước|[Vv]iệt\ [Nn]am\ và\ \p{Lu}\p{Ll}+(?:\ [Qq]uốc)?))
     \ (?P<date>năm\ (?:19|20)\d\d)(?=[,;.)]|\ và\ |$)
    |(?:\ giữa\ (?:[Cc]hính\ phủ|[Nn]hà\ nước)\ [^;,.()]{0,200}?)?
     \ (?P<date>ngày\ \d{1,2}(?:[/.-]\d{1,2}[/.-]|\ tháng\ \d{1,2}\ năm\ )\d{4})
    |(?:\ (?:giữa|của)[^;]{0,300}?)?
     (?:,?\ \(?(?:(?:mà|do|được)\ (?:[^;,.()]|\([^;,.()]{1,20}\)){2,140}?\ )?
     (?:(?:đã|được|hai\ bên|cùng|vừa)\ )*ký(?:\ kết)?
     (?:\ (?:tại|ở)\ [^;,]{0,100}?,?)?(?:\ vào)?\ |\ \()
     (?P<date>(?:(?:sáng|trưa|chiều|tối|đầu|giữa|cuối)\ )?(?:(?:ngày|tháng|năm)\ )?\d{1,4}(?:[/.-]\d{1,4}){0,2}
     (?:\ (?:tháng|năm)\ \d{1,4}){0,2}))
     (?P<since>\ ?[-–]\ ?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})?""",
    regex.VERBOSE,
)
# What was signed so many years ago is no paper of today: "kỷ niệm 25 năm ký Hiệp ước … trong năm 2024".
_ANNIVERSARY = re.compile(r"(?:\d|mươi|mười|lăm|kỷ niệm) năm (?:ngày )?$")
_OF_STATES = ("treaty", "protocol")
# How far behind a name its day or its signing may be told: a sentence's length.
_REACH = 1_000
# The year that dates an earlier memorandum; that of a talk or a plan belongs to its name.
_OWN_YEAR = regex.compile(r"(?r) năm (?P<date>(?:19|20)\d\d)")
_OF_A_TALK = regex.compile(r"(?i:hội đàm|hội nghị|giao ban|hội thảo|làm việc|kế hoạch)")
# What is to be signed "trong thời gian tới" has no such words in its name.
_SOON = " trong thời gian tới"
# Who agrees to sign at a talk that is still to come signs nothing yet.
_AT_ONE_TO_COME = regex.compile(
    r"(?: giữa [^.;]{0,160}?)? (?:tại|trong|ở|vào|nhân)(?: (?:buổi|cuộc|kỳ|dịp))? "
    r"(?:[Hh]ội đàm|[Hh]ội nghị|[Pp]hiên họp|[Gg]iao lưu|[Cc]uộc họp)[^.;]{0,80}?"
    r" (?:dự kiến|sẽ|sắp|tới|sau|kế tiếp|tiếp theo)(?!\p{L})"
)
# What both sides agree on is what a caption shows them sign.
_AGREED_ON = ("thống nhất ", "nhất trí ", "thông qua ", "thống nhất nội dung ", "thống nhất các nội dung ")
# A programme that is still to be gone through, its signing too.
_EXPECTED = regex.compile(r"(?:(?i:hai|các|2) bên )?(?i:dự kiến)(?!\p{L})")
_DONE = regex.compile(r"(?r)(?i:đã|vừa) (?:\p{L}+ ){0,4}")
_YEAR = re.compile(r" (?:năm )?(?:19|20)\d\d")
_WORD = re.compile(r"[^\W_]+")
_FREE_WORDS = frozenset({"về", "việc", "bản", "văn", "việt", "nam", "lào", "trung", "quốc", "campuchia"})


@dataclass
class Paper:
    """One mention of a paper; `status_at` and `signed_at` are spans with the rule that found them.

    `folded` is the name in lower case; `agreed` says that both sides agree on the paper there.
    """

    mention: Mention
    name: str
    status: AgreementStatus
    status_at: tuple[Span, str]
    signed: str | None
    signed_at: Span | None
    in_body: bool
    folded: str
    agreed: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words by which a name is compared: without those that papers add or leave out, without countries."""
        return _words(self.folded)

    @property
    def kind(self) -> AgreementKind:
        """The kind that the rule gave it."""
        return cast("AgreementKind", self.mention.value)


def read_papers(ctx: Context, date_of: DateOf, day: str | None, *, announced: bool = False) -> list[Paper]:
    """Every mention of a paper in content lines, in order; see `agreements` for the arguments."""
    papers: list[Paper] = []
    earlier = [c.start for c in ctx.of("agreements.status") if c.value == "earlier"]
    for m in ctx.of("agreements"):
        last = papers[-1] if papers else None
        papers.append(p := _read(ctx, m, date_of, day, last, earlier))
        if p.status == "signed" and _is_to_come(ctx, p, announced=announced):
            p.status = "planned"
        if last is not None and p.status == "cited" and p.status_at == last.status_at:
            last.status = "cited"  # "ký … và … ngày 5/3/2020": the day belongs to the last, the past to both
    return [p for p in papers if not _is_bare(ctx, p)]


def _words(folded: str) -> tuple[str, ...]:
    """See `Paper.words`."""
    return tuple([w for w in _WORD.findall(folded.replace("liên hiệp quốc", "liên hợp quốc")) if w not in _FREE_WORDS])


def _is_bare(ctx: Context, p: Paper) -> bool:
    """Whether a kind word has nothing but its makers beside it ("Tuyên bố chung Việt Nam - Lào")."""
    m, folded = p.mention, ctx.view.folded
    kind = None if p.signed else m.first("kind")
    if kind is None or kind.end == m.end:
        return False
    return not _words(folded[kind.end : m.end]) and not _words(folded[m.start : kind.start])


def _read(
    ctx: Context, m: Mention, date_of: DateOf, day: str | None, last: Paper | None, earlier_at: Sequence[int]
) -> Paper:
    """A mention with its status and day; `earlier_at` are the places of words that put a signing in the past."""
    plain = ctx.view.plain
    sentence = ctx.page.sentence(m.start)
    end = sentence.end if sentence else m.end
    start = sentence.start if sentence else m.start
    verb = _verb(ctx, start, m.start)
    if verb is not None and _ANNIVERSARY.search(ctx.view.folded, max(start, verb.start - 24), verb.start):
        verb = None
    status: AgreementStatus = "cited"
    at = (Span(m.start, m.end), m.rule)
    signed, signed_at = _dated(ctx, m, end, date_of)
    if verb is not None:
        status, at = cast("AgreementStatus", verb.value), (Span(verb.start, verb.end), verb.rule)
    elif last is not None and last.mention.end >= start and _JOINED.fullmatch(plain, last.mention.end, m.start):
        status, at = last.status, at if last.status == "cited" else last.status_at
        signed, signed_at = _day_of_both(last) or (signed, signed_at)
    elif (not signed or _within(signed, day)) and (passive := _passive(plain, m.end, end)) is not None:
        status, at = passive[0], (passive[1], m.rule)
    if status == "signed" and _AT_ONE_TO_COME.match(plain, m.end, end):
        status = "planned"
    if status == "signed":
        if signed is not None and _is_planned_year(plain, m, signed_at, day):
            # what is signed today for a year to come carries the year of the plan in its name
            m, signed, signed_at = m._replace(end=cast("Span", signed_at).end), None, None
        # the verb of a list may stand in another sentence than its last name
        stop = min(at[0].start, end)
        earlier = bisect_left(earlier_at, start) < bisect_left(earlier_at, stop)
        if signed is None:
            signed, signed_at = _day_told(ctx, start, at[0].start, date_of, day, earlier)
        if earlier or (signed is not None and not _within(signed, day)):
            status = "cited"
    elif status == "planned" and ctx.view.folded.endswith(_SOON, m.start, m.end):
        m = m._replace(end=m.end - len(_SOON))
    elif status == "cited" and signed is None and (own := _own_year(plain, m)) is not None:
        m, signed, signed_at = m._replace(end=own.start()), own["date"], Span(*own.span("date"))
    in_body, folded = ctx.page.role(m.start) == "body", ctx.view.folded[m.start : m.end]
    agreed = ctx.view.folded.endswith(_AGREED_ON, 0, m.start)
    return Paper(m, ctx.text(m.start, m.end), status, at, signed, signed_at, in_body, folded, agreed)


def _day_of_both(last: Paper) -> tuple[str | None, Span] | None:
    """The day that stands with the verb before two papers: "Năm 2019, hai nước đã ký … và …"."""
    at = last.signed_at
    return (last.signed, at) if at is not None and at.start < last.mention.start else None


def _verb(ctx: Context, start: int, name: int) -> Mention | None:
    """The verb of a sentence that stands right before a name; None where there is none."""
    plain, cues = ctx.view.plain, ctx.inside("agreements.status", start, name)
    back = _BACK_FROM_NAME.match(plain, start, name) if cues else None
    if back is None:
        return None
    for cue in reversed(cues):
        if cue.end < back.start():
            return None
        if cue.value != "earlier" and cue.end <= name and _BEFORE_NAME.fullmatch(plain, cue.end, name):
            return cue
    return None


def _is_to_come(ctx: Context, p: Paper, *, announced: bool) -> bool:
    """Whether a signing belongs to a programme that the article announces, in whole or in its sentence."""
    plain, verb = ctx.view.plain, p.status_at[0].start
    sentence = ctx.page.sentence(verb)
    start = sentence.start if sentence else verb
    if not announced and not _EXPECTED.match(plain, start, verb):
        return False
    return _DONE.match(plain, start, verb) is None


def _passive(plain: str, start: int, end: int) -> tuple[AgreementStatus, Span] | None:
    """The status and the verb of a signing that is told after the name; None where none is."""
    stop = min(end, start + _REACH)
    if not any(plain.find(w, start, stop) >= 0 for w in _TOLD_AFTER):
        return None
    told = next(filter(None, (p.match(plain, start, end) for p in (_PASSIVE, _TO_BE_SIGNED, _SIGNED_THEN))), None)
    return ("planned" if told["to"] else "signed", Span(*told.span("verb"))) if told else None


def _dated(ctx: Context, m: Mention, end: int, date_of: DateOf) -> tuple[str | None, Span | None]:
    """The day or year that the words after the name give a paper, and where it stands."""
    plain, kind = ctx.view.plain, m.first("kind")
    if kind is not None and _YEAR.fullmatch(plain, kind.end, m.end):
        return plain[m.end - 4 : m.end], Span(m.end - 4, m.end)  # "Hiệp ước 1999": the year names it and dates it
    other = ctx.first("agreements", m.end, end)  # a day behind two papers is the last one's
    end = min(end, other.start) if other is not None else end
    is_dated = ctx.inside("dates", m.end, min(end, m.end + _REACH))
    found = _DATED.match(plain, m.end, end) if is_dated else None
    if found is None or (found["made"] and m.value not in _OF_STATES):
        return None, None
    span = Span(*found.span("date"))
    value = date_of(span.start, found.end())
    if value is not None and found["since"]:
        value = value.partition("/")[0]
    return value, span if value else None


def _own_year(plain: str, m: Mention) -> regex.Match[str] | None:
    """The year at the end of an earlier memorandum's name where it dates the paper; None where it does not."""
    if m.value != "memorandum" or _OF_A_TALK.search(plain, m.start, m.end):
        return None
    return _OWN_YEAR.match(plain, m.start, m.end)


def _is_planned_year(plain: str, m: Mention, at: Span | None, day: str | None) -> bool:
    """Whether the year right after a name is that of the talk or a later one: "ký Thỏa thuận phối hợp năm 2026"."""
    if at is None or not _YEAR.fullmatch(plain, m.end, at.end):
        return False
    return day is None or plain[at.end - 4 : at.end] >= day[:4]


def _day_told(
    ctx: Context, start: int, end: int, date_of: DateOf, day: str | None, earlier: bool
) -> tuple[str | None, Span | None]:
    """The day before a verb of signing, in its sentence: another day than the talk's dates a paper of the past.

    The day of the talk itself is no day of the paper: the text says when they met; but of a talk of several days
    the one that the sentence of the signing names.
    """
    for d in reversed(ctx.inside("dates", start, end)):
        value = date_of(d.start, d.end)
        told = value is not None and len(value) == 10 and day is not None and (value not in day or "/" in day)
        # "Năm 1999, … đã ký": the sentence opens with the year of the signing
        told = told or (value is not None and len(value) == 4 and d.start == start and (day is None or value < day[:4]))
        if value is not None and (earlier or told):
            return value, Span(d.start, d.end)
    return None, None


def _within(value: str, day: str | None) -> bool:
    """Whether a day lies in the day or interval of the talk; False where that is unknown."""
    if day is None:
        return False
    first, _, last = day.partition("/")
    size = len(value)
    return first[:size] <= value <= (last or first)[:size]
