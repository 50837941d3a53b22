import pytest

from portal.moderation.models import Case
from portal.proposals.models import Proposal
from portal.workshops.actions import set_phase
from portal.workshops.models import Phase
from tests.factories import make_user, make_workshop, sign_in, take_seat
from tests.workshops.pages import aiming_at, errors, fields, send, soup, texts

WORDS = {
    "suggestion": "Open the door on Saturdays",
    "problem": "It is shut.\nAll weekend.",
    "helps": "Those who work",
}
WRITTEN = {**WORDS, "language": "en", "submission": "one sending"}


@pytest.fixture
def workshop():
    return make_workshop(slug="doors")


@pytest.fixture
def author(app, workshop):
    return take_seat(app, workshop)[0]


def stored():
    return [row.suggestion for row in Proposal.select()]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"suggestion": ""}, [("#suggestion", "Write what should change")]),
        ({"suggestion": " \n\t "}, [("#suggestion", "Write what should change")]),
        (
            {"suggestion": "ä" * 121},
            [("#suggestion", "Shorten this by 1 character")],
        ),
        (
            {"problem": "x" * 602, "helps": "y" * 161},
            [
                ("#problem", "Shorten this by 2 characters"),
                ("#helps", "Shorten this by 1 character"),
            ],
        ),
        ({"language": "de"}, [("#language", "Choose the language you write in")]),
    ],
)
@pytest.mark.parametrize("headers", [{}, aiming_at("section#writing")])
def test_proposal_that_is_wrong_is_kept_and_explained(
    author, written, expected, headers
):
    sent = {**WRITTEN, **written}

    response = author.post("/en/workshops/doors/proposals", data=sent, headers=headers)

    assert response.status_code == 422
    assert errors(response) == expected
    held = fields(response)
    sent.pop("language", None)
    assert {name: held[name].strip() for name in sent} == {
        name: value.strip() for name, value in sent.items()
    }
    assert stored() == []


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase != "gather"])
def test_closed_phase_takes_nothing_and_gives_the_text_back(author, workshop, phase):
    set_phase(workshop, phase)

    response = author.post("/en/workshops/doors/proposals", data=WRITTEN)

    assert response.status_code == 409
    assert fields(response).items() >= WORDS.items()
    assert stored() == []
    assert Case.select().count() == 0
    board = author.get("/en/workshops/doors/board")
    assert soup(board).select("form[action$='/proposals']") == []


@pytest.mark.parametrize("signed_in", [False, True])
def test_visitor_without_a_seat_gets_the_text_back(app, workshop, signed_in):
    client = sign_in(app, make_user()) if signed_in else app.test_client()

    response = client.post("/en/workshops/doors/proposals", data=WRITTEN)

    assert response.status_code == 401
    assert fields(response).items() >= WRITTEN.items()
    assert stored() == []


def test_text_given_back_can_be_sent_again_after_joining(app, workshop):
    client = app.test_client()
    refused = client.post("/en/workshops/doors/proposals", data=WRITTEN)
    client.post(f"/en/join/{workshop.code}", data={"voice": "resident"})

    board = send(client, refused, "/proposals")

    assert stored() == [WORDS["suggestion"]]
    assert texts(board, "#writing li a")[0] == WORDS["suggestion"]
