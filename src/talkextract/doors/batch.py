"""A corpus → a folder of shards, by several processes, in a run that may be killed at any moment and gone on with.

The folder holds, once the run is complete, `part-00000.parquet` and its like, `errors.jsonl` (an article a line that
gave no record: id, position in the input, reason) and `manifest.json`. A shard is a fixed range of the input, so that
what is written does not depend on the number of workers, nor on where a run broke off.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from typing import Any

from ..errors import InputError, TalkextractError, UsageError
from ..extras import load
from ..pipeline import Extractor
from ..workers import Processes, WorkerLostError, at_once
from .manifest import check_same, is_complete, read_manifest, write_manifest
from .read import parse_json, read_path, read_text
from .shards import Account, Job, Shard, are_as_written, read_one, write_shard
from .survey import Survey, survey
from .write import durable, reason

__all__ = ["ERRORS", "run_batch"]

ERRORS = "errors.jsonl"
DRAFTS = ".*.part"  # as `whole` names them
# What is called with the number of items done, and what came of them.
_Told = Callable[[int, Account], None]


def run_batch(
    extractor: Extractor, source: Path, folder: Path, *, workers: int = 1, shard_size: int = 1000,
    format: str = "parquet", published: str | None = None, resume: bool = False, force: bool = False,
    begin: Callable[[int], _Told] = lambda _: lambda *_: None,
) -> Account:  # fmt: skip
    """Write the records of all articles of `source` to `folder`, and give the account of the whole.

    `begin` is called with the number of items, and gives what is told of each shard that is done, those of an earlier
    run first. `resume` goes on with a run that was begun here, `force` throws away what an earlier run wrote and begins
    anew (with `resume` only where it cannot be gone on with). Raises InputError where `source` cannot be read,
    UsageError where `folder` is not fit for the run, TalkextractError where it cannot be written to; all shards that
    are done stand, and `resume` takes them up.
    """
    if format == "parquet":
        load("pyarrow", "tables")  # here, not in every process
    extractor.run("", published=published)  # a date that is none is refused before anything is written
    found = survey(source)
    terms = _terms(source, found, extractor, published=published, format=format, shard_size=shard_size)
    job = Job(folder, format, published, found.pages)
    with _held(folder):
        if not _prepare(folder, terms, resume=resume, force=force):
            return _account_of(read_manifest(folder) or {})
        count = -(-found.items // shard_size)
        tell = begin(found.items)
        for number in filter(job.is_done, range(count)):
            tell(min(shard_size, found.items - number * shard_size), _account_of(_read_account(job, number)))
        for shard, account in _written(extractor, _shards(source, job, shard_size, found), workers):
            tell(len(shard.items), account)
        return _finish(job, count, terms)


def _terms(source: Path, found: Survey, extractor: Extractor, **given: object) -> dict[str, object]:
    """What a run is of: to go on with it, all of this must be the same."""
    try:
        release = version("talkextract")
    except PackageNotFoundError:
        release = "not installed"
    what = {"files": found.files, "bytes": found.size, "sha256": found.sha256, "articles": found.items}
    return {"talkextract": release, "rules": extractor.rules_hash, "input": {"name": source.name, **what}, **given}


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """The folder, made where it is not there, and held against other runs. Raises UsageError where it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise UsageError(f"cannot make the folder {folder}: {reason(e)}") from e
    if os.name != "posix":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as e:
            raise UsageError(f"{folder}: another run writes here; wait for its end, or name another folder") from e
        except OSError:
            pass  # a file system without locks
        yield
    finally:
        os.close(handle)


def _prepare(folder: Path, terms: dict[str, object], *, resume: bool, force: bool) -> bool:
    """Make the folder ready; False where a run that is complete stands there already."""
    manifest = read_manifest(folder)
    if manifest is None and any(not path.match(DRAFTS) for path in folder.iterdir()):
        raise UsageError(f"{folder}: not empty, and no run of talkextract batch; name an empty folder")
    _sweep(folder, DRAFTS)  # what a killed run was at
    if manifest is not None and not resume and not force:
        raise UsageError(f"{folder}: holds a run already; go on with it by --resume, or begin anew with --force")
    if manifest is not None and resume:
        try:
            check_same(manifest, terms, folder)
        except UsageError:
            if not force:
                raise
        else:
            if is_complete(manifest, folder) and all(are_as_written(folder, s["sha256"]) for s in manifest["shards"]):
                _sweep(folder, ".part-*.json")
                return False
            return True
    try:
        # accounts first, the manifest last: where this breaks off, no shard of the old run passes for one of the new
        _sweep(folder, ".part-*.json", "part-*.parquet", "part-*.jsonl", "texts-*.jsonl", ERRORS)
        write_manifest(folder, terms)
    except OSError as e:
        raise _no_writing(folder, e) from e
    return True


def _sweep(folder: Path, *patterns: str) -> None:
    """Remove files of ours."""
    for pattern in patterns:
        for path in folder.glob(pattern):
            path.unlink(missing_ok=True)  # a worker of a killed run takes its own draft away


def _no_writing(folder: Path, e: OSError) -> TalkextractError:
    return TalkextractError(f"cannot write to {folder}: {reason(e)}")


def _shards(source: Path, job: Job, size: int, found: Survey) -> Iterator[Shard]:
    """The shards that are not done yet, with their items; an item whose id came before is what is wrong with it."""
    items = enumerate(read_path(str(source)))
    number = count = 0
    while some := list(islice(items, size)):
        if not job.is_done(number):
            yield Shard(job, number, count, tuple(found.repeated.get(i, item) for i, item in some))
        number += 1
        count += len(some)
    if count != found.items:
        raise InputError(f"{source}: changed while it was read; begin anew with --force")


def _written(extractor: Extractor, shards: Iterator[Shard], workers: int) -> Iterator[tuple[Shard, Account]]:
    """Each shard, once it is written by a process."""
    processes = Processes(extractor)

    def work(shard: Shard) -> tuple[Shard, Account]:
        try:
            return shard, processes.call(write_shard, shard)
        except WorkerLostError:
            try:
                return shard, processes.call(write_shard, shard)
            except WorkerLostError:
                return shard, processes.call(write_shard, _without_the_deadly(processes, shard))

    yield from at_once(work, shards, workers, processes.close)


def _without_the_deadly(processes: Processes, shard: Shard) -> Shard:
    """A shard that cost two processes their lives, with what is wrong in place of the items that cost another."""
    items = list(shard.items)
    for n, item in enumerate(items):
        try:
            processes.call(read_one, (item, shard.job.published))
        except WorkerLostError as e:
            where = str(item) if isinstance(item, Path) else getattr(item, "where", "")
            items[n] = InputError(f"{where}: {e} whenever it read this article; mostly the memory is full")
    return Shard(shard.job, shard.number, shard.first, tuple(items))


def _finish(job: Job, count: int, terms: dict[str, object]) -> Account:
    """Write the errors and the manifest of a run whose shards are all there."""
    total = Account()
    shards = []
    try:
        _sweep(job.folder, DRAFTS)  # of workers that were killed
        with durable(job.folder / ERRORS) as draft, draft.open("w", encoding="utf-8", newline="\n") as sink:
            for number in range(count):
                found = _read_account(job, number)
                account = _account_of(found)
                total += account
                names = dict(zip(("file", "texts"), (path.name for path in job.files(number)), strict=False))
                shards.append({**names, "sha256": found["sha256"], **vars(account)})
                sink.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in found["what"])
        write_manifest(job.folder, terms, {**vars(total), "shards": shards})
        _sweep(job.folder, ".part-*.json")
    except OSError as e:
        raise _no_writing(job.folder, e) from e
    return total


def _read_account(job: Job, number: int) -> dict[str, Any]:
    path = job.account(number)
    found = parse_json(read_text(path), str(path))
    if not isinstance(found, dict):
        raise InputError(f"{path}: no account of a shard; remove it, and go on with --resume")
    return found


def _account_of(found: dict[str, Any]) -> Account:
    with suppress(KeyError):
        return Account(*(found[name] for name in ("records", "talks", "gaps", "errors")))
    raise InputError("the account of a shard is damaged; begin anew with --force")
