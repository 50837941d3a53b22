"""Writing for somebody else: the card bears the voice of the person."""

import pytest

from portal.accounts.models import Voice
from portal.permissions import Role
from portal.proposals.models import Proposal, Relation
from portal.workshops.models import Facilitator, Way
from tests.factories import make_user, make_workshop, sign_in, take_seat
from tests.workshops.pages import errors, fields, one, send, soup, texts

WORDS = {"suggestion": "Benches", "language": "en"}
BOARD = "/en/workshops/doors/board"


@pytest.fixture
def workshop():
    return make_workshop(slug="doors")


def made():
    row = Proposal.get()
    return row.relation, row.voice, row.author, row.entered_by, row.way


@pytest.mark.parametrize(
    ("relation", "voice"),
    [("own", Voice.STAFF), ("assisted", Voice.EXPERT), ("proxy", Voice.EXPERT)],
)
def test_words_bear_the_voice_of_whose_they_are(app, workshop, relation, voice):
    client, me = take_seat(app, workshop, Voice.STAFF)
    whose = {"pick_relation": relation, "voice": "expert"}

    send(client, client.get(BOARD), "/proposals", **WORDS, **whose)

    assert made() == (Relation(relation), voice, me.id, None, Way.WEB)


def test_card_says_in_words_that_somebody_helped(app, workshop):
    client, _me = take_seat(app, workshop)
    whose = {"pick_relation": "assisted", "voice": "expert"}
    send(client, client.get(BOARD), "/proposals", **WORDS, **whose)

    page = client.get(f"/en/proposals/{Proposal.get().id}")

    assert "Written down with help" in texts(page, "header .meta span")
    assert fields(client.get(BOARD))["pick_relation"] == "own"


def test_helper_says_whose_voice_it_is(app, workshop):
    client = sign_in(app, make_user(Role.COORDINATOR))

    response = client.post("/en/workshops/doors/proposals", data=WORDS)

    assert response.status_code == 422
    assert errors(response) == [("#voice", "Choose whose words these are")]
    assert one(response, "#writing details:has([name=voice])").has_attr("open")


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.FACILITATOR])
def test_those_who_run_a_workshop_enter_for_somebody(app, workshop, role):
    user = make_user(role)
    Facilitator.create(workshop=workshop, user=user)
    client = sign_in(app, user)
    page = client.get(BOARD)
    offered = [tag["value"] for tag in soup(page).select("[name=pick_relation]")]

    board = send(client, page, "/proposals", **WORDS, voice="resident")

    assert offered == ["assisted", "proxy"]
    assert made() == (Relation.ASSISTED, Voice.RESIDENT, None, user.id, Way.ROOM)
    assert texts(board, "#writing li a")[0] == "Benches"
    wording = client.get(f"/en/proposals/{Proposal.get().id}/wording")
    assert fields(wording)["suggestion"] == "Benches"


def test_facilitator_of_another_workshop_enters_nothing(app, workshop):
    user = make_user(Role.FACILITATOR)
    Facilitator.create(workshop=make_workshop(), user=user)
    client = sign_in(app, user)

    response = client.post("/en/workshops/doors/proposals", data=WORDS)

    assert response.status_code == 401
    assert soup(client.get(BOARD)).select("#writing form") == []
