"""Whoever writes on a board takes its turn first, so that nobody holds one row and
waits for another's: PostgreSQL would end one of the two."""

import pytest
from flask import Flask
from playhouse.test_utils import count_queries

from portal.ballots.actions.closing import close
from portal.ballots.actions.opening import admit, open_poll
from portal.pictures import Picture
from portal.proposals import actions
from portal.proposals.models import State
from portal.proposals.wording import Wording
from portal.workshops.actions import leave
from portal.workshops.models import Phase
from portal.workshops.queries import changes_of
from tests.factories import (
    make_participant,
    make_poll,
    make_proposal,
    make_workshop,
)

WRITES = ("INSERT", "UPDATE", "DELETE")


def first_written(act) -> tuple[str, object]:
    """The first statement that writes: its beginning, and its first value."""
    with count_queries() as asked:
        act()
    written = [record.msg for record in asked.get_queries()]
    statement, values = next(row for row in written if row[0].startswith(WRITES))
    return statement[:21], values[0]


@pytest.mark.parametrize(
    "act",
    [
        lambda proposal, _me: actions.reword(proposal, Wording("Other words")),
        lambda proposal, _me: actions.set_withdrawn(proposal, wanted=True),
        lambda proposal, me: actions.set_support(proposal, me, wanted=True),
        lambda proposal, _me: actions.publish(proposal.id),
        lambda _proposal, me: leave(me),
        lambda proposal, _me: actions.add_to_proposal(
            proposal, Picture(b"JPEG", 1, 1), "A bench"
        ),
    ],
)
def test_who_writes_on_a_board_takes_turns(act) -> None:
    workshop = make_workshop()
    me = make_participant(workshop)
    proposal = make_proposal(workshop, author=me, state=State.WAITING)

    written = first_written(lambda: act(proposal, me))

    assert written == ('INSERT INTO "version"', changes_of(workshop.id))


def test_who_opens_and_closes_a_vote_takes_turns(app: Flask) -> None:
    workshop = make_workshop(Phase.VOTE)
    poll = make_poll(workshop)

    with app.test_request_context("/en/"):
        written = [
            first_written(lambda act=act: act(poll.id))
            for act in (open_poll, admit, close)
        ]

    assert written == [('INSERT INTO "version"', changes_of(workshop.id))] * 3
