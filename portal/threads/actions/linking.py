"""Joining a thing with what came of it. Each change is one transaction."""

from datetime import date

from portal.accounts.models import User
from portal.db import bump, database
from portal.threads import things
from portal.threads.actions.standing import join_things
from portal.threads.models import CHANGES, Outcome, ThreadLink
from portal.threads.queries.ends import are_there
from portal.threads.queries.links import graph, threads_through
from portal.threads.telling import tell_joined, tell_step
from portal.threads.things import End


class Circle(Exception):  # noqa: N818  said to the editor in words
    """What is to come of it is what it came of."""


def join(  # noqa: PLR0913  what a joint is made of
    start: End,
    end: End,
    *,
    outcome: Outcome = Outcome.LED_TO,
    on: date | None = None,
    note: str = "",
    language: str = "",
    by: User | None = None,
) -> None:
    """This came of that. Joining them again changes how, and tells nobody. Raises
    Circle, or LookupError for what is not there."""
    with database.atomic():
        bump(CHANGES)
        if {start, end} - are_there([start, end]):
            raise LookupError(start, end)
        if graph().makes_circle(start, end):
            raise Circle
        told = {
            "outcome": outcome,
            "on": on,
            "note": note,
            "language": language if note else "",
        }
        this = between(start, end)
        if ThreadLink.update(**told).where(this).execute():
            return
        made = ThreadLink.create(
            kind=start.kind,
            item_id=start.id,
            other_kind=end.kind,
            other_id=end.id,
            made_by=by,
            **told,
        )
        bump(CHANGES)
        threads = threads_through(start)
        came = join_things(threads)
        tell_step(threads, by, step=f"link-{made.id}")
        for thread_id, new in came.items():
            tell_joined(
                thread_id, [one.id for one in new if one.kind == things.PROPOSAL]
            )


def part(start: End, end: End) -> None:
    """That did not come of this, whether it was joined or not, and is there or not."""
    with database.atomic():
        bump(CHANGES)
        threads = threads_through(start)
        ThreadLink.delete().where(between(start, end)).execute()
        bump(CHANGES)
        join_things(threads)


def between(start: End, end: End) -> object:
    return (
        (ThreadLink.kind == start.kind)
        & (ThreadLink.item_id == start.id)
        & (ThreadLink.other_kind == end.kind)
        & (ThreadLink.other_id == end.id)
    )
