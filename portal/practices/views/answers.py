"""Answering what people ask about a practice."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.notices.bell import seen
from portal.permissions import PUBLIC, Permission, access, demand
from portal.practices.actions import talk
from portal.practices.actions.answers import ANSWERS, need_shown
from portal.practices.actions.answers import answer as write_answer
from portal.practices.forms.questions import PracticeAnswerForm
from portal.practices.models import PRACTICE_ANSWER
from portal.practices.queries.answers import Found
from portal.practices.queries.questions import Found as FoundQuestion
from portal.practices.views import bp
from portal.practices.views.asked import (
    Asked,
    find,
    find_own_answer,
    find_question,
    viewer,
)
from portal.practices.views.questions import show_question
from portal.web import render, see_other, set_by_value, tag


@bp.post("/practices/<slug>/questions/<id:question_id>/answers")
@access(Permission.PRACTICE_TALK)
def answer_question(slug: str, question_id: int) -> ResponseReturnValue:
    asked = find(slug)
    found = find_question(asked, question_id)
    demand(Permission.PRACTICE_TALK, found)
    need_shown(found.question)
    form = PracticeAnswerForm.read()
    if not form.validate():
        return show_question(asked, found, form), 422
    write_answer(
        found.question,
        current_user,
        form.body.data,
        language=form.language.data,
        submission=tag(form.submission.data, viewer(), question_id, form.body.data),
    )
    page = url_for(".question", slug=slug, question_id=question_id, sent=1)
    return see_other(f"{page}#answers")


@bp.get("/practices/<slug>/questions/<id:question_id>/answers/<id:answer_id>")
@access(PUBLIC)
def answer(slug: str, question_id: int, answer_id: int) -> ResponseReturnValue:
    """One answer: one's own, to change it."""
    asked, question, found = find_own_answer(slug, question_id, answer_id)
    seen(PRACTICE_ANSWER, answer_id)
    return show_answer(asked, question, found)


@bp.post("/practices/<slug>/questions/<id:question_id>/answers/<id:answer_id>")
@access(Permission.TALK_REWORD)
def reword_answer(slug: str, question_id: int, answer_id: int) -> ResponseReturnValue:
    asked, question, found = find_own_answer(slug, question_id, answer_id)
    demand(Permission.TALK_REWORD, found)
    talk.need_unread(found.answer)
    form = PracticeAnswerForm.read()
    if not form.validate():
        return show_answer(asked, question, found, form), 422
    talk.reword(ANSWERS, answer_id, body=form.body.data)
    return see_other(own_address(slug, question_id, answer_id))


@bp.post(
    "/practices/<slug>/questions/<id:question_id>/answers/<id:answer_id>/withdrawal"
)
@access(Permission.TALK_REWORD)
def set_answer_withdrawn(
    slug: str, question_id: int, answer_id: int
) -> ResponseReturnValue:
    _asked, _question, found = find_own_answer(slug, question_id, answer_id)
    demand(Permission.TALK_REWORD, found)
    talk.set_withdrawn(ANSWERS, answer_id, wanted=set_by_value())
    return see_other(own_address(slug, question_id, answer_id))


def own_address(slug: str, question_id: int, answer_id: int) -> str:
    return url_for(".answer", slug=slug, question_id=question_id, answer_id=answer_id)


def show_answer(
    asked: Asked,
    question: FoundQuestion,
    found: Found,
    words: PracticeAnswerForm | None = None,
) -> str:
    row = found.answer
    return render(
        "practices/answer.html",
        asked=asked,
        question=question.question,
        found=found,
        answer=row,
        words=words
        or PracticeAnswerForm(data={"body": row.body, "language": row.language}),
        rewording=found.mine and talk.is_unread(row),
    )
