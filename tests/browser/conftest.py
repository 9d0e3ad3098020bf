"""Pages in a real browser, Debian's Chromium driven by Playwright.

`make test-browser` installs both and names the browser in TALKEXTRACT_CHROMIUM; without that nothing of this folder is
collected. TALKEXTRACT_VIEWERS is where it puts VS Code and the looks of nbviewer. Screenshots are kept in
build/screenshots/.
"""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from colours import Colour, contrast, mixed
from support import ROOT, seeds
from talkextract import Extractor, show

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Locator, Page

CHROMIUM = os.environ.get("TALKEXTRACT_CHROMIUM")
VIEWERS = os.environ.get("TALKEXTRACT_VIEWERS", "")
collect_ignore_glob = ["test_*.py"] if not CHROMIUM else [] if VIEWERS else ["test_nbviewer.py", "test_vscode.py"]

SCREENSHOTS = ROOT / "build" / "screenshots"
# What a browser would ask of the net by itself, and a sandbox that containers have not.
_QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=_QUIET)
        yield chromium
        chromium.close()


class Tab:
    """A tab of the browser that fails the test where the page complains, or asks for anything but itself."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.complaints.append(str(e)))
        page.on(
            "request",
            lambda r: None if r.url.startswith(("file:", "data:", "blob:")) else self.complaints.append(r.url),
        )

    def open(self, path: Path) -> Page:
        self.page.goto(path.as_uri())
        return self.page

    def keep(self, name: str) -> None:
        """A screenshot as build/screenshots/<name>.png."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")


@pytest.fixture
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Tab]:
    """A new tab; `indirect` parameters are options of the browser's context (colour scheme, width)."""
    options = {"viewport": {"width": 1400, "height": 900}, **getattr(request, "param", {})}
    context = browser.new_context(**options)
    tab = Tab(context.new_page())
    yield tab
    context.close()
    assert tab.complaints == []


@pytest.fixture(scope="session")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notebook as Jupyter saves it, with what its cells showed: an extraction, a record, records."""
    extractor = Extractor()
    done = extractor.run(seeds()[1].text, id="001")
    shown = {"done": done, "done.record": done.record, "show(…)": show(extractor.extract_many(c.text for c in seeds()))}
    cells = [
        {"cell_type": "code", "id": f"c{i}", "source": source, "metadata": {}, "execution_count": i, "outputs": [
            {"output_type": "execute_result", "execution_count": i, "metadata": {},
             "data": {"text/html": value._repr_html_(), "text/plain": repr(value)}},
        ]}
        for i, (source, value) in enumerate(shown.items(), 1)
    ]  # fmt: skip
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    path = tmp_path_factory.mktemp("saved") / "a.ipynb"
    path.write_text(json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}), "utf-8")
    return path


def grounds(area: Locator, pieces: Sequence[Locator]) -> list[Colour]:
    """The colour that most of each piece of an area has, as a screenshot shows it."""
    from PIL import Image

    picture = Image.open(io.BytesIO(area.screenshot())).convert("RGB")
    x, y, _, _ = area.bounding_box().values()
    found = []
    for left, top, width, height in (piece.bounding_box().values() for piece in pieces):
        piece = picture.crop((left - x, top - y, left - x + width, top - y + height))
        found.append(max(piece.getcolors(piece.width * piece.height))[1])
    return found


def stands_out(part: Locator, behind: Colour) -> float:
    """The contrast of the text of a piece of a page with what is behind it."""
    *ink, opacity = map(float, re.findall(r"[\d.]+", part.evaluate("node => getComputedStyle(node).color") + " 1")[:4])
    return contrast(mixed(behind, tuple(ink), opacity), behind)


def read(shown: Page | Frame) -> None:
    """What a reader sees of the notebook's first output, whatever the viewer: fails where that is less than there is."""
    text, record = shown.locator(".tx-text").first, shown.locator(".tx-record").first
    assert text.evaluate("node => node.textContent") == seeds()[1].text
    assert text.evaluate("node => node.innerText.split(/\\n/)") == seeds()[1].text.split("\n")
    left, right = text.bounding_box(), record.bounding_box()
    assert left["x"] + left["width"] <= right["x"]  # beside one another
    assert left["y"] == right["y"]
    kinds = [record.locator(f".tx-key .tx-{part}") for part in ("talk", "people", "units", "border_points", "topics")]
    pieces = [record.locator(css).first for css in ("caption", "th", "td a", "td:not(:has(a))")]
    behind = grounds(record, (*kinds, *pieces))
    assert min(map(stands_out, (*kinds, *pieces), behind)) >= 4.5
    assert len(set(behind[: len(kinds) + 1])) == len(kinds) + 1  # every kind has a colour, the page another
    assert {kind.evaluate("node => getComputedStyle(node).borderBottomWidth") for kind in kinds} == {"3px"}
    marks = text.locator("mark[tabindex]")
    marks.first.focus()
    assert "talk.date = 2025-09-16 ← rule:" in marks.first.evaluate("node => getComputedStyle(node, '::after').content")
