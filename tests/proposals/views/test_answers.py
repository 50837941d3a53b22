from datetime import date, timedelta

import pytest

from portal.db import today
from portal.permissions import Role
from portal.proposals.models import Answer, AnswerText, Verdict
from portal.workshops.models import Phase
from tests.factories import (
    make_proposal,
    make_team,
    make_user,
    make_workshop,
    sign_in,
)
from tests.workshops.pages import fields, one, send, texts


@pytest.fixture
def user():
    return make_user(Role.COORDINATOR)


@pytest.fixture
def coordinator(app, user):
    return sign_in(app, user)


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
    return [
        (row.verdict, row.team, row.answered_on, row.starts_on, row.done_on)
        for row in Answer.select()
    ]


def reasons():
    rows = AnswerText.select().order_by(AnswerText.language)
    return {row.language: (row.reason, row.changed) for row in rows}


@pytest.mark.parametrize("verdict", list(Verdict))
def test_answer_stands_on_the_page_of_the_proposal(
    coordinator, user, proposal, team, verdict
):
    page = coordinator.get(f"/en/proposals/{proposal.id}")
    form = coordinator.get(one(page, 'a[href$="/answer"]')["href"])

    response = send(
        coordinator,
        form,
        "/answer",
        verdict=verdict.value,
        reason_en="It **fits**.",
        starts_on="2027-02-01",
    )

    assert stored() == [(verdict, team.id, today(), date(2027, 2, 1), None)]
    assert reasons() == {"en": ("It **fits**.", "")}
    assert Answer.get().written_by == user.id
    assert response.request.path == f"/en/proposals/{proposal.id}"
    answer = one(response, "article.answer")
    badge = {"will": "Will do", "partly": "Partly", "will-not": "Will not"}[verdict]
    starts = "" if verdict is Verdict.WILL_NOT else ", from 1 February 2027"
    assert answer.select_one(".badge").text == badge + starts
    assert answer.select_one(".prose strong").text == "fits"
    assert answer.select_one(".meta span").text == "Housing team"


def test_answer_form_proposes_the_team_of_the_workshop(coordinator, proposal, team):
    held = fields(coordinator.get(address(proposal)))

    assert held["team"] == str(team.id)
    assert "verdict" not in held


def test_answer_given_anew_keeps_the_first_day(coordinator, proposal, written):
    coordinator.post(address(proposal), data={**written, "reason_fi": "Sopii."})
    first = today() - timedelta(days=3)
    Answer.update(answered_on=first).execute()
    form = coordinator.get(address(proposal))

    send(
        coordinator,
        form,
        "/answer",
        verdict="partly",
        reason_fi="",
        changed_en="The door is open.",
        done_on="1.5.2027",
    )

    assert fields(form)["reason_fi"] == "Sopii."
    team = int(written["team"])
    assert stored() == [(Verdict.PARTLY, team, first, None, date(2027, 5, 1))]
    assert reasons() == {"en": ("It **fits**.", "The door is open.")}


def test_answer_that_is_done_says_what_changed(coordinator, proposal, written):
    done = {"done_on": "2027-05-01", "changed_en": "The door is open."}

    coordinator.post(address(proposal), data={**written, **done})

    page = coordinator.get(f"/en/proposals/{proposal.id}")
    assert texts(page, ".answer .notice") == ["Done 1 May 2027. The door is open."]
    assert texts(page, ".line [aria-current] b") == ["Done"]


def test_answer_shows_on_the_board(coordinator, workshop, proposal, written):
    coordinator.post(address(proposal), data=written)

    board = coordinator.get(f"/en/workshops/{workshop.slug}/board")

    assert texts(board, "article.slip .badge") == ["Will do"]


def test_answer_missing_in_a_language_is_shown_in_another_and_marked(
    coordinator, proposal, written
):
    coordinator.post(address(proposal), data={**written, "reason_sv": "Det passar."})

    shown = {}
    for code in ("fi", "sv", "en"):
        answer = one(coordinator.get(f"/{code}/proposals/{proposal.id}"), ".answer")
        prose = answer.select_one(".prose")
        badges = len(answer.select(".badge.is-plain"))
        shown[code] = (prose.text, prose.get("lang"), badges)

    assert shown == {
        "fi": ("Det passar.", "sv", 1),
        "sv": ("Det passar.", None, 0),
        "en": ("It fits.", None, 0),
    }
