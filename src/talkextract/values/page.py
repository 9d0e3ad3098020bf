"""What a page says about itself: the stamp of its publication."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

import regex

__all__ = ["page_date_value"]

_ZONE = regex.compile(r"([+-])(\d{1,2})(?::?(\d\d))?")
_AFTERNOON = frozenset({"pm", "ch"})  # "CH": chiều


def page_date_value(groups: Mapping[str, str]) -> str | None:
    """A stamp as ISO 8601: `2017-04-24`, `2017-04-24T08:33`, `2021-12-11T12:05+07:00`; None where no such day exists.

    Groups: `day`, `month`, `year`, and where the page gives them `hour`, `minute`, `half` (AM, PM, SA, CH) and `zone`
    ("+7").
    """
    hour, minute = int(groups.get("hour", 0)), int(groups.get("minute", 0))
    if groups.get("half", "").lower() in _AFTERNOON and hour < 12:
        hour += 12
    try:
        day = date(int(groups["year"]), int(groups["month"]), int(groups["day"])).isoformat()
        clock = time(hour, minute).isoformat(timespec="minutes")
    except ValueError:
        return None
    if "hour" not in groups:
        return day
    zone = _ZONE.fullmatch(groups.get("zone", ""))
    return f"{day}T{clock}" + (f"{zone[1]}{int(zone[2]):02}:{zone[3] or '00'}" if zone else "")
