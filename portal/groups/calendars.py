"""Meetings as moments of a calendar."""

from flask import url_for
from flask_babel import gettext as _

from portal.addresses import whole
from portal.groups.queries.groups import Found
from portal.groups.queries.meetings import Met
from portal.ical import Moment

PRODUCT = "Groups"


def moment(found: Found, met: Met, language: str) -> Moment:
    """In this language; the agenda bears its own where it is in another."""
    row = met.row
    agenda, spoken = met.part("agenda", language)
    join = _("Join on the web: %(address)s", address=row.url) if row.url else ""
    name, named_in = found.name(language)
    page = url_for("groups.meeting", slug=found.slug, meeting_id=met.id)
    return Moment(
        key=f"group-meeting-{met.id}",
        edition=row.edition,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        cancelled=met.cancelled,
        title=_("Meeting – %(name)s", name=name),
        words="\n\n".join(filter(None, [agenda, join])),
        spoken=spoken if agenda else named_in,
        place=row.place,
        url=whole(page),
    )
