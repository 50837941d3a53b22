from pathlib import Path

import pytest
from flask import Flask

from portal.accounts.models import Voice
from portal.ballots import link_keys
from portal.ballots.actions.opening import admit, open_poll
from portal.ballots.models import (
    Elector,
    Poll,
    PollOption,
    PollOptionText,
    PollState,
)
from portal.ballots.tallies import Method
from portal.errors import Refused
from portal.proposals.models import State
from portal.workshops.models import Phase
from tests.factories import make_participant, make_poll, make_proposal, make_workshop


@pytest.fixture(autouse=True)
def in_app(app: Flask):
    with app.test_request_context("/en/"):
        yield


def files(app: Flask) -> set[str]:
    return {path.name for path in Path(app.config["LINK_KEYS"]).iterdir()}


def titles(poll: Poll) -> list[tuple[str, str]]:
    found = PollOptionText.select().join(PollOption).where(PollOption.poll == poll)
    return [(text.language, text.title) for text in found.order_by(PollOption.position)]


def test_opening_fixes_who_may_vote_with_their_voice() -> None:
    workshop = make_workshop(Phase.VOTE)
    people = [
        make_participant(workshop, voice) for voice in (Voice.STAFF, Voice.EXPERT)
    ]
    make_participant(make_workshop(Phase.VOTE))
    poll = make_poll(workshop)

    open_poll(poll.id)

    electors = Elector.select().where(Elector.poll == poll).order_by(Elector.id)
    assert [(row.participant, row.voice, row.on_paper) for row in electors] == [
        (people[0].id, Voice.STAFF, False),
        (people[1].id, Voice.EXPERT, False),
    ]
    opened = Poll.get_by_id(poll.id)
    assert opened.state is PollState.OPEN
    assert link_keys.read(opened.link_key)


def test_opening_again_keeps_the_key_and_adds_nobody(app: Flask) -> None:
    workshop = make_workshop(Phase.VOTE)
    poll = make_poll(workshop)
    open_poll(poll.id)
    before = Poll.get_by_id(poll.id).link_key, files(app)
    make_participant(workshop)

    open_poll(poll.id)

    assert (Poll.get_by_id(poll.id).link_key, files(app)) == before
    assert Elector.select().where(Elector.poll == poll).count() == 0


def test_those_who_join_later_vote_once_they_are_let_in() -> None:
    workshop = make_workshop(Phase.VOTE)
    make_participant(workshop)
    poll = make_poll(workshop)
    open_poll(poll.id)
    later = make_participant(workshop)

    added = admit(poll.id), admit(poll.id)

    assert added == (1, 0)
    assert Elector.get(Elector.participant == later).poll == poll.id


def test_options_hold_what_the_proposals_say_at_the_opening() -> None:
    workshop = make_workshop(Phase.GATHER)
    kept = make_proposal(workshop, suggestion="Öppet sent", language="sv")
    gone = make_proposal(workshop, suggestion="Gone")
    poll = make_poll(workshop, "Own words")
    for position, proposal in enumerate((kept, gone), start=1):
        PollOption.create(poll=poll, proposal=proposal, position=position)
    type(gone).update(state=State.WITHDRAWN).where(type(gone).id == gone.id).execute()
    type(workshop).update(phase_set=Phase.VOTE).execute()

    open_poll(poll.id)

    assert titles(poll) == [("en", "Own words"), ("sv", "Öppet sent")]


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.VOTE])
def test_votes_open_in_their_phase_only(app: Flask, phase: Phase) -> None:
    poll = make_poll(make_workshop(phase))
    before = files(app)

    with pytest.raises(Refused):
        open_poll(poll.id)

    assert Poll.get_by_id(poll.id).state is PollState.DRAFT
    assert files(app) == before


def test_one_option_is_too_few_but_for_consent() -> None:
    workshop = make_workshop(Phase.VOTE)
    consent = make_poll(workshop, "Only this", method=Method.CONSENT)
    dots = make_poll(workshop, "Only this", method=Method.DOTS)

    open_poll(consent.id)
    with pytest.raises(Refused):
        open_poll(dots.id)

    states = [Poll.get_by_id(poll.id).state for poll in (consent, dots)]
    assert states == [PollState.OPEN, PollState.DRAFT]
