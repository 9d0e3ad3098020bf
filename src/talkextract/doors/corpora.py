"""The commands for many articles and their records: batch, export and cluster."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..errors import InputError, TalkextractError, UsageError
from ..pipeline import Extractor
from ..record import TalkRecord
from ..workers import cores
from .options import Format, Published
from .output import opened, same
from .saying import complain, fail
from .write import json_line, reason

__all__ = ["batch_command", "cluster_command", "export_command"]


class ShardFormat(StrEnum):
    """How shards are written."""

    parquet = "parquet"
    jsonl = "jsonl"


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


def export_command(
    records: Annotated[
        Path, typer.Argument(
            metavar="RECORDS", show_default=False,
            help="A .jsonl or .parquet file of records, or the OUT_DIR of batch.",
        ),
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
    if same(records, output):
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


def cluster_command(
    records: Annotated[
        list[Path],
        typer.Argument(
            metavar="RECORDS",
            help="Files of records, .jsonl or .parquet, or the OUT_DIR of batch.",
            show_default=False,
        ),
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
    with opened(output, [str(path) for path in records]) as sink:
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
