"""The list of services that an editor keeps, and doing the same to several."""

from typing import Any

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.directory.labels import TEXT_STATES
from portal.directory.models import Service, Team, TextState
from portal.i18n import LANGUAGES, language
from portal.paging import pages_of
from portal.permissions import Permission, access, can, demand
from portal.upkeep.actions import bulk
from portal.upkeep.labels import language_name
from portal.upkeep.queries import lists, scope
from portal.upkeep.queries import services as queries
from portal.upkeep.queries.lists import PAGE_SIZE, Filters
from portal.upkeep.views import bp
from portal.upkeep.views.versions import whole
from portal.web import render, request

MOST_AT_ONCE = 100
NOTHING: dict[str, Any] = {
    "done": None,
    "what": "",
    "problem": "",
    "back": None,
    "left": [],
}


@bp.get("/upkeep/services")
@access(Permission.UPKEEP_WORK)
def services() -> ResponseReturnValue:
    demand(Permission.UPKEEP_WORK)
    return show()


@bp.post("/upkeep/services")
@access(Permission.UPKEEP_WORK)
def change_services() -> ResponseReturnValue:
    demand(Permission.UPKEEP_WORK)
    wanted = request.form.get("wanted", "")
    if wanted == "restored":
        return undo()
    chosen = mine(request.form.getlist("service"))
    if not chosen:
        return show(problem=_("Choose at least one service")), 422
    if wanted == "checked":
        done = bulk.set_all(chosen, bulk.checked, by=current_user)
    elif wanted == "archived":
        done = bulk.set_all(chosen, bulk.archived, by=current_user)
    elif wanted == "moved":
        team = queries.teams(language(), scope.organisations_of(current_user)).get(
            request.form.get("team", "")
        )
        if team is None:
            return show(problem=_("Choose the team to move to")), 422
        change = bulk.moved(team[1], request.form["team"])
        done = bulk.set_all(chosen, change, by=current_user)
    else:
        abort(422)
    return show(done=done, what=wanted)


def undo() -> ResponseReturnValue:
    changed = []
    for entry in request.form.getlist("changed")[:MOST_AT_ONCE]:
        slug, *numbers = entry.rsplit(":", 2)
        before, after = ([whole(number) for number in numbers] + [None, None])[:2]
        if before is not None and after is not None:
            changed += [(found, before, after) for found in mine([slug])]
    back, left = bulk.undo(changed, by=current_user)
    return show(back=back, left=left)


def mine(slugs: list[str]) -> list[Service]:
    """Those of these services that this editor keeps."""
    found = Service.select().where(Service.slug.in_(slugs[:MOST_AT_ONCE]))
    return [one for one in found if can(Permission.SERVICE_EDIT, one)]


def show(**more: Any) -> str:
    kept_by = scope.organisations_of(current_user)
    filters = read_filters()
    number = max(whole(request.args.get("page", "")) or 1, 1)
    found = lists.page(kept_by, filters, language(), number)
    pages = pages_of(found.count, PAGE_SIZE)
    if number > pages:
        number = pages
        found = lists.page(kept_by, filters, language(), number)
    return render(
        "upkeep/services.html",
        filters=filters,
        found=found,
        number=number,
        pages=pages,
        groups=groups(filters),
        team_choices=queries.teams(language(), kept_by),
        **{**NOTHING, **more},
    )


def read_filters() -> Filters:
    state = request.args.get("state", "")
    missing = request.args.get("missing", "")
    code = request.args.get("team", "")
    team = Team.get_or_none(Team.code == code) if code else None
    return Filters(
        state if state in set(TextState) else "",
        missing if missing in LANGUAGES else "",
        team.id if team else 0,
    )


Choice = tuple[str, str, bool]


def groups(filters: Filters) -> list[tuple[str, list[Choice]]]:
    """The filters as links: the title, then each choice with its address."""
    states = {state.value: str(name) for state, name in TEXT_STATES.items()}
    gaps = {code: _("not in %(name)s", name=language_name(code)) for code in LANGUAGES}
    return [
        (_("State"), links("state", filters.state, {"": _("All"), **states})),
        (_("Languages"), links("missing", filters.missing, {"": _("All"), **gaps})),
    ]


def links(name: str, chosen: str, choices: dict[str, str]) -> list[Choice]:
    kept = {
        key: request.args[key]
        for key in ("state", "missing", "team")
        if key != name and request.args.get(key)
    }
    return [
        (
            label,
            url_for("upkeep.services", **{**kept, **({name: value} if value else {})}),
            value == chosen,
        )
        for value, label in choices.items()
    ]
