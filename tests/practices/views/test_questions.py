import pytest
from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.moderation.models import Case, Urgency
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.models import (
    PracticeQuestion,
    TalkState,
)
from tests.factories import make_practice, make_user, sign_in
from tests.practices.talk import make_answer, make_question
from tests.workshops.pages import texts

ASKED = {"body": "Who drives the bus?", "language": "en", "submission": "one"}


@pytest.fixture
def practice():
    return make_practice("Evening bus", slug="bus")


@pytest.fixture
def reader(app):
    return sign_in(app, make_user(voice=Voice.RESIDENT))


def test_question_waits_for_a_moderator_and_its_writer_sees_it(
    client, practice, reader
):
    page = reader.post(
        "/en/practices/bus/questions",
        data={**ASKED, "pick_users": "1"},
        follow_redirects=True,
    )

    row = PracticeQuestion.get()
    assert (row.body, row.to_users, row.voice) == (
        "Who drives the bus?",
        True,
        Voice.RESIDENT,
    )
    assert row.state is TalkState.WAITING
    assert "A moderator reads it first" in page.text
    assert "Who drives the bus?" in page.text
    assert "Who drives" not in client.get("/en/practices/bus/questions").text
    assert client.get(f"/en/practices/bus/questions/{row.id}").status_code == 404


def test_question_sent_twice_is_one(practice, reader):
    for _time in range(2):
        reader.post("/en/practices/bus/questions", data=ASKED)

    assert PracticeQuestion.select().count() == 1
    assert Case.select().count() == 1


def test_words_about_a_person_are_kept_and_not_sent_until_ticked(practice, reader):
    written = {**ASKED, "body": "Call 040 123 4567"}

    page = reader.post("/en/practices/bus/questions", data=written)
    assert (page.status_code, PracticeQuestion.select().count()) == (422, 0)
    assert "Call 040 123 4567" in page.text

    reader.post("/en/practices/bus/questions", data={**written, "asks_reader": "1"})
    assert Case.get().findings != ""


def test_who_tells_of_danger_sees_help_at_once_and_is_read_first(practice, reader):
    written = {**ASKED, "body": "I want to kill myself."}

    page = reader.post(
        "/en/practices/bus/questions", data=written, follow_redirects=True
    )

    assert "You don't have to manage alone" in page.text
    assert Case.get().urgency == Urgency.URGENT


def test_visitor_is_shown_where_to_sign_in_and_loses_no_words(client, practice):
    page = client.get("/en/practices/bus/questions")
    sent = client.post("/en/practices/bus/questions", data=ASKED)

    assert 'href="/en/sign-in?next=/en/practices/bus/questions"' in page.text
    assert sent.status_code == 401
    assert "Who drives the bus?" in sent.text


def test_questions_of_a_draft_are_nowhere(client, reader):
    make_practice(slug="draft", texts={})

    assert client.get("/en/practices/draft/questions").status_code == 404
    sent = reader.post("/en/practices/draft/questions", data=ASKED)
    assert sent.status_code == 404


def test_question_of_another_practice_is_not_found(client, practice):
    other = make_question(make_practice())

    assert client.get(f"/en/practices/bus/questions/{other.id}").status_code == 404


def test_list_is_narrowed_to_what_has_no_answer(client, practice):
    make_answer(make_question(practice, "Answered?"))
    make_question(practice, "Open?")

    page = client.get("/en/practices/bus/questions?state=open")
    assert texts(page, ".rows h3") == ["Open?"]
    page = client.get("/en/practices/bus/questions?state=answered")
    assert texts(page, ".rows h3") == ["Answered?"]


def test_own_question_is_reworded_and_taken_back(app, practice):
    asker = make_user()
    client = sign_in(app, asker)
    question = make_question(practice, "Who drvies?", author=asker, public=False)
    page = f"/en/practices/bus/questions/{question.id}"

    client.post(page, data={"body": "Who drives?", "language": "en"})
    assert PracticeQuestion.get().body == "Who drives?"
    assert Case.select().where(Case.decided_at.is_null()).count() == 1

    client.post(f"{page}/withdrawal", data={"wanted": "1"})
    assert PracticeQuestion.get().state is TalkState.WITHDRAWN
    assert "You took it back." in client.get(page).text
    other = sign_in(app, make_user())
    answer = other.post(page, data={"body": "Mine now", "language": "en"})
    assert answer.status_code == 404


def test_words_of_people_are_inert(client, practice):
    question = make_question(practice, "<script>alert(1)</script> **x**")
    make_answer(question, '<img src=x onerror="alert(1)">')

    page = client.get(f"/en/practices/bus/questions/{question.id}").text

    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "**x**" in page


def test_number_of_statements_is_the_same_for_one_and_for_three(client, practice):
    def asked(address):
        with count_queries() as counted:
            assert client.get(address).status_code == 200
        return counted.count

    question = make_question(practice)
    make_answer(question)
    # What changed, the practice, its names, the questions.
    assert asked("/en/practices/bus/questions") == 4
    # What changed, the practice, its names, the question, its answers.
    assert asked(f"/en/practices/bus/questions/{question.id}") == 5

    for _more in range(2):
        make_answer(question)
        make_answer(make_question(practice))
    assert asked("/en/practices/bus/questions") == 4
    assert asked(f"/en/practices/bus/questions/{question.id}") == 5


def test_practice_page_shows_the_newest_questions(client):
    practice = make_practice(slug="bus", texts={"en": PracticeDraftText("Bus")})
    for number in range(4):
        make_question(practice, f"Question number {number}?")

    page = client.get("/en/practices/bus")

    assert texts(page, "#questions h3") == [
        "Question number 3?",
        "Question number 2?",
        "Question number 1?",
    ]
    assert "All questions about this practice" in page.text


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5000, "-1", "x", ""])
def test_answer_that_can_not_be_is_not_found(app, practice, number):
    asker = make_user()
    row = make_question(practice, author=asker)

    page = sign_in(app, asker).post(
        f"/en/practices/bus/questions/{row.id}/accepted",
        data={"answer": number, "wanted": "1"},
    )

    assert page.status_code == 404
