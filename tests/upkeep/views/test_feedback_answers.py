"""Editors answer what people said, each for the cards they keep."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.db import now, today
from portal.directory.models import Organisation, ServiceVersion
from portal.notices.models import Mail
from portal.permissions import Role
from portal.upkeep.models import FeedbackState, Outcome, ServiceFeedback
from tests.factories import make_service, make_team, make_user, sign_in
from tests.upkeep.feedback import make_answer, make_feedback

ANSWER = {
    "state": "answered",
    "team": "",
    "outcome": "nothing-to-mend",
    "answer": "The times hold.",
    "answer_language": "en",
    "version": "",
    "edition": "1",
}


@pytest.fixture
def editor(app):
    return sign_in(app, make_user(Role.EDITOR))


def titles(page):
    found = BeautifulSoup(page.text, "html.parser").select(".rows h2")
    return [title.text for title in found]


def make_owned(name):
    organisation = Organisation.create(code=name.casefold(), kind="ngo")
    return organisation, make_service(name, organisation=organisation)


def test_answer_is_stored_with_who_gave_it_and_mailed_once(editor):
    found = make_feedback(make_service("Rent help"), email="me@verstas.example")
    address = f"/en/upkeep/feedback/{found.id}"

    saved = editor.post(address, data=ANSWER)
    again = editor.post(address, data={**ANSWER, "edition": "2"})

    stored = ServiceFeedback.get_by_id(found.id)
    letter = Mail.get()
    assert (saved.status_code, again.status_code) == (303, 303)
    assert (stored.state, stored.outcome, stored.answer) == (
        FeedbackState.ANSWERED,
        Outcome.NOTHING_TO_MEND,
        "The times hold.",
    )
    assert stored.answered_by is not None
    assert (Mail.select().count(), letter.recipient) == (1, "me@verstas.example")
    assert letter.subject == "Your feedback has an answer"
    for part in ("Rent help", "Nothing to mend", "The times hold.", found.code):
        assert part in letter.body


def test_letter_is_in_the_language_of_the_sender_not_of_the_editor(editor):
    found = make_feedback(make_service(), email="me@verstas.example", language="sv")

    editor.post(f"/en/upkeep/feedback/{found.id}", data=ANSWER)

    assert f"/sv/feedback/{found.code}" in Mail.get().body


def test_letter_does_not_name_a_sensitive_service(editor):
    service = make_service("Shelter", sensitive=True)
    found = make_feedback(service, email="me@verstas.example")

    editor.post(f"/en/upkeep/feedback/{found.id}", data=ANSWER)

    assert "Shelter" not in Mail.get().subject + Mail.get().body


def test_anonymous_feedback_gets_no_mail(editor):
    found = make_feedback(make_service())

    editor.post(f"/en/upkeep/feedback/{found.id}", data=ANSWER)

    assert Mail.select().count() == 0


def test_answer_needs_what_came_of_it_and_words(editor):
    found = make_feedback(make_service())

    page = editor.post(
        f"/en/upkeep/feedback/{found.id}", data={**ANSWER, "outcome": "", "answer": ""}
    )

    errors = BeautifulSoup(page.text, "html.parser").select("[role=alert] a")
    assert page.status_code == 422
    assert [error.text for error in errors] == [
        "Choose what came of it",
        "Write the answer, with the reason",
    ]


def test_being_mended_needs_no_answer_yet(editor):
    found = make_feedback(make_service())

    saved = editor.post(
        f"/en/upkeep/feedback/{found.id}",
        data={**ANSWER, "state": "mending", "outcome": "", "answer": ""},
    )

    stored = ServiceFeedback.get_by_id(found.id)
    assert saved.status_code == 303
    assert (stored.state, stored.answered_at) == (FeedbackState.MENDING, None)


def test_change_that_mended_it_is_one_saved_since(editor):
    service = make_service()
    old, new = (
        ServiceVersion.create(service=service, edition=n, snapshot="{}", saved_at=when)
        for n, when in (
            (1, now() - timedelta(days=1)),
            (2, now() + timedelta(minutes=1)),
        )
    )
    found = make_feedback(service)
    address = f"/en/upkeep/feedback/{found.id}"
    mended = {**ANSWER, "outcome": "mended"}

    refused = editor.post(address, data={**mended, "version": str(old.id)})
    saved = editor.post(address, data={**mended, "version": str(new.id)})

    assert (refused.status_code, saved.status_code) == (422, 303)
    assert ServiceFeedback.get_by_id(found.id).version == new.id
    page = editor.get(f"/en/feedback/{found.code}")
    assert f"/en/services/{service.slug}/versions?from=1&amp;to=2" in page.text


def test_second_answerer_is_told_and_loses_no_word(editor):
    found = make_feedback(make_service())
    address = f"/en/upkeep/feedback/{found.id}"
    editor.post(address, data=ANSWER)

    late = editor.post(address, data={**ANSWER, "answer": "Written at the same time"})

    assert late.status_code == 409
    assert "Written at the same time" in late.text
    assert ServiceFeedback.get_by_id(found.id).answer == "The times hold."


def test_list_has_what_is_due_first_on_top_and_marks_what_is_late(editor):
    late, soon = (make_feedback(make_service(name)) for name in ("Late", "Soon"))
    ServiceFeedback.update(due_on=today() - timedelta(days=1)).where(
        ServiceFeedback.id == late.id
    ).execute()
    make_answer(make_feedback(make_service("Done")))

    page = editor.get("/en/upkeep/feedback")
    answered = editor.get("/en/upkeep/feedback?state=answered")

    assert titles(page) == ["The times are wrong: Late", "The times are wrong: Soon"]
    assert page.text.count("Late: the answer was due") == 1
    assert titles(answered) == ["The times are wrong: Done"]
    assert soon.code not in page.text


def test_address_of_the_sender_is_on_no_page(editor):
    found = make_feedback(make_service(), email="me@verstas.example")

    pages = [
        editor.get(address).text
        for address in ("/en/upkeep/feedback", f"/en/upkeep/feedback/{found.id}")
    ]

    assert "me@verstas.example" not in "".join(pages)


def test_editor_of_one_organisation_sees_its_own_only(app):
    mine, my_service = make_owned("Mine")
    _other, other_service = make_owned("Other")
    ours, theirs = make_feedback(my_service), make_feedback(other_service)
    nowhere = make_feedback(question="bike repair")
    partner = sign_in(app, make_user(Role.EDITOR, organisation=mine.id))

    answers = {
        found.id: partner.get(f"/en/upkeep/feedback/{found.id}").status_code
        for found in (ours, theirs, nowhere)
    }

    assert answers == {ours.id: 200, theirs.id: 404, nowhere.id: 404}
    assert titles(partner.get("/en/upkeep/feedback")) == ["The times are wrong: Mine"]


def test_list_is_narrowed_to_a_team(editor):
    team = make_team()
    make_feedback(make_service("Ours", team=team))
    make_feedback(make_service("Others", team=make_team()))

    page = editor.get(f"/en/upkeep/feedback?team={team.code}")

    assert titles(page) == ["The times are wrong: Ours"]


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_often_whatever_its_length(editor, count):
    for _ in range(count):
        make_feedback(make_service(team=make_team()))
    editor.get("/en/upkeep/feedback")

    with count_queries() as queries:
        editor.get("/en/upkeep/feedback")

    # Who it is and what they may (2), organisations and teams to choose from (2), the
    # number of the directory (1), the list (1), its length (1), names of services (1),
    # notices (1).
    assert queries.count == 9
