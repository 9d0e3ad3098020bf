"""What an article's own words say about the year of an event: its name, the period that it reviews, what is to come.

Everything here judges one sentence (in lower case) and the place of a date in it, or counts years; `present.py` draws
the conclusions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from ..mention import Mention
from ..values.dates import Point, Stretch, occurrence
from .cues import alone, standing

__all__ = [
    "DAY", "HALF_YEAR", "NAMES", "Anchor", "Kind", "by_anchor", "dates_paper", "grounds", "is_future", "is_reviewed",
    "latest", "may_be_future", "near", "next_after", "opens", "reports_day", "years_on",
]  # fmt: skip

# Where in time an event stands to the year or period that its article names.
#   name    of the event itself ("Hội đàm thường niên lần thứ XIII, năm 2025"): in that year
#   next    of one that is told as to come ("Hội đàm năm 2026 sẽ …"): in that year, if it is the event itself
#   result  a period in its name, or a review in it ("quý 4/2025", "tổng kết năm 2023"): near the end of it
#   plan    what begins with the period ("chào năm mới 2023", "triển khai nhiệm vụ năm 2024"): near its start
#   review  told as past in the article: within it, else it says nothing of the event
#   school  "năm học 2019 - 2020": from August to July
#   feast   an anniversary that it falls near to ("3/3/1959 - 3/3/2019"): not far from its day
#   since   "từ 6 tháng cuối năm 2021 đến nay": after its first part
Kind = Literal["name", "next", "result", "plan", "review", "school", "feast", "since"]
NAMES: frozenset[Kind] = frozenset({"name", "next", "result", "plan"})

HALF_YEAR = timedelta(days=183)
_ABOUT = timedelta(days=62)
DAY = timedelta(days=1)


class Anchor(NamedTuple):
    """A stated year or period of the article, as evidence for the year of an event."""

    mention: Mention
    value: Point | Stretch
    kind: Kind

    @property
    def days(self) -> tuple[date, date]:
        """First and last day of the period; of "since" those of its first part, of a school year from August on."""
        if self.kind == "school" and isinstance(self.value, Stretch) and self.value.days:
            begin, end = self.value.days
            return date(begin.year, 8, 1), date(end.year, 7, 31)
        value = self.value.start if isinstance(self.value, Stretch) and self.kind == "since" else self.value
        return value.days or (date.min, date.max)


_NOUN = re.compile(alone(
    "hội (?:đàm|nghị|thảo|kiến)", "giao (?:ban|lưu)", "gặp (?:gỡ|mặt)", "đối thoại", "phiên họp", "cuộc họp", "lễ ký",
    "sơ kết", "tổng kết", "tọa đàm", "diễn đàn",
))  # fmt: skip
# What ends the name of an event: a stop, a verb, a preposition of time or place.
_BREAK = re.compile(r"[.;:!?()]|" + alone(
    "tổ chức", "diễn ra", "tiến hành", "tại", "ở", "do", "ngày", "trong", "vào", "từ", "đến", "đã", "sẽ", "được",
    "thống nhất", "nhằm", "để", "nhìn lại", "điểm lại", "sang",
) + "|, " + alone(
    "kiểm điểm", "đánh giá", "trao đổi", "bàn", "ký", "rà soát", "thông báo", "hai bên", "các bên"
))  # fmt: skip
# A talk that only a paper's name or an earlier event brings in: "Biên bản hội đàm năm 2023", "sau hội nghị năm 2024".
_ELSEWHERE = re.compile(
    alone("biên bản", "ghi nhớ", "kết quả", "nội dung", "thỏa thuận", "thông báo", "kết luận", "từ", "sau", "trước")
    + r"(?: (?!và )[^\W\d_]+){0,2} ?$|"
    + standing("thực hiện ?$")
)
# A paper that is older than the event whose name holds it: the year behind is the paper's.
_OLDER_PAPER = re.compile(alone(
    "hiệp định", "hiệp ước", "nghị định", "công ước", "luật", "nghị quyết",
    "thực hiện (?:các )?(?:thỏa thuận|quy chế|biên bản|bản ghi nhớ)",
) + r"[^,;]*+$")  # fmt: skip
_RESULT = re.compile(alone("đánh giá", "kết quả", "sơ kết", "tổng kết", "kiểm điểm", "nhìn lại"))
_PAST = re.compile(alone(
    "đánh giá", "kết quả", "sơ kết", "tổng kết", "kiểm điểm", "nhìn lại", "điểm lại", "tình hình", "thông tin", "đã",
    "qua", "theo báo cáo", "thống kê", "số liệu",
))  # fmt: skip
# "đón năm 2023", not "đón đoàn"
_FEAST = "(?= ?$| (?:chào|mừng|đón|năm|xuân|tết|kỷ niệm|đại hội|ngày|thành công))"
_PLAN = re.compile(alone(
    "phương hướng", "nhiệm vụ", "kế hoạch", "triển khai", "trọng tâm", "thống nhất(?! của)", "hẹn",
    "sang(?= ?$| (?:năm|quý|tháng|giai đoạn))", "tới", "sẽ", "phấn đấu", "kiến nghị", "đề nghị",
    "đề xuất", "tiếp tục",
    "mong", "mời", f"chào{_FEAST}", f"đón{_FEAST}", f"mừng{_FEAST}", "năm mới", "xuân", "tết",
))  # fmt: skip
# A year behind these dates a paper ("Hiệp định … năm 2016"), but for "trong năm".
_DATED_PAPER = re.compile(alone(
    "hiệp định", "hiệp ước", "nghị định", "công ước", "luật", "nghị quyết", "quyết định", "chỉ thị", "thỏa thuận",
    "quy chế", "kế hoạch", "chương trình", "biên bản", "bản ghi nhớ", "tuyên bố", "văn kiện",
) + r"[^,;:.]*+$(?<!trong )")  # fmt: skip
# … but for the plan that is being carried out: "Thực hiện kế hoạch phối hợp năm 2025, sáng 3/12, …".
_CARRIED_OUT = re.compile(
    r"(?:thực hiện|triển khai|theo)(?: các)? (?:kế hoạch|chương trình)(?!\w)[^,;:.]*(?: giữa [^,;:.]*, ?)?$"
)
# The new year that a visit greets, beside its feast: "chúc Tết …, nhân dịp năm mới 2026"; not a spring of history.
_GREETED = re.compile(
    r"(?<!\w)(?:dịp|thềm|chúc(?: mừng)?|chào|mừng|đón|vui)(?: (?:đón|mừng|chào|chúc|vui|đầu))* (?:tết|xuân|năm mới)"
    r"(?!\w)(?:,? (?!thân |kỷ |học )[^\W\d_]+){0,9} ?$"
)
# A review of so many years: "sơ kết 2 năm thực hiện … (2023 - 2024)".
_OF_YEARS = re.compile(r"(?<!\w)(?:sơ kết|tổng kết|đánh giá)(?: kết quả)? (?P<years>\d{1,2}|hai|ba|bốn|năm) năm(?!\w)")
_YEARS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_SIGNED = re.compile(
    alone("ký", "ký kết", "ban hành", "thành lập", "có hiệu lực") + r"(?: (?:vào|từ|hôm|ngày)){0,2}[ (]*$"
)
_PART_OF_DAY = re.compile(alone("rạng sáng", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "thứ", "chủ nhật"))
# A day by which something is to be done: "hoàn thành trước ngày 30/9", "chậm nhất ngày 5/3".
_DEADLINE = re.compile(
    r"(?<!\w)(?:chậm nhất(?: (?:là|vào|đến|trong))?"
    r"|(?:hoàn (?:thành|tất|thiện)|xong|báo cáo|gửi|nộp|trình|bàn giao|phải|yêu cầu|đề nghị|giao"
    r"|cam kết|hứa|phấn đấu|hẹn)(?!\w)[^.;:]{0,80}"
    r" trước) $"
)
_BEFORE_THAT = ("trước đó", "trước đây")
# "sẽ" and its like; the words that say of the same day that it is past or present.
_WILL = re.compile(alone("sẽ", "dự kiến", "sắp tới", "sắp diễn ra", "hẹn (?:gặp|nhau|ngày gặp)"))
_NOW_DONE = re.compile(alone("đã", "vừa"))
_DID = re.compile(alone(
    "đã", "vừa", "diễn ra", "tổ chức", "tiến hành", "làm việc", "có buổi", "hội đàm", "thăm", "ký", "chủ trì",
    "dẫn đầu", "phát biểu", "thống nhất", "cho biết", "khẳng định", "trao đổi", "đánh giá", "dự",
))  # fmt: skip


def _is_whole_year(value: Point | Stretch) -> bool:
    return isinstance(value, Point) and not (value.quarter or value.half)


def grounds(mention: Mention, text: str, before: str, after: str) -> Anchor | None:
    """What a stated year or period says about the event; None where it says nothing.

    `text` are its words, `before` and `after` the rest of its sentence. Days and months are no grounds, nor is a year
    that dates a paper.
    """
    value = mention.value
    if isinstance(value, Stretch):
        if text.startswith("năm học"):
            return Anchor(mention, value, "school")
        if value.end is not None and _is_anniversary(value.start, value.end):
            return Anchor(mention, value, "feast")
        if value.end is None:
            precise = value.start.year is not None and value.start.month is not None
            return Anchor(mention, value, "since") if precise else None
        if value.start.year is None or value.start.day:
            return None
        if value.start.year != value.end.year:
            return Anchor(mention, value, "result") if _is_reviewed_whole(value, before) else None
    elif not isinstance(value, Point) or value.year is None or value.month or value.decade:
        return None
    noun = next((m.start() for m in _NOUN.finditer(before) if not _BREAK.search(before, m.end())), None)
    if noun is not None:
        if _ELSEWHERE.search(before, 0, noun) or _OLDER_PAPER.search(before, noun):
            return None
        kind = _kind_of_name(value, before[noun:])
        return Anchor(mention, value, "next" if kind == "name" and _is_next(after) else kind)
    if _is_whole_year(value) and after.startswith(",") and _CARRIED_OUT.search(before):
        return Anchor(mention, value, "name")
    if _is_whole_year(value) and _GREETED.search(before):
        return Anchor(mention, value, "plan")
    told = mention.rule != "dates.year.bare" and is_reviewed(before, after)
    return Anchor(mention, value, "review") if told else None


def _is_reviewed_whole(value: Stretch, before: str) -> bool:
    """Whether years from one to another are all that an event reviews: as many as its name says."""
    told = next(reversed([*_OF_YEARS.finditer(before)]), None)
    if told is None or value.end is None or value.end.year is None or value.start.year is None:
        return False
    years = _YEARS.get(told["years"]) or int(told["years"])
    return value.end.year - value.start.year in (years - 1, years)


def _is_next(after: str) -> bool:
    """Whether the words behind the year in a name tell of the event as still to come."""
    return is_future("", after) or _NEXT_YEAR.search(after) is not None


def _is_anniversary(start: Point, end: Point) -> bool:
    """Whether two days are the same of two years."""
    same = start.day is not None and (start.month, start.day) == (end.month, end.day)
    return same and start.year is not None and end.year is not None and end.year > start.year


def _end_of_last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of a pattern ends; 0 where there is none."""
    end = 0
    for m in pattern.finditer(text):
        end = m.end()
    return end


def _kind_of_name(value: Point | Stretch, name: str) -> Kind:
    """How an event stands to the period in its name, by the last cue in the name."""
    result, plan = _end_of_last(_RESULT, name), _end_of_last(_PLAN, name)
    if plan or result:
        return "plan" if plan > result else "result"
    return "name" if _is_whole_year(value) else "result"


def is_reviewed(before: str, after: str) -> bool:
    """Whether a year in running text is told as past, not planned.

    The nearest cue before it decides, else the first after it.
    """
    if _DATED_PAPER.search(before):
        return False
    past, plan = _end_of_last(_PAST, before), _end_of_last(_PLAN, before)
    if past or plan:
        return past > plan
    coming, done = _PLAN.search(after), _PAST.search(after)
    return coming is None or (done is not None and done.start() < coming.start())


_TOLD_YEAR = re.compile(r"năm (nay|ngoái|trước|tới|sau)$")
_NEXT_YEAR = re.compile(r"năm (?:sau|tới)(?!\w)")
_YEAR_BEHIND = re.compile(r" (?:của )?năm (nay|ngoái|trước|tới|sau)(?!\w)")
_YEARS_ON = {"nay": 0, "ngoái": -1, "trước": -1, "tới": 1, "sau": 1}


def years_on(text: str, after: str = "") -> int | None:
    """How many years after the day of writing an expression, or the words `after` it, say: "quý IV năm nay" 0,
    "ngày 5/10 năm ngoái" -1.
    """
    told = _TOLD_YEAR.search(text) or _YEAR_BEHIND.match(after)
    return None if told is None else _YEARS_ON[told[1]]


_FUTURE = ("sẽ", "sắp", "dự kiến", "trước", "chậm nhất", "thống nhất", "nhất trí", "hẹn")
# What both sides agree to hold is still to come: "nhất trí tổ chức giao lưu vào ngày 22/12".
_AGREED = re.compile(
    r"(?:thống nhất|nhất trí)(?!\w)(?!.*(?<!\w)(?:đã|vừa|tại hội đàm|tại hội nghị)(?!\w))"
    r".* (?:mở|tổ chức|tiến hành|ra quân|triển khai)"
    r"(?:(?: (?!thực hiện)[^\W\d_]+){0,8}|(?: (?!thực hiện)[^\W\d_]+){0,16} (?:vào|trong)) $"
)
_NEAR = 240  # characters


def may_be_future(text: str) -> bool:
    """Whether a word that tells of what is to come may stand in a text; to be asked before `is_future`."""
    return any(word in text for word in _FUTURE)


def is_future(before: str, after: str) -> bool:
    """Whether the day between `before` and `after` is told as still to come ("sẽ diễn ra ngày 20/11")."""
    if not (may_be_future(before) or may_be_future(after)) or before.startswith(_BEFORE_THAT):
        return False
    due = _DEADLINE.search(before)
    if due is not None and not _NOW_DONE.search(before, max(0, due.start() - 30)):
        return True
    will = _end_of_last(_WILL, before)
    if will and not _NOW_DONE.search(before, will):
        return True
    if _AGREED.search(before, max(0, len(before) - _NEAR)):
        return True
    coming = _WILL.search(after)
    return coming is not None and _DID.search(after, 0, coming.start()) is None


def reports_day(text: str, before: str, after: str) -> bool:
    """Whether a day is one that the article reports on, not one that dates a paper or a memory.

    It names a part of the day or stands with an event ("Sáng 14-1-2020", "ngày 7/11/2016, … hội đàm").
    """
    if _SIGNED.search(before):
        return False
    return bool(_PART_OF_DAY.match(text) or _NOUN.search(before) or _NOUN.search(after))


def dates_paper(before: str) -> bool:
    """Whether the words before a date make it one of a paper: "Hiệp định … năm 1990", "Thỏa thuận, ký ngày 5/3"."""
    return _DATED_PAPER.search(before) is not None or _SIGNED.search(before) is not None


def opens(before: str) -> bool:
    """Whether a day opens its sentence, or follows the word of the publisher that does ("TTO - Ngày 5/3/2020")."""
    return not before.strip(" (\"'") or before.rstrip().endswith(" -")


def by_anchor(value: Point | Stretch, anchor: Anchor) -> Point | Stretch | None:
    """`value` (its year unsaid) in the year that `anchor` gives; None where the anchor does not reach it."""
    first, last = anchor.days
    if anchor.kind in ("name", "next"):
        return occurrence(value, first.year)
    found = [(d, o) for d, _, o in _occurrences(value, last.year)]
    if anchor.kind == "since":
        return next((o for d, o in found if d > last), None)
    if anchor.kind == "school":
        return next((o for d, o in found if first <= d <= last), None)
    centre = first if anchor.kind == "plan" else last
    nearest = min(found, key=lambda x: abs(x[0] - centre), default=None)
    if nearest is None or (anchor.kind == "review" and not first <= nearest[0] <= last):
        return None
    if anchor.kind == "feast" and abs(nearest[0] - last) > _ABOUT:
        return None
    return nearest[1]


def near(day: date, anchor: Anchor) -> bool:
    """Whether `day` lies within half a year of the anchor's period: names are loose about the turn of a year."""
    first, last = anchor.days
    return first - HALF_YEAR <= day <= last + HALF_YEAR


def _occurrences(value: Point | Stretch, year: int) -> Iterator[tuple[date, date, Point | Stretch]]:
    """`value` in the years about `year`, in order, each with its first and last day ("đến nay" has the last of all)."""
    start = value.start if isinstance(value, Stretch) else value
    reach = 8 if (start.month, start.day) == (2, 29) else 1
    for y in range(max(1, year - reach), min(9998, year + reach) + 1):
        found = occurrence(value, y)
        if found is not None and (days := found.days) is not None:
            yield *days, found


def latest(value: Point | Stretch, day: date) -> Point | Stretch | None:
    """The latest occurrence of `value` that begins not after `day`, one day's grace; None where there is none."""
    start = value.start if isinstance(value, Stretch) else value
    if start.month and (start.month, start.day) != (2, 29) and 1 < day.year < 9999:
        limit = day + DAY  # most dates: no need to try the years around
        late = (start.month, start.day or 1) > (limit.month, limit.day)
        if (found := occurrence(value, limit.year - late)) is not None:
            return found
    found = None
    for first, _, candidate in _occurrences(value, day.year):
        if first > day + DAY:
            break
        found = candidate
    return found


def next_after(value: Point | Stretch, day: date) -> Point | Stretch | None:
    """The first occurrence of `value` that ends not before `day`; None where there is none."""
    if isinstance(value, Point) and value.month and (value.month, value.day) != (2, 29) and day.year < 9999:
        late = (value.month, value.day or 31) < (day.month, day.day)
        return value.of_year(day.year + late)
    return next((o for _, last, o in _occurrences(value, day.year) if last >= day), None)
