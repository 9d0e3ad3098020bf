"""A saved notebook as nbconvert makes a page of it, and as nbviewer shows it: nbconvert's basic page inside its own.

The looks are those of nbviewer's last release (2017); of what runs on nbviewer.org nothing newer is published. Where pages
set formulas or load anything else by script, those scripts are left out.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from browser.conftest import VIEWERS, Tab, read

_NONE = {f"{name}_url": "data:text/javascript," for name in ("jquery", "mathjax", "require_js")}
_NONE["mermaid_js_url"] = "data:text/javascript,export default {initialize() {}}"


def nbviewer(body: str) -> str:
    """nbviewer's page around a notebook, without its menu and foot."""
    (build,) = Path(VIEWERS).glob("lib/python*/site-packages/nbviewer/static/build")
    style = "".join((build / name).read_text("utf-8") for name in ("styles.css", "notebook.css"))
    around = "<div class='container container-main'><div id='notebook'><div id='notebook-container'>"
    return f"<style>{style}</style><body class='nbviewer'>{around}{body}</div></div></div>"


def page(viewer: str, notebook: Path) -> str:
    from nbconvert import HTMLExporter

    template, _, theme = viewer.partition("-")
    basic = template in ("basic", "nbviewer")
    exporter = HTMLExporter(template_name="basic" if basic else template, theme=theme or "light", **_NONE)
    body: str = exporter.from_filename(str(notebook))[0]
    head = "<!doctype html><html lang='en'><meta charset='utf-8'><title>x</title>"
    if viewer == "nbviewer":
        return head + nbviewer(body)
    return f"{head}<style>:root{{color-scheme:light dark}}</style><body>{body}" if basic else body


# Most pages have colours of their own, whatever the reader's system prefers: here it prefers the other ones.
@pytest.mark.parametrize(
    ("viewer", "tab"),
    [(name, {"color_scheme": scheme}) for name, scheme in (
        ("nbviewer", "dark"), ("classic", "dark"), ("lab", "dark"), ("lab-dark", "light"), ("basic", "light"), ("basic", "dark")
    )],
    indirect=["tab"], ids=lambda value: value["color_scheme"] if isinstance(value, dict) else value,
)  # fmt: skip
def test_a_saved_notebook(
    viewer: str, tab: Tab, notebook: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = tmp_path / "a.html"
    path.write_text(page(viewer, notebook), "utf-8")
    shown = tab.open(path)
    read(shown)
    tab.keep(f"saved-{request.node.callspec.id}")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.textContent") == "phường Điện Biên Phủ, tỉnh Điện Biên"
    shown.click(".tx-record >> text=Ty An ninh tỉnh Luang Prabang")
    assert shown.locator("mark:target").inner_text() == "Ty An ninh tỉnh Luang Prabang"
    folded = shown.locator(".tx >> nth=1").locator("summary").first
    assert folded.evaluate("node => getComputedStyle(node).display") == "list-item"  # else there is no triangle
    folded.click()
    assert shown.locator(".tx >> nth=1").locator("li").first.is_visible()
    assert shown.locator(".tx >> nth=2").locator("tbody").first.locator("tr").count() == 5
