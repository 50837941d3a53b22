"""The questions that practice wants answered: the list, one of them, proposing."""

from textwrap import shorten

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.freshness import kept
from portal.groups.actions import questions as actions
from portal.groups.forms.questions import QuestionForm
from portal.groups.labels import QUESTION_STATES
from portal.groups.models import CHANGES, KIND, OPEN_QUESTION
from portal.groups.queries import questions as queries
from portal.groups.queries.publicity import LISTED
from portal.groups.queries.questions import Asked
from portal.groups.views import bp
from portal.i18n import language
from portal.links.actions import CHANGES as LINKS
from portal.notices.bell import seen
from portal.paging import page_of
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.search.actions import TITLES
from portal.search.queries import names, related
from portal.spreadsheet import csv_file
from portal.upkeep.queries.elsewhere import CHANGES as TRIED
from portal.upkeep.queries.elsewhere import silent
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import vocabulary
from portal.web import render, request, see_other, tag

PRACTICE = "practice"
PAGE_SIZE = 20
LONGEST_CRUMB = 60


@bp.get("/open-questions")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def open_questions() -> ResponseReturnValue:
    every = queries.listing()
    shown = page_of(fitting(every), PAGE_SIZE)
    known = vocabulary().words
    used = {one.row.theme for one in every if one.row.theme in known}
    return render(
        "groups/questions.html",
        fragment="results",
        questions=shown.items,
        number=shown.number,
        pages=shown.pages,
        state=state(),
        theme=request.args.get("theme", ""),
        themes=[known[key] for key in sorted(used)],
        words=known,
        waiting=queries.waiting(None) if can(Permission.QUESTION_KEEP) else [],
        own=queries.waiting(current_user.id) if current_user.is_authenticated else [],
    )


@bp.get("/open-questions.csv")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def open_questions_sheet() -> ResponseReturnValue:
    headings = (
        _("Question"),
        _("Why practice wants to know"),
        _("Theme"),
        _("State"),
        _("Who answers it"),
        _("Until when"),
        _("The answer"),
        _("Web address of the answer"),
        _("Answered on"),
    )
    known = vocabulary().words
    lines = [
        (
            one.words(language())[0],
            one.part("why", language())[0],
            known[one.row.theme].labels[language()] if one.row.theme in known else "",
            QUESTION_STATES[one.row.state],
            one.claim.name if one.claim else "",
            one.claim.until if one.claim else "",
            one.part("answer", language())[0] if one.row.answered_on else "",
            one.row.answer_url if one.row.answered_on else "",
            one.row.answered_on,
        )
        for one in fitting(queries.listing())
    ]
    return csv_file("open-questions", headings, lines)


@bp.get("/open-questions/new")
@access(Permission.QUESTION_PROPOSE)
def new_question() -> ResponseReturnValue:
    demand(Permission.QUESTION_PROPOSE)
    return show_new(QuestionForm().offer(themes()))


@bp.post("/open-questions")
@access(Permission.QUESTION_PROPOSE)
def propose_question() -> ResponseReturnValue:
    demand(Permission.QUESTION_PROPOSE)
    form = QuestionForm(request.form).offer(themes())
    if not form.validate():
        return show_new(form), 422
    theme = vocabulary().of(Scheme.THEME).get(form.pick_theme.data or "")
    made = actions.propose(
        form.words_asked.data,
        form.why.data,
        form.language.data,
        by=current_user,
        theme=theme.id if theme else None,
        submission=tag(form.submission.data, current_user.id),
    )
    return see_other(url_for(".open_question", slug=made.slug, sent=1))


@bp.get("/open-questions/<slug>")
@access(PUBLIC)
@kept(CHANGES, LINKS, TITLES, TRIED, WORDS)
def open_question(slug: str) -> ResponseReturnValue:
    asked = found_question(slug)
    seen(OPEN_QUESTION, asked.id)
    keeps = can(Permission.QUESTION_KEEP)
    claims = []
    if current_user.is_authenticated:
        claims = queries.claims(asked.id, None if keeps else current_user.id)
    group_id, url = asked.row.group, asked.row.answer_url
    groups = names(KIND, [group_id], language()) if group_id else {}
    return render(
        "groups/question.html",
        asked=asked,
        claims=claims,
        keeps=keeps,
        group=groups.get(group_id),
        theme=vocabulary().words.get(asked.row.theme),
        practices=related(OPEN_QUESTION, asked.id, [PRACTICE], language())[PRACTICE],
        silent=silent([url]).get(url) if url else None,
        sent="sent" in request.args,
        trail=way(),
    )


def found_question(slug: str) -> Asked:
    """The question, or 404: one that is not on the list is there for whoever proposed
    or claimed it and for coordinators."""
    asked = queries.question(slug) or abort(404)
    if not (asked.is_listed or can(Permission.QUESTION_KEEP) or concerns_me(asked)):
        abort(404)
    return asked


def concerns_me(asked: Asked) -> bool:
    signed_in = current_user.is_authenticated
    return signed_in and queries.concerns(asked, current_user.id)


def way(asked: Asked | None = None) -> list[tuple[str, str]]:
    """The way to a page under the questions."""
    first = [
        (_("Practices"), url_for("practices.practices")),
        (_("Open questions"), url_for(".open_questions")),
    ]
    if asked is None:
        return first
    here = url_for(".open_question", slug=asked.slug)
    called = shorten(asked.words(language())[0], LONGEST_CRUMB, placeholder="…")
    return [*first, (called, here)]


def fitting(every: list[Asked]) -> list[Asked]:
    """Those in the state and of the theme that the address asks for."""
    theme = vocabulary().of(Scheme.THEME).get(request.args.get("theme", ""))
    return [
        one
        for one in every
        if state() in {"", one.row.state.value}
        and (theme is None or one.row.theme == theme.id)
    ]


def state() -> str:
    wanted = request.args.get("state", "")
    return wanted if wanted in set(LISTED) else ""


def themes() -> dict[str, str]:
    return {
        code: word.labels[language()]
        for code, word in vocabulary().of(Scheme.THEME).items()
    }


def show_new(form: QuestionForm) -> str:
    return render("groups/question_new.html", form=form, trail=way())
