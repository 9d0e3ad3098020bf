"""Events: which records are of one, what they say together, and what they say differently."""

from __future__ import annotations

import random
import re
import time
import tomllib
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import ROOT, even_articles, invented_articles, odd_articles, seeds
from talkextract import Extractor, TalkRecord, UsageError
from talkextract.cluster import Clustering, Event, cluster_talks
from talkextract.cluster.groups import _pairs
from talkextract.cluster.same import clash, likeness, see
from talkextract.record import Talk

EXTRACTOR = Extractor()
PAIRS: list[dict[str, Any]] = tomllib.loads((ROOT / "tests" / "cluster" / "pairs.toml").read_text("utf-8"))["pair"]

VN, LA = "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Sơn La", "Bộ Chỉ huy Quân sự tỉnh Hủa Phăn"


def record(
    id: str, *, date: str | None = "2022-11-24", round: int | None = None, heads: tuple[str | None, str | None] = (None, None),
    published: str | None = None, kind: str = "talks", place: str | None = None, **more: Any,
) -> TalkRecord:  # fmt: skip
    """A record of talks of Sơn La and Hủa Phăn."""
    talk = {"kind": kind, "status": "held", "date": date, "round": round, "place": {"name": place} if place else None}
    sides = [{"country": "VN", "units": [VN], "head": heads[0]}, {"country": "LA", "units": [LA], "head": heads[1]}]
    units = [
        {"name": VN, "kind": "border_guard_command", "country": "VN", "region": "VN-05", "id": "unit:VN-05:border-guard-command"},
        {"name": LA, "kind": "military_command", "country": "LA", "region": "LA-HO", "id": "unit:LA-HO:military-command"},
    ]  # fmt: skip
    whole = {"document": {"id": id, "published": published}, "talk": talk, "delegations": sides, "units": units, **more}
    return TalkRecord.model_validate(whole)


def groups(clustering: Clustering) -> set[tuple[str, ...]]:
    return {tuple(sorted(d.id for d in event.documents)) for event in clustering.events}


# --- the pairs --------------------------------------------------------------------------------------------------------


def is_one(pair: dict[str, Any]) -> bool:
    records = [EXTRACTOR.extract(pair[k], id=k, published=pair.get(f"p{k}")) for k in "ab"]
    assert all(r.talk is not None for r in records), pair["why"]
    return len(cluster_talks(records).events) == 1


def test_there_are_pairs_of_both_kinds() -> None:
    assert len(PAIRS) >= 30
    assert 0.4 < sum(p["same"] for p in PAIRS) / len(PAIRS) < 0.6


def test_of_the_pairs_none_is_joined_wrongly_and_most_that_are_one_are_found() -> None:
    found = {pair["why"]: is_one(pair) for pair in PAIRS}
    assert [p["why"] for p in PAIRS if found[p["why"]] and not p["same"]] == []
    missed = {p["why"] for p in PAIRS if p["same"] and not found[p["why"]]}
    # where nothing but the reader's sense tells that they are one; a new miss is looked at before it stands here
    assert missed == {
        "the day of the event is off by one in one paper; nothing but a round would tell",
        "both without a day, published on one day, with the same heads",
        "talks and a meeting on one day, neither head nor place in both",
        "annual talks named by their year in one, by the day in the other",
    }


def test_the_articles_of_the_project_are_all_of_events_of_their_own() -> None:
    """Looked through by eye: no two of them report one event."""
    cases = [*seeds(), *odd_articles(), *even_articles(), *invented_articles()]
    clustering = cluster_talks(EXTRACTOR.extract(c.text, id=c.id, published=c.published) for c in cases)
    assert [names for names in groups(clustering) if len(names) > 1] == []
    assert clustering.apart == ()
    assert len(clustering.events) + len(clustering.without_talk) == len(cases)


def test_each_article_twice_gives_each_event_twice_told() -> None:
    cases = [*seeds(), *odd_articles()]
    records = [EXTRACTOR.extract(c.text, id=f"{c.id}{n}", published=c.published) for c in cases for n in "ab"]
    clustering = cluster_talks(records)
    assert {len(names) for names in groups(clustering)} == {2}
    assert all(event.conflicts == () for event in clustering.events)


@pytest.fixture(scope="module")
def dated() -> list[TalkRecord]:
    """The records of articles that tell a day and its year."""
    records = [EXTRACTOR.extract(c.text, id=c.id, published=c.published) for c in (*seeds(), *odd_articles())]
    return [r for r in records if r.talk is not None and r.talk.date is not None and r.talk.date[0] == "2"]


@pytest.mark.parametrize(
    "change",
    [
        lambda talk: {"date": re.sub(r"\b20\d\d", lambda m: str(int(m[0]) + 1), talk.date)},
        lambda talk: {"kind": "talks" if talk.kind == "exchange" else "exchange"},
        lambda talk: {"date": None, "round": None},
        lambda talk: (
            {"round": talk.round + 1} if talk.round else {"kind": "exchange" if talk.kind != "exchange" else "talks"}
        ),
    ],
    ids=["a year later", "another kind", "no day and no round", "the next round"],
)
def test_no_talk_is_joined_to_one_like_it(dated: list[TalkRecord], change: Callable[[Talk], dict[str, Any]]) -> None:
    others = []
    for r in dated:
        assert r.talk is not None
        document = r.document.model_copy(update={"id": r.document.id + "'", "published": None})
        others.append(r.model_copy(update={"document": document, "talk": r.talk.model_copy(update=change(r.talk))}))
    assert len(dated) > 20
    assert [names for names in groups(cluster_talks([*dated, *others])) if len(names) > 1] == []


# --- what keeps apart -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        record("b", date="2023-11-24"),
        record("b", date="2022-11-25"),
        record("b", round=13),
        record("b", kind="exchange"),
        record("b", date="2022", heads=("Lò Văn Thử", "Khăm Phăn")),
        record("b", date=None, heads=("Lò Văn Thử", "Khăm Phăn")),
        record("b", date=None, published="2023-11-25", heads=("Lò Văn Thử", "Khăm Phăn")),
        record("b", date=None, published="2022-11-22", heads=("Lò Văn Thử", "Khăm Phăn")),
        record("b", date="XXXX-11-25", round=12, heads=("Lò Văn Thử", "Khăm Phăn")),
    ],
)
def test_two_events(other: TalkRecord) -> None:
    first = record("a", round=12, heads=("Lò Văn Thử", "Khăm Phăn"))
    assert groups(cluster_talks([first, other])) == {("a",), ("b",)}


@pytest.mark.parametrize(
    "other",
    [
        record("b"),
        record("b", date="2022-11-24/2022-11-26"),
        record("b", date=None, round=12),
        record("b", date="2022-11", round=12),
        record("b", date="XXXX-11-24", heads=("Lò Văn Thử", None)),
        record("b", date=None, published="2022-11-26", heads=("LÒ VĂN THỬ", None)),
        record("b", kind="meeting", heads=(None, "Khăm-phăn")),
    ],
)
def test_one_event(other: TalkRecord) -> None:
    first = record("a", round=12, heads=("Lò Văn Thử", "Khăm Phăn"))
    assert groups(cluster_talks([first, other])) == {("a", "b")}


def test_one_that_could_be_of_two_joins_neither_and_it_is_said() -> None:
    """ "b" has no round: it may be of "a" or of "c", whose rounds differ."""
    clustering = cluster_talks([record("a", round=12), record("b"), record("c", round=13)])
    assert groups(clustering) == {("a",), ("b",), ("c",)}
    (apart,) = clustering.apart
    assert (apart.document, apart.candidates, apart.reason) == ("b", ("a", "c"), "the rounds are 12 and 13")


def test_the_rest_of_two_events_is_joined_all_the_same() -> None:
    told = [record(f"a{n}", round=12, published=f"2022-11-2{n}") for n in range(5, 8)]
    clustering = cluster_talks([*told, record("b"), record("c", round=13)])
    assert groups(clustering) == {("a5", "a6", "a7"), ("b",), ("c",)}
    assert {a.document for a in clustering.apart} == {"b"}


def test_a_surer_likeness_counts_before_a_weaker_one() -> None:
    """ "b" tells the day of "a"; with "c", which has no day, it has the heads alone."""
    a = record("a", round=12, heads=("Lò Văn Thử", None))
    b = record("b", heads=("Lò Văn Thử", None))
    c = record("c", date=None, round=13, published="2022-11-25", heads=("Lò Văn Thử", None))
    clustering = cluster_talks([a, b, c])
    assert groups(clustering) == {("a", "b"), ("c",)}
    assert clustering.apart[0].document == "b"


def test_long_chains_never_hold_two_that_clash() -> None:
    days = [f"2022-11-{d:02}/2022-11-{d + 2:02}" for d in range(1, 24, 2)]
    clustering = cluster_talks(record(f"r{i:02}", date=date) for i, date in enumerate(days))
    for event in clustering.events:
        spans = [days[int(d.id[1:])] for d in event.documents]
        assert all(a[:10] <= b[11:] and b[:10] <= a[11:] for a in spans for b in spans)
    assert clustering.apart


# --- order and speed --------------------------------------------------------------------------------------------------


@st.composite
def many(draw: st.DrawFn) -> list[TalkRecord]:
    dates = st.sampled_from(["2022-11-24", "2022-11-24/2022-11-25", "2022-11-25", "2022-11", "XXXX-11-24", None])
    said = st.tuples(
        dates, st.sampled_from([None, 12, 13]), st.sampled_from([None, "Lò Văn Thử", "Cà Văn Ví"]),
        st.sampled_from([None, "2022-11-25", "2022-11-28"]), st.sampled_from(["talks", "meeting", "exchange"]),
    )  # fmt: skip
    return [
        record(f"r{i}", date=date, round=number, heads=(head, None), published=published, kind=kind)
        for i, (date, number, head, published, kind) in enumerate(draw(st.lists(said, max_size=9)))
    ]


@given(many(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing(records: list[TalkRecord], chance: random.Random) -> None:
    shuffled = list(records)
    chance.shuffle(shuffled)
    assert cluster_talks(shuffled) == cluster_talks(records)


@given(many())
def test_every_record_is_in_one_event_and_none_holds_what_clashes(records: list[TalkRecord]) -> None:
    clustering = cluster_talks(records)
    assert sorted(d.id for event in clustering.events for d in event.documents) == sorted(
        r.document.id for r in records
    )
    by_id = {r.document.id: r.talk for r in records}
    for event in clustering.events:
        talks = [talk for d in event.documents if (talk := by_id[d.id]) is not None]
        assert len({t.round for t in talks} - {None}) <= 1
        assert len({t.kind == "exchange" for t in talks}) == 1
        assert not {"2022-11-24", "2022-11-25"} <= {t.date for t in talks}


@given(many())
def test_the_pairs_that_are_looked_at_are_all_that_could_be_one(records: list[TalkRecord]) -> None:
    sights = [see(r) for r in records]
    alike = {
        (i, j)
        for (i, a), (j, b) in combinations(enumerate(sights), 2)
        if clash(a.facts, b.facts) is None and likeness(a, b)
    }
    assert alike <= _pairs(sights)


def test_the_time_is_that_of_the_number_of_records() -> None:
    """Four times the records take less than eight times as long (twenty thousand of `load`: four seconds)."""
    times = []
    for number in (1_000, 4_000):
        records = load(number)
        start = time.process_time()
        clustering = cluster_talks(records)
        times.append(time.process_time() - start)
        assert sum(len(event.documents) for event in clustering.events) == number
    assert times[1] < 8 * times[0] + 1


def load(number: int) -> list[TalkRecord]:
    """Records of a Lao province with sixty Vietnamese ones, sixteen years, a fourth of them without a day."""
    chance = random.Random(3)
    out = []
    for i in range(number):
        day = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        told = chance.choice([day, day, day, None])
        made = record(f"r{i}", date=told, round=chance.choice([None, chance.randrange(1, 20)]), published=day)
        region = f"VN-{chance.randrange(1, 60):02}"
        named = {"region": region, "id": f"unit:{region}:border-guard-command"}
        out.append(made.model_copy(update={"units": (made.units[0].model_copy(update=named), made.units[1])}))
    return out


# --- what an event says -----------------------------------------------------------------------------------------------

TEXT = (
    "Ngày {day}, tại thành phố Sơn La, Bộ Chỉ huy Bộ đội Biên phòng tỉnh Sơn La hội đàm với Bộ Chỉ huy Quân sự tỉnh {place}, "
    "Lào. {rank} Lò Văn Thử, Chỉ huy trưởng Bộ đội Biên phòng tỉnh Sơn La dẫn đầu đoàn Việt Nam. Hai bên tuần tra song phương "
    "{times} lần."
)  # fmt: skip


@pytest.fixture(scope="module")
def told() -> tuple[dict[str, str], Event]:
    texts = {
        "x": TEXT.format(day="24/11/2022", place="Luông Pha Bang", rank="Đại tá", times=32),
        "y": TEXT.format(day="24/11/2022", place="Luang Prabang", rank="Thượng tá", times=35),
        "z": TEXT.format(day="24/11/2022", place="Luông Pra Băng", rank="Đại tá", times=32),
    }
    published = {"x": "2022-11-26", "y": "2022-11-25", "z": "2022-11-27"}
    clustering = cluster_talks(EXTRACTOR.extract(t, id=k, published=published[k]) for k, t in texts.items())
    (event,) = clustering.events
    return texts, event


def test_the_documents_are_in_the_order_of_publication(told: tuple[dict[str, str], Event]) -> None:
    assert [d.id for d in told[1].documents] == ["y", "x", "z"]


def test_evidence_names_its_document_and_stands_in_its_text(told: tuple[dict[str, str], Event]) -> None:
    texts, event = told
    seen = set()
    for part in (
        event.talk,
        *event.delegations,
        *event.people,
        *event.units,
        *event.figures,
        *event.topics,
        *event.dates,
    ):
        for e in part.evidence:
            assert texts[e.document][e.start : e.end] == e.text
            seen.add(e.document)
    assert event.talk.place is not None
    assert {e.document for e in event.talk.place.evidence} == {"x", "y", "z"} == seen


def test_every_value_of_an_event_has_evidence(told: tuple[dict[str, str], Event]) -> None:
    for part in (told[1].talk, *told[1].people, *told[1].units, *told[1].figures):
        fields = {e.field for e in part.evidence}
        given = {name for name, value in part if value not in (None, ()) and name not in ("evidence", "place", "id")}
        assert given <= fields, (part, given - fields)


def test_units_of_two_spellings_are_one_and_sides_name_it_once(told: tuple[dict[str, str], Event]) -> None:
    event = told[1]
    assert [side.units for side in event.delegations] == [
        ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh Sơn La",), ("Bộ Chỉ huy Quân sự tỉnh Luang Prabang",),
    ]  # fmt: skip
    names = [u.name for u in event.units]
    assert len([name for name in names if "Quân sự" in name]) == 1


def test_the_value_of_the_most_documents_counts_and_the_other_is_listed(told: tuple[dict[str, str], Event]) -> None:
    event = told[1]
    (person,) = event.people
    assert (person.name, person.rank) == ("Lò Văn Thử", "Đại tá")
    said = {c.path: [(v.value, v.documents, [e.text for e in v.evidence]) for v in c.variants] for c in event.conflicts}
    assert said.pop("people[Lò Văn Thử].rank") == [
        ("Đại tá", ("x", "z"), ["Đại tá", "Đại tá"]), ("Thượng tá", ("y",), ["Thượng tá"]),
    ]  # fmt: skip
    (path, variants), = said.items()  # fmt: skip
    assert path.startswith("figures[patrols lần")
    assert [(value, documents) for value, documents, _ in variants] == [(32, ("x", "z")), (35, ("y",))]
    assert [f.value for f in event.figures] == [35, 32]


def test_a_finer_date_and_a_preview_that_was_held_are_no_conflict() -> None:
    preview = record("a", date="2022-11", round=12).model_dump()
    preview["talk"]["status"] = "announced"
    (event,) = cluster_talks([TalkRecord.model_validate(preview), record("b", round=12)]).events
    assert (event.talk.date, event.talk.status, event.conflicts) == ("2022-11-24", "held", ())


def test_a_month_of_no_year_is_no_finer_date_of_another_month() -> None:
    (event,) = cluster_talks([record("a", date="XXXX-11", round=12), record("b", date="2022-10-11", round=12)]).events
    assert [conflict.path for conflict in event.conflicts] == ["talk.date"]
    (event,) = cluster_talks([record("a", date="XXXX-11", round=12), record("b", date="2022-11-24", round=12)]).events
    assert (event.talk.date, event.conflicts) == ("2022-11-24", ())


def test_days_that_differ_are_a_conflict() -> None:
    (event,) = cluster_talks([record("a"), record("b", date="2022-11-24/2022-11-25"), record("c")]).events
    assert event.talk.date == "2022-11-24"
    assert [(c.path, [v.value for v in c.variants]) for c in event.conflicts] == [
        ("talk.date", ["2022-11-24", "2022-11-24/2022-11-25"])
    ]


def test_an_event_fills_gaps_and_names_those_that_stay() -> None:
    (event,) = cluster_talks([record("a", heads=("Lò Văn Thử", None)), record("b", round=12)]).events
    assert (event.talk.round, event.delegations[0].head) == (12, "Lò Văn Thử")
    assert event.gaps == ("talk.name", "talk.series", "talk.mode", "talk.place", "talk.period", "delegations[1].head")


def test_the_shape_is_json_both_ways_and_the_id_is_of_the_documents(told: tuple[dict[str, str], Event]) -> None:
    event = told[1]
    assert Event.model_validate_json(event.model_dump_json()) == event
    assert (
        cluster_talks([record("b"), record("a")]).events[0].id == cluster_talks([record("a"), record("b")]).events[0].id
    )
    assert event.id.startswith("event:")


def test_ministries_of_one_name_are_told_apart_by_their_country() -> None:
    def told(id: str) -> TalkRecord:
        units = [
            {"name": "Bộ Quốc phòng", "kind": "ministry", "country": c, "id": f"unit:{c}:ministry-of-defence"}
            for c in ("VN", "LA")
        ]
        sides = [{"country": c, "units": ["Bộ Quốc phòng"]} for c in ("VN", "LA")]
        return TalkRecord.model_validate({**record(id).model_dump(), "units": units, "delegations": sides})

    (event,) = cluster_talks([told("a"), told("b")]).events
    assert [(u.name, u.country) for u in event.units] == [("Bộ Quốc phòng", "VN"), ("Bộ Quốc phòng", "LA")]
    assert [s.units for s in event.delegations] == [("Bộ Quốc phòng",)] * 2


def test_what_is_no_record_is_wrong_usage() -> None:
    for wrong in (record("a"), 3, "abc", [record("a"), None]):
        with pytest.raises(UsageError, match="TalkRecord"):
            cluster_talks(wrong)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="the id 'a' came before"):
        cluster_talks([record("a"), record("a")])
    assert cluster_talks([]) == Clustering(events=())
