from datetime import timedelta

import pytest

from portal.errors import Refused
from portal.moderation import actions
from portal.moderation.actions import AlreadyDecided, Ruling
from portal.moderation.models import Case, Decision, LogEvent, Urgency
from portal.screening.findings import Finding, Sort
from tests.moderation.pages import case_of, last_lines

PUBLISH = Ruling(Decision.PUBLISH)


def test_who_takes_a_case_decides_it_and_others_wait(proposal, moderator, other):
    case = case_of(proposal)

    taken = [actions.claim(case, who) for who in (moderator, other, moderator)]

    assert taken == [True, False, True]
    with pytest.raises(Refused) as refused:
        actions.decide([case], other, PUBLISH)
    assert "Somebody else has taken this until" in refused.value.message
    actions.decide([case], moderator, PUBLISH)
    assert case_of(proposal).claimed_by is None


def test_claim_ends_by_itself(proposal, moderator, other):
    case = case_of(proposal)
    actions.claim(case, moderator)
    until = case_of(proposal).claimed_until - timedelta(minutes=15)
    Case.update(claimed_until=until).execute()

    actions.decide([case], other, PUBLISH)

    assert case_of(proposal).decided_by == other.id


def test_claim_that_is_given_up_is_anybodys(proposal, moderator, other):
    case = case_of(proposal)
    actions.claim(case, moderator)

    actions.give_up(case, other)
    kept = case_of(proposal).claimed_by
    actions.give_up(case, moderator)

    assert kept == moderator.id
    assert actions.claim(case, other) is True


def test_decided_case_is_not_taken(proposal, moderator, other):
    case = case_of(proposal)
    actions.decide([case], other, PUBLISH)

    with pytest.raises(AlreadyDecided):
        actions.claim(case, moderator)


def test_marking_urgent_twice_is_once(proposal, moderator):
    for _ in range(2):
        actions.set_urgent(case_of(proposal), moderator, wanted=True)

    assert case_of(proposal).urgency == Urgency.URGENT
    lines = last_lines(2)
    assert [event for event, *_ in lines] == [LogEvent.OPENED, LogEvent.MARKED_URGENT]
    actions.set_urgent(case_of(proposal), moderator, wanted=False)
    assert case_of(proposal).urgency == Urgency.ORDINARY


def test_signs_of_danger_are_urgent_and_new_words_keep_that(proposal):
    danger = (Finding(Sort.DANGER, "suggestion", 0, 4),)

    for findings in (danger, ()):
        case = actions.open_case(
            "proposal", proposal.id, language="en", findings=findings
        )

    assert case.urgency == Urgency.URGENT


def test_who_asks_for_a_second_opinion_does_not_decide(proposal, moderator, other):
    case = case_of(proposal)
    actions.claim(case, moderator)

    actions.ask_second_opinion(case, moderator, "Is this a name?")

    assert case_of(proposal).question == "Is this a name?"
    with pytest.raises(Refused):
        actions.decide([case], moderator, PUBLISH)
    with pytest.raises(Refused):
        actions.ask_second_opinion(case, other, "Is it?")
    actions.decide([case], other, PUBLISH)
    assert last_lines(2) == [
        (LogEvent.SECOND_OPINION, case.id, "", moderator.id),
        (LogEvent.PUBLISHED, case.id, "", other.id),
    ]


def test_second_opinion_takes_a_case_out_of_nobody_s_hands(proposal, moderator, other):
    case = case_of(proposal)
    actions.claim(case, moderator)

    with pytest.raises(Refused):
        actions.ask_second_opinion(case, other, "Is it?")

    assert case_of(proposal).claimed_by == moderator.id


def test_who_may_not_decide_keeps_nobody_from_it(proposal, moderator, other):
    case = case_of(proposal)
    actions.ask_second_opinion(case, moderator, "Is it?")

    assert not actions.claim(case, moderator)
    assert actions.claim(case, other)
