"""Tables: regions, gates, treaties and abbreviations, by spelling and by the day of the event.

The tables are CSV files in UTF-8 with a header, beside the rules; a folder need not hold all of them. A row of a later
folder replaces the row of the same key of an earlier one:

* `regions.csv`        key country, code, kind, name, valid_from: provinces, and the cities and districts below them
* `communes.csv`       key code, kind, valid_from: the communes and wards of Viet Nam, one row a province and kind
* `gates.csv`          key id, valid_from: a gate with its counterpart; several rows where its class changed
* `treaties.csv`       key id
* `abbreviations.csv`  key short

Several spellings stand in one cell, with "|" between them; those that folding makes equal need not be listed. Each
table is read on first use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path

import regex

from ..values.places import fold_name, loosen
from .files import read_table, spellings
from .gates import Gate, bare_name, gate_of, valid_rows
from .names import Names
from .regions import Region, find_region
from .treaties import Treaty, find_treaty, treaty_keys

__all__ = ["Gate", "Region", "Tables", "Treaty", "fold_name"]


_SYLLABLE = regex.compile(r"[^aeiou\s]*[aeiou]+[^aeiou\s]*")


class Tables:
    """The tables of one or more folders, read on first use; safe to share between threads.

    Raises RuleError (on first use of a table) where a table is wrong.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self.folders = tuple(folders)
        self._asked: dict[tuple[str, str | None, str | None, str | None], Region | None] = {}

    def __getstate__(self) -> dict[str, object]:
        """What goes to another process: the tables that have been read, not what was asked of them."""
        return {**self.__dict__, "_asked": {}}

    @cached_property
    def _regions(self) -> Names[Region]:
        things: list[tuple[str, Region]] = []
        skeletal: list[tuple[str, Region]] = []
        for row in read_table(self.folders, "regions.csv"):
            country, code, kind, name, more, start, end, within, _ = row.cells
            region = Region(country, code, kind, name, within or None, start, end)
            these = [(s, region) for s in spellings(name, more)]
            things += these
            # Lao and Khmer names are written as each paper hears them; a skeleton of a Vietnamese one says nothing.
            if country in ("LA", "KH") and kind == "province":
                skeletal += these
        return Names(things, skeletal)

    @cached_property
    def _communes(self) -> Names[Region]:
        things = []
        for row in read_table(self.folders, "communes.csv"):
            code, kind, names, start, end, _ = row.cells
            things += [(n, Region(code[:2], code, kind, n, code, start, end)) for n in names.split("|") if n]
        return Names(things, [])

    @cached_property
    def _gates(self) -> Names[tuple[str, ...]]:
        things = []
        for row in read_table(self.folders, "gates.csv"):
            names = {*spellings(row.cells[1], row.cells[2]), *spellings("", row.cells[8])} - {""}
            things += [(n, row.cells) for n in sorted(names)]
        return Names(things, [])

    @cached_property
    def _treaties(self) -> dict[tuple[str, ...], list[Treaty]]:
        index: dict[tuple[str, ...], list[Treaty]] = {}
        for row in read_table(self.folders, "treaties.csv"):
            key, name, kind, countries, signed, in_force, ended, aliases, _ = row.cells
            treaty = Treaty(key, name, kind, tuple(countries.split("|")), signed, in_force, ended)
            for words in treaty_keys(spellings(name, aliases)):
                index.setdefault(words, []).append(treaty)
        return index

    @cached_property
    def forces(self) -> Mapping[tuple[str, str], str]:
        """The key of a force or command by its level ("province", "state") and the folded words of its head."""
        rows = (row.cells for row in read_table(self.folders, "forces.csv"))
        return {(level, head): key for key, heads, level, _ in rows for head in heads.split("|")}

    @cached_property
    def abbreviations(self) -> Mapping[str, str]:
        """Abbreviations written out: "BĐBP" → "Bộ đội Biên phòng"."""
        return {row.cells[0]: row.cells[1] for row in read_table(self.folders, "abbreviations.csv")}

    def region(
        self, name: str, *, country: str | None = None, day: str | None = None, within: str | None = None
    ) -> Region | None:
        """The region that `name` names, with or without its level ("tỉnh Sơn La", "Sơn La", "TP. Buôn Ma Thuột").

        `country` (ISO 3166-1) and `within` (ISO 3166-2) narrow the choice; `day` (EDTF) prefers what was valid then.
        A name without its level is the province of that name, else what lies in one province only. Communes and
        wards are found with their level and a day after the reform of 1/7/2025 only: before, a name tells no province.
        None where no table has the name, or where it may stand for regions of several provinces.
        """
        key = (name, country, day, within)
        if key not in self._asked:
            # an article asks for the same few names over and over: 40 times for a page of 3,500 characters
            if len(self._asked) >= 10_000:
                self._asked.clear()
            self._asked[key] = find_region(self._regions, lambda: self._communes, name, country, day, within)
        return self._asked[key]

    def has_region(self, name: str) -> bool:
        """Whether `name` is that of a province, city or district, of several too."""
        return bool(next(self._regions.find(name)))

    def gate(
        self, name: str, *, country: str | None = None, region: str | None = None, day: str | None = None,
        kind: str | None = None,
    ) -> Gate | None:  # fmt: skip
        """The gate of that name, or with a counterpart of that name, as of `day` (EDTF; None: as of now).

        `country` is one of its two countries, `region` one of its two regions, `kind` what it is or
        was. None where no table has it, or where several gates have the name (Thanh Thủy, at the Chinese and at the
        Lao border).
        """
        for rows in self._gate_rows(name):
            near = [r for r in rows if country in (None, r[6][:2], r[9]) and region in (None, r[6], r[7], r[10])]
            near = [r for r in near if r[3] == kind] if kind else near
            if near:
                return gate_of(valid_rows(near, day)[-1], day) if len({r[0] for r in near}) == 1 else None
        return None

    def has_gate(self, name: str) -> bool:
        """Whether `name` is that of a gate or a counterpart, of several too."""
        return any(self._gate_rows(name))

    def _gate_rows(self, name: str) -> Iterator[list[tuple[str, ...]]]:
        """The rows of the gates of a name, the strictest comparison first; a syllable alone ("Thanh") is compared with
        its tone only, since without it it is too many other names.
        """
        bare = bare_name(name)
        return islice(self._gates.find(bare), 1 if _SYLLABLE.fullmatch(loosen(bare)) else None)

    def treaty(
        self, name: str, countries: Iterable[str], *, signed: str | None = None, day: str | None = None
    ) -> Treaty | None:
        """The paper of that name between `countries` (ISO 3166-1), None where no table has it.

        A year in the name, or `signed` (EDTF), tells papers of one name apart; else the one in force on `day` (EDTF)
        is meant, without a day the latest.
        """
        return find_treaty(self._treaties, name, set(countries), signed, day)
