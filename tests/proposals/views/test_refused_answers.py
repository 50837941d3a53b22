import pytest

from portal.permissions import Role
from portal.proposals.models import Answer, State
from portal.workshops.actions import set_phase
from portal.workshops.models import Phase
from tests.factories import (
    make_proposal,
    make_team,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.workshops.pages import errors, fields, soup


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR))


@pytest.fixture
def team():
    return make_team(en="Housing team")


@pytest.fixture
def workshop(team):
    return make_workshop(Phase.ANSWER, team=team)


@pytest.fixture
def proposal(workshop):
    return make_proposal(workshop)


@pytest.fixture
def written(team):
    return {"verdict": "will", "reason_en": "It **fits**.", "team": str(team.id)}


def address(proposal):
    return f"/en/proposals/{proposal.id}/answer"


def stored():
    return list(Answer.select())


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"verdict": ""}, [("#verdict", "Choose an answer")]),
        ({"verdict": "maybe"}, [("#verdict", "Choose an answer")]),
        (
            {"reason_en": " "},
            [("#reason_en", "Give the reason in at least one language")],
        ),
        ({"reason_en": "x" * 3001}, [("#reason_en", "Shorten this by 1 character")]),
        ({"team": ""}, [("#team", "Choose the team that answers")]),
        ({"team": "999999"}, [("#team", "Choose one of these")]),
        ({"team": "us"}, [("#team", "Choose one of these")]),
        (
            {"starts_on": "soon"},
            [("#starts_on", "Write the date as day, month and year")],
        ),
        (
            {"changed_en": "The door is open."},
            [("#done_on", "Write on which day the change was done")],
        ),
    ],
)
def test_answer_that_is_wrong_is_kept_and_explained(
    coordinator, proposal, written, changed, expected
):
    sent = {**written, **changed}

    response = coordinator.post(address(proposal), data=sent)

    assert response.status_code == 422
    assert errors(response) == expected
    held = fields(response)
    texts_sent = {n: v.strip() for n, v in sent.items() if n not in {"verdict", "team"}}
    assert {name: held[name] for name in texts_sent} == texts_sent
    assert stored() == []


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase != "answer"])
def test_answers_are_given_in_the_answer_phase_only(
    coordinator, workshop, proposal, written, phase
):
    set_phase(workshop, phase)

    response = coordinator.post(
        address(proposal), data={**written, "reason_en": "It fits us all."}
    )

    assert response.status_code == 409
    assert fields(response)["reason_en"] == "It fits us all."
    assert stored() == []
    page = coordinator.get(f"/en/proposals/{proposal.id}")
    assert soup(page).select('a[href$="/answer"]') == []


@pytest.mark.parametrize("state", [State.WAITING, State.RETURNED])
def test_only_what_is_on_the_board_is_answered(coordinator, workshop, written, state):
    proposal = make_proposal(workshop, state=state)

    response = coordinator.post(address(proposal), data=written)

    assert response.status_code == 403
    assert stored() == []


def test_only_coordinators_answer(app, workshop, proposal, written):
    clients = {
        "moderator": sign_in(app, make_user(Role.MODERATOR)),
        "facilitator": sign_in(app, make_user(Role.FACILITATOR)),
        "participant": take_seat(app, workshop)[0],
        "visitor": app.test_client(),
    }

    found = {
        name: client.post(address(proposal), data=written).status_code
        for name, client in clients.items()
    }

    assert found == {
        "moderator": 403,
        "facilitator": 403,
        "participant": 401,
        "visitor": 401,
    }
    assert stored() == []
