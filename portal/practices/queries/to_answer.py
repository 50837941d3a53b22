"""What readers have said that those who look after a practice have not answered yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from peewee import SQL, fn

from portal.db import tuples
from portal.practices.models import (
    PracticeQuestion,
    Suggestion,
    SuggestionState,
    TalkState,
)
from portal.practices.queries.questions import answers_of


@dataclass(frozen=True)
class ToAnswer:
    """How many questions of a practice have no answer, how many suggestions wait."""

    questions: int = 0
    suggestions: int = 0


def to_answer(ids: Sequence[int]) -> dict[int, ToAnswer]:
    """By practice; those of which nothing waits are not there. One statement."""
    questions = (
        PracticeQuestion.select(
            PracticeQuestion.practice,
            fn.COUNT(PracticeQuestion.id).alias("questions"),
            SQL("0").alias("suggestions"),
        )
        .where(
            PracticeQuestion.practice.in_(list(ids)),
            PracticeQuestion.state == TalkState.PUBLISHED,
            ~fn.EXISTS(answers_of()),
        )
        .group_by(PracticeQuestion.practice)
    )
    suggestions = (
        Suggestion.select(Suggestion.practice, SQL("0"), fn.COUNT(Suggestion.id))
        .where(
            Suggestion.practice.in_(list(ids)),
            Suggestion.state == SuggestionState.OFFERED,
        )
        .group_by(Suggestion.practice)
    )
    found: dict[int, ToAnswer] = {}
    for practice, asked, offered in tuples(questions.union_all(suggestions)):
        before = found.get(practice, ToAnswer())
        found[practice] = ToAnswer(
            before.questions + asked, before.suggestions + offered
        )
    return found
