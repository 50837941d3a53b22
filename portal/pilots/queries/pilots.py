"""Pilots that somebody may see, and how far all of them are."""

from collections import Counter
from dataclasses import dataclass

from portal.permissions import Permission, can
from portal.pilots.models import PilotState
from portal.pilots.queries.shelf import Shelved, shelf, shelved


@dataclass(frozen=True)
class Listed:
    """`counts` are of all that one may see, `pilots` of those in the asked state."""

    pilots: list[Shelved]
    counts: dict[PilotState, int]


def findable(slug: str) -> Shelved | None:
    """The pilot if the current user may see it."""
    found = shelved(slug)
    if found is None or found.public:
        return found
    return found if can(Permission.PILOT_EDIT, found) else None


def listed(state: PilotState | None) -> Listed:
    """The newest first; those that are not public yet only for who keeps them."""
    seen = [
        pilot
        for pilot in shelf().values()
        if pilot.texts and (pilot.public or can(Permission.PILOT_EDIT, pilot))
    ]
    counted = Counter(pilot.state for pilot in seen)
    return Listed(
        [pilot for pilot in seen if state in {None, pilot.state}],
        {one: counted[one] for one in PilotState if counted[one]},
    )
