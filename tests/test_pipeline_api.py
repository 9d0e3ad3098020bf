"""The calls that users make: `extract`, `Extractor`, `extract_many`, the schema."""

from __future__ import annotations

import json
import re
import threading
from pathlib import Path

import pytest
from pydantic import ValidationError

from support import seeds
from talkextract import (
    Article,
    Extraction,
    Extractor,
    InputError,
    RuleError,
    TalkextractError,
    TalkRecord,
    UsageError,
    extract,
)  # fmt: skip

TEXT = "Ngày 16/9, tại tỉnh Điện Biên diễn ra hội đàm giữa hai bên."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def test_extract_gives_a_record_of_what_it_was_told(extractor: Extractor) -> None:
    record = extract(TEXT, id="a", published="2025-09-17", url="https://a.vn/a")
    assert isinstance(record, TalkRecord)
    assert record.schema_version == "1"
    assert (record.document.id, record.document.published, record.document.url) == ("a", "2025-09-17", "https://a.vn/a")
    assert record == extractor.extract(TEXT, id="a", published="2025-09-17", url="https://a.vn/a")


def test_what_comes_from_the_caller_has_no_evidence() -> None:
    record = extract(TEXT, id="a", published="2025-09-17", url="https://a.vn/a")
    assert {e.field for e in record.document.evidence} & {"id", "published", "url"} == set()


def test_run_gives_the_text_and_warnings_too(extractor: Extractor) -> None:
    done = extractor.run(TEXT, id="a")
    assert isinstance(done, Extraction)
    assert (done.record, done.text) == (extractor.extract(TEXT, id="a"), TEXT)
    assert done.warnings == ("'hội đàm': an event is named, but not two states that hold it; no talk is recorded",)


def test_run_warns_of_a_page_whose_clock_is_not_the_day_of_publication(extractor: Extractor) -> None:
    warnings = {case.id: extractor.run(case.text).warnings for case in seeds()}
    assert {key: given for key, given in warnings.items() if given} == {
        "002_b4c6740c1dbce7cf": (
            "2023-05-28T05:02+07:00: the page's clock is not the day of publication, the article contradicts it",
        )
    }


def test_the_published_day_gives_a_day_its_year() -> None:
    assert extract(TEXT, published="2025-09-17").dates[0].value == "2025-09-16"
    assert extract(TEXT, published="2025-09-16T08:00+07:00").dates[0].value == "2025-09-16"
    assert extract(TEXT, published="2025-09-01").dates[0].value == "2024-09-16"
    assert extract(TEXT).dates[0].value == "XXXX-09-16"


@pytest.mark.parametrize(
    "published", ["16/9/2025", "hôm qua", "2025-02-30", "2025-9-1", " ", "2025-09-17 lúc 8h", 2025]
)
def test_a_published_day_that_is_not_iso_8601_is_a_usage_error(published: str) -> None:
    with pytest.raises(UsageError, match="published"):
        extract(TEXT, published=published)


def test_extract_many_is_lazy_and_keeps_the_order(extractor: Extractor) -> None:
    taken = []

    def articles():
        for item in (Article(TEXT, id="a"), TEXT, Article("", id="c", published="2025-01-01")):
            taken.append(item)
            yield item

    records = extractor.extract_many(articles())
    assert taken == []
    assert next(records).document.id == "a"
    assert len(taken) == 1
    rest = list(records)
    assert [r.document.published for r in rest] == [None, "2025-01-01"]
    assert rest[0] == extractor.extract(TEXT)


@pytest.mark.parametrize(
    ("articles", "words"),
    [
        (
            TEXT,
            "articles must be an iterable of Article, str or rows, or a DataFrame, not str; put one article in a list",
        ),
        (Article(TEXT), "articles must be an iterable of Article, str or rows, or a DataFrame, not Article"),
        (5, "articles must be an iterable of Article, str or rows, or a DataFrame, not int"),
    ],
)
def test_extract_many_of_what_holds_no_articles_is_a_usage_error_at_once(
    extractor: Extractor, articles: object, words: str
) -> None:
    with pytest.raises(UsageError, match=f"^{re.escape(words)}"):
        extractor.extract_many(articles)  # type: ignore[arg-type]


def test_a_text_without_an_id_may_come_twice(extractor: Extractor) -> None:
    assert len({record.document.id for record in extractor.extract_many([TEXT, TEXT])}) == 1


@pytest.mark.parametrize("field", ["id", "url", "published"])
@pytest.mark.parametrize("value", ["", " ", "\n\t\u00a0", 5, b"a"])
def test_what_names_an_article_is_a_text_that_is_not_blank(field: str, value: object) -> None:
    with pytest.raises(UsageError, match=f"^{field} must be a text that is not blank, or None, not "):
        extract(TEXT, **{field: value})


def test_an_extractor_serves_threads(extractor: Extractor) -> None:
    cases = seeds()
    expected = [extractor.extract(case.text) for case in cases]
    got: dict[int, list[TalkRecord]] = {}

    def work(number: int) -> None:
        got[number] = [extractor.extract(case.text) for case in cases]

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [got[n] for n in range(4)] == [expected] * 4


def test_a_rules_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder of rules"):
        Extractor(rules=tmp_path / "nowhere")


def test_a_rules_folder_without_rules_and_tables(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"no rules \(\*\.toml\) and no tables \(\*\.csv\) in this folder"):
        Extractor(rules=tmp_path)
    (tmp_path / "forces.csv").write_text("id,heads,level,source\n", "utf-8")
    assert Extractor(rules=tmp_path).extract(TEXT) == extract(TEXT)


def test_errors_are_one_tree() -> None:
    assert all(issubclass(error, TalkextractError) for error in (InputError, RuleError, UsageError))


def test_records_are_frozen_and_closed() -> None:
    record = extract(TEXT)
    with pytest.raises(ValidationError):
        record.gaps = ()  # type: ignore[misc]
    with pytest.raises(ValidationError):
        TalkRecord.model_validate({**json.loads(record.model_dump_json()), "more": 1})


def test_the_schema_names_every_part_and_closes_every_list() -> None:
    schema = TalkRecord.model_json_schema()
    assert list(schema["properties"]) == [
        "schema_version", "document", "talk", "delegations", "people", "units", "agreements", "border_points", "figures", "topics",
        "dates", "other_talks", "gaps",
    ]  # fmt: skip
    assert schema["additionalProperties"] is False
    assert len(schema["$defs"]["Topic"]["properties"]["topic"]["enum"]) == 23
    assert all(d["additionalProperties"] is False for d in schema["$defs"].values())


def test_text_without_a_talk_gives_an_empty_record() -> None:
    record = extract("")
    assert record == TalkRecord(document=record.document)
    assert record.document.title is None
