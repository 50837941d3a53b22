"""Who may read the reasons that were given in a vote."""

import json

from portal.ballots.models import Poll, PollOption, Reason
from portal.proposals.authors import may_read
from portal.suppression import LEAST


def readable(reason_id: int) -> bool:
    """Whether who looks may read it: reasons stand beside the result, unless so few
    voted that next to nothing is told."""
    this = Reason.id == reason_id
    poll = Poll.select().join(PollOption).join(Reason).where(this).get()
    few = not poll.result or json.loads(poll.result)["ballots"] < LEAST
    return not few and may_read(poll.workshop)
