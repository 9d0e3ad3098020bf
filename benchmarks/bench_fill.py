"""What a language model brings back, what a lying one gets in, and how many requests the cues save.

    python benchmarks/bench_fill.py

Prints the tables of docs/llm.md. No model is asked: scripted ones answer, with hand-kept quotes of the articles of
seeds/ and tests/corpus (odd numbers), or with lies.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from fill.fakes import FakeLLM
from fill.fresh import right, wrong
from fill.liars import KINDS, corpus, harm, strangers
from fill.measure import FILES, cases, recovery, with_model, without
from talkextract.fill.protocol import Request

# Which liar goes with which rule file: there the gaps are that he lies about.
LOST = {
    "dates.toml": "another date", "people.toml": "another officer", "ordinals.toml": "another event's words",
    "events.toml": "all of these",
}  # fmt: skip


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def table(head: str, rows: list[list[object]]) -> None:
    print(f"\n{head}\n" + "|".join(["", *["---"] * (head.count("|") - 1), ""]))
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")


def recovery_rows() -> list[list[object]]:
    rows: list[list[object]] = []
    for file in FILES:
        kept, other = recovery(file), recovery(file, elsewhere=True)
        rows.append([f"`{file}`", kept.lost, share(kept.back, kept.lost), other.lost, share(other.back, other.lost)])
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
    rows: list[list[object]] = []
    for name, tries in (("right", list(right())), ("wrong", list(wrong()))):
        good = sum(t.got == t.want for t in tries if not t.refused)
        bad = sum(t.got != t.want for t in tries if not t.refused)
        rows.append([name, len(tries), sum(t.refused for t in tries), good, bad])
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
    table(
        "| rule file taken away | values lost | brought back | other articles: lost | brought back |", recovery_rows()
    )
    table(
        "| liar | gaps | not asked (cues) | wrong, of asked | wrong, of all | with `votes=2` | rule values changed |",
        harm_rows(),
    )
    table("| rule file taken away | liar | his answers | wrong ones that got in | with `votes=2` |", lost_rows())
    table("| fresh articles | answers | refused | taken, as the reader has it | taken, and wrong |", fresh_rows())
    table("| requests | |", request_rows())


if __name__ == "__main__":
    main()
