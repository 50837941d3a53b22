"""One indicator: what it tells, how it is counted, and every figure taken."""

from flask import abort
from flask.typing import ResponseReturnValue

from portal.directory.queries.areas import municipalities
from portal.freshness import kept
from portal.indicators.definitions import INDICATORS
from portal.indicators.drawing import trend
from portal.indicators.models import CHANGES
from portal.indicators.queries.series import standing
from portal.indicators.views import bp
from portal.permissions import PUBLIC, access
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import vocabulary
from portal.web import render


@bp.get("/indicators/<indicator_code>")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def indicator(indicator_code: str) -> ResponseReturnValue:
    one = INDICATORS.get(indicator_code) or abort(404)
    seen, places = standing(one)
    return render(
        "indicators/indicator.html",
        seen=seen,
        places=sorted(places, key=lambda series: series.area),
        areas=municipalities(vocabulary()),
        trend=trend,
    )
