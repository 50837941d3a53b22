"""One decision of a group, and writing it."""

from functools import partial
from typing import Any

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.db import now, today
from portal.directory.models import CHANGES as DIRECTORY
from portal.freshness import kept
from portal.groups.actions import decisions as actions
from portal.groups.forms.meetings import DecisionForm
from portal.groups.models import CHANGES, KIND
from portal.groups.queries import decisions as queries
from portal.groups.queries.decisions import Decided
from portal.groups.queries.groups import Found
from portal.groups.queries.meetings import meeting, meetings
from portal.groups.queries.written import written
from portal.groups.snapshots import DECISION
from portal.groups.views import bp
from portal.groups.views.found import edited_group, found_group, trail
from portal.notices.bell import seen
from portal.permissions import PUBLIC, Permission, access, demand
from portal.upkeep.views.both import Edited
from portal.web import render, request, see_other, tag
from portal.workshops.moments import weekday_and_date

PATH = "/groups/<slug>/decisions"
ONE = f"{PATH}/<id:decision_id>"


@bp.get(PATH)
@access(PUBLIC)
def group_decisions(slug: str) -> ResponseReturnValue:
    """Where they stand in the log."""
    found = found_group(slug)
    return see_other(url_for(".decisions", group=found.slug))


@bp.get(ONE)
@access(PUBLIC)
@kept(CHANGES, DIRECTORY)
def decision(slug: str, decision_id: int) -> ResponseReturnValue:
    found = found_group(slug)
    seen(KIND, found.id)
    decided = found_decision(found, decision_id)
    held_in = decided.row.meeting
    return render(
        "groups/decision.html",
        found=found,
        decided=decided,
        met=meeting(found.id, held_in, now()) if held_in else None,
        trail=trail(found),
    )


@bp.get(f"{PATH}/new")
@access(Permission.GROUP_EDIT)
def new_decision(slug: str) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    form = DecisionForm(data={"decided_on": today().isoformat()})
    return show(found, form.offer(offered(found)))


@bp.post(PATH)
@access(Permission.GROUP_EDIT)
def add_decision(slug: str) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    form = DecisionForm(request.form).offer(offered(found))
    if not form.validate():
        return show(found, form), 422
    sent = tag(form.submission.data, current_user.id, found.id)
    made = actions.add(found.row, form.values, by=current_user, submission=sent)
    return see_other(url_for(".decision", slug=slug, decision_id=made.id))


@bp.get(f"{ONE}/edition")
@access(Permission.GROUP_EDIT)
def decision_edition(slug: str, decision_id: int) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    return edited(found, found_decision(found, decision_id)).opened()


@bp.post(f"{ONE}/edition")
@access(Permission.GROUP_EDIT)
def set_decision_edition(slug: str, decision_id: int) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    return edited(found, found_decision(found, decision_id)).changed()


def found_decision(found: Found, decision_id: int) -> Decided:
    return queries.decision(found.id, decision_id) or abort(404)


def offered(found: Found, held_in: int | None = None) -> dict[str, str]:
    """The meetings in which it may have been decided, the newest first; also the one
    that it is of now."""
    return {
        str(met.id): weekday_and_date(met.row.starts_at)
        for met in reversed(meetings(found.id, now()))
        if not met.cancelled or met.id == held_in
    }


def edited(found: Found, decided: Decided) -> Edited:
    here: dict[str, Any] = {"slug": found.slug, "decision_id": decided.id}

    def make(sent: Any) -> DecisionForm:
        return DecisionForm(sent).offer(offered(found, decided.row.meeting))

    return Edited(
        partial(written, DECISION, decided.id),
        make,
        lambda form: show(found, form, decided),
        partial(render, "groups/merge.html", trail=trail(found)),
        lambda values, base: actions.save(decided.id, values, base=base),
        address=url_for(".set_decision_edition", **here),
        onward=url_for(".decision", **here),
    )


def show(found: Found, form: DecisionForm, decided: Decided | None = None) -> str:
    return render(
        "groups/decision_edition.html",
        found=found,
        form=form,
        decided=decided,
        trail=trail(found),
        title=_("Edit the decision") if decided else _("Add a decision"),
    )
