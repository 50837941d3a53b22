"""Authors who ask that another moderator looks again, at a decision or at a block."""

from datetime import timedelta

from flask import current_app
from flask_babel import gettext as _

from portal.db import bump, database, now
from portal.errors import Refused
from portal.moderation.actions.deciding import MODERATING
from portal.moderation.actions.opening import open_case
from portal.moderation.authors_telling import tell_if_nobody_can_decide
from portal.moderation.models import BLOCK, Block, Case, Cause, Urgency
from portal.moderation.queries.appeals import (
    appeal_of,
    appeal_of_block,
    can_be_appealed,
)
from portal.moderation.queries.texts import came_back
from portal.screening.findings import Finding


def appeal(case: Case, words: str = "", findings: tuple[Finding, ...] = ()) -> Case:
    """Appeal the decision of a case, in words or without. Twice is once. Refused where
    things have gone on since."""
    with database.atomic():
        bump(MODERATING)
        row = Case.get_by_id(case.id)
        if before := appeal_of(row):
            return before
        if not (can_be_appealed(row) and came_back(row.kind, row.item_id)):
            raise gone_on()
        opened = open_case(
            row.kind,
            row.item_id,
            language=row.language,
            workshop=row.workshop,
            author=row.author,
            cause=Cause.APPEALED,
            findings=findings,
            words=words,
            appeals=row,
            due_at=now() + timedelta(days=current_app.config["APPEAL_DAYS"]),
        )
        tell_if_nobody_can_decide(opened, row.decided_by)
    return opened


def appeal_block(
    block: Block, words: str = "", findings: tuple[Finding, ...] = ()
) -> Case:
    """The same against a block that runs."""
    with database.atomic():
        bump(MODERATING)
        row = Block.get_by_id(block.id)
        if before := appeal_of_block(row.id):
            return before
        if row.lifted_at is not None:
            raise gone_on()
        opened = open_case(
            BLOCK,
            row.id,
            language=Case.get_by_id(row.case_id).language,
            workshop=row.workshop or None,
            author=row.author,
            cause=Cause.APPEALED,
            findings=findings,
            words=words,
            due_at=now() + timedelta(days=current_app.config["APPEAL_DAYS"]),
        )
        tell_if_nobody_can_decide(opened, row.blocked_by)
    return opened


def gone_on() -> Refused:
    return Refused(
        _("Things have gone on since, so this can't be looked at again as it was.")
    )


def put_overdue_first() -> int:
    """Let appeals that are past their due date be read before what is ordinary.
    Returns how many were put so."""
    overdue = (
        (Case.cause == Cause.APPEALED)
        & Case.decided_at.is_null()
        & (Case.due_at < now())
        & (Case.urgency < int(Urgency.PRESSING))
    )
    put: int = Case.update(urgency=int(Urgency.PRESSING)).where(overdue).execute()
    return put
