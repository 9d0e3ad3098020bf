"""Dates (stub)."""
from __future__ import annotations
from collections.abc import Mapping
def date_value(groups: Mapping[str, str]) -> object | None:
    return groups["value"]
