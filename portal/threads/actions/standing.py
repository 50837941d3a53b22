"""Keeping up what stands beside threads: their places in the index, and what shows
that a thing is in one."""

from collections.abc import Collection, Iterable

from portal.db import bump, tuples
from portal.directory.models import KIND as SERVICE
from portal.directory.models import ServiceVersion
from portal.links.actions import join, part
from portal.links.models import Link
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


def index(ids: Iterable[int]) -> None:
    """Let search know these threads as they stand; if not public, no more."""
    for thread_id in ids:
        search.replace(KIND, thread_id, list(entries([thread_id])))


def start_changed(kind: str, item_ids: Collection[int]) -> None:
    """What threads start from may be public no longer, or again."""
    if kind not in SEEN:
        return
    ids = set(item_ids)
    begun = Thread.select(Thread.id, Thread.item_id).where(Thread.kind == kind)
    found = [thread_id for thread_id, key in tuples(begun) if key in ids]
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
    walk = graph().walk(start)
    versions = [end.id for end in walk if end.kind == things.SERVICE_VERSION]
    services = ServiceVersion.select(ServiceVersion.service).where(
        ServiceVersion.id.in_(versions)
    )
    return {
        *((end.kind, end.id) for end in walk if end.kind in SHOWN_AT),
        *((SERVICE, key) for (key,) in (tuples(services) if versions else ())),
    }
