"""Dates in any text, as `read_dates` reads them: those of the record, and beside them what a record leaves out.

The words of one date are read into an `Edge`: a point, with what is said of its year. `intervals.py` makes a `Between`
of two of them; `assemble/reckoning.py` gives them their days.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from ..edtf import days_in_month
from .dates import Point, Relative, Several, Stretch, read_number_word, read_plain, read_point
from .moon import cycle_year
from .numbers import read_number, read_ordinal

__all__ = [
    "CLOCK", "PART", "Between", "Edge", "Moon", "Told", "century_of", "decade_of", "edge_of", "read_edge", "read_moon",
    "weekday_number",
]  # fmt: skip

Unit = Literal["day", "weekday", "last", "past", "next", "week", "weekend", "month", "quarter", "year", "century"]


class Told(NamedTuple):
    """A date told from the day of writing, `offset` units away.

    `at` is a day of it: of a week from Monday (0), of a month from 1. "weekday" counts weeks, "last", "past" and "next"
    are the nearest such weekday: not after the day of writing, before it, after it.
    """

    unit: Unit
    offset: int = 0
    at: int | None = None

    def __str__(self) -> str:
        return f"{self.unit}{self.offset:+d}" + ("" if self.at is None else f"@{self.at}")


class Moon(NamedTuple):
    """A lunar day, month (`day` None) or year (`month` None too).

    `year` is the lunar year in figures, `cycle` the place of its name in the cycle of sixty; None where unsaid. `eve`
    says that it is of the last month of the year before ("29 Tết Ất Tỵ"), and that its thirtieth is the last day of
    all ("30 Tết", though that month may have 29). `leap`: of a leap month ("tháng 6 nhuận").
    """

    month: int | None = None
    day: int | None = None
    year: int | None = None
    cycle: int | None = None
    eve: bool = False
    leap: bool = False

    def __str__(self) -> str:
        year = self.year if self.year is not None else "?" if self.cycle is None else f"#{self.cycle}"
        month = f"{self.month}L" if self.leap else self.month
        return "moon:" + "-".join(str(x) for x in (year, month, self.day) if x is not None)


class Edge(NamedTuple):
    """One date with what its words add: `years` from that of writing ("năm ngoái" -1); `sense` 1 is "tới", -1 "vừa
    qua", 0 "này"; None unsaid.
    """

    value: Point | Stretch | Several | Relative | Told | Moon
    years: int | None = None
    sense: int | None = None

    def __str__(self) -> str:
        said = "" if self.years is None else f"@year{self.years:+d}"
        return f"{self.value}{said}" + ("" if self.sense is None else "@" + ("this", "next", "last")[self.sense])


class Between(NamedTuple):
    """An interval; an end that is None is open."""

    start: Edge | None
    end: Edge | None

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end or '..'}"


_YEARS = {"nay": 0, "ngoái": -1, "trước": -1, "kia": -2, "tới": 1, "sau": 1}
_SENSE = re.compile(r" (?:(sắp tới|tới đây|tới)|(vừa qua|vừa rồi)|(này))$")
_TOLD_YEAR = re.compile(r" (?:của )?(?:năm )?(nay|ngoái|kia|(?<=năm )(?:trước|tới|sau))$")
_LAST_WORDS = frozenset("nay ngoái kia trước tới sau đây qua rồi này năm".split())
_THIS_YEAR = re.compile(r"(?:(?:tháng|nửa) (?:đầu|cuối) năm)$")
PART = r"(?:rạng sáng|sáng sớm|sáng|trưa|chiều tối|chiều|tối|đêm|khuya)"
CLOCK = re.compile(r"^(?:lúc )?\d{1,2}(?:h\d{0,2}|:\d\d| giờ(?: \d{1,2}(?: phút)?)?),? ")
_OPENING = re.compile(
    rf"^(?:(?:{PART} )?(?:hôm |ngày )?(?:nay|qua|mai)(?:,? |(?= ?\()))?(?:{PART}(?: và {PART})? )?"
    r"(?:hôm )?\(?(?:ngày )?(?:mùng |mồng )?"
)
_WEEKDAYS = {w: i for i, w in enumerate(["hai", "ba", "tư", "năm", "sáu", "bảy"])}
_WEEKDAYS |= {str(i + 2): i for i in range(6)} | {"bẩy": 5}
_WEEKS = {"này": 0, "trước": -1, "qua": -1, "vừa qua": -1, "vừa rồi": -1, "rồi": -1, "tới": 1, "sau": 1}
_NEAREST: dict[str | None, Unit] = {None: "last", "tới": "next", "này": "next", "vừa qua": "past", "vừa rồi": "past"}
_TODAY = re.compile(r"\b(nay|qua|mai)\b")
_DAYS = {"nay": 0, "qua": -1, "mai": 1}
_UNITS: dict[str, Unit] = {"ngày": "day", "hôm": "day", "tuần": "week", "tháng": "month", "năm": "year"}
_WEEK_WORD = r"(này|trước|vừa qua|vừa rồi|qua|rồi|tới|sau)"


def _counted(count: str, unit: str, side: int = -1) -> Told | None:
    """A count of units before the day of writing (`side` 1: after it): "3 ngày trước", "cách đây nửa thế kỷ"."""
    if count == "nửa":
        return Told("year", -50) if unit == "thế kỷ" else None
    number = read_number(count)
    if not isinstance(number, int) or not 0 < number < 2000 or unit not in _UNITS:
        return None
    return Told(_UNITS[unit], side * number)


def weekday_number(words: str) -> int:
    """The number of "thứ hai" (0) to "chủ nhật" (6)."""
    return _WEEKDAYS.get(words.removeprefix("thứ "), 6)


def _weekday(day: str | None, week: str | None, near: str | None) -> Told:
    at = 6 if day is None else _WEEKDAYS[day]
    return Told("weekday", _WEEKS[week], at) if week else Told(_NEAREST[near], 0, at)


_TOLD_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Told | None]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (rf"(?:{PART} )?(?:hôm |ngày (?:hôm )?)?(nay|qua|mai)", lambda w: Told("day", _DAYS[w])),
        (r"(hôm|ngày) kia", lambda w: Told("day", -2 if w == "hôm" else 2)),
        (r"(?:cách đây )(.+?) (ngày|hôm|tuần|tháng|năm|thế kỷ)", _counted),
        (r"(.+?) (ngày|hôm|tuần|tháng|năm) trước", _counted),
        (r"(.+?) (ngày|hôm|tuần|tháng|năm) nữa", lambda n, unit: _counted(n, unit, 1)),
        (
            (
                rf"(?:{PART} )?(?:hôm )?(?:thứ (hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật)"
                rf"(?: tuần {_WEEK_WORD}| (tới|này|vừa qua|vừa rồi))?"
            ),
            _weekday,
        ),
        (rf"cuối tuần {_WEEK_WORD}", lambda w: Told("weekend", _WEEKS[w])),
        (rf"(?:(?:đầu|giữa) )?tuần {_WEEK_WORD}", lambda w: Told("week", _WEEKS[w])),
        (r"()đầu tuần", lambda _: Told("weekday", 0, 0)),
        (
            rf"(?:ngày )?(?:(?:(?:mùng |mồng )?(\d+)) )?(?:(?:đầu|giữa|cuối) )?tháng {_WEEK_WORD}",
            lambda d, w: Told("month", _WEEKS[w], int(d) if d else None),
        ),
        (r"()(?:đầu|trong) tháng", lambda _: Told("month", 0)),
        (
            r"(?:(?:giữa|cuối) )?(tuần|tháng|năm|quý)(?: này| nay)?",
            lambda unit: Told("quarter" if unit == "quý" else _UNITS[unit], 0),
        ),
        (rf"quý {_WEEK_WORD}", lambda w: Told("quarter", _WEEKS[w])),
        (r"(?:(?:đầu|giữa|cuối) )?năm (nay|ngoái|trước|kia|tới|sau)", lambda w: Told("year", _YEARS[w])),
        (r"()sang năm", lambda _: Told("year", 1)),
        (r"()(?:(?:đầu|giữa|cuối|nửa (?:đầu|cuối|sau)) )?thế kỷ trước", lambda _: Told("century", -1)),
    )
)


def _read_told(text: str) -> Told | None:
    if text[-1:].isdecimal() and "thứ" not in text:  # a day or year in figures: most dates
        return None
    for pattern, make in _TOLD_FORMS:
        if (m := pattern.fullmatch(text)) and (told := make(*m.groups())) is not None:
            return told
    return None


# ---- by the moon

_NAMED = (
    r"(?P<name>(?:giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm|quý)"
    r" (?:tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi))"
)
_MOON_YEAR = rf"(?: (?:\(?(?:âm lịch|âl)\)?))?(?:(?: năm)? {_NAMED})?(?:(?: năm)? \(?(?P<year>\d{{4}})\)?)?$"
_FEASTS = {
    "trung thu": (8, 15),
    "đoan ngọ": (5, 5),
    "nguyên tiêu": (1, 15),
    "hàn thực": (3, 3),
    "ông công ông táo": (12, 23),
    "vu lan": (7, 15),
    "giỗ tổ": (3, 10),
}
_FEAST = re.compile(
    rf"(?:(?:tết |lễ |rằm )?(?P<feast>{'|'.join(_FEASTS)})(?: hùng vương)?|(?P<eve>giao thừa)(?: tết(?: nguyên đán)?)?"
    rf"|tết(?: (?:nguyên đán|âm lịch|cổ truyền|ta))?){_MOON_YEAR}"
)
_OF_TET = re.compile(rf"(?P<day>\d{{1,2}}|[^\W\d]+(?: [^\W\d]+)?) tết(?: nguyên đán)?{_MOON_YEAR}")
_OF_MONTH = re.compile(
    r"(?:(?P<day>\d{1,2}|rằm|[^\W\d]+(?: [^\W\d]+){0,2}) )?"
    r"tháng (?P<month>\d{1,2}|giêng|chạp|mười một|mười hai|[^\W\d]+)(?P<leap> nhuận)?" + _MOON_YEAR
)
_IN_FIGURES = re.compile(rf"(?P<day>\d{{1,2}})[/-](?P<month>\d{{1,2}})(?:[/-](?P<full>\d{{4}}))?{_MOON_YEAR}")
_YEAR_NAME = re.compile(rf"(?:năm )?{_NAMED}(?: \(?(?P<year>\d{{4}})\)?)?")
_BY_MOON = re.compile(
    rf"\b(?:tết|âm lịch|âl|rằm|giêng|chạp|nhuận|trung thu|đoan ngọ|nguyên tiêu|vu lan|giỗ tổ|giao thừa|{_NAMED})\b"
)
_MONTH_NAMES = {"giêng": 1, "chạp": 12}


def _small(text: str | None) -> int | None:
    """A small number in figures or words; None where it is none."""
    return None if text is None else _MONTH_NAMES.get(text) or read_number_word(text)


def read_moon(text: str) -> Moon | None:
    """A lunar date, in lower case and without its opening; None where it is none."""
    if m := _YEAR_NAME.fullmatch(text):
        return Moon(year=_figures(m["year"]), cycle=cycle_year(m["name"]))
    m = _FEAST.fullmatch(text) or _OF_TET.fullmatch(text) or _IN_FIGURES.fullmatch(text) or _OF_MONTH.fullmatch(text)
    if m is None:
        return None
    said = m.groupdict()
    of = Moon(
        year=_figures(said.get("full") or said["year"]),
        cycle=cycle_year(said["name"]) if said["name"] else None,
        leap=bool(said.get("leap")),
    )
    if m.re is _FEAST:
        return _feast(of, said["feast"], bool(said["eve"]))
    number = 15 if said["day"] == "rằm" else _small(said["day"])
    if said["day"] is not None and (number is None or not 1 <= number <= 30):
        return None
    if m.re is _OF_TET:
        eve = number is not None and number > 20
        return of._replace(month=12 if eve else 1, day=number, eve=eve)
    month = _small(said["month"])
    return None if month is None or not 1 <= month <= 12 else of._replace(month=month, day=number)


def _feast(of: Moon, name: str | None, eve: bool) -> Moon:
    """The day of a feast: of Tết its first, or the eve."""
    if eve:
        return of._replace(month=12, day=30, eve=True)
    month, day = _FEASTS[name] if name else (1, 1)
    return of._replace(month=month, day=day)


def _figures(text: str | None) -> int | None:
    return None if text is None else int(text)


# ---- points

_DECADE = re.compile(
    r"(?:những năm|thập niên|thập k[ỷỉ])? ?(?P<decade>(?:\d\d)?\d0)(?: (?:của )?thế k[ỷỉ] (?:thứ )?(?P<century>.+))?"
)
_CENTURY = re.compile(r"(?:thế k[ỷỉ] )?(?:thứ )?(?P<century>[ivx]+|\d{1,2}|hai mươi(?: mốt)?|mười [^\W\d]+)")
_EARLY = re.compile(r"^(?:(?:đầu|giữa|cuối|nửa đầu|nửa cuối|nửa sau) )(?=những|thập|thế)")
_QUARTERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "đầu": 1, "cuối": 4}
_QUARTER_WORD = re.compile(r"quý (một|hai|ba|bốn|tư|đầu|cuối)\b")
_LETTER = re.compile(r"([qt])(?=\d)|quí(?= )")  # "Q3/2023", "T9/2024", "quí"
_COMMA_YEAR = re.compile(r"(?<=\w), (?=\d{4}$)")
_DAY_WORD = re.compile(r"^(?P<day>[^\W\d]+(?: [^\W\d]+){0,2}) (?=tháng)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEAR_WORDS = re.compile(r"năm (?P<thousands>một|hai) (?:nghìn|ngàn) (?P<rest>[^\d]+)$")
_OLD_YEAR = re.compile(r"năm (\d{3,4})")
_FEW_MONTHS = re.compile(r"(?:những|các) tháng (?:đầu|cuối) năm (\d{4})")
_NEW_YEAR = re.compile(r"tết dương lịch (?:năm )?(\d{4})")
_OF_WHICH = re.compile(r"(?<=tháng đầu|háng cuối) của(?= năm)|(?<=nửa đầu|ửa cuối) của(?= năm)")
_SPACED_YEAR = re.compile(r"(?<=\d),? năm (?=\d{4}$)")


def century_of(text: str | None) -> int | None:
    """The first two figures of the years of a century ("XX", "20", "hai mươi", "trước" → 19); None where it is none."""
    if text is None:
        return None
    number = 20 if text == "trước" else read_ordinal(text.upper()) or read_ordinal(text)
    return number - 1 if number is not None and 2 <= number <= 22 else None


def _read_old(text: str) -> Point | None:
    """A decade or a century."""
    text = _EARLY.sub("", text)
    if text.startswith(("những năm", "thập")) and (m := _DECADE.fullmatch(text)):
        return decade_of(m["decade"], century_of(m["century"]))
    if text.startswith("thế") and (m := _CENTURY.fullmatch(text)) and (number := century_of(m["century"])) is not None:
        return Point(100 * number, century=True)
    return None


def decade_of(figures: str, century: int | None) -> Point:
    """The decade of "1990", or of "90" in a century (the first two figures of its years; unsaid, the last one)."""
    year = int(figures)
    return Point(year if len(figures) == 4 else 100 * (19 if century is None else century) + year, decade=True)


def _plain_words(text: str) -> str:
    """The words of a point in the forms that `read_point` knows: figures for a day, a quarter, a year in words."""
    if m := _LETTER.match(text):
        text = ({"q": "quý ", "t": "tháng "}.get(m[1]) or "quý") + text[m.end() :]
    if m := _QUARTER_WORD.match(text):
        text = f"quý {_QUARTERS[m[1]]}{text[m.end() :]}"
    if m := _DAY_WORD.match(text):
        day = read_number_word(m["day"])
        text = text if day is None else f"{day} {text[m.end() :]}"
    if (m := _YEAR_WORDS.search(text)) and (year := read_number(f"{m['thousands']} nghìn {m['rest']}")):
        text = f"{text[: m.start()]}năm {year}"
    text = _OF_WHICH.sub("", text.replace("nửa sau", "nửa cuối"))
    if text.endswith((" đầu", " cuối")):
        text += " năm"
    if not text.startswith(("quý", "tháng")) and "tháng" not in text:
        text = _SPACED_YEAR.sub("/", text)
    return _COMMA_YEAR.sub(" năm ", text)


def _read_solar(text: str) -> Point | Stretch | None:
    """A point of the solar calendar, in lower case; None where it is none."""
    if m := _ISO.fullmatch(text):
        year, month, day = map(int, m.groups())
        return Point(year, month, day) if 1 <= month <= 12 and 1 <= day <= days_in_month(year, month) else None
    if m := _NEW_YEAR.fullmatch(text):
        return Point(int(m[1]), 1, 1)
    if m := _OLD_YEAR.fullmatch(text) or _FEW_MONTHS.fullmatch(text):
        return Point(int(m[1]))
    if (old := _read_old(text)) is not None:
        return old
    return read_point(_plain_words(text))


def read_edge(text: str) -> Edge | None:
    """What the words of one date say; None where they say nothing that holds."""
    text = CLOCK.sub("", text.lower().strip(" ()"))
    if (plain := read_plain(text)) is not None:
        return Edge(plain)
    told = _read_told(text)
    if told is not None:
        return Edge(told)
    years = sense = None
    if m := _TOLD_YEAR.search(text):
        years = _YEARS[m[1]]
    elif m := _SENSE.search(text):
        sense = 1 if m[1] else -1 if m[2] else 0
    if m:
        text = text[: m.start()]
    opening = _OPENING.match(text)
    offset = None
    if opening is not None:
        word = _TODAY.search(opening[0])
        offset = _DAYS[word[1]] if word else None
    bare = text if opening is None else text[opening.end() :]
    if not bare:
        return None
    if _BY_MOON.search(bare) and not bare.startswith("tết dương"):
        moon = read_moon(bare)
        return None if moon is None else Edge(moon, years, sense)
    value = _read_solar(bare)
    if value is None:
        return None
    if offset is not None and isinstance(value, Point):
        value = value._replace(offset=offset)
    if years is None and bare.endswith((" đầu", " cuối", " đầu năm", " cuối năm")):
        years = 0  # "9 tháng đầu năm": of this year
    return Edge(value, years, sense)


def edge_of(value: Point | Stretch | Several | Relative, text: str) -> Edge:
    """A value of the record's rules, with what its words say of its year."""
    text = text.lower()
    if text.rpartition(" ")[2] not in _LAST_WORDS:
        return Edge(value)
    m = _TOLD_YEAR.search(text)
    if m is None and (said := _SENSE.search(text)):
        return Edge(value, None, 1 if said[1] else -1 if said[2] else 0)
    if m is None and _THIS_YEAR.search(text):
        return Edge(value, 0)
    return Edge(value, _YEARS[m[1]] if m else None)
