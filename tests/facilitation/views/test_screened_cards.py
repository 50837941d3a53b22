"""Cards are screened too: who enters them asks the writer."""

import pytest

from portal.moderation.found import findings_in
from portal.moderation.models import Case, Urgency
from portal.permissions import Role
from portal.proposals.models import Proposal
from tests.factories import make_user, make_workshop, sign_in
from tests.workshops.pages import aiming_at, errors, one, soup, texts

pytestmark = pytest.mark.one_engine

PHONE = "040 123 4567"
DANGER = "I want to kill myself tonight."
HELP = "section[aria-labelledby=help-title] h2"
STAFF = ["Somebody may be in danger"]
CHOSEN = {"voice": "resident", "language": "en", "pick_relation": "own"}


@pytest.fixture
def address():
    return f"/en/workshops/{make_workshop().slug}/entry"


@pytest.fixture
def facilitator(app):
    return sign_in(app, make_user(Role.COORDINATOR))


def send(facilitator, address, **written):
    return facilitator.post(
        address, data={**CHOSEN, "submission": "one", **written}, follow_redirects=True
    )


def test_card_is_given_back_until_it_was_checked_with_its_writer(facilitator, address):
    again = send(facilitator, address, suggestion=f"Call {PHONE}")

    assert [where for where, _told in errors(again)] == ["#suggestion"]
    label = " ".join(one(again, "label:has(#asks_reader)").text.split())
    assert label == "Checked with the writer: it may stand so"
    assert not Proposal.select().exists()

    send(facilitator, address, suggestion=f"Call {PHONE}", asks_reader="1")
    assert [found.start for found in findings_in(Case.get().findings)] == [5]


def test_number_of_a_card_is_no_phone_number(facilitator, address):
    again = send(facilitator, address, suggestion="Open", number="0401234567")

    assert [told for _where, told in errors(again) if "phone" in told] == []


def test_lines_tell_in_which_line(facilitator, address):
    lines = f"Open late\nCall {PHONE}\nOpen early\nMail anna@posti.fi"

    again = send(facilitator, f"{address}/lines", lines=lines)

    phone, mail = errors(again)
    assert phone[0] == mail[0] == "#lines"
    assert phone[1].startswith(f"Line 2: This looks like a phone number: {PHONE}.")
    assert mail[1].startswith("Line 4: This looks like an e-mail address: anna@posti")
    assert one(again, "#lines").text.strip() == lines
    assert not Proposal.select().exists()
    send(facilitator, f"{address}/lines", lines=lines, asks_reader="1")
    assert Proposal.select().count() == 4


def test_many_lines_are_told_of_in_short(facilitator, address):
    lines = "\n".join([f"Call {PHONE}"] * 7)

    again = send(facilitator, f"{address}/lines", lines=lines)

    told = [said for _where, said in errors(again)]
    assert [said[:7] for said in told[:5]] == [f"Line {n}:" for n in range(1, 6)]
    assert told[5:] == ["And others."]


@pytest.mark.parametrize("htmx", [True, False])
def test_card_of_danger_comes_in_and_who_enters_it_is_told(facilitator, address, htmx):
    headers = aiming_at("div#entry") if htmx else {}
    written = {**CHOSEN, "suggestion": "Help", "problem": DANGER}

    page = facilitator.post(
        address, data=written, headers=headers, follow_redirects=True
    )

    assert texts(page, HELP) == STAFF
    assert Case.get().urgency == Urgency.URGENT


def test_line_of_danger_comes_in_and_who_enters_it_is_told(facilitator, address):
    page = send(facilitator, f"{address}/lines", lines=f"Open late\n{DANGER}")

    assert texts(page, HELP) == STAFF
    assert len(soup(page).select("main [role=status]")) == 1
    assert Proposal.select().count() == 2
