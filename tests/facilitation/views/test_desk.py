from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.ballots.models import Poll, PollState
from portal.db import now
from portal.proposals.models import Proposal, State
from portal.workshops.models import Phase, Workshop
from portal.workshops.timer import seconds_left, set_timer
from tests.facilitation.people import runs
from tests.factories import (
    make_participant,
    make_poll,
    make_proposal,
    make_workshop,
)
from tests.workshops.pages import errors, one, poll, send, soup, texts, warm

pytestmark = pytest.mark.one_engine


@pytest.fixture
def workshop():
    return make_workshop(slug="doors")


@pytest.fixture
def client(app, workshop):
    return runs(app, workshop)


def desk(client):
    return client.get("/en/workshops/doors/desk")


def phase_of(workshop):
    return Workshop.get_by_id(workshop.id).phase


def test_desk_counts_what_there_is(client, workshop):
    author = make_participant(workshop)
    make_proposal(workshop, author=author)
    make_proposal(workshop, author=author, state=State.WAITING)
    make_proposal(make_workshop())

    page = desk(client)

    assert texts(page, "#now dd") == ["1", "1", "1", "0"]


@pytest.mark.parametrize("count", [1, 3])
def test_desk_costs_the_same_for_one_and_for_many(client, workshop, count):
    for _ in range(count):
        make_proposal(workshop)
        make_poll(workshop)
    warm()

    with count_queries() as queries:
        page = desk(client)

    assert len(soup(page).select("#now li a")) == count
    # The workshop's id, the workshop, version of the vocabulary, texts, areas, version
    # of names, the user, their roles, facilitators, figures, state, polls, their
    # texts, ballots, electors, what can be pinned, sessions, notices.
    assert queries.count == 18


def test_desk_asks_for_little_while_nothing_changes(client, workshop):
    page = desk(client)
    warm()

    with count_queries() as queries:
        response = poll(client, page, "#now")

    assert response.status_code == 304
    # As above, up to the state.
    assert queries.count == 11


@pytest.mark.parametrize("change", ["join", "write", "timer", "phase"])
def test_desk_hears_of_changes(client, workshop, change):
    page = desk(client)
    if change == "join":
        make_participant(workshop)
    elif change == "write":
        make_proposal(workshop, state=State.WAITING)
    elif change == "timer":
        set_timer(workshop, 5)
    else:
        Workshop.update(phase_set=Phase.VOTE).execute()

    response = poll(client, page, "#now")

    assert response.status_code == 200
    assert poll(client, response, "#now").status_code == 304


def test_phase_is_set_and_leads_back_to_the_desk(client, workshop):
    page = desk(client)

    after = send(client, page, "/phase", phase="discuss")

    assert phase_of(workshop) is Phase.DISCUSS
    assert after.request.path == "/en/workshops/doors/desk"


def test_two_facilitators_do_not_move_it_past_each_other(client, workshop):
    page = desk(client)
    send(client, desk(client), "/phase", phase="group")

    second = send(client, page, "/phase", phase="vote")

    assert second.status_code == 409
    assert phase_of(workshop) is Phase.GROUP


def test_leaving_an_open_vote_asks_first(client, workshop):
    Workshop.update(phase_set=Phase.VOTE).execute()
    held = make_poll(workshop, state=PollState.OPEN)

    asked = send(client, desk(client), "/phase", phase="answer")

    assert asked.status_code == 409
    assert one(asked, f'main a[href="/en/polls/{held.id}/desk"]')
    assert phase_of(workshop) is Phase.VOTE
    moved = send(client, asked, "/phase", pick_anyway="1")
    assert phase_of(workshop) is Phase.ANSWER
    assert moved.request.path == "/en/workshops/doors/desk"


@pytest.mark.parametrize("state", [PollState.DRAFT, PollState.CLOSED])
def test_leaving_the_vote_without_an_open_one_asks_nothing(client, workshop, state):
    Workshop.update(phase_set=Phase.VOTE).execute()
    Poll.update(state=state).where(Poll.id == make_poll(workshop).id).execute()

    send(client, desk(client), "/phase", phase="answer")

    assert phase_of(workshop) is Phase.ANSWER


def test_timer_is_started_and_stopped(client, workshop):
    client.post("/en/workshops/doors/timer", data={"minutes": "10"})
    running = desk(client)

    left = int(one(running, "[data-timer]")["data-timer"])
    assert 595 <= left <= 600
    client.post("/en/workshops/doors/timer", data={"wanted": "0"})
    assert soup(desk(client)).select(".timer") == []


@pytest.mark.parametrize("minutes", ["", "0", "241", "ten", "-5", "9" * 5000])
def test_timer_takes_some_minutes(client, workshop, minutes):
    response = client.post("/en/workshops/doors/timer", data={"minutes": minutes})

    assert response.status_code == 422
    assert "Write the minutes, from 1 to 240" in one(response, ".error-text").text
    assert Workshop.get_by_id(workshop.id).timer_ends_at is None


@pytest.mark.parametrize(
    ("minutes", "left"), [(-11, None), (-5, 0), (1, 60), (None, None)]
)
def test_time_is_up_for_a_while(minutes, left):
    ends = None if minutes is None else now() + timedelta(minutes=minutes)

    found = seconds_left(Workshop(timer_ends_at=ends))

    assert found == left


def test_pins(client, workshop):
    proposal = make_proposal(workshop, "A bench")

    send(client, desk(client), f"/{proposal.id}/pin", wanted="1")
    pinned = Proposal.get_by_id(proposal.id).pinned
    send(client, desk(client), f"/{proposal.id}/pin", wanted="0")

    assert (pinned, Proposal.get_by_id(proposal.id).pinned) == (True, False)


def test_pin_by_number(client, workshop):
    proposal, elsewhere = make_proposal(workshop), make_proposal(make_workshop())

    send(client, desk(client), "/pins", number=str(proposal.id))
    refused = send(client, desk(client), "/pins", number=str(elsewhere.id))

    assert Proposal.get_by_id(proposal.id).pinned
    assert refused.status_code == 422
    assert errors(refused) == [
        ("#pin-number", f"There is no proposal {elsewhere.id} in this workshop.")
    ]
    assert not Proposal.get_by_id(elsewhere.id).pinned


def test_poster_shows_the_code_unless_one_is_invited(client, workshop):
    shown = client.get("/en/workshops/doors/poster")
    Workshop.update(entry="invited").execute()

    hidden = client.get("/en/workshops/doors/poster")

    assert workshop.code in texts(shown, ".poster .num")
    assert hidden.status_code == 404
