"""The chain of the log: each line is joined with the one before it by a digest. This
knows no database, so that a downloaded log is checked in the same way."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256

BEGINNING = "0" * 64
"""What stands in the place of a digest before the first line."""


@dataclass(frozen=True)
class Line:
    """One line of the log. `at` is UTC, as in 2026-11-22T10:30:00.000000."""

    number: int
    at: str
    event: str
    kind: str = ""
    item_id: int | None = None
    case_id: int | None = None
    workshop: int | None = None
    reason: str = ""
    rules: int | None = None
    actor: int | None = None


def digest(line: Line, before: str) -> str:
    """The digest of a line that follows one with the digest `before`."""
    told = {**asdict(line), "before": before}
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return sha256(text.encode("ascii")).hexdigest()


@dataclass(frozen=True)
class Checked:
    """How far a log holds: its lines, the digest of the last one that holds and, where
    one does not, the number it should have."""

    lines: int
    head: str
    broken_at: int | None = None


def check(entries: Iterable[tuple[Line, str]]) -> Checked:
    """Go through the whole log, oldest line first: the numbers are 1, 2, 3 … and each
    digest is that of its line and of the digest before it."""
    count, head = 0, BEGINNING
    for line, written in entries:
        if line.number != count + 1 or digest(line, head) != written:
            return Checked(count, head, count + 1)
        count, head = count + 1, written
    return Checked(count, head)
