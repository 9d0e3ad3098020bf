"""The report's page and the gold that a review makes: what the page is given, and what becomes of marks.

What a browser does with the page is tested in tests/browser.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from support import SEEDS, read_exact
from talkextract import Extractor, InputError, TalkRecord, UsageError
from talkextract.doors.cli import app
from talkextract.doors.corrections import corrected, gold_of, read_correction
from talkextract.doors.forms import form_of
from talkextract.doors.golds import read_gold
from talkextract.doors.report import page
from talkextract.record import Document, Evidence, Talk
from talkextract.rules import load_rules
from talkextract.tables import Tables

TABLES = Tables(load_rules().folders)
SEED = next(SEEDS.glob("001*.txt"))


@pytest.fixture(scope="module")
def record() -> TalkRecord:
    return Extractor().extract(read_exact(SEED), id="001")


def data_of(html: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, flags=re.DOTALL)
    return json.loads(found)


def test_the_page_holds_each_record_its_text_and_its_marks(record: TalkRecord) -> None:
    text = read_exact(SEED)
    data = data_of(page([record], {"001": text}, [{"id": "bad", "reason": "not UTF-8"}], TABLES))
    (article,) = data["articles"]
    assert article["text"] == text
    assert article["pairs"] == [["VN-71", "LA-LP"]]
    assert article["provinces"] == ["LA-LP", "VN-71"]
    assert article["record"]["talk"]["round"] == 13
    assert "evidence" not in json.dumps(article["record"])
    rank = [m for m in article["marks"] if any(path == "people[0].rank" for path, _ in m[2])]
    assert [text[m[0] : m[1]] for m in rank] == ["Đại tá"]
    assert data["errors"] == [{"id": "bad", "reason": "not UTF-8"}]
    assert (data["regions"]["VN-71"], data["regions"]["LA-LP"]) == ("Điện Biên", "Luông Pha Băng")


def test_the_borders_stand_in_the_order_of_the_table(record: TalkRecord) -> None:
    china, laos, cambodia = data_of(page([record], {}, [], TABLES))["borders"]
    assert [china["country"], laos["country"], cambodia["country"]] == ["CN", "LA", "KH"]
    assert [p["name"] for p in china["provinces"]][:3] == ["Quảng Ninh", "Lạng Sơn", "Cao Bằng"]
    assert [p["name"] for p in china["provinces"]][-1] == "Điện Biên"
    (dien_bien,) = [p for p in laos["provinces"] if p["name"] == "Điện Biên"]
    assert dien_bien["gates"][:2] == [
        {"id": "gate:tay-trang", "name": "Tây Trang", "kind": "international_gate", "counterpart": "Pang Hốc"},
        {"id": "gate:huoi-puoc", "name": "Huổi Puốc", "kind": "main_gate", "counterpart": "Na Son"},
    ]


def test_offsets_count_as_those_of_a_script_do() -> None:
    text = "𝄞𝄞 Hội đàm 𝄞 hôm nay"
    own = (Evidence(field="kind", start=3, end=10, text="Hội đàm", source="rule:a"),)
    record = TalkRecord(document=Document(id="x"), talk=Talk(kind="talks", status="held", evidence=own))
    (article,) = data_of(page([record], {"x": text}, [], TABLES))["articles"]
    ((start, end, _, part),) = article["marks"]
    units = text.encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le") == "Hội đàm"
    assert part == "talk"


def test_an_article_is_no_markup_in_the_page() -> None:
    text = "</script><script>alert(1)</script><!-- \u2028"
    record = TalkRecord(document=Document(id="x", title="</script>"))
    html = page([record], {"x": text}, [], TABLES)
    assert html.count("<script") == 2
    assert data_of(html)["articles"][0]["text"] == text
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", html)


def test_the_closed_lists_of_a_correction_are_those_of_the_record() -> None:
    data = data_of(page([], {}, [], TABLES))
    assert data["choices"]["talk.series"] == ["annual", "periodic", "professional", "extraordinary"]
    assert "co_chair" in data["choices"]["people[].roles[]"]
    assert "talk" not in data["lists"]
    assert {"people", "units", "dates", "other_talks"} <= set(data["lists"])
    assert data["fields"]["dates"] == ["text", "value"]


def test_the_text_of_another_article_is_refused(record: TalkRecord) -> None:
    with pytest.raises(UsageError, match="'001'"):
        page([record], {"001": "x" * 5000}, [], TABLES)


# --- what becomes of marks ---


def mark(path: str, verdict: str, value: object = None, **more: object) -> dict[str, Any]:
    return read_correction({"id": "001", "path": path, "verdict": verdict, "value": value, **more}, "here")


def test_marks_become_a_record(record: TalkRecord) -> None:
    made = corrected(record, [
        mark("talk.round", "right", 13),
        mark("talk.series", "wrong", "annual"),
        mark("talk.period", "corrected", None, correction="2025"),
        mark("people[0].rank", "corrected", "Đại tá", correction="Thượng tá"),
        mark("people[1].name", "wrong", "Pạ Sợt Phổn Mạ Lắt"),
        mark("delegations[0].units[0]", "wrong", "Ban Chỉ huy Bộ đội Biên phòng tỉnh Điện Biên"),
        mark("figures[+0]", "added", correction={"value": "12", "unit": "lần", "category": "patrols", "what": "tuần tra"}),
        mark("people[+1]", "added", correction={"name": "Nguyễn Văn Bịa", "roles": "speaker; signatory", "rank": ""}),
        mark("", "reviewed"),
    ])  # fmt: skip
    assert made.talk is not None
    assert (made.talk.round, made.talk.series, made.talk.period) == (13, None, "2025")
    assert [(p.name, p.rank, p.roles) for p in made.people] == [
        ("Vừ A Khua", "Thượng tá", ("co_chair",)), ("Nguyễn Văn Bịa", None, ("speaker", "signatory")),
    ]  # fmt: skip
    assert made.delegations[0].units == ()
    assert made.figures[-1].value == 12
    # Pạ Sợt Phổn Mạ Lắt, who is no person of this record any more, led the second side
    assert made.gaps == ("talk.series", "delegations[1].head")
    assert made.units == tuple(u.model_copy(update={"evidence": ()}) for u in record.units)


def test_what_an_item_cannot_be_without_takes_the_item_along(record: TalkRecord) -> None:
    name = record.units[0].name
    made = corrected(
        record, [mark("units[0].name", "wrong", name), mark("talk.place.name", "wrong", record.talk.place.name)]
    )  # type: ignore[union-attr]
    assert [u.name for u in made.units] == [u.name for u in record.units[1:]]
    assert made.talk is not None
    assert made.talk.place is None
    assert corrected(record, [mark("talk.kind", "wrong", "talks")]).talk is None
    two = [mark(f"dates[{i}].text", "wrong", d.text) for i, d in enumerate(record.dates)]
    assert corrected(record, two).dates == ()


def test_what_was_empty_is_filled(record: TalkRecord) -> None:
    made = corrected(record, [
        mark("people[0].roles[+0]", "added", correction="speaker"),
        mark("people[0].roles[+1]", "added", correction="signatory"),
        mark("delegations[1].units[+]", "added", correction="Đồn Biên phòng Bịa"),
        mark("units[0].parent", "corrected", None, correction="Bộ đội Biên phòng"),
    ])  # fmt: skip
    assert made.people[0].roles == ("co_chair", "speaker", "signatory")
    assert made.delegations[1].units == (*record.delegations[1].units, "Đồn Biên phòng Bịa")
    assert made.units[0].parent == "Bộ đội Biên phòng"


def test_a_talk_or_a_place_that_was_not_found_is_given() -> None:
    none = TalkRecord(document=Document(id="001"))
    given = {"kind": "talks", "status": "held", "date": "2025-09-16", "place": "Sơn La", "name": ""}
    made = corrected(none, [mark("talk[+0]", "added", correction=given)])
    assert made.talk is not None
    assert made.talk.place is not None
    assert (made.talk.kind, made.talk.date, made.talk.place.name, made.talk.name) == (
        "talks",
        "2025-09-16",
        "Sơn La",
        None,
    )
    assert "talk.round" in made.gaps
    placeless = TalkRecord(document=Document(id="001"), talk=Talk(kind="talks", status="held"))
    place = corrected(placeless, [mark("talk.place", "corrected", None, correction="Hà Nội")]).talk.place  # type: ignore[union-attr]
    assert place is not None
    assert place.name == "Hà Nội"


@pytest.mark.parametrize(("line", "says"), [
    (mark("people[9].rank", "wrong", "x"), "no people[9].rank"),
    (mark("talk.round", "wrong", 12), "judged as 12, but the record says 13"),
    (mark("talk/round", "wrong", 13), "no path of a record"),
    (mark("people[0].country", "corrected", "VN", correction="Vietnam"), "people[0].country cannot be 'Vietnam'; write a country as in ISO 3166-1: VN, LA, CN, KH"),
    (mark("talk[+]", "added", correction={}), "no list that takes this item"),
    (mark("people[0].roles[+]", "added", correction={"name": "x"}), "no list that takes this item"),
    (mark("people[9].roles[+]", "added", correction="speaker"), "no people[9].roles"),
    (mark("people[0].roles[+]", "added", correction="boss"), "people[0].roles[1] is 'boss': input should be 'head', 'co_chair'"),
    (mark("units[+]", "added", correction={"name": "X", "kind": "navy"}), "units[3].kind is 'navy'"),
    (mark("people[0]", "wrong", {}), "people[0] holds several values; mark them one by one"),
    (mark("people[0].name[0]", "wrong", "V"), "the record has no people[0].name[0]"),
    (mark("units[+]", "added", correction="X"), "a new item of units is an object with its fields, not str"),
    (mark("document.id", "wrong", "001"), "the id of a record cannot be wrong"),
])  # fmt: skip
def test_marks_that_do_not_fit_are_refused_in_words(record: TalkRecord, line: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError, match=re.escape(says)) as caught:
        corrected(record, [line])
    assert "001" in str(caught.value)


UNIT = "Ban Chỉ huy Bộ đội Biên phòng tỉnh Điện Biên"


def test_what_names_a_person_or_unit_follows_its_new_name(record: TalkRecord) -> None:
    made = corrected(record, [
        mark("delegations[0].head", "right", "Vừ A Khua"),
        mark("people[0].name", "corrected", "Vừ A Khua", correction="Vừ A Khúa"),
        mark("units[0].name", "corrected", UNIT, correction="Đồn Biên phòng Bịa"),
        mark("units[1].parent", "corrected", None, correction=UNIT),
    ])  # fmt: skip
    assert (made.delegations[0].head, made.people[0].name) == ("Vừ A Khúa", "Vừ A Khúa")
    assert made.delegations[1].head == "Pạ Sợt Phổn Mạ Lắt"
    assert made.delegations[0].units == ("Đồn Biên phòng Bịa",)
    assert (made.people[0].unit, made.units[1].parent) == ("Đồn Biên phòng Bịa", "Đồn Biên phòng Bịa")


def test_what_was_corrected_itself_stays_as_it_was_typed(record: TalkRecord) -> None:
    made = corrected(record, [
        mark("people[0].name", "corrected", "Vừ A Khua", correction="Vừ A Khúa"),
        mark("delegations[0].head", "corrected", "Vừ A Khua", correction="Pạ Sợt Phổn Mạ Lắt"),
    ])  # fmt: skip
    assert made.delegations[0].head == "Pạ Sợt Phổn Mạ Lắt"


@pytest.mark.parametrize("line", [
    mark("units[0].name", "wrong", UNIT), mark("units[0].kind", "wrong", "border_guard_command"),
], ids=["name", "kind"])  # fmt: skip
def test_what_names_a_unit_that_is_none_goes_with_it(record: TalkRecord, line: dict[str, Any]) -> None:
    made = corrected(record, [line])
    assert made.delegations[0].units == ()
    assert made.people[0].unit is None
    assert made.people[1].unit == record.people[1].unit is not None


def test_a_name_that_another_item_has_stays_where_it_is(record: TalkRecord) -> None:
    again = {"name": "Vừ A Khua", "roles": "co_chair"}
    made = corrected(
        record, [mark("people[0].name", "wrong", "Vừ A Khua"), mark("people[+0]", "added", correction=again)]
    )
    assert made.delegations[0].head == "Vừ A Khua"
    twice = record.model_copy(update={"people": (*record.people, record.people[0])})
    assert corrected(twice, [mark("people[2].name", "wrong", "Vừ A Khua")]).delegations[0].head == "Vừ A Khua"


def test_a_head_cannot_be_right_whose_person_is_wrong(record: TalkRecord) -> None:
    with pytest.raises(InputError, match=r"001: delegations\[0\].head was judged right, but the item of people"):
        corrected(
            record, [mark("delegations[0].head", "right", "Vừ A Khua"), mark("people[0].name", "wrong", "Vừ A Khua")]
        )


FIGURE = {"unit": "lần", "category": "patrols", "what": "tuần tra"}


@pytest.mark.parametrize(("typed", "value"), [
    ("2480", 2480), ("2.480", 2480), (" 2.480 ", 2480), ("2,5", 2.5), ("2.5", 2.5), ("1.449,566", 1449.566), ("0,125", 0.125),
    ("449,5660", 449.566), ("1.250.000", 1250000), ("3,1 tỷ", 3100000000), (449.566, 449.566),
])  # fmt: skip
def test_a_number_is_read_as_papers_write_it(record: TalkRecord, typed: str | float, value: float) -> None:
    made = corrected(record, [mark("figures[+0]", "added", correction={"value": typed, **FIGURE})])
    assert made.figures[-1].value == value
    again = corrected(made, [mark("figures[0].value", "corrected", value, correction=typed)])
    assert again.figures[0].value == value


@pytest.mark.parametrize("typed", ["2,480", "12,000", "nhiều", "-3", "2.48.0"])
def test_a_number_that_may_be_two_or_none_is_refused(record: TalkRecord, typed: str) -> None:
    says = f"001: figures.value cannot be '{typed}'; write a number as 2480 or 2.480, a fraction as 2,5"
    with pytest.raises(InputError, match=re.escape(says)):
        corrected(record, [mark("figures[+0]", "added", correction={"value": typed, **FIGURE})])


@pytest.mark.parametrize(("path", "typed", "value"), [
    ("talk.date", "16/9/2025", "2025-09-16"), ("talk.date", "2025-09-16", "2025-09-16"),
    ("talk.date", "ngày 24 đến 26/11/2022", "2022-11-24/2022-11-26"), ("talk.period", "2024-09/..", "2024-09/.."),
    ("talk.period", "9/2024", "2024-09"), ("talk.period", "quý II/2024", "2024-34"), ("talk.date", "XXXX-07-22", "XXXX-07-22"),
    ("talk.round", "14", 14), ("talk.round", "XIV", 14), ("talk.round", "mười bốn", 14),
    ("document.published", "17/9/2025", "2025-09-17"), ("document.published", "2025-09-17T08:00", "2025-09-17T08:00"),
    ("talk.name", "  ", None),
])  # fmt: skip
def test_dates_and_ordinals_are_read_as_papers_write_them(
    record: TalkRecord, path: str, typed: str, value: object
) -> None:
    part, field = path.split(".")
    have = getattr(getattr(record, part), field)
    made = corrected(record, [mark(path, "corrected", have, correction=typed)])
    assert getattr(getattr(made, part), field) == value


@pytest.mark.parametrize(("path", "typed"), [
    ("talk.date", "16/9"), ("talk.date", "2025-02-30"), ("talk.date", "31/2/2025"), ("talk.date", "9/16/2025"),
    ("talk.date", "hôm qua"), ("talk.date", "ngày 16/9/2025 và 3/4/2024"), ("talk.date", "không rõ"),
    ("talk.round", "0"), ("talk.round", "13,5"), ("document.published", "9/2025"), ("talk.period", "từ tháng 9 đến nay"),
])  # fmt: skip
def test_dates_and_ordinals_that_say_too_little_are_refused(record: TalkRecord, path: str, typed: str) -> None:
    part, field = path.split(".")
    have = getattr(getattr(record, part), field)
    with pytest.raises(InputError, match=rf"001: {path} cannot be '{typed}'; write an? "):
        corrected(record, [mark(path, "corrected", have, correction=typed)])


def test_the_page_takes_what_is_read_and_refuses_what_is_not() -> None:
    forms = data_of(page([], {}, [], TABLES))["forms"]
    taken = {
        "figures[].value": ["2480", "2.480", "2,5", "2.5", "1.449,566", "0,125", "449,5660"],
        "talk.round": ["13", "XIV"],
        "talk.date": ["16/9/2025", "9/2025", "2025-09-16", "2025", "2022-11-24/2022-11-26", "2024-09/..", "XXXX-07-22"],
        "other_talks[].period": ["2024-40"],
        "agreements[].signed": ["18/11/2009"],
        "document.published": ["2025-09-17", "17/9/2025", "2021-12-11T12:05+07:00"],
        "people[].country": ["VN"],
    }
    for path, typed in taken.items():
        assert [x for x in typed if not re.fullmatch(forms[path][0], x) or form_of(path).read(x) is None] == []  # type: ignore[union-attr]
    refused = {
        "figures[].value": ["2,480", "2.48.0", "x"], "talk.round": ["0", "13.5"], "people[].country": ["vn", "Lào"],
        "dates[].value": ["16/9", "hôm qua", "16.9.2025x"],
    }  # fmt: skip
    for path, typed in refused.items():
        assert [x for x in typed if re.fullmatch(forms[path][0], x)] == []


ANY = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3000) | st.sampled_from(["", "Vừ A Khua", "2.480", "16/9/2025", "VN", "head", "?"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["name", "roles", "kind", "value"]), inner, max_size=2),
    max_leaves=4,
)  # fmt: skip
PATHS = (
    "talk talk[+] talk.round talk.date talk.place talk.place.name talk.place.region people people[0] people[0].name "
    "people[1].name people[0].roles people[0].roles[0] people[0].roles[+] people[+0] people[+1] people[0].unit people[0].name[0] "
    "delegations[0].head delegations[0].units delegations[0].units[0] delegations[1].country delegations[+] units[0].name "
    "units[0].kind units[+] figures[+] dates[0].value topics[0].topic document document.id document.published gaps gaps[0] gaps[+] x"
).split()  # fmt: skip


@given(
    st.lists(
        st.tuples(st.sampled_from(PATHS), st.sampled_from(["right", "wrong", "corrected", "added"]), ANY), max_size=4
    )
)
def test_any_marks_make_a_record_or_are_refused_in_words(
    record: TalkRecord, marks: list[tuple[str, str, object]]
) -> None:
    tree = record.model_dump(mode="json")
    lines = []
    for path, verdict, correction in marks:
        value: Any = tree
        for key, index in re.findall(r"([a-z_]+)|\[(\d+)\]", path):
            steps = len(value) if isinstance(value, list | str) else 0
            value = (
                value.get(key)
                if isinstance(value, dict)
                else value[int(index)]
                if index and int(index) < steps
                else None
            )
        lines.append(mark(path, verdict, value, correction=correction))
    refused = ""
    try:
        made = corrected(record, lines)
    except InputError as e:
        made, refused = None, str(e)
    assert (
        refused.startswith("001: ") if made is None else TalkRecord.model_validate_json(made.model_dump_json()) == made
    )


@pytest.mark.parametrize("line", [
    [], {"id": "a"}, {"id": "a", "path": "p", "verdict": "maybe"}, {"id": "a", "path": "p", "verdict": "corrected"},
])  # fmt: skip
def test_lines_that_are_no_corrections_are_named(line: object) -> None:
    with pytest.raises(InputError, match=r"^c.jsonl, line 3: "):
        read_correction(line, "c.jsonl, line 3")


def test_gold_has_the_shape_of_the_gold_that_is_shipped(record: TalkRecord) -> None:
    shipped = json.loads(next((Path(__file__).parents[1] / "gold" / "seeds").glob("001*.json")).read_text("utf-8"))
    made = json.loads(gold_of(corrected(record, []), "2025-09-17"))
    assert list(made) == list(shipped)
    for part in ("document", "talk"):
        assert list(made[part]) == list(shipped[part])
    for part in ("delegations", "people", "units", "border_points", "dates"):
        assert list(made[part][0]) == list(shipped[part][0])
    assert made["topics"] == shipped["topics"]
    assert made["given"] == {"published": "2025-09-17"}


# --- the commands ---


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the records of two seeds."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    for name in ("001", "004"):
        text = read_exact(next(SEEDS.glob(f"{name}*.txt")))
        (tmp_path / "texts" / f"{name}.txt").write_bytes(text.encode())
    assert CliRunner().invoke(app, ["extract", "texts", "-o", "records.jsonl"]).exit_code == 0
    return tmp_path


def command(*args: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, list(args))
    return done.exit_code, done.stdout, done.stderr


def test_from_a_run_to_gold(run: Path) -> None:
    (run / "errors.jsonl").write_text('{"id": "x", "reason": "not UTF-8"}\n', "utf-8")
    given = ("report", "records.jsonl", "--texts", "texts", "--errors", "errors.jsonl", "-o", "out/report.html")
    assert command(*given) == (0, "", "")
    data = data_of((run / "out" / "report.html").read_text("utf-8"))
    assert [a["record"]["document"]["id"] for a in data["articles"]] == ["001", "004"]
    assert data["errors"][0]["id"] == "x"
    lines = [
        {"id": "001", "path": "talk.round", "verdict": "corrected", "value": 13, "correction": "14"},
        {"id": "001", "path": "", "verdict": "reviewed", "value": None},
        {"id": "004", "path": "talk.kind", "verdict": "right", "value": "talks"},
        {"id": "gone", "path": "", "verdict": "reviewed"},
    ]
    (run / "c.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    code, out, err = command("corrections", "apply", "c.jsonl", "records.jsonl", "-o", "gold")
    assert (code, out) == (1, "1 gold record in gold\n")
    assert "004: has marks but was not said to be reviewed" in err
    assert "no record 'gone'" in err
    gold = read_gold(run / "gold")
    assert list(gold) == ["001"]
    assert gold["001"]["talk"]["round"] == 14
    _, out, _ = command("evaluate", "gold", "records.jsonl", "--errors")
    assert "talk.round" in out


def test_a_name_that_no_item_has_is_noted_and_its_gold_written(run: Path) -> None:
    lines = [
        {
            "id": "001",
            "path": "delegations[0].head",
            "verdict": "corrected",
            "value": "Vừ A Khua",
            "correction": "Vừ Bịa",
        },
        {"id": "001", "path": "", "verdict": "reviewed", "value": None},
    ]
    (run / "c.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    code, out, err = command("corrections", "apply", "c.jsonl", "records.jsonl", "-o", "gold")
    assert (code, out) == (0, "1 gold record in gold\n")
    says = "delegations[0].head is 'Vừ Bịa', but no item of people has that name; add it, or correct its name"
    assert err == f"note: 001: {says}\n"


def test_a_report_says_what_it_could_not_show(run: Path) -> None:
    (run / "texts" / "001.txt").unlink()
    (run / "texts" / "004.txt").write_text("Một bài khác.", "utf-8")
    code, _, err = command("report", "records.jsonl", "--texts", "texts", "-o", "r.html")
    assert code == 1
    assert "001.txt: no such file" in err
    assert "'004'" in err
    assert [a["text"] for a in data_of((run / "r.html").read_text("utf-8"))["articles"]] == [None, None]


@pytest.mark.parametrize(("args", "says"), [
    (("report", "gone.jsonl", "-o", "r.html"), "gone.jsonl: no such file"),
    (("report", "records.jsonl", "-o", "records.jsonl/r.html"), "cannot write to"),
    (("report", "records.jsonl", "--errors", "records.jsonl", "-o", "r.html"), "as a batch writes it"),
    (("corrections", "apply", "gone.jsonl", "records.jsonl", "-o", "g"), "gone.jsonl: no such file"),
    (("corrections", "apply", "records.jsonl", "records.jsonl", "-o", "g"), "a line is"),
])  # fmt: skip
def test_what_cannot_be_read_or_written_is_said_in_words(run: Path, args: tuple[str, ...], says: str) -> None:
    code, _, err = command(*args)
    assert code == 1
    assert says in err


def test_a_file_of_other_records_is_named_line_by_line(run: Path) -> None:
    (run / "r.jsonl").write_text(
        '{"document": {"id": "a"}, "talk": {"kind": "chat"}}\n{"document": {"id": "b"}}\n', "utf-8"
    )
    code, _, err = command("report", "r.jsonl", "-o", "r.html")
    assert code == 1
    assert "r.jsonl: a: no record of this version: talk.kind" in err
    assert len(data_of((run / "r.html").read_text("utf-8"))["articles"]) == 1


def test_an_id_that_leads_elsewhere_is_no_file_name(run: Path) -> None:
    (run / "r.jsonl").write_text('{"document": {"id": "../a"}}\n', "utf-8")
    (run / "c.jsonl").write_text('{"id": "../a", "path": "", "verdict": "reviewed"}\n', "utf-8")
    code, _, err = command("corrections", "apply", "c.jsonl", "r.jsonl", "-o", "gold")
    assert code == 1
    assert "'../a' cannot be the name of a file" in err
    assert not (run / "a.json").exists()
