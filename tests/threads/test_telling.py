"""What people are told of threads."""

import pytest

from portal.notices import events
from portal.notices.actions import follow
from portal.notices.models import Notice
from portal.notices.recipients import participant_key, user_key
from portal.notices.things import found
from portal.proposals.models import Proposal, State
from portal.threads.actions.threads import set_public
from portal.threads.models import KIND
from portal.threads.telling import tell_changed, tell_joined, tell_step
from tests.factories import (
    make_participant,
    make_proposal,
    make_user,
    make_workshop,
)

pytestmark = pytest.mark.usefixtures("speaking")


@pytest.fixture
def follower(thread):
    user = make_user()
    follow(user_key(user.id), KIND, thread.id, wanted=True)
    return user


def told(key):
    notices = list(Notice.select().where(Notice.recipient == key).order_by(Notice.id))
    read = events.told(notices)
    return [read[one.id].text for one in notices if one.id in read]


def test_followers_hear_of_each_step_once(thread, follower):
    for step in ("link-1", "link-1", "link-2"):
        tell_step([thread.id], step=step)

    assert told(user_key(follower.id)) == [
        "A thread that you follow has a new step.",
        "A thread that you follow has a new step.",
    ]


def test_followers_hear_of_changed_texts_once_a_day(thread, follower):
    tell_changed(thread.id)
    tell_changed(thread.id)

    assert told(user_key(follower.id)) == ["A thread that you follow was told anew."]


def test_who_changed_it_is_not_told(thread, follower):
    tell_changed(thread.id, follower)

    assert told(user_key(follower.id)) == []


def test_nobody_is_told_of_what_is_not_public(thread, follower):
    tell_step([thread.id], step="link-1")
    set_public(thread.id, wanted=False)
    tell_step([thread.id], step="link-2")
    tell_changed(thread.id)

    assert found(KIND, thread.id) is None
    assert told(user_key(follower.id)) == []
    assert Notice.select().where(Notice.recipient == user_key(follower.id)).count() == 1


def test_authors_hear_once_that_their_words_led_here(thread):
    workshop = make_workshop()
    seats = [make_participant(workshop) for _ in range(2)]
    public, gone = (make_proposal(workshop, author=seat) for seat in seats)
    Proposal.update(state=State.HIDDEN).where(Proposal.id == gone.id).execute()

    for _ in range(2):
        tell_joined(thread.id, [public.id, gone.id])

    assert told(participant_key(seats[0].id)) == [
        "Your words led here. See what came of them."
    ]
    assert told(participant_key(seats[1].id)) == []
