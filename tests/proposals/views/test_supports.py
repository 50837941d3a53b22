import pytest
from peewee import IntegrityError

from portal.db import database
from portal.proposals.models import State, Support
from portal.workshops.actions import set_phase
from portal.workshops.models import Phase
from tests.factories import (
    make_participant,
    make_proposal,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.workshops.pages import aiming_at, one, send, soup


@pytest.fixture
def workshop():
    return make_workshop(slug="doors")


@pytest.fixture
def proposal(workshop):
    return make_proposal(workshop, supports=2)


@pytest.fixture
def neighbour(app, workshop):
    return take_seat(app, workshop)[0]


def count(proposal):
    return Support.select().where(Support.proposal == proposal).count()


def set_support(client, proposal, wanted, **headers):
    address = f"/en/proposals/{proposal.id}/support"
    return client.post(address, data={"wanted": wanted}, **headers)


def shown(button):
    return button["value"], button["aria-pressed"], button.select_one(".num").text


def test_support_is_given_and_taken_back_on_the_board(neighbour, proposal):
    board = neighbour.get("/en/workshops/doors/board")
    before = one(board, "button.support")

    board = send(neighbour, board, "/support", wanted=before["value"])
    given = one(board, "button.support")
    board = send(neighbour, board, "/support", wanted=given["value"])
    taken = one(board, "button.support")

    assert [shown(button) for button in (before, given, taken)] == [
        ("1", "false", "2"),
        ("0", "true", "3"),
        ("1", "false", "2"),
    ]
    assert board.request.path == "/en/workshops/doors/board"


def test_support_on_the_page_of_the_proposal_stays_there(neighbour, proposal):
    address = f"/en/proposals/{proposal.id}"
    page = neighbour.get(address)

    page = send(neighbour, page, "/support", wanted="1")

    assert page.request.path == address
    button = one(page, "button.support")
    assert (button["value"], button["aria-pressed"]) == ("0", "true")
    assert count(proposal) == 3


@pytest.mark.parametrize(("wanted", "expected"), [("1", 3), ("0", 2)])
def test_support_set_twice_counts_once(neighbour, proposal, wanted, expected):
    answers = [set_support(neighbour, proposal, wanted) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert count(proposal) == expected


def test_support_by_one_person_is_kept_unique_by_the_database(workshop, proposal):
    participant = make_participant(workshop)
    Support.create(proposal=proposal, participant=participant)

    with pytest.raises(IntegrityError), database.atomic():
        Support.create(proposal=proposal, participant=participant)

    assert count(proposal) == 3


def test_support_by_htmx_is_answered_with_the_slip(neighbour, proposal):
    response = set_support(
        neighbour, proposal, "1", headers=aiming_at(f"article#p-{proposal.id}")
    )

    assert response.status_code == 200
    assert soup(response).find(True)["id"] == f"p-{proposal.id}"
    assert soup(response).select("h1, html") == []
    assert shown(one(response, "button.support")) == ("0", "true", "3")


@pytest.mark.parametrize("wanted", ["", "2", "yes"])
def test_support_of_an_unknown_value_changes_nothing(neighbour, proposal, wanted):
    response = set_support(neighbour, proposal, wanted)

    assert response.status_code == 422
    assert count(proposal) == 2


@pytest.mark.parametrize("phase", list(Phase))
def test_support_lasts_until_the_vote_closes(neighbour, workshop, proposal, phase):
    set_phase(workshop, phase)

    status = set_support(neighbour, proposal, "1").status_code

    expected = (409, 2) if phase is Phase.ANSWER else (303, 3)
    assert (status, count(proposal)) == expected


def test_support_is_not_taken_back_after_the_vote(neighbour, workshop, proposal):
    set_support(neighbour, proposal, "1")
    set_phase(workshop, Phase.ANSWER)

    response = set_support(neighbour, proposal, "0")

    assert response.status_code == 409
    assert count(proposal) == 3


def test_support_needs_a_seat_in_this_workshop(app, proposal):
    clients = [
        app.test_client(),
        sign_in(app, make_user()),
        take_seat(app, make_workshop())[0],
    ]

    answers = [set_support(client, proposal, "1") for client in clients]

    assert [answer.status_code for answer in answers] == [401] * 3
    assert count(proposal) == 2


@pytest.mark.parametrize("state", [State.WAITING, State.RETURNED])
def test_support_of_what_is_not_on_the_board_is_not_found(neighbour, workshop, state):
    proposal = make_proposal(workshop, state=state)

    assert set_support(neighbour, proposal, "1").status_code == 404
    assert neighbour.post("/en/proposals/999999/support").status_code == 404
    assert count(proposal) == 0


def test_author_does_not_support_what_is_not_on_the_board(app, workshop):
    author, me = take_seat(app, workshop)
    proposal = make_proposal(workshop, state=State.WAITING, author=me)

    response = set_support(author, proposal, "1")

    assert response.status_code == 401
    assert count(proposal) == 0
