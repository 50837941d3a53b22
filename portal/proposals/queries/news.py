"""What is new on a board: asked again and again by every page that shows it."""

from datetime import datetime

from peewee import JOIN, Value, fn

from portal.db import Version, tuples
from portal.proposals.models import Proposal
from portal.proposals.queries.pages import APPEARED, NOTHING, published
from portal.workshops.models import Workshop


def pulse(slug: str) -> tuple[int, int] | None:
    """The id of a workshop and the number of the state of its board: what a page asks
    for again and again, in one statement."""
    name = Value("workshop:").concat(Workshop.id.cast("TEXT"))
    query = (
        Workshop.select(Workshop.id, fn.COALESCE(Version.number, 0))
        .join(Version, JOIN.LEFT_OUTER, on=Version.name == name)
        .where(Workshop.slug == slug)
    )
    return next(iter(tuples(query)), None)


def newer(workshop_id: int, seen: str) -> int:
    """How many have appeared on the board since then."""
    later = published(workshop_id)
    if seen != NOTHING:
        try:
            moment = datetime.fromisoformat(seen).replace(tzinfo=None)
        except ValueError:
            return 0
        later &= APPEARED > moment  # noqa: SIM300  not yoda: a column
    return int(Proposal.select().where(later).count())
