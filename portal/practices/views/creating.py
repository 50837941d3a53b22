"""New practices, and those that one looks after."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.forms import new_submission
from portal.i18n import language
from portal.paging import page_of
from portal.permissions import Permission, access, can, demand
from portal.practices.actions.beginning import begin
from portal.practices.forms.creating import NewPracticeForm
from portal.practices.queries.mine import as_rows, mine
from portal.practices.queries.to_answer import to_answer
from portal.practices.queries.told import told
from portal.practices.views import bp
from portal.upkeep.queries import scope, services
from portal.web import render, request, see_other

PAGE_SIZE = 50


@bp.get("/practices/new")
@access(Permission.PRACTICE_CREATE)
def new() -> ResponseReturnValue:
    demand(Permission.PRACTICE_CREATE)
    return render("practices/new.html", form=new_form())


@bp.post("/practices")
@access(Permission.PRACTICE_CREATE)
def create() -> ResponseReturnValue:
    demand(Permission.PRACTICE_CREATE)
    form = new_form()
    if not form.validate():
        return render("practices/new.html", form=form), 422
    made = begin(
        form.first,
        submission=form.submission.data or new_submission(),
        by=current_user,
    )
    return see_other(url_for("practices.edition", slug=made.slug, done="created"))


@bp.get("/practices/kept")
@access(Permission.PRACTICE_ADOPT)
def kept() -> ResponseReturnValue:
    """The practices that one writes, and where one has told that others are used."""
    demand(Permission.PRACTICE_ADOPT)
    writes = can(Permission.PRACTICE_CREATE)
    ids = mine(scope.organisations_of(current_user)) if writes else []
    page = page_of(ids, PAGE_SIZE)
    rows = as_rows(page.items, language()) if ids else []
    return render(
        "practices/kept.html",
        writes=writes,
        rows=rows,
        page=page,
        waits=to_answer([row.id for row in rows]) if rows else {},
        left=request.args.get("done") == "left",
        told=told(current_user, language()) if page.number == 1 else [],
    )


def new_form() -> NewPracticeForm:
    form = NewPracticeForm.read()
    keeps = scope.organisations_of(current_user)
    form.offer(services.organisations(language(), keeps))
    return form
