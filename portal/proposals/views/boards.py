"""The board of a workshop, its news and its result."""

from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.models import Voice
from portal.addresses import qr, whole
from portal.db import LARGEST_ID, ask_versions, today, version
from portal.directory.models import CHANGES
from portal.i18n import LANGUAGES, language
from portal.permissions import PUBLIC, Permission, access, can
from portal.proposals.forms import ProposalForm
from portal.proposals.forms.writing import themes, valued
from portal.proposals.models import Draft
from portal.proposals.phases import GROUPING, SUPPORTING
from portal.proposals.queries import boards, pages
from portal.proposals.queries.answers import places
from portal.proposals.queries.mergers import asked_of, became
from portal.proposals.queries.news import newer, pulse
from portal.proposals.queries.pages import Order, Wanted
from portal.proposals.views import bp
from portal.proposals.views.panel import panel
from portal.vocabulary.queries import CHANGES as VOCABULARY
from portal.web import render, request, tag
from portal.workshops import seats
from portal.workshops.models import Phase, Workshop
from portal.workshops.queries import Board, changes_of, participants
from portal.workshops.queries import boards as boards_of
from portal.workshops.views.workshops import found_board

NOTHING_NEWER = "9999"


@bp.get("/workshops/<slug>/board")
@access(PUBLIC)
def board(slug: str) -> ResponseReturnValue:
    return show(whole_board(slug))


@bp.get("/workshops/<slug>/news")
@access(PUBLIC)
def news(slug: str) -> ResponseReturnValue:
    """What has happened on the board since the visitor's page was made; 304 while
    nothing has. Asked again and again, so it looks at one row first. It counts from
    what the page has seen: an answer that is lost is made up for by the next."""
    workshop_id, number = pulse(slug) or abort(404)
    state = state_of(workshop_id, number)
    if request.headers.get("HX-PTag") == state:
        return "", HTTPStatus.NOT_MODIFIED
    board = whole_board(slug)
    seen = request.args.get("seen", NOTHING_NEWER)
    html = render(
        "proposals/news.html",
        board=board,
        newer=newer(board.id, seen),
        state=state,
        seen=seen,
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


def whole_board(slug: str) -> Board:
    """The workshop as `found_board` finds it, with all that a board is kept by asked
    for at once."""
    workshop = Workshop.get_or_none(Workshop.slug == slug) or abort(404)
    ask_versions(VOCABULARY, CHANGES, changes_of(workshop.id))
    key = seats.key_of(workshop.id)
    board = boards_of([workshop], language(), key)[0]
    return board if can(Permission.WORKSHOP_READ, board) else abort(404)


def state_of(workshop_id: int, number: int | None = None) -> str:
    """Changes whenever anything on the board does."""
    if number is None:
        number = version(changes_of(workshop_id))
    # A workshop that moves by its dates changes with the day.
    return tag(workshop_id, number, language(), today())


def join_url(board: Board) -> str:
    return whole(url_for("workshops.join", code=board.workshop.code))


def wanted() -> Wanted:
    """What the address asks for; what it can't ask for is passed over."""
    theme = themes().get(request.args.get("theme", ""))
    spoken = request.args.get("spoken", "")
    return Wanted(
        valued(Order, request.args.get("order")) or Order.SUPPORTED,
        theme.id if theme else None,
        valued(Voice, request.args.get("voice")),
        spoken if spoken in LANGUAGES else None,
        asked_number("cluster"),
    )


def asked_number(name: str) -> int | None:
    text = request.args.get(name, "")
    fits = text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_ID))
    return int(text) if fits and int(text) <= LARGEST_ID else None


def show(
    board: Board, form: ProposalForm | None = None, *, other: Draft | None = None
) -> str:
    choice = wanted()
    facts = pages.facts(board.id, choice)
    number = min(max(asked_number("page") or 1, 1), facts.pages)
    slips = pages.page(board.id, board.me, choice, number) if facts.found else []
    return render(
        "proposals/board.html",
        fragment="cards",
        slips=slips,
        groups=boards.grouped(slips),
        facts=facts,
        wanted=choice,
        page=number,
        themes=themes(),
        grouping=board.phase in GROUPING,
        asked=asked_of(board.id, board.me),
        became=became(board.id, board.me) if board.phase in SUPPORTING else [],
        supporting=board.phase in SUPPORTING,
        state=state_of(board.id),
        seen=facts.newest,
        qr=qr(join_url(board)),
        people=facts.people,
        **panel(board, form, other=other),
    )
