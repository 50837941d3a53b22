"""What stands in the database now, and not in memory."""

from typing import Any

from portal.groups.snapshots import Sort
from portal.upkeep.snapshots import Snapshot


def texts_of(sort: Sort, row_id: int) -> dict[str, Any]:
    this = getattr(sort.texts, sort.owner) == row_id
    return {text.language: text for text in sort.texts.select().where(this)}


def written(sort: Sort, row_id: int) -> Snapshot:
    """Two statements."""
    return sort.written(sort.model.get_by_id(row_id), texts_of(sort, row_id))
