"""What holds of every text: articles, pieces of articles put together at random, and any characters at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
import time
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import time_machine
from hypothesis import example, given, settings
from hypothesis import strategies as st

from support import ROOT, Case, even_articles, evidence_of, odd_articles, seeds, values_of
from talkextract import Extractor, TalkRecord, UsageError
from talkextract.doors.grounding import ungrounded
from talkextract.offsets import View

CASES = [*seeds(), *odd_articles()]
EXTRACTOR = Extractor()

# Pieces that rules look for, some cut off or oddly joined: invented names, real forms.
PIECES = [
    "Ngày 16/9", "ngày 24 và 25/11/2022", "sáng 31/2", "ngày 00/00/0000", "quý IV năm 2021", "từ tháng 13/2020 đến nay",
    "6 tháng đầu năm 2022", "(24 - 26/11)", "hôm nay", "từ ngày 30-12-2020 đến 2-1-2021", "năm 9999", "hội đàm", "Hội đàm thường niên",
    "lần thứ XIII", "lần thứ nhất", "lần thứ 0", "LẦN THỨ IIII", "Hội nghị sơ kết 3 năm", "giao ban", "Đại tá", "Thượng uý",
    "đồng chí", "Nguyễn Văn Ánh", "Xổm-phăn Đuông-ma-la", "Ou Sa-ma", "Trưởng đoàn", "làm trưởng đoàn", "do", "đồng chủ trì",
    "Phó Chỉ huy trưởng", "Bộ Chỉ huy", "BĐBP", "Bộ đội Biên phòng tỉnh Sơn La", "BCH Quân sự 2 tỉnh Luông Pha Bang, Phong Sa Lỳ",
    "các đồn Biên phòng: cửa khẩu Ma Lù Thàng, Y Tý", "Ty Công an", "Bộ Quốc phòng hai nước", "thuộc", "tỉnh", "(Lào)", "Việt Nam",
    "Trung Quốc", "Campuchia", "ký kết", "Biên bản ghi nhớ", "Hiệp định về quy chế", "3 văn kiện pháp lý", "cửa khẩu quốc tế",
    "cặp cửa khẩu", "mốc 144", "mốc 229/12", "2.480 lần/20.875 lượt", "3,1 tỷ đồng", "ba chuyên án", "0,0 kg", "1.2.3,4 viên",
    "ma túy", "tuần tra chung", "đường dây nóng", "Ảnh:", "Biên phòng -", "TTO -", "28/05/2023 05:02 GMT+7", "tại", "và", "giữa", "với",
    "\n", "\n\n", " ", "  ", ",", ".", "; ", ":", "(", ")", "“", "”", "-", "–", "/", "./.", "…", "\t", "\r\n", "\u00a0", "\u200b", "\ufeff",
]  # fmt: skip
ARTICLES = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.lists(
    st.sampled_from(PIECES), max_size=60
).map("".join)
# half a character (a lone surrogate) is no text: it is refused, see below
ANY = st.characters(exclude_categories=["Cs"])
TEXTS = ARTICLES | st.text(ANY, max_size=200) | st.tuples(ARTICLES, st.text(ANY, max_size=20), ARTICLES).map("".join)


INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


def extract(text: str, published: str | None = None) -> dict[str, object]:
    data: dict[str, object] = json.loads(EXTRACTOR.extract(text, id="x", published=published).model_dump_json())
    return data


def check(text: str) -> dict[str, object]:
    """What must hold of the record of any text. Returns the record."""
    record = EXTRACTOR.extract(text)
    assert TalkRecord.model_validate_json(record.model_dump_json()) == record
    assert TalkRecord.model_validate(record.model_dump()) == record
    data: dict[str, object] = json.loads(record.model_dump_json())
    if INVISIBLE.isdisjoint(text):  # else a word of the evidence may hold one, and not look like the name's
        assert ungrounded(data, text) == []
    for e in evidence_of(data):
        assert text[e["start"] : e["end"]] == e["text"]
        assert e["text"].strip()
        assert e["source"].startswith("rule:")
    if record.talk is None:
        assert (record.delegations, record.gaps) == ((), ())
    people = {p.name for p in record.people}
    assert all(side.head is None or side.head in people for side in record.delegations)
    units = {u.name for u in record.units}
    named = {*(p.unit for p in record.people), *(u.parent for u in record.units)}
    named |= {name for side in record.delegations for name in side.units}
    assert named - units <= {None}
    return data


@settings(max_examples=300)
@given(TEXTS)
@example("")
@example("\x00")
@example("Ngày 29/2, hai bên hội đàm. Ngày 29/2/2023.")
@example("ngày 99/99/9999 hội đàm lần thứ " + "I" * 50)
@example("hội đàm lần thứ " + "9" * 5000)
@example("9" * 400 + " tỷ đồng")
def test_any_text_gives_a_valid_grounded_record(text: str) -> None:
    check(text)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_every_article_gives_a_valid_grounded_record(case: Case) -> None:
    check(case.text)


def same_values(text: str, other: str, published: str | None = None) -> None:
    assert values_of(extract(text, published)) == values_of(extract(other, published))


@settings(max_examples=150)
@given(ARTICLES)
def test_composed_and_decomposed_letters_give_the_same_values(text: str) -> None:
    same_values(unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text))


# Ways in which one text is stored, all the same to a reader.
STORED = {
    "decomposed": lambda t: unicodedata.normalize("NFD", t),
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
    "wide spaces": lambda t: t.replace(" ", " \u2003 "),
    "zero-width spaces": lambda t: t.replace(" ", " \u200b"),
    "zero-width joiners in words": lambda t: t.replace("ng", "n\u200dg"),
    "soft hyphens in words": lambda t: t.replace("nh", "n\u00adh"),
    "byte order mark": lambda t: "\ufeff" + t,
    "windows line ends": lambda t: t.replace("\n", "\r\n"),
    "old mac line ends": lambda t: t.replace("\n", "\r"),
    "line separators": lambda t: t.replace("\n", "\u2028"),
    "all at once": lambda t: (
        "\ufeff" + unicodedata.normalize("NFD", t).replace("\n", "\r\n").replace(" ", "\u00a0\u200b")
    ),
}


@pytest.mark.parametrize("way", STORED)
@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_the_way_a_text_is_stored_changes_offsets_only(case: Case, way: str) -> None:
    stored = STORED[way](case.text)
    same_values(case.text, stored, case.published)
    check(stored)


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("case", [*CASES, *even_articles()], ids=lambda c: c.id)
def test_a_hard_wrapped_article_gives_the_values_of_the_unwrapped_one(case: Case, width: int) -> None:
    # a few articles come wrapped: their paragraphs are taken whole first
    lines = View(case.text).text.split("\n")
    wrapped = "\n".join(textwrap.fill(x, width, break_long_words=False) for x in lines)
    same_values(case.text, wrapped, case.published)
    check(wrapped)


def test_every_white_space_is_a_space_or_ends_a_line() -> None:
    spaces = [c for c in map(chr, range(sys.maxunicode + 1)) if c.isspace()]
    assert len(spaces) > 25
    assert {View(f"a{c}b").text for c in spaces} == {"a b", "a\nb"}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_the_id_of_a_text_without_one_is_that_of_its_normalised_form(case: Case) -> None:
    first = EXTRACTOR.extract(case.text).document.id
    assert len(first) == 16
    assert first == EXTRACTOR.extract(STORED["all at once"](case.text)).document.id
    assert first != EXTRACTOR.extract(case.text + ".").document.id


def test_any_hash_seed_gives_the_same_bytes() -> None:
    code = (
        "import hashlib, sys; from pathlib import Path; from talkextract import Extractor; e = Extractor();"
        "print(hashlib.sha256(b''.join(e.extract(p.read_text('utf-8')).model_dump_json().encode()"
        " for p in sorted(Path(sys.argv[1]).glob('*.txt')))).hexdigest())"
    )
    digests = set()
    for hash_seed, zone in (("0", "UTC"), ("1", "Asia/Ho_Chi_Minh"), ("4711", "America/Los_Angeles")):
        env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": hash_seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", code, str(ROOT / "seeds")], capture_output=True, text=True, env=env, check=True
        )  # fmt: skip
        digests.add(done.stdout)
    assert len(digests) == 1


@pytest.mark.parametrize("clock", ["1999-12-31T23:59:59+00:00", "2044-02-29T00:00:01+07:00"])
def test_any_clock_gives_the_same_bytes(clock: str) -> None:
    now = [EXTRACTOR.extract(case.text).model_dump_json() for case in CASES]
    with time_machine.travel(datetime.fromisoformat(clock)):
        assert datetime.now(UTC).year in (1999, 2044)
        assert [Extractor().extract(CASES[0].text).model_dump_json()] == now[:1]
        assert [EXTRACTOR.extract(case.text).model_dump_json() for case in CASES] == now


def test_one_extractor_gives_what_a_new_one_gives_whatever_came_before() -> None:
    again = [EXTRACTOR.extract(case.text) for case in CASES]
    assert again == [EXTRACTOR.extract(case.text) for case in CASES]
    assert again[-1] == Extractor().extract(CASES[-1].text)


# Long texts of one kind, each of which a pattern that looks back or ahead without bound would make endless.
LONG = {
    "letters": "a", "digits": "1", "numbers": "1.234 ", "spaces": " ", "line ends": "\n", "open brackets": "(", "quotes": "“",
    "ranks": "Đại tá ", "names": "Nguyễn Văn Ánh ", "capitals": "Đ", "units": "Bộ Chỉ huy Bộ đội Biên phòng tỉnh ", "and": "và ",
    "talks": "hội đàm ", "rounds": "lần thứ ", "days": "ngày 16/9 ", "gates": "cửa khẩu ", "dashes": "- ", "commas": "Sơn La, ",
    "papers": "Biên bản ghi nhớ Hội đàm ", "figures": "2.480 lần/20.875 lượt ", "sentences": "Hai bên hội đàm. ", "photos": "Ảnh: A. ",
    "lines": "Đại tá Nguyễn Văn Ánh\n", "marks": "a\u0301", "invisible": "\u200b", "officers": "Đại tá Nguyễn Văn Ánh, ",
}  # fmt: skip


@pytest.mark.parametrize("kind", LONG)
def test_time_grows_with_the_length_of_a_text_and_no_faster(kind: str) -> None:
    piece = LONG[kind]
    EXTRACTOR.extract(piece * 10)
    times = []
    for size in (4_000, 32_000):
        text = piece * (size // len(piece) | 1)  # a line of two like halves is a headline printed twice
        start = time.perf_counter()
        EXTRACTOR.extract(text)
        times.append(time.perf_counter() - start)
    short, long = times
    # eight times the text may take sixteen times as long on a busy machine; a quadratic step takes sixty-four
    assert long < max(0.5, 24 * short), f"{size:,} characters took {long:.2f} s, an eighth of them {short:.2f} s"
    assert long < 10


def test_an_article_takes_milliseconds() -> None:
    # The goal for 3,500 characters is 5 ms; the bound leaves room for a busy or slow machine, not for a slow step.
    texts = [case.text for case in seeds()]
    rounds = []
    for _ in range(8):
        start = time.process_time()
        for text in texts:
            EXTRACTOR.extract(text)
        rounds.append(time.process_time() - start)
    per_article = min(rounds) / sum(map(len, texts)) * 3_500 * 1_000
    assert per_article < 10, f"3,500 characters took {per_article:.1f} ms"


def name_of(i: int) -> str:
    """An invented name of three syllables, another one for each of many thousand numbers."""
    starts, ends = "BCDGHKLMNPQRSTVX", ("a", "an", "ang", "inh", "ong", "uân", "oa", "iên", "âm", "ung", "ê", "ich")
    syllables = [first + last for first in starts for last in ends]
    return " ".join((syllables[i % 192], syllables[(i // 192 * 5 + i + 3) % 192], syllables[i * 7 % 191]))


# Long texts of which every entry is another: what is found must not be held against all that was found before.
DISTINCT: dict[str, Callable[[int], str]] = {
    "papers": lambda i: f"Hai bên đã ký Thỏa thuận {name_of(i).lower()}. ",
    "markers": lambda i: f"Mốc {100 + i // 50}/{1 + i % 50}. ",
    "gates": lambda i: f"Cửa khẩu {name_of(i)}. ",
    "proposals": lambda i: f"Nâng cấp cửa khẩu {name_of(i)} lên cửa khẩu quốc tế. ",
    "gates and units": lambda i: f"Đồn Biên phòng {name_of(i)}. Cửa khẩu {name_of(i + 7)}. ",
    "units": lambda i: f"Đồn Biên phòng {name_of(i)} tuần tra. ",
    "people": lambda i: f"Đại tá Nguyễn {name_of(i)} phát biểu. ",
    "dates": lambda i: f"Ngày {1 + i % 28}/{1 + i // 28 % 12}/{1950 + i // 336}, tuần tra. ",
    "figures": lambda i: f"Bắt giữ {i + 2} vụ/{i + 3} đối tượng. ",
}
# … nor in a single sentence that does not end.
DISTINCT |= {
    "papers in one sentence": lambda i: f"ký Thỏa thuận {name_of(i).lower()} giữa Việt Nam và Lào, ",
    "people in one sentence": lambda i: f"Đại tá Nguyễn {name_of(i)} phát biểu và ký biên bản, ",
    "talks in one sentence": lambda i: f"hội đàm với phía Lào lần thứ {i}, ",
    "dates in one sentence": lambda i: f"ngày {1 + i % 28}/{1 + i // 28 % 12}/{1950 + i // 336}, ",
}
TALK = "Ngày 16/9/2024, BĐBP tỉnh Sơn La hội đàm với Bộ Chỉ huy Quân sự tỉnh Hủa Phăn (Lào). "


@pytest.mark.parametrize("kind", DISTINCT)
def test_time_grows_with_the_number_of_different_entries_and_no_faster(kind: str) -> None:
    text = TALK + "".join(map(DISTINCT[kind], range(10_000)))
    EXTRACTOR.extract(text[:1_000])
    times = []
    for size in (*[16_000] * 3, *[128_000] * 3):
        start = time.process_time()
        EXTRACTOR.extract(text[:size])
        times.append(time.process_time() - start)
    short, long = min(times[:3]), min(times[3:])  # the best of three: a busy machine may spoil some
    assert long < max(0.3, 16 * short), f"eight times the text took {long:.2f} s instead of {short:.2f} s"


@pytest.mark.parametrize("kind", DISTINCT)
def test_the_long_texts_of_different_entries_have_them(kind: str) -> None:
    record = EXTRACTOR.extract("".join(map(DISTINCT[kind], range(60))))
    entries = {
        "papers": record.agreements, "markers": record.border_points, "gates": record.border_points,
        "proposals": record.border_points, "gates and units": record.units, "units": record.units,
        "people": record.people, "figures": record.figures,
    }  # fmt: skip
    assert len(entries.get(kind, range(60))) >= 55


def test_half_a_character_is_refused_with_its_offset() -> None:
    with pytest.raises(UsageError, match="offset 4"):
        EXTRACTOR.extract("Ngày\ud800 5/6")


@pytest.mark.parametrize(("text", "says"), [
    (None, "there is no text: it is None"), (b"", "text must be a str, not bytes"), (3, "text must be a str, not int"),
    (["a"], "text must be a str, not list"),
])  # fmt: skip
def test_what_is_no_text_is_a_usage_error(text: object, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        EXTRACTOR.extract(text)
