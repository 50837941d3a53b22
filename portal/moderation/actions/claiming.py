"""Taking a case in hand for a while, so that nobody reads the same in vain."""

from datetime import timedelta

from portal.accounts.models import User
from portal.db import database, now
from portal.moderation.actions.late import need_waiting
from portal.moderation.actions.refusals import may_judge
from portal.moderation.models import Case

CLAIM_MINUTES = 15


def claim(case: Case, by: User) -> bool:
    """Take a case that waits in hand, or keep it for longer. False if somebody else
    has it, or is to decide it."""
    with database.atomic():
        moment = now()
        row = Case.get_by_id(case.id)
        need_waiting(row)
        if not may_judge(row, by):
            return False
        free = (
            Case.claimed_by.is_null()
            | (Case.claimed_by == by.id)
            | (Case.claimed_until <= moment)
        )
        taken = (
            Case.update(
                claimed_by=by.id,
                claimed_until=moment + timedelta(minutes=CLAIM_MINUTES),
            )
            .where(Case.id == case.id, Case.decided_at.is_null(), free)
            .execute()
        )
    return bool(taken)


def give_up(case: Case, by: User) -> None:
    """Let others have it. Giving up what one does not have changes nothing."""
    Case.update(claimed_by=None, claimed_until=None).where(
        Case.id == case.id, Case.claimed_by == by.id
    ).execute()
