"""The marked data of this folder, read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
_MARK = re.compile(r'<m(?: edtf="(?P<edtf>[^"]+)")?(?P<lunar> lunar="true")?>(?P<text>[^<>]+)</m>')


class Expected(NamedTuple):
    """One marked date: where it stands in the text without marks, its value, whether it is lunar."""

    start: int
    end: int
    value: str
    lunar: bool


class Form(NamedTuple):
    """A text without its marks, the dates marked in it, the day of publication; `marked` is the text as written."""

    text: str
    expected: tuple[Expected, ...]
    published: str | None
    marked: str
    resolution: str | None = None


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text("utf-8"))


def read_marks(marked: str, published: str | None, group: dict[str, Any] | None = None) -> Form:
    out, found, at = "", [], 0
    for m in _MARK.finditer(marked):
        out += marked[at : m.start()]
        value, lunar = (m["edtf"], bool(m["lunar"])) if group is None else (group["edtf"], group.get("lunar", False))
        found.append(Expected(len(out), len(out) + len(m["text"]), value, lunar))
        out += m["text"]
        at = m.end()
    return Form(out + marked[at:], tuple(found), published, marked, group and group["resolution"])


def corpus() -> list[Form]:
    data = load("corpus.toml")
    return [
        read_marks(form, group.get("published", data["published"]) or None, group)
        for group in data["value"]
        for form in group["forms"]
    ]


def negatives() -> list[tuple[str, str]]:
    data = load("negatives.toml")
    return [(text, data["published"]) for kind in data["kind"] for text in kind["texts"]]


def sentences(name: str) -> list[Form]:
    return [read_marks(s["text"], s["published"]) for s in load(name)["sentence"]]


# The files of marked sentences, each with the least number that it holds.
SENTENCES = {"other_genres": 150, "more_sentences": 190, "new_genres": 60, "hunted_sentences": 170}


def all_sentences() -> list[Form]:
    return [form for name in SENTENCES for form in sentences(f"{name}.toml")]
