"""What was said of a selection before it was corrected."""

import json
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from portal.pilots.models import SelectionVersion
from portal.pilots.records import Record
from portal.pilots.selection_snapshots import snapshot


@dataclass(frozen=True)
class Changed:
    """A part by its name, as it was and as it became."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Correction:
    """The edition that was corrected, when and why, and in what."""

    edition: int
    at: datetime
    note: str
    language: str
    changes: tuple[Changed, ...]


def corrections(record: Record) -> list[Correction]:
    """The newest first. One statement."""
    rows = list(
        SelectionVersion.select()
        .where(SelectionVersion.selection == record.id)
        .order_by(SelectionVersion.edition)
    )
    wholes = [json.loads(row.snapshot) for row in rows] + [snapshot(record)]
    found = [
        Correction(
            row.edition, row.corrected_at, row.note, row.language, changes(was, became)
        )
        for row, (was, became) in zip(rows, pairwise(wholes), strict=True)
    ]
    return found[::-1]


def changes(was: dict[str, str], became: dict[str, str]) -> tuple[Changed, ...]:
    return tuple(
        Changed(name, was.get(name, ""), became.get(name, ""))
        for name in {**was, **became}
        if was.get(name, "") != became.get(name, "")
    )
