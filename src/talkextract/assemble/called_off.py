"""Events that did not or will not take place, and those that are put off to another day.

What is called off is no event, neither the reported one nor another. What is put off to a day that is told is still to
come, on that day.
"""

from __future__ import annotations

import re

from ..mention import Span

__all__ = ["is_called_off", "is_called_off_later", "new_day_from"]

# Patterns read the text in lower case.
_WORDS = ("hủy", "hoãn", "dừng", "ngừng", "lùi", "dời")
_NEGATED = re.compile(r"(?:không|chưa)(?: thể)? (?:diễn|được (?:tổ|tiến|diễn)|tổ chức|tiến hành)")
_AUXILIARY = r"(?:(?:đã|sẽ|bị|được|phải|đành|buộc|tạm|tạm thời|vừa|cũng|chính thức|đều|nên|thông báo) )"
# "bị hủy", "phải hoãn lại", "tạm dừng", "không diễn ra", "chưa thể tổ chức được"; but "đã hủy 3 kg ma túy"
_IS_OFF = (
    rf"(?:{_AUXILIARY}+(?:hủy(?: bỏ)?|hoãn|dừng|ngừng|dời|lùi(?: lại)?)(?= lại| vì| do| sang| đến| vô|[.,;]|$)"
    rf"|{_AUXILIARY}*(?:bị|phải|đành|buộc|tạm) (?:tạm )?(?:hủy|hoãn)|{_AUXILIARY}+(?:hủy bỏ|hoãn)"
    r"|tạm (?:hoãn|dừng|ngừng|gác)"
    rf"|{_AUXILIARY}*(?:không|chưa)(?: thể)? (?:diễn ra|được (?:tổ chức|tiến hành|diễn ra)"
    r"|(?:tổ chức|tiến hành)(?: được)?(?=,|[.;]|$| (?:do|vì|trong|theo|như|được|vào)(?!\w))))(?!\w)"
)
# Behind the event: "hội đàm … bị hủy"; also behind a clause that tells when it was to be: ", dự kiến ngày 12/4, …".
_BEHIND = re.compile(
    r"(?:(?! (?:về|việc|để|nhằm|thống nhất|trao đổi|bàn|đánh giá|sau|trước) )[^.;,]){0,200}?"
    r"(?:,? (?:(?:vốn|đã|được|lẽ ra|ban đầu|trước đó|từng) ){0,3}"
    r"(?:dự kiến|theo kế hoạch|theo lịch|ấn định|lên lịch|định)"
    r"(?! hai bên)[^.;]{0,160}?)?"
    rf",? {_IS_OFF}"
)
# Before it: "hoãn cuộc hội đàm", "hủy bỏ kế hoạch tổ chức Giao lưu", "không tổ chức hội đàm".
_BEFORE = re.compile(
    r"(?<!\w)(?:(?:hủy(?: bỏ)?|hoãn(?: lại)?|tạm (?:dừng|ngừng)|lùi|dời)"
    r"|(?:không|chưa)(?: thể)?(?= (?:tổ chức|tiến hành)))"
    r"(?: (?:việc|tổ chức|tiến hành|được|các|những|mọi|hoạt động|cuộc|buổi|chương trình|lễ|kế hoạch|thời gian|thời điểm"
    r"|lịch|ngày))* $"
)
# The day to which it is put off: "lùi lại đến ngày 3/6/2022", "hoãn sang tháng 7".
_TO_A_DAY = re.compile(
    r"(?<!\w)(?:hoãn|lùi|dời)(?!\w)[^.;]{0,200}? (?:sang|đến|tới|vào|qua)"
    r" (?P<day>(?:(?:sáng|chiều|đầu|giữa|cuối) )*(?:ngày|tháng|quý) \w|\d)"
)
# What was announced before: "Tuy nhiên, sự kiện này đã bị hủy."
_TAKEN_UP = re.compile(
    r"(?:sự kiện|hoạt động|chương trình|kế hoạch|lịch|cuộc gặp|hội đàm|hội nghị|giao lưu|cuộc họp)"
    rf"(?: (?:này|trên|nói trên|đó))? {_AUXILIARY}+(?:hủy(?: bỏ)?|hoãn)(?!\w)(?! (?:sang|đến|tới) (?:ngày|tháng|\d))"
)
_REACH = 400  # characters in which the words stand


def is_called_off(folded: str, sentence: Span, name: Span) -> bool:
    """Whether the words of an event's sentence, around its name, say that it does not take place.

    One that is put off to a day that the sentence tells does.
    """
    near = folded[max(sentence.start, name.start - 80) : min(sentence.end, name.end + _REACH)]
    negated = ("không" in near or "chưa" in near) and _NEGATED.search(near)
    if not negated and not any(word in near for word in _WORDS):
        return False
    end = min(sentence.end, name.end + _REACH)
    before = folded[max(sentence.start, name.start - 100) : name.start]
    off = _BEFORE.search(before) is not None or _BEHIND.match(folded, name.end, end) is not None
    return off and _TO_A_DAY.search(folded, max(sentence.start, name.start - 100), end) is None


def is_called_off_later(folded: str, start: int, end: int) -> bool:
    """Whether a stretch of text behind an announcement takes it back."""
    return any(folded.find(word, start, end) >= 0 for word in ("hủy", "hoãn")) and bool(
        _TAKEN_UP.search(folded, start, end)
    )


def new_day_from(folded: str, start: int, end: int) -> int | None:
    """Where a sentence tells the day to which an event is put off; None where it tells none."""
    if not any(folded.find(word, start, end) >= 0 for word in ("lùi", "hoãn", "dời")):
        return None
    told = _TO_A_DAY.search(folded, start, end)
    return told.start("day") if told else None
