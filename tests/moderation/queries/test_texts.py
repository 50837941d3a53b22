from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.db import local_day, now, today
from portal.moderation import actions
from portal.moderation.actions import Ruling
from portal.moderation.actions.appealing import appeal, appeal_block
from portal.moderation.actions.forgetting import KEPT
from portal.moderation.authors import Standing
from portal.moderation.models import Case, Decision, Reason
from portal.moderation.queries import texts as queries
from portal.moderation.queries.stands import KEPT_DAYS
from portal.moderation.queries.texts import ON_A_PAGE, texts
from portal.notices.recipients import participant_key
from portal.permissions import Role
from portal.proposals import actions as proposals
from portal.proposals.models import State
from portal.proposals.wording import Wording
from portal.workshops.models import Phase
from tests.factories import (
    make_participant,
    make_proposal,
    make_user,
    make_workshop,
)
from tests.moderation.pages import case_of
from tests.moderation.things import make_block, make_flag
from tests.proposals.groups import make_comment, merge

pytestmark = pytest.mark.usefixtures("speaking")

BACK = Ruling(Decision.RETURN, Reason.UNCLEAR)
HIDE = Ruling(Decision.HIDE, Reason.INSULTING)
PUBLISH = Ruling(Decision.PUBLISH)
UPHOLD = Ruling(Decision.UPHOLD, Reason.UNCLEAR)


@pytest.fixture
def proposal(workshop, author):
    return make_proposal(workshop, state=State.WAITING, author=author)


@pytest.fixture
def moderator():
    return make_user(Role.MODERATOR)


def found(*authors, page=1):
    return texts([participant_key(one.id) for one in authors], page)


def only(author):
    [stand] = found(author).stands
    return stand


def decide(proposal, ruling, moderator=None):
    moderator = moderator or make_user(Role.MODERATOR)
    actions.decide([case_of(proposal)], moderator, ruling)


def test_each_text_stands_where_it_was_put(workshop, author, moderator):
    made = [
        make_proposal(workshop, state=State.WAITING, author=author) for _ in range(8)
    ]
    _waits, public, returned, hidden, withdrawn, new, back, joined = made
    for one in (public, new, back, joined):
        decide(one, PUBLISH)
    decide(returned, BACK)
    decide(hidden, HIDE)
    proposals.set_withdrawn(withdrawn, wanted=True)
    for one in (new, back):
        proposals.reword(one, Wording("Other words"))
    decide(back, BACK)
    merge(joined, make_proposal(workshop))

    by_id = {
        stand.cases[0].item_id: stand.own.standing for stand in found(author).stands
    }

    assert [by_id[one.id] for one in made] == [
        Standing.WAITING,
        Standing.PUBLIC,
        Standing.RETURNED,
        Standing.HIDDEN,
        Standing.WITHDRAWN,
        Standing.NEW_WORDS_WAIT,
        Standing.NEW_WORDS_BACK,
        Standing.JOINED,
    ]


def test_texts_of_every_seat_are_found_and_of_nobody_else(workshop, author, proposal):
    elsewhere = make_workshop()
    other = make_participant(elsewhere)
    mine = make_proposal(elsewhere, state=State.WAITING, author=other)
    make_proposal(workshop)

    stands = found(author, other).stands

    assert {stand.cases[0].item_id for stand in stands} == {proposal.id, mine.id}
    assert len({stand.place for stand in stands}) == 2


def test_comment_can_be_reworded_and_taken_back_while_others_discuss(author):
    workshop = make_workshop(Phase.DISCUSS)
    about = make_proposal(workshop)
    writer = make_participant(workshop)
    comment = make_comment(about, "Why?", author=writer, state=State.WAITING)

    own = only(writer).own

    page = f"/en/proposals/{about.id}/comments/{comment.id}"
    assert (own.heading, own.url, own.reword, own.withdraw) == (
        "Why?",
        page,
        page,
        f"{page}#own",
    )


def test_words_that_came_back_can_be_reworded_only_until_the_vote(
    workshop, author, proposal
):
    decide(proposal, BACK)
    before = only(author).own.reword
    workshop.phase_set = Phase.VOTE
    workshop.save()

    assert (before, only(author).own.reword) == (
        f"/en/proposals/{proposal.id}/wording",
        "",
    )


def test_decision_tells_until_when_the_words_are_kept(author, proposal):
    decide(proposal, BACK)
    Case.update(decided_at=now() - timedelta(days=10)).execute()

    stand = only(author)

    assert stand.kept_until == local_day(now() + timedelta(days=20))
    assert (stand.can_appeal, stand.verdict.reason) == (True, Reason.UNCLEAR)


def test_words_are_kept_as_long_as_forgetting_keeps_them():
    assert timedelta(days=KEPT_DAYS) == KEPT


def test_erased_words_can_be_neither_reworded_nor_appealed(author, proposal):
    decide(proposal, BACK)
    proposals.erase(proposal.id)

    stand = only(author)

    own = stand.own
    assert (own.heading, own.reword, own.withdraw) == ("", "", "")
    assert (stand.can_appeal, stand.kept_until) == (False, None)


def test_appeal_that_waits_keeps_the_words(author, proposal):
    decide(proposal, BACK)
    made = appeal(case_of(proposal))

    stand = only(author)

    assert (stand.appeal.id, stand.can_appeal, stand.kept_until) == (
        made.id,
        False,
        None,
    )
    assert not stand.appeal_late
    Case.update(due_at=now() - timedelta(days=1)).execute()
    assert only(author).appeal_late


def test_appeal_turned_down_leaves_the_first_reason(author, proposal):
    decide(proposal, BACK)
    made = appeal(case_of(proposal))
    decide(proposal, UPHOLD)

    stand = only(author)

    assert (stand.verdict.decision, stand.appeal.id) == (Decision.RETURN, made.id)
    assert (stand.can_appeal, stand.kept_until) == (
        False,
        today() + timedelta(days=KEPT_DAYS),
    )


def test_text_with_reports_that_wait_says_nothing_of_them(author, proposal):
    decide(proposal, PUBLISH)
    make_flag(proposal)

    stand = only(author)

    assert (stand.own.standing, stand.waits) == (Standing.PUBLIC, None)


def test_text_that_waits_too_long_is_late(author, proposal):
    before = only(author).late
    Case.update(opened_at=now() - timedelta(days=9)).execute()

    assert (before, only(author).late) == (False, True)


def test_block_is_told_with_its_appeal_until_it_ends(workshop, author):
    block = make_block(author, workshop)
    before = found(author).held
    made = appeal_block(block)

    after = found(author).held

    assert [(one.block.id, one.appeal) for one in before] == [(block.id, None)]
    assert [one.appeal.id for one in after] == [made.id]
    assert found(author).stands == []
    type(block).update(until=today() - timedelta(days=1)).execute()
    assert found(author).held == []


def test_texts_come_a_page_at_a_time_the_newest_first(workshop, author):
    made = [
        make_proposal(workshop, state=State.WAITING, author=author)
        for _ in range(ON_A_PAGE + 1)
    ]
    decide(made[0], BACK)

    first, second = found(author), found(author, page=2)

    assert (len(first.stands), len(second.stands)) == (ON_A_PAGE, 1)
    assert (first.pages, second.pages) == (2, 2)
    assert first.stands[0].cases[0].item_id == made[0].id
    assert found(author, page=9).number == 1


@pytest.mark.parametrize("count", [1, 3])
def test_texts_cost_the_same_for_few_and_for_many(count):
    workshop = make_workshop(Phase.DISCUSS)
    author = make_participant(workshop)
    for _ in range(count):
        text = make_proposal(workshop, state=State.WAITING, author=author)
        decide(text, BACK)
        appeal(case_of(text))
        make_comment(make_proposal(workshop), author=author, state=State.WAITING)
    for _ in range(count):
        make_block(author, make_workshop())

    with count_queries() as asked:
        stands = queries.texts([participant_key(author.id)], 1).stands

    assert len(stands) == 2 * count
    # Cases, blocks, titles of workshops, proposals, comments.
    assert asked.count == 5
