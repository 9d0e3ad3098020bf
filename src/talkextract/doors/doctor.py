"""What is installed and whether it works: releases, rules and tables, the optional parts, a model's server."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, entry_points, requires, version
from typing import NamedTuple

from ..errors import LLMError, RuleError
from ..fill.protocol import LLM, Message, Request
from ..match import check_rule
from ..pipeline import extract
from ..rules import load_rules
from ..tables.files import TABLES, read_table

__all__ = ["Finding", "examine"]

_SENTENCE = "Ngày 16/9/2025, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn, Lào."


class Finding(NamedTuple):
    """One thing that was looked at; `well` is None where it is only told."""

    what: str
    says: str
    well: bool | None = None


def examine(llm: LLM | None) -> Iterator[Finding]:
    """Everything in turn; what is not well says what to do."""
    yield Finding("python", f"{platform.python_version()} in {sys.prefix}")
    yield from _releases()
    yield from _rules()
    yield _article()
    yield _spacy()
    if llm is not None:
        yield _server(llm)


def _releases() -> Iterator[Finding]:
    """The release of the library and of everything that it names; optional parts by their extra."""
    try:
        yield Finding("talkextract", version("talkextract"))
        needed = requires("talkextract") or []
    except PackageNotFoundError:
        yield Finding("talkextract", "from a checkout that is not installed: python -m pip install --editable .", False)
        return
    seen = set()
    for line in needed:
        requirement, _, marker = line.partition(";")
        name = requirement.split("[")[0].rstrip("<>=!~.0123456789, ").strip()
        extra = marker.partition("extra ==")[2].strip(" '\"")
        if name in seen or extra in ("test", "browser", "docs"):
            continue
        seen.add(name)
        try:
            yield Finding(name, version(name), None if extra else True)
        except PackageNotFoundError:
            if extra:
                yield Finding(name, f"not installed; for it: pip install 'talkextract[{extra}]'")
            else:
                yield Finding(name, f"missing: python -m pip install '{requirement.strip()}'", False)


def _rules() -> Iterator[Finding]:
    """Whether the shipped rules and tables are there and as they should be."""
    try:
        found = load_rules()
        problems = [p for rule in found.rules for p in check_rule(rule)]
        rows = sum(len(list(read_table(found.folders, table))) for table in TABLES)
    except RuleError as e:
        yield Finding("rules", f"{e}; install talkextract again", False)
        return
    where = f"{len(found.rules)} rules in {found.folders[0]}"
    yield Finding("rules", f"{where}, examples as marked" if not problems else problems[0], not problems)
    yield Finding("tables", f"{len(TABLES)} tables, {rows:,} rows", True)


def _article() -> Finding:
    """Whether a sentence is read."""
    record = extract(_SENTENCE)
    well = record.talk is not None and [u.region for u in record.units] == ["VN-05", "LA-HO"]
    return Finding("an article", "read" if well else f"misread: {record.model_dump_json()}", well)


def _spacy() -> Finding:
    """Whether spaCy knows the component."""
    known = any(e.name == "talkextract" for e in entry_points(group="spacy_factories"))
    says = 'nlp.add_pipe("talkextract")' if known else "the component is not known: install talkextract anew"
    return Finding("spaCy", says, known)


def _server(llm: LLM) -> Finding:
    """Whether a model's server answers."""
    schema = {
        "type": "object", "properties": {"ok": {"type": "string", "maxLength": 8}}, "required": ["ok"],
        "additionalProperties": False,
    }  # fmt: skip
    asked = Message("user", 'Answer with the JSON object {"ok": "yes"}.')
    try:
        reply = llm.complete(Request((asked,), schema, max_tokens=50))
    except LLMError as e:
        return Finding("model", str(e), False)
    return Finding("model", f"{llm.model} answers ({reply.seconds:.1f} s)", True)
