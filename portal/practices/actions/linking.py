"""Joining a practice with other things."""

from portal.db import LARGEST_ID, bump, database
from portal.links.actions import join, part
from portal.practices.models import CHANGES, KIND
from portal.practices.queries.linking import is_there


def set_link(practice_id: int, kind: str, item_id: int, *, wanted: bool) -> None:
    """Whether they belong together. Raises LookupError for what is not there."""
    if item_id > LARGEST_ID:
        raise LookupError(item_id)
    with database.atomic():
        bump(CHANGES)
        if not wanted:
            part(KIND, practice_id, kind, item_id)
        elif is_there(kind, item_id):
            join(KIND, practice_id, kind, item_id)
        else:
            raise LookupError(item_id)
