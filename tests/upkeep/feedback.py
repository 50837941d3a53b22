"""Feedback with the fewest words, for the tests of upkeep."""

from itertools import count

from portal.directory.models import Service
from portal.upkeep.actions.feedback import Answering, Said, answer, receive
from portal.upkeep.models import (
    About,
    FeedbackState,
    Outcome,
    ServiceFeedback,
    Source,
)
from tests.factories import make_user

_numbers = count(1)


def make_feedback(service: Service | None = None, **said) -> ServiceFeedback:
    defaults = {
        "source": Source.CARD if service else Source.SEARCH,
        "about": About.HOURS,
        "message": f"Nobody was there {next(_numbers)}",
        "language": "en",
    }
    return receive(service and service.id, Said(**defaults | said))


def make_answer(found: ServiceFeedback, answer_: str = "We mended it.", **given):
    defaults = {
        "state": FeedbackState.ANSWERED,
        "outcome": Outcome.MENDED,
        "answer": answer_,
        "answer_language": "en",
    }
    return answer(
        found, Answering(**defaults | given), by=make_user(), edition=found.edition
    )
