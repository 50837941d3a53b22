"""Answering a question about a practice."""

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import database
from portal.errors import Refused
from portal.practices.actions import talk
from portal.practices.actions.questions import QUESTIONS
from portal.practices.actions.talk import Sort
from portal.practices.actions.talk_notices import take_back_answer, tell_of_answer
from portal.practices.models import (
    PRACTICE_ANSWER,
    PracticeAnswer,
    PracticeQuestion,
    TalkState,
)

ANSWERS = Sort(
    PRACTICE_ANSWER,
    PracticeAnswer,
    ("body",),
    TalkState,
    TalkState.PUBLISHED,
    lambda row: {"body": row.body},
    tell_of_answer,
    take_back_answer,
)


def answer(
    question: PracticeQuestion,
    author: User,
    body: str,
    *,
    language: str,
    submission: str,
) -> PracticeAnswer:
    """Write an answer; it waits for a moderator."""
    with database.atomic():
        need_shown(talk.held(QUESTIONS, question.id))
        written: PracticeAnswer = talk.write(
            ANSWERS,
            author,
            submission,
            question=question,
            body=body,
            language=language,
        )
    return written


def need_shown(question: PracticeQuestion) -> None:
    if question.state is not TalkState.PUBLISHED:
        raise Refused(_("This question is not shown any more."))
