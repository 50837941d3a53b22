"""What was said before a correction is kept, and shown beside it."""

import json
from http import HTTPStatus

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.errors import Refused
from portal.pilots.models import Selection, SelectionVersion
from portal.pilots.records import Record
from portal.pilots.selection_snapshots import snapshot
from portal.upkeep.notes import Note


def keep_edition(record: Record, *, by: User | None, note: Note) -> None:
    """Keep what stands as an edition of its own; the correction makes the next."""
    if not note.words:
        raise Refused(
            _("Tell what is corrected, and why."), HTTPStatus.UNPROCESSABLE_ENTITY
        )
    SelectionVersion.create(
        selection=record.id,
        edition=record.row.edition,
        corrected_by=by,
        note=note.words,
        language=note.language,
        snapshot=json.dumps(snapshot(record), ensure_ascii=False),
    )
    Selection.update(edition=record.row.edition + 1).where(
        Selection.id == record.id
    ).execute()
