import pytest
from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.permissions import Role
from portal.proposals.models import State
from portal.workshops.actions import Text
from portal.workshops.models import Phase
from tests.factories import (
    make_participant,
    make_proposal,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.workshops.pages import one, soup, texts, warm


@pytest.mark.parametrize("supports", [1, 3])
def test_page_costs_the_same_for_few_and_for_many(client, supports):
    proposal = make_proposal(make_workshop(), supports=supports)
    warm()

    with count_queries() as queries:
        response = client.get(f"/en/proposals/{proposal.id}")

    assert response.status_code == 200
    # Its workshop's id, the workshop, version of the vocabulary, texts, areas,
    # version of the names of teams, the proposal, its supports, what a moderator
    # decided, the answer, its texts, its themes, what it is joined with, the picture,
    # the discussion.
    assert queries.count == 15


def test_page_shows_what_was_written_and_by_whom(client):
    workshop = make_workshop(texts={"en": Text("How?")})
    author = make_participant(workshop, Voice.EXPERT)
    proposal = make_proposal(workshop, "Open & warm", supports=2, author=author)

    response = client.get(f"/en/proposals/{proposal.id}")

    assert texts(response, "h1") == ["Open & warm"]
    assert texts(response, ".role") == ["Expert by experience"]
    assert texts(response, "dl.facts dd") == ["It is so.", "2"]
    assert texts(response, ".crumbs a") == ["Workshops", "How?"]
    assert soup(response).select("form[method=post]") == []


def test_page_marks_the_language_of_the_proposal(client):
    proposal = make_proposal(make_workshop(), "Ovi auki", language="fi")

    pages = [client.get(f"/{code}/proposals/{proposal.id}") for code in ("fi", "sv")]

    assert [one(page, "h1").get("lang") for page in pages] == [None, "fi"]
    assert [len(soup(page).select("header .badge")) for page in pages] == [0, 1]


@pytest.mark.parametrize("state", [State.WAITING, State.RETURNED])
def test_page_of_what_is_not_on_the_board_is_for_few(app, state):
    workshop = make_workshop()
    author, me = take_seat(app, workshop)
    proposal = make_proposal(workshop, state=state, author=me)
    clients = {
        "author": author,
        "moderator": sign_in(app, make_user(Role.MODERATOR)),
        "coordinator": sign_in(app, make_user(Role.COORDINATOR)),
        "editor": sign_in(app, make_user(Role.EDITOR)),
        "neighbour": take_seat(app, workshop)[0],
        "visitor": app.test_client(),
    }

    found = {
        name: client.get(f"/en/proposals/{proposal.id}").status_code
        for name, client in clients.items()
    }

    assert found == {
        "author": 200,
        "moderator": 200,
        "coordinator": 200,
        "editor": 404,
        "neighbour": 404,
        "visitor": 404,
    }


@pytest.mark.parametrize("number", ["0", "999999", "2147483647", "2147483648", "1x"])
def test_page_that_is_not_there_is_not_found(client, number):
    assert client.get(f"/en/proposals/{number}").status_code == 404


def test_page_says_when_an_answer_is_promised(client):
    workshop = make_workshop(Phase.ANSWER)
    proposal = make_proposal(workshop)

    response = client.get(f"/en/proposals/{proposal.id}")

    promised = workshop.answer_until
    assert f"{promised.day} {promised:%B %Y}" in one(response, ".answer").text
    assert texts(response, ".line [aria-current] b") == ["Answered"]
