"""Entering paper ballots: two people read each sheet, and settle what they read
differently. All by keyboard: the code, Enter, the marks, Enter, the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.ballots.actions import paper as actions
from portal.ballots.forms.paper import SheetMarks, alike
from portal.ballots.models import PaperSheet, PollState
from portal.ballots.queries import paper as queries
from portal.ballots.queries import polls
from portal.ballots.queries.paper import Reading
from portal.ballots.queries.polls import Titled
from portal.ballots.views import bp
from portal.ballots.views.found import find
from portal.errors import Refused
from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.web import NOT_KEPT, render, request, see_other
from portal.workshops.codes import cleaned
from portal.workshops.queries import Board


@dataclass(frozen=True)
class Sheet:
    """What the page shows of a sheet: its marks as they are being entered, what has
    been read from it before, or what is wrong with its code."""

    code: str = ""
    marks: SheetMarks | None = None
    read: Sequence[Reading] = ()
    wrong: str = ""

    @property
    def two(self) -> list[tuple[str, SheetMarks]]:
        """Two readings that differ, each by whom."""
        marks = self.marks
        if marks is None or not differ(self.read):
            return []
        return [(one.name, each(marks, one)) for one in self.read]

    @property
    def is_done(self) -> bool:
        """Two have read it alike."""
        return len(self.read) > 1 and not differ(self.read)


@bp.get("/polls/<id:number>/entries")
@access(Permission.WORKSHOP_RUN)
def entries(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.WORKSHOP_RUN, board)
    code = request.args.get("code", "").strip()
    if not code:
        return show(found, board, Sheet()), NOT_KEPT
    try:
        sheet = actions.sheet(found.poll, code)
    except Refused as refusal:
        return show(found, board, Sheet(code, wrong=refusal.message)), 422, NOT_KEPT
    read = queries.readings(sheet)
    marks = blank(found, code)
    own = [one for one in read if one.clerk == current_user.id]
    if differ(read):
        fill_alike(marks, read)
    elif own:
        marks.fill(own[0].content)
    return show(found, board, Sheet(code, marks, read)), NOT_KEPT


@bp.post("/polls/<id:number>/entries")
@access(Permission.WORKSHOP_RUN)
def enter(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.WORKSHOP_RUN, board)
    code, sheet = sent_sheet(found)
    marks = sent_marks(found, code)
    if not marks.validate():
        return show(found, board, Sheet(code, marks)), 422, NOT_KEPT
    if actions.enter(found.poll, sheet, current_user, marks.content):
        return see_other(url_for(".entries", number=number, done="box"))
    if differ(queries.readings(sheet)):
        return see_other(url_for(".entries", number=number, code=code))
    return see_other(url_for(".entries", number=number, done="once"))


@bp.post("/polls/<id:number>/settlements")
@access(Permission.WORKSHOP_RUN)
def settle(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.WORKSHOP_RUN, board)
    code, sheet = sent_sheet(found)
    marks = sent_marks(found, code)
    if not marks.validate():
        read = queries.readings(sheet)
        return show(found, board, Sheet(code, marks, read)), 422, NOT_KEPT
    actions.settle(found.poll, sheet, marks.content)
    return see_other(url_for(".entries", number=number, done="box"))


def sent_sheet(found: Titled) -> tuple[str, PaperSheet]:
    code = request.form.get("code", "")
    return code, actions.sheet(found.poll, code) if code else abort(422)


def blank(found: Titled, code: str) -> SheetMarks:
    """An empty sheet, with its options in the order in which it was printed."""
    choices = polls.choices(found.id, language())
    in_order = polls.shuffled(choices, found.id, cleaned(code))
    return SheetMarks(found.poll.method, in_order, found.settings)


def sent_marks(found: Titled, code: str) -> SheetMarks:
    empty = blank(found, code)
    marks = SheetMarks.read(empty.method, empty.choices, empty.settings, request.form)
    return marks.take(request.form)


def differ(read: Sequence[Reading]) -> bool:
    return len(read) > 1 and read[0].content != read[1].content


def fill_alike(marks: SheetMarks, read: Sequence[Reading]) -> None:
    """Hold what two have read alike, so that only the rest is chosen."""
    one, two = (each(marks, reading) for reading in read[:2])
    marks.voice = one.voice if one.voice == two.voice else ""
    marks.by_option = alike(one.by_option, two.by_option)
    marks.words = alike(one.words, two.words)


def each(marks: SheetMarks, reading: Reading) -> SheetMarks:
    """A sheet that says what this clerk has read."""
    held = SheetMarks(marks.method, marks.choices, marks.settings)
    held.fill(reading.content)
    return held


def show(found: Titled, board: Board, sheet: Sheet) -> str:
    return render(
        "ballots/entries.html",
        poll=found,
        board=board,
        sheet=sheet,
        code=sheet.code,
        marks=sheet.marks,
        open=found.poll.state is PollState.OPEN,
        counts=queries.counts(found.id),
        done=request.args.get("done", ""),
    )
