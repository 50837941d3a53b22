"""One pilot."""

from flask.typing import ResponseReturnValue

from portal.directory.models import CHANGES as DIRECTORY
from portal.freshness import kept
from portal.i18n import language
from portal.links.actions import CHANGES as LINKS
from portal.notices.bell import seen
from portal.permissions import PUBLIC, access
from portal.pilots.actions.take_ups import TAKEN_UP
from portal.pilots.charts import charts
from portal.pilots.models import CHANGES, KIND
from portal.pilots.queries.page import page
from portal.pilots.queries.reasons import followed, reason
from portal.pilots.queries.results import spans
from portal.pilots.queries.selections import of_pilot
from portal.pilots.views import bp
from portal.pilots.views.found import found_pilot
from portal.practices.models import CHANGES as PRACTICES
from portal.search.actions import TITLES
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render


@bp.get("/pilots/<slug>")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, WORDS, LINKS, TITLES, PRACTICES)
def pilot(slug: str) -> ResponseReturnValue:
    shown = page(found_pilot(slug), language())
    outcomes = of_pilot(shown.pilot.id, language())
    seen(KIND, shown.pilot.id)
    return render(
        "pilots/pilot.html",
        page=shown,
        charts=charts(shown.results),
        spans=spans,
        outcomes=outcomes,
        reason=reason(shown.pilot, outcomes),
        followed=followed,
        is_taken_up=shown.pilot.state in TAKEN_UP,
    )
