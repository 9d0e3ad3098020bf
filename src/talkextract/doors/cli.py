"""The command line `talkextract`.

Exit codes: 0 all is well; 1 something could not be read, a rule is wrong, a score is too low (in words on standard
error, after the rest is done); 2 wrong usage.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated, NoReturn

import typer

from .corpora import batch_command, cluster_command, export_command
from .extracting import explain_command, extract_command
from .measuring import check_command, diff_command, doctor_command, evaluate_command, report_command
from .review import apply_command, page_command
from .saying import complain
from .write import reason

__all__ = ["main"]

app = typer.Typer(
    no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None,
    help="Vietnamese news articles about border talks → typed, grounded records.",
    epilog="Exit codes: 0 all is well; 1 something could not be read, a rule is wrong or a score too low (in words on "
    "standard error, after the rest is done); 2 wrong usage.",
)  # fmt: skip
rules_app = typer.Typer(name="rules", no_args_is_help=True, help="Work with rules.")
corrections_app = typer.Typer(name="corrections", no_args_is_help=True, help="Work with what was marked in a report.")
app.add_typer(rules_app)
app.add_typer(corrections_app)


def main() -> None:
    """Run the command line; a reader that goes away (`… | head`) ends it quietly, what cannot be written in words."""
    # None is how Python says that a shell closed it (`>&-`); a stream that fails says so where it is used
    if sys.stdout is None:
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


# The group of each command, its name, what it does in a few words, and an example.
_COMMANDS: tuple[tuple[typer.Typer, str, Callable[..., None], str, str], ...] = (
    (app, "extract", extract_command, "Turn articles into records.", "articles/ -o records.jsonl"),
    (app, "explain", explain_command, "Show a text with its marks and rules.", "article.txt"),
    (app, "batch", batch_command, "A corpus into shards; survives being killed.", "articles.jsonl.gz out --workers 2"),
    (app, "export", export_command, "Records as tables: Parquet, DuckDB, CSV.", "records.jsonl -o records.duckdb"),
    (app, "cluster", cluster_command, "Put together records of one event.", "records.jsonl -o events.jsonl"),
    (app, "report", page_command, "Make a page to read and review.", "records.jsonl --texts articles -o report.html"),
    (app, "evaluate", evaluate_command, "Score records against gold.", "gold records.jsonl --errors"),
    (app, "diff", diff_command, "What one run gains over another.", "old.jsonl new.jsonl"),
    (app, "doctor", doctor_command, "What is installed, and whether it works.", ""),
    (rules_app, "check", check_command, "Run the examples of every rule.", "my_rules"),
    (rules_app, "report", report_command, "How often rules fire and are right.", "gold texts"),
    (corrections_app, "apply", apply_command, "Make gold of a review.", "corrections.jsonl records.jsonl -o gold"),
)
for _group, _name, _command, _short, _example in _COMMANDS:
    _words = " ".join(filter(None, ("talkextract", _group.info.name, _name, _example)))
    _group.command(_name, short_help=_short, epilog=f"Example: {_words}")(_command)
