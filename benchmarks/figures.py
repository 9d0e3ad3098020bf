"""Figures that the docs show: a benchmark keeps its rows in docs/figures/speed.json where it is asked to (`--keep`)."""

from __future__ import annotations

import json
from pathlib import Path

FILE = Path(__file__).parents[1] / "docs" / "figures" / "speed.json"


def keep(benchmark: str, rows: list[tuple[str, str, str]]) -> None:
    """Keep the rows (what, best, median or ratio) of one benchmark; those of others stay."""
    kept = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
    kept[benchmark] = rows
    FILE.write_text(json.dumps(dict(sorted(kept.items())), ensure_ascii=False, indent=2) + "\n", "utf-8")
