"""Names of persons, ranks and posts."""
from __future__ import annotations
from collections.abc import Mapping
def text_value(groups: Mapping[str, str]) -> str | None:
    """The words themselves."""
    return groups["value"]
def rank_value(groups: Mapping[str, str]) -> str | None:
    return groups["value"]
