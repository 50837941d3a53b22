"""What the home page gathers from everywhere."""

from dataclasses import dataclass
from datetime import date, datetime

from portal.accounts.models import Voice
from portal.db import tuples
from portal.directory.queries.names import in_language
from portal.proposals.models import Answer, AnswerText, Proposal
from portal.workshops.models import Phase, Workshop
from portal.workshops.queries import Board, boards


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


def open_workshops(language: str, most: int) -> list[Board]:
    """Workshops one can still take part in, the one that closes first on top."""
    found = (
        Workshop.select()
        .where(Workshop.phase != Phase.ANSWER)
        .order_by(Workshop.vote_until, Workshop.id)
        .limit(most)
    )
    return boards(list(found), language)


def newest_change(language: str) -> Change | None:
    """The proposal whose change was done last."""
    found = tuples(
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
        .where(Answer.done_on.is_null(False))
        .order_by(Answer.done_on.desc(), Answer.id.desc())
        .limit(1)
    )
    if not found:
        return None
    answer_id, done_on, number, suggestion, problem, spoken, voice, written_at = found[
        0
    ]
    texts = AnswerText.select().where(AnswerText.answer == answer_id)
    changed = {text.language: text.changed or text.reason for text in texts}
    did, did_language = in_language(changed, language)
    return Change(
        number,
        problem or suggestion,
        spoken,
        voice,
        written_at,
        did,
        did_language,
        done_on,
    )
