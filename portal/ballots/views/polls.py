"""Making polls, opening and closing them, by those who run the workshop."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.ballots.actions import closing, making, opening
from portal.ballots.forms.offers import Offers
from portal.ballots.forms.polls import PollForm
from portal.ballots.models import PollState
from portal.ballots.queries import offers, paper
from portal.ballots.queries import polls as queries
from portal.ballots.queries.polls import Titled
from portal.ballots.views import bp
from portal.ballots.views.found import find
from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.web import render, request, see_other, set_by_value
from portal.workshops.queries import Board
from portal.workshops.views.workshops import found_board


@bp.get("/workshops/<slug>/polls")
@access(PUBLIC)
def listing(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    runs = can(Permission.WORKSHOP_RUN, board)
    found = queries.polls(board.id, language(), drafts=runs)
    return render("ballots/polls.html", board=board, polls=found, runs=runs)


@bp.get("/workshops/<slug>/polls/new")
@access(Permission.WORKSHOP_RUN)
def new(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    here = offers.on_board(board.id)
    return show(board, PollForm().offer(Offers(here, ticked=set(here))))


@bp.post("/workshops/<slug>/polls")
@access(Permission.WORKSHOP_RUN)
def make(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = read(board)
    if not form.validate():
        return show(board, form), 422
    sent = form.submission.data or ""
    poll = making.make_poll(board.workshop, form.draft, sent)
    return see_other(url_for(".desk", number=poll.id))


@bp.get("/polls/<id:number>/settings")
@access(Permission.WORKSHOP_RUN)
def settings(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.WORKSHOP_RUN, board)
    making.need_draft(found.poll)
    form = PollForm.of(found.poll, queries.texts(found.id), offers.stamp(found.poll))
    form.offer(Offers.of(offers.on_board(board.id), offers.drafts(found.id)))
    return show(board, form, found)


@bp.post("/polls/<id:number>/settings")
@access(Permission.WORKSHOP_RUN)
def change(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.WORKSHOP_RUN, board)
    form = read(board)
    if not form.validate():
        return show(board, form, found), 422
    if not making.change_poll(found.id, form.draft, seen=form.seen.data or ""):
        form.seen.data = offers.stamp(found.poll)
        form.offers.say("offers", changed_meanwhile())
        return show(board, form, found), 422
    return see_other(url_for(".desk", number=found.id))


@bp.get("/polls/<id:number>/desk")
@access(Permission.WORKSHOP_RUN)
def desk(number: int) -> ResponseReturnValue:
    """Where a poll is opened, watched and closed."""
    found, board = find(number)
    demand(Permission.WORKSHOP_RUN, board)
    is_open = found.poll.state is PollState.OPEN
    return render(
        "ballots/desk.html",
        poll=found,
        board=board,
        choices=queries.choices(found.id, language()),
        drafts=offers.drafts(found.id),
        here=offers.on_board(board.id),
        cast=queries.cast(found.id) if is_open else 0,
        electors=queries.electors(found.id) if is_open else 0,
        waiting=queries.not_admitted(found.id, board.id) if is_open else 0,
        sheets=paper.counts(found.id) if is_open else None,
    )


@bp.post("/polls/<id:number>/state")
@access(Permission.WORKSHOP_RUN)
def set_state(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.WORKSHOP_RUN, board)
    wanted = request.form.get("state")
    if wanted == "open":
        opening.open_poll(found.id, current_user)
    elif wanted == "closed":
        closing.close(found.id, current_user)
        return see_other(url_for(".poll", number=number))
    elif wanted == "deleted":
        making.delete_poll(found.id)
        return see_other(url_for(".listing", slug=board.slug))
    else:
        abort(422)
    return see_other(url_for(".desk", number=number))


@bp.post("/polls/<id:number>/electors")
@access(Permission.WORKSHOP_RUN)
def admit(number: int) -> ResponseReturnValue:
    """Let those vote too who have joined since the opening."""
    found, board = find(number)
    demand(Permission.WORKSHOP_RUN, board)
    opening.admit(found.id)
    return see_other(url_for(".desk", number=number))


@bp.post("/polls/<id:number>/options/<id:option>")
@access(Permission.WORKSHOP_RUN)
def set_option(number: int, option: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.WORKSHOP_RUN, board)
    making.set_withdrawn(found.id, option, withdrawn=set_by_value("withdrawn"))
    return see_other(url_for(".desk", number=number))


def read(board: Board) -> PollForm:
    here = offers.on_board(board.id)
    return PollForm.read().offer(Offers.read(here, request.form))


def show(board: Board, form: PollForm, poll: Titled | None = None) -> str:
    return render("ballots/edit.html", board=board, form=form, poll=poll)


def changed_meanwhile() -> str:
    return _(
        "Somebody else has changed this vote meanwhile. What you wrote is here. Look "
        "at the vote in another tab, then save again."
    )
