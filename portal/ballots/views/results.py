"""What came of a vote: its page, its files, and how anybody checks the count."""

import json

from flask import Response, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.ballots import exports, recounts
from portal.ballots.comparing import bars, comparison, money
from portal.ballots.models import POLL
from portal.ballots.queries.lists import A_PAGE, brief, by_option, published
from portal.ballots.queries.polls import Choice, Titled
from portal.ballots.queries.results import Result
from portal.ballots.queries.results import result as read
from portal.ballots.views import bp
from portal.ballots.views.found import find_closed
from portal.i18n import language
from portal.notices.bell import seen
from portal.paging import page_of
from portal.permissions import PUBLIC, access
from portal.spreadsheet import csv_file
from portal.web import NOT_KEPT, render, request
from portal.workshops.codes import cleaned
from portal.workshops.models import Entry
from portal.workshops.queries import Board

MOST_IN_MATRIX = 12


def show(found: Titled, board: Board) -> str:
    # Only now: who has looked at the page of an open vote is written nowhere.
    seen(POLL, found.id, board)
    result = read(found, language())
    return render(
        "ballots/result.html",
        poll=found,
        board=board,
        result=result,
        bars=bars(result),
        money=money,
        comparison=comparison(result),
        unchecked=board.entry is not Entry.INVITED,
        most_in_matrix=MOST_IN_MATRIX,
        open_all="all" in request.args,
    )


@bp.get("/polls/<id:number>/result.csv")
@access(PUBLIC)
def result_table(number: int) -> ResponseReturnValue:
    found, board = find_closed(number)
    result = read(found, language())
    name = f"{board.slug}-{_('vote')}-{number}"
    return csv_file(name, exports.header(result), exports.rows(result))


@bp.get("/polls/<id:number>/result.json")
@access(PUBLIC)
def result_document(number: int) -> ResponseReturnValue:
    found, _board = find_closed(number)
    document = exports.document(read(found, language()))
    return file(json.dumps(document, ensure_ascii=False, indent=1), "application/json")


@bp.get("/polls/<id:number>/ballots")
@access(PUBLIC)
def ballots(number: int) -> ResponseReturnValue:
    """The list of ballots, and one's own by its receipt."""
    found, board = find_closed(number)
    result = read(found, language())
    receipt = cleaned(request.args.get("receipt", ""))
    listed = published(found.poll)
    counted, choice = listed.find(receipt) if receipt else (False, None)
    page = page_of(listed.ballots, A_PAGE)
    html = render(
        "ballots/ballots.html",
        poll=found,
        board=board,
        result=result,
        options=options(result),
        listed=listed,
        shown=page.items,
        number=page.number,
        pages=page.pages,
        receipt=receipt,
        counted=counted,
        own=None if choice is None else by_option(listed.method, choice),
        brief=brief,
    )
    return html, NOT_KEPT


@bp.get("/polls/<id:number>/ballots.json")
@access(PUBLIC)
def ballot_list(number: int) -> ResponseReturnValue:
    """The list as it was hashed, to the letter."""
    found, _board = find_closed(number)
    need_list(read(found, language()))
    return file(found.poll.ballots, "application/json", f"ballots-{number}.json")


@bp.get("/polls/<id:number>/recount.py")
@access(PUBLIC)
def recount_script(number: int) -> ResponseReturnValue:
    found, _board = find_closed(number)
    need_list(read(found, language()))
    return file(recounts.script(found.poll.method), "text/x-python", "recount.py")


def options(result: Result) -> dict[int, Choice]:
    """What could be chosen, also what was withdrawn, by number."""
    standing = [line.choice for line in result.lines]
    return {choice.id: choice for choice in [*standing, *result.withdrawn]}


def need_list(result: Result) -> None:
    """A handful of ballots is not published."""
    if result.handful:
        abort(404)


def file(content: str, kind: str, name: str = "") -> Response:
    kept = {"Content-Disposition": f'attachment; filename="{name}"'} if name else {}
    return Response(content, mimetype=kind, headers=kept)
