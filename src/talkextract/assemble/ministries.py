"""Ministries that are named where their ministers meet as persons: whose minister one is, who organises, what two have
between them; none of them is sent.
"""

from __future__ import annotations

import re

from .units import Named

__all__ = ["OF_STATE", "is_ministers", "is_organiser", "is_related"]

# Kinds of units whose people meet as persons.
OF_STATE = ("ministry", "general_staff")
# Patterns read the text in lower case.
_AS_MINISTER = re.compile(r"(?:bộ|thứ) trưởng (?:thường trực )?$")
_RELATION = re.compile(
    r"(?<!\w)(?:quan hệ|hợp tác|phối hợp|đoàn kết)(?: [^\W\d_]+){0,5} giữa (?:(?:hai|các) )?(?:[^.;:,]{3,90} và )?$"
)


def is_ministers(folded: str, u: Named) -> bool:
    """Whether a ministry only tells whose minister meets: "hai Bộ trưởng Bộ Quốc phòng hội đàm"."""
    return u.kind == "ministry" and _AS_MINISTER.search(folded, max(0, u.start - 24), u.start) is not None


def is_organiser(folded: str, u: Named) -> bool:
    """Whether a ministry is told to organise: "cuộc gặp giữa ba Bộ trưởng được Bộ Quốc phòng Lào tổ chức"."""
    return u.kind == "ministry" and folded.endswith("được ", 0, u.start) and folded.startswith(" tổ chức", u.end)


def is_related(folded: str, u: Named) -> bool:
    """Whether a ministry only stands in what two ministries have between them: "quan hệ giữa Bộ A và Bộ B"."""
    return u.kind in OF_STATE and _RELATION.search(folded, max(0, u.start - 160), u.start) is not None
