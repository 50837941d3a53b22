"""Places, and what is given at them."""

from flask.typing import ResponseReturnValue

from portal.directory.models import CHANGES
from portal.directory.queries.by_place import areas, by_place
from portal.directory.views import bp
from portal.directory.views.asked import asked_area
from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render


@bp.get("/places")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def places_page() -> ResponseReturnValue:
    area = asked_area()
    return render(
        "directory/places.html",
        places=by_place(language(), area.code if area else ""),
        areas=areas(),
        area=area,
    )
