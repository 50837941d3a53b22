"""Bringing records in, so that doing it again changes nothing."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from peewee import DataError

from portal.db import bump, database, now, upsert
from portal.directory.actions import store
from portal.directory.models import CHANGES, CodeName, Service
from portal.exchange.models import SourceRecord
from portal.exchange.ptv.code_lists import Name
from portal.exchange.ptv.general_descriptions import (
    SOURCE,
    Read,
    UnreadableRecordError,
    identity,
    read,
)
from portal.vocabulary.queries import vocabulary


@dataclass
class Report:
    """What an import did: how many, and what to look at, by the source's id."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    warnings: list[tuple[str, str]] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)


def import_general_descriptions(
    records: Iterable[Any], on_each: Callable[[], None] = lambda: None
) -> Report:
    """Store each record on its own: one that can't be read stops no other."""
    report = Report()
    words = vocabulary()
    for record in records:
        try:
            found = read(record, words)
            raw = json.dumps(record, ensure_ascii=False, sort_keys=True)
            with database.atomic():
                outcome = _store(found, raw)
        except (UnreadableRecordError, DataError, UnicodeError) as error:
            report.unreadable.append((identity(record), str(error)))
        else:
            setattr(report, outcome, getattr(report, outcome) + 1)
            report.warnings += [(found.source_id, text) for text in found.warnings]
        on_each()
    return report


def import_code_names(names: Iterable[Name]) -> int:
    """Keep what codes are called; returns how many names there are."""
    count = 0
    with database.atomic():
        bump(CHANGES)
        for uri, language, label in names:
            upsert(CodeName, {"uri": uri, "language": language}, label=label)
            count += 1
    return count


def _store(found: Read, raw: str) -> str:
    """Write the service of one source record if the record is new or has changed."""
    digest = sha256(raw.encode()).hexdigest()
    kept = SourceRecord.get_or_none(
        SourceRecord.source == SOURCE, SourceRecord.source_id == found.source_id
    )
    if kept is None:
        service = store(found.draft)
        SourceRecord.create(
            source=SOURCE,
            source_id=found.source_id,
            service=service,
            content=raw,
            digest=digest,
        )
        return "new"
    if kept.digest == digest:
        return "unchanged"
    store(found.draft, Service.get_by_id(kept.service))
    SourceRecord.update(content=raw, digest=digest, imported_at=now()).where(
        SourceRecord.id == kept.id
    ).execute()
    return "changed"
