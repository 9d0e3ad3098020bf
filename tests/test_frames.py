"""Records as flat tables, in pandas, in polars and in Arrow."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from records import CASES, RECORDS, corpus
from talkextract import TalkRecord, UsageError, to_arrow, to_frames
from talkextract.frames import TABLES, to_tables

E = {"field": "name", "start": 3, "end": 8, "text": "Lào C", "source": "rule:a"}
TALK = {"kind": "talks", "status": "held", "name": "Hội đàm", "round": 3, "date": "2025-09-16", "period": "2024-09/.."}
PLACE = {"name": "Lào Cai", "country": "VN", "region": "VN-02", "evidence": [E]}
ONE = TalkRecord.model_validate(
    {
        "document": {"id": "one", "title": "A", "published": "2025-09-17T08:00", "authors": ["An", "Bình"]},
        "talk": {**TALK, "place": PLACE, "evidence": [{**E, "field": "kind", "source": "rule:b"}]},
        "other_talks": [{"kind": "signing", "status": "announced"}, {**TALK, "place": {**PLACE, "evidence": []}}],
        "delegations": [{"country": "LA", "units": ["Công an"], "head": "Kẹo"}, {"country": "VN"}],
        "people": [{"name": "Kẹo", "roles": ["head", "speaker"], "evidence": [E, {**E, "field": "roles"}]}],
        "units": [{"name": "Công an", "kind": "police", "id": "unit:x"}],
        "agreements": [{"name": "B", "kind": "treaty", "status": "cited", "signed": "2016", "countries": ["VN", "LA"]}],
        "border_points": [{"name": "Y Tý", "kind": "gate", "proposed_kind": "main_gate"}],
        "figures": [{"value": 12, "unit": "vụ", "category": "cases", "what": "a"}],
        "topics": [{"topic": "drugs"}, {"topic": "aid", "evidence": [{**E, "field": "topic"}]}],
        "dates": [{"text": "16/9", "value": "XXXX-09-16"}, {"text": "quý IV", "value": "2024-36"}],
        "gaps": ["talk.series", "talk.mode", "delegations[1].head"],
    }
)
NOTHING = TalkRecord.model_validate({"document": {"id": "nothing"}})


def test_each_table_has_its_rows_column_by_column() -> None:
    rows = {name: table.to_pylist() for name, table in to_tables(to_arrow([NOTHING, ONE])).items()}
    assert list(rows) == list(TABLES)
    assert rows["documents"] == [
        {"document_id": "nothing", "title": None, "publisher": None, "published": None, "published_day": None,
         "url": None, "authors": [], "photographers": [], "gaps": []},
        {"document_id": "one", "title": "A", "publisher": None, "published": "2025-09-17T08:00",
         "published_day": date(2025, 9, 17), "url": None, "authors": ["An", "Bình"], "photographers": [],
         "gaps": ["talk.series", "talk.mode", "delegations[1].head"]},
    ]  # fmt: skip
    no_days = {
        "date": None,
        "date_start": None,
        "date_end": None,
        "period": None,
        "period_start": None,
        "period_end": None,
    }
    days = {"date": "2025-09-16", "date_start": date(2025, 9, 16), "date_end": date(2025, 9, 16),
            "period": "2024-09/..", "period_start": date(2024, 9, 1), "period_end": None}  # fmt: skip
    talk = {"document_id": "one", "kind": "talks", "status": "held", "name": "Hội đàm", "series": None, "round": 3,
            "mode": None, "place": "Lào Cai", "place_country": "VN", "place_region": "VN-02", **days}  # fmt: skip
    assert rows["talks"] == [
        {**talk, "item": "talk"},
        {**talk, **dict.fromkeys(talk), **no_days, "document_id": "one", "item": "other_talks[0]", "kind": "signing",
         "status": "announced"},
        {**talk, "item": "other_talks[1]"},
    ]  # fmt: skip
    assert rows["delegations"] == [
        {"document_id": "one", "item": "delegations[0]", "country": "LA", "units": ["Công an"], "head": "Kẹo"},
        {"document_id": "one", "item": "delegations[1]", "country": "VN", "units": [], "head": None},
    ]
    assert rows["people"] == [
        {"document_id": "one", "item": "people[0]", "name": "Kẹo", "rank": None, "position": None, "unit": None,
         "country": None, "roles": ["head", "speaker"]}
    ]  # fmt: skip
    assert rows["units"] == [
        {"document_id": "one", "item": "units[0]", "name": "Công an", "kind": "police", "country": None, "region": None,
         "parent": None, "id": "unit:x"}
    ]  # fmt: skip
    assert rows["agreements"] == [
        {"document_id": "one", "item": "agreements[0]", "name": "B", "kind": "treaty", "status": "cited", "signed": "2016",
         "signed_start": date(2016, 1, 1), "signed_end": date(2016, 12, 31), "countries": ["VN", "LA"], "id": None}
    ]  # fmt: skip
    assert rows["border_points"] == [
        {"document_id": "one", "item": "border_points[0]", "name": "Y Tý", "kind": "gate", "number": None, "country": None,
         "counterpart": None, "proposed_kind": "main_gate", "id": None}
    ]  # fmt: skip
    assert rows["figures"] == [
        {"document_id": "one", "item": "figures[0]", "value": 12.0, "unit": "vụ", "category": "cases", "what": "a"}
    ]
    assert rows["topics"] == [
        {"document_id": "one", "item": "topics[0]", "topic": "drugs"},
        {"document_id": "one", "item": "topics[1]", "topic": "aid"},
    ]
    assert rows["dates"] == [
        {"document_id": "one", "item": "dates[0]", "text": "16/9", "value": "XXXX-09-16", "value_start": None,
         "value_end": None},
        {"document_id": "one", "item": "dates[1]", "text": "quý IV", "value": "2024-36", "value_start": date(2024, 10, 1),
         "value_end": date(2024, 12, 31)},
    ]  # fmt: skip
    piece = {"document_id": "one", "start": 3, "end": 8, "text": "Lào C", "source": "rule:a"}
    assert rows["evidence"] == [
        {**piece, "item": "talk", "field": "kind", "source": "rule:b"},
        {**piece, "item": "talk", "field": "place.name"},
        {**piece, "item": "people[0]", "field": "name"},
        {**piece, "item": "people[0]", "field": "roles"},
        {**piece, "item": "topics[1]", "field": "topic"},
    ]


def at(node: Any, path: str) -> Any:
    """What a JSON path names in a record."""
    for step in path.replace("]", "").replace("[", ".").split("."):
        node = node[int(step)] if step.isdigit() else node[step]
    return node


def test_every_key_is_one_row_and_the_path_of_an_item() -> None:
    tables = to_tables(to_arrow(corpus()))
    records = {r.document.id: r.model_dump() for r in corpus()}
    assert tables["documents"]["document_id"].to_pylist() == list(records)
    for name in set(TABLES) - {"documents", "evidence"}:
        keys = list(zip(tables[name]["document_id"].to_pylist(), tables[name]["item"].to_pylist(), strict=True))
        assert len(set(keys)) == len(keys)
        held = {"talk": 1, "other_talks": 1} if name == "talks" else {name: 1}
        assert len(keys) == sum(
            len(part) if isinstance(part := getattr(r, each), tuple) else part is not None
            for r in corpus()
            for each in held
        )
        for (key, item), row in zip(keys, tables[name].to_pylist(), strict=True):
            assert all(row[k] == at(records[key], item)[k] for k in ("name", "kind", "text", "topic") if k in row)


def test_evidence_joins_the_value_it_supports() -> None:
    evidence = to_tables(to_arrow(corpus()))["evidence"].to_pylist()
    records, texts = {r.document.id: r.model_dump() for r in corpus()}, {case.id: case.text for case in CASES}
    assert len(evidence) == sum(json.dumps(r).count('"source"') for r in records.values()) > 1000
    for row in evidence:
        at(records[row["document_id"]], f"{row['item']}.{row['field']}")  # is there
        assert texts[row["document_id"]][row["start"] : row["end"]] == row["text"]


@settings(max_examples=25)
@given(st.lists(RECORDS, max_size=3, unique_by=lambda r: r.document.id))
def test_any_records_make_tables_of_the_same_columns(records: list[TalkRecord]) -> None:
    tables = to_tables(to_arrow(records))
    assert {name: table.schema for name, table in tables.items()} == TABLES
    assert tables["documents"].num_rows == len(records)
    assert tables["people"].num_rows == sum(len(r.people) for r in records)


def test_rows_of_articles_that_could_not_be_read_give_nothing() -> None:
    failed = pa.Table.from_pylist([{"id": "a", "error": "no"}], to_arrow([]).schema)
    tables = to_tables(pa.concat_tables([failed, to_arrow([ONE]), failed]))
    assert tables["documents"]["document_id"].to_pylist() == ["one"]
    assert len(tables["people"]) == 1


@pytest.mark.parametrize("engine", ["pandas", "polars"])
def test_two_records_of_one_id_are_refused(engine: Any) -> None:
    with pytest.raises(UsageError, match="1 ids are those of several records \\('one' is one\\); ids must be unique"):
        to_frames([ONE, NOTHING, ONE], engine=engine)


def test_what_is_no_table_of_records_is_refused() -> None:
    with pytest.raises(UsageError, match="no table of records, make it with to_arrow"):
        to_frames(pa.table({"a": [1]}))
    with pytest.raises(UsageError, match="engine must be 'pandas' or 'polars', not 'dask'"):
        to_frames([], engine="dask")  # type: ignore[call-overload]


def test_pandas_frames_have_real_types() -> None:
    frames = to_frames([NOTHING, ONE])
    talks = frames["talks"]
    assert isinstance(talks, pd.DataFrame)
    assert {str(talks[name].dtype) for name in ("date_start", "period_end")} == {"datetime64[ms]"}
    assert str(talks["round"].dtype) == "Int64"
    assert talks["round"].isna().tolist() == [False, True, False]
    assert talks["date_start"].dt.year.tolist()[::2] == [2025, 2025]
    assert list(talks["status"].cat.categories) == ["held", "announced"]
    assert list(frames["border_points"]["proposed_kind"]) == ["main_gate"]
    assert frames["people"]["roles"].tolist() == [("head", "speaker")]
    assert frames["people"].explode("roles")["roles"].tolist() == ["head", "speaker"]
    assert str(frames["figures"]["value"].dtype) == "float64"


def test_pandas_dates_of_any_year_fit() -> None:
    record = TalkRecord.model_validate({**NOTHING.model_dump(), "dates": [{"text": "a", "value": "0001/9999"}]})
    dates = to_frames([record])["dates"]
    assert (dates["value_start"][0].year, dates["value_end"][0].year) == (1, 9999)


def test_polars_frames_have_real_types() -> None:
    frames = to_frames([NOTHING, ONE], engine="polars")
    talks = frames["talks"]
    assert talks.schema["date_start"] == pl.Date
    assert talks.schema["round"] == pl.Int64
    assert talks.schema["status"] == pl.Enum(["held", "announced"])
    assert talks["round"].to_list() == [3, None, 3]
    assert frames["people"].schema["roles"] == pl.List(pl.String)
    assert frames["topics"]["topic"].to_list() == ["drugs", "aid"]


def test_empty_frames_keep_columns_and_types() -> None:
    for name, frame in to_frames([]).items():
        assert len(frame) == 0
        assert list(frame.dtypes.items()) == list(to_frames([ONE])[name].dtypes.items())
    for name, empty in to_frames([], engine="polars").items():
        assert empty.height == 0
        assert empty.schema == to_frames([ONE], engine="polars")[name].schema


def test_frames_of_a_table_are_those_of_its_records() -> None:
    frames = to_frames(corpus())
    for name, frame in to_frames(to_arrow(corpus())).items():
        pd.testing.assert_frame_equal(frame, frames[name])


def test_an_engine_that_is_not_installed_is_named_with_the_extra() -> None:
    code = """
import sys
sys.modules["polars"] = None
from talkextract import UsageError, to_frames
try:
    to_frames([], engine="polars")
except UsageError as e:
    print(e)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "this needs polars, which is not installed: pip install 'talkextract[tables]'\n"
