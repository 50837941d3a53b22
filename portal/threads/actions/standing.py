"""Keeping up what stands beside threads: their places in the index, and what shows
that a thing is in one."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from portal.db import bump, tuples
from portal.directory.models import KIND as SERVICE
from portal.directory.models import ServiceVersion
from portal.groups.models import KIND as GROUP
from portal.links.actions import join, part
from portal.links.models import Link
from portal.proposals.models import Answer
from portal.search import actions as search
from portal.threads import things
from portal.threads.indexing import entries
from portal.threads.models import CHANGES, KIND, Thread
from portal.threads.queries.links import graph
from portal.threads.queries.publicity import SEEN
from portal.threads.things import End

SHOWN_AT = {
    things.PHENOMENON,
    things.PROPOSAL,
    things.WORKSHOP,
    things.PILOT,
    things.PRACTICE,
    things.DEFINITION,
}
"""Kinds of things on whose pages their threads are named."""
WITHIN = {
    SERVICE: {things.SERVICE_VERSION},
    things.WORKSHOP: {things.PROPOSAL, things.POLL, things.ANSWER},
    things.PROPOSAL: {things.ANSWER},
    things.PHENOMENON: {things.REPORT},
    GROUP: {things.DECISION},
}
"""Kinds of things that are public only with a thing of another kind."""


def index(ids: Iterable[int]) -> None:
    """Let search know these threads as they stand; if not public, no more."""
    for thread_id in ids:
        search.replace(KIND, thread_id, list(entries([thread_id])))


def start_changed(kind: str, item_ids: Collection[int]) -> None:
    """What threads start from may be public no longer, or again."""
    ids, within = set(item_ids), WITHIN.get(kind, set())
    if kind not in SEEN and not within:
        return
    begun = Thread.select(Thread.id, Thread.kind, Thread.item_id).where(
        Thread.kind.in_([kind, *within])
    )
    found = [key for key, of, item in tuples(begun) if of in within or item in ids]
    if found:
        bump(CHANGES)
        index(found)


def join_things(threads: dict[int, End]) -> dict[int, set[End]]:
    """Let each thread, by its id and where it starts, be joined with the things that it
    leads through now. Answers what has come to it."""
    came = {}
    for thread_id, start in threads.items():
        wanted = led_through(start)
        held = set(
            tuples(
                Link.select(Link.kind, Link.item_id).where(
                    Link.other_kind == KIND, Link.other_id == thread_id
                )
            )
        )
        for kind, key in held - wanted:
            part(kind, key, KIND, thread_id)
        for kind, key in wanted - held:
            join(kind, key, KIND, thread_id)
        came[thread_id] = {End(*pair) for pair in wanted - held}
    return came


def led_through(start: End) -> set[tuple[str, int]]:
    """What has a page of its own, also of answers and versions of services."""
    walk = graph().walk(start)
    return {
        *((end.kind, end.id) for end in walk if end.kind in SHOWN_AT),
        *pages_of(walk, things.SERVICE_VERSION, SERVICE, ServiceVersion.service),
        *pages_of(walk, things.ANSWER, things.PROPOSAL, Answer.proposal),
    }


def pages_of(
    walk: Iterable[End], kind: str, shown_at: str, owner: Any
) -> Iterator[tuple[str, int]]:
    ids = [end.id for end in walk if end.kind == kind]
    found = owner.model.select(owner).where(owner.model.id.in_(ids))
    return ((shown_at, key) for (key,) in (tuples(found) if ids else ()))
