"""The words of a hidden proposal, and new ones that wait beside them."""

import pytest

from portal.proposals import actions, kind
from portal.proposals.models import Proposal, ProposalVersion, State
from portal.proposals.wording import Wording
from tests.factories import make_proposal, make_workshop

pytestmark = pytest.mark.usefixtures("speaking")


@pytest.fixture
def workshop():
    return make_workshop()


def row_of(proposal):
    return Proposal.get_by_id(proposal.id)


def test_words_that_were_hidden_are_in_no_earlier_version(workshop):
    shown = make_proposal(workshop, "Bad")
    actions.reword(shown, Wording("Good"))
    actions.hide(shown.id)

    actions.publish(shown.id)

    assert row_of(shown).suggestion == "Good"
    assert ProposalVersion.select().count() == 0


def test_returned_new_words_take_the_place_of_hidden_ones(workshop):
    shown = make_proposal(workshop, "Bad")
    actions.reword(shown, Wording("Better"))
    actions.hide(shown.id)

    actions.send_back(shown.id)

    assert (row_of(shown).suggestion, row_of(shown).state) == ("Better", State.RETURNED)
    actions.reword(row_of(shown), Wording("Good"))
    assert kind.items([shown.id])[shown.id].heading == "Good"


def test_moderators_read_the_words_that_would_be_shown_again(workshop):
    shown = make_proposal(workshop, "Shown again")
    actions.reword(shown, Wording("Came back"))
    actions.send_back(shown.id)
    actions.hide(shown.id)

    assert kind.items([shown.id])[shown.id].heading == "Shown again"
