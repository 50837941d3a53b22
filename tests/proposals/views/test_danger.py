"""Whoever tells of danger is shown whom to call, at once and while it waits."""

import pytest

from portal.moderation.models import Case, Urgency
from portal.permissions import Role
from portal.proposals import actions
from portal.proposals.models import Proposal, State
from portal.workshops.actions import set_phase
from portal.workshops.models import Phase, Workshop
from tests.factories import (
    make_proposal,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.proposals.groups import make_comment
from tests.workshops.pages import aiming_at, errors, send, soup, texts

pytestmark = pytest.mark.one_engine

DANGER = "I want to kill myself tonight."
HELP = "section[aria-labelledby=help-title]"
MANAGE = ["You don't have to manage alone"]


@pytest.fixture
def workshop():
    return make_workshop(slug="doors")


@pytest.fixture
def author(app, workshop):
    return take_seat(app, workshop)[0]


def propose(client, **more):
    board = client.get("/en/workshops/doors/board")
    written = {"suggestion": "Help us", "problem": DANGER, **more}
    return send(client, board, "/proposals", **written)


def test_text_is_taken_in_and_help_is_shown_at_once(author):
    board = propose(author)

    assert (Proposal.get().problem, Case.get().urgency) == (DANGER, Urgency.URGENT)
    assert texts(board, f"main {HELP} h2") == MANAGE
    calls = [link["href"] for link in soup(board).select(f"{HELP} a")]
    assert calls[0] == "tel:112"
    assert calls[1].startswith("tel:")
    assert calls[2] == "/en/emergency"
    assert soup(board).select(f"{HELP} a.leave")


def test_nothing_of_it_is_in_the_address_or_the_title(author):
    calm = author.get("/en/workshops/doors/board")

    board = propose(author)

    assert board.request.full_path == "/en/workshops/doors/board?sent=1"
    assert soup(board).title.text == soup(calm).title.text


def test_panel_shows_help_without_a_new_page(author):
    panel = author.post(
        "/en/workshops/doors/proposals",
        data={"suggestion": DANGER, "language": "en"},
        headers=aiming_at("section#writing"),
    )

    assert texts(panel, f"{HELP} h2") == MANAGE


def test_help_is_shown_beside_errors_too(author):
    again = propose(author, suggestion="")

    assert errors(again) == [("#suggestion", "Write what should change")]
    assert texts(again, f"{HELP} h2") == MANAGE


def test_help_stands_on_the_page_while_it_waits_for_its_author_only(app, author):
    propose(author)
    proposal = Proposal.get()
    page = f"/en/proposals/{proposal.id}"
    moderator = sign_in(app, make_user(Role.MODERATOR))

    assert texts(author.get(page), f"main {HELP} h2") == MANAGE
    assert texts(moderator.get(page), HELP) == []
    actions.send_back(proposal.id)
    assert texts(author.get(page), HELP) == []


def test_new_words_of_danger_show_help(app, workshop):
    client, me = take_seat(app, workshop)
    proposal = make_proposal(workshop, "Open", author=me)
    page = client.get(f"/en/proposals/{proposal.id}/wording")

    shown = send(client, page, "/wording", problem=DANGER)

    assert texts(shown, f"{HELP} h2") == MANAGE
    assert Case.select().order_by(Case.id.desc()).get().urgency == Urgency.URGENT


def test_comment_of_danger_shows_help(app, workshop):
    proposal = make_proposal(workshop)
    set_phase(workshop, Phase.DISCUSS)
    client, me = take_seat(app, Workshop.get_by_id(workshop.id))
    other = take_seat(app, workshop)[0]
    page = client.get(f"/en/proposals/{proposal.id}")

    shown = send(client, page, "/comments", body=DANGER, pick_stance="concern")

    assert texts(shown, f"{HELP} h2") == MANAGE
    assert texts(other.get(f"/en/proposals/{proposal.id}"), HELP) == []
    comment = make_comment(proposal, author=me, state=State.WAITING, body=DANGER)
    one = f"/en/proposals/{proposal.id}/comments/{comment.id}"
    assert texts(client.get(one), f"{HELP} h2") == MANAGE


def test_shared_tablet_shows_help_and_then_forgets(app, workshop):
    client = sign_in(app, make_user(Role.COORDINATOR))
    client.post("/en/workshops/doors/kiosk", data={"wanted": "1"})
    client.post("/en/workshops/doors/kiosk/seats", data={"voice": "resident"})

    board = propose(client)
    client.post("/en/workshops/doors/kiosk/seat", data={"wanted": "0"})

    assert texts(board, f"{HELP} h2") == MANAGE
    assert texts(client.get("/en/workshops/doors/board"), HELP) == []


@pytest.mark.parametrize("calm", ["Suicide prevention needs more people.", "Open."])
def test_danger_as_a_topic_shows_nothing(author, calm):
    board = propose(author, problem=calm)

    assert texts(board, HELP) == []
    assert Case.get().urgency == Urgency.ORDINARY
