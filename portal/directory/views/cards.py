"""A service as its card, and in easy language."""

from flask import Response, abort, make_response
from flask.typing import ResponseReturnValue

from portal.directory.models import CHANGES, KIND, Service
from portal.directory.queries import cards, easy
from portal.directory.queries.texts import Reader
from portal.directory.views import bp
from portal.freshness import kept
from portal.i18n import language
from portal.links.actions import CHANGES as LINKS
from portal.notices.bell import seen
from portal.permissions import PUBLIC, Permission, access, can
from portal.search.actions import TITLES
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render


def reader() -> Reader:
    """What the current visitor may read of a card."""
    return Reader(
        drafts=can(Permission.SERVICE_EDITOR_NOTES),
        professionals=can(Permission.SERVICE_PROFESSIONALS),
        staff_notes=can(Permission.SERVICE_STAFF_NOTES),
    )


@bp.get("/services/<slug>")
@access(PUBLIC)
@kept(CHANGES, WORDS, LINKS, TITLES)
def service(slug: str) -> ResponseReturnValue:
    card = cards.card(slug, language(), reader()) or abort(404)
    seen(KIND, card.service.id)
    return unseen(card.service, render("directory/card.html", card=card))


@bp.get("/services/<slug>/easy")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def easy_service(slug: str) -> ResponseReturnValue:
    page = easy.easy(slug, language(), reader()) or abort(404)
    return unseen(page.service, render("directory/easy.html", page=page))


def unseen(found: Service, html: str) -> Response:
    """The page, kept nowhere if the service is one that nobody is to know of."""
    response = make_response(html)
    if found.sensitive:
        response.headers["Cache-Control"] = "no-store"
    return response
