"""docs/engines.md and the notebook on Ray say the truth: what they show is run, and leaves no process behind."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psutil
import pyarrow.parquet as pq
import pytest

from engine_support import ENV, HOST, marked
from support import ROOT, seeds
from talkextract import Extractor, from_arrow

PAGE = (ROOT / "docs" / "engines.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
NOTEBOOK = ROOT / "notebooks" / "06_from_laptop_to_ray.ipynb"

SCRIPT = """
import ray
from engine_support import HOST, marked

ray.init(num_cpus=2, include_dashboard=False, object_store_memory=200_000_000, _node_ip_address=HOST, _temp_dir={folder!r})
{blocks}
print(len(marked({mark!r})), "processes")
"""


@pytest.fixture
def short() -> Iterator[str]:
    """A folder whose path is short enough for the sockets of Ray."""
    with tempfile.TemporaryDirectory(prefix="ray", dir="/tmp", ignore_cleanup_errors=True) as folder:
        yield folder


def test_the_page_runs_and_leaves_no_process(tmp_path: Path, short: str) -> None:
    assert [kind for kind, _ in BLOCKS] == ["python", "sh", "python", "python", "python", "python"]
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    mark = f"TALKEXTRACT_{uuid4().hex}"
    blocks = "\n".join(body for kind, body in BLOCKS if kind == "python")
    script = SCRIPT.format(blocks=blocks, mark=mark, folder=short)
    (tmp_path / "page.py").write_text(script, "utf-8")
    submit = f"--master local[2] --conf spark.ui.enabled=false --conf spark.driver.bindAddress={HOST} pyspark-shell"
    env = {**os.environ, **ENV, "PYSPARK_SUBMIT_ARGS": submit, mark: "1"}
    done = subprocess.run(
        [sys.executable, "page.py"], cwd=tmp_path, env=env, timeout=300, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    processes = re.search(r"^(\d+) processes$", done.stdout, flags=re.MULTILINE)
    assert processes
    assert int(processes[1]) > 4  # itself, Ray's servers, Spark's Java
    _, alive = psutil.wait_procs(marked(mark), timeout=60)
    assert alive == []
    (first, *_) = seeds()
    written = pq.read_table(tmp_path / "records").filter(pq.filters_to_expression([("id", "=", first.id)]))
    assert from_arrow(written) == [Extractor().extract(first.text, id=first.id)]


def test_the_notebook_is_stored_without_outputs_and_runs(cluster: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(NOTEBOOK.parent)
    cells = [cell for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert len(cells) >= 4
    space: dict[str, object] = {}
    for cell in cells:
        assert (cell["outputs"], cell["execution_count"]) == ([], None)
        exec(compile("".join(cell["source"]), NOTEBOOK.name, "exec"), space)
