"""Reporting what one sees, and other words for it."""

from dataclasses import asdict, dataclass

from flask_babel import gettext as _
from peewee import IntegrityError

from portal.accounts.models import User
from portal.db import bump, database
from portal.errors import Refused
from portal.reports.actions.drafts import delete_draft_of
from portal.reports.actions.holding import change, held, let_read
from portal.reports.models import CHANGES, Frequency, Report, ReportState, Sort
from portal.reports.numbers import new_number
from portal.reports.wording import ReportWords

UNREAD = {ReportState.RECEIVED, ReportState.RETURNED}


@dataclass(frozen=True)
class About:
    """What a report tells of; terms and the service by their ids."""

    sort: Sort
    need: int | None = None
    group: int | None = None
    area: int | None = None
    service: int | None = None
    frequency: Frequency | None = None


def report(  # noqa: PLR0913  what a report bears
    author: User,
    about: About,
    words: ReportWords,
    *,
    language: str,
    submission: str,
    form: str = "",
) -> Report:
    """Write a report; it waits for a moderator. The same form sent twice at once makes
    one. The draft of this form ends."""
    try:
        with database.atomic():
            bump(CHANGES)
            made = Report.create(
                number=free_number(),
                author=author,
                voice=author.voice,
                language=language,
                submission=submission,
                **asdict(about),
                **asdict(words),
            )
            row = Report.get_by_id(made.id)
            let_read(row)
            delete_draft_of(author, form)
    except IntegrityError:
        before = by_submission(submission)
        if before is None:
            raise
        return before
    return row


def by_submission(submission: str) -> Report | None:
    return Report.get_or_none(Report.submission == submission)


def free_number() -> str:
    """One that no report has."""
    number = new_number()
    while Report.select().where(Report.number == number).exists():
        number = new_number()
    return number


def reword(report_id: int, words: ReportWords) -> None:
    """The author's other words for what nobody has passed on yet; they wait anew."""
    with database.atomic():
        row = held(report_id)
        if ReportWords.of(row) == words and row.state is not ReportState.RETURNED:
            return
        if row.state not in UNREAD:
            raise Refused(
                _("This has been read, so its words stay. Take it back, or write anew.")
            )
        change(row, state=ReportState.RECEIVED, **asdict(words))
        let_read(held(report_id))
