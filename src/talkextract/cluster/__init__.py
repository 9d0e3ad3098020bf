"""Records → events: news is reprinted, and one talk is told by several papers.

from talkextract import cluster_talks
events = cluster_talks(records).events
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from ..errors import UsageError
from ..record import TalkRecord
from .groups import group
from .merge import merge
from .models import Apart, Clustering, Conflict, Event
from .same import see

__all__ = ["Apart", "Clustering", "Conflict", "Event", "cluster_talks"]


def cluster_talks(records: Iterable[TalkRecord]) -> Clustering:
    """Group the records that report one event, and merge each group into an `Event`.

    Two records are of one event where their sides agree (a unit, by id, region or name without diacritics, or the head)
    and their days overlap; where one has no day, the round, or day of publication and head or place must agree. They
    never are where rounds, days, countries, or talks and exchange differ; a third that agrees with both joins neither
    (`apart`). Records of the same content are of one event whatever they lack. Every record with a talk is in exactly
    one event, alone where nothing agrees; the ids of those without one are in `without_talk`.

    The order of `records` changes nothing: events are in the order of their days (undated last), then ids.
    Raises UsageError where `records` holds something else, or two records of one id.
    """
    given: object = records
    if isinstance(given, TalkRecord) or not isinstance(given, Iterable):  # a model iterates too, over its fields
        raise UsageError(f"records must be an iterable of TalkRecord, not {type(given).__name__}; put one in a list")
    by_id: dict[str, TalkRecord] = {}
    for i, record in enumerate(records):
        if not isinstance(record, TalkRecord):
            raise UsageError(f"records[{i}] must be a TalkRecord, not {type(record).__name__}")
        if record.document.id in by_id:
            raise UsageError(f"records[{i}]: the id {record.document.id!r} came before; ids must be unique")
        by_id[record.document.id] = record
    talks = {name: record for name, record in sorted(by_id.items()) if record.talk is not None}
    reprints: dict[str, list[str]] = {}
    for name, record in talks.items():
        reprints.setdefault(_content(record), []).append(name)
    contents = sorted(reprints)
    groups, doubts = group([see(talks[reprints[content][0]]) for content in contents])
    events = []
    for members in groups:
        names = [name for i in members for name in reprints[contents[i]]]
        events.append(merge(sorted((talks[name] for name in names), key=_order)))
    first = [reprints[content][0] for content in contents]
    apart = [
        Apart(document=first[i], candidates=(min(first[a], first[b]), max(first[a], first[b])), reason=why)
        for i, a, b, why in doubts
    ]
    return Clustering(
        events=tuple(sorted(events, key=lambda e: (e.talk.date or "~", e.id))),
        apart=tuple(sorted(apart, key=lambda a: (a.document, a.candidates))),
        without_talk=tuple(name for name in sorted(by_id) if name not in talks),
    )


def _order(record: TalkRecord) -> tuple[str, str]:
    """The order of documents: by publication, undated last, then by id."""
    return record.document.published or "~", record.document.id


def _content(record: TalkRecord) -> str:
    """The hash of what a record holds but for what names its document: the same for an article printed twice."""
    said = record.model_dump_json(exclude={"document": {"id", "url", "published", "evidence"}})
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
