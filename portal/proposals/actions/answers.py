"""Answering proposals."""

from dataclasses import dataclass
from datetime import date

from portal.accounts.models import User
from portal.db import bump, database, today, upsert
from portal.directory.models import Team
from portal.proposals import phases
from portal.proposals.actions.notifying import tell_of_answer
from portal.proposals.models import Answer, AnswerText, Proposal, Verdict
from portal.workshops.models import Workshop
from portal.workshops.queries import changes_of


@dataclass(frozen=True)
class AnswerDraft:
    """An answer with its reason, and what has changed, in each language. The owner is
    who sees to it."""

    verdict: Verdict
    team: Team | None
    reasons: dict[str, str]
    changed: dict[str, str]
    starts_on: date | None = None
    done_on: date | None = None
    owner: str = ""
    version: int | None = None
    """The version of a service in which the change is seen."""


def answer(proposal: Proposal, writer: User | None, draft: AnswerDraft) -> None:
    """Answer a proposal, or answer it anew; the day is that of the first answer."""
    with database.atomic():
        phases.need_answering(Workshop.get_by_id(proposal.workshop))
        stored = store_answer(proposal, writer, draft, answered_on=today())
        tell_of_answer(proposal, stored, writer)


def store_answer(
    proposal: Proposal, writer: User | None, draft: AnswerDraft, *, answered_on: date
) -> Answer:
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
        owner=draft.owner,
        version=draft.version,
        reminded_at=None,
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
    return stored
