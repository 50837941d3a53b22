"""One group."""

from flask.typing import ResponseReturnValue

from portal.db import local_day, now, today
from portal.directory.models import CHANGES as DIRECTORY
from portal.freshness import kept
from portal.groups.life import life
from portal.groups.models import CHANGES, KIND
from portal.groups.queries import decisions, meetings, members, questions
from portal.groups.views import bp
from portal.groups.views.found import found_group, trail
from portal.i18n import language
from portal.links.actions import CHANGES as LINKS
from portal.notices.bell import seen
from portal.permissions import PUBLIC, access
from portal.search.actions import TITLES
from portal.search.queries import related
from portal.web import render

JOINED = ("practice", "material", "pilot")
MOST_PAST, MOST_DECIDED = 4, 8


@bp.get("/groups/<slug>")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, LINKS, TITLES)
def group(slug: str) -> ResponseReturnValue:
    found = found_group(slug)
    seen(KIND, found.id)
    moment = now()
    met = meetings.meetings(found.id, moment)
    past = [one for one in reversed(met) if one.over]
    decided = decisions.decisions(found.id)
    # The log, to which the page leads, holds the others; but none of a draft.
    most = MOST_DECIDED if found.row.public else len(decided)
    held = [one for one in met if not one.cancelled]
    latest = local_day(held[-1].row.starts_at) if held else None
    return render(
        "groups/group.html",
        found=found,
        life=life(found.row.closed_on, latest, today()),
        last=next((one for one in reversed(held) if one.over), None),
        next=next((one for one in held if not one.over), None),
        members=members.members(found.id),
        ahead=[one for one in met if not one.over],
        past=past[:MOST_PAST],
        more_past=len(past) > MOST_PAST,
        open=[one for one in decided if one.row.state == "open"][:most],
        settled=[one for one in decided if one.row.state != "open"][:most],
        decided=len(decided),
        questions=questions.of_group(found.id),
        trail=trail(),
        joined=related(KIND, found.id, JOINED, language()),
    )
