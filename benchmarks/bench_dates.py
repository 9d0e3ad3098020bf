"""`read_dates` beside `dateparser.search.search_dates` (languages vi, DMY, base = the day of publication).

Both read the sentences of tests/dates/other_genres.toml, in which every date is marked: recognition (spans as marked),
values, time. `search_dates` gives days alone; its value counts as right where it is the marked day, or the first day of
the marked month or year. Its spans are also counted loosely, where they only overlap a mark.

Time is that of the processor (`time.process_time`), the best of some rounds in which the two take turns, so that a
machine that is busy with other things slows both alike; in its turn each reads twice, and the second reading
counts, as of one of many texts. `--rounds 5` sets how many.
"""

from __future__ import annotations

import argparse
import sys
import time
import warnings
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

warnings.filterwarnings("ignore")
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from dateparser.search import search_dates  # noqa: E402
from figures import keep  # noqa: E402

from dates.forms import Form, sentences  # noqa: E402
from talkextract import read_dates  # noqa: E402
from talkextract.edtf import first_day  # noqa: E402

Reader = Callable[[Form], list[tuple[int, int, str]]]


class Score(NamedTuple):
    """How many dates were found, are marked, and of these have the span, touch it, and are right in value."""

    found: int
    marked: int
    exact: int
    overlapping: int
    right: int


def ours(form: Form) -> list[tuple[int, int, str]]:
    return [(d.start, d.end, d.value or "") for d in read_dates(form.text, form.published)]


def theirs(form: Form) -> list[tuple[int, int, str]]:
    base = datetime.combine(date.fromisoformat(form.published or "2025-09-17"), datetime.min.time())
    settings = {"DATE_ORDER": "DMY", "RELATIVE_BASE": base}
    found, at = [], 0
    for words, when in search_dates(form.text, languages=["vi"], settings=settings) or []:
        start = form.text.find(words, at)
        if start < 0:
            start = form.text.lower().find(words.lower(), at)
        if start >= 0:
            at = start + len(words)
            found.append((start, at, when.date().isoformat()))
    return found


def is_right(value: str, marked: str) -> bool:
    """Whether a value is the marked one; a day for a month or year, where it is its first."""
    if value == marked:
        return True
    day = first_day(marked)
    return len(marked) in (4, 7) and day is not None and value == day.isoformat()


def score(forms: list[Form], reader: Reader) -> Score:
    found = marked = exact = overlapping = right = 0
    for form in forms:
        got = reader(form)
        found, marked = found + len(got), marked + len(form.expected)
        spans = {(a, b): v for a, b, v in got}
        for e in form.expected:
            over = [v for a, b, v in got if a < e.end and e.start < b]
            exact += (e.start, e.end) in spans
            overlapping += bool(over)
            right += any(is_right(v, e.value) for v in over)
    return Score(found, marked, exact, overlapping, right)


def seconds(forms: list[Form], rounds: int) -> tuple[float, float]:
    """The processor's time of each reader for some texts: the best of the rounds, in which they take turns."""
    best = [float("inf"), float("inf")]
    for _ in range(rounds):
        for i, reader in enumerate((ours, theirs)):
            for _ in range(2):
                begun = time.process_time()
                for form in forms:
                    reader(form)
                last = time.process_time() - begun
            best[i] = min(best[i], last)
    return best[0], best[1]


def f1(hits: int, s: Score) -> float:
    return 2 * hits / (s.found + s.marked) if s.found + s.marked else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", action="store_true", help="keep the figures for the docs")
    given = parser.parse_args()
    rounds = max(1, given.rounds)
    forms = sentences("other_genres.toml")
    text = "\n".join(f.text for f in forms)
    print(f"{len(forms)} sentences, {len(text)} characters")
    print(f"{'':14}{'F1':>8}{'F1 overlap':>12}{'values right':>14}")
    for name, reader in (("read_dates", ours), ("search_dates", theirs)):
        s = score(forms, reader)  # the first reading: rules, languages and patterns are made ready by it
        right = s.right / s.overlapping if s.overlapping else 0.0
        print(f"{name:14}{f1(s.exact, s):8.3f}{f1(s.overlapping, s):12.3f}{right:14.3f}")
    print(f"processor time, best of {rounds} rounds in turns:")
    rows = []
    for what, texts in (("a sentence", forms), ("as one text", [Form(text, (), "2025-09-17", text)])):
        one, other = (1000 * t / len(texts) for t in seconds(texts, rounds))
        print(f"{what}: {one:.3f} ms beside {other:.3f} ms, {other / one:.0f} times as fast")
        rows.append((f"`read_dates`, {what}", f"{one:.3f} ms", f"`search_dates` {other:.3f} ms (× {other / one:.0f})"))
    if given.keep:
        keep("dates", rows)


if __name__ == "__main__":
    main()
