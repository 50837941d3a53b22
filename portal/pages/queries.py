"""What the home page gathers from everywhere."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from portal.accounts.models import Voice
from portal.db import tuples
from portal.directory.queries.names import in_language
from portal.proposals.models import Answer, AnswerText, Proposal, State
from portal.workshops.models import Workshop
from portal.workshops.queries import Listed, boards, in_public, under_way


@dataclass(frozen=True)
class Change:
    """Something people asked for that is done: you said, we did."""

    number: int
    said: str
    said_language: str
    voice: Voice
    said_at: datetime
    did: str
    did_language: str
    done_on: date


def open_workshops(language: str, most: int) -> list[Listed]:
    """Workshops one can still take part in, the one that closes first on top."""
    found = (
        Workshop.select()
        .where(under_way(), in_public())
        .order_by(Workshop.vote_until, Workshop.id)
        .limit(most)
    )
    return boards(list(found), language)


def newest_change(language: str) -> Change | None:
    """The proposal whose change was done last."""
    found = changes(language, 1)
    return found[0] if found else None


def changes(
    language: str, most: int, workshops: Sequence[int] | None = None
) -> list[Change]:
    """Proposals whose change is done, newest first: of these workshops or of all."""
    query = (
        Answer.select(
            Answer.id,
            Answer.done_on,
            Proposal.id,
            Proposal.suggestion,
            Proposal.problem,
            Proposal.language,
            Proposal.voice,
            Proposal.written_at,
        )
        .join(Proposal)
        .join(Workshop)
        .where(
            Answer.done_on.is_null(False),
            Proposal.state == State.PUBLISHED,
            in_public(),
        )
        .order_by(Answer.done_on.desc(), Answer.id.desc())
        .limit(most)
    )
    if workshops is not None:
        query = query.where(Proposal.workshop.in_(workshops))
    rows = tuples(query)
    told: dict[int, dict[str, str]] = defaultdict(dict)
    for text in AnswerText.select().where(AnswerText.answer.in_([r[0] for r in rows])):
        told[text.answer][text.language] = text.changed or text.reason
    return [
        Change(
            number,
            problem or suggestion,
            spoken,
            voice,
            written_at,
            *in_language(told[answer_id], language),
            done_on,
        )
        for (
            answer_id,
            done_on,
            number,
            suggestion,
            problem,
            spoken,
            voice,
            written_at,
        ) in rows
    ]
