"""The report as a reader uses it: load, filter, search, jump, review, download; and with many records."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from browser.conftest import Tab
from support import Case, even_articles, odd_articles, seeds
from talkextract import Extractor, TalkRecord
from talkextract.doors.cli import app
from talkextract.doors.corrections import corrected
from talkextract.doors.report import page
from talkextract.rules import load_rules
from talkextract.tables import Tables


def cases() -> list[Case]:
    return [*seeds(), *odd_articles(), *even_articles()]


@pytest.fixture(scope="session")
def records() -> list[TalkRecord]:
    extractor = Extractor()
    return [extractor.extract(c.text, id=c.id, published=c.published) for c in cases()]


def written(records: list[TalkRecord], texts: dict[str, str], path: Path) -> Path:
    html = page(records, texts, [{"id": "broken", "reason": "not UTF-8"}], Tables(load_rules().folders))
    path.write_text(html, "utf-8")
    return path


@pytest.fixture(scope="session")
def report(records: list[TalkRecord], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(records, {c.id: c.text for c in cases()}, tmp_path_factory.mktemp("report") / "report.html")


def titles(tab: Tab) -> list[str]:
    return tab.page.locator("#list button").all_inner_texts()


def test_it_loads_and_shows_the_first_article(tab: Tab, report: Path) -> None:
    shown = tab.open(report)
    assert shown.title() == "talkextract report"
    assert shown.locator("#tiles dd").all_inner_texts() == ["51", str(TALKS), str(GAPS), "1"]
    assert len(titles(tab)) == 51
    assert shown.locator("#text").inner_text().startswith("Trong 3 ngày (24 - 26/11)")
    tab.keep("report-articles")


# Counted in the gold records of the articles, not in what the page says.
GOLD = [c.gold for c in cases()]
TALKS = sum(g["talk"] is not None for g in GOLD)
GAPS = sum(len(g["gaps"]) for g in GOLD)


def test_filters_narrow_the_list_and_clear_brings_all_back(tab: Tab, report: Path) -> None:
    shown = tab.open(report)
    shown.select_option("#country", "KH")
    wanted = [g for g in GOLD if any(d["country"] == "KH" for d in g["delegations"])]
    assert len(titles(tab)) == len(wanted) > 0
    shown.select_option("#kind", "review_conference")
    assert len(titles(tab)) == len([g for g in wanted if g["talk"]["kind"] == "review_conference"])
    shown.click("#filters [type=reset]")
    shown.wait_for_function("document.querySelectorAll('#list button').length === 51")
    shown.select_option("#year", "2022")
    assert len(titles(tab)) == len([g for g in GOLD if year_of(g) == "2022"])
    shown.click("#filters [type=reset]")
    shown.wait_for_function("document.querySelectorAll('#list button').length === 51")
    shown.select_option("#rank", "Thiếu tướng")
    assert len(titles(tab)) == len([g for g in GOLD if any(p["rank"] == "Thiếu tướng" for p in g["people"])])


def year_of(gold: dict[str, object]) -> str:
    talk, document = gold["talk"], gold["document"]
    assert isinstance(document, dict)
    day = (talk["date"] if isinstance(talk, dict) else None) or document["published"] or ""
    return str(day)[:4]


def test_search_finds_words_without_their_diacritics(tab: Tab, report: Path) -> None:
    shown = tab.open(report)
    shown.fill("#q", "vu a khua")
    assert titles(tab) == ["Hội đàm thường niên lần thứ XIII, năm 2025\ntalks · 2025-09-16 · VN–LA"]
    shown.fill("#q", "không có câu này")
    assert titles(tab) == []
    assert "No article is like this." in shown.locator("#view").inner_text()


def test_a_value_leads_to_its_words(tab: Tab, report: Path) -> None:
    shown = tab.open(report)
    shown.fill("#q", "vừ a khua")
    shown.click('[data-path="people[1].position"]')
    on = shown.locator("#text mark.on")
    assert on.all_inner_texts() == ["Phó Giám đốc"]
    assert on.evaluate("node => node === document.activeElement")
    box = on.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 900
    assert "people[1].position ← rule:" in (on.get_attribute("title") or "")
    tab.keep("report-jump")


def test_all_of_an_article_is_there_to_the_letter(tab: Tab, report: Path) -> None:
    shown = tab.open(report)
    for case in cases()[5:12]:
        shown.evaluate("id => set({ id })", case.id)
        assert shown.locator("#text").evaluate("node => node.textContent") == case.text


def test_timeline_matrix_borders_and_gaps_narrow_the_list(tab: Tab, report: Path) -> None:
    shown = tab.open(report)
    shown.click("#tab-timeline")
    shown.click('#timeline [aria-label^="2022:"]')
    assert len(titles(tab)) == len([g for g in GOLD if g["talk"] and (g["talk"]["date"] or "").startswith("2022")])
    assert shown.locator("#only").inner_text() == "only 2022"
    tab.page.click("#tab-timeline")
    tab.keep("report-timeline")
    shown.click("#filters [type=reset]")
    shown.click("#tab-matrix")
    shown.click('#matrix [aria-label^="Điện Biên – Luông Pha Băng"]')
    assert "Hội đàm thường niên lần thứ XIII, năm 2025" in "\n".join(titles(tab))
    shown.click("#tab-matrix")
    tab.keep("report-matrix")
    shown.click("#filters [type=reset]")
    shown.click("#tab-borders")
    tab.keep("report-borders")
    shown.click("#borders .gate button >> text=Huổi Puốc")
    wanted = [g for g in GOLD if any(p["name"] == "Huổi Puốc" for p in g["border_points"])]
    assert len(titles(tab)) == len(wanted) > 0
    shown.click("#filters [type=reset]")
    shown.click("#tab-gaps")
    assert "not UTF-8" in shown.locator("#view").inner_text()
    shown.click("#view >> text=delegations.head")
    assert len(titles(tab)) == len([g for g in GOLD if any(x.startswith("delegations") for x in g["gaps"])])


def test_tabs_and_marks_are_reached_by_the_keyboard(tab: Tab, report: Path) -> None:
    shown = tab.open(report)
    shown.focus("#tab-articles")
    shown.keyboard.press("ArrowRight")
    assert shown.locator("#tab-timeline").get_attribute("aria-selected") == "true"
    assert shown.evaluate("document.activeElement.id") == "tab-timeline"
    shown.keyboard.press("ArrowLeft")
    shown.focus("#text mark")
    assert shown.evaluate("document.activeElement.tagName") == "MARK"


def test_a_review_becomes_corrections_that_become_gold(
    tab: Tab, report: Path, records: list[TalkRecord], tmp_path: Path
) -> None:
    shown = tab.open(report)
    shown.fill("#q", "vừ a khua")
    shown.click('[aria-label="right: talk.round"]')
    shown.click('[aria-label="wrong: people[0].rank"]')
    shown.click('[aria-label="correct: talk.period"]')
    shown.fill("dialog input", "2025")
    shown.click("dialog [type=submit]")
    shown.select_option("#record select", "figures")
    for i, value in enumerate(("2480", "lần")):
        shown.locator("dialog input").nth(i).fill(value)
    shown.select_option("dialog select", "patrols")
    shown.locator("dialog input").nth(2).fill("tuần tra chung")
    shown.click("dialog [type=submit]")
    shown.click("#done")
    assert shown.locator("#reviewed").inner_text() == "5 marked"
    tab.keep("report-review")
    with shown.expect_download() as waiting:
        shown.click("#download")
    path = tmp_path / waiting.value.suggested_filename
    assert path.name == "corrections.jsonl"
    waiting.value.save_as(path)
    (tmp_path / "records.jsonl").write_text("".join(r.model_dump_json() + "\n" for r in records), "utf-8")
    done = CliRunner().invoke(
        app, ["corrections", "apply", str(path), str(tmp_path / "records.jsonl"), "-o", str(tmp_path / "gold")]
    )
    assert done.exit_code == 0, done.output
    (made,) = (tmp_path / "gold").glob("*.json")
    gold = json.loads(made.read_text("utf-8"))
    assert gold["people"][0]["rank"] is None
    assert (gold["talk"]["round"], gold["talk"]["period"]) == (13, "2025")
    assert gold["figures"] == [{"value": 2480, "unit": "lần", "category": "patrols", "what": "tuần tra chung"}]
    # marks are kept by the browser
    shown.reload()
    assert shown.locator("#reviewed").inner_text() == "5 marked"


def test_the_focus_and_what_was_scrolled_stay_where_they_are(tab: Tab, report: Path) -> None:
    shown = tab.open(report)
    shown.focus("#list li:nth-child(40) button")
    shown.keyboard.press("Enter")
    assert shown.evaluate("document.activeElement.parentElement.matches('#list li:nth-child(40)')")
    assert shown.evaluate("document.activeElement.getAttribute('aria-current')") == "true"
    shown.click("#list li:nth-child(1) button")
    right = shown.locator('[aria-label="right: people[0].name"]')
    right.focus()
    before = shown.evaluate("document.querySelector('#record').scrollTop")
    assert before > 0
    shown.keyboard.press("Enter")
    assert right.get_attribute("aria-pressed") == "true"
    assert shown.evaluate("document.activeElement.ariaLabel") == "right: people[0].name"
    assert shown.evaluate("document.querySelector('#record').scrollTop") == before


def test_what_was_not_found_is_filled_in(tab: Tab, report: Path, records: list[TalkRecord], tmp_path: Path) -> None:
    shown = tab.open(report)
    shown.fill("#q", "vừ a khua")
    shown.check("#empty")
    shown.click('[aria-label="add: people[0].roles[+]"]')
    shown.select_option("dialog select", "speaker")
    shown.click("dialog [type=submit]")
    for name in ("Nguyễn Văn Bịa", "Lò Thị Bịa"):
        shown.select_option("#record section select", "people")
        assert "divided by ; of head, co_chair" in shown.locator("dialog").inner_text()
        shown.click("dialog [type=submit]")  # nothing is kept without a name
        shown.fill("dialog input >> nth=0", name)
        shown.click("dialog [type=submit]")
    shown.select_option("#record section select", "figures")
    shown.fill("dialog input >> nth=0", "2,480")  # thousands or a fraction: nobody can tell
    assert shown.evaluate("document.querySelector('dialog input').validity.patternMismatch")
    for number in ("2480", "2.480", "2,5"):
        shown.fill("dialog input >> nth=0", number)
        assert shown.evaluate("document.querySelector('dialog input').validity.valid"), number
    shown.click("dialog >> text=Cancel")
    # the first is taken back and another one added: the second stays
    shown.click('[aria-label="undo: people[+0]"]')
    shown.select_option("#record section select", "people")
    shown.fill("dialog input >> nth=0", "Vàng A Bịa")
    shown.click("dialog [type=submit]")
    shown.click("#done")
    tab.keep("report-filled")
    kept = shown.evaluate("[...verdicts.values()]")
    assert {(v["path"], v["verdict"]) for v in kept} == {
        ("people[0].roles[+0]", "added"), ("people[+0]", "added"), ("people[+1]", "added"), ("", "reviewed"),
    }  # fmt: skip
    record = next(r for r in records if r.document.id == kept[0]["id"])
    made = corrected(record, kept)
    assert made.people[0].roles == (*record.people[0].roles, "speaker")
    assert {p.name for p in made.people[len(record.people) :]} == {"Vàng A Bịa", "Lò Thị Bịa"}


def test_what_names_a_person_follows_in_the_page_as_in_the_gold(
    tab: Tab, report: Path, records: list[TalkRecord]
) -> None:
    shown = tab.open(report)
    shown.fill("#q", "vừ a khua")
    shown.click('[aria-label="correct: people[0].name"]')
    shown.fill("dialog input", "Vừ A Khúa")
    shown.click("dialog [type=submit]")
    assert shown.locator('tr:has([data-path="delegations[0].head"])').inner_text().split("\n")[1] == "→ Vừ A Khúa"
    shown.click('[aria-label="correct: delegations[1].head"]')
    names = shown.evaluate("[...document.querySelector('dialog input').list.options].map(o => o.value)")
    assert names == ["Vừ A Khua", "Pạ Sợt Phổn Mạ Lắt"]
    shown.click("dialog >> text=Cancel")
    kept = shown.evaluate("[...verdicts.values()]")
    record = next(r for r in records if r.document.id == kept[0]["id"])
    assert corrected(record, kept).delegations[0].head == "Vừ A Khúa"


def test_the_kinds_of_marks_of_an_article_have_a_key(tab: Tab, report: Path) -> None:
    shown = tab.open(report)
    shown.fill("#q", "vừ a khua")
    key = shown.locator(".tx-key mark")
    assert key.all_inner_texts() == ["talk", "person", "unit", "border point", "topic"]
    looks = "nodes => nodes.map(n => [n.className, getComputedStyle(n).borderBottomStyle, getComputedStyle(n).borderBottomColor])"
    marks = {tuple(look) for look in shown.locator("#text mark").evaluate_all(looks)}
    assert {tuple(look) for look in key.evaluate_all(looks)} == marks


# What a browser makes of a colour, as red, green and blue of 0 to 255: painted, and looked at.
PAINTED = """() => {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const painted = (colours) => {
    for (const colour of colours) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); }
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const ground = dark ? "#121212" : "#fff"; // Canvas of Chromium
  return Object.keys(data.kinds).map((part) => {
    const mark = el("mark", { class: `tx-${part}` }, "x");
    document.querySelector("#detail .tx").append(mark);
    const look = getComputedStyle(mark);
    return [part, painted([ground]), painted([ground, look.backgroundColor]), painted([ground, look.borderBottomColor])];
  });
}"""


@pytest.mark.parametrize("tab", [{}, {"color_scheme": "dark"}], indirect=True, ids=["light", "dark"])
def test_the_lines_under_marks_stand_out_as_they_are_painted(tab: Tab, report: Path) -> None:
    looks = tab.open(report).evaluate(PAINTED)
    assert len(looks) == 11
    for part, ground, tint, line in looks:
        assert contrast(line, ground) >= 3, part
        assert contrast(line, tint) >= 3, part


def contrast(a: list[int], b: list[int]) -> float:
    """WCAG 2.2, of colours as they are painted."""
    linear = [
        [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (x / 255 for x in e)] for e in (a, b)
    ]
    dark, bright = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in linear)
    return (bright + 0.05) / (dark + 0.05)


def test_on_paper_the_article_and_its_record_are_whole(tab: Tab, report: Path) -> None:
    shown = tab.open(report)
    shown.emulate_media(media="print")
    assert not shown.locator("#filters").is_visible()
    assert not shown.locator("footer").is_visible()
    assert shown.evaluate("(r => r.scrollHeight === r.clientHeight)(document.querySelector('#record'))")


def test_two_thousand_records_are_usable(tab: Tab, records: list[TalkRecord], tmp_path: Path) -> None:
    texts = {c.id: c.text for c in cases()}
    many, given = [], {}
    for i in range(2000):
        record = records[i % len(records)]
        name = f"{i:04}"
        many.append(record.model_copy(update={"document": record.document.model_copy(update={"id": name})}))
        given[name] = texts[record.document.id]
    path = written(many, given, tmp_path / "many.html")
    start = time.perf_counter()
    shown = tab.open(path)
    assert len(titles(tab)) == 301  # and a button for more
    loaded = time.perf_counter() - start
    start = time.perf_counter()
    shown.fill("#q", "vừ a khua")
    assert len(titles(tab)) == 2000 // 51 + (2000 % 51 > 1)
    searched = time.perf_counter() - start
    print(f"\n2,000 records, {path.stat().st_size / 1e6:.0f} MB: shown in {loaded:.1f} s, a search {searched:.2f} s")
    assert loaded < 20
    assert searched < 3


@pytest.mark.parametrize("tab", [
    {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 800}},
], indirect=True, ids=["dark", "narrow"])  # fmt: skip
def test_dark_and_narrow(tab: Tab, report: Path, request: pytest.FixtureRequest) -> None:
    shown = tab.open(report)
    tab.keep(f"report-{request.node.callspec.id}")
    for name in ("timeline", "matrix", "borders", "gaps", "articles"):
        shown.click(f"#tab-{name}")
        assert shown.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name
    if request.node.callspec.id == "dark":
        colour = shown.evaluate("getComputedStyle(document.body).color").removeprefix("rgb(").rstrip(")").split(", ")
        assert min(map(int, colour)) > 200
