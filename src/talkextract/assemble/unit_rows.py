"""Rows of units: which of them stand on one side, and which across from each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from .context import Context
from .named import Named
from .unit_parents import TOGETHER

__all__ = ["are_across", "in_row"]

_BRACKETS = re.compile(r" ?\([^()]*\)")
# the places around a unit, which part it from no other of its row
_AROUND = regex.compile(r"(?:, (?:xã|huyện|tỉnh|châu) \p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*){0,3})+")
_AND = re.compile(r"(?: ?\([^()]{2,60}\)| - [^,.;()]{2,30})?,? và ")
_WITH = re.compile(r"(?: ?\([^()]{2,40}\))? với ")
# what two sides do together, behind the second of them and its place
_OURS_MEET = re.compile(
    r"(?:,? (?:huyện|tỉnh|châu) [^,.;()]{2,30}| ?\([^()]{2,60}\))*,? (?:đã |vừa |cùng )*"
    r"(?:tổ chức|hội đàm|ký kết|ký|gặp (?:gỡ|mặt)|giao lưu|trao đổi|thống nhất|họp|giao ban|tiến hành)(?!\w)"
    r"(?! (?:với|cùng)(?!\w))"
)


def are_across(ctx: Context, found: Sequence[Named], i: int, x: Named) -> bool:
    """Whether `found[i]` and the neighbour's unit that "và" joins to it are the two sides of a talk, and no row: "Công
    an xã A và Công an huyện B (Lào) hội đàm", "giữa Công an xã A và …"; `found[i]` is the first of its sentence.
    """
    u = found[i]
    if x.country == "VN" or x.start < u.end:
        return False
    between = ctx.view.folded.endswith("giữa ", 0, u.start)
    # "giữa Quân khu 5 với Quân khu 1 và Quân khu 2, Quân đội Hoàng gia": x may be the last of the other side's row
    if not (_AND.fullmatch(ctx.view.folded, u.end, x.start) or (between and _WITH.match(ctx.view.folded, u.end))):
        return False
    sentence = ctx.page.sentence(u.start)
    if sentence is None or (i > 0 and found[i - 1].start >= sentence.start):
        return False
    if between:
        return True
    for y in found[i + 1 : i + 9]:
        if y.start >= x.end and not (y is x.parent or _is_row(ctx, x, y)):
            break
        x = y if y.start >= x.end else x
    return _OURS_MEET.match(ctx.view.folded, x.end) is not None


def in_row(ctx: Context, u: Named, others: Sequence[Named]) -> Named | None:
    """The first unit with a country in the row of units that a unit stands in; `others` are those on one side of it."""
    for x in others:
        left, right = (u, x) if u.start < x.start else (x, u)
        if right is left.parent and not x.country:
            u = x  # what stands above a unit parts it from no other
            continue
        if left.end > right.start or not _is_row(ctx, left, right):
            return None
        if x.country:
            return x
        u = x
    return None


def _is_row(ctx: Context, left: Named, right: Named) -> bool:
    """Whether two units stand in one row; with places around the first only if they are not two of one name."""
    gap = _BRACKETS.sub("", ctx.view.plain[left.end : right.start])
    if left.head_key != right.head_key:
        gap = _AROUND.sub("", gap)
    if ";" in gap and left.kind == "ministry":
        return False  # "Cục A, Bộ Công an; Tổng đội B": what follows is of the other side as often
    return TOGETHER.fullmatch(gap) is not None
