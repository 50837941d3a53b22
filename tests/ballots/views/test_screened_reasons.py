"""Reasons in a secret ballot: nobody knows whose they are, so their writer is told."""

import pytest

from portal.ballots.actions.closing import close
from portal.ballots.actions.opening import open_poll
from portal.ballots.models import Ballot, Poll, Reason
from portal.ballots.tallies import Method
from portal.moderation.found import findings_in
from portal.moderation.models import Case, Urgency
from portal.screening.findings import Sort
from portal.workshops.models import Phase
from tests.ballots.boxes import ids
from tests.factories import make_poll, make_workshop, take_seat
from tests.workshops.pages import errors, soup, texts

pytestmark = pytest.mark.one_engine

PHONE = "040 123 4567"
DANGER = "I want to kill myself tonight."
HELP = "section[aria-labelledby=help-title]"


@pytest.fixture
def poll(app):
    workshop = make_workshop(Phase.VOTE)
    app.voter = take_seat(app, workshop)[0]
    made = make_poll(workshop, "Open late", method=Method.CONSENT)
    with app.test_request_context("/en/"):
        open_poll(made.id)
    return Poll.get_by_id(made.id)


def cast(app, poll, words, **more):
    [option] = ids(poll)
    return app.voter.post(
        f"/en/polls/{poll.id}/ballot",
        data={f"o{option}": "object", f"w{option}": words, **more},
    )


def test_reason_is_given_back_with_what_was_found(app, poll):
    [option] = ids(poll)

    again = cast(app, poll, f"Call {PHONE}")

    assert again.status_code == 422
    [(where, told)] = errors(again)
    assert where == f"#w{option}"
    assert told.startswith(f"This looks like a phone number: {PHONE}.")
    assert soup(again).select_one(f"#w{option}").text == f"Call {PHONE}"
    assert not Ballot.select().exists()


def test_reason_may_stand_and_is_marked_when_the_vote_has_closed(app, poll):
    cast(app, poll, f"Call {PHONE}", asks_reader="1")
    assert not Case.select().exists()

    with app.test_request_context("/en/"):
        close(poll.id)

    assert Reason.get().body == f"Call {PHONE}"
    [found] = findings_in(Case.get().findings)
    assert (found.sort, found.field, found.start) == (Sort.PHONE, "body", 5)


def test_danger_shows_help_beside_the_receipt_and_opens_no_case(app, poll):
    calm = cast(app, poll, "It is too late for me.")

    receipt = cast(app, poll, DANGER)

    assert texts(calm, HELP) == []
    assert texts(receipt, f"{HELP} h2") == ["You don't have to manage alone"]
    assert receipt.headers["Cache-Control"] == "no-store"
    assert soup(receipt).title.text == soup(calm).title.text
    assert not Case.select().exists()
    assert Ballot.select().count() == 1
    assert texts(cast(app, poll, "It is too late for me."), HELP) == []


def test_danger_is_urgent_when_the_vote_has_closed(app, poll):
    cast(app, poll, DANGER)

    with app.test_request_context("/en/"):
        close(poll.id)

    assert Case.get().urgency == Urgency.URGENT


def test_help_is_shown_beside_other_errors(app, poll):
    again = cast(app, poll, f"{DANGER} {PHONE}")

    assert again.status_code == 422
    assert len(texts(again, HELP)) == 1


def test_words_beside_agreement_are_kept_nowhere_and_not_screened(app, poll):
    [option] = ids(poll)
    sent = {f"o{option}": "agree", f"w{option}": PHONE}

    receipt = app.voter.post(f"/en/polls/{poll.id}/ballot", data=sent)

    assert receipt.status_code == 200
