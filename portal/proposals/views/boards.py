"""The board of a workshop, its news, its screen and its result."""

from functools import lru_cache
from http import HTTPStatus
from operator import attrgetter

import segno
from flask import abort, current_app, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from portal.db import today, version
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.proposals.forms import ProposalForm
from portal.proposals.models import Draft
from portal.proposals.phases import GROUPING, SUPPORTING, WRITING
from portal.proposals.queries import boards
from portal.proposals.queries.answers import places
from portal.proposals.queries.boards import Slip
from portal.proposals.queries.mergers import asked_of, became
from portal.proposals.views import bp
from portal.proposals.views.panel import panel
from portal.web import render, request, tag, wants
from portal.workshops.models import Phase
from portal.workshops.queries import Board, changes_of, id_of, participants
from portal.workshops.views.workshops import found_board

SLIPS_ON_SCREEN = 6
NOTHING_NEWER = "9999"


@bp.get("/workshops/<slug>/board")
@access(PUBLIC)
def board(slug: str) -> ResponseReturnValue:
    return show(found_board(slug))


@bp.get("/workshops/<slug>/news")
@access(PUBLIC)
def news(slug: str) -> ResponseReturnValue:
    """What has happened on the board since the visitor's page was made; 304 while
    nothing has. Asked again and again, so it looks at one row first."""
    workshop_id = id_of(slug) or abort(404)
    state = state_of(workshop_id)
    if request.headers.get("HX-PTag") == state:
        return "", HTTPStatus.NOT_MODIFIED
    board = found_board(slug)
    seen = request.args.get("seen", NOTHING_NEWER)
    slips = boards.slips(board.id)
    newer = [slip for slip in slips if slip.appeared[0] > seen]
    html = render(
        "proposals/news.html", board=board, newer=newer, state=state, seen=seen
    )
    return html, 200, {"HX-PTag": state, "Cache-Control": "no-store"}


@bp.get("/workshops/<slug>/screen")
@access(PUBLIC)
def screen(slug: str) -> ResponseReturnValue:
    """The view for a wall; it refreshes itself while something changes."""
    workshop_id = id_of(slug) or abort(404)
    state = state_of(workshop_id)
    if wants("wall") and request.headers.get("HX-PTag") == state:
        return "", HTTPStatus.NOT_MODIFIED
    board = found_board(slug)
    slips = boards.slips(board.id)
    newest = newest_first(slips)
    html = render(
        "proposals/screen.html",
        fragment="wall",
        board=board,
        state=state,
        slips=newest if board.phase in WRITING else slips,
        most=SLIPS_ON_SCREEN,
        qr=qr(join_url(board)),
    )
    return html, 200, {"HX-PTag": state, "Cache-Control": "no-store"}


@bp.get("/workshops/<slug>/results")
@access(PUBLIC)
def results(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    closed = board.phase is Phase.ANSWER
    return render(
        "proposals/results.html",
        board=board,
        places=places(board.id, language()) if closed else [],
        closed=closed,
        people=participants([board.id])[board.id],
    )


def state_of(workshop_id: int) -> str:
    """Changes whenever anything on the board does."""
    # A workshop that moves by its dates changes with the day.
    return tag(workshop_id, version(changes_of(workshop_id)), language(), today())


def newest_first(slips: list[Slip]) -> list[Slip]:
    return sorted(slips, key=attrgetter("appeared"), reverse=True)


def join_url(board: Board) -> str:
    base = current_app.config["BASE_URL"] or request.host_url.rstrip("/")
    return base + url_for("workshops.join", code=board.workshop.code)


@lru_cache(maxsize=512)
def qr(url: str) -> Markup:
    svg = segno.make(url, error="m").svg_inline(
        border=1, omitsize=True, svgclass="qr", lineclass=None
    )
    return Markup(svg)  # noqa: S704  drawn by the library from our own address


def show(
    board: Board, form: ProposalForm | None = None, *, other: Draft | None = None
) -> str:
    slips = boards.slips(board.id, board.me)
    if request.args.get("order") == "newest":
        slips = newest_first(slips)
    return render(
        "proposals/board.html",
        fragment="cards",
        slips=slips,
        groups=boards.grouped(slips),
        grouping=board.phase in GROUPING,
        asked=asked_of(board.id, board.me),
        became=became(board.id, board.me) if board.phase in SUPPORTING else [],
        newest=request.args.get("order") == "newest",
        supporting=board.phase in SUPPORTING,
        state=state_of(board.id),
        seen=max((slip.appeared[0] for slip in slips), default="0"),
        qr=qr(join_url(board)),
        people=participants([board.id])[board.id],
        **panel(board, form, other=other),
    )
