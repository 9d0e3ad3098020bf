"""The figures of the docs: what pytest-benchmark measured → docs/figures/speed.json → the tables of docs/speed.md.

    python benchmarks/figures.py build/bench.json      as `make bench` does
    python benchmarks/figures.py                       the tables once more, from the kept figures

Of the rounds of a benchmark the best counts: what else runs on a machine makes a round longer, nothing makes one
shorter. Every target is a ratio or a bound of one run.
"""

from __future__ import annotations

import json
import math
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "docs" / "figures" / "speed.json"
PAGE = ROOT / "docs" / "speed.md"
BEGIN, END = "<!-- figures: begin -->\n", "<!-- figures: end -->\n"
ARTICLE = 3_500  # characters of an article that times are given for
VERSIONS = "talkextract spacy pydantic regex dateparser edsnlp underthesea pyarrow pandas polars".split()

Figures = dict[str, Any]


def distil(run: dict[str, Any]) -> Figures:
    """What is kept of a run: the day, the machine, the versions, the best time of each benchmark and what it told."""
    machine = run["machine_info"]
    found = {}
    for each in run["benchmarks"]:
        stats = each["stats"]
        found[each["name"].removeprefix("test_")] = {
            "seconds": stats["min"], "median": stats["median"], "rounds": stats["rounds"], **each["extra_info"],
        }  # fmt: skip
    return {
        "day": run["datetime"][:10],
        "machine": {
            "processor": machine["cpu"].get("brand_raw", machine["machine"]), "cores": machine["cpu"].get("count"),
            "system": machine["system"], "python": machine["python_version"],
            "load": round(os.getloadavg()[1], 1),
        },
        "versions": {name: found_version for name in VERSIONS if (found_version := _version(name))},
        "benchmarks": found,
    }  # fmt: skip


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def ratio(figures: Figures, one: str, other: str) -> float:
    """The time of one benchmark in parts of another's, for as much text."""
    a, b = figures["benchmarks"][one], figures["benchmarks"][other]
    return float(a["seconds"] / a.get("characters", 1) / (b["seconds"] / b.get("characters", 1)))


def lengths(figures: Figures) -> list[int]:
    """The lengths of texts that were measured."""
    return sorted(int(name[7:-1]) for name in figures["benchmarks"] if name.startswith("length["))


def growths(figures: Figures) -> Iterator[tuple[str, float]]:
    """For each step between two lengths: what the time is multiplied by where a text is ten times as long."""
    for short, long in pairwise(lengths(figures)):
        times = ratio(figures, f"length[{long}]", f"length[{short}]") * long / short
        yield f"{short:,} → {long:,}", times ** (1 / math.log10(long / short))


def targets(figures: Figures) -> list[tuple[str, float, float, str]]:
    """What was to be reached: in words, the figure of the run, the bound, the unit."""
    of = figures["benchmarks"]
    start = of["start[extract]"]["seconds"] - of["start[python]"]["seconds"]
    sets = [
        (f"`extract` beside spaCy, {name}", ratio(figures, f"extract[{name}]", f"spacy[{name}]"))
        for name in ("seeds", "corpus")
    ]
    steps = [(f"ten times the text, {step} characters", growth) for step, growth in growths(figures)]
    return [
        *((what, figure, 1.5, "×") for what, figure in sets),
        *((what, figure, 11, "×") for what, figure in steps),
        ("sixteen times the rows of the tables", ratio(figures, "rules[more_rows-16]", "rules[more_rows-1]"), 1.5, "×"),
        ("a new process with one article, more than a bare Python", start, 0.6, "s"),
        ("peak memory of that process", of["start[extract]"]["megabytes"], 120, "MB"),
    ]


def shown(number: float, unit: str = "") -> str:
    """A figure of three digits with its unit."""
    digits = f"{number:,.0f}" if number >= 100 else f"{number:.{max(0, 2 - math.floor(math.log10(number)))}f}"
    return f"× {digits}" if unit == "×" else f"{digits} {unit}".strip()


def table(head: str, rows: Iterable[Iterable[str]]) -> str:
    """A table of Markdown."""
    line = "|".join(["", *["---", *["--:"] * (head.count("|") - 2)], ""])
    return "\n".join([head, line, *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


def rates(each: Figures) -> tuple[str, str, str]:
    """Articles and characters a second, and the milliseconds that an article takes."""
    articles, characters = each["articles"], each["characters"]
    seconds = each["seconds"]
    return shown(articles / seconds), shown(characters / seconds), shown(seconds / characters * ARTICLE * 1000)


RATES = f"articles/s | characters/s | ms for {ARTICLE:,} characters |"


def machine(figures: Figures) -> str:
    """The day, the machine and the versions."""
    of = figures["machine"]
    versions = ", ".join(f"{name} {number}" for name, number in figures["versions"].items())
    return (
        f"Measured on {figures['day']}: {of['processor']}, {of['cores']} cores with a load of "
        f"{of['load']}, {of['system']}, Python {of['python']}; {versions}.\n"
    )


def met(figure: float, bound: float) -> str:
    """Whether a target is met, or by how much it is missed."""
    return "met" if figure <= bound else f"missed: × {figure / bound:.2f}"


def target_rows(figures: Figures) -> str:
    rows = (
        (what, shown(figure, unit), "≤ " + (f"× {bound:g}" if unit == "×" else f"{bound:g} {unit}"), met(figure, bound))
        for what, figure, bound, unit in targets(figures)
    )
    return table("| what | measured | target | |", rows)


def beside(figures: Figures) -> str:
    of = figures["benchmarks"]
    tools = {
        "spaCy, vi tokenizer + sentencizer": "spacy[seeds]", "talkextract": "extract[seeds]",
        "talkextract, corpus": "extract[corpus]", "edsnlp, five pipes": "edsnlp",
        "underthesea, named entities": "underthesea",
    }  # fmt: skip
    rows = ((what, shown(ratio(figures, name, "spacy[seeds]"), "×"), *rates(of[name])) for what, name in tools.items())
    return table(f"| the articles of `seeds/` | time | {RATES}", rows)


def stages(figures: Figures) -> str:
    of = figures["benchmarks"]["stages"]
    whole = sum(of["stages"].values())
    rows = ((name, f"{each / whole:.0%}", *rates({**of, "seconds": each})) for name, each in of["stages"].items())
    return table(f"| stage | share | {RATES}", rows)


def growth(figures: Figures) -> str:
    texts = table(
        "| characters of a text | time for a character |",
        ((f"{n:,}", shown(ratio(figures, f"length[{n}]", "length[1000]"), "×")) for n in lengths(figures)),
    )
    rows = (
        (what, *(shown(ratio(figures, f"rules[{name}-{n}]", f"rules[{name}-1]"), "×") for n in (1, 4, 16)))
        for what, name in (("rows of the tables", "more_rows"), ("rules", "more_rules"))
    )
    return texts + "\n" + table("| time of an article | × 1 | × 4 | × 16 |", rows)


def processes(figures: Figures) -> str:
    of = figures["benchmarks"]
    starts = (
        (name[6:-1], shown(each["seconds"]), shown(each["megabytes"]))
        for name, each in of.items() if name.startswith("start[")
    )  # fmt: skip
    workers = (
        (str(n), shown(ratio(figures, "workers[1]", f"workers[{n}]"), "×"), *rates(of[f"workers[{n}]"])) for n in (1, 2)
    )
    return (
        table("| a new process | seconds | peak of its memory, MB |", starts) + "\n"
        + table(f"| workers of `extract_many` | rate | {RATES}", workers)
    )  # fmt: skip


def dates(figures: Figures) -> str:
    of = figures["benchmarks"]
    rows = (
        (f"`{name}`", shown(ratio(figures, f"dates[{name}]", "dates[read_dates]"), "×"), *(
            f"{of[f'dates[{name}]'][key]:.3f}" for key in ("f1", "f1_overlap", "right")
        )) for name in ("read_dates", "search_dates")
    )  # fmt: skip
    return table("| | time | F1 | F1, overlapping | values right |", rows)


def tables(figures: Figures) -> str:
    rows = (
        (f"`{name[7:-1]}`", shown(ratio(figures, name, "extract[corpus]"), "×"), *rates(each)[:1])
        for name, each in figures["benchmarks"].items() if name.startswith("tables[")
    )  # fmt: skip
    return table("| | time beside `extract` | records/s |", rows)


def profile(figures: Figures) -> str:
    rows = (
        (f"`{each['function']}`", f"{each['share']:.1%}", f"{each['calls']:,}")
        for each in figures["benchmarks"]["profile"]["profile"]
    )
    return table("| function | own time | calls |", rows)


SECTIONS: dict[str, Callable[[Figures], str]] = {
    "Targets": target_rows, "Side by side": beside, "Stages": stages, "Growth": growth, "Processes": processes,
    "Dates": dates, "Tables": tables, "Profile": profile,
}  # fmt: skip


def render(figures: Figures) -> str:
    """The tables of the page."""
    return "\n".join([machine(figures), *(f"## {name}\n\n{made(figures)}" for name, made in SECTIONS.items())])


def with_figures(page: str, figures: Figures) -> str:
    """The page of the docs with the tables in their place."""
    before, rest = page.split(BEGIN)
    return before + BEGIN + "\n" + render(figures) + "\n" + END + rest.split(END)[1]


def main() -> None:
    if sys.argv[1:]:
        run = json.loads(Path(sys.argv[1]).read_text("utf-8"))
        KEPT.write_text(json.dumps(distil(run), ensure_ascii=False, indent=1) + "\n", "utf-8")
    figures = json.loads(KEPT.read_text("utf-8"))
    PAGE.write_text(with_figures(PAGE.read_text("utf-8"), figures), "utf-8")
    for what, figure, bound, unit in targets(figures):
        print(f"{what:60} {shown(figure, unit):>10}  {met(figure, bound)}")


if __name__ == "__main__":
    main()
