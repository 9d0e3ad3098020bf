"""The manifest of a run in shards: what was read, by which rules, how it is written, and in the end what came of it.

It names neither the clock nor the machine, so that two runs of the same articles write the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import InputError, UsageError
from .read import parse_json, read_text
from .write import durable

__all__ = ["MANIFEST", "check_same", "is_complete", "read_manifest", "shards_of", "write_manifest"]

MANIFEST = "manifest.json"
# The terms of a run, as they are told where another run has others.
_TERMS = {
    "talkextract": "the release of talkextract",
    "rules": "the rules and tables",
    "input": "the input",
    "published": "--published",
    "format": "--format",
    "shard_size": "--shard-size",
}


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest of a folder, None where there is none. Raises InputError where it is none of ours."""
    path = folder / MANIFEST
    if not path.exists():
        return None
    found = parse_json(read_text(path), str(path))
    if not isinstance(found, dict) or found.get("manifest") != 1 or not isinstance(found.get("state"), str):
        raise InputError(f"{path}: no manifest of talkextract batch; name another folder")
    return found


def write_manifest(folder: Path, terms: Mapping[str, object], counts: Mapping[str, object] | None = None) -> None:
    """Write the manifest of a run that begins, or, with its counts, of one that is complete."""
    state = {"manifest": 1, "state": "running" if counts is None else "complete"}
    with durable(folder / MANIFEST) as draft:
        text = json.dumps({**state, **terms, **(counts or {})}, ensure_ascii=False, indent=2) + "\n"
        draft.write_text(text, "utf-8", newline="\n")


def is_complete(manifest: Mapping[str, Any], folder: Path) -> bool:
    """Whether a run was brought to its end, and all of its shards are there still."""
    return manifest["state"] == "complete" and all(
        (folder / name).is_file() for s in manifest["shards"] for name in (s["file"], *filter(None, [s.get("texts")]))
    )


def shards_of(folder: Path) -> list[Path]:
    """The shards of a complete run, in their order. Raises InputError where the folder holds none."""
    manifest = read_manifest(folder)
    if manifest is None:
        raise InputError(f"{folder}: no run of talkextract batch in this folder; name a file of records")
    if not is_complete(manifest, folder):
        raise InputError(f"{folder}: the run in this folder is not complete; go on with it by batch --resume")
    return [folder / shard["file"] for shard in manifest["shards"]]


def check_same(manifest: Mapping[str, object], terms: Mapping[str, object], folder: Path) -> None:
    """Refuse to go on with a run that was begun on other terms. Raises UsageError, naming them."""
    other = [words for name, words in _TERMS.items() if manifest.get(name) != terms[name]]
    if other:
        verb = "is" if len(other) == 1 and not other[0].endswith("s") else "are"
        raise UsageError(
            f"{folder}: {', '.join(other)} {verb} not what this run was begun with, and its records would not fit "
            "together; begin it anew with --force, or name another folder"
        )
