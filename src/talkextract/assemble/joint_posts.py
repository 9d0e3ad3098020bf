"""Posts in a committee of both states: "Chủ tịch Phân ban Việt Nam trong Ủy ban liên hợp", "Tổng thư ký Ủy ban chỉ đạo
hợp tác song phương". The committee is nobody's unit (record.md, finer point 8); its half tells the holder's state.
"""

from __future__ import annotations

import regex

from ..mention import Mention
from .context import Context

__all__ = ["joint_body"]

# Patterns read the text in lower case.
_STATE = "(?:việt nam|lào|trung quốc|campuchia)"
_HALF = rf"(?:phân ban|tiểu ban|phía)(?: (?P<half>{_STATE}))?"
_BODY = regex.compile(
    rf"(?: (?:của|thuộc))?(?: {_HALF}(?: (?:trong|của|thuộc|tại))?)?"
    r" (?:ubl[hg]|ủy ban (?:liên (?:hợp|chính phủ)|hỗn hợp|chỉ đạo|hợp tác)"
    r"|(?:nhóm|tổ|đoàn) (?:công tác|chuyên viên) liên hợp)"
    r"(?:,? (?:phân giới|cắm mốc|biên giới|trên đất liền|trên bộ|hợp tác|song phương|kinh tế|thương mại|văn hóa"
    r"|khoa học|kỹ thuật"
    rf"|công nghệ|lãnh thổ|quốc gia|về|và(?= (?:cắm|hợp tác|thương|khoa|kỹ|công nghệ))|{_STATE}(?: ?- ?{_STATE})?"
    rf"|việt ?- ?(?:trung|lào)|phía (?P<half>{_STATE}))(?!\w))*"
    rf"| {_HALF}(?= (?:trong|của|thuộc) (?:ubl[hg]|ủy ban)|,)"
)


def joint_body(ctx: Context, at: int) -> tuple[int, Mention | None] | None:
    """Where the words of a joint committee end that begin behind a post, and the state whose half of it they name; None
    where no committee stands there.
    """
    m = _BODY.match(ctx.view.folded, at)
    if m is None:
        return None
    return m.end(), ctx.first("countries", *m.span("half")) if m["half"] else None
