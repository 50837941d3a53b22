"""What is taken along of a workshop: rows without keys, and without the words of what
is not public."""

from collections.abc import Sequence
from typing import Any

from peewee import JOIN, Case, fn

from portal.db import tuples
from portal.proposals.models import (
    Answer,
    AnswerText,
    Cluster,
    Comment,
    Merger,
    MergerPart,
    PaperCard,
    Proposal,
    ProposalTheme,
    ProposalVersion,
    State,
    Support,
)
from portal.vocabulary.queries import vocabulary
from portal.workshops.models import Participant, Session, SessionText, WorkshopText

PUBLIC = [State.PUBLISHED, State.MERGED]


def public_words(field: Any) -> Any:
    """The field of a proposal that is or was on the board; of others nothing."""
    return Case(None, [(Proposal.state.in_(PUBLIC), field)], "")


def proposals(workshop: int) -> Any:
    supports = Support.select(fn.COUNT(Support.id)).where(
        Support.proposal == Proposal.id
    )
    return (
        Proposal.select(
            Proposal.id,
            PaperCard.id,
            Proposal.state,
            Proposal.voice,
            Proposal.relation,
            Proposal.way,
            Proposal.language,
            public_words(Proposal.suggestion),
            public_words(Proposal.problem),
            public_words(Proposal.helps),
            fn.COALESCE(supports, 0),
            Proposal.cluster,
            Proposal.merged_into,
            Proposal.pinned,
            Proposal.written_at,
            Proposal.published_at,
            Proposal.edited_at,
        )
        .join(PaperCard, JOIN.LEFT_OUTER)
        .where(Proposal.workshop == workshop)
        .order_by(Proposal.id)
    )


def earlier(workshop: int) -> Any:
    version = ProposalVersion
    return (
        version.select(
            version.proposal,
            version.suggestion,
            version.problem,
            version.helps,
            version.replaced_at,
        )
        .join(Proposal)
        .where(Proposal.workshop == workshop, Proposal.state.in_(PUBLIC))
        .order_by(version.id)
    )


def themes(workshop: int) -> list[Sequence[Any]]:
    words = vocabulary().words
    query = (
        ProposalTheme.select(ProposalTheme.proposal, ProposalTheme.theme)
        .join(Proposal)
        .where(Proposal.workshop == workshop, Proposal.state.in_(PUBLIC))
        .order_by(ProposalTheme.id)
    )
    return [(number, words[theme].code) for number, theme in tuples(query)]


def comments(workshop: int) -> Any:
    return (
        Comment.select(
            Comment.id,
            Comment.proposal,
            Comment.replies_to,
            Comment.stance,
            Comment.voice,
            Comment.language,
            Comment.body,
            Comment.published_at,
        )
        .join(Proposal)
        .where(Proposal.workshop == workshop, Comment.state == State.PUBLISHED)
        .order_by(Comment.id)
    )


def clusters(workshop: int) -> Any:
    return (
        Cluster.select(Cluster.id, Cluster.title, Cluster.language, Cluster.position)
        .where(Cluster.workshop == workshop, Cluster.deleted_at.is_null())
        .order_by(Cluster.position, Cluster.id)
    )


def mergers(workshop: int) -> Any:
    return (
        MergerPart.select(
            Merger.id,
            Merger.state,
            Merger.result,
            Merger.language,
            Merger.suggestion,
            Merger.asked_at,
            Merger.settled_at,
            MergerPart.proposal,
            MergerPart.consent,
        )
        .join(Merger)
        .where(Merger.workshop == workshop)
        .order_by(Merger.id, MergerPart.id)
    )


def answers(workshop: int) -> Any:
    return (
        AnswerText.select(
            Answer.proposal,
            Answer.verdict,
            Answer.answered_on,
            Answer.starts_on,
            Answer.done_on,
            Answer.owner,
            AnswerText.language,
            AnswerText.reason,
            AnswerText.changed,
        )
        .join(Answer)
        .join(Proposal)
        .where(Proposal.workshop == workshop, Proposal.state == State.PUBLISHED)
        .order_by(AnswerText.id)
    )


def sessions(workshop: int) -> Any:
    return (
        SessionText.select(
            Session.id,
            Session.starts_at,
            Session.ends_at,
            Session.address,
            Session.cancelled,
            SessionText.language,
            SessionText.title,
            SessionText.minutes,
        )
        .join(Session)
        .where(Session.workshop == workshop)
        .order_by(Session.starts_at, SessionText.id)
    )


def people(workshop: int) -> Any:
    """Those who joined, in the order of their nicknames: nothing here tells who wrote
    or voted what."""
    return (
        Participant.select(Participant.nickname, Participant.voice, Participant.way)
        .where(Participant.workshop == workshop)
        .order_by(Participant.nickname, Participant.voice, Participant.way)
    )


def texts(workshop: int) -> Any:
    text = WorkshopText
    return (
        text.select(text.language, text.title, text.question, text.decides, text.rules)
        .where(text.workshop == workshop)
        .order_by(text.language)
    )
