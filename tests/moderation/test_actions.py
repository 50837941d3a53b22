import pytest

from portal.errors import Refused
from portal.moderation import actions
from portal.moderation.actions import Ruling
from portal.moderation.models import Case, Decision, Reason
from portal.moderation.queries import verdicts
from portal.proposals.models import Proposal, State
from tests.factories import make_proposal, make_user, make_workshop

pytestmark = pytest.mark.usefixtures("speaking")


def waiting_case():
    proposal = make_proposal(make_workshop(), state=State.WAITING)
    return Case.get(Case.item_id == proposal.id, Case.decided_at.is_null())


def state_of(case):
    return Proposal.get_by_id(case.item_id).state


def stored(case):
    row = Case.get_by_id(case.id)
    return row.decision, row.reason, row.note, row.decided_by


def test_publishing_puts_the_thing_in_public_and_is_recorded():
    case, moderator = waiting_case(), make_user()

    actions.decide([case], moderator, Ruling(Decision.PUBLISH))

    assert state_of(case) is State.PUBLISHED
    assert stored(case) == (Decision.PUBLISH, None, "", moderator.id)


def test_returning_sends_it_back_with_reason_and_note():
    case, moderator = waiting_case(), make_user()

    actions.decide(
        [case], moderator, Ruling(Decision.RETURN, Reason.UNCLEAR, "Which price?")
    )

    assert state_of(case) is State.RETURNED
    assert stored(case) == (
        Decision.RETURN,
        Reason.UNCLEAR,
        "Which price?",
        moderator.id,
    )


def test_second_decision_is_refused_and_changes_nothing():
    case, first, second = waiting_case(), make_user(), make_user()
    actions.decide([case], first, Ruling(Decision.PUBLISH))

    with pytest.raises(Refused) as refused:
        actions.decide([case], second, Ruling(Decision.RETURN, Reason.INSULTING, "No"))

    assert refused.value.status == 409
    assert refused.value.message == (
        "This was decided or reworded while you were reading it."
    )
    assert state_of(case) is State.PUBLISHED
    assert stored(case) == (Decision.PUBLISH, None, "", first.id)


def test_thing_that_waits_again_keeps_its_place_and_ends_its_first_case():
    first = waiting_case()

    actions.open_case(first.kind, first.item_id, language="en")

    second = Case.get(Case.decided_at.is_null())
    assert (second.item_id, second.opened_at) == (first.item_id, first.opened_at)
    assert second.id != first.id
    assert Case.get_by_id(first.id).decided_at is not None
    assert verdicts(first.kind, [first.item_id]) == {}


def test_words_that_were_changed_meanwhile_are_not_decided():
    read = waiting_case()
    actions.open_case(read.kind, read.item_id, language="en")

    with pytest.raises(Refused):
        actions.decide([read], make_user(), Ruling(Decision.PUBLISH))

    assert state_of(read) is State.WAITING


def test_thing_decided_before_waits_anew():
    case = waiting_case()
    actions.decide([case], make_user(), Ruling(Decision.PUBLISH))

    actions.open_case(case.kind, case.item_id, language="en")

    rows = Case.select().where(Case.item_id == case.item_id).order_by(Case.id)
    assert [row.decision for row in rows] == [Decision.PUBLISH, None]
