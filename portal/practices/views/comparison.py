"""Two to four practices side by side."""

from flask import url_for
from flask.typing import ResponseReturnValue

from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.practices.models import CHANGES
from portal.practices.queries.comparison import comparison as compare
from portal.practices.views import bp
from portal.practices.views.wishes import picked
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render


@bp.get("/practices/comparison")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def comparison() -> ResponseReturnValue:
    asked = picked()
    return render(
        "practices/comparison.html",
        comparison=compare(asked, language()),
        asked=asked,
        address_without=lambda slug: url_for(
            "practices.comparison", practice=[one for one in asked if one != slug]
        ),
    )
