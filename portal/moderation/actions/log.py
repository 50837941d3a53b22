"""Writing the log. Its lines are joined into a chain, so they are written one after
another: whoever records something holds the log until the end of the transaction, and
changes nothing else in it that others may hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.db import bump, database, now
from portal.moderation.chain import BEGINNING, Line, digest
from portal.moderation.models import LogEntry, LogEvent

LOG = "moderation-log"


@dataclass(frozen=True)
class Noted:
    """What happened, as the log tells it: ids and reasons, no words of people."""

    event: LogEvent
    kind: str = ""
    item_id: int | None = None
    case_id: int | None = None
    workshop: int | None = None
    reason: str = ""
    rules: int | None = None
    actor: int | None = None


def record(noted: Noted) -> int:
    """Add a line to the log; its number."""
    return record_all([noted])[0]


def record_all(happened: Sequence[Noted]) -> list[int]:
    """Add a line for each, in their order; their numbers."""
    if not happened:
        return []
    with database.atomic():
        bump(LOG)
        moment = now()
        last = LogEntry.select().order_by(LogEntry.number.desc()).first()
        number, head = (last.number, last.digest) if last else (0, BEGINNING)
        rows = []
        for noted in happened:
            number += 1
            told = {**vars(noted), "event": noted.event.value}
            at = moment.isoformat(timespec="microseconds")
            head = digest(Line(number, at, **told), head)
            rows.append({**vars(noted), "number": number, "at": moment, "digest": head})
        LogEntry.insert_many(rows).execute()
    return [row["number"] for row in rows]
