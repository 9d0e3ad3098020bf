"""Ranks, posts and other words: what a pattern matched → its canonical form."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["position_value", "rank_value", "text_value"]


def text_value(groups: Mapping[str, str]) -> str:
    """The words themselves."""
    return groups["value"]


def rank_value(groups: Mapping[str, str]) -> str:
    """The canonical rank of the group `rank`: "đại tá" → "Đại tá", "chuẩn đô đốc" → "Chuẩn Đô đốc".

    Source: Luật Sĩ quan QĐNDVN, Điều 10; the neighbours' ranks are written with the same words.
    """
    rank = groups["rank"].lower()
    if rank.endswith("đô đốc") and rank != "đô đốc":
        return rank.split(" ")[0].capitalize() + " Đô đốc"
    return rank[:1].upper() + rank[1:]


def position_value(groups: Mapping[str, str]) -> str:
    """A post with its first letter in upper case."""
    return groups["value"][:1].upper() + groups["value"][1:]
