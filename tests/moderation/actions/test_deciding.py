import pytest
from playhouse.test_utils import count_queries

from portal.errors import Refused
from portal.moderation import actions
from portal.moderation.actions import AlreadyDecided, Ruling
from portal.moderation.models import (
    Case,
    Cause,
    Decision,
    LogEvent,
    Reason,
    RulesText,
    RulesVersion,
)
from portal.proposals.models import Comment, Merger, MergerPart, Proposal, State
from portal.workshops.models import Phase
from tests.factories import make_participant, make_proposal, make_workshop, sign_in
from tests.moderation.pages import case_of, last_lines
from tests.proposals.groups import make_comment

PUBLISH = Ruling(Decision.PUBLISH)
HIDE = Ruling(Decision.HIDE, Reason.INSULTING)
BACK = Ruling(Decision.RETURN, Reason.NAMES_A_PERSON, "Who?", "Matti")


def state_of(proposal):
    return Proposal.get_by_id(proposal.id).state


def flagged(proposal):
    return actions.open_case("proposal", proposal.id, language="en", cause="flagged")


def test_several_are_published_at_once_and_logged_in_their_order(workshop, moderator):
    proposals = [make_proposal(workshop, state=State.WAITING) for _ in range(3)]
    cases = [case_of(proposal) for proposal in proposals]

    actions.decide(cases[::-1], moderator, PUBLISH)

    assert [state_of(proposal) for proposal in proposals] == [State.PUBLISHED] * 3
    assert last_lines(3) == [
        (LogEvent.PUBLISHED, case.id, "", moderator.id) for case in cases
    ]


def test_several_are_all_decided_or_none(workshop, moderator, other):
    first, second = (make_proposal(workshop, state=State.WAITING) for _ in range(2))
    late = case_of(second)
    actions.decide([late], other, BACK)

    with pytest.raises(AlreadyDecided) as refused:
        actions.decide([case_of(first), late], moderator, PUBLISH)

    assert [case.id for case in refused.value.cases] == [late.id]
    assert refused.value.cases[0].reason is Reason.NAMES_A_PERSON
    assert (state_of(first), state_of(second)) == (State.WAITING, State.RETURNED)


def test_nobody_decides_their_own_words(workshop, moderator, other):
    me = make_participant(workshop, user=moderator)
    case = case_of(make_proposal(workshop, author=me, state=State.WAITING))

    with pytest.raises(Refused, match="wrote this yourself"):
        actions.decide([case], moderator, PUBLISH)
    actions.decide([case], other, PUBLISH)

    assert case_of(Proposal.get()).decided_by == other.id


@pytest.mark.parametrize("count", [2, 20])
def test_publishing_costs_the_same_for_few_and_for_many(workshop, moderator, count):
    waiting = [make_proposal(workshop, state=State.WAITING) for _ in range(count)]
    cases = [case_of(proposal) for proposal in waiting]

    with count_queries() as queries:
        actions.decide(cases, moderator, PUBLISH)

    # Holding moderation, the cases, whose words they are, their boards, holding the
    # board, what is plain, publishing it, the workshop and who follows it, the rules,
    # the cases, holding the log, its end, its new lines, the cases for telling, who has
    # an account, the notices, and the savepoints of three.
    assert queries.count == 23


@pytest.mark.parametrize("ruling", [HIDE, Ruling(Decision.MERGE, into=1)])
def test_several_are_published_or_returned_but_not_more(workshop, moderator, ruling):
    waiting = [make_proposal(workshop, state=State.WAITING) for _ in range(2)]

    with pytest.raises(Refused):
        actions.decide([case_of(one) for one in waiting], moderator, ruling)

    assert [state_of(one) for one in waiting] == [State.WAITING] * 2


def test_urgent_one_is_decided_by_itself(workshop, moderator):
    first, second = (make_proposal(workshop, state=State.WAITING) for _ in range(2))
    actions.set_urgent(case_of(second), moderator, wanted=True)

    with pytest.raises(Refused):
        actions.decide([case_of(first), case_of(second)], moderator, PUBLISH)

    assert state_of(first) is State.WAITING


def test_decision_keeps_what_was_said_and_the_rules_in_force(
    workshop, proposal, moderator
):
    RulesVersion.create(number=1)
    own = RulesVersion.create(workshop=workshop.id, number=1)
    RulesText.create(version=own, language="en", body="Be kind.")
    RulesVersion.create(workshop=make_workshop().id, number=7)

    actions.decide([case_of(proposal)], moderator, BACK)

    case = case_of(proposal)
    assert (case.reason, case.note, case.passage) == (BACK.reason, "Who?", "Matti")
    assert (case.rules, case.workshop) == (own.id, workshop.id)


def test_hidden_proposal_leaves_the_board_with_what_waits(workshop, moderator):
    shown = make_proposal(workshop)
    case = flagged(shown)

    actions.decide([case], moderator, HIDE)

    row = Proposal.get_by_id(shown.id)
    assert (row.state, row.published_at) == (State.HIDDEN, None)


def test_flagged_text_that_is_right_stays_untouched(workshop, moderator):
    shown = make_proposal(workshop)

    actions.decide([flagged(shown)], moderator, PUBLISH)

    row = Proposal.get_by_id(shown.id)
    assert (row.state, row.published_at) == (State.PUBLISHED, shown.published_at)


def test_appeal_is_not_decided_by_who_decided_first(proposal, moderator, other):
    actions.decide([case_of(proposal)], moderator, BACK)
    first = case_of(proposal)
    appeal = actions.open_case(
        "proposal", proposal.id, language="en", cause=Cause.APPEALED, appeals=first
    )

    with pytest.raises(Refused) as refused:
        actions.decide([appeal], moderator, PUBLISH)
    actions.decide([appeal], other, Ruling(Decision.UPHOLD, Reason.NAMES_A_PERSON))

    assert refused.value.status == 403
    assert state_of(proposal) is State.RETURNED
    assert last_lines(1) == [(LogEvent.UPHELD, appeal.id, "names-a-person", other.id)]


def test_appeal_that_is_granted_publishes(proposal, moderator, other):
    actions.decide([case_of(proposal)], moderator, HIDE)
    appeal = actions.open_case(
        "proposal",
        proposal.id,
        language="en",
        cause=Cause.APPEALED,
        appeals=case_of(proposal),
    )

    actions.decide([appeal], other, PUBLISH)

    assert state_of(proposal) is State.PUBLISHED


@pytest.mark.parametrize(
    ("cause", "decision"),
    [(Cause.WRITTEN, Decision.UPHOLD), (Cause.APPEALED, Decision.HIDE)],
)
def test_what_is_not_offered_is_refused(proposal, moderator, cause, decision):
    Case.update(cause=cause).execute()

    with pytest.raises(Refused):
        actions.decide([case_of(proposal)], moderator, Ruling(decision))

    assert state_of(proposal) is State.WAITING


def test_merging_publishes_and_asks_both_authors(workshop, proposal, moderator):
    shown = make_proposal(workshop, "Open on Sundays")

    actions.decide(
        [case_of(proposal)], moderator, Ruling(Decision.MERGE, into=shown.id)
    )

    merger = Merger.get()
    parts = MergerPart.select().where(MergerPart.merger == merger)
    assert (merger.suggestion, merger.asked_by) == ("Open on Sundays", moderator.id)
    assert sorted(part.proposal for part in parts) == sorted([proposal.id, shown.id])
    assert state_of(proposal) is State.PUBLISHED


def test_hidden_comment_leaves_its_replies(moderator):
    proposal = make_proposal(make_workshop(Phase.DISCUSS))
    first = make_comment(proposal, "Bad", state=State.WAITING)

    actions.decide([case_of(first, "comment")], moderator, HIDE)

    assert Comment.get_by_id(first.id).state is State.HIDDEN


@pytest.mark.parametrize("ruling", [PUBLISH, BACK, HIDE])
def test_thing_that_is_gone_is_not_there_to_be_decided(
    app, proposal, moderator, ruling
):
    case = case_of(proposal)
    desk = sign_in(app, moderator)
    Proposal.delete().where(Proposal.id == proposal.id).execute()

    sent = {"decision": ruling.decision.value, "reason": (ruling.reason or "")}
    answer = desk.post(f"/en/moderation/{case.id}", data=sent)

    assert answer.status_code == 404
