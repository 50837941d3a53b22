import pytest

from portal.db import now
from portal.errors import Refused
from portal.moderation.actions import Ruling, decide
from portal.moderation.models import Case, Decision, Reason
from portal.moderation.queries import queue
from portal.permissions import Role
from portal.proposals import actions
from portal.proposals.models import COMMENT, Comment, Stance, State
from portal.proposals.queries.comments import discussion
from portal.workshops.actions import leave, set_phase
from portal.workshops.models import Phase, Workshop
from tests.factories import make_participant, make_proposal, make_user, make_workshop
from tests.proposals.groups import make_comment


def waiting():
    return [
        row.item_id
        for row in Case.select().where(Case.kind == COMMENT, Case.decided_at.is_null())
    ]


def state_of(comment):
    return Comment.get_by_id(comment.id).state


def said(proposal, me=None):
    return [
        (thread.first.body, [reply.body for reply in thread.replies])
        for thread in discussion(proposal.id, me).threads
    ]


@pytest.fixture
def proposal(app):
    return make_proposal(make_workshop(Phase.DISCUSS))


def test_comment_waits_until_a_moderator_publishes_it(app, proposal):
    moderator = make_user(Role.MODERATOR)
    comment = make_comment(proposal, "Why?", state=State.WAITING)
    before = said(proposal)
    with app.test_request_context("/en/moderation"):
        waiting = queue(moderator).waiting
        (found,) = (one for one in waiting if one.case.kind == COMMENT)

    decide([Case.get_by_id(found.case_id)], moderator, Ruling(Decision.PUBLISH))

    assert (found.item.id, found.item.heading) == (comment.id, "Why?")
    assert found.item.about[1:] == (proposal.suggestion, "en")
    assert before == []
    assert said(proposal) == [("Why?", [])]


def test_returned_comment_is_reworded_by_its_author_and_waits_anew(proposal):
    moderator = make_user(Role.MODERATOR)
    me = make_participant(proposal.workshop)
    comment = make_comment(proposal, "Bad", author=me, state=State.WAITING)
    decide(
        [Case.get(Case.item_id == comment.id, Case.kind == COMMENT)],
        moderator,
        Ruling(Decision.RETURN, Reason.UNCLEAR),
    )
    (own,) = discussion(proposal.id, me).own

    actions.reword_comment(comment, "Better", stance=Stance.CONCERN)

    assert own.decided.reason is Reason.UNCLEAR
    row = Comment.get_by_id(comment.id)
    assert (row.body, row.stance, row.state) == ("Better", "concern", "waiting")
    assert waiting() == [comment.id]


def test_published_comment_keeps_its_words(proposal):
    comment = make_comment(proposal, "Said")

    with pytest.raises(Refused):
        actions.reword_comment(comment, "Unsaid")

    assert said(proposal) == [("Said", [])]


@pytest.mark.parametrize("state", [State.WAITING, State.PUBLISHED, State.RETURNED])
def test_comment_taken_back_comes_back_as_it_was(proposal, state):
    me = make_participant(proposal.workshop)
    comment = make_comment(proposal, author=me, state=state)
    if state is not State.WAITING:
        told = Decision.PUBLISH if state is State.PUBLISHED else Decision.RETURN
        Case.update(decision=told, decided_at=now()).where(
            Case.item_id == comment.id, Case.kind == COMMENT
        ).execute()

    for _ in range(2):
        actions.set_comment_withdrawn(comment, wanted=True)
    gone = state_of(comment), discussion(proposal.id, me).total
    for _ in range(2):
        actions.set_comment_withdrawn(comment, wanted=False)

    assert gone == (State.WITHDRAWN, 0)
    assert state_of(comment) is state
    assert waiting() == ([comment.id] if state is State.WAITING else [])


def test_what_was_taken_back_is_not_published_by_a_late_decision(proposal):
    comment = make_comment(proposal, state=State.WITHDRAWN)

    actions.publish_comment(comment.id)
    actions.send_comment_back(comment.id)

    assert state_of(comment) is State.WITHDRAWN


def test_replies_stay_when_what_they_reply_to_is_taken_back(proposal):
    first, alone = make_comment(proposal, "First"), make_comment(proposal, "Alone")
    make_comment(proposal, "Reply", replies_to=first)

    for comment in (first, alone):
        actions.set_comment_withdrawn(comment, wanted=True)

    (thread,) = discussion(proposal.id, None).threads
    assert (thread.first.state, thread.replies[0].body) == (State.WITHDRAWN, "Reply")


def test_counts_are_of_comments_and_not_of_replies_or_what_waits(proposal):
    first = make_comment(proposal, stance=Stance.YES_IF)
    make_comment(proposal, stance=Stance.YES_IF)
    make_comment(proposal, stance=Stance.QUESTION)
    make_comment(proposal, stance=Stance.CONCERN, state=State.WAITING)
    make_comment(proposal, replies_to=first)

    found = discussion(proposal.id, None)

    assert found.stances == {Stance.QUESTION: 1, Stance.YES_IF: 2}
    assert found.total == 4


def test_same_form_sent_twice_makes_one_comment(proposal):
    me = make_participant(proposal.workshop)

    made = {
        actions.comment(
            proposal, me, "Once", stance=None, language="en", submission="same"
        ).id
        for _ in range(2)
    }

    assert len(made) == 1
    assert len(waiting()) == 1


def test_comments_stay_when_their_author_leaves(proposal):
    me = make_participant(proposal.workshop)
    make_comment(proposal, "Still here", author=me)

    leave(me)

    assert said(proposal) == [("Still here", [])]
    assert Comment.get(Comment.body == "Still here").author is None


@pytest.mark.parametrize("phase", list(Phase))
def test_only_what_is_being_discussed_is_commented_on(proposal, phase):
    me = make_participant(proposal.workshop)
    set_phase(Workshop.get_by_id(proposal.workshop), phase)
    arguments = {"stance": None, "language": "en", "submission": "a"}

    if phase in {Phase.GROUP, Phase.DISCUSS}:
        actions.comment(proposal, me, "Now", **arguments)
    else:
        with pytest.raises(Refused):
            actions.comment(proposal, me, "Now", **arguments)


def test_proposal_off_the_board_is_not_commented_on(proposal):
    me = make_participant(proposal.workshop)
    actions.set_withdrawn(proposal, wanted=True)

    with pytest.raises(Refused):
        actions.comment(proposal, me, "?", stance=None, language="en", submission="a")


def test_writer_who_left_meanwhile_is_refused(app, proposal):
    me = make_participant(proposal.workshop)
    leave(me)

    with app.test_request_context("/en/"), pytest.raises(Refused):
        actions.comment(
            proposal,
            me,
            "Why?",
            stance=Stance.QUESTION,
            language="en",
            submission="one form",
        )

    assert Comment.select().count() == 0
