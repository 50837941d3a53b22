"""Who is told what comes of a proposal."""

import pytest
from playhouse.test_utils import count_queries

from portal.db import today
from portal.notices.actions import follow
from portal.notices.models import Notice
from portal.notices.recipients import user_key
from portal.proposals import actions
from portal.proposals.actions import AnswerDraft, Wording
from portal.proposals.actions.publishing_many import publish_all, publish_comments
from portal.proposals.models import Proposal, State, Verdict
from portal.workshops.actions import set_phase
from portal.workshops.models import Entry, Phase, Workshop
from tests.factories import (
    make_participant,
    make_proposal,
    make_user,
    make_workshop,
)
from tests.notices.told import events, readings
from tests.proposals.groups import make_comment, make_merger, merge

KINDS = ("proposal", "merger")


def answered(proposal, writer=None, verdict=Verdict.WILL, **fields):
    draft = AnswerDraft(verdict, None, {"en": "Yes."}, {}, **fields)
    actions.answer(proposal, writer, draft)


def test_comment_and_reply_are_told_to_whom_they_answer(app):
    workshop = make_workshop()
    author, asker, third = (make_participant(workshop) for _ in range(3))
    proposal = make_proposal(workshop, author=author)

    first = make_comment(proposal, author=asker)
    reply = make_comment(proposal, author=third, replies_to=first)
    make_comment(proposal, author=author, replies_to=first)

    address = f"/en/proposals/{proposal.id}"
    number = proposal.id
    assert readings(app, author, *KINDS) == [
        (
            f"A new comment on your proposal {number}.",
            f"{address}#comment-{first.id}",
        ),
        (
            f"A new comment on your proposal {number}.",
            f"{address}#comment-{reply.id}",
        ),
    ]
    assert events(asker, *KINDS) == ["reply", "reply"]
    assert events(third, *KINDS) == []


def test_reply_to_an_author_on_their_own_proposal_is_told_once():
    workshop = make_workshop()
    author = make_participant(workshop)
    proposal = make_proposal(workshop, author=author)
    own = make_comment(proposal, author=author)

    make_comment(proposal, replies_to=own)

    assert events(author, *KINDS) == ["reply"]


def test_comment_that_is_taken_back_is_told_no_more():
    workshop = make_workshop()
    author = make_participant(workshop)
    proposal = make_proposal(workshop, author=author)
    gone, hidden, stays = (make_comment(proposal) for _ in range(3))

    actions.set_comment_withdrawn(gone, wanted=True)
    actions.hide_comment(hidden.id)

    left = Notice.select().where(Notice.kind == "proposal")
    assert [one.happening for one in left] == [f"comment:{stays.id}"]


def test_answer_is_told_to_author_supporters_and_followers_each_once(app):
    workshop = make_workshop()
    author, supporter, other = (make_participant(workshop) for _ in range(3))
    reader, writer = make_user(), make_user()
    proposal = make_proposal(workshop, author=author)
    for one in (author, supporter):
        actions.set_support(proposal, one, wanted=True)
    for one in (reader, writer):
        follow(user_key(one.id), "proposal", proposal.id, wanted=True)
    set_phase(workshop, Phase.ANSWER)

    for _ in range(2):
        answered(proposal, writer)

    page = f"/en/proposals/{proposal.id}"
    number = proposal.id
    assert readings(app, author, *KINDS) == [
        (f"Your proposal {number} has an answer.", page)
    ]
    assert readings(app, supporter, *KINDS) == [
        (f"Proposal {number}, which you support, has an answer.", page)
    ]
    assert readings(app, reader) == [
        (f"Proposal {number}, which you follow, has an answer.", page)
    ]
    assert (events(writer), events(other, *KINDS)) == ([], [])


def test_answer_is_told_again_when_it_is_another_one_and_when_it_is_done(app):
    workshop = make_workshop(Phase.ANSWER)
    author = make_participant(workshop)
    proposal = make_proposal(workshop, author=author)

    answered(proposal)
    answered(proposal, verdict=Verdict.PARTLY)
    answered(proposal, verdict=Verdict.PARTLY, done_on=today())

    number = proposal.id
    assert [text for text, _url in readings(app, author, *KINDS)] == [
        f"Your proposal {number} has an answer.",
        f"Your proposal {number} has an answer.",
        f"Your proposal {number} is done.",
    ]


def test_proposal_that_is_not_public_any_more_is_passed_over(app):
    workshop = make_workshop(Phase.ANSWER)
    author = make_participant(workshop)
    proposal = make_proposal(workshop, author=author)
    answered(proposal)

    actions.hide(proposal.id)

    assert readings(app, author, *KINDS) == []


def test_authors_are_asked_and_told_of_a_merger(app):
    workshop = make_workshop(Phase.GROUP)
    authors = [make_participant(workshop) for _ in range(2)]
    supporter = make_participant(workshop)
    parts = [make_proposal(workshop, author=one) for one in authors]
    actions.set_support(parts[0], supporter, wanted=True)

    result = merge(*parts)

    assert events(authors[0], *KINDS) == ["merger-asked", "merged"]
    # The last to agree has done it.
    assert events(authors[1], *KINDS) == ["merger-asked"]
    assert readings(app, authors[0], *KINDS) == [
        (
            f"Your proposal is part of a common one now: number {result.id}.",
            f"/en/proposals/{result.id}",
        )
    ]
    assert events(supporter, *KINDS) == ["merged-supported"]


def test_merger_that_still_asks_leads_to_its_page(app):
    workshop = make_workshop(Phase.GROUP)
    author = make_participant(workshop)
    merger = make_merger(
        make_proposal(workshop, author=author), make_proposal(workshop)
    )

    assert readings(app, author, *KINDS) == [
        (
            "You are asked: may your proposal be merged with others?",
            f"/en/workshops/{workshop.slug}/mergers/{merger.id}",
        )
    ]

    actions.set_dropped(merger)

    assert readings(app, author, *KINDS) == []


def test_new_proposals_are_told_to_followers_once_a_day(app):
    workshop = make_workshop()
    reader = make_user()
    writer = make_participant(workshop, user=make_user())
    for user in (reader.id, writer.user_id):
        follow(user_key(user), "workshop", workshop.id, wanted=True)

    for _ in range(2):
        make_proposal(workshop, author=writer)

    assert readings(app, reader, "workshop") == [
        (
            "There are new proposals on a board that you follow.",
            f"/en/workshops/{workshop.slug}/board",
        )
    ]
    assert [one.recipient for one in Notice.select()] == [user_key(reader.id)]


def test_published_together_are_told_of_as_each_by_itself():
    workshop = make_workshop()
    reader, writer = make_user(), make_participant(workshop, user=make_user())
    for user in (reader.id, writer.user_id):
        follow(user_key(user), "workshop", workshop.id, wanted=True)
    waiting = [
        make_proposal(workshop, state=State.WAITING, author=writer) for _ in range(2)
    ]

    publish_all([row.id for row in waiting])

    assert events(reader, "workshop") == ["new-proposals"]
    assert Notice.select().count() == 1


def test_who_wrote_one_of_several_hears_of_the_others():
    workshop = make_workshop()
    users = [make_user(), make_user()]
    waiting = []
    for user in users:
        follow(user_key(user.id), "workshop", workshop.id, wanted=True)
        author = make_participant(workshop, user=user)
        waiting.append(make_proposal(workshop, state=State.WAITING, author=author))

    publish_all([row.id for row in waiting])

    assert [events(user) for user in users] == [["new-proposals"]] * 2


@pytest.mark.parametrize("count", [1, 3])
def test_comments_published_together_are_told_to_whom_they_answer(count):
    workshop = make_workshop()
    author, asker, third = (make_participant(workshop) for _ in range(3))
    proposal = make_proposal(workshop, author=author)
    first = make_comment(proposal, author=asker, state=State.WAITING)
    own = make_comment(proposal, author=author, state=State.WAITING)
    made = [
        make_comment(proposal, author=third, replies_to=first, state=State.WAITING)
        for _ in range(count)
    ]

    with count_queries() as queries:
        publish_comments([row.id for row in (first, own, *made)])

    assert events(asker, "proposal") == ["reply"] * count
    assert events(author, "proposal") == ["comment"] * (count + 1)
    assert events(third, "proposal") == []
    # Their boards, holding the board, the comments, publishing them, their proposals,
    # what they reply to, who has an account, the notices, and the savepoint of them.
    assert queries.count == 10


def test_new_words_are_told_to_followers_when_they_are_published(app):
    workshop = make_workshop()
    reader = make_user()
    proposal = make_proposal(workshop)
    follow(user_key(reader.id), "proposal", proposal.id, wanted=True)
    actions.reword(proposal, Wording("Better words", "It is so."))

    assert events(reader) == []

    actions.publish(proposal.id)

    assert readings(app, reader) == [
        (
            f"Proposal {proposal.id}, which you follow, has new words.",
            f"/en/proposals/{proposal.id}",
        )
    ]


@pytest.mark.parametrize("kind", ["workshop", "proposal"])
def test_followers_hear_nothing_of_a_workshop_that_is_by_invitation_now(kind):
    workshop = make_workshop()
    reader, proposal = make_user(), make_proposal(workshop)
    item_id = {"workshop": workshop.id, "proposal": proposal.id}[kind]
    follow(user_key(reader.id), kind, item_id, wanted=True)
    Workshop.update(entry=Entry.INVITED).execute()

    make_proposal(workshop)
    set_phase(Workshop.get_by_id(workshop.id), Phase.ANSWER)
    answered(Proposal.get_by_id(proposal.id))

    assert events(reader) == []


def test_proposal_on_a_board_that_is_closed_to_a_follower_reads_no_more(app):
    workshop, reader = make_workshop(Phase.ANSWER), make_user()
    author = make_participant(workshop)
    proposal = make_proposal(workshop, author=author)
    follow(user_key(reader.id), "proposal", proposal.id, wanted=True)
    answered(proposal)

    Workshop.update(entry=Entry.INVITED).execute()

    assert events(reader) == ["answered-followed"]
    assert len(readings(app, author, *KINDS)) == len(events(author, *KINDS))
    assert readings(app, reader) == []
