"""Polls that have closed, made from what was in their boxes."""

import random
from hashlib import sha256

from portal.ballots.actions import closing
from portal.ballots.models import Poll, PollOption, PollState
from portal.ballots.published import as_json, list_of, result_of
from portal.ballots.sealing import Content
from portal.ballots.tallies import Method
from portal.db import now
from portal.workshops.codes import ALPHABET
from portal.workshops.models import Workshop
from tests.ballots.boxes import ids, named
from tests.factories import make_poll

TITLES = ("Open late", "Open early", "Open on Sunday")


def make_closed(
    workshop: Workshop,
    *said: tuple[object, str],
    method: Method = Method.APPROVAL,
    electors: int = 0,
    way: str = "web",
    costs: tuple[int, ...] = (),
    **fields: object,
) -> Poll:
    """A closed poll. Each ballot is what it said and a voice; what it said names
    options by their place, as the method has it."""
    titles = TITLES[: len(costs)] if costs else TITLES
    poll = make_poll(workshop, *titles, method=method, **fields)
    for option, cost in zip(ids(poll), costs, strict=False):
        PollOption.update(cost=cost).where(PollOption.id == option).execute()
    signs = random.Random(poll.id)  # noqa: S311  the same each time
    contents = [
        Content(
            named(choice, ids(poll)), voice, way, "".join(signs.choices(ALPHABET, k=10))
        )
        for choice, voice in said
    ]
    question = closing.question_of(Poll.get_by_id(poll.id))
    result = result_of(
        question, contents, electors or len(contents), closing._earlier(poll)
    )
    ballots = list_of(question, contents)
    Poll.update(
        state=PollState.CLOSED,
        closed_at=now(),
        result=as_json({**result, "paper_missing": 0}),
        ballots=ballots,
        digest=sha256(ballots.encode()).hexdigest(),
    ).where(Poll.id == poll.id).execute()
    return Poll.get_by_id(poll.id)
