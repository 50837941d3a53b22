"""One practice."""

from flask import abort
from flask.typing import ResponseReturnValue

from portal.directory.models import CHANGES as DIRECTORY
from portal.freshness import kept
from portal.i18n import language
from portal.links.actions import CHANGES as LINKS
from portal.notices.bell import seen
from portal.permissions import PUBLIC, access
from portal.practices.models import CHANGES, KIND
from portal.practices.queries.page import page
from portal.practices.queries.texts import practice as find
from portal.practices.views import bp
from portal.search.actions import TITLES
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render


@bp.get("/practices/<slug>")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, WORDS, LINKS, TITLES)
def practice(slug: str) -> ResponseReturnValue:
    found = find(slug) or abort(404)
    shown = page(found, language()) or abort(404)
    seen(KIND, found.id)
    return render("practices/practice.html", page=shown)
