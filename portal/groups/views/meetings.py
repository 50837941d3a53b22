"""The meetings of a group, one of them, both as calendars, and writing them."""

from functools import partial
from typing import Any

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal import ical
from portal.addresses import whole
from portal.db import now
from portal.directory.models import CHANGES as DIRECTORY
from portal.freshness import kept
from portal.groups.actions import meetings as actions
from portal.groups.calendars import PRODUCT, moment
from portal.groups.forms.meetings import MeetingForm
from portal.groups.models import CHANGES, KIND
from portal.groups.queries import meetings as queries
from portal.groups.queries.decisions import decided_in
from portal.groups.queries.groups import Found
from portal.groups.queries.meetings import Met
from portal.groups.queries.written import written
from portal.groups.snapshots import MEETING
from portal.groups.views import bp
from portal.groups.views.found import edited_group, found_group, trail
from portal.i18n import language
from portal.notices.bell import seen
from portal.permissions import PUBLIC, Permission, access, demand
from portal.upkeep.views.both import Edited
from portal.web import render, request, see_other, set_by_value, tag

PATH = "/groups/<slug>/meetings"
ONE = f"{PATH}/<id:meeting_id>"


@bp.get(PATH)
@access(PUBLIC)
@kept(CHANGES, DIRECTORY)
def meetings(slug: str) -> ResponseReturnValue:
    found = found_group(slug)
    met = queries.meetings(found.id, now())
    return render(
        "groups/meetings.html",
        found=found,
        ahead=[one for one in met if not one.over],
        past=[one for one in reversed(met) if one.over],
        feed=whole(url_for(".meetings_calendar", slug=slug)),
        trail=trail(found),
    )


@bp.get(f"{PATH}.ics")
@access(PUBLIC)
def meetings_calendar(slug: str) -> ResponseReturnValue:
    found = found_group(slug)
    met = queries.meetings(found.id, now())
    moments = [moment(found, one, language()) for one in met]
    return ical.file(ical.followed(moments, whose(found)))


@bp.get(ONE)
@access(PUBLIC)
@kept(CHANGES, DIRECTORY)
def meeting(slug: str, meeting_id: int) -> ResponseReturnValue:
    found = found_group(slug)
    seen(KIND, found.id)
    return render(
        "groups/meeting.html",
        found=found,
        met=found_meeting(found, meeting_id),
        decided=decided_in(meeting_id),
        trail=trail(found),
    )


@bp.get(f"{ONE}.ics")
@access(PUBLIC)
def meeting_calendar(slug: str, meeting_id: int) -> ResponseReturnValue:
    found = found_group(slug)
    met = found_meeting(found, meeting_id)
    return ical.file(ical.taken(moment(found, met, language()), whose(found)))


@bp.get(f"{PATH}/new")
@access(Permission.GROUP_EDIT)
def new_meeting(slug: str) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    return show(found, MeetingForm())


@bp.post(PATH)
@access(Permission.GROUP_EDIT)
def call_meeting(slug: str) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    form = MeetingForm(request.form)
    if not form.validate():
        return show(found, form), 422
    sent = tag(form.submission.data, current_user.id, found.id)
    made = actions.call(found.row, form.values, by=current_user, submission=sent)
    return see_other(url_for(".meeting", slug=slug, meeting_id=made.id))


@bp.get(f"{ONE}/edition")
@access(Permission.GROUP_EDIT)
def meeting_edition(slug: str, meeting_id: int) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    return edited(found, found_meeting(found, meeting_id)).opened()


@bp.post(f"{ONE}/edition")
@access(Permission.GROUP_EDIT)
def set_meeting_edition(slug: str, meeting_id: int) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    return edited(found, found_meeting(found, meeting_id)).changed()


@bp.post(f"{ONE}/cancellation")
@access(Permission.GROUP_EDIT)
def set_meeting_cancelled(slug: str, meeting_id: int) -> ResponseReturnValue:
    found = edited_group(slug)
    demand(Permission.GROUP_EDIT, found)
    met = found_meeting(found, meeting_id)
    actions.set_cancelled(found.row, met.id, wanted=set_by_value(), by=current_user)
    return see_other(url_for(".meeting", slug=slug, meeting_id=meeting_id))


def found_meeting(found: Found, meeting_id: int) -> Met:
    return queries.meeting(found.id, meeting_id, now()) or abort(404)


def whose(found: Found) -> ical.Calendar:
    page = whole(url_for(".group", slug=found.slug))
    return ical.of_the_portal(PRODUCT, found.name(language())[0], page)


def edited(found: Found, met: Met) -> Edited:
    here: dict[str, Any] = {"slug": found.slug, "meeting_id": met.id}

    return Edited(
        partial(written, MEETING, met.id),
        MeetingForm,
        lambda form: show(found, form, met),
        partial(render, "groups/merge.html", trail=trail(found)),
        lambda values, base: actions.save(
            found.row, met.id, values, base=base, by=current_user
        ),
        address=url_for(".set_meeting_edition", **here),
        onward=url_for(".meeting", **here),
    )


def show(found: Found, form: MeetingForm, met: Met | None = None) -> str:
    return render(
        "groups/meeting_edition.html",
        found=found,
        form=form,
        met=met,
        trail=trail(found),
        title=_("Edit the meeting") if met else _("Add a meeting"),
    )
