"""Read a text as far as units, people, events and sides, for tests of one step each."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from talkextract.assemble.context import ACTS, Context, group_mentions
from talkextract.assemble.delegations import Side, read_sides
from talkextract.assemble.events import Events, read_events
from talkextract.assemble.lent_units import lend_units
from talkextract.assemble.people import read_people
from talkextract.assemble.person import Someone
from talkextract.assemble.person_countries import settle_countries, settle_pairs
from talkextract.assemble.roles import give_roles
from talkextract.assemble.units import Units, read_units
from talkextract.document import CONTENT, read_page
from talkextract.match import Matcher, match
from talkextract.offsets import View
from talkextract.rules import load_rules
from talkextract.tables import Tables


class Reading(NamedTuple):
    """One text with everything up to its sides."""

    ctx: Context
    units: Units
    people: list[Someone]
    events: Events
    sides: list[Side]


@cache
def _tools() -> tuple[Matcher, Matcher, Tables]:
    rules = load_rules()
    acts = Matcher([r for r in rules.rules if r.field == ACTS])
    return Matcher([r for r in rules.rules if r.field != ACTS]), acts, Tables(rules.folders)


def read_context(text: str) -> Context:
    """The context of one text."""
    matcher, acts, tables = _tools()
    view = View(text)
    sites = matcher.sites(view)
    signs = match(view, sites.of["page"], sites.ends)
    page = read_page(view, signs)
    mentions = match(view, sites.inside("content", page.stretches(CONTENT)), sites.ends)
    return Context(view, page, tables, *group_mentions(page, signs, mentions), sites, acts)


def read(text: str) -> Reading:
    """Everything up to the sides of one text."""
    ctx = read_context(text)
    units = read_units(ctx)
    people = read_people(ctx, units)
    events = read_events(ctx)
    give_roles(ctx, people, events)
    settle_pairs(ctx, people)
    sides = read_sides(ctx, events, units, people)
    lend_units(ctx, people, units, {s.country: list(s.units.values()) for s in sides}, events)
    settle_countries(people, [s.country for s in sides], ctx.neighbour)
    return Reading(ctx, units, people, events, sides)
