"""Shards: the records of a fixed range of articles, written whole by the process that made them.

Beside each shard stands, until the run is complete, its account: what was counted, what went wrong, and the hash of
each file. A shard is done where all of that is there, and is what was written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..articles import Extraction
from ..errors import InputError, TalkextractError
from ..extras import load
from ..many import extract_alone
from ..pipeline import Extractor
from .read import Found, id_of, resolve
from .write import digest, durable, json_line, reason

__all__ = ["Account", "Job", "Shard", "are_as_written", "read_one", "write_shard"]


@dataclass(frozen=True)
class Job:
    """What all shards of a run share: where they go, how, the day of publication of articles without one, and whether
    the texts are kept: in a column of Parquet, in a file beside JSON Lines.
    """

    folder: Path
    format: str
    published: str | None = None
    keep_text: bool = False

    def shard(self, number: int) -> Path:
        """The file of a shard."""
        return self.folder / f"part-{number:05}.{self.format}"

    def account(self, number: int) -> Path:
        """The file of its account."""
        return self.folder / f".part-{number:05}.json"

    def texts(self, number: int) -> Path | None:
        """The file of its texts, None where there is none of its own."""
        return self.folder / f"texts-{number:05}.jsonl" if self.keep_text and self.format == "jsonl" else None

    def files(self, number: int) -> list[Path]:
        """What is left of a shard when the run is complete."""
        return [self.shard(number), *filter(None, [self.texts(number)])]

    def is_done(self, number: int) -> bool:
        """Whether a shard is there, with its account, and as it was written."""
        try:
            account = json.loads(self.account(number).read_bytes())
            return are_as_written(self.folder, account["sha256"])
        except (OSError, ValueError, KeyError, TypeError):
            return False


@dataclass(frozen=True)
class Shard:
    """A range of the input: its number, the position of its first item, and the items."""

    job: Job
    number: int
    first: int
    items: tuple[Found | Path | InputError, ...]


@dataclass(frozen=True)
class Account:
    """What a shard, or some, hold: records, those with a talk, the gaps of these, and what gave no record."""

    records: int = 0
    talks: int = 0
    gaps: int = 0
    errors: int = 0

    def __add__(self, other: Account) -> Account:
        return Account(*(a + b for a, b in zip(vars(self).values(), vars(other).values(), strict=True)))


def write_shard(extractor: Extractor, shard: Shard) -> Account:
    """Read the articles of a shard, and write it and its account. Raises TalkextractError where it cannot."""
    done: list[Extraction] = []
    errors: list[dict[str, Any]] = []
    for position, item in enumerate(shard.items, shard.first):
        read = read_one(extractor, (item, shard.job.published))
        if isinstance(read, Extraction):
            done.append(read)
        else:
            errors.append({"id": read[0], "position": position, "reason": read[1]})
    records = [d.record for d in done]
    account = Account(
        len(done), sum(r.talk is not None for r in records), sum(len(r.gaps) for r in records), len(errors)
    )
    target, texts = shard.job.shard(shard.number), shard.job.texts(shard.number)
    try:
        if texts is not None:
            with durable(texts) as draft, draft.open("w", encoding="utf-8", newline="\n") as sink:
                sink.writelines(_text_line(d) for d in done)
        with durable(target) as draft:
            _write(done, draft, shard.job)
        with durable(shard.job.account(shard.number)) as draft:
            hashes = {path.name: digest(path) for path in shard.job.files(shard.number)}
            draft.write_text(
                json.dumps({**vars(account), "sha256": hashes, "what": errors}, ensure_ascii=False), "utf-8"
            )
    except OSError as e:
        raise TalkextractError(f"cannot write {target}: {reason(e)}") from e
    return account


def _write(done: list[Extraction], draft: Path, job: Job) -> None:
    """Write records in one of the formats."""
    if job.format == "jsonl":
        with draft.open("w", encoding="utf-8", newline="\n") as sink:
            sink.writelines(json_line(d.record) for d in done)
        return
    arrow = load("talkextract.arrow", "tables")
    arrow.write_parquet(arrow.to_arrow(done, keep_text=job.keep_text).to_batches(), draft)


def _text_line(done: Extraction) -> str:
    """What the offsets of a record count in, as a line of articles."""
    return json.dumps({"id": done.record.document.id, "text": done.text}, ensure_ascii=False) + "\n"


def are_as_written(folder: Path, sha256: Mapping[str, str]) -> bool:
    """Whether files of a folder are there, each with its hash."""
    with suppress(OSError):
        return all(digest(folder / name) == was for name, was in sha256.items())
    return False


def read_one(
    extractor: Extractor, given: tuple[Found | Path | InputError, str | None]
) -> Extraction | tuple[str | None, str]:
    """What is read in one item, with the day of publication of articles that bring none; else its id, and why not."""
    item, published = given
    found = resolve(item)
    if isinstance(found, InputError):
        return (id_of(item) if isinstance(item, Path) else found.id), str(found)
    article = found.article
    if article.published is None:
        article = replace(article, published=published)
    read = extract_alone(extractor, article)
    return (article.id, f"{found.where}: {read}") if isinstance(read, TalkextractError) else read
