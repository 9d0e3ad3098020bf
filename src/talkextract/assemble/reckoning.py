"""The day of one date of any text: from its own words, from dates told before it, from the day of publication.

The year that a date leaves out comes from one written in full before it ("Tháng 5/2022, … Ngày 22/7, …"), else from the
day of publication: the latest such day, or the next where the words say so or it is a few weeks ahead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from ..edtf import days_in_month
from ..values.dates import Point, Relative, Stretch, first_point, occurrence, pivoted
from ..values.moon import CYCLE, is_known, moon_day, moon_month
from ..values.told import Edge, Moon, Told
from .present import Resolution
from .years import latest, next_after

__all__ = ["Place", "Resolved", "lends", "resolve", "resolve_stated"]

_HALF_YEAR = timedelta(days=183)
_SEASON = timedelta(days=92)
_MONTH = timedelta(days=31)
_WEEK = timedelta(days=7)
_FAR = timedelta(days=300)
_AHEAD = timedelta(days=45)
# A year told by its name alone ("năm Kỷ Dậu") is the last of that name, at most these years ahead.
_CYCLES_AHEAD = 3
# In what years about that of writing a lunar day is sought: a leap month comes again after up to a generation or more.
_MOON_YEARS, _LEAP_YEARS = 2, 76


class Resolved(NamedTuple):
    """A date with its year, if one can be had, and how it was had; `lunar` where its words told it by the moon."""

    value: Point | Stretch
    how: Resolution
    lunar: bool = False


class Place(Protocol):
    """Where a date stands: its words, those before and after it in its sentence, and what was told before it. What is
    asked for is sought then: most dates need none of it.
    """

    @property
    def text(self) -> str:
        """The date's own words."""

    @property
    def before(self) -> str:
        """The words before it."""

    @property
    def after(self) -> str:
        """The words behind it."""

    @property
    def is_coming(self) -> bool:
        """Whether its sentence tells of it as to come ("sẽ")."""

    @property
    def weekday(self) -> int | None:
        """The day of the week that its sentence says just before it; None where it says none."""

    @property
    def last(self) -> Point | Stretch | None:
        """The last date before it, anywhere."""

    @property
    def follows(self) -> bool:
        """Whether that one stands in this sentence or the one before."""

    @property
    def here(self) -> Sequence[Point | Stretch]:
        """The dates before it in this sentence, the last first."""

    @property
    def lately(self) -> Sequence[tuple[Point | Stretch, bool]]:
        """Those written in full in this sentence (which is said of each) or the one before, the last first."""


# ---- the year


def resolve(said: Edge, place: Place, day: date | None) -> Resolved | None:
    """A date with its year; None where it is told from a day that nobody knows, or has no day of the calendar."""
    value = said.value
    try:
        if isinstance(value, (Point, Stretch)):
            return _solar(value, said, place, day)
        if isinstance(value, Relative):
            return _told(Told(value.unit, value.offset), place, day)
        if isinstance(value, Told):
            return _told(value, place, day)
        if isinstance(value, Moon):
            return _by_moon(value, said, place, day)
        return None
    except (OverflowError, ValueError):  # at the ends of the calendar
        return None


def resolve_stated(said: Edge, day: date | None) -> Resolved | None:
    """A date that tells its own year, wherever it stands; None for any other."""
    value = said.value
    if not isinstance(value, (Point, Stretch)) or (value.start if isinstance(value, Stretch) else value).year is None:
        return None
    return Resolved(pivoted(value, None if day is None else day.year), "stated")


def _solar(value: Point | Stretch, said: Edge, place: Place, day: date | None) -> Resolved | None:
    if (stated := resolve_stated(said, day)) is not None:
        return stated
    if isinstance(value, Point) and value.day is not None and value.month is None:
        return _of_month(value, day, place)
    if said.years is not None:
        return _in_told_year(value, said.years, day)
    if said.sense is None and (lent := _lent(value, place)) is not None:
        return Resolved(lent, "article")
    if day is None:
        return Resolved(value, "unspecified")
    if said.sense is None and (on := _on_weekday(value, place, day)) is not None:
        return Resolved(on, "published")
    if said.sense == 0:
        found = occurrence(value, day.year)
    elif said.sense == 1:
        found = next_after(value, day + timedelta(days=1))
    else:
        found = latest(value, day)
        is_today = found is not None and found[:3] == (day.year, day.month, day.day)
        if said.sense is None and not is_today:
            found = _coming(value, place, day) or found
    return None if found is None else Resolved(found, "published")


def _on_weekday(value: Point | Stretch, place: Place, day: date) -> Point | None:
    """A day in the year in which it falls on the weekday that its words tell ("thứ Hai 3/11"): of the last such day and
    the next one; None where it does on neither, or on both.
    """
    if not isinstance(value, Point) or value.day is None or (weekday := place.weekday) is None:
        return None
    around = (latest(value, day), next_after(value, day))
    found = {x for x in around if isinstance(x, Point) and x.days and x.days[0].weekday() == weekday}
    return found.pop() if len(found) == 1 else None


def _of_month(value: Point, day: date | None, place: Place) -> Resolved | None:
    """A day whose month nobody tells: the latest such day, the next one of what is to come."""
    if day is None or value.day is None:
        return Resolved(value, "unspecified")
    step = 1 if place.is_coming else -1
    days = (value.day - day.day) % days_in_month(day.year, day.month)
    if 0 < days <= _WEEK.days and not _is_past(place):
        step = 1  # "ngày 21 có mưa" on the 18th
    year, month = day.year, day.month
    for _ in range(3):
        if value.day <= days_in_month(year, month) and (date(year, month, value.day) - day).days * step >= 0:
            return Resolved(Point(year, month, value.day), "published")
        year, month = _month(year, month, step)
    return None


def _in_told_year(value: Point | Stretch, years: int, day: date | None) -> Resolved | None:
    """A date of "năm nay", "năm ngoái"; of an interval over the turn of a year the words tell that of its end."""
    if day is None:
        return Resolved(value, "unspecified")
    year = day.year + years
    if isinstance(value, Stretch) and value.end is not None and _key(value.start) > _key(value.end):
        year -= 1
    found = occurrence(value, year)
    return None if found is None else Resolved(found, "published")


def _key(point: Point) -> tuple[int, int]:
    return point.month or 0, point.day or 0


def _month(year: int, month: int, step: int) -> tuple[int, int]:
    """The month some months later."""
    count = 12 * year + month - 1 + step
    return count // 12, count % 12 + 1


# What stands before a year that dates a person, a paper or a plan, not what the sentence tells.
_NO_TIME = re.compile(
    r"(?<!\w)(?:sinh|sn|luật|nghị (?:định|quyết)|thông tư|quyết định|công ước|hiệp định|hiến pháp|quy hoạch|mục tiêu"
    r"|tầm nhìn|thành lập|giai đoạn|nhiệm kỳ|từ|khóa|so với|cùng kỳ)(?: [^,;.]{0,40})?[ (]*$"
)


def lends(told: Resolved, before: str) -> bool:
    """Whether a date written in full may lend its year to those told after it."""
    value = told.value
    if _NO_TIME.search(before[-60:]) or (
        told.lunar and value != Point(value.year if isinstance(value, Point) else None)
    ):
        return False
    if isinstance(value, Point):
        return not (value.decade or value.century)
    days = value.days if value.end is not None else None
    return days is not None and days[1] - days[0] <= _SEASON


def _lent(value: Point | Stretch, place: Place) -> Point | Stretch | None:
    """A date in the year of one written in full before it: of the same sentence, a day or month of the sentence before
    too; the nearest to it within half a year.
    """
    for told, here in place.lately:
        start = told.start if isinstance(told, Stretch) else told
        days = told.days
        if days is None or start.year is None or not (here or start.month):
            continue
        if start.month is None:
            return occurrence(value, start.year)
        around = [x for y in (-1, 0, 1) if 0 < start.year + y < 9999 and (x := occurrence(value, start.year + y))]
        near = [(abs(x.days[0] - days[0]), x) for x in around if x.days]
        if near and (best := min(near, key=lambda x: x[0]))[0] <= _HALF_YEAR:
            return best[1]
    return None


# Words that tell of a date as past.
_PAST = re.compile(r"(?<!\w)(?:(?:đã|vừa|trước đó)(?!\w)|(?:hôm|hồi) $)")


def _coming(value: Point | Stretch, place: Place, day: date) -> Point | Stretch | None:
    """The next occurrence of a date that is still to come; None where it is past.

    To come is what the sentence tells so ("sẽ"), what is near a coming date before it ("sẽ xuất phát ngày 2/3. … trong
    hai ngày 28/2 và 1/3"), and, unless told as past, what is a few weeks ahead: who means the day nearly a year ago
    says "năm ngoái".
    """
    found = next_after(value, day)
    if found is None or found.days is None:
        return None
    ahead = found.days[0] - day
    if place.is_coming:
        # "sẽ" tells of something else where the day has just been: "làm việc từ 9 đến 13/6, kết luận sẽ công bố sau"
        been = latest(value, day) if ahead > _FAR else None
        return None if been is not None and been.days and day - been.days[1] <= _MONTH else found
    last = place.last.days if place.last is not None else None
    if last is not None and last[0] > day and abs(found.days[0] - last[0]) <= _MONTH and place.follows:
        return found
    near = _AHEAD
    if isinstance(value, Point) and (value.quarter or value.half) and (before := latest(value, day)) and before.days:
        near = max(near, day - before.days[1])  # of a part of a year the nearer one
    return found if timedelta(0) < ahead <= near and not _is_past(place) else None


# A verb that the subject behind the date ("Ngày 29/2, bé đã …") or the date itself stands before.
_DONE = re.compile(r"[^.;:]{0,40}?(?<!\w)(?:đã|vừa)(?!\w)")


def _is_past(place: Place) -> bool:
    """Whether the words before a date, its own or those behind it tell of it as past."""
    return bool(_PAST.search(place.before[-60:]) or _PAST.search(place.text) or _DONE.match(place.after))


# ---- told from the day of writing


def _told(value: Told, place: Place, day: date | None) -> Resolved | None:
    """A date told by its distance; "tháng trước", "năm trước" after another month, year of the sentence from that."""
    if value.unit in ("month", "quarter", "year") and value.at is None and place.text.endswith((" trước", " sau")):
        for other in place.here:
            point = first_point(other) if isinstance(other, Stretch) else other
            near = point is not None and point.year is not None and _is_compared(value, point, place)
            if near and point is not None and point.year is not None:
                month = point.month or 3 * (point.quarter or 1) - 2
                return Resolved(_shifted(value, date(point.year, month, 1)), "article")
    if day is None:
        return None
    if value.unit == "last" and place.is_coming:
        value = value._replace(unit="next")
        day -= timedelta(days=1)
    return Resolved(_shifted(value, day), "published")


def _is_compared(value: Told, point: Point, place: Place) -> bool:
    """Whether a month, quarter or year is told from another one of its sentence ("quý II/2024 … so với năm trước")."""
    if "so với" not in place.before and "cùng kỳ" not in place.before:
        return False
    if value.unit == "month":
        return point.month is not None and point.day is None
    return value.unit == "year" or point.quarter is not None


def _shifted(value: Told, day: date) -> Point | Stretch:
    """What is `value.offset` units from a day. Raises ValueError where the calendar has no such day."""
    unit, offset, at = value.unit, value.offset, value.at or 0
    monday = day - timedelta(days=day.weekday())
    if unit == "month":
        year, month = _month(day.year, day.month, offset)
        return _checked(Point(year, month, value.at))
    if unit == "quarter":
        year, month = _month(day.year, day.month, 3 * offset)
        return Point(year, quarter=(month + 2) // 3)
    if unit == "year":
        return _checked(Point(day.year + offset))
    if unit == "century":
        return Point(day.year // 100 * 100 + 100 * offset, century=True)
    if unit in ("week", "weekend"):
        first = monday + timedelta(days=7 * offset + 5 * (unit == "weekend"))
        return Stretch(_point(first), _point(monday + timedelta(days=7 * offset + 6)))
    if unit == "weekday":
        return _point(monday + timedelta(days=7 * offset + at))
    if unit == "next":
        return _point(day + timedelta(days=(at - day.weekday() - 1) % 7 + 1))
    if unit == "past":
        return _point(day - timedelta(days=(day.weekday() - at - 1) % 7 + 1))
    return _point(day + timedelta(days=offset) if unit == "day" else day - timedelta(days=(day.weekday() - at) % 7))


def _point(day: date) -> Point:
    return Point(day.year, day.month, day.day)


def _checked(point: Point) -> Point:
    """The point itself. Raises ValueError where the calendar lacks it."""
    date(point.year or 1, point.month or 1, point.day or 1)
    return point


# ---- by the moon


def _by_moon(value: Moon, said: Edge, place: Place, day: date | None) -> Resolved | None:
    """A lunar date in the solar calendar; None where its year cannot be told."""
    year = value.year
    if year is None and value.cycle is not None:
        if day is None:
            return None
        year = day.year + _CYCLES_AHEAD - (day.year + _CYCLES_AHEAD - 4 - value.cycle) % CYCLE
    if year is not None:
        return _moon_year(value, year, "stated")
    if day is None or value.month is None:
        return None
    if said.years is not None:
        return _moon_year(value, day.year + said.years, "published")
    future = said.sense == 1 or (said.sense is None and place.is_coming)
    reach = _LEAP_YEARS if value.leap else _MOON_YEARS
    years = range(day.year - reach, day.year + reach + 1)
    found = [r for y in years if is_known(y) and (r := _moon_year(value, y, "published")) is not None]
    if said.sense is None and (same := _same(found, place)) is not None:
        return same
    days = [(r.value.days, r) for r in found]
    coming = next((r for d, r in days if d and d[1] >= day), None)
    if future or said.sense is not None:
        return coming if future else _last_of(days, day)
    ahead = coming.value.days if coming is not None else None
    if ahead is not None and day < ahead[0] <= day + _AHEAD and not _is_past(place):
        return coming
    return _last_of(days, day)


# Words that tell one day in the other calendar: "22/2, tức mùng 6 tháng Giêng".
_TOLD_AGAIN = re.compile(r"(?<!\w)(?:tức|nhằm)(?: (?:là|vào|ngày))* ?\(?$")


def _same(found: Sequence[Resolved], place: Place) -> Resolved | None:
    """The one of some lunar dates that tells the date before it again; None where none does."""
    if (
        not found
        or not _TOLD_AGAIN.search(place.before[-20:])
        or not (here := place.here)
        or not (told := here[0].days)
    ):
        return None
    near = [(abs(r.value.days[0] - told[0]), r) for r in found if r.value.days]
    return min(near, key=lambda x: x[0])[1]._replace(how="article")


def _last_of(days: list[tuple[tuple[date, date] | None, Resolved]], day: date) -> Resolved | None:
    """The latest of some dates that begins not after a day, one day's grace."""
    return next((r for d, r in reversed(days) if d and d[0] <= day + timedelta(days=1)), None)


def _moon_year(value: Moon, year: int, how: Resolution) -> Resolved | None:
    """A lunar date in one lunar year; the eve of its first day in the year before. Of a year whose days nobody can tell
    the year is given.
    """
    if value.month is None or not is_known(year - value.eve):
        return Resolved(Point(year), how, lunar=True)
    year -= value.eve
    if value.day is not None:
        found = moon_day(year, value.month, value.day, leap=value.leap)
        if found is None and value.eve and value.day == 30:
            found = moon_day(year, value.month, 29)
        return None if found is None else Resolved(_point(found), how, lunar=True)
    month = moon_month(year, value.month, leap=value.leap)
    return None if month is None else Resolved(Stretch(_point(month[0]), _point(month[1])), how, lunar=True)
