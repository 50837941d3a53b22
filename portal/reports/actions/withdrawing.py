"""Taking back a report, and bringing it back."""

from portal.db import database
from portal.moderation.actions import close_case
from portal.moderation.queries import standing
from portal.reports.actions.deciding import LED_TO
from portal.reports.actions.holding import change, held, let_read, need_words
from portal.reports.models import REPORT, Report, ReportState
from portal.reports.wording import ERASED


def set_withdrawn(report_id: int, *, wanted: bool) -> None:
    """Take back one's own report at any time, or bring it back as it was. One that is
    in a phenomenon leaves its figures, and its words are deleted at once: that can't
    be undone. Asking twice changes nothing."""
    with database.atomic():
        row = held(report_id)
        if wanted is (row.state is ReportState.WITHDRAWN):
            return
        if wanted:
            close_case(REPORT, row.id)
            words = ERASED if row.phenomenon else {}
            change(row, state=ReportState.WITHDRAWN, **words)
            return
        need_words(row)
        state = state_before(row)
        change(row, state=state)
        if state is ReportState.RECEIVED:
            let_read(row)


def state_before(row: Report) -> ReportState:
    """Where it stood before it was taken back."""
    decision = standing(REPORT, row.id)
    received = ReportState.RECEIVED
    return LED_TO.get(decision, received) if decision else received
