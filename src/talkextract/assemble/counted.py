"""What a counted thing is, by its noun and by the act that governs it."""

from __future__ import annotations

from collections.abc import Mapping

from ..mention import Mention
from ..record import FigureCategory

__all__ = ["CURRENCIES", "TABLES", "TURNS", "is_persons", "kind_of"]

Categories = Mapping[str, FigureCategory]

# What a counted thing is by the act that governs it, of several coordinated acts the first of the table. `""` is what
# it is without any such act; a table without `""` makes no figure then ("hai cán bộ lãnh đạo" of an appointment).
_OFFICIALS: Categories = {
    "medical": "medical", "injections": "medical", "training": "personnel", "returns": "returns", "aid": "aid",
    "awareness": "other", "patrols": "personnel", "meetings": "personnel", "attendance": "personnel",
    "visits": "personnel", "works": "personnel",
}  # fmt: skip
_PEOPLE: Categories = {
    "returns": "returns", "rescues": "other", "arrests": "arrests", "medical": "medical", "injections": "medical",
    "inquiries": "other", "aid": "aid", "traffic": "traffic", "patrols": "personnel", "meetings": "personnel",
    "attendance": "personnel", "training": "personnel", "visits": "personnel", "awareness": "other",
    "crimes": "arrests", "passage": "traffic",
}  # fmt: skip
_GOODS: Categories = {
    "seizures": "contraband", "arrests": "contraband", "injections": "medical", "aid": "aid", "medical": "aid",
    "awareness": "other", "works": "other", "traffic": "other", "crimes": "contraband",
}  # fmt: skip
TABLES: Mapping[str, Categories] = {
    "event": {
        "patrols": "patrols", "meetings": "meetings", "letters": "letters", "medical": "medical",
        "injections": "medical", "aid": "aid", "returns": "returns", "traffic": "traffic", "attendance": "personnel",
        "visits": "meetings", "training": "other", "hotline": "other", "awareness": "other", "works": "other",
    },
    "official": _OFFICIALS,
    "suspect": {"returns": "returns", "arrests": "arrests", "": "arrests"},
    "citizen": _PEOPLE,
    "victim": {"returns": "returns", "rescues": "other", "medical": "medical", "aid": "aid", "": "other"},
    "traveller": {"medical": "medical", "": "traffic"},
    "patient": {"": "other"},
    "sick": {"": "medical"},
    "member": {},
    "vehicle": {
        "seizures": "contraband", "arrests": "contraband", "returns": "returns", "rescues": "other", "aid": "aid",
        "awareness": "other", "inquiries": "other", "traffic": "traffic", "": "traffic",
    },
    "case": {"": "cases"},
    "letter": {"": "letters"},
    "report": {"": "other"},
    "drug": {"": "drugs"},
    "arm": {"": "contraband"},
    "gift": {"aid": "aid", "seizures": "contraband", "": "aid"},
    "piece": _GOODS,
    "mass": {**_GOODS, "": "other"},
    "money": {"": "money"},
    "percent": {"": "other"},
    "length": {"works": "other"},
    "road": {"aid": "aid", "works": "other"},
    "marker": {"": "markers"},
    "work": {"aid": "aid", "": "other"},
    "area": {"aid": "aid", "": "other"},
    "other": {"": "other"},
}  # fmt: skip
# Turns of vehicles pass, whatever is found among them: "phát hiện 1.200 lượt tàu cá".
TURNS: Categories = {"": "traffic"}
_KINDS = {kind: rank for rank, kind in enumerate(dict.fromkeys(("drug", "arm", *TABLES)))}
_WHO = ("official", "suspect", "citizen", "victim")
CURRENCIES = {
    "đồng": "VND", "vnđ": "VND", "vnd": "VND", "usd": "USD", "nhân dân tệ": "CNY", "ndt": "CNY", "cny": "CNY",
    "tệ": "CNY", "kíp": "LAK", "kip": "LAK", "lak": "LAK", "riel": "KHR", "riels": "KHR", "riên": "KHR", "khr": "KHR",
    "bạt": "THB", "baht": "THB", "thb": "THB", "euro": "EUR", "eur": "EUR",
}  # fmt: skip


def kind_of(m: Mention) -> str:
    """What kind of thing a mention counts: the first named group of the tables that took part."""
    return min([group for group in m.groups.taken() if group in _KINDS], key=_KINDS.__getitem__, default="other")


def is_persons(m: Mention) -> bool:
    """Whether a mention counts persons, whatever was done with them."""
    return any(kind in m.groups for kind in _WHO)
