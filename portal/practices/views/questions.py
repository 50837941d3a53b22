"""What people ask about a practice."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.db import LARGEST_ID
from portal.freshness import kept
from portal.notices.bell import seen
from portal.paging import page_number
from portal.permissions import PUBLIC, Permission, access, demand
from portal.practices.actions import talk
from portal.practices.actions.questions import QUESTIONS, ask, set_accepted
from portal.practices.forms.questions import PracticeAnswerForm, PracticeQuestionForm
from portal.practices.models import CHANGES, PRACTICE_QUESTION
from portal.practices.queries.answers import answers
from portal.practices.queries.questions import Answered, Found, listed, own
from portal.practices.views import bp
from portal.practices.views.asked import (
    Asked,
    find,
    find_own_question,
    find_question,
    viewer,
)
from portal.web import render, request, see_other, set_by_value, tag


@bp.get("/practices/<slug>/questions")
@access(PUBLIC)
@kept(CHANGES)
def questions(slug: str) -> ResponseReturnValue:
    return show_list(find(slug), PracticeQuestionForm())


@bp.post("/practices/<slug>/questions")
@access(Permission.PRACTICE_TALK)
def ask_question(slug: str) -> ResponseReturnValue:
    asked = find(slug)
    demand(Permission.PRACTICE_TALK, asked)
    form = PracticeQuestionForm.read()
    if not form.validate():
        return show_list(asked, form), 422
    ask(
        asked.practice,
        current_user,
        form.body.data,
        language=form.language.data,
        to_users=form.pick_users.data,
        submission=tag(form.submission.data, viewer(), asked.slug, form.body.data),
    )
    return see_other(url_for(".questions", slug=slug, sent=1))


@bp.get("/practices/<slug>/questions/<id:question_id>")
@access(PUBLIC)
@kept(CHANGES)
def question(slug: str, question_id: int) -> ResponseReturnValue:
    asked, found = find_own_question(slug, question_id)
    seen(PRACTICE_QUESTION, question_id)
    return show_question(asked, found, PracticeAnswerForm())


@bp.post("/practices/<slug>/questions/<id:question_id>")
@access(Permission.TALK_REWORD)
def reword_question(slug: str, question_id: int) -> ResponseReturnValue:
    asked, found = find_own_question(slug, question_id)
    demand(Permission.TALK_REWORD, found)
    talk.need_unread(found.question)
    form = PracticeQuestionForm.read()
    if not form.validate():
        return show_question(asked, found, PracticeAnswerForm(), form), 422
    talk.reword(QUESTIONS, question_id, body=form.body.data)
    return see_other(url_for(".question", slug=slug, question_id=question_id))


@bp.post("/practices/<slug>/questions/<id:question_id>/withdrawal")
@access(Permission.TALK_REWORD)
def set_question_withdrawn(slug: str, question_id: int) -> ResponseReturnValue:
    _asked, found = find_own_question(slug, question_id)
    demand(Permission.TALK_REWORD, found)
    talk.set_withdrawn(QUESTIONS, question_id, wanted=set_by_value())
    return see_other(url_for(".question", slug=slug, question_id=question_id))


@bp.post("/practices/<slug>/questions/<id:question_id>/accepted")
@access(Permission.ANSWER_ACCEPT)
def accept_answer(slug: str, question_id: int) -> ResponseReturnValue:
    found = find_question(find(slug), question_id)
    demand(Permission.ANSWER_ACCEPT, found)
    answer_id = request.form.get("answer", default=0, type=int)
    if not 0 < answer_id <= LARGEST_ID:
        abort(404)
    set_accepted(question_id, answer_id, current_user, wanted=set_by_value())
    return see_other(
        url_for(".question", slug=slug, question_id=question_id, _anchor="answers")
    )


def show_list(asked: Asked, form: PracticeQuestionForm) -> str:
    state = request.args.get("state", "")
    answered = Answered(state) if state in list(Answered) else None
    me = viewer()
    found = listed(asked.practice.id, answered, page_number())
    return render(
        "practices/questions.html",
        asked=asked,
        listed=found,
        number=found.number,
        pages=found.pages,
        answered=answered,
        own=own(asked.practice.id, me) if me else [],
        form=form,
        sent="sent" in request.args,
    )


def show_question(
    asked: Asked,
    found: Found,
    form: PracticeAnswerForm,
    words: PracticeQuestionForm | None = None,
) -> str:
    row = found.question
    me = viewer()
    return render(
        "practices/question.html",
        asked=asked,
        found=found,
        question=row,
        answers=answers(row, me),
        viewer=me,
        form=form,
        words=words
        or PracticeQuestionForm(data={"body": row.body, "language": row.language}),
        rewording=found.mine and talk.is_unread(row),
        sent="sent" in request.args,
    )
