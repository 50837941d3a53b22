"""What those who reported hear of their reports."""

from collections.abc import Sequence
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from peewee import Expression

from portal.notices import events
from portal.notices.actions import Telling, tell_each
from portal.notices.events import Told, facts
from portal.notices.models import Notice, Topic
from portal.notices.recipients import user_key
from portal.reports.models import REPORT, Phenomenon, Progress, Report, ReportState

GATHERED, TAKEN_OUT, PROGRESS = (
    "report-gathered",
    "report-taken-out",
    "report-progress",
)
GONE = (ReportState.WITHDRAWN, ReportState.HIDDEN)


def tell_gathered(report_ids: Sequence[int], move: str) -> None:
    """In the caller's transaction: these reports are in a phenomenon now, for the first
    time or moved from another."""
    tell(Report.id.in_(list(report_ids)), GATHERED, f"{GATHERED}:{move}")


def tell_taken_out(report_ids: Sequence[int], move: str) -> None:
    """In the caller's transaction: these reports are in no phenomenon for now."""
    tell(Report.id.in_(list(report_ids)), TAKEN_OUT, f"{TAKEN_OUT}:{move}")


def tell_progress(phenomenon: Phenomenon | int, progress: Progress) -> None:
    """In the caller's transaction: the phenomenon has come so far. Of `GATHERED`, each
    has heard on its own."""
    if progress is Progress.GATHERED:
        return
    number = number_of(phenomenon)
    parts = Phenomenon.select(Phenomenon.id).where(Phenomenon.joined == number)
    of_it = (Report.phenomenon == number) | Report.phenomenon.in_(parts)
    happening = f"{PROGRESS}:{number}:{progress}"
    tell(of_it, PROGRESS, happening, progress=progress.value)


def number_of(phenomenon: Phenomenon | int) -> int:
    return phenomenon.id if isinstance(phenomenon, Phenomenon) else phenomenon


def tell(which: Expression, event: str, happening: str, **noted: object) -> None:
    """The authors of reports that count."""
    found = Report.select(Report.id, Report.author).where(
        which,
        Report.state == ReportState.DE_IDENTIFIED,
        Report.author.is_null(False),
    )
    tell_each(
        [
            Telling(
                user_key(row.author),
                event,
                REPORT,
                row.id,
                f"{REPORT}:{row.id}:{happening}",
                noted,
            )
            for row in found
        ]
    )


def register() -> None:
    for event in (GATHERED, TAKEN_OUT, PROGRESS):
        events.register(event, Topic.ANSWERS, told)


def told(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement. What is taken back or hidden is passed over."""
    wanted = {notice.item_id for notice in notices}
    found: dict[int, Any] = {
        row.id: row
        for row in Report.select(Report.id, Report.number).where(
            Report.id.in_(wanted), Report.state.not_in(GONE)
        )
    }
    return {
        notice.id: Told(
            says(notice, row.number),
            url_for("reports.report", report_number=row.number),
        )
        for notice in notices
        for row in [found.get(notice.item_id)]
        if row
    }


def says(notice: Notice, number: str) -> str:
    if notice.event == TAKEN_OUT:
        return _(
            "Your report %(number)s waits to be gathered with others again.",
            number=number,
        )
    if notice.event == GATHERED:
        return _(
            "Your report %(number)s was gathered with others into one phenomenon.",
            number=number,
        )
    return {
        Progress.TAKEN_UP.value: _(
            "What your report %(number)s tells of was taken up: somebody must answer.",
            number=number,
        ),
        Progress.ANSWERED.value: _(
            "What your report %(number)s tells of has an answer.", number=number
        ),
        Progress.ACTED_ON.value: _(
            "Something was done about what your report %(number)s tells of.",
            number=number,
        ),
        Progress.EFFECT_FOLLOWED.value: _(
            "What came of it: read what has changed since your report %(number)s.",
            number=number,
        ),
    }[facts(notice)["progress"]]
