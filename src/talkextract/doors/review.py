"""The commands of a review: a page of a run's records, and gold records of what was marked in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from ..display.marks import marks_of
from ..errors import InputError, RuleError, UsageError
from ..record import TalkRecord
from ..rules import load_rules
from ..tables import Tables
from .golds import read_predictions
from .read import read_json_lines, read_text
from .references import loose_ends
from .saying import complain, fail
from .write import reason

__all__ = ["apply_command", "page_command"]

Records = Annotated[Path, typer.Argument(metavar="RECORDS.jsonl", help="One record a line.", show_default=False)]


def page_command(
    records: Records,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE.html", help="Write the page here.", show_default=False)
    ],
    texts: Annotated[Path | None, typer.Option(metavar="DIR", help="The articles, DIR/<id>.txt.")] = None,
    errors: Annotated[
        Path | None, typer.Option(metavar="ERRORS.jsonl", help="What a batch could not read, to be listed.")
    ] = None,
) -> None:
    """Make one page of a run's records: filter, search, read with marks, review.

    It holds everything itself and loads nothing. What is marked in it is downloaded as corrections.jsonl.
    """
    from .report import page

    try:
        found, problems = _records(records)
        given, missing = _texts(texts, found)
        html = page(found.values(), given, _errors(errors), Tables(load_rules().folders))
    except (InputError, RuleError, UsageError) as e:
        fail(str(e))
    _write(output, html)
    for problem in (*problems, *missing):
        complain(str(problem))
    if problems or missing:
        raise typer.Exit(1)


def apply_command(
    corrections: Annotated[
        Path, typer.Argument(metavar="CORRECTIONS.jsonl", help="As the report gives it.", show_default=False)
    ],
    records: Records,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="GOLD_DIR", help="Write the gold here.", show_default=False)
    ],
) -> None:
    """Make gold records, <id>.json, of the reviewed articles: the records with their corrections.

    An article counts as reviewed where its reader said so in the report; of the others nothing is written, and they are
    named. `talkextract evaluate GOLD_DIR RECORDS.jsonl` scores against them.
    """
    from .corrections import corrected, gold_of, read_correction

    by_id: dict[str, list[dict[str, object]]] = {}
    try:
        found, problems = _records(records)
        for item in read_json_lines(corrections):
            if isinstance(item, InputError):
                problems.append(item)
                continue
            where, value = item
            line = read_correction(value, where)
            by_id.setdefault(line["id"], []).append(line)
    except InputError as e:
        fail(str(e))
    except OSError as e:
        fail(f"{corrections}: {reason(e)}")
    written = 0
    for name, lines in by_id.items():
        try:
            if name not in found:
                raise InputError(f"{corrections}: {records} has no record {name!r}")
            if not any(line["verdict"] == "reviewed" for line in lines):
                raise InputError(f"{name}: has marks but was not said to be reviewed; nothing is written of it")
            path = output / f"{_file_name(name)}.json"
            made = corrected(found[name], lines)
            gold = gold_of(made, found[name].document.published)
        except InputError as e:
            problems.append(e)
            continue
        _write(path, gold)
        written += 1
        _note_loose_ends(found[name], made)
    for problem in problems:
        complain(str(problem))
    typer.echo(f"{written} gold record{'s' * (written != 1)} in {output}")
    if problems:
        raise typer.Exit(1)


def _note_loose_ends(record: TalkRecord, made: TalkRecord) -> None:
    """Name what a review made point at nothing: its gold is written all the same."""
    known = {end.value for end in loose_ends(record)}
    for end in loose_ends(made):
        if end.value not in known:
            said = f"{end.path} is {end.value!r}, but no item of {end.part} has that name; add it, or correct its name"
            typer.echo(f"note: {record.document.id}: {said}", err=True)


def _records(path: Path) -> tuple[dict[str, TalkRecord], list[InputError]]:
    """The records of a file by id, and what is wrong with its other lines."""
    rows, problems = read_predictions(path)
    records = {}
    for name, row in rows.items():
        try:
            records[name] = TalkRecord.model_validate(row)
        except ValidationError as e:
            wrong = e.errors()[0]
            place = ".".join(map(str, wrong["loc"]))
            problems.append(InputError(f"{path}: {name}: no record of this version: {place}: {wrong['msg'].lower()}"))
    return records, problems


def _texts(folder: Path | None, records: dict[str, TalkRecord]) -> tuple[dict[str, str], list[InputError]]:
    """The texts that belong to records, and why another has none. A record without one is shown without its text."""
    texts: dict[str, str] = {}
    problems: list[InputError] = []
    if folder is None:
        return texts, problems
    for name, record in records.items():
        try:
            text = read_text(folder / f"{_file_name(name)}.txt")
            marks_of(record, text)  # refuses the text of another record
            texts[name] = text
        except (InputError, UsageError) as e:
            problems.append(InputError(str(e)))
        except OSError as e:
            problems.append(InputError(f"{folder / name}.txt: {reason(e)}"))
    return texts, problems


def _errors(path: Path | None) -> list[dict[str, str | None]]:
    """The id and reason of what a batch could not read."""
    if path is None:
        return []
    out = []
    try:
        for item in read_json_lines(path):
            value = item[1] if not isinstance(item, InputError) else None
            if not isinstance(value, dict) or not isinstance(value.get("reason"), str):
                raise InputError(f'{path}: a line is {{"id": "…", "reason": "…"}}, as a batch writes it')
            out.append({"id": value.get("id"), "reason": value["reason"]})
    except OSError as e:
        raise InputError(f"{path}: {reason(e)}") from e
    return out


def _file_name(name: str) -> str:
    """An id as the name of a file; one that would lead elsewhere is refused."""
    if "/" in name or "\\" in name or name in (".", "..") or "\0" in name:
        raise InputError(f"the id {name!r} cannot be the name of a file")
    return name


def _write(path: Path, content: str) -> None:
    """Write a whole file, or say in words why not."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8", newline="\n")
    except OSError as e:
        fail(f"cannot write to {path}: {reason(e)}")
