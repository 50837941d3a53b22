import pytest
from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.groups.actions import claims
from portal.groups.actions import questions as actions
from portal.groups.actions.groups import set_link
from portal.groups.indexing import question_entries
from portal.groups.models import KIND as GROUP
from portal.groups.models import (
    OPEN_QUESTION,
    ClaimState,
    OpenQuestion,
    OpenQuestionState,
)
from portal.groups.queries.written import written
from portal.groups.snapshots import ENDING
from portal.practices.models import KIND as PRACTICE
from portal.upkeep.queries import elsewhere
from tests.factories import make_practice, make_user, sign_in
from tests.groups.sending import sent
from tests.groups.things import (
    end_question,
    make_claim,
    make_group,
    make_question,
    state_of,
    told,
)

pytestmark = pytest.mark.one_engine


@pytest.mark.parametrize("how_many", [1, 3])
def test_list_takes_as_many_statements_for_three_as_for_one(client, how_many):
    for _ in range(how_many):
        make_question()
    client.get("/en/open-questions")

    with count_queries() as counted:
        client.get("/en/open-questions?page=1")

    # Versions, questions with their texts, who answers them.
    assert counted.count == 3


@pytest.mark.parametrize("how_many", [1, 3])
def test_page_takes_as_many_statements_for_three_as_for_one(client, how_many):
    question = make_question(state="answered")
    for _ in range(how_many):
        practice = make_practice().id
        set_link(OPEN_QUESTION, question.id, PRACTICE, practice, wanted=True)
    client.get(f"/en/open-questions/{question.slug}")

    with count_queries() as counted:
        page = client.get(f"/en/open-questions/{question.slug}?again")

    # Versions, the question, who answers it, what it is joined with, the names of
    # those practices, whether the address of the answer is silent.
    assert counted.count == 6
    assert page.text.count('href="/en/practices/practice-') == how_many


def test_proposed_question_waits_unseen(app, client, coordinator):
    proposer = make_user(voice=Voice.STAFF)
    writer = sign_in(app, proposer)
    form = {"words_asked": "What helps?", "language": "en", "submission": "once"}

    answers = [writer.post("/en/open-questions", data=form) for _ in range(2)]

    page = answers[0].location
    assert OpenQuestion.select().count() == 1
    assert "A coordinator reads it" in writer.get(page).text
    assert client.get(page).status_code == 404
    assert "What helps?" not in client.get("/en/open-questions").text
    assert "What helps?" in coordinator.get("/en/open-questions").text
    assert "open question or claim that waits" in coordinator.get("/en/upkeep").text


def test_words_that_name_a_person_are_asked_about(app):
    writer = sign_in(app, make_user(voice=Voice.STAFF))
    form = {"words_asked": "Does social worker Maija Virtanen wait?", "language": "en"}

    answer = writer.post("/en/open-questions", data=form)

    assert answer.status_code == 422
    assert "Maija Virtanen" in answer.text
    assert OpenQuestion.select().count() == 0


def test_dropped_question_tells_its_proposer_why(app, client):
    proposer = make_user()
    question = make_question("Why is it so?", state="proposed", by=proposer)

    end_question(question, "dropped", "It has been studied.")

    page = f"/en/open-questions/{question.slug}"
    reader = sign_in(app, proposer)
    assert told(proposer) == ["question-decided"]
    assert "We do not put your question on the list" in reader.get("/en/notices").text
    assert "It has been studied." in reader.get(page).text
    assert client.get(page).status_code == 404


def test_answer_needs_words_and_a_link(coordinator):
    question = make_question()
    page = f"/en/open-questions/{question.slug}/state"

    answer = coordinator.post(page, data={"state": "answered"})

    assert answer.status_code == 422
    assert "Write the answer in a few words" in answer.text
    assert "Write where the whole answer can be read" in answer.text
    assert state_of(question) is OpenQuestionState.OPEN


def test_answered_question_leads_to_its_answer(client):
    proposer = make_user()
    question = make_question(by=proposer)

    end_question(question, "answered", "They **do**.")

    page = client.get(f"/en/open-questions/{question.slug}").text
    assert "They <strong>do</strong>." in page
    assert 'href="https://answers.example/1"' in page
    assert "https://answers.example/1" in elsewhere.addresses()
    assert told(proposer) == ["question-decided", "question-decided"]


def test_question_keeps_its_group_that_is_a_draft(coordinator):
    question = make_question()
    group = make_group(public=False)
    OpenQuestion.update(group=group.id).execute()
    path = f"/en/open-questions/{question.slug}/edition"

    coordinator.post(path, data=sent(coordinator.get(path).text) | {"why_en": "So"})

    assert OpenQuestion.get().group == group.id
    assert group.slug not in coordinator.get(f"/en/open-questions/{question.slug}").text


def test_answer_is_found_only_once_it_is_given(client):
    question = make_question()
    end_question(question, "answered", "Lighthouses")
    stands = written(ENDING, question.id)

    actions.set_ending(question.id, stands | {"state": "open"}, base=stands, by=None)

    (entry,) = question_entries([question.id])
    assert "Lighthouses" not in str(entry)
    assert "Lighthouses" not in client.get(f"/en/open-questions/{question.slug}").text
    assert "https://answers.example/1" not in elsewhere.addresses()


def test_words_of_a_search_come_back_whole(coordinator):
    question, practice = make_question(), make_practice()
    path = f"/en/open-questions/{question.slug}/links"
    form = {"thing": PRACTICE, "pick_id": str(practice.id), "wanted": "1"}

    answer = coordinator.post(path, data=form | {"q": "debt & rent #1"})

    assert answer.location == f"{path}?q=debt+%26+rent+%231"


def test_practice_names_its_groups_and_questions(client):
    question, group, practice = make_question(), make_group("Network"), make_practice()
    for kind, item_id in ((OPEN_QUESTION, question.id), (GROUP, group.id)):
        set_link(kind, item_id, PRACTICE, practice.id, wanted=True)

    page = client.get(f"/en/practices/{practice.slug}").text

    assert 'href="/en/groups/network">Network</a>' in page
    assert f'href="/en/open-questions/{question.slug}"' in page


def test_table_of_questions_holds_no_contact(client):
    question = make_question("What helps?")
    claims.set_state(make_claim(question).id, ClaimState.AGREED, by=None)

    text = client.get("/en/open-questions.csv").text

    assert "What helps?" in text
    assert "A master's thesis" in text
    assert "student@verstas.example" not in text
