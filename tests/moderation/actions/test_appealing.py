from datetime import timedelta

import pytest

from portal.accounts.models import User
from portal.db import now, today
from portal.errors import Refused
from portal.moderation import actions
from portal.moderation.actions import Ruling
from portal.moderation.actions.appealing import (
    appeal,
    appeal_block,
    put_overdue_first,
)
from portal.moderation.models import (
    Block,
    Case,
    Cause,
    Decision,
    LogEvent,
    Reason,
    Urgency,
)
from portal.moderation.queries import is_blocked
from portal.notices.events import told
from portal.notices.models import Notice
from portal.notices.recipients import participant_key, user_key
from portal.permissions import Role
from portal.proposals import actions as proposals
from portal.proposals.models import Proposal, State
from portal.proposals.wording import Wording
from portal.screening.findings import Finding, Sort
from tests.factories import make_user
from tests.moderation.pages import case_of, last_lines
from tests.moderation.things import make_block

BACK = Ruling(Decision.RETURN, Reason.UNCLEAR)
HIDE = Ruling(Decision.HIDE, Reason.INSULTING)
PUBLISH = Ruling(Decision.PUBLISH)
UPHOLD = Ruling(Decision.UPHOLD, Reason.INSULTING)
DANGER = (Finding(Sort.DANGER, "message", 0, 3),)


@pytest.fixture
def returned(proposal, moderator):
    actions.decide([case_of(proposal)], moderator, BACK)
    return case_of(proposal)


def state_of(proposal):
    return Proposal.get_by_id(proposal.id).state


@pytest.mark.parametrize("ruling", [BACK, HIDE])
def test_appeal_waits_for_another_moderator_within_a_week(
    workshop, author, proposal, moderator, ruling
):
    actions.decide([case_of(proposal)], moderator, ruling)
    first = case_of(proposal)

    made = appeal(first, "Read the second line.")

    stored = Case.get_by_id(made.id)
    assert (stored.cause, stored.appeals, stored.words, stored.workshop) == (
        Cause.APPEALED,
        first.id,
        "Read the second line.",
        workshop.id,
    )
    assert stored.author == participant_key(author.id)
    assert (stored.due_at - stored.opened_at).days in {6, 7}
    assert last_lines(1) == [(LogEvent.APPEALED, made.id, "", None)]


def test_appeal_sent_twice_is_one_even_after_it_was_decided(returned, other):
    first = appeal(returned)
    again = appeal(returned, "Once more")
    actions.decide([first], other, UPHOLD)
    later = appeal(returned)

    assert first.id == again.id == later.id
    assert Case.select().where(Case.cause == Cause.APPEALED).count() == 1


def test_published_text_has_nothing_to_appeal(proposal, moderator):
    actions.decide([case_of(proposal)], moderator, PUBLISH)

    with pytest.raises(Refused):
        appeal(case_of(proposal))


def test_decision_on_words_that_are_others_now_is_not_appealed(proposal, returned):
    proposals.reword(proposal, Wording("Other words"))

    with pytest.raises(Refused):
        appeal(returned)


def test_rewording_ends_an_appeal_that_waits(proposal, returned):
    made = appeal(returned)

    proposals.reword(proposal, Wording("Other words"))

    ended = Case.get_by_id(made.id)
    assert (ended.decided_at is not None, ended.decision) == (True, None)
    assert case_of(proposal).cause is Cause.WRITTEN


def test_text_taken_back_and_brought_back_can_be_appealed_anew(proposal, returned):
    first = appeal(returned)
    proposals.set_withdrawn(proposal, wanted=True)
    proposals.set_withdrawn(proposal, wanted=False)

    again = appeal(returned)

    assert (state_of(proposal), again.id > first.id) == (State.RETURNED, True)


def test_new_words_that_came_back_are_published_by_an_appeal(
    proposal, moderator, other
):
    actions.decide([case_of(proposal)], moderator, PUBLISH)
    proposals.reword(proposal, Wording("Other words"))
    actions.decide([case_of(proposal)], moderator, BACK)

    actions.decide([appeal(case_of(proposal))], other, PUBLISH)

    row = Proposal.get_by_id(proposal.id)
    assert (row.state, row.suggestion) == (State.PUBLISHED, "Other words")


def test_appeal_that_tells_of_danger_is_urgent(returned):
    assert appeal(returned, "Help", DANGER).urgency == Urgency.URGENT


@pytest.fixture
def block(author, workshop, moderator):
    return make_block(author, workshop, moderator)


def test_appeal_lifts_a_block_and_is_logged_so(author, workshop, block, other):
    made = appeal_block(block, "It was not I")

    actions.decide([made], other, PUBLISH)

    assert is_blocked(participant_key(author.id), workshop.id) is None
    assert last_lines(1) == [(LogEvent.UNBLOCKED, made.id, "", other.id)]


def test_block_is_not_judged_again_by_who_made_it(block, moderator):
    made = appeal_block(block)

    with pytest.raises(Refused) as refused:
        actions.decide([made], moderator, PUBLISH)

    assert refused.value.status == 403
    assert Block.get_by_id(block.id).lifted_at is None


def test_lifting_a_block_by_appeal_can_be_taken_back(author, workshop, block, other):
    made = appeal_block(block)
    actions.decide([made], other, PUBLISH)

    actions.take_back(made, other)

    assert is_blocked(participant_key(author.id), workshop.id) is not None
    assert Case.get_by_id(made.id).decided_at is None


def test_block_that_stays_is_appealed_once(block, other):
    first = appeal_block(block)
    actions.decide([first], other, UPHOLD)

    assert appeal_block(block).id == first.id


@pytest.mark.parametrize("until", [None, 3])
def test_appeal_ends_with_the_block_it_is_against(
    author, workshop, block, other, until
):
    made = appeal_block(block)
    cause = Case.get_by_id(block.case_id)
    Case.update(author=block.author).where(Case.id == cause.id).execute()
    day = today() + timedelta(days=until) if until else None

    actions.set_blocked(cause, other, day, Reason.UNCLEAR)

    assert Case.get_by_id(made.id).decided_at is not None


def test_appeal_is_not_ended_by_another_block_of_whom_it_is_against(block, moderator):
    made = appeal_block(block)
    cause = Case.get_by_id(block.case_id)
    Case.update(author=block.author).where(Case.id == cause.id).execute()

    with pytest.raises(Refused):
        actions.set_blocked(cause, moderator, today() + timedelta(days=9))

    assert Case.get_by_id(made.id).decided_at is None


def test_appeal_ends_when_its_author_leaves(author, block):
    made = appeal_block(block)

    actions.forget_authors([author.id])

    ended = Case.get_by_id(made.id)
    assert (ended.author, ended.decided_at is not None) == ("", True)


def test_only_appeals_past_their_day_are_put_first(proposal, returned):
    made = appeal(returned)
    assert put_overdue_first() == 0

    Case.update(due_at=now() - timedelta(minutes=1)).execute()

    assert (put_overdue_first(), put_overdue_first()) == (1, 0)
    assert Case.get_by_id(made.id).urgency == Urgency.PRESSING
    assert Case.get_by_id(returned.id).urgency == Urgency.ORDINARY


def heard(user):
    found = list(Notice.select().where(Notice.recipient == user_key(user.id)))
    texts = told(found)
    return [texts[one.id].text for one in found if one.event == "appeal-stuck"]


def test_coordinators_hear_of_an_appeal_that_no_moderator_can_decide(returned):
    coordinator = make_user(Role.COORDINATOR)
    administrator = make_user(Role.ADMINISTRATOR)
    gone = make_user(Role.MODERATOR)
    User.update(active=False).where(User.id == gone.id).execute()

    appeal(returned)
    appeal(returned)

    words = "An appeal waits, and no other moderator is there to decide it."
    assert (heard(coordinator), heard(administrator)) == ([words], [])


def test_administrators_hear_of_an_appeal_that_nobody_can_decide(proposal):
    alone = make_user(Role.COORDINATOR)
    administrator = make_user(Role.ADMINISTRATOR)
    actions.decide([case_of(proposal)], alone, BACK)

    appeal(case_of(proposal))

    words = "An appeal waits, and nobody can decide it. Make somebody a moderator."
    assert (heard(alone), heard(administrator)) == ([words], [words])


def test_nobody_hears_where_another_moderator_can_decide(returned, other):
    coordinator = make_user(Role.COORDINATOR)

    appeal(returned)

    assert heard(coordinator) == []
