"""Asking about a practice, and finding an answer right."""

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import database
from portal.errors import Refused
from portal.notices.recipients import user_key
from portal.practices.actions import talk
from portal.practices.actions.talk import Sort
from portal.practices.actions.talk_notices import (
    take_back_accepting,
    take_back_question,
    tell_of_accepting,
    tell_of_question,
)
from portal.practices.models import (
    PRACTICE_QUESTION,
    Practice,
    PracticeAnswer,
    PracticeQuestion,
    TalkState,
)

QUESTIONS = Sort(
    PRACTICE_QUESTION,
    PracticeQuestion,
    ("body",),
    TalkState,
    TalkState.PUBLISHED,
    lambda row: {"body": row.body},
    tell_of_question,
    take_back_question,
)


def ask(  # noqa: PLR0913  what a question bears
    practice: Practice,
    author: User,
    body: str,
    *,
    language: str,
    submission: str,
    to_users: bool = False,
) -> PracticeQuestion:
    """Write a question; it waits for a moderator."""
    written: PracticeQuestion = talk.write(
        QUESTIONS,
        author,
        submission,
        practice=practice,
        body=body,
        language=language,
        to_users=to_users,
    )
    return written


def set_accepted(question_id: int, answer_id: int, by: User, *, wanted: bool) -> None:
    """Say that this answer is right, in the place of any other, or not any more."""
    with database.atomic():
        row = talk.held(QUESTIONS, question_id)
        if wanted is (row.accepted == answer_id):
            return
        answer = PracticeAnswer.get_or_none(
            PracticeAnswer.id == answer_id,
            PracticeAnswer.question == question_id,
            PracticeAnswer.state == TalkState.PUBLISHED,
        )
        if wanted and answer is None:
            raise Refused(_("This answer is not shown any more."))
        this = PracticeQuestion.id == question_id
        chosen = answer_id if wanted else None
        PracticeQuestion.update(accepted=chosen).where(this).execute()
        if row.accepted:
            take_back_accepting(row, row.accepted)
        if wanted and answer:
            tell_of_accepting(row, answer, user_key(by.id))
