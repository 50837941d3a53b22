"""Private things are shown to their writer, and to a moderator only if asked."""

import pytest

from portal.moderation.found import findings_in
from portal.moderation.models import Case
from portal.permissions import Role
from portal.proposals.models import Comment, Merger, Proposal, Rewording, State
from portal.screening.findings import Sort
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
from tests.workshops.pages import aiming_at, errors, fields, one, send, soup, texts

pytestmark = pytest.mark.one_engine

PHONE = "040 123 4567"
PRIVATE = f"Call me: {PHONE}"
SEEN = (
    f"This looks like a phone number: {PHONE}. "
    "Leave the number out. Name the service instead."
)
TICKED = {"asks_reader": "1"}


@pytest.fixture
def workshop():
    return make_workshop(slug="doors")


@pytest.fixture
def author(app, workshop):
    return take_seat(app, workshop)[0]


def found():
    """Of the newest case: the sorts found, with the field and the place."""
    case = Case.select().order_by(Case.id.desc()).get()
    return [
        (one.sort, one.field, one.start, one.end) for one in findings_in(case.findings)
    ]


def test_proposal_is_given_back_with_what_was_found(author):
    board = author.get("/en/workshops/doors/board")
    assert not soup(board).select("#asks_reader")

    again = send(author, board, "/proposals", suggestion="Open", problem=PRIVATE)

    assert again.status_code == 422
    assert errors(again) == [("#problem", SEEN)]
    assert fields(again)["problem"] == PRIVATE
    assert not one(again, "#asks_reader").has_attr("checked")
    assert not Proposal.select().exists()
    assert PHONE not in soup(again).title.text


def test_writer_may_let_a_person_read_it(author):
    board = author.get("/en/workshops/doors/board")
    again = send(author, board, "/proposals", suggestion="Open", problem=PRIVATE)

    send(author, again, "/proposals", **TICKED)

    row = Proposal.get()
    assert (row.problem, row.state) == (PRIVATE, State.WAITING)
    assert found() == [(Sort.PHONE, "problem", 9, 21)]


def test_tick_is_kept_when_something_else_is_wrong(author):
    written = {"problem": PRIVATE, "language": "en", **TICKED}

    again = author.post("/en/workshops/doors/proposals", data=written)

    assert errors(again) == [("#suggestion", "Write what should change")]
    assert one(again, "#asks_reader").has_attr("checked")


def test_panel_tells_it_without_a_new_page(author):
    again = author.post(
        "/en/workshops/doors/proposals",
        data={"suggestion": PRIVATE, "language": "en"},
        headers=aiming_at("section#writing"),
    )

    assert again.status_code == 422
    assert errors(again) == [("#suggestion", SEEN)]
    assert soup(again).select("#asks_reader")


def test_draft_tells_it_and_offers_a_reader(author):
    written = {"suggestion": "Open", "problem": PRIVATE, "submission": "mine"}
    author.post("/en/workshops/doors/draft", data={**written, "language": "en"})

    page = author.get("/en/workshops/doors/draft")
    assert SEEN.rstrip(".") in " ".join(soup(page).main.text.split())
    board = send(author, page, "/proposals", **TICKED)

    assert texts(board, "#writing li a")[0] == "Open"
    assert found() == [(Sort.PHONE, "problem", 9, 21)]


def test_own_new_words_are_screened(app, workshop):
    client, me = take_seat(app, workshop)
    proposal = make_proposal(workshop, "Open", author=me)
    page = client.get(f"/en/proposals/{proposal.id}/wording")

    again = send(client, page, "/wording", suggestion=PRIVATE)
    assert errors(again) == [("#suggestion", SEEN)]
    assert not Rewording.select().exists()
    send(client, again, "/wording", **TICKED)

    assert Rewording.get().suggestion == PRIVATE
    assert found() == [(Sort.PHONE, "suggestion", 9, 21)]


def test_proposal_that_is_brought_back_is_screened_anew(app, workshop):
    client, me = take_seat(app, workshop)
    proposal = make_proposal(workshop, PRIVATE, author=me, state=State.WAITING)
    for wanted in ("1", "0"):
        client.post(f"/en/proposals/{proposal.id}/withdrawal", data={"wanted": wanted})

    assert found() == [(Sort.PHONE, "suggestion", 9, 21)]


def test_comments_and_replies_are_screened(app, workshop):
    proposal = make_proposal(workshop)
    set_phase(workshop, Phase.DISCUSS)
    first = make_comment(proposal)
    client, _me = take_seat(app, Workshop.get_by_id(workshop.id))
    address = f"/en/proposals/{proposal.id}/comments"
    written = {"body": PRIVATE, "language": "en", "submission": "one"}

    for more in ({"pick_stance": "concern"}, {"pick_reply": first.id}):
        again = client.post(address, data={**written, **more})
        assert again.status_code == 422
        assert errors(again) == [("#body", SEEN)]
        assert soup(again).select("#asks_reader")
    client.post(address, data={**written, "pick_stance": "concern", **TICKED})

    newest = Comment.select().order_by(Comment.id.desc()).get()
    assert (newest.body, newest.state) == (PRIVATE, State.WAITING)
    assert found() == [(Sort.PHONE, "body", 9, 21)]


def test_reworded_comment_is_screened(app, workshop):
    proposal = make_proposal(workshop)
    set_phase(workshop, Phase.DISCUSS)
    client, me = take_seat(app, Workshop.get_by_id(workshop.id))
    comment = make_comment(proposal, author=me, state=State.WAITING)
    address = f"/en/proposals/{proposal.id}/comments/{comment.id}"
    written = {"body": PRIVATE, "language": "en", "pick_stance": "concern"}

    again = client.post(address, data=written)
    assert errors(again) == [("#body", SEEN)]
    client.post(address, data={**written, **TICKED})

    assert Comment.get_by_id(comment.id).body == PRIVATE
    assert found() == [(Sort.PHONE, "body", 9, 21)]


def test_common_words_of_a_merger_are_screened(app, workshop):
    parts = [make_proposal(workshop) for _ in range(2)]
    coordinator = sign_in(app, make_user(Role.COORDINATOR))
    written = {
        "pick_proposal": [part.id for part in parts],
        "suggestion": PRIVATE,
        "language": "en",
    }

    again = coordinator.post("/en/workshops/doors/mergers", data=written)
    assert errors(again) == [("#suggestion", SEEN)]
    coordinator.post("/en/workshops/doors/mergers", data={**written, **TICKED})

    assert Merger.get().suggestion == PRIVATE


def test_title_of_a_page_does_not_quote_what_waits(app, workshop):
    client, me = take_seat(app, workshop)
    waits = make_proposal(workshop, PRIVATE, author=me, state=State.WAITING)
    shown = make_proposal(workshop, "Open late", author=me)

    titles = [
        soup(client.get(f"/en/proposals/{row.id}")).title.text for row in (waits, shown)
    ]

    assert PHONE not in titles[0]
    assert "Open late" in titles[1]
