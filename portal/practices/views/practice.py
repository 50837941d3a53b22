"""One practice."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.directory.models import CHANGES as DIRECTORY
from portal.freshness import kept
from portal.i18n import language
from portal.links.actions import CHANGES as LINKS
from portal.notices.bell import seen
from portal.permissions import PUBLIC, access
from portal.practices.models import CHANGES, KIND
from portal.practices.queries.keeping import findable
from portal.practices.queries.page import page
from portal.practices.views import bp
from portal.search.actions import TITLES
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render, see_other

CONTENTS = (CHANGES, DIRECTORY, WORDS, LINKS, TITLES)
"""All that a practice's page is drawn from."""


@bp.get("/practices/<slug>")
@access(PUBLIC)
@kept(*CONTENTS)
def practice(slug: str) -> ResponseReturnValue:
    """Who writes one of which nothing is published reads it where it is written."""
    shown = page(slug, language())
    if shown is None:
        _draft = findable(slug) or abort(404)
        return see_other(url_for(".edition", slug=slug))
    seen(KIND, shown.practice.id)
    return render("practices/practice.html", page=shown)
