"""The commands that read articles: extract and explain."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Annotated

import typer

from ..errors import InputError, RuleError, UsageError
from ..fill.protocol import LLM
from ..fill.report import FillReport
from ..pipeline import Article, ExtractFailure, Extraction, Extractor
from .options import Format, LlmModel, LlmUrl, Paths, Published, model
from .output import folder_for, opened
from .read import Found, read_articles
from .saying import complain, fail
from .write import json_line, reason

__all__ = ["explain_command", "extract_command"]


def extract_command(
    paths: Paths,
    published: Published = None,
    format: Annotated[
        Format | None,
        typer.Option(help="Default: a table on a terminal, else (or with -o) JSON Lines.", show_default=False),
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, in UTF-8.")] = None,
    texts: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", show_default=False,
            help="Write the text that the offsets of a record count in, of a page the extracted one, to DIR/<id>.txt.",
        ),
    ] = None,
    llm_url: LlmUrl = None,
    llm_model: LlmModel = None,
    workers: Annotated[
        int,
        typer.Option(
            min=1, max=64,
            help="How many articles are read at once: by as many processes, or threads where a model is asked.",
        ),
    ] = 1,
) -> None:  # fmt: skip
    """Turn articles into records, in the order of the input.

    `json` is one array, `jsonl` one record a line, written as they are made.
    """
    run = Run(published, model(llm_url, llm_model), workers, folder_for(texts, paths))
    with opened(output, paths) as sink:
        if format is Format.table or (format is None and output is None and sink.isatty()):
            _write_tables(run, paths, sink)
        elif format is Format.json:
            _write_array(run, paths, sink)
        else:
            for _, done in run.articles(paths):
                sink.write(json_line(done.record))
                sink.flush()
    run.finish()


def explain_command(paths: Paths, published: Published = None) -> None:
    """Show a text with what was found marked, and the rule behind each mark."""
    from .explain import explain
    from .terminal import console_on

    run = Run(published)
    console = console_on(sys.stdout)
    for _, done in run.articles(paths):
        console.print(done.record.document.id, style="bold underline", soft_wrap=True)
        for line in explain(done.record, done.text):
            console.print(line, soft_wrap=not console.is_terminal)
    run.finish()


class Run:
    """Articles through one extractor, `workers` at a time; complaints go to standard error and are counted."""

    def __init__(
        self, published: str | None, llm: LLM | None = None, workers: int = 1, texts: Path | None = None
    ) -> None:  # fmt: skip
        self._published, self._workers, self._texts = published, workers, texts
        self._reports: list[FillReport] = []
        self.done = self.failed = 0
        try:
            self._extractor = Extractor(llm=llm)
            self._extractor.run("", published=published)
        except UsageError as e:
            raise typer.BadParameter(str(e), param_hint="--published") from e
        except RuleError as e:
            fail(str(e))

    def articles(self, paths: list[str]) -> Iterator[tuple[Found, Extraction]]:
        """Each article that can be read, with what was found in it."""
        for item, done in self._results(paths):
            if isinstance(done, str) or isinstance(item, InputError):
                self.failed += 1
                complain(str(done))
                continue
            self.done += 1
            for warning in done.warnings:
                typer.echo(f"warning: {item.where}: {warning}", err=True)
            if done.fill is not None:
                self._reports.append(done.fill)
            if self._texts is not None:
                self._keep(self._texts, done)
            yield item, done

    def _keep(self, folder: Path, done: Extraction) -> None:
        """Write the text of one article beside its record; a record whose text cannot be kept stands all the same."""
        name = f"{done.record.document.id}.txt"
        try:
            if name != Path(name).name or "\\" in name:
                raise OSError("its id is no file name")
            (folder / name).write_bytes(done.text.encode("utf-8"))
        except (OSError, ValueError) as e:
            self.failed += 1
            why = reason(e) if isinstance(e, OSError) else "its id is no file name"
            complain(f"{folder}: the text of {done.record.document.id!r} is not kept: {why}")

    def _results(self, paths: list[str]) -> Iterator[tuple[Found | InputError, Extraction | str]]:
        """Each article with what was found in it, or why nothing was, in the order of the input."""
        taken: deque[Found | InputError] = deque()

        def articles() -> Iterator[Article]:
            for item in read_articles(paths):
                taken.append(item)
                if isinstance(item, Found):
                    a = item.article
                    yield replace(a, published=self._published) if a.published is None else a

        for done in self._extractor.run_many(articles(), workers=self._workers, on_error="yield"):
            while isinstance(item := taken.popleft(), InputError):
                yield item, str(item)
            yield item, f"{item.where}: {done.reason}" if isinstance(done, ExtractFailure) else done
        yield from ((item, str(item)) for item in taken)

    def finish(self) -> None:
        """Tell what a language model did; exit 1 where something could not be read."""
        if self._reports:
            typer.echo(f"llm {FillReport.total(self._reports)}", err=True)
        if self.failed:
            raise typer.Exit(1)


def _write_tables(run: Run, paths: list[str], sink: IO[str]) -> None:
    """One block an article, then how many there were."""
    from .table import block
    from .terminal import console_on

    console = console_on(sink)
    talks = 0
    for _, done in run.articles(paths):
        console.print(block(done.record, console.width))
        talks += done.record.talk is not None
    failed = f" · {run.failed} not read" if run.failed else ""
    console.print(f"{run.done} article{'s' * (run.done != 1)} · {talks} with a talk{failed}", style="dim")


def _write_array(run: Run, paths: list[str], sink: IO[str]) -> None:
    """One JSON array, whatever the number of articles."""
    before = "[\n"
    for _, done in run.articles(paths):
        sink.write(before + done.record.model_dump_json(indent=2))
        before = ",\n"
    sink.write("[]\n" if before == "[\n" else "\n]\n")
