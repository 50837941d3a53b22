"""A service as its editors see it: its parts, its languages, and what to do next."""

from typing import Any

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.directory.models import Origin, Service, TextState
from portal.errors import Refused
from portal.forms import new_submission
from portal.i18n import LANGUAGES, language
from portal.permissions import Permission, access, demand
from portal.upkeep.actions import creating, saving
from portal.upkeep.forms.creating import NewServiceForm
from portal.upkeep.quality import warnings
from portal.upkeep.queries import scope, services
from portal.upkeep.views import bp
from portal.upkeep.views.parts import find
from portal.upkeep.warnings import told
from portal.web import render, request, see_other


@bp.get("/services/<slug>/upkeep")
@access(Permission.SERVICE_EDIT)
def overview(slug: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    return render(
        "upkeep/overview.html",
        kept=kept,
        warnings={
            code: [
                told(found, kept.slug, code) for found in warnings(kept.snapshot, code)
            ]
            for code in kept.languages
        },
        missing=[code for code in LANGUAGES if code not in kept.languages],
        late=services.is_late(kept.service),
        submission=new_submission(),
    )


@bp.get("/services/new")
@access(Permission.SERVICE_CREATE)
def new() -> ResponseReturnValue:
    demand(Permission.SERVICE_CREATE)
    return render("upkeep/new.html", form=new_form())


@bp.post("/services")
@access(Permission.SERVICE_CREATE)
def create() -> ResponseReturnValue:
    demand(Permission.SERVICE_CREATE)
    if request.form.get("copy_of"):
        return copy(request.form["copy_of"])
    form = new_form()
    if not form.validate():
        return render("upkeep/new.html", form=form), 422
    made = creating.create(
        submission=form.submission.data or new_submission(),
        language=form.pick_language.data,
        name=form.name.data,
        summary=form.lead.data,
        organisation=form.pick_organisation.data,
        team="",
        by=current_user,
    )
    return overview_of(made.slug, done="created")


def copy(slug: str) -> ResponseReturnValue:
    source = services.service(slug) or abort(404)
    if source.origin is not Origin.NATIONAL_DESCRIPTION:
        demand(Permission.SERVICE_EDIT, source)
    made = creating.copy(
        services.kept(source),
        submission=request.form.get("submission", "")[:100] or new_submission(),
        organisation=organisation_for(source),
        by=current_user,
    )
    return overview_of(made.slug, done="copied")


def organisation_for(source: Service) -> int | None:
    """Whose the copy is: the source's own organisation where one may keep it."""
    mine = scope.organisations_of(current_user)
    if mine is None or source.organisation in mine:
        return source.organisation
    return min(mine, default=None)


@bp.post("/services/<slug>/states")
@access(Permission.SERVICE_EDIT)
def set_state(slug: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    kind = request.form.get("kind", "text")
    code, wanted = request.form.get("language", ""), request.form.get("state", "")
    if kind not in {"text", "easy"} or wanted not in set(TextState):
        abort(422)
    if f"{kind}/{code}/state" not in kept.snapshot:
        abort(404)
    if wanted == TextState.PUBLISHED and not kept.snapshot[f"{kind}/{code}/name"]:
        raise Refused(_("Give the service a name before you publish it."))
    saving.set_state(kept.service, f"{kind}/{code}", TextState(wanted), by=current_user)
    return overview_of(slug, done=wanted, spoken=code)


@bp.post("/services/<slug>/checks")
@access(Permission.SERVICE_EDIT)
def set_checked(slug: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    saving.set_checked(kept.service, by=current_user)
    return overview_of(slug, done="checked")


def new_form() -> NewServiceForm:
    form = NewServiceForm.read()
    mine = scope.organisations_of(current_user)
    form.offer(services.organisations(language(), mine))
    return form


def overview_of(slug: str, **done: Any) -> ResponseReturnValue:
    """Where one comes after something was done."""
    return see_other(url_for("upkeep.overview", slug=slug, **done))
