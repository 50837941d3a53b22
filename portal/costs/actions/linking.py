"""Joining a cost study with what it stands beside."""

from portal.costs.models import CHANGES, KIND
from portal.db import bump, database
from portal.links.actions import join, part
from portal.search.queries import names


def set_link(study_id: int, kind: str, item_id: int, *, wanted: bool) -> None:
    """Whether they belong together. Raises LookupError for what is not there."""
    with database.atomic():
        bump(CHANGES)
        if not wanted:
            part(KIND, study_id, kind, item_id)
        elif item_id in names(kind, [item_id], ""):
            join(KIND, study_id, kind, item_id)
        else:
            raise LookupError(item_id)
