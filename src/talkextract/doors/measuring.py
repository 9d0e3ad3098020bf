"""The commands that look at rules, records and the installation: rules check, rules report, evaluate, diff, doctor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..errors import InputError, RuleError
from ..match import check_rule
from ..pipeline import Extractor
from ..rules import load_rules
from ..tables.files import TABLES, read_table
from .options import LlmModel, LlmUrl, model, named
from .saying import complain, fail

__all__ = ["check_command", "diff_command", "doctor_command", "evaluate_command", "report_command"]

_VERDICTS = {True: "ok", False: "WRONG", None: "-"}


def check_command(
    folders: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FOLDER…]", help="Folders that overlay the shipped rules.", show_default=False, callback=named
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


def doctor_command(llm_url: LlmUrl = None, llm_model: LlmModel = None) -> None:
    """Say what is installed and whether it works: releases, rules, tables, spaCy, a model's server."""
    from .doctor import examine

    well = True
    for what, says, good in examine(model(llm_url, llm_model, tries=1)):
        well = well and good is not False
        typer.echo(f"{_VERDICTS[good]:5} {what:16} {says}")
    if not well:
        raise typer.Exit(1)
