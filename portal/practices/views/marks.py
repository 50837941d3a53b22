"""The marks of a practice: why they stand, and setting them."""

from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.freshness import kept
from portal.i18n import language
from portal.paging import page_of
from portal.permissions import PUBLIC, Permission, access, demand
from portal.practices.actions.marks import set_mark
from portal.practices.forms.marks import EvidenceForm, LivedForm, lacking
from portal.practices.models import Evidence, MarkSort, Practice
from portal.practices.queries import marks as queries
from portal.practices.queries.experiences import people_who_told
from portal.practices.queries.page import Page, page
from portal.practices.views import bp
from portal.practices.views.practice import CONTENTS
from portal.web import render, request, see_other

PAGE_SIZE = 50
PATH = "/practices/<slug>/marks/<any(evidence,lived):sort>"


@bp.get("/practices/<slug>/marks")
@access(PUBLIC)
@kept(*CONTENTS)
def marks(slug: str) -> ResponseReturnValue:
    shown = find(slug)
    return render(
        "practices/marks.html",
        page=shown,
        history=queries.history(shown.practice, language()),
        set_now=request.args.get("set", ""),
    )


@bp.get("/practices/marks")
@access(Permission.PRACTICE_MARK)
def marks_due() -> ResponseReturnValue:
    """The marks that are to be set anew, now or soon."""
    demand(Permission.PRACTICE_MARK)
    return render(
        "practices/marks_due.html",
        page=page_of(queries.due(language()), PAGE_SIZE),
        days=queries.SOON_DAYS,
    )


@bp.get(PATH)
@access(Permission.PRACTICE_MARK)
def mark(slug: str, sort: str) -> ResponseReturnValue:
    shown = find(slug)
    demand(Permission.PRACTICE_MARK, shown.kept)
    return show(shown, form_for(MarkSort(sort), shown.practice))


@bp.post(PATH)
@access(Permission.PRACTICE_MARK)
def set_one(slug: str, sort: str) -> ResponseReturnValue:
    shown = find(slug)
    demand(Permission.PRACTICE_MARK, shown.kept)
    form = form_for(MarkSort(sort), shown.practice)
    if not form.validate():
        return show(shown, form), HTTPStatus.UNPROCESSABLE_ENTITY
    set_mark(
        shown.practice,
        form.sort,
        form.chosen,
        form.why,
        team=int(form.team.data),
        set_on=form.day,
        by=current_user,
    )
    return see_other(url_for(".marks", slug=slug, set=sort))


def find(slug: str) -> Page:
    return page(slug, language()) or abort(404)


def form_for(sort: MarkSort, practice: Practice) -> EvidenceForm | LivedForm:
    if sort is MarkSort.LIVED:
        lived = LivedForm.read()
        lived.people = people_who_told(practice)
        return lived
    form = EvidenceForm.read()
    form.texts, form.references = queries.grounds(practice)
    return form


def show(shown: Page, form: EvidenceForm | LivedForm) -> str:
    lacks = (
        {level: lacking(level, form.texts, form.references) for level in Evidence}
        if isinstance(form, EvidenceForm)
        else {}
    )
    return render("practices/mark.html", page=shown, form=form, lacks=lacks)
