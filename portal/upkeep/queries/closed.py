"""Why a moderator did not pass a feedback on."""

from portal.moderation.queries import Verdict, verdicts
from portal.upkeep.models import FEEDBACK, FeedbackState
from portal.upkeep.queries.feedback import Told


def closed_for(told: Told) -> Verdict | None:
    if told.state is not FeedbackState.CLOSED:
        return None
    return verdicts(FEEDBACK, [told.id]).get(told.id)
