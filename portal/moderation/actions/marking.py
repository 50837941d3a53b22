"""What a moderator marks on a case that waits: urgent, or for somebody else's eyes."""

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import bump, database
from portal.errors import Refused
from portal.moderation.actions.deciding import MODERATING
from portal.moderation.actions.late import need_waiting
from portal.moderation.actions.log import record_all
from portal.moderation.actions.opening import noted
from portal.moderation.actions.refusals import need_not_taken
from portal.moderation.models import Case, LogEvent, Urgency


def set_urgent(case: Case, by: User, *, wanted: bool) -> None:
    """Let it be read before all others, or in its turn."""
    with database.atomic():
        row = _held(case)
        if wanted is (row.urgency == Urgency.URGENT):
            return
        urgency = Urgency.URGENT if wanted else Urgency.ORDINARY
        _set(row, urgency=int(urgency))
        event = LogEvent.MARKED_URGENT if wanted else LogEvent.UNMARKED_URGENT
        record_all([noted(row, event, actor=by.id)])


def ask_second_opinion(case: Case, by: User, question: str) -> None:
    """Let somebody else decide; the question stands with the case in the queue."""
    with database.atomic():
        row = _held(case)
        need_not_taken(row, by)
        if row.asked_by not in {None, by.id}:
            raise Refused(
                _("A second opinion is asked for already, and it is yours to give.")
            )
        _set(
            row,
            asked_by=by.id,
            question=question,
            claimed_by=None,
            claimed_until=None,
        )
        if row.asked_by is None:
            record_all([noted(row, LogEvent.SECOND_OPINION, actor=by.id)])


def _held(case: Case) -> Case:
    """The case as it is while it waits, with nobody else deciding it meanwhile."""
    bump(MODERATING)
    row = Case.get_by_id(case.id)
    need_waiting(row)
    return row


def _set(row: Case, **values: object) -> None:
    Case.update(**values).where(Case.id == row.id).execute()
