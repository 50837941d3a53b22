import pytest

from portal.accounts.models import Voice
from portal.moderation.models import Case
from portal.permissions import Role
from portal.proposals.models import Proposal, State
from tests.factories import (
    make_proposal,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.workshops.pages import aiming_at, fields, one, send, soup, texts

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
    return take_seat(app, workshop, Voice.EXPERT)[0]


def stored():
    return [
        (row.suggestion, row.problem, row.helps, row.state)
        for row in Proposal.select().order_by(Proposal.id)
    ]


WAITS = (*WORDS.values(), State.WAITING)


def test_proposal_waits_and_its_author_sees_it(author):
    page = author.get("/en/workshops/doors/board")

    board = send(author, page, "/proposals", **WORDS)

    assert stored() == [WAITS]
    assert texts(board, "#writing li a")[0] == WORDS["suggestion"]
    assert len(soup(board).select("#writing [role=status]")) == 1
    assert fields(board)["suggestion"] == ""


def test_proposal_bears_its_author_voice_and_language(author, workshop):
    author.post("/en/workshops/doors/proposals", data={**WRITTEN, "language": "sv"})

    proposal = Proposal.get()
    assert (proposal.workshop, proposal.voice) == (workshop.id, Voice.EXPERT)
    assert proposal.language == "sv"
    assert proposal.published_at is None


def test_proposal_opens_a_case(app, author):
    author.post("/en/workshops/doors/proposals", data=WRITTEN)

    queue = sign_in(app, make_user(Role.MODERATOR)).get("/en/moderation")
    cases = [(row.kind, row.item_id, row.decided_at) for row in Case.select()]
    assert cases == [("proposal", Proposal.get().id, None)]
    assert texts(queue, "article h2") == [WORDS["suggestion"]]


def test_proposal_that_waits_is_hidden_from_others(app, author, workshop):
    author.post("/en/workshops/doors/proposals", data=WRITTEN)
    address = f"/en/proposals/{Proposal.get().id}"
    neighbour = take_seat(app, workshop)[0]

    visible = [
        (
            WORDS["suggestion"] in client.get("/en/workshops/doors/board").text,
            client.get(address).status_code,
        )
        for client in (author, neighbour, app.test_client())
    ]

    assert visible == [(True, 200), (False, 404), (False, 404)]


def test_proposal_of_the_longest_allowed_length_is_taken(author):
    author.post(
        "/en/workshops/doors/proposals", data={**WRITTEN, "suggestion": "ä" * 120}
    )

    assert [row.suggestion for row in Proposal.select()] == ["ä" * 120]


def test_proposal_in_a_page_is_escaped(author):
    data = {**WRITTEN, "suggestion": "<b>Bold</b> & {{ 7 }}"}

    author.post("/en/workshops/doors/proposals", data=data)

    board = author.get("/en/workshops/doors/board")
    assert texts(board, "#writing li a")[0] == data["suggestion"]


def test_proposal_sent_twice_is_made_once(author):
    answers = [
        author.post("/en/workshops/doors/proposals", data=WRITTEN) for _ in range(2)
    ]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert stored() == [WAITS]
    assert Case.select().count() == 1


def test_other_words_in_a_form_sent_before_are_not_lost(author):
    """Somebody goes back in the browser and writes a second proposal."""
    for suggestion in ("The first", "The second"):
        data = {**WRITTEN, "suggestion": suggestion}
        author.post("/en/workshops/doors/proposals", data=data)

    assert [row[0] for row in stored()] == ["The first", "The second"]


def test_the_same_words_by_another_person_are_not_lost(app, author, workshop):
    neighbour = take_seat(app, workshop)[0]

    for client in (author, neighbour):
        client.post("/en/workshops/doors/proposals", data=WRITTEN)

    assert stored() == [WAITS, WAITS]


@pytest.mark.parametrize(
    "submission", [{}, {"submission": ""}, {"submission": "x" * 500}]
)
def test_proposal_without_its_mark_of_sending_is_taken(author, submission):
    response = author.post(
        "/en/workshops/doors/proposals", data={**WORDS, "language": "en", **submission}
    )

    assert response.status_code == 303
    assert stored() == [WAITS]


def test_htmx_gets_the_emptied_form_back(author):
    response = author.post(
        "/en/workshops/doors/proposals",
        data=WRITTEN,
        headers=aiming_at("section#writing"),
    )

    assert response.status_code == 200
    section = soup(response).find(True)
    assert section["id"] == "writing"
    assert section.select_one("[role=status][data-focus]")
    held = fields(response)
    assert (held["suggestion"], held["problem"]) == ("", "")
    assert held["submission"] not in {"", WRITTEN["submission"]}


def test_proposals_of_other_workshops_are_not_among_ones_own(author, workshop):
    make_proposal(make_workshop(), "Elsewhere", state=State.WAITING)
    make_proposal(workshop, "A neighbour's", state=State.WAITING)

    board = author.get("/en/workshops/doors/board")

    assert soup(board).select("#writing .rows > li") == []
    assert one(board, "#writing form")["action"] == "/en/workshops/doors/proposals"
