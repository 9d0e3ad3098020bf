"""Rules: TOML files → checked `Rule` objects, with the variables of `vars.toml` put in.

A rule is data: what to look for, in which field, with the examples that prove it. Its keys:

* `id`       `<field>.<what>[.<variant>]`, unique; a later folder replaces a rule of the same id
* `field`    one of `mention.FIELDS`
* `needs`    lower-case literals; the pattern is tried only where one of them stands as words of its own, and must match
             from there (`'<count>'` stands for a number before a noun or sign ("2.480 lần"), `'<date>'` for one that
             may open a date ("24/4", "24 - 26/11"), `'<day>'` for a day or month of one, `'<line>'`
             for the first word of a line)
* `at`       `'line'`: the pattern is tried only where nothing but a space stands before it on its line; `'item'`:
             there, and behind the bar "|" of a row; without this key everywhere
* `open`     a pattern that must match at the place first, for quick refusals: rules that share it share the try; it
             takes no words, the pattern begins at the same place
* `pattern`  `regex` syntax with `{variables}`; it sees the `plain` view of one line; a group `span` narrows the mention
* `value`    the name of a normaliser (`values.NORMALISERS`), or `label`, a constant of a closed list; which of them a
             field takes, and which named groups its patterns must have, stands in `mention.FIELDS`
* `source`   where this form is seen or laid down
* `example`  at least two texts in which every mention is marked: `<m value=13>lần thứ XIII</m>`
* `counter`  at least one text in which the rule must find nothing; one at least holds one of `needs`

Patterns are compiled on first use, since to compile all of them takes some seconds; those of
the user's own folders are compiled when they are loaded, and so are the user's own tables read.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, get_args

import regex

from .errors import RuleError
from .limits import LimitedPattern, Pattern
from .mention import COUNTRY, FIELDS, VALUE_GROUPS, Span
from .offsets import View
from .patterns import compile_kept
from .tables.files import TABLES, read_table
from .values import NORMALISERS, OF_VALUE

__all__ = [
    "LAYERS", "Layer", "Marked", "Rule", "RuleSet", "load_rules", "parse_marked", "shipped_folder", "shipped_variable",
]  # fmt: skip

Layer = Literal["page", "content", "topics"]
LAYERS: Final[tuple[Layer, ...]] = get_args(Layer)

_KEYS = {"id", "field", "at", "needs", "open", "pattern", "value", "label", "source", "example", "counter"}
_AT = ("line", "item")
# The longest file of rules, in bytes, and the longest variable with all that is put into it, in characters: the shipped
# ones have at most 400,000 and 14,000.
_LONGEST = 10**7
_LONGEST_VARIABLE = 200_000
_DEEPEST = 50
_CLASSES = ("<count>", "<date>", "<day>", "<line>")
_VARIABLE = regex.compile(r"\{([a-z][a-z_]*)\}")
_COUNTRY = regex.compile(r"[A-Z]{2}")
_ID = regex.compile(r"[a-z][a-z_]*(?:\.[a-z0-9][a-z0-9_]*)+")
_MARK = regex.compile(r"<(?P<close>/)?m(?:\s+value=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^\s\">]+)))?>")


@dataclass(frozen=True)
class Rule:
    """One rule, checked; `order` is its place among all rules, `is_own` whether a user wrote it or a variable of it."""

    id: str
    field: str
    at: str | None
    needs: tuple[str, ...]
    open: str | None
    pattern: str
    value: str | None
    label: str | None
    source: str
    example: tuple[str, ...]
    counter: tuple[str, ...]
    file: str = attribute(compare=False)
    order: int = attribute(compare=False)
    is_own: bool = attribute(default=False, compare=False)

    @property
    def where(self) -> str:
        """File and id, for messages."""
        return f"{self.file}: rule {self.id}"

    def __getstate__(self) -> dict[str, Any]:
        """What goes to another process, compiled patterns too; a copy, since other threads may compile meanwhile."""
        return self.__dict__.copy()

    @cached_property
    def opening(self) -> Pattern | None:
        """The pattern that must match first, compiled on first use; None where there is none."""
        return None if self.open is None else self._compile(self.open, "open.")

    @cached_property
    def compiled(self) -> Pattern:
        """The pattern, compiled on first use; one of a user's own has a limit of time. Raises RuleError where it is
        none, lacks a group that is needed, or matches the empty text.
        """
        compiled = self._compile(self.pattern)
        lacking = self.lacks(compiled.groupindex)
        if lacking is not None:
            raise RuleError(
                f"{self.where}: the pattern must name what it finds: {lacking}; write (?P<name>…) around these words"
            )
        if compiled.match("", 0, 0) is not None:
            raise RuleError(f"{self.where}: the pattern matches the empty text; let it take one character at least")
        return compiled

    @cached_property
    def match(self) -> Callable[[str, int, int], regex.Match[str] | None]:
        """Match the pattern at a place, no further than an end: `compiled.match` at hand, called for every try."""
        return self.compiled.match

    def _compile(self, pattern: str, part: str = "") -> Pattern:
        try:
            compiled = regex.compile(pattern) if self.is_own else compile_kept(part + self.id, pattern)
        except (regex.error, RecursionError, OverflowError) as e:
            raise RuleError(f"{self.where}: the pattern does not compile: {e}; correct it") from e
        return LimitedPattern(compiled, self.where) if self.is_own else compiled

    def lacks(self, names: Collection[str]) -> str | None:
        """The named groups, in words, that a match with the groups `names` lacks to be read; None where it has all."""
        if self.value == "nothing":
            return None
        wanted = VALUE_GROUPS.get(self.value or "", frozenset[str]())
        return " and ".join(sorted(wanted.difference(names))) or FIELDS[self.field].lacks(names)

    @cached_property
    def spot(self) -> str | int:
        """The group that is the mention: `span` where the pattern has it, else the whole match."""
        return "span" if "span" in self.compiled.groupindex else 0

    @cached_property
    def is_whole(self) -> bool:
        """Whether the mention is always the whole match."""
        return self.spot == 0

    def span(self, m: regex.Match[str]) -> tuple[int, int]:
        """What of a match is the mention: the group `span` where it took part, else all of it."""
        span = m.span(self.spot)
        return span if span[0] >= 0 else m.span()

    @property
    def layer(self) -> Layer:
        """When the rule is matched: those of the page first, since they tell what is content; topics, of which only the
        first of each counts, apart from the rest.
        """
        return "page" if self.field.startswith("document.") else "topics" if self.field == "topics" else "content"

    @cached_property
    def _groups(self) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, str], ...]]:
        """The sets of groups of which one must take part in a match, and the pairs whose first needs the second; no
        set where a match needs no group.
        """
        if self.value == "nothing" or self.lacks(()) is None:
            return (), ()
        shape, names = FIELDS[self.field], frozenset(self.compiled.groupindex)
        always = VALUE_GROUPS.get(self.value or "", frozenset[str]())
        sets = (always | wanted for wanted in shape.groups or (frozenset[str](),))
        return tuple(tuple(sorted(s)) for s in sets if s <= names), tuple(p for p in shape.beside if p[0] in names)

    @cached_property
    def _is_shaped(self) -> bool:
        """Whether a match needs certain groups at all."""
        return bool(self._groups[0])

    @cached_property
    def constant(self) -> str | None:
        """The value of every match, where that is one label and no match is refused; None where `read` must tell."""
        return None if self._is_shaped else self.label

    @cached_property
    def _is_of_value(self) -> bool:
        """Whether the normaliser reads the group `value` alone."""
        return self.value in OF_VALUE

    def _fits(self, m: regex.Match[str]) -> bool:
        """Whether the groups took part in a match that the assembly needs. Loops, as they run for every match."""
        sets, beside = self._groups
        for one, other in beside:
            if m.start(one) >= 0 and m.start(other) < 0:
                return False
        for wanted in sets:
            for name in wanted:
                if m.start(name) < 0:
                    break
            else:
                return True
        return False

    def read(self, m: regex.Match[str]) -> object | None:
        """The value of a match; None where the normaliser refuses it, or a group that is needed took no part."""
        if self._is_shaped and not self._fits(m):
            return None
        if self.label is not None:
            return self.label
        normalise = NORMALISERS[self.value or ""]
        if self._is_of_value:  # to fill a dict of twenty groups takes 2 µs
            value = m["value"] if "value" in m.re.groupindex else None
            return normalise({"value": m[0] if value is None else value})
        groups = {k: v for k, v in m.groupdict().items() if v is not None}
        groups.setdefault("value", m[0])
        return normalise(groups)


class _Variable(NamedTuple):
    """What a variable stands for, and the file that says so, for messages."""

    text: str
    file: str


@dataclass(frozen=True)
class RuleSet:
    """All rules of one or more folders, in order, with the folders (for tables) and a hash of all that was read."""

    rules: tuple[Rule, ...]
    folders: tuple[Path, ...]
    digest: str


@dataclass(frozen=True)
class Marked:
    """An example: the text without its marks, and what the rule must find in it (span and value as a string)."""

    text: str
    expected: tuple[tuple[Span, str | None], ...]


def shipped_folder() -> Path:
    """The folder of the shipped rules: inside the installed package, else beside `src/` in a checkout."""
    package = Path(__file__).parent
    for folder in (package / "_rules", package.parent.parent / "rules"):
        if (folder / "vars.toml").is_file():
            return folder
    raise RuleError(
        f"the rules of talkextract are missing: neither {package / '_rules'} nor {package.parent.parent / 'rules'} "
        "holds a vars.toml; install the package again"
    )


def shipped_variable(file: str, name: str) -> str:
    """A variable of a shipped rule file that holds no other one, as it stands there."""
    path = shipped_folder() / file
    text = tomllib.loads(path.read_text("utf-8")).get("vars", {}).get(name)
    if not isinstance(text, str) or _VARIABLE.search(text):
        raise RuleError(f"{path}: no plain variable {name}; install the package again")
    return text


def parse_marked(text: str, where: str) -> Marked:
    """Read `<m value=…>…</m>` marks strictly.

    Raises RuleError for a mark that is not closed, not opened, nested, empty or unknown (`<x>`).
    """
    out: list[str] = []
    expected: list[tuple[Span, str | None]] = []
    at = length = 0
    opened: tuple[int, str | None] | None = None
    for tag in regex.finditer(r"</?[a-z][^>]*>?", text):
        m = _MARK.fullmatch(tag[0])
        if m is None:
            raise RuleError(f"{where}: {tag[0]!r} is no mark; marks are <m>…</m> and <m value=…>…</m>")
        out.append(text[at : tag.start()])
        length += tag.start() - at
        at = tag.end()
        if m["close"]:
            if opened is None or opened[0] == length:
                raise RuleError(f"{where}: a </m> without a <m>, or an empty mark, at character {tag.start()}")
            expected.append((Span(opened[0], length), opened[1]))
            opened = None
        elif opened is not None:
            raise RuleError(f"{where}: a mark inside a mark at character {tag.start()}")
        else:
            opened = (length, m["quoted"] if m["quoted"] is not None else m["bare"])
    if opened is not None:
        raise RuleError(f"{where}: a <m> that is not closed")
    out.append(text[at:])
    return Marked("".join(out), tuple(expected))


def load_rules(folders: Iterable[Path | str] = ()) -> RuleSet:
    """The shipped rules, overlaid by the rules of `folders` in order (same id: the later one counts).

    Raises RuleError, naming file and rule, for anything that is not a well-formed rule.
    """
    paths = (shipped_folder(), *(Path(f) for f in folders))
    digest = hashlib.sha256()
    variables: dict[str, _Variable] = {}
    raw: dict[str, tuple[dict[str, Any], Path]] = {}
    shipped: dict[str, _Variable] | None = None
    for folder in paths:
        if not folder.is_dir():
            raise RuleError(f"{folder}: no such folder of rules; name one that is there")
        files = sorted([*folder.glob("*.toml"), *folder.glob("*.csv")])
        if not files:
            raise RuleError(
                f"{folder}: no rules (*.toml) and no tables (*.csv) in this folder; name the one they are in"
            )
        if folder is not paths[0] and shipped is None:
            shipped = dict(variables)
        for path in files:
            data = _bytes_of(path, folder)
            digest.update(path.name.encode() + b"\0" + data)
            if path.suffix == ".toml":
                _read_file(path, data, variables, raw)
            elif folder is not paths[0]:
                _check_table(path, paths)
    solved = _solve(variables)
    changed = {name for name, text in _solve(shipped or variables).items() if text != solved[name]}
    rules = tuple(
        _build(entry, path.name, solved, order, path.parent != paths[0] or _uses(entry, changed))
        for order, (entry, path) in enumerate(raw.values())
    )
    for rule, (_, path) in zip(rules, raw.values(), strict=True):
        if path.parent != paths[0]:
            _ = rule.compiled, rule.opening
    return RuleSet(rules, paths, digest.hexdigest())


def _bytes_of(path: Path, folder: Path) -> bytes:
    """What stands in a file of a folder of rules. Raises RuleError for what is no file of this folder, or too long."""
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise RuleError(f"{path.name}: a link out of its folder; put the file itself there, or name its own folder")
        if not path.is_file():
            raise RuleError(f"{path.name}: not a regular file; remove it from the folder of rules")
        if (size := path.stat().st_size) > _LONGEST:
            raise RuleError(f"{path.name}: {size:,} bytes, where a file of rules has at most {_LONGEST:,}; split it")
        return path.read_bytes()
    except (OSError, RuntimeError) as e:  # a link to itself is the one or the other
        raise RuleError(f"{path.name}: cannot be read ({type(e).__name__}); make it a file that you may read") from e


def _check_table(path: Path, folders: Sequence[Path]) -> None:
    """Read a table of the user's own, with those it overlays: its errors are else met in the midst of an extraction."""
    if path.name not in TABLES:
        raise RuleError(f"{path.name}: no table has this name; the tables are {', '.join(TABLES)}")
    read_table(folders, path.name)


def _read_file(
    path: Path, data: bytes, variables: dict[str, _Variable], raw: dict[str, tuple[dict[str, Any], Path]]
) -> None:
    """Add one file's variables and rules."""
    try:
        content = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise RuleError(f"{path.name}: not a TOML file in UTF-8: {e}") from e
    except RecursionError as e:
        raise RuleError(
            f"{path.name}: lists or tables inside of each other, too deep; a rule has lists of texts"
        ) from e
    extra = set(content) - {"rule", "vars"}
    if extra:
        raise RuleError(f"{path.name}: unknown table {min(extra)!r}; a rule file holds [[rule]] and [vars]")
    own, entries = content.get("vars", {}), content.get("rule", [])
    if not isinstance(own, dict):
        raise RuleError(f"{path.name}: 'vars' must be a table; begin it with [vars]")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise RuleError(f"{path.name}: 'rule' must be a list of tables; begin each rule with [[rule]]")
    for name, text in own.items():
        if not isinstance(text, str):
            raise RuleError(f"{path.name}: variable {name!r} must be a text; write it as {name} = '…'")
        if not _VARIABLE.fullmatch(f"{{{name}}}"):
            raise RuleError(f"{path.name}: variable {name!r} can stand in no pattern; name it with a-z and _")
        variables[name] = _Variable(text, path.name)
    here: set[str] = set()
    for entry in entries:
        key = entry.get("id")
        if not isinstance(key, str) or not _ID.fullmatch(key):
            raise RuleError(f"{path.name}: rule id {key!r} is not of the form <field>.<what>; write 'talk.round.mine'")
        if key in here:
            raise RuleError(f"{path.name}: rule {key} stands twice; give one of them another id, or drop it")
        here.add(key)
        raw[key] = (entry, path)


def _solve(variables: Mapping[str, _Variable]) -> dict[str, str]:
    """Every variable with the variables inside it put in. Raises RuleError for a circle, or too much."""
    solved: dict[str, str] = {}

    def value(name: str, above: tuple[str, ...]) -> str:
        where = f"{variables[above[-1] if above else name].file}: variable {above[0] if above else name}"
        if len(above) > _DEEPEST:
            raise RuleError(f"{where} holds variables inside of each other, more than {_DEEPEST} deep; cut them")
        if name in above:
            raise RuleError(f"{where}: {' → '.join([*above, name])} is a circle; take one out of the other")
        if name not in variables:
            raise RuleError(f"{where}: no vars table has {{{name}}}; define it under [vars], or correct the name")
        if name not in solved:
            solved[name] = _VARIABLE.sub(lambda m: f"(?:{value(m[1], (*above, name))})", variables[name].text)
            if len(solved[name]) > _LONGEST_VARIABLE:
                raise RuleError(
                    f"{variables[name].file}: variable {name}, with what is put into it, is longer than "
                    f"{_LONGEST_VARIABLE:,} characters; cut it"
                )
        return solved[name]

    for name in variables:
        value(name, ())
    return solved


def _check_value(entry: Mapping[str, Any], where: str) -> None:
    """Refuse a normaliser or a label with which the assembly could do nothing."""
    field: str = entry["field"]
    shape = FIELDS[field]
    if "value" in entry:
        name = entry["value"]
        if not isinstance(name, str) or name not in NORMALISERS:
            raise RuleError(f"{where}: unknown normaliser {name!r}; there are {', '.join(sorted(NORMALISERS))}")
        if name not in (*shape.values, "nothing"):
            fitting = f"'value' may be {', '.join((*shape.values, 'nothing'))}"
            labels = "; a 'label' is what it needs" if shape.labels else ""
            raise RuleError(f"{where}: the normaliser {name!r} does not fit the field {field}: {fitting}{labels}")
        return
    label: object = entry["label"]
    if not isinstance(label, str) or not label:
        raise RuleError(f"{where}: 'label' must be a text")
    if not shape.labels:
        raise RuleError(f"{where}: the field {field} takes no 'label'; 'value' may be {', '.join(shape.values)}")
    if isinstance(shape.labels, str):
        fits, expected = shape.labels != COUNTRY or _COUNTRY.fullmatch(label) is not None, shape.labels
    else:
        fits, expected = label in shape.labels, "one of " + ", ".join(shape.labels)
    if not fits:
        raise RuleError(f"{where}: {label!r} is no label of the field {field}; write {expected}")


def _check_needs(needs: Iterable[str], where: str) -> None:
    """Refuse literals that stand nowhere in a text."""
    for need in needs:
        if need != need.lower():
            raise RuleError(f"{where}: {need!r} in 'needs' must be in lower case")
        if not View(need).folded.strip():
            raise RuleError(f"{where}: a text of 'needs' is blank; write words, a sign, or a class such as '<count>'")
        if need.startswith("<") and need.endswith(">") and need not in _CLASSES:
            raise RuleError(f"{where}: {need!r} in 'needs' is no class of literals; there are {', '.join(_CLASSES)}")


def _uses(entry: Mapping[str, Any], names: Collection[str]) -> bool:
    """Whether the patterns of a rule hold one of some variables."""
    return bool(names) and any(
        m[1] in names for k in ("open", "pattern") for m in _VARIABLE.finditer(str(entry.get(k)))
    )


def _build(entry: dict[str, Any], file: str, variables: Mapping[str, str], order: int, is_own: bool) -> Rule:
    """Check one rule and build it."""
    where = f"{file}: rule {entry['id']}"
    extra = set(entry) - _KEYS
    if extra:
        raise RuleError(f"{where}: unknown key {min(extra)!r}; the keys are {', '.join(sorted(_KEYS))}")
    for key in ("field", "pattern", "source", *({"open"} & set(entry))):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise RuleError(f"{where}: {key!r} must be a text")
    for key, least in (("needs", 1), ("example", 2), ("counter", 1)):
        items = entry.get(key)
        if not isinstance(items, list) or len(items) < least or not all(isinstance(x, str) and x for x in items):
            raise RuleError(f"{where}: {key!r} must be a list of at least {least} text(s)")
    if entry["field"] not in FIELDS:
        raise RuleError(f"{where}: unknown field {entry['field']!r}; the fields are {', '.join(sorted(FIELDS))}")
    if ("value" in entry) == ("label" in entry):
        raise RuleError(f"{where}: exactly one of 'value' (a normaliser) and 'label' (a constant) is needed")
    if entry.get("at", "line") not in _AT:
        raise RuleError(f"{where}: 'at' must be {' or '.join(map(repr, _AT))}, or left out, not {entry['at']!r}")
    _check_value(entry, where)
    _check_needs(entry["needs"], where)

    def put(m: regex.Match[str]) -> str:
        if m[1] not in variables:
            raise RuleError(f"{where}: no vars table has {{{m[1]}}}; define it under [vars], or correct the name")
        return f"(?:{variables[m[1]]})"

    opening, pattern = (_VARIABLE.sub(put, entry[key]) if key in entry else None for key in ("open", "pattern"))
    return Rule(
        entry["id"], entry["field"], entry.get("at"), tuple(entry["needs"]), opening, pattern or "", entry.get("value"),
        entry.get("label"), entry["source"], tuple(entry["example"]), tuple(entry["counter"]), file, order,
        is_own,
    )  # fmt: skip
