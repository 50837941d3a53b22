"""Who keeps a cost study, and who may see it at all."""

from dataclasses import dataclass

from portal.costs.models import CostStudy
from portal.directory.models import Team
from portal.permissions import Permission, can


@dataclass(frozen=True)
class Kept:
    """A study as the policy asks about it: the organisation of its team keeps it."""

    id: int
    organisation: int | None


def kept_by(study: CostStudy) -> Kept:
    """One statement."""
    team = Team.get_or_none(Team.id == study.team)
    return Kept(study.id, team.organisation if team else None)


def findable(slug: str) -> CostStudy | None:
    """The study if the current user may see it: published, or theirs to edit."""
    found: CostStudy | None = CostStudy.get_or_none(CostStudy.slug == slug)
    if found is None or found.published_on:
        return found
    return found if can(Permission.COST_EDIT, kept_by(found)) else None
