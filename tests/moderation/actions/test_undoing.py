import pytest
from playhouse.test_utils import count_queries

from portal.errors import Refused
from portal.moderation import actions
from portal.moderation.actions import Ruling
from portal.moderation.actions.appealing import appeal
from portal.moderation.actions.log import LOG
from portal.moderation.models import Cause, Decision, LogEvent, Reason
from portal.proposals import actions as proposals
from portal.proposals.models import (
    Comment,
    Merger,
    MergerState,
    Proposal,
    ProposalVersion,
    Rewording,
    State,
)
from portal.proposals.wording import Wording
from portal.workshops.actions import set_phase
from portal.workshops.models import Participant, Phase, Workshop
from tests.factories import make_proposal, make_workshop
from tests.moderation.pages import case_of, last_lines
from tests.proposals.groups import make_comment

PUBLISH = Ruling(Decision.PUBLISH)
HIDE = Ruling(Decision.HIDE, Reason.INSULTING)
BACK = Ruling(Decision.RETURN, Reason.UNCLEAR, "Which price?")


def state_of(proposal):
    return Proposal.get_by_id(proposal.id).state


def decided(thing, moderator, ruling, kind="proposal"):
    case = case_of(thing, kind)
    actions.decide([case], moderator, ruling)
    return case


@pytest.mark.parametrize("ruling", [PUBLISH, BACK, HIDE])
def test_undone_decision_lets_it_wait_at_its_old_place(
    proposal, moderator, other, ruling
):
    before = case_of(proposal)
    case = decided(proposal, moderator, ruling)

    for _ in range(2):
        actions.take_back(case, other)

    row = Proposal.get_by_id(proposal.id)
    after = case_of(proposal)
    assert (row.state, row.published_at) == (State.WAITING, None)
    assert (after.id, after.opened_at) == (before.id, before.opened_at)
    assert (after.decision, after.decided_at, after.decided_by) == (None, None, None)
    assert after.note == ruling.note
    assert last_lines(1) == [(LogEvent.UNDONE, case.id, "", other.id)]


def test_new_words_give_way_to_the_old_ones_again(workshop, author, moderator):
    shown = make_proposal(workshop, "Old", author=author)
    proposals.reword(shown, Wording("New", "It is so."))
    case = decided(shown, moderator, PUBLISH)

    actions.take_back(case, moderator)

    row = Proposal.get_by_id(shown.id)
    assert (row.suggestion, row.state, row.edited_at) == ("Old", State.PUBLISHED, None)
    waiting = Rewording.get(Rewording.proposal == shown.id)
    assert (waiting.suggestion, waiting.returned) == ("New", False)
    assert ProposalVersion.select().count() == 0


def test_erased_earlier_words_do_not_come_back(workshop, author, moderator):
    shown = make_proposal(workshop, "Old", author=author)
    proposals.reword(shown, Wording("New", "It is so."), hides_earlier=True)
    case = decided(shown, moderator, PUBLISH)

    with pytest.raises(Refused):
        actions.take_back(case, moderator)

    assert Proposal.get_by_id(shown.id).suggestion == "New"
    assert case_of(shown).decision is Decision.PUBLISH


def test_returned_new_words_wait_again(workshop, author, moderator):
    shown = make_proposal(workshop, "Old", author=author)
    proposals.reword(shown, Wording("New", "It is so."))
    case = decided(shown, moderator, BACK)

    actions.take_back(case, moderator)

    assert Rewording.get().returned is False
    assert state_of(shown) is State.PUBLISHED


def test_decision_stays_once_the_author_has_gone_on(proposal, moderator):
    case = decided(proposal, moderator, BACK)
    proposals.reword(proposal, Wording("Other words"))

    with pytest.raises(Refused):
        actions.take_back(case, moderator)

    assert state_of(proposal) is State.WAITING
    assert case_of(proposal).id != case.id


def test_decision_stays_once_the_vote_has_begun(workshop, proposal, moderator):
    case = decided(proposal, moderator, PUBLISH)
    set_phase(Workshop.get_by_id(workshop.id), Phase.VOTE)

    with pytest.raises(Refused):
        actions.take_back(case, moderator)

    assert state_of(proposal) is State.PUBLISHED


@pytest.mark.parametrize("ruling", [BACK, HIDE])
def test_what_readers_flagged_is_public_again(workshop, moderator, ruling):
    shown = make_proposal(workshop)
    actions.open_case("proposal", shown.id, language="en", cause=Cause.FLAGGED)
    case = decided(shown, moderator, ruling)
    gone = state_of(shown)

    actions.take_back(case, moderator)

    assert gone is not State.PUBLISHED
    assert state_of(shown) is State.PUBLISHED


def test_new_words_are_not_published_unread_with_what_is_public_again(
    workshop, author, moderator
):
    shown = make_proposal(workshop, "Old", author=author)
    proposals.reword(shown, Wording("New", "It is so."))
    actions.open_case("proposal", shown.id, language="en", cause=Cause.FLAGGED)
    case = decided(shown, moderator, HIDE)

    actions.take_back(case, moderator)

    row = Proposal.get_by_id(shown.id)
    assert (row.suggestion, row.state) == ("Old", State.PUBLISHED)
    assert Rewording.get().suggestion == "New"


def test_granted_appeal_is_undone_to_what_was_appealed(proposal, moderator, other):
    first = decided(proposal, moderator, HIDE)
    actions.open_case(
        "proposal", proposal.id, language="en", cause=Cause.APPEALED, appeals=first
    )
    appeal = decided(proposal, other, PUBLISH)

    actions.take_back(appeal, other)

    assert state_of(proposal) is State.HIDDEN


def test_merger_that_nobody_has_answered_is_undone(workshop, proposal, moderator):
    shown = make_proposal(workshop)
    case = decided(proposal, moderator, Ruling(Decision.MERGE, into=shown.id))

    actions.take_back(case, moderator)

    assert Merger.get().state is MergerState.DROPPED
    assert (state_of(proposal), state_of(shown)) == (State.WAITING, State.PUBLISHED)


def test_merger_that_an_author_has_answered_stays(
    workshop, author, proposal, moderator
):
    shown = make_proposal(workshop)
    case = decided(proposal, moderator, Ruling(Decision.MERGE, into=shown.id))
    me = Participant.get_by_id(author.id)
    proposals.set_consent(Merger.get(), me, wanted=True)

    with pytest.raises(Refused):
        actions.take_back(case, moderator)

    assert Merger.get().state is MergerState.ASKED


@pytest.mark.parametrize("ruling", [PUBLISH, BACK, HIDE])
def test_comment_waits_again(moderator, ruling):
    proposal = make_proposal(make_workshop(Phase.DISCUSS))
    comment = make_comment(proposal, state=State.WAITING)
    case = decided(comment, moderator, ruling, "comment")

    actions.take_back(case, moderator)

    row = Comment.get_by_id(comment.id)
    assert (row.state, row.published_at) == (State.WAITING, None)


def test_decision_is_not_undone_by_who_asked_for_it(proposal, moderator, other):
    case = case_of(proposal)
    actions.ask_second_opinion(case, moderator, "Is this a name?")
    actions.decide([case], other, PUBLISH)

    with pytest.raises(Refused):
        actions.take_back(case, moderator)

    assert state_of(proposal) is State.PUBLISHED


def test_granted_appeal_is_not_undone_by_who_decided_first(proposal, moderator, other):
    made = appeal(decided(proposal, moderator, BACK))
    actions.decide([made], other, PUBLISH)

    with pytest.raises(Refused):
        actions.take_back(made, moderator)

    assert state_of(proposal) is State.PUBLISHED


def test_several_are_undone_with_the_log_held_last(workshop, moderator):
    """Who holds the log and then waits for a board waits for one who writes there."""
    waiting = [make_proposal(make_workshop(), state=State.WAITING) for _ in range(2)]
    cases = [case_of(one) for one in waiting]
    actions.decide(cases, moderator, PUBLISH)

    with count_queries() as queries:
        actions.take_back_all(cases, moderator)

    held = [values[0] for sql, values in told_of(queries) if 'INTO "version"' in sql]
    assert held.index(LOG) == len(held) - 1
    assert [state_of(one) for one in waiting] == [State.WAITING] * 2


def told_of(queries):
    return [record.msg for record in queries.get_queries()]
