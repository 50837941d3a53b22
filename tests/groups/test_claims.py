from datetime import timedelta

import pytest

from portal.db import today
from portal.groups.actions import claims
from portal.groups.models import (
    Claim,
    ClaimState,
    OpenQuestionState,
)
from portal.permissions import Role
from tests.factories import make_user, sign_in
from tests.groups.things import (
    end_question,
    make_claim,
    make_question,
    state_of,
    told,
)

pytestmark = pytest.mark.one_engine


def test_claim_waits_for_a_coordinator_who_alone_sees_the_contact(app, client):
    question, student = make_question(), make_user()
    claimer, coordinator = (
        sign_in(app, who) for who in (student, make_user(Role.COORDINATOR))
    )
    page = f"/en/open-questions/{question.slug}"
    form = {
        "name": "A master's thesis",
        "plan": "Ten interviews",
        "until": (today() + timedelta(days=90)).isoformat(),
        "contact": "student@verstas.example",
        "language": "en",
        "submission": "once",
    }

    for _ in range(2):
        claimer.post(f"{page}/claims", data=form)

    claim = Claim.get()
    assert Claim.select().count() == 1
    assert "Ten interviews" not in client.get(page).text
    assert "student@verstas.example" in coordinator.get(page).text
    refused = claimer.post(f"{page}/claims/{claim.id}", data={"state": "agreed"})
    assert refused.status_code == 403
    coordinator.post(f"{page}/claims/{claim.id}", data={"state": "agreed"})
    shown = client.get(page).text
    assert state_of(question) is OpenQuestionState.CLAIMED
    assert "Ten interviews" in shown
    assert "student@verstas.example" not in shown
    assert told(student) == ["claim-agreed"]


@pytest.mark.parametrize("days", [0, -1, 2000])
def test_claim_is_for_a_time_to_come(coordinator, days):
    question = make_question()
    until = (today() + timedelta(days=days)).isoformat()

    answer = coordinator.post(
        f"/en/open-questions/{question.slug}/claims",
        data={"name": "N", "plan": "P", "contact": "C", "until": until},
    )

    assert answer.status_code == 422
    assert Claim.select().count() == 0


def test_second_claim_is_not_agreed_to(app, coordinator):
    question = make_question()
    first, second = make_claim(question), make_claim(question)
    page = f"/en/open-questions/{question.slug}/claims"
    coordinator.post(f"{page}/{first.id}", data={"state": "agreed"})

    answer = coordinator.post(f"{page}/{second.id}", data={"state": "agreed"})

    assert answer.status_code == 409
    assert Claim.get_by_id(second.id).state is ClaimState.ASKED


def test_claim_lapses_after_its_last_day_and_its_holder_is_told_before(app):
    question, student = make_question(), make_user()
    claim = make_claim(question, by=student, days=90)
    claims.set_state(claim.id, ClaimState.AGREED, by=None)
    soon, last = claim.until - timedelta(days=14), claim.until

    done = [
        (claims.warn(day), claims.lapse(day))
        for day in (
            soon - timedelta(days=1),
            soon,
            soon,
            last,
            last + timedelta(days=1),
        )
    ]

    assert done == [(0, 0), (1, 0), (1, 0), (1, 0), (0, 1)]
    assert state_of(question) is OpenQuestionState.OPEN
    assert told(student) == ["claim-agreed", "claim-ending", "claim-lapsed"]
    inbox = sign_in(app, student).get("/en/notices").text
    assert "The question is open again." in inbox


def test_answered_question_keeps_who_answered_it(client):
    question = make_question()
    claim = make_claim(question)
    claims.set_state(claim.id, ClaimState.AGREED, by=None)
    end_question(question, "answered")

    lapsed = claims.lapse(today() + timedelta(days=1000))

    assert lapsed == 0
    assert (
        "master&#39;s thesis" in client.get(f"/en/open-questions/{question.slug}").text
    )


def test_claims_that_wait_end_with_an_answer(app, coordinator):
    question, student = make_question(), make_user()
    claim = make_claim(question, by=student)

    end_question(question, "answered")

    assert Claim.get_by_id(claim.id).state is ClaimState.ENDED
    assert told(student) == ["claim-ended"]
    assert "that waits for you" not in coordinator.get("/en/upkeep").text


def test_claimer_reads_why_a_question_was_dropped(app, client):
    question, student = make_question(), make_user()
    make_claim(question, by=student)

    end_question(question, "dropped", "It has been studied.")

    page = f"/en/open-questions/{question.slug}"
    reader = sign_in(app, student)
    assert "A claim of yours has ended." in reader.get("/en/notices").text
    assert "It has been studied." in reader.get(page).text
    assert sign_in(app, make_user()).get(page).status_code == 404
    assert client.get(page).status_code == 404


def test_job_says_what_it_did(app):
    make_question()

    result = app.test_cli_runner().invoke(args=["groups", "lapse"])

    assert result.output == "Soon over: 0. Open again: 0.\n"
