"""What the uncommitted change does to the records of seeds/, tests/corpus/ and tests/invented/: gains, losses, changes.

    python benchmarks/gains.py [COMMIT]     (default: HEAD)

The code and rules of the commit are unpacked beside, and both read the same articles with what a caller passes.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def articles() -> str:
    """The articles as JSON Lines, with the day of publication that their gold record gives."""
    lines = []
    sets = (ROOT / "tests/corpus", ROOT / "tests/invented")
    folders = ((ROOT / "seeds", ROOT / "tests/gold/seeds"), *((s / "texts", s / "gold") for s in sets))
    for texts, golds in folders:
        for path in sorted(texts.glob("*.txt")):
            given = json.loads((golds / f"{path.stem}.json").read_text("utf-8")).get("given") or {}
            text = path.read_bytes().decode("utf-8")
            lines.append(json.dumps({"id": path.stem, "text": text, "published": given.get("published")}))
    return "\n".join(lines)


def run(source: Path, *arguments: str) -> None:
    """Run the command line of one tree, quietly but for what it prints; where it fails, stop with what it says."""
    command = [sys.executable, "-m", "talkextract", *arguments]
    done = subprocess.run(
        command, check=False, env={**os.environ, "PYTHONPATH": str(source / "src")}, stderr=subprocess.PIPE, text=True
    )
    if done.returncode:
        sys.exit(f"{source}: {done.stderr.strip()}")


def main() -> None:
    commit = sys.argv[1] if len(sys.argv) > 1 else "HEAD"
    archive = subprocess.run(
        ["git", "archive", commit, "src", "rules"], cwd=ROOT, check=True, capture_output=True
    ).stdout
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder)
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(there, filter="data")
        (there / "articles.jsonl").write_text(articles(), "utf-8")
        for source, name in ((there, "old.jsonl"), (ROOT, "new.jsonl")):
            run(source, "extract", str(there / "articles.jsonl"), "--format", "jsonl", "-o", str(there / name))
        run(ROOT, "diff", str(there / "old.jsonl"), str(there / "new.jsonl"))


if __name__ == "__main__":
    main()
