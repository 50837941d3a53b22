from datetime import timedelta

import pytest

from portal.db import Version, now, today
from portal.notices.models import Mail
from portal.permissions import Role
from portal.proposals.actions import AnswerDraft, store_answer
from portal.proposals.actions.reminding import day_number, remind
from portal.proposals.models import Answer, Verdict
from portal.workshops.models import Facilitator, Phase, Workshop
from tests.factories import make_proposal, make_user, make_workshop

AGO = today() - timedelta(days=3)


@pytest.fixture
def people():
    return make_user(Role.COORDINATOR), make_user(Role.FACILITATOR)


@pytest.fixture
def workshop(people):
    made = make_workshop(Phase.ANSWER)
    Facilitator.create(workshop=made, user=people[1])
    Workshop.update(answer_until=AGO).where(Workshop.id == made.id).execute()
    return made


def promise(proposal, verdict=Verdict.WILL, **fields):
    draft = AnswerDraft(verdict, None, {"en": "Yes."}, {}, **fields)
    store_answer(proposal, None, draft, answered_on=AGO)


def test_late_answers_are_told_once_a_week(app, workshop, people):
    make_proposal(workshop)
    make_user(Role.FACILITATOR)

    with app.app_context():
        first, second = remind(), remind()

    assert (first, second) == ((2, 1), (0, 0))
    letters = Mail.select().order_by(Mail.id)
    assert [mail.recipient for mail in letters] == [user.email for user in people]
    assert "1 proposal waits for an answer that is late." in letters[0].body
    assert f"/en/workshops/{workshop.slug}/answers" in letters[0].body


def test_a_week_later_they_are_told_again(app, workshop):
    make_proposal(workshop)
    with app.app_context():
        remind()
        Version.update(number=day_number() - 7).where(
            Version.name == f"answers-reminded:{workshop.id}"
        ).execute()

        assert remind() == (2, 1)


def test_promises_past_their_day_are_told_once_a_week(app, workshop):
    promise(make_proposal(workshop), starts_on=AGO)

    with app.app_context():
        first, second = remind(), remind()
        Answer.update(reminded_at=now() - timedelta(days=8)).execute()
        third = remind()

    assert (first, second, third) == ((2, 1), (0, 0), (2, 1))


@pytest.mark.parametrize(
    "fields",
    [
        {"starts_on": today()},
        {},
        {"starts_on": AGO, "done_on": AGO},
        {"starts_on": AGO, "verdict": Verdict.WILL_NOT},
    ],
)
def test_what_is_not_late_is_not_told(app, workshop, fields):
    promise(make_proposal(workshop), **fields)

    with app.app_context():
        assert remind() == (0, 0)


def test_workshops_in_other_phases_are_left_alone(app, people):
    made = make_workshop(Phase.VOTE)
    Workshop.update(answer_until=AGO).where(Workshop.id == made.id).execute()
    make_proposal(made)

    with app.app_context():
        assert remind() == (0, 0)
