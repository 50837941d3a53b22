"""What is tried, and how far it has come."""

from flask.typing import ResponseReturnValue

from portal.freshness import kept
from portal.i18n import language
from portal.paging import page_of
from portal.permissions import PUBLIC, access
from portal.pilots.models import CHANGES, PilotState
from portal.pilots.queries.pilots import listed
from portal.pilots.queries.reasons import reason
from portal.pilots.queries.results import results_of
from portal.pilots.queries.selections import outcomes
from portal.pilots.views import bp
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import vocabulary
from portal.web import render, request

PAGE_SIZE = 30


@bp.get("/pilots")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def pilots() -> ResponseReturnValue:
    """A state that there is not narrows nothing."""
    asked = request.args.get("state", "")
    state = PilotState(asked) if asked in set(PilotState) else None
    found = listed(state)
    page = page_of(found.pilots, PAGE_SIZE)
    ids = [pilot.id for pilot in page.items]
    decided = outcomes(ids, language())
    return render(
        "pilots/pilots.html",
        found=found,
        state=state,
        rows=[
            (pilot, pilot.text(language()), reason(pilot, decided[pilot.id]))
            for pilot in page.items
        ],
        results=results_of(ids),
        areas=vocabulary().words,
        number=page.number,
        pages=page.pages,
    )
