"""The command line `talkextract`.

Exit codes: 0 all is well; 1 something could not be read, a rule is wrong, a score is too low (in words on standard
error, after the rest is done); 2 wrong usage.
"""

from __future__ import annotations

import errno
import os
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from os.path import realpath
from pathlib import Path
from typing import IO, Annotated, NoReturn

import typer

from ..errors import InputError, RuleError, TalkextractError, UsageError
from ..fill.protocol import LLM
from ..fill.report import FillReport
from ..match import check_rule
from ..pipeline import Article, ExtractFailure, Extraction, Extractor
from ..record import TalkRecord
from ..rules import load_rules
from ..tables.files import TABLES, read_table
from ..workers import cores
from .read import STDIN, Found, files_of, is_article_file, read_articles
from .review import apply_command, page_command
from .saying import complain, fail
from .write import json_line, reason

__all__ = ["main"]

app = typer.Typer(
    no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None,
    help="Vietnamese news articles about border talks → typed, grounded records.",
    epilog="Exit codes: 0 all is well; 1 something could not be read, a rule is wrong or a score too low (in words on "
    "standard error, after the rest is done); 2 wrong usage.",
)  # fmt: skip
rules_app = typer.Typer(no_args_is_help=True, help="Work with rules.")
app.add_typer(rules_app, name="rules")
corrections_app = typer.Typer(no_args_is_help=True, help="Work with what was marked in a report.")
app.add_typer(corrections_app, name="corrections")


def _named(paths: list[str] | None) -> list[str] | None:
    """The paths as given; an empty one, which would be the current folder, is wrong usage."""
    if paths and "" in paths:
        raise typer.BadParameter("a path is empty; write . for the current folder")
    return paths


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…", show_default=False, callback=_named,
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


class ShardFormat(StrEnum):
    """How shards are written."""

    parquet = "parquet"
    jsonl = "jsonl"


def main() -> None:
    """Run the command line; a reader that goes away (`… | head`) ends it quietly, what cannot be written in words."""
    if (
        sys.stdout is None
    ):  # as Python says that a shell closed it (`>&-`); a stream that fails says so where it is used
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a shell without a UTF-8 locale still gets the article's letters
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            app(prog_name="talkextract")
        finally:
            sys.stdout.flush()  # here, where a failure can still be told
    except OSError as e:
        _end(e)


def _end(e: OSError) -> NoReturn:
    """Exit 1 with an error that no command has met: mostly, standard output cannot be written to."""
    with suppress(OSError):  # standard error may be full too
        if e.errno != errno.EPIPE:
            why = "it is closed" if e.errno == errno.EBADF else reason(e)
            complain(f"{e.filename or 'cannot write to standard output'}: {why}")
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # what is left to write is let go, else Python complains of it when it ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(1)


def _show_version(wanted: bool) -> None:
    if wanted:
        try:
            typer.echo(f"talkextract {version('talkextract')}")
        except PackageNotFoundError:
            typer.echo("talkextract, from a checkout that is not installed")
        raise typer.Exit


@app.callback()
def _root(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Hold what stands before the name of a command."""


@app.command(
    "extract",
    short_help="Turn articles into records.",
    epilog="Example: talkextract extract articles/ -o records.jsonl",
)
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
    run = _Run(published, _model(llm_url, llm_model), workers, _folder_for(texts, paths))
    with _opened(output, paths) as sink:
        if format is Format.table or (format is None and output is None and sink.isatty()):
            _write_tables(run, paths, sink)
        elif format is Format.json:
            _write_array(run, paths, sink)
        else:
            for _, done in run.articles(paths):
                sink.write(json_line(done.record))
                sink.flush()
    run.finish()


@app.command(
    "batch", short_help="A corpus into shards; survives being killed.",
    epilog="Example: talkextract batch articles.jsonl.gz records --workers 2",
)  # fmt: skip
def batch_command(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="IN", show_default=False,
            help="A .jsonl, .jsonl.gz, .csv or .parquet file of articles (id, text, published, url), or a folder of "
            ".txt files and saved pages.",
        ),
    ],
    folder: Annotated[
        Path, typer.Argument(metavar="OUT_DIR", help="Where the shards go: a new or empty folder.", show_default=False)
    ],
    workers: Annotated[
        int | None,
        typer.Option(min=1, max=1024, help="How many processes read at once.", show_default="one per core"),
    ] = None,
    shard_size: Annotated[int, typer.Option(min=1, metavar="N", help="How many articles a shard is made of.")] = 1000,
    format: Annotated[
        ShardFormat, typer.Option(help="Parquet of the nested schema, or JSON Lines.")
    ] = ShardFormat.parquet,
    published: Published = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that broke off.")] = False,
    force: Annotated[
        bool,
        typer.Option("--force", help="Throw away what an earlier run wrote there; with --resume, if it does not fit."),
    ] = False,
) -> None:  # fmt: skip
    """Turn a corpus into shards of records, by several processes; what is killed is gone on with by --resume.

    OUT_DIR gets part-00000.parquet and so on, errors.jsonl (what gave no record) and manifest.json. Whatever the number
    of workers, and wherever a run broke off, the same articles give the same bytes.
    """
    from .batch import ERRORS, run_batch
    from .counted import Counted

    shown = Counted()
    try:
        with shown:
            total = run_batch(
                Extractor(), source, folder, workers=cores() if workers is None else workers, shard_size=shard_size,
                format=format.value, published=published, resume=resume, force=force, begin=shown.begin,
            )  # fmt: skip
    except UsageError as e:
        raise typer.BadParameter(str(e)) from e
    except KeyboardInterrupt:
        complain(f"stopped; {shown.left()} go on with --resume")
        raise typer.Exit(130) from None
    except TalkextractError as e:
        complain(str(e))
        if shown.begun:
            complain(f"{shown.left()} once that is mended, go on with --resume")
        raise typer.Exit(1) from None
    failed = f" · {total.errors} not read, see {folder / ERRORS}" if total.errors else ""
    typer.echo(f"{total.records} record{'s' * (total.records != 1)} · {total.talks} with a talk{failed}")
    if total.errors:
        raise typer.Exit(1)


@app.command(
    "explain", short_help="Show a text with its marks and rules.", epilog="Example: talkextract explain article.txt"
)
def explain_command(paths: Paths, published: Published = None) -> None:
    """Show a text with what was found marked, and the rule behind each mark."""
    from .explain import explain
    from .terminal import console_on

    run = _Run(published)
    console = console_on(sys.stdout)
    for _, done in run.articles(paths):
        console.print(done.record.document.id, style="bold underline", soft_wrap=True)
        for line in explain(done.record, done.text):
            console.print(line, soft_wrap=not console.is_terminal)
    run.finish()


@rules_app.command(
    "check", short_help="Run the examples of every rule.", epilog="Example: talkextract rules check my_rules"
)
def check_command(
    folders: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FOLDER…]", help="Folders that overlay the shipped rules.", show_default=False, callback=_named
        ),
    ] = None,
) -> None:
    """Run every example and counter-example of every rule, the shipped ones overlaid by those of FOLDER; read every
    table.
    """
    try:
        found = load_rules(folders or ())
        for table in TABLES:
            read_table(found.folders, table)
    except RuleError as e:
        fail(str(e))
    rules = found.rules
    problems = [problem for rule in rules for problem in check_rule(rule)]
    for problem in problems:
        complain(problem)
    examples, counters = sum(len(r.example) for r in rules), sum(len(r.counter) for r in rules)
    verdict = f"{len(problems)} wrong" if problems else "all as marked"
    files = len({r.file for r in rules})
    typer.echo(
        f"{len(rules)} rules of {files} files, {examples} examples, {counters} counter-examples, {len(TABLES)} tables: "
        f"{verdict}"
    )
    if problems:
        raise typer.Exit(1)


@rules_app.command(
    "report", short_help="How often rules fire and are right.", epilog="Example: talkextract rules report gold texts"
)
def report_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="One JSON file a record.", show_default=False)],
    texts: Annotated[Path, typer.Argument(metavar="TEXTS_DIR", help="Their articles, <id>.txt.", show_default=False)],
    rules: Annotated[
        list[str] | None,
        typer.Option("--rules", metavar="FOLDER", help="A folder that overlays the shipped rules.", show_default=False),
    ] = None,
) -> None:
    """Print for each rule how often it fires on articles with gold records, how many values rest on it, and how many of
    these are right.
    """
    from .golds import read_gold, read_texts
    from .rules_report import lines_of, measure

    try:
        truth = read_gold(gold)
        firings = measure(Extractor(rules=rules or ()), truth, read_texts(texts, truth))
    except (InputError, RuleError) as e:
        fail(str(e))
    for line in lines_of(firings):
        typer.echo(line)


@app.command(
    "evaluate",
    short_help="Score records against gold.",
    epilog="Example: talkextract evaluate gold records.jsonl --errors --texts articles",
)
def evaluate_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="One JSON file a record.", show_default=False)],
    predictions: Annotated[
        Path, typer.Argument(metavar="PREDICTIONS.jsonl", help="One record a line.", show_default=False)
    ],
    errors: Annotated[bool, typer.Option("--errors", help="List what is missed and what is wrong.")] = False,
    texts: Annotated[Path | None, typer.Option(metavar="DIR", help="Check the grounding against DIR/<id>.txt.")] = None,
    min_core: Annotated[float, typer.Option(help="Fail where the F1 of core is lower.")] = 0.0,
    min_full: Annotated[float, typer.Option(help="Fail where the F1 of full is lower.")] = 0.0,
) -> None:
    """Print precision, recall and F1 of predicted records per field (* marks core fields)."""
    from .evaluate import evaluate, lines_of
    from .golds import read_gold, read_predictions, read_texts

    try:
        truth = read_gold(gold)
        predicted, problems = read_predictions(predictions)
        report = evaluate(truth, predicted, read_texts(texts, truth.keys() & predicted.keys()) if texts else None)
    except InputError as e:
        fail(str(e))
    for line in lines_of(report, errors=errors):
        typer.echo(line)
    for problem in problems:
        complain(str(problem))
    if problems or report.ungrounded or report.core.f1 < min_core or report.full.f1 < min_full:
        raise typer.Exit(1)


@app.command(
    "export", short_help="Records as tables: Parquet, DuckDB, CSV.",
    epilog="Example: talkextract export records.jsonl -o records.duckdb",
)  # fmt: skip
def export_command(
    records: Annotated[
        Path, typer.Argument(metavar="RECORDS", help="A .jsonl or .parquet file of records.", show_default=False)
    ],
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="OUT", show_default=False,
            help="A .parquet or .jsonl file (whole records), a .duckdb file (flat tables), or a new folder (the same "
            "tables as CSV files).",
        ),
    ],
) -> None:  # fmt: skip
    """Turn records into tables for pandas, polars, R, SQL or a spreadsheet; docs/tables.md has their columns."""
    if _same(records, output):
        raise typer.BadParameter(f"{output} is the file that is read; write to another one", param_hint="-o")
    try:
        from .export import check_target, export
    except UsageError as e:  # pyarrow is missing
        fail(str(e))
    try:
        check_target(output)
    except UsageError as e:
        raise typer.BadParameter(str(e), param_hint="-o") from e
    try:
        problems = export(records, output)
    except (InputError, UsageError) as e:
        fail(str(e))
    except OSError as e:
        fail(f"{e.filename or output}: {reason(e)}")
    for problem in problems:
        complain(str(problem))
    if problems:
        raise typer.Exit(1)


@app.command(
    "diff", short_help="What one run gains over another.", epilog="Example: talkextract diff old.jsonl new.jsonl"
)
def diff_command(
    old: Annotated[Path, typer.Argument(metavar="OLD.jsonl", help="Records of one run.", show_default=False)],
    new: Annotated[
        Path, typer.Argument(metavar="NEW.jsonl", help="Records of another run of the articles.", show_default=False)
    ],
) -> None:
    """Print what NEW gains (+), loses (-) and changes (~) against OLD, with offsets, then the counts per field."""
    from .diff import diff, lines_of
    from .golds import read_predictions

    try:
        (before, lost), (after, more) = read_predictions(old), read_predictions(new)
        lines = list(lines_of(diff(before, after)))
    except InputError as e:
        fail(str(e))
    for line in lines:
        typer.echo(line)
    for problem in (*lost, *more):
        complain(str(problem))
    if lost or more:
        raise typer.Exit(1)


@app.command(
    "doctor",
    short_help="What is installed, and whether it works.",
    epilog="Example: talkextract doctor --llm-url http://127.0.0.1:8080/v1 --llm-model gemma",
)
def doctor_command(llm_url: LlmUrl = None, llm_model: LlmModel = None) -> None:
    """Say what is installed and whether it works: releases, rules, tables, spaCy, a model's server."""
    from .doctor import examine

    well = True
    for what, says, good in examine(_model(llm_url, llm_model, tries=1)):
        well = well and good is not False
        typer.echo(f"{_VERDICTS[good]:5} {what:16} {says}")
    if not well:
        raise typer.Exit(1)


_VERDICTS = {True: "ok", False: "WRONG", None: "-"}

app.command(
    "report", short_help="Make one page of a run, to read and review.",
    epilog="Example: talkextract report records.jsonl --texts articles -o report.html",
)(page_command)  # fmt: skip
corrections_app.command(
    "apply", short_help="Make gold records of a review.",
    epilog="Example: talkextract corrections apply corrections.jsonl records.jsonl -o gold",
)(apply_command)  # fmt: skip


@app.command(
    "cluster", short_help="Put together records of one event.",
    epilog="Example: talkextract cluster records.jsonl -o events.jsonl",
)  # fmt: skip
def cluster_command(
    records: Annotated[
        list[Path],
        typer.Argument(metavar="RECORDS.jsonl…", help="Records, one a line.", show_default=False),
    ],
    format: Annotated[
        Format | None,
        typer.Option(help="Default: a table on a terminal, else (or with -o) JSON Lines.", show_default=False),
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, in UTF-8.")] = None,
) -> None:
    """Put together the records of one event, told by several papers or printed twice.

    `jsonl` is one event a line: its documents, what they say together, with the evidence of each, and what they say
    differently. What could be of two events is joined to neither, and named on standard error.
    """
    from ..cluster import cluster_talks
    from .events import events_table, read_records
    from .terminal import console_on

    good: list[TalkRecord] = []
    failed = False
    with _opened(output, [str(path) for path in records]) as sink:
        for item in read_records(records):
            if isinstance(item, InputError):
                failed = True
                complain(str(item))
            else:
                good.append(item)
        found = cluster_talks(good)
        if format is Format.table or (format is None and output is None and sink.isatty()):
            console_on(sink).print(events_table(found.events))
        elif format is Format.json:
            sink.write(found.model_dump_json(indent=2) + "\n")
        else:
            sink.writelines(map(json_line, found.events))
    for apart in found.apart:
        one, other = apart.candidates
        typer.echo(
            f"warning: {apart.document} is joined to neither {one} nor {other}, though it agrees with both: "
            f"{apart.reason}", err=True,
        )  # fmt: skip
    several = sum(len(event.documents) > 1 for event in found.events)
    counts = f"{len(good)} records: {len(found.events)} events, {several} of them told more than once"
    typer.echo(f"{counts}; {len(found.without_talk)} records without a talk", err=True)
    if failed:
        raise typer.Exit(1)


def _model(url: str | None, name: str | None, tries: int = 4) -> LLM | None:
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


class _Run:
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


def _write_tables(run: _Run, paths: list[str], sink: IO[str]) -> None:
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


def _write_array(run: _Run, paths: list[str], sink: IO[str]) -> None:
    """One JSON array, whatever the number of articles."""
    before = "[\n"
    for _, done in run.articles(paths):
        sink.write(before + done.record.model_dump_json(indent=2))
        before = ",\n"
    sink.write("[]\n" if before == "[\n" else "\n]\n")


@contextmanager
def _opened(output: Path | None, paths: list[str]) -> Iterator[IO[str]]:
    """Where to write: the file `output`, else standard output. What cannot be written to is wrong usage."""
    if output is None:
        yield sys.stdout
        return
    hint = "-o"
    for path in paths:
        if _is_input(output, path):
            raise typer.BadParameter(
                f"{output} is one of the files that {path} names, and an article may be lost; write to another file",
                param_hint=hint,
            )
    try:
        sink = output.open("w", encoding="utf-8", newline="\n")
    except OSError as e:
        raise typer.BadParameter(f"cannot write to {output}: {reason(e)}", param_hint=hint) from e
    try:
        with sink:
            yield sink
    except OSError as e:  # of the writing: what cannot be read has been told before
        if e.errno == errno.EPIPE:
            raise
        fail(f"cannot write to {output}: {reason(e)}")


def _folder_for(texts: Path | None, paths: list[str]) -> Path | None:
    """The folder for texts, made where it is not there. One that articles are read from is wrong usage."""
    if texts is None:
        return None
    if any(_same(texts, Path(path)) or _same(texts, Path(path).parent) for path in paths if path != STDIN):
        raise typer.BadParameter(f"{texts} holds articles that are read; write to another folder", param_hint="--texts")
    try:
        texts.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise typer.BadParameter(f"cannot make {texts}: {reason(e)}", param_hint="--texts") from e
    return texts


def _is_input(output: Path, path: str) -> bool:
    """Whether what is written to `output` would be read from `path`: it is that file, or an article of that folder,
    now or once it is written.
    """
    source = Path("/dev/stdin" if path == STDIN else path)
    try:
        if source.is_dir():
            made = any(_same(p.parent, source) for p in (output, Path(realpath(output))) if is_article_file(p))
            return made or any(_same(output, p) for p in files_of(source))
        return (path != STDIN or source.is_file()) and _same(output, source)  # one terminal may serve both ways
    except (OSError, ValueError):
        return False  # what cannot be looked at cannot be read either, which is said when it is its turn


def _same(a: Path, b: Path) -> bool:
    """Whether two paths lead to one file or folder, be it there (by links too) or not yet."""
    try:
        return realpath(a) == realpath(b) or a.samefile(b)
    except OSError:
        return False  # one of them is not there, and they do not lead to one place
