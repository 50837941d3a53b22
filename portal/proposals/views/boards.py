"""The board of a workshop, its news, its screen and its result."""

from functools import lru_cache
from http import HTTPStatus
from operator import attrgetter

import segno
from flask import abort, current_app, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from portal.db import version
from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, demand
from portal.proposals import actions
from portal.proposals.forms import ProposalForm
from portal.proposals.models import State
from portal.proposals.phases import SUPPORTING, WRITING
from portal.proposals.queries import boards
from portal.proposals.queries.answers import places
from portal.proposals.queries.boards import Slip
from portal.proposals.queries.proposals import by_submission
from portal.proposals.views import bp
from portal.web import render, request, see_other, tag, wants
from portal.workshops.models import Phase
from portal.workshops.queries import Board, changes_of, id_of, participants
from portal.workshops.views.workshops import found_board

SLIPS_ON_SCREEN = 6
NOTHING_NEWER = "9999"


@bp.get("/workshops/<slug>/board")
@access(PUBLIC)
def board(slug: str) -> ResponseReturnValue:
    return show(found_board(slug), ProposalForm())


@bp.post("/workshops/<slug>/proposals")
@access(Permission.PROPOSAL_WRITE)
def propose(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.PROPOSAL_WRITE, board)
    me = board.me or abort(401)
    form = ProposalForm.read()
    if not form.validate():
        return show(board, form), 422
    # Other words in a form sent before are another proposal.
    sending = tag(form.submission.data, me.id, form.language.data, form.wording)
    if not by_submission(sending):
        actions.propose(
            board.workshop,
            me,
            form.wording,
            language=form.language.data,
            submission=sending,
        )
    if wants("writing"):
        return show(board, ProposalForm(), sent=True)
    return see_other(url_for("proposals.board", slug=slug, sent=1, _anchor="writing"))


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
    return tag(workshop_id, version(changes_of(workshop_id)), language())


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


def show(board: Board, form: ProposalForm, *, sent: bool = False) -> str:
    slips = boards.slips(board.id, board.me)
    if request.args.get("order") == "newest":
        slips = newest_first(slips)
    own = boards.waiting_of(board.id, board.me)
    return render(
        "proposals/board.html",
        fragment="writing" if request.method == "POST" else "cards",
        board=board,
        slips=slips,
        newest=request.args.get("order") == "newest",
        own=own,
        returned=[mine for mine in own if mine.slip.state is State.RETURNED],
        form=form,
        sent=sent or "sent" in request.args,
        writing=board.phase in WRITING,
        supporting=board.phase in SUPPORTING,
        state=state_of(board.id),
        seen=max((slip.appeared[0] for slip in slips), default="0"),
        qr=qr(join_url(board)),
        people=participants([board.id])[board.id],
    )
