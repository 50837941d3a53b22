"""Forgetting goes on from the last decision, and waits for appeals."""

from datetime import timedelta

import pytest

from portal.db import now
from portal.errors import Refused
from portal.moderation.actions import Ruling, decide, take_back
from portal.moderation.actions.forgetting import KEPT, Forgotten
from portal.moderation.actions.opening import open_case
from portal.moderation.models import (
    Case,
    Cause,
    Decision,
    Flag,
    FlagReason,
    Reason,
)
from portal.proposals import actions
from portal.proposals.models import Comment, State
from tests.factories import (
    make_participant,
    make_proposal,
    make_user,
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
from tests.proposals.groups import make_comment


@pytest.fixture
def proposal(workshop):
    return make_proposal(workshop, PRIVATE, state=State.WAITING)


def test_nothing_is_forgotten_while_an_appeal_waits(proposal):
    case = ruled(proposal, RETURNED)
    appeal = open_case(
        "proposal",
        proposal.id,
        language="en",
        cause=Cause.APPEALED,
        words="Read it again.",
        appeals=case,
    )

    assert later(40) == NOTHING
    decide([appeal], make_user(), Ruling(Decision.UPHOLD, Reason.NAMES_A_PERSON))

    assert later(30) == Forgotten(2, texts=1, flags=0)
    assert words(proposal)[0] == ""
    assert Case.get_by_id(appeal.id).words == ""
    assert erased() == [appeal.id]


def test_comments_go_as_proposals_do(workshop):
    proposal = make_proposal(workshop)
    comment = make_comment(proposal, PRIVATE, state=State.WAITING)
    ruled(comment, RETURNED, "comment")

    later(30)

    row = Comment.get_by_id(comment.id)
    assert (row.body, row.state) == ("", State.RETURNED)


def test_comment_taken_back_unread_goes_and_is_not_brought_back(workshop):
    comment = make_comment(make_proposal(workshop), PRIVATE, state=State.WAITING)
    actions.set_comment_withdrawn(comment, wanted=True)

    later(30)

    assert Comment.get_by_id(comment.id).body == ""
    with pytest.raises(Refused, match="nothing to bring back"):
        actions.set_comment_withdrawn(comment, wanted=False)


@pytest.mark.parametrize("ruling", [RETURNED, HIDDEN])
def test_decision_is_not_undone_when_its_words_are_gone(proposal, ruling):
    case = ruled(proposal, ruling)
    later(30)

    with pytest.raises(Refused, match="gone on"):
        take_back(Case.get_by_id(case.id), make_user())


def test_case_decided_anew_is_forgotten_anew(proposal):
    case = ruled(proposal, PUBLISHED)
    later(30)
    take_back(Case.get_by_id(case.id), make_user())
    ruled(proposal, RETURNED)
    Case.update(decided_at=now() + timedelta(days=40)).execute()

    assert later(69) == NOTHING
    assert later(70) == Forgotten(1, texts=1, flags=0)


def test_reports_keep_their_reason_and_lose_their_words(workshop):
    proposal = make_proposal(workshop, "Open late", state=State.WAITING)
    ruled(proposal, PUBLISHED)
    case = open_case("proposal", proposal.id, language="en", cause=Cause.FLAGGED)
    flag = Flag.create(
        kind="proposal",
        item_id=proposal.id,
        case=case,
        reason=FlagReason.WRONG,
        words=PRIVATE,
        language="en",
        reader=f"participant:{make_participant(workshop).id}",
        code="ABCDEFGHJK",
    )
    assert later(60) == NOTHING
    assert Flag.get_by_id(flag.id).words == PRIVATE
    decide([case], make_user(), PUBLISHED)

    assert later(30) == Forgotten(2, texts=0, flags=1)
    row = Flag.get_by_id(flag.id)
    assert (row.words, row.reader, row.reason) == ("", None, FlagReason.WRONG)
    assert words(proposal)[0] == "Open late"


def test_command_tells_what_it_erased(app, proposal):
    ruled(proposal, RETURNED)
    Case.update(decided_at=now() - KEPT - timedelta(minutes=1)).execute()

    told = app.test_cli_runner().invoke(args=["moderation", "forget"])

    assert told.output == "Cases: 1. Erased: texts 1, flags 0.\n"
