"""Pages of the docs that are made of the code and of measured figures: `{{ name }}` in a page becomes what is made.

Built with MkDocs (`make docs`); the tests hold that every name is known.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

ROOT = Path(__file__).parents[1]


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put in what is made."""
    return re.sub(r"^\{\{ (\w+) \}\}$", lambda m: MADE[m[1]](), markdown, flags=re.MULTILINE)


def fields() -> str:
    """Every part of the record, its fields, their types and closed lists, from the models."""
    from talkextract import record

    parts = [
        record.TalkRecord, record.Document, record.Talk, record.Place, record.Delegation, record.Person, record.Unit,
        record.Agreement, record.BorderPoint, record.Figure, record.Topic, record.DateEntry, record.Evidence,
    ]  # fmt: skip
    return "\n".join(_model(part) for part in parts)


def _model(model: type[BaseModel]) -> str:
    rows = [f"| `{name}` | {_type(f.annotation)} | {f.description or ''} |" for name, f in model.model_fields.items()]
    said = re.sub(r"\s+", " ", model.__doc__ or "").strip()
    return "\n".join([f"## {model.__name__}", "", said, "", "| field | type | |", "|---|---|---|", *rows, ""])


def _type(annotation: Any) -> str:
    """A type in words: closed lists label by label."""
    if get_origin(annotation) is Annotated:  # a text with a pattern, which its description names
        return _type(get_args(annotation)[0])
    if get_origin(annotation) is Literal:
        return " · ".join(f"`{label}`" for label in get_args(annotation))
    inner = [a for a in get_args(annotation) if a not in (type(None), Ellipsis)]
    if get_origin(annotation) is tuple:
        return f"list of {_type(inner[0])}"
    if type(None) in get_args(annotation):
        return f"{' or '.join(map(_type, inner))}, or null"
    if get_args(annotation) and not isinstance(annotation, type):
        return " or ".join(map(_type, inner))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    words = {str: "text", int: "whole number", float: "number"}
    return words.get(annotation, str(annotation))


def cli() -> str:
    """The help of every command."""
    import typer

    from talkextract.doors.cli import app

    def pages(command: Any, path: str) -> Iterator[str]:
        context = command.context_class(command, info_name=path, max_content_width=100, terminal_width=100)
        yield f"## {path}\n\n```text\n{command.get_help(context)}\n```\n"
        for name, below in getattr(command, "commands", {}).items():
            yield from pages(below, f"{path} {name}")

    return "\n".join(pages(typer.main.get_command(app), "talkextract"))


_FIGURE = re.compile(r'^"(?P<field>[^"]+)" = [\d.]+  # (?P<f1>[\d.]+): P (?P<p>[\d.]+) R (?P<r>[\d.]+)', re.MULTILINE)


def accuracy() -> str:
    """F1, precision and recall per field on each group of articles, from the figures of the last run."""
    text = (ROOT / "tests/corpus/floors.toml").read_text("utf-8")
    groups = list(tomllib.loads(text))
    figures: dict[str, dict[str, str]] = {}
    for group, body in zip(groups, re.split(r"^\[\w+\]$", text, flags=re.MULTILINE)[1:], strict=True):
        for m in _FIGURE.finditer(body):
            figures.setdefault(m["field"], {})[group] = f"{m['f1']} ({m['p']} / {m['r']})"
    head = [f"| field | {' | '.join(groups)} |", f"|---|{'---|' * len(groups)}"]
    return "\n".join(
        [*head, *(f"| `{f}` | {' | '.join(row.get(g, '') for g in groups)} |" for f, row in figures.items())]
    )


MADE: dict[str, Callable[[], str]] = {"fields": fields, "cli": cli, "accuracy": accuracy}
