"""Surface forms of dates, and texts without any: what `read_dates` finds is what a reader marked."""

from __future__ import annotations

import pytest

from dates.forms import SENTENCES, Form, corpus, negatives, sentences
from talkextract import read_dates


def is_read(form: Form) -> bool:
    """Whether the marked date is read with its span, value and resolution; another date only where it lends its year."""
    found = read_dates(form.text, form.published)
    want = form.expected[0]
    got = [(d.start, d.end, d.value, d.lunar) for d in found if d.resolution == form.resolution]
    return tuple(want) in got and (len(found) == 1 or form.resolution == "article")


def test_the_corpus_is_as_large_as_the_issue_asks():
    assert len(corpus()) >= 600
    assert len(negatives()) >= 200


@pytest.mark.parametrize("form", corpus(), ids=lambda f: f.marked)
def test_a_form_is_read_as_marked(form: Form):
    assert is_read(form), read_dates(form.text, form.published)


@pytest.mark.parametrize(("text", "published"), negatives(), ids=lambda x: x)
def test_what_is_no_date_stays_out(text: str, published: str):
    assert read_dates(text, published) == []


@pytest.mark.parametrize(("name", "least"), SENTENCES.items())
def test_other_genres_are_read_nearly_without_fault(name: str, least: int, capsys: pytest.CaptureFixture[str]):
    """Courts, football, weather, epidemics, schools, prices …: recognition and values, both at least 0.97."""
    forms = sentences(f"{name}.toml")
    right = found = marked = valued = 0
    for form in forms:
        got = {(d.start, d.end): (d.value, d.lunar) for d in read_dates(form.text, form.published)}
        want = {(e.start, e.end): (e.value, e.lunar) for e in form.expected}
        right += len(got.keys() & want.keys())
        valued += sum(got.get(span) == value for span, value in want.items())
        found, marked = found + len(got), marked + len(want)
    f1, accuracy = 2 * right / (found + marked), valued / right
    with capsys.disabled():
        print(f"\n{name}: {len(forms)} sentences, {marked} dates: F1 {f1:.3f}, value accuracy {accuracy:.3f}")
    assert len(forms) >= least
    assert f1 >= 0.97
    assert accuracy >= 0.97
