import pytest

from portal.moderation import actions as moderation
from portal.moderation.models import Case, Decision, Reason
from portal.permissions import Role
from portal.proposals.models import Proposal, State
from portal.workshops.actions import set_phase
from portal.workshops.models import Phase
from tests.factories import (
    make_proposal,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.workshops.pages import errors, fields, send, soup, texts

WORDS = {"suggestion": "Open on Saturdays", "problem": "Shut.", "helps": "Workers"}


@pytest.fixture
def workshop():
    return make_workshop()


@pytest.fixture
def seat(app, workshop):
    return take_seat(app, workshop)


@pytest.fixture
def author(seat):
    return seat[0]


@pytest.fixture
def returned(workshop, seat):
    """A proposal that came back with a reason and with words of the moderator."""
    proposal = make_proposal(workshop, state=State.WAITING, author=seat[1])
    moderation.decide(
        [Case.get(Case.item_id == proposal.id)],
        make_user(Role.MODERATOR),
        moderation.Ruling(Decision.RETURN, Reason.UNCLEAR, "Which door?"),
    )
    return proposal


def now(proposal):
    row = Proposal.get_by_id(proposal.id)
    return row.suggestion, row.problem, row.helps, row.state


def test_returned_proposal_tells_its_author_why_and_what_to_do(author, returned):
    page = author.get(f"/en/proposals/{returned.id}")

    assert texts(page, ".notice.is-wait p")[1] == (
        "It is hard to understand. Say in other words what should change."
    )
    assert texts(page, ".held .words") == ["Which door?"]
    assert soup(page).select_one(f'a[href="/en/proposals/{returned.id}/wording"]')


def test_author_rewords_what_was_returned(author, returned):
    page = author.get(f"/en/proposals/{returned.id}/wording")

    response = send(author, page, "/wording", **WORDS)

    assert response.request.path == f"/en/proposals/{returned.id}"
    assert now(returned) == (*WORDS.values(), State.WAITING)
    assert texts(response, "h1") == [WORDS["suggestion"]]
    open_cases = Case.select().where(Case.decided_at.is_null())
    assert [(c.kind, c.item_id) for c in open_cases] == [("proposal", returned.id)]


def test_author_rewords_again_while_it_waits_in_one_case(author, returned):
    for suggestion in ("Once more", "And once more"):
        author.post(
            f"/en/proposals/{returned.id}/wording",
            data={**WORDS, "suggestion": suggestion},
        )

    assert now(returned)[0] == "And once more"
    assert Case.select().where(Case.decided_at.is_null()).count() == 1


def test_wording_form_holds_the_words_as_they_are(author, returned):
    page = author.get(f"/en/proposals/{returned.id}/wording")

    assert {name: fields(page)[name] for name in WORDS} == {
        "suggestion": returned.suggestion,
        "problem": "It is so.",
        "helps": "",
    }
    assert "Which door?" in texts(page, ".notice.is-wait p")


def test_reworded_proposal_stays_on_the_board_as_it_was(app, author, workshop, seat):
    proposal = make_proposal(workshop, supports=2, author=seat[1])

    author.post(f"/en/proposals/{proposal.id}/wording", data=WORDS)

    board = app.test_client().get(f"/en/workshops/{workshop.slug}/board")
    assert texts(board, "article.slip h3") == [proposal.suggestion]
    assert now(proposal) == (proposal.suggestion, "It is so.", "", State.PUBLISHED)
    assert proposal.supports.count() == 2


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"suggestion": ""}, [("#suggestion", "Write what should change")]),
        ({"suggestion": "x" * 121}, [("#suggestion", "Shorten this by 1 character")]),
        ({"problem": "x" * 601}, [("#problem", "Shorten this by 1 character")]),
    ],
)
def test_wording_that_is_wrong_is_kept_and_explained(
    author, returned, written, expected
):
    before, sent = now(returned), {**WORDS, **written}

    response = author.post(f"/en/proposals/{returned.id}/wording", data=sent)

    assert response.status_code == 422
    assert errors(response) == expected
    assert {name: fields(response)[name] for name in sent} == sent
    assert now(returned) == before


@pytest.mark.parametrize("phase", list(Phase))
def test_rewording_lasts_until_the_vote_begins(author, workshop, returned, phase):
    before = now(returned)
    set_phase(workshop, phase)

    response = author.post(f"/en/proposals/{returned.id}/wording", data=WORDS)

    if phase in {Phase.VOTE, Phase.ANSWER}:
        assert response.status_code == 409
        assert fields(response)["suggestion"] == WORDS["suggestion"]
        assert now(returned) == before
    else:
        assert response.status_code == 303
        assert now(returned) == (*WORDS.values(), State.WAITING)


def test_nobody_else_rewords_what_is_on_the_board(app, workshop):
    proposal = make_proposal(workshop)
    clients = {
        "neighbour": take_seat(app, workshop)[0],
        "visitor": app.test_client(),
        "moderator": sign_in(app, make_user(Role.MODERATOR)),
        "coordinator": sign_in(app, make_user(Role.COORDINATOR)),
    }

    answers = {
        name: client.post(f"/en/proposals/{proposal.id}/wording", data=WORDS)
        for name, client in clients.items()
    }

    assert {name: answer.status_code for name, answer in answers.items()} == {
        "neighbour": 401,
        "visitor": 401,
        "moderator": 403,
        "coordinator": 403,
    }
    assert now(proposal) == (proposal.suggestion, "It is so.", "", State.PUBLISHED)


def test_others_do_not_find_the_wording_of_what_was_returned(app, workshop, returned):
    before, address = now(returned), f"/en/proposals/{returned.id}/wording"
    neighbour = take_seat(app, workshop)[0]

    found = [neighbour.get(address), neighbour.post(address, data=WORDS)]

    assert [answer.status_code for answer in found] == [404, 404]
    assert now(returned) == before
