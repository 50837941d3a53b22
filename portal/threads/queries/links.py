"""What is joined with what came of it."""

from portal.db import tuples
from portal.memory import remembered
from portal.threads.models import CHANGES, Thread, ThreadLink
from portal.threads.outcomes import Graph, Joint
from portal.threads.things import End


@remembered(CHANGES)
def graph() -> Graph:
    """Every joint there is. One statement."""
    found = tuples(
        ThreadLink.select(
            ThreadLink.id,
            ThreadLink.kind,
            ThreadLink.item_id,
            ThreadLink.outcome,
            ThreadLink.other_kind,
            ThreadLink.other_id,
            ThreadLink.on,
            ThreadLink.note,
            ThreadLink.language,
        ).order_by(ThreadLink.id)
    )
    return Graph.of(
        Joint(number, End(kind, one), outcome, End(other, two), *told)
        for number, kind, one, outcome, other, two, *told in found
    )


def threads_through(*ends: End) -> dict[int, End]:
    """The threads, with where they start, that lead through one of these things. One
    statement."""
    kept = graph()
    before = {found for end in ends for found in kept.before(end)}
    starts = tuples(Thread.select(Thread.id, Thread.kind, Thread.item_id))
    return {key: End(*start) for key, *start in starts if End(*start) in before}
