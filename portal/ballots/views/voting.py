"""Voting: the ballot, casting it, and the receipt. Nothing of it is kept anywhere but
in the box: no page here may be stored, and none says what somebody chose."""

from dataclasses import dataclass

from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.ballots.actions import casting
from portal.ballots.forms import Marks
from portal.ballots.forms.marks import LONGEST_REASON
from portal.ballots.holding import is_open
from portal.ballots.models import Elector, PollState
from portal.ballots.queries import papers
from portal.ballots.queries import polls as queries
from portal.ballots.queries.papers import Paper
from portal.ballots.queries.polls import Choice, Titled
from portal.ballots.views import bp, results
from portal.ballots.views.found import find
from portal.errors import Refused
from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, demand
from portal.web import NOT_KEPT, render, request
from portal.workshops import seats
from portal.workshops.kiosk import kiosk
from portal.workshops.models import Phase, Way
from portal.workshops.queries import Board

RECEIPT = "THE-RECEIPT-GOES-HERE"


@dataclass(frozen=True)
class Voter:
    """What the page of a ballot needs to know of who reads it."""

    board: Board
    elector: Elector | None

    @property
    def me(self) -> object:
        return self.board.me

    @property
    def votes(self) -> bool:
        return self.elector is not None and not self.elector.on_paper


@bp.get("/polls/<id:number>")
@access(PUBLIC)
def poll(number: int) -> ResponseReturnValue:
    found, board = find(number)
    if found.poll.state is PollState.CLOSED:
        return results.show(found, board)
    marks = Marks(found.poll.method, options(found, board), found.settings)
    return show(found, voter(found, board), marks), NOT_KEPT


@bp.post("/polls/<id:number>/ballot")
@access(Permission.BALLOT_CAST)
def cast(number: int) -> ResponseReturnValue:
    """Many do it in the same minutes: what is the same for all of them is remembered,
    and the workshop is read only for those who get a page that says why not."""
    paper = papers.paper(number, language())
    me = papers.seated(number, seats.key_of(paper.workshop)) if paper else None
    if paper is None or me is None or me.elector.on_paper:
        return explain(number)
    demand(Permission.BALLOT_CAST, me)
    poll = paper.poll
    marks = Marks.read(poll.poll.method, paper.choices, poll.settings, request.form)
    if not is_open(poll.poll) or not marks.validate():
        return explain(number)
    try:
        receipt = casting.cast(
            poll.poll,
            me.elector,
            marks.choice,
            way=Way.KIOSK if kiosk() else me.way,
            reasons=marks.reasons,
        )
    except Refused:
        return explain(number)
    if marks.tells_danger:
        return draw_receipt(paper, receipt, worried=True), NOT_KEPT
    return receipt_page(paper, receipt), NOT_KEPT


def receipt_page(paper: Paper, receipt: str) -> str:
    """Drawn once for all who have no account: only the receipt differs."""
    if current_user.is_authenticated or kiosk() or request.query_string:
        return draw_receipt(paper, receipt)
    if RECEIPT not in paper.drawn:
        paper.drawn[RECEIPT] = draw_receipt(paper, RECEIPT)
    return paper.drawn[RECEIPT].replace(RECEIPT, receipt)


def draw_receipt(paper: Paper, receipt: str, *, worried: bool = False) -> str:
    return render(
        "ballots/receipt.html",
        poll=paper.poll,
        slug=paper.slug,
        receipt=receipt,
        worried=worried,
    )


def explain(number: int) -> ResponseReturnValue:
    """Why this ballot is not in the box, with all that was marked on it."""
    found, board = find(number)
    me = voter(found, board)
    demand(Permission.BALLOT_CAST, me)
    choices = options(found, board)
    marks = Marks.read(found.poll.method, choices, found.settings, request.form)
    if not me.votes or not takes_ballots(found, board) or marks.validate():
        return show(found, me, marks, refused=True), 409, NOT_KEPT
    return show(found, me, marks), 422, NOT_KEPT


@bp.get("/polls/<id:number>/secrecy")
@access(PUBLIC)
def secrecy(number: int) -> ResponseReturnValue:
    found, board = find(number)
    return render("ballots/secrecy.html", poll=found, board=board)


def takes_ballots(found: Titled, board: Board) -> bool:
    return is_open(found.poll) and board.phase is Phase.VOTE


def voter(found: Titled, board: Board) -> Voter:
    return Voter(board, queries.elector(found.id, board.me) if board.me else None)


def options(found: Titled, board: Board) -> list[Choice]:
    """In an order of chance, the same at each look of the same person."""
    choices = queries.choices(found.id, language())
    who = board.me.id if board.me else ""
    return queries.shuffled(choices, found.id, who)


def show(found: Titled, me: Voter, marks: Marks, *, refused: bool = False) -> str:
    open_now = takes_ballots(found, me.board)
    return render(
        "ballots/poll.html",
        poll=found,
        board=me.board,
        voter=me,
        marks=marks,
        open=open_now,
        lost=open_now and casting.is_lost(found.poll),
        refused=refused,
        most=LONGEST_REASON,
    )
