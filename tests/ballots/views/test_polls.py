"""Making a vote, opening it, running it and closing it."""

from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal.ballots.models import Elector, Poll, PollOption, PollOptionText, PollState
from portal.ballots.queries.offers import drafts
from portal.ballots.queries.polls import texts as texts_of
from portal.ballots.tallies import Method
from portal.db import now, today
from portal.permissions import Role
from portal.workshops.models import Phase, Workshop
from tests.factories import (
    make_participant,
    make_poll,
    make_proposal,
    make_user,
    make_workshop,
    sign_in,
)
from tests.workshops.pages import errors, fields, one, send, soup, texts

pytestmark = pytest.mark.one_engine


@pytest.fixture
def coordinator(app: Flask) -> FlaskClient:
    return sign_in(app, make_user(Role.COORDINATOR))


@pytest.fixture
def workshop() -> Workshop:
    return make_workshop(Phase.VOTE)


def make(client: FlaskClient, workshop: Workshop, **written: object):
    values = {
        "method": "dots",
        "title_en": "Which first?",
        "dots": "5",
        "most_dots": "3",
        "top_score": "5",
        "budget": "1000",
        **written,
    }
    address = f"/en/workshops/{workshop.slug}/polls"
    return client.post(address, data=values, follow_redirects=True)


def state(client: FlaskClient, poll: Poll, wanted: str):
    return client.post(
        f"/en/polls/{poll.id}/state", data={"state": wanted}, follow_redirects=True
    )


def test_new_vote_offers_what_is_on_the_board(coordinator, workshop) -> None:
    number = make_proposal(workshop, suggestion="Open late").id

    page = coordinator.get(f"/en/workshops/{workshop.slug}/polls/new")

    ticked = soup(page).select('[name="proposal"][checked]')
    assert [box["value"] for box in ticked] == [str(number)]
    assert fields(page)["method"] == "dots"


def test_vote_is_made_with_all_that_was_written(coordinator, workshop) -> None:
    number = make_proposal(workshop, suggestion="Open late").id

    make(
        coordinator,
        workshop,
        method="budget",
        title_fi="Mitä ensin?",
        note_fi="Tästä rahasta.",
        budget="20000",
        proposal=[str(number)],
        **{f"cost_{number}": "12 000 €", "own_0_en": "A  bus", "own_0_cost": "900"},
        closes_on=(today() + timedelta(days=30)).isoformat(),
        closes_at_time="18:30",
    )

    poll = Poll.get()
    assert (poll.method, poll.state, poll.budget) == (
        Method.BUDGET,
        PollState.DRAFT,
        20000,
    )
    assert texts_of(poll.id) == {
        "fi": ("Mitä ensin?", "Tästä rahasta."),
        "en": ("Which first?", ""),
    }
    assert [
        (draft.proposal, dict(draft.titles), draft.cost) for draft in drafts(poll.id)
    ] == [(number, {}, 12000), (None, {"en": "A bus"}, 900)]


def test_closing_time_is_that_of_the_region(coordinator, workshop) -> None:
    make(
        coordinator,
        workshop,
        own_0_en="Now",
        closes_on="1.7.2090",
        closes_at_time="18:30",
    )

    poll = Poll.get()
    page = coordinator.get(f"/en/polls/{poll.id}/settings")

    assert poll.closes_at == datetime(2090, 7, 1, 15, 30)  # noqa: DTZ001  UTC
    assert fields(page)["closes_at_time"] == "18:30"


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ({"title_en": ""}, "#title_en"),
        ({"note_sv": "Bara en not"}, "#title_sv"),
        ({"title_en": "x" * 161}, "#title_en"),
        ({"method": "coin"}, "#method"),
        ({"dots": "0"}, "#dots"),
        ({"dots": "many"}, "#dots"),
        ({"method": "score", "top_score": "11"}, "#top_score"),
        ({"method": "budget", "budget": "-5"}, "#budget"),
        ({"method": "budget", "own_0_en": "A bus"}, "#own_0_cost"),
        ({"method": "budget", "own_0_en": "A", "own_0_cost": "1.5"}, "#own_0_cost"),
        ({"own_0_en": "x" * 121}, "#own_0_en"),
        ({"closes_on": "1.1.2001"}, "#closes_on"),
        ({"closes_on": "soon"}, "#closes_on"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(
    coordinator, workshop, written, field
) -> None:
    response = make(coordinator, workshop, **written)

    assert response.status_code == 422
    assert [place for place, _said in errors(response)] == [field]
    assert one(response, field)
    assert Poll.select().count() == 0


def test_numbers_of_other_methods_do_not_matter(coordinator, workshop) -> None:
    make(coordinator, workshop, method="approval", dots="x", budget="", own_0_en="A")

    assert Poll.get().method is Method.APPROVAL


def test_vote_is_changed_until_it_opens(coordinator, workshop) -> None:
    make(coordinator, workshop, own_0_en="Late", own_1_en="Early")
    poll = Poll.get()
    address = f"/en/polls/{poll.id}/settings"
    values = {**fields(coordinator.get(address)), "title_en": "Which of these?"}

    coordinator.post(address, data=values)
    state(coordinator, poll, "open")
    refused = coordinator.post(address, data={**values, "title_en": "Another"})

    assert refused.status_code == 409
    assert texts_of(poll.id)["en"][0] == "Which of these?"


def test_vote_before_it_opens_shows_what_its_proposals_say(
    coordinator, workshop
) -> None:
    number = make_proposal(workshop, suggestion="Open late").id

    desk = make(coordinator, workshop, proposal=[str(number)], own_0_en="Open early")
    ballot = coordinator.get(f"/en/polls/{Poll.get().id}")

    assert texts(desk, "main .rows li") == ["Open late", "Open early"]
    assert ballot.status_code == 200


def test_opened_vote_shows_how_many_may_vote(coordinator, workshop) -> None:
    make_participant(workshop)
    poll = make_poll(workshop)

    page = state(coordinator, poll, "open")

    assert texts(page, ".big") == ["0 of 1"]
    assert Poll.get().state is PollState.OPEN


def test_late_ones_are_let_in(coordinator, workshop) -> None:
    poll = make_poll(workshop)
    state(coordinator, poll, "open")
    make_participant(workshop)
    page = coordinator.get(f"/en/polls/{poll.id}/desk")

    coordinator.post(f"/en/polls/{poll.id}/electors")

    assert "1 person has joined since" in page.text
    assert Elector.select().count() == 1


def test_option_is_withdrawn_and_put_back(coordinator, workshop) -> None:
    poll = make_poll(workshop)
    state(coordinator, poll, "open")
    option = PollOption.select().first()
    address = f"/en/polls/{poll.id}/options/{option.id}"

    found = []
    for wanted in ("1", "1", "0"):
        coordinator.post(address, data={"withdrawn": wanted})
        found.append(PollOption.get_by_id(option.id).withdrawn)

    assert found == [True, True, False]


def test_option_of_another_vote_stays_as_it_is(coordinator, workshop) -> None:
    poll, other = make_poll(workshop), make_poll(workshop)
    for one_ in (poll, other):
        state(coordinator, one_, "open")
    foreign = PollOption.get(PollOption.poll == other)

    coordinator.post(
        f"/en/polls/{poll.id}/options/{foreign.id}", data={"withdrawn": "1"}
    )

    assert not PollOption.get_by_id(foreign.id).withdrawn


def test_draft_is_deleted_and_an_open_vote_is_not(coordinator, workshop) -> None:
    draft, opened = make_poll(workshop), make_poll(workshop)
    state(coordinator, opened, "open")

    state(coordinator, draft, "deleted")
    refused = state(coordinator, opened, "deleted")

    assert refused.status_code == 409
    assert [poll.id for poll in Poll.select()] == [opened.id]
    assert PollOptionText.select().count() == 2


def test_closing_counts_and_leads_to_the_result(coordinator, workshop) -> None:
    poll = make_poll(workshop)
    state(coordinator, poll, "open")

    page = state(coordinator, poll, "closed")

    assert page.request.path == f"/en/polls/{poll.id}"
    assert Poll.get().state is PollState.CLOSED


def test_unknown_state_is_refused(coordinator, workshop) -> None:
    poll = make_poll(workshop)

    assert state(coordinator, poll, "ajar").status_code == 422
    assert Poll.get().state is PollState.DRAFT


def test_visitors_see_votes_that_have_begun(app: Flask, coordinator, workshop) -> None:
    make_poll(workshop)
    opened = make_poll(workshop)
    state(coordinator, opened, "open")
    address = f"/en/workshops/{workshop.slug}/polls"

    links = [
        [link["href"] for link in soup(client.get(address)).select("main .rows a")]
        for client in (app.test_client(), coordinator)
    ]

    assert links[0] == [f"/en/polls/{opened.id}"]
    assert len(links[1]) == 2


def test_time_that_is_up_closes_the_ballot(app: Flask, coordinator, workshop) -> None:
    visitor = app.test_client()
    poll = make_poll(workshop, closes_at=now() + timedelta(hours=1))
    state(coordinator, poll, "open")
    before = visitor.get(f"/en/polls/{poll.id}")
    Poll.update(closes_at=now() - timedelta(minutes=1)).execute()

    after = visitor.get(f"/en/polls/{poll.id}")

    assert "Take a seat to vote" in before.text
    assert "This vote has closed" in after.text
    assert Poll.get().state is PollState.OPEN


def test_vote_whose_time_is_up_is_counted_when_one_who_runs_it_comes(
    coordinator, workshop
) -> None:
    poll = make_poll(workshop)
    state(coordinator, poll, "open")
    Poll.update(closes_at=now() - timedelta(minutes=1)).execute()

    page = coordinator.get(f"/en/polls/{poll.id}")

    assert Poll.get().state is PollState.CLOSED
    assert texts(page, ".lead") == ["Nobody voted."]


def test_two_who_change_a_vote_at_once_lose_nothing(coordinator, workshop) -> None:
    poll = make_poll(workshop)
    page = coordinator.get(f"/en/polls/{poll.id}/settings")

    send(coordinator, page, "/settings", note_en="The first words")
    refused = send(coordinator, page, "/settings", note_en="The second words")
    kept = texts_of(poll.id)["en"][1]
    send(coordinator, refused, "/settings")

    assert refused.status_code == 422
    assert [where for where, _said in errors(refused)] == ["#offers"]
    assert fields(refused)["note_en"] == "The second words"
    assert kept == "The first words"
    assert texts_of(poll.id)["en"][1] == "The second words"


def test_form_sent_twice_makes_one_vote(coordinator, workshop) -> None:
    form = fields(coordinator.get(f"/en/workshops/{workshop.slug}/polls/new"))

    desks = [
        make(
            coordinator, workshop, submission=form["submission"], title_en=title
        ).request.path
        for title in ("First", "First", "Second")
    ]

    first, second = (
        f"/en/polls/{row.id}/desk" for row in Poll.select().order_by(Poll.id)
    )
    assert desks == [first, first, second]


def test_proposal_of_another_workshop_is_not_offered(coordinator, workshop) -> None:
    foreign = make_proposal(make_workshop())

    make(coordinator, workshop, proposal=str(foreign.id), own_0_en="A", own_1_en="B")

    assert [option.proposal for option in PollOption.select()] == [None, None]
