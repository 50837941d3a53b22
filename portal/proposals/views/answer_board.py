"""The public board of answers, and the same as a table."""

from collections import Counter
from itertools import groupby

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.i18n import language
from portal.notices.bell import seen
from portal.paging import page_of
from portal.permissions import PUBLIC, access
from portal.proposals.labels import VERDICTS
from portal.proposals.queries.answer_board import Line, lines, standings
from portal.proposals.views import bp
from portal.spreadsheet import csv_file
from portal.web import render
from portal.workshops.labels import VOICES
from portal.workshops.models import Phase
from portal.workshops.queries import KIND as WORKSHOP
from portal.workshops.views.workshops import found_board

PAGE_SIZE = 50


@bp.get("/workshops/<slug>/answers")
@access(PUBLIC)
def answers(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    seen(WORKSHOP, board.id, board)
    found = standings(board.workshop)
    page = page_of(found, PAGE_SIZE)
    shown = lines(page.items, language())
    stages = [one.stage for one in found]
    return render(
        "proposals/answers.html",
        board=board,
        answering=board.phase is Phase.ANSWER,
        late=sum(one.late for one in found),
        counts=Counter(stages),
        begins={stage: stages.index(stage) // PAGE_SIZE + 1 for stage in stages},
        stages=groupby(shown, key=lambda line: line.standing.stage),
        number=page.number,
        pages=page.pages,
    )


@bp.get("/workshops/<slug>/answers.csv")
@access(PUBLIC)
def answers_table(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    header = [_("Number"), _("Proposal"), _("Language"), _("Whose voice")]
    header += [
        _("The answer"),
        _("Reason"),
        _("Team that answers"),
        _("Who sees to it"),
    ]
    header += [_("Due"), _("Late"), _("Done on"), _("What has changed")]
    by_number = sorted(standings(board.workshop), key=lambda one: one.id)
    found = lines(by_number, language())
    return csv_file(f"answers-{slug}", header, map(cells, found))


def cells(line: Line) -> list[object]:
    row, answer, due = line.proposal, line.answer, line.standing.due
    told: list[object] = [_("Waiting"), "", "", ""]
    done: list[object] = ["", ""]
    if answer:
        team = answer.team[0] if answer.team else ""
        told = [str(VERDICTS[answer.verdict]), answer.reason, team, answer.owner]
        done = [answer.done_on, answer.changed]
    late = _("yes") if line.standing.late else _("no")
    voice = str(VOICES[row.voice])
    return [row.id, row.suggestion, row.language, voice, *told, due, late, *done]
