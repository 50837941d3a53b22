"""One material."""

from flask import abort
from flask.typing import ResponseReturnValue

from portal.directory.models import CHANGES as DIRECTORY
from portal.freshness import kept
from portal.i18n import language
from portal.links.actions import CHANGES as LINKS
from portal.materials.models import CHANGES
from portal.materials.queries.page import page
from portal.materials.queries.shelf import Shelved, shelved
from portal.materials.views import bp
from portal.permissions import PUBLIC, access
from portal.search.actions import TITLES
from portal.upkeep.queries.elsewhere import CHANGES as TRIED
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render


def found(slug: str) -> Shelved:
    """The material, or 404."""
    return shelved(slug) or abort(404)


@bp.get("/materials/<slug>")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, WORDS, LINKS, TITLES, TRIED)
def material(slug: str) -> ResponseReturnValue:
    return render("materials/material.html", page=page(found(slug), language()))
