"""Every day of 1975-2100, in six written forms, is read back exactly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from talkextract import read_dates

FORMS: dict[str, Callable[[date], str]] = {
    "ngày 5/9/2025": lambda d: f"ngày {d.day}/{d.month}/{d.year}",
    "05-09-2025": lambda d: f"{d:%d-%m-%Y}",
    "sáng 5.9.2025": lambda d: f"sáng {d.day}.{d.month}.{d.year}",
    "ngày 5 tháng 9 năm 2025": lambda d: f"ngày {d.day} tháng {d.month} năm {d.year}",
    "05/09/2025": lambda d: f"{d:%d/%m/%Y}",
    "2025-09-05": lambda d: f"{d:%Y-%m-%d}",
}
FIRST, LAST = date(1975, 1, 1), date(2100, 12, 31)


@pytest.mark.parametrize("name", FORMS)
def test_every_day_is_read_back(name: str):
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    assert len(days) == 46_021
    for at in range(0, len(days), 1000):
        some = days[at : at + 1000]
        text = "\n".join(FORMS[name](d) for d in some)
        found = read_dates(text)
        assert [d.value for d in found] == [d.isoformat() for d in some]
        assert [d.text for d in found] == text.split("\n")
        assert {d.resolution for d in found} == {"stated"}
