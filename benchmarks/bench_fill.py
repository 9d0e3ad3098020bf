"""What a language model brings back, what a lying one gets in, and how many requests the cues save.

    python benchmarks/bench_fill.py [--keep]

Prints the tables of docs/llm.md; `--keep` also writes them to docs/figures/fill.json, which a test holds the page
against. No model is asked: scripted ones answer, with quotes kept by hand or taken by program, or with lies.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from fill.fakes import FakeLLM
from fill.fresh import right, wrong
from fill.liars import KINDS, PLACES, by_place, corpus, harm, strangers
from fill.measure import FILES, cases, recovery, with_model, without
from talkextract.fill.protocol import Request

FIGURES = Path(__file__).parents[1] / "docs" / "figures" / "fill.json"
# Which liar goes with which rule file: there the gaps are that he lies about.
LOST = {
    "dates.toml": "another date", "people.toml": "another officer", "ordinals.toml": "another event's words",
    "events.toml": "all of these", "page.toml": "another day of the page",
}  # fmt: skip


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def table(head: str, rows: list[list[object]]) -> list[str]:
    """The lines of a table, printed."""
    lines = [head, "|".join(["", *["---"] * (head.count("|") - 1), ""])]
    lines += ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    print("", *lines, sep="\n", flush=True)
    return lines


def recovery_rows() -> list[list[object]]:
    rows: list[list[object]] = []
    for file in FILES:
        kept, other = recovery(file), recovery(file, elsewhere=True)
        if not kept.lost + other.lost:
            continue  # no gap and no list to complete rests on the rules of border points
        row = [[r.lost, share(r.back, r.lost), r.against] for r in (kept, other)]
        rows.append([f"`{file}`", *row[0], *row[1]])
    return rows


def harm_rows() -> list[list[object]]:
    rows: list[list[object]] = []
    for kind in KINDS:
        one, two = harm(kind), harm(kind, votes=2)
        stopped = share(one.gaps - one.asked, one.gaps)
        rows.append(
            [
                kind,
                one.gaps,
                stopped,
                share(one.wrong, one.asked),
                share(one.wrong, one.gaps),
                share(two.wrong, two.gaps),
                one.moved + two.moved,
            ]
        )
    for kind in ("invented quotes", "another article's values", "obeyed orders"):
        one = strangers(kind)
        rows.append(
            [
                kind,
                one.gaps,
                share(max(0, one.gaps - one.asked), one.gaps),
                share(one.wrong, one.asked),
                share(one.wrong, one.gaps),
                "-",
                one.moved,
            ]
        )
    return rows


def lost_rows() -> list[list[object]]:
    rows: list[list[object]] = []
    for file, kind in LOST.items():
        one, two = (harm(kind, file=file, votes=votes, cases=cases()) for votes in (1, 2))
        rows.append([f"`{file}`", kind, one.answered, share(one.wrong, one.answered), share(two.wrong, one.answered)])
    return rows


def fresh_rows() -> list[list[object]]:
    """Of the first twelve articles, and of the six that came later: right answers refused, wrong ones taken."""
    rights, wrongs = list(right()), list(wrong())
    rows: list[list[object]] = []
    for name, later in (("twelve", False), ("six", True)):
        good = [t for t in rights if (t.article > "f_12") is later]
        bad = [t for t in wrongs if (t.article > "f_12") is later]
        refused = f"{sum(t.refused for t in good)} of {len(good)}"
        taken = f"{sum(t.got not in (None, t.want) for t in bad)} of {len(bad)}"
        rows.append([name, refused, taken])
    return rows


def place_rows() -> list[list[object]]:
    """What one who picks by place says in the first vote, how much of it again in the second, what gets in wrongly."""
    rows: list[list[object]] = []
    for file, kind in LOST.items():
        for place in PLACES:
            found = by_place(kind, file, place, cases())
            rows.append([f"`{file}`", place, found.said, share(found.again, found.said), found.wrong])
    return rows


def request_rows() -> list[list[object]]:
    seen: list[Request] = []

    def answer(request: Request) -> str:
        seen.append(request)
        return "{}"

    extractor = with_model(without(""), FakeLLM(lambda r: answer(r)))
    gaps = asked = articles = 0
    for case in corpus():
        done = extractor.run(case.text, id=case.id, published=case.published)
        assert done.fill is not None
        open_gaps = done.record.gaps or (() if done.record.talk else ("talk.kind",))
        gaps, articles = gaps + len(open_gaps), articles + bool(open_gaps)
        asked += len([g for g in open_gaps if g in done.fill.asked])
    first = [r for r in seen if len(r.messages) == 2]
    return [
        ["articles with a gap", articles], ["of these asked about", len(first)],
        ["gaps", gaps], ["of these asked for", asked],
        ["requests saved by the cues", share(articles - len(first), articles)],
        ["gaps that the cues leave out", share(gaps - asked, gaps)],
    ]  # fmt: skip


def main() -> None:
    print(f"{len(cases())} articles for recovery, {len(corpus())} for harm")
    tables = {
        "recovery": table(
            "| rule file taken away | lost | brought back | against | elsewhere: lost | brought back | against |",
            recovery_rows(),
        ),
        "harm": table(
            "| liar | gaps | not asked (cues) | wrong, of asked | wrong, of all | with `votes=2` | values changed |",
            harm_rows(),
        ),
        "fresh": table("| articles | right answers refused | wrong answers taken |", fresh_rows()),
        "lost": table(
            "| rule file taken away | liar | his answers | wrong ones that got in | with `votes=2` |", lost_rows()
        ),
        "places": table(
            "| rule file taken away | he picks | his answers | said again | wrong ones that got in |", place_rows()
        ),
        "requests": table("| requests | |", request_rows()),
    }
    if sys.argv[1:] == ["--keep"]:
        FIGURES.write_text(json.dumps(tables, ensure_ascii=False, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
