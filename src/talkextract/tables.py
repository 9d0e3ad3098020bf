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

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import regex

from .errors import RuleError
from .values.places import fold_name, fold_names, loosen, loosen_keys, skeleton

__all__ = ["Gate", "Region", "Tables", "Treaty", "fold_name"]


class Region(NamedTuple):
    """A region: `code` is the ISO 3166-2 code of the province-level unit that it is or lies in."""

    country: str
    code: str
    kind: str
    name: str
    within: str | None = None
    valid_from: str = ""
    valid_to: str = ""


class Gate(NamedTuple):
    """A gate with its counterpart across the border; kind and region are those of the day that was asked for."""

    id: str
    name: str
    kind: str
    country: str
    region: str
    counterpart: str | None
    other_country: str
    other_region: str
    names: tuple[str, ...]
    counterparts: tuple[str, ...]

    def side(self, name: str) -> str | None:
        """The country whose name of the gate `name` is, the gate's own first; None where it is no name of it."""
        for fold in (fold_name, loosen):
            for country, names in ((self.country, self.names), (self.other_country, self.counterparts)):
                if fold(name) in {fold(n) for n in names}:
                    return country
        return None


class Treaty(NamedTuple):
    """A paper between states, or the set of papers that goes by one name."""

    id: str
    name: str
    kind: str
    countries: tuple[str, ...]
    signed: str
    in_force: str
    ended: str


T = TypeVar("T")


class _Row(NamedTuple):
    """A row of a table and where it stands, for messages."""

    cells: tuple[str, ...]
    where: str


_COLUMNS = {
    "regions.csv": ("country", "code", "kind", "name", "spellings", "valid_from", "valid_to", "within", "source"),
    "communes.csv": ("code", "kind", "names", "valid_from", "valid_to", "source"),
    "gates.csv": (
        "id", "name", "spellings", "kind", "valid_from", "valid_to", "region", "region_2025", "counterparts",
        "other_country", "other_region", "source",
    ),
    "treaties.csv": ("id", "name", "kind", "countries", "signed", "in_force", "ended", "aliases", "source"),
    "abbreviations.csv": ("short", "long", "source"),
}  # fmt: skip
_KEYS = {
    "regions.csv": (0, 1, 2, 3, 5), "communes.csv": (0, 1, 3), "gates.csv": (0, 4), "treaties.csv": (0,),
    "abbreviations.csv": (0,),
}  # fmt: skip
# What each column may hold; a column that is not here may hold any text but, where it is listed below, not nothing.
_DAY = (regex.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?"), "an ISO 8601 date, or nothing")
_ISO = (regex.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}"), "an ISO 3166-2 code as VN-01")
_COUNTRY = (regex.compile(r"[A-Z]{2}"), "an ISO 3166-1 code as VN")
_SOME = (regex.compile(r".*\S.*"), "a text")
_REGION_KINDS = (
    "province", "municipality", "capital", "autonomous_region", "prefecture", "city", "town", "district",
    "urban_district", "township", "commune", "ward", "special_zone",
)  # fmt: skip
_GATE_KINDS = ("international_gate", "main_gate", "bilateral_gate", "minor_gate", "crossing", "gate")
_PAPER_KINDS = (
    "treaty", "protocol", "arrangement", "memorandum", "minutes", "regulation", "statement", "plan", "legal_documents",
)  # fmt: skip


def _one_of(words: Iterable[str]) -> tuple[regex.Pattern[str], str]:
    return regex.compile("|".join(words)), "one of " + ", ".join(words)


_COMMON = {
    "source": _SOME, "name": _SOME, "names": _SOME, "id": _SOME, "short": _SOME, "long": _SOME, "valid_from": _DAY,
    "valid_to": _DAY, "signed": _DAY, "in_force": _DAY, "ended": _DAY, "code": _ISO, "region": _ISO,
    "region_2025": _ISO, "other_region": _ISO, "country": _COUNTRY, "other_country": _COUNTRY,
    "countries": (regex.compile(r"[A-Z]{2}(?:\|[A-Z]{2})*"), "ISO 3166-1 codes as VN|LA"),
}  # fmt: skip
_CHECKS = {
    "regions.csv": _COMMON | {"kind": _one_of(_REGION_KINDS)},
    "communes.csv": _COMMON | {"kind": _one_of(_REGION_KINDS)},
    "gates.csv": _COMMON | {"kind": _one_of(_GATE_KINDS)},
    "treaties.csv": _COMMON | {"kind": _one_of(_PAPER_KINDS)},
    "abbreviations.csv": _COMMON,
}

# The day from which the provinces of after the mergers count (NQ 202/2025/QH15).
_MERGER = "2025-07-01"
# EDTF: the month in which a quarter (33–36) or half-year (40, 41) begins.
_FIRST_MONTH = {"33": "01", "34": "04", "35": "07", "36": "10", "40": "01", "41": "07"}


def _first_day(day: str | None) -> str | None:
    """The first day of an EDTF date or interval as YYYY-MM-DD; None where its year is not known."""
    if day is None or not day[:4].isdecimal():
        return None
    year, month, date, *_ = (*day.partition("/")[0][:10].split("-"), "01", "01", "01")
    return f"{year}-{_FIRST_MONTH.get(month, month)}-{date}"


def _valid(start: str, end: str, day: str) -> bool:
    return (not start or start <= day) and (not end or day <= end)


def _read(folders: Iterable[Path], file: str) -> list[_Row]:
    """The rows of one table from all folders, later rows in the place of earlier ones of the same key; checked.

    Raises RuleError, naming file, line, column and cure, for a row that is not well-formed.
    """
    columns, keys = _COLUMNS[file], _KEYS[file]
    rows: dict[tuple[str, ...], _Row] = {}
    for folder in folders:
        path = folder / file
        if not path.is_file():
            continue
        here: dict[tuple[str, ...], _Row] = {}
        for row in _lines(path, columns):
            key = tuple(row.cells[k] for k in keys)
            if key in here:
                names = ", ".join(columns[k] for k in keys)
                raise RuleError(f"{row.where}: {names} are those of {here[key].where}; give each row a key of its own")
            here[key] = row
        rows |= here
    _check(list(rows.values()), file)
    return list(rows.values())


def _lines(path: Path, columns: tuple[str, ...]) -> Iterator[_Row]:
    """The rows of one file below its header."""
    try:
        lines = csv.reader(path.read_text("utf-8-sig").splitlines(), strict=True)
        header = tuple(next(lines, ()))
        if header != columns:
            raise RuleError(f"{path.name}, line 1: the columns must be {','.join(columns)}, not {','.join(header)}")
        for cells in lines:
            if len(cells) != len(columns):
                if not cells:
                    continue
                raise RuleError(
                    f"{path.name}, line {lines.line_num}: {len(cells)} cells where the header has {len(columns)}; "
                    'put a cell that holds a comma in "…"'
                )
            yield _Row(tuple(cells), f"{path.name}, line {lines.line_num}")
    except UnicodeDecodeError as e:
        raise RuleError(f"{path.name}: byte {e.start} is not UTF-8; save the table as UTF-8") from e
    except csv.Error as e:
        raise RuleError(f"{path.name}: not a CSV file: {e}; close every quotation mark") from e


def _check(rows: list[_Row], file: str) -> None:
    """Check every cell, each distinct value of a column once."""
    checks = _CHECKS[file]
    for index, column in enumerate(_COLUMNS[file]):
        if column in checks:
            pattern, expected = checks[column]
            bad = {value for value in {r.cells[index] for r in rows} if not pattern.fullmatch(value)}
            for row in rows if bad else ():
                if row.cells[index] in bad:
                    raise RuleError(f"{row.where}, column {column}: {row.cells[index]!r}; write {expected}")


def _spellings(name: str, more: str) -> tuple[str, ...]:
    """A name and its other spellings."""
    return (name, *(s for s in more.split("|") if s))


class _Names(Generic[T]):
    """Things by name: by the folded name, else by the loose one, else (for some) by the skeleton of consonants."""

    def __init__(self, things: list[tuple[str, T]], skeletal: list[tuple[str, T]]) -> None:
        self._things, self._skeletal = things, skeletal
        self._keys = fold_names([name for name, _ in things])
        self._exact = self._index(self._keys, things)

    @staticmethod
    def _index(keys: list[str], things: list[tuple[str, T]]) -> dict[str, list[T]]:
        index: dict[str, list[T]] = {}
        for key, (_, thing) in zip(keys, things, strict=True):
            if key:
                index.setdefault(key, []).append(thing)
        return index

    @cached_property
    def _loose(self) -> dict[str, list[T]]:
        return self._index(loosen_keys(self._keys), self._things)

    @cached_property
    def _bones(self) -> dict[str, list[T]]:
        return self._index([skeleton(name) for name, _ in self._skeletal], self._skeletal)

    def find(self, name: str) -> Iterator[list[T]]:
        """What may be meant by `name`, the strictest comparison first."""
        yield self._exact.get(fold_name(name), [])
        yield self._loose.get(loosen(name), [])
        yield self._bones.get(skeleton(name), [])


# The word before a name that says its level, and the kinds that it may stand for. Those that also begin names
# ("Châu Đốc", "Trấn Yên") are tried only where the whole is no name.
_TOP = frozenset({"province", "municipality", "capital", "autonomous_region"})
_MIDDLE = frozenset({"prefecture", "city", "town", "district", "urban_district", "township"})
_LEVELS = {
    "khu tự trị": frozenset({"autonomous_region"}), "tỉnh": frozenset({"province", "autonomous_region"}), "thủ đô": frozenset({"capital"}),
    "thành phố": frozenset({"municipality", "capital", "city"}), "tp": frozenset({"municipality", "capital", "city"}),
    "thị xã": frozenset({"town"}), "tx": frozenset({"town"}), "huyện": frozenset({"district"}),
    "quận": frozenset({"urban_district"}), "địa khu": frozenset({"prefecture"}),
    "châu tự trị": frozenset({"prefecture"}), "châu": frozenset({"prefecture"}),
    "thị trấn": frozenset({"township"}), "trấn": frozenset({"township"}), "xã": frozenset({"commune"}),
    "phường": frozenset({"ward"}), "đặc khu": frozenset({"special_zone", "prefecture"}),
}  # fmt: skip
_LEVEL = regex.compile(rf"(?i)({'|'.join(sorted(_LEVELS, key=len, reverse=True))})(?:\.\s*|\s+)(?=\S)")
_GATE_WORDS = regex.compile(
    r"(?i)(?:(?:cặp\s+)?(?:cửa khẩu|ckqt|lối mở|lối thông quan)\s+"
    r"(?:(?:đường bộ|đường sắt|quốc tế|quốc gia|chính|song phương|phụ)\s+)*)(?=\S)"
)


class Tables:
    """The tables of one or more folders, read on first use; safe to share between threads.

    Raises RuleError (on first use of a table) where a table is wrong.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self.folders = tuple(folders)

    @cached_property
    def _regions(self) -> _Names[Region]:
        things: list[tuple[str, Region]] = []
        skeletal: list[tuple[str, Region]] = []
        for row in _read(self.folders, "regions.csv"):
            country, code, kind, name, more, start, end, within, _ = row.cells
            region = Region(country, code, kind, name, within or None, start, end)
            these = [(s, region) for s in _spellings(name, more)]
            things += these
            # Lao and Khmer names are written as each paper hears them; a skeleton of a Vietnamese one says nothing.
            if country in ("LA", "KH") and kind == "province":
                skeletal += these
        return _Names(things, skeletal)

    @cached_property
    def _communes(self) -> _Names[Region]:
        things = []
        for row in _read(self.folders, "communes.csv"):
            code, kind, names, start, end, _ = row.cells
            things += [(n, Region(code[:2], code, kind, n, code, start, end)) for n in names.split("|") if n]
        return _Names(things, [])

    @cached_property
    def _gates(self) -> _Names[tuple[str, ...]]:
        things = []
        for row in _read(self.folders, "gates.csv"):
            names = {*_spellings(row.cells[1], row.cells[2]), *_spellings("", row.cells[8])} - {""}
            things += [(n, row.cells) for n in sorted(names)]
        return _Names(things, [])

    @cached_property
    def _treaties(self) -> dict[tuple[str, ...], list[Treaty]]:
        index: dict[tuple[str, ...], list[Treaty]] = {}
        for row in _read(self.folders, "treaties.csv"):
            id, name, kind, countries, signed, in_force, ended, aliases, _ = row.cells
            treaty = Treaty(id, name, kind, tuple(countries.split("|")), signed, in_force, ended)
            for key in {_words(s) for s in _spellings(name, aliases)}:
                index.setdefault(key, []).append(treaty)
        return index

    @cached_property
    def abbreviations(self) -> Mapping[str, str]:
        """Abbreviations written out: "BĐBP" → "Bộ đội Biên phòng"."""
        return {row.cells[0]: row.cells[1] for row in _read(self.folders, "abbreviations.csv")}

    def region(
        self, name: str, *, country: str | None = None, day: str | None = None, within: str | None = None
    ) -> Region | None:
        """The region that `name` names, with or without its level ("tỉnh Sơn La", "Sơn La", "TP. Buôn Ma Thuột").

        `country` (ISO 3166-1) and `within` (ISO 3166-2) narrow the choice; `day` (EDTF) prefers what was valid then.
        A name without its level is the province of that name, else what lies in one province only. Communes and
        wards are found with their level and a day after the reform of 1/7/2025 only: before, a name tells no province.
        None where no table has the name, or where it may stand for regions of several provinces.
        """
        day = _first_day(day)
        level = _LEVEL.match(name)
        if level is None or level[1].lower() in ("châu", "trấn"):
            found = _choose(self._regions.find(name), None, country, day, within)
            if found is not None or level is None:
                return found
        word, bare = level[1].lower(), name[level.end() :]
        kinds = _LEVELS[word]
        if word in ("xã", "phường", "đặc khu"):
            found = None if day is None else _choose(self._communes.find(bare), kinds, country, day, within, strict=True)
            if found is not None or word != "đặc khu":
                return found
        return _choose(self._regions.find(bare), kinds, country, day, within)

    def gate(
        self, name: str, *, country: str | None = None, region: str | None = None, day: str | None = None
    ) -> Gate | None:
        """The gate of that name, or with a counterpart of that name, as of `day` (EDTF; None: as of now).

        `country` is one of its two countries, `region` one of its two regions. None where no table has it, or where
        several gates have the name (Thanh Thủy, at the Chinese and at the Lao border).
        """
        first = _first_day(day)
        words = _GATE_WORDS.match(name)
        for rows in self._gates.find(name[words.end() :] if words else name):
            rows = [r for r in rows if country in (None, r[6][:2], r[9]) and region in (None, r[6], r[7], r[10])]
            if rows:
                if len({r[0] for r in rows}) > 1:
                    return None
                valid = [r for r in rows if first is not None and _valid(r[4], r[5], first)]
                return _gate((valid or rows)[-1], first)
        return None

    def treaty(
        self, name: str, countries: Iterable[str], *, signed: str | None = None, day: str | None = None
    ) -> Treaty | None:
        """The paper of that name between `countries` (ISO 3166-1), None where no table has it.

        A year in the name, or `signed` (EDTF), tells papers of one name apart; else the one in force on `day` (EDTF)
        is meant, without a day the latest.
        """
        wanted = set(countries)
        key = _words(name)
        found = [t for t in self._treaties.get(key, []) if set(t.countries) == wanted]
        years = {signed[:4]} if signed else set(regex.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", name))
        dated = [t for t in found if t.signed[:4] in years]
        if dated or signed:
            return dated[-1] if dated else None
        first = _first_day(day)
        if first is not None:
            found = [t for t in found if (t.in_force or t.signed) <= first] or found
            found = [t for t in found if not t.ended or first <= t.ended] or found
        return max(found, key=lambda t: t.signed, default=None)


def _choose(
    ladder: Iterator[list[Region]], kinds: frozenset[str] | None, country: str | None, day: str | None,
    within: str | None, *, strict: bool = False,
) -> Region | None:
    """The one region that is meant, from what each comparison finds; the first that finds any decides.

    `strict` takes only what is valid on the day; else what was valid on another day will do.
    """  # fmt: skip
    for found in ladder:
        found = [r for r in found if country in (None, r.country) and within in (None, r.code)]
        if kinds is not None:
            near = (_TOP if kinds & _TOP else frozenset()) | (_MIDDLE if kinds & _MIDDLE else frozenset())
            found = [r for r in found if r.kind in kinds] or [r for r in found if r.kind in near]
        if day is not None:
            valid = [r for r in found if _valid(r.valid_from, r.valid_to, day)]
            found = valid if strict else valid or found
        for tier in (("capital",), tuple(_TOP)) if kinds is None else ():
            found = [r for r in found if r.kind in tier] or found
        if found:
            return found[-1] if len({r.code for r in found}) == 1 else None
    return None


def _gate(cells: tuple[str, ...], day: str | None) -> Gate:
    """A row of the gates as of a day."""
    id, name, more, kind, _, _, region, region_2025, others, other_country, other_region, _ = cells
    there = _spellings("", others)[1:]
    region = region if day is not None and day < _MERGER else region_2025
    return Gate(
        id, name, kind, region[:2], region, there[0] if there else None, other_country, other_region,
        _spellings(name, more), there,
    )  # fmt: skip


# Words of a paper's name that papers leave out or put in freely, and its parties, which are compared by themselves.
_FREE = frozenset(
    "về và các của tại trên trong giữa việc năm hai ba nước việt nam lào trung quốc campuchia chdcnd cộng hòa dân chủ "
    "nhân dân xã hội chủ nghĩa hoàng gia vương quốc trung hoa".split()
)
_COUNTED = {"2": "hai", "3": "ba", "03": "ba", "02": "hai"}


def _words(name: str) -> tuple[str, ...]:
    """The words that identify a paper, sorted; of its numbers only one before "văn kiện" is one of them."""
    words = regex.findall(r"[\p{L}\p{M}\d]+", regex.sub(r"\([^)]*\)", " ", name.lower()))
    counted = [_COUNTED.get(w, w) for w, after in zip(words, words[1:], strict=False) if after == "văn"]
    return tuple(sorted([fold_name(w) for w in words if w not in _FREE and not w.isdecimal()] + counted))
