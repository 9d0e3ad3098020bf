"""What a notebook shows, in a real browser: marks, links, the tip of a mark that has the focus; light and dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from browser.conftest import Tab
from support import seeds
from talkextract import Extractor, show

PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><style>:root{{color-scheme:light dark}}</style>{}'


@pytest.mark.parametrize("tab", [{}, {"color_scheme": "dark"}], indirect=True, ids=["light", "dark"])
def test_an_extraction(tab: Tab, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    case = seeds()[1]
    path = tmp_path / "a.html"
    path.write_text(PAGE.format(Extractor().run(case.text, id="001")._repr_html_()), "utf-8")
    shown = tab.open(path)
    assert shown.locator(".tx-text").evaluate("node => node.textContent") == case.text
    shown.click(".tx-record >> text=Ty An ninh tỉnh Luang Prabang")
    assert shown.locator("mark:target").inner_text() == "Ty An ninh tỉnh Luang Prabang"
    shown.focus("mark:target")
    tip = shown.locator("mark:target").evaluate("node => getComputedStyle(node, '::after').content")
    assert "units[1].name = Ty An ninh tỉnh Luang Prabang ← rule:" in tip
    shown.evaluate("window.scrollTo(0, 0)")
    tab.keep(f"notebook-{request.node.callspec.id}")


def test_the_rules_of_a_notebook_for_tables_do_not_reach_ours(tab: Tab, tmp_path: Path) -> None:
    path = tmp_path / "c.html"
    done = Extractor().run(seeds()[1].text, id="001")
    theirs = "<style>.jp-a:not(.jp-b) td,.jp-a:not(.jp-b) th{text-align:right;vertical-align:middle}</style>"
    path.write_text(
        PAGE.format(f'{theirs}<div class="jp-a">{done._repr_html_()}{done.record._repr_html_()}</div>'), "utf-8"
    )
    shown = tab.open(path)
    looks = shown.evaluate("[...document.querySelectorAll('td, th')].map(n => getComputedStyle(n).textAlign)")
    assert set(looks) == {"left"}


def test_records(tab: Tab, tmp_path: Path) -> None:
    extractor = Extractor()
    path = tmp_path / "b.html"
    path.write_text(PAGE.format(show([extractor.extract(c.text, id=c.id) for c in seeds()]).html), "utf-8")
    shown = tab.open(path)
    assert shown.locator("tbody").first.locator("tr").count() == 5
    shown.click("summary >> text=001_")
    assert shown.locator("details[open] td >> text=unit:LA-LP:security").first.is_visible()
    tab.keep("notebook-records")


def test_it_is_read_without_any_style(tab: Tab, tmp_path: Path) -> None:
    """Where a page trusts nobody, as GitHub's: <style>, classes, ids and styles of elements are taken away here too."""
    case = seeds()[1]
    path = tmp_path / "d.html"
    done = Extractor().run(case.text, id="001")
    taken = re.compile(r'<style>.*?</style>| (?:class|id|style|tabindex|role|aria-\w+)="[^"]*"', re.DOTALL)
    path.write_text(PAGE.format(taken.sub("", done._repr_html_() + done.record._repr_html_())), "utf-8")
    shown = tab.open(path)
    lines = shown.locator("[lang=vi]").inner_text().splitlines()
    assert [line.strip() for line in lines] == case.text.splitlines()
    mark = shown.locator("mark", has_text="Vừ A Khua").first
    assert mark.evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(255, 255, 0)"
    assert "people[0].name = Vừ A Khua ← rule:" in mark.get_attribute("title")
    row = shown.locator("tr", has_text="2025-09-16").first
    label, value = (row.locator(css).bounding_box() for css in ("th", "td"))
    assert label["x"] < value["x"]
    assert label["y"] == value["y"]
    shown.locator("summary").first.click()
    assert shown.locator("details[open] li").first.is_visible()
    tab.keep("notebook-bare")
