"""The source distribution and the wheel built from it: what they hold, and that the wheel needs no checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from support import ROOT, SEEDS, read_exact
from talkextract import extract

RULES = sorted(p.name for p in (ROOT / "rules").iterdir())


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an sdist of the checkout and the wheel built from that sdist."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)], check=True, capture_output=True
    )  # fmt: skip
    return out


@pytest.fixture(scope="module")
def installed(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel alone is installed."""
    target = tmp_path_factory.mktemp("target")
    (wheel,) = dist.glob("*.whl")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target), str(wheel)],
        check=True, capture_output=True,
    )  # fmt: skip
    return target


def run_there(installed: Path, code: str, *args: str) -> str:
    """Run code with the installed wheel and its dependencies; `-S` keeps an editable install of the checkout away."""
    path = os.pathsep.join([str(installed), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
    env = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, "-S", "-c", code, *args], capture_output=True, text=True, env=env, cwd=installed, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_the_package_its_rules_and_nothing_else(dist: Path) -> None:
    (wheel,) = dist.glob("talkextract-0.1.0-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {f"talkextract/_rules/{name}" for name in RULES} <= names
    assert "talkextract/py.typed" in names
    assert {name.split("/")[0] for name in names} == {"talkextract", "talkextract-0.1.0.dist-info"}
    assert {Path(name).suffix for name in names if name.startswith("talkextract/")} <= {
        ".py",
        ".typed",
        ".toml",
        ".csv",
        ".md",
        ".css",
        ".html",
        ".js",
    }
    assert {name for name in names if name.endswith((".css", ".html", ".js"))} == {
        f"talkextract/doors/page/report.{kind}" for kind in ("css", "html", "js")
    }


def test_the_sdist_holds_what_the_tests_need(dist: Path) -> None:
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {f"rules/{name}" for name in RULES} <= names
    assert {f"seeds/{path.name}" for path in SEEDS.glob("*.txt")} <= names
    assert {
        "README.md",
        "LICENSE",
        "Makefile",
        "pyproject.toml",
        "tests/conftest.py",
        "src/talkextract/py.typed",
    } <= names


def test_two_builds_in_two_folders_give_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the folder is called, and when, by whom and with which rights its files were written."""
    built: list[dict[str, bytes]] = []
    for number, name in enumerate(("one", "another one")):
        tree, out = tmp_path / name / "tree", tmp_path / f"dist{number}"
        left = shutil.ignore_patterns("*cache*", "build", "dist", "seeds", "corpus", "invented")
        for part in ("src", "rules", "tests"):
            shutil.copytree(ROOT / part, tree / part, ignore=left)
        for part in ("pyproject.toml", "README.md", "LICENSE"):
            shutil.copyfile(ROOT / part, tree / part)
        for path in sorted(tree.rglob("*"), reverse=bool(number)):
            path.chmod(0o775 if path.is_dir() else 0o664 if number else 0o644)
            os.utime(path, (1_700_000_000 + number, 1_700_000_000 + number))
        env = {**os.environ, "SOURCE_DATE_EPOCH": "1750000000", "PYTHONHASHSEED": str(number), "TZ": f"UTC{number}"}
        command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(tree)]
        subprocess.run(command, check=True, capture_output=True, env=env)
        built.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert sorted(built[0]) == ["talkextract-0.1.0-py3-none-any.whl", "talkextract-0.1.0.tar.gz"]
    assert built[0] == built[1]


def test_the_installed_package_finds_its_own_rules(installed: Path) -> None:
    code = "import talkextract, talkextract.rules as r; print(talkextract.__file__); print(r.shipped_folder())"
    package, rules = map(Path, run_there(installed, code).splitlines())
    assert package == installed / "talkextract" / "__init__.py"
    assert rules == installed / "talkextract" / "_rules"
    assert sorted(p.name for p in rules.iterdir()) == RULES


def test_the_checkout_finds_the_rules_beside_src() -> None:
    from talkextract.rules import shipped_folder

    assert shipped_folder() == ROOT / "rules"


def test_the_installed_package_gives_the_same_record(installed: Path) -> None:
    path = next(SEEDS.glob("001*.txt"))
    code = "import sys; from talkextract.doors.cli import main; sys.argv[0] = 'talkextract'; main()"
    record = json.loads(run_there(installed, code, "extract", str(path)))
    assert record == json.loads(extract(read_exact(path), id=path.stem).model_dump_json())
    assert run_there(installed, code, "--version") == "talkextract 0.1.0\n"


def test_spacy_finds_the_component_by_its_entry_point(installed: Path) -> None:
    code = """
import spacy
nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"}}})
nlp.add_pipe("talkextract")
print(nlp("Giá vàng")._.talk.schema_version)
"""
    assert run_there(installed, code) == "1\n"
