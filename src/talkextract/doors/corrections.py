"""What a reader marked in the report → gold records.

A line of `corrections.jsonl` is `{"id", "path", "verdict", "value", "correction"?}`: a path of the record as
`people[0].rank`, and one of the verdicts `right`, `wrong` (the value is dropped, with it an item that cannot be without
it), `corrected` (it is replaced; what was empty is filled), `added` (`people[+]`, or `talk[+]` where none was found: a
new item, `correction` gives its fields; `people[0].roles[+]`: one more word; a number behind the + tells several apart)
or, with an empty path, `reviewed`: what is not marked is right. Only articles that were reviewed become gold.

What is typed is read as `forms` says. Where a person or unit is named anew, or dropped, what names it follows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from ..errors import InputError
from ..record import Person, TalkRecord, Unit, gaps_of
from .forms import form_of
from .references import references

__all__ = ["Correction", "corrected", "gold_of", "read_correction"]

VERDICTS = ("right", "wrong", "corrected", "added", "reviewed")
_STEP = re.compile(r"\.?([a-z_]+)|\[(\d+)\]")
_ADDED = re.compile(r"([a-z_.\[\]\d]+)\[\+\d*\]")

# Stands where a value was wrong, until the tree is rebuilt without it: indices stay those of the record till then.
_DROPPED: Final = object()

Correction = dict[str, Any]


def read_correction(value: object, where: str) -> Correction:
    """One line of the file, checked. Raises InputError, naming `where`."""
    if not isinstance(value, dict) or not all(isinstance(value.get(k), str) for k in ("id", "path", "verdict")):
        raise InputError(f'{where}: a line is {{"id": "…", "path": "…", "verdict": "…", "correction": …}}')
    if value["verdict"] not in VERDICTS:
        raise InputError(f"{where}: the verdict {value['verdict']!r} is none of {', '.join(VERDICTS)}")
    if value["verdict"] in ("corrected", "added") and "correction" not in value:
        raise InputError(f"{where}: a value that is {value['verdict']} needs a correction")
    return value


def corrected(record: TalkRecord, corrections: Iterable[Correction]) -> TalkRecord:
    """The record with its corrections, without evidence.

    Raises InputError where a path leads nowhere, where the value that was judged is not the record's (it was extracted
    anew since), where what was typed cannot be read, where two marks contradict each other, or where what comes out is
    no record.
    """
    name = record.document.id
    out = _without(record.model_dump(mode="json"), {"evidence"})
    added: list[tuple[str, Any]] = []
    right: set[str] = set()
    for c in corrections:
        if c["verdict"] == "added":
            place = _ADDED.fullmatch(c["path"])
            part = place[1] if place else ""
            if isinstance(out.get(part), list) or (part == "talk" and out["talk"] is None):
                added.append((part, _item(part, c["correction"], name)))
            else:
                _one_more(out, part, c, name)
        elif c["verdict"] != "reviewed":
            _judge(out, c, name)
            if c["verdict"] == "right":
                right.add(c["path"])
    _follow(out, record, added, right)
    out = _pruned(out, TalkRecord)
    if out is _DROPPED:
        raise InputError(f"{name}: the id of a record cannot be wrong")
    for part, item in added:
        if part == "talk":
            out[part] = item
        else:
            out[part].append(item)
    try:
        made: TalkRecord = TalkRecord.model_validate(out)
    except ValidationError as e:
        wrong = e.errors()[0]
        where = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in wrong["loc"]).lstrip(".")
        raise InputError(f"{name}: corrected, {where} is {wrong['input']!r}: {wrong['msg'].lower()}") from e
    return made.model_copy(update={"gaps": gaps_of(made.talk, made.delegations)})


def gold_of(record: TalkRecord, published: str | None) -> str:
    """The gold file of a record: JSON without what gold leaves out, and what a caller passed."""
    data = _without(record.model_dump(mode="json", exclude={"schema_version": True, "document": {"url"}}), {"evidence"})
    for part in ("units", "border_points", "agreements"):
        data[part] = [_without(item, {"id"}) for item in data[part]]
    data["topics"] = [topic["topic"] for topic in data["topics"]]
    return json.dumps({**data, "given": {"published": published}}, ensure_ascii=False, indent=2) + "\n"


def _judge(out: dict[str, Any], c: Correction, name: str) -> None:
    """Hold the value that was judged against the record's; take it away where it is wrong, else correct it."""
    path = c["path"]
    node, last = _found(out, path, name)
    have = node[last]
    if isinstance(have, dict | list):
        raise InputError(f"{name}: {path} holds several values; mark them one by one, as people[0].rank")
    if have != c.get("value"):
        raise InputError(
            f"{name}: {path} was judged as {c.get('value')!r}, but the record says {have!r}; correct the records that "
            "the report was made of"
        )
    if c["verdict"] == "wrong":
        node[last] = _DROPPED
    elif c["verdict"] == "corrected":
        node[last] = _typed(path, c["correction"], name)


def _one_more(out: dict[str, Any], path: str, c: Correction, name: str) -> None:
    """A word at the end of a list of words that an item has."""
    words: Any = None
    if path:
        node, last = _found(out, path, name)
        words = node[last]
    if not isinstance(words, list) or not isinstance(c["correction"], str):
        raise InputError(f"{name}: {c['path']!r} is no list that takes this item, as people[+] or people[0].roles[+]")
    words.append(_typed(path, c["correction"], name))


def _found(out: dict[str, Any], path: str, name: str) -> tuple[Any, str | int]:
    """The object or list that holds what stands at a path, and its place there."""
    if not path or _STEP.sub("", path):
        raise InputError(f"{name}: {path!r} is no path of a record, as people[0].rank")
    *way, last = [int(number) if number else key for key, number in _STEP.findall(path)]
    node: Any = out
    try:
        for step in way:
            node = node[step]
        if isinstance(node, str):  # of a word no letter is judged
            raise KeyError(path)
        node[last]
    except (KeyError, IndexError, TypeError) as e:
        raise InputError(f"{name}: the record has no {path}; was it extracted anew since the review?") from e
    return node, last


def _typed(path: str, value: Any, name: str) -> Any:
    """A value as it was typed: nothing is null, a place has its name, numbers and dates are written as in papers."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not text:
        return None
    if path.endswith("place"):
        return {"name": text}
    form = form_of(path)
    if form is None:
        return text
    read = form.read(text)
    if read is None:
        raise InputError(f"{name}: {path} cannot be {text!r}; write {form.says}")
    return read


def _follow(out: dict[str, Any], record: TalkRecord, added: list[tuple[str, Any]], right: set[str]) -> None:
    """Let what names a person or unit follow where that was named anew, and go where it went."""
    becomes: dict[str, dict[str, Any]] = {}
    for part, model in (("people", Person), ("units", Unit)):
        new = [_DROPPED if _pruned(item, model) is _DROPPED else item["name"] for item in out[part]]
        there = [*new, *(item.get("name") for to, item in added if to == part)]
        old = [item.name for item in getattr(record, part)]
        becomes[part] = {a: b for a, b in zip(old, new, strict=True) if a not in there}
    for r in references(out):
        if not isinstance(r.value, str) or r.value not in becomes[r.part]:
            continue
        now = becomes[r.part][r.value]
        if now is _DROPPED and r.path in right:
            raise InputError(
                f"{record.document.id}: {r.path} was judged right, but the item of {r.part} that it names wrong; take "
                "one of the two marks back"
            )
        r.node[r.key] = now


def _pruned(node: Any, model: type[BaseModel] | None) -> Any:
    """A tree without what was dropped: a list loses the item, an object the value, or itself where it needs it."""
    if isinstance(node, list):
        return [kept for item in node if (kept := _pruned(item, model)) is not _DROPPED]
    if not isinstance(node, dict) or model is None:
        return node
    out = {}
    for name, value in node.items():
        field = model.model_fields[name]
        kept = _pruned(value, _model_of(field))
        if kept is _DROPPED and field.is_required():
            return _DROPPED
        out[name] = None if kept is _DROPPED else kept
    return out


def _model_of(field: FieldInfo) -> type[BaseModel] | None:
    """The model that a field, an optional one or a list holds; None for plain values."""
    inside = (field.annotation, *get_args(field.annotation))
    return next((a for a in inside if isinstance(a, type) and issubclass(a, BaseModel)), None)


def _item(part: str, item: Any, name: str) -> Any:
    """A new item as it was typed: lists are divided by semicolons, empty fields left out."""
    if not isinstance(item, dict):
        raise InputError(f"{name}: a new item of {part} is an object with its fields, not {type(item).__name__}")
    many = {"delegations": ("units",), "people": ("roles",), "agreements": ("countries",)}.get(part, ())
    return {
        key: [_typed(f"{part}.{key}", x, name) for x in value.split(";") if x.strip()]
        if key in many and isinstance(value, str)
        else _typed(f"{part}.{key}", value, name)
        for key, value in item.items()
        if value not in ("", None)
    }


def _without(node: Any, keys: set[str]) -> Any:
    """A tree of JSON without some keys, wherever they stand."""
    if isinstance(node, list):
        return [_without(item, keys) for item in node]
    if isinstance(node, dict):
        return {key: _without(value, keys) for key, value in node.items() if key not in keys}
    return node
