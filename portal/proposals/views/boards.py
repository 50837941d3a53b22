"""The board of a workshop, its news and its result."""

from collections import OrderedDict
from http import HTTPStatus
from time import time

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.models import Voice
from portal.addresses import qr, whole
from portal.db import LARGEST_ID, today, version
from portal.i18n import LANGUAGES, language
from portal.notices.bell import seen
from portal.permissions import PUBLIC, Permission, access, can
from portal.proposals.forms import ProposalForm
from portal.proposals.forms.writing import themes, valued
from portal.proposals.models import Draft
from portal.proposals.phases import GROUPING, SUPPORTING
from portal.proposals.queries import boards, pages
from portal.proposals.queries.answers import places
from portal.proposals.queries.mergers import asked_of, became
from portal.proposals.queries.news import newer, pulse
from portal.proposals.queries.own import own
from portal.proposals.queries.pages import Order, Wanted
from portal.proposals.views import bp
from portal.proposals.views.panel import panel, user
from portal.web import render, request, tag
from portal.workshops import seats
from portal.workshops.models import Entry, Phase
from portal.workshops.queries import KIND as WORKSHOP
from portal.workshops.queries import Board, board_at_once, changes_of, participants
from portal.workshops.views.workshops import found_board

NOTHING_NEWER = "9999"
MOST_TOLD = 64

told: OrderedDict[str, str] = OrderedDict()
"""News as they were drawn last, the same for everybody who has seen the same."""


@bp.get("/workshops/<slug>/board")
@access(PUBLIC)
def board(slug: str) -> ResponseReturnValue:
    found = whole_board(slug)
    seen(WORKSHOP, found.id, found)
    return show(found)


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
    seen = request.args.get("seen", NOTHING_NEWER)
    # Many ask in the second after a change, and most are told the same.
    name = tag(state, seen, int(time()))
    html = told.get(name) if number else None
    if html is None:
        board = whole_board(slug)
        html = news_of(board, state, seen)
        if board.entry is not Entry.INVITED:
            told[name] = html
            while len(told) > MOST_TOLD:
                told.popitem(last=False)
    return html, 200, {"HX-PTag": state, "Cache-Control": "no-store"}


def news_of(board: Board, state: str, seen: str) -> str:
    return render(
        "proposals/news.html",
        board=board,
        newer=newer(board.id, seen),
        state=state,
        seen=seen,
    )


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
    """The same as `found_board`, asked for with little."""
    found = board_at_once(slug, language(), seats.keys().values()) or abort(404)
    return found if can(Permission.WORKSHOP_READ, found) else abort(404)


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
    supporting = board.phase in SUPPORTING
    held = own(board.id, board.me, user())
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
        asked=asked_of(board.id, board.me) if held.asked else [],
        became=became(board.id, board.me) if supporting and held.became else [],
        supporting=supporting,
        state=state_of(board.id),
        seen=facts.newest,
        qr=qr(join_url(board)),
        people=facts.people,
        **panel(board, form, other=other, held=held),
    )
