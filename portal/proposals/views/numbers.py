"""Looking up what came of a proposal, by the number on a card."""

import re

from flask.typing import ResponseReturnValue

from portal.db import LARGEST_ID
from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, can
from portal.proposals.queries.answers import answers_of
from portal.proposals.queries.numbers import Numbered, by_number
from portal.proposals.views import bp
from portal.web import render, request
from portal.workshops import seats
from portal.workshops.queries import Board, board_by_id

DIGITS = re.compile(r"[0-9]{1,10}")
LONGEST = 40


@bp.get("/proposals")
@access(PUBLIC)
def numbers() -> ResponseReturnValue:
    """Where a proposal stands, asked without an account. Of what is not on the board
    it tells the state and no words, for numbers are easily guessed."""
    written = request.args.get("number", "")[:LONGEST]
    number = meant(written)
    boards: dict[int, Board] = {}
    found = [row for row in by_number(number) if seen(row, boards)] if number else []
    ids = [row.id for row in found if row.id and row.is_public]
    return render(
        "proposals/numbers.html",
        written=written,
        number=number,
        found=found,
        boards=boards,
        answers=answers_of(ids, language()) if ids else {},
    )


def meant(written: str) -> int:
    """The number in what was typed, such as `No. 57`; 0 where there is none."""
    found = DIGITS.findall(written)
    number = int(found[0]) if len(found) == 1 else 0
    return number if number <= LARGEST_ID else 0


def seen(row: Numbered, boards: dict[int, Board]) -> bool:
    """Whether its workshop is there for this visitor; it is read once."""
    if row.workshop not in boards:
        key = seats.key_of(row.workshop)
        board = board_by_id(row.workshop, language(), key)
        if board is None or not can(Permission.WORKSHOP_READ, board):
            return False
        boards[row.workshop] = board
    return True
