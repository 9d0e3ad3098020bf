"""What a model may be asked for: each gap in words, with the cues by which a text shows that there is something to find.

A gap that the article does not speak of is absent, not missing: without a sentence that holds its cue it is not asked
for, and a quote from a sentence without one is refused. Cues read a sentence in lower case (`View.folded`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, get_args

from ..record import FigureCategory, Mode, Series, TalkKind, TalkRecord, TopicName

__all__ = ["EVENT", "LISTS", "Ask", "asks_for"]

_LETTER = r"[^\W\d_]"
# The nouns of an event between two states, as the closed list of kinds has them (record.md, closed lists).
EVENT: Final = (
    r"(?:hội đàm|giao ban|hội nghị|giao lưu|gặp gỡ|gặp mặt|họp mặt|hội ngộ|đối thoại|hội kiến|hội ý|phiên họp"
    r"|cuộc (?:họp|gặp)|buổi (?:gặp|làm việc|họp)|lễ ký|ký kết|làm việc|sơ kết|tổng kết|trao đổi|tọa đàm)"
)
_HEADS = (
    rf"trưởng đoàn|dẫn đầu|chủ trì|chủ tọa|điều hành|đứng đầu|làm trưởng|{_LETTER}+ đoàn (?:do|là|gồm|có)|đoàn .{{0,160}}\bdo"
    r"|thay mặt|đại diện (?:cho|hai|các)|tham gia hội"
)


@dataclass(frozen=True)
class Ask:
    """One thing that a model is asked to point at.

    `path` is that of the value in the record; `words` say what is sought; the quote has at most `longest` characters
    and stands in a sentence with `cue`; `labels` is the closed list of which the answer names one, () where the words
    alone tell the value. `parts` are the fields of an item of a list, () for a single value.
    """

    path: str
    words: str
    cue: re.Pattern[str]
    longest: int = 80
    labels: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def _cue(*alternatives: str) -> re.Pattern[str]:
    """A cue: any of these, as words of their own."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")


_TALK: Final[dict[str, Ask]] = {a.path: a for a in (
    Ask("talk.name", "the name of the event that the article reports: from its noun (hội đàm, hội nghị, giao ban …) to "
        "the end of its title with ordinal and year, without the parties and the place",
        _cue(rf"{EVENT} (?=.{{0,80}}(?:thường niên|định kỳ|đột xuất|nghiệp vụ|lần thứ|công tác|năm 20|quý|tháng))"), 160),
    Ask("talk.series", "the words that say how often or why the event is held (thường niên, định kỳ, đột xuất, nghiệp vụ)",
        _cue(rf"{EVENT}.{{0,60}}(?:thường niên|hằng năm|hàng năm|thường kỳ|định kỳ|đột xuất|bất thường|nghiệp vụ|chuyên (?:đề|ngành))",
             r"(?:thường niên|định kỳ|đột xuất)"), 60, get_args(Series)),
    Ask("talk.round", "the ordinal of the event (lần thứ …, vòng …), with the word before it",
        _cue(rf"{EVENT}.{{0,90}}(?:lần thứ|lần|vòng|kỳ thứ)", r"(?:lần thứ|vòng) .{1,12} (?:hai bên|cuộc|buổi)"), 40),
    Ask("talk.date", "the day or days on which the event was or will be held, as written",
        _cue(rf"{EVENT}.{{0,200}}\d|\d.{{0,200}}{EVENT}|(?:hôm nay|sáng nay|chiều nay|hôm qua|vừa qua).{{0,200}}{EVENT}"), 60),
    Ask("talk.mode", "the words that say that the event is held online (trực tuyến, cầu truyền hình)",
        _cue("trực tuyến", "truyền hình", "qua mạng"), 60, get_args(Mode)),
    Ask("talk.place", "where the event is held, with the levels around it (xã, huyện, tỉnh), without tại",
        _cue(rf"(?:tại|ở|trên đất|sang)(?= ).{{0,220}}{EVENT}|{EVENT}.{{0,220}}(?:tại|ở|địa điểm|trên đất)"), 140),
    Ask("talk.period", "the period that the event looks back on (6 tháng đầu năm …, quý …, từ … đến …)",
        _cue(r"(?:đánh giá|kết quả|nhìn lại|điểm lại|tình hình|kiểm điểm|sơ kết|tổng kết|thời gian|trong|từ).{0,200}"
             r"(?:năm|quý|tháng|kỳ)"), 80),
)}  # fmt: skip
_KIND: Final = Ask(
    "talk.kind", "the noun of the event by which the two states met (hội đàm, hội nghị, giao ban, gặp gỡ …)",
    _cue(EVENT), 40, get_args(TalkKind),
)  # fmt: skip
_SIDES: Final = Ask(
    "delegations", "each side of that event: the words that name its unit, or its state, and who leads it",
    _cue(EVENT, _HEADS), 140, ("VN", "LA", "CN", "KH"), ("side", "head"),
)  # fmt: skip
# What `complete=` may name: further items of a list field, and what identifies each.
LISTS: Final[dict[str, Ask]] = {a.path: a for a in (
    Ask("people", "everyone whom the article names: the name alone, the rank, the post without its unit",
        re.compile(r"\w"), 80, (), ("name", "rank", "position")),
    Ask("agreements", "every paper that is signed, planned or cited and has a title or subject: from its noun (hiệp định, "
        "nghị định, thỏa thuận, biên bản, quy chế, kế hoạch …) to the end of its title",
        _cue("hiệp định", "hiệp ước", "nghị định", "thỏa thuận", "biên bản", "ghi nhớ", "quy chế", "tuyên bố", "kế hoạch",
             "văn kiện", "công ước", "chương trình"), 200, (), ("name",)),
    Ask("figures", "every counted result: the number with its measure word and what is counted", re.compile(r"\d|một|hai|ba"),
        80, get_args(FigureCategory), ("quote",)),
    Ask("topics", "every subject that the sides discuss, agree on or acted on", re.compile(r"\w"), 120,
        get_args(TopicName), ("quote",)),
    Ask("dates", "every date and period that the article names", re.compile(r"\d|nay|qua|năm"), 60, (), ("quote",)),
)}  # fmt: skip


def asks_for(record: TalkRecord, complete: Sequence[str]) -> list[Ask]:
    """What a record lacks, in its order: its gaps, or the talk itself where it has none, then the lists of `complete`."""
    asks: list[Ask] = []
    if record.talk is None:
        asks += [_KIND, _SIDES]
    for path in record.gaps:
        if path.startswith("talk."):
            asks.append(_TALK[path])
        else:
            side = record.delegations[int(path[len("delegations[") : path.index("]")])]
            units = f" ({'; '.join(side.units)})" if side.units else ""
            asks.append(Ask(path, f"the name of who leads the side of {side.country}{units}", _cue(_HEADS), 80))
    return asks + [LISTS[name] for name in complete]
