"""Where a practice is applied, and telling that it is."""

from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.db import today
from portal.directory.models import CHANGES as DIRECTORY
from portal.directory.queries.names import organisation_names
from portal.freshness import kept
from portal.i18n import day, language
from portal.notices.bell import seen
from portal.permissions import PUBLIC, Permission, access, demand
from portal.practices.actions import applications as actions
from portal.practices.actions.applications import AlreadyTold, Outdated
from portal.practices.forms.applications import ApplicationForm
from portal.practices.models import CHANGES, KIND, Application, Practice, Use
from portal.practices.queries.applications import Applied, application, last_told
from portal.practices.queries.editions import editions
from portal.practices.queries.heads import head
from portal.practices.queries.keeping import findable
from portal.practices.queries.municipalities import spread
from portal.practices.views import bp
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import CHANGES as TERMS
from portal.vocabulary.queries import Word, vocabulary
from portal.web import render, request, see_other, tag

UNPROCESSABLE, CONFLICT = HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.CONFLICT
DONE = {"told", "saved", "stopped"}


@bp.get("/practices/<slug>/applications")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, TERMS)
def applications(slug: str) -> ResponseReturnValue:
    practice = findable(slug) or abort(404)
    seen(KIND, practice.id)
    done = request.args.get("done", "")
    told = request.args.get("told", default=0, type=int)
    found = spread(practice.id, language())
    return render(
        "practices/applications.html",
        practice=practice,
        head=head(practice.id, language()),
        spread=found,
        editions=editions(practice),
        done=done if done in DONE else "",
        worries=any(one.worries for one in found.applied if one.id == told),
        this_year=today().year,
    )


@bp.get("/practices/<slug>/applications/new")
@access(Permission.PRACTICE_ADOPT)
def new_application(slug: str) -> ResponseReturnValue:
    demand(Permission.PRACTICE_ADOPT)
    practice = findable(slug) or abort(404)
    return show(practice, offered(ApplicationForm(data=preset(practice)), practice))


@bp.post("/practices/<slug>/applications")
@access(Permission.PRACTICE_ADOPT)
def tell_application(slug: str) -> ResponseReturnValue:
    demand(Permission.PRACTICE_ADOPT)
    practice = findable(slug) or abort(404)
    form = offered(ApplicationForm.read(), practice)
    if not form.validate():
        return show(practice, form), UNPROCESSABLE
    used = form.used_in(areas())
    sending = tag(form.submission.data, current_user.id, practice.id, used)
    try:
        made = actions.tell_use(practice, used, by=current_user, submission=sending)
    except AlreadyTold as told:
        return show(practice, form, twin=told.application_id), UNPROCESSABLE
    return to_its_row(practice, made.id, form, "told")


@bp.get("/practices/<slug>/applications/<id:application_id>")
@access(Permission.APPLICATION_EDIT)
def edit_application(slug: str, application_id: int) -> ResponseReturnValue:
    practice, applied = found(slug, application_id)
    demand(Permission.APPLICATION_EDIT, applied)
    form = offered(ApplicationForm.of(applied), practice, applied)
    return show(practice, form, applied)


@bp.post("/practices/<slug>/applications/<id:application_id>")
@access(Permission.APPLICATION_EDIT)
def change_application(slug: str, application_id: int) -> ResponseReturnValue:
    practice, applied = found(slug, application_id)
    demand(Permission.APPLICATION_EDIT, applied)
    form = offered(ApplicationForm.read(), practice, applied)
    if not form.validate():
        return show(practice, form, applied), UNPROCESSABLE
    try:
        actions.change_use(
            Application.get_by_id(application_id),
            form.used_in(areas()),
            edition=form.seen_edition,
            by=current_user,
        )
    except AlreadyTold as told:
        page = show(practice, form, applied, twin=told.application_id)
        return page, UNPROCESSABLE
    except Outdated:
        form.edition.data = str(applied.edition)
        return show(practice, form, applied, outdated=True), CONFLICT
    return to_its_row(practice, application_id, form, "saved")


def found(slug: str, application_id: int) -> tuple[Practice, Applied]:
    """The practice and one application of it, or 404."""
    practice = findable(slug) or abort(404)
    return practice, application(practice.id, application_id, language()) or abort(404)


def preset(practice: Practice) -> dict[str, str]:
    """What is most likely: the present version, where one told of a practice last."""
    mine = [key for key in current_user.organisations if key]
    area, owner = last_told(current_user.id) or (0, None)
    known = vocabulary().words.get(area)
    return {
        "pick_area": known.code if known else "",
        "pick_organisation": str(owner or (mine[0] if len(mine) == 1 else "")),
        "pick_version": str(editions(practice).newest),
        "email": current_user.email,
        "state": Use.IN_USE.value,
    }


def areas() -> dict[str, Word]:
    return vocabulary().of(Scheme.AREA)


def offered(
    form: ApplicationForm, practice: Practice, applied: Applied | None = None
) -> ApplicationForm:
    """The form with what can be chosen, and what other languages tell."""
    here = language()
    form.offer(
        {code: word.labels[here] for code, word in areas().items()},
        organisation_names(here),
    )
    form.offer_versions(
        editions(practice), day, used=applied.version if applied else None
    )
    form.told_elsewhere = bool(applied and elsewhere(applied).get("stopped"))
    return form


def elsewhere(applied: Applied) -> dict[str, dict[str, str]]:
    """What is told in other languages than that of the page, by heading."""
    others = {
        name: {code: text for code, text in written.items() if code != language()}
        for name, written in applied.words.items()
    }
    return {name: written for name, written in others.items() if written}


def to_its_row(
    practice: Practice, application_id: int, form: ApplicationForm, done: str
) -> ResponseReturnValue:
    ended = form.state.data == Use.STOPPED
    address = url_for(
        "practices.applications",
        slug=practice.slug,
        done="stopped" if ended else done,
        told=application_id,
        _anchor=f"application-{application_id}",
    )
    return see_other(address)


def show(
    practice: Practice,
    form: ApplicationForm,
    applied: Applied | None = None,
    *,
    twin: int | None = None,
    outdated: bool = False,
) -> str:
    """The form; beside it the `twin` that is there already, or what somebody else has
    saved meanwhile."""
    return render(
        "practices/application.html",
        practice=practice,
        head=head(practice.id, language()),
        form=form,
        applied=applied,
        elsewhere=elsewhere(applied) if applied else {},
        twin=application(practice.id, twin, language()) if twin else None,
        outdated=outdated,
    )
