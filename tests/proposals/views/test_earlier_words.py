"""Whether the earlier words are shown: the author's choice, which no other change
takes back."""

import pytest

from portal.proposals import actions
from portal.proposals.models import ProposalVersion, Rewording
from portal.proposals.wording import Wording
from tests.factories import make_proposal, make_workshop, take_seat
from tests.workshops.pages import fields, one, send

HIDDEN = "#pick_hidden"


@pytest.fixture
def seat(app):
    return take_seat(app, make_workshop())


@pytest.fixture
def author(seat):
    return seat[0]


@pytest.fixture
def proposal(seat):
    workshop = seat[1].workshop
    return make_proposal(workshop, "Ask Maija", author=seat[1])


def form(author, proposal):
    return author.get(f"/en/proposals/{proposal.id}/wording")


def test_words_changed_once_more_stay_hidden_as_chosen(author, proposal):
    send(author, form(author, proposal), "/wording", suggestion="Ask", pick_hidden="1")

    page = form(author, proposal)
    send(author, page, "/wording", suggestion="Ask us")

    assert one(page, HIDDEN).has_attr("checked")
    new = Rewording.get()
    assert (new.suggestion, new.hides_earlier) == ("Ask us", True)


def test_earlier_words_can_be_hidden_and_shown_without_other_words(author, proposal):
    send(author, form(author, proposal), "/wording", suggestion="Ask")

    send(author, form(author, proposal), "/wording", pick_hidden="1")
    hidden = Rewording.get().hides_earlier
    sent = fields(form(author, proposal))
    author.post(
        f"/en/proposals/{proposal.id}/wording",
        data={name: sent[name] for name in ("suggestion", "problem", "helps")},
    )

    assert (hidden, Rewording.get().hides_earlier) == (True, False)


def test_earlier_words_are_erased_when_the_new_ones_stand_already(author, proposal):
    actions.reword(proposal, Wording("Ask"))
    actions.publish(proposal.id)
    before = ProposalVersion.select().count()

    send(author, form(author, proposal), "/wording", pick_hidden="1")

    page = author.get(f"/en/proposals/{proposal.id}")
    assert (before, ProposalVersion.select().count()) == (1, 0)
    assert "Ask Maija" not in page.text
