"""The pages of docs/ say the truth: their blocks are run, in order, in a folder with the seeds; links lead somewhere.

The pages are built without a warning by `make docs`; what they are made of is held here.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import shlex
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner

from support import ROOT
from talkextract import Extractor, record
from talkextract.doors.cli import app
from talkextract.rules import shipped_folder

DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.glob("*.md") if path.name not in ("contract.md", "facts.md"))
PAGES.append(ROOT / "README.vi.md")
# What is said in both languages, page by page.
TRANSLATED = [(ROOT / "README.md", ROOT / "README.vi.md"), (DOCS / "tutorial.md", DOCS / "tutorial.vi.md")]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
# Pages whose own tests run their blocks.
ELSEWHERE = {"README.vi.md", "engines.md", "pages-and-events.md", "tables.md"}


def blocks(path: Path) -> list[tuple[str, str]]:
    return [(m[1], m[2]) for m in BLOCK.finditer(path.read_text("utf-8"))]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the seeds, an article, and an empty folder of rules."""
    import talkextract.doors.spacy  # noqa: F401  a checkout that is not installed has no entry point

    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    (tmp_path / "my_rules").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run_line(line: str, here: Path) -> None:
    """Run one command; those that install are not ours to run."""
    if line.startswith(("pip ", "make ", "#")) or not line:
        return
    program, *args = shlex.split(line.split("  #")[0])
    assert program == "talkextract", line
    done = CliRunner().invoke(app, args)
    assert done.exit_code == 0, (line, done.output)


def keep(kind: str, body: str, here: Path) -> None:
    """Files that a page shows stand where it says."""
    if kind == "toml":
        (here / "my_rules" / "topics.toml").write_text(body, "utf-8")
    elif kind == "csv":
        (here / "my_rules" / "regions.csv").write_text(body, "utf-8")
    else:
        line = json.loads(body)
        reviewed = {"id": line["id"], "path": "", "verdict": "reviewed", "value": None}
        (here / "corrections.jsonl").write_text(body + json.dumps(reviewed) + "\n", "utf-8")


@pytest.mark.parametrize("path", [p for p in PAGES if p.name not in ELSEWHERE], ids=lambda p: p.stem)
def test_the_blocks_of_a_page_run(path: Path, here: Path) -> None:
    space: dict[str, object] = {"text": "Giá vàng hôm nay tăng.", "articles": []}  # what docs/llm.md takes for granted
    for kind, body in blocks(path):
        if kind == "python":
            exec(compile(body, path.name, "exec"), space)
        elif kind == "sh":
            for line in body.splitlines():
                run_line(line, here)
        elif kind in ("toml", "csv", "json"):
            keep(kind, body, here)
        else:
            assert kind == "text", (path, kind)


@pytest.mark.parametrize("path", [*PAGES, ROOT / "README.md"], ids=lambda p: p.name)
def test_no_code_is_only_indented_where_no_test_would_run_it(path: Path) -> None:
    prose = BLOCK.sub("", path.read_text("utf-8"))
    assert re.findall(r"(?<=\n\n)    (?![ *|-]).+", prose) == []


def test_the_row_of_a_table_that_a_page_shows_works(here: Path) -> None:
    ((_, body),) = [b for b in blocks(DOCS / "own-rules.md") if b[0] == "csv"]
    keep("csv", body, here)
    units = (
        Extractor(rules="my_rules")
        .extract("Ngày 5/6/2024, Công an tỉnh Sơn La hội đàm với Công an tỉnh Xiêng Thoong.")
        .units
    )
    assert [u.region for u in units] == ["VN-05", "LA-LP"]


def without_comments(kind: str, body: str) -> object:
    """What a block does: a reader's language is in its comments, and in the source that a row of a table names."""
    if kind == "python":
        return ast.dump(ast.parse(body))
    if kind == "toml":
        return tomllib.loads(body)
    if kind == "csv":
        return [line.rpartition(",")[0] for line in body.splitlines()]
    return [line.split("  #")[0].strip() for line in body.splitlines()] if kind == "sh" else body


@pytest.mark.parametrize(("english", "vietnamese"), TRANSLATED, ids=lambda p: p.stem)
def test_a_translation_says_all_that_the_english_page_says(english: Path, vietnamese: Path) -> None:
    """Block by block the same code, so that what runs the one has run the other; part by part as long."""
    here, there = ([(k, without_comments(k, b)) for k, b in blocks(path)] for path in (english, vietnamese))
    assert here == there
    (parts, theirs) = (
        re.split(r"^#+ .*$", BLOCK.sub("", path.read_text("utf-8")), flags=re.MULTILINE)
        for path in (english, vietnamese)
    )
    assert len(parts) == len(theirs)
    for part, translated in zip(parts, theirs, strict=True):
        for mark in (r"`[^`\n]+`", r"\]\([^)]+\)", r"^\|", r"\n\n"):  # names of code, links, rows, paragraphs
            assert len(re.findall(mark, translated, re.MULTILINE)) >= len(re.findall(mark, part, re.MULTILINE)), part[
                :60
            ]
        assert len(translated.split()) >= 0.9 * len(part.split()), part[:60]
    assert not set(re.findall(r"`[^`\n]+`", "".join(parts))) - set(re.findall(r"`[^`\n]+`", "".join(theirs)))


def hooks() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_hooks", DOCS / "hooks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_everything_that_pages_ask_for_is_made() -> None:
    asked = {m[1] for path in PAGES for m in re.finditer(r"^\{\{ (\w+) \}\}$", path.read_text("utf-8"), re.MULTILINE)}
    assert asked == set(hooks().MADE)


def test_the_fields_are_those_of_the_models() -> None:
    made = hooks().fields()
    assert "| `kind` | `talks` · `briefing` · `review_conference`" in made
    assert "| `roles` | list of `head` · `co_chair`" in made
    assert "| `place` | [Place](#place), or null |" in made
    assert "| `value` | whole number or number |" in made
    assert "| `country` | text, or null |" in made
    assert "| `countries` | list of text |" in made
    assert "annotation=" not in made
    for name in record.TalkRecord.model_fields:
        assert f"| `{name}` |" in made


def test_every_field_of_every_part_says_what_belongs_into_it() -> None:
    rows = [line for line in hooks().fields().splitlines() if line.startswith("| `")]
    assert len(rows) == 83
    assert [row for row in rows if len(row.split(" | ")) != 3 or len(row.split(" | ")[2]) < 8] == []
    (head,) = [row for row in rows if row.startswith("| `head`")]
    assert "who leads the side" in head
    schema = record.TalkRecord.model_json_schema()
    for part in (schema, *(d for d in schema["$defs"].values() if "properties" in d)):
        assert [name for name, said in part["properties"].items() if not said.get("description")] == []


def test_the_contract_has_the_closed_lists_of_the_models() -> None:
    contract = (DOCS / "contract.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([\w.]+)` \| (.*) \|$", contract, flags=re.MULTILINE))
    lists = {
        "talk.kind": record.TalkKind, "talk.series": record.Series, "talk.mode": record.Mode, "people.roles": record.Role,
        "units.kind": record.UnitKind, "agreements.kind": record.AgreementKind,
        "agreements.status": record.AgreementStatus, "border_points.kind": record.BorderPointKind,
        "figures.category": record.FigureCategory, "topics": record.TopicName,
    }  # fmt: skip
    assert set(rows) == set(lists)
    for name, labels in lists.items():
        named = set(re.findall(r"`([a-z_]+)`", rows[name]))
        assert named >= set(labels.__args__), name


def test_the_accuracy_page_has_the_figures_of_the_last_run() -> None:
    made = hooks().accuracy().splitlines()
    assert made[0] == "| field | odd | even | invented |"
    assert {"| `core` |", "| `talk.date` |", "| `units.name` |"} <= {
        line[: line.index("|", 2) + 1] for line in made[2:]
    }
    assert all(line.count("|") == 5 for line in made)


def test_the_command_line_page_has_every_command() -> None:
    made = hooks().cli()
    for name in (
        "extract",
        "explain",
        "rules check",
        "rules report",
        "evaluate",
        "diff",
        "report",
        "corrections apply",
    ):
        assert f"## talkextract {name}\n" in made


def test_links_between_pages_and_pictures_lead_somewhere() -> None:
    for path in PAGES:
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            if not target.startswith("https:"):
                assert (path.parent / target).exists(), (path.name, target)


def test_sources_of_rules_that_name_a_section_of_the_facts_name_one_that_is_there() -> None:
    sections = set(re.findall(r"^#{2,3} ([\d.]+?)\.? ", (DOCS / "facts.md").read_text("utf-8"), flags=re.MULTILINE))
    named = {
        number
        for path in shipped_folder().glob("*.*")
        for number in re.findall(r"facts\.md,? (?:section|sections) ([\d.]*\d)", path.read_text("utf-8"))
    }
    assert named
    assert named <= sections
