"""Feedback names numbers and addresses of services; of people, nothing."""

import pytest

from portal.permissions import Role
from portal.upkeep.actions.feedback import Answering, answer
from portal.upkeep.kind import pass_on
from portal.upkeep.models import FeedbackState, Outcome, ServiceFeedback
from tests.factories import make_service, make_user, sign_in
from tests.workshops.pages import errors, fields, texts

DANGER = "I want to kill myself tonight."
HELP = "section[aria-labelledby=help-title] h2"
MANAGE = ["You don't have to manage alone"]


@pytest.fixture
def address():
    return f"/en/services/{make_service('Rent help').slug}/feedback"


def send(client, address, message, **more):
    written = {"about": "other", "message": message, "email": "", **more}
    return client.post(address, data=written, follow_redirects=True)


def test_what_services_have_passes(client, address):
    told = "The number is 019 123 4500 and the door is at Kauppakatu 5. Idiots."

    send(client, address, told, email="me@example.org")

    assert ServiceFeedback.get().message == told


def test_persons_are_left_out_unless_it_is_to_be_sent_so(client, address):
    told = "My neighbour Matti Virtanen was turned away."

    again = send(client, address, told)
    assert again.status_code == 422
    [(where, said)] = errors(again)
    assert (where, "Matti Virtanen" in said) == ("#message", True)
    assert fields(again)["message"] == told
    assert not ServiceFeedback.select().exists()
    send(client, address, told, asks_reader="1")

    assert ServiceFeedback.get().message == told


def test_danger_shows_help_to_whoever_follows_it_until_it_is_answered(client, address):
    receipt = send(client, address, DANGER)
    stored = ServiceFeedback.get()

    assert stored.urgent
    assert texts(receipt, HELP) == MANAGE
    given = Answering(
        state=FeedbackState.ANSWERED,
        outcome=Outcome.NOTHING_TO_MEND,
        answer="Call us.",
        answer_language="en",
    )
    answer(stored, given, by=make_user(), edition=1)
    assert texts(client.get(f"/en/feedback/{stored.code}"), HELP) == []


def test_editors_see_what_is_urgent_first(app, client, address):
    for message in ("It was shut.", DANGER):
        send(client, address, message)
    pass_on(ServiceFeedback.get(ServiceFeedback.urgent).id)
    editor = sign_in(app, make_user(Role.ADMINISTRATOR))

    page = editor.get("/en/upkeep/feedback")

    badges = texts(page, "li:first-child .badge")
    assert "Urgent: somebody may be in danger" in badges
    assert len(texts(page, "main .rows > li")) == 2
