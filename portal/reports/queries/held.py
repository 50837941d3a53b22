"""One phenomenon, and who may see and answer it."""

from dataclasses import dataclass
from typing import Any

from portal.directory.models import Team
from portal.permissions import Permission, can
from portal.reports.models import Phenomenon


@dataclass(frozen=True)
class Held:
    """A phenomenon as the policy asks about it: `organisation` must answer it.
    `whole` is the address of the one it was joined with."""

    row: Any
    organisation: int | None
    whole: str = ""

    @property
    def id(self) -> int:
        return int(self.row.id)

    @property
    def slug(self) -> str:
        return str(self.row.slug)


def held(slug: str) -> Held | None:
    """One statement; of one that was joined, two."""
    row: Any = (
        Phenomenon.select(Phenomenon, Team.organisation.alias("organisation"))
        .left_outer_join(Team, on=Phenomenon.team == Team.id)
        .where(Phenomenon.slug == slug)
        .objects()
        .first()
    )
    if row is None:
        return None
    whole = Phenomenon.get_or_none(Phenomenon.id == row.joined) if row.joined else None
    return Held(row, row.organisation, whole.slug if whole else "")


def findable(slug: str) -> Held | None:
    """The phenomenon if the current user may see it."""
    found = held(slug)
    if found is None or found.row.public:
        return found
    return found if can(Permission.PHENOMENON_ANSWER, found) else None
