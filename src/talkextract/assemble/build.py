"""The order of the assembly: units, people, events, dates, sides, then the parts of the record."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from ..mention import Span
from ..record import Person, TalkRecord, gaps_of
from .agreements import agreements
from .border_points import border_points
from .context import Context, Shown
from .delegations import Side, delegations, read_sides
from .events import Events, read_events, without_first
from .figures import figures
from .lent_units import lend_units
from .page import document
from .people import read_people
from .periods import day_of, is_memory
from .person import Someone
from .person_countries import settle_countries, settle_pairs
from .roles import ROLES, give_roles
from .talk import other_talks, talk
from .timeline import DateMention, Timeline, date_entries, resolve
from .topics import topics
from .units import Units, read_units

__all__ = ["build_record"]


def build_record(
    ctx: Context, *, id: str | None, published: str | None, url: str | None
) -> tuple[TalkRecord, tuple[str, ...]]:
    """The record of one article, and warnings in words (() where there are none)."""
    timeline = resolve(ctx, published)
    meeting = _meeting(ctx, read_events(ctx), timeline)
    if meeting.is_of_one_state and (second := without_first(ctx, meeting.events)):
        other = _meeting(ctx, second, timeline)
        meeting = meeting if other.is_of_one_state else other
    events, told, units, people, sides = meeting
    warnings: list[str] = []
    if meeting.is_of_one_state and events.main:
        # one state alone holds no talk across a border
        name = ctx.text(events.main.mention.start, events.main.mention.end)
        warnings.append(f"{name!r}: an event is named, but not two states that hold it; no talk is recorded")
        events, sides = events.without_talk, []
    if published is None and timeline.stamp is None and (stamps := ctx.page_mentions.get("document.published")):
        warnings.append(
            f"{stamps[0].value}: the page's clock is not the day of publication, the article contradicts it"
        )
    lend_units(ctx, people, units, {s.country: list(s.units.values()) for s in sides}, events)
    settle_countries(people, [s.country for s in sides], ctx.neighbour)
    day = told if events.main else day_of(ctx, events, timeline)
    reported = talk(ctx, events, timeline, day)
    date = day.value if day else None
    # "đến nay" ends on the day of a talk that was held; one still to come ends nothing
    until = date if reported and reported.status == "held" else None
    # nobody has spoken at a talk that is still to come
    without = ("speaker",) if reported and reported.status == "announced" else ()
    both = delegations(ctx, sides, units, people, reported.kind if reported else "talks")

    def date_in(start: int, end: int) -> str | None:
        return next((d.value for d in timeline.within(start, end)), None)

    def makers_in(start: int, end: int) -> list[tuple[str, Span]]:
        return [(u.country, Span(u.start, u.end)) for u in units.within(start, end) if u.country]

    countries = {s.country: s.country_at for s in sides}
    announced = reported is not None and reported.status == "announced"
    record = TalkRecord(
        document=document(ctx, id=id, published=published, url=url, stamp=timeline.stamp),
        talk=reported,
        delegations=both,
        people=tuple(_person(ctx, p, units, has_talk=reported is not None, without=without) for p in people),
        units=units.records,
        agreements=agreements(ctx, countries, date_in, day=date, announced=announced, makers=makers_in),
        border_points=border_points(ctx, date),
        figures=figures(ctx),
        topics=topics(ctx, timeline, date or (timeline.published or "")[:10]),
        dates=date_entries(ctx, timeline, until, day),
        other_talks=other_talks(ctx, events, timeline, day),
        gaps=gaps_of(reported, both),
    )
    return record, tuple(warnings)


class _Meeting(NamedTuple):
    """The events of an article around one, the day of that one, and who met there."""

    events: Events
    told: DateMention | None
    units: Units
    people: list[Someone]
    sides: list[Side]

    @property
    def is_of_one_state(self) -> bool:
        """Whether not two states hold the reported event."""
        return self.events.main is not None and len(self.sides) < 2


def _meeting(ctx: Context, events: Events, timeline: Timeline) -> _Meeting:
    """Who meets at the reported one of `events`, and when."""
    told = day_of(ctx, events, timeline)
    if is_memory(ctx, events, timeline, told):
        events = events.only_named
    units = read_units(ctx, told.value if told else timeline.published)
    people = read_people(ctx, units)
    give_roles(ctx, people, events)
    settle_pairs(ctx, people)
    return _Meeting(events, told, units, people, read_sides(ctx, events, units, people))


def _person(ctx: Context, p: Someone, units: Units, *, has_talk: bool, without: Collection[str] = ()) -> Person:
    """The record's entry of a person; without a talk everyone is only mentioned. `without` are roles that none has."""
    shown: list[Shown] = [("name", p.name_at, p.rule)]
    if p.rank_at:
        shown.append(("rank", p.rank_at, p.rank_rule))
    shown += [("position", post.at, post.rule) for post in p.posts]
    entry = units.entry(p.unit) if p.unit else None
    if p.unit and entry:
        shown += units.shown("unit", p.unit)
    if p.country and p.country_at:
        shown.append(("country", p.country_at, ctx.country_rule(p.country_at, p.unit.rule if p.unit else p.rule)))
    roles = [r for r in ROLES if r in p.roles and r not in without] if has_talk else []
    if len(roles) > 1:
        roles = [r for r in roles if r != "attendee"]
    shown += [("roles", *p.roles[r]) for r in roles]
    if not roles:
        shown.append(("roles", p.name_at, p.rule))
    return Person(
        name=p.name, rank=p.rank, position=p.position, unit=entry.name if entry else None, country=p.country,
        roles=tuple(roles) or ("mentioned",), evidence=ctx.evidence(dict.fromkeys(shown)),  # type: ignore[arg-type]
    )  # fmt: skip
