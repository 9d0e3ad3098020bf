"""What a model may be asked for: each gap in words, with the cues by which a text shows that there is one to fill.

A gap that the article does not speak of is absent, not missing: without a sentence that holds its cue it is not asked
for, and a quote from a sentence without one is refused. Cues read a sentence in lower case (`View.folded`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, get_args

import regex

from ..record import FigureCategory, Mode, Series, TalkKind, TalkRecord, TopicName
from .lexicon import SERIES

__all__ = ["COUNTRIES", "EVENT", "KIND", "LEADS", "LISTS", "QUALIFIED", "SIDES", "Ask", "asks_for"]

COUNTRIES: Final = ("VN", "LA", "CN", "KH")
# The nouns of an event between two states, as the closed list of kinds has them (record.md, closed lists).
EVENT: Final = (
    r"(?:hội đàm|giao ban|hội nghị|hội thảo|giao lưu|gặp gỡ|gặp mặt|họp mặt|hội ngộ|đối thoại|hội kiến|hội ý|phiên họp"
    r"|cuộc (?:họp|gặp)|buổi (?:gặp|làm việc|họp)|lễ ký|ký kết|sơ kết|tổng kết|tọa đàm"
    r"|họp(?= (?:thường niên|thường kỳ|định kỳ|đột xuất|song phương)))"
)
# Before a noun of an event: what is done again and again, or is still to be, is no event of its own.
_NO_MECHANISM = (
    r"(?<!(?:duy trì|chế độ|cơ chế|nền nếp|nề nếp|tăng cường|thực hiện (?:tốt|nghiêm|hiệu quả)"
    r"|tổ chức (?:các|tốt|thường)|tiếp tục|các cuộc|những cuộc|thường xuyên|hình thức)[^.;]{0,60})"
)
_SERIES = "|".join(SERIES.values())
# What two sides do when they meet, where the sentence does not name the event.
_MEETING = r"(?:đoàn|đón|bàn nghị sự|bàn thảo|hai bên|các bên|gặp nhau|diễn ra|tổ chức)"
LEADS: Final = (
    r"(?:trưởng đoàn|dẫn đầu|chủ trì|chủ tọa|điều hành|đứng đầu|làm trưởng|do|gặp|hội kiến|hội đàm (?:với|cùng)"
    r"|đối thoại với|thay mặt (?:hai|các) bên)"
)


@dataclass(frozen=True)
class Ask:
    """One thing that a model is asked to point at.

    `path` is that of the value in the record; `words` say what is sought; the quote has at most `longest` characters
    and stands in a sentence with `cue`; `labels` is the closed list of which the answer names one, () where the words
    alone tell the value. `parts` are the quotes of an item of a list, of which there are `most`; () for a single value.
    """

    path: str
    words: str
    cue: regex.Pattern[str]
    longest: int = 80
    labels: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    most: int = 0


def _cue(*alternatives: str) -> regex.Pattern[str]:
    """A cue: any of these, as words of their own."""
    return regex.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")


_ORDINAL: Final = r"(?:lần(?: thứ)?|vòng|thứ|kỳ thứ) (?:\d{1,3}|[ivxlc]+|nhất|nhì|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
# What makes a name of the noun of an event.
QUALIFIED: Final = (
    rf"(?:{_SERIES}|{_ORDINAL}|công tác|đối ngoại|năm 20\d\d|quý|\d+ tháng|hữu nghị|sĩ quan|sỹ quan|hợp tác|song phương"
    r"|\d năm|chuyên đề)"
)
_COUNT = "\\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một"
_STRETCH = (
    rf"(?:{_COUNT}) tháng (?:(?:đầu|cuối|qua)(?: năm(?: \d{{4}}| nay| qua)?)?|(?:của )?năm \d{{4}})"
    r"|quý (?:[1-4]|iv|i{1,3})(?:[/-]\d{4}| năm (?:\d{4}|nay))|giai đoạn \d{4} ?- ?\d{4}"
    r"|năm \d{4} và quý (?:[1-4]|iv|i{1,3})[/-]\d{4}"
)
_TALK: Final[tuple[Ask, ...]] = (
    Ask(
        "talk.name",
        "the name of the event that the article reports: from its noun (hội đàm, hội nghị, giao ban …) to the end of "
        "its title with ordinal and year, without the parties and the place",
        _cue(
            rf"{_NO_MECHANISM}{EVENT} [^.;]{{0,90}}?{QUALIFIED}",
            rf"{EVENT}[^.;]{{0,60}} (?:giữa|với) [^.;]{{0,160}}? {_ORDINAL}",
            r"(?:lễ ký(?: kết)?|phiên họp) \w+",
        ),
        240,
    ),
    Ask(
        "talk.series",
        "the words that say how often or why this event is held (thường niên, định kỳ, đột xuất, nghiệp vụ), inside "
        "its name",
        _cue(rf"{_NO_MECHANISM}{EVENT}[^.;,]{{0,50}} (?:{_SERIES})"),
        60,
        get_args(Series),
    ),
    Ask(
        "talk.round",
        "the ordinal of this event (lần thứ …, vòng …), with the word before it",
        _cue(
            rf"{EVENT}[^.;]{{0,90}}? {_ORDINAL}",
            rf"{EVENT}[^.;]{{0,60}} (?:giữa|với) [^.;]{{0,160}}? {_ORDINAL}",
            rf"{_ORDINAL}[^.;]{{0,40}}{EVENT}",
            rf"lần đầu[^.;]{{0,80}}{EVENT}",
        ),
        40,
    ),
    Ask(
        "talk.date",
        "the day or days on which this event was or will be held, as written",
        _cue(
            rf"{EVENT}.{{0,300}}?\d",
            rf"\d.{{0,300}}?(?:{EVENT}|{_MEETING})",
            rf"(?:hôm|sáng|chiều|tối) (?:nay|qua).{{0,200}}?{EVENT}",
        ),
        60,
    ),
    Ask(
        "talk.mode",
        "the words that say that this event is held online (trực tuyến, cầu truyền hình)",
        _cue("trực tuyến", "truyền hình", "qua mạng"),
        60,
        get_args(Mode),
    ),
    Ask(
        "talk.place",
        "where this event is held, with the levels around it (xã, huyện, tỉnh), without tại",
        _cue(
            rf"(?:tại|ở|trên đất|sang|trên|đến)(?= ).{{0,300}}?(?:{EVENT}|{_MEETING})",
            rf"(?:{EVENT}|{_MEETING}).{{0,300}}?(?:tại|ở|địa điểm|trên đất|sang|là nơi)",
            "là nơi",
            "nơi diễn ra",
            "địa điểm là",
        ),
        140,
    ),
    Ask(
        "talk.period",
        "the period that this event looks back on (6 tháng đầu năm …, quý …, từ … đến …)",
        _cue(
            r"(?:đánh giá|kết quả|nhìn lại|điểm lại|soi lại|tình hình|kiểm điểm|sơ kết|tổng kết|rà soát|phối hợp"
            r"|số liệu).{0,200}?(?:năm|quý|tháng|kỳ)",
            r"(?:trong|qua|từ|năm|quý|tháng).{0,60}?(?:đã|hai bên|các đơn vị|lực lượng|các bên|đơn vị)",
            rf"{EVENT}[^.;]{{0,120}}?(?:quý|tháng)",
            r"từ (?:tháng|năm|đầu|quý|\d).{0,60}?đến (?:nay|tháng|quý|\d)",
            # a stretch of time that opens a clause, alone or behind a word of saying
            rf"(?:{_STRETCH})(?:,| (?:không|đã|có|hai|các|lực))",
            rf"(?:trong|thấy|định|biết|hay|rằng|:),? (?:{_STRETCH}|năm \d{{4}}),",
        ),
        80,
    ),
)
_OF_TALK: Final = {ask.path: ask for ask in _TALK}
KIND: Final = Ask(
    "talk.kind",
    "the noun of the event by which the two states met (hội đàm, hội nghị, giao ban, gặp gỡ …)",
    _cue(EVENT, r"(?:đến|sang) thăm", r"thăm(?:,| và) chúc"),
    60,
    get_args(TalkKind),
)
SIDES: Final = Ask(
    "delegations",
    "each side of that event: the words that name its unit, or its state, and who leads it",
    regex.compile(r"\w"),
    200,
    COUNTRIES,
    ("side", "head"),
    4,
)
_NUMBER = r"(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|chục|trăm)(?!\w)"
# What `complete=` may name: further items of a list field, and what identifies each.
LISTS: Final[dict[str, Ask]] = {
    "people": Ask(
        "people",
        "everyone whom the article names: the name alone, the rank, the post without its unit",
        regex.compile(r"\w"),
        80,
        (),
        ("name", "rank", "position"),
        30,
    ),
    "agreements": Ask(
        "agreements",
        "every paper that is signed, planned or cited and has a title or subject: from its noun (hiệp định, nghị định, "
        "thỏa thuận, biên bản, quy chế, kế hoạch …) to the end of its title",
        _cue(
            *"hiệp định|hiệp ước|nghị định|thỏa thuận|biên bản|ghi nhớ|quy chế|quy định|tuyên bố|kế hoạch".split("|"),
            *"văn kiện|công ước|chương trình|thông cáo".split("|"),
        ),
        240,
        (),
        ("quote",),
        20,
    ),
    "figures": Ask(
        "figures",
        "every counted result: quote is the number with its measure word, what the thing counted or the act",
        regex.compile(rf"\d|{_NUMBER}"),
        80,
        get_args(FigureCategory),
        ("quote", "what"),
        30,
    ),
    "topics": Ask(
        "topics",
        "every subject that the sides discuss, agree on or acted on",
        regex.compile(r"\w"),
        160,
        get_args(TopicName),
        ("quote",),
        23,
    ),
    "dates": Ask(
        "dates",
        "every date and period that the article names",
        regex.compile(r"\d|nay|qua|năm|tháng"),
        60,
        (),
        ("quote",),
        30,
    ),
}


def asks_for(record: TalkRecord, complete: Sequence[str]) -> list[Ask]:
    """What a record lacks, in its order: its gaps, or the talk itself where it has none, then the lists of `complete`.

    Of a talk that is to be found everything is asked at once: without its sides the rest is dropped.
    """
    asks: list[Ask] = []
    if record.talk is None:
        asks += [KIND, SIDES, *_TALK]
    for path in record.gaps:
        if path.startswith("talk."):
            asks.append(_OF_TALK[path])
        else:
            side = record.delegations[int(path[len("delegations[") : path.index("]")])]
            units = f" ({'; '.join(side.units)})" if side.units else ""
            words = f"the name of who leads the side of {side.country}{units} at this event"
            asks.append(Ask(path, words[:400], _cue(LEADS), 80))
    return asks + [LISTS[name] for name in complete]
