"""New words for what is on the board: the old ones stay until they are read."""

import pytest

from portal.errors import Refused
from portal.moderation import actions as moderation
from portal.moderation.models import Case, Decision, Reason
from portal.permissions import Role
from portal.proposals import actions
from portal.proposals.models import Proposal, ProposalVersion, Rewording, State
from portal.workshops.actions import set_phase
from portal.workshops.models import Phase
from tests.factories import (
    make_proposal,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.workshops.pages import fields, one, send, soup, texts

WORDS = {"suggestion": "Open on Saturdays", "problem": "Shut.", "helps": "Workers"}


@pytest.fixture
def workshop():
    return make_workshop(slug="doors")


@pytest.fixture
def seat(app, workshop):
    return take_seat(app, workshop)


@pytest.fixture
def author(seat):
    return seat[0]


@pytest.fixture
def proposal(workshop, seat):
    return make_proposal(workshop, "Open on Sundays", supports=2, author=seat[1])


def page(client, proposal):
    return client.get(f"/en/proposals/{proposal.id}")


def reword(client, proposal, **other):
    form = client.get(f"/en/proposals/{proposal.id}/wording")
    return send(client, form, "/wording", **(WORDS | other))


def decide(proposal, decision, **why):
    waiting = (Case.item_id == proposal.id) & Case.decided_at.is_null()
    moderator = make_user(Role.MODERATOR)
    moderation.decide(
        [Case.get(waiting)], moderator, moderation.Ruling(decision, **why)
    )


def test_new_words_wait_beside_the_old_ones(app, author, proposal):
    own = reword(author, proposal)

    assert texts(own, "h1") == ["Open on Sundays"]
    assert "Open on Saturdays" in one(own, ".held .words").text
    board = author.get("/en/workshops/doors/board")
    assert texts(board, "article.slip h3") == ["Open on Sundays"]
    assert texts(board, "#writing li .badge") == ["New words wait for a moderator"]
    assert "Saturdays" not in page(app.test_client(), proposal).text


def test_moderator_reads_both(app, author, proposal):
    reword(author, proposal)

    queue = sign_in(app, make_user(Role.MODERATOR)).get("/en/moderation")

    assert texts(queue, "article h2") == ["Open on Saturdays"]
    assert "Open on Sundays / It is so." in texts(queue, "article p")


def test_published_words_take_their_place_and_the_earlier_can_be_read(
    client, author, proposal
):
    reword(author, proposal)

    decide(proposal, Decision.PUBLISH)

    public = page(client, proposal)
    assert texts(public, "h1") == ["Open on Saturdays"]
    assert texts(public, "details .held .words") == ["Open on Sundays It is so."]
    assert Proposal.get_by_id(proposal.id).published_at == proposal.published_at
    assert proposal.supports.count() == 2
    assert Rewording.select().count() == 0


def test_earlier_words_can_be_kept_from_everybody(client, author, proposal):
    reword(author, proposal)
    decide(proposal, Decision.PUBLISH)
    reword(author, proposal, suggestion="Open at night", pick_hidden="1")

    decide(proposal, Decision.PUBLISH)

    public = page(client, proposal)
    assert ProposalVersion.select().count() == 0
    assert "The earlier words are not shown." in one(public, "main").text


def test_returned_words_leave_the_old_ones_on_the_board(client, author, proposal):
    reword(author, proposal)

    decide(proposal, Decision.RETURN, reason=Reason.UNCLEAR)

    assert texts(page(client, proposal), "h1") == ["Open on Sundays"]
    own = page(author, proposal)
    assert "It is hard to understand." in one(own, ".notice").text
    form = author.get(f"/en/proposals/{proposal.id}/wording")
    assert fields(form).items() >= WORDS.items()
    assert texts(author.get("/en/workshops/doors/board"), "#writing li .badge") == [
        "New words returned"
    ]


def test_words_read_too_late_are_not_said_to_be_published(author, workshop, proposal):
    reword(author, proposal)
    set_phase(workshop, Phase.VOTE)

    with pytest.raises(Refused):
        decide(proposal, Decision.PUBLISH)

    assert Proposal.get_by_id(proposal.id).suggestion == "Open on Sundays"
    decide(proposal, Decision.RETURN)
    assert Rewording.get().returned


def test_the_same_words_again_are_no_change(author, proposal):
    reword(author, proposal)
    cases = Case.select().count()

    reword(author, proposal)

    assert Case.select().count() == cases


def test_the_later_of_two_tabs_sees_both(author, proposal):
    address = f"/en/proposals/{proposal.id}/wording"
    first, second = author.get(address), author.get(address)
    send(author, first, "/wording", **WORDS)

    shown = author.post(address, data={**fields(second), "suggestion": "Open at night"})

    assert shown.status_code == 409
    assert "Open on Saturdays" in one(shown, ".notice .held").text
    assert fields(shown)["suggestion"] == "Open at night"
    assert Rewording.get().suggestion == "Open on Saturdays"
    send(author, shown, "/wording")
    assert Rewording.get().suggestion == "Open at night"


def test_new_words_are_seen_by_their_author_only(app, author, workshop, proposal):
    reword(author, proposal)
    actions.set_withdrawn(proposal, wanted=True)

    found = [
        client.get(f"/en/proposals/{proposal.id}").status_code
        for client in (app.test_client(), take_seat(app, workshop)[0], author)
    ]

    assert found == [404, 404, 200]


def test_withdrawn_proposal_is_nowhere_public_and_comes_back(
    app, author, workshop, proposal
):
    asked = author.get(f"/en/proposals/{proposal.id}/withdrawal")
    assert "2 people support it." in one(asked, "main").text

    gone = send(author, asked, "/withdrawal", wanted="1")

    assert "Withdrawn by its author." in one(gone, ".notice").text
    visitor = app.test_client()
    board = visitor.get("/en/workshops/doors/board")
    assert soup(board).select("article.slip") == []
    assert page(visitor, proposal).status_code == 404
    back = send(author, gone, "/withdrawal", wanted="0")
    assert "It is back as it was." in texts(back, "[role=status]")
    public = page(visitor, proposal)
    assert texts(public, "dl.facts dd") == ["It is so.", "2"]


@pytest.mark.parametrize("decided", [None, Decision.RETURN])
def test_withdrawn_proposal_comes_back_to_where_it_was(workshop, seat, decided):
    proposal = make_proposal(workshop, state=State.WAITING, author=seat[1])
    if decided:
        decide(proposal, decided, reason=Reason.UNCLEAR)
    before = Proposal.get_by_id(proposal.id).state

    def waiting():
        return Case.select().where(Case.decided_at.is_null()).count()

    cases = waiting()
    actions.set_withdrawn(proposal, wanted=True)
    assert waiting() == 0
    actions.set_withdrawn(proposal, wanted=False)

    assert Proposal.get_by_id(proposal.id).state is before
    assert waiting() == cases


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("state", [State.PUBLISHED, State.WAITING])
def test_withdrawing_what_is_public_lasts_until_the_vote(
    author, workshop, seat, phase, state
):
    proposal = make_proposal(workshop, state=state, author=seat[1])
    set_phase(workshop, phase)

    response = author.post(
        f"/en/proposals/{proposal.id}/withdrawal", data={"wanted": "1"}
    )

    late = state is State.PUBLISHED and phase in {Phase.VOTE, Phase.ANSWER}
    assert response.status_code == (409 if late else 303)
