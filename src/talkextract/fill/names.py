"""What kind of event it is, its name, series, round and mode, by the words of its name."""

from __future__ import annotations

import re

from ..mention import Span
from .asks import EVENT, LEADS
from .event import NOUN, ORDINAL, is_of_another, is_of_kind, ordinal_of
from .ground import Desk, Quote, Refusal
from .lexicon import kind_of, series_of
from .rivals import give_way_to_name, give_way_to_round
from .value import Told, Value, own

__all__ = ["read_kind", "read_mode", "read_name", "read_round", "read_series"]

_NAME_LENGTH = 110  # characters from the noun of an event to an ordinal of its name, without parties between
_FULLER = re.compile(r"hội nghị (?:sơ kết|tổng kết|giao ban)")
_QUALIFIED = re.compile(
    r"(?<!\w)(?:thường niên|định kỳ|đột xuất|bất thường|nghiệp vụ|lần thứ|lần \d|vòng|công tác|đối ngoại|quý|tháng"
    r"|năm|hợp tác"
    r"|hữu nghị|sĩ quan|sỹ quan|song phương|chuyên đề|về|kết nghĩa|phối hợp|cấp|sơ kết|tổng kết|đánh giá|ký|chiến lược"
    r"|nghị|hội)(?!\w)"
)
# What tells of an event goes beyond its name.
_TELLS = re.compile(
    r"(?<!\w)(?:lần này|kế tiếp|kết thúc|khép lại|bế mạc|khai mạc|tiếp theo|nhìn lại|nhằm|diễn ra|sẽ|đã"
    r"|được|tới|này|do|tại|để|khi|là|trong|ngày|có|vào)(?!\w)"
)
_GOES_ON = re.compile(r",? (?:lần thứ|năm 20\d\d|thứ|quý|\d)| (?:công tác|thực hiện|đối ngoại)(?!\w)")
_PARTIES = re.compile(r"(?<!\w)(?:giữa|với)(?!\w)")
# The parties between the two pieces of a name: "Hội nghị hợp tác an ninh giữa Bộ … và Bộ … lần thứ VII".
_IN_TWO = re.compile(
    r"(?P<first>.+?) (?:(?:giữa|với) .+?|(?<!biên giới )(?:(?:hai|2|ba|3) nước )?việt(?: nam)? ?- ?(?:lào|trung quốc"
    r"|campuchia)(?: ?- ?campuchia)?),? (?P<last>(?:lần|vòng|quý|năm \d{4}|\d{1,2} tháng (?:đầu|cuối))(?!\w).*)"
)
_OTHER_ROUND = re.compile(r"(?:đại hội|nghị quyết|khóa|kỳ họp)[^.;,]{0,60}$")
_OUTSIDE = re.compile(rf"(?<!\w)(?:{LEADS}|tại|ngày)(?!\w)")


def read_kind(desk: Desk, q: Quote, label: str) -> Value:
    """The kind of an event by its noun, which must be the label's, and the first one that its words begin with."""
    folded, s = desk.ctx.view.folded, q.sentence
    start, end = _whole_noun(folded, q)
    kind = kind_of(folded[start:end])
    if kind is None:
        raise Refusal("its words are no noun of an event")
    if kind != label:
        raise Refusal(f"its words say {kind}, not {label or 'nothing'}")
    if kind == "conference" and any(_FULLER.search(folded, one.start, one.end) for one in desk.sentences):
        raise Refusal("elsewhere the text says what kind of conference it is")
    if kind == "signing" and not folded.startswith("lễ", start):
        raise Refusal("a signing that is no event")
    if is_of_another(folded, s.start, start):
        raise Refusal("its words are of another event")
    if any(u.start < q.end and q.start < u.end for u in desk.ctx.of("units")):
        raise Refusal("its words are part of a unit's name")
    return Value(kind, q, desk.evidence([("kind", q.span)]))


def _whole_noun(folded: str, q: Quote) -> tuple[int, int]:
    """A noun of an event with those that stand beside it: "Hội đàm giao ban", "hội nghị sơ kết"."""
    nouns = list(NOUN.finditer(folded, max(q.sentence.start, q.start - 16), min(q.sentence.end, q.end + 16)))
    start, end = q.span
    for m in (*reversed(nouns), *nouns):
        if m.end() == start - 1:
            start = m.start()
        if m.start() == end + 1:
            end = m.end()
    return start, end


def read_name(desk: Desk, told: Told, q: Quote, _: str) -> Value:
    """The name of the event: from its noun on, with something that makes it a name, without the parties."""
    own(desk, q)
    folded = desk.ctx.view.folded
    two = _IN_TWO.fullmatch(folded, q.start, q.end)
    pieces = [Span(*two.span("first")), Span(*two.span("last"))] if two else [q.span]
    words = " ".join(folded[a:b] for a, b in pieces)
    noun = re.match(rf"(?:(?:vòng|cuộc|phiên|chương trình|lễ) )?(?:{EVENT}|hội nghị|giao lưu)(?!\w)", words)
    if noun is None:
        raise Refusal("it does not begin with the noun of an event")
    if told.talk is not None and not is_of_kind(told.talk, words):
        raise Refusal(f"its words say another kind of event than {told.talk.kind}")
    if not _QUALIFIED.search(words, noun.end()):
        raise Refusal("the bare noun of an event is no name")
    if _TELLS.search(words):
        raise Refusal("it goes beyond the name of an event")
    if _GOES_ON.match(folded, q.end):
        raise Refusal("it ends before the name does")
    if _PARTIES.search(words):
        raise Refusal("a name holds no parties")
    if is_of_another(folded, q.sentence.start, q.start):
        raise Refusal("its words are of another event")
    if told.talk is not None:
        give_way_to_name(desk, told.talk, q)
    name = " ".join(" ".join(desk.ctx.text(*piece) for piece in pieces).split())
    return Value(name, q, desk.evidence([("name", piece) for piece in pieces]))


def read_series(desk: Desk, told: Told, q: Quote, label: str) -> Value:
    """The series that the words of the event's name tell; they must be the label's."""
    own(desk, q)
    folded = desk.ctx.view.folded
    found = series_of(folded[q.start : q.end])
    if found is None:
        raise Refusal("its words tell no series")
    if found != label:
        raise Refusal(f"its words say {found}, not {label or 'nothing'}")
    _within_name(desk, told, q, 60)
    return Value(found, q, desk.evidence([("series", q.span)]))


def read_round(desk: Desk, told: Told, q: Quote, _: str) -> Value:
    """The ordinal that the quote ends with: "lần thứ XIII", "vòng II", "lần đầu tiên"."""
    own(desk, q)
    view = desk.ctx.view
    m = next((m for m in ORDINAL.finditer(view.plain, q.start, q.end) if m.end() == q.end), None)
    if m is None:
        raise Refusal("its words are no ordinal")
    number = ordinal_of(m)
    if number is None:
        raise Refusal("no ordinal can be read from it")
    if m["first"]:
        if not NOUN.search(view.folded, q.start, q.sentence.end):
            raise Refusal("no event is told for the first time")
    else:
        _within_name(desk, told, q, 220)
    if _OTHER_ROUND.search(view.folded, q.sentence.start, q.start):
        raise Refusal("it is the ordinal of something else")
    if told.talk is not None:
        give_way_to_round(desk, told.talk, q, number)
    return Value(number, q, desk.evidence([("round", Span(m.start(), m.end()))]))


def _within_name(desk: Desk, told: Told, q: Quote, reach: int) -> None:
    """Refuse words that do not stand behind the noun of the reported event, in its name."""
    folded, s = desk.ctx.view.folded, q.sentence
    nouns = list(NOUN.finditer(folded, max(s.start, q.start - reach), q.end))
    own = [m for m in nouns if not re.search(r"[.;]", folded[m.end() : max(m.end(), q.start)])]
    if not own:
        raise Refusal("it stands behind no noun of an event")
    if told.talk is not None:
        talk = told.talk
        own = [m for m in own if is_of_kind(talk, m[0])]
        if not own:
            raise Refusal(f"it stands behind the noun of another kind of event than {talk.kind}")
    noun = own[-1]
    if q.start - noun.end() > _NAME_LENGTH and not _PARTIES.search(folded, noun.end(), q.start):
        raise Refusal("it stands outside of the event's name")
    after = [m for m in nouns if m.start() > noun.start() and m.start() < q.start]
    if after and after[0].start() != noun.end() + 1:
        raise Refusal("it stands behind the noun of another event")
    if _OUTSIDE.search(folded, noun.end(), max(noun.end(), q.start)):
        raise Refusal("it stands outside of the event's name")
    if is_of_another(folded, max(s.start, noun.start() - 60), noun.start()):
        raise Refusal("its words are of another event")


def read_mode(desk: Desk, _: Told, q: Quote, label: str) -> Value:
    """Online, by its words; in person needs none."""
    if label != "online" or not re.search(r"trực tuyến|truyền hình|qua mạng", desk.ctx.view.folded[q.start : q.end]):
        raise Refusal("its words do not say that the event is held online")
    return Value("online", q, desk.evidence([("mode", q.span)]))
