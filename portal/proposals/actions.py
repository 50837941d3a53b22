"""What participants, moderators and coordinators do with proposals."""

from dataclasses import asdict, dataclass
from datetime import date

from peewee import IntegrityError

from portal.accounts.models import User
from portal.db import bump, database, now, today, upsert
from portal.directory.models import Team
from portal.moderation.actions import open_case
from portal.proposals import phases
from portal.proposals.models import (
    KIND,
    Answer,
    AnswerText,
    Proposal,
    State,
    Support,
    Verdict,
)
from portal.workshops.models import Participant, Workshop
from portal.workshops.queries import changes_of


@dataclass(frozen=True)
class Wording:
    """What a proposal says."""

    suggestion: str
    problem: str = ""
    helps: str = ""


@dataclass(frozen=True)
class AnswerDraft:
    """An answer with its reason, and what has changed, in each language."""

    verdict: Verdict
    team: Team | None
    reasons: dict[str, str]
    changed: dict[str, str]
    starts_on: date | None = None
    done_on: date | None = None


def propose(
    workshop: Workshop,
    author: Participant,
    wording: Wording,
    *,
    language: str,
    submission: str,
) -> Proposal:
    """Write a proposal; it waits for a moderator. The same form sent twice at once
    makes one."""
    try:
        with database.atomic():
            phases.need_writing(Workshop.get_by_id(workshop.id))
            proposal = Proposal.create(
                workshop=workshop,
                author=author,
                voice=author.voice,
                language=language,
                submission=submission,
                **asdict(wording),
            )
            open_case(KIND, proposal.id, language=language)
    except IntegrityError:
        return Proposal.get(Proposal.submission == submission)
    return proposal


def reword(proposal: Proposal, wording: Wording) -> None:
    """The author's own change; the new words wait for a moderator."""
    with database.atomic():
        phases.need_rewording(Workshop.get_by_id(proposal.workshop))
        Proposal.update(state=State.WAITING, edited_at=now(), **asdict(wording)).where(
            Proposal.id == proposal.id
        ).execute()
        open_case(KIND, proposal.id, language=proposal.language)
        bump(changes_of(proposal.workshop))


def publish(proposal_id: int) -> None:
    _set_state(proposal_id, State.PUBLISHED, published_at=now())


def send_back(proposal_id: int) -> None:
    _set_state(proposal_id, State.RETURNED)


def set_support(proposal: Proposal, participant: Participant, *, wanted: bool) -> None:
    """Support, or no longer support. Asking twice changes nothing."""
    with database.atomic():
        phases.need_supporting(Workshop.get_by_id(proposal.workshop))
        if wanted:
            Support.insert(
                proposal=proposal, participant=participant
            ).on_conflict_ignore().execute()
        else:
            Support.delete().where(
                Support.proposal == proposal, Support.participant == participant
            ).execute()
        bump(changes_of(proposal.workshop))


def answer(proposal: Proposal, writer: User | None, draft: AnswerDraft) -> None:
    """Answer a proposal, or answer it anew; the day is that of the first answer."""
    with database.atomic():
        phases.need_answering(Workshop.get_by_id(proposal.workshop))
        store_answer(proposal, writer, draft, answered_on=today())


def store_answer(
    proposal: Proposal, writer: User | None, draft: AnswerDraft, *, answered_on: date
) -> None:
    first = Answer.get_or_none(Answer.proposal == proposal)
    upsert(
        Answer,
        {"proposal": proposal},
        verdict=draft.verdict,
        team=draft.team,
        answered_on=first.answered_on if first else answered_on,
        starts_on=draft.starts_on,
        done_on=draft.done_on,
        written_by=writer,
    )
    stored = Answer.get(Answer.proposal == proposal)
    AnswerText.delete().where(AnswerText.answer == stored).execute()
    for language, reason in draft.reasons.items():
        AnswerText.create(
            answer=stored,
            language=language,
            reason=reason,
            changed=draft.changed.get(language, ""),
        )
    bump(changes_of(proposal.workshop))


def _set_state(proposal_id: int, state: State, **values: object) -> None:
    this = Proposal.id == proposal_id
    Proposal.update(state=state, **values).where(this).execute()
    workshop_id = Proposal.select(Proposal.workshop).where(this).scalar()
    bump(changes_of(workshop_id))
