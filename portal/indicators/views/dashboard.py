"""All indicators at once, of the region or of one municipality."""

from flask.typing import ResponseReturnValue

from portal.directory.queries.areas import municipalities
from portal.freshness import kept
from portal.indicators.counted import WHOLE
from portal.indicators.drawing import trend
from portal.indicators.models import CHANGES
from portal.indicators.queries.series import standings
from portal.indicators.views import bp
from portal.permissions import PUBLIC, access
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import vocabulary
from portal.web import render, request


@bp.get("/indicators")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def indicators() -> ResponseReturnValue:
    areas = municipalities(vocabulary())
    area = areas.get(request.args.get("area", ""))
    seen = standings(area.code if area else WHOLE)
    return render(
        "indicators/indicators.html", seen=seen, areas=areas, area=area, trend=trend
    )
