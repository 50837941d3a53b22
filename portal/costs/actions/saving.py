"""Saving a cost study: joined with what others saved, kept as a version. What is saved
is a draft until somebody has reviewed it; what was published stays as it was."""

from typing import Any

from portal.accounts.models import User
from portal.costs.actions.rows import write
from portal.costs.models import CHANGES, CostStudy, CostStudyVersion, StudyState
from portal.costs.queries.snapshots import snapshot
from portal.db import now
from portal.upkeep.actions.versioned import Saved, Versioned
from portal.upkeep.snapshots import Snapshot, group, keys, members


def stamps(_study: CostStudy, _before: Snapshot, _after: Snapshot) -> dict[str, Any]:
    return {
        "state": StudyState.DRAFT,
        "reviewed_by": None,
        "reviewed_on": None,
        "updated_at": now(),
    }


def restored(before: Snapshot, theirs: Snapshot) -> Snapshot:
    """Whose it is stays."""
    return {**before, "team": theirs["team"]}


def after(_study: CostStudy, _before: Snapshot, _after: Snapshot, _by: User) -> None:
    """Search knows what is published, and that stays as it is."""


STUDIES = Versioned(
    content=CHANGES,
    model=CostStudy,
    versions=CostStudyVersion,
    owner="study",
    snapshot=snapshot,
    write=write,
    stamps=stamps,
    restored=restored,
    after=after,
)
save = STUDIES.save
restore = STUDIES.restore


def copy_line(study: CostStudy, key: str, *, edition: int, by: User) -> Saved:
    """A new line, last, that says what this one does in the edition that was read: the
    same copied twice is one. Raises LookupError if there is no such line."""
    read = STUDIES.snapshot_at(study, edition) or snapshot(study)
    part = f"line/{key}"
    values = members(read, part)
    if not values:
        raise LookupError(key)
    copied = {
        name.replace(part, "line/new1", 1): value for name, value in values.items()
    }
    copied["line/new1/position"] = str(next_position(read, "line"))
    return save(study, copied, edition=edition, by=by)


def next_position(snapshot_: Snapshot, kind: str) -> int:
    """Behind all the others of its kind."""
    places = [
        int(value or 0)
        for name, value in snapshot_.items()
        if name.endswith("/position") and group(name).startswith(f"{kind}/")
    ]
    return max(places, default=0) + 1


def last_line(study: CostStudy) -> str:
    """The key of the line that stands last."""
    stands = snapshot(study)
    return keys(stands, "line")[-1]
