"""Questions about practices, answers, and other words that readers suggest."""

import json
from typing import Any

from portal.accounts.models import User
from portal.demo.files import entries
from portal.demo.library.keys import case, store_cases, written
from portal.practices.models import (
    PRACTICE_ANSWER,
    PRACTICE_QUESTION,
    SUGGESTION,
    Practice,
    PracticeAnswer,
    PracticeQuestion,
    Suggestion,
    SuggestionState,
    TalkState,
)

Cases = list[dict[str, Any]]


def load(practices: dict[str, int], persons: dict[str, User], moderator: User) -> None:
    cases: Cases = []
    for number, entry in enumerate(entries("practice-questions.toml", "question")):
        row = ask(practices[entry["practice"]], entry, number, persons)
        waiting = row.state is TalkState.WAITING
        cases.append(case(PRACTICE_QUESTION, row, moderator, waiting=waiting))
        for place, part in enumerate(entry.get("answer", [])):
            given = answer(row, part, f"{number}-{place}", persons)
            cases.append(case(PRACTICE_ANSWER, given, moderator, waiting=False))
    for number, entry in enumerate(entries("practice-suggestions.toml", "suggestion")):
        suggested = suggest(practices[entry["practice"]], entry, number, persons)
        waiting = suggested.state is SuggestionState.WAITING
        cases.append(case(SUGGESTION, suggested, moderator, waiting=waiting))
    store_cases(cases)


def ask(
    practice: int, entry: dict[str, Any], number: int, persons: dict[str, User]
) -> PracticeQuestion:
    author = persons[entry["by"]]
    state = TalkState(entry.get("state", TalkState.PUBLISHED))
    at = written(entry)
    return PracticeQuestion.create(
        practice=practice,
        author=author,
        voice=author.voice,
        language=entry["language"],
        body=entry["body"],
        to_users=entry.get("to_users", False),
        state=state,
        written_at=at,
        published_at=at if state is TalkState.PUBLISHED else None,
        submission=f"demo-question-{number}",
    )


def answer(
    question: PracticeQuestion,
    part: dict[str, Any],
    name: str,
    persons: dict[str, User],
) -> PracticeAnswer:
    author, at = persons[part["by"]], written(part)
    given = PracticeAnswer.create(
        question=question,
        author=author,
        voice=author.voice,
        language=part["language"],
        body=part["body"],
        state=TalkState.PUBLISHED,
        written_at=at,
        published_at=at,
        submission=f"demo-answer-{name}",
    )
    if part.get("accepted"):
        this = PracticeQuestion.id == question.id
        PracticeQuestion.update(accepted=given.id).where(this).execute()
    return given


def suggest(
    practice: int, entry: dict[str, Any], number: int, persons: dict[str, User]
) -> Suggestion:
    """Of the words that stand now."""
    author, language = persons[entry["by"]], entry["language"]
    values = {
        f"text/{language}/{name}": words for name, words in entry["texts"].items()
    }
    return Suggestion.create(
        practice=practice,
        author=author,
        voice=author.voice,
        language=language,
        edition=Practice.get_by_id(practice).edition,
        values=json.dumps(values, ensure_ascii=False),
        why=entry["why"],
        state=SuggestionState(entry["state"]),
        written_at=written(entry),
        submission=f"demo-suggestion-{number}",
    )
