"""Records of a run as one page: filter, search, read with marks, correct; a timeline, who meets whom, the borders.

The page holds everything itself and loads nothing from elsewhere; its parts lie in `page/`.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from itertools import product
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..display.marks import KINDS, Mark, marks_of
from ..display.style import STYLE
from ..record import TalkRecord
from ..tables import Tables
from ..tables.files import read_table
from .forms import form_of
from .references import REFERENCES

__all__ = ["page"]

_UNSHOWN = {"evidence"}


def page(
    records: Iterable[TalkRecord], texts: Mapping[str, str], errors: Sequence[Mapping[str, str | None]], tables: Tables
) -> str:
    """The page of `records`, with the texts of those that have one by id, and `id` and `reason` of what failed.

    Raises UsageError where a text is not the article of its record.
    """
    sources: dict[str, int] = {}
    articles = [_article(record, texts.get(record.document.id), sources) for record in records]
    seen = {code for a in articles for code in a["provinces"]} | {
        code for a in articles for p in a["pairs"] for code in p
    }
    data = {
        "articles": articles, "sources": list(sources), "errors": list(errors), "borders": _borders(tables),
        "regions": _region_names(tables, seen), "kinds": KINDS, **_shape(),
    }  # fmt: skip
    body = _embedded(data)
    run = hashlib.sha256(body.encode()).hexdigest()[:12]
    parts = {
        "/*STYLE*/": _part("report.css") + STYLE,
        "/*SCRIPT*/": _part("report.js"),
        "/*DATA*/": body[:-1] + f',"run":"{run}"}}',
    }
    html = _part("report.html")
    for place, content in parts.items():
        html = html.replace(place, content)
    return html


def _part(name: str) -> str:
    return (files(__package__) / "page" / name).read_text("utf-8")


def _embedded(data: object) -> str:
    """JSON that no HTML parser takes for markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _article(record: TalkRecord, text: str | None, sources: dict[str, int]) -> dict[str, Any]:
    """What the page knows of one article; offsets count UTF-16 units, as those of its script do."""
    marks = marks_of(record, text) if text is not None else []
    offset = _utf16(text or "")
    regions = {unit.name: unit.region for unit in record.units}
    sides = {side.country: [r for name in side.units if (r := regions.get(name))] for side in record.delegations}
    others = [region for country, those in sides.items() if country != "VN" for region in those]
    place = record.talk.place.region if record.talk and record.talk.place else None
    return {
        "record": record.model_dump(mode="json", exclude={"schema_version": True, **_NO_EVIDENCE}),
        "text": text,
        "provinces": sorted({*filter(None, regions.values()), *([place] if place else [])}),
        "pairs": sorted(set(product(sides.get("VN", []), others))),
        "marks": [_mark(mark, offset, sources) for mark in marks],
    }


# `evidence` of every part, and of the places in it.
_NO_EVIDENCE: dict[str, Any] = {
    "document": _UNSHOWN,
    "talk": {"evidence": True, "place": _UNSHOWN},
    "other_talks": {"__all__": {"evidence": True, "place": _UNSHOWN}},
    **{part: {"__all__": _UNSHOWN} for part in KINDS if part not in ("document", "talk", "other_talks")},
}


def _mark(mark: Mark, offset: Sequence[int], sources: dict[str, int]) -> list[object]:
    """Start, end, the paths and rules that rest on it, and the part that gives it its colour."""
    over = [[g.path, sources.setdefault(g.evidence.source, len(sources))] for g in mark.grounds]
    return [_moved(mark.start, offset), _moved(mark.end, offset), over, mark.part]


def _utf16(text: str) -> list[int]:
    """The offsets of the characters that take two UTF-16 units."""
    return [i for i, c in enumerate(text) if c > "\uffff"]


def _moved(at: int, wide: Sequence[int]) -> int:
    return at + bisect_left(wide, at)


def _region_names(tables: Tables, codes: Iterable[str]) -> dict[str, str]:
    """The province of each code, by its latest name."""
    names = {}
    for row in read_table(tables.folders, "regions.csv"):
        _, code, kind, name, *_ = row.cells
        if kind in ("province", "municipality", "capital", "autonomous_region"):
            names[code] = name
    return {code: names[code] for code in sorted(codes) if code in names}


def _borders(tables: Tables) -> list[dict[str, Any]]:
    """Each border with its provinces and their gates, in the order of the table: along the border."""
    borders: dict[str, dict[str, dict[str, dict[str, str]]]] = {}
    for row in read_table(tables.folders, "gates.csv"):
        key, name, _, kind, _, _, region, _, counterparts, country, _, _ = row.cells
        gates = borders.setdefault(country, {}).setdefault(region, {})
        gates[key] = {"id": key, "name": name, "kind": kind, "counterpart": counterparts.split("|")[0]}
    names = _region_names(tables, {region for provinces in borders.values() for region in provinces})
    return [
        {
            "country": country,
            "provinces": [
                {"region": region, "name": names.get(region, region), "gates": list(gates.values())}
                for region, gates in provinces.items()
            ],
        }
        for country, provinces in borders.items()
    ]


def _shape() -> dict[str, Any]:
    """The fields of each part, the parts that are lists, and by path the closed lists, the fields that an item cannot
    be without, those of many words, the forms of others, and those that name an item: what a correction may say.
    """
    fields: dict[str, list[str]] = {}
    lists: list[str] = []
    choices: dict[str, list[str]] = {}
    required: list[str] = []
    words: list[str] = []
    forms: dict[str, tuple[str, str]] = {}
    for part in KINDS:
        model, many = _model_of(TalkRecord.model_fields[part])
        if many:
            lists.append(part)
        given = {name: f for name, f in model.model_fields.items() if name not in ("evidence", "id")}
        fields[part] = list(given)
        for name, field in given.items():
            path = f"{part}{'[]' * many}.{name}"
            of_words = get_origin(field.annotation) is tuple
            if closed := _closed(field.annotation):
                choices[path + "[]" * of_words] = closed
            if field.is_required():
                required.append(path)
            if of_words:
                words.append(path)
            if form := form_of(path):
                forms[path + "[]" * of_words] = (form.pattern, form.says)
    return {
        "fields": fields, "lists": lists, "choices": choices, "required": required, "many": words, "forms": forms,
        "references": REFERENCES,
    }  # fmt: skip


def _model_of(field: FieldInfo) -> tuple[type[BaseModel], bool]:
    """The model of one part of the record, and whether the part is a list of them."""
    models = [
        a for a in (field.annotation, *get_args(field.annotation)) if isinstance(a, type) and issubclass(a, BaseModel)
    ]
    return models[0], get_origin(field.annotation) is tuple


def _closed(annotation: object) -> list[str]:
    """The labels of a closed list, of its optional form and of a tuple of it; [] for anything else."""
    for one in (annotation, *get_args(annotation)):
        if get_origin(one) is Literal:
            return list(get_args(one))
    return []
