"""What was said about a decision is forgotten 30 days after it, and so are words that
nobody else was to see."""

from datetime import timedelta

import pytest

from portal.db import now
from portal.errors import Refused
from portal.moderation.actions.forgetting import Forgotten
from portal.moderation.models import (
    Case,
)
from portal.proposals import actions
from portal.proposals.models import Proposal, Rewording, State
from portal.proposals.wording import Wording
from tests.factories import (
    make_attachment,
    make_proposal,
)
from tests.moderation.forgotten import (
    HIDDEN,
    NOTHING,
    PRIVATE,
    PUBLISHED,
    RETURNED,
    erased,
    later,
    ruled,
    words,
)


@pytest.fixture
def proposal(workshop):
    return make_proposal(workshop, PRIVATE, state=State.WAITING)


@pytest.mark.parametrize(
    ("ruling", "state"), [(RETURNED, State.RETURNED), (HIDDEN, State.HIDDEN)]
)
def test_words_go_30_days_after_the_decision(proposal, ruling, state):
    make_attachment(proposal)
    case = ruled(proposal, ruling)

    assert later(29) == NOTHING
    assert words(proposal)[0] == PRIVATE
    assert later(30) == Forgotten(1, texts=1, flags=0)

    assert words(proposal) == ("", "", "", state)
    row = Case.get_by_id(case.id)
    assert (row.findings, row.note, row.passage) == ("", "", "")
    assert (row.decision, row.reason) == (ruling.decision, ruling.reason)
    assert erased() == [case.id]
    assert later(31) == NOTHING


def test_reworded_and_published_words_stay(proposal):
    ruled(proposal, RETURNED)
    actions.reword(Proposal.get_by_id(proposal.id), Wording("Open late"))
    first = later(30)
    ruled(proposal, PUBLISHED)

    assert first == NOTHING
    assert later(31) == Forgotten(2, texts=0, flags=0)
    assert words(proposal) == ("Open late", "", "", State.PUBLISHED)
    assert erased() == []


def test_words_that_came_back_again_are_kept_from_then_on(proposal):
    ruled(proposal, RETURNED)
    long_ago = now() - timedelta(days=20)
    Case.update(decided_at=long_ago).execute()
    actions.reword(Proposal.get_by_id(proposal.id), Wording("Open late"))
    ruled(proposal, RETURNED)

    assert later(11) == Forgotten(1, texts=0, flags=0)
    assert words(proposal)[0] == "Open late"
    assert later(30) == Forgotten(1, texts=1, flags=0)


def test_new_words_that_came_back_go_and_the_public_ones_stay(workshop):
    proposal = make_proposal(workshop, "Open late")
    actions.reword(proposal, Wording(PRIVATE))
    case = ruled(proposal, RETURNED)

    assert later(30) == Forgotten(2, texts=1, flags=0)

    assert not Rewording.select().exists()
    assert words(proposal)[0] == "Open late"
    assert erased() == [case.id]


def test_what_its_author_took_back_unread_goes_too(proposal):
    actions.set_withdrawn(proposal, wanted=True)

    assert later(30) == Forgotten(1, texts=1, flags=0)

    assert words(proposal) == ("", "", "", State.WITHDRAWN)
    with pytest.raises(Refused, match="nothing to bring back"):
        actions.set_withdrawn(Proposal.get_by_id(proposal.id), wanted=False)


def test_withdrawn_words_that_were_public_stay(workshop):
    proposal = make_proposal(workshop, "Open late")
    actions.set_withdrawn(proposal, wanted=True)

    later(30)

    assert words(proposal)[0] == "Open late"
