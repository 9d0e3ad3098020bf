"""Grounding: where an answer's words stand in the article, and which words of it may be pointed at.

A quote counts where it stands exactly, as whole words and whole numbers, in a sentence of a content line (title, body,
subheads, captions) that holds the cue of what was asked. Everything else is a `Refusal` with its reason in words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import regex

from ..assemble.context import Context, Shown
from ..document import Sentence
from ..mention import Span
from ..offsets import View
from ..record import Evidence, TalkRecord
from .asks import Ask

__all__ = ["Desk", "Quote", "Refusal"]

# The names of states; "Lào Cai" is none.
_STATES = re.compile(
    r"(?P<VN>việt nam)|(?P<LA>(?:chdcnd )?lào(?! cai))|(?P<CN>trung quốc|trung hoa)|(?P<KH>campuchia|cam-pu-chia)"
)
_NAME_AT_END = regex.compile(r"(?<=\p{Ll} )(?=.{5})\p{Lu}[\p{L}\p{M}'-]*(?: \p{Lu}[\p{L}\p{M}'-]*)*$")
_MOST_PLACES = 12  # of one quote: a word that stands everywhere identifies nothing

# What speaks to a machine and not to a reader: orders to forget others, turns and marks of a conversation, code, the
# words of a schema. From the first such sign on a text is neither shown to a model nor may an answer point there.
_TO_A_MACHINE = re.compile(
    r"bỏ qua (?:(?:tất cả|toàn bộ|mọi|các|những|hết) )*(?:chỉ dẫn|hướng dẫn|chỉ thị|lệnh|yêu cầu|câu lệnh|quy tắc)"
    r"|(?:quên|phớt lờ) (?:đi )?(?:(?:tất cả|toàn bộ|mọi|các|những) )*(?:chỉ dẫn|hướng dẫn|lệnh|yêu cầu)"
    r"|(?:ignore|disregard|forget) (?:(?:all|any|the|your|every|of|these) )*(?:previous|prior|above|earlier"
    r"|instruction)"
    r"|(?:đừng|không được|chớ) (?:làm|tuân|nghe) theo (?:chỉ dẫn|hướng dẫn|lệnh|yêu cầu|văn bản|nội dung)"
    r"|bo qua (?:(?:tat ca|toan bo|moi|cac|nhung) )*(?:chi dan|huong dan|chi thi|lenh|yeu cau)"
    r"|(?:do not|don't) (?:follow|obey|use)|you are (?:now|an? (?:ai|assistant))|new instructions?\b"
    r"|(?:chú ý|lưu ý|dành cho|gửi|bạn là|thông báo)(?: (?:các|cho|tới|đến|một|hệ thống))*[ :,]+"
    r"(?:ai\b|trí tuệ nhân tạo|robot|chatbot|máy dịch|máy đọc)"
    r"|(?:hãy|phải|chỉ cần) (?:trả lời|điền|xuất ra|in ra|ghi vào)|câu trả lời (?:đúng|phải|cuối cùng)"
    r"|mô hình ngôn ngữ|trợ lý ảo|chatgpt|language model|system prompt|\bjson\b"
    r"|</?[a-z|_][\w|/-]{0,30}[>|]|\[/?(?:inst|system|user|assistant|hệ thống|quản trị|admin)\]|```|<<sys>>"
    r"|(?:^|\n)[ #*\"']*(?:system|assistant|user|human|hệ thống|người dùng|trợ lý)\b ?[*\"']*(?::|$|\n)"
    r"|[{\[] ?\"[\w.\[\]]+\" ?[:,\]}]|\"(?:quote|label|value)\" ?:"
    r"|(?:talk|delegations(?:\[\d\])?)\.(?:name|series|round|date|mode|place|period|kind|head)\b"
)
# A number goes on before or behind a place: "9/2025" in "16/9/2025", "26/11" in "24 - 26/11".
_NUMBER_BEFORE = re.compile(r"\d(?:[.,/]| ?- ?)$")
_NUMBER_BEHIND = re.compile(r"[.,/]\d| ?- ?\d")


class Refusal(Exception):  # noqa: N818  no error: an answer that is not taken, with the reason in words
    """Why an answer is not taken."""


@dataclass(frozen=True)
class Quote:
    """A place of the view that an answer points at, and the sentence that holds it."""

    start: int
    end: int
    sentence: Sentence

    @property
    def span(self) -> Span:
        """The place alone."""
        return Span(self.start, self.end)

    def cut(self, start: int, end: int) -> Quote:
        """A part of it."""
        return Quote(start, end, self.sentence)


class Desk:
    """What an answer is checked against: the article, the record of the rules, the model's name."""

    def __init__(self, ctx: Context, record: TalkRecord, model: str) -> None:
        self.ctx, self.record, self.model = ctx, record, model

    @cached_property
    def end(self) -> int:
        """Where the text begins to speak to a machine; its length where it does not."""
        sign = _TO_A_MACHINE.search(self.ctx.view.folded)
        if sign is None:
            return len(self.ctx.view.text)
        # the whole sentence goes, or its line where no sentence holds it
        at = min(sign.start() + (sign[0][:1] == "\n"), max(0, len(self.ctx.view.text) - 1))
        sentence = self.ctx.page.sentence(at)
        return sentence.start if sentence else self.ctx.view.text.rfind("\n", 0, at) + 1

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that may be shown and pointed at, in order, without the datelines."""
        found: list[Sentence] = []
        for s in self.ctx.page.sentences:
            dateline = next((d for d in self.ctx.page.datelines if s.start <= d.start < s.end), None)
            if dateline is not None and dateline.end < s.end:
                start = dateline.end
                while start < s.end and not self.ctx.view.text[start].isalnum():
                    start += 1
                s = s._replace(start=start)
            if s.end <= self.end:
                found.append(s)
        return tuple(found)

    def folded(self, sentence: Sentence) -> str:
        """A sentence in lower case."""
        return self.ctx.view.folded[sentence.start : sentence.end]

    def has(self, ask: Ask) -> bool:
        """Whether any sentence holds the cue of what is asked."""
        return any(ask.cue.search(self.ctx.view.folded, s.start, s.end) for s in self.sentences)

    def places(self, quote: str, ask: Ask, within: Span | None = None) -> Iterator[Quote]:
        """Where a quote stands so that it may answer `ask` (and inside `within`), in order.

        Raises Refusal where there is no such place.
        """
        words = " ".join(View(quote[: 4 * ask.longest]).text.split())
        if len(quote) > 4 * ask.longest or len(words) > ask.longest:
            raise Refusal(f"longer than {ask.longest} characters")
        if not any(c.isalnum() for c in words):
            raise Refusal("no words")
        reason, count = "not in the text", 0
        for start in self._found(words, within):
            end = start + len(words)
            if self._is_cut(start, end):
                reason = "cuts a word or a number of the text"
                continue
            sentence = self._sentence(start)
            if sentence is None or end > sentence.end or end > self.end:
                reason = "not in one sentence of the article itself"
                continue
            if not ask.cue.search(self.ctx.view.folded, sentence.start, sentence.end):
                reason = "its sentence says nothing of what is asked"
                continue
            count += 1
            yield Quote(start, end, sentence)
            if count == _MOST_PLACES:
                return
        if not count:
            raise Refusal(reason)

    def _found(self, words: str, within: Span | None) -> Iterator[int]:
        text = self.ctx.view.text
        at, stop = within or (0, len(text))
        while (at := text.find(words, at, stop)) >= 0:
            yield at
            at += 1

    def _is_cut(self, start: int, end: int) -> bool:
        """Whether a place begins or ends inside of a word or a number."""
        plain = self.ctx.view.plain
        if plain[start].isalnum() and plain[start - 1 : start].isalnum():
            return True
        if plain[end - 1].isalnum() and plain[end : end + 1].isalnum():
            return True
        if plain[start].isdigit() and _NUMBER_BEFORE.search(plain, max(0, start - 4), start):
            return True
        return plain[end - 1].isdigit() and _NUMBER_BEHIND.match(plain, end) is not None

    def _sentence(self, at: int) -> Sentence | None:
        """The sentence that holds an offset, of those that may be pointed at."""
        i = bisect_left(self._ends, at + 1)
        return self.sentences[i] if i < len(self.sentences) and self.sentences[i].start <= at else None

    @cached_property
    def _ends(self) -> list[int]:
        return [s.end for s in self.sentences]

    # ---- what the rules found

    @cached_property
    def _others(self) -> list[tuple[int, int]]:
        """The words of other events that the article names, in the caller's offsets."""
        told = (e for t in self.record.other_talks for e in (*t.evidence, *(t.place.evidence if t.place else ())))
        return [(e.start, e.end) for e in told]

    def is_of_another(self, q: Quote) -> bool:
        """Whether the rules read a quote's words as those of another event."""
        start, end = self.ctx.view.to_raw(q.start, q.end)
        return any(a < end and start < b for a, b in self._others)

    @cached_property
    def countries(self) -> tuple[tuple[int, int, str], ...]:
        """Where the text shows a country: the words of units and the names of states, in order, in the view."""
        raw = {(e.start, e.end): u.country for u in self.record.units for e in u.evidence if u.country}
        found = [(m.start, m.end, str(m.value)) for m in self.ctx.of("countries")]
        known = {start for start, _, _ in found}
        found += [(a, b, c) for (a, b), c in self.states.items() if a not in known]
        if raw:
            at = self._to_view({x for span in raw for x in span})
            found += [(at[a], at[b], c) for (a, b), c in raw.items() if a in at and b in at]
        return tuple(sorted(found))

    @cached_property
    def namesakes(self) -> tuple[tuple[int, int, str], ...]:
        """Where a unit of the record is named again, or the name at its end alone, with its country: "điểm cầu Bách
        Sắc" of "Chi đội … Bách Sắc". A weaker sign than `countries`.
        """
        names: dict[str, set[str]] = {}
        for unit in self.record.units:
            tail = _NAME_AT_END.search(unit.name)
            for name in (unit.name, tail[0]) if tail else (unit.name,):
                names.setdefault(name, set()).add(unit.country or "")
        sure = {
            name: min(countries) for name, countries in names.items() if len(countries - {""}) == len(countries) == 1
        }
        if not sure:
            return ()
        longest_first = "|".join(re.escape(name) for name in sorted(sure, key=lambda n: (-len(n), n)))
        return tuple(
            (*m.span(), sure[m[0]])
            for m in re.finditer(rf"(?<!\w)(?:{longest_first})(?!\w)", self.ctx.view.plain)
            if not any(a < m.end() and m.start() < b for a, b, _ in self.countries)
        )

    @cached_property
    def states(self) -> dict[tuple[int, int], str]:
        """Where a state is named, with its code."""
        plain = self.ctx.view.plain
        found: dict[tuple[int, int], str] = {}
        for s in self.sentences:
            for m in _STATES.finditer(self.ctx.view.folded, s.start, s.end):
                begins = plain[m.start()].isupper() and not plain[m.start() - 1 : m.start()].isalnum()
                if begins and not plain[m.end() : m.end() + 1].isalnum():
                    found[m.span()] = m.lastgroup or ""
        return found

    def _to_view(self, offsets: set[int]) -> dict[int, int]:
        """The view's offsets of some of the caller's."""
        view = self.ctx.view
        if not view.is_moved:
            return {x: x for x in offsets}
        found: dict[int, int] = {}
        for i in range(len(view.text)):
            a, b = view.to_raw(i, i + 1)
            if a in offsets:
                found.setdefault(a, i)
            if b in offsets:
                found[b] = i + 1
        return found

    # ---- evidence

    def evidence(self, shown: Iterable[tuple[str, tuple[int, int]]]) -> tuple[Evidence, ...]:
        """Evidence of the model for spans of the view, in the caller's offsets, each once."""
        made: Iterable[Shown] = ((field, span, "") for field, span in dict.fromkeys(shown))
        source = f"llm:{self.model}"
        return tuple(e.model_copy(update={"source": source}) for e in self.ctx.evidence(made))
