import pytest

from portal.accounts.models import Voice
from portal.permissions import Role
from portal.practices.actions.questions import set_accepted
from portal.practices.models import (
    Application,
    PracticeAnswer,
    PracticeQuestion,
    TalkState,
)
from tests.factories import make_practice, make_team, make_user, sign_in
from tests.practices.talk import make_answer, make_question
from tests.workshops.pages import texts

ASKED = {"body": "Who drives the bus?", "language": "en", "submission": "one"}


@pytest.fixture
def practice():
    return make_practice("Evening bus", slug="bus")


@pytest.fixture
def reader(app):
    return sign_in(app, make_user(voice=Voice.RESIDENT))


def test_accepted_answer_stands_first(client, practice):
    question = make_question(practice)
    make_answer(question, "First")
    right = make_answer(question, "Second")
    set_accepted(question.id, right.id, make_user(), wanted=True)

    page = client.get(f"/en/practices/bus/questions/{question.id}")
    assert texts(page, "#answers .words") == ["Second", "First"]
    assert texts(page, "#answers .badge") == ["This answer helped"]
    listed = client.get("/en/practices/bus/questions").text
    assert ("Second" in listed, "First" in listed) == (True, False)


@pytest.mark.parametrize(
    ("who", "status"),
    [("asker", 303), ("keeper", 303), ("coordinator", 303), ("other", 403)],
)
def test_asker_and_those_who_keep_it_find_an_answer_right(app, who, status):
    team = make_team()
    practice = make_practice(slug="bus", organisation=team.organisation)
    asker = make_user()
    people = {
        "asker": asker,
        "keeper": make_user(Role.EDITOR, organisation=team.organisation.id),
        "coordinator": make_user(Role.COORDINATOR),
        "other": make_user(Role.EDITOR, organisation=10**6),
    }
    question = make_question(practice, author=asker)
    given = make_answer(question)
    client = sign_in(app, people[who])
    address = f"/en/practices/bus/questions/{question.id}/accepted"
    chosen = {"answer": given.id, "wanted": "1"}

    answers = [client.post(address, data=chosen).status_code for _time in range(2)]

    assert answers == [status, status]
    accepted = PracticeQuestion.get().accepted
    assert accepted == (given.id if status == 303 else None)
    client.post(address, data={**chosen, "wanted": "0"})
    assert PracticeQuestion.get().accepted is None


def test_answers_tell_who_keeps_it_and_who_uses_it(client):
    keeper, user = make_team(), make_team()
    practice = make_practice(
        slug="bus", organisation=keeper.organisation, in_use="harju"
    )
    Application.update(organisation=user.organisation).execute()
    question = make_question(practice)
    for body, roles in {
        "Keeps": {"organisation": keeper.organisation.id},
        "Uses": {"organisation": user.organisation.id},
    }.items():
        author = make_user(Role.EDITOR, **roles)
        make_answer(question, body, author=author)
    make_answer(question, "Neither")

    page = client.get(f"/en/practices/bus/questions/{question.id}")

    assert texts(page, "#answers .meta b") == [
        "From those who keep it",
        "From a place that uses it",
    ]


def test_answer_is_sent_reworded_and_taken_back(app, practice, reader):
    question = make_question(practice)
    page = f"/en/practices/bus/questions/{question.id}"

    sent = reader.post(f"{page}/answers", data=ASKED, follow_redirects=True)
    assert "Your answers, not published yet" in sent.text
    own = f"{page}/answers/{PracticeAnswer.get().id}"
    assert "Send to the moderator" in reader.get(own).text
    reader.post(own, data={"body": "The driver.", "language": "en"})
    assert PracticeAnswer.get().body == "The driver."
    reader.post(f"{own}/withdrawal", data={"wanted": "1"})
    assert PracticeAnswer.get().state is TalkState.WITHDRAWN
    bad = reader.post(f"{page}/answers", data={**ASKED, "body": ""})
    assert (bad.status_code, "Write your answer" in bad.text) == (422, True)
    assert app.test_client().get(own).status_code == 404
