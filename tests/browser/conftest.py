"""Pages in a real browser, Debian's Chromium driven by Playwright.

`make test-browser` installs both and names the browser in TALKEXTRACT_CHROMIUM; without that nothing of this folder is
collected. Screenshots are kept in build/screenshots/.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = os.environ.get("TALKEXTRACT_CHROMIUM")
collect_ignore_glob = [] if CHROMIUM else ["test_*.py"]

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
