"""The tables of docs/llm.md are those that the benchmark last kept."""

from __future__ import annotations

import json

from fill.measure import FILES, cases, others
from support import ROOT

PAGE = (ROOT / "docs" / "llm.md").read_text("utf-8")
LINES = PAGE.splitlines()
TABLES: dict[str, list[str]] = json.loads((ROOT / "docs" / "figures" / "fill.json").read_text("utf-8"))
MADE_OF = ("recovery", "harm", "lost", "places", "requests")


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_the_page_has_the_tables_that_were_kept() -> None:
    assert set(TABLES) == {*MADE_OF, "fresh"}
    for name in MADE_OF:
        table = TABLES[name]
        assert len(table) > 4
        at = LINES.index(table[0])
        assert LINES[at : at + len(table)] == table
        assert not any(line.startswith("|") for line in LINES[at + len(table) :][:1])


def test_the_page_has_the_figures_of_the_fresh_articles() -> None:
    for row in TABLES["fresh"][2:]:
        name, refused, taken = cells(row)
        shown = next(cells(line) for line in LINES if line.startswith(f"| {name}"))
        assert (shown[2], shown[4]) == (refused, taken)


def test_the_kept_figures_are_of_the_articles_and_files_that_there_are() -> None:
    assert f"for {len(cases())} articles" in " ".join(LINES)
    assert f"the other {len(others())} articles" in " ".join(LINES)
    assert [cells(row)[0] for row in TABLES["recovery"][2:]] == [f"`{f}`" for f in FILES if f != "border_points.toml"]


def test_the_kept_figures_are_what_was_promised() -> None:
    """At least 95 % come back, at most 10 % of the asked gaps are filled wrongly, no value of the rules moves."""
    for row in TABLES["recovery"][2:]:
        file, _, back, _, _, back_elsewhere, _ = cells(row)
        for share in (back, back_elsewhere):
            assert float(share.rstrip(" %")) >= 95, file
    for row in TABLES["harm"][2:]:
        kind, _, _, asked, gaps, votes, moved = cells(row)
        assert max(float(share.rstrip(" %")) for share in (asked, gaps, votes) if share != "-") <= 10, kind
        assert moved == "0", kind
