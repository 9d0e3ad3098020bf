"""Build the record (stub)."""
from __future__ import annotations
import hashlib
from ..record import Document, TalkRecord
from .context import Context
def build_record(context: Context, *, id: str | None, published: str | None, url: str | None) -> tuple[TalkRecord, tuple[str, ...]]:
    key = id or hashlib.sha256(context.view.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return TalkRecord(document=Document(id=key, published=published, url=url)), ()
