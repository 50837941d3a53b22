"""Telling of questions, answers and suggestions, as part of what is done with them."""

from portal.notices.actions import take_back, tell
from portal.practices.actions.talk import author_of
from portal.practices.models import (
    PRACTICE_QUESTION,
    SUGGESTION,
    PracticeAnswer,
    PracticeQuestion,
    Suggestion,
)
from portal.practices.queries.concerned import keepers, users


def tell_of_question(row: PracticeQuestion) -> None:
    """Those who look after the practice hear of it and, if asked, those who use it."""
    keeping = keepers(row.practice)
    using = users(row.practice) if row.to_users else []
    for event, keys in (
        ("practice-question", keeping),
        ("practice-question-users", [key for key in using if key not in keeping]),
    ):
        tell(
            keys,
            event,
            PRACTICE_QUESTION,
            row.id,
            happening=f"{PRACTICE_QUESTION}:{row.id}",
            doer=author_of(row),
        )


def take_back_question(row: PracticeQuestion) -> None:
    take_back(PRACTICE_QUESTION, row.id, f"{PRACTICE_QUESTION}:{row.id}")


def tell_of_answer(row: PracticeAnswer) -> None:
    """Who asked hears of it."""
    question = PracticeQuestion.get_by_id(row.question)
    tell(
        [author_of(question)],
        "practice-answer",
        PRACTICE_QUESTION,
        question.id,
        happening=f"practice-answer:{row.id}",
        doer=author_of(row),
        answer=row.id,
    )


def take_back_answer(row: PracticeAnswer) -> None:
    take_back(PRACTICE_QUESTION, row.question, f"practice-answer:{row.id}")


def tell_of_accepting(question: PracticeQuestion, row: PracticeAnswer, by: str) -> None:
    """Who wrote the answer hears that it was found right."""
    tell(
        [author_of(row)],
        "practice-answer-accepted",
        PRACTICE_QUESTION,
        question.id,
        happening=f"practice-answer-accepted:{row.id}",
        doer=by,
        answer=row.id,
    )


def take_back_accepting(question: PracticeQuestion, answer_id: int) -> None:
    happening = f"practice-answer-accepted:{answer_id}"
    take_back(PRACTICE_QUESTION, question.id, happening)


def tell_of_suggestion(row: Suggestion) -> None:
    """Those who look after the practice hear of it."""
    tell(
        keepers(row.practice),
        "suggestion-offered",
        SUGGESTION,
        row.id,
        happening=f"suggestion-offered:{row.id}",
        doer=author_of(row),
    )


def take_back_suggestion(row: Suggestion) -> None:
    take_back(SUGGESTION, row.id, f"suggestion-offered:{row.id}")


def tell_of_settling(row: Suggestion, by: str, *, whole: bool) -> None:
    """Its author hears what came of it. `whole` is whether all of it was taken."""
    tell(
        [author_of(row)],
        f"suggestion-{row.state.value}",
        SUGGESTION,
        row.id,
        happening=happening_of_settling(row),
        doer=by,
        whole=whole,
    )


def take_back_settling(row: Suggestion) -> None:
    take_back(SUGGESTION, row.id, happening_of_settling(row))


def happening_of_settling(row: Suggestion) -> str:
    return f"suggestion-{row.state.value}:{row.id}"
