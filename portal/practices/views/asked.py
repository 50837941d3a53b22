"""The practice that an address names, and who looks at it."""

from dataclasses import dataclass
from typing import Any

from flask import abort
from flask_babel import gettext as _
from flask_login import current_user

from portal.i18n import language
from portal.permissions import Permission, can
from portal.practices.models import Practice
from portal.practices.queries import answers, questions, suggestions, texts
from portal.practices.queries.keeping import findable, kept_by
from portal.practices.queries.titles import title


@dataclass(frozen=True)
class Asked:
    """The practice with its name and the language that is in. Where it is not `open`
    to who looks, they find nothing of it but what they wrote themselves."""

    practice: Practice
    name: str
    spoken: str
    is_open: bool = True

    @property
    def slug(self) -> str:
        return str(self.practice.slug)


def find(slug: str) -> Asked:
    return named(findable(slug) or abort(404))


def named(practice: Practice) -> Asked:
    return Asked(practice, *title(practice, language()))


def find_for_author(slug: str) -> Asked:
    """Also one that is no longer public, without its name: who wrote about it finds
    their words again."""
    shown = findable(slug)
    if shown is not None:
        return named(shown)
    hidden = (texts.practice(slug) if viewer() else None) or abort(404)
    name = _("A practice that is no longer public")
    return Asked(hidden, name, language(), is_open=False)


def viewer() -> int | None:
    """The id of who is signed in, if anybody is."""
    return current_user.id if current_user.is_authenticated else None


def find_question(asked: Asked, number: int) -> questions.Found:
    me = viewer()
    found = questions.question(
        asked.practice,
        number,
        me,
        organisations=kept_by(asked.practice).organisations if me else frozenset(),
        sees_all=can(Permission.MODERATION_WORK),
    )
    return found or abort(404)


def find_own_question(slug: str, number: int) -> tuple[Asked, questions.Found]:
    asked = find_for_author(slug)
    found = find_question(asked, number)
    need_own(asked, found)
    return asked, found


def need_own(asked: Asked, found: Any) -> None:
    """Of what is no longer public, one finds one's own words only."""
    if not (asked.is_open or found.mine):
        abort(404)


def find_answer(question: questions.Found, number: int) -> answers.Found:
    sees_all = can(Permission.MODERATION_WORK)
    return answers.answer(question.id, number, viewer(), sees_all=sees_all) or abort(
        404
    )


def find_own_answer(
    slug: str, question_id: int, number: int
) -> tuple[Asked, questions.Found, answers.Found]:
    asked = find_for_author(slug)
    question = find_question(asked, question_id)
    found = find_answer(question, number)
    need_own(asked, found)
    return asked, question, found


def find_own_suggestion(slug: str, number: int) -> tuple[Asked, suggestions.Found]:
    asked = find_for_author(slug)
    found = find_suggestion(asked, number)
    need_own(asked, found)
    return asked, found


def find_suggestion(asked: Asked, number: int) -> suggestions.Found:
    """For who wrote it, those who look after the practice and those who moderate."""
    me = viewer() or abort(401)
    kept = kept_by(asked.practice)
    found = suggestions.suggestion(
        asked.practice,
        number,
        me,
        organisations=kept.organisations,
        keeps=can(Permission.PRACTICE_EDIT, kept),
        sees_all=can(Permission.MODERATION_WORK),
    )
    return found or abort(404)
