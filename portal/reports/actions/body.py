"""Telling those who must answer a phenomenon: editors of the team's organisation."""

from datetime import date, timedelta
from typing import Any

from portal.accounts.models import User
from portal.db import database, today
from portal.directory.models import Team
from portal.notices.actions import tell
from portal.notices.recipients import user_key
from portal.permissions import EVERYWHERE
from portal.reports.models import KIND, Phenomenon
from portal.reports.queries.waiting import waits
from portal.upkeep.actions.notifying import editors

DAYS_BEFORE = 14
DAYS_BETWEEN = 30
ASKED, DUE, LATE = "phenomenon-asked", "phenomenon-due", "phenomenon-late"


def tell_body(
    phenomenon_id: int, event: str, *, by: User | None = None, turn: str = ""
) -> None:
    """In the caller's transaction, once for each organisation, day and `turn`."""
    row: Any = (
        Phenomenon.select(Phenomenon.id, Phenomenon.due_on, Team.organisation)
        .join(Team)
        .where(Phenomenon.id == phenomenon_id)
        .objects()
        .first()
    )
    if row is None:
        return
    tell(
        [
            user_key(user)
            for (user, _email), kept in editors().items()
            if kept & {EVERYWHERE, row.organisation}
        ],
        event,
        KIND,
        phenomenon_id,
        happening=f"{event}:{phenomenon_id}:{row.organisation}:{row.due_on}:{turn}",
        doer=user_key(by.id) if by else "",
        due_on=row.due_on,
    )


def remind() -> int:
    """Two weeks before an answer is due, when it is late, and each month after."""
    told = 0
    with database.atomic():
        for row in Phenomenon.select().where(waits()):
            turn = turn_of(row.due_on, today())
            if turn is not None:
                tell_body(row.id, LATE if turn else DUE, turn=str(turn))
                told += 1
    return told


def turn_of(due_on: date | None, day: date) -> int | None:
    """0 in the two weeks before, 1 in the first month that it is late, 2 in the next;
    none before."""
    if due_on is None or day < due_on - timedelta(DAYS_BEFORE):
        return None
    return 0 if day <= due_on else 1 + ((day - due_on).days - 1) // DAYS_BETWEEN
