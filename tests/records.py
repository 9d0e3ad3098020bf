"""Records for tests: those of all articles, and for Hypothesis whatever the models of a record allow."""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, MinLen
from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from support import even_articles, invented_articles, odd_articles, seeds
from talkextract import Extractor
from talkextract.record import TalkRecord

CASES = [*seeds(), *odd_articles(), *even_articles(), *invented_articles()]


@cache
def corpus() -> list[TalkRecord]:
    """The records of `CASES`, in their order."""
    extractor = Extractor()
    return [extractor.extract(case.text, id=case.id, published=case.published) for case in CASES]


# What a column of 64 bits holds.
LARGEST = 2**63 - 1
DATES = [
    "2022",
    "198X",
    "2024-09",
    "2025-09-16",
    "2024-36",
    "2022-40",
    "2022-21",
    "XXXX-07-22",
    "2024-09/..",
    "2022/2023-05",
]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(DATES)


def _of(kind: Any, rules: list[Any]) -> st.SearchStrategy[Any]:
    """The values of a type, as its `rules` (the metadata of `Annotated`) bound them."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        bounds = [rule for arg in args[1:] for rule in (arg.metadata if isinstance(arg, FieldInfo) else [arg])]
        return _of(args[0], [*rules, *bounds])
    if origin is Literal:
        return st.sampled_from(args)
    if origin in (Union, types.UnionType):
        return st.one_of([_of(arg, rules) for arg in args])
    if origin is tuple:
        return st.lists(_of(args[0], rules), max_size=2).map(tuple)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return models(kind)
    return _plain(kind, rules)


def _plain(kind: Any, rules: list[Any]) -> st.SearchStrategy[Any]:
    pattern = next((rule.pattern for rule in rules if getattr(rule, "pattern", None)), None)
    least = max(
        [r.ge for r in rules if isinstance(r, Ge)] + [r.gt + 1 for r in rules if isinstance(r, Gt)], default=None
    )
    if kind is str and pattern:
        return st.from_regex(pattern.removesuffix("$"), fullmatch=True, alphabet="ABVNL019-")
    if kind is str:
        return TEXTS.filter(bool) if any(isinstance(rule, MinLen) for rule in rules) else TEXTS
    if kind is int:
        # the one whole number without a bound is the value of a figure, which may have any size
        return st.integers() | st.just(10**400) if least is None else st.integers(least, LARGEST)
    return {type(None): st.none(), float: st.floats(allow_nan=False)}[kind]


def models(model: type[BaseModel]) -> st.SearchStrategy[Any]:
    """Valid instances of a model."""
    fields = {name: _of(field.annotation, field.metadata) for name, field in model.model_fields.items()}
    return st.fixed_dictionaries(fields).map(model.model_validate)


RECORDS = models(TalkRecord)
