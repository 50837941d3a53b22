"""Ballots at the very moment at which a vote closes, on connections of their own."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from portal.accounts.models import Voice
from portal.ballots import link_keys
from portal.ballots.actions.casting import cast
from portal.ballots.actions.closing import close
from portal.ballots.models import Ballot, Elector, Poll, PollOption, PollState
from portal.ballots.queries.papers import paper_of
from portal.db import Version, database
from portal.errors import Refused
from portal.notices.models import Notice
from portal.search import actions as search
from portal.workshops.models import Phase, Way, Workshop
from portal.workshops.queries import KIND, changes_of
from tests.factories import make_poll, make_workshop, open_to

PEOPLE, ROUNDS = 12, 4


@pytest.fixture(autouse=True)
def rolled_back(app):
    """Threads see only what is committed: this file clears up after itself."""


@pytest.fixture
def vote(app):
    with database.connection_context(), app.test_request_context("/en/"):
        workshop = make_workshop(Phase.VOTE)
        poll = make_poll(workshop)
        electors = open_to(workshop, poll, *[Voice.RESIDENT] * PEOPLE)
        poll = Poll.get_by_id(poll.id)
        option = PollOption.get(PollOption.poll == poll).id
    yield poll, electors, option
    with database.connection_context(), app.app_context():
        link_keys.destroy(poll.link_key)
        Notice.delete().execute()
        search.forget_kind(KIND)
        counted = [changes_of(workshop.id), paper_of(poll.id)]
        Version.delete().where(Version.name.in_(counted)).execute()
        Workshop.delete().where(Workshop.id == workshop.id).execute()


def voting(app, poll, elector, option, start):
    """The receipts that this elector got, until they were refused."""
    receipts = []
    with database.connection_context(), app.test_request_context("/en/"):
        start.wait()
        for _time in range(ROUNDS):
            try:
                receipts.append(cast(poll, elector, [option], way=Way.WEB))
            except Refused:
                break
    return receipts


def closing(app, poll, start):
    with database.connection_context(), app.test_request_context("/en/"):
        start.wait()
        close(poll.id)


def told(poll) -> tuple[list[str], int]:
    """The receipts of the list, and how many ballots it has."""
    held = Poll.get_by_id(poll.id)
    assert held.state is PollState.CLOSED
    listed = json.loads(held.ballots)
    assert json.loads(held.result)["ballots"] == len(listed["ballots"])
    return listed["receipts"], len(listed["ballots"])


@pytest.mark.parametrize("closers", [1, 2])
def test_what_was_acknowledged_is_counted_once_and_nothing_else(
    app, vote, closers
) -> None:
    poll, electors, option = vote
    start = Barrier(PEOPLE + closers)

    with ThreadPoolExecutor(PEOPLE + closers) as threads:
        cast_by = [
            threads.submit(voting, app, poll, elector, option, start)
            for elector in electors
        ]
        closed = [threads.submit(closing, app, poll, start) for _ in range(closers)]
        for one in closed:
            one.result()
        receipts = [one.result() for one in cast_by]

    with database.connection_context():
        listed, count = told(poll)
        left = Ballot.select().count(), Elector.select().count()
    last = sorted(mine[-1] for mine in receipts if mine)
    assert listed == last
    assert count == len(last)
    assert left == (0, 0)
    with app.app_context():
        assert link_keys.read(poll.link_key) is None


def test_same_elector_on_two_devices_at_once_has_one_ballot(app, vote) -> None:
    poll, (elector, *_others), option = vote
    start = Barrier(2)

    with ThreadPoolExecutor(2) as threads:
        both = list(
            threads.map(
                lambda _device: voting(app, poll, elector, option, start), range(2)
            )
        )
    with database.connection_context(), app.test_request_context("/en/"):
        close(poll.id)
        (receipt,), count = told(poll)

    assert count == 1
    assert receipt in {mine[-1] for mine in both}
