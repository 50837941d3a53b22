"""How notices of questions, answers and suggestions read."""

from collections.abc import Sequence
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from portal.i18n import language
from portal.notices import events
from portal.notices.events import Told, facts
from portal.notices.models import Notice, Topic
from portal.practices.models import (
    KIND,
    Practice,
    PracticeQuestion,
    Suggestion,
    SuggestionState,
    TalkState,
)
from portal.search.queries import names


def register() -> None:
    for event, topic in {
        "practice-question": Topic.DUTIES,
        "practice-question-users": Topic.REPLIES,
        "practice-answer": Topic.ANSWERS,
        "practice-answer-accepted": Topic.REPLIES,
    }.items():
        events.register(event, topic, told)
    for event, topic in {
        "suggestion-offered": Topic.DUTIES,
        "suggestion-taken": Topic.ANSWERS,
        "suggestion-declined": Topic.ANSWERS,
    }.items():
        events.register(event, topic, told_of_suggestions)


def told(notices: Sequence[Notice]) -> dict[int, Told]:
    """Two statements. What is no longer public is passed over."""
    rows: Any = (
        PracticeQuestion.select(PracticeQuestion, Practice.id, Practice.slug)
        .join(Practice)
        .where(
            PracticeQuestion.id.in_({notice.item_id for notice in notices}),
            PracticeQuestion.state == TalkState.PUBLISHED,
        )
    )
    found = {row.id: row for row in rows}
    called = names(KIND, [row.practice.id for row in found.values()], language())
    return {
        notice.id: Told(says(notice), address(notice, row), name.title, name.language)
        for notice in notices
        for row in [found.get(notice.item_id)]
        for name in [called.get(row.practice.id) if row else None]
        if row and name
    }


def says(notice: Notice) -> str:
    return {
        "practice-question": _("Somebody asks about a practice that you look after."),
        "practice-question-users": _(
            "Somebody asks those who use this practice. You may know the answer."
        ),
        "practice-answer": _("Your question about a practice has an answer."),
        "practice-answer-accepted": _("Your answer helped. Thank you."),
    }[notice.event]


def address(notice: Notice, row: Any) -> str:
    answer = facts(notice).get("answer")
    return url_for(
        "practices.question",
        slug=row.practice.slug,
        question_id=row.id,
        _anchor=f"answer-{answer}" if answer else None,
    )


STATES = {
    "suggestion-offered": SuggestionState.OFFERED,
    "suggestion-taken": SuggestionState.TAKEN,
    "suggestion-declined": SuggestionState.DECLINED,
}


def told_of_suggestions(notices: Sequence[Notice]) -> dict[int, Told]:
    """Two statements. What is settled otherwise is passed over."""
    rows: Any = (
        Suggestion.select(Suggestion.id, Suggestion.state, Practice.id, Practice.slug)
        .join(Practice)
        .where(Suggestion.id.in_({notice.item_id for notice in notices}))
    )
    found = {row.id: row for row in rows}
    called = names(KIND, [row.practice.id for row in found.values()], language())
    return {
        notice.id: Told(
            suggestion_says(notice),
            url_for(
                "practices.suggestion", slug=row.practice.slug, suggestion_id=row.id
            ),
            name.title,
            name.language,
        )
        for notice in notices
        for row in [found.get(notice.item_id)]
        for name in [called.get(row.practice.id) if row else None]
        if row and name and row.state is STATES[notice.event]
    }


def suggestion_says(notice: Notice) -> str:
    if notice.event == "suggestion-offered":
        return _("A reader suggests other words for a practice that you look after.")
    if notice.event == "suggestion-declined":
        return _("The words that you suggested were not taken over. Read why.")
    if facts(notice).get("whole"):
        return _("The words that you suggested were taken over. Thank you.")
    return _("A part of the words that you suggested was taken over. Thank you.")
