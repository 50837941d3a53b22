"""What comes into the queue, and what leaves it undecided."""

from collections.abc import Iterable
from datetime import datetime

from portal.db import database, now
from portal.moderation.actions.log import Noted, record_all
from portal.moderation.found import as_text
from portal.moderation.models import Case, Cause, LogEvent, Urgency
from portal.moderation.queries.cases import about
from portal.screening.findings import Finding
from portal.screening.screen import dangerous

EVENTS = {
    Cause.WRITTEN: LogEvent.OPENED,
    Cause.FLAGGED: LogEvent.FLAGGED,
    Cause.APPEALED: LogEvent.APPEALED,
}


def open_case(  # noqa: PLR0913  what a case bears
    kind: str,
    item_id: int,
    *,
    language: str,
    workshop: int | None = None,
    author: str = "",
    cause: Cause = Cause.WRITTEN,
    findings: tuple[Finding, ...] = (),
    words: str = "",
    urgent: bool = False,
    appeals: Case | None = None,
    due_at: datetime | None = None,
) -> Case:
    """Put a thing in the queue. If it waits there already for this cause, it keeps its
    place and its urgency with its new words, and whoever reads the old ones can't
    decide them any more. Signs of danger make it urgent."""
    with database.atomic():
        before = _waiting(kind, item_id, cause)
        ended = _end(before)
        if cause is Cause.WRITTEN:
            # The words that somebody was to look at again are others now.
            ended += _end(_waiting(kind, item_id, Cause.APPEALED))
        urgency = Urgency.URGENT if urgent or dangerous(findings) else Urgency.ORDINARY
        case = Case.create(
            kind=kind,
            item_id=item_id,
            cause=cause,
            language=language,
            workshop=workshop,
            author=author,
            urgency=max([int(urgency), *(one.urgency for one in before)]),
            findings=as_text(findings),
            words=words,
            appeals=appeals,
            due_at=due_at,
            opened_at=min((one.opened_at for one in before), default=now()),
        )
        record_all([*ended, noted(case, EVENTS[cause])])
    return case


def close_case(kind: str, item_id: int, cause: Cause | None = None) -> None:
    """Take a thing out of the queue undecided, if it waits there."""
    close_cases(kind, [item_id], cause)


def close_cases(kind: str, item_ids: Iterable[int], cause: Cause | None = None) -> None:
    """The same of several, with the log written last."""
    with database.atomic():
        waiting = [_waiting(kind, item_id, cause) for item_id in item_ids]
        record_all([line for cases in waiting for line in _end(cases)])


def noted(case: Case, event: LogEvent, *, actor: int | None = None) -> Noted:
    """A line of the log about a case."""
    return Noted(
        event,
        case.kind,
        case.item_id,
        case.id,
        case.workshop,
        rules=case.rules,
        actor=actor,
    )


def _waiting(kind: str, item_id: int, cause: Cause | None) -> list[Case]:
    waits = about(kind, item_id, cause) & Case.decided_at.is_null()
    return list(Case.select().where(waits).order_by(Case.id))


def _end(cases: list[Case]) -> list[Noted]:
    """End these cases undecided; of those that still waited, what the log tells."""
    moment = now()
    return [
        noted(case, LogEvent.CLOSED)
        for case in cases
        if Case.update(decided_at=moment)
        .where(Case.id == case.id, Case.decided_at.is_null())
        .execute()
    ]
