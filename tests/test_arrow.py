"""Records as Arrow tables, there and back, and the kernel."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import get_args

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from records import CASES, LARGEST, RECORDS, corpus
from talkextract import Article, Extractor, RuleError, TalkRecord, UsageError, from_arrow, to_arrow
from talkextract.arrow import SCHEMA, extract_batch
from talkextract.record import Agreement, DateEntry, Document, Figure, Talk

TEXT = "Ngày 16/9/2025, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def record(**parts: object) -> TalkRecord:
    return TalkRecord.model_validate({"document": {"id": "x"}, **parts})


def exact(records: list[TalkRecord]) -> list[str]:
    """Records in writing, where 2480 is not 2480.0, nor None an empty tuple."""
    return [repr(r) for r in records]


@settings(max_examples=60)
@given(st.lists(RECORDS, max_size=2))
def test_any_records_come_back_as_they_were(records: list[TalkRecord]) -> None:
    table = to_arrow(records)
    table.validate(full=True)
    assert table.schema.equals(SCHEMA, check_metadata=True)
    assert exact(from_arrow(table)) == exact(records)


def test_the_records_of_all_articles_come_back_as_they_were() -> None:
    table = to_arrow(corpus())
    assert table["id"].to_pylist() == [case.id for case in CASES]
    assert exact(from_arrow(table)) == exact(corpus())
    assert [r.model_dump_json() for r in from_arrow(table)] == [r.model_dump_json() for r in corpus()]


def fields_of(model: type[BaseModel]) -> dict[str, type[BaseModel] | None]:
    """The fields of a model, and the model of those that hold models."""
    out = {}
    for name, field in model.model_fields.items():
        parts = [field.annotation, *get_args(field.annotation)]
        out[name] = next((p for p in parts if isinstance(p, type) and issubclass(p, BaseModel)), None)
    return out


DERIVED = {
    Document: {"published_day"}, Talk: {"date_start", "date_end", "period_start", "period_end"},
    Agreement: {"signed_start", "signed_end"}, DateEntry: {"value_start", "value_end"}, Figure: {"value_json"},
}  # fmt: skip


def check_struct(model: type[BaseModel], names: list[str], types: dict[str, pa.DataType]) -> None:
    """A struct has the fields of its model in their order, and the derived ones."""
    derived = DERIVED.get(model, set())
    assert set(names) == {*model.model_fields, *derived}
    assert [name for name in names if name not in derived] == list(model.model_fields)
    for name, inner in fields_of(model).items():
        kind = types[name]
        repeated = get_args(model.model_fields[name].annotation)[-1:] == (Ellipsis,)
        assert pa.types.is_list(kind) == repeated, (model, name)
        kind = kind.value_type if repeated else kind
        assert pa.types.is_struct(kind) == (inner is not None), (model, name)
        if inner is not None:
            members = [kind.field(i) for i in range(kind.num_fields)]
            check_struct(inner, [f.name for f in members], {f.name: f.type for f in members})


def test_the_schema_has_every_field_of_the_models_in_their_order() -> None:
    assert SCHEMA.names[:4] == ["id", "error", "warnings", "text"]
    check_struct(TalkRecord, SCHEMA.names[4:], dict(zip(SCHEMA.names, SCHEMA.types, strict=True)))
    assert SCHEMA.metadata == {b"talkextract.schema_version": record().schema_version.encode()}


DAYS = [
    ("2025-09-16", date(2025, 9, 16), date(2025, 9, 16)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2022", date(2022, 1, 1), date(2022, 12, 31)),
    ("2024-36", date(2024, 10, 1), date(2024, 12, 31)),
    ("2022-40", date(2022, 1, 1), date(2022, 6, 30)),
    ("2021-07/2022-07-22", date(2021, 7, 1), date(2022, 7, 22)),
    ("2024-09/..", date(2024, 9, 1), None),
    ("../2024-09", None, date(2024, 9, 30)),
    ("XXXX-07-22", None, None),
    ("not EDTF", None, None),
    (None, None, None),
]


@pytest.mark.parametrize(("value", "start", "end"), DAYS)
def test_every_date_has_its_days_beside_it(value: str | None, start: date | None, end: date | None) -> None:
    talk = {"kind": "talks", "status": "held", "date": value, "period": value}
    paper = {"name": "a", "kind": "treaty", "status": "cited", "signed": value}
    (row,) = to_arrow(
        [record(talk=talk, other_talks=[talk], agreements=[paper], dates=[{"text": "a", "value": value}])]
    ).to_pylist()
    for item, name in (
        (row["talk"], "date"), (row["talk"], "period"), (row["other_talks"][0], "date"), (row["other_talks"][0], "period"),
        (row["agreements"][0], "signed"), (row["dates"][0], "value"),
    ):  # fmt: skip
        assert (item[name], item[f"{name}_start"], item[f"{name}_end"]) == (value, start, end)
    assert SCHEMA.field("talk").type.field("date_start").type == pa.date32()


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2021-12-11T12:05+07:00", date(2021, 12, 11)),
        ("2021-12-11", date(2021, 12, 11)),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_of_publication_stands_beside_its_date(published: str | None, day: date | None) -> None:
    (row,) = to_arrow([record(document={"id": "x", "published": published})]).to_pylist()
    assert (row["document"]["published"], row["document"]["published_day"]) == (published, day)


@pytest.mark.parametrize(
    ("value", "number"),
    [(2480, 2480.0), (3.5, 3.5), (2480.0, 2480.0), (2**63, 2.0**63), (10**400, None), (float("inf"), float("inf"))],
)
def test_a_number_comes_back_as_what_it_was(value: float, number: float | None) -> None:
    figure = {"value": value, "unit": "a", "category": "other", "what": "a"}
    table = to_arrow([record(figures=[figure])])
    (back,) = from_arrow(table)
    assert (back.figures[0].value, type(back.figures[0].value)) == (value, type(value))
    assert table.to_pylist()[0]["figures"][0]["value"] == number


def test_no_records_make_an_empty_table() -> None:
    assert to_arrow([]).num_rows == 0
    assert to_arrow([]).schema.equals(SCHEMA)
    assert from_arrow(to_arrow([])) == []


def test_extractions_bring_warnings_and_if_asked_their_text(extractor: Extractor) -> None:
    done = extractor.run("The price of gold rose.", id="a")
    (row,) = to_arrow([done]).to_pylist()
    assert (row["warnings"], row["text"], row["error"]) == (list(done.warnings), None, None)
    assert len(done.warnings) == 1
    assert to_arrow([done], keep_text=True)["text"].to_pylist() == [done.text]
    assert to_arrow([done.record], keep_text=True)["warnings"].to_pylist() == [None]


def test_a_failure_is_a_row_with_its_id_and_the_reason(extractor: Extractor) -> None:
    articles = [
        Article("Giá vàng.", id="a"),
        Article("Giá vàng.", id="b", published="soon"),
        Article("Giá vàng.", id="c"),
    ]
    table = to_arrow(extractor.run_many(articles, on_error="yield"))
    assert table["id"].to_pylist() == ["a", "b", "c"]
    assert [reason and reason.split(",")[0] for reason in table["error"].to_pylist()] == [
        None, "published must be an ISO 8601 date or date-time such as 2025-09-17", None,
    ]  # fmt: skip
    assert [r.document.id for r in from_arrow(table)] == ["a", "c"]


def test_what_is_no_record_is_named_by_its_position() -> None:
    with pytest.raises(
        UsageError, match=r"records\[1\] must be a TalkRecord, Extraction or ExtractFailure, not Article"
    ):
        to_arrow([record(), Article("a")])  # type: ignore[list-item]


def test_a_whole_number_that_no_column_holds_is_named_by_its_position() -> None:
    fits = {"field": "title", "start": LARGEST - 1, "end": LARGEST, "text": "a", "source": "rule:a"}
    wide = {**fits, "end": LARGEST + 1}
    assert len(from_arrow(to_arrow([record(document={"id": "x", "evidence": [fits]})]))) == 1
    with pytest.raises(UsageError, match=r"records\[1\] holds a whole number of more than 64 bits"):
        to_arrow([record(), record(document={"id": "x", "evidence": [wide]})])


def test_a_table_without_a_column_of_the_record_is_refused() -> None:
    with pytest.raises(UsageError, match=r"the columns \['talk', 'gaps'\] are missing"):
        from_arrow(to_arrow([record()]).drop_columns(["talk", "gaps"]))


def test_a_row_that_holds_no_record_is_named_without_its_values() -> None:
    table = to_arrow([record(), record(talk={"kind": "talks", "status": "held", "name": "secret"})])
    rows = table.to_pylist()
    rows[1]["talk"]["kind"] = "secret"
    with pytest.raises(UsageError, match=r"row 1 holds no record: talk\.kind: ") as e:
        from_arrow(pa.Table.from_pylist(rows, SCHEMA))
    assert "secret" not in str(e.value)
    rows[1] = {"id": "x"}
    with pytest.raises(UsageError, match="row 1 holds no record"):
        from_arrow(pa.Table.from_pylist(rows, SCHEMA))


def test_columns_are_found_by_name_whatever_an_engine_made_of_their_types() -> None:
    table = to_arrow(corpus()[:9])
    for name in ("schema_version", "id"):
        table = table.set_column(table.column_names.index(name), name, table[name].dictionary_encode())
    gaps = table["gaps"].cast(pa.large_list(pa.large_string()))
    table = table.drop_columns(["gaps", "error", "id"]).append_column("gaps", gaps).append_column("n", [[*range(9)]])
    assert exact(from_arrow(table)) == exact(corpus()[:9])


def articles(**columns: object) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


def test_the_kernel_gives_the_rows_of_the_extractor(extractor: Extractor) -> None:
    some = CASES[:28]
    batch = articles(
        id=[c.id for c in some], text=[c.text for c in some], published=[c.published for c in some], year=[1] * len(some)
    )  # fmt: skip
    done = extractor.run_many([Article(c.text, c.id, c.published) for c in some])
    out = extract_batch(batch)
    assert isinstance(out, pa.RecordBatch)
    assert pa.Table.from_batches([out]).equals(to_arrow(done).combine_chunks(), check_metadata=True)


def test_the_kernel_takes_texts_alone(extractor: Extractor) -> None:
    out = extract_batch(articles(text=[TEXT]))
    assert from_arrow(out) == [extractor.extract(TEXT)]
    assert out.to_pylist()[0]["id"] == extractor.extract(TEXT).document.id
    assert out.to_pylist()[0]["text"] is None


def test_the_kernel_hands_on_what_the_caller_knows() -> None:
    batch = articles(url=["https://a.example/1"], published=["2025-09-17"], text=[TEXT], id=["a"])
    (row,) = extract_batch(batch, keep_text=True).to_pylist()
    document = row["document"]
    assert (row["id"], document["id"], document["url"], document["published"], row["text"]) == (
        "a", "a", "https://a.example/1", "2025-09-17", TEXT,
    )  # fmt: skip


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())], ids=str
)
def test_strings_of_every_kind_are_read(kind: pa.DataType, extractor: Extractor) -> None:
    batch = articles(text=pa.array([TEXT, TEXT]).cast(kind), id=pa.array(["a", None]).cast(kind))
    assert from_arrow(extract_batch(batch)) == [extractor.extract(TEXT, id="a"), extractor.extract(TEXT)]


def test_whole_numbers_are_read_as_ids_and_days_as_dates_of_publication() -> None:
    batch = articles(text=[TEXT, TEXT], published=pa.array([date(2025, 9, 17), None]), id=[7, 8])
    records = from_arrow(extract_batch(batch))
    assert [r.document.published for r in records] == ["2025-09-17", None]
    assert [r.document.id for r in records] == ["7", "8"]


def test_an_article_that_cannot_be_read_is_a_row_with_its_id_and_the_reason() -> None:
    batch = articles(
        id=["a", "b", "c", None, " "], text=[TEXT, None, TEXT, None, TEXT], published=[None, None, "17/9/2025", None, None]
    )  # fmt: skip
    rows = extract_batch(batch).to_pylist()
    assert [row["id"] for row in rows] == ["a", "b", "c", None, " "]
    assert [row["document"] is None for row in rows] == [False, True, True, True, True]
    assert [row["error"] for row in rows] == [
        None, "there is no text: it is None, or a missing value",
        "published must be an ISO 8601 date or date-time such as 2025-09-17, not '17/9/2025'", "there is no text: it is None, or a missing value",
        "id must be a text that is not blank, or None, not ' '",
    ]  # fmt: skip
    assert all(row[name] is None for row in rows[1:] for name in SCHEMA.names if name not in ("id", "error"))
    assert [r.document.id for r in from_arrow(extract_batch(batch))] == ["a"]
    assert extract_batch(batch, keep_text=True)["text"].to_pylist() == [TEXT, None, TEXT, None, TEXT]


def test_a_defect_takes_one_row_and_tells_nothing_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(self: Extractor, text: str, **given: object) -> None:
        raise KeyError(text)

    monkeypatch.setattr(Extractor, "run", run)
    (row,) = extract_batch(articles(text=[TEXT], id=["a"])).to_pylist()
    assert row["id"] == "a"
    assert row["error"].startswith("a defect of talkextract, please report it: KeyError at test_arrow.py:")


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"body": ["a"]}, r"a batch of articles has one column 'text'; the columns of this one are \['body'\]"),
        ({"text": [b"a"]}, r"the column 'text' holds binary, not strings; decode bytes first \(UTF-8\)"),
        ({"text": [date(2025, 1, 1)]}, r"the column 'text' holds date32\[day\], not strings"),
    ],
)
def test_a_batch_that_holds_no_articles_is_refused(columns: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        extract_batch(articles(**columns))


def test_an_empty_batch_gives_an_empty_batch() -> None:
    out = extract_batch(articles(text=pa.array([], pa.string())))
    assert (out.num_rows, out.schema.equals(SCHEMA)) == (0, True)


def test_an_extractor_is_made_once_for_its_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    init = Extractor.__init__

    def count(self: Extractor, **given: object) -> None:
        made.append(given["rules"])
        init(self, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(Extractor, "__init__", count)
    (tmp_path / "regions.csv").write_text(
        "country,code,kind,name,spellings,valid_from,valid_to,within,source\n", "utf-8"
    )
    batch = articles(text=[TEXT])
    for rules in (tmp_path, str(tmp_path), [tmp_path], (str(tmp_path),)):
        assert extract_batch(batch, rules=rules).num_rows == 1
    assert made == [(str(tmp_path),)]


def test_wrong_rules_end_the_run(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text("[[rule]]\nid = 'a'\n", "utf-8")
    with pytest.raises(RuleError):
        extract_batch(articles(text=[TEXT]), rules=tmp_path)


def test_without_pyarrow_the_error_names_the_extra() -> None:
    code = """
import sys
sys.modules["pyarrow"] = None
import talkextract
try:
    talkextract.to_arrow
except talkextract.UsageError as e:
    print(e)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "tables need pyarrow, which is not installed: pip install 'talkextract[tables]'\n"
