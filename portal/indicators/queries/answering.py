"""Whether people are answered, and whether anything comes of it."""

from collections.abc import Iterator
from datetime import timedelta

from peewee import JOIN, Case, fn

from portal.db import local_day, today, tuples
from portal.indicators.counted import Counted
from portal.proposals.models import (
    KIND,
    Answer,
    AnswerText,
    Proposal,
    State,
    Verdict,
)
from portal.reports.models import Phenomenon
from portal.reports.queries.publicity import is_public
from portal.threads.models import Outcome, ThreadLink
from portal.upkeep.models import UNSEEN, FeedbackState, ServiceFeedback
from portal.workshops.models import Workshop

DAYS_TO_ANSWER = 90


def proposals() -> Iterator[Counted]:
    """Of the proposals whose workshop's day to answer has passed, how many were
    answered by it."""
    by_then = Answer.answered_on <= Workshop.answer_until
    n, part = (
        Proposal.select(
            fn.COUNT(Proposal.id), fn.COALESCE(fn.SUM(Case(None, [(by_then, 1)], 0)), 0)
        )
        .join(Workshop)
        .switch(Proposal)
        .join(Answer, JOIN.LEFT_OUTER)
        .where(Proposal.state == State.PUBLISHED, Workshop.answer_until < today())
        .scalar(as_tuple=True)
    )
    yield Counted(int(part), n)


def phenomena() -> Iterator[Counted]:
    """Of the phenomena that somebody should have answered by now or has, how many were
    answered within 90 days."""
    promised = timedelta(days=DAYS_TO_ANSWER)
    found = [
        answered_on is not None and answered_on <= taken_up_on + promised
        for taken_up_on, answered_on in tuples(
            Phenomenon.select(Phenomenon.taken_up_on, Phenomenon.answered_on).where(
                is_public(),
                Phenomenon.taken_up_on.is_null(False),
                (Phenomenon.taken_up_on < today() - promised)
                | Phenomenon.answered_on.is_null(False),
            )
        )
    ]
    yield Counted(sum(found), len(found))


def changed() -> Iterator[Counted]:
    """Of all published proposals, how many have changed something: what was promised
    is done and told, or a thread leads from them to a change."""
    done = (
        Answer.select(Answer.proposal)
        .join(AnswerText, JOIN.LEFT_OUTER)
        .where(Answer.verdict != Verdict.WILL_NOT, Answer.done_on.is_null(False))
        .where(Answer.version.is_null(False) | (AnswerText.changed != ""))
    )
    linked = ThreadLink.select(ThreadLink.item_id).where(
        ThreadLink.kind == KIND, ThreadLink.outcome == Outcome.CHANGED
    )
    public = Proposal.state == State.PUBLISHED
    led = Proposal.id.in_(done) | Proposal.id.in_(linked)
    part = Proposal.select().where(public, led).count()
    yield Counted(part, Proposal.select().where(public).count())


def feedback() -> Iterator[Counted]:
    """Of what people said is wrong on a card, how much was answered in the time
    promised. What is deleted is counted no more."""
    over = ServiceFeedback.due_on < today()
    answered = ServiceFeedback.state == FeedbackState.ANSWERED
    found = [
        answered_at is not None and local_day(answered_at) <= due_on
        for answered_at, due_on in tuples(
            ServiceFeedback.select(
                ServiceFeedback.answered_at, ServiceFeedback.due_on
            ).where(ServiceFeedback.state.not_in(list(UNSEEN)), over | answered)
        )
    ]
    yield Counted(sum(found), len(found))
