"""Other tools on the same articles, in the environment of `make bench`: what one would put in their place, or before.

None does the same: edsnlp is a set of rules on spaCy's tokens, for French clinical notes, with pipes of the kinds that
such a task takes; underthesea tags the tokens of Vietnamese by a model and finds persons, organisations, places. They
are imported when it is their turn: edsnlp takes spaCy's own pipes out of its registry.
"""

from __future__ import annotations

from pytest_benchmark.fixture import BenchmarkFixture
from speed.conftest import Texts, tell


def test_edsnlp(benchmark: BenchmarkFixture, texts: Texts) -> None:
    """Five pipes: normaliser, sentences, terms and patterns, dates, quantities."""
    import edsnlp
    import edsnlp.pipes as eds

    terms = {"talk": ["hội đàm", "hội nghị"], "rank": ["Đại tá", "Thượng tá"], "unit": ["Bộ đội Biên phòng"]}
    nlp = edsnlp.blank("eds")
    nlp.add_pipe(eds.normalizer())
    nlp.add_pipe(eds.sentences())
    nlp.add_pipe(eds.matcher(terms=terms, regex={"round": [r"lần thứ [IVXL]+"]}))
    nlp.add_pipe(eds.dates())
    nlp.add_pipe(eds.quantities(use_tables=False))
    for text in texts["seeds"]:
        nlp(text)
    tell(benchmark, texts["seeds"])
    benchmark(lambda: [nlp(text) for text in texts["seeds"]])


def test_underthesea(benchmark: BenchmarkFixture, texts: Texts) -> None:
    """Words, their kinds, chunks and named entities, by conditional random fields."""
    from underthesea import ner

    ner(texts["seeds"][0])
    tell(benchmark, texts["seeds"])
    benchmark.pedantic(lambda: [ner(text) for text in texts["seeds"]])
