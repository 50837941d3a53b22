"""How far a phenomenon comes, and who must answer it by when."""

from datetime import date, timedelta
from typing import Any

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import bump, database, now, today
from portal.errors import Refused
from portal.reports.actions.body import tell_body
from portal.reports.models import CHANGES, Phenomenon, PhenomenonStep, Progress
from portal.reports.queries.phenomena import DAYS_TO_ANSWER
from portal.reports.snapshots import snapshot
from portal.reports.stages import lacks
from portal.reports.telling import tell_progress
from portal.upkeep.notes import NO_NOTE, Note


def set_progress(  # noqa: PLR0913  what a step is made of
    phenomenon_id: int,
    progress: Progress,
    *,
    by: User | None,
    team: int | None = None,
    due_on: date | None = None,
    on: date | None = None,
    note: Note = NO_NOTE,
) -> None:
    """Set how far it has come, with what belongs to it. The same again changes
    nothing but the team and the date."""
    day = on or today()
    with database.atomic():
        bump(CHANGES)
        row = Phenomenon.get_or_none(Phenomenon.id == phenomenon_id)
        if row is None:
            raise LookupError(phenomenon_id)
        if row.joined:
            raise Refused(
                _("This phenomenon was joined with another meanwhile. Open that one.")
            )
        body = team or row.team
        if lacks(progress, snapshot(row), team=body):
            raise Refused(
                _("Something that belongs to this step is not written yet."), 422
            )
        values = dates(row, progress, day) | {"team": body, "updated_at": now()}
        if due_on and progress is not Progress.GATHERED:
            values["due_on"] = due_on
        Phenomenon.update(progress=progress, **values).where(
            Phenomenon.id == phenomenon_id
        ).execute()
        if progress is not row.progress:
            PhenomenonStep.create(
                phenomenon=phenomenon_id,
                progress=progress,
                on=day,
                set_by=by,
                note=note.words,
                language=note.language,
            )
            tell_progress(phenomenon_id, progress)
        if body and progress is not Progress.GATHERED and body != row.team:
            tell_body(phenomenon_id, "phenomenon-asked", by=by)


def dates(row: Phenomenon, progress: Progress, day: date) -> dict[str, Any]:
    """The days that its progress sets or takes back."""
    order = list(Progress)
    reached = order.index(progress)
    taken_up = reached >= order.index(Progress.TAKEN_UP)
    answered = reached >= order.index(Progress.ANSWERED)
    since: Any = row.taken_up_on or day
    return {
        "taken_up_on": since if taken_up else None,
        "due_on": (row.due_on or since + timedelta(DAYS_TO_ANSWER))
        if taken_up
        else None,
        "answered_on": (row.answered_on or day) if answered else None,
    }
