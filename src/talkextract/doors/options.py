"""The options that several commands share, and what becomes of them."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated

import typer

from ..errors import UsageError
from ..fill.protocol import LLM

__all__ = ["Format", "LlmModel", "LlmUrl", "Paths", "Published", "model", "named"]


def named(paths: list[str] | None) -> list[str] | None:
    """The paths as given; an empty one, which would be the current folder, is wrong usage."""
    if paths and "" in paths:
        raise typer.BadParameter("a path is empty; write . for the current folder")
    return paths


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…", show_default=False, callback=named,
        help="A .txt file or a saved page, .html or .htm (the stem is the id), a folder of them, a .jsonl, .jsonl.gz, "
        ".csv or .parquet file, or - for one text on standard input.",
    ),
]  # fmt: skip
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication (ISO 8601) of every article that brings none of its own."),
]


LlmUrl = Annotated[
    str | None,
    typer.Option(
        metavar="URL", show_default=False,
        help="Ask a language model for what the rules missed: what stands before /chat/completions of its server. "
        "Its key is read from the environment: TALKEXTRACT_API_KEY.",
    ),
]  # fmt: skip
LlmModel = Annotated[
    str | None, typer.Option(metavar="NAME", help="The model, as its server calls it.", show_default=False)
]


class Format(StrEnum):
    """How records are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


def model(url: str | None, name: str | None, tries: int = 4) -> LLM | None:
    """The client of a language model; None where none is named."""
    if url is None and name is None:
        return None
    if url is None or name is None:
        raise typer.BadParameter("name both the server and the model", param_hint="--llm-url and --llm-model")
    from ..fill.http import HttpLLM

    try:
        key = os.environ.get("TALKEXTRACT_API_KEY") or None
        return HttpLLM(base_url=url, model=name, api_key=key, tries=tries)
    except UsageError as e:
        raise typer.BadParameter(str(e), param_hint="--llm-url") from e
