"""The public board of answers, and the same as a table."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.proposals.labels import VERDICTS
from portal.proposals.queries.answer_board import Line, lines, staged
from portal.proposals.views import bp
from portal.spreadsheet import csv_file
from portal.web import render
from portal.workshops.labels import VOICES
from portal.workshops.models import Phase
from portal.workshops.views.workshops import found_board


@bp.get("/workshops/<slug>/answers")
@access(PUBLIC)
def answers(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    found = lines(board.workshop, language())
    return render(
        "proposals/answers.html",
        board=board,
        answering=board.phase is Phase.ANSWER,
        count=len(found),
        late=sum(line.late for line in found),
        stages=staged(found),
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
    found = lines(board.workshop, language())
    return csv_file(f"answers-{slug}", header, map(cells, found))


def cells(line: Line) -> list[object]:
    row, answer = line.proposal, line.answer
    told: list[object] = [_("Waiting"), "", "", ""]
    done: list[object] = ["", ""]
    if answer:
        team = answer.team[0] if answer.team else ""
        told = [str(VERDICTS[answer.verdict]), answer.reason, team, answer.owner]
        done = [answer.done_on, answer.changed]
    late = _("yes") if line.late else _("no")
    voice = str(VOICES[row.voice])
    return [row.id, row.suggestion, row.language, voice, *told, line.due, late, *done]
