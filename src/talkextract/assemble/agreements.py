"""Agreements: papers identified by title, object, number or date."""

from __future__ import annotations

from collections.abc import Callable

from ..record import Agreement
from .context import Context

__all__ = ["agreements"]


def agreements(
    ctx: Context, sides: tuple[str, ...], date_of: Callable[[int, int], str | None]
) -> tuple[Agreement, ...]:
    """The papers of the article (not written yet)."""
    return ()
