"""Claiming a question, agreeing to it, and claims that run out."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import bump, database, today
from portal.errors import Refused
from portal.groups.actions.notifying import tell_of_claim
from portal.groups.actions.writing import found_sent
from portal.groups.models import (
    CHANGES,
    Claim,
    ClaimState,
    OpenQuestion,
    OpenQuestionState,
)

WARNED_BEFORE = timedelta(days=14)


@dataclass(frozen=True)
class ClaimDraft:
    name: str
    contact: str
    plan: str
    language: str
    until: date


def claim(
    question_id: int, draft: ClaimDraft, *, by: User | None, submission: str
) -> Claim:
    """It waits for a coordinator. The same submission twice makes one."""
    with database.atomic():
        bump(CHANGES)
        if sent := found_sent(Claim, submission):
            return sent
        if not is_open(question_id):
            raise Refused(_("Somebody answers this question already."))
        return Claim.create(
            question=question_id, claimed_by=by, submission=submission, **asdict(draft)
        )


def set_state(claim_id: int, state: ClaimState, *, by: User | None) -> None:
    """Agree to a claim, or end it: then the question is open again."""
    with database.atomic():
        bump(CHANGES)
        row = Claim.get_by_id(claim_id)
        if row.state is state:
            return
        if state is not ClaimState.AGREED:
            end(row, "claim-ended", by)
            return
        if row.state is ClaimState.ENDED or row.until < today():
            raise Refused(_("The time of this claim has passed."))
        if not is_open(row.question):
            raise Refused(_("Somebody answers this question already."))
        Claim.update(state=state).where(Claim.id == claim_id).execute()
        move(row.question, OpenQuestionState.OPEN, OpenQuestionState.CLAIMED)
        tell_of_claim("claim-agreed", row, by)


def lapse(day: date) -> int:
    """End the claims whose last day is over; returns how many. Their questions are
    open again."""
    with database.atomic():
        bump(CHANGES)
        over = under_way(Claim.until < day)
        for row in over:
            end(row, "claim-lapsed", None)
    return len(over)


def warn(day: date) -> int:
    """Tell, once, those whose time is soon over; returns how many there are."""
    soon = Claim.until.between(day, day + WARNED_BEFORE)
    with database.atomic():
        bump(CHANGES)
        near = under_way(soon & (Claim.state == ClaimState.AGREED))
        for row in near:
            tell_of_claim("claim-ending", row)
    return len(near)


def under_way(these: Any) -> list[Claim]:
    """Claims of questions that are not answered yet."""
    return list(
        Claim.select(Claim)
        .join(OpenQuestion)
        .where(
            these,
            Claim.state != ClaimState.ENDED,
            OpenQuestion.state != OpenQuestionState.ANSWERED,
        )
        .order_by(Claim.id)
    )


def is_open(question_id: int) -> bool:
    row = OpenQuestion.get_by_id(question_id)
    return bool(row.state is OpenQuestionState.OPEN)


def end(row: Claim, event: str, by: User | None) -> None:
    Claim.update(state=ClaimState.ENDED).where(Claim.id == row.id).execute()
    if row.state is ClaimState.AGREED:
        move(row.question, OpenQuestionState.CLAIMED, OpenQuestionState.OPEN)
    tell_of_claim(event, row, by)


def move(question_id: int, before: OpenQuestionState, after: OpenQuestionState) -> None:
    this = (OpenQuestion.id == question_id) & (OpenQuestion.state == before)
    OpenQuestion.update(state=after, edition=OpenQuestion.edition + 1).where(
        this
    ).execute()
