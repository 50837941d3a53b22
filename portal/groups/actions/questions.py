"""Proposing a question, putting it on the list, answering it. Each change is one
transaction."""

from portal.accounts.models import User
from portal.db import bump, database
from portal.groups.actions.notifying import tell_of_claim, tell_of_question
from portal.groups.actions.writing import change, found_sent, make
from portal.groups.indexing import index_question
from portal.groups.models import (
    CHANGES,
    Claim,
    ClaimState,
    OpenQuestion,
    OpenQuestionState,
)
from portal.groups.snapshots import ENDING, QUESTION
from portal.slugs import free_slug
from portal.text import slugify
from portal.upkeep.snapshots import Snapshot

# Addresses of pages that stand beside the questions.
RESERVED = {"new"}
LONGEST_SLUG = 80


def propose(  # noqa: PLR0913  what a question is made of
    words: str,
    why: str,
    language: str,
    *,
    by: User | None,
    theme: int | None = None,
    submission: str,
    slug: str = "",
) -> OpenQuestion:
    """It waits for a coordinator. The same submission twice makes one."""
    with database.atomic():
        bump(CHANGES)
        if sent := found_sent(OpenQuestion, submission):
            return sent
        wanted = slug or slugify(words)[:LONGEST_SLUG].strip("-")
        question: OpenQuestion = make(
            QUESTION,
            {
                "theme": str(theme or ""),
                f"text/{language}/words": words,
                f"text/{language}/why": why,
            },
            slug=free_slug(OpenQuestion.slug, wanted, RESERVED),
            asked_by=by,
            submission=submission,
        )
    return question


def save(question_id: int, values: Snapshot, *, base: Snapshot | None) -> None:
    """Save what was changed since `base` was read. Raises Meeting where somebody else
    has changed the same."""
    with database.atomic():
        bump(CHANGES)
        before, after = change(QUESTION, question_id, values, base)
        if before != after:
            index_question(question_id)


def set_ending(
    question_id: int, values: Snapshot, *, base: Snapshot | None, by: User | None
) -> None:
    """Put it on the list, say what was found out, or drop it. Raises Meeting as
    `save` does."""
    with database.atomic():
        bump(CHANGES)
        before, after = change(ENDING, question_id, values, base)
        if before == after:
            return
        index_question(question_id)
        if before["state"] != after["state"]:
            row = OpenQuestion.get_by_id(question_id)
            end_claims(row, by)
            tell_of_question(row, row.state, row.edition, by)


def end_claims(question: OpenQuestion, by: User | None) -> None:
    """All of them; of an answered question, whoever answered it stays."""
    going = (Claim.question == question.id) & (Claim.state != ClaimState.ENDED)
    if question.state is OpenQuestionState.ANSWERED:
        going &= Claim.state != ClaimState.AGREED
    for claim in list(Claim.select().where(going).order_by(Claim.id)):
        Claim.update(state=ClaimState.ENDED).where(Claim.id == claim.id).execute()
        tell_of_claim("claim-ended", claim, by)
