"""A notebook in a JupyterLab that runs: what its cells show, and what is left when it is opened again.

JupyterLab takes <style>, ids and more out of outputs that it does not trust; those that one has run and saved oneself it
trusts when they are opened again, those of others not until one says so.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.conftest import SCREENSHOTS
from support import ROOT, read_exact

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NOTEBOOK = "01_one_article.ipynb"
MONEY = "Hai bên trao nhau 5$ và 6$, hôm sau $7."
TOKEN = secrets.token_hex()
STARTING = 90_000  # milliseconds, on a machine that does other things too


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the first notebook and one cell more, the seeds, and all that Jupyter keeps."""
    folder = tmp_path_factory.mktemp("lab")
    (folder / "notebooks").mkdir()
    notebook = json.loads((ROOT / "notebooks" / NOTEBOOK).read_text("utf-8"))
    last = f'from IPython.display import HTML, display; display(Extractor().run({MONEY!r}), HTML("<p>$x$</p>"))'
    notebook["cells"].append({**notebook["cells"][1], "id": "money", "source": [last]})
    (folder / "notebooks" / NOTEBOOK).write_text(json.dumps(notebook), "utf-8")
    (folder / "seeds").symlink_to(ROOT / "seeds")
    return folder


@pytest.fixture(scope="module")
def lab(folder: Path) -> Iterator[str]:
    """The address of a JupyterLab of this folder, which answers to this machine alone."""
    kept = {f"JUPYTER_{name}_DIR": str(folder / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    command = (
        "-m jupyterlab --no-browser --allow-root --ip=127.0.0.1 --port=0 --LabApp.extension_manager=readonly".split()
    )
    settings = [f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={folder}"]
    with subprocess.Popen(
        [sys.executable, *command, *settings],
        env={**os.environ, **kept, "IPYTHONDIR": str(folder / "ipython")}, stderr=subprocess.PIPE, text=True,
    ) as server:  # fmt: skip
        assert server.stderr is not None
        said = (re.search(r"http://127\.0\.0\.1:\d+(?=/lab)", line) for line in server.stderr)
        address = next(m[0] for m in said if m)
        threading.Thread(target=server.stderr.read, daemon=True).start()  # a full pipe would stop it
        yield address
        server.terminate()


@pytest.fixture
def opened(browser: Browser, lab: str) -> Iterator[Page]:
    """A page that asks nobody but this JupyterLab for anything."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    page = context.new_page()
    elsewhere: list[str] = []
    page.on("request", lambda r: None if r.url.startswith((lab, "data:", "blob:")) else elsewhere.append(r.url))
    page.set_default_timeout(STARTING)
    yield page
    context.close()
    assert elsewhere == []


def look(page: Page) -> list[object]:
    """The text of the article as it is shown, how many marks are in it, and the line under the first."""
    page.wait_for_selector(".tx-text mark", state="attached")
    return page.evaluate("""() => {
        const text = document.querySelector(".tx-text");
        const line = getComputedStyle(text.querySelector("mark"));
        return [text.textContent, text.querySelectorAll("mark").length > 30, line.borderBottomWidth, line.borderBottomStyle];
    }""")


def test_a_notebook_is_run_saved_and_opened_again(folder: Path, lab: str, opened: Page) -> None:
    article = read_exact(sorted((ROOT / "seeds").glob("*.txt"))[1])
    shown = [article, True, "3px", "double"]
    opened.goto(f"{lab}/lab/tree/notebooks/{NOTEBOOK}?token={TOKEN}")
    opened.wait_for_selector('text="Python 3 (ipykernel) | Idle"')
    opened.click("text=Run >> nth=0")
    opened.click('text="Run All Cells"')
    assert look(opened) == shown
    opened.wait_for_selector("mjx-container", state="attached")  # a formula is set: what is before it was looked at too
    money = opened.locator(".tx-text", has_text="Hai bên trao nhau")
    assert money.evaluate("node => node.textContent") == MONEY
    assert opened.locator(".jp-RenderedText[data-mime-type*=error]").count() == 0
    opened.click(".tx-record >> text=Ty An ninh tỉnh Luang Prabang")
    assert opened.locator('.tx-text mark >> text="Ty An ninh"').first.is_visible()
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    opened.screenshot(path=SCREENSHOTS / "jupyterlab.png")
    opened.keyboard.press("Control+s")
    opened.wait_for_selector('text="Saving completed"')

    opened.goto(f"{lab}/lab/tree/notebooks/{NOTEBOOK}?reset")
    assert look(opened) == shown

    # the same notebook from somebody else: nothing of it was run here
    notebook = json.loads((folder / "notebooks" / NOTEBOOK).read_text("utf-8"))
    notebook["cells"][1]["source"].append("  # of another reader")
    (folder / "notebooks" / "theirs.ipynb").write_text(json.dumps(notebook), "utf-8")
    opened.goto(f"{lab}/lab/tree/notebooks/theirs.ipynb?reset")
    assert look(opened) == [article, True, "0px", "none"]
    opened.screenshot(path=SCREENSHOTS / "jupyterlab-untrusted.png")
