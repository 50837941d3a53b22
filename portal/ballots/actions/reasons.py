"""What comes of a moderator's decision on a reason. Nobody knows whose it is, so one
that is sent back is only put aside."""

from portal.ballots.models import Reason
from portal.proposals.models import State


def publish_reason(reason_id: int) -> None:
    _set(reason_id, State.PUBLISHED)


def put_aside(reason_id: int) -> None:
    _set(reason_id, State.RETURNED)


def _set(reason_id: int, state: State) -> None:
    Reason.update(state=state).where(Reason.id == reason_id).execute()
