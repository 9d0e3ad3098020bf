"""What `import talkextract` brings; how long it takes is held by tests/laws/test_speed.py."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import talkextract
from support import ROOT, SEEDS

ENV = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
PACKAGE = Path(talkextract.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
HEAVY = {
    "spacy", "thinc", "numpy", "pandas", "polars", "pyarrow", "duckdb", "dateparser", "httpcore", "httpx", "requests", "tenacity", "typer",
    "click", "ray", "rich", "tqdm",
}  # fmt: skip
# The client for language models, which nothing of the core imports (a contract of import-linter says so).
# Tables: nobody imports these modules but who asks for one of their names.
TABLES = {PACKAGE / name for name in ("arrow.py", "frames.py", "ray.py")}
CLIENT = {PACKAGE / "fill" / name for name in ("http.py", "exchange.py", "wire.py")}

EXTRACT_ONE = f"""
import sys
from pathlib import Path
from talkextract import extract
extract(Path({str(next(SEEDS.glob("001*.txt")))!r}).read_text("utf-8"))
print(*sorted({{name.split(".")[0] for name in sys.modules}}))
"""


def test_one_article_loads_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", EXTRACT_ONE], capture_output=True, text=True, env=ENV, check=True)
    loaded = set(done.stdout.split())
    assert "talkextract" in loaded
    assert loaded & HEAVY == set()


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_of_the_core_imports_nothing_heavy_at_its_top(path: Path) -> None:
    if "doors" in path.parts or path.name == "__main__.py" or path in CLIENT | TABLES:
        return
    names = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").split(".")[0])
    assert names & HEAVY == set()


def test_public_names() -> None:
    assert set(talkextract.__all__) == {
        "Article", "Budget", "DateMention", "ExtractFailure", "Extraction", "Extractor", "FillReport", "HttpLLM", "InputError", "LLM", "LLMError",
        "Prices", "Reply", "Request", "RuleError", "TalkRecord", "TalkextractError", "UsageError", "cluster_talks", "extract", "from_arrow", "read_dates", "read_html", "show", "to_arrow", "to_frames",
    }  # fmt: skip
    assert all(hasattr(talkextract, name) for name in talkextract.__all__)


def test_the_package_says_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_module_says_what_it_is_for(path: Path) -> None:
    doc = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert doc
    assert "stub" not in doc
