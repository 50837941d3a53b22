"""Home, the emergency page, the statements, and what machines ask for."""

from http import HTTPStatus

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from portal import db
from portal.directory.queries.today import open_today
from portal.freshness import kept
from portal.i18n import language, preferred_language
from portal.moderation.queries.rules import site_rules
from portal.pages import queries, themes
from portal.pages.statements import statement
from portal.permissions import PUBLIC, access
from portal.practices.queries.recent import news
from portal.proposals.queries.boards import counts
from portal.threads.queries.threads import newest
from portal.vocabulary.queries import vocabulary
from portal.web import NOT_KEPT, render
from portal.workshops.queries import participants
from portal.workshops.queries.sessions import next_starts

root = Blueprint("root", __name__)
bp = Blueprint("pages", __name__, url_prefix="/<language>")

MOST_OPEN = 5
MOST_WORKSHOPS = 2
MOST_PRACTICES = 3


@root.get("/")
@access(PUBLIC)
def index() -> ResponseReturnValue:
    response = redirect(url_for("pages.home", language=preferred_language()))
    response.vary.update(["Accept-Language", "Cookie"])
    return response


@root.get("/healthz")
@access(PUBLIC)
def healthz() -> ResponseReturnValue:
    """The process answers."""
    return {"status": "ok"}


@root.get("/readyz")
@access(PUBLIC)
def readyz() -> ResponseReturnValue:
    """The database answers too."""
    if db.answers():
        return {"status": "ok"}
    return {"status": "no database"}, HTTPStatus.SERVICE_UNAVAILABLE


@bp.get("/")
@access(PUBLIC)
@kept()
def home() -> ResponseReturnValue:
    workshops = queries.open_workshops(language(), MOST_WORKSHOPS)
    ids = [board.id for board in workshops]
    thread = newest()
    return render(
        "pages/home.html",
        doors=[word for word in vocabulary().of("theme").values() if word.doors],
        open_today=open_today(language(), MOST_OPEN),
        workshops=workshops,
        proposals=counts(ids),
        people=participants(ids),
        sessions=next_starts(ids),
        thread=thread,
        change=None if thread else queries.newest_change(language()),
        practices=news(language(), MOST_PRACTICES),
    )


@bp.get("/themes/<slug>")
@access(PUBLIC)
@kept()
def theme(slug: str) -> ResponseReturnValue:
    found = themes.theme(slug, language()) or abort(404)
    ids = [board.id for board in found.workshops]
    return render("pages/theme.html", theme=found, proposals=counts(ids))


@bp.get("/emergency")
@access(PUBLIC)
def emergency() -> ResponseReturnValue:
    page = render("pages/emergency.html", page=statement("emergency", language()))
    return page, 200, NOT_KEPT


@bp.get("/about/<any(accessibility, privacy, rules):name>")
@access(PUBLIC)
def about(name: str) -> ResponseReturnValue:
    if name == "rules":
        return render("moderation/rules.html", rules=site_rules())
    return render("pages/about.html", page=statement(name, language()))
