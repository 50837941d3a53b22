"""Taking a decision back."""

from collections.abc import Sequence

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import bump, database
from portal.errors import Refused
from portal.moderation.actions.deciding import MODERATING, show_again
from portal.moderation.actions.log import record_all
from portal.moderation.actions.notifying import tell_undone
from portal.moderation.actions.opening import noted
from portal.moderation.actions.refusals import need_may_judge
from portal.moderation.kinds import KINDS
from portal.moderation.models import Case, Cause, Decision, LogEvent
from portal.moderation.queries.cases import cases_of, newest_of


def take_back(case: Case, moderator: User) -> None:
    """Undo a decision: the thing waits as before, at its old place in the queue. The
    reason and the words given stay in hand for the next decision. Refused where the
    author, the readers or a vote have gone on since, and to those who may not decide
    it themselves. Twice is once."""
    take_back_all([case], moderator)


def take_back_all(cases: Sequence[Case], moderator: User) -> None:
    """Undo these decisions, all of them or none; the log is written last."""
    with database.atomic():
        bump(MODERATING)
        rows = [row for row in cases_of({case.id for case in cases}) if row.decided_at]
        for row in rows:
            need_may_judge(row, moderator)
            need_decided_last(row)
            restore(row)
        waits = {
            "decided_at": None,
            "decided_by": None,
            "decision": None,
            "rules": None,
        }
        Case.update(waits).where(Case.id.in_([row.id for row in rows])).execute()
        lines = [noted(row, LogEvent.UNDONE, actor=moderator.id) for row in rows]
        numbers = record_all(lines)
        tell_undone(rows, dict(zip((row.id for row in rows), numbers, strict=True)))


def need_decided_last(case: Case) -> None:
    newest = newest_of(case.kind, case.item_id)
    if case.decision is None or (newest and newest.id != case.id):
        raise Refused(
            _("Things have gone on since, so this can't be undone. Decide what waits.")
        )


def restore(case: Case) -> None:
    """Let the thing be as it was before the decision."""
    kind, decision = KINDS[case.kind], case.decision
    if decision is Decision.UPHOLD:
        return
    if case.cause is Cause.FLAGGED:
        if decision and decision is not Decision.PUBLISH:
            show_again(case.kind, case.item_id, decision)
        return
    kind.reopen(case.item_id, decision)
    if case.appeals is not None:
        appealed = Case.get_by_id(case.appeals)
        off = kind.take_off if appealed.cause is Cause.FLAGGED else None
        hidden = appealed.decision is Decision.HIDE
        act = kind.hide if hidden else off or kind.send_back
        act(case.item_id)
