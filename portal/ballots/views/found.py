"""The poll that an address names."""

from flask import abort

from portal.ballots.actions import closing
from portal.ballots.holding import is_open
from portal.ballots.models import PollState
from portal.ballots.queries import polls as queries
from portal.ballots.queries.polls import Titled
from portal.i18n import language
from portal.permissions import Permission, can
from portal.workshops.queries import Board
from portal.workshops.views.workshops import found_board_of


def find(number: int) -> tuple[Titled, Board]:
    """The poll and its workshop as this visitor may see them, or 404. One that has
    not begun is there for those who run the workshop only; one whose time is up is
    closed when they come."""
    found = queries.poll(number, language()) or abort(404)
    board = found_board_of(found.poll.workshop)
    hidden = found.poll.state is PollState.DRAFT
    over = found.poll.state is PollState.OPEN and not is_open(found.poll)
    if not (hidden or over):
        return found, board
    runs = can(Permission.WORKSHOP_RUN, board)
    if hidden and not runs:
        abort(404)
    if over and runs:
        closing.close(found.id)
        found = queries.poll(number, language()) or abort(404)
    return found, board


def find_closed(number: int) -> tuple[Titled, Board]:
    """The same, or 404 until it has closed."""
    found, board = find(number)
    return (found, board) if found.poll.state is PollState.CLOSED else abort(404)
