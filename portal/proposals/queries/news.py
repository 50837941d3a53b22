"""What is new on a board: asked again and again by every page that shows it."""

from datetime import datetime

from peewee import JOIN, Value

from portal.db import Version
from portal.proposals.models import Proposal
from portal.proposals.queries.pages import APPEARED, NOTHING, published
from portal.statements import Statement, given
from portal.workshops.models import Workshop

workshop_with_state = Statement(
    lambda: (
        Workshop.select(Workshop.id, Version.number)
        .join(
            Version,
            JOIN.LEFT_OUTER,
            on=Version.name == Value("workshop:").concat(Workshop.id.cast("TEXT")),
        )
        .where(Workshop.slug == given("slug"))
    ),
    Workshop.id,
    Version.number,
)


def pulse(slug: str) -> tuple[int, int] | None:
    """The id of a workshop and the number of the state of its board: what a page asks
    for again and again, in one statement."""
    for workshop_id, number in workshop_with_state(slug=slug):
        return workshop_id, number or 0
    return None


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
