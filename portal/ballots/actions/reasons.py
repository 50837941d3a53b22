"""What comes of a moderator's decision on a reason. Nobody knows whose it is, so one
that is sent back is only put aside."""

from flask_babel import gettext as _

from portal.ballots.models import Reason
from portal.errors import Refused
from portal.moderation.models import Decision
from portal.proposals.models import State

BECOMES = {
    Decision.PUBLISH: State.PUBLISHED,
    Decision.RETURN: State.RETURNED,
    Decision.HIDE: State.HIDDEN,
}


def publish_reason(reason_id: int) -> None:
    _set(reason_id, State.PUBLISHED)


def put_aside(reason_id: int) -> None:
    _set(reason_id, State.RETURNED)


def hide_reason(reason_id: int) -> None:
    _set(reason_id, State.HIDDEN)


def reopen_reason(reason_id: int, decision: Decision) -> None:
    """Let it wait as before this decision."""
    became = (Reason.id == reason_id) & (Reason.state == BECOMES[decision])
    waits = Reason.update(state=State.WAITING).where(became, Reason.body != "")
    if not waits.execute():
        raise Refused(_("Its author or others have gone on since, so this stays."))


def erase_reason(reason_id: int) -> None:
    """Delete words that are not public."""
    unread = Reason.state.in_([State.RETURNED, State.HIDDEN])
    Reason.update(body="").where(Reason.id == reason_id, unread).execute()


def _set(reason_id: int, state: State) -> None:
    Reason.update(state=state).where(Reason.id == reason_id).execute()
