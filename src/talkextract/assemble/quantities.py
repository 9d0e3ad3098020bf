"""One sentence with its quantities: what each counts, judged by its noun and by the acts around it."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple, cast

import regex

from ..mention import Mention, Span
from ..record import Figure, FigureCategory
from .context import Context
from .counted import CURRENCIES, TABLES, TURNS, kind_of

__all__ = ["Handed", "Scene"]

_GOODS = frozenset(["piece", "mass"])
_GIVEN = _GOODS | {"gift", "vehicle", "work"}
_PERSONS = frozenset(["official", "citizen", "victim", "member"])
_COUNTED = frozenset(["official", "suspect", "citizen", "event", "piece", "mass"])
# What is said of a single thing without counting it: "thông quan một xe", "giải quyết một vụ va chạm".
_NO_COUNT = frozenset(["traffic", "inquiries"])
_TOLD_OF = frozenset(["awareness", "inquiries"])
_OF_CASE = frozenset(["/", ",", "với", ", với", "gồm", ", gồm", "liên quan"])
# Acts that say nothing about what was counted, only whether and how it counts.
_MARKS = frozenset(["planned", "recurring", "done", "audience", "distance"])
_TIMES = frozenset(["planned", "recurring", "done"])
# What is done with persons at the border.
_DONE_WITH = frozenset(["returns", "arrests"])
# How those are called of whom a hand-over was told before.
_OF_THEM = frozenset(["người", "công dân", "nam công dân", "nữ công dân", "nam", "nữ", "phụ nữ", "trẻ em"])
# The crime and the gate are told beside what was done: they decide only where nothing else does.
_WEAK = frozenset(["crimes", "passage"])
# Kinds governed by the nearest act alone; events by those coordinated with it too. Verbs in a row govern persons
# together ("tiếp nhận, … và đưa đi cách ly … 101 trường hợp" of seed 004).
_NEAREST = frozenset(["event", "gift", "piece", "mass", "vehicle"])
# How many scopes are searched for the words of `what`: those of the clause; the close ones for kinds that say
# themselves what they are; all for those that say nothing.
_CLOSE, _CLAUSE_BEHIND, _CLAUSE_WIDE, _WIDE_LEFT, _ALL = 3, 4, 5, 6, 7
_REACH = {
    "traveller": _CLOSE, "vehicle": _CLOSE, "letter": _CLOSE, "report": _CLOSE, "gift": _CLOSE,
    "percent": _ALL, "money": _ALL,
}  # fmt: skip
_NO_SCOPES: tuple[tuple[Mention, ...], ...] = ((),) * 7
# A line without a full stop may be as long as the text: what governs a quantity stands near.
_MOST_ACTS = 40
_start, _end = attrgetter("start"), attrgetter("end")
_CLAUSE = re.compile(r"[;:](?= )")
_DRUG = regex.compile(r"(?i:ma túy|hêrôin|heroin|hồng phiến|thuốc lắc)")
_DRUG_UNITS = frozenset(["viên", "bánh", "tép", "cục", "gói", "bịch", "túi", "kg", "gam", "gram", "g"])
_BORDER = regex.compile(r"(?i:(?:đường |tuyến )?biên giới|đường biên|phân giới)")
_STANDING = regex.compile(r"(?r)(?i:quản lý|bảo vệ|phụ trách|dài|chung|trên)(?: (?:hơn|gần|khoảng))? ")
# Words before a number that make no count of it: a share for each, what one has lived through, what is between two,
# what a thing is made for.
_NO_RESULT = regex.compile(
    r"(?r)(?:(?i:giữa|từng|về việc)|(?i:mỗi) (?:lần|lượt|đợt|lớp|chuyến|cuộc|buổi|tổ|đội|đồn|bên|đoàn|xã|thôn|bản)"
    r"(?: (?:có|gồm|khoảng|từ|đến|tới|-|\d+)){0,4}|(?i:loại|cỡ|dung tích|công suất|trọng tải|tải trọng|tốc độ)) "
)
# What a price or a fee is, or by how much it rises, is no result: "giá xăng tăng 300 đồng", "giá vé giảm 35%", "giá lúa
# 8.200 đồng/kg, tăng 300 đồng"; nor is what a province earns: "GDP bình quân đầu người đạt 20,5 triệu đồng".
_PRICE = regex.compile(
    r"(?r)(?:(?<!(?:trị|đánh|lượng|tham|thẩm) )(?i:giá)(?! trị)|(?i:cước(?: phí)?|tiền công|tiền thưởng|GR?DP"
    r"|tổng sản phẩm|thu nhập|(?<!kim ngạch[^.;:()\n]{0,100} )bình quân"
    r"|thu ngân sách(?![^,.;:()\n]{0,60} (?:hải quan|cửa khẩu|xuất nhập khẩu))))(?!\p{L})"
    r"(?:[^,.;:()\n]{0,60}"
    r"|(?:[^.;:()\n]|(?<=\d)\.(?=\d)){0,120}, (?i:tăng|giảm|lên|xuống|còn)(?: (?:thêm|hơn|gần|khoảng|từ))? )"
)
# A lot told before: "trao tặng vật tư … Số hàng gồm 60 bình oxy".
_LOT = regex.compile(r"(?i:(?:số|lô) (?:hàng|quà|vật tư|thiết bị|lương thực|nhu yếu phẩm))[^.;\d]{0,40}? (?:gồm|có) ")
_OF_LOT = frozenset(["aid", "seizures"])
# "chở thuê ma túy cho 1 đối tượng": another at the far end of the deal, who was not caught
_DEALT_WITH = regex.compile(r"(?r)(?i:thuê|mua)(?!\p{L})[^,;:.()]{0,40} (?:cho|của|từ) ")
# "trên hai ghe": a bearer
_BEARER = regex.compile(r"(?r)(?i:trên|bằng|dưới) ")
_OF_THE_ONE_BEFORE = regex.compile(r"[^,;:\d]{0,30}? (?:do [^,;:\d]{1,40}|được|bị) ")
# Who is given a thing, between the verb and it: "tặng bạn một máy phát điện"; or the name of a unit.
_TO_WHOM = regex.compile(
    r"(?:cho )?(?:(?:phía |đơn vị |nước |đồn |trạm |đại đội |bản |xã |huyện |trường |tỉnh )?bạn"
    r"|các đơn vị|nhân dân|bà con)?"
)
_ROW = frozenset([",", "và", ", và"])
# What stands before the first thing of a list, and between two of its things.
_OPENS_LIST = frozenset(["", "gồm", "gồm có", "gồm:", "là", "là:", "có", "bao gồm", "bao gồm:"])
_NEXT_OF_LIST = regex.compile(r"\)?(?: [^,;:.()]{1,40}?)?(?: \([^()]{1,40}\))?(?:,| và|, và|,? cùng(?: với)?) ")
_THINGS = frozenset(["drug", "arm", "piece", "mass", "vehicle", "gift"])
_LINKS = frozenset(["", ",", "và", ", và", "được", "bị"])


class _Cue(NamedTuple):
    """Words that show a value: a span of the view, the rule that found them, the class of the act ("" for a noun)."""

    start: int
    end: int
    rule: str
    act: str = ""


_TOWARDS = regex.compile(r",? đối với (?:(?:hơn|gần|khoảng|trên) )?$")


class Handed(NamedTuple):
    """Persons handed over, told in a sentence shortly before: the words of it, and their rule."""

    start: int
    end: int
    rule: str


class Scene:
    """One sentence with its quantities and acts, in order; `judge` makes a figure of a quantity."""

    def __init__(
        self, ctx: Context, span: Span, counts: Sequence[Mention], acts: Sequence[Mention], before: Handed | None = None
    ) -> None:
        self.ctx = ctx
        self.span = span
        self.counts = counts
        self.before = before
        self.acts = [a for a in acts if a.value not in _MARKS]
        self.marks = [a for a in acts if a.value in _MARKS]
        # a clause ends at a semicolon or colon
        cuts = [c.start() for c in _CLAUSE.finditer(ctx.view.plain, span.start, span.end)]
        self.cuts = [span.start, *cuts, span.end]

    def judge(self, i: int) -> Figure | None:
        """The figure of the `i`-th quantity; None where it does not count."""
        m, ctx = self.counts[i], self.ctx
        kind = kind_of(m)
        unit = m.first("unit") or Span(m.start, m.end)
        if self._is_no_result(m, kind) or self._audience(m, kind):
            return None
        scopes: Sequence[Sequence[Mention]] = list(self._scopes(i)) if self.acts else _NO_SCOPES
        category, act = self._category(i, kind, scopes)
        if category is None or self._planned(m, category):
            return None
        counts_too = self._is_given_too(i, kind, act) or self._in_list(i)
        if self.is_word(m) and not (counts_too or self._is_told(m, kind, act, scopes[1])):
            return None
        cue = act or _Cue(*(m.first(kind) or unit), m.rule)
        what = self._what(m, kind, act, scopes) or _Cue(*unit, m.rule)
        return Figure(
            value=cast("int | float", m.value),
            unit=self._unit(kind, unit),
            category=category,
            what=ctx.text(what.start, what.end),
            evidence=ctx.evidence(
                (
                    ("value", m.first("value") or unit, m.rule),
                    ("unit", unit, m.rule),
                    ("category", (cue.start, cue.end), cue.rule),
                    ("what", (what.start, what.end), what.rule),
                )
            ),
        )

    def _unit(self, kind: str, unit: Span) -> str:
        text = self.ctx.text(*unit)
        if kind == "money":  # "trị giá 1,2 tỷ": without a currency it is the dong
            return "USD" if text.lower().startswith("đô") else CURRENCIES.get(text.lower(), "VND")
        return text

    def _scopes(self, i: int) -> Iterator[list[Mention]]:
        """The acts that may govern a quantity, best scope first, in each the nearest act first.

        Directly after it ("31 lần tuần tra"); before it, as far as the quantity before ("bắt giữ 5 đối tượng"); after
        it in the passive ("6 đối tượng được phát hiện, bàn giao"); before it in the clause ("bắt giữ 4 vụ với 6 đối
        tượng"); after it in the clause ("50 vụ, 436 công dân … được xử lý"); before, then after it in the sentence.
        """
        m = self.counts[i]
        at = bisect_right(self.cuts, m.start) - 1
        begin, end = self.cuts[at], self.cuts[min(at + 1, len(self.cuts) - 1)]
        before = max(self.counts[i - 1].end, begin) if i else begin
        after = min(self.counts[i + 1].start, end) if i + 1 < len(self.counts) else end
        left, right = _around(self.acts, m)
        near = [a for a in left if a.start >= before]
        if i:  # "617 công dân do bạn trao trả, phát hiện 41 trường hợp": what is said of the one before
            near = [a for a in near if not _OF_THE_ONE_BEFORE.fullmatch(self.ctx.view.plain, before, a.start)]
        # "tiếp nhận 644 trường hợp nhập cảnh": what they did is not what was done with them
        told = near[:1] if near and not self._gap(near[0].end, m.start) and near[0].value in _DONE_WITH else []
        behind = [a for a in right[:1] if self._gap(m.end, a.start) in ("", "được", "bị")]
        if behind and m.groups["event"]:
            behind = list(self._named_together(right, self.counts[i + 1].start if i + 1 < len(self.counts) else end))
        # "huy động 60 cán bộ giúp dân": who is sent to help is not who is helped
        sent = near and near[0].value == "attendance" and not self._gap(near[0].end, m.start)
        yield [a for a in behind if not (sent or (told and a.value == "traffic"))]
        yield near
        yield list(self._passive(m, [a for a in right if a.start < after]))
        yield [a for a in left if a.start >= begin]
        yield [a for a in right if a.start < end]
        yield left
        yield right

    def _passive(self, m: Mention, right: Sequence[Mention]) -> Iterator[Mention]:
        """The acts after a quantity that are said of it: no comma comes between, save in a row of acts."""
        at, row = m.end, False
        for act in right:
            gap = self._gap(at, act.start)
            if "," in gap and not (row and gap in _LINKS):
                return
            yield act
            at, row = act.end, True

    def _named_together(self, right: Sequence[Mention], following: int) -> Iterator[Mention]:
        """The acts in a row behind an event ("42 buổi trao đổi, gặp gỡ"), save one right before the next count."""
        yield right[0]
        for one, other in itertools.pairwise(right):
            if self._gap(one.end, other.start) not in _LINKS or other.end + 1 >= following:
                return
            yield other

    def _gap(self, start: int, end: int) -> str:
        return self.ctx.view.plain[start:end].strip()

    def _category(
        self, i: int, kind: str, scopes: Sequence[Sequence[Mention]]
    ) -> tuple[FigureCategory | None, _Cue | None]:
        """The category of a quantity and the words that show it, None where its own noun does.

        A category of None: the quantity is no figure.
        """
        if (context := self._context(self.counts[i], kind)) is not None:
            return context
        who = self._gap(*(self.counts[i].first("unit") or (0, 0))).lower() if self.before else ""
        handed = _Cue(*self.before, "returns") if self.before and who in _OF_THEM else None
        if handed and who in ("nam", "nữ"):
            return "returns", handed
        table = TURNS if kind == "vehicle" and "turn" in self.counts[i].groups else TABLES[kind]
        told = _telling(kind, scopes) if table.keys() - {""} else []
        if kind == "citizen" and "turn" in self.counts[i].groups:  # "… lượt người qua lại; … công dân được trao trả"
            told = _telling(kind, scopes[:-1])
        for weak in (False, True) if told else ():
            for scope in told:
                known = [a for a in scope if a.value in table and (a.value in _WEAK) == weak]
                if known:
                    rank = list(table)
                    if kind in _NEAREST:
                        known = self._row_of(i, known, scope) if kind == "event" else known[:1]
                    act = min(known, key=lambda a: rank.index(str(a.value)))
                    if act.value == "attendance":  # who takes part takes part in something told before
                        act = next((a for a in scopes[3][:1] if a.value in table), act)
                    # who is persuaded to turn back is of a case still: "3 vụ, 9 người … được vận động quay về"
                    of_case = act.value in _TOLD_OF and self._persons(i, kind) == "arrests"
                    category = "arrests" if of_case else table[str(act.value)]
                    if category == "returns" and kind == "vehicle" and not self._hands_over():
                        category = "traffic"  # "bạn chỉ tiếp nhận 300 xe"
                    return category, _Cue(act.start, act.end, act.rule, str(act.value))
        if kind in _PERSONS and "" not in table:
            own = self._persons(i, kind)
            return (own, None) if own or handed is None else ("returns", handed)
        if kind in _GOODS and (lot := self._lot()) is not None:
            return table[lot.act], lot
        return table.get(""), None

    def _hands_over(self) -> bool:
        """Whether the sentence tells that something is handed over, not only taken in."""
        acts = (a for a in self.acts if a.value == "returns")
        return any(not self._gap(a.start, a.end).lower().endswith("nhận") for a in acts)

    def _lot(self) -> _Cue | None:
        """What the sentence before tells of the lot whose parts this one counts; None where it counts no such parts."""
        if not _LOT.search(self.ctx.view.plain, self.span.start, self.counts[0].start):
            return None
        here = self.ctx.page.sentence(self.span.start)
        before = self.ctx.page.sentence_before(here) if here else None
        told = self.ctx.acts(before.start, before.end) if before else []
        return next((_Cue(a.start, a.end, a.rule, str(a.value)) for a in reversed(told) if a.value in _OF_LOT), None)

    def _row_of(self, i: int, known: Sequence[Mention], scope: Sequence[Mention]) -> list[Mention]:
        """The nearest of the acts and those coordinated with it: "gặp gỡ, trao đổi qua thư 19 lần" are meetings.

        An act right behind the quantity before is that one's: "28 lần tuần tra chung, gặp gỡ 51 lần".
        """
        row = [known[0]]
        taken = self.counts[i - 1].end if i else -1
        for act in itertools.islice(scope, scope.index(known[0]) + 1, None):
            first, last = sorted((row[-1], act), key=_start)
            if self._gap(first.end, last.start) not in _LINKS or (0 <= taken <= act.start <= taken + 1):
                break
            row.append(act)
        return [a for a in row if a in known]

    def _context(self, m: Mention, kind: str) -> tuple[FigureCategory, _Cue | None] | None:
        """The category of a measure whose thing stands elsewhere in the sentence; None where that decides nothing."""
        plain, thing, unit = self.ctx.view.plain, m.first("thing"), m.first("unit")
        if kind == "length" and thing:
            return "border_length", None
        if kind == "length" and (border := _BORDER.search(plain, self.span.start, m.start)):
            return "border_length", _Cue(*border.span(), m.rule)
        if kind in ("piece", "mass") and not thing and unit and plain[slice(*unit)].lower() in _DRUG_UNITS:
            drug = _DRUG.search(plain, self.span.start, self.span.end)  # "41kg ma túy đá và hơn 50.000 viên"
            return ("drugs", _Cue(*drug.span(), m.rule)) if drug else None
        return None

    def _persons(self, i: int, kind: str) -> FigureCategory | None:
        """The category of persons of whom no act is told: those of a case ("3 vụ/12 công dân"), or turns ("lượt")."""
        m = self.counts[i]
        if i and kind in ("official", "member") and self._at_stations(self.counts[i - 1], m):
            return "personnel"
        if i and kind_of(self.counts[i - 1]) == "case" and self._gap(self.counts[i - 1].end, m.start) in _OF_CASE:
            return "arrests"
        if "turn" in m.groups:
            return "traffic" if kind == "citizen" else "personnel"
        return None

    def _at_stations(self, before: Mention, m: Mention) -> bool:
        """Whether officials man what was counted before: "23 tổ, chốt với 170 cán bộ"."""
        return kind_of(before) == "other" and self._gap(before.end, m.start) in ("với", "gồm", "/")

    def _what(self, m: Mention, kind: str, act: _Cue | None, scopes: Sequence[Sequence[Mention]]) -> _Cue | None:
        """The thing counted, else the act that governs it; None where the sentence shows neither."""
        if thing := m.first("thing"):
            return _Cue(*thing, m.rule)
        if act and act.act != "attendance":
            return self._row(m, act)
        near = list(scopes[: _REACH.get(kind, _CLAUSE_WIDE)])
        if act:  # who takes part takes part in something that stands before
            near = [scopes[1], scopes[3], *near]
        acts = (a for scope in near for a in scope if a.value != "attendance")
        return next((_Cue(a.start, a.end, a.rule) for a in acts), act)

    def _row(self, m: Mention, act: _Cue) -> _Cue:
        """The whole row of acts where "đối với" sums them up ("tiếp nhận … đối với 101 trường hợp"), else the one."""
        plain = self.ctx.view.plain
        towards = _TOWARDS.search(plain, self.span.start, m.start)
        if towards is None:
            return act
        begin = next(c for c in reversed(self.cuts) if c <= act.start)
        while not plain[begin].isalnum():
            begin += 1
        return act._replace(start=begin, end=towards.start())

    def _is_no_result(self, m: Mention, kind: str) -> bool:
        """Whether the words before a number make it no count: "mỗi lớp 15 người", "loại 40 lít", "trên hai ghe"."""
        plain, begin = self.ctx.view.plain, self.span.start
        if kind == "suspect" and _DEALT_WITH.match(plain, begin, m.start):
            return True
        if kind == "length":
            return self._beside(m, "distance")
        if kind == "vehicle" and self.is_word(m) and _BEARER.match(plain, begin, m.start):
            return True
        if kind in ("money", "percent"):
            return _PRICE.match(plain, begin, m.start) is not None
        return kind in _COUNTED and _NO_RESULT.match(plain, begin, m.start) is not None

    def _planned(self, m: Mention, category: str) -> bool:
        """Whether the last word on time before a quantity makes it a plan or a habit."""
        if "length" in m.groups and _STANDING.match(self.ctx.view.plain, self.span.start, m.start):
            return False  # the border is as long as it is, whatever is agreed about it
        # "mỗi ngày có hơn 500 xe thông quan": so many pass
        times = _TIMES - {"recurring"} if category == "traffic" else _TIMES
        left, _ = _around(self.marks, m)
        told = next((a for a in left if a.value in times), None) or self._told_of_list(times)
        return told is not None and told.value != "done"

    def _told_of_list(self, times: frozenset[str]) -> Mention | None:
        """The last word on time of the sentence that opens the list of which this one is an item."""
        here = self.ctx.page.sentence(self.span.start)
        lead = self.ctx.page.lead_in(here) if here is not None else None
        told = self.ctx.acts(lead.start, lead.end) if lead is not None else []
        return next((a for a in reversed(told) if a.value in times), None)

    def _audience(self, m: Mention, kind: str) -> bool:
        """Whether persons are counted as a delegation or an audience; turns ("lượt") never are."""
        return kind in _PERSONS and "turn" not in m.groups and self._beside(m, "audience")

    def _beside(self, m: Mention, mark: str) -> bool:
        """Whether a mark stands beside a quantity, with no other quantity or comma between."""
        for a in itertools.chain(*_around(self.marks, m)):
            if a.value == mark:
                gap = self._gap(a.end, m.start) if a.end <= m.start else self._gap(m.end, a.start)
                if not any(c in ",;" or c.isdigit() for c in gap):
                    return True
        return False

    def is_word(self, m: Mention) -> bool:
        """Whether a number is written in words."""
        value = m.first("value")
        return value is not None and self.ctx.text(*value).isalpha()

    def _is_told(self, m: Mention, kind: str, act: _Cue | None, left: Sequence[Mention]) -> bool:
        """Whether a number of one word is a count: "một" may be an article, and "hai xe gặp nhau" is no traffic."""
        if m.value == 1:
            handed = kind in ("citizen", "victim") and act is not None and act.act == "returns"
            return handed or self._acted_on(m, left)
        return act is not None or kind != "vehicle"

    def _is_given_too(self, i: int, kind: str, act: _Cue | None) -> bool:
        """Whether a thing stands in a row with another that was given: "tặng 2 xe máy, một bộ máy tính"."""
        if not i or act is None or act.act != "aid" or kind not in _GIVEN:
            return False
        return self._gap(self.counts[i - 1].end, self.counts[i].start) in _ROW

    def _acted_on(self, m: Mention, left: Sequence[Mention]) -> bool:
        """Whether an act stands directly before: "bắt giữ một đối tượng" counts, a bare "một" is an article.

        What passes is counted in figures: "thời gian thông quan một xe".
        """
        if not left or left[0].value in _NO_COUNT:
            return False
        gap = self._gap(left[0].end, m.start)
        return not gap or (left[0].value == "aid" and self._names_taker(gap, left[0].end, m.start))

    def _in_list(self, i: int) -> bool:
        """Whether a single thing stands in a list of things seized or given: "thu giữ 12 bánh heroin, một xe máy"."""
        left, _ = _around(self.acts, self.counts[i])
        if not left or left[0].value not in _OF_LOT or kind_of(self.counts[i]) not in _THINGS:
            return False
        while i and self.counts[i - 1].start > left[0].start:
            before, i = self.counts[i - 1], i - 1
            if not _NEXT_OF_LIST.fullmatch(self.ctx.view.plain, before.end, self.counts[i + 1].start):
                return False
            if kind_of(before) not in _THINGS:
                return False
            if before.value != 1 or not self.is_word(before):
                return True
        return self._gap(left[0].end, self.counts[i].start) in _OPENS_LIST

    def _names_taker(self, gap: str, start: int, end: int) -> bool:
        """Whether all that stands between two offsets is who is given something."""
        if _TO_WHOM.fullmatch(gap):
            return True
        unit = self.ctx.first("units", start, end)
        return (
            unit is not None
            and unit.end <= end
            and _TO_WHOM.fullmatch(self._gap(start, unit.start)) is not None
            and not self._gap(unit.end, end)
        )


def _telling(kind: str, scopes: Sequence[Sequence[Mention]]) -> list[Sequence[Mention]]:
    """The scopes whose acts may decide what a kind of thing is."""
    if kind == "event":  # "mở 2 đợt cao điểm; phía bạn đã trao trả": the next clause tells of others
        scopes = scopes[:_WIDE_LEFT]
    elif kind == "traveller":
        scopes = scopes[:_CLOSE]
    elif kind in _GOODS:  # a crime of the next clause is of others: "4.200 tấn nông sản; … xuất cảnh trái phép"
        scopes = [*scopes[:-1], [a for a in scopes[-1] if a.value not in _WEAK]]
    elif kind == "vehicle":  # "ghi nhận 47 tàu cá, tuyên truyền 16 lượt tàu": what is told behind is of others
        behind = ([a for a in scope if a.value not in _TOLD_OF] for scope in scopes[_CLAUSE_BEHIND:])
        scopes = (*scopes[:_CLAUSE_BEHIND], *behind)
    return [scope for scope in scopes if scope]


def _around(acts: Sequence[Mention], m: Mention) -> tuple[list[Mention], list[Mention]]:
    """The acts before a quantity and those after it, the nearest first; no more than a sentence of a person holds."""
    if not acts:
        return [], []
    before = bisect_right(acts, m.start, key=_end)
    after = bisect_left(acts, m.end, key=_start)
    return [*reversed(acts[max(0, before - _MOST_ACTS) : before])], [*acts[after : after + _MOST_ACTS]]
