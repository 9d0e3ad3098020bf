"""A person of the article while he is put together: his places, posts, unit, country and roles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ..mention import Mention, Span
from .units import Named

__all__ = ["Occurrence", "Post", "Someone"]


class Post(NamedTuple):
    """A post as the text gives it, with the unit that follows it, or the state ("Thủ tướng Lào"); `bare` are the words
    of a unit behind it that the text names elsewhere ("Đồn trưởng", "Chính ủy Chi đội"); `joint` says that it is one in
    a committee of both states.
    """

    text: str
    at: Span
    rule: str
    unit: Named | None
    state: Mention | None = None
    bare: str = ""
    joint: bool = False


class Occurrence(NamedTuple):
    """One place where a person stands: the span of his name, and of the whole phrase with rank, posts and units."""

    name: Span
    start: int
    end: int


@dataclass
class Someone:
    """A person of the article while he is put together."""

    name: str
    name_at: Span
    rule: str
    rank: str | None = None
    rank_at: Span | None = None
    rank_rule: str = ""
    posts: tuple[Post, ...] = ()
    unit: Named | None = None
    country: str | None = None
    country_at: Span | None = None
    places: list[Occurrence] = field(default_factory=list)
    roles: dict[str, tuple[Span, str]] = field(default_factory=dict)

    @property
    def position(self) -> str | None:
        """The posts without their units, in order; None where there is none."""
        return ", ".join(p.text for p in self.posts) or None
