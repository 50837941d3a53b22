"""What moderators' decisions do with a report."""

from portal.db import database
from portal.moderation.models import Decision
from portal.reports.actions.holding import change, gone_on, held, need_words
from portal.reports.models import ReportState
from portal.reports.wording import ERASED

OUT_OF_USE = {ReportState.RECEIVED, ReportState.RETURNED, ReportState.HIDDEN}
LED_TO = {
    Decision.PUBLISH: ReportState.DE_IDENTIFIED,
    Decision.RETURN: ReportState.RETURNED,
    Decision.HIDE: ReportState.HIDDEN,
}
FORGOTTEN = {ReportState.RETURNED, ReportState.HIDDEN, ReportState.WITHDRAWN}


def pass_on(report_id: int) -> None:
    """A moderator has read that it tells of no person."""
    with database.atomic():
        row = held(report_id)
        need_words(row)
        if row.state in OUT_OF_USE:
            change(row, state=ReportState.DE_IDENTIFIED)


def send_back(report_id: int) -> None:
    put_away(report_id, ReportState.RETURNED)


def hide(report_id: int) -> None:
    put_away(report_id, ReportState.HIDDEN)


def put_away(report_id: int, state: ReportState) -> None:
    with database.atomic():
        row = held(report_id)
        if row.state is not ReportState.WITHDRAWN:
            change(row, state=state)


def reopen(report_id: int, decision: Decision) -> None:
    """Let it wait as before this decision. Raises Refused where its author or those
    who gather have gone on since."""
    with database.atomic():
        row = held(report_id)
        if row.state is not LED_TO.get(decision) or not row.seen or row.phenomenon:
            raise gone_on()
        change(row, state=ReportState.RECEIVED)


def erase(report_id: int) -> None:
    """Delete words that nobody else was to see."""
    with database.atomic():
        row = held(report_id)
        if row.state in FORGOTTEN:
            change(row, **ERASED)
