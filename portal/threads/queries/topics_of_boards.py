"""What proposals, workshops, votes and answers tell of themselves in public, for
`told`."""

from typing import Any

from peewee import Cast, fn

from portal.ballots.models import Poll, PollText
from portal.proposals.models import Answer, AnswerText, Proposal, State, Support
from portal.proposals.queries.proposals import PUBLIC
from portal.threads import things
from portal.threads.queries.publicity import CLOSED
from portal.threads.queries.told import Topic, columns
from portal.workshops.models import Participant, Workshop, WorkshopText
from portal.workshops.queries import in_public

BOARD = "board"


def proposals(ids: list[int]) -> Any:
    supports = Support.select(fn.COUNT(Support.id)).where(
        Support.proposal == Proposal.id
    )
    return (
        Proposal.select(
            *columns(
                things.PROPOSAL,
                Proposal.id,
                language=Proposal.language,
                slug=Cast(Proposal.id, "text"),
                title=Proposal.suggestion,
                words=Proposal.problem,
                more=Proposal.voice,
                code=Proposal.state,
                number=supports,
                other=Proposal.workshop,
                at=Proposal.written_at,
            )
        )
        .join(Workshop)
        .where(Proposal.id.in_(ids), Proposal.state.in_(list(PUBLIC)), in_public())
    )


def withdrawn(ids: list[int]) -> Any:
    """Of what was public and was taken back no more is told than that."""
    return (
        Proposal.select(
            *columns(
                things.PROPOSAL,
                Proposal.id,
                language=Proposal.language,
                code=Proposal.state,
                at=Proposal.published_at,
            )
        )
        .join(Workshop)
        .where(
            Proposal.id.in_(ids),
            Proposal.state == State.WITHDRAWN,
            Proposal.published_at.is_null(False),
            in_public(),
        )
    )


def boards(ids: list[int]) -> Any:
    """The workshops of proposals."""
    here = Proposal.select(Proposal.workshop).where(Proposal.id.in_(ids))
    return (
        WorkshopText.select(
            *columns(
                BOARD,
                WorkshopText.workshop,
                language=WorkshopText.language,
                slug=Workshop.slug,
                title=WorkshopText.title,
            )
        )
        .join(Workshop)
        .where(WorkshopText.workshop.in_(here), in_public())
    )


def workshops(ids: list[int]) -> Any:
    people = Participant.select(fn.COUNT(Participant.id)).where(
        Participant.workshop == Workshop.id
    )
    return (
        WorkshopText.select(
            *columns(
                things.WORKSHOP,
                WorkshopText.workshop,
                language=WorkshopText.language,
                slug=Workshop.slug,
                title=WorkshopText.title,
                number=people,
                on=Workshop.opened_on,
                until=Workshop.vote_until,
            )
        )
        .join(Workshop)
        .where(WorkshopText.workshop.in_(ids), in_public())
    )


def polls(ids: list[int]) -> Any:
    return (
        PollText.select(
            *columns(
                things.POLL,
                PollText.poll,
                language=PollText.language,
                slug=Workshop.slug,
                title=PollText.title,
                more=Poll.result,
                code=Poll.state,
                at=fn.COALESCE(Poll.closed_at, Poll.opened_at),
            )
        )
        .join(Poll)
        .join(Workshop)
        .where(PollText.poll.in_(ids), Poll.state.in_(CLOSED), in_public())
    )


def answers(ids: list[int]) -> Any:
    return (
        AnswerText.select(
            *columns(
                things.ANSWER,
                AnswerText.answer,
                language=AnswerText.language,
                slug=Cast(Answer.proposal, "text"),
                words=AnswerText.reason,
                more=AnswerText.changed,
                code=Answer.verdict,
                number=Answer.proposal,
                other=Answer.team,
                on=Answer.answered_on,
                until=Answer.done_on,
            )
        )
        .join(Answer)
        .join(Proposal)
        .join(Workshop)
        .where(
            AnswerText.answer.in_(ids),
            Proposal.state == State.PUBLISHED,
            in_public(),
        )
    )


TOPICS: dict[str, list[Topic]] = {
    things.PROPOSAL: [proposals, withdrawn, boards],
    things.WORKSHOP: [workshops],
    things.POLL: [polls],
    things.ANSWER: [answers],
}
