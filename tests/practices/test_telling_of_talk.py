"""Who hears of questions, answers and suggestions."""

import pytest

from portal.moderation.actions import Ruling, decide
from portal.moderation.models import Decision, Reason
from portal.notices.models import Notice
from portal.notices.recipients import user_key
from portal.permissions import Role
from portal.practices.actions import suggestions, talk
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.actions.questions import QUESTIONS, set_accepted
from portal.practices.models import Application, Use
from portal.upkeep.notes import NO_NOTE
from tests.factories import make_practice, make_team, make_user, sign_in
from tests.moderation.pages import case_of
from tests.practices.talk import make_answer, make_question, make_suggestion

TEXT = PracticeDraftText("Evening bus", how="At six.")


@pytest.fixture
def keeper():
    organisation = make_team().organisation.id
    editor = make_user(Role.EDITOR, organisation=organisation)
    editor.of = organisation
    return editor


@pytest.fixture
def practice(keeper):
    return make_practice(
        slug="bus", texts={"en": TEXT}, organisation=keeper.of, in_use="harju"
    )


def told(*events):
    found = Notice.select().where(Notice.event.in_(events))
    return {(row.recipient, row.event) for row in found}


def heard(app, user):
    return sign_in(app, user).get("/en/notices").text


def test_keepers_hear_of_a_question_once_it_is_public(app, practice, keeper):
    question = make_question(practice, public=False)
    assert told("practice-question") == set()

    talk.publish(QUESTIONS, question.id)

    assert told("practice-question", "practice-question-users") == {
        (user_key(keeper.id), "practice-question")
    }
    page = heard(app, keeper)
    assert "Somebody asks about a practice that you look after." in page
    assert "Evening bus" in page


def test_those_who_use_it_hear_of_a_question_that_is_for_them(practice, keeper):
    uses = make_team().organisation
    editor = make_user(Role.EDITOR, organisation=uses.id)
    teller, stopped = make_user(), make_user()
    Application.update(organisation=uses, told_by=teller).execute()
    term = Application.get().area
    for state, told_by in ((Use.STOPPED, stopped), (Use.IN_USE, keeper)):
        Application.create(practice=practice, area=term, state=state, told_by=told_by)

    make_question(practice, to_users=True)

    assert told("practice-question", "practice-question-users") == {
        (user_key(keeper.id), "practice-question"),
        (user_key(editor.id), "practice-question-users"),
        (user_key(teller.id), "practice-question-users"),
    }


def test_coordinators_hear_where_nobody_keeps_it():
    coordinator = make_user(Role.COORDINATOR)

    make_question(make_practice())

    assert told("practice-question") == {
        (user_key(coordinator.id), "practice-question")
    }


def test_who_asked_hears_of_an_answer_and_who_answered_that_it_is_right(app, practice):
    asker, writer = make_user(), make_user()
    question = make_question(practice, author=asker)
    given = make_answer(question, author=writer)
    assert told("practice-answer") == {(user_key(asker.id), "practice-answer")}
    assert f"#answer-{given.id}" in heard(app, asker)

    set_accepted(question.id, given.id, asker, wanted=True)
    assert "Your answer helped." in heard(app, writer)
    set_accepted(question.id, given.id, asker, wanted=False)

    assert told("practice-answer-accepted") == set()


def test_nobody_is_told_of_what_was_taken_back(practice):
    question = make_question(practice)
    make_answer(question)

    talk.set_withdrawn(QUESTIONS, question.id, wanted=True)

    assert told("practice-question") == set()


def test_notices_of_a_hidden_question_are_passed_over(app, practice):
    asker = make_user()
    question = make_question(practice, author=asker, public=False)
    moderator = make_user(Role.MODERATOR)
    talk.publish(QUESTIONS, question.id)
    make_answer(question)
    case = case_of(question, "practice-question")
    decide([case], moderator, Ruling(Decision.HIDE, Reason.INSULTING))

    assert "has an answer" not in heard(app, asker)


def test_reader_hears_what_came_of_a_suggestion(app, practice, keeper):
    reader = make_user()
    taken = make_suggestion(practice, author=reader, how="At seven.", core="A bus.")
    declined = make_suggestion(practice, author=reader, how="At nine.")
    assert told("suggestion-offered") == {(user_key(keeper.id), "suggestion-offered")}
    assert "A reader suggests other words" in heard(app, keeper)

    suggestions.take(taken.id, ["text/en/how"], keeper, edition=1, note=NO_NOTE)
    suggestions.decline(declined.id, "No bus.", keeper)

    page = heard(app, reader)
    assert "A part of the words that you suggested was taken over." in page
    assert "were not taken over. Read why." in page
    assert "No bus." not in page
    assert "A reader suggests other words" not in heard(app, keeper)
