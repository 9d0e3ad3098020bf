"""The forces whose delegations the text names beside the event: "Đoàn Cảnh sát biển Trung Quốc đánh giá cao …"."""

from __future__ import annotations

import re

from ..document import CONTENT
from .context import Context
from .units import Named, Units

__all__ = ["sent_as_delegation"]

# Kinds of units that are sent as such; of a ministry persons are, but where its delegation is told with its leader.
_FORCES = ("border_guard_command", "military_command", "police", "coast_guard", "border_post", "border_station")
# Patterns read the text in lower case.
_DELEGATION = re.compile(r"(?<!trưởng )đoàn(?: (?:công tác|đại biểu|cấp cao|cán bộ|của|phía)){0,4} $")
_LED = re.compile(r",? do [^.;]{3,160}? (?:dẫn đầu|trưởng đoàn)(?!\w)")
_AND = re.compile(r" và (?:đoàn(?: (?:công tác|đại biểu|cán bộ|của)){0,3} )?")


def sent_as_delegation(ctx: Context, units: Units, country: str) -> Named | None:
    """The first force of a state whose delegation body or caption names ("Đoàn A", "đoàn A và B"); None where none
    is named.
    """
    title = ctx.page.title
    before: Named | None = None  # the last unit that is a delegation's
    for u in units.mentions:
        joined = before is not None and _AND.fullmatch(ctx.view.folded, before.end, u.start) is not None
        is_one = joined or _DELEGATION.search(ctx.view.folded, max(0, u.start - 40), u.start) is not None
        before = u if is_one else None
        sent = u.kind in _FORCES or (u.kind == "ministry" and _LED.match(ctx.view.folded, u.end))
        if not is_one or u.country != country or not sent or units.entry(u) is None:
            continue
        if ctx.page.role(u.start) in CONTENT and not (title and title.start <= u.start < title.end):
            return u
    return None
