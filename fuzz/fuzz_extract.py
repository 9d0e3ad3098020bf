"""Coverage-guided fuzzing of the way from a text to a record: what holds of every text must hold of these.

    make fuzz            ten minutes, in an environment of its own
    python fuzz/fuzz_extract.py -max_total_time=600 CORPUS

An input is the day of publication (up to the first line end, in use only where it is a date), then the article, in
UTF-8. `CORPUS` is a folder of inputs to begin with and to add to; without inputs it is filled with the articles of
seeds/ and their lines. What is found is written to `crash-*`; `python fuzz/fuzz_extract.py crash-…` runs it again.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["talkextract"]):
    from talkextract import Extractor, TalkRecord, UsageError

SEEDS = Path(__file__).parents[1] / "seeds"
EXTRACTOR = Extractor()


def evidence_of(node: object) -> list[dict[str, object]]:
    """Every piece of evidence below a node of a record's JSON."""
    if isinstance(node, list):
        return [e for item in node for e in evidence_of(item)]
    if not isinstance(node, dict):
        return []
    below = [e for key, value in node.items() if key != "evidence" for e in evidence_of(value)]
    return [*node.get("evidence", ()), *below]


def read(data: bytes) -> None:
    """One input: no exception but our own, evidence as it stands in the text, the record back from its JSON."""
    head, _, body = data.partition(b"\n")
    published = head.decode("utf-8", "replace").strip() or None
    text = body.decode("utf-8", "replace")
    try:
        record = EXTRACTOR.extract(text, published=published)
    except UsageError:
        record = EXTRACTOR.extract(text)
    said = record.model_dump_json()
    if TalkRecord.model_validate_json(said) != record:
        raise AssertionError("the record does not come back from its JSON")
    for e in evidence_of(json.loads(said)):
        if text[e["start"] : e["end"]] != e["text"]:
            raise AssertionError(f"the evidence of {e['source']} does not stand at {e['start']}")


def prepare(folder: Path) -> None:
    """Fill an empty corpus with the articles of seeds/, whole and line by line."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        return
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text("utf-8")
        for i, part in enumerate([text, *(line for line in text.split("\n") if len(line) > 40)]):
            (folder / f"{path.stem}_{i:03}").write_text(f"2025-09-17\n{part}", "utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        if not name.startswith("-") and not Path(name).is_file():
            prepare(Path(name))
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()
