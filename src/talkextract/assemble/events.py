"""Event mentions → the event that the article reports, and the others that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ..document import Sentence
from ..mention import Mention
from .called_off import is_called_off_later
from .context import Context, SpanIndex
from .event import Event, has_day, is_prepared, is_weak, next_rounds, read_event
from .event_relations import is_on_other_day, is_other, is_same, is_with_another
from .main_event import main_event, second_event

__all__ = ["Events", "read_events", "without_first"]

# What stands behind an event that both sides chair.
_CHAIRED = re.compile(r"(?: (?:được|đã|diễn ra|tổ chức|tiến hành))* dưới sự (?:đồng |cùng )chủ trì của ")
# What stands before the talk of a visit: "đã có cuộc hội đàm với".
_HAVE = re.compile(
    r"(?<!\w)(?:đã|có|tiến hành|bước vào|tổ chức)(?: (?:có|tiến hành|bước vào|tổ chức|cuộc|buổi|chính thức))* $"
)
_AT_IT = ("tại", "tại buổi", "tại cuộc", "phát biểu tại", "phát biểu tại buổi", "kết thúc", "kết thúc buổi")


@dataclass(frozen=True)
class Events:
    """All event mentions in order; `main` is the reported one, `same` are the mentions of it, `others` other events.

    `dated` is the mention that tells its day and place: `main`, but where that only tells how it is prepared; `second`
    are those others that were held with another partner: "Hai hôm sau, Đồn C và Trạm D cũng tiến hành hội đàm".
    """

    all: tuple[Event, ...]
    main: Event | None = None
    same: tuple[Event, ...] = ()
    others: tuple[Event, ...] = ()
    dated: Event | None = None
    second: tuple[Event, ...] = ()

    @cached_property
    def names(self) -> SpanIndex:
        """The spans of all events' names."""
        return SpanIndex(piece for e in self.all for piece in e.pieces)

    @cached_property
    def other_names(self) -> SpanIndex:
        """The spans of the other events' names."""
        return SpanIndex(piece for e in self.others for piece in e.pieces)

    @property
    def without_talk(self) -> Events:
        """The same where the article reports no talk after all: named events that are told beside it stay."""
        return Events(self.all, others=tuple(e for e in self.others if e.is_named and e.is_aside))

    @property
    def only_named(self) -> Events:
        """The same where none of them is the reported one: what is named is told beside other news."""
        return Events(self.all, others=tuple(e for e in self.all if e.is_named or e.is_planned))

    def others_in(self, sentence: Sentence) -> list[Event]:
        """The other events of one sentence."""
        return self._others_by_sentence.get(sentence.start, [])

    @cached_property
    def _others_by_sentence(self) -> dict[int, list[Event]]:
        found: dict[int, list[Event]] = {}
        for e in self.others:
            found.setdefault(e.sentence.start, []).append(e)
        return found


def read_events(ctx: Context) -> Events:
    """Tell the reported event from the habits, papers and other events. `main` is None where there is none."""
    told = (m for before, m in pairwise((None, *ctx.of("talk.kind"))) if m and not _goes_on(ctx, before, m))
    found = tuple(one for m in told if (e := read_event(ctx, m)) for one in (e, *next_rounds(ctx, e)))
    main = main_event(ctx, found)
    if main is None or (main.coming and _is_taken_back(ctx, found, main)):
        return Events(found).only_named
    return _around(ctx, found, main)


def _goes_on(ctx: Context, before: Mention | None, m: Mention) -> bool:
    """Whether a noun only goes on with the one right before it: "buổi họp mặt giao lưu hữu nghị" is one event."""
    if before is None or m.value != "exchange" or before.end + 1 != m.start:
        return False
    return before.value == "meeting" and ctx.view.plain[before.end] == " "


def without_first(ctx: Context, events: Events) -> Events | None:
    """The same around the next event that is told with its partner, where the first was held by one state alone; None
    where there is none.
    """
    passed = {id(e) for e in events.same}
    rest = [e for e in events.all if id(e) not in passed]
    main = second_event(ctx, rest)
    return None if main is None else _around(ctx, events.all, main)


def _around(ctx: Context, found: tuple[Event, ...], main: Event) -> Events:
    """All events as they stand to the reported one."""
    main = _called(ctx, found, main)
    known = _known_by(ctx, found, main)
    same: list[Event] = []
    others: list[Event] = []
    for e in found:
        if e is main or e.mention is main.mention or is_same(ctx, e, known):
            same.append(e)
        elif is_other(ctx, e, known):
            others.append(e)
    below = main.coming is not None and main.coming.start > main.sentence.end
    dated = next((e for e in same if _will_be(ctx, e)), main) if below or is_prepared(ctx, main) else main
    second = tuple(e for e in others if is_with_another(ctx, e, main))
    return Events(found, main, tuple(same), tuple(others), dated, second)


def _is_taken_back(ctx: Context, found: Sequence[Event], main: Event) -> bool:
    """Whether what is announced is called off elsewhere: behind it, or before it where only its plan is told again."""
    folded = ctx.view.folded
    planned = main.coming is not None and folded.startswith(("dự kiến", "theo kế hoạch"), main.coming.start)
    for e in found:
        if not e.is_off or e.kind != main.kind:
            continue
        other = (e.round and main.round and e.round.value != main.round.value) or (
            e.year and main.year and e.year != main.year
        )
        if not other and (planned or e.mention.start > main.mention.start):
            return True
    behind = (s for s in ctx.page.sentences_after(main.sentence) if s.role == "body")
    return any(is_called_off_later(folded, s.start, s.end) for s in behind)


def _will_be(ctx: Context, e: Event) -> bool:
    """Whether a sentence tells the day on which its event will take place."""
    return e.coming is not None and not is_prepared(ctx, e) and not e.is_background and has_day(ctx, e.sentence)


def _called(ctx: Context, found: Sequence[Event], main: Event) -> Event:
    """The reported event by its first name in the closed list: a làm việc that the text goes on to call hội đàm or
    hội nghị, a visit with a talk in it.
    """
    if main.kind != "meeting" or main.full:
        return main
    for kind in ("talks", "conference"):
        for e in found:
            if (
                e.kind != kind
                or e.full
                or e.is_habit
                or e.sentence.role != "body"
                or e.mention.start < main.mention.end
            ):
                continue
            taken_up = e.sentence.start > main.sentence.start and e.before.strip() in _AT_IT
            if taken_up or _is_talk_of_visit(ctx, e, main) or _is_held_by_both(ctx, e):
                return main._replace(kind=e.kind, noun=e.noun, mention=e.mention)
    return main


def _is_held_by_both(ctx: Context, e: Event) -> bool:
    """Whether a sentence begins with an event that both sides chair: "Hội nghị diễn ra dưới sự đồng chủ trì của"."""
    return not e.before and _CHAIRED.match(ctx.view.folded, e.mention.end) is not None


def _is_talk_of_visit(ctx: Context, e: Event, main: Event) -> bool:
    """Whether a visit is told to have led to a talk of its own: "Cùng ngày, Đoàn A do X dẫn đầu đã hội đàm với B"."""
    if e.kind != "talks" or not is_weak(ctx, main) or e.coming or e.is_background or e.in_paper:
        return False
    if e.is_earlier and (not e.before.startswith("trước đó, ") or has_day(ctx, e.sentence)):
        return False
    return _HAVE.search(e.before) is not None and ctx.view.folded.startswith(" với ", e.mention.end)


def _known_by(ctx: Context, found: Sequence[Event], main: Event) -> Event:
    """The mention by which the reported event is told from others: its first full name, outside papers and habits."""
    if main.full:
        return main
    for e in found:
        if e.kind != main.kind or not e.full or e.is_habit or e.is_earlier or e.is_background:
            continue
        if (e.coming and not main.coming) or is_on_other_day(ctx, e, main):
            continue
        if e.sentence.role != "body" or e.round or e.year:
            return e
    return main
