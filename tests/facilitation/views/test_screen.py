import json

import pytest

from portal.ballots.models import Poll, PollState
from portal.db import now
from portal.proposals.models import Proposal
from portal.workshops.actions import set_phase
from portal.workshops.models import Entry, Phase
from portal.workshops.timer import set_timer
from tests.facilitation.people import runs
from tests.factories import make_poll, make_proposal, make_workshop
from tests.workshops.pages import one, poll, soup, texts


@pytest.fixture
def workshop():
    return make_workshop(slug="doors")


def test_screen_shows_the_newest_while_gathering_and_the_most_supported_after(
    client, workshop
):
    for text, supports in (("Liked", 1), ("Loved", 2), ("New", 0)):
        make_proposal(workshop, text, supports=supports)
    gathering = client.get("/en/workshops/doors/screen")
    set_phase(workshop, Phase.VOTE)

    voting = client.get("/en/workshops/doors/screen")

    assert texts(gathering, "li.slip h2") == ["New", "Loved", "Liked"]
    assert texts(voting, "li.slip h2") == ["Loved", "Liked", "New"]
    assert one(voting, ".big.num").text == workshop.code
    assert len(soup(voting).select("[role=img] svg")) == 1


def test_screen_is_sent_in_part_when_something_has_changed(client, workshop):
    page = client.get("/en/workshops/doors/screen")
    make_proposal(workshop, "Fresh")

    response = poll(client, page, "#wall")

    assert response.status_code == 200
    assert soup(response).find(True)["id"] == "wall"
    assert texts(response, "li.slip h2") == ["Fresh"]
    assert response.headers["HX-PTag"] == one(response, "#wall")["hx-ptag"]
    assert poll(client, response, "#wall").status_code == 304


def test_screen_holds_six_slips_and_counts_them_all(client, workshop):
    for _ in range(7):
        make_proposal(workshop)

    response = client.get("/en/workshops/doors/screen")

    assert len(soup(response).select("li.slip")) == 6
    assert "7 proposals" in texts(response, "#wall p.meta span")


def test_screen_shows_what_is_pinned_first(client, workshop):
    first = make_proposal(workshop, "First")
    make_proposal(workshop, "Second")
    Proposal.update(pinned=True).where(Proposal.id == first.id).execute()

    response = client.get("/en/workshops/doors/screen")

    assert texts(response, "li.slip h2") == ["First", "Second"]


def test_screen_shows_the_timer(client, workshop):
    set_timer(workshop, 5)

    response = client.get("/en/workshops/doors/screen")

    assert 295 <= int(one(response, "[data-timer]")["data-timer"]) <= 300


def test_screen_tells_how_to_vote_while_a_vote_is_open(client, workshop):
    set_phase(workshop, Phase.VOTE)
    make_proposal(workshop)
    poll_ = make_poll(workshop, state=PollState.OPEN)

    response = client.get("/en/workshops/doors/screen")

    assert texts(response, "#vote-title") == ["Vote now"]
    assert f"localhost/en/polls/{poll_.id}" in one(response, "ol.lead").text
    assert soup(response).select("li.slip") == []


def test_screen_of_those_who_are_invited_hides_the_code(app, workshop):
    type(workshop).update(entry=Entry.INVITED).execute()

    response = runs(app, workshop).get("/en/workshops/doors/screen")

    assert response.status_code == 200
    assert workshop.code not in response.text
    assert soup(response).select("[role=img]") == []
    assert app.test_client().get("/en/workshops/doors/screen").status_code == 404


def closed(workshop, *choices):
    poll_ = make_poll(workshop, "Late", "Early", closed_at=now())
    late, early = (row.id for row in poll_.options)
    named = {"late": [late], "early": [early]}
    listed = {
        "method": "approval",
        "settings": {"dots": 5, "most_dots": 3, "top_score": 5, "budget": 0},
        "options": [
            {"id": late, "cost": 0, "withdrawn": False},
            {"id": early, "cost": 0, "withdrawn": False},
        ],
        "ballots": [{"choice": named[choice]} for choice in choices],
    }
    Poll.update(state=PollState.CLOSED, ballots=json.dumps(listed)).execute()


def test_screen_shows_the_result_of_a_closed_vote(client, workshop):
    set_phase(workshop, Phase.ANSWER)
    closed(workshop, "early", "early", "early", "late", "late")

    response = client.get("/en/workshops/doors/screen")

    assert texts(response, "li.slip p.big") == ["1. Early", "2. Late"]
    assert texts(response, "li.slip .badge") == ["Chosen"]
    assert "5 ballots" in response.text


def test_screen_shows_nothing_of_a_handful_of_ballots(client, workshop):
    set_phase(workshop, Phase.ANSWER)
    closed(workshop, "early", "early", "early", "late")

    response = client.get("/en/workshops/doors/screen")

    assert "Early" not in response.text
    assert "ballots" not in response.text
