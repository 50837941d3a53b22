from datetime import timedelta

import pytest

from portal.db import today
from portal.errors import Refused
from portal.moderation import actions
from portal.moderation.models import Block, Case, LogEvent, Reason
from portal.moderation.queries import is_blocked
from portal.notices.recipients import participant_key
from portal.proposals import actions as proposals
from portal.proposals.models import State
from portal.proposals.wording import Wording
from portal.workshops.actions import leave
from portal.workshops.models import Participant, Phase
from tests.factories import make_participant, make_proposal, make_workshop
from tests.moderation.pages import case_of, last_lines
from tests.proposals.groups import make_comment


@pytest.fixture
def case(proposal):
    return case_of(proposal)


def block(case, by, days=7):
    actions.set_blocked(case, by, today() + timedelta(days=days), Reason.INSULTING)


def test_blocked_author_reads_why_and_until_when(workshop, author, case, moderator):
    block(case, moderator)

    with pytest.raises(Refused) as refused:
        proposals.propose(
            workshop, author, Wording("More"), language="en", submission="one"
        )

    assert "The reason: It insults somebody." in refused.value.message
    assert "“Your texts”" in refused.value.message
    assert last_lines(1) == [(LogEvent.BLOCKED, case.id, "insulting", moderator.id)]


def test_blocked_author_neither_rewords_nor_comments(moderator):
    workshop = make_workshop(Phase.DISCUSS)
    author = make_participant(workshop)
    shown = make_proposal(workshop, author=author)
    said = make_comment(shown, author=author, state=State.WAITING)
    block(case_of(said, "comment"), moderator)

    for write in (
        lambda: proposals.reword(shown, Wording("Other")),
        lambda: proposals.reword_comment(said, "Other"),
        lambda: make_comment(shown, author=author),
    ):
        with pytest.raises(Refused) as refused:
            write()
        assert "You can't write in this workshop until" in refused.value.message


def test_block_holds_in_its_workshop_through_its_day(workshop, author, case, moderator):
    key = participant_key(author.id)
    block(case, moderator, days=1)

    elsewhere = is_blocked(key, make_workshop().id)
    held = is_blocked(key, workshop.id)
    Block.update(until=today()).execute()
    last_day = is_blocked(key, workshop.id)
    Block.update(until=today() - timedelta(days=1)).execute()

    assert (elsewhere, held.until) == (None, today() + timedelta(days=1))
    assert last_day is not None
    assert is_blocked(key, workshop.id) is None


def test_block_is_lifted_and_twice_is_once(workshop, author, case, moderator):
    for _ in range(2):
        block(case, moderator)
    for _ in range(2):
        actions.set_blocked(case, moderator, None)

    events = [event for event, *_ in last_lines(3)]
    assert events == [LogEvent.OPENED, LogEvent.BLOCKED, LogEvent.UNBLOCKED]
    assert is_blocked(participant_key(author.id), workshop.id) is None


@pytest.mark.parametrize("days", [-1, 0, 366])
def test_block_is_at_least_a_day_and_at_most_a_year(case, moderator, days):
    with pytest.raises(Refused):
        block(case, moderator, days=days)

    assert Block.select().count() == 0


def test_nobody_is_blocked_where_nobody_knows_who_wrote(case, moderator):
    Case.update(author="").execute()

    with pytest.raises(Refused):
        block(case, moderator)


def test_who_leaves_is_forgotten(author, case, moderator):
    block(case, moderator)

    leave(Participant.get_by_id(author.id))

    assert Case.get_by_id(case.id).author == ""
    assert Block.select().count() == 0
