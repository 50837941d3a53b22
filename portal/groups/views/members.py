"""Who is in a group: roles and organisations."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.groups.actions import groups as actions
from portal.groups.forms.groups import MemberForm
from portal.groups.queries.groups import Found
from portal.groups.queries.members import members as members_of
from portal.groups.views import bp
from portal.groups.views.found import all_organisations, edited_group, trail
from portal.permissions import Permission, access, demand
from portal.web import render, request, see_other


@bp.get("/groups/<slug>/members")
@access(Permission.GROUP_EDIT)
def members(slug: str) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    return show(found, MemberForm().offer(all_organisations()))


@bp.post("/groups/<slug>/members")
@access(Permission.GROUP_EDIT)
def add_member(slug: str) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    form = MemberForm(request.form).offer(all_organisations())
    if not form.validate():
        return show(found, form), 422
    actions.add_member(found.id, **form.member)
    return see_other(url_for(".members", slug=slug))


@bp.post("/groups/<slug>/members/<id:member_id>")
@access(Permission.GROUP_EDIT)
def set_member(slug: str, member_id: int) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    if request.form.get("wanted") != "0":
        abort(422)
    actions.remove_member(found.id, member_id)
    return see_other(url_for(".members", slug=slug))


def show(found: Found, form: MemberForm) -> str:
    return render(
        "groups/members.html",
        found=found,
        form=form,
        members=members_of(found.id),
        trail=trail(found),
    )
