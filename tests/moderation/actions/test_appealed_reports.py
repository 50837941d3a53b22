"""Appeals against what was decided on readers' reports, while new words wait."""

import pytest

from portal.errors import Refused
from portal.moderation import actions
from portal.moderation.actions import Ruling
from portal.moderation.actions.appealing import appeal
from portal.moderation.models import Case, Cause, Decision, Reason
from portal.moderation.queries import verdicts
from portal.moderation.queries.cases import waits
from portal.moderation.queries.texts import texts
from portal.notices.recipients import participant_key
from portal.proposals import actions as proposals
from portal.proposals.actions.publishing_many import publish_all
from portal.proposals.models import KIND, Proposal, Rewording, State
from portal.proposals.wording import Wording
from tests.factories import make_proposal
from tests.moderation.forgotten import later
from tests.moderation.things import make_flag
from tests.proposals.groups import make_comment, merge

BACK = Ruling(Decision.RETURN, Reason.UNCLEAR)
HIDE = Ruling(Decision.HIDE, Reason.INSULTING)
STAYS = Ruling(Decision.PUBLISH)


@pytest.fixture
def shown(workshop, author, moderator):
    waiting = make_proposal(workshop, "Old", author=author, state=State.WAITING)
    actions.decide([waits(KIND, waiting.id)], moderator, STAYS)
    return waiting


def row_of(proposal):
    return Proposal.get_by_id(proposal.id)


def reword(proposal, words="New"):
    proposals.reword(row_of(proposal), Wording(words))


def report(proposal, moderator, ruling):
    case = Case.get_by_id(make_flag(proposal).case)
    actions.decide([case], moderator, ruling)
    return Case.get_by_id(case.id)


def test_granted_appeal_shows_what_was_hidden_and_no_words_nobody_has_read(
    workshop, shown, moderator, other
):
    second = make_proposal(workshop)
    reword(shown)
    merge(shown, second)
    hidden = report(shown, moderator, HIDE)

    actions.decide([appeal(hidden)], other, Ruling(Decision.PUBLISH))

    row = row_of(shown)
    assert (row.suggestion, row.state) == ("Old", State.MERGED)
    assert Rewording.get().suggestion == "New"


def test_new_words_wait_again_where_a_hidden_text_is_brought_back(shown, moderator):
    reword(shown)
    hidden = report(shown, moderator, HIDE)

    for wanted in (True, False):
        proposals.set_withdrawn(row_of(shown), wanted=wanted)

    assert row_of(shown).state is State.HIDDEN
    assert waits(KIND, shown.id, Cause.WRITTEN)
    with pytest.raises(Refused):
        appeal(hidden)


def test_report_that_was_turned_down_takes_no_right_and_no_reason_away(
    shown, author, moderator
):
    reword(shown)
    returned = waits(KIND, shown.id)
    actions.decide([returned], moderator, BACK)
    report(shown, moderator, STAYS)

    (stand,) = texts([participant_key(author.id)], 1).stands
    assert stand.verdict.id == returned.id
    assert stand.can_appeal
    assert verdicts(KIND, [shown.id])[shown.id].reason is Reason.UNCLEAR
    opened = appeal(Case.get_by_id(returned.id))
    assert Case.get_by_id(opened.id).appeals == returned.id


def test_returned_words_are_erased_although_a_report_came_later(shown, moderator):
    reword(shown)
    actions.decide([waits(KIND, shown.id)], moderator, BACK)
    report(shown, moderator, STAYS)

    later(30)

    assert Rewording.select().count() == 0
    assert row_of(shown).suggestion == "Old"


def test_words_that_are_erased_come_back_by_no_appeal(shown, moderator):
    hidden = report(shown, moderator, HIDE)
    later(30)

    with pytest.raises(Refused):
        appeal(hidden)

    assert (row_of(shown).suggestion, row_of(shown).state) == ("", State.HIDDEN)


def test_what_was_decided_last_can_be_appealed_though_it_came_first(shown, moderator):
    reported = Case.get_by_id(make_flag(shown).case)
    reword(shown)
    actions.decide([waits(KIND, shown.id, Cause.WRITTEN)], moderator, BACK)
    actions.decide([reported], moderator, HIDE)

    opened = appeal(Case.get_by_id(reported.id))
    assert Case.get_by_id(opened.id).appeals == reported.id


def test_erased_words_are_not_published_when_an_upheld_appeal_is_taken_back(
    shown, moderator, other
):
    again = appeal(report(shown, moderator, HIDE))
    actions.decide([again], other, Ruling(Decision.UPHOLD, Reason.INSULTING))
    later(30)
    actions.take_back(Case.get_by_id(again.id), other)

    with pytest.raises(Refused):
        actions.decide([Case.get_by_id(again.id)], other, STAYS)

    assert row_of(shown).state is State.HIDDEN


@pytest.mark.parametrize("publish", [proposals.publish, lambda n: publish_all([n])])
def test_erased_proposal_is_published_in_no_way(shown, moderator, publish):
    report(shown, moderator, Ruling(Decision.RETURN, Reason.INSULTING))
    later(30)

    with pytest.raises(Refused):
        publish(shown.id)

    assert row_of(shown).state is State.RETURNED


def test_erased_comment_is_not_published(shown, workshop):
    comment = make_comment(shown)
    proposals.hide_comment(comment.id)
    proposals.erase_comment(comment.id)

    with pytest.raises(Refused):
        proposals.publish_comment(comment.id)


def test_text_that_its_author_took_back_is_not_appealed(shown, moderator):
    hidden = report(shown, moderator, HIDE)
    proposals.set_withdrawn(row_of(shown), wanted=True)

    with pytest.raises(Refused):
        appeal(hidden)

    assert waits(KIND, shown.id) is None
