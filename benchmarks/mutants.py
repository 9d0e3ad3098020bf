"""Mutation testing: does some test fail when the code is made wrong?

    python benchmarks/mutants.py [--mutants N] [--seed WORD] [--jobs N] [--again]

Takes a sample of the mutants of `values/`, `assemble/` and `fill/`, each package in proportion to its lines, and runs
for each the tests that execute its statement, the quickest first, until one fails. What came of each stands in
build/mutants/results.jsonl, where a run that was broken off is gone on with; `--again` tries
once more what survived. After a change of the code, `rm -r build/mutants` has the tests measured anew.

The operators are mutmut's. Its runner is not used: it leaves out constants of modules and decorated functions, its
workers inherit what a whole run of the suite has cached, and pytest collects anew in each. Here the suite is collected
once, and each mutant is a fork of that process in which the code of a function (or the constants of a module) is
exchanged. A mutant is chosen by the hash of its place and words: an edit elsewhere leaves the sample as it is.
"""

from __future__ import annotations

import argparse
import ast
import gc
import hashlib
import json
import os
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import coverage
import libcst as cst
import pytest
import regex._main as regex_cache
from coverage.numbits import numbits_to_nums
from libcst.metadata import MetadataWrapper, ParentNodeProvider, PositionProvider
from mutmut.mutation.file_mutation import MutationVisitor
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode

from talkextract import Extractor, read_dates

ROOT = Path(__file__).parents[1]
PACKAGES = ("values", "assemble", "fill")
BUILD = ROOT / "build" / "mutants"
SUITE = ("values", "assemble", "dates", "rules/test_examples.py", "fill", "golden", "corpus", "test_pipeline_api.py")
# Corpora of lies, laws and races of processes take longer than all other tests together.
SLOW = ("a_liar", "other_articles", "test_laws.py", "test_processes_share_a_file", "not_rewritten_where_ci")
FIRST, MOST = 100, 400  # tests of one step for one mutant, before the corpora and at all
_CACHED = type(lru_cache(len))
SECONDS = 60  # for one test; the longest takes eight


@dataclass(frozen=True)
class Mutant:
    """One change: the file, the function, the lines from the statement's first to the change's last, the words."""

    path: str
    scope: str  # "" for a constant of the module
    lines: tuple[int, int]
    before: str
    after: str
    nth: int  # of those of the same words in the same function
    code: Callable[[], str]  # the whole file, changed

    @property
    def name(self) -> str:
        """Ten hex digits that stay the same as long as place and words do."""
        return hashlib.sha256(
            "\n".join([self.path, self.scope, self.before, self.after, str(self.nth)]).encode()
        ).hexdigest()[:10]


class _Finder(MutationVisitor):
    """mutmut's choice of nodes, and bodies of decorated functions; no parameters, whose defaults are bound once."""

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.FunctionDef) and node.decorators:
            return False
        return isinstance(node, cst.Param) or super()._skip_node_and_children(node)


def _is_type(node: cst.CSTNode) -> bool:
    """Whether a node holds types, which mypy reads and no test: `Literal["day"]`, `cast("Kind", …)`."""
    name = node.value if isinstance(node, cst.Subscript) else node.func if isinstance(node, cst.Call) else None
    return isinstance(name, cst.Name) and name.value in ("Literal", "cast")


def mutants_of(path: Path) -> Iterator[Mutant]:
    """All mutants of a file, save those of a class's own statements, which cannot be put into a running program."""
    wrapper = MetadataWrapper(cst.parse_module(path.read_text("utf-8")))
    finder = _Finder(mutation_operators, IgnoredCode(set(), set(), set()))
    module = wrapper.visit(finder)
    parents, positions = wrapper.resolve(ParentNodeProvider), wrapper.resolve(PositionProvider)
    seen: Counter[tuple[str, str, str]] = Counter()
    for found in finder.mutations:
        above = [node := found.original_node]
        while not isinstance(node, cst.Module):
            above.append(node := parents[node])
        frames = [n for n in above if isinstance(n, cst.FunctionDef | cst.ClassDef)]
        statement = next(n for n in above if isinstance(n, cst.BaseCompoundStatement | cst.SimpleStatementLine))
        if frames and isinstance(frames[0], cst.ClassDef):
            continue
        if not frames and module.code_for_node(statement).lstrip().startswith("__all__"):  # a list for readers
            continue
        if any(map(_is_type, above)):
            continue
        before, after = (module.code_for_node(n).strip() for n in (found.original_node, found.mutated_node))
        scope = ".".join(n.name.value for n in reversed(frames))
        seen[key := (scope, before, after)] += 1
        yield Mutant(
            str(path.relative_to(ROOT)),
            scope,
            (positions[statement].start.line, positions[found.original_node].end.line),
            before,
            after,
            seen[key],
            lambda f=found: module.deep_replace(f.original_node, f.mutated_node).code,
        )


def sample(size: int, seed: str) -> list[Mutant]:
    """`size` mutants, each package's share that of its lines, in the order of their hashes."""

    def chance(mutant: Mutant) -> bytes:
        return hashlib.sha256(f"{seed}{mutant.name}".encode()).digest()

    files = {p: sorted((ROOT / "src" / "talkextract" / p).glob("*.py")) for p in PACKAGES}
    lines = {p: sum(len(f.read_text("utf-8").splitlines()) for f in files[p]) for p in PACKAGES}
    out = []
    for package in PACKAGES:
        every = [m for f in files[package] for m in mutants_of(f)]
        every.sort(key=chance)
        share = round(size * lines[package] / sum(lines.values()))
        print(f"{package}: {share} of {len(every)} mutants, {lines[package]} lines")
        out += every[:share]
    return sorted(out, key=chance)


def apply(mutant: Mutant, here: Sequence[FunctionType]) -> None:
    """Put the mutant into this process, whose functions are `here`. Raises what its constants raise."""
    path = ROOT / mutant.path
    if not mutant.scope:
        _exchange_constants(path, mutant)
        return
    old, new = (_functions(compile(s, str(path), "exec")) for s in (path.read_text("utf-8"), mutant.code()))
    changed = {key: there for key, there in zip(old, new.values(), strict=True) if old[key] != there}
    done = 0
    for f in here:
        there = changed.get((f.__code__.co_qualname, f.__code__.co_firstlineno))
        if there and f.__code__.co_filename == str(path):
            f.__code__ = there
            done += 1
    if not done:
        raise LookupError(f"no function is {mutant.scope} of {mutant.path}")


def _functions(code: CodeType) -> dict[tuple[str, int], CodeType]:
    """Functions of a module and of its classes; what stands in a function belongs to its code."""
    out = {}
    for const in code.co_consts:
        if isinstance(const, CodeType):
            is_function = const.co_flags & 0x1  # CO_OPTIMIZED; the body of a class has it not
            out |= {(const.co_qualname, const.co_firstlineno): const} if is_function else _functions(const)
    return out


def _exchange_constants(path: Path, mutant: Mutant) -> None:
    """Run the changed statement and the assignments behind it in the module; who imported a value gets the new one."""
    module = next(m for m in list(sys.modules.values()) if getattr(m, "__file__", None) == str(path))
    tree = ast.parse(mutant.code())
    every = [n for n in tree.body if isinstance(n, ast.Assign | ast.AnnAssign | ast.AugAssign)]
    names = _stored(next(n for n in every if n.lineno == mutant.lines[0]))
    first = next(i for i, n in enumerate(every) if names & _stored(n))  # "_WORDS |= …" changes what stands before it
    body = every[first:]
    old = dict(vars(module))
    exec(compile(ast.Module(body, []), str(path), "exec"), vars(module))
    new = {id(old[k]): (old[k], v) for k, v in vars(module).items() if k in old and old[k] is not v}
    for other in list(sys.modules.values()):
        for name, value in list(getattr(other, "__dict__", {}).items()):
            if id(value) in new and value is new[id(value)][0] and not isinstance(value, bool | int | type(None)):
                setattr(other, name, new[id(value)][1])


def _stored(node: ast.AST) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


class Run:
    """A plugin of pytest that runs mutants in the place of the collected tests."""

    def __init__(self, mutants: Sequence[Mutant], jobs: int) -> None:
        self.mutants, self.jobs = mutants, jobs
        self.failed: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test has ended."""
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave the slow ones out."""
        items[:] = [i for i in items if not any(s in i.nodeid for s in SLOW)]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Measure the tests where that was not done, then try the mutants."""
        self.items = {item.nodeid: item for item in session.items}
        if not list(BUILD.glob("seconds.*")):
            self._all(partial(self._measure, n) for n in range(self.jobs))
        self.seconds = {k: v for f in BUILD.glob("seconds.*") for k, v in json.loads(f.read_text()).items()}
        self.covered = Covered(BUILD.glob("coverage.*"))
        warm_up()
        self.functions = [f for f in gc.get_objects() if isinstance(f, FunctionType) and _ours(f.__module__)]
        running: dict[int, Mutant] = {}
        os.nice(5)
        began = time.time()
        for n, mutant in enumerate(self.mutants, 1):
            if mutant.name in {r["name"] for r in results()}:
                continue
            while len(running) >= self.jobs:
                self._wait(running)
            sys.stdout.flush()
            if not (pid := os.fork()):
                os._exit(self._try(mutant))
            running[pid] = mutant
            if n % 20 == 0:
                print(f"{n} of {len(self.mutants)}, {time.time() - began:.0f} s", flush=True)
        while running:
            self._wait(running)
        return True

    def _all(self, acts: Iterable[Callable[[], int]]) -> None:
        sys.stdout.flush()
        pids = []
        for act in acts:
            if not (pid := os.fork()):
                os._exit(act())
            pids.append(pid)
        if sum(os.waitpid(pid, 0)[1] for pid in pids):
            raise SystemExit("some test fails without any mutant: see above")

    def _wait(self, running: dict[int, Mutant]) -> None:
        pid, status = os.wait()
        if pid in running:
            mutant = running.pop(pid)
            if (code := os.waitstatus_to_exitcode(status)) < 0:
                write(mutant, "timeout" if -code in (signal.SIGALRM, signal.SIGPROF) else "crash", str(-code))

    def _measure(self, part: int) -> int:
        """Run all tests once with coverage: which statements and seconds are whose."""
        BUILD.mkdir(parents=True, exist_ok=True)
        cov = coverage.Coverage(
            data_file=str(BUILD / f"coverage.{part}"),
            include=[f"{ROOT}/src/talkextract/{p}/*" for p in PACKAGES],
            config_file=False,
        )
        cov.erase()
        cov.start()
        caches = [f for f in gc.get_objects() if isinstance(f, _CACHED) and _ours(f.__module__)]
        seconds = {}
        mine = list(self.items.items())[part :: self.jobs]
        for nodeid, item in mine:
            for cached in caches:  # else the first test alone would execute what is cached
                cached.cache_clear()
            cov.switch_context(nodeid)
            begin = time.process_time()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            seconds[nodeid] = time.process_time() - begin
        cov.stop()
        cov.save()
        (BUILD / f"seconds.{part}").write_text(json.dumps(seconds))
        print(*self.failed, sep="\n")
        return len(self.failed) > 0

    def _telling(self, mutant: Mutant, tests: set[str]) -> list[str]:
        """In the order of running: five whole records, quick tests, which are of one step each, the corpora, others."""
        new = self.items.keys() - self.seconds.keys()  # written, or let in, since the tests were measured
        tests |= {t for t in new if "/fill/" not in t or "/fill/" in mutant.path}
        here = sorted(tests & self.items.keys(), key=lambda t: (self.seconds.get(t, 0), t))
        golden = [t for t in here if t.startswith("tests/golden")]
        # those of one file share what is made for the first
        corpus = sorted(
            t for t in here if t.startswith(("tests/corpus", "tests/fill/test_recovery", "tests/fill/test_fresh"))
        )
        steps = [t for t in here if t not in golden and t not in corpus]
        return [*golden, *steps[:FIRST], *corpus, *steps[FIRST:MOST]]

    def _try(self, mutant: Mutant) -> int:
        tests = self._telling(mutant, self.covered.by(mutant))
        if not tests:
            write(mutant, "survived", "no test executes it")
            return 0
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        try:
            apply(mutant, self.functions)
        except LookupError as error:
            write(mutant, "unapplied", str(error))
            return 0
        except Exception:  # noqa: BLE001
            write(mutant, "killed", "import: " + traceback.format_exc(limit=0).strip())
            return 0
        for test, following in zip(tests, [*tests[1:], None], strict=True):
            signal.setitimer(signal.ITIMER_PROF, SECONDS)  # of the processor: the machine may be busy
            signal.alarm(10 * SECONDS)
            item = self.items[test]
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=self.items.get(following or ""))
            if self.failed:
                write(mutant, "killed", self.failed[0])
                return 0
        write(mutant, "survived", f"{len(tests)} tests")
        return 0


def warm_up() -> None:
    """Compile the patterns of the rules, seconds that each mutant would spend; leave nothing else behind."""
    regex_cache._MAXCACHE = 10**6
    extractor = Extractor()
    for path in sorted((ROOT / "tests").glob("*/texts/*.txt")):
        text = path.read_text("utf-8")
        extractor.extract(text)
        read_dates(text)
    for cached in gc.get_objects():
        if isinstance(cached, _CACHED) and (cached.__module__ or "").startswith("talkextract"):
            cached.cache_clear()


def _ours(module: str | None) -> bool:
    return (module or "").startswith(tuple(f"talkextract.{p}" for p in PACKAGES))


class Covered:
    """Which tests execute which lines, as measured."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._rows: dict[str, list[tuple[str, frozenset[int]]]] = {}
        query = """select file.path, context.context, numbits from line_bits
            join file on file.id = file_id join context on context.id = context_id where context.context != ''"""
        for file in files:
            with sqlite3.connect(file) as db:
                for path, test, bits in db.execute(query):
                    name = str(Path(path).relative_to(ROOT))
                    self._rows.setdefault(name, []).append((test, frozenset(numbits_to_nums(bits))))

    def by(self, mutant: Mutant) -> set[str]:
        """The tests that execute the statement; of a constant, those that execute a function where it is named."""
        if mutant.scope:
            return self._tests(mutant.path, range(mutant.lines[0], mutant.lines[1] + 1))
        tree = ast.parse((ROOT / mutant.path).read_text("utf-8"))
        names = _stored(next(n for n in tree.body if n.lineno == mutant.lines[0]))
        out: set[str] = set()
        for path in self._rows:
            for lines in _lines_naming(ROOT / path, names):
                out |= self._tests(path, lines)
        return out or self._tests(mutant.path, range(10**6))

    def _tests(self, path: str, lines: Collection[int]) -> set[str]:
        return {test for test, executed in self._rows.get(path, ()) if any(n in lines for n in executed)}


def _lines_naming(path: Path, names: set[str]) -> Iterator[range]:
    """Where functions of a file name one of these, or a constant of the file made with them."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in tree.body:
        named = {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
        if isinstance(node, ast.Assign | ast.AnnAssign) and named & names:
            names = names | _stored(node)
    for node in ast.walk(tree):
        used = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and names & used:
            yield range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)


def results() -> list[dict[str, Any]]:
    """What is known of the mutants tried so far."""
    file = BUILD / "results.jsonl"
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.is_file() else []


def write(mutant: Mutant, status: str, why: str) -> None:
    """One line of results; whole lines of several processes do not mix."""
    told = {k: getattr(mutant, k) for k in ("name", "path", "scope", "lines", "before", "after")}
    line = json.dumps({**told, "status": status, "why": why}, ensure_ascii=False) + "\n"
    with (BUILD / "results.jsonl").open("a", encoding="utf-8") as file:
        file.write(line)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mutants", type=int, default=420)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--again", action="store_true", help="try once more what survived")
    arguments = parser.parse_args()
    mutants = sample(arguments.mutants, arguments.seed)
    if arguments.again:
        keep = [json.dumps(r, ensure_ascii=False) + "\n" for r in results() if r["status"] != "survived"]
        (BUILD / "results.jsonl").write_text("".join(keep), "utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["PYTEST_DEBUG_TEMPROOT"] = scratch
        flags = ["-q", "-s", "-p", "no:cacheprovider"]
        code = pytest.main([*flags, *(str(ROOT / "tests" / s) for s in SUITE)], plugins=[Run(mutants, arguments.jobs)])
    names = {m.name for m in mutants}
    found = [r for r in results() if r["name"] in names]
    print(code, Counter(r["status"] for r in found))
    for r in sorted(found, key=lambda r: (r["path"], r["lines"])):
        if r["status"] not in ("killed", "timeout"):
            print(f"{r['name']} {r['status']} ({r['why']}) {r['path']}:{r['lines'][1]} {r['scope']}")
            print(f"  - {r['before']}\n  + {r['after']}")


if __name__ == "__main__":
    main()
