"""Whether people are answered, and whether anything comes of it."""

from collections.abc import Iterator

from peewee import JOIN, Case, Expression, fn

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
from portal.reports.queries.phenomena import public, share
from portal.threads.models import Outcome, ThreadLink
from portal.upkeep.models import UNSEEN, FeedbackState, ServiceFeedback
from portal.workshops.models import Workshop
from portal.workshops.queries import in_public


def is_public() -> Expression:
    """Of a proposal and its workshop: anybody may read it now."""
    return (Proposal.state == State.PUBLISHED) & in_public()


def proposals() -> Iterator[Counted]:
    """Of the public proposals whose workshop's day to answer has passed, how many were
    answered by it."""
    by_then = Answer.answered_on <= Workshop.answer_until
    n, part = (
        Proposal.select(
            fn.COUNT(Proposal.id), fn.COALESCE(fn.SUM(Case(None, [(by_then, 1)], 0)), 0)
        )
        .join(Workshop)
        .switch(Proposal)
        .join(Answer, JOIN.LEFT_OUTER)
        .where(is_public(), Workshop.answer_until < today())
        .scalar(as_tuple=True)
    )
    yield Counted(int(part), n)


def phenomena() -> Iterator[Counted]:
    """Of the phenomena that somebody should have answered by now, how many were
    answered within 90 days, as the page of reports counts."""
    seen = share(public(), today())
    yield Counted(seen.in_time, seen.n)


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
    published = Proposal.select().join(Workshop).where(is_public())
    led = Proposal.id.in_(done) | Proposal.id.in_(linked)
    yield Counted(published.where(led).count(), published.count())


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
