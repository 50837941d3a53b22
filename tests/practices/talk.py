"""Questions, answers and suggestions with the fewest words."""

from itertools import count

from portal.accounts.models import User
from portal.moderation.actions import Ruling, decide
from portal.moderation.models import Case, Decision, Reason
from portal.permissions import Role
from portal.practices.actions import talk
from portal.practices.actions.answers import ANSWERS, answer
from portal.practices.actions.questions import QUESTIONS, ask
from portal.practices.actions.suggestions import SUGGESTIONS, suggest
from portal.practices.models import (
    Practice,
    PracticeAnswer,
    PracticeQuestion,
    Suggestion,
)
from tests.factories import make_user
from tests.moderation.pages import case_of

_numbers = count(1)
RETURNED = Ruling(Decision.RETURN, Reason.UNCLEAR, "Say it shorter.")
HIDDEN = Ruling(Decision.HIDE, Reason.INSULTING)
PUBLISHED = Ruling(Decision.PUBLISH)
KINDS_OF = {
    PracticeQuestion: "practice-question",
    PracticeAnswer: "practice-answer",
    Suggestion: "suggestion",
}


def make_question(
    practice: Practice,
    body: str = "",
    *,
    author: User | None = None,
    public: bool = True,
    to_users: bool = False,
) -> PracticeQuestion:
    n = next(_numbers)
    made = ask(
        practice,
        author or make_user(),
        body or f"Question {n}",
        language="en",
        submission=f"question-{n}",
        to_users=to_users,
    )
    if public:
        talk.publish(QUESTIONS, made.id)
    return PracticeQuestion.get_by_id(made.id)


def make_answer(
    question: PracticeQuestion,
    body: str = "",
    *,
    author: User | None = None,
    public: bool = True,
) -> PracticeAnswer:
    n = next(_numbers)
    made = answer(
        question,
        author or make_user(),
        body or f"Answer {n}",
        language="en",
        submission=f"answer-{n}",
    )
    if public:
        talk.publish(ANSWERS, made.id)
    return PracticeAnswer.get_by_id(made.id)


def make_suggestion(
    practice: Practice,
    *,
    author: User | None = None,
    offered: bool = True,
    why: str = "It is shorter.",
    **words: str,
) -> Suggestion:
    """Other words, by heading, for the English text."""
    made = suggest(
        practice,
        author or make_user(),
        {f"text/en/{name}": text for name, text in words.items()},
        why,
        language="en",
        edition=Practice.get_by_id(practice.id).edition,
        submission=f"suggestion-{next(_numbers)}",
    )
    if offered:
        talk.publish(SUGGESTIONS, made.id)
    return Suggestion.get_by_id(made.id)


def kind_of(thing: PracticeQuestion | PracticeAnswer | Suggestion) -> str:
    """What it is called in the queue."""
    return KINDS_OF[type(thing)]


def state(thing: PracticeQuestion | PracticeAnswer | Suggestion) -> str:
    return type(thing).get_by_id(thing.id).state.value


def ruled(thing, ruling: Ruling, moderator: User | None = None) -> Case:
    """Its case, decided so by a moderator."""
    case = case_of(thing, kind_of(thing))
    decide([case], moderator or make_user(Role.MODERATOR), ruling)
    return case
