"""Everybody who takes part is told of a vote, whether they have cast or not."""

from datetime import timedelta

import pytest

from portal.ballots.actions.closing import close
from portal.ballots.actions.notifying import tell_of_last_days
from portal.ballots.actions.opening import open_poll
from portal.ballots.models import Poll
from portal.db import now
from portal.notices.actions import follow
from portal.notices.models import Notice
from portal.notices.recipients import user_key
from portal.workshops.models import Entry, Phase, Workshop
from tests.factories import (
    make_participant,
    make_poll,
    make_user,
    make_workshop,
    take_seat,
)
from tests.notices.told import events, readings


@pytest.fixture(autouse=True)
def in_the_app(app):
    with app.app_context():
        yield


def opened(workshop, **fields):
    poll = make_poll(workshop, **fields)
    open_poll(poll.id)
    return poll


def test_vote_is_told_of_when_it_opens_and_has_its_result_each_once(app):
    workshop = make_workshop(Phase.VOTE)
    me = make_participant(workshop)
    poll = opened(workshop)

    for act in (open_poll, close, close):
        act(poll.id)

    address = f"/en/polls/{poll.id}"
    assert readings(app, me) == [
        ("A vote is open. You can vote now.", address),
        ("The result of a vote is there.", address),
    ]


@pytest.mark.parametrize(("days", "told"), [(0, 0), (1, 1), (2, 0)])
def test_vote_that_ends_tomorrow_is_told_of_once(app, days, told):
    workshop = make_workshop(Phase.VOTE)
    me = make_participant(workshop)
    poll = opened(workshop, closes_at=now() + timedelta(days=days, minutes=1))
    Poll.update(opened_at=now() - timedelta(days=5)).execute()

    runs = [
        app.test_cli_runner().invoke(args=["ballots", "tell"]).output for _ in range(2)
    ]

    assert runs == ["Told.\n", "Told.\n"]
    assert events(me)[1:] == ["poll-ends"] * told
    assert (
        readings(app, me)[1:]
        == [("A vote ends tomorrow.", f"/en/polls/{poll.id}")] * told
    )


def test_vote_that_opened_today_says_its_end_itself():
    workshop = make_workshop(Phase.VOTE)
    me = make_participant(workshop)
    opened(workshop, closes_at=now() + timedelta(days=1))

    tell_of_last_days()

    assert events(me) == ["poll-opened"]


def test_nothing_notes_who_looked_at_an_open_vote(app):
    workshop = make_workshop(Phase.VOTE)
    client, _me = take_seat(app, workshop)
    poll = opened(workshop)

    client.get(f"/en/polls/{poll.id}")

    assert [one.seen_at for one in Notice.select()] == [None]

    close(poll.id)
    client.get(f"/en/polls/{poll.id}")

    assert Notice.select().where(Notice.seen_at.is_null()).count() == 0


def test_who_opens_a_vote_and_closes_it_is_not_told():
    workshop, user = make_workshop(Phase.VOTE), make_user()
    others = make_participant(workshop)
    make_participant(workshop, user=user)
    poll = make_poll(workshop)

    open_poll(poll.id, user)
    close(poll.id, user)

    assert (events(user), events(others)) == ([], ["poll-opened", "poll-result"])


def test_vote_of_a_workshop_that_is_closed_to_a_follower_reads_no_more(app):
    workshop, reader = make_workshop(Phase.VOTE), make_user()
    me = make_participant(workshop)
    follow(user_key(reader.id), "workshop", workshop.id, wanted=True)
    opened(workshop)

    Workshop.update(entry=Entry.INVITED).execute()

    assert (len(readings(app, me)), readings(app, reader)) == (1, [])
