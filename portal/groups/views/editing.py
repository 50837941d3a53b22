"""Beginning a group and changing it."""

from functools import partial
from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.groups.actions import groups as actions
from portal.groups.forms.groups import GroupForm
from portal.groups.queries.groups import Found
from portal.groups.queries.written import written
from portal.groups.snapshots import GROUP
from portal.groups.views import bp
from portal.groups.views.found import edited_group, own_organisations, trail
from portal.permissions import Permission, access, demand
from portal.upkeep.views.both import Edited
from portal.web import render, request, see_other, tag


@bp.get("/groups/new")
@access(Permission.GROUP_CREATE)
def new() -> ResponseReturnValue:
    demand(Permission.GROUP_CREATE)
    return show(None, GroupForm().offer(own_organisations()))


@bp.post("/groups")
@access(Permission.GROUP_CREATE)
def create() -> ResponseReturnValue:
    demand(Permission.GROUP_CREATE)
    form = GroupForm(request.form).offer(own_organisations())
    if not form.validate():
        return show(None, form), 422
    sent = tag(form.submission.data, current_user.id)
    made = actions.create(form.values, by=current_user, submission=sent)
    return see_other(url_for(".members", slug=made.slug))


@bp.get("/groups/<slug>/edition")
@access(Permission.GROUP_EDIT)
def edition(slug: str) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    return edited(found).opened()


@bp.post("/groups/<slug>/edition")
@access(Permission.GROUP_EDIT)
def set_edition(slug: str) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    return edited(found).changed()


def edited(found: Found) -> Edited:
    def make(sent: Any) -> GroupForm:
        return GroupForm(sent).offer(own_organisations(found.organisation))

    return Edited(
        partial(written, GROUP, found.id),
        make,
        lambda form: show(found, form),
        partial(render, "groups/merge.html", trail=trail(found)),
        lambda values, base: actions.save(found.id, values, base=base),
        address=url_for(".set_edition", slug=found.slug),
        onward=url_for(".group", slug=found.slug),
    )


def show(found: Found | None, form: GroupForm) -> str:
    return render(
        "groups/edition.html",
        found=found,
        form=form,
        trail=trail(found),
        title=_("Edit the group") if found else _("Add a group"),
    )
