"""Holding a report for the length of a transaction, and letting a moderator read it."""

from dataclasses import asdict
from typing import Any

from flask_babel import gettext as _

from portal.db import bump
from portal.errors import Refused
from portal.moderation.actions import need_not_blocked, open_case
from portal.notices.recipients import user_key
from portal.reports.models import CHANGES, REPORT, Report
from portal.reports.wording import ReportWords
from portal.screening.screen import screen


def held(report_id: int) -> Report:
    """The report as it is, with every other writer of reports kept waiting."""
    bump(CHANGES)
    return Report.get_by_id(report_id)


def author_of(row: Any) -> str:
    """The key of whose report it is; of nobody where that is not known."""
    return user_key(row.author_id) if row.author_id else ""


def let_read(row: Any) -> None:
    """Raises Refused where its author may not write."""
    need_not_blocked(author_of(row))
    open_case(
        REPORT,
        row.id,
        language=row.language,
        author=author_of(row),
        findings=screen(asdict(ReportWords.of(row))),
    )


def change(row: Report, **values: object) -> None:
    Report.update(**values).where(Report.id == row.id).execute()


def need_words(row: Report) -> None:
    if not row.seen:
        raise Refused(_("The words were deleted, so there is nothing to bring back."))


def gone_on() -> Refused:
    return Refused(_("Its author or others have gone on since, so this stays."))
